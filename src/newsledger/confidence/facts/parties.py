"""What a party of a finding is like: how it was linked, and who else might have been meant."""

from collections.abc import Sequence

from newsledger.confidence.facts.scene import FAR, Scene
from newsledger.model import Mention, Span

_MANY = 6
_NAMES = frozenset({"name", "short"})


def sort_of(scene: Scene, span: Span | None, ids: Sequence[str]) -> str:
    """Say in a word what stands for a party: nobody, a pronoun, a name, an actor described, another noun."""
    head = None if span is None else scene.words(span)[1]
    if head is None:
        return "nobody"
    upos = scene.syntax.tokens[head].upos
    if upos in ("PRON", "DET"):
        return "pronoun" if ids else "unknown"
    if not ids:
        return "number" if upos == "NUM" else "thing"
    return "name" if upos == "PROPN" else "described"


def distance(found: range, near: int) -> int:
    """Count the words between a party and the word that it is a party of."""
    if near in found:
        return 0
    return min(abs(near - found.start), abs(near - found.stop + 1), FAR) if found else FAR


def known(scene: Scene, role: str, ids: Sequence[str]) -> dict[str, float]:
    """Say what is known of the actor whom a party names; nothing where it names none.

    Args:
        scene: The article.
        role: Of the party: what the names of the features begin with.
        ids: The actors that its words name.
    """
    actor = scene.actors.get(ids[0]) if ids else None
    if actor is None:
        return {}
    return {
        f"{role}.person": actor.kind == "person",
        f"{role}.country": actor.likely_country is not None,
        f"{role}.mentions": min(len(actor.mentions), FAR),
    }


def mention_of(scene: Scene, span: Span, ids: Sequence[str]) -> Mention | None:
    """Give the mention that a party is, None where no actor of the record was recognised."""
    return next((one for key in ids if (one := scene.mentions.get((key, span.start, span.end)))), None)


def meant(scene: Scene, role: str, mention: Mention | None, ids: Sequence[str]) -> dict[str, float]:
    """Say whether a party is named, and else how many others were named since it last was."""
    actor = scene.actors.get(ids[0]) if ids else None
    if mention is None or actor is None:
        return {f"{role}.unmentioned": True}
    if mention.form in _NAMES:
        return {f"{role}.name": True}
    before = [one for one in actor.mentions if one.end <= mention.start and one.form in (*_NAMES, "role")]
    if not before:
        return {}
    since = before[-1].end
    rivals = {key for key, start, kind in scene.named if since <= start < mention.start and kind == actor.kind}
    return {f"{role}.rivals": min(len(rivals - {actor.id}), _MANY)}

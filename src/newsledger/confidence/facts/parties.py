"""What a party of a finding is like: its words, how it was linked, and who else might have been meant."""

from collections.abc import Sequence

from newsledger.confidence.facts.scene import FAR, Scene
from newsledger.model import Actor, Mention, Span

#: What says that somebody is known.
_KNOWN = frozenset({"the", "this", "that", "these"})
_OWNERS = frozenset({"poss", "det"})


def party(scene: Scene, name: str, span: Span | None, ids: Sequence[str], near: int) -> dict[str, float]:
    """Say what a party of a finding is like.

    Args:
        scene: The article.
        name: Of the role: what the names of the features begin with.
        span: Its words, None where nobody stands there.
        ids: The actors that these words name.
        near: The token that it is a party of.
    """
    if span is None:
        return {}
    doc = scene.syntax.doc
    found = doc.tokens_in(span)
    mention = next((one for key in ids if (one := scene.mentions.get((key, span.start, span.end)))), None)
    actor = scene.actors.get(ids[0]) if ids else None
    away = 0 if near in found else min(abs(near - found.start), abs(near - found.stop + 1)) if found else FAR
    told: dict[str, float] = {
        "words": len(found),
        "linked": bool(ids),
        "distance": min(away, FAR),
        "behind": bool(found) and found.start > near,
    }
    told |= _mentioned(mention)
    told |= _known(actor)
    told |= _worded(scene, span, found)
    told |= _meant(scene, span, mention, actor)
    # What is not there is 0, and most is not there.
    return {f"{name}.{key}": value for key, value in told.items() if value}


def sort_of(scene: Scene, span: Span | None, ids: Sequence[str]) -> str:
    """Say in a word what stands for a party: nobody, a pronoun, a name, an actor described, another noun."""
    if span is None:
        return "nobody"
    head = scene.syntax.doc.head_in(span)
    if head is None:
        return "nobody"
    upos = scene.syntax.tokens[head].upos
    if upos in ("PRON", "DET"):
        return "pronoun" if ids else "unknown"
    if not ids:
        return "number" if upos == "NUM" else "thing"
    return "name" if upos == "PROPN" else "described"


def _mentioned(mention: Mention | None) -> dict[str, float]:
    if mention is None:
        return {"unmentioned": 1}
    return {
        "name": mention.form in ("name", "short"),
        "pronoun": mention.form == "pronoun",
        "office": mention.form == "role",
    }


def _known(actor: Actor | None) -> dict[str, float]:
    if actor is None:
        return {}
    return {
        "person": actor.kind == "person",
        "body": actor.kind == "organisation",
        "country": actor.likely_country is not None,
        "sector": actor.sector is not None,
        "mentions": min(len(actor.mentions), FAR),
    }


def _worded(scene: Scene, span: Span, found: range) -> dict[str, float]:
    """Say what its words are: what heads it, whether it is one of many, what is in it."""
    doc = scene.syntax.doc
    head = doc.head_in(span)
    if head is None:
        return {}
    token = doc.tokens[head]
    below = [doc.tokens[index] for index in doc.children[head]]
    parts = [doc.tokens[index].upos for index in found]
    articles = {one.text.lower() for one in below if one.deprel in _OWNERS}
    plural = "Number=Plur" in token.morph
    return {
        "proper": token.upos == "PROPN",
        "plural": plural,
        "known": bool(articles & _KNOWN),
        "bare_many": token.upos == "NOUN" and plural and not articles,
        "counted": "NUM" in parts,
        "verbs": parts.count("VERB"),
        "joined": any(one.deprel == "conj" for one in below),
        "modified": sum(one.deprel in ("amod", "compound", "nmod") for one in below),
        "subject": token.deprel in ("nsubj", "nsubjpass"),
        "object": token.deprel in ("dobj", "attr", "oprd"),
    }


def _meant(scene: Scene, span: Span, mention: Mention | None, actor: Actor | None) -> dict[str, float]:
    """Say how far back it was named that it is meant, and how many others were named since."""
    if mention is None or actor is None:
        return {}
    if mention.form in ("name", "short"):
        return {}
    before = [one for one in actor.mentions if one.end <= span.start and one.form in ("name", "short", "role")]
    if not before:
        return {"named_never_before": 1}
    since = before[-1].end
    rivals = {key for key, start, _, kind in scene.named if since <= start < span.start and kind == actor.kind} - {
        actor.id
    }
    tokens = scene.syntax.doc.tokens_in(Span(start=since, end=span.start))
    return {"named_back": min(len(tokens), 3 * FAR), "rivals": min(len(rivals), 6)}

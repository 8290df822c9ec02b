"""Words such as "plan", "vow" and "likely", and whose plan it is."""

from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.cues.frames import FRAMES, VERBS
from newsledger.outlook.cues.modals import has_particles, modal_of
from newsledger.outlook.rules import Frame, Prospect
from newsledger.outlook.scene import Scene

_DATED_FRAMES = frozenset({"subject", "dated_object", "put_off"})
#: Nouns for what is to come only where it is just made known.
_NEWS = frozenset(f"prospects/{noun} noun_to" for noun in ("deal", "decision", "pact", "willingness"))


def prospect_cues(scene: Scene, index: int) -> tuple[Cue, ...]:
    """Give what a word says to be coming, by the first of its entries that fits."""
    for prospect in scene.rules.prospects[scene.lemma(index)]:
        if has_particles(scene, index, prospect.particles) and not _is_overruled(scene, index, prospect):
            contents = tuple(
                content for content in FRAMES[prospect.frame](scene, index) if _is_through(scene, prospect, content)
            )
            if contents:
                return _cues_of(scene, index, prospect, contents)
    return ()


def _cues_of(scene: Scene, index: int, prospect: Prospect, contents: tuple[int, ...]) -> tuple[Cue, ...]:
    modal = modal_of(scene, index)
    possible = modal is not None and modal.reading == "possible"
    # "did not rule out selling" leaves it open: neither a plan that is denied nor one that is made.
    open_door = prospect.negative and _is_denied(scene, index)
    return tuple(
        Cue(
            content=content,
            verb=content,
            word=index,
            party=_party(scene, index, prospect.frame, content),
            kind="announced_plan" if open_door else prospect.kind,
            strength=weaker(prospect.strength, "conditional") if possible or open_door else prospect.strength,
            negated=prospect.negative != (_is_denied(scene, index) != scene.syntax.is_negated(content)),
            attitude=index if prospect.kind in ("hope", "forecast") else None,
            reading=modal.reading if modal else None,
            frame=prospect.frame,
            dated=prospect.dated or prospect.frame in _DATED_FRAMES,
            act=prospect.act or prospect.frame in ("noun_to", "noun_of"),
            rule=prospect.rule,
        )
        for content in contents
    )


def _is_denied(scene: Scene, index: int) -> bool:
    """Say whether a word is denied, or the "be" that an adjective stands beside: "is not ready to"."""
    beside = scene.label(index) == "acomp" and scene.lemma(scene.head(index)) == "be"
    return scene.syntax.is_negated(index) or (beside and scene.syntax.is_negated(scene.head(index)))


def _is_through(scene: Scene, prospect: Prospect, content: int) -> bool:
    """Say whether what comes hangs from the entry's own preposition, if from any: "close *to* a deal"."""
    above = scene.tokens[scene.head(content)]
    through = prospect.frame in ("ing", "toward") and above.deprel == "prep"
    return not through or above.lemma in prospect.particles


def _is_overruled(scene: Scene, index: int, prospect: Prospect) -> bool:
    """Say whether a modal before the word makes the word itself the action: "will consider a merger"."""
    if prospect.rule in _NEWS:
        return not _is_news(scene, index)
    if prospect.frame == "that":
        return prospect.kind != "hope"
    if prospect.frame == "be_to" and not prospect.particles and scene.child(index, "prt") is not None:
        return True  # "will be set up to pay" is another verb than "is set to pay"
    clause = scene.syntax.clause(index)
    if prospect.frame in ("object", "dated_object", "toward") and clause is not None and clause.modals:
        return True
    if prospect.frame == "object" and _is_bare(scene, index, prospect):
        return True
    if prospect.frame == "object" and prospect.kind == "scheduled_event":
        return not _has_fixture(scene, index)
    if prospect.frame == "dated_object" or (prospect.frame == "put_off" and prospect.particles):
        return not _has_fixture(scene, index)
    return False


def _is_news(scene: Scene, index: int) -> bool:
    """Say whether it is only now made known: "announced its decision to close", not "her decision to close hurt"."""
    return scene.label(index) == "dobj" and scene.is_a(scene.head(index), "make known")


def _is_bare(scene: Scene, index: int, prospect: Prospect) -> bool:
    """Say whether an object without an article is no act: "want peace", "announced plans to"; "promised aid" is."""
    found = scene.child(index, "dobj")
    if found is None or scene.child(found, "det") is not None:
        return False
    return prospect.kind == "hope" or scene.lemma(found) in scene.rules.prospects


def _has_fixture(scene: Scene, index: int) -> bool:
    found = scene.child(index, "dobj", "nsubjpass")
    return found is not None and scene.lemma(found) in scene.rules.fixtures


def _party(scene: Scene, index: int, frame: Frame, content: int) -> int | None:
    if frame in ("noun_to", "noun_of"):
        return _owner(scene, index)
    if frame == "until_to":
        given = scene.child(index, "dative", "dobj")
        return scene.syntax.subject(index) if given is None else given
    if frame in ("object_to", "that"):
        other = scene.child(index, "dobj") if frame == "object_to" else None
        return scene.syntax.subject(content) if other is None or other > content else other
    if frame in ("subject", "new_subject") or (frame == "put_off" and scene.is_passive(index)):
        return scene.syntax.agent(index) if scene.syntax.is_passive(index) else None
    return scene.syntax.subject(index)


def _owner(scene: Scene, noun: int) -> int | None:
    """Give whose plan a noun is: "Hale's plan", "the plan by Hale", "Hale has plans"."""
    giver = scene.syntax.prepositional(noun, "from")  # "a promise from the governor to"
    owner = scene.syntax.owner(noun) if giver is None else giver
    if owner is not None:
        return owner
    for above in scene.ancestors(noun):
        if scene.upos(above) in VERBS:
            return scene.syntax.subject(above)
    return None

"""Words before a verb: "will", "may", "would", "is going to", and the "to" of a headline."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.rules import Modal, Prospect
from newsledger.outlook.scene import Scene


def modal_cues(scene: Scene, index: int, modal: Modal) -> Iterator[Cue]:
    """Give what the modal at ``index`` says to be coming; the verb above it may tell how that is taken."""
    verb = _verb_of(scene, index)
    if verb is None:
        return
    above = _attitude(scene, verb)
    going = scene.head(verb)
    turned = going != verb and scene.word(going) == "going" and scene.syntax.is_negated(going)
    party = scene.syntax.subject(verb)
    if party is not None and party > verb and scene.label(party) != "expl":
        party = None  # a parse that takes the object for the subject
    negated = scene.syntax.is_negated(verb) != turned
    first = Cue(
        content=verb,
        verb=verb,
        word=index,
        party=scene.child(verb, "dep") if party is None else party,  # a headline's: "PM to convene cabinet"
        strength=modal.strength,
        negated=negated,
        reading=modal.reading,
        rule=modal.rule,
    )
    if above is not None:
        governor, prospect = above
        first = replace(
            first,
            kind=prospect.kind,
            attitude=governor,
            strength=weaker(modal.strength, prospect.strength),
            negated=negated != (prospect.negative or _is_groundless(scene, governor)),
            rule=prospect.rule,
        )
    yield from (replace(first, content=content, verb=content) for content in scene.alike(verb))


def _is_groundless(scene: Scene, governor: int) -> bool:
    """Say whether a thought is denied, or has no ground: "there is *no reason* to believe that it will be late"."""
    if scene.syntax.is_negated(governor):
        return True
    noun = scene.head(governor)
    return scene.label(governor) in ("acl", "relcl") and scene.upos(noun) == "NOUN" and scene.syntax.is_negated(noun)


def _verb_of(scene: Scene, index: int) -> int | None:
    """Give the verb that a modal, a "going" or a headline's "to" puts in the future."""
    token = scene.tokens[index]
    word = token.text.lower()
    if word in ("going", "gon"):
        verb = scene.child(index, "xcomp")
        going = verb is not None and scene.syntax.is_infinitive(verb) and scene.child(index, "aux") is not None
        if scene.child(index, "prep") is not None:
            return None  # "is going into overtime to stop it"
        return verb if going else None
    if token.deprel != "aux":
        return None
    if word == "to":
        return token.head if _is_due(scene, token.head) else None
    verb = token.head
    if scene.label(verb) == "auxpass" and scene.head(verb) > verb:
        verb = scene.head(verb)  # some parses hang "will" from the "be" of "be closed"
    return verb if verb > index and scene.upos(verb) != "PUNCT" else None


def _is_due(scene: Scene, verb: int) -> bool:
    """Say whether "to" alone makes the future: "Hale to visit Orlow", "the panel is to be funded"."""
    token = scene.tokens[verb]
    if token.deprel == "ROOT":
        party = scene.child(verb, "nsubj", "nsubjpass", "dep")
        return party is not None and party < verb
    passive = scene.child(verb, "auxpass") is not None
    at_once = token.head == verb - 2 - passive
    if token.deprel != "xcomp" or scene.lemma(token.head) != "be" or not at_once:
        return False
    if scene.child(token.head, "aux") is not None:
        return False  # "the best course would be to wait"
    party = scene.child(token.head, "nsubj", "nsubjpass")
    if passive or party is None:
        return passive
    return _has_duties(scene, party)


def _has_duties(scene: Scene, party: int) -> bool:
    """Say whether a subject is somebody: "the only mistake is to wait" gives nobody a task."""
    token = scene.tokens[party]
    if token.upos == "NOUN" and token.text.lower() == token.lemma and token.lemma not in scene.rules.parties:
        return False
    return not scene.is_a(party, "explained")


def _attitude(scene: Scene, verb: int) -> tuple[int, Prospect] | None:
    """Give the word of hoping, fearing, promising … whose "that" clause a verb heads."""
    for above in (verb, *scene.ancestors(verb)):
        token = scene.tokens[above]
        if token.deprel in ("ccomp", "acl", "pcomp") and token.head != above:
            # "It is *likely* that", "her *hope* is that": what stands beside "is".
            beside = scene.children[token.head] if scene.lemma(token.head) == "be" else ()
            governors = (token.head, *(one for one in beside if scene.label(one) in ("acomp", "nsubj")))
            known = ((one, entry) for one in governors for entry in scene.rules.prospects.get(scene.lemma(one), ()))
            return next((pair for pair in known if _takes_that(scene, *pair)), None)
        if token.deprel not in ("xcomp", "conj") or (token.deprel == "conj" and scene.child(above, "mark") is not None):
            return None
    return None


def _takes_that(scene: Scene, index: int, prospect: Prospect) -> bool:
    return prospect.frame == "that" and has_particles(scene, index, prospect.particles)


def modal_of(scene: Scene, verb: int) -> Modal | None:
    """Give the modal that stands before a verb, its own or that of "be going to"."""
    for below in scene.children[verb]:
        if scene.label(below) == "aux" and (modal := scene.rules.modals.get(scene.word(below))):
            return modal
    return None


def has_particles(scene: Scene, index: int, particles: tuple[str, ...]) -> bool:
    """Say whether all the lemmas hang from a word, as "out" from "rule"."""
    below = [scene.lemma(one) for one in scene.children[index]]
    return all(particle in below for particle in particles)

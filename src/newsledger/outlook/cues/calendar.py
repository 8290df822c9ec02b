"""Finds what a calendar says: hearings that are on Monday, envoys who arrive on Friday."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.outlook.cues.cue import Cue
from newsledger.outlook.rules import Kind
from newsledger.outlook.scene import SUBJECTS, VERBAL, Scene


def find_dates(scene: Scene) -> Iterator[Cue]:
    """Find clauses whose plain present dates something that is to come.

    Whether the day lies ahead is for the caller to see: all of these are ``dated``.
    """
    for index, token in enumerate(scene.tokens):
        if token.upos in VERBAL and scene.is_present(index) and not _is_when(scene, index):
            yield from _by_verb(scene, index)
        if token.deprel in ("acl", "relcl") and scene.syntax.is_infinitive(index):
            yield from _to_be_done(scene, index)
        elif token.deprel == "acl" and token.text.endswith("ing"):
            yield from _starting(scene, index)


def _by_verb(scene: Scene, index: int) -> Iterator[Cue]:
    """Give what a verb in the present says, by the kind of verb it is."""
    token = scene.tokens[index]
    if token.lemma in scene.rules.futurates:
        yield from _futurate(scene, index)
    elif token.lemma == "be":
        yield from _calendar_entry(scene, index)
    elif token.text.endswith("ing") and not scene.is_a(index, "activity") and not _opens(scene, token.lemma):
        yield from _progressive(scene, index)
    if token.lemma in ("take", "come", "go", "become") and _takes_effect(scene, index):
        yield _cue(index, index, scene.syntax.subject(index), "announced_plan", "futurates/effect")


def to_noun(scene: Scene, cue: Cue) -> Cue:
    """Move a cue from a light verb to the noun that it says is to come: "the trial will begin"."""
    noun = scene.child(cue.content, *SUBJECTS)
    if scene.lemma(cue.content) == "be" and noun is not None and scene.label(noun) == "expl":
        return _there_will_be(scene, cue)
    if noun is None and scene.label(cue.content) == "xcomp":
        noun = cue.party
    if noun is None or not _is_light(scene, cue.content):
        return cue
    known = scene.lemma(noun).lower() in scene.rules.fixtures
    if not known and not (scene.upos(noun) == "NOUN" and _is_empty(scene, cue.content)):
        return cue
    # "Talks will begin" stands on a calendar, "talks could begin" does not.
    kind: Kind = "forecast" if cue.reading == "possible" else "scheduled_event"
    return replace(cue, content=noun, kind=cue.kind or kind, party=scene.syntax.owner(noun))


def _there_will_be(scene: Scene, cue: Cue) -> Cue:
    noun = scene.child(cue.content, "attr")
    if noun is None or scene.lemma(noun) not in scene.rules.fixtures or cue.reading == "possible" or cue.negated:
        return cue
    return replace(cue, content=noun, kind=cue.kind or "scheduled_event", party=scene.syntax.owner(noun))


def _is_light(scene: Scene, verb: int) -> bool:
    """Say whether a verb only says that its subject comes about: "begin", "take place", "be held"."""
    light = scene.rules.futurates.get(scene.lemma(verb))
    if scene.child(verb, "xcomp") is not None:
        return False  # "the race will end up pitting"
    if scene.lemma(verb) == "be":  # "the primary will be next week in Orlow"
        return scene.child(verb, "attr", "acomp", "xcomp") is None and scene.child(verb, "npadvmod", "prep") is not None
    if scene.child(verb, "auxpass") is not None:
        return scene.lemma(verb) == "hold"
    return light is not None and light[0] == "subject"


def _is_empty(scene: Scene, verb: int) -> bool:
    """Say whether a verb tells nothing of any subject but its day: "take place", not "take her place"."""
    place = scene.child(verb, "dobj")
    takes = place is not None and scene.lemma(place) == "place" and not scene.children[place]
    return scene.lemma(verb) == "hold" or (scene.lemma(verb) == "take" and takes)


def _futurate(scene: Scene, index: int) -> Iterator[Cue]:
    """What a verb dates: itself ("arrives on Monday") or, where it is light, its subject ("the trial begins")."""
    party = scene.syntax.subject(index)
    if party is None or scene.child(index, "mark", "xcomp", "ccomp") is not None:
        return
    if any(scene.word(below) == "up" for below in scene.children[index]):
        return  # "comes up for a vote"
    action, rule = scene.rules.futurates[scene.lemma(index)]
    is_somebody = scene.upos(party) in ("PROPN", "PRON") or scene.lemma(party) in scene.rules.parties
    own = scene.child(index, *SUBJECTS)
    if scene.lemma(party).lower() in scene.rules.fixtures:
        # "A truce that starts on Friday": the pronoun stands for it.
        content = party if scene.label(index) == "relcl" else own
        if content is not None:
            yield _cue(content, index, scene.syntax.owner(content), "scheduled_event", rule)
    elif action == "verb" or scene.child(index, "dobj") is not None or is_somebody:
        yield _act(scene, index, party, rule)
    elif own is not None and scene.upos(own) == "NOUN":
        # What a thing does: "the *visa* expires in April".
        yield _cue(own, index, scene.child(own, "poss"), "scheduled_event", rule)


def _is_when(scene: Scene, index: int) -> bool:
    """Say whether a clause only dates another: "when the school reopens on Monday"."""
    opens = {scene.word(below) for below in scene.children[index] if scene.label(below) in ("mark", "advmod")}
    met = scene.lemma(index) in ("meet", "appear", "testify", "visit")
    return "as" in opens or ("when" in opens and not met)


def _opens(scene: Scene, lemma: str) -> bool:
    """Say whether a verb says of another act that it is to come: "is planning", not "is closing"."""
    return any(one.frame not in ("toward", "put_off") for one in scene.rules.prospects.get(lemma, ()))


def _progressive(scene: Scene, index: int) -> Iterator[Cue]:
    """What somebody is doing on a day to come: "the firm is closing its mill next month"."""
    party = scene.syntax.subject(index)
    restricts = scene.label(index) == "relcl" and scene.tokens[scene.doc.first_below[index] - 1].text != ","
    if party is not None and not restricts:
        yield _act(scene, index, party, "futurates/-ing")


def _takes_effect(scene: Scene, index: int) -> bool:
    """Say whether a verb stands with a noun for holding: "takes effect", "comes into force", "becomes law"."""
    below = [one for one in scene.doc.subtree(index) if one > index]
    return any(scene.lemma(one) in ("effect", "force", "effective", "law") for one in below[:2])


def _starting(scene: Scene, index: int) -> Iterator[Cue]:
    """What a noun does on a day to come: "a *summit* starting on Monday"."""
    noun = scene.head(index)
    light = scene.rules.futurates.get(scene.lemma(index))
    if light is not None and light[0] == "subject" and scene.upos(noun) == "NOUN" and noun < index:
        yield _cue(noun, index, scene.child(noun, "poss"), "scheduled_event", light[1])


def _to_be_done(scene: Scene, index: int) -> Iterator[Cue]:
    """What a noun is for on a day to come: "a levy to be collected in June"."""
    noun = scene.head(index)
    if scene.child(index, "auxpass") is not None and scene.upos(noun) == "NOUN":
        yield _cue(index, index, noun, "announced_plan", "futurates/to be")


def _calendar_entry(scene: Scene, index: int) -> Iterator[Cue]:
    """What is on a day: "the vote is on Monday", "there are two primaries next week"."""
    there = scene.child(index, "expl") is not None
    noun, what = scene.child(index, "attr" if there else "nsubj"), scene.child(index, "attr")
    if noun is None or scene.child(index, "mark", "acomp") is not None:
        return
    if not there and what is not None and scene.upos(what) not in ("PROPN", "NUM"):
        return  # "the poll is part of a series"
    rule = scene.rules.fixtures.get(scene.lemma(noun).lower())
    if rule is not None and scene.child(index, "prep", "npadvmod", "attr") is not None:
        yield _cue(noun, index, scene.child(noun, "poss"), "scheduled_event", rule)


def _act(scene: Scene, verb: int, party: int, rule: str) -> Cue:
    return replace(_cue(verb, verb, party, None, rule), negated=scene.syntax.is_negated(verb))


def _cue(content: int, verb: int, party: int | None, kind: Kind | None, rule: str) -> Cue:
    return Cue(content=content, verb=verb, word=verb, party=party, kind=kind, dated=True, act=True, rule=rule)

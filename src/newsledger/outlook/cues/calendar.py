"""Finds what a calendar says: hearings that are on Monday, envoys who arrive on Friday, a planned end."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.outlook.cues.cue import Cue
from newsledger.outlook.rules import Kind
from newsledger.outlook.scene import SUBJECTS, Scene


def find_dates(scene: Scene) -> Iterator[Cue]:
    """Find clauses whose plain present dates something that is to come.

    Whether the day lies ahead is for the caller to see: all of these are ``dated``.
    """
    for index, token in enumerate(scene.tokens):
        yield from _by_verb(scene, index)
        if token.text.endswith("ing") and not scene.is_a(index, "activity") and not _opens(scene, token.lemma):
            yield from _progressive(scene, index)
        elif token.lemma in ("take", "come", "go", "become") and scene.is_present(index):
            yield from _taking_effect(scene, index)
        elif token.text == "up" and token.deprel in ("prt", "advmod", "acomp", "prep"):
            yield from _coming_up(scene, index)
        elif token.deprel in ("acl", "relcl") and scene.syntax.is_infinitive(index):
            yield from _to_be_done(scene, index)
        elif token.deprel == "acl" and token.text.endswith("ing"):
            yield from _starting(scene, index)


def _by_verb(scene: Scene, index: int) -> Iterator[Cue]:
    """Give what a verb in the present says, by the kind of verb it is."""
    token = scene.tokens[index]
    if token.lemma in scene.rules.futurates and scene.is_present(index):
        yield from _futurate(scene, index)
        yield from _facing(scene, index)
    elif scene.lemma(index) == "be" and scene.is_present(index):
        yield from _calendar_entry(scene, index)
    elif token.upos == "VERB" and "Tense=Pres|VerbForm=Fin" in token.morph and not _says(scene, token.lemma):
        yield from _plain_present(scene, index)


def find_announced(scene: Scene) -> Iterator[Cue]:
    """Find nouns that carry their plan: "a planned end to the strike", "her planned visit"."""
    for index, token in enumerate(scene.tokens):
        rule = scene.rules.announcers.get(token.text.lower())
        if rule is None or token.deprel != "amod" or scene.doc.text[token.span.start - 1 : token.span.start] == "-":
            continue  # "a well-planned attack" is over
        noun = token.head
        if noun > index and scene.lemma(noun) in scene.rules.acts and _is_news(scene, noun):
            owner = scene.child(noun, "poss")
            booked = owner is None and scene.lemma(noun).lower() in scene.rules.fixtures
            kind: Kind = "scheduled_event" if booked else "announced_plan"
            yield replace(_cue(noun, index, owner, kind, rule), dated=False)


def to_noun(scene: Scene, cue: Cue) -> Cue:
    """Move a cue from a light verb to the noun that it says is to come: "the trial will begin"."""
    noun = scene.child(cue.content, *SUBJECTS)
    if noun is None and scene.label(cue.content) == "xcomp":
        noun = cue.party
    if noun is None or scene.lemma(noun).lower() not in scene.rules.fixtures or not _is_light(scene, cue.content):
        return cue
    return replace(cue, content=noun, kind=cue.kind or _kind(cue), party=_organiser(scene, noun, cue.content))


def _kind(cue: Cue) -> Kind:
    """Give what a light verb makes of its noun: "talks will begin" is on a calendar, "talks could begin" is not."""
    return "forecast" if cue.reading == "possible" else "scheduled_event"


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


def _organiser(scene: Scene, noun: int, verb: int) -> int | None:
    agent = scene.syntax.agent(verb) if scene.syntax.is_passive(verb) else None
    return scene.syntax.owner(noun) if agent is None else agent


def _futurate(scene: Scene, index: int) -> Iterator[Cue]:
    if scene.is_passive(index) or scene.child(index, "mark", "xcomp", "ccomp") is not None:
        return
    action, rule = scene.rules.futurates[scene.lemma(index)]
    party = scene.syntax.subject(index)
    if party is None or _takes_effect(scene, index):
        return
    if scene.lemma(party).lower() in scene.rules.fixtures and not (
        action == "verb" and scene.lemma(party) in scene.rules.parties
    ):
        content = scene.child(index, *SUBJECTS)
        if content is not None and scene.label(index) == "relcl":
            content = party  # "a truce that starts on Friday"
        if content is not None:
            yield _cue(content, index, _organiser(scene, content, index), "scheduled_event", rule)
    elif action == "verb" or scene.child(index, "dobj") is not None:
        yield _act(scene, index, party, rule)
    elif _says_enough(scene, index) and not _is_when(scene, index):
        yield from _of_a_thing(scene, index, party, rule)


def _says_enough(scene: Scene, index: int) -> bool:
    """Say whether a verb tells of itself what comes: "expires", "takes over", not "comes as" or "comes up for"."""
    particle = scene.child(index, "prt")
    return not scene.is_a(index, "come") or (particle is not None and scene.lemma(particle) not in ("up", "off"))


def _of_a_thing(scene: Scene, index: int, party: int, rule: str) -> Iterator[Cue]:
    """What a thing does on a day to come: "the *visa* expires in April"; a body acts: "the senate reconvenes"."""
    content = scene.child(index, *SUBJECTS)
    if scene.lemma(party) in scene.rules.parties or scene.upos(party) in ("PROPN", "PRON"):
        yield _act(scene, index, party, rule)
    elif content is not None and scene.upos(content) == "NOUN":
        yield _cue(content, index, scene.child(content, "poss"), "scheduled_event", rule)


def _plain_present(scene: Scene, index: int) -> Iterator[Cue]:
    """What somebody does on a day to come, by any verb: "takes over on May 1"."""
    party = scene.syntax.subject(index)
    if party is None or scene.is_passive(index) or scene.child(index, "aux", "mark", "xcomp", "ccomp") is not None:
        return
    any_of_many = scene.label(index) == "relcl" and scene.tokens[scene.doc.first_below[index] - 1].text != ","
    if not _is_when(scene, index) and not any_of_many:
        yield _act(scene, index, party, "futurates/present")


def _is_when(scene: Scene, index: int) -> bool:
    """Say whether a clause only dates another: "when the school reopens on Monday"."""
    opens = {scene.word(below) for below in scene.children[index] if scene.label(below) in ("mark", "advmod")}
    return not opens.isdisjoint(("when", "after", "before", "as"))


def _says(scene: Scene, lemma: str) -> bool:
    """Say whether a verb tells of a state, a thought or a word, and so of no plan."""
    return (
        lemma in scene.rules.classes["lasting"]
        or lemma in scene.rules.classes["activity"]
        or lemma in scene.rules.prospects
    )


def _opens(scene: Scene, lemma: str) -> bool:
    """Say whether a verb says of another act that it is to come: "is planning", not "is closing"."""
    return any(one.frame not in ("toward", "put_off") for one in scene.rules.prospects.get(lemma, ()))


def _progressive(scene: Scene, index: int) -> Iterator[Cue]:
    """What somebody is doing on a day to come: "the firm is closing its mill next month"."""
    party = scene.syntax.subject(index)
    if party is not None and scene.is_present(index) and scene.child(index, "aux", "nsubj") is not None:
        yield _act(scene, index, party, "futurates/-ing")


def _facing(scene: Scene, index: int) -> Iterator[Cue]:
    """What waits for somebody at the end of a trial: "faces ten years in prison if convicted"."""
    if scene.lemma(index) != "face" or scene.child(index, "dobj") is None:
        return
    for clause in scene.children[index]:
        opens = (scene.word(below) for below in scene.children[clause])
        judged = scene.lemma(clause) in ("convict", "find") and scene.child(clause, *SUBJECTS) is None
        if scene.label(clause) == "advcl" and judged and "if" in opens:
            yield replace(_cue(index, index, scene.syntax.subject(index), "forecast", "futurates/if"), dated=False)


def _takes_effect(scene: Scene, index: int) -> bool:
    below = [one for one in scene.doc.subtree(index) if one > index]
    return any(scene.lemma(one) in ("effect", "force", "effective", "law") for one in below[:2])


def _taking_effect(scene: Scene, index: int) -> Iterator[Cue]:
    """What starts to hold on a day to come: "the ban takes effect in May", "the law comes into force"."""
    if _takes_effect(scene, index):
        yield _cue(index, index, scene.syntax.subject(index), "announced_plan", "futurates/effect")


def _starting(scene: Scene, index: int) -> Iterator[Cue]:
    """What a noun does on a day to come: "a *summit* starting on Monday"."""
    noun = scene.head(index)
    light = scene.rules.futurates.get(scene.lemma(index))
    if light is not None and light[0] == "subject" and scene.upos(noun) == "NOUN" and noun < index:
        yield _cue(noun, index, scene.child(noun, "poss"), "scheduled_event", light[1])


def _coming_up(scene: Scene, index: int) -> Iterator[Cue]:
    """What somebody or something is up for on a day to come: "is up for re-election in May", "comes up for a vote"."""
    verb = scene.head(index)
    if scene.lemma(verb) not in ("be", "come", "go") or not scene.is_present(verb):
        return
    through = next((one for one in (*scene.children[index], *scene.children[verb]) if scene.lemma(one) == "for"), None)
    noun = None if through is None or through < index else scene.child(through, "pobj")
    known = noun is not None and (scene.lemma(noun) in scene.rules.acts or scene.is_a(noun, "term"))
    if noun is not None and known:
        yield _cue(noun, verb, scene.syntax.subject(verb), "scheduled_event", "futurates/up for")


def _to_be_done(scene: Scene, index: int) -> Iterator[Cue]:
    """What a noun is for on a day to come: "a levy to be collected in June", "elections to be held in May"."""
    noun = scene.head(index)
    if scene.child(index, "auxpass") is None or scene.upos(noun) != "NOUN":
        return
    if scene.lemma(index) == "hold" and scene.lemma(noun).lower() in scene.rules.fixtures:
        yield _cue(noun, index, None, "scheduled_event", "futurates/to be")
    else:
        yield _cue(index, index, noun, "announced_plan", "futurates/to be")


def _calendar_entry(scene: Scene, index: int) -> Iterator[Cue]:
    noun = scene.child(index, "nsubj")
    if noun is None or scene.child(index, "mark", "acomp") is not None:
        return
    rule = scene.rules.fixtures.get(scene.lemma(noun).lower())
    what = scene.child(index, "attr")
    if what is not None and scene.upos(what) not in ("PROPN", "NUM"):
        return  # "the poll is part of a series"
    if rule is not None and scene.child(index, "prep", "npadvmod", "attr") is not None:
        yield _cue(noun, index, scene.child(noun, "poss"), "scheduled_event", rule)


def _is_news(scene: Scene, noun: int) -> bool:
    """Say whether a noun phrase brings its plan up: "a planned end", not "the planned end" of before."""
    if scene.label(noun) not in ("dobj", "attr", "pobj", "nsubj", "nsubjpass", "appos", "conj"):
        return False
    owner = scene.child(noun, "poss")
    article = scene.child(noun, "det")
    return owner is not None or (article is not None and scene.lemma(article) in ("a", "an"))


def _act(scene: Scene, verb: int, party: int, rule: str) -> Cue:
    return replace(_cue(verb, verb, party, None, rule), negated=scene.is_negated(verb))


def _cue(content: int, verb: int, party: int | None, kind: Kind | None, rule: str) -> Cue:
    return Cue(content=content, verb=verb, word=verb, party=party, kind=kind, dated=True, act=True, rule=rule)

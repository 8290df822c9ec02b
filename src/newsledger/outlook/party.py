"""Says who is to act or who hopes, and who says so."""

from newsledger.model import Annotated, Span, Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import child, is_passive, noun_phrase, subject
from newsledger.outlook.rules import Kind
from newsledger.outlook.scene import Scene

_FIRST_PERSON = frozenset({"i", "we"})
_THINGS = frozenset({"this", "that", "these", "those", "there", "it", "what", "which"})
_OPINIONS = frozenset({"hope", "forecast"})

# Statements inside statements inside statements: no writer goes further, and a loop must end.
_DEEPEST_NESTING = 8
_MOST_JOINED = 6
Party = tuple[Span | None, tuple[str, ...]]
_NOBODY: Party = (None, ())


def holder(doc: Annotated, scene: Scene, cue: Cue, kind: Kind) -> Party:
    """Give the words for who is to act, or for an opinion who hopes or predicts, and the actors' ids."""
    if kind in _OPINIONS:
        return _thinker(doc, scene, cue)
    if cue.party is None:
        return _NOBODY if kind == "scheduled_event" else source(doc, scene, statement_of(scene, cue))
    if kind != "scheduled_event" and (_is_decided(doc, scene, cue) or not is_agent(doc, scene, cue.party)):
        return _decider(doc, scene, cue)
    return _words(doc, scene, cue.party)


def _decider(doc: Annotated, scene: Scene, cue: Cue) -> Party:
    """Give who decides of a thing, which the text must name: "the road will be closed, the ministry said".

    A person who only tells of it decides nothing, unless he answers for its own doing ("The bridge
    will open, the minister said") or it is a ruling.
    """
    told = source(doc, scene, statement_of(scene, cue))
    agent = child(doc, cue.content, "agent")
    by = None if agent is None else child(doc, agent, "pobj")
    if by is not None and is_agent(doc, scene, by):
        return _words(doc, scene, by)
    if (
        _is_done_to(doc, cue)
        and not _is_decided(doc, scene, cue)
        and cue.attitude is None
        and any(scene.kinds.get(one) == "person" for one in told[1])
    ):
        return _NOBODY
    return told


def _is_done_to(doc: Annotated, cue: Cue) -> bool:
    """Say whether the subject is the one acted on: "will be closed", "and (will be) taken down"."""
    if child(doc, cue.content, "auxpass") is not None:
        return True
    return cue.party is not None and doc.tokens[cue.party].deprel == "nsubjpass"


def doers(doc: Annotated, scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Give the ids of who would have to act: the subject of an active clause that can decide to."""
    if cue.party is None or _is_done_to(doc, cue) or doc.tokens[cue.content].upos not in ("VERB", "AUX"):
        return ()
    return _words(doc, scene, cue.party)[1] if is_agent(doc, scene, cue.party) else ()


def _is_decided(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether another decides it: "the man will stay in jail, a judge ruled", not "the firm must pay, he ruled"."""
    said = scene.content.get(cue.content)
    if cue.reading == "duty" and child(doc, cue.content, "dobj") is not None:
        return False
    return said is not None and said.attitude in ("decide", "order") and cue.frame is None


def speaker(doc: Annotated, scene: Scene, cue: Cue, kind: Kind, held: Party) -> Span | None:
    """Give the words for who says it: the statement's source, or the holder of a vow or a hope."""
    said = source(doc, scene, statement_of(scene, cue))[0]
    if said is not None:
        return said
    return held[0] if kind in ("promise", "ultimatum", "hope") and cue.frame is not None else None


def statement_of(scene: Scene, cue: Cue) -> Statement | None:
    """Give the statement that an expectation stands in, the smallest whose content holds it."""
    said = scene.content.get(cue.content)
    # "will warn that" is itself to come, and reported by nobody.
    return said if said is not None or cue.frame is None else scene.cue.get(cue.word)


def source(doc: Annotated, scene: Scene, said: Statement | None) -> Party:
    """Give who makes a statement, of the nearest one around it that names its source."""
    for _ in range(_DEEPEST_NESTING):
        if said is None or said.source:
            break
        said = scene.statements.get(said.parent or "")
    if said is None or not said.source:
        return _NOBODY
    first = said.source[0]
    head = doc.head_in(first)
    if head in scene.dated:
        return _NOBODY
    ids = scene.actors.get(head, ()) if head is not None else ()
    return first, (said.source_actor,) if said.source_actor else ids


def is_first_person(doc: Annotated, party: int | None) -> bool:
    """Say whether the subject is "I" or "we"."""
    return party is not None and doc.tokens[party].text.lower() in _FIRST_PERSON


def is_agent(doc: Annotated, scene: Scene, party: int) -> bool:
    """Say whether a subject can decide to act: a named or described party, or a person's pronoun."""
    token = doc.tokens[party]
    if party in scene.actors:
        return True
    if token.upos == "PRON":
        return token.text.lower() not in _THINGS
    return token.upos == "PROPN" or token.lemma in scene.parties


def is_looming(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether what threatens is a thing, so that nobody does: "the flood threatens to reach the mill"."""
    if cue.frame != "to" or cue.party is None or is_agent(doc, scene, cue.party):
        return False
    party = doc.tokens[cue.party]
    # Several are more likely people than things, where the text only describes them: "dockers".
    return party.upos == "NOUN" and party.text.lower() == party.lemma


def is_speaker(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether the one who is to act is the one who says so."""
    if cue.party is None:
        return False
    if is_first_person(doc, cue.party):
        return True
    said = statement_of(scene, cue)
    if said is not None and said.form == "direct":
        return False  # in his own words he would say "I"
    if doc.tokens[cue.party].upos == "NOUN" and doc.tokens[cue.party].text.lower() != doc.tokens[cue.party].lemma:
        return False
    return bool(set(source(doc, scene, said)[1]) & set(scene.actors.get(cue.party, ())))


def _thinker(doc: Annotated, scene: Scene, cue: Cue) -> Party:
    if cue.attitude is not None:
        if cue.frame == "be_to" and is_passive(doc, cue.attitude) and doc.tokens[cue.attitude].upos == "VERB":
            return _NOBODY
        thinker = subject(doc, cue.attitude)
        owner = child(doc, cue.attitude, "poss")
        if cue.frame in ("noun_to", "noun_of"):
            thinker = cue.party
        found = owner if owner is not None else thinker
        if found is not None and is_agent(doc, scene, found) and not is_passive(doc, cue.attitude):
            return _words(doc, scene, found)
    if is_looming(doc, scene, cue):
        return _NOBODY  # a flood that threatens predicts nothing
    return source(doc, scene, statement_of(scene, cue))


def _words(doc: Annotated, scene: Scene, party: int) -> Party:
    ids = scene.actors.get(party, ())
    said = scene.content.get(party)
    own = said is None or said.form != "direct" or is_first_person(doc, party)
    if not ids and doc.tokens[party].upos == "PRON" and own:
        # "We will" in a quotation, "said he would" in a report: who speaks, where nobody else is known.
        ids = source(doc, scene, said)[1]
    return _whole(doc, party), tuple(dict.fromkeys((*ids, *_joined_ids(doc, scene, party))))


def _joined(doc: Annotated, party: int) -> list[int]:
    """Give the parties coordinated with one: "Kesh and *Orlow*", and in a headline "*Kesh*, Orlow agree"."""
    found: list[int] = []
    last: int | None = party
    while last is not None and len(found) < _MOST_JOINED:
        last = child(doc, last, "conj")
        if last is not None and doc.tokens[last].upos in ("NOUN", "PROPN"):
            found.append(last)
    return found


def _joined_ids(doc: Annotated, scene: Scene, party: int) -> tuple[str, ...]:
    return tuple(one for index in _joined(doc, party) for one in scene.actors.get(index, ()))


def _whole(doc: Annotated, party: int) -> Span:
    """Give the noun phrase of a party with those that are coordinated with it."""
    first = noun_phrase(doc, party)
    ends = [noun_phrase(doc, index) for index in _joined(doc, party)]
    return Span(start=first.start, end=max([first.end, *(span.end for span in ends)]))

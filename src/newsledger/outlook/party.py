"""Says who is to act or who hopes, and who says so."""

from newsledger.model import Span, Statement
from newsledger.outlook.cues import Cue
from newsledger.outlook.rules import Kind
from newsledger.outlook.scene import Scene

_FIRST_PERSON = frozenset({"i", "we"})
_OPINIONS = frozenset({"hope", "forecast"})

# Statements inside statements inside statements: no writer goes further, and a loop must end.
_DEEPEST_NESTING = 8
#: Words for some of many: "half a dozen of its donors", "a number of banks".
_PARTS = frozenset({"dozen", "group", "half", "number"})
Party = tuple[Span | None, tuple[str, ...]]
_NOBODY: Party = (None, ())


def holder(scene: Scene, cue: Cue, kind: Kind) -> Party:
    """Give the words for who is to act, or for an opinion who hopes or predicts, and the actors' ids."""
    if kind in _OPINIONS:
        return _thinker(scene, cue, kind)
    if cue.party is None:
        return _NOBODY if kind == "scheduled_event" else source(scene, statement_of(scene, cue))
    if not is_agent(scene, cue.party) or _is_affected(scene, cue):
        return _NOBODY if kind == "scheduled_event" else _decider(scene, cue)
    return _words(scene, cue.party)


def _is_affected(scene: Scene, cue: Cue) -> bool:
    """Say whether the act is done to somebody, who decides nothing: "the actress would be arrested".

    A body often is what it is made ("the panel will be based in Orlow"), where nobody is named who does it.
    """
    if cue.frame is not None or cue.party is None or scene.child(cue.content, "auxpass") is None:
        return False
    done_by = scene.syntax.agent(cue.content)
    named = done_by is not None and is_agent(scene, done_by)
    return named or not any(scene.kinds.get(one) == "organisation" for one in scene.actors.get(cue.party, ()))


def _decider(scene: Scene, cue: Cue) -> Party:
    """Give who decides of a thing, which the text must name: "the road will be closed, the ministry said".

    A person who only tells of it decides nothing, unless he answers for its own doing ("The bridge
    will open, the minister said") or it is a ruling.
    """
    told = source(scene, statement_of(scene, cue))
    agent = scene.child(cue.content, "agent")
    by = None if agent is None else scene.child(agent, "pobj")
    if by is not None and is_agent(scene, by):
        return _words(scene, by)
    open_ = _is_done_to(scene, cue) and cue.attitude is None
    return _NOBODY if open_ and any(scene.kinds.get(one) == "person" for one in told[1]) else told


def _is_done_to(scene: Scene, cue: Cue) -> bool:
    """Say whether the subject is the one acted on: "will be closed", "and (will be) taken down"."""
    if scene.child(cue.content, "auxpass") is not None:
        return True
    return cue.party is not None and scene.label(cue.party) == "nsubjpass"


def doers(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Give the ids of who would have to act: the subject of an active clause that can decide to, or by whom it is."""
    if scene.upos(cue.content) not in ("VERB", "AUX"):
        return ()
    done_by = scene.syntax.agent(cue.content) if scene.syntax.is_passive(cue.content) else None
    party = done_by if _is_done_to(scene, cue) or done_by is not None else cue.party
    return _words(scene, party)[1] if party is not None and is_agent(scene, party) else ()


def undergoers(scene: Scene, cue: Cue) -> tuple[str, ...]:
    """Give the ids of the actors to whom it would be done, or against whom ("file a suit *against Kesh*")."""
    verb, syntax = cue.content, scene.syntax
    if scene.upos(verb) not in ("VERB", "AUX"):
        return ()
    thing = syntax.object(verb)
    above = (verb,) if thing is None or thing < verb else (verb, thing)
    heads = (syntax.recipient(verb), thing, *(syntax.prepositional(one, "against") for one in above))
    named = (
        own for head in heads if head is not None for one in syntax.joined(head) for own in scene.actors.get(one, ())
    )
    return tuple(dict.fromkeys(named))


def speaker(scene: Scene, cue: Cue, kind: Kind, held: Party) -> Span | None:
    """Give the words for who says it: the statement's source, or the holder of a vow or a hope."""
    said = source(scene, statement_of(scene, cue))[0]
    if said is not None:
        return said
    return held[0] if kind in ("promise", "ultimatum", "hope") and cue.frame is not None else None


def statement_of(scene: Scene, cue: Cue) -> Statement | None:
    """Give the statement that an expectation stands in, the smallest whose content holds it."""
    said = scene.content.get(cue.content)
    # "will warn that" is itself to come, and reported by nobody.
    return said if said is not None or cue.frame is None else scene.cue.get(cue.word)


def source(scene: Scene, said: Statement | None) -> Party:
    """Give who makes a statement, of the nearest one around it that names its source."""
    for _ in range(_DEEPEST_NESTING):
        if said is None or said.source:
            break
        said = scene.statements.get(said.parent or "")
    if said is None or not said.source:
        return _NOBODY
    first = said.source[0]
    head = scene.doc.head_in(first)
    if head in scene.dated:
        return _NOBODY
    ids = scene.actors.get(head, ()) if head is not None else ()
    return first, (said.source_actor,) if said.source_actor else ids


def is_first_person(scene: Scene, party: int | None) -> bool:
    """Say whether the subject is "I" or "we"."""
    return party is not None and scene.word(party) in _FIRST_PERSON


def is_agent(scene: Scene, party: int) -> bool:
    """Say whether a subject can decide to act: a named or described party, or a person's pronoun."""
    token = scene.tokens[party]
    if party in scene.actors:
        return True
    whole = scene.syntax.prepositional(party, "of") if token.upos in ("NUM", "PRON") or token.lemma in _PARTS else None
    if whole is not None and whole != party:
        return is_agent(scene, whole)
    if token.upos == "PRON":
        return token.text.lower() not in scene.rules.classes["thing"]
    return token.upos == "PROPN" or token.lemma in scene.rules.parties


def is_looming(scene: Scene, cue: Cue) -> bool:
    """Say whether what threatens is a thing, so that nobody does: "the flood threatens to reach the mill"."""
    if cue.party is None:
        return cue.frame == "object"  # "…, threatening further losses"
    return cue.frame in ("to", "object") and is_thing(scene, cue.party)


def is_thing(scene: Scene, party: int) -> bool:
    """Say whether a subject can want nothing: "the flood", "it"; several may be people, as "dockers" are."""
    token = scene.tokens[party]
    alone = token.upos == "PRON" or (token.upos == "NOUN" and token.text.lower() == token.lemma)
    return alone and not is_agent(scene, party)


def is_speaker(scene: Scene, cue: Cue) -> bool:
    """Say whether the one who is to act is the one who says so."""
    if cue.party is None:
        return False
    if is_first_person(scene, cue.party):
        return True
    said = statement_of(scene, cue)
    if said is not None and said.form == "direct":
        return False  # in his own words he would say "I"
    if scene.upos(cue.party) == "NOUN" and scene.word(cue.party) != scene.lemma(cue.party):
        return False
    return bool(set(source(scene, said)[1]) & set(scene.actors.get(cue.party, ())))


def _thinker(scene: Scene, cue: Cue, kind: Kind) -> Party:
    if cue.attitude is not None:
        described = scene.upos(cue.attitude) == "ADJ" and (kind == "hope" or cue.frame != "be_to")
        if cue.frame == "be_to" and scene.is_passive(cue.attitude) and scene.upos(cue.attitude) == "VERB":
            return _NOBODY
        thinker = scene.syntax.subject(cue.attitude)
        owner = scene.child(cue.attitude, "poss")
        if cue.frame in ("noun_to", "noun_of"):
            thinker = cue.party
        found = owner if owner is not None else thinker
        # "Is eager to", "is sceptical that" are the subject's own thoughts; "is likely to" is nobody's.
        if found is not None and is_agent(scene, found) and (described or not scene.is_passive(cue.attitude)):
            return _words(scene, found)
    if is_looming(scene, cue):
        return _NOBODY  # a flood that threatens predicts nothing
    return source(scene, statement_of(scene, cue))


def _words(scene: Scene, party: int) -> Party:
    ids = scene.actors.get(party, ())
    said = scene.content.get(party)
    own = said is None or said.form != "direct" or is_first_person(scene, party)
    if not ids and scene.upos(party) == "PRON" and own:
        # "We will" in a quotation, "said he would" in a report: who speaks, where nobody else is known.
        ids = source(scene, said)[1]
    joined = [one for one in scene.syntax.joined(party) if one > party and scene.upos(one) in ("NOUN", "PROPN")]
    others = (actor for one in joined for actor in scene.actors.get(one, ()))
    return _whole(scene, [party, *joined]), tuple(dict.fromkeys((*ids, *others)))


def _whole(scene: Scene, parties: list[int]) -> Span:
    """Give the noun phrase of a party with those that are coordinated with it."""
    spans = [scene.syntax.noun_phrase(one) for one in parties]
    return Span(start=spans[0].start, end=max(span.end for span in spans))

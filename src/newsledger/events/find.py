"""Finds who did what to whom: each trigger with its parties, its standing and who reports it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from newsledger.events.again import named_again
from newsledger.events.coder import Coded, code, only_labels
from newsledger.events.frames.locations import affected_place
from newsledger.events.frames.parties import Party, Who, bears, divided, party_at
from newsledger.events.frames.predicates import Match
from newsledger.events.frames.reach import TOGETHER
from newsledger.events.frames.roles import is_mutual
from newsledger.events.mentions import join_mentions
from newsledger.events.names import Names
from newsledger.events.obligations import find_obligations, source_link
from newsledger.events.ontology import code_of, plover_type
from newsledger.events.rules import Rules
from newsledger.events.setting.contexts import contexts
from newsledger.events.setting.details import Lands, When, caption_times, locate, numbers, times_by_clause, toll, when
from newsledger.events.setting.scenes import Setting, private_scene
from newsledger.events.setting.where import narrowed, place
from newsledger.events.standing import HAPPENED, is_definite
from newsledger.events.standing.lasting import is_named_for, standing_of
from newsledger.events.standing.marks import is_order
from newsledger.events.tellings import lend_tellings
from newsledger.events.twins import find_twins, join_twins, lend_parties
from newsledger.model import (
    Actor,
    Annotated,
    Event,
    EventType,
    Link,
    Number,
    PloverType,
    Span,
    Standing,
    Statement,
    Syntax,
    Timex,
    altered,
    finding_ids,
)

#: Types that are done to a place where nobody else is named ("shelling in Aleppo").
_LOCAL = frozenset({"ASSAULT", "MOBILIZE", "AID", "COERCE", "RETREAT", "CONCEDE", "SANCTION"})
#: Types whose nouns, with nobody who gives or gets, name what is given.
_GOODS = frozenset({"AID", "SUPPORT", "COOPERATE"})
#: Types of acts that are nothing without those who do them and to whom.
_BETWEEN_PARTIES = frozenset(
    {"AGREE", "AID", "CONCEDE", "COOPERATE", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"}
)
#: The most letters of an entry's words that stand together as the trigger.
_LONGEST_TRIGGER = 40
#: Types that are none where they are only possible, too ("a chance to vote", "time to discuss it").
_OFTEN_UNREAL = frozenset({"CONSULT", "OTHER", "PROTEST"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext:
    """What the finder knows of an article beside its parse."""

    who: Who
    names: Mapping[str, Names]
    timexes: Mapping[int, tuple[Timex, ...]]
    captions: Mapping[int, When]
    carriers: Mapping[int, Statement]
    lands: Lands
    setting: Setting

    @classmethod
    def of(
        cls,
        syntax: Syntax,
        actors: tuple[Actor, ...],
        statements: tuple[Statement, ...],
        times: tuple[Timex, ...],
        rules: Rules,
    ) -> "ArticleContext":
        """Look at what the other rooms found."""
        who, by_id = Who.of(syntax.doc, actors, times), {actor.id: actor for actor in actors}
        return cls(
            who=who,
            names={actor.id: Names.of(actor) for actor in actors},
            lands=Lands.of(who, by_id),
            timexes=times_by_clause(syntax.doc, times),
            captions=caption_times(syntax.doc, times),
            carriers=_carriers(syntax.doc, statements),
            setting=Setting.of(syntax.doc, rules),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is told of an act beside who does it to whom."""

    standing: Standing
    dated: When
    where: Span | None
    counts: tuple[Number, ...]


def find(
    syntax: Syntax,
    actors: tuple[Actor, ...],
    statements: tuple[Statement, ...],
    times: tuple[Timex, ...],
    rules: Rules,
) -> tuple[Event, ...]:
    """Find what is done, by whom and to whom, with whether it happened.

    Args:
        syntax: The article's clauses.
        actors: Who is mentioned.
        statements: Who said what.
        times: Time expressions, resolved.
        rules: The room's word lists.

    Returns:
        One event for each trigger, in text order.
    """
    page = ArticleContext.of(syntax, actors, statements, times, rules)
    kept = [coded for coded in code(syntax, page.who, rules) if vetoed_by(syntax, coded, page, rules) is None]
    public = [coded for coded in kept if not _only_tells_readiness(coded, kept)]
    found = [(event, coded) for coded in public if (event := event_of(syntax, coded, page, rules)) is not None]
    found += [*told_again(syntax, [one for _, one in found], public, page, rules), *_demands(syntax, page, rules)]
    found = sorted(found, key=lambda pair: pair[0].trigger.start)
    twins = find_twins(syntax.doc, found, rules)
    events = _with_ids(syntax.doc, [event for event, _ in lend_parties(found, twins)])
    named = frozenset(event.id for event, (_, coded) in zip(events, found, strict=True) if _is_only_named(coded))
    told = lend_tellings(syntax.doc, join_twins(join_mentions(syntax.doc, events, rules, named), twins))
    return tuple(_with_theme_apart(syntax, event, page.who, rules) for event in told)


def _with_theme_apart(syntax: Syntax, event: Event, who: Who, rules: Rules) -> Event:
    """Take what nobody bears for what an act is about: "slammed *the proposal*" is aimed at nobody who is named.

    The words stay, as a link; last, since they tell mentions of one happening apart and have part in its id.
    """
    span = event.recipient
    head = None if span is None or event.recipient_ids else syntax.doc.head_in(span)
    if span is None or head is None or bears(syntax, head, event.event_type, who, rules):
        return event
    kept = tuple(link for link in event.links if link.role != "recipient")
    return replace(event, recipient=None, links=(*kept, Link(role="recipient", kind="theme", spans=(span,))))


def vetoed_by(syntax: Syntax, coded: Coded, page: ArticleContext, rules: Rules) -> str | None:
    """Say why a trigger makes no event, None where it may."""
    if only_labels(syntax, coded, page.who, rules):
        return "only tells what kind of thing or person another is"
    if coded.hit.trigger.pos == "verb" and coded.index not in page.carriers and _is_for_the_reader(syntax, coded.index):
        return "told to the reader"
    scene = private_scene(syntax, coded, page.who, rules, page.setting)
    return None if scene is None else f"no public affair: {scene}"


def _is_for_the_reader(syntax: Syntax, verb: int) -> bool:
    """Say whether a verb tells the reader what to do, or what he does ("*Refuse* straws", "if you *buy* a phone")."""
    token, agent = syntax.tokens[verb], syntax.agent(verb)
    if agent is not None:
        return syntax.tokens[agent].text.lower() == "you"
    return token.deprel == "ROOT" and token.morph == "VerbForm=Inf" and is_order(syntax, verb)


def _demands(syntax: Syntax, page: ArticleContext, rules: Rules) -> Iterator[tuple[Event, Coded]]:
    """Give what speakers demand by saying that somebody must do it; the act of saying has nobody who reports it."""
    for coded, statement in find_obligations(syntax, page.carriers, page.who):
        private = private_scene(syntax, coded, page.who, rules, page.setting)
        event = None if private else event_of(syntax, coded, page, rules)
        if event is not None:
            links = (source_link(statement), *(one for one in event.links if one.role != "actor"))
            yield replace(event, reported_by=statement.parent, links=links), coded


def told_again(
    syntax: Syntax, told: list[Coded], public: list[Coded], page: ArticleContext, rules: Rules
) -> Iterator[tuple[Event, Coded]]:
    """Give what nouns name again, whoever else their sentence names: it was a public affair where it was told."""
    for coded in named_again(syntax, told, public, page.who, rules):
        if not only_labels(syntax, coded, page.who, rules):
            yield _record(syntax, coded, coded.recipient, circumstances(syntax, coded, page, rules), page, rules), coded


def _only_tells_readiness(coded: Coded, others: list[Coded]) -> bool:
    """Say whether an adjective only tells how far a deed is that has an event of its own: "*ready* to meet".

    Where it is something for somebody else, it is an offer ("ready to send Chad troops").
    """
    if coded.hit.trigger.pos != "adj":
        return False
    inner = [other.hit.predicate.event_type for other in others if other.governor == coded.index]
    offered = coded.recipient is not None and "CONSULT" not in inner
    return bool(inner) and not offered


def _is_only_named(coded: Coded) -> bool:
    """Say whether no word tells whether it happened ("the patrols")."""
    return coded.hit.trigger.pos == "noun" and coded.judged == HAPPENED


def event_of(syntax: Syntax, coded: Coded, page: ArticleContext, rules: Rules) -> Event | None:
    """Make the record of an act, None where it tells of nobody."""
    nobody, kind = not (coded.actor or coded.recipient or _counts(syntax, coded, rules)), coded.hit.predicate.event_type
    if nobody and kind != "OTHER" and not _told_of_somebody(syntax.doc, coded, page.who, rules):
        return None
    told = circumstances(syntax, coded, page, rules)
    recipient = coded.recipient or _place_done_to(syntax, coded, told, page.who, rules)
    unnamed = nobody and recipient is None and not _is_one_happening(syntax, coded, page, told)
    if unnamed or _is_generic(syntax, coded, told.standing, page.who):
        return None
    together = replace(coded, actor=_parted(syntax, coded, coded.actor, recipient, page.who))
    return _record(syntax, together, recipient, told, page, rules)


def circumstances(syntax: Syntax, coded: Coded, page: ArticleContext, rules: Rules) -> Circumstances:
    """Say when, where, with how many and whether an act happened."""
    dated = when(syntax, coded.hit.trigger, page.timexes, rules)
    dated = When() if is_named_for(syntax, coded, rules) else dated
    standing = standing_of(syntax, coded, dated, rules)
    if not (dated.earliest or dated.latest):
        dated = page.captions.get(syntax.doc.sentence_at(coded.index).block, dated)
    where = place(syntax, coded, page.who, rules)
    return Circumstances(standing=standing, dated=dated, where=where, counts=_counts(syntax, coded, rules))


def _record(
    syntax: Syntax, coded: Coded, recipient: Party | None, told: Circumstances, page: ArticleContext, rules: Rules
) -> Event:
    hit, actor, predicate = coded.hit, coded.actor, coded.hit.predicate
    event_type = cast("EventType", predicate.event_type)
    booked = _booked(syntax, coded, event_type, told.standing)
    cameo = code_of(rules.codes, event_type, booked, predicate.cameo)
    where = narrowed(syntax, coded, told.where, page.who, rules)
    located = locate(syntax, where, rules, page.lands)
    words = Span(start=syntax.tokens[hit.words[0]].span.start, end=syntax.tokens[hit.words[-1]].span.end)
    carrier = page.carriers.get(coded.index)
    return Event(
        id="",
        same_as=None,
        event_type=event_type,
        other_kind=predicate.other_kind,
        plover_type=booked,
        mode=predicate.mode,
        context=contexts(syntax.doc, coded, page.who, rules, page.setting.words_at(syntax.doc, coded.index)),
        cameo=cameo.code if cameo else None,
        quad=cameo.quad if cameo else None,
        goldstein=cameo.goldstein if cameo else None,
        trigger=words if words.end - words.start < _LONGEST_TRIGGER else syntax.tokens[coded.index].span,
        actor=actor.span if actor else None,
        recipient=recipient.span if recipient else None,
        actor_ids=actor.ids if actor else (),
        recipient_ids=recipient.ids if recipient else (),
        reciprocal=recipient is None and actor is not None and _is_mutual(syntax, coded, actor),
        links=tuple(_links(syntax.doc, coded.index, (actor, recipient), page)),
        standing=told.standing,
        reported_by=carrier.id if carrier else None,
        place=where,
        place_country=located.country if located else None,
        latitude=located.latitude if located else None,
        longitude=located.longitude if located else None,
        times=told.dated.times,
        earliest=told.dated.earliest,
        latest=told.dated.latest,
        numbers=told.counts,
        block_role=syntax.doc.role_at(coded.index),
        rule=predicate.rule,
    )


def _counts(syntax: Syntax, coded: Coded, rules: Rules) -> tuple[Number, ...]:
    """Give the numbers of an act: of its parties, of what it is counted in, of who came to harm."""
    hit, parties = coded.hit, (coded.actor, coded.recipient)
    heads = (*(party.head for party in parties if party), *_counted(syntax, hit))
    hurt = toll(syntax, hit.trigger, rules) if hit.predicate.other_kind in ("accident", "disaster") else ()
    return numbers(syntax, hit.trigger, hit.predicate, heads, rules) + hurt


def _is_together(syntax: Syntax, coded: Coded) -> bool:
    """Say whether several do it with each other ("the two armies clashed")."""
    actor = coded.actor
    return actor is not None and len(actor.ids) > 1 and is_mutual(syntax, coded.hit.trigger, coded.hit.predicate)


def _booked(syntax: Syntax, coded: Coded, event_type: EventType, standing: Standing) -> PloverType | None:
    """Say as what older coders book it: who will not do it for another, or fails to, refuses ("will *not* meet")."""
    booked, clause = plover_type(event_type, standing, coded.hit.predicate.cameo), syntax.clause(coded.index)
    if standing != "denied" or coded.actor is None or plover_type(event_type, "planned") != "AGREE":
        return booked
    refused = clause is not None and clause.is_negated and clause.tense == "future"
    return "REJECT" if refused or any("/fail " in rule for rule in coded.judged.rules) else booked


def _is_mutual(syntax: Syntax, coded: Coded, actor: Party) -> bool:
    """Say whether several do it to each other; "the two ministers met" names them by one noun."""
    predicate = coded.hit.predicate
    plural = predicate.mutual and "Number=Plur" in syntax.tokens[actor.head].morph
    several = len(actor.ids) > 1 or (plural and predicate.event_type in TOGETHER)
    return several and is_mutual(syntax, coded.hit.trigger, predicate)


def _links(
    doc: Annotated, index: int, sides: tuple[Party | None, Party | None], page: ArticleContext
) -> Iterator[Link]:
    """Give for each party that a pronoun or "the minister" stands for its name, where another sentence has it."""
    sentence = doc.sentence_at(index).span
    roles: tuple[Literal["actor", "recipient"], ...] = ("actor", "recipient")
    for role, party in zip(roles, sides, strict=True):
        if party is None or len(party.ids) != 1:
            continue
        names = page.names[party.ids[0]]
        if names.is_named_in(sentence) or not names.is_meant_by(party.span):
            continue
        if (nearest := names.nearest(party.span)) is not None:
            yield Link(role=role, kind="coreference", spans=(nearest,))


def _parted(syntax: Syntax, coded: Coded, actor: Party | None, recipient: Party | None, who: Who) -> Party | None:
    """Name each of those who do it to each other as owners of one noun ("the armies of Norway and Sweden")."""
    if actor is None or recipient is not None or len(actor.ids) > 1:
        return actor
    if not is_mutual(syntax, coded.hit.trigger, coded.hit.predicate):
        return actor
    ids = divided(syntax, actor.head, who)
    return replace(actor, ids=ids, span=syntax.doc.cover(syntax.doc.subtree(actor.head))) if ids else actor


def _place_done_to(syntax: Syntax, coded: Coded, told: Circumstances, who: Who, rules: Rules) -> Party | None:
    """Give the place that a deed is done to; where the doer is at home is none ("police *in Chad* fired")."""
    if told.counts or coded.hit.predicate.event_type not in _LOCAL or _is_together(syntax, coded):
        return None
    own = frozenset() if coded.actor is None else frozenset(syntax.doc.subtree(coded.actor.head))
    head = None if told.where is None else syntax.doc.head_in(told.where)
    found = (
        None if head is None else party_at(syntax, head, who, rules),
        affected_place(syntax, coded.hit.trigger, who, rules),
    )
    return next((party for party in found if party is not None and party.head not in own), None)


def _told_of_somebody(doc: Annotated, coded: Coded, who: Who, rules: Rules) -> bool:
    """Say whether what is done by nobody to nobody is told in a sentence that names somebody.

    Without that it is no public affair; and a noun of help or backing alone is a good, not a deed ("food aid").
    """
    goods = coded.hit.trigger.pos == "noun" and coded.hit.predicate.event_type in _GOODS
    if goods and not coded.judged.rules and not is_definite(doc, coded.index, rules):
        return False
    return any(word in who.inside for word in doc.sentence_at(coded.index).indices)


def _is_one_happening(syntax: Syntax, coded: Coded, page: ArticleContext, told: Circumstances) -> bool:
    """Say whether what nobody does to nobody is one happening: what only parties make one has a land, day or place.

    "The blast" is one by itself; "a request for comment", "calls for reform" and "a chance to vote" are none.
    """
    kind, real = coded.hit.predicate.event_type, coded.judged.standing not in ("hypothetical", "denied")
    if (kind not in _BETWEEN_PARTIES and (kind not in _OFTEN_UNREAL or real)) or syntax.subject(
        coded.index
    ) is not None:
        return True
    placed = told.dated.earliest is not None or told.where is not None
    if real and (placed or syntax.doc.role_at(coded.index) == "headline"):
        return True
    named = {own for index in syntax.doc.sentence_at(coded.index).indices for own in page.who.at(index)}
    return kind != "OTHER" and any(page.who.kinds[own] in ("country", "government") for own in named)


def _is_generic(syntax: Syntax, coded: Coded, standing: Standing, who: Who) -> bool:
    """Say whether nobody might do it to any of a kind ("ways to help *retirees*"), where no land's people are meant."""
    recipient = coded.recipient
    if coded.actor is not None or recipient is None or standing != "hypothetical":
        return False
    token = syntax.tokens[recipient.head]
    below = (syntax.tokens[index].deprel for index in syntax.children[recipient.head])
    kind = token.upos == "NOUN" and "Number=Plur" in token.morph and not {"det", "poss", "nummod"} & set(below)
    return kind and not any(own in who.countries for own in recipient.ids)


def _counted(syntax: Syntax, hit: Match) -> tuple[int | None, ...]:
    """Give what a verb may count beside its parties: its object, and of a protest those who take part."""
    if hit.trigger.pos != "verb":
        return ()
    protest = hit.predicate.event_type == "PROTEST"
    return syntax.object(hit.trigger.index), syntax.agent(hit.trigger.index) if protest else None


def _carriers(doc: Annotated, statements: tuple[Statement, ...]) -> Mapping[int, Statement]:
    """Give for each token inside what is said the smallest statement that holds it."""
    widest = sorted(statements, key=lambda one: sum(part.end - part.start for part in one.content), reverse=True)
    return {index: statement for statement in widest for part in statement.content for index in doc.tokens_in(part)}


def _with_ids(doc: Annotated, events: list[Event]) -> tuple[Event, ...]:
    def words(span: Span | None) -> str:
        return "" if span is None else span.of(doc.text)

    roles = [(words(event.trigger), words(event.actor), words(event.recipient)) for event in events]
    ids = finding_ids("event", doc.article.id, roles)
    return tuple(altered(event, id=own) for event, own in zip(events, ids, strict=True))

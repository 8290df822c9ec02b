"""One finding, one sentence, of words that are cut from the text: the same on a terminal and on a page.

``planned · meet · Anna Berg → Carl Lund · 8 Mar 2019``: whether it is so, the act, who, and when. What is
unknown is left out; codes and places stand in the receipt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.model import Event, Expectation, Record, Span, Statement
from newsledger.show import phrases
from newsledger.show.settlement import doing, due, report, settlement
from newsledger.show.telling.index import index_of
from newsledger.show.telling.words import act_of, party_of

#: What happened lies before the day on which it is told.
_PAST = frozenset({"happened", "ongoing", "alleged"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding in words; what is not known is ``""``.

    Attributes:
        lead: Whether it is so: an event's standing, an expectation's kind.
        act: What is done.
        parties: Who does it, and to whom.
        when: The days, as exact as they are known.
        receipt: Code of the act, for those who want it.
    """

    lead: str
    act: str
    parties: str
    when: str
    receipt: str

    @property
    def sentence(self) -> str:
        """All of it on one line."""
        return " · ".join(part for part in (self.lead, self.act, self.parties, self.when) if part)


def told_event(record: Record, event: Event) -> Told:
    """Tell of an event: ``happened · accused · Prosecutors → owner of the ferry · Apr 2019``."""
    actor = named(record, event.actor, event.actor_ids)
    recipient = named(record, event.recipient, event.recipient_ids)
    act = act_of(event.trigger.of(record.article.text))
    return Told(
        lead=event.standing,
        act=act if actor or not recipient else f"{act} → {recipient}",
        parties=f"{actor} → {recipient}" if recipient and actor else actor,
        when=_when(record, event),
        receipt=phrases.kind(event),
    )


def _when(record: Record, event: Event) -> str:
    """Tell the days of an event: a month or a year stays one, and "since" has no end, also of what is over."""
    first, last = event.earliest, event.latest
    if first and days_of(record, event)[1] and (last is None or phrases.whole(first, last)):
        return phrases.window(first, last)
    return phrases.window(*days_of(record, event))


def days_of(record: Record, event: Event) -> tuple[date | None, date | None]:
    """Give the days on which an event may lie; what happened was no later than it is told."""
    published = record.article.date_published.latest
    begins_later = event.earliest is not None and published is not None and event.earliest > published
    if event.standing not in _PAST or published is None or begins_later or (event.earliest or event.latest) is None:
        return event.earliest, event.latest
    return event.earliest, min(event.latest or published, published)


def told_statement(record: Record, statement: Statement) -> Told:
    """Tell who says something, and by which words: ``Anna Berg · said``."""
    text = record.article.text
    known = index_of(record).names.get(statement.source_actor or "")
    source = party_of(known or phrases.words(statement.source, text), is_name=bool(known))
    cue = act_of(phrases.words(statement.cue, text))
    return Told(lead="", act=cue, parties=source, when="", receipt=statement.attitude)


def told_expectation(record: Record, expectation: Expectation) -> Told | None:
    """Tell what is expected: ``promise · meet Carl Lund · Anna Berg · due on 8 Mar 2019``.

    Returns:
        None where no words say what is to come of it and by whom, so that there is nothing to wait for.
    """
    if not settlement(expectation, record):
        return None
    act, parties = doing(expectation, record)
    holder = named(record, expectation.holder, expectation.holder_ids)
    doer = ", ".join(dict.fromkeys(party_of(actor.name, is_name=True) for actor in parties)) or ""
    by = f" of {holder}" if holder and act and holder != doer else ""
    firmness = "" if expectation.strength == "firm" else expectation.strength
    lead = (expectation.kind.replace("_", " ") + by, firmness, "not to come" * expectation.negated)
    return Told(
        lead=", ".join(part for part in lead if part),
        act=act_of(act),
        parties=doer,
        when=due(expectation, record).rstrip(".").replace("Due", "due").replace("Holds", "holds"),
        receipt=expectation.settled_by.event_type or "",
    )


def outcome(record: Record, expectation: Expectation) -> str:
    """Say which report would settle an expectation: ``settled by a report that A met B``."""
    reported = report(expectation, record)
    verdict = "broken" if expectation.settled_by.negated else "settled"
    return f"{verdict} by a report that {reported}" if reported else ""


def expectations_told(record: Record) -> tuple[Expectation, ...]:
    """Give the distinct expectations that can be told; every count is over these."""
    first = phrases.distinct(record.expectations)
    return tuple(one for one in first if told_expectation(record, one) is not None)


def reporter(record: Record, event: Event) -> str:
    """Say who reports an event: ``says Anna Berg``; ``""`` for the outlet itself, or where nobody is named."""
    carrier = index_of(record).statements.get(event.reported_by or "")
    source = told_statement(record, carrier).parties if carrier else ""
    return f"says {source}" if source else ""


def named(record: Record, span: Span | None, ids: Sequence[str]) -> str:
    """Name those who have a part; where no actor is known, by the words themselves; ``""`` where nobody is."""
    names = index_of(record).names
    known = [party_of(names[one], is_name=True) for one in ids if one in names]
    told = ", ".join(dict.fromkeys(name for name in known if name))
    return told or (party_of(phrases.words([span], record.article.text), is_name=False) if span else "")


def again(record: Record, identifier: str) -> str:
    """Say how often a happening or an expectation is told, where that is more than once: ``told 2 times``."""
    count = index_of(record).tellings.get(identifier, 0)
    return f"told {count} times" if count > 1 else ""

"""How many there are: the one place that counts, so that the head of a page, its filters and the terminal agree."""

from collections import Counter
from collections.abc import Iterator

from newsledger.model import Record
from newsledger.show import phrases
from newsledger.show.telling.findings import expectations_told


def counts(record: Record) -> tuple[str, ...]:
    """Count a record's statements, distinct events by standing, and distinct expectations that can be told."""
    return tuple(
        words + (f" ({', '.join(told for _, told in parts)})" if parts else "") for _, words, parts in tally(record)
    )


def tally(record: Record) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Give each kind with its count in words, and the same for each standing of it."""
    statements, events, expectations = numbers(record)
    standings = Counter(event.standing for event in phrases.distinct(record.events))
    parts = tuple((standing, f"{number} {standing}") for standing, number in standings.most_common())
    yield "statement", phrases.count(statements, "statement"), ()
    yield "event", phrases.count(events, "event"), parts
    yield "expectation", phrases.count(expectations, "expectation"), ()


def numbers(record: Record) -> tuple[int, int, int]:
    """Count statements, distinct events and distinct expectations."""
    return len(record.statements), len(phrases.distinct(record.events)), len(expectations_told(record))

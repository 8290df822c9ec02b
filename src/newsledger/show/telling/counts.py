"""How many there are: the one place that counts, so that the head of a page, its filters and the terminal agree."""

from collections import Counter

from newsledger.model import Record
from newsledger.show import phrases
from newsledger.show.telling.findings import expectations_told
from newsledger.show.telling.once import events_told


def counts(record: Record) -> tuple[str, ...]:
    """Count a record's statements, the events that no other finding tells by standing, and the expectations."""
    statements, events, expectations = numbers(record)
    standings = Counter(event.standing for event in events_told(record)).most_common()
    parts = f" ({', '.join(f'{number} {standing}' for standing, number in standings)})" if standings else ""
    return (
        phrases.count(statements, "statement"),
        phrases.count(events, "event") + parts,
        phrases.count(expectations, "expectation"),
    )


def numbers(record: Record) -> tuple[int, int, int]:
    """Count statements, events and expectations, each thing once."""
    return len(record.statements), len(events_told(record)), len(expectations_told(record))

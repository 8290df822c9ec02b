"""Holds what the program tells of chains of pages against what somebody wrote down who had not seen it.

    python eval/chains.py [read|sealed|blind|fresh|held|later ...] [--show] [--found PAGES.jsonl]

For each asked day only the pages up to it are given. A state is right where its class is (hinted or planned; dated or
moved; each other one by itself) and, of what is dated, its last day. A happening is what holds most of its annotated
mentions. ``--show`` prints what is wrong, and each chain by itself: not of ``later``. The pages of all but ``read`` and
``sealed`` are in a file of their own (``--found``).
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse
from chain_texts import CHAINS, texts
from chain_told import Pages, Told, told_on
from moved_places import finder
from newsledger.model import Capture, Event, Expectation, Record, Span
from newsledger.pipeline import Reader

HALVES = ("read", "sealed")
#: What nobody looks into but the scorer.
HELD = "later"
#: The chain whose pages are in words of our own: counted apart.
OWN = "seed"
SETTLED = frozenset({"happened", "denied", "called_off"})
#: Classes of states that count as one.
CLASSES = {"planned": "hinted", "moved": "dated"}

Row = dict[str, Any]
Figures = Counter[tuple[str, bool]]


def main() -> None:
    """Print the table of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halves", nargs="*", default=HALVES)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--found", type=Path)
    options = parser.parse_args()
    reader, known = Reader.load("en"), texts(options.found)
    for half in options.halves:
        chains = [json.loads(line) for line in (CHAINS / f"{half}.jsonl").read_text("utf-8").splitlines()]
        figures = {
            chain["chain"]: score(chain, *_read(chain, reader, known), show=options.show and half != HELD)
            for chain in chains
        }
        if options.show and half != HELD:
            for name, one in figures.items():
                _print(name, one)
        _print(half, sum((one for name, one in figures.items() if name != OWN), Counter()))
        if OWN in figures:
            _print(f"{half}: the seed's chain", figures[OWN])


def score(chain: Row, pages: Pages, places: Callable[[int, Row], Span], *, show: bool) -> Figures:
    """Count what is right of a chain.

    Args:
        chain: Its annotation.
        pages: Its records.
        places: Gives an annotated place of a page in its record's own text.
        show: Print what is wrong.
    """
    figures: Figures = Counter()
    for mention in chain["mentions"]:
        asked = bool(mention["actor"] or mention["recipient"] or mention["parties"])
        found = _found(mention, pages[mention["page"]], partial(places, mention["page"]))
        figures["mentions found", found is not None] += 1
        if asked:
            figures["mentions with parties: found with the right ones", bool(found)] += 1
    for state in chain["states"]:
        day = date.fromisoformat(state["day"])
        until = {number: one for number, one in pages.items() if chain["pages"][number]["published"] <= state["day"]}
        asked_places = [
            (one["page"], places(one["page"], one["trigger"]))
            for one in chain["mentions"]
            if one["happening"] == state["happening"] and one["page"] in until
        ]
        told = pick(told_on(until, day), asked_places)
        figures += _judged(state, told)
        if show and not is_right(state, told):
            said = f"{told.state} {told.earliest or ''}..{told.latest or ''}" if told else "unknown"
            print(
                f"{chain['chain']}\t{state['happening']}\t{state['day']}\t{state['states']} {state['latest']}\t{said}"
            )
    return figures


def _judged(state: Row, told: Told | None) -> Figures:
    figures: Figures = Counter()
    right, said = is_right(state, told), told.state if told else "unknown"
    figures["states right", right] += 1
    if "unknown" not in state["states"]:
        figures["of what pages tell of by then", right] += 1
    if SETTLED.issuperset(state["states"]):
        figures["of the settled", right] += 1
    if set(state["states"]) & {"dated", "moved"} and state["latest"]:
        figures["of the dated: class and last day", right] += 1
    if "overdue" in state["states"]:
        figures["of the overdue", right] += 1
    if said in SETTLED:
        figures["told as settled: rightly", said in state["states"]] += 1
    return figures


def is_right(state: Row, told: Told | None) -> bool:
    """Tell whether a state is right by its class and, of what is dated, by its last day."""
    said = told.state if told else "unknown"
    if CLASSES.get(said, said) not in {CLASSES.get(one, one) for one in state["states"]}:
        return False
    dated = told is not None and said in ("dated", "moved") and state["latest"]
    return not dated or (told is not None and str(told.latest) == state["latest"])


def pick(told: Iterable[Told], asked: list[tuple[int, Span]]) -> Told | None:
    """Give the thing that holds most of the asked mentions; of several, the one told last."""

    def met(one: Told) -> int:
        return sum(any(page == number and _meet(span, words) for number, words in one.places) for page, span in asked)

    held = [(met(one), max(number for number, _ in one.places), at, one) for at, one in enumerate(told)]
    held = [row for row in held if row[0]]
    return max(held, key=lambda row: row[:-1])[-1] if held else None


def _found(mention: Row, record: Record, place: Callable[[Row], Span]) -> bool | None:
    """Tell whether a mention is found, and with the parties that it is asked for; None where it is not found."""
    findings: list[Event | Expectation] = [*record.events, *record.expectations]
    met = [one for one in findings if _meet(_act(one), place(mention["trigger"]))]
    if not met:
        return None
    return any(_has_parties(one, mention, record, place) for one in met)


def _act(one: Event | Expectation) -> Span:
    return one.trigger if isinstance(one, Event) else one.action


def _has_parties(one: Event | Expectation, mention: Row, record: Record, place: Callable[[Row], Span]) -> bool:
    actor, recipient = _sides(one, record)
    either = [*actor, *recipient]
    sides = [("actor", actor), ("recipient", recipient), ("parties", either)]
    if isinstance(one, Event) and one.reciprocal:
        sides = [(name, either) for name, _ in sides]
    return all(any(_meet(span, place(row)) for span in spans) for name, spans in sides for row in mention[name])


def _sides(one: Event | Expectation, record: Record) -> tuple[list[Span], list[Span]]:
    """Give the words for those who act and those who are acted on, with all their mentions."""
    if isinstance(one, Event):
        sides = (one.actor, one.actor_ids), (one.recipient, one.recipient_ids)
    else:
        sides = (one.holder, one.settled_by.actor_ids or one.holder_ids), (None, one.settled_by.recipient_ids or ())
    actor, recipient = (list(_words(span, ids, record)) for span, ids in sides)
    return actor, recipient


def _words(span: Span | None, ids: tuple[str, ...], record: Record) -> Iterator[Span]:
    if span is not None:
        yield span
    for actor in record.actors:
        if actor.id in ids:
            yield from (mention.span for mention in actor.mentions)


def _read(chain: Row, reader: Reader, known: dict[tuple[str, str], tuple[str, str]]) -> tuple[Pages, Any]:
    """Read a chain's pages, and give what finds their annotated places.

    Raises:
        ValueError: A text is not the one that was annotated.
    """
    pages, find = {}, {}
    for number, page in enumerate(chain["pages"]):
        text = known[page["kit"], page["key"]][1]
        if hashlib.sha256(text.encode()).hexdigest() != page["sha256"]:
            raise ValueError(f"{page['key']}: another text than the one annotated")
        pages[number] = reader.find(parse(reader, Capture(data=text, published=page["published"])))
        find[number] = finder(text, pages[number].article.text)
    return pages, lambda number, row: find[number](row["start"], row["end"])


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _print(title: str, figures: Figures) -> None:
    print(title)
    for name in dict.fromkeys(name for name, _ in figures):
        right, wrong = figures[name, True], figures[name, False]
        print(f"  {name:52} {right:4} of {right + wrong:4} = {right / (right + wrong):.3f}")


if __name__ == "__main__":
    main()

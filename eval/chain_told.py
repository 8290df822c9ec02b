"""What the program tells of the happenings of a chain on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from chain_texts import ChainState
from newsledger import stories
from newsledger.model import Record, Span, Story
from story_mentions import load_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that the program knows of on a day.

    Attributes:
        places: Number of the page and words of each mention.
    """

    places: tuple[tuple[int, Span], ...]
    state: ChainState
    earliest: date | None = None
    latest: date | None = None


#: Records by the number of their page.
Pages = Mapping[int, Record]


def told_on(pages: Pages, day: date) -> Iterator[Told]:
    """Tell each happening of the chain, taken as one story, by its life."""
    reports = tuple(dict.fromkeys(record.article.id for record in pages.values()))
    story = Story(id=reports[0], reports=reports, ties=()) if reports else None
    rules = load_rules()
    numbers = {record.article.id: number for number, record in pages.items()}
    mentions = {one.id: one for record in pages.values() for one in stories.mentions_of(record, rules)}
    for one in stories.happenings([story] if story else [], mentions.values(), (), rules):
        state = one.state_on(day)
        if state is not None:
            told = [mentions[key] for key in one.mentions]
            first, last = one.window_on(day)
            yield Told(
                places=tuple((numbers[mention.report], span) for mention in told for span in mention.spans),
                state=state,
                earliest=first,
                latest=last,
            )

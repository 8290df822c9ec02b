"""What the program tells of the happenings of a chain on a day: by happenings, or by expectations one by one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from chain_texts import ChainState
from newsledger import stories
from newsledger.model import LifeState, Record, Span, Standing, Story
from newsledger.outlook import follow
from story_mentions import load_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that the program knows of on a day.

    Attributes:
        places: Number of the page and words of each mention.
        rank: The higher is what is shown of one thing that is told twice.
    """

    places: tuple[tuple[int, Span], ...]
    state: ChainState
    earliest: date | None = None
    latest: date | None = None
    rank: int = 0


#: Records by the number of their page.
Pages = Mapping[int, Record]

_LIVES: dict[LifeState, ChainState] = {
    "overdue": "overdue",
    "kept": "happened",
    "kept_late": "happened",
    "partly_kept": "happened",
    "broken": "denied",
    "withdrawn": "called_off",
    "void": "called_off",
}
_STANDINGS: dict[Standing, ChainState] = {
    "happened": "happened",
    "ongoing": "under_way",
    "denied": "denied",
    "planned": "planned",
    "hypothetical": "hinted",
}


def by_expectations(pages: Pages, day: date) -> Iterator[Told]:
    """Tell each expectation by what later pages say of it, and each event by its standing.

    An expectation that another one took the place of is left out.
    """
    for number, record in pages.items():
        later = [other for other in pages.values() if other is not record]
        for one in record.expectations:
            life = follow(one, record, later, day).state
            if life == "superseded":
                continue
            state = _LIVES.get(life, "denied" if one.negated else "dated" if one.latest else "planned")
            place = (number, one.action)
            yield Told(places=(place,), state=state, earliest=one.earliest, latest=one.latest, rank=1)
        for event in record.events:
            yield Told(places=((number, event.trigger),), state=_STANDINGS.get(event.standing, "hinted"))


def by_happenings(pages: Pages, day: date) -> Iterator[Told]:
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


#: Ways to tell, the one that is scored first.
TELLERS: dict[str, Callable[[Pages, date], Iterator[Told]]] = {
    "happenings": by_happenings,
    "expectations": by_expectations,
}

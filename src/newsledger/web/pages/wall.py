"""The wall: one story after another for a large screen, what is due beside it, and whether all is well below."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from newsledger.model import StoryRow
from newsledger.show.telling.line import event_line
from newsledger.store import Answers, ArticleQuestion, EventQuestion
from newsledger.store.questions import StoryQuestion
from newsledger.web.asked import Asked
from newsledger.web.drawing.lanes import Lanes
from newsledger.web.pages import due
from newsledger.web.pages.stories.story import Known, decode, drawn, known_on
from newsledger.web.passages import Cut, Cutter
from newsledger.web.view import Screen, View

#: Seconds that a story stands; so many stories take turns.
SECONDS, _STORIES = 25, 12
_DUE, _CHANGED, _HAPPENINGS = 5, 3, 40
_LARGEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The story that stands on the wall.

    Attributes:
        known: What was told last of it.
        cut: The words that tell it.
    """

    row: StoryRow
    known: Known | None
    cut: Cut | None
    lanes: Lanes | None


def show(store: Answers, asked: Asked) -> View:
    """Show the story whose turn it is; the browser asks for the next one, so that nothing grows."""
    turn = asked.number("at", 1, most=_LARGEST)
    stories = store.ask_stories(StoryQuestion(), limit=_STORIES).rows
    then = Asked(path="/due", query={}, given={}, today=asked.today, prefix=asked.prefix)
    runs = store.runs(limit=1)
    following = asked.to("/wall", at=str(turn % _LARGEST + 1))
    is_still = asked.one_of("still", ("", "yes")) == "yes"
    denied = EventQuestion(standing="denied", until=asked.today, least=asked.least("events"))
    context: dict[str, Any] = {
        "shown": _shown(store, asked, stories[turn % len(stories)]) if stories else None,
        "due": [due.line_of(row) for row in due.answer(store, then, "week", _DUE, None).rows],
        "overdue": [due.line_of(row) for row in due.answer(store, then, "overdue", _DUE, None).rows],
        "denied": [event_line(row) for row in store.ask_events(denied, limit=_CHANGED).rows],
        "changed": store.ask_articles(ArticleQuestion(changed=True), limit=_CHANGED).rows,
        "run": runs[0] if runs else None,
        "failed": len(store.failures()),
        "next": following,
        "is_still": is_still,
        "turn": str(turn),
    }
    headers = {} if is_still else {"refresh": f"{SECONDS}; url={following}"}
    return View(template="wall.html", title="The wall", context=context, headers=headers)


def _shown(store: Answers, asked: Asked, row: StoryRow) -> Shown:
    held = store.story(row.id)
    last = max([asked.today, *(day for member in held.members if (day := (member.article.published or "")[:10]))])
    today = date.fromisoformat(last) if len(last) == len("2017-01-21") else date.fromisoformat(asked.today)
    happenings = [decode(told) for told in held.chains]
    most = sorted((one for one in happenings if one.checkable), key=lambda one: -len(one.reports))[:_HAPPENINGS]
    known = [found for one in most if (found := known_on(store, one, today))]
    newest = max(known, key=lambda one: (one.steps[-1].at or date.min, len(one.happening.reports)), default=None)
    cutter = Cutter(store=store)
    cuts = (cutter.cut(evidence) for evidence in newest.steps[-1].receipts) if newest else ()
    days = [date.fromisoformat(day) for day in (row.first_day, row.last_day) if day]
    return Shown(row=row, known=newest, cut=next((cut for cut in cuts if cut), None), lanes=drawn(known, days, today))


SCREEN = Screen(path="/wall", nav="", show=show)

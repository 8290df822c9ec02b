"""Review: the finding of which the most is to be learnt, its words lit, and what a person can say of it."""

from dataclasses import dataclass
from typing import Any

from newsledger.errors import AbsentError, NewsledgerError
from newsledger.model import Judgeable, Page
from newsledger.show.telling.judged import correction_told
from newsledger.show.telling.line import lit
from newsledger.store import Answers
from newsledger.store.corrections import Doubtful, ReviewQuestion, scores
from newsledger.store.sampling import Score
from newsledger.web.asked import Asked
from newsledger.web.pages.finding import Found, find
from newsledger.web.pages.review.controls import controls_of
from newsledger.web.passages import passage_of
from newsledger.web.view import NotFoundError, Screen, View

#: Tab and what it shows.
KINDS: dict[str, tuple[Judgeable | None, str]] = {
    "": (None, "All"),
    "statement": ("statement", "Said"),
    "event": ("event", "Happened"),
    "expectation": ("expectation", "Due"),
}
#: A page with a form tells this site, and no other, where it comes from: else its forms were like any stranger's.
HEADERS = {"referrer-policy": "same-origin"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """A finding to be judged.

    Attributes:
        doubtful: Why it comes now; None where it was asked for by its id.
        more: Where the one after it is; None where there is none.
    """

    found: Found
    doubtful: Doubtful | None
    more: str | None


def show(store: Answers, asked: Asked) -> View:
    """Show the finding that comes next, or the one that is asked for."""
    kind = asked.one_of("kind", tuple(KINDS))
    following = _asked_for(store, asked) if asked.get("at") else _next(store, asked)
    stands = store.corrections.standing()
    return View(
        template="review.html",
        title="Review",
        context={
            "kinds": KINDS,
            "kind": kind,
            "score": next(scores(one for ones in stands.values() for one in ones), None),
            "percent": _percent,
            "done": tuple(_done(store, asked)),
            "back": {name: asked.get(name) or "" for name in ("kind", "article", "after", "at")},
            **(_told(store, following) if following is not None else {"found": None}),
        },
        twins=("json", "csv"),
        headers=HEADERS if asked.desk is not None else {},
    )


def _question(asked: Asked) -> ReviewQuestion:
    return ReviewQuestion(kind=KINDS[asked.one_of("kind", tuple(KINDS))][0], article=asked.get("article"))


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.corrections.doubtful(_question(asked), limit=limit, after=asked.get("after"))


def _next(store: Answers, asked: Asked) -> Next | None:
    """Give the first that has words that stand alone."""
    page = store.corrections.doubtful(_question(asked), limit=1, after=asked.get("after"))
    while page.rows:
        try:
            found = find(store, page.rows[0].id)
        except (AbsentError, NotFoundError):
            found = None
        if found is not None:
            return Next(found=found, doubtful=page.rows[0], more=page.after)
        if page.after is None:
            return None
        page = store.corrections.doubtful(_question(asked), limit=1, after=page.after)
    return None


def _asked_for(store: Answers, asked: Asked) -> Next:
    identifier, _ = store.corrections.subject(asked.get("at") or "")
    return Next(found=find(store, identifier), doubtful=None, more=None)


def _told(store: Answers, following: Next) -> dict[str, Any]:
    found = following.found
    identifier, kind = store.corrections.subject(found.note.finding)
    return {
        "found": found,
        "finding": identifier,
        "note": found.note,
        "article": found.record.article,
        "words": lit(passage_of(found.record, found.spans), found.spans),
        "controls": controls_of(store, found.record, (identifier, kind)),
        "judged": [
            (one.id, *correction_told(one)) for one in store.corrections.standing([identifier]).get(identifier, ())
        ],
        "doubtful": following.doubtful,
        "more": following.more,
    }


def _done(store: Answers, asked: Asked) -> list[tuple[str, str, str]]:
    """Say what was kept just now: ids, what, and the finding; taken back it is no more told."""
    try:
        ones = [store.corrections.get(one) for one in (asked.get("done") or "").split(",") if one]
    except NewsledgerError:
        return []
    return [(one.id, correction_told(one)[0], one.finding) for one in ones]


def _percent(score: Score) -> str:
    """Say a share with its interval, in whole percents."""
    share, low, high = (round(100 * part) for part in (score.precision, score.low, score.high))
    return f"{share} % (95 % interval {low}–{high} %)"


SCREEN = Screen(path="/review", nav="review", show=show, rows=_rows, kind=Doubtful)

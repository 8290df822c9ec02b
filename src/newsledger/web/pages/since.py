"""What came into the ledger since a reader last looked: by an address that says it, else by what the browser keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsledger.model import Listed
from newsledger.store import Answers, ArticleQuestion
from newsledger.web.asked import Asked

#: The last text that there was when the reader last looked, and that of the look before the one that still goes on.
_LAST, _BEFORE = "newsledger_last", "newsledger_before"
#: Seconds until a reader who comes again looks anew; for so long is it kept when he last looked.
_LOOK, _YEAR = 1800, 31_536_000
_ROWS, _COUNTED = 5, 100
_LARGEST = 10**8


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What is new to a reader.

    Attributes:
        rows: The newest articles that came or were changed; None where it is not known when he last looked.
        number: How many there are, "100+" where there are more than are counted; ``changed`` of them were changed.
        href: Of all of them; ``changed_href`` of those that were changed.
        from_now: The address of this page that will show what comes from now on.
        leaves: What the browser is to keep.
    """

    rows: tuple[Listed, ...] | None
    from_now: str
    number: str = ""
    changed: str = ""
    href: str = ""
    changed_href: str = ""
    leaves: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def since(store: Answers, asked: Asked) -> Since:
    """Say what is new since the reader last looked.

    A look lasts until its reader has been away for half an hour, so that opening the page again hides nothing. An
    address with ``since`` is asked for by itself, and leaves nothing with the browser.
    """
    last = str(store.last_number())
    from_now = asked.link(since=last)
    if asked.get("since"):
        return _told(store, asked, asked.number("since", 1, most=_LARGEST), from_now, {})
    before = asked.kept.get(_BEFORE) or asked.kept.get(_LAST) or ""
    leaves = {_LAST: (last, _YEAR)}
    if not (before.isascii() and before.isdigit() and len(before) < len(str(_LARGEST))):
        # Who looks for the first time has seen nothing before: for him all would be new.
        return Since(rows=None, from_now=from_now, leaves=leaves | {_BEFORE: (last, _LOOK)})
    return _told(store, asked, int(before), from_now, leaves | {_BEFORE: (before, _LOOK)})


def _told(store: Answers, asked: Asked, mark: int, from_now: str, leaves: Mapping[str, tuple[str, int]]) -> Since:
    page = store.ask_articles(ArticleQuestion(beyond=mark), limit=_COUNTED)
    changed = store.ask_articles(ArticleQuestion(beyond=mark, changed=True), limit=_COUNTED)
    return Since(
        rows=page.rows[:_ROWS],
        number=f"{len(page.rows)}{'+' if page.after else ''}",
        changed=f"{len(changed.rows)}{'+' if changed.after else ''}",
        href=asked.to("/articles", since=str(mark)),
        changed_href=asked.to("/articles", since=str(mark), changed="yes"),
        from_now=from_now,
        leaves=leaves,
    )

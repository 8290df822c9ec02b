"""A record as one HTML page that stands alone, and a list of such pages."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from newsledger.model import Record
from newsledger.show import phrases
from newsledger.show.reader.article import Choice, Links, article_shown, title_of
from newsledger.show.reader.notes import notes_once
from newsledger.show.sure import ALL, Floors
from newsledger.show.telling.counts import counts
from newsledger.show.templating import environment, resource

#: A page that stands alone has all its tabs, and its script chooses among them.
_LINKS = Links(
    tab=lambda name: f"#tab={name}" if name else "#",
    actor=lambda actor: f"#actor={actor}" if actor else "#",
)


def html_page(record: Record, floors: Floors = ALL) -> str:
    """Show a record as a page that stands alone: no outside resource, and nothing of the source that runs.

    Every word of the source is escaped; the page's content policy lets only the page's own style and
    script in, by their hashes.

    Args:
        record: The record.
        floors: Below which confidence a finding's note is folded.
    """
    script = resource("reader.js") + resource("file.js")
    shown = article_shown(record, notes_once(record, floors), Choice(all_tabs=True), _LINKS)
    return _filled("file.html", **shown, script=Markup(script), script_hash=_sha256(script))  # noqa: S704 -- our own


def html_index(pages: Sequence[tuple[str, Record]]) -> str:
    """List many pages with their counts: file name and record, in the order in which they were read."""
    rows = [
        {
            "file": name,
            "title": title_of(record),
            "about": " · ".join(filter(None, (record.article.publisher, _short_date(record)))),
            "counts": " · ".join(counts(record)),
        }
        for name, record in pages
    ]
    return _filled("index.html", rows=rows, title=phrases.count(len(rows), "page"))


def _short_date(record: Record) -> str:
    return phrases.iso(record.article.date_published.value or "") or "not dated"


def _filled(template: str, **context: Any) -> str:
    style = resource("reader.css")
    own = {"style": Markup(style), "style_hash": _sha256(style)}  # noqa: S704 -- our own file
    return _environment().get_template(template).render(**context, **own)


@cache
def _environment() -> Environment:
    return environment()


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

"""The pages of the site, one a module."""

from newsledger.web.pages import due, finding, keys, reader, slips, today, wall
from newsledger.web.pages.explore import actors, events, matrix, places, statements
from newsledger.web.pages.lists import articles, search, sources
from newsledger.web.pages.review import entering, log, persons, queue, writing
from newsledger.web.pages.stories import happening, story
from newsledger.web.view import Action, Document, Screen

SCREENS: tuple[Screen, ...] = (
    today.SCREEN,
    search.SCREEN,
    articles.SCREEN,
    reader.SCREEN,
    finding.SCREEN,
    story.ALL,
    story.ONE,
    happening.SCREEN,
    due.SCREEN,
    slips.SCREEN,
    events.SCREEN,
    statements.SCREEN,
    matrix.SCREEN,
    places.SCREEN,
    actors.LIST,
    actors.ONE,
    actors.TWO,
    sources.SCREEN,
    entering.SCREEN,
    persons.SCREEN,
    queue.SCREEN,
    log.SCREEN,
    keys.SCREEN,
    wall.SCREEN,
)
DOCUMENTS: tuple[Document, ...] = (
    due.CALENDAR,
    articles.FEED,
    reader.ANNOTATIONS,
    reader.RECORD,
    finding.BIBTEX,
    finding.CARD,
    finding.CSL,
    happening.CARD,
    happening.WHOLE,
)

ACTIONS: tuple[Action, ...] = writing.ACTIONS

__all__ = ["ACTIONS", "DOCUMENTS", "SCREENS"]

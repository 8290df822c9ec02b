"""Entering: who has the token that was told at the start gives it here, and a name."""

from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.pages.review.queue import HEADERS
from newsledger.web.view import NotFoundError, Screen, View


def show(store: Answers, asked: Asked) -> View:  # noqa: ARG001 - as for every page
    """Ask for name and token."""
    if asked.desk is None:
        raise NotFoundError("this site only reads; start it with 'newsledger serve --write' to correct what was read")
    return View(template="enter.html", title="Enter to correct", headers=HEADERS)


SCREEN = Screen(path="/review/enter", nav="review", show=show)

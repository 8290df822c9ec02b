"""Help: keys, words, addresses."""

from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.view import Screen, View


def show(store: Answers, asked: Asked) -> View:  # noqa: ARG001 - as for every page
    """Show it."""
    return View(template="help.html", title="Help and keys")


SCREEN = Screen(path="/help", nav="", show=show)

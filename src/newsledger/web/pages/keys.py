"""Help: keys, words, addresses."""

from newsledger.store import Store
from newsledger.web.asked import Asked
from newsledger.web.view import Screen, View


def show(store: Store, asked: Asked) -> View:  # noqa: ARG001 - as for every page
    """Show it."""
    return View(template="help.html", title="Help and keys")


SCREEN = Screen(path="/help", nav="", show=show)

"""The wall: the stories that take turns, one file each; the browser goes to the next one by itself."""

from dataclasses import replace

from newsledger.publish.formats.head import Told
from newsledger.publish.pages.output import Output
from newsledger.publish.site.render import Site
from newsledger.web.pages import wall as walls

#: So many stories take turns.
STORIES = 12


def wall_file(site_walls: tuple[str, ...], turn: int, *, is_still: bool = False) -> str:
    """Name the file of the story whose turn it is: the first one is where the wall begins."""
    place = turn % len(site_walls) if site_walls else 0
    stem = f"wall/{site_walls[place]}" if site_walls else "wall/none"
    return f"{stem}-still.html" if is_still else f"{stem}.html"


def wall(site: Site, turn: int) -> Output:
    """Make the page of a story on the wall, and the same standing still."""
    moving, still = (_page(site, turn, is_still=is_still) for is_still in (False, True))
    return Output(files=(still, moving))


def _page(site: Site, turn: int, *, is_still: bool) -> tuple[str, bytes]:
    # A turn counts from 1, and the last is that of the first story.
    number = turn % len(site.walls) or len(site.walls) if site.walls else 1
    asked = site.asked("/wall", at=str(number), **({"still": "yes"} if is_still else {}))
    view = walls.SCREEN.show(site.store, asked)
    # When it was read last changes with every run: a published wall tells of which day it is.
    view = replace(view, context={**view.context, "run": None, "failed": 0})
    following = wall_file(site.walls, turn + 1).rpartition("/")[2]
    refresh = "" if is_still or not site.walls else f"{walls.SECONDS}; url={following}"
    told = Told(title=view.title, refresh=refresh, as_of=site.survey.today)
    at = wall_file(site.walls, turn, is_still=is_still)
    return at, site.page(at, view, asked, told)

"""Says whether what a calendar dates lies ahead and can stand on one."""

from newsledger.outlook.cues import Cue
from newsledger.outlook.party import is_agent
from newsledger.outlook.scene import Scene
from newsledger.outlook.window import Window

_MONTH = 31


def is_booked(scene: Scene, cue: Cue, window: Window) -> bool:
    """Say whether the day is to come, and it is a hearing or somebody's act; not "the year leaves them poorer"."""
    if cue.kind is None and cue.frame is None and (cue.party is None or not is_agent(scene, cue.party)):
        return False
    if _is_going_on(scene, cue) and not _is_for_a_day(scene, window):
        return False
    if not cue.act and scene.is_past(cue.word) and window.latest is not None and window.latest == scene.published:
        return False  # "held its caucus Tuesday", in Tuesday's paper
    return window.is_ahead(scene.published)


def _is_going_on(scene: Scene, cue: Cue) -> bool:
    """Say whether it may be so for the rest of the week, and is no plan: "is running", "runs"."""
    if cue.rule == "futurates/present":
        return True
    return cue.rule.startswith("futurates/") and scene.tokens[cue.content].text.endswith("ing")


def _is_for_a_day(scene: Scene, window: Window) -> bool:
    """Say whether a window opens after publication and is short, as plans for a day or a month are."""
    if scene.published is None or window.earliest is None or window.latest is None:
        return False
    return window.earliest > scene.published and (window.latest - window.earliest).days <= _MONTH

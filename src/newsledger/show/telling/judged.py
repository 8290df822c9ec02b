"""What persons judged of a finding, in a line."""

from newsledger.model import Judged
from newsledger.show import phrases

_WHOLE = {
    "right": "judged right",
    "wrong": "judged wrong",
    "not_there": "judged not there",
    "same": "judged to be one person",
    "other": "judged to be two persons",
}


def judged_words(one: Judged) -> str:
    """Say what was judged: ``standing corrected to denied, was happened``."""
    if one.field is None:
        return _WHOLE.get(one.verdict, one.verdict)
    name = one.field.replace("_", " ")
    if one.value is None:
        return f"{name} judged wrong"
    was = f", was {one.was.replace('_', ' ')}" if one.was else ""
    return f"{name} corrected to {one.value.replace('_', ' ')}{was}"


def judged_by(one: Judged) -> str:
    """Say who judged that, when, and why."""
    why = f": {one.why}" if one.why else ""
    return f"{one.by}, {phrases.iso(one.at[:10])}{why}"

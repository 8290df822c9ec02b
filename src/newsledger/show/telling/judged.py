"""What persons judged of a finding, in a line."""

from newsledger.model import Correction, Judged
from newsledger.show import phrases

_WHOLE = {
    "right": "judged right",
    "wrong": "judged wrong",
    "not_there": "judged not there",
    "same": "judged to be one person",
    "other": "judged to be two persons",
    "undone": "taken back",
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


def correction_told(one: Correction) -> tuple[str, str]:
    """Say what was judged, and by whom, when and why."""
    judged = Judged(
        correction=one.id,
        verdict=one.verdict,
        field=one.field,
        was=None,
        value=one.value,
        by=one.by,
        at=one.at,
        why=one.why,
    )
    return judged_words(judged), judged_by(judged)


def judged_by(one: Judged) -> str:
    """Say who judged that, when, and why."""
    why = f": {one.why}" if one.why else ""
    return f"{one.by}, {phrases.iso(one.at[:10])}{why}"

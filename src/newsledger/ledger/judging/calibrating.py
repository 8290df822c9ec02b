"""Fits the confidence of a user's own pages to a sheet that was filled in."""

from pathlib import Path

from newsledger.confidence import Rules, calibrate
from newsledger.errors import NewsledgerError
from newsledger.ledger.judging.coding import read_sheet
from newsledger.model import Weighed
from newsledger.store import Answers
from newsledger.store.sampling import Kind, is_right

#: Of each kind of a sheet: what is weighed of it, the verdict on that, and the column of its confidence.
_WEIGHED: dict[Kind, tuple[Weighed, str, str]] = {
    "events": ("events", "verdict", "confidence"),
    "statements": ("statements", "verdict", "confidence"),
    "expectations": ("expectations", "verdict", "confidence"),
    "actors": ("countries", "right_country", "country_confidence"),
}
#: With fewer a line means nothing.
FEWEST = 30
HEAD = "# source: {source}\n# licence: your own\nfinding\tslope\tintercept\tjudged\texample\n"


def calibration_of(store: Answers, sheet: Path, rules: Rules) -> str:
    """Make the calibration that fits a sheet, as a file for ``--lexicon``.

    Args:
        store: The ledger from which the sheet was drawn, read with the calibration that is to be bettered.
        sheet: The sheet, filled in.
        rules: The rules of the confidence room, as they were when the ledger was read.

    Raises:
        NewsledgerError: The sheet cannot be read, or holds too few verdicts of findings that have a confidence.
    """
    of, rows = read_sheet(sheet)
    kind, verdict, column = _WEIGHED[of]
    said = [(row["id"], right) for row in rows if (right := is_right(row.get(verdict, ""))) is not None]
    known = [(store.drawn(of, identifier)[column], right) for identifier, right in said]
    judged = [(float(confidence), right) for confidence, right in known if confidence is not None]
    if len(judged) < FEWEST:
        raise NewsledgerError(
            f"{sheet}: found {len(judged)} verdicts ({verdict}) on findings with a confidence, expected {FEWEST}"
        )
    line = calibrate(judged, rules.calibrations[kind])
    share = sum(right for _, right in judged) / len(judged)
    head = HEAD.format(source=f"calibrated to {sheet.name}")
    return f"{head}{kind}\t{line.slope:.4f}\t{line.intercept:.4f}\t{len(judged)}\tOf these *{share:.2f}* are right.\n"

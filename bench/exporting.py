"""Measure exports of a large ledger: the memory that each form takes, its time, and the size of what it writes.

``make bench-export`` grows a ledger of 20,000 articles (``made_ledger.py``) and exports it in every form, each in a
process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from made_ledger import grow
from newsledger.export import FORMS, Ask, Form, export
from newsledger.store import open_ledger

TODAY = "2025-10-01"
#: What an export may take: 500 MB.
MOST_MB = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What an export takes.

    Attributes:
        peak_mb: The most memory that its process had.
        cpu_s: Seconds of the processor.
        megabytes: Of what it wrote.
    """

    form: str
    peak_mb: float
    cpu_s: float
    files: int
    rows: int
    megabytes: float


def main() -> None:
    """Run the bench and print what each form takes; the exit code is 1 where one takes too much memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--ledger", type=Path, help="One that is there already, or where it is to be kept.")
    parser.add_argument("--form", choices=FORMS, help="Export this one form here, and print what it takes as JSON.")
    options = parser.parse_args()
    if options.form:
        print(json.dumps(asdict(measured(options.ledger, options.form))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            grow(path, options.articles)
        with open_ledger(path) as store:
            print(f"{store.tally().rows['articles']:,} articles, {path.stat().st_size / 1e6:,.0f} MB", flush=True)
        costs = [in_a_child(path, form) for form in FORMS]
    if max(cost.peak_mb for cost in costs) > MOST_MB:
        raise SystemExit(f"found more than {MOST_MB} MB")


def in_a_child(path: Path, form: Form) -> Cost:
    """Export in a process of its own, whose memory is that of the export alone."""
    command = [sys.executable, __file__, "--ledger", str(path), "--form", form]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cost = Cost(**json.loads(done.stdout))
    told = f"{cost.cpu_s:7.1f} s, {cost.files:6,} files, {cost.rows:9,} rows, {cost.megabytes:7.1f} MB written"
    print(f"{form:>10}: {cost.peak_mb:5.0f} MB of memory, {told}", flush=True)
    return cost


def measured(path: Path, form: Form) -> Cost:
    """Export a form into a folder that is then dropped."""
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, open_ledger(path) as store:
        done = export(store, Path(folder), Ask(forms=(form,), today=TODAY, texts=True))
    return Cost(
        form=form,
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        cpu_s=round(time.process_time() - began, 1),
        files=done.files,
        rows=done.rows,
        megabytes=round(done.size / 1e6, 1),
    )


if __name__ == "__main__":
    main()

"""Measure speed, memory and each room's cost; ``make bench`` prints the table.

All runs are of one process, one after the other in turns, so that a busy machine slows each alike.
``make bench`` gives NumPy one thread (``OPENBLAS_NUM_THREADS=1``): the figures are those of one core.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter

from contenders import Run, bare_as_it_comes, bare_tuned, reader_with_entities, whole_record
from newsledger import Reader
from rooms import PARSE, time_rooms
from texts import count_words, load_texts

FIRST = "The minister said on Monday that the bridge will open in May."
WHOLE, PLAIN, TUNED = "newsledger", "spacy_as_it_comes", "spacy_tuned"
ENTITIES = "newsledger_with_model_entities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the bench has measured.

    Attributes:
        words_a_second: Of the whole record, of the same with the model's named-entity part run too, and of the
            bare pipelines.
        share_of_bare: The whole record's words a second as a share of each bare pipeline's.
        first_result_seconds: From the start of a new process to the first record.
        peak_mib: Highest memory of a process that has read so much.
        share_of_parse: Each step's seconds as a share of the language room's.
    """

    python: str
    cores: int | None
    blas_threads: str
    source: str
    texts: int
    words: int
    runs: int
    words_a_second: dict[str, float]
    share_of_bare: dict[str, float]
    first_result_seconds: float
    peak_mib: dict[str, float]
    share_of_parse: dict[str, float]


def main() -> None:
    """Run the bench and print its table, or JSON with ``--json``."""
    options = _options()
    if options.peak:
        print(_own_peak_mib(options.words))
        return
    report = measure(words=options.words, runs=options.runs)
    print(json.dumps(asdict(report), indent=2) if options.json else as_table(report))


def measure(*, words: int, runs: int) -> Report:
    """Measure everything on texts of about so many words."""
    source, texts = load_texts(words)
    # New processes first: Linux counts the memory of the process that starts one into its peak.
    first_result = median(_first_result() for _ in range(3))
    peak = {"one sentence": _peak_mib(0), "all texts": _peak_mib(words)}
    # The pipeline as it comes is loaded first: the other two change a setting of the whole process.
    contenders = {PLAIN: bare_as_it_comes(), TUNED: bare_tuned()}
    reader = Reader.load("en")
    ours = {WHOLE: whole_record(reader), ENTITIES: whole_record(reader_with_entities())}
    speeds = measure_speeds({**contenders, **ours}, texts, runs=runs)
    rooms = time_rooms(reader, texts)
    return Report(
        python=platform.python_version(),
        cores=os.cpu_count(),
        blas_threads=os.environ.get("OPENBLAS_NUM_THREADS", "as it comes"),
        source=source,
        texts=len(texts),
        words=sum(map(count_words, texts)),
        runs=runs,
        words_a_second=speeds,
        share_of_bare={name: speeds[WHOLE] / speeds[name] for name in contenders},
        first_result_seconds=first_result,
        peak_mib=peak,
        share_of_parse={name: seconds / rooms[PARSE] for name, seconds in rooms.items()},
    )


def measure_speeds(contenders: Mapping[str, Run], texts: Sequence[str], *, runs: int) -> dict[str, float]:
    """Run the contenders in turns; give the median of each in words a second."""
    words = sum(map(count_words, texts))
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(runs + 1):
        for name, run in contenders.items():
            start = perf_counter()
            run(texts)
            if turn:  # the first turn fills caches
                seconds[name].append(perf_counter() - start)
    return {name: words / median(spent) for name, spent in seconds.items()}


def as_table(report: Report) -> str:
    """Write the report as lines with aligned figures."""
    speeds = report.words_a_second
    rows = [
        ("whole record", f"{speeds[WHOLE]:,.0f}", "words a second"),
        ("with the model's named entities (not kept)", f"{speeds[ENTITIES]:,.0f}", "words a second"),
        ("bare spaCy, as it comes", f"{speeds[PLAIN]:,.0f}", "words a second"),
        ("bare spaCy, tuned", f"{speeds[TUNED]:,.0f}", "words a second"),
        ("whole record against it as it comes", f"{report.share_of_bare[PLAIN]:.2f}", ""),
        ("whole record against it tuned", f"{report.share_of_bare[TUNED]:.2f}", ""),
        ("first result from a cold start", f"{report.first_result_seconds:.2f}", "seconds"),
        *((f"peak memory, {what}", f"{mib:,.0f}", "MiB") for what, mib in report.peak_mib.items()),
        *((name, f"{share:.3f}", "of the parse") for name, share in report.share_of_parse.items()),
    ]
    width = max(len(name) for name, _, _ in rows)
    head = (
        f"{report.texts} texts, {report.words:,} words of {report.source}; "
        f"median of {report.runs} runs each; threads of NumPy: {report.blas_threads}"
    )
    return "\n".join([head, *(f"{name:<{width}}  {figure:>8}  {unit}".rstrip() for name, figure, unit in rows)])


def _first_result() -> float:
    start = perf_counter()
    subprocess.run([sys.executable, "-c", f"import newsledger; newsledger.read_text({FIRST!r})"], check=True)
    return perf_counter() - start


def _peak_mib(words: int) -> float:
    """Read one sentence, then texts of so many words, in a process of its own; give its highest memory."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", "--words", str(words)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def _own_peak_mib(words: int) -> float:
    reader = Reader.load("en")
    reader.read_text(FIRST)
    for text in load_texts(words)[1] if words else ():
        reader.read_text(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=60_000, help="about how many words to read in a run")
    parser.add_argument("--runs", type=int, default=5, help="how many runs to take the median of")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--peak", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""Measure what reading a page's plain words costs beside what trafilatura takes for the page's HTML.

    make bench-dumps
    python bench/dumps.py [--kit old wide] [--rounds 5] [--peers FOLDER]

Each page is read in turn as a dump by ours, as HTML by ours, and as HTML by trafilatura, alone and with the metadata
that ours reads too, all in one process, so that all have the same noise; seconds are of processor time, on one core.
Of each page and reader the best round counts: what was slower was the machine. Neither loading nor a first round is
timed. The pages are those of the kits of ../shared/gold that have both forms.
"""

import argparse
import os
import sys

# Before NumPy is loaded: other cores would count as processor time.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

from newsledger import Reader
from newsledger.errors import PageError
from newsledger.model import Capture
from newsledger.page import read_article

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "eval"))
kits = import_module("page_kits")
#: A dump is to cost at most this share of what trafilatura takes for the page.
ASKED = 1 / 7
THEIRS = "trafilatura"
Reads = dict[str, Callable[..., object]]


def main() -> None:
    """Print milliseconds a page for each reader and kit, and the dump's share of trafilatura's time."""
    options = _options()
    if not kits.GOLD.is_dir():
        print(f"no gold at {kits.GOLD}; expected the folder of evaluation data", file=sys.stderr)
        sys.exit(2)
    rules, theirs = Reader.load("en").rules["page"], _theirs(options.peers)
    print(f"{'kit':<5} {'pages':>5} {'letters':>8} {'reader':<27} {'ms a page':>9} {'of trafilatura':>15}")
    for kit in options.kit:
        pages = kits.load_kit(kit)
        times = _measure([_reads(page, rules, theirs) for page in pages], options.rounds)
        letters = sum(len(page.dump) for page in pages) / len(pages)
        for name, seconds in times.items():
            mean = 1000 * seconds / len(pages)
            share = seconds / times.get(THEIRS, float("nan"))
            print(f"{kit:<5} {len(pages):>5} {letters:>8.0f} {name:<27} {mean:>9.2f} {share:>15.3f}")
    print(f"asked of a dump: at most {ASKED:.3f}" if theirs else "trafilatura is not here: name its folder by --peers")


def _reads(page: Any, rules: Any, theirs: Reads) -> Reads:
    html = page.html()
    dump = Capture(data=page.dump, media_type="text/plain")
    markup = Capture(data=html, media_type="text/html", url=page.gold["url"])
    return {
        "ours, dump": partial(read_article, dump, rules),
        "ours, HTML": partial(read_article, markup, rules),
        **{name: partial(read, html) for name, read in theirs.items()},
    }


def _measure(pages: Sequence[Reads], rounds: int) -> dict[str, float]:
    """Give for each reader the sum over pages of its best round."""
    best: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        gc.collect()
        for page, reads in enumerate(pages):
            for name, read in reads.items():
                start = process_time()
                with suppress(PageError):
                    read()
                spent = process_time() - start
                kept = best.setdefault(name, [float("inf")] * len(pages))
                kept[page] = min(kept[page], spent) if number else kept[page]
    return {name: sum(seconds) for name, seconds in best.items()}


def _theirs(peers: Path | None) -> Reads:
    """Load trafilatura, from a folder of packages where it is in no other; nothing where it is nowhere."""
    sys.path += [str(peers)] if peers else []
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        return {}
    return {
        THEIRS: partial(trafilatura.extract, include_comments=False),
        f"{THEIRS}, metadata": partial(trafilatura.bare_extraction, include_comments=False, with_metadata=True),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", nargs="+", default=["old", "wide"], choices=kits.LINED, help="whose pages to read")
    parser.add_argument("--rounds", type=int, default=5, help="how many rounds the best is taken of")
    parser.add_argument("--peers", type=Path, help="a folder of packages that has trafilatura")
    return parser.parse_args()


if __name__ == "__main__":
    main()

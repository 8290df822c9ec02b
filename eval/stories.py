"""Scores of the stories room, and its predictions over any set in the form of the kit.

``.venv/bin/python eval/stories.py`` scores the halves that may be read by the kit's own scorers;
``--predict stories|coref|found|dates|copies SOURCE OUT.jsonl`` writes predictions. SOURCE is a file of documents
(``stories``, ``found``; ``coref`` with its event mentions given), a folder like ``t17_read`` (``dates``), or a folder
that holds documents as ``ecb_*.jsonl`` and ``t17_*/`` beside ``copies_*.jsonl``, whose labels are not looked at.
"""

import argparse
import importlib.util
import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from story_sources import Row, collections, documents, read_rows, report_of

from newsledger.stories import find_copies

KIT = Path(__file__).parent.parent.parent / "shared" / "gold" / "stories"


def main() -> None:
    """Predict or score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--predict", nargs=3, metavar=("WHAT", "SOURCE", "OUT"))
    options = parser.parse_args()
    if options.predict is None:
        print(json.dumps(score(), indent=1))
        return
    what, source, out = options.predict
    if what not in PREDICTIONS:
        parser.error(f"found {what!r}, expected one of {', '.join(PREDICTIONS)}")
    with Path(out).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in PREDICTIONS[what](Path(source)))


def score() -> dict[str, float]:
    """Measure copies, stories, mentions and days on the halves that may be read."""
    scorer = script("score_copies")
    gold = read_rows(KIT / "copies_read.jsonl")
    result = scorer.score(gold, list(predict_copies(KIT)))
    return {"stories.copies_f1": result["near"]["f1"], "stories.copies_macro_f1": result["three"]["macro_f1"]}


def script(name: str) -> ModuleType:
    """Load one of the kit's scorers."""
    spec = importlib.util.spec_from_file_location(name, KIT / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict_copies(source: Path) -> Iterator[Row]:
    """Give the kind of each asked pair; what is no copy is "rest"."""
    rows = [*documents(source), *collections(source)]
    kinds = {frozenset((copy.first, copy.second)): copy.kind for copy in find_copies(map(report_of, rows))}
    for path in sorted(source.glob("copies_*.jsonl")):
        for pair in read_rows(path):
            yield {"a": pair["a"], "b": pair["b"], "label": kinds.get(frozenset((pair["a"], pair["b"])), "rest")}


PREDICTIONS: Mapping[str, Callable[[Path], Iterable[Row]]] = {"copies": predict_copies}


if __name__ == "__main__":
    main()

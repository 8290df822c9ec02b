"""Scores of the statements room: full attributions and their roles on PolNeAR's news articles.

Run as ``.venv/bin/python eval/statements.py``; figures under plain names are of ``dev.jsonl``, which
nobody has read, those with ``.read`` of every tenth article of ``train.jsonl``.
"""

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from newsledger.model import Annotated, Capture, Span, Statement
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "statements"
ROLES = ("source", "cue", "content")
MEASURES = {"full": "full_f1", "full+cue": "full_cue_f1", "full_exact": "full_exact_f1", "statement": "content_f1"}
Row = dict[str, Any]


def score(reader: Reader) -> dict[str, float]:
    """Measure the statements room: F1, and recall by the kind of the gold's cue."""
    scorer = script(GOLD / "score_statements.py")
    figures: dict[str, float] = {}
    for half, rows in (("", articles("dev", 1)), (".read", articles("train", 10))):
        docs = {row["id"]: parse(reader, capture(row)) for row in rows}
        pred = {row["id"]: predicted(reader.find(docs[row["id"]]).statements) for row in rows}
        gold = {row["id"]: row for row in rows}
        figures |= {f"statements.{name}{half}": value for name, value in measures(scorer, gold, pred).items()}
        figures |= {f"statements.{name}{half}": value for name, value in by_cue(scorer, gold, pred, docs).items()}
    return figures


def articles(name: str, step: int) -> list[Row]:
    """Give every so-manieth article of a gold file, the first one first."""
    lines = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[::step]]


def capture(row: Row) -> Capture:
    """Give an article as the reader takes it."""
    return Capture(data=row["text"], published=row["date"] or None, kind="text")


def predicted(statements: Sequence[Statement]) -> Row:
    """Give statements in the form that the scorer reads.

    PolNeAR holds what a speaker goes on to say behind a full stop for one attribution with the words before; a record
    has a statement for each.
    """
    rows: list[Row] = []
    for statement in statements:
        row = {role: [[span.start, span.end] for span in getattr(statement, role)] for role in ROLES}
        first = next((one for one in rows if one["cue"] and one["source"] == row["source"]), None)
        if statement.rule == "statements.goes_on" and first is not None:
            first["content"] += row["content"]
        else:
            rows.append(row)
    return {"attributions": rows}


def measures(scorer: ModuleType, gold: Mapping[str, Row], pred: Mapping[str, Row]) -> dict[str, float]:
    """Give the scores over all articles, by name."""
    counts = scorer.score(gold, pred)
    found = scorer.results(counts)
    figures = {name: found[measure][2] / 100 for measure, name in MEASURES.items()}
    figures |= {f"{role}_exact_f1": found[f"{role} exactw"][2] / 100 for role in ROLES}
    figures["source_given_content"] = float(found["src|stmt"][0]) / 100
    figures["speech_f1"] = scorer.results(scorer.score(gold, pred, True))["full"][2] / 100  # noqa: FBT003 -- the scorer's own
    figures["direct_recall"] = counts["full_g", "direct"] / max(1, counts["gkind", "direct"])
    return figures


def by_cue(
    scorer: ModuleType, gold: Mapping[str, Row], pred: Mapping[str, Row], docs: Mapping[str, Annotated]
) -> dict[str, float]:
    """Give the recall of full attributions for each kind of gold cue."""
    wanted: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for key, row in gold.items():
        kinds = [cue_kind(scorer, docs[key], attribution["cue"]) for attribution in row["attributions"]]
        wanted.update(kinds)
        right.update(kinds[index] for index in _found(scorer, row, pred[key]))
    return {f"recall_{kind}": right[kind] / count for kind, count in sorted(wanted.items())}


def _found(scorer: ModuleType, row: Row, predicted: Row) -> Iterator[int]:
    """Give which of an article's gold attributions are found."""
    article = scorer.Article(row["text"])
    ours = scorer.prep(article, predicted["attributions"])
    theirs = scorer.prep(article, row["attributions"])
    if ours and theirs:
        correct = [
            [float(scorer.iou(one["content"], two["content"]) >= 0.5 and scorer.src_ok(one, two)) for two in ours]
            for one in theirs
        ]
        yield from (index for index, _ in scorer.max_match(scorer.np.array(correct)))


def cue_kind(scorer: ModuleType, doc: Annotated, cue: Sequence[Sequence[int]]) -> str:
    """Say of which kind a gold cue is: ``none``, ``mark``, ``noun``, ``verb_noun``, ``belief`` or ``speech``."""
    spans = [Span(start=start, end=end) for start, end in cue]
    words = [index for span in spans for index in doc.tokens_in(span) if doc.tokens[index].text.isalpha()]
    if not words:
        return "mark" if spans else "none"
    classes = {doc.tokens[index].upos for index in words}
    if "VERB" not in classes and "AUX" not in classes:
        return "noun" if classes & {"NOUN", "PROPN"} else "other"
    if "NOUN" in classes:
        return "verb_noun"
    return "speech" if any(scorer.SPEECH.match(doc.tokens[index].text) for index in words) else "belief"


def script(path: Path) -> ModuleType:
    """Load a scorer from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for name, value in score(Reader.load("en")).items():
        print(f"{name:40s}{value:8.3f}")

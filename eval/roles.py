"""Roles: who does what to whom, against PropBank's on English web text.

    python eval/roles.py                          figures on folds by document, each by a model that has not seen it
    python eval/roles.py --without-vectors        the same as with a pipeline whose vectors the weights do not know
    python eval/roles.py --predict GOLD OUT       write predictions for the sentences of GOLD (``id`` and ``text``)

``--predict`` needs nothing but an installed newsledger: it writes, for every verb, noun and adjective, the arguments
that the model is sure of, in the form that ``score_roles.py`` beside the gold reads.
"""

import argparse
import hashlib
import importlib
import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any
from zlib import crc32

from newsledger import Reader
from newsledger.model import Annotated, Argument, Article, Block, PageDate, Syntax
from newsledger.syntax import analyse

SHARED = Path(__file__).parent.parent.parent / "shared" / "gold" / "roles"
GOLD = SHARED / "roles_read.jsonl"
FOLDS = 5
#: Sentences that are parsed as one article where no documents are told.
_BATCH = 200
_GROUPS = {"v": "verbs", "n": "nouns", "j": "adjectives"}


def main() -> None:
    """Predict, or measure on folds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--predict", nargs=2, metavar=("GOLD", "OUT"), type=Path)
    parser.add_argument("--without-vectors", action="store_true")
    options = parser.parse_args()
    reader = Reader.load("en")
    if options.predict:
        gold, out = options.predict
        write(reader, read_lines(gold), out)
        return
    for name, value in sorted(score(reader, vectors=not options.without_vectors).items()):
        print(f"{name:<32} {value:.4f}")


def score(reader: Reader, *, vectors: bool = True) -> dict[str, float]:
    """Give the figures on folds: F1 of heads by kind of predicate and role, predicates given."""
    role_model = importlib.import_module("role_model")  # it needs what only measuring needs: an extra

    models = role_model.fold_models(role_model.load_samples(reader))
    gold: list[Mapping[str, Any]] = []
    predicted: list[Mapping[str, Any]] = []
    for name, doc, records in role_model.load_parses(reader):
        rules = replace(reader.rules["syntax"], model=models[fold_of(name)])
        gold.extend(records)
        predicted.extend(predictions(analyse(doc if vectors else replace(doc, vectors=None), rules), records))
    return figures(gold, predicted)


def figures(gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Score by the kit's own measure."""
    counts, _, _ = _kit().score(gold, predicted)
    return {
        f"roles.{name}.{role.lower()}_f1": counts["given", group, "head", role].show()["f"]
        for group, name in _GROUPS.items()
        for role in ("ARG0", "ARG1", "core")
        if ("given", group, "head", role) in counts
    }


def _kit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_roles", SHARED / "score_roles.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no measure at {SHARED}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(reader: Reader, records: Sequence[Mapping[str, Any]], out: Path) -> None:
    """Write predictions for sentences."""
    with out.open("w", encoding="utf-8") as lines:
        for start in range(0, len(records), _BATCH):
            some = records[start : start + _BATCH]
            doc = parse(reader, [record["text"] for record in some])
            for line in predictions(reader.analyse(doc), some):
                lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def predictions(syntax: Syntax, records: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the kit's form of predictions for sentences that are the blocks of an article."""
    doc = syntax.doc
    by_block: dict[int, list[dict[str, Any]]] = {}
    for index, clause in syntax.clauses.items():
        block = doc.sentence_at(index).block
        start = doc.article.blocks[block].start
        span = doc.tokens[index].span
        by_block.setdefault(block, []).append(
            {
                "start": span.start - start,
                "end": span.end - start,
                "args": [_told(doc, index, one, start) for one in clause.arguments if _counts(one)],
            }
        )
    for number, record in enumerate(records):
        yield {"id": record["id"], "predicates": by_block.get(number, [])}


def _counts(argument: Argument) -> bool:
    """Say whether the gold writes an argument so: one span for a coordination, none for most understood subjects."""
    return argument.joined_to is None and argument.decided == "model" and argument.role[3:].isdigit()


def _told(doc: Annotated, predicate: int, argument: Argument, start: int) -> dict[str, Any]:
    words = set(doc.subtree(argument.head))
    if predicate in words:  # the branch that holds the predicate is no part of its argument
        branch = predicate
        while doc.tokens[branch].head != argument.head:
            branch = doc.tokens[branch].head
        words -= set(doc.subtree(branch))
    first = last = argument.head
    while first - 1 in words:
        first -= 1
    while last + 1 in words:
        last += 1
    return {
        "role": argument.role,
        "start": doc.tokens[first].span.start - start,
        "end": doc.tokens[last].span.end - start,
    }


def fold_of(doc: str) -> int:
    """Say in which fold a document is."""
    return crc32(doc.encode()) % FOLDS


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read sentences."""
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]


def read_gold(path: Path = GOLD) -> dict[str, list[dict[str, Any]]]:
    """Read sentences with their roles, by document."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in read_lines(path):
        found.setdefault(record["doc"], []).append(record)
    return found


def parse(reader: Reader, texts: Sequence[str]) -> Annotated:
    """Parse sentences as the blocks of one article."""
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(role="body", start=start, end=start + len(text)))
        start += len(text) + 2
    unknown = PageDate(value=None, earliest=None, latest=None, basis="unknown")
    joined = "\n\n".join(texts)
    article = Article(
        **dict.fromkeys(("headline", "publisher", "origin", "url", "canonical_url", "complete"), None),
        id="sentences",
        text=joined,
        text_sha256=hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=tuple(blocks),
        section=(),
        byline=(),
        addresses=(),
        date_published=unknown,
        date_modified=None,
        language="en",
        receipts={},
    )
    return reader.parser.annotate(article)


if __name__ == "__main__":
    main()

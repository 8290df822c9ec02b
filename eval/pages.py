"""How well pages are read: article text and line roles, from HTML and from dumps.

Usage: python eval/pages.py
"""

import gzip
import importlib.util
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from block_models import fold_models
from newsledger import page
from newsledger.model import Article, Capture
from newsledger.page import Rules
from newsledger.page.blocks.model import BlockModel
from newsledger.pipeline import Reader

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "pages"
TEXT_ROLES = frozenset({"body", "dateline", "live_entry", "correction"})
DUMPS = {"dump": ("dev_dumps.jsonl", "lines"), "para": ("dev_dumps_para.jsonl", "lines_para")}
#: Lines count from 1: errors are read on the even ones, so figures count on the odd ones.
HALVES = {"": 0, ".read": 1}


def score(reader: Reader) -> dict[str, float]:
    """Score all pages: ``pages.html.f1`` is the text's F1, ``pages.dump.caption_f1`` that of a role."""
    gold = _read_jsonl("dev_gold.jsonl")
    figures: dict[str, float] = {}
    for kind in ("html", *DUMPS):
        articles = _read_pages(reader.rules["page"], kind, gold)
        for half, first in HALVES.items():
            scored = _score_kind(kind, gold[first::2], articles[first::2])
            figures |= {f"pages.{kind}.{name}{half}": value for name, value in scored}
    return figures


def read_texts(reader: Reader, roles: frozenset[str]) -> list[str]:
    """Give the blocks of some roles of each HTML page, read with a block model that has not seen its site."""
    articles = _read_pages(reader.rules["page"], "html", _read_jsonl("dev_gold.jsonl"))
    return [_text(article, roles) for article in articles]


def _read_pages(rules: Rules, kind: str, gold: Sequence[dict[str, Any]]) -> list[Article]:
    """Read the pages, each with a block model that has seen no page of its site."""
    if kind == "html":
        captures = [
            Capture(data=gzip.decompress((GOLD / "dev" / "html" / f"{item['id']}.html.gz").read_bytes()))
            for item in gold
        ]
    else:
        texts = {item["id"]: item["text"] for item in _read_jsonl(DUMPS[kind][0])}
        captures = [Capture(data=texts[item["id"]], media_type="text/plain") for item in gold]
    models = fold_models("html" if kind == "html" else "dump", rules)
    return [
        page.read_article(capture, replace(rules, models=partial(_given, model)))
        for capture, model in zip(captures, models, strict=True)
    ]


def _given(model: BlockModel, _: str) -> BlockModel:
    return model


def _score_kind(kind: str, gold: Sequence[dict[str, Any]], articles: Sequence[Article]) -> Iterator[tuple[str, float]]:
    scorer = _load("score_pages")
    texts = [_text(article) for article in articles]
    for name, value in scorer.score_texts(
        [(item["body"], text) for item, text in zip(gold, texts, strict=True)]
    ).items():
        if name != "pages":
            yield name, value
    if kind == "html":
        dumps = {item["id"]: item["text"] for item in _read_jsonl("dev_dumps.jsonl")}
        predicted = {item["id"]: {"blocks": _words(article)} for item, article in zip(gold, articles, strict=True)}
        roles = _load("score_roles_html").score(gold, dumps, predicted)
    else:
        lines = DUMPS[kind][1]
        roles = scorer.score_roles(
            [(item[lines], _offsets(article)) for item, article in zip(gold, articles, strict=True)]
        )
    for role, found in roles.items():
        yield f"{role}_f1", found["f1"]


def _text(article: Article, roles: frozenset[str] = TEXT_ROLES) -> str:
    return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role in roles)


def _words(article: Article) -> list[dict[str, str]]:
    return [{"role": block.role, "text": article.text[block.start : block.end]} for block in article.blocks]


def _offsets(article: Article) -> list[dict[str, Any]]:
    return [{"role": _gold_role(block.role), "start": block.start, "end": block.end} for block in article.blocks]


def _gold_role(role: str) -> str:
    """Give the name that the gold has for a role; it calls related links and standfirsts furniture."""
    if role in TEXT_ROLES:
        return "body"
    return "furniture" if role in ("related", "standfirst") else role


def _read_jsonl(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").split("\n") if line.strip()]


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for figure, value in score(Reader.load("en")).items():
        print(f"{figure:<34} {value:.3f}")

"""Scores the reading of pages of both kits of ../shared/gold, each page with models that have not seen its publisher.

    python eval/pages.py [old] [wide] [segments] [meta]

``pages.html.f1`` is the text's F1 on the older kit, ``pages.wide.dump.caption_f1`` that of a role on the wide one.
A kit named ``segments`` has sentences that must or must not be in the text, ``meta`` titles, authors and dates.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Literal

from block_models import fold_models
from newsledger import page
from newsledger.errors import PageError
from newsledger.model import Article, Capture
from newsledger.page import Rules
from newsledger.page.blocks.model import BlockModel
from newsledger.page.words.line import words_of
from newsledger.pipeline import Reader
from page_kits import LINED, OLD, WIDE, Kit, KitPage, load_kit, load_scorer

Form = Literal["html", "dump", "para"]
KITS: tuple[Kit, ...] = ("old", "wide", "segments", "meta")
TEXT_ROLES = frozenset({"body", "dateline", "live_entry", "correction"})
#: What the gold of roles calls furniture, in both kits alike.
_FURNITURE = frozenset({"related", "standfirst", "date"})
_NOT_SCORED = frozenset({"pages", "accuracy"})


def score(reader: Reader, kits: Sequence[Kit] = KITS) -> dict[str, float]:
    """Score all pages of the kits."""
    return {name: value for kit in kits for name, value in _score_kit(kit, reader.rules["page"])}


def read_texts(reader: Reader, kit: Kit, roles: frozenset[str]) -> list[str]:
    """Give the blocks of some roles of each HTML page, read with a block model that has not seen its publisher."""
    return [_text(article, roles) for article in _read_pages(reader.rules["page"], kit, "html")]


def read_without_address(reader: Reader, kit: Kit) -> list[Article | None]:
    """Read each HTML page, whose address is not given, with a block model that has not seen its publisher."""
    models = fold_models("html", reader.rules["page"])
    return [
        _read(
            Capture(data=kit_page.html(), media_type="text/html"),
            replace(reader.rules["page"], models=partial(_given, models[kit_page.fold])),
        )
        for kit_page in load_kit(kit)
    ]


def _score_kit(kit: Kit, rules: Rules) -> Iterator[tuple[str, float]]:
    name = "pages" if kit == "old" else f"pages.{kit}"
    forms: tuple[Form, ...] = ("html", "dump", "para") if kit in LINED else ("html",)
    for form in forms:
        articles = _read_pages(rules, kit, form)
        if kit in LINED:
            yield from ((f"{name}.{form}.{what}", value) for what, value in _score_lines(kit, form, articles))
        elif kit == "segments":
            yield f"{name}.f1", _score_segments(articles)
        if kit in ("wide", "meta") and form == "html":
            yield from ((f"{name}.{what}", value) for what, value in _score_facts(kit, articles))


def _read_pages(rules: Rules, kit: Kit, form: Form) -> list[Article | None]:
    """Read the pages, each with a block model that has seen no page of its publisher; None is no article."""
    models = fold_models("html" if form == "html" else "dump", rules)
    return [
        _read(_capture(kit_page, form), replace(rules, models=partial(_given, models[kit_page.fold])))
        for kit_page in load_kit(kit)
    ]


def _read(capture: Capture, rules: Rules) -> Article | None:
    try:
        return page.read_article(capture, rules)
    except PageError:
        return None


def _capture(kit_page: KitPage, form: Form) -> Capture:
    if form == "html":
        return Capture(data=kit_page.html(), media_type="text/html", url=kit_page.gold["url"])
    return Capture(data=kit_page.dump if form == "dump" else kit_page.para, media_type="text/plain")


def _given(model: BlockModel, _: str) -> BlockModel:
    return model


def _score_lines(kit: Kit, form: Form, articles: Sequence[Article | None]) -> Iterator[tuple[str, float]]:
    pages = load_kit(kit)
    scorer = load_scorer("score_pages", OLD)
    pairs = [(kit_page.gold["body"], _text(article)) for kit_page, article in zip(pages, articles, strict=True)]
    yield from ((name, value) for name, value in scorer.score_texts(pairs).items() if name not in _NOT_SCORED)
    lines = "lines_para" if form == "para" else "lines"
    gold = [{**kit_page.gold, lines: [_older(line) for line in kit_page.gold[lines]]} for kit_page in pages]
    if form == "html":
        dumps = {kit_page.gold["id"]: kit_page.dump for kit_page in pages}
        words = {item["id"]: {"blocks": _words(article)} for item, article in zip(gold, articles, strict=True)}
        roles = load_scorer("score_roles_html", OLD).score(gold, dumps, words)
    else:
        roles = scorer.score_roles(
            [(item[lines], _offsets(article)) for item, article in zip(gold, articles, strict=True)]
        )
    for role, found in roles.items():
        yield f"{role}_f1", found["f1"]
        if role == "body":
            yield "body_lost", 1 - found["recall"]


def _score_segments(articles: Sequence[Article | None]) -> float:
    scorer = load_scorer("score_segments", WIDE)
    counts = [
        scorer.count(kit_page.gold, _text(article))
        for kit_page, article in zip(load_kit("segments"), articles, strict=True)
    ]
    hits, surplus, lost, _ = (sum(column) for column in zip(*counts, strict=True))
    return float(2 * hits / (2 * hits + surplus + lost))


def _score_facts(kit: Kit, articles: Sequence[Article | None]) -> Iterator[tuple[str, float]]:
    gold = [kit_page.gold for kit_page in load_kit(kit)]
    told = {item["id"]: facts_of(article) for item, article in zip(gold, articles, strict=True)}
    scorer = load_scorer("score_meta", WIDE)
    for name, people in (("", False), ("people_", True)):
        figures, _ = scorer.score(gold, told, people=people)
        for what in ("author",) if people else ("title", "date", "author"):
            yield f"{name}{what}_right", figures[f"{what} right"]
    printed = [item for item, article in zip(gold, articles, strict=True) if _prints_title(item, article)]
    yield "printed_title_right", scorer.score(printed, told)[0]["title right"]


def _prints_title(gold: dict[str, Any], article: Article | None) -> bool:
    """Say whether the gold's title is a line of the page, and not one that only the markup has."""
    title = words_of(gold.get("title") or "")
    lines = [article.headline or "", *article.text.split("\n")] if article else []
    return bool(title) and any(words_of(line) == title for line in lines)


def facts_of(article: Article | None) -> dict[str, Any]:
    """Give title, authors and date of an article as the kits' scorer takes them."""
    if article is None:
        return {}
    agency = _agency(article)
    authors = (*article.byline, *((agency,) if agency else ()))
    return {"title": article.headline, "authors": list(authors), "date": article.date_published.value}


def _agency(article: Article) -> str | None:
    """Give the agency as an author: where nobody else signs, or a byline or the markup's authors name it.

    It has both names: that by which it is known and the one that the page has ("dpa").
    """
    receipt = article.receipts.get("origin")
    if article.origin is None or receipt is None:
        return None
    bylines = [block for block in article.blocks if block.role == "byline"]
    signs = any(block.start <= span.start < block.end for block in bylines for span in receipt.spans)
    if article.byline and not signs and "author" not in (receipt.field or ""):
        return None
    return " ".join([article.origin, *(span.of(article.text) for span in receipt.spans)])


def _text(article: Article | None, roles: frozenset[str] = TEXT_ROLES) -> str:
    blocks = article.blocks if article else ()
    return "\n".join(article.text[block.start : block.end] for block in blocks if article and block.role in roles)


def _words(article: Article | None) -> list[dict[str, str]]:
    blocks = article.blocks if article else ()
    return [{"role": block.role, "text": article.text[block.start : block.end]} for block in blocks if article]


def _offsets(article: Article | None) -> list[dict[str, Any]]:
    blocks = article.blocks if article else ()
    return [{"role": _gold_role(block.role), "start": block.start, "end": block.end} for block in blocks]


def _gold_role(role: str) -> str:
    """Give the name that the gold has for a role."""
    if role in TEXT_ROLES:
        return "body"
    return "furniture" if role in _FURNITURE else role


def _older(line: dict[str, Any]) -> dict[str, Any]:
    """Give a line of the gold with the roles of the older kit."""
    return {**line, "role": "furniture" if line["role"] in _FURNITURE else line["role"]}


if __name__ == "__main__":
    wanted = [kit for kit in KITS if kit in sys.argv[1:]] or KITS
    for figure, value in score(Reader.load("en"), wanted).items():
        print(f"{figure:<34} {value:.3f}")

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from newsledger.model import Record
from newsledger.show import annotations
from show.sample import RECORD, TEXT

# The part of http://www.w3.org/ns/anno.jsonld that we use, so that a test needs no network.
CONTEXT = json.loads((files("newsledger.show") / "data" / "anno.context.jsonld").read_text(encoding="utf-8"))
TERMS = CONTEXT["@context"]


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for child in tree.values():
            yield from nodes(child)
    elif isinstance(tree, list):
        for child in tree:
            yield from nodes(child)


@pytest.fixture
def collection() -> dict[str, Any]:
    return annotations(RECORD)


def test_every_key_is_a_term_of_the_context(collection: dict[str, Any]) -> None:
    keys = {key for node in nodes(collection) for key in node}

    assert keys - {"@context"} - set(TERMS) == set()


@pytest.mark.parametrize("key", ["type", "motivation", "purpose"])
def test_every_type_and_purpose_is_a_term_of_the_context(collection: dict[str, Any], key: str) -> None:
    values = {node[key] for node in nodes(collection) if key in node}

    assert values
    assert values - set(TERMS) == set()


def test_every_term_of_the_context_is_told_in_full() -> None:
    prefixes = {term for term, meaning in TERMS.items() if isinstance(meaning, str) and meaning.startswith("http")}
    meanings = [meaning if isinstance(meaning, str) else meaning["@id"] for meaning in TERMS.values()]

    assert [m for m in meanings if not m.startswith(("http", "@")) and m.partition(":")[0] not in prefixes] == []


def test_all_annotations_stand_on_one_page_of_the_collection(collection: dict[str, Any]) -> None:
    page = collection["first"]

    assert collection["total"] == len(page["items"]) == 3
    assert page["startIndex"] == 0
    assert page["partOf"] == collection["id"]
    assert collection["last"] == page["id"]
    assert len({item["id"] for item in page["items"]}) == 3


def test_how_sure_a_finding_is_stands_in_a_body_that_assesses_it() -> None:
    told = annotations(replace(RECORD, events=tuple(replace(one, confidence=0.62) for one in RECORD.events)))

    assessed = [body for item in told["first"]["items"] for body in item["body"] if body["purpose"] == "assessing"]

    assert [body["value"] for body in assessed] == ["0.620"]
    assert {"assessing", *assessed[0]} <= set(TERMS)


def test_a_record_without_findings_has_no_page() -> None:
    empty = annotations(replace(RECORD, statements=(), events=(), expectations=()))

    assert empty["total"] == 0
    assert "first" not in empty


def test_both_selectors_of_a_target_choose_the_same_words(collection: dict[str, Any]) -> None:
    for item in collection["first"]["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])


@pytest.mark.parametrize(
    ("url", "source"),
    [
        pytest.param("https://example.org/a", "https://example.org/a", id="web"),
        pytest.param("pages/my page.txt", "urn:sha256:", id="file"),
        pytest.param(None, "urn:sha256:", id="none"),
    ],
)
def test_a_page_is_named_by_its_web_address_else_by_its_text(url: str | None, source: str) -> None:
    told = annotations(replace(RECORD, article=replace(RECORD.article, url=url)))

    assert told["first"]["items"][0]["target"][0]["source"].startswith(source)


def test_without_quotes_no_word_of_the_page_is_told() -> None:
    record: Record = RECORD

    told = json.dumps(annotations(record, quotes=False))

    assert [word for word in ("Berg", "Lund", "meet", "Friday") if word in told] == []

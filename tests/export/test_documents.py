"""What is no table: the calendar, citations, annotations, TimeML and how it was made."""

import hashlib
import json
from pathlib import Path

from lxml import etree

from export.conftest import TODAY, Exporter
from newsledger import codec
from newsledger.show import annotations, timeml
from newsledger.store import HappeningQuestion, open_ledger


def test_each_article_has_its_annotations_and_its_times(coded: Path, ledger: Path) -> None:
    with open_ledger(ledger) as store:
        records = list(store.records())

    assert {path.stem for path in (coded / "annotations").iterdir()} == {record.article.id for record in records}
    for record in records:
        written = json.loads((coded / "annotations" / f"{record.article.id}.jsonld").read_text(encoding="utf-8"))
        assert written == json.loads(codec.dump(annotations(record)))
        document = (coded / "timeml" / f"{record.article.id}.tml").read_bytes()
        assert document.decode() == f"{timeml(record)}\n"
        assert etree.fromstring(document).tag == "TimeML"


def test_each_article_is_a_citation(coded: Path, ledger: Path) -> None:
    items = json.loads((coded / "articles.csl.json").read_text(encoding="utf-8"))
    with open_ledger(ledger) as store:
        ids = {f"newsledger-{record.article.id}" for record in store.records()}

    assert {item["id"] for item in items} == ids
    assert {item["type"] for item in items} == {"article-newspaper"}
    assert {tuple(item["accessed"]["date-parts"][0]) for item in items} == {(2018, 2, 1)}


def test_the_calendar_has_what_was_expected_and_has_a_last_day(coded: Path, ledger: Path) -> None:
    lines = (coded / "due.ics").read_text(encoding="utf-8").split("\n")
    with open_ledger(ledger) as store:
        rows = store.ask_happenings(HappeningQuestion(today=TODAY, expected=True, state="any"), limit=1000).rows

    uids = {line.removeprefix("UID:").removesuffix("@newsledger") for line in lines if line.startswith("UID:")}
    assert uids == {row.id for row in rows if row.due}
    assert uids
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"


def test_a_calendar_can_be_asked_for_one_question(exporter: Exporter, tmp_path: Path, coded: Path) -> None:
    exporter(tmp_path, "ics", question=HappeningQuestion(today=TODAY, event_type="CONSULT"))

    some, everything = ((folder / "due.ics").read_text(encoding="utf-8") for folder in (tmp_path, coded))
    assert some.count("BEGIN:VEVENT") < everything.count("BEGIN:VEVENT")


def test_the_crate_tells_digests_versions_and_licences(coded: Path) -> None:
    crate = json.loads((coded / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    things = {thing["@id"]: thing for thing in crate["@graph"]}
    root = things["./"]

    assert things["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    assert {part["@id"] for part in root["hasPart"]} <= set(things)
    assert {part["@id"].rstrip("/") for part in root["hasPart"]} == {
        path.name for path in coded.iterdir() if path.name != "ro-crate-metadata.json"
    }
    for name, thing in things.items():
        if "sha256" in thing:
            data = (coded / name).read_bytes()
            assert thing["sha256"] == hashlib.sha256(data).hexdigest()
            assert thing["contentSize"] == str(len(data))
    makers = [thing for name, thing in things.items() if name.startswith("#maker-")]
    assert {value["name"] for value in makers[0]["object"]} >= {"version", "model", "model_sha256"}
    assert root["license"]["@id"] in things
    assert things[root["isBasedOn"]["@id"]]["license"]["@id"] in things


def test_an_export_tells_nothing_of_when_it_was_made(coded: Path) -> None:
    # Two exports of one ledger are the same, whenever they are made.
    text = (coded / "ro-crate-metadata.json").read_text() + (coded / "datapackage.json").read_text()

    assert "2026-" not in text

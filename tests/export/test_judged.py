"""What persons judged lies over an export as it lies over answers, and can be left out."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from export.conftest import TODAY
from export.test_folder import files_of
from newsledger.cli import main
from newsledger.export import Ask, Form, export
from newsledger.ledger.grouping import group_all
from newsledger.ledger.judging.correcting import correct
from newsledger.model import Verdict
from newsledger.store import Store, open_ledger
from newsledger.store.corrections import Judge
from store.conftest import GOLDEN, entry_of, from_golden

ANN = Judge(by="Ann", at="2026-02-01T00:00:00.000+00:00")
EVERY: tuple[Form, ...] = ("csv", "polecat", "gdelt", "icews", "dyads", "ics")


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    with open_ledger(place, new=True) as opened:
        run = opened.begin("test", at="2026-01-01T00:00:00+00:00")
        entries = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN]
        opened.put(entries, run=run)
        for _ in group_all(opened):
            pass
        yield opened


def judge(store: Store, finding: str, verdict: Verdict, **said: str) -> None:
    correct(store, (finding, verdict, None), ANN, {"field": None, "value": None, **said})


def exported(store: Store, folder: Path, *, corrections: bool = True) -> dict[str, list[dict[str, str]]]:
    export(store, folder, Ask(forms=EVERY, today=TODAY, corrections=corrections))
    return {path.name: list(read(path)) for path in folder.iterdir() if path.suffix in (".csv", ".tsv")}


def read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="," if path.suffix == ".csv" else "\t")


def one(rows: list[dict[str, str]], name: str, value: str) -> dict[str, str]:
    return next(row for row in rows if row[name] == value)


def told_once(tables: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Choose a mention that alone tells a happening that POLECAT has."""
    alone = {row["id"] for row in tables["happenings.csv"] if row["mentions"] == "1" and row["standing"] == "happened"}
    return next(
        row
        for row in tables["mentions.csv"]
        if row["happening"] in alone and row["plover_type"] and row["cameo"] and row["day"] and row["actor"]
    )


def test_a_corrected_event_is_corrected_in_each_table_and_form(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    event = told_once(before)
    judge(store, event["id"], "wrong", field="event_type", value="AID")
    judge(store, event["id"], "wrong", field="actors", value="Ann Other; Ben Other")
    judge(store, event["id"], "wrong", field="day", value="2018-01-05")

    after = exported(store, tmp_path / "after")

    mention = one(after["mentions.csv"], "id", event["id"])
    happening = one(after["happenings.csv"], "id", event["happening"])
    parties = [row for row in after["happening_parties.csv"] if row["happening"] == event["happening"]]
    assert [mention[name] for name in ("event_type", "plover_type", "cameo", "actor", "day", "latest")] == [
        *("AID", "AID", "", "Ann Other; Ben Other", "2018-01-05", "2018-01-05"),
    ]
    assert [happening[name] for name in ("event_type", "day", "goldstein")] == ["AID", "2018-01-05", ""]
    assert [row["name"] for row in parties if row["role"] == "actor"] == ["Ann Other", "Ben Other"]
    coded = [row for row in after["polecat.tsv"] if row["Actor Name"] == "Ann Other; Ben Other"]
    assert [(row["Event Type"], row["Event Date"]) for row in coded] == [("AID", "2018-01-05")]
    assert len(after["icews.tsv"]) < len(before["icews.tsv"])  # which has codes of CAMEO only


def test_a_party_that_stays_keeps_what_is_known_of_it(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    party = next(row for row in before["mention_parties.csv"] if row["role"] == "actor" and row["country"])
    lead = one(before["mentions.csv"], "id", party["mention"])
    judge(store, lead["same_as"] or lead["id"], "wrong", field="actors", value=f"{party['name']}; Ann Other")

    after = exported(store, tmp_path / "after")

    shown = [row for row in after["mention_parties.csv"] if row["mention"] == (lead["same_as"] or lead["id"])]
    actors = {row["name"]: row["country"] for row in shown if row["role"] == "actor"}
    assert set(actors) == {party["name"], "Ann Other"}
    assert actors["Ann Other"] == ""


def test_a_standing_that_a_person_gave_decides_what_happened(store: Store, tmp_path: Path) -> None:
    event = told_once(exported(store, tmp_path / "before"))
    judge(store, event["id"], "wrong", field="standing", value="denied")

    after = exported(store, tmp_path / "after")

    happening = one(after["happenings.csv"], "id", event["happening"])
    assert (happening["standing"], happening["state"]) == ("denied", "denied")
    assert one(after["mentions.csv"], "id", event["id"])["standing"] == "denied"


def test_what_is_not_there_is_in_no_table(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    event, said = told_once(before), before["statements.csv"][0]
    judge(store, event["id"], "not_there")
    judge(store, said["id"], "not_there")

    after = exported(store, tmp_path / "after")

    assert said["id"] not in {row["id"] for row in after["statements.csv"]}
    assert event["id"] not in {row["id"] for row in after["mentions.csv"]}
    assert event["id"] not in {row["mention"] for row in after["mention_parties.csv"]}
    for name in ("happenings.csv", "happening_parties.csv", "happening_lives.csv"):
        assert event["happening"] not in {row.get("happening", row.get("id")) for row in after[name]}
    assert len(after["polecat.tsv"]) == len(before["polecat.tsv"]) - 1


def test_statements_and_expectations_are_corrected(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    said = next(row for row in before["statements.csv"] if row["actor_key"])
    due = next(row for row in before["expectations.csv"] if row["leading"] == "true" and row["kind"] != "hope")
    judge(store, said["id"], "wrong", field="who", value="Ann Other")
    judge(store, due["id"], "wrong", field="kind", value="hope")

    after = exported(store, tmp_path / "after")

    row = one(after["statements.csv"], "id", said["id"])
    assert [row[name] for name in ("source", "actor_name", "actor_key")] == ["Ann Other", "Ann Other", ""]
    assert one(after["expectations.csv"], "id", due["id"])["kind"] == "hope"


def test_a_place_that_was_corrected_lies_nowhere_and_its_country_is_told(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    there = next(row for row in before["mentions.csv"] if row["latitude"] and not row["same_as"])
    judge(store, there["id"], "wrong", field="place", value="Orlow")
    judge(store, there["id"], "wrong", field="country", value="NOR")

    after = one(exported(store, tmp_path / "after")["mentions.csv"], "id", there["id"])

    told = [after[name] for name in ("place", "place_country", "latitude", "longitude")]
    assert told == ["Orlow", "NOR", "", ""]


def test_what_is_due_before_its_window_begins_has_a_last_day_alone(store: Store, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before")
    due = next(row for row in before["expectations.csv"] if row["leading"] == "true" and row["earliest"])
    judge(store, due["id"], "wrong", field="due", value="1999-12-31")

    after = one(exported(store, tmp_path / "after")["expectations.csv"], "id", due["id"])

    assert [after[name] for name in ("earliest", "latest")] == ["", "1999-12-31"]


def test_a_state_that_a_person_gave_is_its_happenings_with_the_standing_that_goes_with_it(
    store: Store, tmp_path: Path
) -> None:
    before = exported(store, tmp_path / "before")
    waits = {row["id"] for row in before["happenings.csv"] if row["standing"] == "planned"}
    due = next(row for row in before["expectations.csv"] if row.get("happening") in waits)
    judge(store, due["id"], "wrong", field="state", value="happened")

    after = one(exported(store, tmp_path / "after")["happenings.csv"], "id", due["happening"])

    assert (after["state"], after["standing"]) == ("happened", "happened")


def test_without_corrections_an_export_is_what_was_read(store: Store, place: Path | str, tmp_path: Path) -> None:
    before = exported(store, tmp_path / "before", corrections=False)
    judge(store, told_once(before)["id"], "not_there")

    arguments: list[Any] = [*(word for form in EVERY for word in ("--as", form)), "--today", TODAY]
    done = CliRunner().invoke(
        main, ["export", str(tmp_path / "after"), "--no-corrections", *arguments, "--ledger", str(place)]
    )

    assert done.exit_code == 0, done.output
    assert files_of(tmp_path / "after") == files_of(tmp_path / "before")

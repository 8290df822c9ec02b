"""Counts of pairs of countries are the same by SQL, by export and by command."""

import json
import sqlite3
from collections import defaultdict
from pathlib import Path

import pytest
from click.testing import CliRunner

from export.test_tables import rows_of
from newsledger.cli import main

WAYS = ("happenings", "reports", "copies")
SQL = """
SELECT month, actor, recipient, event_type, standing, count(*) AS happenings, sum(reports) AS reports,
       sum(copies) AS copies, sum(goldstein), sum(goldstein * reports), sum(goldstein * copies)
FROM (
    SELECT DISTINCT c.chain, substr(c.day, 1, 7) AS month, p.country AS actor, q.country AS recipient, c.event_type,
           CASE c.state WHEN 'happened' THEN 'happened' WHEN 'under_way' THEN 'ongoing'
                WHEN 'planned' THEN 'planned' WHEN 'dated' THEN 'planned' WHEN 'moved' THEN 'planned'
                WHEN 'denied' THEN 'denied' WHEN 'called_off' THEN 'denied' END AS standing,
           c.reports, c.copies, e.goldstein
    FROM chains c JOIN events e ON e.id = c.event
    JOIN chain_parties p ON p.chain = c.chain AND p.role = 'actor' AND p.country IS NOT NULL
    JOIN chain_parties q ON q.chain = c.chain AND q.role = 'recipient' AND q.country IS NOT NULL
    WHERE p.country <> q.country AND c.state <> 'hinted'
) GROUP BY 1, 2, 3, 4, 5
"""


def test_the_export_has_what_sql_counts(tables: Path, ledger: Path) -> None:
    connection = sqlite3.connect(ledger)
    counted = {row[:5]: row[5:] for row in connection.execute(SQL)}
    connection.close()

    rows = [row for row in rows_of(tables / "dyads.csv") if row["standing"] not in ("hypothetical", "alleged")]
    key = ("month", "actor", "recipient", "event_type", "standing")
    exported = {tuple(row[name] for name in key): row for row in rows}

    assert len(counted) > 15
    assert set(exported) == set(counted)
    for name, row in exported.items():
        assert tuple(int(row[way]) for way in WAYS) == counted[name][:3]
        assert [float(row[f"goldstein_{way}"]) for way in WAYS] == pytest.approx(
            [one or 0 for one in counted[name][3:]]
        )


def test_the_command_counts_what_the_export_has(tables: Path, ledger: Path) -> None:
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows_of(tables / "dyads.csv"):
        if row["standing"] == "happened":
            found = sums[row["actor"], row["recipient"]]
            sums[row["actor"], row["recipient"]] = [old + int(row[way]) for old, way in zip(found, WAYS, strict=True)]

    assert len(sums) > 10
    for (actor, recipient), expected in sums.items():
        words = ["events", "--actor", actor, "--recipient", recipient, "--standing", "happened", "--all"]
        done = CliRunner().invoke(main, [*words, "--count-by", "type", "--ledger", str(ledger)])
        rows = [json.loads(line) for line in done.stdout.splitlines()]

        assert [sum(row[way] for row in rows) for way in WAYS] == expected


def test_the_tables_of_happenings_and_parties_count_the_same(tables: Path) -> None:
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows_of(tables / "happening_parties.csv"):
        if row["country"]:
            sides[row["happening"], row["role"]].add(row["country"])
    counted = sum(
        len({(one, other) for one in sides[row["id"], "actor"] for other in sides[row["id"], "recipient"] - {one}})
        for row in rows_of(tables / "happenings.csv")
        if row["event_type"]
    )

    assert counted == sum(int(row["happenings"]) for row in rows_of(tables / "dyads.csv"))

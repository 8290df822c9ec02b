"""The forms of other data sets: their columns, what goes into them, and the side file."""

import csv
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from export.conftest import Exporter
from export.test_tables import rows_of
from newsledger.export.codebook import codes, table
from newsledger.export.coded.dyads import count_dyads
from newsledger.export.coded.gdelt import gdelt_mentions, gdelt_row
from newsledger.export.coded.icews import icews_row
from newsledger.export.coded.polecat import polecat_row
from newsledger.export.coded.values import fraction, host_of
from newsledger.export.told import Told, number_of

#: The first lines of the three data sets, as their publishers and those who read them write them.
POLECAT = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|"
    "Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|"
    "Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
)
ICEWS = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"
    "Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
)
ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
GDELT = [
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in ACTOR.split()),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions"),
    *("NumSources", "NumArticles", "AvgTone"),
    *(f"{who}Geo_{name}" for who in ("Actor1", "Actor2", "Action") for name in GEO.split()),
    *("DATEADDED", "SOURCEURL"),
]
ROW = {
    "id": "0123456789abcdef:000010-14",
    "standing": "happened",
    "event": "e1",
    "event_type": "ASSAULT",
    "plover_type": "ASSAULT",
    "mode": None,
    "context": "military territory",
    "cameo": "1952",
    "quad": 4,
    "goldstein": -10.0,
    "day": "2018-03-16",
    "mentions": 4,
    "articles": 3,
    "reports": 2,
    "copies": 1,
    "block_role": "headline",
    "place": "Tallinn",
    "place_country": "EST",
    "latitude": 59.437,
    "longitude": -24.754,
    "actor_words": "the rebels",
    "recipient_words": None,
    "article": "0123456789abcdef",
    "url": "https://paper.example/a",
    "publisher": "Paper",
    "published": "2018-03-17T10:00:00Z",
    "language": "en",
}


def party(role: str, name: str, country: str | None, sector: str | None, kind: str = "group") -> dict[str, Any]:
    key = f"{kind}:{country or '-'}:{name.lower()}"
    return {"role": role, "key": key, "name": name, "kind": kind, "country": country, "sector": sector}


def receipt(article: str, published: str | None, publisher: str | None, start: int) -> dict[str, Any]:
    return {
        "article": article,
        "published": published,
        "publisher": publisher,
        "url": f"https://{article}.example/1",
        "mention": f"m{start}",
        "start": start,
        "actor_start": start - 5,
        "recipient_start": None,
        "confidence": 0.714,
        "characters": 900,
    }


def told(*parties: dict[str, Any], **changes: Any) -> Told:
    receipts = (receipt("a", "2018-03-16", "Paper", 10), receipt("b", "2018-03-17", "Paper", 20))
    cast = (party("", "Anna Berg", None, None, "person"), party("", "Estonia", "EST", "GOV", "country"))
    return Told(row={**ROW, **changes}, parties=parties, receipts=(*receipts, receipt("c", None, None, 30)), cast=cast)


AB = (("A", "FRA"), ("B", "DEU"))
REBELS = party("actor", "Rebels", "ROU", "REB")
PRESS = party("recipient", "Reporters", "EST", "JRN")


def test_the_columns_are_those_of_the_data_sets() -> None:
    assert list(table("polecat").names) == POLECAT.split("|")
    assert list(table("icews").names) == ICEWS.split("|")
    assert list(table("gdelt_events").names) == GDELT


def test_a_happening_as_polecat_has_it() -> None:
    identifier, row = polecat_row(told(REBELS, PRESS, party("recipient", "Latvia", "LVA", "GOV")), codes())

    assert list(row) == POLECAT.split("|")
    assert identifier.startswith("20180316-")
    assert identifier.endswith("_ASSAULT")
    assert (row["Event Mode"], row["Intensity"], row["Quad Code"]) == ("None", -9.3, "MATERIAL CONFLICT")
    assert row["Contexts"] == "military; territory"
    assert (row["Actor Country"], row["Actor COW"], row["Primary Actor Sector"]) == ("Romania", "360", "REB")
    assert (row["Recipient Name"], row["Recipient COW"]) == ("Reporters; Latvia", "366; 367")
    assert (row["Recipient Sectors"], row["Recipient Name Raw"]) == ("JRN; GOV", "None")
    assert (row["Country"], row["Longitude"], row["Language"]) == ("EST", -24.754, "eng")
    assert (row["Publication Date"], row["Story People"], row["Story Locations"]) == (
        "2018-03-17",
        "Anna Berg",
        "Estonia",
    )


def test_a_happening_as_gdelt_has_it() -> None:
    one = told(REBELS, PRESS)
    (pair,) = one.pairs()
    identifier, row = gdelt_row(one, pair, codes())

    assert set(row) <= set(GDELT)
    assert (row["SQLDATE"], row["MonthYear"], row["Year"], row["FractionDate"]) == (20180316, 201803, 2018, 2018.2904)
    assert (row["Actor1Code"], row["Actor1CountryCode"], row["Actor2Code"]) == ("ROMREB", "ROM", "ESTMED")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("1952", "195", "19")
    assert (row["NumMentions"], row["NumSources"], row["NumArticles"], row["IsRootEvent"]) == (4, 2, 3, 1)
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"]) == (4, "EN")
    assert row["DATEADDED"] == 20180316000000
    assert 0 < identifier < 2**52


def test_the_mentions_of_a_happening_as_gdelt_has_them() -> None:
    rows = list(gdelt_mentions(7, told(REBELS, PRESS)))

    assert [row["MentionTimeDate"] for row in rows] == [20180316000000, 20180317000000, None]
    assert [(row["Actor1CharOffset"], row["Actor2CharOffset"], row["Confidence"]) for row in rows] == [
        (5, -1, 71),
        (15, -1, 71),
        (25, -1, 71),
    ]
    assert rows[0]["MentionSourceName"] == "a.example"


def test_a_happening_as_icews_has_it() -> None:
    one = told(REBELS, PRESS)
    (pair,) = one.pairs()
    identifier, row = icews_row(one, pair, codes())

    assert set(row) <= set(ICEWS.split("|"))
    assert identifier == gdelt_row(one, pair, codes())[0]
    assert (row["Source Sectors"], row["Source Country"], row["Target Country"]) == ("Rebels", "Romania", "Estonia")
    assert (row["CAMEO Code"], row["Event Text"], row["Country"]) == ("1952", codes().cameo["1952"], "Estonia")


@pytest.mark.parametrize(
    ("parties", "pairs"),
    [
        pytest.param([REBELS, PRESS], [("Rebels", "Reporters")], id="one-to-one"),
        pytest.param([REBELS], [("Rebels", None)], id="nobody-acted-on"),
        pytest.param([PRESS], [(None, "Reporters")], id="nobody-acts"),
        pytest.param([], [(None, None)], id="nobody"),
        pytest.param(
            [party(role, name, country, None) for role in ("actor", "recipient") for name, country in AB],
            [("A", "B"), ("B", "A")],
            id="reciprocal",
        ),
        pytest.param(
            [party("actor", "A", "FRA", None), party("recipient", "A", "FRA", None)], [("A", None)], id="itself"
        ),
    ],
)
def test_each_actor_is_paired_with_each_other_recipient(
    parties: list[dict[str, Any]], pairs: list[tuple[str | None, str | None]]
) -> None:
    found = [tuple(one["name"] if one else None for one in pair) for pair in told(*parties).pairs()]

    assert found == pairs


def test_a_happening_counts_once_for_a_pair_of_countries() -> None:
    twice = told(REBELS, party("actor", "Army", "ROU", "MIL"), PRESS, party("recipient", "Romania", "ROU", "GOV"))
    unscored = told(REBELS, PRESS, goldstein=None, day=None, standing=None)

    rows = list(count_dyads([twice, twice, unscored, told(REBELS, PRESS, event_type=None)]))

    assert [(row["month"], row["actor"], row["recipient"], row["happenings"]) for row in rows] == [
        (None, "ROU", "EST", 1),
        ("2018-03", "ROU", "EST", 2),
    ]
    assert [(row["standing"], row["scored"]) for row in rows] == [(None, 0), ("happened", 2)]
    assert [rows[1][f"goldstein_{way}"] for way in ("happenings", "reports", "copies")] == [-20.0, -40.0, -20.0]


@pytest.mark.parametrize(("day", "value"), [("2018-01-01", 2018.0849), ("2018-12-31", 2019.0712)])
def test_a_day_is_a_fraction_as_gdelt_reckons(day: str, value: float) -> None:
    assert fraction(day) == value


def test_an_address_that_is_none_has_no_host() -> None:
    assert [host_of(url) for url in ("https://a.example/1", "http://[", None, "x")] == ["a.example", None, None, None]


def test_numbers_are_whole_in_a_floating_point_number() -> None:
    numbers = [number_of("happening", str(at), None) for at in range(1000)]

    assert [int(float(number)) for number in numbers] == numbers
    assert len(set(numbers)) == 1000


def lines_of(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t")


@pytest.mark.parametrize(
    ("name", "header", "columns"), [("polecat.tsv", 1, 40), ("gdelt.export.CSV", 0, 61), ("icews.tsv", 1, 20)]
)
def test_each_row_has_all_columns_and_a_line_in_the_side_file(
    coded: Path, name: str, header: int, columns: int
) -> None:
    rows = list(lines_of(coded / name))[header:]
    side = (coded / f"{name.partition('.')[0]}.receipts.jsonl").read_text(encoding="utf-8").splitlines()
    head, *lines = map(json.loads, side)

    assert head["standings"] == ["happened", "ongoing"]
    assert {len(row) for row in rows} == {columns}
    assert [str(line["id"]) for line in lines] == [row[0] for row in rows]
    assert {line["standing"] for line in lines} <= {"happened", "ongoing"}
    assert all(one["words"] in one["sentence"] for line in lines for one in line["receipts"])
    assert len(rows) > 100


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("name", "scale"), [("polecat.tsv", "Intensity"), ("icews.tsv", "Intensity")])
def test_pandas_and_duckdb_read_them_as_they_read_the_data_sets(coded: Path, name: str, scale: str) -> None:
    frame = import_module("pandas").read_csv(coded / name, sep="\t")
    source = f"read_csv('{coded / name}', delim = '\\t')"
    rows = import_module("duckdb").sql(f"SELECT count(*), min({scale}) FROM {source}")  # noqa: S608 - our own path

    assert list(frame.columns) == (POLECAT if name == "polecat.tsv" else ICEWS).split("|")
    assert rows.fetchall() == [(len(frame), frame[scale].min())]
    assert frame[scale].between(-10, 10).all()


def test_the_mentions_of_gdelt_are_those_of_its_events(coded: Path) -> None:
    events = {row[0] for row in lines_of(coded / "gdelt.export.CSV")}
    mentions = list(lines_of(coded / "gdelt.mentions.CSV"))

    assert {len(row) for row in mentions} == {16}
    assert {row[0] for row in mentions} == events


def test_other_standings_go_in_where_they_are_asked_for_and_the_head_tells_it(
    exporter: Exporter, tables: Path, tmp_path: Path
) -> None:
    exporter(tmp_path, "polecat", standings=frozenset({"planned", "denied"}))
    happenings = {row["id"]: row for row in rows_of(tables / "happenings.csv")}

    head, *lines = map(json.loads, (tmp_path / "polecat.receipts.jsonl").read_text(encoding="utf-8").splitlines())
    wanted = {
        name
        for name, row in happenings.items()
        if row["standing"] in ("planned", "denied") and row["cameo"] and row["day"]
    }
    assert head["standings"] == ["denied", "planned"]
    assert {line["happening"] for line in lines} == wanted
    assert wanted


def test_what_a_form_has_no_code_for_is_counted(exporter: Exporter, tables: Path, tmp_path: Path) -> None:
    left = exporter(tmp_path, "icews").left["icews"]
    happenings = rows_of(tables / "happenings.csv")

    told_as = [row for row in happenings if row["standing"] in ("happened", "ongoing") and row["event"]]
    assert left == sum(1 for row in told_as if not (row["cameo"] and row["plover_type"] and row["day"])) > 0

"""The lists of columns and codes: they are data, and each cell of them is told."""

from importlib.resources import files
from typing import get_args

import pytest

from newsledger.errors import LexiconError
from newsledger.export import codebook
from newsledger.export.codebook import ColumnType, codes, table
from newsledger.export.files import listing
from newsledger.export.files.folder import Written
from newsledger.export.tables import TABLES
from newsledger.model import ATTITUDES, ActorKind, HappeningState
from newsledger.model.article import BlockRole
from newsledger.model.event import PloverType
from newsledger.store import EVENT_TYPES, KINDS, STANDINGS

FOREIGN = {"polecat": 40, "gdelt_events": 61, "gdelt_mentions": 16, "icews": 20}
#: What stands in a column, and what the model says may stand there.
CLOSED = [
    ("happenings", "standing", STANDINGS),
    ("happenings", "event_type", EVENT_TYPES),
    ("happenings", "state", [state for state in get_args(HappeningState) if state != "overdue"]),
    ("mentions", "block_role", get_args(BlockRole)),
    ("statements", "attitude", ATTITUDES),
    ("expectations", "kind", KINDS),
    ("expectations", "state", [state for state in get_args(HappeningState) if state != "overdue"]),
    ("actors", "kind", get_args(ActorKind)),
    ("polecat", "Event Type", get_args(PloverType)),
]


@pytest.mark.parametrize("name", [*TABLES, *FOREIGN, "dyads"])
def test_every_column_is_told_with_its_type_source_and_an_example(name: str) -> None:
    columns = table(name).columns

    assert len({column.name for column in columns}) == len(columns)
    assert {column.type for column in columns} <= set(get_args(ColumnType))
    assert all(column.meaning for column in columns)
    assert [one.name for one in columns if not one.example and not one.meaning.startswith(("Not given", "Empty"))] == []


@pytest.mark.parametrize(("name", "count"), FOREIGN.items())
def test_other_data_sets_have_so_many_columns(name: str, count: int) -> None:
    assert len(table(name).columns) == count


@pytest.mark.parametrize(("name", "column", "values"), CLOSED)
def test_closed_lists_of_codes_are_those_of_the_model(name: str, column: str, values: tuple[str, ...]) -> None:
    told = next(one for one in table(name).columns if one.name == column)

    assert set((told.codes or "").split("|")) == set(values)


@pytest.mark.parametrize("name", ["happenings", "mentions"])
@pytest.mark.parametrize(
    ("column", "lexicon", "field"),
    [
        ("mode", "predicates", "mode"),
        ("other_kind", "predicates", "other_kind"),
        ("context", "plover_contexts", "context"),
    ],
)
def test_open_lists_of_codes_name_all_that_the_lexicon_gives(name: str, column: str, lexicon: str, field: str) -> None:
    lines = (files("newsledger.events") / "data" / f"{lexicon}.en.tsv").read_text("utf-8").splitlines()[2:]
    at = lines[0].split("\t").index(field)
    given = {line.split("\t")[at] for line in lines[1:]} - {"-"}

    told = next(one for one in table(name).columns if one.name == column)

    assert (told.codes or "").split(", ") == sorted(given, key=str.lower)


def test_the_codebook_to_be_read_names_each_table_once_and_each_of_its_columns() -> None:
    happenings, dyads = table("happenings"), table("dyads")
    written = [
        Written(name="happenings.csv", title="", table=happenings),
        Written(name="happenings.parquet", title="", table=happenings),
        Written(name="dyads.csv", title="", table=dyads),
        Written(name="due.ics", title=""),
    ]

    lines = listing.codebook(written).splitlines()

    titles = ["## happenings.csv, happenings.parquet", "## dyads.csv", "## Types of events", "## Sectors"]
    assert [line for line in lines if line.startswith("## ")] == titles
    for column in (*happenings.columns, *dyads.columns):
        assert any(line.startswith(f"| `{column.name}` | {column.meaning} |") for line in lines)
    assert f"| GOV | {codes().sectors['GOV'].name} |" in lines
    assert len({line.count(" | ") for line in lines if line.startswith("| `")}) == 1
    assert listing.codebook(written[3:]) == ""


def test_each_type_sector_and_cameo_code_has_its_counterpart() -> None:
    lines = (files("newsledger.events") / "data" / "cameo.tsv").read_text("utf-8").splitlines()[3:]

    assert set(codes().types) == set(get_args(PloverType))
    assert {line.split("\t")[0] for line in lines} <= set(codes().cameo)
    assert codes().sectors["JRN"].cameo == "MED"
    assert codes().countries["DEU"].cow == "255"
    assert codes().countries["DEU"].fips == "GM"
    assert codes().countries["ROU"].cameo == "ROM"
    assert codes().country_name("SUN") == "SUN"


def test_a_list_that_breaks_its_rules_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codebook, "_read", lambda _: ("A title", [{"name": "id", "type": ""}]))

    with pytest.raises(LexiconError, match="expected the columns name, type, meaning"):
        table("broken")

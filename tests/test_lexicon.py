from pathlib import Path

import pytest

from newsledger.errors import LexiconError
from newsledger.lexicon import Schema, join_lexicons, load_lexicon, marked, words_by_class

SCHEMA = Schema(
    columns=("lemma", "attitude", "example"), key=("lemma",), codes={"attitude": frozenset({"claim", "deny"})}
)
HEAD = "# source: written for the test\n# licence: Apache-2.0\nlemma\tattitude\texample\n"
CLAIM = "claim\tclaim\tThe firm *claimed* it.\n"
DENY = "deny\tdeny|claim\tShe *denied* it.\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "cues.en.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lexicon_gives_its_rows_with_their_rule(tmp_path: Path) -> None:
    lexicon = load_lexicon(write(tmp_path, HEAD + CLAIM + DENY), SCHEMA)

    assert [row.rule for row in lexicon.rows] == ["cues/claim", "cues/deny"]
    assert lexicon.rows[1].words("attitude") == ("deny", "claim")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(CLAIM, "first two lines", id="no-source"),
        pytest.param(HEAD.replace("attitude", "mood") + CLAIM, "expected 'lemma", id="other-header"),
        pytest.param(HEAD + CLAIM + CLAIM, "stands twice", id="duplicate"),
        pytest.param(HEAD + DENY + CLAIM, "should stand before", id="unsorted"),
        pytest.param(HEAD + "claim\t\tHe *claimed* it.\n", "empty", id="empty-cell"),
        pytest.param(HEAD + "claim\tshout\tHe *claimed* it.\n", "shout", id="unknown-code"),
        pytest.param(HEAD + "claim\tclaim\tHe claimed it.\n", "marked", id="no-mark"),
        pytest.param(HEAD + "claim\tclaim\n", "found 2 cells", id="short-row"),
    ],
)
def test_a_lexicon_that_breaks_its_form_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load_lexicon(write(tmp_path, text), SCHEMA)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.en\.tsv"):
        load_lexicon(tmp_path / "nowhere.en.tsv", SCHEMA)


def test_a_users_entry_replaces_ours_of_the_same_key(tmp_path: Path) -> None:
    shipped = load_lexicon(write(tmp_path, HEAD + CLAIM + DENY), SCHEMA)
    own = load_lexicon(write(tmp_path, HEAD + CLAIM.replace("\tclaim\t", "\tdeny\t")), SCHEMA)

    joined = join_lexicons(shipped, [own])

    assert {row.key: row["attitude"] for row in joined.rows} == {"claim": "deny", "deny": "deny|claim"}


def test_a_mark_is_taken_out_of_its_example() -> None:
    assert marked("She *denied* it.") == ("She denied it.", 4, 10)


def test_words_are_given_by_their_class(tmp_path: Path) -> None:
    schema = Schema(columns=("class", "word", "example"), key=("class", "word"))
    table = "".join(HEAD.splitlines(keepends=True)[:2]) + "class\tword\texample\n"
    rows = "street\tlane\tA *lane*.\nstreet\troad\tA *road*.\ntitle\tmr\t*Mr* Holm.\n"

    found = words_by_class(load_lexicon(write(tmp_path, table + rows), schema))

    assert found == {"street": {"lane", "road"}, "title": {"mr"}}

"""Every entry of the room's word lists fires on its own example."""

from newsledger import page
from newsledger.lexicon import Row, load_lexicon, marked
from newsledger.page import Rules
from newsledger.page.facts.dating.lines import find_stamps
from newsledger.page.facts.dating.scene import Strip
from newsledger.page.layout.captions import is_caption
from newsledger.page.layout.prose import mark_lines
from newsledger.page.layout.sections import find_sections
from newsledger.page.markup.tree import parse_html, walk_lines
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.dates import find_days, find_written
from newsledger.page.words.line import make_line, words_of
from page.conftest import DATA


def rows(name: str) -> tuple[Row, ...]:
    return load_lexicon(DATA / f"{name}.en.tsv", page.SCHEMAS[name]).rows


def test_every_agency_is_read_in_its_dateline(rules: Rules) -> None:
    for row in rows("agencies"):
        sentence, start, end = marked(row["example"])
        found = read_dateline(sentence, rules.agencies, rules.months)

        assert found is not None, row.rule
        assert (found.agency, found.agency_start, found.agency_end) == (row["agency"], start, end), row.rule


def test_every_month_dates_its_line(rules: Rules) -> None:
    for row in rows("months"):
        sentence, _, _ = marked(row["example"])

        assert [found.day.month for found in find_days(sentence, rules.months)] == [int(row["number"])], row.rule


def test_every_weekday_stands_beside_its_date(rules: Rules) -> None:
    for row in rows("weekdays"):
        sentence, start, end = marked(row["example"])

        assert [found.weekday for found in find_written(sentence, rules.months, rules.weekdays)] == [
            int(row["number"])
        ], row.rule
        assert sentence[start:end].lower() == row["word"], row.rule


def test_every_cue_says_what_its_date_is_of(rules: Rules) -> None:
    for row in rows("date_cues"):
        sentence, start, end = marked(row["example"])
        stamps = find_stamps([Strip(text=sentence, start=0, role="furniture")], rules)

        assert [stamp.means for stamp in stamps] == ([] if row["means"] == "other" else [row["means"]]), row.rule
        assert words_of(sentence[start:end]) == row["phrase"].split(), row.rule


def test_every_phrase_fires_on_its_line(rules: Rules) -> None:
    for row in rows("phrases"):
        sentence, start, end = marked(row["example"])

        assert row in rules.phrases.find(sentence), row.rule
        assert words_of(sentence[start:end]) == row["phrase"].split(), row.rule


def test_every_class_gives_its_hint(rules: Rules) -> None:
    for row in rows("classes"):
        html, _, _ = marked(row["example"])
        tree = parse_html(html)

        assert tree is not None
        assert row["hint"] in walk_lines(tree, rules.hints)[0].hints, row.rule


def test_every_caption_verb_makes_a_dated_line_at_the_top_a_caption(rules: Rules) -> None:
    for row in rows("caption_verbs"):
        sentence, start, end = marked(row["example"])
        (line,) = mark_lines([make_line(sentence, 0)], rules)

        assert sentence[start:end] == row["verb"]
        assert is_caption(line, rules, at_top=True), row.rule


def test_every_section_is_one_just_above_the_headline(rules: Rules) -> None:
    for row in rows("sections"):
        name, _, _ = marked(row["example"])
        lines = mark_lines([make_line(text, 0) for text in ("Our paper", "Shop", name, "Old lock closes")], rules)

        assert find_sections(lines, 3, 3, rules) == {2} or lines[2].rows, row.rule
        assert words_of(name) == row["name"].split(), row.rule

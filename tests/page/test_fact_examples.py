"""Every entry of the word lists behind an article's fields fires on its own example."""

from newsledger import page
from newsledger.lexicon import Row, load_lexicon, marked
from newsledger.page import Rules
from newsledger.page.facts.authors import split_authors
from newsledger.page.markup.metadata import read_metadata
from newsledger.page.markup.tree import parse_html
from newsledger.page.words.address import canonical_address, clean_address
from newsledger.page.words.line import words_of
from newsledger.page.words.origins import find_origin
from page.conftest import DATA


def rows(name: str) -> tuple[Row, ...]:
    return load_lexicon(DATA / f"{name}.en.tsv", page.SCHEMAS[name]).rows


def test_every_rule_of_addresses_gives_the_articles_own(rules: Rules) -> None:
    for row in rows("addresses"):
        address = clean_address(marked(row["example"])[0])

        assert address is not None, row.rule
        assert canonical_address(address, rules.addresses) == row["canonical"], row.rule


def test_every_key_of_the_markup_tells_its_kind(rules: Rules) -> None:
    for row in rows("metadata"):
        html, start, end = marked(row["example"])
        tree = parse_html(html if html.startswith("<html") else f"<html><body>{html}<p>x</p></body></html>")

        assert tree is not None
        found = read_metadata(tree, rules.trust).get(row["kind"], ())
        assert (row["key"].lower(), html[start:end]) in [(fact.field.lower(), fact.value) for fact in found], row.rule


def test_every_notice_fires_on_its_line(rules: Rules) -> None:
    for row in rows("notices"):
        line, start, end = marked(row["example"])

        assert row in rules.notices.find(line), row.rule
        assert words_of(line[start:end]) == row["phrase"].split(), row.rule


def test_every_word_of_origin_finds_the_name_beside_it(rules: Rules) -> None:
    for row in rows("origins"):
        line, start, end = marked(row["example"])
        found = find_origin(line, rules.origins, rules.agencies)

        assert found is not None, row.rule
        assert found[2] == end, row.rule
        assert line[start:end].endswith(line[found[1] : found[2]]), row.rule


def test_every_word_for_staff_is_no_author(rules: Rules) -> None:
    for row in rows("staff"):
        line, start, end = marked(row["example"])

        assert words_of(line[start:end]) == row["words"].split(), row.rule
        assert split_authors(line[start:end], rules) == (), row.rule

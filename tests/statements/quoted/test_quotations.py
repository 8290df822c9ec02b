import pytest

from newsledger.model import Annotated, Sentence, Span, Token, annotate
from newsledger.statements.quoted.quotations import find_quotations
from parses import article, parsed


def plain(*paragraphs: str) -> Annotated:
    """Parse paragraphs into words that hang from nothing: quotations are found by marks alone."""
    page = article(*paragraphs)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(page.blocks):
        first = len(tokens)
        end = block.start
        for word in page.text[block.start : block.end].split():
            start = page.text.index(word, end)
            end = start + len(word)
            span = Span(start=start, end=end)
            tokens.append(Token(text=word, lemma=word, upos="X", morph="", head=len(tokens), deprel="dep", span=span))
        sentences.append(Sentence(start=first, end=len(tokens), block=number, span=block.span))
    return annotate(page, tokens, sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “We won.” Then he left.", ["“We won.”"], id="curly"),
        pytest.param('He said "We won." Then he left.', ['"We won."'], id="straight"),
        pytest.param("He said ''We won.'' Then he left.", ["''We won.''"], id="two-apostrophes"),
        pytest.param('He said “We won." Then he left.', ['“We won."'], id="curly-then-straight"),
        pytest.param('He said "We won.” Then he left.', ['"We won.”'], id="straight-then-curly"),
        pytest.param("He said ‘We won’t go,’ and left.", ["‘We won’t go,’"], id="single-with-apostrophe-inside"),
        pytest.param("He said „We won“ and left.", ["„We won“"], id="low-and-high"),
        pytest.param("He said «We won» and left.", ["«We won»"], id="angles"),
        pytest.param("He said “They cried ‘No’ again.”", ["“They cried ‘No’ again.”"], id="nested"),
        pytest.param("It’s the workers’ right, isn’t it?", [], id="apostrophes-are-no-marks"),
        pytest.param('A 6" pipe broke.', [], id="inches"),
        pytest.param("It was “bad“ to him, he said.", ["“bad“"], id="opened-where-it-closes"),
        pytest.param("It was “bad” and “sad” too.", ["“bad”", "“sad”"], id="two"),
    ],
)
def test_marks_are_paired_as_they_open_and_close(text: str, expected: list[str]) -> None:
    quoted = find_quotations(plain(text))

    assert [span.of(text) for quotation in quoted.quotations for span in quotation.spans] == expected


def test_a_quotation_that_is_opened_again_in_each_paragraph_is_one() -> None:
    doc = plain("“We came.", "“We saw.", "“We won,” he said.")

    quoted = find_quotations(doc)

    assert [[span.of(doc.text) for span in quotation.spans] for quotation in quoted.quotations] == [
        ["“We came.", "“We saw.", "“We won,”"]
    ]


def test_a_stray_mark_costs_no_more_than_its_sentence() -> None:
    doc = parsed(
        '"|"|PUNCT|2|punct', "~Rain|rain|NOUN|2|nsubj", "fell|fall|VERB|0|root", ".|.|PUNCT|2|punct", "---",
        "It|it|PRON|2|nsubj", "stopped|stop|VERB|0|root", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    quoted = find_quotations(doc)

    assert [span.of(doc.text) for quotation in quoted.quotations for span in quotation.spans] == ['"Rain fell.']


def test_a_quotation_in_which_an_article_breaks_off_is_read_to_its_end() -> None:
    doc = parsed(
        '"|"|PUNCT|2|punct', "~Rain|rain|NOUN|2|nsubj", "fell|fall|VERB|0|root", ".|.|PUNCT|2|punct", "---",
        "It|it|PRON|2|nsubj", "stopped|stop|VERB|0|root",
    )  # fmt: skip

    quoted = find_quotations(doc)

    assert [span.of(doc.text) for quotation in quoted.quotations for span in quotation.spans] == [
        '"Rain fell. It stopped'
    ]


def test_a_quotation_ends_where_the_words_of_a_very_long_page_end() -> None:
    whole = plain("Lee said: “We came.", "We saw.”", "“We won,” he said.")
    first = whole.sentences[:1]
    doc = annotate(whole.article, whole.tokens[: first[0].end], first)

    quoted = find_quotations(doc)

    assert [[span.of(doc.text) for span in quotation.spans] for quotation in quoted.quotations] == [["“We came."]]


def test_words_in_a_quotation_are_told_from_those_outside() -> None:
    doc = plain("He said “We won” again.")

    assert find_quotations(doc).number == (-1, -1, 0, 0, -1)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(['"We came.', "We saw.", 'We won," he said.'], [['"We came.', "We saw.", 'We won,"']], id="dump"),
        pytest.param(['"We came.', 'We won. "', "It rained."], [['"We came.', 'We won. "']], id="spaced-mark"),
        pytest.param(['"We came.', "It rained.", '"No," he said.'], [['"We came.'], ['"No,"']], id="opened-anew"),
        pytest.param(
            ['"We came.', "We saw.", '"We won."', "It rained."], [['"We came.', "We saw.", '"We won."']], id="taken-up"
        ),
        pytest.param(
            ["“We came.", 'We won,” he said. "No."'], [["“We came.", "We won,”"], ['"No."']], id="another-behind"
        ),
    ],
)
def test_a_quotation_runs_over_lines_to_the_next_mark_if_that_only_closes(
    lines: list[str], expected: list[list[str]]
) -> None:
    doc = plain(*lines)

    quoted = find_quotations(doc)

    assert [[span.of(doc.text) for span in quotation.spans] for quotation in quoted.quotations] == expected

"""Who speaks, where the parse or the page hides it."""

from collections.abc import Callable

import pytest

from newsledger.model import Annotated, Candidate, Span, Syntax
from newsledger.statements import Rules, find
from newsledger.statements.sources import source_span
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Tense=Pres|VerbForm=Fin"

Analysed = Callable[[Annotated], Syntax]
Told = Callable[[Annotated], list[tuple[str, str, str]]]

QUOTE = (
    "“|“|PUNCT|2|punct",
    "~We|we|PRON|3|nsubj",
    f"won|win|VERB|0|ROOT|{PAST}",
    ".|.|PUNCT|3|punct",
    "”|”|PUNCT|3|punct",
)


def test_a_quotation_alone_goes_to_the_root_statement_before_it_and_not_to_one_inside(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", f"warned|warn|VERB|0|ROOT|{PAST}", "that|that|SCONJ|5|mark",
        "monks|monk|NOUN|5|nsubj", f"argue|argue|VERB|2|ccomp|{PRESENT}", "it|it|PRON|7|nsubj",
        f"rained|rain|VERB|5|ccomp|{PAST}", ".|.|PUNCT|2|punct", "---", *QUOTE,
    )  # fmt: skip

    outer, inner, behind = told(doc)

    assert outer == ("Lee", "warned", "that monks argue it rained")
    assert inner == ("monks", "argue", "it rained")
    assert behind == ("Lee", "", "“We won.”")


@pytest.mark.parametrize("adverb", ["time and again", "now and then", "on and off", "over and over"])
def test_a_perfect_parted_by_an_adverb_keeps_its_own_subject(adverb: str, told: Told) -> None:
    first, _, last = adverb.split()
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "monks|monk|NOUN|4|nsubj",
        f"have|have|VERB|2|ccomp|{PRESENT}", f"{first}|{first}|NOUN|4|dobj", "and|and|CCONJ|4|cc",
        f"{last}|{last}|ADV|8|advmod", f"warned|warn|VERB|4|conj|{PAST}", "it|it|PRON|10|nsubj",
        f"rained|rain|VERB|8|ccomp|{PAST}", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert [source for source, _, _ in told(doc)] == ["Lee", "monks"]


def test_a_speaker_behind_a_comma_is_no_part_of_what_is_said(told: Told) -> None:
    doc = parsed(
        "Fire|fire|NOUN|2|nsubj", f"killed|kill|VERB|8|ccomp|{PAST}", "goats|goat|NOUN|2|dobj", ",|,|PUNCT|3|punct",
        "sheep|sheep|NOUN|3|appos", ",|,|PUNCT|5|punct", "herders|herder|NOUN|5|conj", f"said|say|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|8|punct",
    )  # fmt: skip

    assert told(doc) == [("herders", "said", "Fire killed goats, sheep")]


def test_a_speaker_between_a_quotation_and_its_cue_is_taken_whole(told: Told) -> None:
    doc = parsed(
        "“|“|PUNCT|10|punct", "~We|we|PRON|3|nsubj", f"won|win|VERB|10|ccomp|{PAST}", ",|,|PUNCT|3|punct",
        "”|”|PUNCT|3|punct", "clerk|clerk|NOUN|3|dobj", ",|,|PUNCT|6|punct", "Lee|Lee|PROPN|6|appos",
        ",|,|PUNCT|6|punct", f"told|tell|VERB|0|ROOT|{PAST}", "voters|voter|NOUN|10|dobj", ".|.|PUNCT|10|punct",
    )  # fmt: skip

    assert told(doc) == [("clerk, Lee", "told", "“We won,”")]


def test_the_second_half_of_what_is_said_stays_with_its_cue(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", f"says|say|VERB|0|ROOT|{PRESENT}", "that|that|SCONJ|5|mark", "he|he|PRON|5|nsubj",
        f"agrees|agree|VERB|2|ccomp|{PRESENT}", ",|,|PUNCT|2|punct", "but|but|CCONJ|2|cc", "he|he|PRON|10|nsubj",
        "will|will|AUX|10|aux|VerbForm=Fin", "wait|wait|VERB|2|conj|VerbForm=Inf", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(doc)[0] == ("Lee", "says", "that he agrees, but he will wait")


def test_it_may_speak_and_may_be_nobody(told: Told) -> None:
    speaks = parsed(
        "It|it|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "snow|snow|NOUN|4|nsubj", f"fell|fall|VERB|2|ccomp|{PAST}"
    )
    seems = parsed(
        "It|it|PRON|3|nsubjpass", f"was|be|AUX|3|auxpass|{PAST}", "said|say|VERB|0|ROOT|VerbForm=Part",
        "snow|snow|NOUN|5|nsubj", f"fell|fall|VERB|3|ccomp|{PAST}",
    )  # fmt: skip

    assert [told(doc)[0][0] for doc in (speaks, seems)] == ["It", ""]


def test_reports_that_are_denied_are_not_those_of_the_one_who_denies(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", f"denied|deny|VERB|0|ROOT|{PAST}", "reports|report|NOUN|2|dobj",
        "that|that|SCONJ|6|mark", "snow|snow|NOUN|6|nsubj", f"fell|fall|VERB|3|acl|{PAST}", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert ("", "reports", "that snow fell") in told(doc)


def test_a_day_set_off_by_a_comma_is_no_part_of_a_source() -> None:
    doc = parsed(
        "aide|aide|NOUN|6|nsubj", ",|,|PUNCT|1|punct", "Lee|Lee|PROPN|1|appos", ",|,|PUNCT|1|punct",
        "on|on|ADP|1|prep", f"said|say|VERB|0|ROOT|{PAST}", "Monday|Monday|PROPN|5|pobj",
    )  # fmt: skip

    assert source_span(doc, 0).of(doc.text) == "aide, Lee"


def test_who_ordered_an_act_or_dismissed_someone_has_said_nothing(told: Told) -> None:
    ordered = parsed(
        "those|those|PRON|0|ROOT", "who|who|PRON|3|nsubj", f"ordered|order|VERB|1|relcl|{PAST}",
        "arrests|arrest|NOUN|3|dobj",
    )  # fmt: skip
    dismissed = parsed("He|he|PRON|2|nsubj", f"dismissed|dismiss|VERB|0|ROOT|{PAST}", "her|she|PRON|2|dobj")

    assert [told(doc) for doc in (ordered, dismissed)] == [[], []]


def test_a_line_of_a_name_and_a_quotation_is_a_statement(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "Rain|rain|NOUN|2|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}", ".|.|PUNCT|2|punct", "===",
        "Chief|chief|NOUN|2|compound", "Lee|Lee|PROPN|0|ROOT", ":|:|PUNCT|2|punct", *QUOTE,
    )  # fmt: skip

    (statement,) = find(analysed(doc), (), (), rules)

    assert [span.of(doc.text) for span in (*statement.source, *statement.content)] == ["Chief Lee", "“We won.”"]


PRONOUNS = {"I": "Case=Nom|Number=Sing|Person=1", "My": "Number=Sing|Person=1|Poss=Yes", "you": "Person=2"}


def paragraph(*words: str) -> tuple[str, ...]:
    return (
        "===",
        *(
            f"{word}|{word.lower()}|{'PUNCT' if word in '.?:' else 'PRON' if word in PRONOUNS else 'X'}"
            f"|{min(place, 1)}|dep|{PRONOUNS.get(word, '')}"
            for place, word in enumerate(words)
        ),
    )


def test_the_answers_of_an_interview_are_by_the_person_named_above(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|0|ROOT",
        *paragraph("Do", "you", "sing", "?"), *paragraph("I", "do", "."),
        *paragraph("Q", ":", "Are", "you", "sad", "?"), *paragraph("A", ":", "My", "dog", "is", "."),
        *paragraph("Why", "?"), *paragraph("Nobody", "knows", "."), *paragraph("Ends", "here", "."),
    )  # fmt: skip
    lee = Candidate(
        span=Span(start=0, end=3), head=0, form="name", kind="person", name="Lee", country=None, sector=None,
        role=None, plural=False, gender=None, rule="names",
    )  # fmt: skip

    found = find(analysed(doc), (lee,), (), rules)

    assert {span.of(doc.text) for one in found for span in one.source} == {"Lee"}
    assert [span.of(doc.text) for one in found for span in one.content] == ["I do.", "My dog is.", "Nobody knows."]
    assert {one.form for one in found} == {"direct"}
    assert find(analysed(doc), (), (), rules) == ()


def test_who_sends_a_note_that_says_something_is_its_source_and_one_that_is_read_speaks_for_itself(told: Told) -> None:
    sent, read = (
        parsed(
            "She|she|PRON|2|nsubj", f"{verb}|{lemma}|VERB|0|ROOT|{PAST}", "a|a|DET|4|det", "letter|letter|NOUN|2|dobj",
            "saying|say|VERB|4|acl|Aspect=Prog|VerbForm=Part", "that|that|SCONJ|8|mark", "rain|rain|NOUN|8|nsubj",
            f"fell|fall|VERB|5|ccomp|{PAST}", ".|.|PUNCT|2|punct",
        )
        for verb, lemma in (("sent", "send"), ("found", "find"))
    )  # fmt: skip

    assert told(sent) == [("She", "saying", "that rain fell")]
    assert told(read) == [("a letter", "saying", "that rain fell")]


def test_of_two_subjects_the_one_beside_the_cue_speaks(told: Told) -> None:
    doc = parsed(
        "“|“|PUNCT|7|punct", "~Every|every|DET|3|det", "one|one|NOUN|7|nsubj", ",|,|PUNCT|7|punct", "”|”|PUNCT|7|punct",
        "she|she|PRON|7|nsubj", f"said|say|VERB|0|ROOT|{PAST}", ".|.|PUNCT|7|punct",
    )  # fmt: skip

    assert told(doc) == [("she", "said", "“Every one,”")]


def test_a_name_beside_the_cue_speaks_where_the_parse_has_no_subject(told: Told) -> None:
    doc = parsed(
        "a|a|DET|2|det", "man|man|NOUN|0|ROOT", f"yelled|yell|VERB|2|acl|{PAST}", "“|“|PUNCT|5|punct",
        "~Stay|stay|VERB|3|ccomp", "!|!|PUNCT|5|punct", "”|”|PUNCT|5|punct",
    )  # fmt: skip

    assert told(doc) == [("a man", "yelled", "“Stay!”")]


def test_what_is_called_for_may_be_what_somebody_shall_do(told: Told) -> None:
    doc = parsed(
        "She|she|PRON|2|nsubj", f"called|call|VERB|0|ROOT|{PAST}", "for|for|SCONJ|6|mark", "Lee|Lee|PROPN|6|nsubj",
        "to|to|PART|6|aux", "resign|resign|VERB|2|advcl|VerbForm=Inf", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(doc) == [("She", "called for", "Lee to resign")]

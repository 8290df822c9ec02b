from collections.abc import Callable
from dataclasses import replace

import pytest

from newsledger.model import Annotated, Candidate, Span, Syntax, Timex, annotate
from newsledger.statements import Rules, find
from parses import article, parsed

PAST = "Tense=Past|VerbForm=Fin"

Analysed = Callable[[Annotated], Syntax]
Told = Callable[[Annotated], list[tuple[str, str, str]]]

THAT_CLAUSE = parsed(
    "The|the|DET|2|det", "mayor|mayor|NOUN|3|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "that|that|SCONJ|7|mark",
    "rain|rain|NOUN|7|nsubj", "would|would|AUX|7|aux", "come|come|VERB|3|ccomp|VerbForm=Inf", ".|.|PUNCT|3|punct",
)  # fmt: skip
INFINITIVE = parsed(
    "The|the|DET|2|det", "union|union|NOUN|3|nsubj", f"vowed|vow|VERB|0|ROOT|{PAST}", "to|to|PART|5|aux",
    "strike|strike|VERB|3|xcomp|VerbForm=Inf", ".|.|PUNCT|3|punct",
)  # fmt: skip
NOMINAL = parsed(
    "The|the|DET|2|det", "envoy|envoy|NOUN|3|nsubj", f"rejected|reject|VERB|0|ROOT|{PAST}", "the|the|DET|5|det",
    "charges|charge|NOUN|3|dobj", ".|.|PUNCT|3|punct",
)  # fmt: skip
RAISED = parsed(
    "He|he|PRON|3|nsubjpass", "is|be|AUX|3|auxpass|VerbForm=Fin", "expected|expect|VERB|0|ROOT|VerbForm=Part",
    "to|to|PART|5|aux", "win|win|VERB|3|xcomp|VerbForm=Inf", ".|.|PUNCT|3|punct",
)  # fmt: skip
BY_AGENT = parsed(
    "The|the|DET|2|det", "bill|bill|NOUN|4|nsubjpass", "was|be|AUX|4|auxpass|VerbForm=Fin",
    "rejected|reject|VERB|0|ROOT|VerbForm=Part", "by|by|ADP|4|agent", "monks|monk|NOUN|5|pobj", ".|.|PUNCT|4|punct",
)  # fmt: skip
ACCORDING = parsed(
    "Snow|snow|NOUN|2|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}", ",|,|PUNCT|2|punct", "according|accord|VERB|2|prep",
    "to|to|ADP|4|prep", "police|police|NOUN|5|pobj", ".|.|PUNCT|2|punct",
)  # fmt: skip
CONTROLLED_NOUN = parsed(
    "Britain|Britain|PROPN|2|nsubj", f"imposed|impose|VERB|0|ROOT|{PAST}", "sanctions|sanction|NOUN|2|dobj",
    "over|over|ADP|3|prep", "accusations|accusation|NOUN|4|pobj", "that|that|SCONJ|8|mark",
    "Moscow|Moscow|PROPN|8|nsubj", f"meddled|meddle|VERB|5|acl|{PAST}", ".|.|PUNCT|2|punct",
)  # fmt: skip
RELATIVE = parsed(
    "Smith|Smith|PROPN|7|nsubj", ",|,|PUNCT|1|punct", "who|who|PRON|4|nsubj", f"said|say|VERB|1|relcl|{PAST}",
    "no|no|INTJ|4|intj", ",|,|PUNCT|1|punct", f"hopes|hop|VERB|0|ROOT|{PAST}", "to|to|PART|9|aux",
    "win|win|VERB|7|xcomp|VerbForm=Inf", ".|.|PUNCT|7|punct",
)  # fmt: skip
SPEAKER_GOES_ON = parsed(
    "She|she|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "it|it|PRON|4|nsubj", f"rained|rain|VERB|2|ccomp|{PAST}",
    "and|and|CCONJ|4|cc", f"added|add|VERB|4|conj|{PAST}", "that|that|SCONJ|9|mark", "it|it|PRON|9|nsubj",
    f"snowed|snow|VERB|6|ccomp|{PAST}", ".|.|PUNCT|2|punct",
)  # fmt: skip
AS_SAID = parsed(
    "As|as|SCONJ|3|mark", "he|he|PRON|3|nsubj", f"said|say|VERB|5|advcl|{PAST}", ",|,|PUNCT|5|punct",
    f"snow|snow|VERB|0|ROOT|{PAST}", "falls|fall|NOUN|5|dobj", ".|.|PUNCT|5|punct",
)  # fmt: skip


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(THAT_CLAUSE, [("The mayor", "said", "that rain would come")], id="that-clause"),
        pytest.param(INFINITIVE, [("The union", "vowed", "to strike")], id="infinitive"),
        pytest.param(NOMINAL, [("The envoy", "rejected", "the charges")], id="object"),
        pytest.param(RAISED, [("", "is expected", "He … to win")], id="raised-subject-and-no-source"),
        pytest.param(BY_AGENT, [("monks", "was rejected", "The bill")], id="passive-agent"),
        pytest.param(ACCORDING, [("police", "according to", "Snow fell")], id="according-to"),
        pytest.param(
            CONTROLLED_NOUN, [("Britain", "accusations", "that Moscow meddled")], id="noun-with-the-governing-subject"
        ),
        pytest.param(RELATIVE, [("Smith", "hopes", "to win")], id="source-without-its-relative-clause"),
        pytest.param(
            SPEAKER_GOES_ON, [("She", "said", "it rained"), ("She", "added", "that it snowed")], id="speaker-goes-on"
        ),
        pytest.param(AS_SAID, [("he", "said", "snow falls")], id="as-he-said"),
    ],
)
def test_a_cue_has_the_content_that_it_governs(
    doc: Annotated, expected: list[tuple[str, str, str]], told: Told
) -> None:
    assert told(doc) == expected


def test_a_text_with_no_cue_has_no_statements(told: Told) -> None:
    doc = parsed("Rain|rain|NOUN|2|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}", ".|.|PUNCT|2|punct")

    assert told(doc) == []


def test_an_empty_article_has_no_statements(told: Told) -> None:
    assert told(annotate(article(), (), ())) == []


def test_nothing_is_looked_for_inside_a_quotation_or_a_caption(told: Told) -> None:
    quoted = parsed(
        "“|“|PUNCT|3|punct", "~He|he|PRON|3|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "so|so|ADV|5|mark",
        "rain|rain|VERB|3|ccomp|VerbForm=Fin", ".|.|PUNCT|3|punct", "”|”|PUNCT|3|punct",
    )  # fmt: skip
    caption = parsed(
        "He|he|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "rain|rain|NOUN|4|nsubj",
        f"fell|fall|VERB|2|ccomp|{PAST}", ".|.|PUNCT|2|punct", role="caption",
    )  # fmt: skip

    assert told(quoted) == []
    assert told(caption) == []


def test_a_statement_inside_another_has_it_for_parent(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "He|he|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "critics|critic|NOUN|4|nsubj",
        "warn|warn|VERB|2|ccomp|VerbForm=Fin", "rain|rain|NOUN|6|nsubj", f"fell|fall|VERB|4|ccomp|{PAST}",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip

    outer, inner = find(analysed(doc), (), (), rules)

    assert (outer.parent, inner.parent) == (None, outer.id)
    assert (outer.attitude, inner.attitude) == ("report", "warn")
    assert inner.rule == "cues/warn verb"


def test_what_others_hope_or_back_is_part_of_what_is_said_of_them(told: Told) -> None:
    doc = parsed(
        "He|he|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", "monks|monk|NOUN|4|nsubj",
        "back|back|VERB|2|ccomp|VerbForm=Fin", "bans|ban|NOUN|4|dobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(doc) == [("He", "said", "monks back bans")]


def test_the_time_and_the_addressee_of_a_cue_are_kept(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "He|he|PRON|2|nsubj", f"told|tell|VERB|0|ROOT|{PAST}", "reporters|reporter|NOUN|2|dobj", "on|on|ADP|2|prep",
        "Monday|Monday|PROPN|4|pobj", "rain|rain|NOUN|7|nsubj", f"fell|fall|VERB|2|ccomp|{PAST}", ".|.|PUNCT|2|punct",
    )  # fmt: skip
    monday = doc.tokens[4].span

    (statement,) = find(analysed(doc), (), (_day("t1", monday),), rules)

    assert statement.said_at == "t1"
    assert statement.addressee is not None
    assert statement.addressee.of(doc.text) == "reporters"


def test_a_source_that_the_parse_cut_short_takes_the_words_of_its_mention(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "President|president|PROPN|3|dep", "Lee|Lee|PROPN|3|nsubj", f"said|say|VERB|0|ROOT|{PAST}",
        "rain|rain|NOUN|5|nsubj", f"fell|fall|VERB|3|ccomp|{PAST}", ".|.|PUNCT|3|punct",
    )  # fmt: skip
    mention = Candidate(
        span=Span(start=0, end=13), head=1, form="name", kind="person", name="Lee", country=None, sector=None,
        role="president", plural=False, gender=None, rule="names",
    )  # fmt: skip

    (statement,) = find(analysed(doc), (mention,), (), rules)

    assert [span.of(doc.text) for span in statement.source] == ["President Lee"]


def test_a_headline_with_a_colon_has_its_speaker_and_a_land_or_a_title_has_none(
    rules: Rules, analysed: Analysed
) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|5|dep", ":|:|PUNCT|1|punct", "Bridge|bridge|NOUN|5|nsubj", "will|will|AUX|5|aux",
        "open|open|VERB|0|ROOT|VerbForm=Inf", "soon|soon|ADV|5|advmod", role="headline",
    )  # fmt: skip
    country = Candidate(
        span=Span(start=0, end=3), head=0, form="name", kind="country", name="Lee", country="LEE", sector=None,
        role=None, plural=False, gender=None, rule="names",
    )  # fmt: skip

    person = replace(country, kind="person", country=None)

    (statement,) = find(analysed(doc), (person,), (), rules)

    assert [span.of(doc.text) for span in (*statement.source, *statement.content)] == ["Lee", "Bridge will open soon"]
    assert find(analysed(doc), (country,), (), rules) == ()
    assert find(analysed(doc), (), (), rules) == ()


def _day(name: str, span: Span) -> Timex:
    return Timex(
        id=name, span=span, type="DATE", value="2017-01-02", mod=None, earliest=None, latest=None, open_start=False,
        open_end=False, vague=False, negated=False, anchor=None, block_role="body", rule="days",
    )  # fmt: skip

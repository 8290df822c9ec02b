from collections.abc import Callable

from newsledger.model import Annotated
from parses import parsed

Told = Callable[[Annotated], list[tuple[str, str, str]]]


def test_a_clause_behind_a_comma_that_explains_is_the_outlets_own(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "he|he|PRON|5|nsubj",
        "would|would|AUX|5|aux|VerbForm=Fin", "sell|sell|VERB|2|ccomp|VerbForm=Inf", "the|the|DET|7|det",
        "yard|yard|NOUN|5|dobj", ",|,|PUNCT|7|punct", "which|which|PRON|10|nsubj",
        "opened|open|VERB|7|relcl|Tense=Past|VerbForm=Fin", "in|in|ADP|10|prep", "May|May|PROPN|11|pobj",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "he|he|PRON|5|nsubj",
        "would|would|AUX|5|aux|VerbForm=Fin", "sell|sell|VERB|2|ccomp|VerbForm=Inf", "the|the|DET|7|det",
        "yard|yard|NOUN|5|dobj", "that|that|PRON|9|nsubj", "opened|open|VERB|7|relcl|Tense=Past|VerbForm=Fin",
        "in|in|ADP|9|prep", "May|May|PROPN|10|pobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "said", "he would sell the yard")]
    assert told(second) == [("Lee", "said", "he would sell the yard that opened in May")]


def test_what_is_defended_takes_in_the_phrase_behind_it_but_not_the_day(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "defended|defend|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "the|the|DET|4|det",
        "clerk|clerk|NOUN|2|dobj", "against|against|ADP|2|prep", "Ott|Ott|PROPN|5|pobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "defended|defend|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "the|the|DET|4|det",
        "clerk|clerk|NOUN|2|dobj", "on|on|ADP|2|prep", "Monday|Monday|PROPN|5|pobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "defended", "the clerk against Ott")]
    assert told(second) == [("Lee", "defended", "the clerk")]


def test_a_clause_behind_but_that_is_said_too(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "it|it|PRON|4|nsubj",
        "rained|rain|VERB|2|ccomp|Tense=Past|VerbForm=Fin", ",|,|PUNCT|2|punct", "but|but|CCONJ|2|cc",
        "that|that|SCONJ|9|mark", "he|he|PRON|9|nsubj", "left|leave|VERB|2|conj|Tense=Past|VerbForm=Fin",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "it|it|PRON|4|nsubj",
        "rained|rain|VERB|2|ccomp|Tense=Past|VerbForm=Fin", ",|,|PUNCT|2|punct", "but|but|CCONJ|2|cc",
        "he|he|PRON|8|nsubj", "left|leave|VERB|2|conj|Tense=Past|VerbForm=Fin", ".|.|PUNCT|8|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "said", "it rained, but that he left")]
    assert told(second) == [("Lee", "said", "it rained")]


def test_a_cue_inside_a_clause_leaves_the_whole_clause_to_what_is_said(told: Told) -> None:
    doc = parsed(
        "The|the|DET|2|det", "port|port|NOUN|7|nsubj", ",|,|PUNCT|5|punct", "Lee|Lee|PROPN|5|nsubj",
        "says|say|VERB|7|parataxis|Tense=Pres|VerbForm=Fin", ",|,|PUNCT|5|punct",
        "is|be|AUX|8|auxpass|Tense=Pres|VerbForm=Fin",
        "closed|close|VERB|0|ROOT|Aspect=Perf|Tense=Past|VerbForm=Part", ".|.|PUNCT|8|punct",
    )  # fmt: skip

    assert told(doc) == [("Lee", "says", "The port … is closed")]


def test_what_somebody_goes_on_to_praise_is_praised_and_what_he_comes_to_praise_is_not_yet(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "started|start|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "to|to|PART|4|aux",
        "praise|praise|VERB|2|xcomp|VerbForm=Inf", "Ott|Ott|PROPN|4|dobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "came|come|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "to|to|PART|4|aux",
        "praise|praise|VERB|2|advcl|VerbForm=Inf", "Ott|Ott|PROPN|4|dobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "started to praise", "Ott")]
    assert told(second) == []


def test_a_headline_that_ends_in_its_speaker_tells_what_stands_before_the_comma(told: Told) -> None:
    doc = parsed(
        "Bridge|bridge|NOUN|7|nsubj", "to|to|PART|3|aux", "open|open|VERB|1|advcl|VerbForm=Inf", "in|in|ADP|3|prep",
        "May|May|PROPN|4|pobj", ",|,|PUNCT|7|punct", "says|say|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
        "minister|minister|PROPN|7|nsubj",
    )  # fmt: skip

    assert told(doc) == [("minister", "says", "Bridge to open in May")]


def test_the_speaker_goes_on_behind_a_comma_inside_the_quotation(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", "told|tell|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "them|they|PRON|2|dobj",
        "that|that|SCONJ|8|mark", "it|it|PRON|8|nsubj", "had|have|AUX|8|aux|Tense=Past|VerbForm=Fin",
        "“|“|PUNCT|8|punct", "~gone|go|VERB|2|ccomp|Aspect=Perf|Tense=Past|VerbForm=Part", ",|,|PUNCT|2|punct",
        "”|”|PUNCT|2|punct", "adding|add|VERB|2|advcl|Aspect=Prog|Tense=Pres|VerbForm=Part",
        "that|that|SCONJ|14|mark", "trains|train|NOUN|14|nsubj", "run|run|VERB|11|ccomp|Tense=Pres|VerbForm=Fin",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(doc) == [("Lee", "told", "that it had “gone,”"), ("Lee", "adding", "that trains run")]

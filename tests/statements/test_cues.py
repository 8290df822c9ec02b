from collections.abc import Callable

from newsledger.model import Annotated
from parses import parsed

Told = Callable[[Annotated], list[tuple[str, str, str]]]


def test_the_noun_of_a_verb_and_noun_is_no_second_cue(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", "issued|issue|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "a|a|DET|4|det",
        "warning|warning|NOUN|2|dobj", "about|about|ADP|4|prep", "the|the|DET|7|det", "rain|rain|NOUN|5|pobj",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(doc) == [("Lee", "issued a warning about", "the rain")]


def test_an_object_parts_a_verb_from_a_preposition_that_is_none_of_its_cue(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "called|call|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "the|the|DET|4|det",
        "plan|plan|NOUN|2|dobj", "a|a|DET|6|det", "scam|scam|NOUN|2|oprd", "on|on|ADP|2|prep",
        "Monday|Monday|PROPN|7|pobj", ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "called|call|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "on|on|ADP|2|prep",
        "the|the|DET|5|det", "clerk|clerk|NOUN|3|pobj", "to|to|PART|7|aux", "go|go|VERB|2|xcomp|VerbForm=Inf",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "called", "the plan a scam")]
    assert told(second) == [("Lee", "called on", "the clerk to go")]


def test_who_is_quoted_as_saying_something_says_it(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|3|nsubjpass", "was|be|AUX|3|auxpass|Tense=Past|VerbForm=Fin",
        "quoted|quote|VERB|0|ROOT|Aspect=Perf|Tense=Past|VerbForm=Part", "as|as|ADP|3|prep",
        "saying|say|VERB|4|pcomp|Aspect=Prog|Tense=Pres|VerbForm=Part", "that|that|SCONJ|8|mark",
        "trains|train|NOUN|8|nsubj", "run|run|VERB|5|ccomp|Tense=Pres|VerbForm=Fin", ".|.|PUNCT|3|punct",
    )  # fmt: skip
    second = parsed(
        "The|the|DET|2|det", "paper|paper|NOUN|3|nsubj", "quoted|quote|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
        "Lee|Lee|PROPN|3|dobj", "as|as|ADP|3|prep", "saying|say|VERB|5|pcomp|Aspect=Prog|Tense=Pres|VerbForm=Part",
        "that|that|SCONJ|9|mark", "trains|train|NOUN|9|nsubj", "run|run|VERB|6|ccomp|Tense=Pres|VerbForm=Fin",
        ".|.|PUNCT|3|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "was quoted as saying", "that trains run")]
    assert told(second) == [
        ("The paper", "quoted", "Lee … saying that trains run"),
        ("Lee", "saying", "that trains run"),
    ]

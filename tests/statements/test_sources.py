from collections.abc import Callable

from newsledger.model import Annotated
from parses import parsed

Told = Callable[[Annotated], list[tuple[str, str, str]]]


def test_a_source_takes_in_the_name_of_its_owner(told: Told) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|3|poss", "'s|'s|PART|1|case", "clerk|clerk|NOUN|8|nsubj", ",|,|PUNCT|3|punct",
        "Tom|Tom|PROPN|6|compound", "Ott|Ott|PROPN|3|appos", ",|,|PUNCT|3|punct",
        "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "it|it|PRON|10|nsubj",
        "rained|rain|VERB|8|ccomp|Tense=Past|VerbForm=Fin", ".|.|PUNCT|8|punct",
    )  # fmt: skip

    assert told(doc) == [("Lee's clerk, Tom Ott", "said", "it rained")]


def test_a_participle_behind_a_comma_has_the_speaker_of_its_sentence(told: Told) -> None:
    first = parsed(
        "Lee|Lee|PROPN|2|nsubj", "made|make|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "reference|reference|NOUN|2|dobj",
        "to|to|ADP|2|prep", "the|the|DET|6|det", "port|port|NOUN|4|pobj", ",|,|PUNCT|2|punct",
        "saying|say|VERB|2|advcl|Aspect=Prog|Tense=Pres|VerbForm=Part", "that|that|SCONJ|11|mark",
        "trains|train|NOUN|11|nsubj", "run|run|VERB|8|ccomp|Tense=Pres|VerbForm=Fin", ".|.|PUNCT|2|punct",
    )  # fmt: skip
    second = parsed(
        "Lee|Lee|PROPN|2|nsubj", "held|hold|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "up|up|ADP|2|prt", "a|a|DET|5|det",
        "sign|sign|NOUN|2|dobj", "saying|say|VERB|5|acl|Aspect=Prog|Tense=Pres|VerbForm=Part",
        "that|that|SCONJ|9|mark", "trains|train|NOUN|9|nsubj", "run|run|VERB|6|ccomp|Tense=Pres|VerbForm=Fin",
        ".|.|PUNCT|2|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "made reference to", "the port"), ("Lee", "saying", "that trains run")]
    assert told(second) == [("a sign", "saying", "that trains run")]

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


def test_a_remark_between_speaker_and_cue_may_hold_the_subject(told: Told) -> None:
    doc = parsed(
        "The|the|DET|2|det", "minister|minister|NOUN|4|nsubj", ",|,|PUNCT|2|punct",
        "asked|ask|VERB|11|advcl|Tense=Past|VerbForm=Fin", "if|if|SCONJ|9|mark", "the|the|DET|7|det",
        "port|port|NOUN|9|nsubj", "would|would|AUX|9|aux|VerbForm=Fin", "close|close|VERB|4|ccomp|VerbForm=Inf",
        ",|,|PUNCT|11|punct", "replied|reply|VERB|0|ROOT|Tense=Past|VerbForm=Fin", ":|:|PUNCT|11|punct",
        "“|“|PUNCT|11|punct", "~No|no|INTJ|11|intj", ".|.|PUNCT|11|punct", "”|”|PUNCT|11|punct",
    )  # fmt: skip

    assert told(doc) == [("The minister", "asked", "if the port would close"), ("The minister", "replied", "“No.”")]

import pytest

from newsledger.events.frames.phrases import noun_phrase, parties
from newsledger.events.frames.syntax import clause_subject, governing_verb, obj, subject, surface_subject
from parses import parsed

ACTIVE = ("Kenya|Kenya|PROPN|2|nsubj", "invaded|invade|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "Chad|Chad|PROPN|2|dobj")
PASSIVE = (
    "Chad|Chad|PROPN|3|nsubjpass",
    "was|be|AUX|3|auxpass",
    "invaded|invade|VERB|0|ROOT|Aspect=Perf|Tense=Past|VerbForm=Part",
    "by|by|ADP|3|agent",
    "Kenya|Kenya|PROPN|4|pobj",
)
CONTROL = (
    "Kenya|Kenya|PROPN|2|nsubj",
    "agreed|agree|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "to|to|PART|4|aux",
    "invade|invade|VERB|2|xcomp|VerbForm=Inf",
    "Chad|Chad|PROPN|4|dobj",
)
URGED = (
    "Peru|Peru|PROPN|2|nsubj",
    "urged|urge|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "Kenya|Kenya|PROPN|2|dobj",
    "to|to|PART|5|aux",
    "invade|invade|VERB|2|xcomp|VerbForm=Inf",
    "Chad|Chad|PROPN|5|dobj",
)
RELATIVE = (
    "Kenya|Kenya|PROPN|5|nsubj",
    "which|which|PRON|3|nsubj",
    "invaded|invade|VERB|1|relcl|Tense=Past|VerbForm=Fin",
    "Chad|Chad|PROPN|3|dobj",
    "rejoiced|rejoice|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
)
ACCUSED = (
    "Peru|Peru|PROPN|2|nsubj",
    "accused|accuse|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "Kenya|Kenya|PROPN|2|dobj",
    "of|of|ADP|3|prep",
    "invading|invade|VERB|4|pcomp|VerbForm=Part",
    "Chad|Chad|PROPN|5|dobj",
)
SENT = (
    "Troops|troop|NOUN|4|nsubj",
    "sent|send|VERB|1|acl|Aspect=Perf|Tense=Past|VerbForm=Part",
    "there|there|ADV|2|advmod",
    "fled|flee|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
)


@pytest.mark.parametrize(
    ("rows", "verb", "does", "done_to"),
    [
        pytest.param(ACTIVE, 1, "Kenya", "Chad", id="active"),
        pytest.param(PASSIVE, 2, "Kenya", "Chad", id="passive"),
        pytest.param(CONTROL, 3, "Kenya", "Chad", id="agreed-to"),
        pytest.param(URGED, 4, "Kenya", "Chad", id="urged-to"),
        pytest.param(RELATIVE, 2, "Kenya", "Chad", id="relative-clause"),
        pytest.param(ACCUSED, 4, "Kenya", "Chad", id="accused-of"),
        pytest.param(SENT, 1, None, "Troops", id="participle-without-agent"),
    ],
)
def test_who_does_it_to_whom_is_found_in_any_shape_of_clause(
    rows: tuple[str, ...], verb: int, does: str | None, done_to: str | None
) -> None:
    doc = parsed(*rows)

    found = [None if index is None else doc.tokens[index].text for index in (subject(doc, verb), obj(doc, verb))]

    assert found == [does, done_to]


def test_a_root_without_a_subject_has_none() -> None:
    doc = parsed("Invade|invade|VERB|0|ROOT|VerbForm=Inf", "!|!|PUNCT|1|punct")

    assert surface_subject(doc, 0) is None


def test_parties_joined_by_and_are_one_phrase() -> None:
    doc = parsed(
        "Peru|Peru|PROPN|5|nsubj",
        "and|and|CCONJ|1|cc",
        "old|old|ADJ|4|amod",
        "Chad|Chad|PROPN|1|conj",
        "met|meet|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    )

    assert parties(doc, 0) == (0, 3)
    assert noun_phrase(doc, 0).of(doc.text) == "Peru and old Chad"


def test_a_noun_hangs_from_its_verb_through_prepositions() -> None:
    doc = parsed(
        "They|they|PRON|2|nsubj",
        "engaged|engage|VERB|0|ROOT",
        "in|in|ADP|2|prep",
        "talks|talk|NOUN|3|pobj",
    )

    assert governing_verb(doc, 3) == (1, ("in",))


def test_a_broken_parse_has_an_end() -> None:
    doc = parsed("a|a|VERB|2|xcomp", "b|b|VERB|1|xcomp")

    assert subject(doc, 0) is None


def test_of_two_clauses_the_one_behind_a_verb_has_its_subject() -> None:
    doc = parsed(
        "Rain|rain|NOUN|2|nsubj", "fell|fall|VERB|3|ccomp", "let|let|VERB|0|ROOT", "us|we|PRON|5|nsubj",
        "hope|hope|VERB|3|ccomp", ".|.|PUNCT|3|punct",
    )  # fmt: skip

    assert clause_subject(doc, 2) == 3

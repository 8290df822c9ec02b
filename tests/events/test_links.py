from events.clauses import analysed
from newsledger.events import Rules
from newsledger.events.frames.links import clause_subject, governing_verb
from newsledger.events.frames.phrases import noun_phrase, parties
from parses import parsed


def test_parties_joined_by_and_are_one_phrase() -> None:
    syntax = analysed(
        parsed(
            "Peru|Peru|PROPN|5|nsubj",
            "and|and|CCONJ|1|cc",
            "old|old|ADJ|4|amod",
            "Chad|Chad|PROPN|1|conj",
            "met|meet|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
        )
    )

    assert parties(syntax, 0) == (0, 3)
    assert noun_phrase(syntax, 0).of(syntax.doc.text) == "Peru and old Chad"


def test_a_noun_hangs_from_its_verb_through_prepositions(rules: Rules) -> None:
    doc = parsed(
        "They|they|PRON|2|nsubj",
        "engaged|engage|VERB|0|ROOT",
        "in|in|ADP|2|prep",
        "talks|talk|NOUN|3|pobj",
    )

    assert governing_verb(analysed(doc), 3, rules) == (1, ("in",))


def test_of_two_clauses_the_one_behind_a_verb_has_its_subject() -> None:
    doc = parsed(
        "Rain|rain|NOUN|2|nsubj", "fell|fall|VERB|3|ccomp", "let|let|VERB|0|ROOT", "us|we|PRON|5|nsubj",
        "hope|hope|VERB|3|ccomp", ".|.|PUNCT|3|punct",
    )  # fmt: skip

    assert clause_subject(analysed(doc), 2) == 3

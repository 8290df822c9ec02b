"""Any text and any parse is read without an error, in time that grows with its length."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger import syntax
from newsledger.model import Annotated
from parses import parsed

LABELS = "nsubj nsubjpass dobj prep pobj pcomp conj cc xcomp ccomp relcl acl advcl aux auxpass neg det".split()  # noqa: SIM905
TAGS = ["NOUN", "VERB", "ADJ", "PROPN", "ADP", "PRON", "AUX", "PUNCT", "CCONJ", "PART"]
WORDS = ["who", "that", "no", "by", "of", "to", "Tuesday", "neither", "run", "“", "”"]
MORPHS = ["", "Tense=Past|VerbForm=Fin", "VerbForm=Inf", "Tense=Past|VerbForm=Part", "Aspect=Prog|VerbForm=Part"]


def noise(seed: int, size: int) -> Annotated:
    """Make a parse at random: heads that run in circles, labels that make no sense."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    rows = []
    for _ in range(size):
        word = chance.choice(WORDS)
        head, label = chance.randint(0, size), chance.choice(LABELS)
        rows.append(f"{word}|{word}|{chance.choice(TAGS)}|{head}|{label}|{chance.choice(MORPHS)}")
    return parsed(*rows)


@given(seed=st.integers(0, 2**32), size=st.integers(1, 40))
def test_any_parse_gives_arguments_inside_the_text(rules: syntax.Rules, seed: int, size: int) -> None:
    doc = noise(seed, size)

    found = syntax.analyse(doc, rules)

    for index, clause in found.clauses.items():
        assert clause.head == index
        assert all(0 <= one.head < size and one.head != index for one in clause.arguments)
        heads = [one.head for one in clause.arguments]
        assert heads == sorted(set(heads))
        list(found.governors(index))


def test_analysing_twice_is_equal(rules: syntax.Rules) -> None:
    doc = noise(7, 40)

    assert syntax.analyse(doc, rules) == syntax.analyse(doc, rules)


@pytest.mark.parametrize("label", ["conj", "xcomp", "pobj", "relcl", "acl"])
def test_a_sentence_of_three_thousand_words_is_read_in_time_that_grows_with_its_length(
    rules: syntax.Rules, label: str
) -> None:
    short, long = (
        parsed(*(f"run|run|{'VERB' if i % 2 else 'NOUN'}|{i}|{label}" for i in range(size))) for size in (300, 3000)
    )
    syntax.analyse(short, rules)

    spent = []
    for doc in (short, long):
        start = process_time()
        syntax.analyse(doc, rules)
        spent.append(process_time() - start)

    assert spent[1] < 40 * max(spent[0], 0.005)

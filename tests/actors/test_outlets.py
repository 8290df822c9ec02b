from dataclasses import replace

import pytest

from newsledger.actors import find_mentions
from newsledger.actors.rules import Rules
from parses import parsed

ANNA = ("Anna|Anna|PROPN|{}|compound", "Haverty|Haverty|PROPN|{}|pobj")


@pytest.mark.parametrize(
    ("words", "is_credit"),
    [
        pytest.param(("Reporting", "by"), True, id="reporting by"),
        pytest.param(("Editing", "by"), True, id="editing by"),
        pytest.param(("Photo", "by"), True, id="photo by"),
        pytest.param(("Meeting", "by"), False, id="another by"),
    ],
)
def test_a_credit_names_no_actor(rules: Rules, words: tuple[str, str], is_credit: bool) -> None:
    first, second = words
    doc = parsed(
        f"{first}|{first.lower()}|NOUN|0|ROOT",
        f"{second}|{second}|ADP|1|prep",
        "Anna|Anna|PROPN|4|compound",
        "Haverty|Haverty|PROPN|2|pobj",
    )

    assert bool(find_mentions(doc, rules)) is not is_credit


def test_the_writer_of_an_article_is_no_actor_in_it(rules: Rules) -> None:
    doc = parsed("Anna|Anna|PROPN|2|compound", "Haverty|Haverty|PROPN|3|nsubj", "left|leave|VERB|0|ROOT")
    written = replace(doc, article=replace(doc.article, byline=("Anna Haverty",)))

    assert find_mentions(doc, rules)
    assert find_mentions(written, rules) == ()

"""The room's rules from the shipped list, and a short way to see what it finds in a hand-made parse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger import statements, syntax
from newsledger.lexicon import load_lexicon
from newsledger.model import Annotated, Syntax, cut

Told = Callable[[Annotated], list[tuple[str, str, str]]]
Analysed = Callable[[Annotated], Syntax]


@pytest.fixture(scope="session")
def rules() -> statements.Rules:
    folder = Path(statements.__file__).parent / "data"
    return statements.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in statements.SCHEMAS.items()}
    )


@pytest.fixture(scope="session")
def analysed() -> Analysed:
    """Give the clauses of a hand-made parse."""
    folder = Path(syntax.__file__).parent / "data"
    rules = syntax.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in syntax.SCHEMAS.items()}
    )
    return lambda doc: syntax.analyse(doc, rules)


@pytest.fixture
def told(rules: statements.Rules, analysed: Analysed) -> Told:
    """Give source, cue and content of each statement as words."""

    def run(doc: Annotated) -> list[tuple[str, str, str]]:
        return [
            (cut(one.source, doc.text), cut(one.cue, doc.text), cut(one.content, doc.text))
            for one in statements.find(analysed(doc), (), (), rules)
        ]

    return run

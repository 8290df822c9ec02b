"""The room's rules from the shipped list, and a short way to see what it finds in a hand-made parse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger import statements
from newsledger.lexicon import load_lexicon
from newsledger.model import Annotated, cut

Told = Callable[[Annotated], list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def rules() -> statements.Rules:
    folder = Path(statements.__file__).parent / "data"
    return statements.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in statements.SCHEMAS.items()}
    )


@pytest.fixture
def told(rules: statements.Rules) -> Told:
    """Give source, cue and content of each statement as words."""

    def run(doc: Annotated) -> list[tuple[str, str, str]]:
        return [
            (cut(one.source, doc.text), cut(one.cue, doc.text), cut(one.content, doc.text))
            for one in statements.find(doc, (), (), rules)
        ]

    return run

"""The room's rules from the shipped data."""

from pathlib import Path

import pytest

from newsledger import syntax
from newsledger.lexicon import load_lexicon


@pytest.fixture(scope="session")
def rules() -> syntax.Rules:
    folder = Path(syntax.__file__).parent / "data"
    return syntax.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in syntax.SCHEMAS.items()}
    )

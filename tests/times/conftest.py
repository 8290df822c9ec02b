"""The room's rules from the shipped lists, without a model."""

from pathlib import Path

import pytest

from newsledger import times
from newsledger.lexicon import load_lexicon


@pytest.fixture(scope="session")
def rules() -> times.Rules:
    folder = Path(times.__file__).parent / "data"
    return times.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in times.SCHEMAS.items()}
    )

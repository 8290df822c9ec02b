"""The room's rules from the shipped lists, without a model."""

from pathlib import Path

import pytest

from newsledger import events
from newsledger.lexicon import load_lexicon


@pytest.fixture(scope="session")
def rules() -> events.Rules:
    folder = Path(events.__file__).parent / "data"
    return events.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in events.SCHEMAS.items()}
    )

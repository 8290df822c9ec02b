"""The room's rules, loaded once without the language pipeline."""

from pathlib import Path

import pytest

from newsledger import page
from newsledger.lexicon import load_lexicon
from newsledger.page import Rules

DATA = Path(page.__file__).parent / "data"


@pytest.fixture(scope="session")
def rules() -> Rules:
    return Rules.build({name: load_lexicon(DATA / f"{name}.en.tsv", schema) for name, schema in page.SCHEMAS.items()})

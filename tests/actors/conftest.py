"""The room's shipped lists, loaded once."""

from importlib.resources import as_file, files

import pytest

from newsledger import actors
from newsledger.actors.rules import SCHEMAS, Rules
from newsledger.lexicon import load_lexicon


@pytest.fixture(scope="session")
def rules() -> Rules:
    loaded = {}
    for name, schema in SCHEMAS.items():
        with as_file(files(actors) / "data" / f"{name}.en.tsv") as path:
            loaded[name] = load_lexicon(path, schema)
    return Rules.build(loaded)

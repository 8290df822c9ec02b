"""The room's shipped lists, loaded once."""

from collections.abc import Mapping
from importlib.resources import as_file, files

import pytest

from newsledger import actors
from newsledger.actors.rules import SCHEMAS, Rules
from newsledger.lexicon import Lexicon, load_lexicon


@pytest.fixture(scope="session")
def lists() -> Mapping[str, Lexicon]:
    loaded = {}
    for name, schema in SCHEMAS.items():
        with as_file(files(actors) / "data" / f"{name}.en.tsv") as path:
            loaded[name] = load_lexicon(path, schema)
    return loaded


@pytest.fixture(scope="session")
def rules(lists: Mapping[str, Lexicon]) -> Rules:
    return Rules.build(lists)

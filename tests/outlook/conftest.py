"""The shipped word lists, without any model."""

from importlib.resources import as_file, files

import pytest

from newsledger.lexicon import load_lexicon
from newsledger.outlook import SCHEMAS, Rules


@pytest.fixture(scope="session")
def rules() -> Rules:
    lexicons = {}
    for name, schema in SCHEMAS.items():
        with as_file(files("newsledger.outlook") / "data" / f"{name}.en.tsv") as path:
            lexicons[name] = load_lexicon(path, schema)
    return Rules.build(lexicons)

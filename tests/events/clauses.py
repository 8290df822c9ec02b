"""The clauses of hand-made parses."""

import functools
from pathlib import Path

from newsledger import syntax
from newsledger.lexicon import load_lexicon
from newsledger.model import Annotated, Syntax


@functools.cache
def _rules() -> syntax.Rules:
    folder = Path(syntax.__file__).parent / "data"
    return syntax.Rules.build(
        {name: load_lexicon(folder / f"{name}.en.tsv", schema) for name, schema in syntax.SCHEMAS.items()}
    )


def analysed(doc: Annotated) -> Syntax:
    """Give the clauses of a parse."""
    return syntax.analyse(doc, _rules())

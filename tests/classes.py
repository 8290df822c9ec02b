"""What the code of a room asks of its table of word classes, and the words that the table's examples mark."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from newsledger.lexicon import Row, marked
from newsledger.model import Annotated, Span

_ASKED = re.compile(r'(?:classes|words)\["([^"]+)"(?: if [^\]]* else "([^"]+)")?\]')


def classes_asked(room: ModuleType) -> frozenset[str]:
    """Give the classes that the code of a room names."""
    sources = Path(room.__file__ or "").parent.rglob("*.py")
    asked = (pair for path in sources for pair in _ASKED.findall(path.read_text("utf-8")))
    return frozenset(name for pair in asked for name in pair if name)


def without(classes: Mapping[str, frozenset[str]], name: str) -> dict[str, frozenset[str]]:
    """Give the classes with one of them empty."""
    return {**classes, name: frozenset()}


def holds_its_word(row: Row, doc: Annotated) -> bool:
    """Say whether an example marks the word of its row, in any form of it; the parse is that of the example."""
    _, start, end = marked(row["example"])
    inside = [doc.tokens[index] for index in doc.tokens_in(Span(start=start, end=end))]
    forms = {
        " ".join(word.lower() for word in words)
        for words in ([token.lemma for token in inside], [token.text for token in inside])
    }
    return row["word"].lower() in forms | {doc.text[start:end].lower()}

"""Where a parse is known to go wrong: each mend has a construction, the model it was seen with, and a count.

``mends`` names them: ``model`` and its parse, ``seen`` how often the mend fired on text of the news that it was not
made from, ``right`` how often that helped. With another model none is made.
``named_days``: words that stand before a weekday and make it the name of a day ("Super Tuesday").
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsledger.lexicon import Lexicon, Schema
from newsledger.model import Annotated, Token, annotate

_CALENDAR = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WEEKDAYS = frozenset(_CALENDAR.split())
#: What a name is to its verb; a weekday by itself is none of it.
_OF_NAMES = frozenset({"dobj", "dative", "nsubj", "nsubjpass", "conj"})
_BEFORE_PEOPLE = frozenset({"with", "to", "from", "against"})

SCHEMAS: Mapping[str, Schema] = {
    "mends": Schema(columns=("construction", "model", "seen", "right", "example"), key=("construction", "model")),
    "named_days": Schema(columns=("word", "example"), key=("word",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mends:
    """Which constructions are mended, by the model whose parse it is, and what they need to know."""

    by_model: Mapping[str, frozenset[str]]
    named_days: frozenset[str]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Mends":
        """Take them from the room's lexicons."""
        rows = lexicons["mends"].rows
        models = {row["model"] for row in rows}
        return cls(
            by_model={m: frozenset(row["construction"] for row in rows if row["model"] == m) for m in models},
            named_days=frozenset(row["word"] for row in lexicons["named_days"].rows),
        )


def mend(doc: Annotated, model: str, mends: Mends) -> Annotated:
    """Mend what the model is known to parse wrong; the same parse where nothing is found."""
    changed: dict[int, Token] = {}
    for construction in sorted(mends.by_model.get(model, ())):
        changed.update(_MENDS[construction](doc, mends))
    if not changed:
        return doc
    tokens = [changed.get(index, token) for index, token in enumerate(doc.tokens)]
    return annotate(doc.article, tokens, doc.sentences)


def _weekday_after_name(doc: Annotated, mends: Mends) -> Iterator[tuple[int, Token]]:
    """Part a weekday from the name that the parse puts below it: "met President Ruto *Tuesday*"."""
    for day, token in enumerate(doc.tokens):
        if token.text not in _WEEKDAYS or not _heads_name(doc, day, mends):
            continue
        name = day - 1
        verb = token.head
        while doc.tokens[verb].upos not in ("VERB", "AUX") and doc.tokens[verb].head != verb:
            verb = doc.tokens[verb].head
        yield name, replace(doc.tokens[name], head=token.head, deprel=token.deprel)
        yield day, replace(token, head=verb, deprel="npadvmod")
        for below in doc.children[day]:
            if below < name:
                yield below, replace(doc.tokens[below], head=name)


def _heads_name(doc: Annotated, day: int, mends: Mends) -> bool:
    token, before = doc.tokens[day], day - 1
    if before < doc.sentence_at(day).start or doc.tokens[before].head != day:
        return False
    name = doc.tokens[before]
    if name.upos != "PROPN" or name.deprel not in ("compound", "nmod") or name.text in mends.named_days:
        return False
    if token.deprel == "pobj":
        return doc.tokens[token.head].text.lower() in _BEFORE_PEOPLE
    return token.deprel in _OF_NAMES


_MENDS: Mapping[str, Callable[[Annotated, Mends], Iterator[tuple[int, Token]]]] = {
    "weekday after name": _weekday_after_name,
}

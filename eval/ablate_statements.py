"""What each part of the statements room is worth: full F1 and recall on dev.jsonl with one part left out.

Run as ``.venv/bin/python eval/ablate_statements.py``; it prints the rows of the table in docs/statements.md.
"""

import dataclasses
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

from newsledger import actors, statements, times
from newsledger.model import Annotated, Syntax
from newsledger.pipeline import Reader
from newsledger.statements import Rules
from newsledger.statements.cues import Entry
from newsledger.statements.quoted.direct import Given

sys.path.insert(0, str(Path(__file__).parent))
import statements as room
from cached_parses import parse

Part = Callable[[Rules], tuple[Rules, AbstractContextManager[Any]]]
FIND = "newsledger.statements.find"
CONTENTS = "newsledger.statements.contents"


def _entries(dropped: Callable[[Entry], bool]) -> Part:
    """Leave out entries of the lexicon."""

    def left(rules: Rules) -> tuple[Rules, AbstractContextManager[Any]]:
        kept = {head: tuple(one for one in them if not dropped(one)) for head, them in rules.entries.items()}
        return dataclasses.replace(rules, entries=kept), nullcontext()

    return left


def _function(name: str, instead: Callable[..., Any]) -> Part:
    """Put another function in the place of one."""
    return lambda rules: (rules, patch(name, instead))


PARTS: Mapping[str, Part] = {
    "all parts": lambda rules: (rules, nullcontext()),
    "verbs that take a quotation": _entries(lambda one: one.kind == "verb" and "quotation" in one.takes),
    "other verbs (belief, intention, decree)": _entries(
        lambda one: one.kind == "verb" and not one.words and "quotation" not in one.takes
    ),
    "verb and noun, verb and preposition": _entries(lambda one: one.kind == "verb" and bool(one.words)),
    "nouns": _entries(lambda one: one.kind == "noun"),
    "adjectives": _entries(lambda one: one.kind == "adjective"),
    "prepositions (according to)": _entries(lambda one: one.kind == "preposition"),
    "adverbs (reportedly)": _entries(lambda one: one.kind == "adverb"),
    "objects as contents": _entries(lambda one: one.takes == ("object",)),
    "quotations by where they stand": _function(
        f"{FIND}.give_quotations", lambda *_: Given(beside={}, behind={}, owners={})
    ),
    "colons, transcripts": _function(f"{FIND}.find_marked_lines", lambda *_: ()),
    "questions and answers": _function(f"{FIND}.find_answers", lambda *_: ()),
    "quotations that a sentence leads to": _function(f"{FIND}.find_led", lambda *_: ()),
    "the outlet's remarks cut": _function(f"{CONTENTS}.remarks", lambda *_: frozenset()),
    "the sentence around a quotation": _function(f"{FIND}.with_sentence", lambda _page, _cue, tokens: tokens),
    "the sentence around a cue": _function(f"{CONTENTS}.around_cue", lambda *_: frozenset()),
    "filters": _function(f"{FIND}.tells_nothing", lambda *_: False),
    "phrases that complete an object": _function(f"{CONTENTS}.with_phrase", lambda _doc, _cue, tokens: tokens),
    "speakers whom the parse loses": _function(f"{FIND}.lost_speaker", lambda *_: None),
    "speakers behind a cue": _function(f"{FIND}.speaker_behind", lambda *_: None),
}


def main() -> Iterator[str]:
    """Give the rows of the table, the whole room first."""
    reader = Reader.load("en")
    scorer = room.script(room.GOLD / "score_statements.py")
    rows = {row["id"]: row for row in room.articles("dev", 1)}
    docs = {key: _prepared(reader, parse(reader, room.capture(row))) for key, row in rows.items()}
    parses = {key: clauses.doc for key, (clauses, _, _) in docs.items()}
    for name, part in PARTS.items():
        rules, changed = part(reader.rules["statements"])
        with changed:
            pred = {key: room.predicted(statements.find(*doc, rules)) for key, doc in docs.items()}
        figures = room.measures(scorer, rows, pred) | room.by_cue(scorer, rows, pred, parses)
        cells = (figures[name] for name in ("full_f1", "content_f1", "speech_f1", "direct_recall", "recall_belief"))
        yield f"| {name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |"


def _prepared(reader: Reader, doc: Annotated) -> tuple[Syntax, Any, Any]:
    rules = reader.rules
    phrases = times.find(doc, rules["times"])
    doc = dataclasses.replace(doc, article=times.date_article(doc, phrases, rules["times"]))
    return reader.analyse(doc), actors.find_mentions(doc, rules["actors"]), times.resolve(doc, phrases, rules["times"])


if __name__ == "__main__":
    for line in main():
        print(line)

"""Shows what is wrong with the plain sentences of the read half: ``python tests/plain/failures.py [ABILITY ...]``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from newsledger import Reader
from plain.judge import complaints, show
from plain.notation import load, load_news
from plain.test_plain import read_all


def main(abilities: set[str]) -> None:
    sentences = [
        one for one in (*load(), *load_news()) if one.half == "read" and (not abilities or one.ability in abilities)
    ]
    for one, record in zip(sentences, read_all(Reader.load("en"), sentences), strict=True):
        wrong = complaints(one, record)
        if wrong:
            found = [f"    found: {show(event, record)}" for event in record.events]
            sys.stdout.write(
                "\n".join([f"[{one.ability}] {one.sentence}", *(f"  {what}" for what in wrong), *found, ""])
            )


if __name__ == "__main__":
    main(set(sys.argv[1:]))

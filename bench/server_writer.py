"""Puts articles that were read before into a ledger, and tells of each: what ``server_kills.py`` kills.

It loads nothing but the store, so that it is killed while it writes and not while it begins.
"""

import json
import pickle
import random
import sys
from dataclasses import asdict
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.store import Entry, open_ledger

#: What it says when it begins to write, and how many articles it puts at once.
READY, BATCH = "ready", 4


def main(entries: str, ledger: str, seed: str) -> int:
    """Put entries that are not there yet, in an order of one's own unless the seed is 0, and tell of each."""
    with Path(entries).open("rb") as file:
        read_before: list[Entry] = pickle.load(file)  # noqa: S301 - our own
    if int(seed):
        random.Random(int(seed)).shuffle(read_before)  # noqa: S311 - an order, no secrets
    print(READY, file=sys.stderr, flush=True)
    try:
        with open_ledger(ledger, new=True) as store:
            run = store.begin("add", at="2026-01-01T00:00:00+00:00")
            for first in range(0, len(read_before), BATCH):
                for outcome in store.put(read_before[first : first + BATCH], run=run):
                    print(json.dumps(asdict(outcome)), flush=True)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

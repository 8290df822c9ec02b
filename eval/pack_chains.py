"""Turns the annotation of chains into recipes that hold no word of their pages.

    python eval/pack_chains.py ANNOTATION.txt ...
    python eval/pack_chains.py --found PAGES.jsonl ANNOTATION.txt ...      # to blind.jsonl

An annotation gives words, one thing a line:

    chain NAME
    page KEY [DAY]
    hap ID what happens
    m PAGE ID | words around the [trigger] | a=actor ; r=recipient ; p=party ; party
    s ID DAY STATE|STATE [LAST | FIRST..LAST | ?]

The recipes ``read.jsonl`` and ``sealed.jsonl`` in ``chains`` give places instead, found by exact search: the words
around a trigger stand once, a party where its words stand nearest to it. Words that are not found are an error. Of
chains whose pages a search gave, the texts are at hand in one file, and the addresses in the recipe ``blind.jsonl``.
"""

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from chain_texts import CHAINS, ChainState, texts

STATES = frozenset(get_args(ChainState))
#: Whose pages everybody may know.
READ = "seed"

Row = dict[str, Any]
Texts = dict[tuple[str, str], tuple[str, str]]


def main() -> None:
    """Pack all annotations, and say how much there is of each half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotations", nargs="+", type=Path)
    parser.add_argument("--found", type=Path)
    options = parser.parse_args()
    known = texts(options.found)
    chains = [packed(lines, known) for path in options.annotations for lines in _chains(path)]
    for half, rows in ({"blind": _addressed(chains, options.found)} if options.found else _halves(chains)).items():
        path = CHAINS / f"{half}.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        counts = ", ".join(f"{sum(len(row[part]) for row in rows)} {part}" for part in ("pages", "mentions", "states"))
        print(f"{half}: {len(rows)} chains, {counts}")


def _halves(chains: list[Row]) -> dict[str, list[Row]]:
    drawn = sorted((one for one in chains if one["chain"] != READ), key=_hash)
    return {"read": drawn[::2] + [one for one in chains if one["chain"] == READ], "sealed": drawn[1::2]}


def _addressed(chains: list[Row], found: Path) -> list[Row]:
    addresses = {row["id"]: row["url"] for row in map(json.loads, found.read_text("utf-8").splitlines())}
    return [
        {**chain, "pages": [{**page, "url": addresses[page["key"]]} for page in chain["pages"]]} for chain in chains
    ]


def packed(lines: list[str], known: Texts) -> Row:
    """One chain's recipe.

    Raises:
        ValueError: Words of the annotation are not in the text, or a name is not declared.
    """
    keys = {key: kit for kit, key in known}
    chain: Row = {"chain": lines[0].split()[1], "pages": [], "happenings": {}, "mentions": [], "states": []}
    for line in lines[1:]:
        kind, _, rest = line.partition(" ")
        try:
            if kind == "page":
                chain["pages"].append(_page(rest, keys, known))
            elif kind == "hap":
                name, _, what = rest.partition(" ")
                chain["happenings"][name] = what
            elif kind == "m":
                chain["mentions"].append(_mention(rest, chain, known))
            else:
                chain["states"].append(_state(rest, chain))
        except (ValueError, KeyError, IndexError) as error:
            raise ValueError(f"{chain['chain']}: {line}: {error}") from error
    return chain


def _chains(path: Path) -> Iterator[list[str]]:
    for part in re.split(r"^(?=chain )", path.read_text("utf-8"), flags=re.MULTILINE):
        if lines := [line for line in part.splitlines() if line.strip()]:
            yield lines


def _hash(chain: Row) -> str:
    return hashlib.sha256(f"chain {chain['chain']}".encode()).hexdigest()


def _page(rest: str, keys: dict[str, str], known: Texts) -> Row:
    key, _, day = rest.partition(" ")
    kit = keys[key]
    said, text = known[kit, key]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return {"kit": kit, "key": key, "published": day or said, "sha256": sha256}


def _mention(rest: str, chain: Row, known: Texts) -> Row:
    where, context, *given = (part.strip() for part in rest.split("|"))
    number, name = where.split()
    page = chain["pages"][int(number)]
    text = known[page["kit"], page["key"]][1]
    trigger = _trigger(context, text)
    parties = [_party(one.strip()) for one in (given[0] if given else "").split(";") if one.strip()]
    places = {
        field: [_nearest(words, text, trigger["start"]) for kind, words in parties if kind == letter]
        for letter, field in (("a", "actor"), ("r", "recipient"), ("p", "parties"))
    }
    if name not in chain["happenings"]:
        raise ValueError("no such happening")
    return {"happening": name, "page": int(number), "trigger": trigger, **places}


def _party(words: str) -> tuple[str, str]:
    """What kind of party it is; without a letter, one whose part is not asked for."""
    return (words[0], words[2:]) if words[1:2] == "=" else ("p", words)


def _trigger(context: str, text: str) -> Row:
    before, words, after = re.split(r"[\[\]]", context)
    if text.count(before + words + after) != 1:
        raise ValueError(f"stands {text.count(before + words + after)} times")
    start = text.index(before + words + after) + len(before)
    return {"start": start, "end": start + len(words)}


def _nearest(words: str, text: str, near: int) -> Row:
    found = [one.start() for one in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise ValueError(f"{words!r} is not there")
    start = min(found, key=lambda at: abs(at - near))
    return {"start": start, "end": start + len(words)}


def _state(rest: str, chain: Row) -> Row:
    name, day, state, *window = rest.split()
    states = state.split("|")
    if name not in chain["happenings"] or not STATES.issuperset(states):
        raise ValueError("no such happening or state")
    first, _, last = window[0].rpartition("..") if window and window != ["?"] else ("", "", "")
    return {"happening": name, "day": day, "states": states, "earliest": first or None, "latest": last or None}


if __name__ == "__main__":
    main()

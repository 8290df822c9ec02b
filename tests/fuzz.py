"""Golden pages with something broken in them, pages of one thing over and over, and what reading them costs.

    python tests/fuzz.py [ROUNDS]

plays them in two processes and

prints rounds, foreign exceptions, records that do not hold together, the slowest page and the highest memory.
"""

import random
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from time import process_time

from grown import GROWN
from newsledger import Capture, Failure, Reader
from newsledger.verify import structure

PAGES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix in {".html", ".txt"})
SEEDS = ("“", "”", '"', "(", "<div>", "</body>", "\0", "\ud800", "é", "&#x110000;", "<!--", "said", "\u2028", "\r")
ROUNDS = 2_000
PROCESSES = 2
# Every fourth round is a page of one thing over and over, of at most so many characters.
GROWS, LARGEST = 4, 100_000
# What the batch loop says of an exception that is none of ours.
FOREIGN = "fault of newsledger"

Mutation = Callable[[random.Random, bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came of reading one mutated page.

    Attributes:
        size: Bytes of the page.
        seconds: Processor time.
        fault: The exception that is none of ours, or how the record does not hold together; None: all is well.
    """

    number: int
    page: str
    size: int
    seconds: float
    fault: str | None


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def flip(chance: random.Random, data: bytes) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randrange(1, 40)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def repeat(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + 200] * chance.randrange(2, 60) + data[start:]


def shuffle(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def strip(chance: random.Random, data: bytes) -> bytes:
    return data.replace(chance.choice([b"\n\n", b"\n", b"</p>", b'"', b". ", b" "]), b"")


def sow(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randrange(1, 30)):
        place = chance.randrange(len(data))
        data = data[:place] + chance.choice(SEEDS).encode("utf-8", "surrogatepass") + data[place:]
    return data


def nest(chance: random.Random, data: bytes) -> bytes:
    tag = chance.choice([b"div", b"table><tr><td", b"b", b"ul><li", b"a href=x", b"blockquote", b"font"])
    place = chance.randrange(len(data))
    return data[:place] + b"<%s>" % tag * chance.randrange(1, 2_000) + data[place:]


def unclose(chance: random.Random, data: bytes) -> bytes:
    pieces = data.split(b"</")
    return b"</".join(piece for piece in pieces if chance.random() > 0.3) or b"x"


def mislabel(chance: random.Random, data: bytes) -> bytes:
    names = ["utf-16-le", "utf-16-be", "utf-16", "cp1252", "utf-8-sig", "cp1251", "shift_jis"]
    text = data.decode("utf-8", "replace")
    if chance.random() < 0.5:
        return text.encode(chance.choice(names), "replace")
    half = len(text) // 2
    return text[:half].encode("utf-8") + text[half:].encode("cp1252", "replace")


def hide(chance: random.Random, data: bytes) -> bytes:
    marks = "\u200b\u200d\u202e\u2066\ufeff\u00ad\0\x1b\x85\u2028"
    text = data.decode("utf-8", "replace")
    return "".join(char + chance.choice(marks) * (chance.random() < 0.02) for char in text).encode("utf-8") or b"x"


def swell(chance: random.Random, data: bytes) -> bytes:
    junk = chance.choice(
        [b"A", b" ", b"<!---->", b"- ", b"&amp;", b"a=1 ", b"21 January 2017 ", b"12:48\n", b"\n", b"("]
    )
    place = chance.randrange(len(data))
    return data[:place] + junk * chance.randrange(100, 3_000) + data[place:]


def graft(chance: random.Random, data: bytes) -> bytes:
    stuff = [
        b"<base href='javascript:x()'>",
        b"<script type='application/ld+json'>{'@type': [</script>",
        b"<frameset><frame src=x>",
        b"<!DOCTYPE x [<!ENTITY a '&a;&a;'>]>&a;",
        b"<meta charset=utf-7>",
        b"<plaintext>",
        b"<![CDATA[",
        b"<svg><title>",
        b"<noscript>",
    ]
    place = chance.randrange(len(data))
    return data[:place] + chance.choice(stuff) + data[place:]


MUTATIONS: tuple[Mutation, ...] = (cut, flip, repeat, shuffle, strip, sow, nest, unclose, mislabel, hide, swell, graft)


def mutated(number: int, largest: int = LARGEST) -> tuple[str, bytes]:
    """Give the page of a round; the same number gives the same page."""
    chance = random.Random(number)  # noqa: S311 -- no secret
    if number % GROWS == GROWS - 1:
        name = list(GROWN)[number // GROWS % len(GROWN)]
        return name, GROWN[name](chance.randrange(1_000, largest)).encode("utf-8", "surrogatepass")
    path = chance.choice(PAGES)
    data = path.read_bytes()
    for _ in range(chance.randrange(1, 4)):
        data = chance.choice(MUTATIONS)(chance, data) or b"x"
    return path.name, data


def play(reader: Reader, numbers: range, *, largest: int = LARGEST) -> Iterator[Round]:
    """Read the pages of these rounds, those of one thing over and over up to so many characters."""
    for number in numbers:
        name, data = mutated(number, largest)
        begun = process_time()
        (outcome,) = reader.read_all([Capture(data=data, url=name)])
        seconds = process_time() - begun
        if isinstance(outcome, Failure):
            fault = outcome.reason if FOREIGN in outcome.reason else None
        else:
            fault = "; ".join(structure(outcome)) or None
        yield Round(number=number, page=name, size=len(data), seconds=seconds, fault=fault)


def played_in_process(numbers: range) -> tuple[list[Round], float]:
    """Play rounds with a reader of their own; also the highest memory of the process, in MB."""
    rounds = list(play(Reader.load("en"), numbers))
    return rounds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with Pool(PROCESSES) as pool:
        shares = pool.map(played_in_process, [range(first, count, PROCESSES) for first in range(PROCESSES)])
    rounds = [played for share, _ in shares for played in share]
    faults = [played for played in rounds if played.fault]
    foreign = [played for played in faults if FOREIGN in (played.fault or "")]
    for played in faults:
        print(f"round {played.number}, {played.page}: {played.fault}", file=sys.stderr)
    slowest = max(rounds, key=lambda played: played.seconds)
    memory = max(held for _, held in shares)
    print(f"rounds              {len(rounds)}")
    print(f"foreign exceptions  {len(foreign)}")
    print(f"unsound records     {len(faults) - len(foreign)}")
    which = f"round {slowest.number}, {slowest.page}, {slowest.size:,} bytes"
    print(f"slowest page        {slowest.seconds:.2f} s of CPU ({which})")
    print(f"highest memory      {memory:.0f} MB")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Measure ``newsledger verify``: receipts checked a second, and whether each of 1,000 changed characters is found.

python bench/receipts.py [CHANGES]
"""

import random
import sys
from pathlib import Path
from time import perf_counter

from newsledger import Reader, codec
from newsledger.errors import NewsledgerError
from newsledger.verify import verify

PAGES = Path(__file__).parent.parent / "tests" / "pages"
SECONDS = 3.0
# What stands in for a character: of each kind that a record holds, and some that it does not.
LETTERS = 'abcxyzABCXYZ0123456789 .,:-_{}[]"\\“é\n'


def main() -> int:
    """Read our own pages, check their records, change them."""
    reader = Reader.load("en")
    lines = [codec.to_json(reader.read(path.read_bytes())) for path in sorted(PAGES.glob("*.txt"))]
    print(f"receipts checked a second  {measure(lines):,.0f}")
    changes = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    found = sum(is_found(changed(lines, number)) for number in range(changes))
    print(f"changed characters found   {found:,} of {changes:,}")
    return 0 if found == changes else 1


def measure(lines: list[str]) -> float:
    """Check the records again and again for some seconds."""
    receipts, begun = 0, perf_counter()
    while perf_counter() - begun < SECONDS:
        receipts += sum(verify(codec.parse(line.encode())).receipts for line in lines)
    return receipts / (perf_counter() - begun)


def changed(lines: list[str], number: int) -> str:
    """Put another character anywhere in one of the records; the same number gives the same change."""
    chance = random.Random(number)  # noqa: S311 -- no secret
    line = chance.choice(lines)
    place = chance.randrange(len(line))
    letter = chance.choice([letter for letter in LETTERS if letter != line[place]])
    return line[:place] + letter + line[place + 1 :]


def is_found(line: str) -> bool:
    """Say whether verify refuses a record."""
    try:
        return bool(verify(codec.parse(line.encode())).problems)
    except NewsledgerError:
        return True


if __name__ == "__main__":
    sys.exit(main())

"""Writes the stories room's table of word frequencies from the package ``wordfreq`` (CC BY-SA 4.0).

    .venv/bin/pip install --no-deps wordfreq==3.1.1 msgpack
    .venv/bin/python scripts/word_frequencies.py

The package holds words by hundredths of a power of ten; the table has those that come ten times in a million words
or more. All others are rare, and count as one another.
"""

import gzip
from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path

import msgpack  # type: ignore[import-not-found]

OUT = Path(__file__).parent.parent / "src" / "newsledger" / "stories" / "data" / "word_frequencies.en.tsv"
HEAD = """# source: wordfreq 3.1.1 by Robyn Speer (its small list of English), of Wikipedia, OpenSubtitles, SUBTLEX,
#   Google Books Ngrams (books.google.com/ngrams), the Leeds Internet Corpus, ParaCrawl and others
# licence: CC BY-SA 4.0
word\tper_million
"""
#: Rarer words are left out.
LEAST = 10.0


def main() -> None:
    """Write the table."""
    packed = Path(str(distribution("wordfreq").locate_file("wordfreq/data/small_en.msgpack.gz"))).read_bytes()
    _, *levels = msgpack.unpackb(gzip.decompress(packed), raw=False)
    found: dict[str, float] = defaultdict(float)
    for level, words in enumerate(levels):
        for word in words:
            if word.isalpha():
                found[word] += 1e6 * 10 ** (-level / 100)
    rows = sorted((word, number) for word, number in found.items() if number >= LEAST)
    OUT.write_text(HEAD + "".join(f"{word}\t{number:.0f}\n" for word, number in rows), "utf-8")


if __name__ == "__main__":
    main()

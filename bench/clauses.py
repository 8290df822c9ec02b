"""What finding the clauses costs beside the parse, in CPU time, one after the other on each of our own pages.

Clauses are made when they are first asked for; what it costs to ask for all of them is told apart.
"""

from pathlib import Path
from statistics import median
from time import process_time

from newsledger import Reader
from newsledger.model import Capture

PAGES = Path(__file__).parent.parent / "tests" / "pages"
_ROUNDS = 5


def main() -> None:
    """Print the share, the median over rounds."""
    reader = Reader.load("en")
    captures = [Capture(data=path.read_text("utf-8"), kind="text") for path in sorted(PAGES.glob("*.txt"))]
    docs = [reader.annotate(capture) for capture in captures]
    shares, asked, spent = [], [], []
    for _ in range(_ROUNDS):
        parse = clauses = made = 0.0
        for doc in docs:
            start = process_time()
            reader.parser.annotate(doc.article)
            between = process_time()
            syntax = reader.analyse(doc)
            found = process_time()
            tuple(syntax.clauses.values())
            parse += between - start
            clauses += found - between
            made += process_time() - found
        shares.append(clauses / parse)
        asked.append((clauses + made) / parse)
        spent.append(clauses)
    words = sum(len(doc.tokens) for doc in docs)
    print(f"{len(docs)} pages, {words} words: clauses are {median(shares):.1%} of the parse")
    print(f"{median(asked):.1%} where every clause is asked for")
    print(f"{median(spent) / words * 600 * 1000:.2f} ms for 600 words")


if __name__ == "__main__":
    main()

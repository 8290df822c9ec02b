"""What finding the clauses costs beside the parse, in CPU time, one after the other on each of our own pages."""

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
    shares, spent = [], []
    for _ in range(_ROUNDS):
        parse = clauses = 0.0
        for doc in docs:
            start = process_time()
            reader.parser.annotate(doc.article)
            between = process_time()
            reader.analyse(doc)
            parse += between - start
            clauses += process_time() - between
        shares.append(clauses / parse)
        spent.append(clauses)
    words = sum(len(doc.tokens) for doc in docs)
    print(f"{len(docs)} pages, {words} words: clauses are {median(shares):.1%} of the parse")
    print(f"{median(spent) / words * 600 * 1000:.2f} ms for 600 words")


if __name__ == "__main__":
    main()

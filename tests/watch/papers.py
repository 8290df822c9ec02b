"""Papers that were never printed: their pages and feeds."""

from collections.abc import Iterable

_WORDS = (
    "The harbour council of {town} voted on Monday to close the old lock for two years.",
    "The work will cost 12 million euros and begin in May, the council said after a meeting of four hours.",
    "Mayor Anna Holm of {town} said on Tuesday that the town would pay for a ferry, number {number}, until then.",
)


def headline(number: int, town: str = "Bergen") -> str:
    return f"{town} closes lock number {number} for two years"


def article(number: int, *, town: str = "Bergen", extra: str = "", head: str = "", cut: int = 3) -> bytes:
    """A page of an article, the same each time."""
    text = "".join(f"<p>{line.format(town=town, number=number)}</p>" for line in _WORDS[:cut])
    title = headline(number, town)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | The {town} Paper</title>{head}'
        f"</head><body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article><h1>{title}</h1>"
        f"<p class='byline'>By Per Aas</p>{text}{extra}</article><footer>The {town} Paper</footer></body></html>"
    ).encode()


def own_text(number: int, town: str = "Bergen") -> str:
    return "".join(f"&lt;p&gt;{line.format(town=town, number=number)}&lt;/p&gt;" for line in _WORDS)


def feed(items: Iterable[tuple[str, str]], *, head: str = "") -> bytes:
    """An RSS feed of links and what else an item has."""
    listed = "".join(f"<item><link>{link}</link>{more}</item>" for link, more in items)
    return f'<rss version="2.0"><channel><title>The Paper</title>{head}{listed}</channel></rss>'.encode()

"""Makes varied news pages out of parts: for ledgers of any size. The same seed gives the same pages."""

import argparse
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from pathlib import Path

FIRST_DAY, DAYS = date(2025, 1, 1), 365
#: Of a hundred pages so many are another's text at another address, and so many a later version of another.
MIRRORS, VERSIONS = 3, 3

PARTS = tomllib.loads((Path(__file__).parent / "synthetic.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and where it stands."""

    url: str
    published: date
    html: str


def pages(count: int, seed: int = 1) -> Iterator[Page]:
    """Make pages, one at a time: what they say, who is in them and how long they are vary.

    Args:
        count: How many.
        seed: Another one gives other pages.
    """
    for number in range(count):
        yield page(number, seed)


def page(number: int, seed: int = 1, *, affair: int | None = None) -> Page:
    """Make one page by its number; a mirror or a version is made of the page that it is one of.

    Args:
        number: Its number.
        seed: Another one gives other pages.
        affair: Pages of one affair tell of the same people; they are short, and no mirrors or versions.
    """
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - pages, no secrets
    fate = chance.randrange(100)
    if affair is None and number > 100 and fate < MIRRORS + VERSIONS:
        other = chance.randrange(number // 2)
        return _again(page(other, seed), number, chance, is_mirror=fate < MIRRORS)
    outlet = chance.choice(PARTS["outlets"])
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    cast = _Cast.draw(chance, day)
    if affair is not None:
        told = random.Random(f"{seed}/affair/{affair}")  # noqa: S311 - pages, no secrets
        cast = replace(_Cast.draw(told, day), chance=chance)
    least, most = (5, 14) if affair is None else (3, 8)
    headline = cast.fill(chance.choice(PARTS["headlines"]))
    paragraphs = [" ".join(cast.fill(one) for one in _sentences(chance)) for _ in range(chance.randint(least, most))]
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{day:%Y/%m/%d}/{number}"
    return Page(url=url, published=day, html=_html(headline, paragraphs, outlet, day, url))


def _sentences(chance: random.Random) -> list[str]:
    """Choose the forms of a paragraph: of what is done and said, and of what only is."""
    forms = chance.sample(PARTS["sentences"], chance.randint(1, 3)) + chance.sample(
        PARTS["plain"], chance.randint(0, 3)
    )
    chance.shuffle(forms)
    return forms


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cast:
    chance: random.Random
    day: date
    names: dict[str, str]

    @classmethod
    def draw(cls, chance: random.Random, day: date) -> "_Cast":
        names = {}
        for key, country in zip("AB", chance.sample(PARTS["countries"], 2), strict=True):
            office = chance.choice(PARTS["offices"])
            given, last = _holder(country[0], office, chance.randrange(3))
            names[key], names[f"city{key}"], names[f"{key}j"] = country
            names[key.lower()] = f"{country[2]} {office} {given} {last}"
            names[f"{key}last"] = last
        return cls(chance=chance, day=day, names={**names, "city": names["cityA"], "last": names["Alast"]})

    def fill(self, form: str) -> str:
        chance, later = self.chance, self.day + timedelta(days=self.chance.randint(3, 90))
        words = {
            "thing": chance.choice(PARTS["things"]),
            "adjective": chance.choice(PARTS["adjectives"]),
            "adjective2": chance.choice(PARTS["adjectives"]),
            "number": f"{chance.randint(20, 9000):,}",
            "small": str(chance.randint(2, 19)),
            "weekday": f"{self.day:%A}",
            "month": f"{date(2025, chance.randint(1, 12), 1):%B}",
            "year": str(chance.randint(1998, 2022)),
            "speech": chance.choice(PARTS["speech"]),
            "later": f"{later.day} {later:%B} {later.year}",
        }
        text = form.format(**self.names, **words)
        return text[0].upper() + text[1:]


def _holder(country: str, office: str, number: int) -> tuple[str, str]:
    """Name one who holds an office, the same on every page."""
    chance = random.Random(f"{country}/{office}/{number}")  # noqa: S311 - names, no secrets
    return chance.choice(PARTS["given"]), chance.choice(PARTS["start"]) + chance.choice(PARTS["end"])


def _again(first: Page, number: int, chance: random.Random, *, is_mirror: bool) -> Page:
    """Make a page out of another: its text at an address of its own, or its address with more text."""
    if is_mirror:
        url = f"https://mirror-{chance.randrange(20)}.example/{number}"
        return Page(url=url, published=first.published, html=first.html.replace(first.url, url))
    cast = _Cast.draw(chance, first.published)
    more = f"<p>{escape(cast.fill(chance.choice(PARTS['sentences'])))}</p>\n</article>"
    return Page(url=first.url, published=first.published, html=first.html.replace("</article>", more))


def _html(headline: str, paragraphs: list[str], outlet: str, day: date, url: str) -> str:
    body = "\n".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(headline)} - {escape(outlet)}</title>
<link rel="canonical" href="{url}">
<meta property="og:site_name" content="{escape(outlet)}">
<meta property="article:published_time" content="{day.isoformat()}T09:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/business">Business</a></nav>
<article><h1>{escape(headline)}</h1>
{body}
</article>
<footer><p>Copyright {outlet}. All rights reserved. <a href="/privacy">Privacy</a></p></footer></body></html>
"""


def main() -> None:
    """Write pages as files of a folder, for those who want to look at them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(pages(options.count, options.seed)):
        (options.folder / f"{number:06}.html").write_text(one.html, encoding="utf-8")


if __name__ == "__main__":
    main()

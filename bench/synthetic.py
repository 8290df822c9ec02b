"""Makes varied news pages out of parts: for ledgers of any size. The same seed gives the same pages."""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import product
from pathlib import Path

FIRST_DAY, DAYS = date(2025, 1, 1), 365
#: Of a hundred pages so many are another's text at another address, and so many a later version of another.
MIRRORS, VERSIONS = 3, 3

_GIVEN = [
    "Adaeze",
    "Aino",
    "Alejandro",
    "Amara",
    "Anselm",
    "Aruna",
    "Baraka",
    "Beata",
    "Bogdan",
    "Camila",
    "Cheng",
    "Dalia",
    "Darko",
    "Eduardo",
    "Efua",
    "Elif",
    "Emeka",
    "Farida",
    "Fatou",
    "Gustavo",
    "Hana",
    "Henrik",
    "Ilse",
    "Imran",
    "Ingrid",
    "Ioana",
    "Jorge",
    "Kaito",
    "Katarzyna",
    "Kwame",
    "Laszlo",
    "Leila",
    "Lucia",
    "Magnus",
    "Malika",
    "Mateus",
    "Mirela",
    "Nadia",
    "Nikola",
    "Noor",
    "Olga",
    "Oskar",
    "Pavel",
    "Priya",
    "Rashid",
    "Renata",
    "Samira",
    "Sanjay",
    "Soren",
    "Svetlana",
    "Tamar",
    "Tendai",
    "Tomas",
    "Uche",
    "Valentina",
    "Viktor",
    "Wanjiru",
    "Xiomara",
    "Yara",
    "Yusuf",
    "Zanele",
    "Zoran",
]
_START = [
    "Abe",
    "Ada",
    "Bel",
    "Ber",
    "Cal",
    "Car",
    "Dam",
    "Dra",
    "Eke",
    "Fal",
    "Fer",
    "Gar",
    "Gor",
    "Hal",
    "Har",
    "Ibar",
    "Jan",
    "Kal",
    "Kor",
    "Lan",
    "Lor",
    "Mak",
    "Mar",
    "Nav",
    "Nor",
    "Okon",
    "Oren",
    "Pal",
    "Per",
    "Quin",
    "Ras",
    "Rov",
    "Sal",
    "Ser",
    "Tal",
    "Tor",
    "Ulv",
    "Var",
    "Vel",
    "Wes",
    "Yar",
    "Zan",
    "Zor",
]
_END = [
    "adze",
    "aguirre",
    "akis",
    "ander",
    "anov",
    "ard",
    "aro",
    "asi",
    "atko",
    "berg",
    "borg",
    "brandt",
    "czyk",
    "dottir",
    "elli",
    "enko",
    "eira",
    "escu",
    "evski",
    "field",
    "goitia",
    "gren",
    "holm",
    "ides",
    "ikov",
    "inen",
    "ishvili",
    "kova",
    "lund",
    "mann",
    "mendi",
    "moto",
    "ngo",
    "nsen",
    "oglu",
    "olt",
    "onga",
    "oro",
    "quist",
    "rand",
    "sdale",
    "shaw",
    "skaya",
    "stad",
    "ström",
    "ura",
    "vaara",
    "vich",
    "wala",
    "wood",
    "yan",
    "zadeh",
]
_COUNTRIES = """Argentina|Buenos Aires|Argentine Armenia|Yerevan|Armenian Austria|Vienna|Austrian Bolivia|La_Paz|Bolivian
Brazil|Brasilia|Brazilian Bulgaria|Sofia|Bulgarian Canada|Ottawa|Canadian Chile|Santiago|Chilean China|Beijing|Chinese
Colombia|Bogota|Colombian Croatia|Zagreb|Croatian Egypt|Cairo|Egyptian Estonia|Tallinn|Estonian Ethiopia|Addis_Ababa|Ethiopian
Finland|Helsinki|Finnish France|Paris|French Georgia|Tbilisi|Georgian Germany|Berlin|German Ghana|Accra|Ghanaian
Greece|Athens|Greek Hungary|Budapest|Hungarian India|New_Delhi|Indian Indonesia|Jakarta|Indonesian Iran|Tehran|Iranian
Iraq|Baghdad|Iraqi Israel|Jerusalem|Israeli Italy|Rome|Italian Japan|Tokyo|Japanese Jordan|Amman|Jordanian
Kenya|Nairobi|Kenyan Latvia|Riga|Latvian Lebanon|Beirut|Lebanese Mexico|Mexico_City|Mexican Moldova|Chisinau|Moldovan
Morocco|Rabat|Moroccan Nigeria|Abuja|Nigerian Norway|Oslo|Norwegian Pakistan|Islamabad|Pakistani Peru|Lima|Peruvian
Poland|Warsaw|Polish Portugal|Lisbon|Portuguese Romania|Bucharest|Romanian Russia|Moscow|Russian Rwanda|Kigali|Rwandan
Senegal|Dakar|Senegalese Serbia|Belgrade|Serbian Spain|Madrid|Spanish Sudan|Khartoum|Sudanese Sweden|Stockholm|Swedish
Syria|Damascus|Syrian Thailand|Bangkok|Thai Tunisia|Tunis|Tunisian Turkey|Ankara|Turkish Ukraine|Kyiv|Ukrainian
Uruguay|Montevideo|Uruguayan Vietnam|Hanoi|Vietnamese Zambia|Lusaka|Zambian Zimbabwe|Harare|Zimbabwean"""
_OFFICES = """President;Prime Minister;Foreign Minister;Defence Minister;Finance Minister;Interior Minister;Energy Minister;
Transport Minister;opposition leader;Ambassador;General;Governor;Justice Minister;Trade Minister""".replace(
    "\n", ""
).split(";")
_THINGS = """a border crossing;a fishing treaty;a gas pipeline;a grain deal;a prisoner exchange;a railway line;a refugee camp;
a trade pact;a water dam;an arms contract;an aid convoy;an air corridor;an extradition request;a ceasefire line;a power grid;
a customs union;a data law;a tax treaty;a visa rule;a wheat quota;a steel tariff;a vaccine order;a flood barrier;a satellite""".replace(
    "\n", ""
).split(";")
_OUTLETS = [
    f"The {place} {name}"
    for place, name in product(
        [
            "Atlantic",
            "Baltic",
            "Capital",
            "Central",
            "Coastal",
            "Delta",
            "Evening",
            "Harbour",
            "Highland",
            "Lakeside",
            "Morning",
            "Northern",
        ],
        ["Chronicle", "Courier", "Gazette", "Herald", "Ledger", "Monitor", "Observer", "Post", "Standard", "Tribune"],
    )
]
_ADJECTIVES = [
    "abrupt",
    "ambitious",
    "bilateral",
    "bitter",
    "bold",
    "brief",
    "careful",
    "costly",
    "delicate",
    "disputed",
    "fragile",
    "hasty",
    "historic",
    "informal",
    "lengthy",
    "modest",
    "overdue",
    "partial",
    "quiet",
    "rare",
    "sharp",
    "sudden",
    "tense",
    "unusual",
    "vague",
    "wary",
]
_SPEECH = [
    "said",
    "insisted",
    "warned",
    "added",
    "claimed",
    "argued",
    "promised",
    "acknowledged",
    "confirmed",
    "complained",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

#: Each is one sentence; {a} and {b} are people with office, {A} and {B} their countries, {Aj} and {Bj} the adjectives.
_SENTENCES = (
    "{a} met {b} in {city} on {weekday} to discuss {thing}.",
    "{a} accused {B} of breaking the terms of {thing}.",
    "{A} imposed {adjective} sanctions on {B} over {thing}.",
    "{A} sent {number} tonnes of food to {B} after the floods.",
    "{A} signed an agreement with {B} on {thing} in {city}.",
    "{Aj} troops shelled {number} villages near the {Bj} border on {weekday}, killing {small} people.",
    "{a} rejected a proposal by {b} on {thing}.",
    "{a} threatened to expel the {Bj} ambassador.",
    "Several hundred protesters marched through {city} against {thing}.",
    "{Aj} police arrested {small} demonstrators in {city} on {weekday}.",
    "{A} recalled its ambassador from {cityB} in protest.",
    "{a} urged {B} to release {small} prisoners.",
    "{A} withdrew {number} soldiers from the {Bj} border in {month}.",
    "{a} praised {b} for what he called an {adjective} step.",
    '"We will not sign {thing} before {B} answers our questions," {a} {speech} on {weekday}.',
    '"The {adjective} talks went further than we had expected," {last} {speech}.',
    "{last} {speech} that {thing} would cost {number} million dollars.",
    "{a} denied that {A} had agreed to {thing}.",
    "{A} will hold an election on {later}.",
    "{a} plans to visit {cityB} next month.",
    "The two sides are due to meet again on {later}.",
    "{a} promised to publish the report on {thing} by {later}.",
    "{A} has said it will close {thing} unless {B} pays by {later}.",
    "Parliament in {city} is expected to vote on {thing} next week.",
    "{a} hopes that {B} will reopen {thing} soon.",
    "{A} has no plans to return to {thing}, {last} {speech}.",
    "The parliament in {city} approved {thing} by {number} votes to {small}.",
    "A court in {cityB} sentenced {b} to {small} years in prison.",
    "Trade between {A} and {B} fell by {small} per cent last year.",
    "The {adjective} dispute began in {year}, when {A} cut the supply.",
    "Analysts in {city} called the move {adjective} and {adjective2}.",
    "Officials from {A} and {B} held {adjective} talks in {city}.",
    "{A} condemned the {adjective} attack near {cityB}.",
    "{Aj} companies have waited {small} months for an answer.",
    "The road to {cityB} was closed for {small} days.",
    "Residents of {city} describe an {adjective} autumn.",
)
_HEADLINES = (
    "{A} and {B} hold {adjective} talks on {thing}",
    "{Alast} accuses {B} over {thing}",
    "{A} imposes sanctions on {B}",
    "{Alast} to visit {cityB}",
    "{A} rejects {Bj} offer on {thing}",
    "{small} arrested as {city} marches against {thing}",
    "{Alast} promises answer on {thing}",
)


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


def page(number: int, seed: int = 1) -> Page:
    """Make one page by its number; a mirror or a version is made of the page that it is one of."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - pages, no secrets
    fate = chance.randrange(100)
    if number > 100 and fate < MIRRORS + VERSIONS:
        other = chance.randrange(number // 2)
        return _again(page(other, seed), number, chance, is_mirror=fate < MIRRORS)
    outlet = chance.choice(_OUTLETS)
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    cast = _Cast.draw(chance, day)
    headline = cast.fill(chance.choice(_HEADLINES))
    paragraphs = [
        " ".join(cast.fill(one) for one in chance.sample(_SENTENCES, chance.randint(1, 3)))
        for _ in range(chance.randint(5, 14))
    ]
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{day:%Y/%m/%d}/{number}"
    return Page(url=url, published=day, html=_html(headline, paragraphs, outlet, day, url))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cast:
    chance: random.Random
    day: date
    names: dict[str, str]

    @classmethod
    def draw(cls, chance: random.Random, day: date) -> "_Cast":
        names = {}
        for key, country in zip("AB", chance.sample(_PLACES, 2), strict=True):
            office = chance.choice(_OFFICES)
            given, last = _holder(country[0], office, chance.randrange(3))
            names[key], names[f"city{key}"], names[f"{key}j"] = country
            names[key.lower()] = f"{country[2]} {office} {given} {last}"
            names[f"{key}last"] = last
        return cls(chance=chance, day=day, names={**names, "city": names["cityA"], "last": names["Alast"]})

    def fill(self, form: str) -> str:
        chance, later = self.chance, self.day + timedelta(days=self.chance.randint(3, 90))
        words = {
            "thing": chance.choice(_THINGS),
            "adjective": chance.choice(_ADJECTIVES),
            "adjective2": chance.choice(_ADJECTIVES),
            "number": f"{chance.randint(20, 9000):,}",
            "small": str(chance.randint(2, 19)),
            "weekday": f"{self.day:%A}",
            "month": _MONTHS[chance.randrange(12)],
            "year": str(chance.randint(1998, 2022)),
            "speech": chance.choice(_SPEECH),
            "later": f"{later.day} {_MONTHS[later.month - 1]} {later.year}",
        }
        text = form.format(**self.names, **words)
        return text[0].upper() + text[1:]


def _holder(country: str, office: str, number: int) -> tuple[str, str]:
    """Name one who holds an office, the same on every page."""
    chance = random.Random(f"{country}/{office}/{number}")  # noqa: S311 - names, no secrets
    return chance.choice(_GIVEN), chance.choice(_START) + chance.choice(_END)


_PLACES = [
    tuple(part.replace("_", " ") for part in one.split("|"))
    for one in _COUNTRIES.replace("Buenos Aires", "Buenos_Aires").split()
]


def _again(first: Page, number: int, chance: random.Random, *, is_mirror: bool) -> Page:
    """Make a page out of another: its text at an address of its own, or its address with more text."""
    if is_mirror:
        url = f"https://mirror-{chance.randrange(20)}.example/{number}"
        return Page(url=url, published=first.published, html=first.html.replace(first.url, url))
    cast = _Cast.draw(chance, first.published)
    more = f"<p>{escape(cast.fill(chance.choice(_SENTENCES)))}</p>\n</article>"
    return Page(url=first.url, published=first.published, html=first.html.replace("</article>", more))


def _html(headline: str, paragraphs: list[str], outlet: str, day: date, url: str) -> str:
    body = "\n".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(headline)} - {escape(outlet)}</title>
<link rel="canonical" href="{url}">
<meta property="og:site_name" content="{escape(outlet)}">
<meta property="article:published_time" content="{day.isoformat()}T09:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/business">Business</a> <a href="/sport">Sport</a></nav>
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

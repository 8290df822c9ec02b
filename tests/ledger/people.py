"""Articles that name made-up people, made without a model."""

from dataclasses import replace

from ledger.grouped import article
from newsledger import codec
from newsledger.model import Actor, Mention, Record

HEADLINE = "French president to visit Bergen"


def page(number: int, day: str, *people: tuple[str, str | None, str | None], text: str | None = None) -> Record:
    """Make an article that names some people: each with a country and an office."""
    told = text or f"Report {number}: " + ", ".join(name for name, _, _ in people) + f" spoke of matter {number * 7}."
    record = article(told, day, f"paper{number}", number)
    made = tuple(_actor(record, *one) for one in people)
    return codec.seal(replace(record, actors=made))


def _actor(record: Record, name: str, country: str | None, role: str | None) -> Actor:
    start = record.article.text.index(name)
    is_role = name == "French president"
    mention = Mention(start=start, end=start + len(name), form="role" if is_role else "name", rule="test")
    kind = "role" if is_role else "person"
    return Actor(
        id=codec.text_sha256(record.article.id + name)[:16],
        key=f"{kind}:{country or '-'}:{role if is_role else name.casefold()}",
        name=name,
        kind="role" if is_role else "person",
        country=country,
        sector=None,
        role=role,
        mentions=(mention,),
    )


def three_spellings() -> list[Record]:
    """Make articles of one man in two spellings, and of two people of one surname."""
    return [
        page(1, "2019-03-01", ("Yusuf Barakhi", None, None), ("Anna Moen", None, None)),
        page(2, "2019-03-02", ("Yousuf Baraqi", None, None)),
        page(3, "2019-03-03", ("Yusuf Barakhi", None, None), ("Carl Moen", None, None)),
    ]

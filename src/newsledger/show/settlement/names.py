"""Actors as they stand inside a sentence."""

import re

from newsledger.model import Actor, Record
from newsledger.show.lists import words_of
from newsledger.show.telling.index import index_of

#: Another's: "Orlow's minister", "Anna Berg's office".
_OWNED = re.compile(r"(?:['’]s|s['’])\s")


def in_sentence(actor: Actor, record: Record) -> str:
    """Give a name as it stands inside a sentence: "the United States", "rebels", "his office"."""
    name = _uncapitalised(actor, record)
    first = name.partition(" ")[0].lower()
    if first in _are("determiner"):
        return name[:1].lower() + name[1:]
    described = name[:1].islower()
    if name[:1].isdigit() or (not described and _OWNED.search(name)):
        return name
    if described:
        return name if is_plural((actor,)) and not _has_article(actor, record) else f"the {name}"
    words = name.lower().split()
    body = not _are("body").isdisjoint(words) and words[-1] not in _are("firm")
    side = len(words) > 1 and name.split()[-1].islower() and not is_plural((actor,)) and actor.kind != "person"
    named_so = _has_article(actor, record) and actor.kind in ("organisation", "group", "government")
    return f"the {name}" if actor.kind != "person" and (body or side or named_so) else name


def is_plural(actors: tuple[Actor, ...]) -> bool:
    """Say whether they take "were"."""
    if len(actors) != 1:
        return len(actors) > 1
    words = actors[0].name.lower().split() or [""]
    if actors[0].kind == "person" or " ".join(words[-2:]) in _are("singular") or words[-1] in _are("singular"):
        return False
    head = head_of(words)
    return head in _are("plural") or (
        actors[0].kind in ("group", "role") and head.endswith("s") and not head.endswith("ss")
    )


def head_of(words: list[str]) -> str:
    """Give the head of a name: "leaders" of "leaders of the party"."""
    for number, word in enumerate(words):
        if word in ("of", "in", "from", "for", "with", "at") and number:
            return words[number - 1]
    return words[-1] if words else ""


def _has_article(actor: Actor, record: Record) -> bool:
    """Say whether the text names it with "the"."""
    named = (mention for mention in actor.mentions if mention.form in ("name", "role", "metonym", "demonym"))
    texts = (mention.span.of(record.article.text) for mention in named)
    return any(words[:4].lower() == "the " for words in texts)


def _uncapitalised(actor: Actor, record: Record) -> str:
    """Take off a capital that only begins a sentence: "Foreign ministers", where the text has "foreign" too."""
    first, space, rest = actor.name.partition(" ")
    if actor.kind == "person" or not first[:1].isupper() or rest != rest.lower() or not first[1:].islower():
        return actor.name
    starts = index_of(record).starts
    begins = bool(actor.mentions) and all(
        mention.start in starts for mention in actor.mentions if mention.form != "pronoun"
    )
    seen = first.lower() in _are("common") or f" {first.lower()} " in record.article.text
    plural = is_plural((actor,)) and not space and first.lower() in record.article.text
    return first.lower() + space + rest if begins and (seen or plural) else actor.name


def _are(kind: str) -> frozenset[str]:
    return words_of("settlement_words", kind)

"""Actors as they stand inside a sentence."""

import re

from newsledger.model import Actor, Record
from newsledger.show.telling.index import index_of

_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "some"}
    | {"about", "around", "all", "both", "each", "every", "any", "no", "many", "most", "several", "more", "other"}
    | {"another", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds"}
    | {"thousands", "millions", "tens", "as", "up", "at", "nearly", "almost", "scores", "half", "few", "in", "what"}
)
#: Words of a name that takes "the": "the European Union".
_BODIES = frozenset(
    {"united", "union", "nations", "kingdom", "ministry", "department", "association", "party", "commission"}
    | {"council", "court", "bank", "fund", "organization", "organisation", "chamber", "committee", "movement"}
    | {"agency", "federation", "republic", "netherlands", "philippines", "front", "army", "alliance", "office"}
    | {"police", "government", "administration", "senate", "league", "authority", "institution", "service", "bureau"}
    | {"campaign", "pentagon", "kremlin", "vatican", "taliban", "white", "navy", "guard", "coalition", "foundation"}
)
#: Names of the same words that take none: "White River", "Justice Court Inc." are persons or firms.
_BARE_LAST = frozenset({"inc", "inc.", "corp", "corp.", "ltd", "ltd.", "co", "co."})
#: Words that have a capital only where they begin a sentence.
_COMMON = frozenset(
    {"foreign", "government", "senior", "local", "federal", "police", "opposition", "union", "party", "military"}
    | {"state", "security", "army", "rebel", "prison", "court", "city", "aid", "health", "labour", "labor", "defence"}
    | {
        "defense",
        "finance",
        "interior",
        "immigration",
        "tribal",
        "civil",
        "several",
        "top",
        "human",
        "public",
        "private",
    }
)
_PLURALS = frozenset({"people", "police", "men", "women", "children", "both", "troops", "relatives"})
#: Names that end in an "s" and are one.
_SINGULAR = frozenset(
    {"united states", "united nations", "netherlands", "philippines", "congress", "press", "maldives"}
)
#: Another's: "Orlow's minister", "Anna Berg's office".
_OWNED = re.compile(r"(?:['’]s|s['’])\s")


def in_sentence(actor: Actor, record: Record) -> str:
    """Give a name as it stands inside a sentence: "the United States", "rebels", "his office"."""
    name = _uncapitalised(actor, record)
    first = name.partition(" ")[0].lower()
    if first in _DETERMINERS:
        return name[:1].lower() + name[1:]
    described = name[:1].islower()
    if name[:1].isdigit() or (not described and _OWNED.search(name)):
        return name
    if described:
        return name if is_plural((actor,)) and not _has_article(actor, record) else f"the {name}"
    words = name.lower().split()
    body = not _BODIES.isdisjoint(words) and words[-1] not in _BARE_LAST
    side = len(words) > 1 and name.split()[-1].islower() and not is_plural((actor,)) and actor.kind != "person"
    named_so = _has_article(actor, record) and actor.kind in ("organisation", "group", "government")
    return f"the {name}" if actor.kind != "person" and (body or side or named_so) else name


def is_plural(actors: tuple[Actor, ...]) -> bool:
    """Say whether they take "were"."""
    if len(actors) != 1:
        return len(actors) > 1
    words = actors[0].name.lower().split() or [""]
    if actors[0].kind == "person" or " ".join(words[-2:]) in _SINGULAR or words[-1] in _SINGULAR:
        return False
    head = head_of(words)
    return head in _PLURALS or (actors[0].kind in ("group", "role") and head.endswith("s") and not head.endswith("ss"))


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
    seen = first.lower() in _COMMON or f" {first.lower()} " in record.article.text
    plural = is_plural((actor,)) and not space and first.lower() in record.article.text
    return first.lower() + space + rest if begins and (seen or plural) else actor.name

"""Which act a mention tells of: one of the lexicon's, whatever its word, or the stem of the word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsledger.model import EventMention
from newsledger.stories.rules import Rules

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adj"}
#: A stem has at least so many letters.
_STEM = 4


def find_acts(mentions: Iterable[EventMention], rules: Rules) -> dict[str, str]:
    """Say which act each mention of one story tells of.

    A word of several acts ("fired") has the one that most other words of the story speak of unmistakably.

    Returns:
        The act by the mention's id; the stem of a word that the lexicon does not have begins with a hyphen.
    """
    possible = {mention.id: possible_acts(mention, rules) for mention in mentions}
    sure = Counter(acts[0] for acts in possible.values() if len(acts) == 1)
    return {key: min(acts, key=lambda act: (-sure[act], act)) for key, acts in possible.items()}


def possible_acts(mention: EventMention, rules: Rules) -> tuple[str, ...]:
    """Give the acts that a mention can be of: by its code, its phrase, its word as tagged, its word alone, its stem."""
    coded, over = rules.codes.get(mention.event_type or "", ("", ""))
    if over == "word":
        return (coded,)
    acts = _acts_of_words(mention, rules)
    return acts or ((coded,) if coded else (f"-{stem(mention.lemma.lower(), rules.endings)}",))


def _acts_of_words(mention: EventMention, rules: Rules) -> tuple[str, ...]:
    forms = tuple(dict.fromkeys((mention.lemma.lower(), *base_forms(mention.word.lower()))))
    pos = _POS.get(mention.upos, "")
    for form in forms:
        for rest, acts in rules.phrases.get(form, ()):
            if _stands_in(rest, mention.phrase):
                return acts
    for wanted in (pos, ""):
        for form in forms:
            if (form, wanted) in rules.acts:
                return rules.acts[form, wanted]
    return ()


def base_forms(word: str) -> Iterator[str]:
    """Give the words that a form may belong to: "stopped" to "stop", "fled" only to itself."""
    yield word
    if word.endswith(("ies", "ied")):
        yield f"{word[:-3]}y"
    for ending in ("s", "es", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word[: -len(ending)]
            yield base
            yield f"{base}e"
            if base[-1] == base[-2]:
                yield base[:-1]


def stem(word: str, endings: Sequence[str]) -> str:
    """Cut endings off, twice at most: "elections" and "elect" have one stem."""
    for _ in range(2):
        ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= _STEM), "")
        word = word[: len(word) - len(ending)]
    return word


def _stands_in(rest: Sequence[str], phrase: Sequence[str]) -> bool:
    """Say whether words stand in a phrase, in this order: "out" in "break suddenly out"."""
    left = iter(phrase)
    return all(word in left for word in rest)


def by_story(mentions: Iterable[EventMention], story_of: Mapping[str, str]) -> dict[str, list[EventMention]]:
    """Part mentions by the story of their article; an article without one is a story of its own."""
    parted: dict[str, list[EventMention]] = {}
    for mention in mentions:
        parted.setdefault(story_of.get(mention.report, mention.report), []).append(mention)
    return parted


def has_act(word: str, rules: Rules, pos: str = "") -> bool:
    """Say whether a base form says an act of the lexicon, as a part of speech or as any."""
    return (word, pos) in rules.acts


def noun_of(word: str, rules: Rules) -> str | None:
    """Give the noun of the lexicon that a word is, in the singular or the plural: "address", "talks"."""
    return next((base for base in (word, word.removesuffix("s")) if has_act(base, rules, "noun")), None)

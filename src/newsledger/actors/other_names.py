"""By which other names those whom the lists know may be asked for: "Kiev" for Ukraine, "Qaddafi" for "Gaddafi"."""

from collections.abc import Iterator, Mapping

from newsledger.actors.identity.code import actor_key
from newsledger.actors.rules import Entry, Rules

# Adjectives are of many; a common name is that of bodies of many countries; a place is no actor.
_NO_NAMES = frozenset({"adjective", "common", "place"})


def other_names(rules: Rules) -> Mapping[str, tuple[str, ...]]:
    """Give the names of the lists by the keys of the actors whose they are."""
    found: dict[str, dict[str, None]] = {}
    for name, entry in _named(rules):
        if entry.kind is not None and entry.form not in _NO_NAMES:
            shared = "government" if entry.kind == "government" else entry.name
            found.setdefault(actor_key(entry.kind, entry.country, shared), {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


def _named(rules: Rules) -> Iterator[tuple[str, Entry]]:
    for words, entry in rules.names.by_words.items():
        yield " ".join(words), entry
    for short, entries in rules.surnames.items():
        yield from ((short, entry) for entry in entries)

"""The one plain sentence that says what would settle an expectation."""

from newsledger.model import Actor, Expectation, Record
from newsledger.show import phrases

# What would have to be reported, after who is to do it: with a recipient, and without.
_ACTS: dict[str, tuple[str, str]] = {
    "AGREE": ("reached an agreement with {}", "reached an agreement"),
    "CONSULT": ("met or talked with {}", "met or talked"),
    "SUPPORT": ("gave support to {}", "gave support"),
    "CONCEDE": ("gave way to {}", "gave way"),
    "COOPERATE": ("cooperated with {}", "cooperated"),
    "AID": ("gave aid to {}", "gave aid"),
    "RETREAT": ("withdrew from or yielded to {}", "withdrew or yielded"),
    "REQUEST": ("made a request to {}", "made a request"),
    "ACCUSE": ("accused or criticised {}", "made an accusation"),
    "REJECT": ("refused or rejected {}", "made a refusal"),
    "THREATEN": ("threatened {}", "made a threat"),
    "PROTEST": ("protested against {}", "protested"),
    "SANCTION": ("imposed sanctions on or cut ties with {}", "imposed sanctions or cut ties"),
    "MOBILIZE": ("moved forces against {}", "moved forces"),
    "COERCE": ("used coercion against {}", "used coercion"),
    "ASSAULT": ("attacked {}", "made an attack"),
}


#: Acts that several do with each other, so that they say enough without a recipient.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Verbs of what is so rather than done, which nobody "did".
_STATES = frozenset({"be", "is", "are", "have", "become", "remain", "stay"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those"}
    | {
        "some",
        "about",
        "around",
        "all",
        "both",
        "each",
        "every",
        "any",
        "no",
        "many",
        "most",
        "several",
        "more",
        "other",
        "another",
    }
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"}
)
#: Words of a name that takes "the": "the European Union".
_BODIES = frozenset(
    {"united", "union", "nations", "kingdom", "ministry", "department", "association", "party", "commission"}
    | {"council", "court", "bank", "fund", "organization", "organisation", "chamber", "committee", "movement"}
    | {"agency", "federation", "republic", "netherlands", "philippines", "front", "army", "alliance", "office"}
    | {"police", "government", "administration", "senate", "league", "authority"}
)


def settlement(expectation: Expectation, record: Record) -> str:
    """Say what would settle an expectation, and by when, in a fixed form of words.

    ``Settled when it is reported that Vladimir Putin met or talked with Donald Trump.
    Due from 20 Jan 2017.``
    """
    return f"{_settled(expectation, record)} {_due(expectation)}"


def report(expectation: Expectation, record: Record) -> str:
    """Say which report would settle it, ``""`` where only the words themselves tell: ``A met or talked with B``."""
    settled_by = expectation.settled_by
    names = {actor.id: _in_sentence(actor) for actor in record.actors}
    who = _join([names[i] for i in settled_by.actor_ids or () if i in names])
    whom = _join([names[i] for i in settled_by.recipient_ids or () if i in names])
    if not who:
        return ""
    act = _ACTS.get(settled_by.event_type or "")
    together = settled_by.event_type in _MUTUAL and len(settled_by.actor_ids or ()) > 1
    if act is not None and (whom or together):
        return f"{who} {act[0].format(whom) if whom else act[1]}"
    # Without its other party an act would lose its point; the words themselves still have it.
    words = " ".join(expectation.action.of(record.article.text).split())
    return "" if words.partition(" ")[0] in _STATES else f"{who} did this: “{words}”"


def _in_sentence(actor: Actor) -> str:
    """Give a name as it stands inside a sentence: "the United States", "the presidents of both countries"."""
    first, _, _ = actor.name.partition(" ")
    described = first[:1].islower()
    if first.lower() in _DETERMINERS:
        return actor.name[:1].lower() + actor.name[1:]
    if first[:1].isdigit() or (not described and first.endswith(("'s", "’s", "s'", "s’"))):
        return actor.name
    body = actor.kind != "person" and not _BODIES.isdisjoint(actor.name.lower().split())
    return f"the {actor.name}" if described or body else actor.name


def _settled(expectation: Expectation, record: Record) -> str:
    verdict = "Broken" if expectation.settled_by.negated else "Settled"
    reported = report(expectation, record)
    if not reported:
        words = " ".join(expectation.action.of(record.article.text).split())
        return f"{verdict} when it is reported that this came about: “{words}”."
    return f"{verdict} when it is reported that {reported}."


def _due(expectation: Expectation) -> str:
    earliest, latest = (phrases.iso(str(day)) if day else "" for day in (expectation.earliest, expectation.latest))
    if earliest and latest:
        return f"Due on {earliest}." if earliest == latest else f"Due between {earliest} and {latest}."
    if earliest:
        return f"Due from {earliest}."
    return f"Due by {latest}." if latest else "No date is given."


def _join(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}" if names else ""

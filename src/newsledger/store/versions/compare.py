"""Whether two texts are one article, and what stands in the newer one for what stood in the older. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from newsledger.model import Actor, Event, Expectation, Record, Span, Statement, Timex, cut
from newsledger.store.versions.alignment import Alignment, align, numbers_of

Kind = Literal["actor", "time", "statement", "event", "expectation"]
Finding = Actor | Timex | Statement | Event | Expectation

_WORD = re.compile(r"\w+")
#: How a paragraph that is no mere line ends.
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s*$")
#: Share of the words of two texts that they have in common, from which on they are versions of one article.
ALIKE = 0.5
#: The same for two findings, or two sentences.
_HALF = 0.5
#: Which of an actor's mentions a text has more of says nothing of the actor; places move with the text.
# Nor is a finding another one because a better model is surer of it.
_UNTOLD = frozenset(
    {"id", "times", "window", "links", "confidence", "reasons", "country_confidence", "country_reasons"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One finding that is new, gone or another one.

    Attributes:
        finding: Its id: the old one where it went.
        fields: Of a change: what differs.
        rule_before: None where it was added; actors have no rule.
    """

    kind: Kind
    finding: str
    what: Literal["added", "gone", "changed"]
    fields: tuple[str, ...] = ()
    rule_before: str | None = None
    rule_after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """What stands now for what stood before, by its id."""

    before: str
    after: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two readings, of one version or of two, side by side."""

    changes: tuple[Change, ...]
    successors: tuple[Successor, ...]


def is_alike(before: str, after: str) -> bool:
    """Say whether two texts are versions of one article: at least half of their words are the same."""
    return _share(_bag(before), _bag(after)) >= ALIKE


def letters_of(text: str | None) -> list[str]:
    """Give the words of a text by which it is compared whole: without signs, spaces and capitals."""
    return _WORD.findall((text or "").casefold())


def tells_more(before: str | None, after: str | None) -> bool:
    """Say whether a text has all paragraphs of another, and sentences in further ones.

    A cut or other copy of a text never does, so that two that take turns at one address do not replace each other.
    """
    old, new = ({tuple(letters_of(one)): one for one in (text or "").split("\n\n")} for text in (before, after))
    return old.keys() < new.keys() and any(_SENTENCE.search(new[more]) for more in new.keys() - old.keys())


def compare(before: Record, after: Record) -> Comparison:
    """Find what became of each finding.

    A finding goes on as the one whose words stand where its own stood, by an alignment of the two
    texts; else as one of the same words in a sentence like its own; else, for an event whose word
    was changed, as one of the same type and parties in a sentence like its own. Each goes on as one.
    """
    found = align(before.article.text, after.article.text)
    going: dict[Kind, dict[str, str]] = {"actor": _same_actors(before.actors, after.actors)}
    for kind, olds, news in _kinds(before, after):
        sides = _Side.of(before, olds, found.before), _Side.of(after, news, found.after)
        going[kind] = _pairs(sides, found, going.get(kind, {}))
    now = {old: new for pairs in going.values() for old, new in pairs.items()}
    same_text = before.article.text_sha256 == after.article.text_sha256
    texts = before.article.text, after.article.text
    changes = [
        change
        for kind, olds, news in _kinds(before, after)
        for change in _changes(kind, (olds, news), texts, now, same_text=same_text)
    ]
    moved = [
        Successor(before=old, after=new, kind=kind)
        for kind, pairs in going.items()
        for old, new in sorted(pairs.items())
        if old != new
    ]
    return Comparison(changes=tuple(changes), successors=tuple(moved))


def _kinds(before: Record, after: Record) -> Iterator[tuple[Kind, Sequence[Finding], Sequence[Finding]]]:
    yield "actor", before.actors, after.actors
    yield "time", before.times, after.times
    yield "statement", before.statements, after.statements
    yield "event", before.events, after.events
    yield "expectation", before.expectations, after.expectations


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """The findings of one kind in one record, by what they are found again.

    Attributes:
        anchors: Each one's words, by their numbers in the text.
        words: The same as they are written, folded.
        sentences: The words of the sentence that each begins in.
        signs: What an event is without its word: its type and parties.
    """

    ids: tuple[str, ...]
    anchors: tuple[tuple[int, ...], ...]
    words: tuple[str, ...]
    sentences: tuple[Counter[str], ...]
    signs: tuple[tuple[object, ...] | None, ...]

    @classmethod
    def of(cls, record: Record, findings: Sequence[Finding], words: Sequence[Span]) -> "_Side":
        text = record.article.text
        spans = [_anchor(finding) for finding in findings]
        keys = {actor.id: actor.key for actor in record.actors}
        return cls(
            ids=tuple(finding.id for finding in findings),
            anchors=tuple(numbers_of(words, anchor) for anchor in spans),
            words=tuple(cut(anchor, text).casefold() for anchor in spans),
            sentences=tuple(_sentence(record, anchor[0]) for anchor in spans),
            signs=tuple(_sign(finding, keys) for finding in findings),
        )


def _anchor(finding: Finding) -> tuple[Span, ...]:
    """Give the words by which a finding is known again."""
    match finding:
        case Actor():
            return tuple(mention.span for mention in finding.mentions)
        case Timex():
            return (finding.span,)
        case Statement():
            return (*finding.cue, *finding.content)
        case Event():
            return (finding.trigger,)
        case Expectation():
            return (finding.action,)


def _sentence(record: Record, place: Span) -> Counter[str]:
    found = next((one for one in record.sentences if one.start <= place.start < one.end), place)
    return _bag(found.of(record.article.text))


def _sign(finding: Finding, keys: Mapping[str, str]) -> tuple[object, ...] | None:
    if not isinstance(finding, Event) or not (finding.actor_ids or finding.recipient_ids):
        return None
    parties = (tuple(sorted(keys[one] for one in ids)) for ids in (finding.actor_ids, finding.recipient_ids))
    return (finding.event_type, finding.other_kind, *parties)


def _same_actors(olds: Sequence[Actor], news: Sequence[Actor]) -> dict[str, str]:
    by_key = {actor.key: actor.id for actor in reversed(news)}
    return {actor.id: by_key[actor.key] for actor in olds if actor.key in by_key}


def _pairs(sides: tuple[_Side, _Side], found: Alignment, known: Mapping[str, str]) -> dict[str, str]:
    """Pair the findings of one kind, the surest first."""
    old, new = sides
    pairs = dict(known) or _unmoved(sides, found)
    place = {number: at for at, number in found.pairs.items()}
    there = [{place.get(number) for number in anchor} for anchor in new.anchors]

    def stands(i: int, j: int) -> float:
        both = sum(number in there[j] for number in old.anchors[i])
        return 2 * both / ((len(old.anchors[i]) + len(new.anchors[j])) or 1)

    def context(i: int, j: int) -> float:
        return _share(old.sentences[i], new.sentences[j])

    _take(pairs, sides, lambda i, j: stands(i, j) and stands(i, j) + (old.words[i] == new.words[j]) / 10)
    _take(pairs, sides, lambda i, j: context(i, j) if old.words[i] == new.words[j] else 0)
    _take(pairs, sides, lambda i, j: context(i, j) if old.signs[i] and old.signs[i] == new.signs[j] else 0)
    return pairs


def _unmoved(sides: tuple[_Side, _Side], found: Alignment) -> dict[str, str]:
    """Pair the findings whose words all stand in both texts, and are the words of one finding only."""
    old, new = sides
    counts = Counter(old.anchors), Counter(new.anchors)
    places = {anchor: identifier for identifier, anchor in zip(new.ids, new.anchors, strict=True)}
    pairs = {}
    for identifier, anchor in zip(old.ids, old.anchors, strict=True):
        moved = tuple(found.pairs.get(number, -1) for number in anchor)
        if counts[0][anchor] == counts[1][moved] == 1:
            pairs[identifier] = places[moved]
    return pairs


def _take(pairs: dict[str, str], sides: tuple[_Side, _Side], score: Callable[[int, int], float]) -> None:
    """Add the pairs that score at least a half, the best first, each finding once."""
    old, new = sides
    taken = set(pairs.values())
    free = (
        [i for i, one in enumerate(old.ids) if one not in pairs],
        [j for j, one in enumerate(new.ids) if one not in taken],
    )
    # Of equal ones those go together that are as far along.
    scored = [(-value, abs(i - j), i, j) for i in free[0] for j in free[1] if (value := score(i, j)) >= _HALF]
    for _, _, i, j in sorted(scored):
        if old.ids[i] not in pairs and new.ids[j] not in taken:
            pairs[old.ids[i]] = new.ids[j]
            taken.add(new.ids[j])


def _changes(
    kind: Kind,
    sides: tuple[Sequence[Finding], Sequence[Finding]],
    texts: tuple[str, str],
    now: Mapping[str, str],
    *,
    same_text: bool,
) -> Iterator[Change]:
    news = {finding.id: finding for finding in sides[1]}
    there = set()
    for old in sides[0]:
        new = news.get(now.get(old.id, ""))
        if new is None:
            yield Change(kind=kind, finding=old.id, what="gone", rule_before=_rule(old))
            continue
        there.add(new.id)
        before, after = _plain(old, texts[0], now), _plain(new, texts[1], {})
        skipped = _UNTOLD if same_text or kind != "actor" else _UNTOLD | {"mentions"}
        fields = tuple(name for name in before if name not in skipped and before[name] != after[name])
        if fields:
            rules = {"rule_before": _rule(old), "rule_after": _rule(new)}
            yield Change(kind=kind, finding=new.id, what="changed", fields=fields, **rules)
    for new in sides[1]:
        if new.id not in there:
            yield Change(kind=kind, finding=new.id, what="added", rule_after=_rule(new))


def _rule(finding: Finding) -> str | None:
    return None if isinstance(finding, Actor) else finding.rule


def _plain(finding: Finding, text: str, now: Mapping[str, str]) -> dict[str, Any]:
    """Give a finding with words for its spans, and the ids of now for those of then."""
    tree = msgspec.to_builtins(finding)
    return {name: _worded(value, text, now) for name, value in tree.items()}


def _worded(node: Any, text: str, now: Mapping[str, str]) -> Any:
    if isinstance(node, dict):
        rest = {name: _worded(value, text, now) for name, value in node.items() if name not in {"start", "end"}}
        return {**rest, "words": text[node["start"] : node["end"]]} if "start" in node else rest
    if isinstance(node, list | tuple):
        return [_worded(value, text, now) for value in node]
    return now.get(node, node) if isinstance(node, str) else node


def _bag(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _share(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of their words that two texts have in common."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)

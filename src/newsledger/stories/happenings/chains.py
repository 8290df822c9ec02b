"""Which mentions, across articles, are of one happening."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from newsledger.model import Chain, EventMention, Party, Story, Tie
from newsledger.stories.acts import by_story, find_acts
from newsledger.stories.happenings.apart import DAY, are_apart, is_done, parties_apart, was_moved, when_done
from newsledger.stories.happenings.outline import Outline
from newsledger.stories.happenings.parties import Bodies, is_among
from newsledger.stories.rules import Rules

#: Saying is done by everybody in a story: only who says it makes it one.
SAYING = "say"
_SHARED = 0.25
#: A word alone is of a happening only where it shares something with it.
_WORD = 0.3
#: Of what two mentions share, this tells one deed from another of its kind.
_TELLING = ("parties", "places", "days", "numbers")
#: An act of which a story tells so many times an article may be several deeds.
_OFTEN = 3
#: From this score on two mentions are of one happening.
_LEAST = 0.5
_WEEK = timedelta(days=7)
#: A mention is held against so many of a chain's last ones.
_LAST = 12


def group_chains(
    mentions: Iterable[EventMention],
    stories: Iterable[Story],
    rules: Rules,
    *,
    tells: Callable[[EventMention, str], bool] = lambda _, __: True,
) -> tuple[Chain, ...]:
    """Group mentions by the happening that they tell of.

    In one story the same act is the same happening (1.0; for saying, when its speaker is the same), unless something
    keeps two mentions apart: days that cannot be one, places of which neither holds the other, or, where roles were
    read, parties of which each side has one that the other lacks. Shared parties, both sides, days, places and numbers
    add 0.25 each to the score. Two deeds that were read in two articles and share neither party, place, day nor number
    are one only where the story tells of their act less than three times an article, and never where no room found one
    of them; no more than a third of a chain may be such to a mention. A mention joins the chain whose last twelve
    mentions it is nearest to on average, none of them apart from it, if that is 0.5 or more. Standing has no other part
    in this: what will happen and what happened are one.

    Args:
        mentions: Those of all articles.
        stories: Of the articles.
        rules: The room's rules.
        tells: Whether a mention of an act is worth a chain: where none of a story's is, none is made of the act.

    Returns:
        The chains by story and first mention; the same in whatever order mentions and stories come.
    """
    ordered = sorted(stories, key=lambda story: story.id)
    story_of = {report: story.id for story in ordered for report in story.reports}
    place = {report: at for story in ordered for at, report in enumerate(story.reports)}
    chains: list[Chain] = []
    parted = by_story(sorted(mentions, key=lambda one: (place.get(one.report, 0), one.report, one.id)), story_of)
    for story in sorted(parted):
        acts = find_acts(parted[story], rules)
        blocks: dict[str, list[EventMention]] = defaultdict(list)
        for mention in parted[story]:
            blocks[acts[mention.id]].append(mention)
        for act, block in blocks.items():
            if any(tells(mention, act) for mention in block):
                chains += _chains(act, block, rules)
    return tuple(chains)


def _chains(act: str, block: Sequence[EventMention], rules: Rules) -> list[Chain]:
    growing: list[_Growing] = []
    telling = frozenset(party for mention in block for party in mention.parties if _tells(party))
    pairs = _Pairs(act, telling, rules.bodies)
    is_rare = _is_rare(block)
    for mention in block:
        score, at = _nearest(growing, mention)
        if at is None:
            growing.append(_Growing(pairs, is_rare, mention))
        else:
            growing[at].add(mention, score)
    return [
        Chain(id=one.members[0].id, act=act, mentions=tuple(m.id for m in one.members), ties=tuple(one.ties))
        for one in growing
    ]


def _nearest(growing: Sequence["_Growing"], mention: EventMention) -> tuple[float, int | None]:
    """Give the score and the number of the chain that a mention joins; None where it begins one.

    Of those of one score the first. Only those are looked at whose most may be more than what was found.
    """
    most = [(most, -at) for at, one in enumerate(growing) if (most := one.most(mention)) >= _LEAST]
    best, at = -math.inf, 1
    for possible in sorted(most, reverse=True):
        if possible < (best, at):
            break
        score = growing[-possible[1]].score(mention)
        if score is not None and score >= _LEAST:
            best, at = max((best, at), (score, possible[1]))
    return best, None if at > 0 else -at


@dataclass(frozen=True, slots=True)
class _Pairs:
    """What pairs of mentions of one act are held against each other by, each asked once.

    Attributes:
        parties: All those of the mentions that tell.
    """

    act: str
    parties: frozenset[Party]
    bodies: Bodies
    _among: dict[tuple[Party, ...], frozenset[Party]] = field(default_factory=dict, init=False)
    _alike: dict[tuple[str, str], tuple[float, tuple[str, ...]]] = field(default_factory=dict, init=False)

    def among(self, parties: tuple[Party, ...]) -> frozenset[Party]:
        """Give all those of the parties that tell that are among some others."""
        if parties not in self._among:
            self._among[parties] = frozenset(one for one in self.parties if is_among(one, parties, self.bodies))
        return self._among[parties]

    def likeness(self, one: EventMention, other: EventMention) -> tuple[float, tuple[str, ...]]:
        """Score two mentions, and say what they share."""
        key = one.id, other.id
        if key not in self._alike:
            self._alike[key] = likeness(self.act, one, other, self.bodies, self._shared)
        return self._alike[key]

    def shared(self, one: EventMention, other: EventMention) -> Iterable[str]:
        """Say what two mentions share, whatever the act."""
        return self._shared(one, other) if self.act == SAYING else self.likeness(one, other)[1]

    def _shared(self, first: EventMention, second: EventMention) -> Iterator[str]:
        among = self.among(second.parties) if first.parties and second.parties else frozenset()
        return _told(first, second, {one.name for one in first.parties if one in among})


class _Growing:
    """A chain so far; of a plan that was moved the old day keeps nothing apart any more.

    Attributes:
        is_rare: Its story tells of its act less than three times an article.
        last: The members that a mention is held against.
    """

    __slots__ = ("is_rare", "last", "members", "outline", "pairs", "ties")

    def __init__(self, pairs: _Pairs, is_rare: bool, first: EventMention) -> None:  # noqa: FBT001 - a chain's own
        self.pairs, self.is_rare = pairs, is_rare
        self.members, self.ties = [first], list[Tie]()
        self.last: Sequence[EventMention] = (first,)
        self.outline = Outline(self.last)

    def most(self, mention: EventMention) -> float:
        """Give a score that a mention does not exceed; 0 where a deed of the chain was done on other days."""
        if self.pairs.act == SAYING:
            return 0.0 if self.outline.speakers.isdisjoint(mention.speaker) else 1.0
        if self.outline.has_other_days(mention):
            return 0.0
        base = _LEAST if mention.kind == "word" or self.outline.is_words else 1.0
        return base + _SHARED * self.outline.most_shared(mention, self.pairs.among(mention.parties))

    def score(self, mention: EventMention) -> float | None:
        """Say how near a mention is; None where one of the chain is another happening."""
        last, bodies = self.last, self.pairs.bodies
        if any(are_apart(one, mention, bodies) for one in last if not self._was_moved(one, mention)):
            return None
        # One misread party is outvoted by the others.
        if 2 * sum(parties_apart(one, mention, bodies) for one in last) > len(last):
            return None
        if 3 * sum(self._may_be_two(one, mention) for one in last) > len(last):
            return None
        # Who names nobody says nothing of who is in it.
        telling = [one for one in last if one.parties] if mention.parties else last
        known = telling or last
        return math.fsum(self.pairs.likeness(one, mention)[0] for one in known) / len(known)

    def add(self, mention: EventMention, score: float) -> None:
        """Take a mention in, with the reason: what it shares with the member that it shares most with."""
        nearest = max(self.last, key=lambda one: self.pairs.likeness(one, mention)[0])
        why = ", ".join((f"act {self.pairs.act.removeprefix('-')}", *self.pairs.likeness(nearest, mention)[1]))
        self.ties.append(Tie(first=nearest.id, second=mention.id, score=score, why=why))
        self.members.append(mention)
        self.last = self.members[-_LAST:]
        self.outline = Outline(self.last)

    def _may_be_two(self, one: EventMention, other: EventMention) -> bool:
        """Say whether nothing tells two deeds of two articles from two of a kind: two victims of one gunman.

        A word alone is no other word's deed. A plan and its deed are one with less: there are not two of them.
        """
        if one.report == other.report or not (_is_read_deed(one) and _is_read_deed(other)):
            return False
        is_word = "word" in (one.kind, other.kind)
        if is_word and one.lemma != other.lemma:
            return True
        if self.is_rare and not is_word:
            return False
        return not any(line.startswith(_TELLING) for line in self.pairs.shared(one, other))

    def _was_moved(self, one: EventMention, mention: EventMention) -> bool:
        """Say whether a plan had another day by the time of a mention: a later member told it."""
        return was_moved(one, self.members) and not parties_apart(one, mention, self.pairs.bodies)


def _is_read_deed(mention: EventMention) -> bool:
    """Say whether a mention is a deed of which parties, days and places were read: it has its sentence."""
    return mention.sentence is not None and is_done(mention)


def _is_rare(block: Sequence[EventMention]) -> bool:
    """Say whether a story tells of an act less than three times an article."""
    found = [one.report for one in block if one.kind != "word"]
    return len(found) < _OFTEN * len(set(found))


def likeness(
    act: str,
    first: EventMention,
    second: EventMention,
    bodies: Bodies,
    told: Callable[[EventMention, EventMention], Iterable[str]],
) -> tuple[float, tuple[str, ...]]:
    """Score two mentions of one act in one story, and say what they share."""
    if act == SAYING:
        speakers = sorted(set(first.speaker) & set(second.speaker))
        return (1.0, (f"speaker {', '.join(speakers)}",)) if speakers else (0.0, ())
    reasons = tuple(told(first, second))
    base = 1.0
    if "word" in (first.kind, second.kind):
        is_known = any(
            _is_by_one(one, other, bodies) or _presupposes(one) or _is_on_time(one, other)
            for one, other in ((first, second), (second, first))
        )
        base = _LEAST if is_known else _WORD
    return base + _SHARED * len(reasons), reasons


def _is_by_one(word: EventMention, other: EventMention, bodies: Bodies) -> bool:
    """Say whether the subject of a word is a party of another mention: "schools will reopen", "schools *reopened*"."""
    return word.kind == "word" and word.subject is not None and is_among(word.subject, other.parties, bodies)


def _presupposes(word: EventMention) -> bool:
    """Say whether a word tells what became of an act, which it takes for known: "the *launch* was put off"."""
    return word.kind == "word" and word.change in ("called_off", "moved", "begun")


def _is_on_time(word: EventMention, plan: EventMention) -> bool:
    """Say whether a word in the lead tells as done what was to be done in those days."""
    if word.kind != "word" or not word.lead or not is_done(word) or is_done(plan) or not plan.stated:
        return False
    first, last = when_done(word)
    if first is None or last is None or plan.earliest is None or plan.latest is None:
        return False
    return plan.latest - plan.earliest <= _WEEK and first <= plan.latest + DAY and plan.earliest - DAY <= last


def shared(first: EventMention, second: EventMention, bodies: Bodies) -> Iterator[str]:
    """Tell what two mentions have in common, each in a line: parties, both sides, places, days, numbers, matter."""
    return _told(
        first, second, {one.name for one in first.parties if _tells(one) and is_among(one, second.parties, bodies)}
    )


def _told(first: EventMention, second: EventMention, parties: Collection[str]) -> Iterator[str]:
    if parties:
        yield from _line("parties", sorted(parties))
        yield from _line("both sides", sorted(parties) if len(parties) > 1 else [])
    if first.places and second.places:
        yield from _line("places", sorted(set(first.places) & set(second.places)))
    yield from _line("days", _shared_days(first, second))
    if first.numbers and second.numbers:
        numbers = sorted(set(first.numbers) & set(second.numbers))
        yield from _line("numbers", [f"{number} {what}" for what, number in numbers])
    about = set(first.about).intersection(second.about)
    if len(about) > 1:
        yield from _line("words", sorted(about))


def _tells(party: Party) -> bool:
    """Say whether a party tells two mentions from others: "the dockers' union" does, "the court" is in any story."""
    return party.named or " " in party.name


def _line(name: str, found: list[str]) -> Iterator[str]:
    if found:
        yield f"{name} {', '.join(found)}"


def _shared_days(first: EventMention, second: EventMention) -> list[str]:
    if first.earliest is None or first.latest is None or second.earliest is None or second.latest is None:
        return []
    start, end = max(first.earliest, second.earliest), min(first.latest, second.latest)
    return [start.isoformat()] if start <= end else []


def chain_of(chains: Iterable[Chain]) -> Mapping[str, str]:
    """Give the chain of each mention."""
    return {mention: chain.id for chain in chains for mention in chain.mentions}

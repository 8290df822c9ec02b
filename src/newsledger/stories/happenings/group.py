"""Which mentions, of which articles, are one thing in the world, and what is said of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from newsledger.model import Copy, EventMention, Happening, Party, Story, Tie
from newsledger.stories.happenings.apart import are_apart, is_done, parties_apart, was_moved
from newsledger.stories.happenings.chains import group_chains, shared
from newsledger.stories.happenings.fields import fields_of, parties_of
from newsledger.stories.happenings.life import life
from newsledger.stories.happenings.parties import enriched, is_among, is_state
from newsledger.stories.linkage import connected
from newsledger.stories.rules import Rules

#: Two stories tell one date only by windows of so many days at most.
_MONTH = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Mentions of one act in one story that are one happening so far."""

    story: str
    act: str
    members: tuple[EventMention, ...]
    ties: tuple[Tie, ...]

    @property
    def id(self) -> str:
        """That of its first mention."""
        return self.members[0].id

    @property
    def is_scheduled(self) -> bool:
        """Whether one of its mentions is still to come."""
        return any(not is_done(one) for one in self.members)


def happenings(
    stories: Iterable[Story], mentions: Iterable[EventMention], copies: Iterable[Copy], rules: Rules
) -> tuple[Happening, ...]:
    """Group mentions by the thing in the world that they tell of, and follow it to its end.

    In one story the same act is the same happening unless something keeps two mentions apart (``group_chains``). What
    was expected is then joined with a deed that another word names ("the vote", "approved"), and, across stories, with
    the same act of the same parties on the same days. Standing never forbids a merge.

    Args:
        stories: Of the articles; an article without one is a story of its own.
        mentions: Those of all articles (``mentions_of``).
        copies: Pairs of articles that are one text; they count as one report.
        rules: The room's rules.

    Returns:
        The happenings by their first mention's id; the same in whatever order everything comes.
    """
    mentions = tuple(mentions)
    return happenings_of(group_mentions(stories, mentions, rules), mentions, copies, rules)


def group_mentions(stories: Iterable[Story], mentions: Iterable[EventMention], rules: Rules) -> tuple[Group, ...]:
    """Group the mentions of each story by act and happening: what ``happenings_of`` and ``scheduled_in`` are made of.

    Returns:
        The groups by story; those of several stories are those of each of them, in the order of their ids.
    """
    stories = sorted(stories, key=lambda story: story.id)
    return tuple(_grouped(_filled(tuple(mentions), stories), stories, rules))


def happenings_of(
    groups: Sequence[Group], mentions: Iterable[EventMention], copies: Iterable[Copy], rules: Rules
) -> tuple[Happening, ...]:
    """Make happenings of groups; see ``happenings``.

    Args:
        groups: Those of all stories.
        mentions: Of which they were made.
        copies: Pairs of articles that are one text; they count as one report.
        rules: The room's rules.
    """
    leaders = _leaders(mentions, copies)
    made = [_happening(parts, leaders, rules) for parts in _merged(groups, rules)]
    return tuple(sorted(made, key=lambda one: one.id))


def scheduled(
    stories: Iterable[Story], mentions: Iterable[EventMention], rules: Rules
) -> tuple[tuple[EventMention, frozenset[str]], ...]:
    """Give the mentions of which another story may tell, too: those with a stated window of a month at most.

    Returns:
        Each with what its story knows of its parties, and with the keys by which it is found: its act, one of the
        parties, and a month of its window. Two mentions of which ``is_same_date`` holds in ``happenings`` share one.
    """
    return scheduled_in(group_mentions(stories, mentions, rules))


def scheduled_in(groups: Iterable[Group]) -> tuple[tuple[EventMention, frozenset[str]], ...]:
    """Give those of some groups of which another story may tell, too; see ``scheduled``."""
    return tuple(
        (one, frozenset(f"{group.act}/{name}/{month}" for name in _keys(group) for month in _months(window)))
        for group in groups
        for one in group.members
        if (window := _stated(one)) is not None
    )


def is_on_board(happening: Happening) -> bool:
    """Say whether a happening was expected, and could be checked by somebody."""
    return happening.checkable and any(step.state not in ("happened", "under_way") for step in happening.steps)


def _filled(mentions: Sequence[EventMention], stories: Sequence[Story]) -> list[EventMention]:
    """Give each person of a story the country and office that another article of it gives him."""
    home = {report: story.id for story in stories for report in story.reports}
    by_story: dict[str, list[EventMention]] = defaultdict(list)
    for one in mentions:
        by_story[home.get(one.report, one.report)].append(one)
    filled = []
    for members in by_story.values():
        fuller = enriched(party for one in members for party in (*one.parties, *one.near))
        for one in members:
            parties, near = (tuple(fuller.get(p, p) for p in given) for given in (one.parties, one.near))
            is_same = parties == one.parties and near == one.near
            filled.append(one if is_same else replace(one, parties=parties, near=near))
    return filled


def _leaders(mentions: Iterable[EventMention], copies: Iterable[Copy]) -> Mapping[str, str]:
    """Give for each article the one that stands for it and its copies: the first by day."""
    days = {one.report: (str(one.day), one.report) for one in mentions}
    pairs = [(one.first, one.second) for one in copies if one.kind != "excerpt"]
    known = [pair for pair in pairs if pair[0] in days and pair[1] in days]
    groups = connected(sorted(days, key=days.__getitem__), sorted(known))
    return {member: group[0] for group in groups for member in group}


def _grouped(mentions: Sequence[EventMention], stories: Sequence[Story], rules: Rules) -> Iterator[Group]:
    by_id = {one.id: one for one in mentions}
    home = {report: story.id for story in stories for report in story.reports}

    def tells(mention: EventMention, act: str) -> bool:
        return mention.kind != "word" or _stands_alone(mention, act, rules)

    for chain in group_chains(mentions, stories, rules, tells=tells):
        members = tuple(by_id[one] for one in chain.mentions)
        if any(tells(one, chain.act) for one in members):
            story = home.get(members[0].report, members[0].report)
            yield Group(story=story, act=chain.act, members=members, ties=chain.ties)


def _stands_alone(mention: EventMention, act: str, rules: Rules) -> bool:
    """Say whether a word alone tells of a deed: of a known act, with its subject, in the lead or with its day."""
    if act in rules.light or act.startswith("-") or mention.subject is None:
        return False
    return mention.standing == "happened" and mention.change is None and (mention.lead or mention.stated)


def _merged(groups: Sequence[Group], rules: Rules) -> list[list[Group]]:
    """Join what was expected with its deed under another word, and with the same in other stories."""
    by_id = {group.id: group for group in groups}
    joined: dict[str, list[Group]] = {group.id: [group] for group in groups}
    home = {group.id: group.id for group in groups}
    links: dict[str, Tie] = {}
    pairs = sorted(set(_pairs(groups, rules)))
    scored = [(tie.score, one, other, tie) for one, other in pairs if (tie := _tie(by_id[one], by_id[other], rules))]
    for _, one, other, tie in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        first, second = sorted((home[one], home[other]))
        if first == second or not all(_may_be_one(a, b, rules) for a in joined[first] for b in joined[second]):
            continue
        links[second] = tie
        for part in joined[second]:
            home[part.id] = first
        joined[first] += joined.pop(second)
    return [[_linked(part, links) for part in parts] for parts in joined.values()]


def _linked(part: Group, links: Mapping[str, Tie]) -> Group:
    return replace(part, ties=(links[part.id], *part.ties)) if part.id in links else part


def _pairs(groups: Sequence[Group], rules: Rules) -> Iterator[tuple[str, str]]:
    """Give the pairs of groups that may be one: by story and kin act, or by act and party over stories."""
    by_act: dict[tuple[str, str], list[Group]] = defaultdict(list)
    by_party: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in groups:
        by_act[group.story, group.act].append(group)
        for key in _keys(group):
            by_party[group.act, key].append(group)
    for group in groups:
        for act in sorted(_akin(group.act, rules)) if group.is_scheduled else ():
            for other in by_act.get((group.story, act), ()):
                yield (group.id, other.id) if group.id < other.id else (other.id, group.id)
    for members in by_party.values():
        yield from _across(members)


def _akin(act: str, rules: Rules) -> frozenset[str]:
    """Give the acts by which what was expected may be told as done, or as done away with."""
    return rules.kin.get(act, frozenset()) | rules.opposites.get(act, frozenset())


def _across(members: Sequence[Group]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sorted(members, key=lambda group: group.id), 2):
        if one.story != other.story and (one.is_scheduled or other.is_scheduled):
            yield one.id, other.id


def _keys(group: Group) -> frozenset[str]:
    return _names(party for one in group.members for party in one.parties)


def _names(parties: Iterable[Party]) -> frozenset[str]:
    """Give names under which parties are found: a state's code, a person's last name, a body's name."""
    found = set()
    for party in {party for party in parties if party.named}:
        if party.country is not None and (is_state(party) or party.role is not None):
            found.add(party.country)
        if not is_state(party):
            found.add(party.name.rpartition(" ")[2] if party.kind == "person" else party.name)
    return frozenset(found)


def _tie(first: Group, second: Group, rules: Rules) -> Tie | None:
    """Say why two groups are one happening; None where they are not."""
    within = first.story == second.story
    if _groups_apart(first, second, rules):
        return None
    best: tuple[float, str, str, str] | None = None
    for one in first.members:
        for other in second.members:
            reasons = tuple(shared(one, other, rules.bodies))
            if _suffices(one, other, reasons, rules) if within else is_same_date(one, other, rules):
                row = (1.0 + 0.25 * len(reasons), one.id, other.id, ", ".join(reasons))
                best = max(best, row) if best is not None else row
    if best is None:
        return None
    why = f"acts {first.act.removeprefix('-')} and {second.act.removeprefix('-')}, {best[3]}"
    return Tie(first=best[1], second=best[2], score=best[0], why=why)


def _suffices(one: EventMention, other: EventMention, reasons: Sequence[str], rules: Rules) -> bool:
    """Say whether two mentions of kin acts in one story are one: all named parties of the plan, or two grounds.

    The deed is the news of its article: further down other deeds are told, "a former minister was *sentenced*".
    """
    if is_done(one) and is_done(other):
        return False
    if not is_done(one) and not is_done(other):
        return _are_same_parties(one, other, rules)
    plan, deed = (other, one) if is_done(one) else (one, other)
    if not deed.lead:
        return False
    asked = [party for party in plan.parties if party.named]
    there = (*deed.parties, *deed.near)
    if asked:
        return all(is_among(party, there, rules.bodies) for party in asked)
    return len(reasons) > 1


def _are_same_parties(one: EventMention, other: EventMention, rules: Rules) -> bool:
    """Say whether two plans are of the same two parties or more."""
    asked, there = ([party for party in mention.parties if party.named] for mention in (one, other))
    if min(len(asked), len(there)) < 2:
        return False
    return all(is_among(party, there, rules.bodies) for party in asked) and all(
        is_among(party, asked, rules.bodies) for party in there
    )


def is_same_date(one: EventMention, other: EventMention, rules: Rules) -> bool:
    """Say whether two mentions of different stories tell one date: its parties, and stated days that overlap."""
    if (is_done(one) and is_done(other)) or not _overlaps(_stated(one), _stated(other)):
        return False
    asked, there = ([party for party in mention.parties if party.named] for mention in (one, other))
    small, large = sorted((asked, there), key=len)
    if not small or not all(is_among(party, large, rules.bodies) for party in small):
        return False
    return len(small) > 1 or bool(set(one.places) & set(other.places)) or len(set(one.about) & set(other.about)) > 1


def _stated(mention: EventMention) -> tuple[date, date] | None:
    """Give a stated window of a month at most."""
    if not mention.stated or mention.earliest is None or mention.latest is None:
        return None
    window = mention.earliest, mention.latest
    return window if (window[1] - window[0]).days <= _MONTH else None


def _months(window: tuple[date, date]) -> set[str]:
    """Give the months that a window touches; one of a month at most may touch three."""
    first, last = window
    return {f"{first + timedelta(days=day):%Y-%m}" for day in range((last - first).days + 1)}


def _overlaps(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _may_be_one(first: Group, second: Group, rules: Rules) -> bool:
    """Say whether two groups may be one; "talks" that a call and a meeting may both be do not make these one."""
    are_kin = first.act == second.act or second.act in _akin(first.act, rules)
    return (are_kin or first.act in _akin(second.act, rules)) and not _groups_apart(first, second, rules)


def _groups_apart(first: Group, second: Group, rules: Rules) -> bool:
    mine, theirs = ([one for one in group.members if not was_moved(one, group.members)] for group in (first, second))
    pairs = [(one, other) for one in mine for other in theirs]
    if any(are_apart(one, other, rules.bodies) for one, other in pairs):
        return True
    return 2 * sum(parties_apart(one, other, rules.bodies) for one, other in pairs) > len(pairs)


def _happening(parts: Sequence[Group], leaders: Mapping[str, str], rules: Rules) -> Happening:
    members = sorted((one for part in parts for one in _as_told(part, parts, rules)), key=_by_day)
    articles = {one.report for one in members}
    leaders = _leading(members, leaders)
    reports = sorted({leaders[one] for one in articles})
    parties = parties_of(members, leaders, rules.bodies)
    steps = life(members, leaders, rules.bodies)
    last = steps[-1] if steps else None
    return Happening(
        id=min(parts, key=lambda part: (str(part.members[0].day), part.id)).id,
        act=parts[0].act,
        stories=tuple(sorted({part.story for part in parts})),
        mentions=tuple(one.id for one in members),
        reports=tuple(reports),
        copies=len(articles) - len(reports),
        parties=parties,
        earliest=last.earliest if last else None,
        latest=last.latest if last else None,
        fields=fields_of(members, leaders, rules.bodies),
        steps=steps,
        checkable=_is_checkable(members, parties),
        ties=tuple(tie for part in parts for tie in part.ties),
        keys=tuple(sorted({f"{part.act}:{key}" for part in parts for key in _keys(part)})),
    )


def _as_told(part: Group, parts: Sequence[Group], rules: Rules) -> Iterator[EventMention]:
    """Give the mentions of a part; a deed that is the opposite of what was expected denies that.

    A vote by which something is rejected was held.
    """
    acts = {other.act for other in parts}
    is_kin = any(part.act in rules.kin.get(act, ()) for act in acts)
    is_opposite = not is_kin and any(part.act in rules.opposites.get(act, ()) for act in acts)
    for one in part.members:
        yield replace(one, standing="denied", change="failed") if is_opposite and is_done(one) else one


def _leading(members: Sequence[EventMention], leaders: Mapping[str, str]) -> Mapping[str, str]:
    """Give for each article of a happening the one that stands for it and its copies: one that tells of it, too."""
    first: dict[str, str] = {}
    for one in members:
        first.setdefault(leaders[one.report], one.report)
    return {one.report: first[leaders[one.report]] for one in members}


def _by_day(mention: EventMention) -> tuple[str, str, str]:
    return str(mention.day), mention.report, mention.id


def _is_checkable(members: Sequence[EventMention], parties: Sequence[Party]) -> bool:
    """Say whether somebody could tick or cross it: it has a day, or an act with parties or a matter of its own."""
    if any(one.stated for one in members):
        return True
    return any(one.firm for one in members) and (
        any(one.named for one in parties) or any(len(one.about) > 1 for one in members)
    )

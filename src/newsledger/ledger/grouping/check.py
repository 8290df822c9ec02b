"""Holds the groups of a ledger against what its articles give."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from newsledger.ledger.grouping.gathering import stories_of
from newsledger.ledger.grouping.happenings import HappeningsFound, find_anew, joint_job
from newsledger.ledger.grouping.pairs.copying import Copying, leading
from newsledger.ledger.grouping.pairs.neighbouring import Neighbouring, values_of
from newsledger.ledger.grouping.persons import joined_of, judged_of, person_lists, seen_in
from newsledger.ledger.grouping.reports import digest_of, shingles_of, story_rules, words_of
from newsledger.ledger.grouping.units import units_of
from newsledger.store import Gathers
from newsledger.store.groups import Groups, HeldChain, HeldLife, HeldReport, Joined, Seen
from newsledger.stories.group import nearness
from newsledger.stories.weights import vector


def check_groups(store: Gathers) -> Iterator[str]:
    """Give each thing in the tables of groups that is not what the articles give, one report in memory at a time.

    Of what is still to be grouped nothing is expected.
    """
    if store.waiting():
        return
    with store.groups() as groups:
        places = groups.places()
        amiss = 0
        for place in places:
            report = groups.report(place)
            for problem in (*_check_report(groups, report), *_check_pairs(groups, report)):
                amiss += 1
                yield problem
        if amiss:
            return  # of what is not there no story can be made
        yield from _check_stories(groups, places)
        yield from _check_happenings(groups, store)
        yield from _check_persons(groups, store)


def _check_report(groups: Groups, report: HeldReport) -> Iterator[str]:
    """Hold what is kept of an article against its words."""
    source = groups.source(report.place)
    made = words_of(source).report
    features = vector(made, story_rules().common)
    wanted = (source.outlet, digest_of(made), shingles_of(made), values_of(features), dict(features))
    found = (report.outlet, report.digest, report.shingles, report.heavy, dict(report.features))
    if wanted != found or not source.current:
        yield f"reports: what is kept of article {source.id} is not what its words give"


def _check_pairs(groups: Groups, report: HeldReport) -> Iterator[str]:
    """Find the copies and the neighbours of a report again."""
    copying, neighbouring = Copying(groups), Neighbouring(groups)
    place = report.place
    if {*copying.of(place)} != {*groups.copies([place])}:
        yield f"copies: those of {groups.source(place).id} are not those that its words give"
    leaders, originals = leading(groups, [place])
    if (report.leader, report.original) != (leaders[place], originals[place]):
        yield f"reports: the first text of {groups.source(place).id} is another one"
    wanted = neighbouring.of(report) if report.leader == place else {}
    if wanted != groups.near([place]):
        yield f"neighbours: those of {groups.source(place).id} are not those that its words give"
    if report.leader == place and report.nearness != nearness(wanted.values()):
        yield f"reports: the nearness of {groups.source(place).id} is not that of its neighbours"


def _check_stories(groups: Groups, places: list[int]) -> Iterator[str]:
    """Group what hangs together again."""
    left = {place for place in places if groups.report(place).leader == place}
    while left:
        web, wanted = stories_of(groups, [min(left)])
        left -= web
        members = {one for leader in web for one in groups.having("leader", [leader])}
        found = {story.id: story for story in groups.stories_of(members)}
        for story in wanted:
            if found.pop(story.id, None) != story:
                yield f"stories: {story.id} is not the one that its articles give"
        yield from (f"stories: {one} is none that its articles give" for one in found)


def _check_happenings(groups: Groups, store: Gathers) -> Iterator[str]:
    """Look for the happenings of each story again, together with those that may tell of the same dates."""
    for unit in units_of(groups, [story.number for story in groups.all_stories()], story_rules()):
        job = joint_job(groups, unit)
        anew = find_anew(job, store.record, story_rules())
        yield from _check_scheduled(groups, anew)
        stories_of = {member.id: story.id for story in job.stories for member in story.members}
        wanted = {chain.id: _kept(chain, stories_of) for chain in anew.chains}
        found = {key: life for number in unit for key, life in groups.told(number).items()}
        for one in sorted(wanted.keys() | found.keys()):
            if one not in found:
                yield f"chains: the happening {one} is not there"
            elif found[one] != wanted.get(one):
                yield f"chains: the happening {one} is not the one that its articles tell of"


def _check_scheduled(groups: Groups, anew: HappeningsFound) -> Iterator[str]:
    """Hold what other stories may tell of, too, against what was found."""
    for story, mentions in anew.scheduled.items():
        wanted = {one.mention: one for one in mentions}
        found = {one.mention: one for one in groups.scheduled.of(story)}
        for mention in sorted(wanted.keys() | found.keys()):
            if wanted.get(mention) != found.get(mention):
                yield f"scheduled: the mention {mention} is not as its article tells it"


def _check_persons(groups: Groups, store: Gathers) -> Iterator[str]:
    """Join the persons again."""
    story_of = {member.id: story.id for story in groups.all_stories() for member in story.members}
    lists, held = person_lists(), {one.actor: one for one in groups.persons.everyone()}
    wanted = {
        one.actor: one for record in store.records() for one in seen_in(record, story_of.get(record.article.id), lists)
    }
    read = joined_of(wanted.values(), lists)
    joined = judged_of(wanted.values(), read, groups.persons.judged())
    for actor in sorted(wanted.keys() | held.keys()):
        if held.get(actor) != (_whole(wanted[actor], joined[actor], read[actor]) if actor in wanted else None):
            yield f"person_sightings: {actor} is not the one that its article and those of its name give"
    if groups.persons.folded() != groups.persons.folds():
        yield "persons: the entities that are one person are not those that the sightings give"


def _whole(seen: Seen, joined: Joined, read: Joined) -> Seen:
    whole = replace(seen, **asdict(joined))
    return replace(whole, read_person=read.person, read_rule=read.rule, read_other=read.other)


def _kept(chain: HeldChain, stories_of: Mapping[str, str]) -> HeldLife:
    return HeldLife(
        told=chain.told,
        state=chain.state,
        earliest=chain.earliest,
        latest=chain.latest,
        reports=chain.reports,
        copies=chain.copies,
        mentions=tuple(sorted(chain.mentions)),
        stories=tuple(sorted({stories_of[article] for article in chain.mentions.values()})),
        steps=len(chain.steps),
    )

"""Tells what is no public affair: games, markets, weather, works of art, and what strangers do to each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.events.coder import Coded
from newsledger.events.frames.doers import is_nation
from newsledger.events.frames.parties import Party, Who
from newsledger.events.frames.syntax import obj, subject
from newsledger.events.rules import Rules
from newsledger.events.setting.contexts import words_of
from newsledger.model import Annotated, Sentence

#: Words of a scene that must come together where none of them is of it alone.
_FEWEST_WEAK = 2
#: Sectors whose acts stay public beside a playing field.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF", "OPP", "IGO"})
#: Classes of things that act without any public actor, and those that do so to whomever it is.
_THINGS = ("artwork", "machine", "market", "nature")
_FORCES = ("market", "nature")
#: Kinds of actors that are public, whatever their sector, and sectors of people who are not by themselves.
_BODIES = frozenset({"country", "government", "organisation"})
_PRIVATE = frozenset({None, "CVL", "BUS", "CRM", "LAB"})
_BUSINESS = frozenset({None, "BUS"})
_DEALS = frozenset({"AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "RETREAT", "THREATEN"})
_PERSONS = frozenset({"person", "role"})
#: What is done to a game from outside it: by the noun, and by the verb where a body or a land has to do with it.
_OUTSIDE = frozenset({"SANCTION", "PROTEST", "MOBILIZE"})
_RULED = frozenset({"SANCTION", "REQUEST", "ACCUSE", "PROTEST"})
_MEASURES = frozenset({"arrest", "ban", "censor", "deport", "curfew"})
#: "by two points", "by 34 runs": how far a game was won, never how far a poll was.
_MARGIN = re.compile(
    r"\b(?:win|won|beat|lose|lost|victory|defeat)\b[^.]*\bby (?:\w+ ){1,2}"
    r"(?:points|goals|runs|wickets|lengths|shots|strokes|sets)\b"
)
#: A result such as "2-1".
_SCORE = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}(?![\d-])")
#: An age group's team ("under-21s").
_AGE_GROUP = re.compile(r"\bunder-(?:1[5-9]|2[0-3])s?\b", re.IGNORECASE)
#: Names of a page's section, in its own words or in its address, that hold games alone.
_SPORT_SECTION = re.compile(
    r"\b(?:sports?|football|soccer|rugby|cricket|tennis|golf|basketball|baseball|hockey|nfl|nba|nhl|mlb|formula-?1)\b",
    re.IGNORECASE,
)
#: How many sentences about games, and what share of all, make a page one of sport.
_FEWEST_SENTENCES = 4
_SHARE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a page as a whole says about its scenes.

    Attributes:
        of_sport: Whether it is a page of sport.
    """

    of_sport: bool = False

    @classmethod
    def of(cls, doc: Annotated, rules: Rules) -> "Setting":
        """Look at a page's sections, its address and its words."""
        path = re.sub(r"^\w+://[^/]*", "", doc.article.url or "").rpartition("/")[0]
        if any(_SPORT_SECTION.search(name) for name in (*doc.article.section, path)):
            return cls(of_sport=True)
        told = [sentence for sentence in doc.sentences if len(sentence.indices) > _FEWEST_SENTENCES]
        games = sum(_is_of_game(doc, sentence, rules) for sentence in told)
        return cls(of_sport=games >= _FEWEST_SENTENCES and games >= _SHARE * len(told))


def is_private(doc: Annotated, coded: Coded, who: Who, rules: Rules, setting: Setting) -> bool:
    """Say whether an act is no public affair, and so no event of the record.

    Args:
        doc: The parsed article.
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists; their classes ``sport``, ``game``, ``club``, ``market``, ``business``,
            ``nature``, ``machine``, ``artwork``, ``accident`` and ``public`` name what each scene is made of.
        setting: What the page as a whole is about.
    """
    if coded.hit.predicate.event_type in (None, "OTHER"):
        return False
    if _is_game(doc, coded, who, rules, setting) or _is_mishap(doc, coded, who, rules):
        return True
    if _is_figure_of_speech(doc, coded, rules) or _is_in_general(doc, coded, who, rules):
        return True
    if any(_is_public(doc, who, party, own, rules) for party in _parties(coded) for own in party.ids):
        return False
    if coded.actor is not None and not coded.actor.ids and is_nation(doc, coded.actor.head):
        return False
    doers, others = (frozenset(_lemmas(doc, heads)) for heads in _sides(doc, coded))
    things = ("artwork",) if coded.actor and coded.actor.ids else _THINGS
    if others & rules.classes["artwork"] or any(doers & rules.classes[scene] for scene in things):
        return True
    return _is_among_strangers(doc, coded, doers | others, who, rules)


def _is_mishap(doc: Annotated, coded: Coded, who: Who, rules: Rules) -> bool:
    """Say whether the weather, a machine or the market did it, or firms that trade."""
    sentence = doc.sentence_at(coded.index)
    words = words_of(doc, sentence)
    if _is_accident(coded, words, rules) or _is_trade(coded, words, who, rules):
        return True
    if coded.hit.trigger.pos != "verb" or (coded.actor and coded.actor.ids):
        return False
    doers = frozenset(_lemmas(doc, _sides(doc, coded)[0]))
    force = any(doers & rules.classes[scene] for scene in _FORCES)
    return force and not _holds_violence(doc, coded, sentence, rules)


def _is_among_strangers(doc: Annotated, coded: Coded, sides: frozenset[str], who: Who, rules: Rules) -> bool:
    """Say whether nobody of public life has to do with it: a thief and a pensioner, or a text that names nobody."""
    sentence = doc.sentence_at(coded.index).indices
    armed = {own for own in who.kinds if _is_gunman(who, own)}
    named = {own for index in sentence for own in who.at(index)}
    private = rules.classes["private"]
    if sides & private and sides <= private | rules.classes["someone"] | rules.classes["thug"]:
        named -= armed
    if any(_has_office(who, own) for own in named):
        return False
    if any(_is_word(doc, index, rules.classes["public"] - rules.classes["thug"]) for index in sentence):
        return False
    if sides & private and sides <= private | rules.classes["someone"] | rules.classes["thug"]:
        return True
    return not any(_has_office(who, own) for own in who.kinds)


def _is_word(doc: Annotated, index: int, words: frozenset[str]) -> bool:
    return doc.tokens[index].lemma in words or doc.tokens[index].text.lower() in words


def _is_gunman(who: Who, actor: str) -> bool:
    """Say whether an actor is an armed nobody ("a gunman"), who may be of any war or of none."""
    return who.sectors.get(actor) == "UAF" and actor not in who.countries and who.kinds[actor] in ("role", "group")


def _is_public(doc: Annotated, who: Who, party: Party, actor: str, rules: Rules) -> bool:
    """Say whether an actor is more than some person; a club is none, nor a gunman who may be of no war."""
    if _is_gunman(who, actor) or (_is_club(doc, party, rules) and who.sectors.get(actor) in _PRIVATE):
        return False
    return _has_office(who, actor)


def _has_office(who: Who, actor: str) -> bool:
    """Say whether an actor is more than some person: a body, a country, or somebody with an office."""
    if who.kinds[actor] in _BODIES or who.sectors.get(actor) not in _PRIVATE:
        return True
    return actor in who.countries and who.kinds[actor] not in _PERSONS


def _is_club(doc: Annotated, party: Party, rules: Rules) -> bool:
    token = doc.tokens[party.head]
    return token.text[0].isupper() and token.text.lower() in rules.classes["club"]


def _parties(coded: Coded) -> tuple[Party, ...]:
    return tuple(party for party in (coded.actor, coded.recipient) if party is not None)


def _is_game(doc: Annotated, coded: Coded, who: Who, rules: Rules, setting: Setting) -> bool:
    """Say whether an act is part of a game, with no official, bomb or ruling in it."""
    parties = _parties(coded)
    if any(_is_official(doc, who, party, own, rules) for party in parties for own in party.ids):
        return False
    sentence = doc.sentence_at(coded.index)
    if _is_from_outside(doc, coded, who, sentence, rules):
        return False
    clubs = any(_is_club(doc, party, rules) for party in parties)
    return setting.of_sport or clubs or _is_of_game(doc, sentence, rules)


def _is_official(doc: Annotated, who: Who, party: Party, actor: str, rules: Rules) -> bool:
    """Say whether an actor has an office; a captain has one on a ship and none on a pitch."""
    if who.kinds[actor] == "country" or _is_club(doc, party, rules):
        return False
    if doc.tokens[party.head].lemma in rules.classes["game"]:
        return False
    return who.sectors.get(actor) in _OFFICIAL


def _is_from_outside(doc: Annotated, coded: Coded, who: Who, sentence: Sentence, rules: Rules) -> bool:
    """Say whether an act is done to a game rather than in it: a ban, a protest, a bomb."""
    predicate = coded.hit.predicate
    if predicate.event_type in _OUTSIDE and coded.hit.trigger.pos == "noun":
        return True
    if _holds_violence(doc, coded, sentence, rules):
        return True
    ruled = predicate.event_type in _RULED or predicate.mode in _MEASURES
    return ruled and any(
        who.kinds[own] in _BODIES and (own in who.sectors or own in who.countries) and not _is_club(doc, party, rules)
        for party in _parties(coded)
        for own in party.ids
    )


def _holds_violence(doc: Annotated, coded: Coded, sentence: Sentence, rules: Rules) -> bool:
    """Say whether a sentence tells of bombs or gunmen; a verb may be a figure of speech ("attacked down the left")."""
    own = coded.index if coded.hit.trigger.pos == "verb" else None
    return any(_is_word(doc, index, rules.classes["violence"]) for index in sentence.indices if index != own)


def _is_of_game(doc: Annotated, sentence: Sentence, rules: Rules) -> bool:
    words = words_of(doc, sentence)
    text = doc.cover(sentence.indices).of(doc.text)
    if words & rules.classes["sport"] or _AGE_GROUP.search(text) or _MARGIN.search(text):
        return True
    return len(words & rules.classes["game"]) + bool(_SCORE.search(text)) >= _FEWEST_WEAK


def _is_accident(coded: Coded, words: frozenset[str], rules: Rules) -> bool:
    """Say whether people came to harm with nobody who did it: a crash, a fire, a flood."""
    if coded.hit.predicate.event_type != "ASSAULT" or (coded.actor is not None and coded.actor.ids):
        return False
    deeds = rules.classes["violence"] - rules.classes["armed"] - rules.classes["troops"]
    return bool(words & rules.classes["accident"]) and not words & deeds


def _is_trade(coded: Coded, words: frozenset[str], who: Who, rules: Rules) -> bool:
    """Say whether firms do business, which no state has a part in."""
    ids = {own for party in _parties(coded) for own in party.ids}
    if not ids or coded.hit.predicate.event_type not in _DEALS:
        return False
    if any(who.sectors.get(own) not in _BUSINESS or who.kinds[own] in ("country", "government") for own in ids):
        return False
    firms = any(who.sectors.get(own) == "BUS" for own in ids)
    return firms and bool(words & rules.classes["business"])


def _is_figure_of_speech(doc: Annotated, coded: Coded, rules: Rules) -> bool:
    """Say whether no one is hurt: nobody who is known does it, and to a thing ("is killing the camera")."""
    predicate, recipient = coded.hit.predicate, coded.recipient
    if predicate.event_type != "ASSAULT" or coded.hit.trigger.pos != "verb" or recipient is None or recipient.ids:
        return False
    doer = subject(doc, coded.index)
    if doer is None or (coded.actor and coded.actor.ids) or _is_word(doc, doer, rules.classes["violence"]):
        return False
    lemma = doc.tokens[recipient.head].lemma.lower()
    return lemma in rules.classes["abstract"]


def _is_in_general(doc: Annotated, coded: Coded, who: Who, rules: Rules) -> bool:
    """Say whether a sentence tells how things are, and names nobody ("Sanctions rarely work")."""
    sentence = doc.sentence_at(coded.index)
    if any(_is_somebody(who, own) for index in sentence.indices for own in who.at(index)):
        return False
    if any(index in who.dated or doc.tokens[index].text.isdigit() for index in sentence.indices):
        return False
    root = next((i for i in sentence.indices if doc.tokens[i].head == i), None)
    if root is None or "Tense=Pres" not in doc.tokens[root].morph or "Aspect=Prog" in doc.tokens[root].morph:
        return False
    if doc.role_at(coded.index) == "headline":
        return False
    trigger = doc.tokens[coded.index]
    determined = any(doc.tokens[i].deprel in ("det", "poss", "nummod") for i in doc.children[coded.index])
    bare = trigger.upos == "NOUN" and not determined and not _parties(coded)
    return bare or any(_is_word(doc, index, rules.classes["usually"]) for index in sentence.indices)


def _is_somebody(who: Who, actor: str) -> bool:
    """Say whether an actor has a name or a country, or is a body."""
    return who.kinds[actor] in (*_BODIES, "person") or actor in who.countries


def _sides(doc: Annotated, coded: Coded) -> tuple[set[int], set[int]]:
    """Give the heads of those who do it and of those to whom, also where they are nobody's name."""
    trigger = coded.hit.trigger
    verb = trigger.support if trigger.pos == "noun" else trigger.index
    doers = {coded.actor.head} if coded.actor else set()
    others = {coded.recipient.head} if coded.recipient else set()
    if verb is not None:
        doers |= {head} if (head := subject(doc, verb)) is not None else set()
        others |= {head} if (head := obj(doc, verb)) is not None else set()
    return doers, others


def _lemmas(doc: Annotated, heads: set[int]) -> Iterator[str]:
    for head in heads:
        yield doc.tokens[head].lemma.lower()
        if doc.tokens[head].upos == "PROPN":
            yield doc.tokens[head].text.lower().removesuffix("s")  # "Wildfires" that heads a sentence keeps its s

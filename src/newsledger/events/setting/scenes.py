"""Tells what is no public affair: games, markets, weather, works of art, and what strangers do to each other."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsledger.events.coder import Coded
from newsledger.events.frames.parties import Party, Who
from newsledger.events.rules import Rules
from newsledger.events.setting.acts import BODIES, Act, is_somebody
from newsledger.events.setting.contexts import words_of
from newsledger.events.setting.kinds import is_charge, is_hurt_by_nobody, is_journey, is_kind_of_fight
from newsledger.events.setting.private_matters import (
    is_among_persons,
    is_done_alone,
    is_help_of_thing,
    is_private_matter,
    is_private_quarrel,
    names_public,
)
from newsledger.model import Annotated, Sentence, Syntax

#: Words of a scene that must come together where none of them is of it alone.
_FEWEST_WEAK = 2
#: Sectors whose acts stay public beside a playing field.
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "REB", "SPY", "UAF", "OPP", "IGO"})
#: Classes of things that act without any public actor, and those that do so to whomever it is.
_THINGS = ("artwork", "idea", "machine", "market", "nature")
_FORCES = ("market", "nature")
#: Classes of things that are somebody's, and act in his place ("Chile's peso gave back its gains").
_OWNED = ("artwork", "market", "product")
#: Storms have names ("Cyclone Rosa"), which head what they are called by.
_STORMS = frozenset({"cyclone", "hurricane", "storm", "typhoon"})
_BUSINESS = frozenset({None, "BUS"})
_DEALS = frozenset({"CONCEDE", "REJECT", "REQUEST", "RETREAT", "SANCTION", "THREATEN"})
#: Kinds that games and shows have, too.
_STAGED = frozenset({"appointment", "nomination", "election"})
#: What firms do together.
_BUSINESSES = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
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
        words: The words of each sentence, in text order.
        of_sport: Whether it is a page of sport.
        of_accident: Whether it tells of an accident, and no sentence of a weapon or a deed of violence.
    """

    words: tuple[frozenset[str], ...]
    of_sport: bool
    of_accident: bool = False

    @classmethod
    def of(cls, doc: Annotated, rules: Rules) -> "Setting":
        """Look at a page's sections, its address and its words."""
        words = tuple(words_of(doc, sentence, rules) for sentence in doc.sentences)
        path = re.sub(r"^\w+://[^/]*", "", doc.article.url or "").rpartition("/")[0]
        if any(_SPORT_SECTION.search(name) for name in (*doc.article.section, path)):
            return cls(words=words, of_sport=True)
        mishap = any(one & rules.classes["accident"] for one in words)
        mishap = mishap and not any(one & (rules.classes["violence"] | rules.classes["weapon"]) for one in words)
        told = [place for place, sentence in enumerate(doc.sentences) if len(sentence.indices) > _FEWEST_SENTENCES]
        games = sum(_is_of_game(doc, doc.sentences[place], words[place], rules) for place in told)
        of_sport = games >= _FEWEST_SENTENCES and games >= _SHARE * len(told)
        return cls(words=words, of_sport=of_sport, of_accident=mishap)

    def words_at(self, doc: Annotated, index: int) -> frozenset[str]:
        """Give the words of the sentence of a token."""
        return self.words[doc.sentence_of[index]]


def private_scene(syntax: Syntax, coded: Coded, who: Who, rules: Rules, setting: Setting) -> str | None:
    """Say why an act is no public affair, and so no event of the record; None where it is one.

    Args:
        syntax: The article's clauses.
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists; their classes ``sport``, ``game``, ``club``, ``market``, ``business``,
            ``nature``, ``machine``, ``product``, ``artwork``, ``accident`` and ``public`` name what each scene is
            made of.
        setting: What the page as a whole is about.
    """
    predicate = coded.hit.predicate
    if predicate.event_type is None or (predicate.event_type == "OTHER" and predicate.other_kind not in _STAGED):
        return None
    act = Act(syntax=syntax, coded=coded, who=who, rules=rules, words=setting.words_at(syntax.doc, coded.index))
    if _is_game(act, of_sport=setting.of_sport):
        return "game"
    if predicate.event_type == "OTHER":
        return "show" if act.words & rules.classes["show"] and not act.has_public_party() else None
    if setting.of_accident and is_hurt_by_nobody(act):
        return "mishap"
    scene = next((name for name, holds in _SCENES.items() if holds(act)), None)
    if scene is None and not act.has_public_party():
        scene = next((name for name, holds in _WITHOUT_PUBLIC.items() if holds(act)), None)
    return scene


def _is_of_things(act: Act) -> bool:
    """Say whether the weather, a machine, the market or a work of art does it, or it is done to the last."""
    classes = act.rules.classes
    doers = act.lemmas(act.doers)
    things = ("artwork",) if act.coded.actor and act.coded.actor.ids else _THINGS
    return bool(act.lemmas(act.others) & classes["artwork"]) or any(doers & classes[scene] for scene in things)


def _is_mishap(act: Act) -> bool:
    """Say whether the weather, a machine or the market did it, or firms that trade."""
    if _is_accident(act) or _is_trade(act):
        return True
    if not act.is_verb or (act.coded.actor and act.coded.actor.ids):
        return False
    doers = act.lemmas(act.doers)
    before = {act.syntax.tokens[i].text.lower() for head in act.doers for i in act.syntax.children[head]}
    force = any(doers & act.rules.classes[scene] for scene in _FORCES) or bool(before & _STORMS)
    return force and not act.holds_violence()


def _is_of_owned_thing(act: Act) -> bool:
    """Say whether a thing does it or suffers it in place of who owns it ("Chile's peso", "shares of Samsung")."""
    trigger = act.coded.hit.trigger
    verb = trigger.support if trigger.pos == "noun" else trigger.index
    thing = act.syntax.subject(verb) if verb is not None else None
    if thing in (None, act.coded.index) or not act.parties or act.is_beside_violence():
        return False
    lemma = act.syntax.tokens[thing].lemma.lower()
    if not any(lemma in act.rules.classes[name] for name in _OWNED):
        return False
    within = act.syntax.doc.subtree(thing)
    return all(party.head != thing and party.head in within for party in act.parties if party.ids)


def _is_game(act: Act, *, of_sport: bool) -> bool:
    """Say whether an act is part of a game, with no official, bomb or ruling in it."""
    if any(_is_official(act, party, own) for party in act.parties for own in party.ids) or _is_from_outside(act):
        return False
    clubs = any(act.is_club(party) for party in act.parties)
    return of_sport or clubs or _is_of_game(act.syntax.doc, act.sentence, act.words, act.rules)


def _is_official(act: Act, party: Party, actor: str) -> bool:
    """Say whether an actor has an office; a captain has one on a ship and none on a pitch."""
    if act.who.kinds[actor] == "country" or act.is_club(party):
        return False
    if act.syntax.tokens[party.head].lemma in act.rules.classes["game"]:
        return False
    return act.who.sectors.get(actor) in _OFFICIAL


def _is_from_outside(act: Act) -> bool:
    """Say whether an act is done to a game rather than in it: a ban, a protest, a bomb."""
    if act.event_type in _OUTSIDE and act.coded.hit.trigger.pos == "noun":
        return True
    if act.holds_violence():
        return True
    ruled = act.event_type in _RULED or act.coded.hit.predicate.mode in _MEASURES
    return ruled and any(
        act.who.kinds[own] in BODIES and not act.is_club(party) for party in act.parties for own in party.ids
    )


def _is_of_game(doc: Annotated, sentence: Sentence, words: frozenset[str], rules: Rules) -> bool:
    if words & rules.classes["sport"]:
        return True
    text = doc.cover(sentence.indices).of(doc.text)
    # What the patterns cannot do without is looked for first: most sentences have no dash and no "by".
    dashed = "-" in text or "–" in text
    if (dashed and _AGE_GROUP.search(text)) or ("by " in text and _MARGIN.search(text)):
        return True
    return len(words & rules.classes["game"]) + bool(dashed and _SCORE.search(text)) >= _FEWEST_WEAK


def _is_accident(act: Act) -> bool:
    """Say whether people came to harm with nobody who did it: a crash, a fire, a flood."""
    if act.event_type != "ASSAULT" or (act.coded.actor is not None and act.coded.actor.ids):
        return False
    classes = act.rules.classes
    deeds = classes["violence"] - classes["armed"] - classes["troops"]
    return bool(act.words & classes["accident"]) and not act.words & deeds


def _is_trade(act: Act) -> bool:
    """Say whether firms do business, which no state has a part in."""
    ids = act.ids or (act.named() if not act.parties else frozenset())
    if not ids or act.event_type not in _DEALS | _BUSINESSES:
        return False
    sectors, kinds = act.who.sectors, act.who.kinds
    if any(sectors.get(own) not in _BUSINESS or kinds[own] in ("country", "government", "person") for own in ids):
        return False
    firms = sum(sectors.get(own) == "BUS" for own in ids)
    if firms and act.words & act.rules.classes["business"]:
        return True
    return firms > 1 and act.event_type in _BUSINESSES and not names_public(act, besides=ids)


def _is_in_general(act: Act) -> bool:
    """Say whether a sentence tells how things are, and names nobody ("Sanctions rarely work")."""
    doc, indices = act.syntax.doc, act.sentence.indices
    root = next((i for i in indices if doc.tokens[i].head == i), None)
    if root is None or not _is_timeless(doc, root) or doc.role_at(act.coded.index) == "headline":
        return False
    bare = doc.tokens[act.coded.index].upos == "NOUN" and not act.parties and _is_bare(doc, act.coded.index)
    if not (bare or _is_habit(act) or act.holds_word(act.rules.classes["usually"])):
        return False
    if any(index in act.who.dated or doc.tokens[index].text.isdigit() for index in indices):
        return False
    return not any(_is_named(act, index) for index in indices)


def _is_named(act: Act, index: int) -> bool:
    """Say whether a token names somebody; "states" alone are nobody's, nor who stands for them."""
    token = act.syntax.tokens[index]
    bodies = [own for own in act.who.at(index) if is_somebody(act.who, own)]
    plural = token.upos == "NOUN" and _is_bare(act.syntax.doc, index) and "Number=Plur" in token.morph
    return any(
        own in act.who.countries or act.who.kinds[own] == "person" or not (plural or token.upos == "PRON")
        for own in bodies
    )


def _is_habit(act: Act) -> bool:
    """Say whether a verb tells what many do at any time ("states sign treaties")."""
    if not act.is_verb or not _is_timeless(act.syntax.doc, act.coded.index):
        return False
    heads = act.doers | act.others
    return bool(act.doers) and all(
        "Number=Plur" in act.syntax.tokens[head].morph and _is_bare(act.syntax.doc, head) for head in heads
    )


def _is_timeless(doc: Annotated, verb: int) -> bool:
    return "Tense=Pres" in doc.tokens[verb].morph and "Aspect=Prog" not in doc.tokens[verb].morph


def _is_bare(doc: Annotated, noun: int) -> bool:
    return not any(doc.tokens[i].deprel in ("det", "poss", "nummod") for i in doc.children[noun])


#: What is private whoever takes part.
_SCENES: Mapping[str, Callable[[Act], bool]] = {
    "mishap": _is_mishap,
    "name of a charge": is_charge,
    "kind of a thing": is_kind_of_fight,
    "journey": is_journey,
    "thing in place of its owner": _is_of_owned_thing,
    "habit": _is_in_general,
    "quarrel": is_private_quarrel,
    "done alone": is_done_alone,
    "help of a thing": is_help_of_thing,
}
#: What is private where nobody of public life takes part.
_WITHOUT_PUBLIC: Mapping[str, Callable[[Act], bool]] = {
    "things": _is_of_things,
    "private matter": is_private_matter,
    "among persons": is_among_persons,
    "show": lambda act: bool(act.words & act.rules.classes["show"]),
}

"""Who stands at a word: the parties that a noun names, alone, joined to others, or inside its phrase."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsledger.events.frames.phrases import noun_phrase, parties
from newsledger.events.rules import Rules
from newsledger.model import Actor, Annotated, Span, Syntax, Timex

#: Parts of speech that may stand for a party, bare numbers included ("14 were killed").
_NAMING = ("NOUN", "PROPN", "NUM")
#: Pronouns that never stand for the subject of their own verb ("the officer arrested *him*").
_OTHERS = frozenset({"her", "him", "them"})
_BEFORE_NOUN = ("compound", "amod", "nmod")
_MODIFIERS = ("compound", "amod", "nmod", "poss")
#: Classes of nouns for people, and how further ones end.
_PEOPLE = (
    *("armed", "body", "captive", "casualty", "civilian", "crowd"),
    *("police", "position", "refugee", "someone", "thug", "troops"),
)
#: Endings of nouns for those who do something ("trader", "analyst"), who are no things; ``no_doer`` has exceptions.
_DOER = re.compile(r"(?:er|or|[^m]ent|ant|ist|ian|ee|man|men|women|people|folk|body|one)$")
#: Sectors of those who act for a land, or want to.
_OFFICIAL = frozenset({"ELI", "EUR", "GOV", "IGO", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "SPY", "UNO"})
#: Classes whose words are of public life, and those whose words are no mere things for all that.
ACTING = ("armed", "captive", "civilian", "police", "public", "refugee", "troops")
_NO_THINGS = ("agreement", "casualty", "crime", "place", "policy", "position", "private", "someone", "thug", "violence")
#: Of those no things, the classes whose words bear nothing; papers and figures that stand for no people.
_BORNE_BY_NONE = ("agreement", "crime", "draft", "intangible", "policy", "violence")
#: Deeds that a place or a vehicle bears by itself; a town is visited, too.
_ON_THINGS = frozenset({"AID", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST", "RETREAT"})
_SOLID = ("area", "craft", "place", "vehicle")
_WHO_ENDS = ("er", "or", "ist", "ian", "man", "men", "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Which actors stand at which token.

    Attributes:
        heads: Actor ids by the head token of a mention.
        inside: Actor ids by any token of a mention.
        kinds: Kind of each actor by its id.
        sectors: Sector of each actor by its id, where it is known.
        countries: Ids of the actors whose country is known.
        dated: Tokens of time expressions, which are never a party.
    """

    heads: Mapping[int, tuple[str, ...]]
    inside: Mapping[int, tuple[str, ...]]
    kinds: Mapping[str, str]
    sectors: Mapping[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    dated: frozenset[int] = frozenset()

    @classmethod
    def of(cls, doc: Annotated, actors: tuple[Actor, ...], times: tuple[Timex, ...] = ()) -> "Who":
        """Make the index of all mentions of an article."""
        heads: dict[int, tuple[str, ...]] = {}
        inside: dict[int, tuple[str, ...]] = {}
        for actor in actors:
            for mention in actor.mentions:
                words = doc.tokens_in(mention.span)
                head = doc.head_of(words)
                if head is not None:
                    heads[head] = (*heads.get(head, ()), actor.id)
                for index in words:
                    inside[index] = (*inside.get(index, ()), actor.id)
        return cls(
            heads=heads,
            inside=inside,
            kinds={actor.id: actor.kind for actor in actors},
            sectors={actor.id: actor.sector for actor in actors if actor.sector},
            countries=frozenset(actor.id for actor in actors if actor.likely_country),
            dated=frozenset(index for timex in times for index in doc.tokens_in(timex.span)),
        )

    def at(self, index: int) -> tuple[str, ...]:
        """Give the actors whom a token names, as head of a mention if it is one."""
        return self.heads.get(index) or self.inside.get(index, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party's words and whom they name.

    Attributes:
        by: The slot or rule that found it.
    """

    head: int
    span: Span
    ids: tuple[str, ...]
    by: str = "frame"


def party_at(syntax: Syntax, head: int, who: Who, rules: Rules, not_ids: frozenset[str] = frozenset()) -> Party | None:
    """Give the party that a noun names, or that stands inside its phrase ("Kenya's demand").

    A noun that is an act itself ("condemned the attack") is no party, only those who stand inside.

    Args:
        syntax: The article's clauses.
        head: The noun.
        who: Which actors stand where.
        rules: The room's word lists.
        not_ids: Actors who are not looked for, as they have the other part: nobody does it to himself.
    """
    named = (*parties(syntax, head), *_first_of_two(syntax, head))
    own = tuple(dict.fromkeys(i for noun in named for i in who.at(noun)))
    if own:
        if not_ids.issuperset(own):
            return described_at(syntax, head, who, rules) if _is_somebody_else(syntax, head) else None
        return Party(head=head, span=noun_phrase(syntax, head), ids=own)
    for within in (called(syntax, head, who), actor_within(syntax, head, who, rules, not_ids)):
        if within is not None and not not_ids.issuperset(who.at(within)):
            beside = syntax.tokens[within].deprel == "appos" and syntax.tokens[within].upos == "NOUN"
            armed = syntax.tokens[head].lemma in rules.classes["weapon"] | rules.classes["aircraft"]
            before = syntax.tokens[within].deprel in _BEFORE_NOUN and syntax.tokens[within].head == head
            act = syntax.tokens[head].lemma in rules.predicates["noun"]
            # "*the two men*, both citizens of Ghana", "*Israeli warplanes*", "a *Green heckler*"
            top = head if beside or (before and (armed or is_people(syntax, head, rules)) and not act) else within
            return Party(head=top, span=noun_phrase(syntax, top), ids=who.at(within))
    if syntax.tokens[head].lemma in rules.predicates["noun"]:
        return None
    return described_at(syntax, head, who, rules)


def _is_somebody_else(syntax: Syntax, head: int) -> bool:
    """Say whether a pronoun is an object, and so cannot stand for its subject, whomever it was linked to."""
    token = syntax.tokens[head]
    return token.text.lower() in _OTHERS and token.deprel in ("dobj", "dative")


def _first_of_two(syntax: Syntax, head: int) -> tuple[int, ...]:
    """Give the name that the parse takes for a modifier of the one it is joined to ("Kim Dae-jung and Kim Jong Il")."""
    before = (i for i in syntax.children[head] if i < head and syntax.tokens[i].deprel == "nmod")
    return tuple(i for i in before if syntax.child(i, "cc") is not None)


def described_at(syntax: Syntax, head: int, who: Who, rules: Rules) -> Party | None:
    """Give what a noun names where it names no actor: people without a name, a place, a thing."""
    token = syntax.tokens[head]
    counted = token.upos == "ADJ" and syntax.child(head, "nummod") is not None  # "left ten dead"
    personal = token.text.lower() in rules.classes["pronoun"]
    names = counted or personal or token.upos in _NAMING or is_name_by_case(syntax, head)
    if head in who.dated or not names:
        return None
    return Party(head=head, span=noun_phrase(syntax, head), ids=())


def is_name_by_case(syntax: Syntax, head: int) -> bool:
    """Say whether a subject is a name that the tagger takes for a verb ("*Trump* defended them")."""
    token = syntax.tokens[head]
    return token.upos == "VERB" and token.deprel in ("nsubj", "nsubjpass") and token.text[0].isupper()


def is_people(syntax: Syntax, head: int, rules: Rules) -> bool:
    """Say whether a noun is for people or a body of them ("*hecklers*"), by what it is or how it ends."""
    lemma = syntax.tokens[head].lemma
    ends = lemma.endswith(_WHO_ENDS) and lemma not in rules.classes["no_doer"]
    return ends or any(lemma in rules.classes[name] for name in _PEOPLE)


def called(syntax: Syntax, head: int, who: Who) -> int | None:
    """Give the name that stands beside a noun for the same ("his counterpart, President Yuri Orlov")."""
    beside = syntax.child(head, "appos")
    return beside if beside is not None and who.heads.get(beside) else None


def named_before(doc: Annotated, index: int, who: Who) -> Party | None:
    """Give the parties that stand before a noun as its modifiers ("US-Iran talks")."""
    named = [i for i in modifiers(doc, index) if who.at(i)]
    if not named:
        return None
    ids = tuple(dict.fromkeys(i for word in named for i in who.at(word)))
    return Party(head=named[0], span=doc.cover(named), ids=ids)


def modifiers(doc: Annotated, index: int) -> tuple[int, ...]:
    """Give the adjectives and nouns before a noun, those joined to them included."""
    found: list[int] = []
    for below in doc.children[index]:
        if doc.tokens[below].deprel in _MODIFIERS:
            found.append(below)
            found.extend(i for i in doc.children[below] if doc.tokens[i].deprel in (*_MODIFIERS, "conj"))
    return tuple(found)


def actor_within(
    syntax: Syntax, head: int, who: Who, rules: Rules, not_ids: frozenset[str] = frozenset()
) -> int | None:
    """Give the actor inside a phrase that is none itself: possessor, maker, or modifier."""

    def fits(index: int | None) -> bool:
        ids = () if index is None else who.at(index)
        return bool(ids) and not not_ids.issuperset(ids)

    for below in syntax.children[head]:
        if syntax.tokens[below].deprel == "poss" and fits(below):
            return below
    for below in syntax.children[head]:
        token = syntax.tokens[below]
        if token.deprel == "prep" and token.lemma in rules.classes["inner preposition"]:
            noun = syntax.child(below, "pobj")
            if noun is not None and fits(noun):
                return noun
    return next((below for below in modifiers(syntax.doc, head) if fits(below)), None)


def divided(syntax: Syntax, head: int, who: Who) -> tuple[str, ...]:
    """Give the actors whom a plural noun parts by "and" among its owners ("Norway and Sweden's ministers").

    Returns:
        Their ids, two or more; () where the noun is of one.
    """
    if "Number=Plur" not in syntax.tokens[head].morph:
        return ()
    owners = [i for i in syntax.children[head] if syntax.tokens[i].deprel in _MODIFIERS]
    of = [i for i in syntax.children[head] if syntax.tokens[i].deprel == "prep" and syntax.tokens[i].lemma == "of"]
    owners += [noun for i in of if (noun := syntax.child(i, "pobj")) is not None]
    for first in owners:
        conjuncts = (i for i in syntax.children[first] if syntax.tokens[i].deprel == "conj")
        joined = parties(syntax, first) if syntax.tokens[first].upos == "PROPN" else (first, *conjuncts)
        ids = tuple(dict.fromkeys(i for word in joined for i in who.heads.get(word, ())))
        if len(joined) > 1 and len(ids) > 1:
            return ids
    return ()


def is_own(syntax: Syntax, index: int, ids: tuple[str, ...], who: Who) -> bool:
    """Say whether a noun is of those who act themselves ("its troops")."""
    owner = syntax.child(index, "poss")
    return owner is not None and syntax.tokens[owner].upos == "PRON" and bool(set(who.at(owner)) & set(ids))


def names_thing(syntax: Syntax, head: int, who: Who, rules: Rules) -> bool:
    """Say whether a noun names a thing, as far as the word lists and its ending tell."""
    token, classes = syntax.tokens[head], rules.classes
    if token.upos != "NOUN" or who.at(head) or (_DOER.search(token.lemma) and token.lemma not in classes["no_doer"]):
        return False
    if token.lemma in rules.predicates["noun"] or token.lemma in classes["stand_in"]:
        return False
    words = (token.lemma, token.text.lower())
    return not any(word in classes[name] for name in (*ACTING, *_NO_THINGS) for word in words)


def bears(syntax: Syntax, head: int, event_type: str, who: Who, rules: Rules) -> bool:
    """Say whether a noun names somebody to whom a deed may be done: a recipient is an actor, as PLOVER has it.

    "Slammed *the mayor*" has one, "slammed *the proposal*" and "backed *stem cell research*" have none.
    Ships and streets are stormed and shelled all the same.
    """
    token, classes = syntax.tokens[head], rules.classes
    if token.upos != "NOUN" or who.at(head) or is_people(syntax, head, rules):
        return token.text.lower() != "it" or who.at(head) != () or event_type == "ASSAULT"
    if any(token.lemma in classes[name] for name in _SOLID):
        return event_type in _ON_THINGS
    if token.lemma in rules.predicates["noun"] or any(token.lemma in classes[name] for name in _BORNE_BY_NONE):
        return False
    return event_type == "ASSAULT" or not names_thing(syntax, head, who, rules)


def is_official(who: Who, actor: str) -> bool:
    """Say whether an actor is a land, or of its government, forces, parties or courts; the police are not."""
    return who.kinds[actor] in ("country", "government") or who.sectors.get(actor) in _OFFICIAL

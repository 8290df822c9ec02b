"""Each trigger of an article with its parties and its standing, before it becomes a record."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsledger.events.frames.parties import Party, Who, is_own, party_at
from newsledger.events.frames.predicates import Match, match, may_be_acts
from newsledger.events.frames.reach import is_act
from newsledger.events.frames.roles import find_parties, is_answered
from newsledger.events.rules import Rules
from newsledger.events.standing import HAPPENED, Judgement, governor, judge
from newsledger.model import Annotated, Syntax, altered

_SKIPPED = frozenset({"furniture", "credit"})
#: Acts that are about another act, and are done to whom that one is done to ("refused to meet them").
_ABOUT_ACTS = frozenset({"AGREE", "REJECT", "THREATEN"})
#: Types whose participle before a noun tells how somebody came by an office or a duty ("elected", "pledged").
_CHOICES = frozenset({"OTHER", "AGREE"})
#: Acts that are done by saying something to somebody.
_SAID = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
#: What nobody agrees to with the one to whom it is done.
_HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
#: Types of the acts that a word of a type tells again: what is given, lifted ("retract the *ban*") or held.
_TOLD_BY: dict[tuple[str, str | None], str] = {
    ("noun", kind): kind for kind in ("AGREE", "AID", "CONCEDE", "COOPERATE", "REQUEST", "SUPPORT")
}
_TOLD_BY |= {("noun", "COERCE"): "CONCEDE", ("noun", "SANCTION"): "CONCEDE", ("verb", "CONSULT"): "CONSULT"}
#: Sectors of those who fight with words, and kinds of actors that may be meant by such a sector.
_TALKERS = frozenset({None, "GOV", "LEG", "PTY"})
_SPEAKING = frozenset({"organisation", "person", "role", "group"})
_PARTIES = ("nsubj", "nsubjpass", "dobj", "pobj")
_BEFORE_NOUN = ("compound", "nmod")
_ATTACKS = frozenset({"ASSAULT", "THREATEN"})
_CLAUSES = ("xcomp", "ccomp", "acl", "pcomp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A trigger with its parties.

    Attributes:
        judged: Whether it happened.
        governor: The token that it hangs from as a clause or object, or None.
    """

    hit: Match
    actor: Party | None
    recipient: Party | None
    judged: Judgement
    governor: int | None

    @property
    def index(self) -> int:
        """The trigger's token."""
        return self.hit.trigger.index


def code(syntax: Syntax, who: Who, rules: Rules) -> Iterator[Coded]:
    """Code every sentence that is read, in text order.

    Words that a longer entry took are no triggers of their own, nor are verbs that only lend their
    arguments to a noun ("joined the talks").
    """
    acts = may_be_acts(syntax.doc, rules)
    for sentence in syntax.doc.sentences:
        if syntax.doc.article.blocks[sentence.block].role in _SKIPPED:
            continue
        words = acts[bisect_left(acts, sentence.start) : bisect_left(acts, sentence.end)]
        hits = [hit for index in words if (hit := match(syntax, index, rules, who)) is not None]
        taken = {word for hit in hits for word in hit.words if word != hit.trigger.index}
        taken -= {word for hit in hits for word in hit.words if _is_called_off(syntax, hit, word, rules)}
        taken |= {support for hit in hits if hit.trigger.index not in taken for support in _only_lends(hit)}
        coded = [
            _code(syntax, hit, who, rules)
            for hit in hits
            if hit.predicate.event_type is not None and hit.trigger.index not in taken
        ]
        coded = [one for one in coded if not _is_told_again(syntax, one, coded)]
        coded = [_with_whom_is_met(syntax, one, coded) for one in coded]
        yield from (_with_inner_recipient(syntax, _as_threat(one, coded), coded, who, rules) for one in coded)


def _with_whom_is_met(syntax: Syntax, one: Coded, coded: list[Coded]) -> Coded:
    """Give what is said in a meeting, to nobody who is named, to whom is met ("called *Chad's envoy* to protest")."""
    if one.hit.predicate.event_type not in _SAID or (one.recipient is not None and one.recipient.ids):
        return one
    above = next(syntax.governors(one.index), None)
    met = (
        other.recipient
        for other in coded
        if above is not None
        and above.relation in ("infinitive", "adverbial")
        and other.index == above.token
        and other.hit.predicate.event_type == "CONSULT"
        and (one.actor is None or (other.actor is not None and other.actor.ids == one.actor.ids))
    )
    party = next(met, None)
    return one if party is None or not party.ids else replace(one, recipient=party)


def _is_called_off(syntax: Syntax, hit: Match, word: int, rules: Rules) -> bool:
    """Say whether a noun names what is called off, which is an act of its own ("called off the *talks*")."""
    if hit.predicate.event_type not in ("REJECT", "CONCEDE") or hit.trigger.pos != "verb":
        return False
    entries = rules.predicates["noun"].get(syntax.tokens[word].lemma, ())
    return any(entry.event_type in ("CONSULT", "PROTEST") for entry in entries)


def _is_told_again(syntax: Syntax, one: Coded, coded: list[Coded]) -> bool:
    """Say whether a word only tells again of the act that it hangs from ("granted an *amnesty*")."""
    kind = _TOLD_BY.get((one.hit.trigger.pos, one.hit.predicate.event_type))
    above = next(syntax.governors(one.index), None)
    if above is None or syntax.tokens[one.index].deprel == "nsubj":  # "the *concessions* ended the strike"
        return False
    return any(other.index == above.token and other.hit.predicate.event_type == kind for other in coded)


def only_labels(syntax: Syntax, coded: Coded, who: Who, rules: Rules) -> bool:
    """Say whether a word only tells what kind of thing or person another is ("relief coordinator", "war refugees").

    Before a word that is an act, a wish or a plan itself it still names the act ("ceasefire talks"), but for a death
    before an attack or a threat, which says by what means or with what ("suicide car bomb", "death threats").
    """
    hit, token = coded.hit, syntax.tokens[coded.index]
    above = syntax.tokens[token.head]
    if hit.trigger.pos == "verb":
        named = syntax.child(coded.index, "det") is not None and token.deprel in _PARTIES  # "the accused"
        return named or _only_describes(syntax, coded, who)
    if hit.trigger.pos == "noun" and _is_half_of_adjective(syntax.doc, coded.index):
        return True
    if token.deprel == "conj" and above.deprel in _BEFORE_NOUN:  # "a trade and *investment* accord"
        return syntax.tokens[above.head].lemma in rules.classes["agreement"]
    if token.deprel not in _BEFORE_NOUN or hit.trigger.pos != "noun" or above.upos not in ("NOUN", "PROPN"):
        return False
    acts = above.lemma in rules.predicates["noun"] or (above.lemma, "noun", "comp") in rules.operators
    acts = acts or above.lemma in rules.classes["schedule"]  # "the launch date", "the bond sale programme"
    attacks = hit.predicate.other_kind == "death" and is_act(syntax.doc, token.head, _ATTACKS, rules)
    return not acts or attacks or token.head in who.heads


def _only_describes(syntax: Syntax, coded: Coded, who: Who) -> bool:
    """Say whether a participle before a noun tells of nobody who did it ("the *occupied* town")."""
    if syntax.tokens[coded.index].deprel != "amod":
        return False
    kind, actor = coded.hit.predicate.event_type, coded.actor
    if syntax.tokens[coded.index].text.endswith("ing"):
        return kind == "CONSULT" or not who.at(syntax.tokens[coded.index].head)  # "the *visiting* premier"
    return kind in _CHOICES or actor is None or not actor.ids


def _is_half_of_adjective(doc: Annotated, index: int) -> bool:
    """Say whether a noun is the first half of an adjective ("a *war*-torn province")."""
    rest = doc.tokens[index + 1 : index + 3]
    return len(rest) == 2 and rest[0].text == "-" and rest[1].upos in ("ADJ", "VERB")


def _only_lends(hit: Match) -> tuple[int, ...]:
    """Give the verb that only lends its arguments to a noun, if there is one."""
    trigger = hit.trigger
    if trigger.light is None or trigger.support is None or trigger.light.standing != "same":
        return ()
    return () if hit.predicate.event_type in (None, "OTHER") else (trigger.support,)


def _code(syntax: Syntax, hit: Match, who: Who, rules: Rules) -> Coded:
    actor, recipient = find_parties(syntax, hit.trigger, hit.predicate, who, rules)
    if recipient is not None and recipient.head in hit.words and not recipient.ids:
        recipient = None  # "formed a *government*" names no second party
    return Coded(
        hit=_from_the_air(syntax, _as_criticism(syntax.doc, hit, (actor, recipient), who, rules), rules),
        actor=actor,
        recipient=recipient,
        judged=HAPPENED if is_answered(hit.trigger, hit.predicate) else judge(syntax, hit.trigger.index, rules),
        governor=governor(syntax, hit.trigger.index, rules),
    )


def _from_the_air(syntax: Syntax, hit: Match, rules: Rules) -> Match:
    """Add to an attack that aircraft made it, where it has no mode of its own ("warplanes struck")."""
    if hit.predicate.event_type != "ASSAULT" or hit.predicate.mode is not None or hit.trigger.pos != "verb":
        return hit
    means = syntax.agent(hit.trigger.index)
    flown = means is not None and syntax.tokens[means].lemma in rules.classes["aircraft"]
    return replace(hit, predicate=replace(hit.predicate, mode="aerial", cameo="195")) if flown else hit


def _as_criticism(
    doc: Annotated, hit: Match, sides: tuple[Party | None, Party | None], who: Who, rules: Rules
) -> Match:
    """Take for criticism what politicians deal each other, where no weapon, troops or blood are told of."""
    if hit.predicate.event_type != "ASSAULT" or doc.tokens[hit.trigger.index].lemma not in rules.classes["blow"]:
        return hit
    if not _is_between_talkers(doc, hit, sides, who, rules):
        return hit
    words = (rules.classes["violence"] | rules.classes["bodily"]) - rules.classes["blow"]
    if any(doc.tokens[i].lemma in words for i in doc.sentence_at(hit.trigger.index).indices if i not in hit.words):
        return hit
    criticism = replace(hit.predicate, event_type="ACCUSE", cameo="111", mode="disapprove", mutual=False)
    return replace(hit, predicate=criticism)


def _is_between_talkers(
    doc: Annotated, hit: Match, sides: tuple[Party | None, Party | None], who: Who, rules: Rules
) -> bool:
    """Say whether those who fight with words deal a blow to each other, or to what is no one's body."""
    actor, recipient = sides
    token = doc.tokens[hit.trigger.index]
    if actor is None:
        repeated = "Number=Plur" in token.morph or token.text.endswith("ing")  # "attacks on Trump", "attacking Trump"
        return repeated and recipient is not None and _only_talk(recipient, who)
    if not _only_talk(actor, who):
        return False
    if recipient is None or _only_talk(recipient, who):
        return True
    head = doc.tokens[recipient.head]
    bodies = ("place", "troops", "armed", "civilian", "refugee", "captive", "vehicle", "casualty", "private", "someone")
    hit_things = not recipient.ids and head.upos == "NOUN"
    return hit_things and not any(head.lemma in rules.classes[name] for name in bodies)


def _only_talk(party: Party, who: Who) -> bool:
    """Say whether a party is of those who fight with words: persons, officials, lawmakers, parties."""
    return bool(party.ids) and all(
        who.sectors.get(own) in _TALKERS
        and (who.kinds[own] in _SPEAKING or (who.kinds[own] == "government" and own not in who.countries))
        and (who.sectors.get(own) is not None or who.kinds[own] == "person")
        for own in party.ids
    )


def _as_threat(outer: Coded, coded: list[Coded]) -> Coded:
    """Take for a threat what is promised to the harm of somebody else ("vowed to attack the port")."""
    if outer.hit.predicate.event_type != "AGREE" or outer.actor is None:
        return outer
    harmful = any(
        one.governor == outer.index
        and one.hit.predicate.event_type in _HARMFUL
        and one.hit.trigger.pos == "verb"
        and one.judged.standing != "denied"
        and one.actor is not None
        and one.actor.ids == outer.actor.ids
        for one in coded
    )
    if not harmful:
        return outer
    threat = replace(outer.hit.predicate, event_type="THREATEN", cameo=None, mutual=False)
    return replace(outer, hit=replace(outer.hit, predicate=threat))


def _with_inner_recipient(syntax: Syntax, outer: Coded, coded: list[Coded], who: Who, rules: Rules) -> Coded:
    """Give an act about another act the recipient of that one."""
    if outer.hit.predicate.event_type not in _ABOUT_ACTS:
        return outer
    if outer.recipient is not None:
        below = (
            one.recipient for one in coded if one.governor == outer.index and _holds(syntax.doc, one, outer.recipient)
        )
        chosen = next(below, outer.recipient)
        return outer if chosen is outer.recipient else altered(outer, recipient=chosen)
    inner = next((one.recipient for one in coded if one.governor == outer.index and one.recipient), None)
    if inner is None:
        inner = _of_clause(syntax, outer.index, who, rules)
    own = outer.actor.ids if outer.actor else ()
    if inner is None or inner.ids == own or is_own(syntax, inner.head, own, who):
        return outer
    return replace(outer, recipient=inner)


def _holds(doc: Annotated, inner: Coded, party: Party) -> bool:
    """Say whether a party stands inside an act that has another recipient ("offered to send *troops* to Chad")."""
    verb = inner.hit.trigger.pos == "verb" and inner.recipient is not None and inner.recipient.head != party.head
    return verb and party.head in doc.subtree(inner.index)


def _of_clause(syntax: Syntax, index: int, who: Who, rules: Rules) -> Party | None:
    """Give the actor to whom the clause below a word does something."""
    clause = syntax.child(index, *_CLAUSES)
    if clause is None:
        return None
    means = syntax.tokens[clause].lemma in rules.classes["using"]  # "vowed to use the army" is laid on nobody
    heads = (syntax.recipient(clause), None if means else syntax.object(clause), *_after_prepositions(syntax, clause))
    found = (party_at(syntax, head, who, rules) for head in heads if head is not None)
    return next((party for party in found if party is not None and party.ids), None)


def _after_prepositions(syntax: Syntax, index: int) -> Iterator[int]:
    for below in syntax.children[index]:
        if syntax.tokens[below].deprel == "prep" and (noun := syntax.child(below, "pobj")) is not None:
            yield noun

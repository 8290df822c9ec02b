"""Grammatical functions by rule: who is subject and object of every predicate, own or understood.

A clause takes its subject from at most one other word: the verb that it is joined to, the object that
controls it, the noun that it tells of. So each predicate points to where its subject comes from, and
the pointers are followed for all predicates at once.
"""

from dataclasses import dataclass
from typing import get_args

import numpy as np

from newsledger.model import How
from newsledger.syntax.arrays import (
    FINITE,
    PARTICIPLE,
    PAST,
    PROGRESSIVE,
    RELATIVE,
    WHERE,
    WHO,
    Flags,
    Ints,
    Tree,
    at,
    first_below,
    nowhere,
)
from newsledger.syntax.traits import (
    BLAMING,
    LIGHT,
    OBJECT_CONTROL,
    RAISING,
    SUBJECT_CONTROL,
    TELLING,
    TRANSITIVE,
    Traits,
)

#: Numbers for how an argument stands to its predicate; 0 is none.
HOWS: tuple[How, ...] = get_args(How)
HOW: dict[str, int] = {how: number for number, how in enumerate(HOWS, 1)}
#: Chains of clauses that are longer are lists, not syntax.
_ROUNDS = 6
#: Two verbs whose object stands behind the second lie no farther apart ("arrested and charged two men").
_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Functions:
    """Grammatical functions, one place a token, -1 where there is none.

    Attributes:
        passive: Whether a verb is passive, bare participles included.
        infinitive: Whether a verb has "to".
        subjects: Surface subjects.
        subject_hows: Numbers from ``HOW`` of how each subject was reached.
        agents: Who does it: the subject of an active verb, the by-agent of a passive one.
        agent_hows: Likewise.
        objects: To whom it is done: the object of an active verb, the subject of a passive one.
        object_hows: Likewise.
        recipients: Indirect objects.
        owners: Of nouns, whose they are.
        antecedents: Of relative pronouns their noun, else the token itself.
        lights: Of nouns the light verb that they hang from.
    """

    passive: Flags
    infinitive: Flags
    subjects: Ints
    subject_hows: Ints
    agents: Ints
    agent_hows: Ints
    objects: Ints
    object_hows: Ints
    recipients: Ints
    owners: Ints
    antecedents: Ints
    lights: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class _Below:
    """What hangs from each token: the first of its dependents of a kind, or -1."""

    subject: Ints
    object: Ints
    helper: Flags
    to: Flags
    possessor: Ints
    agent: Ints
    relative_of: Ints


def find_functions(tree: Tree, traits: Traits) -> Functions:
    """Find the grammatical functions of all tokens."""
    below, told = _below(tree), traits.of(tree.lemmas)
    verbal = tree.among("VERB", "AUX")
    passive = _passive(tree, below, verbal, told)
    antecedents = _antecedents(tree, below)
    lights = _lights(tree, verbal, told)
    owners = np.where(below.possessor >= 0, below.possessor, below.agent)
    subjects, hows = _subjects(tree, below, owners, antecedents, told)
    agents = np.where(passive, at(antecedents, below.agent), subjects)
    objects, object_hows = _objects(tree, below, passive, subjects, hows, antecedents)
    datives = tree.first_child(tree.has("dative"))
    after = tree.first_child(tree.has("pobj"))
    return Functions(
        passive=passive,
        infinitive=below.to,
        subjects=subjects,
        subject_hows=hows,
        agents=agents,
        agent_hows=np.where(passive & (agents >= 0), HOW["by-agent"], np.where(agents >= 0, hows, 0)),
        objects=objects,
        object_hows=object_hows,
        recipients=np.where(at(tree.links, at(after, datives)) >= 0, at(after, datives), datives),
        owners=at(antecedents, owners),
        antecedents=antecedents,
        lights=lights,
    )


def _below(tree: Tree) -> _Below:
    places = np.arange(len(tree.heads))
    helper = tree.has("aux", "auxpass")
    subject = tree.has("nsubj", "nsubjpass", "csubj", "csubjpass")
    # The parse of a headline may hang it from an auxiliary ("Ghana *lifts* ban").
    heads = np.where(helper[tree.heads], tree.heads[tree.heads], tree.heads)
    # Of two subjects the nearer one counts: the other may be a quotation, or a headline ("Yard to close, says mayor").
    behind = first_below(heads, (subject & (places > heads)).nonzero()[0])
    before = nowhere(len(places))
    ahead = (subject & (places < heads)).nonzero()[0]
    before[heads[ahead]] = ahead
    nearest = np.where((behind >= 0) & ((before < 0) | (behind - places < places - before)), behind, before)
    agents = tree.has("pobj") & tree.linked("by")
    return _Below(
        subject=nearest,
        object=tree.first_child(tree.has("dobj")),
        helper=tree.has_child(helper),
        to=tree.has_child(tree.has("aux") & tree.said("to", "na")),
        possessor=_possessors(tree),
        agent=first_below(tree.above, agents.nonzero()[0]),
        relative_of=_relative_of(tree),
    )


def _possessors(tree: Tree) -> Ints:
    """Give whose a noun is; a name before what is planned is that, too ("the *White House* plan to cut aid")."""
    own = tree.first_child(tree.has("poss"))
    planned = tree.has_child(tree.has("acl") & tree.has_child(tree.has("aux") & tree.said("to")))
    named = tree.first_child(tree.has("compound", "nmod") & tree.among("PROPN"))
    return np.where((own < 0) & planned, named, own)


def _relative_of(tree: Tree) -> Ints:
    """Give for each predicate the noun that the relative clause around it tells of, or -1."""
    found = np.where(tree.has("relcl"), tree.heads, -1)
    inside = tree.has("conj", "xcomp", "ccomp").nonzero()[0]
    above = tree.heads.take(inside)
    for _ in range(_ROUNDS):
        found[inside] = found.take(above)
    return found


def _antecedents(tree: Tree, below: _Below) -> Ints:
    """Give for each relative pronoun its noun: "the premier of Chad, *who*" is the premier."""
    places = np.arange(len(tree.heads))
    pronouns = tree.shaped(RELATIVE) & tree.has("nsubj", "nsubjpass", "dobj", "pobj", "dative")
    nouns = np.where(pronouns, below.relative_of[tree.above], -1)
    owned = (nouns >= 0) & tree.shaped(WHO) & tree.among("PROPN")[nouns] & (at(tree.links, nouns) >= 0)
    owned &= tree.linked("of")[nouns]
    owners = at(tree.above, nouns)
    nouns = np.where(owned & tree.among("NOUN")[owners], owners, nouns)
    return np.where(nouns >= 0, nouns, places)


def _passive(tree: Tree, below: _Below, verbal: Flags, traits: Ints) -> Flags:
    """Say which verbs are passive: by their auxiliary, as bare participles, or as in headlines."""
    marked = tree.has_child(tree.has("nsubjpass", "auxpass")) | tree.has_child(tree.has("agent"))
    past = tree.told(PAST)
    # "went" and "said" after a noun are no participles; the tagger's word is taken for the others.
    bare = past & tree.told(PARTICIPLE) & ~below.helper & (below.subject < 0)
    alone = bare & tree.has("acl", "oprd", "xcomp", "advcl", "amod", "acomp") & (below.object < 0)
    governs = tree.has_child(tree.has("dobj", "dative", "ccomp", "xcomp", "oprd"))
    done = ((traits & TRANSITIVE) > 0) & past & (below.subject >= 0) & ~below.helper
    joined = tree.has_child(tree.has("conj") & verbal)
    short = done & ~governs & ~joined & ~tree.has("relcl")
    ordered = tree.has_child(tree.has("xcomp") & below.to & (below.subject < 0))
    ordered &= ((traits & TELLING) > 0) & ~tree.has_child(tree.has("dobj", "dative", "ccomp"))
    short |= ordered & past & (below.subject >= 0) & ~below.helper
    passive = (marked | alone | short) & (verbal | tree.has("amod", "acomp", "acl"))
    shares = (bare & tree.has("conj")).nonzero()[0]
    above = tree.heads.take(shares)
    for _ in range(_ROUNDS):
        passive[shares] |= passive.take(above)
    return np.asarray(passive & verbal)


def _subjects(tree: Tree, below: _Below, owners: Ints, antecedents: Ints, traits: Ints) -> tuple[Ints, Ints]:
    """Follow each predicate to its subject, own or understood."""
    own = below.subject
    subjects = at(antecedents, own)
    hows = np.where(tree.has("nsubjpass")[own], HOW["passive subject"], HOW["subject"])
    hows = np.where(subjects != own, HOW["relative"], hows)
    hows = np.where(subjects < 0, 0, hows)
    told, from_, how = _sources(tree, below, owners, antecedents, traits)
    free = (subjects < 0) & ~tree.has_child(tree.has("expl"))
    subjects = np.where(free & (told >= 0), told, subjects)
    for _ in range(_ROUNDS):
        open_ = (free & (subjects < 0) & (from_ >= 0)).nonzero()[0]
        found = subjects[from_[open_]]
        if not (found >= 0).any():
            break
        subjects[open_] = found
    places = np.arange(len(subjects))
    subjects = np.where(subjects == places, -1, subjects)
    return subjects, np.where(free & (subjects >= 0), how, np.where(subjects >= 0, hows, 0))


def _sources(tree: Tree, below: _Below, owners: Ints, antecedents: Ints, traits: Ints) -> tuple[Ints, Ints, Ints]:
    """Say where each predicate without a subject takes one from: a noun, or another predicate's subject."""
    heads, verbal = tree.heads, tree.among("VERB", "AUX")
    told, from_, how = nowhere(len(heads)), nowhere(len(heads)), np.zeros(len(heads), np.int64)
    predicative = verbal | tree.among("ADJ")

    def put(chosen: Flags, name: str, *, noun: Ints | None = None, clause: Ints | None = None) -> None:
        np.putmask(told, chosen, -1 if noun is None else noun)
        np.putmask(from_, chosen, -1 if clause is None else clause)
        np.putmask(how, chosen, HOW[name])

    put(tree.has("conj") & predicative[heads], "shared", clause=_joined(tree, below))
    put(tree.has("advcl", "dep", "auxpass", "aux") & predicative[heads], "controlled", clause=heads)
    put(_asked(tree, below, traits), "controlled", noun=at(antecedents, at(below.object, heads)))
    put(tree.has("acomp"), "subject", clause=heads)
    complements = tree.has("xcomp", "ccomp", "oprd") & predicative[heads]
    controllers = _controllers(tree, below, antecedents, traits)
    put(complements, "controlled", noun=at(controllers, heads), clause=heads)
    put(complements & ((traits[heads] & RAISING) > 0), "raised", clause=heads)
    gerunds = tree.has("pcomp") & verbal & (tree.links >= 0)
    blamed = tree.linked("of", "from", "into", "for", "as")
    above = tree.above
    put(gerunds & predicative[above], "controlled", clause=above)
    put(gerunds & verbal[above] & blamed, "controlled", noun=at(controllers, above), clause=above)
    governing = _governing_verb(tree, verbal, above)
    put(gerunds & ~predicative[above], "controlled", noun=at(owners, above), clause=governing)
    object_blamed = tree.has("dobj", "nsubjpass")[above] & ((traits[heads[above]] & BLAMING) > 0)
    put(gerunds & ~verbal[above] & object_blamed, "controlled", noun=above)
    described = tree.has("acl") & ~verbal[heads]
    put(described, "participle", noun=heads)
    put(described & below.to, "controlled", noun=at(owners, heads), clause=_governing_verb(tree, verbal, heads))
    put(tree.has("relcl") & ~verbal[heads], "relative", noun=heads)
    put(tree.has("amod") & ~verbal[heads], "participle", noun=heads)
    return told, from_, how


def _asked(tree: Tree, below: _Below, traits: Ints) -> Flags:
    """Say which infinitives that the parse takes for a purpose are what somebody is asked to do ("ask *him* to go")."""
    verbs = ((traits & OBJECT_CONTROL) > 0) & (below.object >= 0)
    return np.asarray(tree.has("advcl") & below.to & verbs[tree.heads])


def _joined(tree: Tree, below: _Below) -> Ints:
    """Give the verb that one after "and" goes on from: no infinitive before a past ("told him to pay and left")."""
    heads = tree.heads
    past = tree.told(PAST | FINITE)
    skips = past & below.to[heads] & tree.has("xcomp", "ccomp", "advcl")[heads]
    return np.where(skips, heads[heads], heads)


def _controllers(tree: Tree, below: _Below, antecedents: Ints, traits: Ints) -> Ints:
    """Give for each verb the object that does what hangs from it ("told *him* to go"), -1 where its subject does."""
    objects = np.where(((traits & SUBJECT_CONTROL) > 0), -1, below.object)
    nouns = (tree.has("pobj") & tree.linked("on")).nonzero()[0]
    called = np.where(tree.said("call"), first_below(tree.above, nouns), -1)
    return at(antecedents, np.where(objects >= 0, objects, called))


def _governing_verb(tree: Tree, verbal: Flags, nouns: Ints) -> Ints:
    """Give the verb that a noun hangs from, at most three nouns up ("on the *eve* of the *vote*")."""
    found = nowhere(len(nouns))
    known = (nouns >= 0).nonzero()[0]
    above = tree.above.take(nouns.take(known))
    for _ in range(3):
        above = np.where(verbal[above], above, tree.above[above])
    found[known] = np.where(verbal[above], above, -1)
    return found


def _objects(
    tree: Tree, below: _Below, passive: Flags, subjects: Ints, hows: Ints, antecedents: Ints
) -> tuple[Ints, Ints]:
    """Give to whom each verb's deed is done."""
    own = at(antecedents, below.object)
    how = np.where(own != below.object, HOW["relative"], HOW["object"])
    gap = np.where(_leaves_out(tree, below) & (own < 0), tree.heads, -1)
    how = np.where(gap >= 0, HOW["relative"], how)
    found = np.where(gap >= 0, gap, own)
    found = np.where(found < 0, _taken_for_subjects(tree, below), found)
    shared = _shared_objects(tree, below)
    how = np.where((found < 0) & (shared >= 0), HOW["shared"], how)
    found = np.where(found < 0, shared, found)
    done_to = passive & (subjects >= 0)
    shown = np.where(hows == HOW["subject"], HOW["passive subject"], hows)
    return np.where(done_to, subjects, found), np.where(done_to, shown, np.where(found >= 0, how, 0))


def _taken_for_subjects(tree: Tree, below: _Below) -> Ints:
    """Give the object of an infinitive that the parse took for the subject of what follows ("to meet *Ruto but* …")."""
    heads, found = tree.heads, nowhere(len(tree.heads))
    verbs = (below.to & (below.object < 0)).nonzero()[0]
    noun = np.minimum(verbs + 1, len(heads) - 1)
    before = tree.has("compound", "amod", "det", "nmod", "poss", "nummod")
    for _ in range(4):
        noun = np.where(before[noun] & (heads[noun] > noun), heads[noun], noun)
    taken = tree.has("nsubj", "nsubjpass")[noun] & (noun > verbs)
    taken &= (heads[noun] != verbs) & (heads[heads[noun]] != verbs) & (tree.sentences[noun] == tree.sentences[verbs])
    found[verbs[taken]] = noun[taken]
    return found


def _leaves_out(tree: Tree, below: _Below) -> Flags:
    """Say which relative clauses leave their object out ("the town they attacked"), not "the day when they came"."""
    subject = below.subject
    pronoun = tree.shaped(RELATIVE)[subject] & (subject >= 0)
    where = tree.has_child(tree.shaped(WHERE) & tree.has("advmod"))
    behind = np.zeros(len(subject), bool)
    behind[tree.above[tree.shaped(RELATIVE) & (tree.links >= 0)]] = True
    return np.asarray(tree.has("relcl") & (subject >= 0) & ~pronoun & ~where & ~behind)


def _shared_objects(tree: Tree, below: _Below) -> Ints:
    """Give the object that "arrested and charged two men" names once."""
    places = np.arange(len(tree.heads))
    joined = tree.first_child(tree.has("conj") & tree.among("VERB"))
    free = (joined >= 0) & tree.among("VERB") & (below.object < 0) & (joined - places < _NEAR)
    free &= (below.subject[joined] < 0) & ~below.helper[joined]
    return np.where(free, at(below.object, joined), -1)


def _lights(tree: Tree, verbal: Flags, traits: Ints) -> Ints:
    """Give for each noun the light verb that it hangs from ("*held* talks"), or that hangs from it ("talks *held*")."""
    nouns, light = tree.among("NOUN"), ((traits & LIGHT) > 0) & verbal
    above = np.where(nouns & tree.has("dobj", "nsubjpass") & light[tree.heads], tree.heads, -1)
    below = tree.first_child(light & tree.has("acl", "relcl") & (tree.told(PAST) | tree.told(PROGRESSIVE)))
    return np.where((above < 0) & nouns, below, above)

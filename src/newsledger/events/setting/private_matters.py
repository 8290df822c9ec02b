"""Tells what is no public affair by who does it: strangers among themselves, and things."""

from newsledger.events.frames.parties import ACTING, names_thing
from newsledger.events.setting.acts import Act, has_office

#: Types of deeds that hurt or hold people, which nobody has to be named for.
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
#: Types of what private people do to each other and is nobody's affair.
_QUARRELS = frozenset({"ASSAULT", "CONCEDE", "CONSULT", "THREATEN"})
#: Nouns for talk of any kind.
_TALK = frozenset({"contact", "conversation", "dialogue"})
#: Verbs for what one does with others.
_SHARED = frozenset({"debate", "discuss", "march"})
#: Types of what people do in private life, too.
_CIVIL = frozenset({"AGREE", "AID", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"})
#: Types of what only people do.
_DELIBERATE = _CIVIL | {"CONCEDE", "SANCTION", "THREATEN"}


def is_private_matter(act: Act) -> bool:
    """Say whether an act with no public party concerns nobody of public life.

    That is a thief and a pensioner, a patient and his doctor, data that support a theory, or a text that
    names nobody.
    """
    return (
        _is_of_things(act)
        or _is_fight_with_thing(act)
        or _is_private_meeting(act)
        or _is_of_nobody(act)
        or _is_among_strangers(act)
    )


def is_private_quarrel(act: Act) -> bool:
    """Say whether private people meet or come to blows, whoever tells of it ("stabbed his wife, police said")."""
    return act.event_type in _QUARRELS and not act.holds_violence() and _is_among_private(act)


def is_among_persons(act: Act) -> bool:
    """Say whether only persons without an office agree, ask or help, and nobody of public life is named beside them."""
    if act.event_type not in _CIVIL or not act.ids or act.holds_violence():
        return False
    unknown = act.coded.actor is None and bool(act.doers)  # "the chief asked the widow": he may have an office
    if unknown or not all(party.ids for party in act.parties):
        return False
    persons = all(act.who.kinds[own] in ("person", "role") and not has_office(act.who, own) for own in act.ids)
    return persons and not names_public(act, besides=act.ids)


def is_done_alone(act: Act) -> bool:
    """Say whether one alone does what takes others ("went on to discuss his plan", "marched into the hall")."""
    actor = act.coded.actor
    if not act.is_verb or actor is None or act.coded.recipient is not None:
        return False
    if (
        act.syntax.tokens[act.coded.index].lemma not in _SHARED
        or "Number=Sing" not in act.syntax.tokens[actor.head].morph
    ):
        return False
    return len(actor.ids) < 2 and all(act.who.kinds[own] in ("person", "role") for own in actor.ids)


def is_help_of_thing(act: Act) -> bool:
    """Say whether a thing helps, backs or refuses, which only people do on purpose ("the coverage helped him")."""
    if not act.is_verb or act.event_type not in _DELIBERATE or (act.coded.actor and act.coded.actor.ids):
        return False
    return bool(act.doers) and all(is_thing(act, head) for head in act.doers)


def _is_private_meeting(act: Act) -> bool:
    """Say whether those who meet are known, and none of public life ("the man's visit to his doctor").

    A noun for mere talk tells of no meeting where nobody is known to have a part in it ("the conversation").
    """
    heads = act.doers | act.others
    if act.event_type != "CONSULT":
        return False
    if not act.parties:
        return act.syntax.tokens[act.coded.index].lemma in _TALK
    return not any(_is_unknown(act, head) or _is_public_head(act, head) for head in heads)


def _is_of_nobody(act: Act) -> bool:
    """Say whether it is done by nobody to nobody, in a sentence that names nobody of public life."""
    return not act.parties and act.event_type not in _DEEDS and not names_public(act)


def _is_of_things(act: Act) -> bool:
    """Say whether a thing does it, or a private person does it to a thing ("examined the samples")."""
    if not act.is_verb or act.holds_violence() or any(_is_public_head(act, head) for head in act.doers | act.others):
        return False
    if any(is_thing(act, head) for head in act.doers):
        return True
    if act.event_type in _DEEDS or not act.others or names_public(act):
        return False
    return all(is_thing(act, head) for head in act.others) and not any(_is_unknown(act, head) for head in act.doers)


def _is_fight_with_thing(act: Act) -> bool:
    """Say whether a noun for a fight is a figure of speech ("the battle with the printer")."""
    if (
        act.is_verb
        or act.syntax.tokens[act.coded.index].lemma not in act.rules.classes["fight"]
        or not act.others
        or names_public(act)
    ):
        return False
    return all(act.syntax.tokens[head].upos == "NOUN" and not act.who.at(head) for head in act.others)


def is_thing(act: Act, head: int) -> bool:
    """Say whether a noun beside an act names a thing."""
    return names_thing(act.syntax, head, act.who, act.rules)


def _is_public_head(act: Act, head: int) -> bool:
    """Say whether a noun beside an act names somebody of public life, though its phrase names another."""
    known = any(has_office(act.who, own) for own in act.who.heads.get(head, ()))
    return known or any(act.is_word(head, act.rules.classes[name]) for name in ACTING)


def _is_unknown(act: Act, head: int) -> bool:
    """Say whether a pronoun or a name stands for nobody who was found, who may be of public life."""
    return act.syntax.tokens[head].upos in ("PRON", "PROPN") and not act.who.at(head)


def names_public(act: Act, besides: frozenset[str] = frozenset()) -> bool:
    """Say whether the sentence of an act names somebody of public life, besides those who are known."""
    if any(has_office(act.who, own) for own in act.named() - besides):
        return True
    return act.holds_word(act.rules.classes["public"] - act.rules.classes["thug"])


def _is_among_private(act: Act) -> bool:
    """Say whether people without an office stand on both sides, one of them kin, a neighbour, or victim of a crime."""
    heads, classes = act.doers if act.event_type == "CONCEDE" else act.doers | act.others, act.rules.classes
    if any(has_office(act.who, own) for head in heads for own in act.who.at(head)):
        return False
    private = {head for head in heads if act.is_word(head, classes["private"])}
    neutral = classes["someone"] | classes["thug"]
    if not all(act.is_word(head, neutral) or _is_plain_person(act, head) for head in heads - private):
        return False
    return bool(private) or (
        bool(heads) and act.syntax.tokens[act.coded.index].lemma in act.rules.classes["crime deed"]
    )


def _is_plain_person(act: Act, head: int) -> bool:
    """Say whether a name is that of a person with no office."""
    ids = act.who.heads.get(head, ())
    return bool(ids) and all(act.who.kinds[own] == "person" and not has_office(act.who, own) for own in ids)


def _is_among_strangers(act: Act) -> bool:
    """Say whether nobody of public life has to do with it: a thief and a pensioner, or a text that names nobody."""
    among = _is_among_private(act)
    if names_public(act):
        return False
    return among or not any(has_office(act.who, own) for own in act.who.kinds)

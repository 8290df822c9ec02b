from collections.abc import Sequence
from dataclasses import replace

import pytest

from events.clauses import analysed
from newsledger.events import Rules, find
from newsledger.model import Actor, Annotated, Event, Mention, Span, Statement
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
PART = "Aspect=Perf|Tense=Past|VerbForm=Part"


def span_of(doc: Annotated, words: str) -> Span:
    start = doc.text.index(words)
    return Span(start=start, end=start + len(words))


def actor(doc: Annotated, words: str) -> Actor:
    span = span_of(doc, words)
    mention = Mention(start=span.start, end=span.end, form="name", rule="test")
    return Actor(
        id=words, key=words, name=words, kind="country", country=None, sector=None, role=None, mentions=(mention,)
    )


def event(doc: Annotated, rules: Rules, names: Sequence[str], event_type: str) -> Event:
    found = find(analysed(doc), tuple(actor(doc, name) for name in names), (), (), rules)
    return next(one for one in reversed(found) if one.event_type == event_type)


COUNTERPART = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"met|meet|VERB|0|ROOT|{PAST}",
    "its|its|PRON|4|poss",
    "neighbour|neighbour|NOUN|2|dobj",
    "Chad|Chad|PROPN|2|dobj",
    ".|.|PUNCT|2|punct",
)
SEIZED_MISSILES = (
    "Missiles|missile|NOUN|5|nsubj",
    f"seized|seize|VERB|1|acl|{PART}",
    "in|in|ADP|2|prep",
    "May|May|PROPN|3|pobj",
    f"struck|strike|VERB|0|ROOT|{PAST}",
    "Chad|Chad|PROPN|5|dobj",
    ".|.|PUNCT|5|punct",
)
ULTIMATUM = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"threatened|threaten|VERB|0|ROOT|{PAST}",
    "war|war|NOUN|2|dobj",
    "unless|unless|SCONJ|6|mark",
    "Chad|Chad|PROPN|6|nsubj",
    "paid|pay|VERB|2|advcl|" + PAST,
    ".|.|PUNCT|2|punct",
)
CONDEMNED = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"condemned|condemn|VERB|0|ROOT|{PAST}",
    "the|the|DET|4|det",
    "bombing|bombing|NOUN|2|dobj",
    "of|of|ADP|4|prep",
    "Chad|Chad|PROPN|5|pobj",
    ".|.|PUNCT|2|punct",
)
CONDEMNED_DOER = (*CONDEMNED[:4], "by|by|ADP|4|prep", *CONDEMNED[5:])
ALERT = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"deployed|deploy|VERB|0|ROOT|{PAST}",
    "troops|troop|NOUN|2|dobj",
    "in|in|ADP|2|prep",
    "the|the|DET|7|det",
    "border|border|NOUN|7|compound",
    "area|area|NOUN|4|pobj",
    ".|.|PUNCT|2|punct",
)
IN_RESPONSE = (*ALERT[:6], "plan|plan|NOUN|4|pobj", ".|.|PUNCT|2|punct")
VOWED = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"vowed|vow|VERB|0|ROOT|{PAST}",
    "to|to|PART|4|aux",
    "attack|attack|VERB|2|xcomp|VerbForm=Inf",
    "Chad|Chad|PROPN|4|dobj",
    ".|.|PUNCT|2|punct",
)
VOWED_NOT = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"vowed|vow|VERB|0|ROOT|{PAST}",
    "not|not|PART|5|neg",
    "to|to|PART|5|aux",
    "attack|attack|VERB|2|xcomp|VerbForm=Inf",
    "Chad|Chad|PROPN|5|dobj",
    ".|.|PUNCT|2|punct",
)
OFFERED = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"offered|offer|VERB|0|ROOT|{PAST}",
    "to|to|PART|4|aux",
    "send|send|VERB|2|xcomp|VerbForm=Inf",
    "troops|troop|NOUN|4|dobj",
    "to|to|ADP|4|prep",
    "Chad|Chad|PROPN|6|pobj",
    ".|.|PUNCT|2|punct",
)
DECISION = (
    "Kenya|Kenya|PROPN|2|nsubj",
    f"rejected|reject|VERB|0|ROOT|{PAST}",
    "the|the|DET|4|det",
    "ruling|ruling|NOUN|2|dobj",
    ".|.|PUNCT|2|punct",
)


@pytest.mark.parametrize(
    ("rows", "event_type", "does", "done_to"),
    [
        pytest.param(ULTIMATUM, "THREATEN", "Kenya", "Chad", id="on-whom-a-threat-is-laid"),
        pytest.param(CONDEMNED_DOER, "ACCUSE", "Kenya", "Chad", id="who-did-it-is-condemned"),
        pytest.param(ALERT, "MOBILIZE", "Kenya", "the border area", id="the-ground-of-a-deed"),
        pytest.param(VOWED, "THREATEN", "Kenya", "Chad", id="a-vow-to-harm-is-a-threat"),
        pytest.param(VOWED_NOT, "AGREE", "Kenya", "Chad", id="a-vow-not-to-harm-is-none"),
        pytest.param(OFFERED, "AGREE", "Kenya", "Chad", id="to-whom-not-what"),
    ],
)
def test_parties_are_found_beyond_the_slots(
    rules: Rules, rows: tuple[str, ...], event_type: str, does: str, done_to: str
) -> None:
    doc = parsed(*rows)

    found = event(doc, rules, [name for name in ("Kenya", "Chad") if name in doc.text], event_type)

    assert found.actor is not None
    assert found.recipient is not None
    assert (found.actor.of(doc.text), found.recipient.of(doc.text)) == (does, done_to)


@pytest.mark.parametrize(
    ("rows", "event_type", "theme"),
    [
        pytest.param(CONDEMNED, "ACCUSE", "the bombing of Chad", id="an-act-is-condemned-not-its-victim"),
        pytest.param(IN_RESPONSE, "MOBILIZE", "the border plan", id="a-slot-of-the-frame"),
        pytest.param(DECISION, "REJECT", "the ruling", id="an-act-that-is-rejected"),
        pytest.param(
            (*DECISION[:3], "tunnel|tunnel|NOUN|2|dobj", DECISION[4]), "REJECT", "the tunnel", id="a-thing-refused"
        ),
    ],
)
def test_an_act_or_thing_is_what_a_deed_is_about_and_no_recipient(
    rules: Rules, rows: tuple[str, ...], event_type: str, theme: str
) -> None:
    doc = parsed(*rows)

    found = event(doc, rules, [name for name in ("Kenya", "Chad") if name in doc.text], event_type)

    assert found.recipient is None
    assert [(link.kind, link.spans[0].of(doc.text)) for link in found.links] == [("theme", theme)]


@pytest.mark.parametrize("noun", ["miners|miner", "coalition|coalition", "holders|holder", "crowd|crowd"])
def test_people_without_a_name_are_a_recipient(rules: Rules, noun: str) -> None:
    doc = parsed(*DECISION[:3], f"{noun}|NOUN|2|dobj", DECISION[4])

    found = event(doc, rules, ["Kenya"], "REJECT")

    assert found.recipient is not None
    assert found.recipient.of(doc.text) == f"the {noun.split('|', maxsplit=1)[0]}"


def test_what_nobody_made_has_no_actor(rules: Rules) -> None:
    doc = parsed(*SEIZED_MISSILES)

    assert event(doc, rules, ["Chad"], "ASSAULT").actor is None


def test_owners_of_one_noun_do_it_to_each_other(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|2|det",
        "armies|army|NOUN|7|nsubj|Number=Plur",
        "of|of|ADP|2|prep",
        "Kenya|Kenya|PROPN|3|pobj",
        "and|and|CCONJ|4|cc",
        "Chad|Chad|PROPN|4|conj",
        f"met|meet|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|7|punct",
    )

    found = event(doc, rules, ["Kenya", "Chad", "armies"], "CONSULT")

    assert found.reciprocal
    assert found.actor_ids == ("Kenya", "Chad")


MUST = (
    "Chad|Chad|PROPN|3|nsubj",
    "must|must|AUX|3|aux",
    "withdraw|withdraw|VERB|6|ccomp|VerbForm=Inf",
    ",|,|PUNCT|6|punct",
    "Kenya|Kenya|PROPN|6|nsubj",
    f"said|say|VERB|0|ROOT|{PAST}",
    ".|.|PUNCT|6|punct",
)
MUST_HAVE = (
    "Chad|Chad|PROPN|4|nsubj",
    "must|must|AUX|4|aux",
    "have|have|AUX|4|aux",
    "withdrawn|withdraw|VERB|7|ccomp|VerbForm=Part",
    ",|,|PUNCT|7|punct",
    "Kenya|Kenya|PROPN|7|nsubj",
    f"said|say|VERB|0|ROOT|{PAST}",
    ".|.|PUNCT|7|punct",
)


def said(doc: Annotated, content: str) -> Statement:
    return Statement(
        id="s",
        source=(span_of(doc, "Kenya"),),
        cue=(span_of(doc, "said"),),
        content=(span_of(doc, content),),
        form="indirect",
        attitude="report",
        source_actor="Kenya",
        addressee=None,
        said_at=None,
        parent=None,
        block_role="body",
        rule="test",
    )


def test_what_a_speaker_says_that_somebody_must_do_is_a_demand(rules: Rules) -> None:
    doc = parsed(*MUST)
    who = (actor(doc, "Kenya"), actor(doc, "Chad"))

    found = [
        one
        for one in find(analysed(doc), who, (said(doc, "Chad must withdraw"),), (), rules)
        if one.rule.endswith("must")
    ]

    assert [(one.event_type, one.actor_ids, one.recipient_ids) for one in found] == [("REQUEST", ("Kenya",), ("Chad",))]
    assert [(link.role, link.kind) for link in found[0].links] == [("actor", "statement_source")]
    assert found[0].reported_by is None


@pytest.mark.parametrize("has_source", [True, False])
def test_a_guess_or_the_outlets_own_must_is_no_demand(rules: Rules, has_source: bool) -> None:
    doc = parsed(*(MUST_HAVE if has_source else MUST))
    who = (actor(doc, "Kenya"), actor(doc, "Chad"))
    statements = (said(doc, "Chad must have withdrawn"),) if has_source else ()

    assert not [one for one in find(analysed(doc), who, statements, (), rules) if one.rule.endswith("must")]


def test_ones_own_troops_are_no_second_party(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"agreed|agree|VERB|0|ROOT|{PAST}",
        "to|to|PART|4|aux",
        "rest|rest|VERB|2|xcomp|VerbForm=Inf",
        "its|its|PRON|6|poss",
        "troops|troop|NOUN|4|dobj",
        ".|.|PUNCT|2|punct",
    )
    its = span_of(doc, "its")
    kenya = actor(doc, "Kenya")
    pronoun = Mention(start=its.start, end=its.end, form="pronoun", rule="test")

    found = find(
        analysed(doc), (replace(kenya, mentions=(*kenya.mentions, pronoun)), actor(doc, "troops")), (), (), rules
    )

    assert [(one.event_type, one.recipient) for one in found] == [("AGREE", None)]


@pytest.mark.parametrize("named", [True, False])
def test_a_pronoun_has_a_link_to_the_name_in_another_sentence(rules: Rules, named: bool) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"spoke|speak|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|2|punct",
        "---",
        "It|it|PRON|2|nsubj",
        f"attacked|attack|VERB|0|ROOT|{PAST}",
        "Chad|Chad|PROPN|2|dobj",
        ".|.|PUNCT|2|punct",
    )
    name, pronoun = span_of(doc, "Kenya"), span_of(doc, "It")
    mentions = (
        *((Mention(start=name.start, end=name.end, form="name", rule="test"),) if named else ()),
        Mention(start=pronoun.start, end=pronoun.end, form="pronoun", rule="test"),
    )
    kenya = replace(actor(doc, "Kenya"), mentions=mentions)

    (found,) = find(analysed(doc), (kenya, actor(doc, "Chad")), (), (), rules)

    assert [(link.role, link.kind, link.spans) for link in found.links] == (
        [("actor", "coreference", (name,))] if named else []
    )

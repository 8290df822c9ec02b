"""Who acts where the words before a deed name a thing, an act or a nation, and how far a party's words go."""

from dataclasses import replace

import pytest

from events.clauses import analysed
from newsledger.events import Rules, find
from newsledger.model import Actor, Annotated, Event, Mention
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
PART = "Aspect=Perf|Tense=Past|VerbForm=Part"


def actor(doc: Annotated, words: str) -> Actor:
    start = doc.text.index(words)
    mention = Mention(start=start, end=start + len(words), form="name", rule="test")
    return Actor(
        id=words, key=words, name=words, kind="country", country="KEN", sector=None, role=None, mentions=(mention,)
    )


def event(doc: Annotated, rules: Rules, event_type: str, trigger: str, *names: str) -> Event:
    found = find(analysed(doc), tuple(actor(doc, name) for name in names), (), (), rules)
    return next(one for one in found if one.event_type == event_type and one.trigger.of(doc.text).startswith(trigger))


def sides(doc: Annotated, found: Event) -> tuple[str | None, str | None]:
    actor, recipient = found.actor, found.recipient
    return (actor.of(doc.text) if actor else None, recipient.of(doc.text) if recipient else None)


def struck(*before: str) -> Annotated:
    """Give "… killed ten nurses in Chad", whose subject is the last of the words before."""
    verb = len(before) + 1
    return parsed(
        *(row.replace("VERB_HERE", str(verb)) for row in before),
        f"killed|kill|VERB|0|ROOT|{PAST}",
        f"ten|ten|NUM|{verb + 2}|nummod",
        f"nurses|nurse|NOUN|{verb}|dobj",
        f"in|in|ADP|{verb}|prep",
        f"Chad|Chad|PROPN|{verb + 3}|pobj",
        f".|.|PUNCT|{verb}|punct",
    )


AIRCRAFT = ("Iraqi|Iraqi|ADJ|2|amod", "warplanes|warplane|NOUN|VERB_HERE|nsubj")
STRIKE = ("A|a|DET|3|det", "U.S.|U.S.|PROPN|3|compound", "airstrike|airstrike|NOUN|VERB_HERE|nsubj")
ARMY = ("Army|Army|PROPN|2|compound", "shelling|shelling|NOUN|VERB_HERE|nsubj")
STRANGER = ("Tugle|Tugle|PROPN|VERB_HERE|nsubj",)
COUNTED = ("About|about|ADV|2|advmod", "400|400|NUM|VERB_HERE|nsubj")
CIVIL_WAR = ("The|the|DET|3|det", "Malian|Malian|ADJ|3|amod", "war|war|NOUN|VERB_HERE|nsubj")
PLACE = (
    "The|the|DET|2|det",
    "crisis|crisis|NOUN|VERB_HERE|nsubj",
    "in|in|ADP|2|prep",
    "Zarb|Zarb|PROPN|3|pobj",
    "that|that|PRON|6|nsubj",
    f"killed|kill|VERB|4|relcl|{PAST}",
    "ten|ten|NUM|8|nummod",
    "nurses|nurse|NOUN|6|dobj",
)
DEADLY = ("A|a|DET|3|det", "Deadly|deadly|ADJ|3|amod", "airstrike|airstrike|NOUN|VERB_HERE|nsubj")
BOMB = ("A|a|DET|2|det", "bomb|bomb|NOUN|VERB_HERE|nsubj")
DECISION = ("The|the|DET|2|det", "decision|decision|NOUN|VERB_HERE|nsubj")
URBAN = ("Urban|urban|ADJ|2|amod", "shelling|shelling|NOUN|VERB_HERE|nsubj")


@pytest.mark.parametrize(
    ("before", "does"),
    [
        pytest.param(AIRCRAFT, "Iraqi warplanes", id="what-carries-those-who-act"),
        pytest.param(STRIKE, "U.S.", id="the-nation-before-an-act"),
        pytest.param(ARMY, "Army", id="the-force-before-an-act"),
        pytest.param(STRANGER, "Tugle", id="a-name-that-no-list-knows"),
        pytest.param(COUNTED, "About 400", id="a-bare-count-of-people"),
        pytest.param(CIVIL_WAR, None, id="a-nation-suffers-a-war"),
        pytest.param(PLACE, None, id="where-it-is-done-does-nothing"),
        pytest.param(DEADLY, None, id="a-word-in-capitals-is-no-nation"),
        pytest.param(URBAN, None, id="urban-is-no-nation"),
        pytest.param(BOMB, None, id="a-bomb-is-nobody"),
        pytest.param(DECISION, None, id="a-thing-is-nobody"),
    ],
)
def test_who_stands_behind_the_subject_acts(rules: Rules, before: tuple[str, ...], does: str | None) -> None:
    doc = struck(*before)

    assert sides(doc, event(doc, rules, "ASSAULT", "killed", "Chad")) == (does, "ten nurses")


def test_whose_act_it_is_acts_not_against_whom(rules: Rules) -> None:
    doc = struck(
        "An|an|DET|2|det",
        "attack|attack|NOUN|VERB_HERE|nsubj",
        "on|on|ADP|2|prep",
        "Mali|Mali|PROPN|3|pobj",
        "by|by|ADP|2|prep",
        "Kenya|Kenya|PROPN|5|pobj",
    )

    assert sides(doc, event(doc, rules, "ASSAULT", "killed", "Chad", "Mali", "Kenya"))[0] == "Kenya"


def test_who_put_out_a_report_is_critical(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"issued|issue|VERB|0|ROOT|{PAST}",
        "a|a|DET|4|det",
        "report|report|NOUN|2|dobj",
        "critical|critical|ADJ|4|amod",
        "of|of|ADP|5|prep",
        "Chad|Chad|PROPN|6|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "ACCUSE", "critical", "Kenya", "Chad")) == ("Kenya", "Chad")


def test_the_words_of_a_thing_tell_which_is_meant_but_not_when(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"condemned|condemn|VERB|0|ROOT|{PAST}",
        "the|the|DET|4|det",
        "attack|attack|NOUN|2|dobj",
        "on|on|ADP|4|prep",
        "a|a|DET|7|det",
        "camp|camp|NOUN|5|pobj",
        "in|in|ADP|4|prep",
        "March|March|PROPN|8|pobj",
        ".|.|PUNCT|2|punct",
    )

    (link,) = event(doc, rules, "ACCUSE", "condemned", "Kenya").links

    assert [span.of(doc.text) for span in link.spans] == ["the attack on a camp"]


def test_what_somebody_is_accused_of_is_no_part_of_his_name(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"accused|accuse|VERB|0|ROOT|{PAST}",
        "the|the|DET|4|det",
        "rebels|rebel|NOUN|2|dobj",
        "of|of|ADP|4|prep",
        "robbing|rob|VERB|5|pcomp|VerbForm=Part",
        "banks|bank|NOUN|6|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "ACCUSE", "accused", "Kenya", "rebels")) == ("Kenya", "the rebels")


def test_a_second_verb_with_by_is_passive_whatever_its_form(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|3|nsubjpass",
        "was|be|AUX|3|auxpass",
        f"blamed|blame|VERB|0|ROOT|{PART}",
        "and|and|CCONJ|3|cc",
        f"attacked|attack|VERB|3|conj|{PAST}",
        "by|by|ADP|5|agent",
        "Chad|Chad|PROPN|6|pobj",
        ".|.|PUNCT|3|punct",
    )

    assert sides(doc, event(doc, rules, "ASSAULT", "attacked", "Kenya", "Chad")) == ("Chad", "Kenya")


@pytest.mark.parametrize("after", ["to|to|ADP|2|prep", "on|on|ADP|2|prep"], ids=["to", "on"])
def test_a_preposition_right_after_a_noun_is_its_own(rules: Rules, after: str) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"announced|announce|VERB|0|ROOT|{PAST}",
        "aid|aid|NOUN|2|dobj",
        after,
        "Chad|Chad|PROPN|4|pobj",
        ".|.|PUNCT|2|punct",
    )

    found = sides(doc, event(doc, rules, "AID", "aid", "Kenya", "Chad"))

    assert found[0] == "Kenya"
    assert (found[1] == "Chad") or after.startswith("on")


def test_the_subject_of_a_light_verb_does_it_not_the_name_before_the_noun(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"launched|launch|VERB|0|ROOT|{PAST}",
        "Chad|Chad|PROPN|4|compound",
        "airstrikes|airstrike|NOUN|2|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "ASSAULT", "airstrikes", "Kenya", "Chad")) == ("Kenya", "Chad")


def test_a_plan_is_of_whom_it_is_named_for_not_of_who_opposes_it(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"opposed|oppose|VERB|0|ROOT|{PAST}",
        "the|the|DET|5|det",
        "Chad|Chad|PROPN|5|compound",
        "plan|plan|NOUN|2|dobj",
        "to|to|PART|7|aux",
        "ban|ban|VERB|5|acl|VerbForm=Inf",
        "Mali|Mali|PROPN|7|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "COERCE", "ban", "Kenya", "Chad", "Mali")) == ("Chad", "Mali")


def test_what_is_asked_for_is_nobody_who_is_asked(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"demanded|demand|VERB|0|ROOT|{PAST}",
        "higher|high|ADJ|4|amod",
        "pay|pay|NOUN|2|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "REQUEST", "demanded", "Kenya")) == ("Kenya", None)


@pytest.mark.parametrize(("mark", "done_to"), [("if", "Chad")], ids=["who-is-only-spoken-of"])
def test_a_threat_is_made_to_whom_it_binds(rules: Rules, mark: str, done_to: str) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"threatened|threaten|VERB|0|ROOT|{PAST}",
        "to|to|PART|4|aux",
        "attack|attack|VERB|2|xcomp|VerbForm=Inf",
        "Chad|Chad|PROPN|4|dobj",
        f"{mark}|{mark}|SCONJ|8|mark",
        "Mali|Mali|PROPN|8|nsubj",
        f"left|leave|VERB|4|advcl|{PAST}",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "THREATEN", "threatened", "Kenya", "Chad", "Mali")) == ("Kenya", done_to)


def test_ones_own_army_is_put_on_alert_against_the_land_where_it_stands(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"put|put|VERB|0|ROOT|{PAST}",
        "its|its|PRON|4|poss",
        "army|army|NOUN|2|dobj",
        "on|on|ADP|2|prep",
        "alert|alert|NOUN|5|pobj",
        "along|along|ADP|6|prep",
        "the|the|DET|9|det",
        "frontier|frontier|NOUN|7|pobj",
        ".|.|PUNCT|2|punct",
    )
    kenya, its = actor(doc, "Kenya"), actor(doc, "its")
    both = replace(kenya, mentions=(*kenya.mentions, *its.mentions))

    found = find(analysed(doc), (both, actor(doc, "its army")), (), (), rules)

    assert [sides(doc, one) for one in found] == [("Kenya", "the frontier")]


def test_an_offer_is_an_event_beside_what_is_offered(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        "is|be|AUX|0|ROOT|Tense=Pres|VerbForm=Fin",
        "willing|willing|ADJ|2|acomp",
        "to|to|PART|5|aux",
        "help|help|VERB|3|xcomp|VerbForm=Inf",
        "Chad|Chad|PROPN|5|dobj",
        ".|.|PUNCT|2|punct",
    )

    found = find(analysed(doc), (actor(doc, "Kenya"), actor(doc, "Chad")), (), (), rules)

    assert [(one.event_type, one.standing, *sides(doc, one)) for one in found] == [
        ("AGREE", "happened", "Kenya", "Chad"),
        ("AID", "hypothetical", "Kenya", "Chad"),
    ]


def test_a_noun_that_its_verb_hands_over_is_one_event(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"granted|grant|VERB|0|ROOT|{PAST}",
        "amnesty|amnesty|NOUN|2|dobj",
        "to|to|ADP|2|prep",
        "Chad|Chad|PROPN|4|pobj",
        ".|.|PUNCT|2|punct",
    )

    found = find(analysed(doc), (actor(doc, "Kenya"), actor(doc, "Chad")), (), (), rules)

    assert [(one.event_type, *sides(doc, one)) for one in found] == [("CONCEDE", "Kenya", "Chad")]


def test_who_gets_aid_gets_it_from_the_giver(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"received|receive|VERB|0|ROOT|{PAST}",
        "aid|aid|NOUN|2|dobj",
        "from|from|ADP|2|prep",
        "Chad|Chad|PROPN|4|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "AID", "aid", "Kenya", "Chad")) == ("Chad", "Kenya")


@pytest.mark.parametrize(
    ("verb", "found"),
    [("jailed|jail", (None, "Kenya")), ("protested|protest", ("Kenya", None))],
    ids=["done-to", "does"],
)
def test_a_verb_that_is_always_done_to_somebody_is_passive_without_an_object(
    rules: Rules, verb: str, found: tuple[str | None, str | None]
) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"{verb}|VERB|0|ROOT|{PAST}",
        "for|for|ADP|2|prep",
        "years|year|NOUN|3|pobj",
    )

    assert [sides(doc, one) for one in find(analysed(doc), (actor(doc, "Kenya"),), (), (), rules)] == [found]


def test_a_noun_takes_its_doer_from_the_participle_behind_it(rules: Rules) -> None:
    doc = parsed(
        "Mali|Mali|PROPN|2|nsubj",
        f"blocked|block|VERB|0|ROOT|{PAST}",
        "sanctions|sanction|NOUN|2|dobj",
        f"imposed|impose|VERB|3|acl|{PART}",
        "by|by|ADP|4|agent",
        "Kenya|Kenya|PROPN|5|pobj",
        "on|on|ADP|4|prep",
        "Chad|Chad|PROPN|7|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "SANCTION", "sanctions", "Kenya", "Chad", "Mali")) == ("Kenya", "Chad")


def test_to_whom_may_hang_from_the_doer(rules: Rules) -> None:
    doc = parsed(
        "The|the|DET|2|det",
        "incursion|incursion|NOUN|7|nsubj",
        "by|by|ADP|2|prep",
        "Kenya|Kenya|PROPN|3|pobj",
        "into|into|ADP|4|prep",
        "Chad|Chad|PROPN|5|pobj",
        f"ended|end|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|7|punct",
    )

    assert sides(doc, event(doc, rules, "ASSAULT", "incursion", "Kenya", "Chad")) == ("Kenya", "Chad")


def test_a_relative_word_after_a_preposition_stands_for_its_noun(rules: Rules) -> None:
    doc = parsed(
        "Chad|Chad|PROPN|6|nsubj",
        "with|with|ADP|5|prep",
        "which|which|PRON|2|pobj",
        "Kenya|Kenya|PROPN|5|nsubj",
        f"clashed|clash|VERB|1|relcl|{PAST}",
        f"spoke|speak|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|6|punct",
    )

    assert sides(doc, event(doc, rules, "ASSAULT", "clashed", "Kenya", "Chad")) == ("Kenya", "Chad")


@pytest.mark.parametrize(("preposition", "does"), [("in", "Kenya"), ("after", None)], ids=["in-it", "after-it"])
def test_who_does_something_in_a_call_takes_part_in_it(rules: Rules, preposition: str, does: str | None) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"spoke|speak|VERB|0|ROOT|{PAST}",
        f"{preposition}|{preposition}|ADP|2|prep",
        "talks|talk|NOUN|3|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "CONSULT", "talks", "Kenya"))[0] == does


def test_who_is_denied_something_is_the_recipient_not_the_thing(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"denied|deny|VERB|0|ROOT|{PAST}",
        "Chad|Chad|PROPN|2|dative",
        "a|a|DET|5|det",
        "port|port|NOUN|2|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "REJECT", "denied", "Kenya", "Chad")) == ("Kenya", "Chad")


def test_a_subject_that_the_tagger_takes_for_a_verb_still_does_it(rules: Rules) -> None:
    doc = parsed(
        "Marsh|marsh|VERB|2|nsubj",
        f"accused|accuse|VERB|0|ROOT|{PAST}",
        "Kenya|Kenya|PROPN|2|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "ACCUSE", "accused", "Kenya")) == ("Marsh", "Kenya")


@pytest.mark.parametrize(
    ("mark", "label", "expected"),
    [((), "advcl", "hecklers"), ((), "csubj", "hecklers"), (("while|while|SCONJ|3|mark",), "advcl", None)],
)
def test_a_verb_without_a_subject_has_that_of_the_participle_before_it(
    rules: Rules, mark: tuple[str, ...], label: str, expected: str | None
) -> None:
    at = len(mark)
    doc = parsed(
        *mark,
        f"hecklers|heckler|NOUN|{at + 2}|nsubj",
        f"leaving|leave|VERB|{at + 3}|{label}|VerbForm=Part",
        f"accused|accuse|VERB|0|ROOT|{PAST}",
        f"Kenya|Kenya|PROPN|{at + 3}|dobj",
        f".|.|PUNCT|{at + 3}|punct",
    )

    assert sides(doc, event(doc, rules, "ACCUSE", "accused", "Kenya")) == (expected, "Kenya")

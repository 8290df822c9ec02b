"""Who acts where the words before a deed name a thing, an act or a nation, and how far a party's words go."""

import pytest

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
    found = find(doc, tuple(actor(doc, name) for name in names), (), (), rules)
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
LED = (
    "A|a|DET|5|det",
    "Saudi|Saudi|PROPN|4|npadvmod",
    "-|-|PUNCT|4|punct",
    "led|lead|VERB|5|amod",
    "airstrike|airstrike|NOUN|VERB_HERE|nsubj",
)
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
        pytest.param(LED, "Saudi", id="who-leads-an-act"),
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


@pytest.mark.parametrize(
    ("place", "does"), [("Chad|Chad|PROPN|5|pobj", "Chad"), ("duty|duty|NOUN|5|pobj", None)], ids=["land", "no-land"]
)
def test_a_land_puts_out_who_is_expelled_from_it(rules: Rules, place: str, does: str | None) -> None:
    doc = parsed(
        "Two|two|NUM|2|nummod",
        "envoys|envoy|NOUN|4|nsubjpass",
        "were|be|AUX|4|auxpass",
        f"expelled|expel|VERB|0|ROOT|{PART}",
        "from|from|ADP|4|prep",
        place,
        ".|.|PUNCT|4|punct",
        "Kenya|Kenya|PROPN|9|nsubj",
        f"waited|wait|VERB|4|parataxis|{PAST}",
    )

    assert sides(doc, event(doc, rules, "SANCTION", "expelled", "Kenya", "envoys")) == (does, "Two envoys")


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


def test_the_words_of_a_thing_tell_which_is_meant_but_not_when_or_where_it_was_said(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"condemned|condemn|VERB|0|ROOT|{PAST}",
        "the|the|DET|4|det",
        "attack|attack|NOUN|2|dobj",
        "on|on|ADP|4|prep",
        "a|a|DET|7|det",
        "camp|camp|NOUN|5|pobj",
        "in|in|ADP|4|prep",
        "a|a|DET|10|det",
        "statement|statement|NOUN|8|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "ACCUSE", "condemned", "Kenya")) == ("Kenya", "the attack on a camp")


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


def test_the_second_of_two_is_found_where_the_parse_cut_it_off(rules: Rules) -> None:
    doc = parsed(
        "Talks|talk|NOUN|6|nsubj",
        "between|between|ADP|1|prep",
        "Kenya|Kenya|PROPN|2|pobj",
        "and|and|CCONJ|3|cc",
        "Chad|Chad|PROPN|6|nsubj",
        f"failed|fail|VERB|0|ROOT|{PAST}",
        ".|.|PUNCT|6|punct",
    )

    found = event(doc, rules, "CONSULT", "Talks", "Kenya", "Chad")

    assert found.reciprocal
    assert found.actor_ids == ("Kenya", "Chad")
    assert sides(doc, found) == ("Kenya and Chad", None)


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


def test_several_who_agree_to_a_plan_agree_with_each_other(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|4|nsubj",
        "and|and|CCONJ|1|cc",
        "Chad|Chad|PROPN|1|conj",
        f"agreed|agree|VERB|0|ROOT|{PAST}",
        "to|to|ADP|4|prep",
        "the|the|DET|7|det",
        "plan|plan|NOUN|5|pobj",
        ".|.|PUNCT|4|punct",
    )

    found = event(doc, rules, "AGREE", "agreed", "Kenya", "Chad")

    assert (found.reciprocal, found.recipient) == (True, None)


def test_ones_own_demands_are_made_to_somebody_else(rules: Rules) -> None:
    doc = parsed(
        "Kenya|Kenya|PROPN|2|nsubj",
        f"pressed|press|VERB|0|ROOT|{PAST}",
        "their|their|PRON|4|poss",
        "demands|demand|NOUN|2|dobj",
        "on|on|ADP|4|prep",
        "Chad|Chad|PROPN|5|pobj",
        ".|.|PUNCT|2|punct",
    )

    assert sides(doc, event(doc, rules, "REQUEST", "pressed", "Kenya", "their", "Chad")) == ("Kenya", "Chad")

from events.clauses import analysed
from newsledger.events import Rules, explain
from newsledger.model import Actor, Annotated, Mention
from parses import parsed

DENIED = (
    "Ghana|Ghana|PROPN|4|nsubj",
    "did|do|AUX|4|aux|Tense=Past|VerbForm=Fin",
    "not|not|PART|4|neg",
    "attack|attack|VERB|0|ROOT|VerbForm=Inf",
    "Togo|Togo|PROPN|4|dobj",
)


def _actor(doc: Annotated, name: str) -> Actor:
    start = doc.text.index(name)
    mention = Mention(start=start, end=start + len(name), form="name", rule="test")
    return Actor(
        id=name, key=name, name=name, kind="country", country="GHA", sector="GOV", role=None, mentions=(mention,)
    )  # fmt: skip


def test_each_field_of_an_event_tells_what_decided_it(rules: Rules) -> None:
    doc = parsed(*DENIED)

    told = explain(analysed(doc), (_actor(doc, "Ghana"), _actor(doc, "Togo")), (), (), rules)

    assert [(one.field, one.value, one.rule) for one in told] == [
        ("type", "ASSAULT", "predicates/attack verb assault"),
        ("actor", "Ghana", "slot subj"),
        ("recipient", "Togo", "slot dobj"),
        ("standing", "denied", "standing_markers/not adv"),
    ]


def test_what_vetoed_an_event_is_told(rules: Rules) -> None:
    told = explain(analysed(parsed(*DENIED)), (), (), (), rules)

    assert [(one.field, one.rule) for one in told][1:] == [("left out", "no public affair: private matter")]

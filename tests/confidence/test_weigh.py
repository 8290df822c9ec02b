"""Each finding has a confidence, the same each time, of features that are all written down with their reason."""

from itertools import pairwise

import pytest

from newsledger import codec
from newsledger.confidence import Rules, facts_of
from newsledger.confidence.facts import Facts
from newsledger.confidence.scorer import Scorer
from newsledger.confidence.weights import ALL, Steps, Weights, chance_of, load_weights, records_told
from newsledger.model import WEIGHED, Capture, Event, Expectation, Record, Statement, Weighed, surest
from newsledger.pipeline import Reader

TEXT = (
    "Harbour talks resume\n\nMayor Ada Brenn of Oslo met the Norwegian pilots on Monday. "
    '"We will reopen the quay on Friday," Brenn said. The pilots accused the Swedish government of lying.\n'
)
CAPTURE = Capture(data=TEXT, published="2019-03-06", kind="text")


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    return reader.read_capture(CAPTURE)


@pytest.fixture(scope="module")
def rules(reader: Reader) -> Rules:
    found: Rules = reader.rules["confidence"]
    return found


def test_every_finding_has_a_confidence_and_a_country_has_one(record: Record) -> None:
    findings: tuple[Event | Statement | Expectation, ...] = (*record.events, *record.statements, *record.expectations)
    coded = [actor for actor in record.actors if actor.likely_country]

    assert findings
    assert all(one.confidence is not None and 0 <= one.confidence <= 1 for one in findings)
    assert coded
    assert all(one.country_confidence is not None for one in coded)
    assert all(one.country_confidence is None for one in record.actors if not one.likely_country)


def test_the_same_bytes_have_the_same_confidence(reader: Reader, record: Record) -> None:
    assert reader.read_capture(CAPTURE) == record


def test_each_feature_is_written_down_with_its_reason(reader: Reader, record: Record, rules: Rules) -> None:
    facts = facts_of(record, reader.analyse(reader.annotate(CAPTURE)))

    for kind in WEIGHED:
        names = {name for one in facts[kind] for name in one.values}
        names |= set(rules.scorers[kind].names)
        assert not [name for name in names if kind not in rules.feature(name).of]


def test_reasons_name_features_with_their_sign(record: Record, rules: Rules) -> None:
    reasons = [reason for one in record.statements for reason in one.reasons]

    assert all(reason[0] in "+-" and rules.feature(reason[1:]).reason for reason in reasons)
    assert all(len(one.reasons) <= 3 for one in record.statements)


@pytest.mark.parametrize("kind", WEIGHED)
def test_what_must_not_lower_a_confidence_does_not(kind: Weighed, rules: Rules) -> None:
    for weights in load_weights()[kind].values():
        for name, steps in weights.steps.items():
            if rules.feature(name).rising:
                assert all(before <= after for before, after in pairwise(steps.adds)), name


def finding(**values: float) -> Facts:
    return Facts(finding="a", values=values, entries={})


def test_a_value_adds_what_its_step_adds() -> None:
    steps = Steps(above=(0.5, 2.0), adds=(-1.0, 0.25, 1.0))
    scorer = Scorer.of({"type": Weights(base=0.5, steps={"told": steps}, records={})})

    odds, adds = scorer.weigh([finding(told=value) for value in (0, 0.5, 1, 2, 3)])

    assert adds[:, 0] == pytest.approx([-1.0, -1.0, 0.25, 0.25, 1.0])
    assert odds == pytest.approx(adds[:, 0] + 0.5)


def test_an_entry_that_nobody_judged_has_the_record_of_its_group() -> None:
    records = {"entry": {ALL: -1.0, "CONSULT": 2.0}, "label": {ALL: 0.5}}

    met = records_told({"entry": ("predicates/met", "CONSULT")}, records)

    assert met == {
        "entry_record": 2.0,
        "entry_group": 2.0,
        "entry_known": False,
        "label_record": 0.5,
        "label_group": 0.5,
    }
    assert records_told({"entry": ("predicates/met", "AID")}, records)["entry_record"] == -1.0


def test_what_is_not_there_counts_as_nothing() -> None:
    scorer = Scorer.of({"type": Weights(base=0.5, steps={"dated": Steps(above=(0.5,), adds=(-1.0, 1.0))}, records={})})

    _, adds = scorer.weigh([finding(), finding(dated=True)])

    assert adds.tolist() == [[-1.0], [1.0]]


def test_a_feature_of_a_record_is_what_is_known_of_the_entry() -> None:
    steps = {f"entry_{name}": Steps(above=(0.0,), adds=(-0.5, 0.5)) for name in ("record", "group", "known")}
    met = {"entry": {ALL: 0.0, "CONSULT": -2.0, "predicates/met": 2.0}}
    unused = {"entry": {ALL: 0.0, "CONSULT": 0.0, "predicates/met": 0.0}}
    scorer = Scorer.of(
        {"type": Weights(base=0.0, steps=steps, records=met), "actor": Weights(base=30.0, steps={}, records=unused)}
    )

    _, adds = scorer.weigh(
        [Facts(finding="a", values={}, entries={"entry": (rule, "CONSULT")}) for rule in ("predicates/met", "other")]
    )

    assert scorer.names == ("entry_group", "entry_known", "entry_record")
    assert adds.round(6).tolist() == [[-0.5, 0.5, 0.5], [-0.5, -0.5, -0.5]]


def test_a_finding_is_right_where_all_its_fields_are() -> None:
    dated = {"dated": Steps(above=(0.5,), adds=(-1.0, 1.0))}
    doubtful, certain = (Weights(base=base, steps=dated, records={}) for base in (0.0, 3.0))

    whole, adds = Scorer.of({"type": doubtful, "actor": certain}).weigh([finding()])
    alone, _ = Scorer.of({"type": doubtful}).weigh([finding()])

    assert chance_of(whole[0]) == pytest.approx(chance_of(-1.0) * chance_of(2.0))
    assert alone[0] == pytest.approx(-1.0)
    assert adds[0, 0] == pytest.approx(-(1 - chance_of(-1.0) + 1 - chance_of(2.0)) / (1 - chance_of(whole[0])))


def test_a_finding_is_as_sure_among_others_as_alone(reader: Reader, record: Record, rules: Rules) -> None:
    facts = facts_of(record, reader.analyse(reader.annotate(CAPTURE)))["events"]

    together, _ = rules.scorers["events"].weigh(facts)

    assert len(facts) > 1
    assert together.tolist() == [rules.scorers["events"].weigh([one])[0][0] for one in facts]


def test_a_record_of_the_older_schema_has_none_and_keeps_its_digest(record: Record) -> None:
    tree = {**codec.to_builtins(record), "schema_version": 1}
    for kind in ("actors", "statements", "events", "expectations"):
        for finding in tree[kind]:
            for name in ("confidence", "reasons", "country_confidence", "country_reasons"):
                finding.pop(name, None)
    tree["digest"] = codec.digest_of(tree)

    older = codec.from_builtins(tree)

    assert {one.confidence for one in older.events} == {None}
    assert codec.seal(older).digest == tree["digest"]


def test_mentions_of_one_article_are_no_independent_reports() -> None:
    assert surest([0.4, None, 0.7]) == 0.7
    assert surest([None]) is None

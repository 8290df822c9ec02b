"""What speaks for and against an expectation."""

from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Expectation


def of_expectation(scene: Scene, expectation: Expectation) -> Facts:
    """Give the facts of an expectation."""
    family = expectation.rule.partition("/")[0]
    entries = (f"{expectation.rule} {expectation.kind}", f"{family} {expectation.kind}", expectation.kind)
    head = scene.head(expectation.action)
    if head is None:
        return Facts(finding=expectation.id, values={}, entries=entries)
    subject = scene.syntax.subject(head)
    values = {
        **scene.around(head),
        **scene.clause(head),
        **scene.party("holder", expectation.holder, expectation.holder_ids, head),
        "holder_grammar": scene.inside(expectation.holder, subject),
        **_subject(scene, subject),
        **_coming(scene, expectation),
        **_kind(expectation),
    }
    return Facts(finding=expectation.id, values=values, entries=entries)


def _subject(scene: Scene, subject: int | None) -> dict[str, float]:
    if subject is None:
        return {"subject_none": 1}
    token = scene.syntax.tokens[subject]
    return {
        "subject_pronoun": token.upos == "PRON",
        "subject_name": token.upos == "PROPN",
        "subject_you": token.lemma.lower() in ("you", "we", "one"),
        "subject_it": token.lemma.lower() in ("it", "this", "that", "there"),
    }


def _coming(scene: Scene, expectation: Expectation) -> dict[str, float]:
    doc = scene.syntax.doc
    return {
        "action_words": min(len(doc.tokens_in(expectation.action)), 60),
        "windowed": expectation.window_basis == "stated",
        "window_vague": expectation.window_basis == "vague",
        "window_open": bool(expectation.earliest) != bool(expectation.latest),
        "about_event": expectation.event is not None,
        "act_known": expectation.settled_by.event_type is not None,
        "in_statement": expectation.statement is not None,
        "spoken": expectation.speaker is not None,
        "conditional": expectation.condition is not None,
        "expected_again": expectation.same_as is not None,
    }


def _kind(expectation: Expectation) -> dict[str, float]:
    family = expectation.rule.partition("/")[0]
    return {
        "firm": expectation.strength == "firm",
        "aspirational": expectation.strength == "aspirational",
        "not_to_come": expectation.negated,
        "forecast": expectation.kind == "forecast",
        "promise": expectation.kind == "promise",
        "announced": expectation.kind == "announced_plan",
        "scheduled": expectation.kind == "scheduled_event",
        "hope": expectation.kind == "hope",
        "by_modal": family == "modals",
        "by_prospect": family == "prospects",
    }

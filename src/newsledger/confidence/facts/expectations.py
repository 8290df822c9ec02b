"""What speaks for and against an expectation."""

from newsledger.confidence.facts.parties import party, sort_of
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Expectation


def of_expectation(scene: Scene, expectation: Expectation) -> Facts:
    """Give the facts of an expectation."""
    family = expectation.rule.partition("/")[0]
    entries = {"entry": (f"{expectation.rule} {expectation.kind}", f"{family} {expectation.kind}", expectation.kind)}
    head = scene.head(expectation.action)
    if head is None:
        return Facts(finding=expectation.id, values={}, entries=entries)
    subject = scene.syntax.subject(head)
    values = {
        **scene.around(head),
        **scene.clause(head),
        **party(scene, "holder", expectation.holder, expectation.holder_ids, head),
        "holder_grammar": scene.inside(expectation.holder, subject),
        **_subject(scene, subject),
        **_coming(scene, expectation),
        **_kind(expectation),
    }
    return Facts(finding=expectation.id, values=values, entries=entries | _entries(scene, expectation, head))


def _entries(scene: Scene, expectation: Expectation, head: int) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the frame: it with its holder, its act, its time."""
    rule, kind = expectation.rule, expectation.kind
    family = rule.partition("/")[0]
    sort = sort_of(scene, expectation.holder, expectation.holder_ids)
    token = scene.syntax.tokens[head]
    told = scene.told_as(head)
    subject = scene.syntax.subject(head)
    who = "-" if subject is None else scene.syntax.tokens[subject].upos
    when = f"{expectation.window_basis} {len(expectation.window)}"
    return {
        "holder": (f"{rule} {kind} {sort}", f"{family} {kind} {sort}", f"{kind} {sort}"),
        "act": (f"{kind} {token.lemma.lower()}", token.lemma.lower(), token.upos),
        "form": (f"{rule} {told}", f"{family} {told}", told),
        "subject": (f"{rule} {kind} {who}", f"{family} {kind} {who}", who),
        "when": (f"{kind} {when}", when),
        "governor": scene.hung_from(head),
    }


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
        **_beside(scene, expectation),
    }


def _beside(scene: Scene, expectation: Expectation) -> dict[str, float]:
    """Say what of its sentence it left out: times, words that hang from the action."""
    doc = scene.syntax.doc
    words = doc.tokens_in(expectation.action)
    if not words:
        return {}
    sentence = doc.sentence_at(words[0])
    times = [one for one in scene.record.times if one.span.overlaps(sentence.span)]
    left = sum(
        below not in words and doc.tokens[below].upos not in ("PUNCT", "SPACE") and below > words[0]
        for index in words
        for below in doc.children[index]
    )
    head = doc.tokens[scene.head(expectation.action) or words[0]]
    return {
        "times": min(len(times), 4),
        "times_left_out": bool(times) and not expectation.window,
        "action_left_out": min(left, 4),
        "action_from_noun": doc.tokens[words[0]].upos in ("NOUN", "DET", "ADJ", "PROPN"),
        "act_be": head.lemma in ("be", "have"),
        "act_verbs": sum(doc.tokens[index].upos == "VERB" for index in words),
        "act_names": sum(doc.tokens[index].upos == "PROPN" for index in words),
        "days": (expectation.latest - expectation.earliest).days
        if expectation.latest is not None and expectation.earliest is not None
        else 0,
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

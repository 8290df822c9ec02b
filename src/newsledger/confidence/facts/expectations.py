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
        "subject_name": subject is not None and scene.syntax.tokens[subject].upos == "PROPN",
        **_coming(scene, expectation),
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
        "act": (f"{kind} {scene.word(head)}", scene.word(head), token.upos),
        "form": (f"{rule} {told}", f"{family} {told}", told),
        "subject": (f"{rule} {kind} {who}", f"{family} {kind} {who}", who),
        "when": (f"{kind} {when}", when),
        "governor": scene.hung_from(head),
    }


def _coming(scene: Scene, expectation: Expectation) -> dict[str, float]:
    doc = scene.syntax.doc
    words = doc.tokens_in(expectation.action)
    parts = [doc.tokens[index].upos for index in words]
    sentence = doc.sentence_at(words[0]).span
    times = [one for one in scene.record.times if one.span.overlaps(sentence)]
    return {
        "action_words": min(len(words), 60),
        "windowed": expectation.window_basis == "stated",
        "about_event": expectation.event is not None,
        "announced": expectation.kind == "announced_plan",
        "times": min(len(times), 4),
        "act_verbs": parts.count("VERB"),
        "act_names": parts.count("PROPN"),
    }

"""What speaks for and against an expectation."""

from newsledger.confidence.facts.parties import distance, known, mention_of, sort_of
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.confidence.facts.wording import sentence_of, told_as, worded
from newsledger.model import Expectation

_LONG = 60


def of_expectation(scene: Scene, expectation: Expectation) -> Facts:
    """Give the facts of an expectation."""
    family = expectation.rule.partition("/")[0]
    entries = {"entry": (f"{expectation.rule} {expectation.kind}", f"{family} {expectation.kind}", expectation.kind)}
    head = scene.head(expectation.action)
    if head is None:
        return Facts(finding=expectation.id, values={}, entries=entries)
    subject = scene.syntax.subject(head)
    values = {
        **scene.page,
        **sentence_of(scene, head),
        **scene.clause(head),
        **worded(scene, head),
        **_holder(scene, expectation, head),
        **_coming(scene, expectation),
        "subject_name": subject is not None and scene.syntax.tokens[subject].upos == "PROPN",
    }
    return Facts(finding=expectation.id, values=values, entries=entries | _entries(scene, expectation, head))


def _entries(scene: Scene, expectation: Expectation, head: int) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the frame: it with its holder, its act, its time."""
    rule, kind = expectation.rule, expectation.kind
    family = rule.partition("/")[0]
    sort = sort_of(scene, expectation.holder, expectation.holder_ids)
    told, word = told_as(scene, head), scene.word(head)
    subject = scene.syntax.subject(head)
    who = "-" if subject is None else scene.syntax.tokens[subject].upos
    when = f"{expectation.window_basis} {len(expectation.window)}"
    return {
        "holder": (f"{rule} {kind} {sort}", f"{family} {kind} {sort}", f"{kind} {sort}"),
        "act": (f"{kind} {word}", word, scene.syntax.tokens[head].upos),
        "form": (f"{rule} {told}", f"{family} {told}", told),
        "subject": (f"{rule} {kind} {who}", f"{family} {kind} {who}", who),
        "when": (f"{kind} {when}", when),
        "governor": scene.hung_from(head),
    }


def _holder(scene: Scene, expectation: Expectation, head: int) -> dict[str, float]:
    span, ids = expectation.holder, expectation.holder_ids
    if span is None:
        return {}
    found, top = scene.words(span)
    actor = scene.actors.get(ids[0]) if ids else None
    token = None if top is None else scene.syntax.tokens[top]
    return {
        **known(scene, "holder", ids),
        "holder.distance": distance(found, head),
        "holder.unmentioned": mention_of(scene, span, ids) is None,
        "holder.sector": actor is not None and actor.sector is not None,
        "holder.body": actor is not None and actor.kind == "organisation",
        "holder.subject": token is not None and token.deprel in ("nsubj", "nsubjpass"),
        "holder.plural": token is not None and "Number=Plur" in token.morph,
    }


def _coming(scene: Scene, expectation: Expectation) -> dict[str, float]:
    doc = scene.syntax.doc
    words = scene.words(expectation.action)[0]
    parts = [doc.tokens[index].upos for index in words]
    sentence = doc.sentence_at(words[0]).span
    times = [one for one in scene.record.times if one.span.overlaps(sentence)]
    return {
        "action_words": min(len(words), _LONG),
        "windowed": expectation.window_basis == "stated",
        "about_event": expectation.event is not None,
        "announced": expectation.kind == "announced_plan",
        "times": min(len(times), 4),
        "act_verbs": parts.count("VERB"),
        "act_names": parts.count("PROPN"),
    }

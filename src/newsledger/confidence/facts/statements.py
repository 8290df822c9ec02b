"""What speaks for and against a statement."""

from collections.abc import Sequence

from newsledger.confidence.facts.parties import party, sort_of
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Span, Statement

#: What no clause ends with.
_OPEN = frozenset({"ADP", "CCONJ", "DET", "AUX", "SCONJ", "PART"})


def of_statement(scene: Scene, statement: Statement) -> Facts:
    """Give the facts of a statement."""
    entries = {"entry": (statement.rule, f"{statement.attitude} {statement.form}", statement.form)}
    first = (*statement.cue, *statement.content)[0]
    head = scene.head(first)
    if head is None:
        return Facts(finding=statement.id, values={}, entries=entries)
    source = statement.source[0] if statement.source else None
    ids = (statement.source_actor,) if statement.source_actor else ()
    values = {
        **scene.around(head),
        **scene.clause(head),
        **party(scene, "source", source, ids, head),
        **_content(scene, statement),
        "addressed": statement.addressee is not None,
        "told_when": statement.said_at is not None,
    }
    return Facts(finding=statement.id, values=values, entries=entries | _entries(scene, statement, head, ids))


def _entries(scene: Scene, statement: Statement, head: int, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the cue: it with its source, with its content, with its form."""
    rule, form, doc = statement.rule, statement.form, scene.syntax.doc
    kind = f"{statement.attitude} {form}"
    sort = sort_of(scene, statement.source[0] if statement.source else None, ids)
    top = doc.head_in(statement.content[0])
    hangs = "-" if top is None else f"{doc.tokens[top].deprel} {doc.tokens[top].upos}"
    told, way = scene.told_as(head), scene.hung_from(head)
    return {
        "source": (f"{rule} {sort}", f"{kind} {sort}", f"{form} {sort}"),
        "content": (f"{rule} {hangs}", f"{kind} {hangs}", f"{form} {hangs}"),
        "form": (f"{rule} {told}", f"{kind} {told}", told),
        "governor": way,
    }


def _content(scene: Scene, statement: Statement) -> dict[str, float]:
    doc = scene.syntax.doc
    whole = Span(start=statement.content[0].start, end=statement.content[-1].end)
    words = [index for span in statement.content for index in doc.tokens_in(span)]
    if not words:
        return {}
    sentence = doc.sentence_at(words[0])
    parts = [doc.tokens[index].upos for index in words[:100]]
    verbs = parts.count("VERB") + parts.count("AUX")
    return {
        "content_words": min(len(words), 100),
        "content_verbs": min(verbs, 10),
        "content_to_the_end": whole.end >= sentence.span.end - 2,
        "content_that": doc.tokens[words[0]].lemma in ("that", "whether"),
        "content_share": len(words) / max(len(sentence.indices), 1),
        "content_subject": any(doc.tokens[index].deprel in ("nsubj", "nsubjpass") for index in words[:12]),
        "content_from_verb": parts[0] in ("VERB", "AUX"),
        "content_ends_open": doc.tokens[words[-1]].upos in _OPEN,
    }

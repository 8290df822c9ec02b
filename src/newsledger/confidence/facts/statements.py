"""What speaks for and against a statement."""

from collections.abc import Sequence

from newsledger.confidence.facts.parties import known, meant, mention_of, sort_of
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Statement

_LONG = 100


def of_statement(scene: Scene, statement: Statement) -> Facts:
    """Give the facts of a statement."""
    entries = {"entry": (statement.rule, f"{statement.attitude} {statement.form}", statement.form)}
    head = scene.head((*statement.cue, *statement.content)[0])
    if head is None:
        return Facts(finding=statement.id, values={}, entries=entries)
    ids = (statement.source_actor,) if statement.source_actor else ()
    values = {
        **scene.page,
        **scene.clause(head),
        **_content(scene, statement),
        "sentence_number": scene.syntax.doc.sentence_of[head],
    }
    if statement.source:
        span = statement.source[0]
        mention = mention_of(scene, span, ids)
        values |= known(scene, "source", ids) | meant(scene, "source", mention, ids)
    return Facts(finding=statement.id, values=values, entries=entries | _entries(scene, statement, ids))


def _entries(scene: Scene, statement: Statement, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Give whose records count beside that of the cue: it with its source, with its content."""
    rule, form = statement.rule, statement.form
    kind = f"{statement.attitude} {form}"
    sort = sort_of(scene, statement.source[0] if statement.source else None, ids)
    top = scene.words(statement.content[0])[1]
    token = None if top is None else scene.syntax.tokens[top]
    hangs = "-" if token is None else f"{token.deprel} {token.upos}"
    return {
        "source": (f"{rule} {sort}", f"{kind} {sort}", f"{form} {sort}"),
        "content": (f"{rule} {hangs}", f"{kind} {hangs}", f"{form} {hangs}"),
    }


def _content(scene: Scene, statement: Statement) -> dict[str, float]:
    doc = scene.syntax.doc
    words = [index for span in statement.content for index in scene.words(span)[0]]
    if not words:
        return {}
    sentence = doc.sentence_at(words[0])
    parts = [doc.tokens[index].upos for index in words[:_LONG]]
    return {
        "content_words": len(parts),
        "content_verbs": min(parts.count("VERB") + parts.count("AUX"), 10),
        "content_to_the_end": statement.content[-1].end >= sentence.span.end - 2,
        "content_that": doc.tokens[words[0]].lemma in ("that", "whether"),
        "content_share": len(words) / len(sentence.indices),
    }

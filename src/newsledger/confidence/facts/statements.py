"""What speaks for and against a statement."""

from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Span, Statement


def of_statement(scene: Scene, statement: Statement) -> Facts:
    """Give the facts of a statement."""
    entries = (statement.rule, f"{statement.attitude} {statement.form}", statement.form)
    first = (*statement.cue, *statement.content)[0]
    head = scene.head(first)
    if head is None:
        return Facts(finding=statement.id, values={}, entries=entries)
    source = statement.source[0] if statement.source else None
    ids = (statement.source_actor,) if statement.source_actor else ()
    syntax = scene.syntax
    agent = syntax.agent(head)
    values = {
        **scene.around(head),
        **scene.clause(head),
        **scene.party("source", source, ids, head),
        "source_grammar": scene.inside(source, agent if agent is not None else syntax.owner(head)),
        "source_parts": len(statement.source),
        **_content(scene, statement),
        **_form(statement),
    }
    return Facts(finding=statement.id, values=values, entries=entries)


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
        "content_verbless": not verbs,
        "content_parts": len(statement.content),
        "content_first": whole.start <= sentence.span.start + 1,
        "content_to_the_end": whole.end >= sentence.span.end - 2,
        "content_over_sentences": doc.sentence_of[words[-1]] != doc.sentence_of[words[0]],
        "content_that": doc.tokens[words[0]].lemma in ("that", "whether"),
        "content_to": doc.tokens[words[0]].lemma in ("to", "of"),
        "content_behind": bool(statement.cue) and whole.start > statement.cue[0].start,
        "content_share": len(words) / max(len(sentence.indices), 1),
    }


def _form(statement: Statement) -> dict[str, float]:
    return {
        "direct": statement.form == "direct",
        "indirect": statement.form == "indirect",
        "mixed": statement.form == "mixed",
        "cueless": not statement.cue,
        "nested": statement.parent is not None,
        "addressed": statement.addressee is not None,
        "told_when": statement.said_at is not None,
        "plain_report": statement.attitude in ("report", "claim"),
        "mere_thought": statement.attitude in ("believe", "know", "hope", "fear"),
    }

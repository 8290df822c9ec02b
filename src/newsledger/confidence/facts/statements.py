"""What speaks for and against a statement."""

from collections.abc import Sequence

from newsledger.confidence.facts.parties import party, sort_of
from newsledger.confidence.facts.scene import Facts, Scene
from newsledger.model import Span, Statement

#: Quotation marks as words of the parse.
_CLOSING = frozenset({'"', "“", "”", "''"})


def of_statement(scene: Scene, statement: Statement) -> Facts:
    """Give the facts of a statement."""
    entries = {"entry": (statement.rule, f"{statement.attitude} {statement.form}", statement.form)}
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
        **party(scene, "source", source, ids, head),
        "source_grammar": scene.inside(source, agent if agent is not None else syntax.owner(head)),
        "source_parts": len(statement.source),
        **_content(scene, statement),
        **_form(statement),
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
        "content_verbless": not verbs,
        "content_parts": len(statement.content),
        "content_first": whole.start <= sentence.span.start + 1,
        "content_to_the_end": whole.end >= sentence.span.end - 2,
        "content_over_sentences": doc.sentence_of[words[-1]] != doc.sentence_of[words[0]],
        "content_that": doc.tokens[words[0]].lemma in ("that", "whether"),
        "content_to": doc.tokens[words[0]].lemma in ("to", "of"),
        "content_behind": bool(statement.cue) and whole.start > statement.cue[0].start,
        "content_share": len(words) / max(len(sentence.indices), 1),
        **_whole(scene, statement, words),
    }


def _whole(scene: Scene, statement: Statement, words: Sequence[int]) -> dict[str, float]:
    """Say whether the content is whole: what hangs from it and was left out, what in it hangs from elsewhere."""
    tokens, within = scene.syntax.tokens, set(words)
    others = {index for span in (*statement.cue, *statement.source) for index in scene.syntax.doc.tokens_in(span)}
    left = [
        below
        for index in words[:100]
        for below in scene.syntax.children[index]
        if below not in within and below not in others and tokens[below].upos not in ("PUNCT", "SPACE")
    ]
    tops = [index for index in words[:100] if tokens[index].head not in within or tokens[index].head == index]
    first, last = tokens[words[0]], tokens[words[-1]]
    return {
        "content_left_out": min(len(left), 5),
        "content_left_out_joined": any(tokens[index].deprel == "conj" for index in left),
        "content_tops": min(len([index for index in tops if tokens[index].upos not in ("PUNCT", "SPACE")]), 5),
        "content_subject": any(tokens[index].deprel in ("nsubj", "nsubjpass") for index in words[:12]),
        "content_from_verb": first.upos in ("VERB", "AUX"),
        "content_from_noun": first.upos in ("NOUN", "DET", "ADJ"),
        "content_from_small": first.text[:1].islower(),
        "content_ends_open": last.upos in ("ADP", "CCONJ", "DET", "AUX", "SCONJ", "PART"),
        "content_ends_quoted": last.text in _CLOSING,
        "content_quotes_odd": sum(tokens[index].text in _CLOSING for index in words) % 2,
        "content_asks": any(tokens[index].text == "?" for index in words),
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

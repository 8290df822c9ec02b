"""An explanation as plain text: each sentence with its clauses, and what was decided on them."""

from collections.abc import Iterator

from newsledger.model import Clause, Explanation, Sentence, Syntax


def explanation_text(explanation: Explanation) -> str:
    """Write an explanation, sentence by sentence."""
    sentences = explanation.syntax.doc.sentences
    return "\n".join(line for sentence in sentences for line in _of_sentence(explanation, sentence))


def _of_sentence(explanation: Explanation, sentence: Sentence) -> Iterator[str]:
    syntax = explanation.syntax
    yield " ".join(sentence.span.of(syntax.doc.text).split())
    for index in sentence.indices:
        clause = syntax.clause(index)
        if clause is not None and (clause.pos == "verb" or clause.arguments):
            yield f"  {_clause(syntax, clause)}"
    for one in explanation.decisions:
        if sentence.span.holds(one.trigger):
            value = f" {one.value}" if one.value else ""
            yield f"  > {one.trigger.of(syntax.doc.text)}: {one.field}{value} ({one.rule})"
    yield ""


def _clause(syntax: Syntax, clause: Clause) -> str:
    told = (clause.pos, clause.voice, clause.tense, clause.form, "denied" if clause.is_negated else None)
    arguments = (
        f"{one.role} {_preposition(syntax, one.preposition)}{syntax.tokens[one.head].text} ({one.how}, {one.decided})"
        for one in clause.arguments
    )
    said = ", ".join(word for word in told if word)
    return "; ".join((f"{syntax.tokens[clause.head].text}: {said}", *arguments))


def _preposition(syntax: Syntax, index: int | None) -> str:
    return "" if index is None else f"{syntax.tokens[index].text.lower()} "

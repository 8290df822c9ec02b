"""How a word stands in its sentence: how deep, with which article, and what hangs from it."""

from newsledger.model import Syntax

_SOME = frozenset({"a", "an", "another"})
_FAR = 40


def place_of(syntax: Syntax, index: int) -> dict[str, float]:
    """Say where a word stands in its sentence and in its tree."""
    tokens = syntax.tokens
    depth, up = 0, index
    while tokens[up].head != up and depth < _FAR:
        depth, up = depth + 1, tokens[up].head
    sentence = syntax.doc.sentence_at(index)
    children = syntax.children[index]
    below = [tokens[child].deprel for child in children]
    articles = {tokens[child].text.lower() for child in children if tokens[child].deprel == "det"}
    return {
        "word_depth": depth,
        "word_place": (index - sentence.start) / max(len(sentence.indices), 1),
        "word_the": "the" in articles,
        "word_a": not articles.isdisjoint(_SOME),
        "word_no_article": not articles and tokens[index].upos == "NOUN",
        "word_adverbs": below.count("advmod"),
        "word_clause_below": "ccomp" in below or "xcomp" in below,
        "word_object_below": "dobj" in below,
        "word_subject_below": "nsubj" in below or "nsubjpass" in below,
    }

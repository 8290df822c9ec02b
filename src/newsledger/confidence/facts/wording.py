"""How a word stands in its sentence: its article and number, what hangs from it, what it hangs from."""

from newsledger.model import Syntax

_IF = frozenset({"if", "unless", "whether"})
_SOME = frozenset({"a", "an", "another"})
_FAR = 40


def place_of(syntax: Syntax, index: int) -> dict[str, float]:
    """Say where a word stands in its sentence and in its tree."""
    tokens = syntax.tokens
    token = tokens[index]
    depth, up = 0, index
    while tokens[up].head != up and depth < _FAR:
        depth, up = depth + 1, tokens[up].head
    sentence = syntax.doc.sentence_at(index)
    label = token.deprel
    return {
        "word_depth": depth,
        "word_place": (index - sentence.start) / max(len(sentence.indices), 1),
        "word_noun": token.upos in ("NOUN", "PROPN"),
        "word_capital": token.text[:1].isupper() and index > sentence.start,
        "word_modifies": label in ("compound", "amod", "nmod", "poss"),
        "word_after_preposition": label in ("pobj", "pcomp"),
        "word_object": label in ("dobj", "attr", "oprd"),
        "word_subject": label in ("nsubj", "nsubjpass"),
        "word_joined": label in ("conj", "appos"),
        "word_relative": label in ("relcl", "acl"),
        "word_adverbial": label == "advcl",
        "word_complement": label in ("xcomp", "ccomp"),
        "word_root": label == "ROOT",
        "word_plural": "Number=Plur" in token.morph,
        "word_ing": "Prog" in token.morph or "VerbForm=Ger" in token.morph,
        "word_adjective": token.upos == "ADJ",
        "word_after_if": _after_if(syntax, index),
        **_below(syntax, index, noun=token.upos == "NOUN"),
    }


def _below(syntax: Syntax, index: int, *, noun: bool) -> dict[str, float]:
    tokens = syntax.tokens
    children = syntax.children[index]
    below = [tokens[child].deprel for child in children]
    articles = {tokens[child].text.lower() for child in children if tokens[child].deprel == "det"}
    return {
        "word_the": "the" in articles,
        "word_a": not articles.isdisjoint(_SOME),
        "word_no_article": noun and not articles,
        "word_compounded": below.count("compound"),
        "word_described": below.count("amod"),
        "word_adverbs": below.count("advmod"),
        "word_clause_below": "ccomp" in below or "xcomp" in below,
        "word_object_below": "dobj" in below,
        "word_subject_below": "nsubj" in below or "nsubjpass" in below,
    }


def _after_if(syntax: Syntax, index: int) -> bool:
    tokens = syntax.tokens
    return any(
        tokens[child].deprel == "mark" and tokens[child].text.lower() in _IF
        for up in (index, *syntax.doc.ancestors(index))
        for child in syntax.children[up]
    )

"""How an expectation is worded: what its sentence is like, how its word is told and what hangs from it."""

from newsledger.confidence.facts.scene import Scene


def sentence_of(scene: Scene, index: int) -> dict[str, float]:
    """Say what the sentence of a word is like."""
    doc = scene.syntax.doc
    number = doc.sentence_of[index]
    words = doc.tokens[doc.sentences[number].start : doc.sentences[number].end]
    firsts = [word.text[0] for word in words if word.text[:1].isalpha()]
    parts = [word.upos for word in words]
    return {
        "sentence_number": number,
        "sentence_words": len(words),
        "sentence_capitals": sum(map(str.isupper, firsts)) / max(len(firsts), 1),
        "sentence_names": parts.count("PROPN"),
        "sentence_present": sum("Tense=Pres" in word.morph for word in words),
        "word_place": (index - doc.sentences[number].start) / len(words),
    }


def worded(scene: Scene, index: int) -> dict[str, float]:
    """Say how a predicate is told, and what hangs from it."""
    tokens, clause = scene.syntax.tokens, scene.syntax.clause(index)
    below = [tokens[child].deprel for child in scene.syntax.children[index]]
    return {
        "clause_future": clause is not None and clause.tense == "future",
        "word_adverbs": below.count("advmod"),
        "word_object_below": "dobj" in below,
    }


def told_as(scene: Scene, index: int) -> str:
    """Say in a few words how a predicate is told: its tense or form, and what turns it."""
    clause = scene.syntax.clause(index)
    if clause is None:
        return "-"
    turned = (" not" if clause.is_negated else "") + (" modal" if clause.modals else "")
    return f"{clause.tense or clause.form or clause.pos}{turned}"

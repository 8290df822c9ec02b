"""Sets apart questions, real and embedded, and what only a condition supposes."""

from collections.abc import Iterator

from newsledger.model import Annotated
from newsledger.outlook.cues import Cue
from newsledger.outlook.grammar import ancestors, child, is_past
from newsledger.outlook.rules import Rules
from newsledger.outlook.scene import Scene

_ASKING = frozenset({"whether", "if"})
_QUESTION_WORDS = frozenset({"what", "who", "whom", "whose", "which", "how", "when", "where", "why"})


def is_asked(doc: Annotated, scene: Scene, cue: Cue) -> bool:
    """Say whether the clause is a question, real or embedded, or the condition of another."""
    if _is_question(doc, cue):
        return True
    verbs = {cue.content, cue.verb, cue.word}
    verbs |= {doc.tokens[verb].head for verb in verbs if doc.tokens[verb].deprel == "conj"}
    return any(_is_embedded_question(doc, verb) for verb in (*verbs, *_clauses_around(doc, scene, cue.verb)))


def _clauses_around(doc: Annotated, scene: Scene, verb: int) -> Iterator[int]:
    """Give the clauses that a clause is the content of: "whether the claim that it will last is true"."""
    for above in ancestors(doc, verb):
        if doc.tokens[verb].deprel not in ("ccomp", "acl", "xcomp", "nsubj", "dobj", "conj", "acomp"):
            return
        said = scene.content.get(verb)
        if said is not None and said.form == "direct" and scene.content.get(above) is not said:
            return  # what stands outside a quotation asks nothing inside it
        yield above
        verb = above


def _is_embedded_question(doc: Annotated, verb: int) -> bool:
    first = doc.tokens[doc.subtree(verb)[0]]
    if doc.tokens[verb].deprel in ("ccomp", "pcomp") and first.text.lower() in ("what", "who", "how"):
        return True  # "nobody knows what it will look like"
    for below in doc.children[verb]:
        if doc.tokens[below].deprel == "mark" and doc.tokens[below].text.lower() in _ASKING:
            return True
        if below < verb and _asks(doc, below) and not _is_relative(doc, verb):
            return doc.tokens[verb].deprel not in ("ROOT", "advcl")
    return False


def _is_question(doc: Annotated, cue: Cue) -> bool:
    """Say whether the clause is the question of a sentence that ends in "?", not what a report in it says."""
    last = doc.sentence_at(cue.content).end - 1
    if "?" not in (doc.tokens[last].text, doc.tokens[max(last - 1, 0)].text):
        return False
    reporting = [above for above in ancestors(doc, cue.verb) if doc.tokens[above].deprel == "ROOT"]
    return not reporting or child(doc, reporting[0], "nsubj") is None or not is_past(doc, reporting[0])


def _asks(doc: Annotated, index: int) -> bool:
    """Say whether a word or one right below it asks: "whom", "on whom", "how many"; a whole clause does not."""
    if doc.tokens[index].deprel in ("advcl", "ccomp", "conj", "parataxis"):
        return False
    words = (doc.tokens[one].text.lower() for one in (index, *doc.children[index]))
    return any(word in _QUESTION_WORDS for word in words)


def _is_relative(doc: Annotated, verb: int) -> bool:
    """Say whether a clause with "who" or "which" describes a noun, as in "changes, which she said will come"."""
    token = doc.tokens[verb]
    return token.deprel in ("relcl", "acl") or (token.deprel == "ccomp" and doc.tokens[token.head].deprel == "relcl")


def is_supposed(doc: Annotated, cue: Cue, rules: Rules) -> bool:
    """Say whether the clause stands in a condition: "if he wants to resign"."""
    for verb in (cue.verb, *ancestors(doc, cue.verb)):
        if _opens_condition(doc, verb, rules):
            return True
        if doc.tokens[verb].deprel not in ("xcomp", "conj", "ccomp", "acomp", "aux", "dobj", "acl"):
            return False
    return False


def _opens_condition(doc: Annotated, verb: int, rules: Rules) -> bool:
    for below in doc.children[verb]:
        if doc.tokens[below].deprel == "mark" and below < verb:
            found = rules.conditions.get(doc.tokens[below].text.lower())
            if found is not None and found[0] == "condition":
                return True
    return False

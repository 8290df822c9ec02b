"""Sets apart questions, real and embedded."""

from collections.abc import Iterator

from newsledger.outlook.cues import Cue
from newsledger.outlook.scene import Scene


def is_asked(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause is a question, real or embedded."""
    if _is_question(scene, cue):
        return True
    if cue.frame is not None and scene.word(scene.doc.first_below[cue.word]) == "how":
        return False  # "how the firm is hoping to stop the leak" presupposes that it is
    verbs = {cue.content, cue.verb, cue.word}
    verbs |= {scene.head(verb) for verb in verbs if scene.label(verb) == "conj"}
    return any(_is_embedded_question(scene, verb) for verb in (*verbs, *_clauses_around(scene, cue.verb)))


def _clauses_around(scene: Scene, verb: int) -> Iterator[int]:
    """Give the clauses that a clause is the content of: "whether the claim that it will last is true"."""
    for above in scene.ancestors(verb):
        if scene.label(verb) not in ("ccomp", "acl", "xcomp", "nsubj", "dobj", "conj", "acomp"):
            return
        said = scene.content.get(verb)
        if said is not None and said.form == "direct" and scene.content.get(above) is not said:
            return  # what stands outside a quotation asks nothing inside it
        yield above
        verb = above


def _is_embedded_question(scene: Scene, verb: int) -> bool:
    if scene.label(verb) in ("ccomp", "pcomp") and scene.word(scene.doc.first_below[verb]) in ("what", "who", "how"):
        return True  # "nobody knows what it will look like"
    for below in scene.children[verb]:
        if scene.label(below) == "mark" and scene.word(below) in ("whether", "if"):
            return True
        if below < verb and _asks(scene, below) and not _is_relative(scene, verb):
            return scene.label(verb) not in ("ROOT", "advcl")
    return False


def _is_question(scene: Scene, cue: Cue) -> bool:
    """Say whether the clause is the question of a sentence that ends in "?", not what a report in it says."""
    last = scene.doc.sentence_at(cue.content).end - 1
    if "?" not in (scene.tokens[last].text, scene.tokens[max(last - 1, 0)].text):
        return False
    reporting = [above for above in scene.ancestors(cue.verb) if scene.label(above) == "ROOT"]
    return not reporting or scene.child(reporting[0], "nsubj") is None or not scene.is_past(reporting[0])


def _asks(scene: Scene, index: int) -> bool:
    """Say whether a word or one right below it asks: "whom", "on whom", "how many"; a whole clause does not."""
    if scene.label(index) in ("advcl", "ccomp", "conj", "parataxis"):
        return False
    return any(scene.word(one) in scene.rules.classes["question"] for one in (index, *scene.children[index]))


def _is_relative(scene: Scene, verb: int) -> bool:
    """Say whether a clause with "who" or "which" describes a noun, as in "changes, which she said will come"."""
    of_relative = scene.label(verb) == "ccomp" and scene.label(scene.head(verb)) == "relcl"
    return scene.label(verb) in ("relcl", "acl") or of_relative

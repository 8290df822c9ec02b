"""Where each kind of word has what it says to be coming."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from newsledger.outlook.rules import Frame
from newsledger.outlook.scene import Scene

VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_COMPLEMENTS = ("xcomp", "advcl", "ccomp")
_AFTER_TIME = (*_COMPLEMENTS, "acl", "relcl")


def _to_frame(scene: Scene, index: int) -> Iterator[int]:
    if scene.upos(index) in VERBS and not scene.is_passive(index):
        yield from _infinitives(scene, index, owned=False)


def _be_to_frame(scene: Scene, index: int) -> Iterator[int]:
    before_noun = scene.label(index) == "amod" and scene.head(index) > index  # "enough pledged votes to"
    if scene.is_passive(index) and not before_noun:
        yield from _infinitives(scene, index, owned=False)


def _object_to_frame(scene: Scene, index: int) -> Iterator[int]:
    """The infinitive of another: "expects prices to fall"; some parses hang it from that other."""
    if scene.upos(index) not in VERBS or scene.is_passive(index):
        return
    yield from _infinitives(scene, index, owned=True)
    other = scene.child(index, "dobj")
    below = None if other is None else scene.child(other, "relcl", "acl")
    if below is not None and scene.syntax.is_infinitive(below):
        yield from scene.alike(below)
    elif other is not None:
        yield from (one for one in _infinitives(scene, index, owned=False) if one > other)


def _until_to_frame(scene: Scene, index: int) -> Iterator[int]:
    """What is to be done until a time: "have until Friday to file", "gave them two weeks to leave"."""
    times = [one for one in scene.children[index] if one > index and scene.is_a(one, "unit")]
    limits = (scene.child(one, "pobj") for one in scene.children[index] if scene.word(one) in ("until", "till"))
    times += [one for one in limits if one is not None]
    for above in (index, *times) if times else ():
        for below in scene.children[above]:
            if below > index and scene.label(below) in _AFTER_TIME and scene.syntax.is_infinitive(below):
                yield from scene.alike(below)
                return


def _infinitives(scene: Scene, index: int, *, owned: bool) -> Iterator[int]:
    """Give the "to" infinitives after a word, those with (or without) a subject of their own."""
    for below in scene.children[index]:
        own = scene.child(below, "nsubj", "nsubjpass") is not None
        if below > index and own == owned and scene.label(below) in _COMPLEMENTS and scene.syntax.is_infinitive(below):
            yield from scene.alike(below)
            return


def _that_frame(scene: Scene, index: int) -> Iterator[int]:
    """A present clause after a verb of hoping ("hopes the truce lasts", "can last"); other modals stand alone."""
    found = scene.child(index, "ccomp")
    clause = None if found is None or found < index else scene.syntax.clause(found)
    if clause is None or clause.tense != "present":
        return
    if not any(scene.word(modal) in scene.rules.modals for modal in clause.modals):
        yield clause.head


def _ing_frame(scene: Scene, index: int) -> Iterator[int]:
    """An act as a gerund: "considers selling", "agreed on selling"; not the noun's in "talk about selling"."""
    if scene.upos(index) == "NOUN":
        return
    for below in scene.children[index]:
        token = scene.tokens[below]
        if below < index:
            continue
        own = scene.child(below, "nsubj", "aux") is not None
        if token.deprel in ("xcomp", "ccomp", "pcomp") and token.text.endswith("ing") and not own:
            yield from scene.alike(below)
            return
        gerund = scene.child(below, "pcomp") if token.deprel == "prep" else None
        if gerund is not None and scene.tokens[gerund].text.endswith("ing"):
            yield from scene.alike(gerund)
            return


def _object_frame(scene: Scene, index: int) -> Iterator[int]:
    """An act that is brought up as the verb's object: "plans a march", not "plans the marches"."""
    found = scene.child(index, "dobj")
    if found is None or found < index or scene.is_passive(index):
        return
    article = scene.child(found, "det", "poss")
    is_new = article is None or scene.lemma(article) in ("a", "an")
    if is_new and scene.upos(found) == "NOUN":
        yield found


def _dated_object_frame(scene: Scene, index: int) -> Iterator[int]:
    found = scene.child(index, "dobj")
    if found is not None and found > index:
        yield found


def _subject_frame(scene: Scene, index: int) -> Iterator[int]:
    """What is dated is the subject: "the vote is scheduled for Monday", "the report is due on Friday"."""
    clause = scene.head(index) if scene.label(index) == "acomp" else index
    found = scene.child(clause, "nsubjpass", "nsubj") or _described(scene, index)
    if found is not None and scene.is_passive(index) and scene.upos(found) == "NOUN":
        yield found


def _described(scene: Scene, index: int) -> int | None:
    """Give the noun that a participle describes: "a *vote* expected on Thursday", "the *report* due on Friday"."""
    token = scene.tokens[index]
    if token.deprel not in ("acl", "amod", "relcl") or token.head > index:
        return None
    return token.head


def _new_subject_frame(scene: Scene, index: int) -> Iterator[int]:
    """What is brought up as the subject: "a march is being planned", "further talks are expected"."""
    for found in _subject_frame(scene, index):
        article = scene.child(found, "det", "poss", "nummod")
        several = article is None and scene.word(found) != scene.lemma(found)
        if several or (article is not None and scene.lemma(article) in ("a", "an")):
            yield found


def _toward_frame(scene: Scene, index: int) -> Iterator[int]:
    """What things go towards: "close to a deal", "preparing for talks"."""
    for below in scene.children[index]:
        found = scene.child(below, "pobj") if scene.label(below) == "prep" and below > index else None
        if found is not None and scene.upos(found) == "NOUN" and not _is_definite(scene, found):
            yield found
            return


def _put_off_frame(scene: Scene, index: int) -> Iterator[int]:
    """What is put off, in either voice: "postponed the trial", "the trial was postponed"."""
    yield from _subject_frame(scene, index)
    yield from _dated_object_frame(scene, index)


def _noun_to_frame(scene: Scene, index: int) -> Iterator[int]:
    """What a plan is to do: "a plan to drain the marsh", "the plan is to drain it"."""
    if scene.upos(index) not in _NOUNS:
        return
    for below in _after_noun(scene, index):
        if below > index and scene.syntax.is_infinitive(below):
            yield from scene.alike(below)
            return


def _after_noun(scene: Scene, noun: int) -> Iterator[int]:
    """Give the verbs that may say what a plan is to do, wherever the parser hangs them."""
    token = scene.tokens[noun]
    if token.deprel == "nsubj" and scene.label(token.head) == "ccomp":
        yield token.head
    yield from (below for below in scene.children[noun] if scene.label(below) in ("acl", "advcl", "relcl", "xcomp"))
    if token.deprel == "pobj":
        above = scene.head(token.head)
        yield from (below for below in scene.children[above] if scene.doc.first_below[below] == noun + 1)
    says_it = token.deprel in ("dobj", "attr") or (token.deprel == "nsubj" and scene.lemma(token.head) == "be")
    for below in scene.children[token.head] if says_it else ():
        at_once = scene.label(below) == "advcl" and scene.doc.first_below[below] == noun + 1
        if below > token.head and (scene.label(below) == "xcomp" or at_once):
            yield below


def _noun_of_frame(scene: Scene, index: int) -> Iterator[int]:
    if scene.upos(index) not in _NOUNS:
        return
    for below in scene.children[index]:
        if scene.label(below) == "prep" and scene.lemma(below) in ("of", "for"):
            found = scene.child(below, "pobj", "pcomp")
            if found is not None and scene.upos(found) in ("NOUN", "VERB") and not _is_definite(scene, found):
                yield found
            return


def _is_definite(scene: Scene, noun: int) -> bool:
    """Say whether a noun is known already, so that the phrase is about it: "plans for the shares"."""
    known = scene.child(noun, "det", "poss")
    return known is not None and scene.lemma(known) not in ("a", "an")


#: For each frame the function that gives the heads of what is to come.
FRAMES: Mapping[Frame, Callable[[Scene, int], Iterable[int]]] = {
    "to": _to_frame,
    "be_to": _be_to_frame,
    "object_to": _object_to_frame,
    "that": _that_frame,
    "ing": _ing_frame,
    "object": _object_frame,
    "subject": _subject_frame,
    "dated_object": _dated_object_frame,
    "new_subject": _new_subject_frame,
    "toward": _toward_frame,
    "put_off": _put_off_frame,
    "until_to": _until_to_frame,
    "noun_to": _noun_to_frame,
    "noun_of": _noun_of_frame,
}

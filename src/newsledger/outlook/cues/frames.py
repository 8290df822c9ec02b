"""Where each kind of word has what it says to be coming."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from newsledger.model import Annotated, Token
from newsledger.outlook.grammar import alike, child, has_to, is_passive
from newsledger.outlook.rules import Frame

VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_PARTICLES = frozenset({"on", "to", "about", "at", "in"})
_ENDS = frozenset(
    {"closure", "completion", "release", "demolition", "sale", "trial", "publication", "launch", "delivery", "review"}
    | {"execution", "deportation", "renewal", "debate", "vote", "sentencing", "arraignment", "extradition", "removal"}
)
_PAPERS = frozenset({"note", "bond", "debenture", "bill", "security", "certificate", "loan", "obligation", "term"})
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_COMPLEMENTS = ("xcomp", "advcl", "ccomp")


def _to_frame(doc: Annotated, index: int) -> Iterator[int]:
    if doc.tokens[index].upos in VERBS and not is_passive(doc, index):
        yield from _infinitives(doc, index, owned=False)


def _be_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    before_noun = doc.tokens[index].deprel == "amod" and doc.tokens[index].head > index  # "enough pledged votes to"
    if is_passive(doc, index) and not before_noun:
        yield from _infinitives(doc, index, owned=False)


def _object_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    """The infinitive of another: "expects prices to fall"; some parses hang it from that other."""
    if doc.tokens[index].upos not in VERBS or is_passive(doc, index):
        return
    yield from _infinitives(doc, index, owned=True)
    yield from _done_to_another(doc, index)
    other = child(doc, index, "dobj")
    below = None if other is None else child(doc, other, "relcl", "acl")
    if below is not None and has_to(doc, below) and child(doc, below, *_SUBJECTS) is None:
        yield from alike(doc, below)
    elif other is not None and doc.tokens[other].upos in ("NOUN", "PROPN", "PRON"):
        yield from (one for one in _infinitives(doc, index, owned=False) if one > other)


def _object_ing_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What another is seen doing before long: "sees profits rising"; some parses hang it from that other."""
    other = child(doc, index, "dobj", "nsubjpass")
    found = child(doc, index, "ccomp", "xcomp") if other is None or other < index else child(doc, other, "acl")
    if found is None or found < index or not doc.tokens[found].text.endswith("ing"):
        return
    if child(doc, found, "aux", "mark") is None and (other is not None or child(doc, found, "nsubj") is not None):
        yield found


def _done_to_another(doc: Annotated, index: int) -> Iterator[int]:
    """What is to be done to another: "wants the remains tested"."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        bare = child(doc, below, "aux", "auxpass", "mark") is None and child(doc, below, *_SUBJECTS) is not None
        if (
            below > index
            and token.deprel == "ccomp"
            and bare
            and "Tense=Past|VerbForm=Part" in token.morph.replace("Aspect=Perf|", "")
        ):
            yield below
            return


def _until_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What is to be done until a time: "have until Friday to file", "gave them until noon to leave"."""
    found = tuple(_to_frame(doc, index))
    if not found and doc.tokens[index].upos in VERBS:
        found = tuple(_of_the_time_given(doc, index))
    yield from found
    limit = child(doc, index, "prep")
    time = None if limit is None or found else child(doc, limit, "pobj")
    below = None if time is None else child(doc, time, "relcl", "acl", "advcl")
    if below is not None and has_to(doc, below):
        yield below


def _of_the_time_given(doc: Annotated, index: int) -> Iterator[int]:
    """What the parser hangs from the time: "gave them *48 hours to leave*"."""
    for time in doc.children[index]:
        below = child(doc, time, "relcl", "acl")
        given = doc.tokens[time].deprel in ("dobj", "npadvmod") and doc.tokens[time].lemma in UNITS
        if time > index and given and below is not None and has_to(doc, below):
            yield below
            return


def _infinitives(doc: Annotated, index: int, *, owned: bool) -> Iterator[int]:
    """Give the "to" infinitives after a word, those with (or without) a subject of their own."""
    for below in doc.children[index]:
        own = child(doc, below, "nsubj", "nsubjpass") is not None
        if below > index and own == owned and doc.tokens[below].deprel in _COMPLEMENTS and has_to(doc, below):
            yield from alike(doc, below)
            return


def _that_frame(doc: Annotated, index: int) -> Iterator[int]:
    """A present clause after a verb of hoping ("hopes the truce lasts", "can last"); other modals stand alone."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if below > index and token.deprel == "ccomp" and _is_present(token):
            yield below
            return


def _is_present(token: Token) -> bool:
    return "Tense=Pres|VerbForm=Fin" in token.morph


def _ing_frame(doc: Annotated, index: int) -> Iterator[int]:
    """An act as a gerund: "considers selling", "agreed on selling"; not the noun's in "talk about selling"."""
    if doc.tokens[index].upos == "NOUN":
        return
    for below in doc.children[index]:
        token = doc.tokens[below]
        if below < index:
            continue
        own = child(doc, below, "nsubj", "aux") is not None
        if token.deprel in ("xcomp", "ccomp", "pcomp") and token.text.endswith("ing") and not own:
            yield from alike(doc, below)
            return
        gerund = child(doc, below, "pcomp") if token.deprel == "prep" and token.lemma in _PARTICLES else None
        if gerund is not None and doc.tokens[gerund].text.endswith("ing"):
            yield from alike(doc, gerund)
            return


def _object_frame(doc: Annotated, index: int) -> Iterator[int]:
    """An act that is brought up as the verb's object: "plans a march", not "plans the marches"."""
    found = child(doc, index, "dobj")
    if found is None or found < index or is_passive(doc, index):
        return
    article = child(doc, found, "det", "poss")
    is_new = article is None or doc.tokens[article].lemma in ("a", "an")
    # "A rate cut" with its article is a noun, whatever the tagger takes "cut" for.
    if is_new and (doc.tokens[found].upos == "NOUN" or (doc.tokens[found].upos == "VERB" and article is not None)):
        yield found


def _dated_object_frame(doc: Annotated, index: int) -> Iterator[int]:
    found = child(doc, index, "dobj")
    if found is not None and found > index and doc.tokens[found].upos in ("NOUN", "ADJ") and not is_passive(doc, index):
        yield found


def _subject_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What is dated is the subject: "the vote is scheduled for Monday", "the report is due on Friday"."""
    clause = doc.tokens[index].head if doc.tokens[index].deprel == "acomp" else index
    found = _what_for(doc, index) or child(doc, clause, "nsubjpass", "nsubj") or _described(doc, index)
    if found is not None and is_passive(doc, index) and doc.tokens[found].upos == "NOUN":
        yield found


def _described(doc: Annotated, index: int) -> int | None:
    """Give the noun that a participle describes: "a *vote* expected on Thursday", "the *report* due on Friday"."""
    token = doc.tokens[index]
    if token.deprel not in ("acl", "amod", "relcl") or token.head > index:
        return None
    return None if doc.tokens[token.head].lemma in _PAPERS else token.head  # "notes due 1999"


def _what_for(doc: Annotated, index: int) -> int | None:
    """Give what a thing is scheduled for: "the mill is slated for *closure* in June"."""
    for below in doc.children[index]:
        found = child(doc, below, "pobj") if doc.tokens[below].lemma == "for" else None
        if found is not None and doc.tokens[found].lemma in _ENDS:
            return found
    return None


def _new_subject_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What is brought up as the subject: "a march is being planned", "further talks are expected"."""
    for found in _subject_frame(doc, index):
        article = child(doc, found, "det", "poss", "nummod")
        several = article is None and doc.tokens[found].text.lower() != doc.tokens[found].lemma
        if several or (article is not None and doc.tokens[article].lemma in ("a", "an")):
            yield found


def _toward_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What things go towards: "close to a deal", "preparing for talks", not "as close to a deal as"."""
    if doc.tokens[index].upos == "ADV":
        return  # "came close to a fall"
    if any(doc.tokens[below].text.lower() == "as" for below in doc.children[index] if below < index):
        return
    for below in doc.children[index]:
        found = child(doc, below, "pobj") if doc.tokens[below].deprel == "prep" and below > index else None
        if found is not None and doc.tokens[found].upos == "NOUN" and not _is_definite(doc, found):
            yield found
            return


def _put_off_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What is put off, in either voice: "postponed the trial", "the trial was postponed"."""
    yield from _subject_frame(doc, index)
    yield from _dated_object_frame(doc, index)


def _noun_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What a plan is to do: "a plan to drain the marsh", "the plan is to drain it"."""
    if doc.tokens[index].upos not in _NOUNS:
        return
    for below in _after_noun(doc, index):
        if below > index and has_to(doc, below):
            yield from alike(doc, below)
            return


def _after_noun(doc: Annotated, noun: int) -> Iterator[int]:
    """Give the verbs that may say what a plan is to do, wherever the parser hangs them."""
    token = doc.tokens[noun]
    yield from (below for below in doc.children[noun] if doc.tokens[below].deprel in ("acl", "advcl", "relcl", "xcomp"))
    if token.deprel == "nsubj" and doc.tokens[token.head].deprel == "ccomp":
        yield token.head
    if token.deprel == "pobj":
        above = doc.tokens[token.head].head
        yield from (below for below in doc.children[above] if doc.subtree(below)[0] == noun + 1)
    says_it = token.deprel in ("dobj", "attr") or (token.deprel == "nsubj" and doc.tokens[token.head].lemma == "be")
    for below in doc.children[token.head] if says_it else ():
        at_once = doc.tokens[below].deprel == "advcl" and doc.subtree(below)[0] == noun + 1
        if below > token.head and (doc.tokens[below].deprel == "xcomp" or at_once):
            yield below


def _noun_of_frame(doc: Annotated, index: int) -> Iterator[int]:
    if doc.tokens[index].upos not in _NOUNS:
        return
    for below in doc.children[index]:
        if doc.tokens[below].deprel == "prep" and doc.tokens[below].lemma in ("of", "for"):
            found = child(doc, below, "pobj", "pcomp")
            if found is not None and doc.tokens[found].upos in ("NOUN", "VERB") and not _is_definite(doc, found):
                yield found
            return


def _is_definite(doc: Annotated, noun: int) -> bool:
    """Say whether a noun is known already, so that the phrase is about it: "plans for the shares"."""
    known = child(doc, noun, "det", "poss")
    return known is not None and doc.tokens[known].lemma not in ("a", "an")


#: For each frame the function that gives the heads of what is to come.
FRAMES: Mapping[Frame, Callable[[Annotated, int], Iterable[int]]] = {
    "to": _to_frame,
    "be_to": _be_to_frame,
    "object_to": _object_to_frame,
    "object_ing": _object_ing_frame,
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

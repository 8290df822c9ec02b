"""Finds the words that say of an act or thing that it is to come."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsledger.model import Annotated
from newsledger.outlook.grammar import alike, ancestors, child, has_to, is_negated, is_passive, subject
from newsledger.outlook.rules import Frame, Kind, Modal, Prospect, Rules, Strength

_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
_COMPLEMENTS = ("xcomp", "advcl", "ccomp")
_DATED_FRAMES = frozenset({"subject", "dated_object", "put_off"})
_FROM_WEAK_TO_FIRM: tuple[Strength, ...] = ("aspirational", "conditional", "firm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """That something is to come, as far as its own clause tells.

    Attributes:
        content: Token that heads the action.
        verb: Token of the clause's verb, the content itself unless that is a noun.
        word: Token of the word that makes it one.
        party: Token of the subject, or of the noun's owner.
        kind: None where the clause decides.
        attitude: Token of the verb of hoping, fearing … that the clause hangs from.
        reading: The modal's, None where none stands before the verb.
        dated: It is one only with a window in the future ("begins on Monday").
        act: Its word binds when it is said, so that the past tense leaves it open ("vowed").
    """

    content: int
    verb: int
    word: int
    party: int | None
    kind: Kind | None
    strength: Strength
    negated: bool
    attitude: int | None
    reading: str | None
    frame: Frame | None
    dated: bool
    act: bool
    rule: str


def find_cues(doc: Annotated, rules: Rules) -> tuple[Cue, ...]:
    """Find what is said to be coming: at most one cue for each content word, in their order."""
    found: dict[int, Cue] = {}
    governing = set()
    for index, token in enumerate(doc.tokens):
        if token.lemma in rules.prospects and (cues := _prospect_cues(doc, rules, index)):
            governing.add(index)
            found.update((cue.content, cue) for cue in cues if cue.content not in found)
    for index, token in enumerate(doc.tokens):
        modal = rules.modals.get(token.text.lower())
        if modal is not None:
            for cue in _modal_cues(doc, rules, index, modal):
                if cue.verb not in governing:
                    found.setdefault(cue.content, cue)
    return tuple(found[content] for content in sorted(found))


def modal_of(doc: Annotated, rules: Rules, verb: int) -> Modal | None:
    """Give the modal that stands before a verb, its own or that of "be going to"."""
    for below in doc.children[verb]:
        if doc.tokens[below].deprel == "aux" and (modal := rules.modals.get(doc.tokens[below].text.lower())):
            return modal
    return None


def weaker(one: Strength, other: Strength) -> Strength:
    """Give the weaker of two strengths."""
    return min(one, other, key=_FROM_WEAK_TO_FIRM.index)


def _prospect_cues(doc: Annotated, rules: Rules, index: int) -> tuple[Cue, ...]:
    """Give what a word says to be coming, by the first of its entries that fits."""
    for prospect in rules.prospects[doc.tokens[index].lemma]:
        if _has_particles(doc, index, prospect.particles) and not _is_overruled(doc, rules, index, prospect):
            contents = tuple(_FRAMES[prospect.frame](doc, index))
            if contents:
                return _cues_of(doc, rules, index, prospect, contents)
    return ()


def _cues_of(
    doc: Annotated, rules: Rules, index: int, prospect: Prospect, contents: tuple[int, ...]
) -> tuple[Cue, ...]:
    modal = modal_of(doc, rules, index)
    possible = modal is not None and modal.reading == "possible"
    return tuple(
        Cue(
            content=content,
            verb=content,
            word=index,
            party=_party(doc, index, prospect.frame, content),
            kind=prospect.kind,
            strength=weaker(prospect.strength, "conditional") if possible else prospect.strength,
            negated=prospect.negative != (is_negated(doc, index) != is_negated(doc, content)),
            attitude=index if prospect.kind in ("hope", "forecast") else None,
            reading=modal.reading if modal else None,
            frame=prospect.frame,
            dated=prospect.frame in _DATED_FRAMES,
            act=prospect.act or prospect.frame in ("noun_to", "noun_of"),
            rule=prospect.rule,
        )
        for content in contents
    )


def _is_overruled(doc: Annotated, rules: Rules, index: int, prospect: Prospect) -> bool:
    """Say whether a modal before the word makes the word itself the action: "will consider a merger"."""
    if prospect.frame == "that":
        return prospect.kind != "hope"
    if prospect.frame == "dated_object":
        return not _has_fixture(doc, rules, index)
    return prospect.frame == "object" and modal_of(doc, rules, index) is not None


def _has_fixture(doc: Annotated, rules: Rules, index: int) -> bool:
    found = child(doc, index, "dobj")
    return found is not None and doc.tokens[found].lemma in rules.fixtures


def _has_particles(doc: Annotated, index: int, particles: tuple[str, ...]) -> bool:
    below = [doc.tokens[one].lemma for one in doc.children[index]]
    return all(particle in below for particle in particles)


def _party(doc: Annotated, index: int, frame: Frame, content: int) -> int | None:
    if frame in ("noun_to", "noun_of"):
        return _owner(doc, index)
    if frame in ("object_to", "that"):
        return subject(doc, content)
    if frame == "subject" or (frame == "put_off" and is_passive(doc, index)):
        agent = child(doc, index, "agent")
        return None if agent is None else child(doc, agent, "pobj")
    return subject(doc, index)


def _owner(doc: Annotated, noun: int) -> int | None:
    """Give whose plan a noun is: "Hale's plan", "the plan by Hale", "Hale has plans"."""
    owner = child(doc, noun, "poss")
    if owner is not None:
        return owner
    for below in doc.children[noun]:
        if doc.tokens[below].deprel == "prep" and doc.tokens[below].lemma in ("by", "from"):
            return child(doc, below, "pobj")
    for above in ancestors(doc, noun):
        if doc.tokens[above].upos in _VERBS:
            return subject(doc, above)
    return None


def _to_frame(doc: Annotated, index: int) -> Iterator[int]:
    if doc.tokens[index].upos in _VERBS and not is_passive(doc, index):
        yield from _infinitives(doc, index, owned=False)


def _be_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    if is_passive(doc, index):
        yield from _infinitives(doc, index, owned=False)


def _object_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    if doc.tokens[index].upos in _VERBS:
        yield from _infinitives(doc, index, owned=True)


def _infinitives(doc: Annotated, index: int, *, owned: bool) -> Iterator[int]:
    """Give the "to" infinitives after a word, those with (or without) a subject of their own."""
    for below in doc.children[index]:
        own = child(doc, below, "nsubj", "nsubjpass") is not None
        if below > index and own == owned and doc.tokens[below].deprel in _COMPLEMENTS and has_to(doc, below):
            yield from alike(doc, below)
            return


def _that_frame(doc: Annotated, index: int) -> Iterator[int]:
    """A present clause after a verb of hoping ("hopes the truce lasts"); modals come by themselves."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if below > index and token.deprel == "ccomp" and "Tense=Pres|VerbForm=Fin" in token.morph:
            yield below
            return


def _ing_frame(doc: Annotated, index: int) -> Iterator[int]:
    for below in doc.children[index]:
        token = doc.tokens[below]
        if below < index:
            continue
        if token.deprel in ("xcomp", "ccomp", "pcomp") and token.text.endswith("ing"):
            yield from alike(doc, below)
            return
        if token.deprel == "prep" and (gerund := child(doc, below, "pcomp")) is not None:
            yield from alike(doc, gerund)
            return


def _object_frame(doc: Annotated, index: int) -> Iterator[int]:
    """An act that is brought up as the verb's object: "plans a march", not "plans the marches"."""
    found = child(doc, index, "dobj")
    if found is None or found < index or is_passive(doc, index):
        return
    article = child(doc, found, "det")
    if doc.tokens[found].upos == "NOUN" and article is not None and doc.tokens[article].lemma in ("a", "an"):
        yield found


def _dated_object_frame(doc: Annotated, index: int) -> Iterator[int]:
    found = child(doc, index, "dobj")
    if found is not None and found > index and doc.tokens[found].upos == "NOUN" and not is_passive(doc, index):
        yield found


def _subject_frame(doc: Annotated, index: int) -> Iterator[int]:
    found = child(doc, index, "nsubjpass", "nsubj")
    if found is not None and is_passive(doc, index) and doc.tokens[found].upos == "NOUN":
        yield found


def _put_off_frame(doc: Annotated, index: int) -> Iterator[int]:
    """What is put off, in either voice: "postponed the trial", "the trial was postponed"."""
    yield from _subject_frame(doc, index)
    yield from _dated_object_frame(doc, index)


def _noun_to_frame(doc: Annotated, index: int) -> Iterator[int]:
    token = doc.tokens[index]
    if token.upos not in _NOUNS:
        return
    for below in doc.children[index]:
        if below > index and doc.tokens[below].deprel in ("acl", "advcl", "relcl", "xcomp") and has_to(doc, below):
            yield from alike(doc, below)
            return
    above = token.head
    if token.deprel in ("dobj", "nsubj", "nsubjpass", "attr") and doc.tokens[above].upos in _VERBS:
        for below in doc.children[above]:
            if below > max(index, above) and doc.tokens[below].deprel == "xcomp" and has_to(doc, below):
                yield from alike(doc, below)
                return


def _noun_of_frame(doc: Annotated, index: int) -> Iterator[int]:
    if doc.tokens[index].upos not in _NOUNS:
        return
    for below in doc.children[index]:
        if doc.tokens[below].deprel == "prep" and doc.tokens[below].lemma in ("of", "for", "on", "to"):
            found = child(doc, below, "pobj", "pcomp")
            if found is not None and doc.tokens[found].upos in ("NOUN", "VERB"):
                yield found
                return


_FRAMES: Mapping[Frame, Callable[[Annotated, int], Iterable[int]]] = {
    "to": _to_frame,
    "be_to": _be_to_frame,
    "object_to": _object_to_frame,
    "that": _that_frame,
    "ing": _ing_frame,
    "object": _object_frame,
    "subject": _subject_frame,
    "dated_object": _dated_object_frame,
    "put_off": _put_off_frame,
    "until_to": _to_frame,
    "noun_to": _noun_to_frame,
    "noun_of": _noun_of_frame,
}


def _modal_cues(doc: Annotated, rules: Rules, index: int, modal: Modal) -> Iterator[Cue]:
    verb = _verb_of(doc, index)
    if verb is None:
        return
    verb = _said_of_plan(doc, rules, verb)
    above = _attitude(doc, rules, verb)
    negated = is_negated(doc, verb) != (doc.tokens[verb].head != verb and _negated_going(doc, verb))
    first = Cue(
        content=verb,
        verb=verb,
        word=index,
        party=subject(doc, verb),
        kind=None,
        strength=modal.strength,
        negated=negated,
        attitude=None,
        reading=modal.reading,
        frame=None,
        dated=False,
        act=False,
        rule=modal.rule,
    )
    if above is not None:
        governor, prospect = above
        first = replace(
            first,
            kind=prospect.kind,
            attitude=governor,
            strength=weaker(modal.strength, prospect.strength),
            negated=negated != (prospect.negative or is_negated(doc, governor)),
            rule=prospect.rule,
        )
    for content in alike(doc, verb):
        yield replace(first, content=content, verb=content)


def _said_of_plan(doc: Annotated, rules: Rules, verb: int) -> int:
    """Go from "the plan will be for the carrier to sail" to "sail"; any other verb stays."""
    noun = child(doc, verb, "nsubj")
    if doc.tokens[verb].lemma != "be" or noun is None or doc.tokens[noun].lemma not in rules.prospects:
        return verb
    below = child(doc, verb, "advcl", "ccomp", "xcomp")
    return below if below is not None and has_to(doc, below) else verb


def _negated_going(doc: Annotated, verb: int) -> bool:
    above = doc.tokens[verb].head
    return doc.tokens[above].text.lower() == "going" and is_negated(doc, above)


def _verb_of(doc: Annotated, index: int) -> int | None:
    """Give the verb that a modal, a "going" or a headline's "to" puts in the future."""
    token = doc.tokens[index]
    word = token.text.lower()
    if word in ("going", "gon"):
        verb = child(doc, index, "xcomp")
        going = verb is not None and has_to(doc, verb) and child(doc, index, "aux") is not None
        return verb if going else None
    if token.deprel != "aux":
        return None
    if word == "to":
        return token.head if _is_due(doc, token.head) else None
    return token.head if token.head > index and doc.tokens[token.head].upos != "PUNCT" else None


def _is_due(doc: Annotated, verb: int) -> bool:
    """Say whether "to" alone makes the future: "Hale to visit Orlow", "the panel is to be funded"."""
    token = doc.tokens[verb]
    if token.deprel == "ROOT":
        party = child(doc, verb, "nsubj", "nsubjpass")
        return party is not None and child(doc, verb, "mark") is None
    above = doc.tokens[token.head]
    if (
        token.deprel != "xcomp"
        or above.lemma != "be"
        or token.head != verb - 2 - (child(doc, verb, "auxpass") is not None)
    ):
        return False
    party = subject(doc, token.head)
    named = party is not None and (
        doc.tokens[party].upos == "PROPN" or doc.tokens[party].lemma in ("he", "she", "they")
    )
    return named or child(doc, verb, "auxpass") is not None


def _attitude(doc: Annotated, rules: Rules, verb: int) -> tuple[int, Prospect] | None:
    """Give the word of hoping, fearing, promising … whose "that" clause a verb heads."""
    for above in (verb, *ancestors(doc, verb)):
        token = doc.tokens[above]
        if token.deprel in ("ccomp", "acl", "pcomp", "relcl") and token.head != above:
            for prospect in rules.prospects.get(doc.tokens[token.head].lemma, ()):
                if prospect.frame == "that" and _has_particles(doc, token.head, prospect.particles):
                    return token.head, prospect
            return None
        if token.deprel not in ("xcomp", "conj"):
            return None
    return None

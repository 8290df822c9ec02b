"""Words before a verb: "will", "may", "would", "is going to", and the "to" of a headline."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.model import Annotated
from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.grammar import alike, ancestors, child, has_to, is_copula, is_negated, subject
from newsledger.outlook.rules import Modal, Prospect, Rules

# "The steps are to rebuild and to pay" explains the steps; "the crew is to rebuild" gives it a task.
_EXPLAINED = frozenset(
    {"goal", "aim", "task", "idea", "way", "step", "key", "challenge", "choice", "option", "hope"}
    | {"plan", "priority", "duty", "objective", "problem", "thing", "effort", "it", "this", "that", "what", "these"}
)


def modal_cues(doc: Annotated, rules: Rules, index: int, modal: Modal) -> Iterator[Cue]:
    """Give what the modal at ``index`` says to be coming; the verb above it may tell how that is taken."""
    verb = _verb_of(doc, rules, index)
    if verb is None:
        return
    verb = _said_of_plan(doc, rules, verb)
    above = _attitude(doc, rules, verb)
    turned = doc.tokens[verb].head != verb and _negated_going(doc, verb)
    negated = is_negated(doc, verb) != turned
    first = Cue(
        content=verb,
        verb=verb,
        word=index,
        party=_party(doc, verb),
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
        # "Will not join them, but stay away" denies the first alone.
        turned = content != verb and any(
            doc.tokens[one].lemma == "but" and verb < one < content for one in doc.children[verb]
        )
        yield replace(first, content=content, verb=content, negated=first.negated and not turned)


def _party(doc: Annotated, verb: int) -> int | None:
    """Give the subject; a headline's may hang from its verb in no known way ("PM to convene cabinet")."""
    found = subject(doc, verb)
    return child(doc, verb, "dep") if found is None else found


def _said_of_plan(doc: Annotated, rules: Rules, verb: int) -> int:
    """Go from "the plan will be for the carrier to sail" to "sail"; any other verb stays."""
    noun = child(doc, verb, "nsubj")
    if doc.tokens[verb].lemma != "be" or noun is None or doc.tokens[noun].lemma not in rules.prospects:
        return verb
    after = (below for below in doc.children[verb] if below > verb and has_to(doc, below))
    return next(after, verb)


def _negated_going(doc: Annotated, verb: int) -> bool:
    above = doc.tokens[verb].head
    return doc.tokens[above].text.lower() == "going" and is_negated(doc, above)


def _verb_of(doc: Annotated, rules: Rules, index: int) -> int | None:
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
        return token.head if _is_due(doc, rules, token.head) else None
    verb = token.head
    if doc.tokens[verb].deprel == "auxpass" and doc.tokens[verb].head > verb:
        verb = doc.tokens[verb].head  # some parses hang "will" from the "be" of "be closed"
    return verb if verb > index and doc.tokens[verb].upos != "PUNCT" else None


def _is_due(doc: Annotated, rules: Rules, verb: int) -> bool:
    """Say whether "to" alone makes the future: "Hale to visit Orlow", "the panel is to be funded"."""
    token = doc.tokens[verb]
    if token.deprel == "ROOT":
        party = child(doc, verb, "nsubj", "nsubjpass", "dep")
        return party is not None and party < verb and child(doc, verb, "mark") is None
    passive = child(doc, verb, "auxpass") is not None
    at_once = token.head == verb - 2 - passive
    if token.deprel != "xcomp" or doc.tokens[token.head].lemma != "be" or not at_once:
        return False
    if child(doc, token.head, "aux") is not None:
        return False  # "the best course would be to wait"
    party = child(doc, token.head, "nsubj", "nsubjpass")
    if passive or party is None:
        return passive
    return _has_duties(doc, rules, party) or _comes_about(doc, rules, party, verb)


def _comes_about(doc: Annotated, rules: Rules, party: int, verb: int) -> bool:
    """Say whether it is an act that is to begin or end: "the strike is to begin at midnight"."""
    light = rules.futurates.get(doc.tokens[verb].lemma)
    return light is not None and light[0] == "subject" and doc.tokens[party].lemma in rules.acts


def _has_duties(doc: Annotated, rules: Rules, party: int) -> bool:
    """Say whether a subject is somebody: "the only mistake is to wait" gives nobody a task."""
    token = doc.tokens[party]
    if token.upos == "NOUN" and token.text.lower() == token.lemma and token.lemma not in rules.parties:
        return False
    return token.lemma not in _EXPLAINED


def _attitude(doc: Annotated, rules: Rules, verb: int) -> tuple[int, Prospect] | None:
    """Give the word of hoping, fearing, promising … whose "that" clause a verb heads."""
    for above in (verb, *ancestors(doc, verb)):
        token = doc.tokens[above]
        if token.deprel in ("ccomp", "acl", "pcomp") and token.head != above:
            governors = (token.head, *_said_by_copula(doc, token.head))
            found = ((one, _that_entry(doc, rules, one)) for one in governors)
            return next(((one, entry) for one, entry in found if entry is not None), None)
        if token.deprel not in ("xcomp", "conj") or (token.deprel == "conj" and child(doc, above, "mark") is not None):
            return None
    return None


def _said_by_copula(doc: Annotated, verb: int) -> tuple[int, ...]:
    """Give what stands beside "is": "it is *likely* that", "her *hope* is that"."""
    if not is_copula(doc, verb):
        return ()
    return tuple(below for below in doc.children[verb] if doc.tokens[below].deprel in ("acomp", "nsubj"))


def _that_entry(doc: Annotated, rules: Rules, index: int) -> Prospect | None:
    for prospect in rules.prospects.get(doc.tokens[index].lemma, ()):
        if prospect.frame == "that" and has_particles(doc, index, prospect.particles):
            return prospect
    return None


def modal_of(doc: Annotated, rules: Rules, verb: int) -> Modal | None:
    """Give the modal that stands before a verb, its own or that of "be going to"."""
    for below in doc.children[verb]:
        if doc.tokens[below].deprel == "aux" and (modal := rules.modals.get(doc.tokens[below].text.lower())):
            return modal
    return None


def has_particles(doc: Annotated, index: int, particles: tuple[str, ...]) -> bool:
    """Say whether all the lemmas hang from a word, as "out" from "rule"."""
    below = [doc.tokens[one].lemma for one in doc.children[index]]
    return all(particle in below for particle in particles)

"""Words such as "plan", "vow" and "likely", and whose plan it is."""

from newsledger.model import Annotated
from newsledger.outlook.cues.cue import Cue, weaker
from newsledger.outlook.cues.frames import FRAMES, UNITS, VERBS
from newsledger.outlook.cues.modals import has_particles, modal_of
from newsledger.outlook.grammar import ancestors, child, is_copula, is_negated, is_passive, subject
from newsledger.outlook.rules import Frame, Prospect, Rules

_MAKING_KNOWN = frozenset(
    {
        "announce",
        "reveal",
        "disclose",
        "confirm",
        "reach",
        "sign",
        "signal",
        "show",
        "express",
        "strike",
        "make",
        "seal",
        "negotiate",
        "unveil",
    }
)
_DATED_FRAMES = frozenset({"subject", "dated_object", "put_off"})
# "Firms are supposed to pay" tells a rule, "the bridge is supposed to open in June" a plan.
_ONLY_DATED = frozenset(
    {"suppose be_to", "think be_to", "require be_to", "order be_to", "oblige be_to", "order object_to"}
    | {"require object_to", "call for toward", "look for toward"}
    | {"estimate object", "have dated_object"}
)


def prospect_cues(doc: Annotated, rules: Rules, index: int) -> tuple[Cue, ...]:
    """Give what a word says to be coming, by the first of its entries that fits."""
    for prospect in rules.prospects[doc.tokens[index].lemma]:
        if has_particles(doc, index, prospect.particles) and not _is_overruled(doc, rules, index, prospect):
            contents = tuple(
                content for content in FRAMES[prospect.frame](doc, index) if _is_through(doc, prospect, content)
            )
            if contents:
                return _cues_of(doc, rules, index, prospect, contents)
    return ()


def _cues_of(
    doc: Annotated, rules: Rules, index: int, prospect: Prospect, contents: tuple[int, ...]
) -> tuple[Cue, ...]:
    modal = modal_of(doc, rules, index)
    possible = modal is not None and modal.reading == "possible"
    # "did not rule out selling" leaves it open: neither a plan that is denied nor one that is made.
    open_door = prospect.negative and _is_denied(doc, index)
    return tuple(
        Cue(
            content=content,
            verb=content,
            word=index,
            party=_party(doc, index, prospect.frame, content),
            kind="announced_plan" if open_door else prospect.kind,
            strength=weaker(prospect.strength, "conditional") if possible or open_door else prospect.strength,
            negated=prospect.negative != (_is_denied(doc, index) != is_negated(doc, content)),
            attitude=index if prospect.kind in ("hope", "forecast") else None,
            reading=modal.reading if modal else None,
            frame=prospect.frame,
            dated=prospect.frame in _DATED_FRAMES or prospect.rule.removeprefix("prospects/") in _ONLY_DATED,
            act=prospect.act or prospect.frame in ("noun_to", "noun_of"),
            rule=prospect.rule,
        )
        for content in contents
    )


def _is_denied(doc: Annotated, index: int) -> bool:
    """Say whether a word is denied, or the "be" that an adjective stands beside: "is not ready to"."""
    beside = doc.tokens[index].deprel == "acomp" and is_copula(doc, doc.tokens[index].head)
    return is_negated(doc, index) or (beside and is_negated(doc, doc.tokens[index].head))


def _is_through(doc: Annotated, prospect: Prospect, content: int) -> bool:
    """Say whether what comes hangs from the entry's own preposition, if from any: "close *to* a deal"."""
    above = doc.tokens[doc.tokens[content].head]
    through = prospect.frame in ("ing", "toward") and above.deprel == "prep"
    return not through or above.lemma in prospect.particles


def _is_overruled(doc: Annotated, rules: Rules, index: int, prospect: Prospect) -> bool:
    """Say whether a modal before the word makes the word itself the action: "will consider a merger"."""
    if prospect.rule in _OWN_RULES:
        return not _OWN_RULES[prospect.rule](doc, rules, index)
    if prospect.frame == "that":
        return prospect.kind != "hope"
    if prospect.frame in ("object", "dated_object", "toward") and (
        modal_of(doc, rules, index) is not None or _is_able(doc, index)
    ):
        return True
    if prospect.frame == "object" and _is_bare(doc, rules, index, prospect):
        return True
    if prospect.frame == "object" and prospect.kind == "scheduled_event":
        return not _has_fixture(doc, rules, index) or child(doc, index, "prt") is not None
    if prospect.frame == "dated_object" or (prospect.frame == "put_off" and prospect.particles):
        return not _has_fixture(doc, rules, index)
    return False


def _is_able(doc: Annotated, index: int) -> bool:
    """Say whether somebody is only able to: "cannot call an election without a vote"."""
    return any(
        doc.tokens[below].lemma in ("can", "ca") and doc.tokens[below].deprel == "aux" for below in doc.children[index]
    )


def _is_of_a_text(doc: Annotated, rules: Rules, index: int) -> bool:
    """Say whether it is a plan or pact that calls for something, not a person: "the accord calls for"."""
    party = subject(doc, index)
    return party is not None and doc.tokens[party].lemma in rules.lawlike


def _gives_time(doc: Annotated, rules: Rules, index: int) -> bool:  # noqa: ARG001 -- all are called alike
    """Say whether somebody is given a length of time: "gave the mayor two weeks to"."""
    times = (below for below in doc.children[index] if doc.tokens[below].deprel in ("npadvmod", "dobj"))
    return any(
        below > index and doc.tokens[below].lemma in UNITS and child(doc, below, "prep") is None for below in times
    )


def _foresees(doc: Annotated, rules: Rules, index: int) -> bool:
    """Say whether somebody sees in the future, and not with his eyes: "sees profits rising"."""
    verb = index if (helper := child(doc, index, "auxpass")) is None else helper
    if "Tense=Pres|VerbForm=Fin" not in doc.tokens[verb].morph:
        return False
    return all(doc.tokens[one].lemma in rules.outcomes for one in FRAMES["object_ing"](doc, index))


def _is_flat(doc: Annotated, rules: Rules, index: int) -> bool:  # noqa: ARG001 -- all are called alike
    """Say whether nothing is compared: "more arrests are likely", not "arrests are less likely"."""
    grades = {doc.tokens[below].lemma for below in doc.children[index]}
    return grades.isdisjoint({"more", "less", "most", "least", "as", "so", "too", "how"})


def _is_news(doc: Annotated, rules: Rules, index: int) -> bool:  # noqa: ARG001 -- all are called alike
    """Say whether it is only now made known: "announced its decision to close", not "her decision to close hurt"."""
    above = doc.tokens[doc.tokens[index].head]
    return doc.tokens[index].deprel == "dobj" and above.lemma in _MAKING_KNOWN


#: Entries that hold only of some.
_OWN_RULES = {
    "prospects/decision noun_to": _is_news,
    "prospects/deal noun_to": _is_news,
    "prospects/pact noun_to": _is_news,
    "prospects/willingness noun_to": _is_news,
    "prospects/call for toward": _is_of_a_text,
    "prospects/give until_to": _gives_time,
    "prospects/see object_ing": _foresees,
    "prospects/likely new_subject": _is_flat,
}


def _is_bare(doc: Annotated, rules: Rules, index: int, prospect: Prospect) -> bool:
    """Say whether an object without an article is no act: "want peace", "announced plans to"; "promised aid" is."""
    found = child(doc, index, "dobj")
    if found is None or child(doc, found, "det") is not None:
        return False
    return prospect.kind == "hope" or doc.tokens[found].lemma in rules.prospects


def _has_fixture(doc: Annotated, rules: Rules, index: int) -> bool:
    found = child(doc, index, "dobj", "nsubjpass")
    return found is not None and doc.tokens[found].lemma in rules.fixtures


def _party(doc: Annotated, index: int, frame: Frame, content: int) -> int | None:
    if frame in ("noun_to", "noun_of"):
        return _owner(doc, index)
    if frame == "until_to":
        given = child(doc, index, "dative", "dobj")
        return subject(doc, index) if given is None else given
    if frame in ("object_to", "object_ing", "that"):
        other = child(doc, index, "dobj") if frame == "object_to" else None
        return subject(doc, content) if other is None or other > content else other
    if frame in ("subject", "new_subject") or (frame == "put_off" and is_passive(doc, index)):
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
        if doc.tokens[above].upos in VERBS:
            return subject(doc, above)
    return None

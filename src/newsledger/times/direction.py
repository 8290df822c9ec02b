"""Whether the words around a time look back or ahead."""

from typing import NamedTuple

from newsledger.model import Annotated
from newsledger.times.phrases.phrase import Phrase
from newsledger.times.rules import Rules

_LIMITS = frozenset({"by", "until", "till", "through"})
_STARTS = frozenset({"starting", "beginning", "effective", "commencing"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IS = ("is", "are", "'s", "’s")
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# What a plain present tense sets a day for; "sales fall this year" says nothing.
_TIMETABLED = frozenset({"calendar", "clock", "weekday"})
#: Where the present tense tells of what has been: headlines, and what a picture shows.
_PICTURED = frozenset({"headline", "caption"})
#: Prepositions that put what is told on a day: not "by Friday", "for Friday", "from Friday".
_UPON = frozenset({"around", "in", "on"})
#: How a word of ``futures.en.tsv`` takes a day for what it plans, also in the past ("was set for March 3").
_PLANNED = frozenset({"always", "limit", "plan"})
#: How far up the tree the verb is looked for.
_CLIMBS = 6
#: How many words before a time are looked at in a text without a parse.
_REACH = 10


class Direction(NamedTuple):
    """Where a time lies.

    Attributes:
        ahead: True where it lies ahead, False where it lies back, None where nothing tells.
        rule: The lexicon row that decided, if one did.
        over: What happened then is told as done, so that it lies back however near its next day is.
    """

    ahead: bool | None = None
    rule: str | None = None
    over: bool = False


_NOTHING = Direction()
_AHEAD = Direction(ahead=True)
_BACK = Direction(ahead=False)


def looks_ahead(doc: Annotated, phrase: Phrase, rules: Rules) -> Direction:
    """Say whether a time lies ahead, by the verb that it hangs from and the words before it."""
    index = doc.head_in(phrase.span)
    if index is None:
        return _NOTHING
    if doc.tokens[index].head == index and doc.tokens[index].deprel == "dep":
        return _by_words(doc, phrase, rules)
    found = _by_word_before(doc, phrase, rules)
    if found.ahead is None:
        found = _by_tree(doc, phrase, index, rules)
    if found.ahead:
        return found
    return _by_limit(doc, phrase, index, found)._replace(over=_is_over(doc, phrase, index, found, rules))


def _is_over(doc: Annotated, phrase: Phrase, index: int, found: Direction, rules: Rules) -> bool:
    """Say whether a time is that of a deed told as done: "arrested on May 3", "since a May 3 coup"; not "due on May 3".

    The time hangs from the verb itself: a noun between the two may be for what is yet to come ("a cut in May").
    """
    above = doc.tokens[index].head
    if doc.tokens[above].upos == "NOUN":
        above = doc.tokens[above].head
    if doc.tokens[above].text.lower() == "since":
        return True
    above, token = doc.tokens[index].head, doc.tokens[index]
    if token.deprel == "pobj" and doc.tokens[above].text.lower() in _UPON:
        above = doc.tokens[above].head
    elif token.deprel != "npadvmod":
        return False
    return found.ahead is False and _is_told_as_done(doc, above, phrase, rules)


def _is_told_as_done(doc: Annotated, verb: int, phrase: Phrase, rules: Rules) -> bool:
    """Tell "arrested him" from "had been set to leave", "did not leave" and "announced a vote"."""
    token, helpers = doc.tokens[verb], _helpers(doc, verb)
    finite = token.upos == "VERB" and ("VerbForm=Fin" in token.morph or bool(helpers))
    if not finite or "to" in helpers or helpers & rules.classes["modal"] or not _is_past(doc, verb):
        return False
    cue = rules.futures.get(token.lemma)
    if cue is not None and (cue.how in _PLANNED or "Aspect=Prog" in token.morph):
        return False  # also "said that he was leaving on May 3"
    below = [doc.tokens[child] for child in doc.children[verb]]
    sets_date = token.lemma in rules.classes["scheduling"] and any(
        one.deprel in ("dobj", "nsubjpass") and one.span.end <= phrase.span.start for one in below
    )
    return not sets_date and all(one.deprel != "neg" for one in below)


def _by_word_before(doc: Annotated, phrase: Phrase, rules: Rules) -> Direction:
    """Look at "scheduled Monday", "starting Monday", "ahead of Monday's vote"."""
    if not phrase.first:
        return _NOTHING
    before = doc.tokens[phrase.first - 1]
    awaited = before.lemma in rules.classes["awaited"] and before.deprel == "acl" and "VerbForm=Part" in before.morph
    if (before.upos == "ADJ" or awaited) and before.lemma in rules.futures:
        return Direction(ahead=True, rule=rules.futures[before.lemma].rule)
    words = tuple(token.text.lower() for token in doc.tokens[max(0, phrase.first - 2) : phrase.first])
    if words[-1] == "since":
        return _BACK
    return _AHEAD if words[-1] in _STARTS or words == ("ahead", "of") else _NOTHING


def _by_tree(doc: Annotated, phrase: Phrase, index: int, rules: Rules) -> Direction:
    """Climb from the time to the first word that tells."""
    beside = _verb_beside(doc, phrase)
    firm = True
    for _ in range(_CLIMBS):
        head = doc.tokens[index].head
        if head == index:
            break
        if doc.tokens[index].deprel == "poss" and doc.tokens[head].deprel not in _SUBJECTS:
            return _NOTHING
        if beside is not None and head > phrase.last and doc.tokens[head].upos in ("VERB", "AUX"):
            return _BACK  # "said Monday it will close", where the parse takes the wrong verb
        dated = firm and phrase.build in _TIMETABLED
        found = _NOTHING if _is_walled_off(doc, phrase, head) else _by_head(doc, index, head, rules, dated=dated)
        if found.ahead is not None:
            return found
        firm = firm and doc.tokens[head].upos not in _THINGS
        index = head
    return _NOTHING


def _verb_beside(doc: Annotated, phrase: Phrase) -> int | None:
    """Find the verb in the past tense that stands right before a time: "said Monday", "said on Monday"."""
    place = phrase.first - 1
    if place > 0 and doc.tokens[place].text.lower() in ("on", "in"):
        place -= 1
    owns = phrase.last + 1 < len(doc.tokens) and doc.tokens[phrase.last + 1].text in ("'s", "’s")
    if place < 0 or owns or doc.tokens[place].upos != "VERB":
        return None
    return place if {"Tense=Past", "VerbForm=Fin"} <= set(doc.tokens[place].morph.split("|")) else None


def _is_walled_off(doc: Annotated, phrase: Phrase, verb: int) -> bool:
    """Tell whether "that" stands between a time and a verb behind it: "warned on Monday that war would come"."""
    return any(phrase.last < child < verb and doc.tokens[child].deprel == "mark" for child in doc.children[verb])


def _by_head(doc: Annotated, child: int, head: int, rules: Rules, *, dated: bool) -> Direction:
    token = doc.tokens[head]
    cue = rules.futures.get(token.lemma)
    if cue is not None and cue.how in _FITS and _FITS[cue.how](doc, child, head, rules) and not _had_been(doc, head):
        return Direction(ahead=True, rule=cue.rule)
    if token.upos not in ("VERB", "AUX"):
        return _NOTHING
    if _is_calendar_entry(doc, child, head, rules):
        return _AHEAD
    found = _by_complement(doc, head, rules)
    return found if found.ahead is not None else _by_verb(doc, head, rules, dated=dated)


def _is_calendar_entry(doc: Annotated, child: int, verb: int, rules: Rules) -> bool:
    """Say whether a plain "is" sets a day for a thing: "the vote is on Monday", "the fair is in May"."""
    if doc.tokens[verb].lemma != "be" or not _is_present(doc, child, verb, rules) or doc.tokens[verb].deprel == "aux":
        return False
    if doc.tokens[child].text.lower() not in ("on", "in") and doc.tokens[child].deprel not in ("attr", "npadvmod"):
        return False
    others = (below for below in doc.children[verb] if below != child)
    said = [doc.tokens[below].deprel for below in others]
    subject = next((below for below in doc.children[verb] if doc.tokens[below].deprel in _SUBJECTS), None)
    return subject is not None and doc.tokens[subject].upos == "NOUN" and not {"attr", "acomp", "neg"} & set(said)


def _by_complement(doc: Annotated, verb: int, rules: Rules) -> Direction:
    """Look at what a form of "be" says: "she is due in town on Friday"."""
    if doc.tokens[verb].lemma != "be" or "Tense=Past" in doc.tokens[verb].morph:
        return _NOTHING
    for child in doc.children[verb]:
        cue = rules.futures.get(doc.tokens[child].lemma)
        if cue is not None and doc.tokens[child].upos == "ADJ":
            return Direction(ahead=True, rule=cue.rule)
    return _NOTHING


def _plans(doc: Annotated, child: int, head: int, rules: Rules) -> bool:
    """Tell "plans to leave on Friday" and "is due Friday" from "agreed on Friday" and "a record set on Friday"."""
    token, below = doc.tokens[head], doc.tokens[child]
    if below.deprel in _CLAUSES and "Tense=Past" not in below.morph:
        return True
    if _sets_limit(doc, child, head, rules):
        return True
    helpers = _helpers(doc, head)
    if token.deprel == "acl" and any(_sets_limit(doc, i, head, rules) for i in doc.children[head]):
        return True  # "a summit set for the capital in April"
    if token.upos == "VERB":
        return bool(helpers & {"be", *_IS}) or (below.deprel == "dobj" and "Tense=Pres" in token.morph)
    return token.upos == "ADJ" and "Tense=Past" not in doc.tokens[token.head].morph


def _is_present(doc: Annotated, child: int, head: int, rules: Rules) -> bool:  # noqa: ARG001 -- one signature
    """Tell "opens on Friday" from "opened on Friday"."""
    return "Tense=Pres" in doc.tokens[head].morph and "VerbForm=Fin" in doc.tokens[head].morph


def _sets_limit(doc: Annotated, child: int, head: int, rules: Rules) -> bool:  # noqa: ARG001 -- one signature
    """Tell "postponed until Friday" from "postponed it on Friday"."""
    return (
        doc.tokens[child].upos in ("ADP", "SCONJ", "PART")
        and doc.tokens[child].text.lower() in rules.classes["towards"]
    )


def _is_verb(doc: Annotated, child: int, head: int, rules: Rules) -> bool:  # noqa: ARG001 -- one signature
    """Take "scheduled a hearing Friday" in any tense."""
    return doc.tokens[head].upos == "VERB"


#: How a word looks ahead, by its column in ``futures.en.tsv``.
_FITS = {"plan": _plans, "present": _is_present, "limit": _sets_limit, "always": _is_verb}


def _by_verb(doc: Annotated, verb: int, rules: Rules, *, dated: bool) -> Direction:
    forms = _helpers(doc, verb)
    if forms & rules.classes["modal"]:
        return _by_modal(doc, verb, forms, rules)
    if "to" in forms:
        return _by_purpose(doc, verb, rules)
    if _is_past(doc, verb):
        return _by_past(doc, verb, rules)
    return _AHEAD if _is_timetable(doc, verb, rules, dated=dated) else _NOTHING


def _by_modal(doc: Annotated, verb: int, forms: frozenset[str], rules: Rules) -> Direction:
    """Read "will leave", and look back for "would have left", "could not be reached", "would not comment"."""
    if any(doc.tokens[child].lemma == "have" for child in doc.children[verb] if doc.tokens[child].deprel == "aux"):
        return _BACK
    cue = rules.futures.get(doc.tokens[verb].lemma)
    if cue is None or cue.how != "refused" or not forms & {"could", "would"}:
        return _AHEAD
    denied = any(doc.tokens[child].deprel == "neg" for child in doc.children[verb])
    return Direction(ahead=False, rule=cue.rule) if denied else _AHEAD


def _by_purpose(doc: Annotated, verb: int, rules: Rules) -> Direction:
    """Read an infinitive by what it hangs from: "plans to leave", "is to leave", a headline's "Hale to visit"."""
    token = doc.tokens[verb]
    if token.deprel == "ROOT":
        return _AHEAD
    governor = doc.tokens[token.head]
    cue = rules.futures.get(governor.lemma)
    if cue is not None and cue.how == "plan":
        return _NOTHING if _had_been(doc, token.head) else Direction(ahead=True, rule=cue.rule)
    if token.deprel in ("acl", "relcl") and _is_to_be_done(doc, verb, rules):
        return _AHEAD
    return _AHEAD if governor.lemma in ("be", "go") and token.deprel == "xcomp" else _NOTHING


def _is_to_be_done(doc: Annotated, verb: int, rules: Rules) -> bool:
    """Tell "approved a levy to be collected in June" from "was the first man to be elected in June"."""
    noun = doc.tokens[verb].head
    if doc.tokens[noun].deprel not in ("dobj", "nsubjpass") or "be" not in _helpers(doc, verb):
        return False
    ranks = (doc.tokens[child] for child in doc.children[noun] if doc.tokens[child].deprel == "amod")
    return not any("NumType=Ord" in rank.morph or rank.lemma in rules.classes["rank"] for rank in ranks)


def _had_been(doc: Annotated, word: int) -> bool:
    """Tell "had been due to expire on Friday" from "was due to expire on Friday"."""
    verb = word if doc.tokens[word].upos == "VERB" else doc.tokens[word].head
    helpers = [doc.tokens[child] for child in doc.children[verb] if doc.tokens[child].deprel == "aux"]
    return any(helper.text.lower() == "had" for helper in helpers) and "VerbForm=Part" in doc.tokens[verb].morph


def _is_past(doc: Annotated, verb: int) -> bool:
    """Tell the past from the present, also where helpers carry the tense: "was held", "has left"; not "are held"."""
    helpers = [doc.tokens[child] for child in doc.children[verb] if doc.tokens[child].deprel in ("aux", "auxpass")]
    if any("Tense=Past" in helper.morph or helper.lemma == "have" for helper in helpers):
        return True
    token = doc.tokens[verb]
    if "VerbForm=Part" in token.morph and (helpers or token.deprel in ("xcomp", "ccomp")):
        return False
    return "Tense=Past" in token.morph


def _by_past(doc: Annotated, verb: int, rules: Rules) -> Direction:
    """Look back, but not for "would sell once trading opened on Friday"."""
    index = verb
    for _ in range(_CLIMBS if _opens_clause(doc, verb, rules) else 0):
        head = doc.tokens[index].head
        found = _by_head(doc, index, head, rules, dated=False) if head != index else _BACK
        if found.ahead is not None:
            return found
        index = head
    return _BACK


def _is_timetable(doc: Annotated, verb: int, rules: Rules, *, dated: bool) -> bool:
    """Tell "leaves on Friday" and "is meeting on Friday" from "the poll on Friday shows" and a headline's "dies"."""
    token = doc.tokens[verb]
    present = "Tense=Pres" in token.morph or _helpers(doc, verb) & {"am", "'re", "’re", *_IS}
    bare = "VerbForm=Inf" in token.morph and not _helpers(doc, verb)
    if (present or bare) and _opens_clause(doc, verb, rules):
        return True  # "after it comes into force on Tuesday"
    if not dated or token.lemma in rules.classes["telling"] or doc.role_at(verb) in _PICTURED:
        return False
    if "VerbForm=Inf" in token.morph and token.deprel == "ROOT":
        return not any(doc.tokens[child].deprel in _SUBJECTS for child in doc.children[verb])  # "Tune in on Friday"
    finite = "VerbForm=Fin" in token.morph or bool(_helpers(doc, verb))
    return bool(present) and finite and any(doc.tokens[child].deprel in _SUBJECTS for child in doc.children[verb])


def _opens_clause(doc: Annotated, verb: int, rules: Rules) -> bool:
    return any(
        doc.tokens[child].text.lower() in rules.classes["clause_opener"]
        and doc.tokens[child].deprel in ("mark", "advmod")
        for child in doc.children[verb]
    )


def _helpers(doc: Annotated, verb: int) -> frozenset[str]:
    return frozenset(
        doc.tokens[child].text.lower() for child in doc.children[verb] if doc.tokens[child].deprel in ("aux", "auxpass")
    )


def _by_limit(doc: Annotated, phrase: Phrase, index: int, found: Direction) -> Direction:
    """Look at the preposition where the verb does not tell: "by Friday", "was shut until Friday", "for Friday"."""
    before = doc.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    if before == "for" and phrase.build == "weekday" and doc.tokens[index].deprel == "pobj":
        return _AHEAD
    if before not in _LIMITS or (found.ahead is False and before not in ("until", "till")):
        return found
    verb = doc.tokens[doc.tokens[index].head].head
    passive = any(doc.tokens[child].deprel == "auxpass" for child in doc.children[verb])
    return _AHEAD if found.ahead is None or passive else found


def _by_words(doc: Annotated, phrase: Phrase, rules: Rules) -> Direction:
    """Look at the words before a time in a text that has no parse."""
    start = max(doc.sentence_at(phrase.first).start, phrase.first - _REACH)
    for token in reversed(doc.tokens[start : phrase.first]):
        word = token.text.lower()
        cue = rules.futures.get(word)
        if word in ("will", "shall", "'ll", "’ll") or word in _STARTS:
            return _AHEAD
        if cue is not None and cue.how == "plan":
            return Direction(ahead=True, rule=cue.rule)
    before = doc.tokens[phrase.first - 1].text.lower() if phrase.first else ""
    return _AHEAD if before in _LIMITS else _NOTHING

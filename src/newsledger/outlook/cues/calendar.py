"""Finds what a calendar says: hearings that are on Monday, envoys who arrive on Friday, a planned end."""

from collections.abc import Iterator
from dataclasses import replace

from newsledger.model import Annotated
from newsledger.outlook.cues.cue import Cue
from newsledger.outlook.grammar import child, has_to, is_copula, is_negated, is_passive, is_past, subject
from newsledger.outlook.rules import Kind, Rules

_SUBJECTS = ("nsubj", "nsubjpass")
# What is under way and no plan, whatever day stands beside it.
_EFFORTS = frozenset(
    {"try", "work", "seek", "fight", "struggle", "look", "get", "be", "have", "do", "campaign", "say", "urge", "call"}
    | {"run", "wait", "ask", "demand", "press", "push", "pay", "spend", "face", "continue", "go", "come", "follow"}
    | {"count", "rely", "depend", "bank", "bet", "tap"}
)
# Verbs that say nothing of a plan whatever day stands beside them.
_LASTING = frozenset(
    {"remain", "know", "think", "need", "contain", "include", "show", "mean", "suggest", "believe", "seem", "appear"}
    | {
        "stay",
        "live",
        "own",
        "tell",
        "claim",
        "argue",
        "note",
        "add",
        "write",
        "report",
        "represent",
        "involve",
        "make",
    }
    | {"cost", "contend", "allege", "accuse", "criticize", "criticise", "blame", "demand", "insist", "require", "let"}
    | {"cover", "last", "matter", "concern", "belong", "exist", "feel", "love", "hate", "like", "refer", "reflect"}
    | {"indicate", "describe", "explain", "admit", "deny", "reject", "call", "praise", "tweet", "post", "mark", "quote"}
)
#: Verbs of coming about whose subject says too little, where it is on no calendar: "the move comes as".
_TERMS = frozenset({"re", "reelection", "re-election", "renewal", "parole", "discussion", "consideration"})
_VAGUE = frozenset({"come", "follow", "fall", "go", "run", "occur", "happen", "take", "approach", "loom"})


def find_dates(doc: Annotated, rules: Rules) -> Iterator[Cue]:
    """Find clauses whose plain present dates something that is to come.

    Whether the day lies ahead is for the caller to see: all of these are ``dated``.
    """
    for index, token in enumerate(doc.tokens):
        yield from _by_verb(doc, rules, index)
        if token.text.endswith("ing") and token.lemma not in _EFFORTS and not _opens(rules, token.lemma):
            yield from _progressive(doc, index)
        elif token.lemma in ("take", "come", "go", "become") and _is_present(doc, index):
            yield from _taking_effect(doc, index)
        elif token.text == "up" and token.deprel in ("prt", "advmod", "acomp", "prep"):
            yield from _coming_up(doc, rules, index)
        elif token.deprel in ("acl", "relcl") and has_to(doc, index):
            yield from _to_be_done(doc, rules, index)
        elif token.deprel == "acl" and token.text.endswith("ing"):
            yield from _starting(doc, rules, index)


def _by_verb(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    """Give what a verb in the present says, by the kind of verb it is."""
    token = doc.tokens[index]
    if token.lemma in rules.futurates and _is_present(doc, index):
        yield from _futurate(doc, rules, index)
        yield from _facing(doc, index)
    elif is_copula(doc, index) and _is_present(doc, index):
        yield from _calendar_entry(doc, rules, index)
    elif token.upos == "VERB" and "Tense=Pres|VerbForm=Fin" in token.morph and not _says(rules, token.lemma):
        yield from _plain_present(doc, index)


def find_announced(doc: Annotated, rules: Rules) -> Iterator[Cue]:
    """Find nouns that carry their plan: "a planned end to the strike", "her planned visit"."""
    for index, token in enumerate(doc.tokens):
        rule = rules.announcers.get(token.text.lower())
        if rule is None or token.deprel != "amod" or doc.text[token.span.start - 1 : token.span.start] == "-":
            continue  # "a well-planned attack" is over
        noun = token.head
        if noun > index and doc.tokens[noun].lemma in rules.acts and _is_news(doc, noun) and not _is_told_of(doc, noun):
            owner = child(doc, noun, "poss")
            booked = owner is None and doc.tokens[noun].lemma.lower() in rules.fixtures
            kind: Kind = "scheduled_event" if booked else "announced_plan"
            yield _cue(noun, index, owner, kind, rule)


def to_noun(doc: Annotated, rules: Rules, cue: Cue) -> Cue:
    """Move a cue from a light verb to the noun that it says is to come: "the trial will begin"."""
    verb = doc.tokens[cue.content]
    noun = child(doc, cue.content, *_SUBJECTS)
    if noun is None:
        noun = cue.party if verb.deprel == "xcomp" else None
    if noun is None or doc.tokens[noun].lemma.lower() not in rules.fixtures or not _is_light(doc, rules, cue.content):
        return cue
    return replace(cue, content=noun, kind=cue.kind or _kind(cue), party=_organiser(doc, noun, cue.content))


def _kind(cue: Cue) -> Kind:
    """Give what a light verb makes of its noun: "talks will begin" is on a calendar, "talks could begin" is not."""
    return "forecast" if cue.reading == "possible" else "scheduled_event"


def _is_light(doc: Annotated, rules: Rules, verb: int) -> bool:
    """Say whether a verb only says that its subject comes about: "begin", "take place", "be held"."""
    light = rules.futurates.get(doc.tokens[verb].lemma)
    if child(doc, verb, "xcomp") is not None:
        return False  # "the race will end up pitting"
    if doc.tokens[verb].lemma == "be":  # "the primary will be next week in Orlow"
        return child(doc, verb, "attr", "acomp", "xcomp") is None and child(doc, verb, "npadvmod", "prep") is not None
    if child(doc, verb, "auxpass") is not None:
        return doc.tokens[verb].lemma == "hold"
    return light is not None and light[0] == "subject"


def _organiser(doc: Annotated, noun: int, verb: int) -> int | None:
    agent = child(doc, verb, "agent")
    return child(doc, noun, "poss") if agent is None else child(doc, agent, "pobj")


def _is_present(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    if "Tense=Pres|VerbForm=Fin" in token.morph:
        return token.deprel not in ("aux", "auxpass") and child(doc, index, "aux") is None
    progressive = "VerbForm=Part" in token.morph and token.text.endswith("ing")
    helper = child(doc, index, "aux")
    if helper is not None and doc.tokens[helper].lemma == "have":
        return False  # "has been closing since June"
    return progressive and helper is not None and "Tense=Pres|VerbForm=Fin" in doc.tokens[helper].morph


def _futurate(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    if is_passive(doc, index) or child(doc, index, "mark", "xcomp", "ccomp") is not None:
        return
    action, rule = rules.futurates[doc.tokens[index].lemma]
    party = subject(doc, index)
    if party is None or _takes_effect(doc, index):
        return
    if doc.tokens[party].lemma.lower() in rules.fixtures and not (
        action == "verb" and doc.tokens[party].lemma in rules.parties
    ):
        content = child(doc, index, *_SUBJECTS)
        if content is not None and doc.tokens[index].deprel == "relcl":
            content = party  # "a truce that starts on Friday"
        if content is not None:
            yield replace(_cue(content, index, _organiser(doc, content, index), "scheduled_event", rule), dated=True)
    elif action == "verb" or child(doc, index, "dobj") is not None:
        yield replace(_cue(index, index, party, None, rule), dated=True, negated=is_negated(doc, index))
    elif _says_enough(doc, index) and not _is_when(doc, index):
        yield from _of_a_thing(doc, rules, index, party, rule)


def _says_enough(doc: Annotated, index: int) -> bool:
    """Say whether a verb tells of itself what comes: "expires", "takes over", not "comes as" or "comes up for"."""
    particle = child(doc, index, "prt")
    if doc.tokens[index].lemma not in _VAGUE:
        return True
    return particle is not None and doc.tokens[particle].lemma not in ("up", "off")


def _of_a_thing(doc: Annotated, rules: Rules, index: int, party: int, rule: str) -> Iterator[Cue]:
    """What a thing does on a day to come: "the *visa* expires in April"; a body acts: "the senate reconvenes"."""
    content = child(doc, index, *_SUBJECTS)
    if doc.tokens[party].lemma in rules.parties or doc.tokens[party].upos in ("PROPN", "PRON"):
        yield replace(_cue(index, index, party, None, rule), dated=True, negated=is_negated(doc, index))
    elif content is not None and doc.tokens[content].upos == "NOUN":
        yield replace(_cue(content, index, child(doc, content, "poss"), "scheduled_event", rule), dated=True)


def _plain_present(doc: Annotated, index: int) -> Iterator[Cue]:
    """What somebody does on a day to come, by any verb: "takes over on May 1"."""
    party = subject(doc, index)
    if party is None or is_passive(doc, index) or child(doc, index, "aux", "mark", "xcomp", "ccomp") is not None:
        return
    any_of_many = doc.tokens[index].deprel == "relcl" and doc.tokens[doc.subtree(index)[0] - 1].text != ","
    if not _is_when(doc, index) and not any_of_many:
        yield replace(_cue(index, index, party, None, "futurates/present"), dated=True, negated=is_negated(doc, index))


def _is_when(doc: Annotated, index: int) -> bool:
    """Say whether a clause only dates another: "when the school reopens on Monday"."""
    opens = (doc.tokens[below] for below in doc.children[index] if doc.tokens[below].deprel in ("mark", "advmod"))
    return any(word.text.lower() in ("when", "after", "before", "as") for word in opens)


def _says(rules: Rules, lemma: str) -> bool:
    """Say whether a verb tells of a state, a thought or a word, and so of no plan."""
    return lemma in _LASTING or lemma in _EFFORTS or lemma in rules.prospects


def _opens(rules: Rules, lemma: str) -> bool:
    """Say whether a verb says of another act that it is to come: "is planning", not "is closing"."""
    return any(one.frame not in ("toward", "put_off") for one in rules.prospects.get(lemma, ()))


def _progressive(doc: Annotated, index: int) -> Iterator[Cue]:
    """What somebody is doing on a day to come: "the firm is closing its mill next month"."""
    party = subject(doc, index)
    if party is not None and _is_present(doc, index) and child(doc, index, "aux", "nsubj") is not None:
        yield replace(_cue(index, index, party, None, "futurates/-ing"), dated=True, negated=is_negated(doc, index))


def _facing(doc: Annotated, index: int) -> Iterator[Cue]:
    """What waits for somebody at the end of a trial: "faces ten years in prison if convicted"."""
    if doc.tokens[index].lemma != "face" or child(doc, index, "dobj") is None:
        return
    for clause in doc.children[index]:
        opens = (doc.tokens[below].text.lower() for below in doc.children[clause])
        judged = doc.tokens[clause].lemma in ("convict", "find") and child(doc, clause, *_SUBJECTS) is None
        if doc.tokens[clause].deprel == "advcl" and judged and "if" in opens:
            yield _cue(index, index, subject(doc, index), "forecast", "futurates/if")


def _takes_effect(doc: Annotated, index: int) -> bool:
    below = [one for one in doc.subtree(index) if one > index]
    return any(doc.tokens[one].lemma in ("effect", "force", "effective", "law") for one in below[:2])


def _taking_effect(doc: Annotated, index: int) -> Iterator[Cue]:
    """What starts to hold on a day to come: "the ban takes effect in May", "the law comes into force"."""
    if _takes_effect(doc, index):
        yield replace(_cue(index, index, subject(doc, index), "announced_plan", "futurates/effect"), dated=True)


def _starting(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    """What a noun does on a day to come: "a *summit* starting on Monday"."""
    noun = doc.tokens[index].head
    light = rules.futurates.get(doc.tokens[index].lemma)
    if light is not None and light[0] == "subject" and doc.tokens[noun].upos == "NOUN" and noun < index:
        yield replace(_cue(noun, index, child(doc, noun, "poss"), "scheduled_event", light[1]), dated=True)


def _coming_up(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    """What somebody or something is up for on a day to come: "is up for re-election in May", "comes up for a vote"."""
    verb = doc.tokens[index].head
    if doc.tokens[verb].lemma not in ("be", "come", "go") or not _is_present(doc, verb):
        return
    through = next((one for one in (*doc.children[index], *doc.children[verb]) if doc.tokens[one].lemma == "for"), None)
    noun = None if through is None or through < index else child(doc, through, "pobj")
    known = noun is not None and (doc.tokens[noun].lemma in rules.acts or doc.tokens[noun].lemma in _TERMS)
    if noun is not None and known:
        yield replace(_cue(noun, verb, subject(doc, verb), "scheduled_event", "futurates/up for"), dated=True)


def _to_be_done(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    """What a noun is for on a day to come: "a levy to be collected in June", "elections to be held in May"."""
    noun = doc.tokens[index].head
    if child(doc, index, "auxpass") is None or doc.tokens[noun].upos != "NOUN":
        return
    if doc.tokens[index].lemma == "hold" and doc.tokens[noun].lemma.lower() in rules.fixtures:
        yield replace(_cue(noun, index, None, "scheduled_event", "futurates/to be"), dated=True)
    else:
        yield replace(_cue(index, index, noun, "announced_plan", "futurates/to be"), dated=True)


def _calendar_entry(doc: Annotated, rules: Rules, index: int) -> Iterator[Cue]:
    noun = child(doc, index, "nsubj")
    if noun is None or child(doc, index, "mark", "acomp") is not None:
        return
    rule = rules.fixtures.get(doc.tokens[noun].lemma.lower())
    what = child(doc, index, "attr")
    if what is not None and doc.tokens[what].upos not in ("PROPN", "NUM"):
        return  # "the poll is part of a series"
    if rule is not None and child(doc, index, "prep", "npadvmod", "attr") is not None:
        yield replace(_cue(noun, index, child(doc, noun, "poss"), "scheduled_event", rule), verb=index, dated=True)


def _is_told_of(doc: Annotated, noun: int) -> bool:
    """Say whether the clause itself tells what is to come of the noun: "the planned ban will be lifted"."""
    verb = doc.tokens[noun].head
    if doc.tokens[noun].deprel not in _SUBJECTS:
        return False
    if doc.tokens[verb].lemma == "be" and is_past(doc, verb):
        return True  # "her proposed bills were in vain"
    return any(doc.tokens[below].text.lower() in ("will", "would", "may", "could") for below in doc.children[verb])


def _is_news(doc: Annotated, noun: int) -> bool:
    """Say whether a noun phrase brings its plan up: "a planned end", not "the planned end" of before."""
    if doc.tokens[noun].deprel not in ("dobj", "attr", "pobj", "nsubj", "nsubjpass", "appos", "conj"):
        return False
    owner = child(doc, noun, "poss")
    article = child(doc, noun, "det")
    return owner is not None or (article is not None and doc.tokens[article].lemma in ("a", "an"))


def _cue(content: int, verb: int, party: int | None, kind: Kind | None, rule: str) -> Cue:
    return Cue(
        content=content,
        verb=verb,
        word=verb,
        party=party,
        kind=kind,
        strength="firm",
        negated=False,
        attitude=None,
        reading=None,
        frame=None,
        dated=False,
        act=True,
        rule=rule,
    )

"""Who stands where around a word: subjects and objects as meant, whatever the shape of the clause."""

from collections.abc import Iterable

from newsledger.model import Annotated

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_WHERE = frozenset({"where", "when", "why"})
_PREPOSITIONS = ("prep", "agent", "dative", "prt")
_PARTICLES = ("prt", "prep", "advmod", "dobj")
BEFORE_NOUN = ("compound", "amod", "det", "nmod", "poss", "nummod")
#: Nouns that only measure what is after their "of": "a round of sanctions".
_MEASURING = """act barrage batch bout campaign couple day dozen flurry form hour kind lot memorandum month number
    package pair part raft range round series set slew sort spate string type wave week"""
_MEASURES = frozenset(_MEASURING.split())
#: Verbs that tell what others do.
SAYING = frozenset({"add", "announce", "report", "say", "state", "tell", "write"})
#: Days and months: "on Monday" names no party.
_NAMED_DAYS = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December"""
CALENDAR = frozenset(_NAMED_DAYS.split())
#: Verbs whose object is not who does what hangs from them ("promised him to go").
_OWN_SUBJECT = frozenset(
    {"agree", "offer", "phone", "pledge", "promise", "ring", "swear", "telephone", "threaten", "use", "vow"}
)
#: Verbs after which "of", "for" and "from" tell what their object does, though the parse may hang it from the object.
_BLAMING = """accuse acquit arrest ban bar blame block charge commend condemn convict criticise criticize denounce
    discourage dissuade fault forgive impeach indict jail keep praise prevent prohibit stop sue suspect thank"""
_BLAME = frozenset(_BLAMING.split())
#: Prepositions that set a noun beside a deed: who does the one need not do the other ("held them after a march to …").
_BESIDES = frozenset({"after", "before", "during", "amid", "over", "following", "since", "despite", "by", "against"})
#: Verbs that somebody always does to somebody, who is named: without an object they are short for a passive.
_ALWAYS = """abduct acquit arrest behead convict deport detain evict execute expel extradite fine free hang imprison
    indict injure jail kidnap oust rescue sack sentence suspend wound"""
_DONE_TO = frozenset(_ALWAYS.split())
#: Verbs for what somebody says beside what he asks for.
_SAID_BESIDE = """accuse allege blame condemn criticise criticize decry denounce deplore praise reject reiterate slam
    threaten urge warn welcome"""
_ASIDES = frozenset(_SAID_BESIDE.split())
#: Verbs that somebody is told to do something by.
_TELLING = frozenset({"compel", "force", "oblige", "order", "press", "pressure", "tell", "urge"})
#: Verbs whose object is a plan of others, and nouns for plans.
_OPPOSING = """attack block challenge condemn criticise criticize defy denounce fear oppose protest question reject slam
    veto welcome"""
_AGAINST = frozenset(_OPPOSING.split())
_PLANNING = """attempt bid call campaign decision demand effort move offer order plan pledge promise proposal push
    refusal request threat vow"""
_PLANS = frozenset(_PLANNING.split())
#: Branches of a verb behind which a noun may stand ("is responsible for the attack").
_BEHIND_VERB = frozenset({"dobj", "nsubjpass", "pobj", "prep", "attr", "conj", "acl", "acomp"})
#: How far arguments are looked for; sentences of a hundred clauses are lists, not syntax.
DEPTH = 6


def child(doc: Annotated, index: int, labels: Iterable[str]) -> int | None:
    """Give the first dependent with one of the labels."""
    for below in doc.children[index]:
        if doc.tokens[below].deprel in labels:
            return below
    return None


def is_passive(doc: Annotated, index: int) -> bool:
    """Say whether a verb is passive, a bare participle ("troops sent to the border") included."""
    token = doc.tokens[index]
    labels = {doc.tokens[below].deprel for below in doc.children[index]}
    if not labels.isdisjoint(("nsubjpass", "auxpass", "agent")):
        return True
    if "nsubj" in labels and (_is_bare_passive(doc, index, labels) or _is_told_to(doc, index, labels)):
        return True
    if "Tense=Past|VerbForm=Part" not in token.morph or "aux" in labels or "nsubj" in labels:
        return False
    if token.deprel == "conj" and token.head != index:
        return is_passive(doc, token.head)
    return token.deprel in ("acl", "oprd", "xcomp", "advcl") and "dobj" not in labels


def _is_bare_passive(doc: Annotated, index: int, labels: set[str]) -> bool:
    """Say whether a verb that is always done to somebody has nobody behind it ("Two men *arrested* over fraud")."""
    token = doc.tokens[index]
    if token.lemma not in _DONE_TO or "Tense=Past" not in token.morph or token.deprel == "relcl":
        return False
    joined = any(doc.tokens[i].deprel == "conj" and doc.tokens[i].upos == "VERB" for i in doc.children[index])
    return not joined and labels.isdisjoint(("dobj", "dative", "aux", "ccomp", "xcomp", "oprd"))


def _is_told_to(doc: Annotated, index: int, labels: set[str]) -> bool:
    """Say whether a verb for what others are told to do has none of them behind it ("Cabinet *pressed* to resign").

    With "ask" it is so in headlines alone ("They asked to speak").
    """
    token = doc.tokens[index]
    told = token.lemma in _TELLING or (token.lemma == "ask" and doc.role_at(index) == "headline")
    if not told or "Tense=Past" not in token.morph or not labels.isdisjoint(("dobj", "dative", "aux", "ccomp")):
        return False
    clause = child(doc, index, ("xcomp",))
    return clause is not None and is_infinitive(doc, clause) and child(doc, clause, ("nsubj",)) is None


def subject(doc: Annotated, index: int, depth: int = DEPTH) -> int | None:
    """Give the head of who does it: the subject, of a passive its by-agent."""
    if is_passive(doc, index):
        agent = prepositional(doc, index, "by")
        return _behind_purpose(doc, index) if agent is None else agent
    return surface_subject(doc, index, depth)


def _behind_purpose(doc: Annotated, index: int) -> int | None:
    """Give the doer whom the parse hangs from what it is done for ("held for questioning *by police*")."""
    aims = (child(doc, i, ("pobj", "pcomp")) for i in doc.children[index] if doc.tokens[i].lemma == "for")
    return next((found for aim in aims if aim is not None and (found := prepositional(doc, aim, "by", 0))), None)


def surface_subject(doc: Annotated, index: int, depth: int = DEPTH) -> int | None:
    """Give the head of the subject, active or passive, own or understood."""
    places = (index, *(i for i in doc.children[index] if doc.tokens[i].deprel in ("aux", "auxpass")))
    own = next((found for i in places if (found := child(doc, i, ("nsubj", "nsubjpass"))) is not None), None)
    if own is not None:
        return antecedent(doc, own, index)
    if not depth or child(doc, index, ("expl",)) is not None:
        return None
    return _understood(doc, index, depth)


def obj(doc: Annotated, index: int, depth: int = DEPTH) -> int | None:
    """Give the head of what it is done to: the object, of a passive the subject."""
    if is_passive(doc, index):
        if doc.tokens[index].deprel == "acl":
            return doc.tokens[index].head
        return surface_subject(doc, index, depth)
    own = child(doc, index, ("dobj",))
    if own is not None:
        return antecedent(doc, own, index)
    return _left_out(doc, index)


def antecedent(doc: Annotated, pronoun: int, verb: int) -> int:
    """Give the noun that a relative pronoun stands for, else the word itself."""
    if doc.tokens[pronoun].text.lower() not in _RELATIVE:
        return pronoun
    for _ in range(DEPTH):
        token = doc.tokens[verb]
        if token.deprel == "relcl":
            return _who_is_meant(doc, pronoun, token.head)
        if token.deprel not in ("conj", "xcomp", "ccomp"):
            break
        verb = token.head
    return pronoun


def _who_is_meant(doc: Annotated, pronoun: int, noun: int) -> int:
    """Give the person whom "who" stands for, where the parse gives his land ("the premier of *Chad*, who")."""
    token = doc.tokens[noun]
    above = doc.tokens[token.head]
    if doc.tokens[pronoun].text.lower() != "who" or token.deprel != "pobj" or above.text.lower() != "of":
        return noun
    owned = doc.tokens[above.head].upos in NOUNS and token.upos == "PROPN" and doc.tokens[noun + 1].text == ","
    return above.head if owned else noun


def prepositional(doc: Annotated, index: int, word: str, depth: int = 2) -> int | None:
    """Give the noun after a preposition of a word, also behind its particle or its object."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if token.deprel in _PREPOSITIONS and token.text.lower() == word:
            noun = child(doc, below, ("pobj",))
            if noun is not None and doc.tokens[noun].text not in CALENDAR:
                return antecedent(doc, noun, index)
    if not depth:
        return None
    for below in doc.children[index]:
        if doc.tokens[below].deprel in _PARTICLES:
            noun = prepositional(doc, below, word, depth - 1)
            if noun is not None:
                return noun
    return None


def recipient_object(doc: Annotated, index: int) -> int | None:
    """Give the head of the one to whom something is given ("gave Ukraine tanks")."""
    dative = child(doc, index, ("dative",))
    if dative is None:
        return None
    return dative if doc.tokens[dative].upos in NOUNS else child(doc, dative, ("pobj",))


def clause_subject(doc: Annotated, index: int) -> int | None:
    """Give the subject of the clause that hangs from a word ("demanded that the mayor resign")."""
    labels = ("ccomp", "xcomp") if doc.tokens[index].upos in VERBS else ("acl", "ccomp")
    clauses = [below for below in doc.children[index] if doc.tokens[below].deprel in labels]
    if not clauses:
        return None
    clause = next((below for below in clauses if below > index), clauses[0])  # "It will not rain, let us hope"
    own = child(doc, clause, ("nsubj", "nsubjpass"))
    return own if own is not None else child(doc, index, ("dobj",))


def says_that(doc: Annotated, index: int) -> bool:
    """Say whether a verb has a clause with "that" ("warned that farmers may leave")."""
    clause = child(doc, index, ("ccomp",))
    return clause is not None and child(doc, clause, ("mark",)) is not None


def governing_verb(doc: Annotated, index: int) -> tuple[int, tuple[str, ...]] | None:
    """Give the verb that a noun hangs from, and the prepositions and nouns between ("on the eve of the vote").

    Returns:
        The verb's index and the lemmas below it down to the noun, or None.
    """
    words: list[str] = []
    for _ in range(4):
        token = doc.tokens[index]
        above = doc.tokens[token.head]
        if token.head == index or token.deprel not in _BEHIND_VERB:
            return None
        if token.deprel == "conj" and above.upos in VERBS:
            return None
        index = token.head
        if above.upos in VERBS:
            return index, tuple(reversed(words))
        measure = (words == ["of"] and above.lemma in _MEASURES) or (words == ["in"] and above.upos == "NUM")
        if token.deprel != "conj" and not measure:
            words.append(above.lemma)
        elif token.deprel != "conj":
            words.clear()
    return None


def joined_verb(doc: Annotated, index: int) -> int:
    """Give the verb that one after "and" goes on from: no infinitive before a past ("told him to pay and left")."""
    above = doc.tokens[index].head
    if is_past(doc, index) and is_infinitive(doc, above) and doc.tokens[above].deprel in ("xcomp", "ccomp", "advcl"):
        return doc.tokens[above].head
    return above


def said_beside(doc: Annotated, index: int) -> int:
    """Give the verb beside which something is said, which is no infinitive ("asked them to go, *condemning* …")."""
    token = doc.tokens[index]
    above = token.head
    aside = token.text.endswith("ing") and doc.tokens[index - 1].text == "," and token.lemma in _ASIDES
    if not aside or not is_infinitive(doc, above):
        return above
    for _ in range(DEPTH):
        if doc.tokens[above].deprel not in ("acl", "advcl", "ccomp", "conj", "xcomp"):
            break
        above = doc.tokens[above].head
    return above if doc.tokens[above].upos in VERBS else token.head


def is_past(doc: Annotated, index: int) -> bool:
    """Say whether a verb is finite and in the past tense."""
    morph = doc.tokens[index].morph
    return "Tense=Past" in morph and "VerbForm=Fin" in morph


def is_infinitive(doc: Annotated, index: int) -> bool:
    """Say whether a verb has "to" before it."""
    return any(doc.tokens[i].lemma == "to" and doc.tokens[i].deprel == "aux" for i in doc.children[index])


def _understood(doc: Annotated, index: int, depth: int) -> int | None:
    """Give the subject that a clause takes from the clause or noun that it hangs from."""
    token = doc.tokens[index]
    above = token.head
    if above == index:
        return None
    if (goes_on := _GOING_ON.get(token.deprel)) is not None:
        above = goes_on(doc, index)
    if token.deprel in ("conj", "advcl", "dep", "auxpass", "aux", "acomp"):
        return surface_subject(doc, above, depth - 1) if doc.tokens[above].upos in VERBS else None
    if token.deprel == "ccomp" and "VerbForm=Fin" in token.morph and doc.tokens[above].deprel == "relcl":
        return doc.tokens[above].head  # "fighting that officers said killed ten"
    if token.deprel in ("xcomp", "ccomp", "oprd"):
        return _controller(doc, above, depth - 1)
    if token.deprel == "pcomp":
        return _of_gerund(doc, above, depth - 1)
    if token.deprel == "acl":
        return above if token.text.endswith("ing") else owner(doc, above, depth - 1)
    return None


def _controller(doc: Annotated, above: int, depth: int) -> int | None:
    """Give the subject of an infinitive: the governing verb's object, else its subject."""
    token = doc.tokens[above]
    if token.upos == "ADJ" and token.deprel == "acomp":
        return surface_subject(doc, token.head, depth)
    if token.lemma not in _OWN_SUBJECT:
        governed = child(doc, above, ("dobj",))
        if governed is not None:
            return antecedent(doc, governed, above)
        asked = prepositional(doc, above, "on", 0) if token.lemma == "call" else None
        if asked is not None:
            return asked
    return surface_subject(doc, above, depth) if depth else None


def _of_gerund(doc: Annotated, preposition: int, depth: int) -> int | None:
    """Give the subject of "of bombing", "after meeting": the object accused, else the subject."""
    above = doc.tokens[preposition].head
    if doc.tokens[above].upos not in VERBS:
        blamed = (
            doc.tokens[above].deprel in ("dobj", "nsubjpass") and doc.tokens[doc.tokens[above].head].lemma in _BLAME
        )
        return above if blamed else owner(doc, above, depth)
    if doc.tokens[preposition].lemma in ("of", "from", "into", "for", "with"):
        return _controller(doc, above, depth)
    return surface_subject(doc, above, depth)


def owner(doc: Annotated, noun: int, depth: int = DEPTH) -> int | None:
    """Give whose plan, promise or threat a noun is: its possessor, else the subject of its verb."""
    owner = child(doc, noun, ("poss",))
    owner = prepositional(doc, noun, "by", 0) if owner is None else owner
    owner = _named_for(doc, noun) if owner is None else owner
    if owner is not None:
        return owner
    governed = governing_verb(doc, noun)
    if governed is not None and doc.tokens[governed[0]].lemma in _AGAINST:
        return None
    if governed is None or not depth or not _BESIDES.isdisjoint(governed[1]):
        return None
    return surface_subject(doc, governed[0], depth)


def _named_for(doc: Annotated, noun: int) -> int | None:
    """Give the name before a plan or decision, which is theirs ("opposed the *White House* plan to …")."""
    if doc.tokens[noun].lemma not in _PLANS:
        return None
    before = (i for i in doc.children[noun] if i < noun and doc.tokens[i].deprel in ("compound", "nmod"))
    return next((i for i in before if doc.tokens[i].upos == "PROPN"), None)


def _left_out(doc: Annotated, index: int) -> int | None:
    """Give the object that a clause leaves out: "the town they attacked", "arrested and charged two men"."""
    token = doc.tokens[index]
    own = child(doc, index, ("nsubj",))
    if token.deprel == "relcl" and own is not None and doc.tokens[own].text.lower() not in _RELATIVE:
        return None if _leads_elsewhere(doc, index) else token.head
    shared = _shared_object(doc, index)
    return _taken_for_subject(doc, index) if shared is None else shared


def _leads_elsewhere(doc: Annotated, index: int) -> bool:
    """Say whether a clause tells of when, where or how, and not to what ("the date *by which* they will leave")."""
    for below in doc.children[index]:
        token = doc.tokens[below]
        if token.deprel == "advmod" and token.text.lower() in _WHERE:
            return True
        if token.deprel == "prep" and any(doc.tokens[i].text.lower() in _RELATIVE for i in doc.children[below]):
            return True
    return False


def _taken_for_subject(doc: Annotated, index: int) -> int | None:
    """Give the object of an infinitive that the parse took for the subject of what follows it."""
    noun = index + 1
    if noun >= doc.sentence_at(index).end or not any(doc.tokens[i].lemma == "to" for i in doc.children[index]):
        return None
    while doc.tokens[noun].deprel in BEFORE_NOUN and doc.tokens[noun].head > noun:
        noun = doc.tokens[noun].head
    token = doc.tokens[noun]
    return noun if token.deprel in ("nsubj", "nsubjpass") and token.head not in doc.children[index] else None


def _shared_object(doc: Annotated, index: int) -> int | None:
    """Give the object that "arrested and charged two men" names once."""
    joined = child(doc, index, ("conj",))
    if joined is None or doc.tokens[joined].upos != "VERB":
        return None
    if child(doc, joined, ("nsubj", "nsubjpass", "aux")) is not None or is_passive(doc, index):
        return None
    between = doc.tokens[joined].span.start - doc.tokens[index].span.end
    return child(doc, joined, ("dobj",)) if between < 12 else None


#: From which verb a clause goes on, by how it hangs from another.
_GOING_ON = {"advcl": said_beside, "conj": joined_verb}

"""Finds who is named by a common noun: offices, functions, bodies, groups, and pronouns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from newsledger.actors.phrases import is_subject, left_edge, preposition_of, span_between
from newsledger.actors.rules import Entry, Role, Rules
from newsledger.model import ActorKind, Annotated, Candidate, Span, Token

_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})
_UNREAL = frozenset(
    {"no", "any", "every", "each", "another", "other", "which", "what", "whichever", "neither", "either"}
)
_INDEFINITE = frozenset({"a", "an"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BODILY_PLACES = frozenset({"in", "at", "inside", "outside", "near", "to", "into"})
_FORMER = frozenset({"former", "ex", "late", "onetime", "deposed", "ousted", "retired"})
_PERSONAL: Mapping[str, Literal["m", "f", "n"] | None] = {
    **dict.fromkeys(("he", "him", "his"), "m"),
    **dict.fromkeys(("she", "her", "hers"), "f"),
    **dict.fromkeys(("it", "its"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "i", "me", "my", "mine", "we", "us", "our", "ours")),
}
_MANY = frozenset({"they", "them", "their", "theirs", "we", "us", "our", "ours"})
_DUMMY_ADJECTIVES = frozenset(
    "clear likely unlikely possible impossible important hard difficult easy necessary true unclear time better best "
    "good bad essential critical crucial fair safe worth imperative vital inevitable natural wrong right obvious "
    "evident uncertain unusual common rare great nice sad ironic strange hopeful".split()
)
_DUMMY_VERBS = frozenset("seem appear happen turn rain snow matter remain take".split())


def find_nouns(doc: Annotated, names: Sequence[Candidate], rules: Rules) -> Iterator[Candidate]:
    """Find descriptions: "the foreign minister", "police", "14 voters", "his party".

    Args:
        doc: The article.
        names: The proper names, whose titles are not found a second time.
        rules: The room's lists.
    """
    inside = _titles_of(doc, names)
    by_head = {name.head: name for name in names}
    lemmas = [_lemma(token) for token in doc.tokens]
    end = 0
    for index, token in enumerate(doc.tokens):
        if index < end or token.upos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        hit = rules.roles.match(lemmas, index)
        if not hit:
            continue
        end = hit[0]
        head = end - 1
        if head in inside or not _is_mention(doc, head, hit[1]):
            continue
        yield _candidate(doc, head, index, hit[1], by_head, rules)


def find_pronouns(doc: Annotated) -> Iterator[Candidate]:
    """Find personal and possessive pronouns, but for an "it" that stands for nothing."""
    for index, token in enumerate(doc.tokens):
        word = token.text.lower()
        if (
            word not in _PERSONAL
            or token.upos not in ("PRON", "DET", "PROPN")
            or (word == "it" and _is_dummy(doc, index))
        ):
            continue
        if word == "us" and token.text == "US":
            continue
        yield Candidate(
            span=token.span,
            head=index,
            form="pronoun",
            kind=None,
            name=None,
            country=None,
            sector=None,
            role=None,
            plural=word in _MANY,
            gender=_PERSONAL[word],
            rule=f"pronoun/{word}",
        )


def _lemma(token: Token) -> str:
    return token.lemma.lower() if token.upos == "NOUN" else token.text.lower()


def _titles_of(doc: Annotated, names: Sequence[Candidate]) -> frozenset[int]:
    """Give the tokens that already belong to a name, but for possessives before it ("the king's aide Cole")."""
    inside = set()
    for name in names:
        tokens = doc.tokens_in(name.span)
        start = max((number + 1 for number in tokens if doc.tokens[number].text in ("'s", "’s")), default=tokens.start)
        inside.update(range(start, tokens.stop))
    return frozenset(inside)


def _is_mention(doc: Annotated, head: int, role: Role) -> bool:
    token = doc.tokens[head]
    if token.deprel in _MODIFIERS and token.head != head or token.upos in ("ADJ", "VERB"):
        return False
    before = _words_before(doc, head)
    if before & _UNREAL:
        return False
    plural = "Number=Plur" in token.morph
    if (
        role.noun
        and role.noun.endswith("s")
        and " " not in role.noun
        and not plural
        and token.lemma != token.text.lower()
    ):
        return False
    preposition = preposition_of(doc, head)
    word = doc.tokens[preposition].text.lower() if preposition is not None else ""
    if role.use in ("body", "thing"):
        return _is_body(doc, head, role, before, word)
    if role.use == "class":
        return is_subject(doc, head)
    return _is_person(doc, head, before, word, plural=plural)


def _is_person(doc: Annotated, head: int, before: frozenset[str], preposition: str, *, plural: bool) -> bool:
    token = doc.tokens[head]
    if preposition == "as" or (token.deprel == "attr" and "the" not in before):
        return False
    if plural:
        return True
    if not before & (_INDEFINITE | _POINTING) and not _has_possessive(doc, head):
        return token.deprel == "appos" or is_subject(doc, head)
    return not (before & _INDEFINITE) or token.deprel in ("appos", "nsubj", "nsubjpass", "pobj", "dobj", "conj")


def _is_body(doc: Annotated, head: int, role: Role, before: frozenset[str], preposition: str) -> bool:
    if preposition in _BODILY_PLACES and not (preposition == "to" and before & _POINTING):
        return False
    token = doc.tokens[head]
    if token.deprel == "attr" and "the" not in before:
        return False
    definite = bool(before & _POINTING) or _has_possessive(doc, head)
    if role.use == "thing":
        return definite or (is_subject(doc, head) and "Number=Plur" in token.morph)
    bare = not before and not _has_possessive(doc, head) and role.kind in ("organisation", "government")
    return definite or not bare or is_subject(doc, head)


def _words_before(doc: Annotated, head: int) -> frozenset[str]:
    return frozenset(doc.tokens[child].text.lower() for child in doc.children[head] if child < head)


def _has_possessive(doc: Annotated, head: int) -> bool:
    return any(doc.tokens[child].deprel == "poss" for child in doc.children[head])


def _candidate(
    doc: Annotated, head: int, first: int, role: Role, by_head: Mapping[int, Candidate], rules: Rules
) -> Candidate:
    token = doc.tokens[head]
    plural = "Number=Plur" in token.morph
    start = min(first, left_edge(doc, head))
    nation = _nation(doc, start, head, rules)
    owner = _owner(doc, head, by_head)
    country = nation.country if nation else (owner.country if owner else None)
    kind: ActorKind = role.kind
    if plural and kind in ("role", "person"):
        kind = "group"
    definite: bool = role.use in ("thing", "kin", "class")
    return Candidate(
        span=span_between(doc, start, head + 1),
        head=head,
        form="demonym" if nation and plural else "definite" if definite else "role",
        kind=kind,
        name=None,
        country=country,
        sector=_sector(doc, start, head, role, owner, rules),
        role=role.noun,
        plural=plural,
        gender="n" if role.use in ("body", "thing") else role.gender,
        rule=nation.rule if nation and plural else role.rule,
    )


def _nation(doc: Annotated, start: int, head: int, rules: Rules) -> Entry | None:
    """Find the nationality in a phrase: "Ostland troops", "the U.S. ambassador"."""
    for index in range(start, head):
        text = doc.tokens[index].text
        if not text[0].isupper():
            continue
        words = [token.text for token in doc.tokens[index : index + 4]]
        hit = rules.names.match(words, 0)
        if hit and hit[1].country and hit[1].form in ("adjective", "name") and hit[1].kind != "person":
            return hit[1]
    return None


def _owner(doc: Annotated, head: int, by_head: Mapping[int, Candidate]) -> Candidate | None:
    """Find whose a role is: "the president of Ostland", "Ostland's president"."""
    for child in doc.children[head]:
        token = doc.tokens[child]
        if token.deprel == "poss" and child in by_head:
            return by_head[child]
        if token.deprel == "prep" and token.text.lower() in ("of", "for", "from", "to", "in", "at"):
            for below in doc.children[child]:
                if below in by_head:
                    return by_head[below]
    return None


def _sector(doc: Annotated, start: int, head: int, role: Role, owner: Candidate | None, rules: Rules) -> str | None:
    if role.use in ("office", "body"):
        former = any(doc.tokens[index].text.lower() in _FORMER for index in range(start, head))
        return "ELI" if former and role.use == "office" else role.sector
    for index in range(start, head):
        token = doc.tokens[index]
        if token.deprel in _MODIFIERS:
            hit = rules.roles.match([token.lemma.lower()], 0)
            if hit and hit[1].use in ("body", "thing") and hit[1].sector:
                return hit[1].sector
            name = rules.names.match([token.text], 0)
            if name and name[1].kind in ("organisation", "government"):
                return name[1].sector
    if owner and owner.kind in ("organisation", "government") and role.noun in _BORROWING:
        return owner.sector
    return role.sector


#: Functions whose sector is that of the body which they serve.
_BORROWING = frozenset(
    "spokesman spokeswoman spokesperson official aide adviser advisor head chief director leader member chairman "
    "chairwoman employee staffer boss founder executive president".split()
)


def _is_dummy(doc: Annotated, index: int) -> bool:
    """Say whether an "it" stands for nothing: "it is clear that", "it rains", "make it clear"."""
    token = doc.tokens[index]
    if token.deprel == "expl":
        return True
    verb = token.head
    if token.deprel not in ("nsubj", "nsubjpass"):
        return token.deprel == "dobj" and doc.tokens[verb].lemma in ("make", "find") and _has_clause(doc, verb)
    lemma = doc.tokens[verb].lemma
    if lemma in _DUMMY_VERBS:
        return _has_clause(doc, verb) or lemma in ("rain", "snow", "seem", "appear")
    if lemma == "be":
        described = any(
            doc.tokens[child].lemma.lower() in _DUMMY_ADJECTIVES for child in doc.children[verb] if child > verb
        )
        return described or _has_clause(doc, verb)
    return token.deprel == "nsubjpass" and _has_clause(doc, verb)


def _has_clause(doc: Annotated, verb: int) -> bool:
    return any(
        doc.tokens[child].deprel in ("ccomp", "xcomp", "csubj", "advcl", "relcl") for child in doc.children[verb]
    )

"""What an event is about, as PLOVER's contexts: the words of its own clause, and the offices of its parties."""

from collections.abc import Iterator, Sequence

from newsledger.events.coder import Coded
from newsledger.events.frames.links import VERBS
from newsledger.events.frames.parties import Who
from newsledger.events.ontology import CONTEXTS
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Sentence, Token

#: What an act is about by the sector of who does it or to whom it is done.
_BY_SECTOR = {"MIL": "military", "LEG": "legislative", "SPY": "intelligence", "JUD": "legal"}
#: Likewise by its mode.
_BY_MODE = {"cyber": "cyber", "troops": "military", "weapons": "military", "misinformation": "misinformation"}
#: Labels over which a clause is one of its own, with a matter of its own.
_CLAUSES = frozenset({"ccomp", "parataxis", "relcl"})
#: Labels of branches that are beside the matter of the clause that they hang from.
_BESIDE = frozenset({"parataxis", "relcl"})
#: Labels of those that may be.
_MAY_BE_BESIDE = _BESIDE | {"prep", "conj"}
#: Prepositions that only set an act in time ("after the vote on the tax").
_TIMES = frozenset({"after", "since", "until"})
#: What a party is called says nothing of what it does ("the Democratic Party").
_CALLED = frozenset({"democratic"})


def contexts(doc: Annotated, coded: Coded, who: Who, rules: Rules, words: frozenset[str]) -> tuple[str, ...]:
    """Give the PLOVER contexts of an event, in the order of the manual.

    Args:
        doc: The parsed article.
        coded: A trigger with its parties.
        who: Which actors stand where.
        rules: The room's word lists.
        words: The words of its sentence, by which most are known to have no context.
    """
    found = set()
    if not words.isdisjoint(rules.contexts):
        matter = _matter(doc, coded.index)
        found = {context for word in _longest(doc, matter, rules) for context in rules.contexts[word]}
    ids = [own for party in (coded.actor, coded.recipient) if party is not None for own in party.ids]
    found |= {_BY_SECTOR[sector] for own in ids if (sector := who.sectors.get(own)) in _BY_SECTOR}
    mode = coded.hit.predicate.mode
    if mode in _BY_MODE:
        found.add(_BY_MODE[mode])
    return tuple(context for context in CONTEXTS if context in found)


def _matter(doc: Annotated, index: int) -> list[int]:
    """Give the words of the clause that a word stands in, without who reports it and what else was done."""
    top = index
    while doc.tokens[top].head != top and not _is_clause(doc, top):
        top = doc.tokens[top].head
    path, above = {top}, index
    while above != top:
        path.add(above)
        above = doc.tokens[above].head
    found, stack = [], [top]
    while stack:
        word = stack.pop()
        found.append(word)
        stack.extend(
            [
                below
                for below in doc.children[word]
                if doc.tokens[below].deprel not in _MAY_BE_BESIDE or below in path or not _is_beside(doc, below)
            ]
        )
    if doc.tokens[top].deprel == "relcl":
        found.append(doc.tokens[top].head)
    return sorted(found)


def _is_clause(doc: Annotated, index: int) -> bool:
    """Say whether a word heads a clause that tells of something by itself."""
    token = doc.tokens[index]
    return token.deprel in _CLAUSES or _is_joined(doc, index)


def _is_beside(doc: Annotated, index: int) -> bool:
    token = doc.tokens[index]
    timed = token.deprel == "prep" and token.text.lower() in _TIMES
    return timed or token.deprel in _BESIDE or _is_joined(doc, index)


def _is_joined(doc: Annotated, index: int) -> bool:
    """Say whether a verb goes on from another with a subject of its own."""
    token = doc.tokens[index]
    if token.deprel != "conj" or token.upos not in VERBS:
        return False
    return any(doc.tokens[i].deprel in ("nsubj", "nsubjpass") for i in doc.children[index])


def _longest(doc: Annotated, indices: Sequence[int], rules: Rules) -> Iterator[str]:
    """Give the words that have a context; in two that have one together neither counts alone ("trade war")."""
    taken = -1
    lemmas = [doc.lemmas[index] for index in indices]
    for place, index in enumerate(indices):
        token, word = doc.tokens[index], lemmas[place]
        behind = [lemmas[at] for at in (place + 1, place + 2) if at < len(indices) and indices[at] <= index + 2]
        opens = word in rules.openings or doc.words[index] in rules.openings or behind[:1] == ["-"]
        joined = next((both for both in _with_next(token, behind) if both in rules.contexts), "") if opens else ""
        if joined:
            taken = index + 1
            yield joined
        elif index != taken and word in rules.contexts and not (token.upos == "PROPN" and word in _CALLED):
            yield word


def _with_next(token: Token, behind: Sequence[str]) -> Iterator[str]:
    """Give a word with the one behind it, as a pair and over a hyphen ("displaced persons", "by-election")."""
    if behind:
        yield f"{token.lemma.lower()} {behind[0]}"
        yield f"{token.text.lower()} {behind[0]}"
    if behind[:1] == ["-"] and len(behind) > 1:
        yield f"{token.lemma.lower()}-{behind[1]}"


def words_of(doc: Annotated, sentence: Sentence, rules: Rules) -> frozenset[str]:
    """Give the words of a sentence as lemmas, with the pairs and hyphenated words that a list may hold."""
    words = doc.lemmas[sentence.start : sentence.end]
    found = set(words)
    written = doc.words[sentence.start : sentence.end]  # "displaced persons": "displace person"
    for forms in (words, written):
        if not rules.openings.isdisjoint(forms):
            pairs = zip(forms, words[1:], strict=False)
            found.update([f"{one} {after}" for one, after in pairs if one in rules.openings])
    if "-" in found:
        found.update(
            f"{lemma}-{last}" for lemma, mark, last in zip(words, words[1:], words[2:], strict=False) if mark == "-"
        )
    return frozenset(found)

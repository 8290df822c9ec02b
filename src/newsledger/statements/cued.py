"""An article as this room reads it: its clauses, its quotations and the cues in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from newsledger.model import Annotated, Span, Syntax, Token
from newsledger.statements.cues import Cue, Rules, find_cues
from newsledger.statements.quoted.quotations import Quoted, find_quotations

#: In tokens. What is longer is a table or a list, and would cost the square of its length.
_LONGEST_SENTENCE = 400
#: What may stand inside the words of a cue: "has also been told", "did not say".
_INSIDE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})
#: Verbs that lead to what somebody else said.
_QUOTING = frozenset({"cite", "quote", "report"})
#: Punctuation that is no part of a finding at its edge.
_EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "?", "!"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CuedArticle:
    """An article and what the finders of this room look up in it.

    Attributes:
        syntax: Its clauses.
        quoted: Its quotations.
        words: The room's words by their class.
        cues: The entries met at each token, the longest first; none stands in a quotation.
        quoting: Cues that may take a quotation, by their head.
        speakers: Those that first of all take one.
        doc: The parse.
        tokens: Its words.
    """

    syntax: Syntax
    quoted: Quoted
    words: Mapping[str, frozenset[str]]
    cues: Mapping[int, tuple[Cue, ...]]
    quoting: Mapping[int, Cue]
    speakers: Mapping[int, Cue]
    doc: Annotated = field(init=False, repr=False, compare=False)
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Have at hand what is asked for two thousand times a page."""
        object.__setattr__(self, "doc", self.syntax.doc)
        object.__setattr__(self, "tokens", self.syntax.doc.tokens)

    def says(self, index: int, name: str) -> bool:
        """Say whether a word is of one of the room's classes."""
        return self.doc.words[index] in self.words[name]


def mark_cues(syntax: Syntax, rules: Rules) -> CuedArticle:
    """Find the quotations of an article, and the cues outside them.

    Nothing is looked for inside a quotation or a caption: what is said there is its speaker's or the outlet's.
    """
    doc, quoted = syntax.doc, find_quotations(syntax.doc)
    cues = {
        head: met
        for head, met in find_cues(doc, rules)
        if quoted.number[head] < 0
        and doc.role_at(head) != "caption"
        and len(doc.sentence_at(head).indices) <= _LONGEST_SENTENCE
    }
    cued = CuedArticle(syntax=syntax, quoted=quoted, words=rules.words, cues=cues, quoting={}, speakers={})
    parts = {_quoted_as(cued, head) for head in cues}
    starting = {light_verb_above(cued, head) for head in cues}
    cues = {head: met for head, met in cues.items() if head not in parts}
    quoting = {
        head: cue
        for head, met in cues.items()
        for cue in reversed(met)
        if "quotation" in cue.entry.takes and head not in starting
    }
    speakers = {head: cue for head, cue in quoting.items() if cue.entry.takes[0] == "quotation"}
    return replace(cued, cues=cues, quoting=quoting, speakers=speakers)


def cue_span(cued: CuedArticle, cue: Cue, link: int | None) -> Span:
    """Give the words of a cue: auxiliaries, negation and adverbs before it, the preposition ``link`` after it."""
    first = _first_of_chain(cued, cue.head)
    last = max(cue.anchors)
    if link is not None and last < link <= last + 2:
        last = link
    return cued.doc.cover((min(first, *cue.anchors), last))


def _first_of_chain(cued: CuedArticle, head: int) -> int:
    light = light_verb_above(cued, head) or _quoted_as(cued, head)
    first = head if light is None else _first_of_chain(cued, light)
    below = {child for child in cued.doc.children[first] if cued.tokens[child].deprel in _INSIDE}
    while first - 1 in below:
        first -= 1
    return first


def light_verb_above(cued: CuedArticle, head: int) -> int | None:
    """Give the verb that only starts or colours this one ("*went* on to note"), or None."""
    token = cued.tokens[head]
    lemma = cued.tokens[token.head].lemma
    near = token.deprel == "xcomp" and 0 < head - token.head <= 4
    return token.head if near and lemma in cued.words["starting"] else None


def is_begun(cued: CuedArticle, head: int) -> bool:
    """Say whether an infinitive is under way: "*went on to learn* that …", not "*decided to learn* why …"."""
    light = light_verb_above(cued, head)
    return light is not None and cued.tokens[light].lemma in cued.words["undertaken"]


def _quoted_as(cued: CuedArticle, verb: int) -> int | None:
    """Give the verb of "was *quoted* as saying"; it is a part of the cue."""
    above = cued.tokens[verb].head
    quoting = cued.tokens[above].head
    led = cued.tokens[verb].deprel == "pcomp" and cued.tokens[above].lemma == "as"
    passive = led and cued.tokens[quoting].lemma in _QUOTING and cued.syntax.is_passive(quoting)
    return quoting if passive else None


def runs(doc: Annotated, indices: Iterable[int]) -> tuple[Span, ...]:
    """Turn tokens into spans: neighbours make one, also where only punctuation lies between them.

    Punctuation at either end is left out, but for quotation marks and brackets.
    """
    spans: list[list[int]] = []
    for index in sorted(indices):
        if spans and all(doc.tokens[between].upos == "PUNCT" for between in range(spans[-1][1] + 1, index)):
            spans[-1][1] = index
        else:
            spans.append([index, index])
    inside = ([one for one in range(first, last + 1) if doc.tokens[one].text not in _EDGES] for first, last in spans)
    return tuple(doc.cover(words) for words in inside if words)

"""Walks over runs of capitalised words, and tells what the lists say of each part of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from newsledger.actors.mentions.outlets import Outlets
from newsledger.actors.rules import Entry, Role, Rules
from newsledger.model import Annotated, Sentence, Token

#: What joins a body to its field: "Ministry of Health", "Centre for Peace".
JOINTS = frozenset({"of", "for"})

_NEVER_NAMES = frozenset({"VERB", "AUX", "ADV", "ADP", "DET", "PRON", "SCONJ", "CCONJ", "INTJ", "NUM", "PART"})
# What the tagger makes of a name now and then; it is one where the same word is a name elsewhere in the article.
_MISTAKEN = frozenset({"NOUN", "ADJ", "X"})
_VERBS = frozenset({"VERB", "AUX"})
_MAY_BE_PLURAL = frozenset({"PROPN", "NOUN"})
# The share of words with a capital letter from which a sentence is in title case.
_MOST = 0.8
_TITLES = frozenset({"office", "function"})
# What may stand right after "Seo Min-jun", where "Ostland-backed" would have its noun.
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_LONGEST_SYLLABLE = 6
_MARKS = frozenset({"“", "”", "‘", "’", '"', "''", "``"})
_LONGEST_NAME = 9
_STOPS = frozenset({",", ".", "!", "?"})
# How many words a title in quotation marks has: two may be a person's name, more than so many a sentence.
_SHORTEST_TITLE = 3
_LONGEST_TITLE = 12

Style = Literal["plain", "titles", "capitals"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a run, tokens ``start`` up to ``end``, and what a list says of them.

    Attributes:
        plural: Whether this is a title that several names after it share.
    """

    start: int
    end: int
    what: Entry | Role | None
    plural: bool = False


class RunFinder:
    """Cuts the sentences of an article into runs of capitalised words.

    Attributes:
        capitals_inside: The proper names that stand elsewhere than at the start of a sentence.
        loud: The sentences whose capital letters tell nothing, as those of a headline.
        titles: The tokens of the titles of works and laws in quotation marks.
    """

    def __init__(self, doc: Annotated, rules: Rules) -> None:
        self._doc = doc
        self._rules = rules
        self.words = tuple([token.text for token in doc.tokens])
        self.lower = doc.words
        self.nouns = tuple(map(noun_form, doc.tokens, self.lower))
        # For titles in the plural, which the parse does not know as such.
        self._singulars = tuple(
            [
                word.removesuffix("s") if token.upos in _MAY_BE_PLURAL else word
                for token, word in zip(doc.tokens, self.lower, strict=True)
            ]
        )
        self._styles = tuple(_style(doc.tokens[sentence.start : sentence.end]) for sentence in doc.sentences)
        self.loud = frozenset(number for number, style in enumerate(self._styles) if style != "plain")
        proper = [(index, token.text) for index, token in enumerate(doc.tokens) if token.upos == "PROPN"]
        self._proper = {word for _, word in proper}
        firsts = {sentence.start for sentence in doc.sentences}
        inside = [(index, word) for index, word in proper if index not in firsts]
        self.capitals_inside = frozenset(word for _, word in inside)
        self._defined = self._acronyms()
        self.titles = self._quoted_titles()
        self._plain_names = frozenset(word for index, word in inside if doc.sentence_of[index] not in self.loud)

    def find(self, outlets: Outlets) -> Iterator[list[Piece]]:
        """Give the runs in text order; a dateline and a credit have none."""
        for number, sentence in enumerate(self._doc.sentences):
            if self._doc.article.blocks[sentence.block].role == "dateline" or outlets.is_credit(sentence):
                continue
            style = self._styles[number]
            index = sentence.start
            while index < sentence.end:
                pieces = self._run(index, sentence, style) if self._may_begin(index) else []
                if pieces and not self._is_of_case(pieces[0].start, pieces[-1].end):
                    yield pieces
                index = pieces[-1].end if pieces else index + 1

    def _acronyms(self) -> dict[str, Entry]:
        """Give what the article shortens itself: "Central Ostland Republic (COR)"; the lists may have others so."""
        found: dict[str, Entry] = {}
        for index in self._places("("):
            word, closing = (*self.words[index + 1 : index + 3], "", "")[:2]
            if not index or closing != ")" or not word.isupper() or len(word) < 2:
                continue
            for start in range(max(0, index - _LONGEST_NAME), index):
                hit = self._rules.names.match(self.words, start)
                if hit and hit[0] == index and is_short_for(word, self.words[start:index]):
                    found[word] = hit[1]
                    break
        return found

    def _places(self, word: str) -> Iterator[int]:
        """Give the places of a word."""
        at = -1
        for _ in range(self.words.count(word)):
            at = self.words.index(word, at + 1)
            yield at

    def _quoted_titles(self) -> frozenset[int]:
        """Find titles in quotation marks, where all but short words have a capital letter: “Against the Tide”."""
        found: set[int] = set()
        opened: int | None = None
        for index, word in enumerate(self.words):
            if word not in _MARKS:
                continue
            inside = range(index if opened is None else opened + 1, index)
            is_plain = self._doc.sentence_of[index] not in self.loud
            if is_plain and _is_title([self._doc.tokens[number] for number in inside]) and not self._holds_name(inside):
                found.update(inside)
            opened = index
        return frozenset(found)

    def _holds_name(self, inside: range) -> bool:
        """Say whether a listed name of several words is in what looks like a title: “Anyone but Anna Haverty”."""
        hits = ((index, self._rules.names.match(self.words, index)) for index in inside)
        return any(hit and hit[0] - index > 1 for index, hit in hits)

    def is_quoted(self, start: int, end: int) -> bool:
        """Say whether words stand in quotation marks of their own, as the title of a work does."""
        before, after = self.words[start - 1] if start else "", (*self.words[end : end + 2], "", "")
        return before in _MARKS and (after[0] in _MARKS or (after[0] in _STOPS and after[1] in _MARKS))

    def _may_begin(self, index: int) -> bool:
        """Say whether a run may begin with a word: a capital letter, or "al-" and "the" of listed names."""
        word = self.words[index]
        return (word[0].isupper() or (word[0] in "at" and self._is_listed(word))) and index not in self.titles

    def _is_listed(self, word: str) -> bool:
        """Say whether a word in small letters begins a name that is known, without which it begins none."""
        rules = self._rules
        listed = word in rules.names.lengths or word in rules.capital_names.lengths or word in rules.given_names
        return listed or word in self._defined

    def _is_of_case(self, start: int, end: int) -> bool:
        """Say whether a name is one side of a case at law, which is no actor: "Haverty v. Lind"."""
        return "v." in (*self.words[max(0, start - 2) : start], *self.words[end : end + 1])

    def _run(self, start: int, sentence: Sentence, style: Style) -> list[Piece]:
        pieces: list[Piece] = []
        index = start
        while index < sentence.end:
            piece = self._piece(index, sentence, style, inside=bool(pieces)) or self._joint(index, sentence, pieces)
            if piece is None:
                break
            pieces.append(piece)
            index = piece.end
        return pieces

    def _piece(self, index: int, sentence: Sentence, style: Style, *, inside: bool) -> Piece | None:
        word = self.words[index]
        if not word[0].isupper() and word[0] not in "at" and not (inside and word[1:2] in ("'", "’")):
            return None
        names = self._rules.capital_names if style == "capitals" else self._rules.names
        hit = (index + 1, self._defined[word]) if word in self._defined else names.match(self.words, index)
        title = self._title(index) if word[0].isupper() else None
        if title and title.end <= sentence.end and (not hit or title.end > hit[0]):
            return title
        if style == "plain" and self._is_given_name(index, sentence):
            return Piece(index, index + 1, None)
        if hit and hit[0] <= sentence.end and not self._is_common(index, hit[0], hit[1]):
            return Piece(index, hit[0], hit[1])
        if self._is_name_word(index, style, inside=inside):
            return Piece(index, index + 1, None)
        return None

    def _title(self, index: int) -> Piece | None:
        hit = self._rules.titles.match(self.words, index) or self._rules.roles.match(self.lower, index)
        if hit:
            return Piece(index, *hit) if hit[1].use in _TITLES else None
        hit = self._rules.roles.match(self._singulars, index)
        return Piece(index, *hit, plural=True) if hit and hit[1].use in _TITLES else None

    def _is_given_name(self, index: int, sentence: Sentence) -> bool:
        """Tell the given name from the place of the same spelling: "Jordan Holt"."""
        after = index + 1
        if self.words[index] not in self._rules.given_names or after >= sentence.end:
            return False
        follower = self._doc.tokens[after]
        if follower.upos != "PROPN" or not follower.text.istitle() or follower.text in self._rules.endings:
            return False
        longer = self._rules.names.match(self.words, index)
        return not (longer and longer[0] > after) and not self._rules.names.match(self.words, after)

    def _is_common(self, start: int, end: int, entry: Entry) -> bool:
        """Say whether a listed name is only a word like others here ("House prices rose")."""
        if end - start > 1:
            return False
        token = self._doc.tokens[start]
        if token.upos in _NEVER_NAMES and not token.text.isupper():
            return True
        return token.upos == "NOUN" and entry.kind == "organisation" and token.deprel in ("compound", "amod", "ROOT")

    def _is_name_word(self, index: int, style: Style, *, inside: bool) -> bool:
        token = self._doc.tokens[index]
        word = token.text
        if inside and word[1:2] in ("'", "’") and word[2:3].isupper():
            return True
        if not word[0].isupper() or word in self._rules.classes["calendar"]:
            return False
        if style == "capitals":
            return word.title() in self._rules.surnames and token.upos == "PROPN"
        if style == "titles":
            return self._is_headline_name(index, word, inside=inside)
        return token.upos == "PROPN" or (token.upos in _MISTAKEN and (inside or word in self._proper))

    def _is_headline_name(self, index: int, word: str, *, inside: bool) -> bool:
        """Tell a name among words that all have a capital letter: by the lists and by the rest of the article."""
        if word in self._rules.given_names:
            return True
        if self._doc.tokens[index].upos != "PROPN":
            return False
        if word in self._rules.surnames or (word in self._plain_names and not self._is_noun(index)):
            return True
        follows_given = inside and self.words[index - 1] in self._rules.given_names
        return follows_given and not word.endswith(("s", "ed", "ing")) and not self._is_noun(index)

    def _is_noun(self, index: int) -> bool:
        """Say whether a word is a common one by the lists, whatever its capital letter."""
        forms = (self.nouns, self._singulars)
        return self.words[index] in self._rules.endings or any(self._rules.roles.match(form, index) for form in forms)

    def _joint(self, index: int, sentence: Sentence, pieces: Sequence[Piece]) -> Piece | None:
        """Take a word that holds two parts of a name together: a hyphen, "van", "of"."""
        if not pieces or index + 1 >= sentence.end:
            return None
        last, word, after = pieces[-1], self.words[index], self.words[index + 1]
        close = self._doc.tokens[index].span.end == self._doc.tokens[index + 1].span.start
        if word == "-" and close and self._is_second_syllable(index + 1, sentence, pieces):
            return Piece(index, index + 2, None)
        if word in self._rules.classes["name_particle"] and (last.what is None or len(pieces) > 1):
            return self._particle(index, sentence, pieces)
        if not after[0].isupper() and after not in self._rules.classes["name_particle"] and after != "the":
            return None
        if (word == "-" and close) or word == "&":
            return Piece(index, index + 1, None)
        is_plain = sentence.start < index and self._doc.sentence_of[index] not in self.loud
        if word in self._rules.classes["capital_joint"] and last.what is None and is_plain:
            return Piece(index, index + 1, None)
        if word in JOINTS and (self._ends_body(last) or self._goes_on(last, pieces)):
            return Piece(index, index + (2 if after == "the" else 1), None)
        return None

    def _particle(self, index: int, sentence: Sentence, pieces: Sequence[Piece]) -> Piece | None:
        """Take a small word of a person's name with the hyphen after it: "Anna van Haverty", "Omar al-Lindi"."""
        word, after = self.words[index], self.words[index + 1]
        if after == "-" and index + 2 < sentence.end and self.words[index + 2][0].isupper():
            return Piece(index, index + 2, None)
        is_short = word == "a" and pieces[-1].end - pieces[0].start <= 1
        is_joined = after[0].isupper() or after in self._rules.classes["name_particle"] or after == "the"
        return Piece(index, index + 1, None) if pieces[-1].what is None and is_joined and not is_short else None

    def _is_second_syllable(self, index: int, sentence: Sentence, pieces: Sequence[Piece]) -> bool:
        """Say whether a word in small letters ends a Korean or Chinese given name: "Seo Min-jun"."""
        word = self.words[index]
        if not word.isalpha() or not word.islower() or len(word) > _LONGEST_SYLLABLE or word.endswith(("ed", "ing")):
            return False
        if len(pieces) < 2 or any(piece.what is not None for piece in pieces[-2:]):
            return False
        return index + 1 >= sentence.end or self._doc.tokens[index + 1].upos not in _NOUNS

    def _goes_on(self, last: Piece, pieces: Sequence[Piece]) -> bool:
        """Say whether the field of a body is still being told: "Office for the Protection" of Nature."""
        return last.what is None and any(self.lower[piece.start] in JOINTS for piece in pieces[1:-1])

    def _ends_body(self, piece: Piece) -> bool:
        """Say whether a name may go on with "of": the name of a body, or one that many countries' bodies have."""
        if piece.what is not None:
            return isinstance(piece.what, Entry) and piece.what.form == "common"
        ending = self._rules.endings.get(self.words[piece.end - 1])
        return ending is not None and ending.kind in ("organisation", "government")


def is_short_for(acronym: str, words: Sequence[str]) -> bool:
    """Say whether letters come from words in their order, the first word's first: "UNSMIL", "AMISOM"."""
    letters = iter("".join(words).casefold())
    begins = bool(words) and words[0][:1].casefold() == acronym[:1].casefold()
    return (
        begins
        and 1 < len(words) <= _LONGEST_NAME
        and all(letter in letters for letter in acronym.casefold() if letter.isalpha())
    )


def _is_title(tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens if token.text.isalpha()]
    if len(words) < _SHORTEST_TITLE or len(tokens) > _LONGEST_TITLE:
        return False
    big = [word[0].isupper() for word in words if len(word) > 3]
    return words[0][0].isupper() and words[-1][0].isupper() and all(big) and len(big) > 1


def noun_form(token: Token, word: str) -> str:
    """Give the form under which the list of roles would have a word, given in small letters: the singular."""
    if token.upos == "NOUN":
        return token.lemma.lower()
    return word.removesuffix("s") if token.upos == "PROPN" and "Number=Plur" in token.morph else word


def _is_small_verb(token: Token) -> bool:
    return token.upos in _VERBS and token.text.islower() and token.text.isalpha()


def _style(tokens: Sequence[Token]) -> Style:
    """Tell a plain sentence from one in title case or in capital letters, where no verb is in small letters."""
    shown = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    if len(shown) > 1 and all(word.isupper() for word in shown):
        return "capitals"
    capitals = sum(word[0].isupper() for word in shown)
    if len(shown) > 3 and capitals > _MOST * len(shown):
        return "plain" if any(map(_is_small_verb, tokens)) else "titles"
    return "plain"

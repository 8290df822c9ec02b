"""The case in which a headline of capitals would stand in running text, so that the parser knows verbs from names."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from newsledger.model import Article

#: Says which of some words, given with a capital letter, are no names.
Common = Callable[[Iterable[str]], frozenset[str]]

_HEADS = frozenset({"headline", "standfirst"})
# What is joined by a hyphen are two words ("Hit-And-Run"), what has an apostrophe is one ("Don't").
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
# In running text a capital means a name only behind a word or a comma: not behind a full stop or a quotation mark.
_INSIDE = re.compile(r"(?<=[\w,;]\s)" + _WORD.pattern)
#: Letters from which a word has a capital in a headline whose words do.
_LONG = 4
#: Long words that tell the case of a headline, and the share of them that has a capital.
_FEWEST, _MOST = 3, 0.8


def running_case(article: Article, common: Common) -> str:
    """Give an article's text with its headline as running text would have it: with capitals for names alone.

    A headline in title case or capital letters takes the form of each word from the article's own sentences. What
    they do not have is a name unless it is known not to be. All else stays, and each letter in its place.

    Args:
        article: The article.
        common: Says which words are no names.
    """
    blocks = [block for block in article.blocks if block.role in _HEADS]
    loud = [block for block in blocks if is_title_case(article.text[block.start : block.end])]
    if not loud:
        return article.text
    known = _forms(article)
    asked = {word for block in loud for word in _words(article.text[block.start : block.end])}
    small = common(sorted(word.capitalize() for word in asked if word.lower() not in known))
    text = article.text
    for block in loud:
        recased = _recased(text[block.start : block.end], known, small)
        if len(recased) == block.end - block.start:
            text = text[: block.start] + recased + text[block.end :]
    return text


def is_title_case(text: str) -> bool:
    """Say whether the longer words of a headline have capitals; what ends in a full stop is a sentence."""
    shown = [word for word in _words(text) if len(word) >= _LONG]
    return (
        not text.rstrip().endswith(".")
        and len(shown) >= _FEWEST
        and sum(word[0].isupper() for word in shown) >= _MOST * len(shown)
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _recased(text: str, known: dict[str, str], common: frozenset[str]) -> str:
    loud = text.isupper()

    def recased(found: re.Match[str]) -> str:
        word = found[0]
        form = known.get(word.lower())
        if (len(word) == 1 and word != "A") or (form is None and not loud and not word.istitle()):
            return word  # "U.S.", "NATO", "McCain"
        if form is None:
            form = word.lower() if word.capitalize() in common else word.capitalize()
        is_first = not text[: found.start()].strip()
        return form[0].upper() + form[1:] if is_first else form

    return _WORD.sub(recased, text)


def _forms(article: Article) -> dict[str, str]:
    """Give the usual form of each word inside the article's own sentences, by its small letters."""
    counts: dict[str, Counter[str]] = {}
    for text in _running(article):
        for word in _INSIDE.findall(text):
            counts.setdefault(word.lower(), Counter())[word] += 1
    return {small: max(sorted(forms), key=forms.__getitem__) for small, forms in counts.items()}


def _running(article: Article) -> Iterator[str]:
    for block in article.blocks:
        if block.role == "body" and not is_title_case(text := article.text[block.start : block.end]):
            yield text

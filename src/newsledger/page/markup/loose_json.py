"""JSON as pages write it: with bare quotes, missing values, comments and commas too many."""

import json
import re
from typing import Any

_LINE_BREAKS = re.compile(r"[\r\n\t]+")
_DEEPEST, _MOST_PARTS, _LONGEST = 40, 50_000, 1_000_000
# White space and comments; a comment without an end must not be looked for again and again.
_SPACE = re.compile(r"(?:\s+|//[^\n]{0,500}\n|/\*.{0,500}?\*/)*", re.DOTALL)
_BARE = re.compile(r"[^\s,:{}\[\]\"]+")
# What may follow the quote that ends a string; any other quote stands inside it.
_ENDS = re.compile(r"\s*(?:[:}\]]|$|,\s*(?:[\"{\[}\]]|-?\d|true|false|null|$))")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
# Half of a pair of escapes that stand for one letter, as where a headline is cut in its last: ``\ud83d"``.
_HALF = re.compile(r"\\u[dD][89abAB]\w\w(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]\w\w)\\u[dD][c-fC-F]\w\w")
_ESCAPED = {"n": " ", "r": " ", "t": " ", "b": "", "f": ""}
_WORDS: dict[str, Any] = {"true": True, "false": False}


def load_json(source: str) -> Any:
    """Load what a page calls JSON, None where there is nothing in it.

    Text that breaks the rules of JSON is read as far as its sense goes: a quotation mark inside a string, a
    value that is missing, a comma too many, a comment, an end that was cut off.
    """
    if len(source) > _LONGEST:
        return None
    text = _HALF.sub(r"\\ufffd", _unwrap(source))
    try:
        return json.loads(_LINE_BREAKS.sub(" ", text), strict=False)
    except (ValueError, RecursionError):
        return _Loose(text).read()


def _unwrap(source: str) -> str:
    """Leave out what stands around the outermost brackets: comments, CDATA marks, a semicolon."""
    text = source.replace("<![CDATA[", "").replace("]]>", "")
    start = min((place for mark in "{[" if (place := text.find(mark)) >= 0), default=0)
    return text[start : max(text.rfind("}"), text.rfind("]")) + 1] or text[start:]


class _Loose:
    """A reader of broken JSON: a place in the text, and how many parts it may still read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.left = _MOST_PARTS

    def read(self) -> Any:
        return self._value(0)

    def _next(self) -> str:
        match = _SPACE.match(self.text, self.place)
        self.place = match.end() if match else self.place
        return self.text[self.place : self.place + 1]

    def _value(self, depth: int) -> Any:
        self.left -= 1
        mark = self._next()
        if self.left < 0 or depth > _DEEPEST:
            self.place = len(self.text)
            return None
        if mark == "{":
            return self._object(depth)
        if mark == "[":
            return self._array(depth)
        return self._string() if mark == '"' else self._bare()

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self.place += 1
        while (mark := self._next()) not in ("", "}", "]"):
            if mark == '"':
                key = self._string()
            elif word := _BARE.match(self.text, self.place):
                key, self.place = word.group(), word.end()
            else:
                self.place += 1
                continue
            if self._next() == ":":
                self.place += 1
                found[key] = self._value(depth + 1)
        self.place += 1
        return found

    def _array(self, depth: int) -> list[Any]:
        found = []
        self.place += 1
        while (mark := self._next()) not in ("", "]", "}"):
            before = self.place
            if mark in ",:":
                self.place += 1
                continue
            found.append(self._value(depth + 1))
            self.place += self.place == before
        self.place += mark == "]"
        return found

    def _string(self) -> str:
        start = self.place + 1
        end = start
        while True:
            end = self.text.find('"', end)
            if end < 0:
                end = len(self.text)
                break
            if not _is_escaped(self.text, end) and _ENDS.match(self.text, end + 1):
                break
            end += 1
        self.place = end + 1
        words = _ESCAPE.sub(_unescape, self.text[start:end])
        # Two escapes may be one letter.
        return " ".join(words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").split())

    def _bare(self) -> Any:
        word = _BARE.match(self.text, self.place)
        if word is None:  # the value is missing
            return None
        self.place = word.end()
        text = word.group()
        return _WORDS.get(text, None if text in ("null", "undefined", "NaN") else text)


def _is_escaped(text: str, place: int) -> bool:
    slashes = 0
    while place > slashes and text[place - 1 - slashes] == "\\" and slashes < 64:
        slashes += 1
    return slashes % 2 == 1


def _unescape(match: re.Match[str]) -> str:
    if match.group(1):
        return chr(int(match.group(1), 16))
    return _ESCAPED.get(match.group(2), match.group(2))

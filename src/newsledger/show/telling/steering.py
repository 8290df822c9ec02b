"""Letters that nobody sees and that steer a screen: which they are, and how each form of writing does without them."""

import re

#: Controls (ECMA-48: C0 but tab and the ends of lines, DEL, C1), what turns writing round (UAX 9), ends lines or
#: holds words together unseen, marks of byte order, letters of notes between lines, the unseen tags of plane 14, and
#: what is no letter at all (U+FFFE, U+FFFF), with which nobody can read a feed or a map of a site: they are XML.
#: The joiners of Persian and of pictures (U+200C, U+200D) stay: without them words would be others.
_STEERING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
#: Name and password before the host of an address: "https://anna:secret@paper.example".
# A backslash ends it too: in JSON the end of a line is one and a letter.
_USERINFO = re.compile(r'(?<=://)[^/?#\s"<>\\]*@')
#: What a spreadsheet takes for the beginning of a formula, full width too; a tab and a return count as one to some.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def shown(words: str) -> str:
    """Leave out what is no letter and no end of a line: a hostile page's would steer or turn the terminal."""
    return "".join(letter for letter in masked(words) if letter == "\n" or letter.isprintable())


def plain(words: str) -> str:
    """Leave out what steers a screen, and keep every end of a line and tab."""
    return _STEERING.sub("", masked(words))


def escaped(json: str) -> str:
    r"""Escape in JSON what steers a screen, as ``\u202e``, which changes no value."""
    return _STEERING.sub(lambda letter: _utf16(letter[0]), json)


def numbered(xml: str) -> str:
    """Write in XML what steers a screen by its number, as ``&#8238;``, which changes no letter."""
    return _STEERING.sub(lambda letter: f"&#{ord(letter[0])};", xml)


def cell(words: str) -> str:
    """Write a cell of a spreadsheet: what it would take for a formula has an apostrophe before it.

    What begins with that apostrophe itself has one more, so that ``from_cell`` gives the words back.
    """
    clean = plain(words)
    return ("'" if _is_formula(clean.lstrip("'")) else "") + clean.replace("\r\n", "\n").replace("\r", "\n")


def from_cell(written: str) -> str:
    """Give the words that ``cell`` wrote, without the apostrophe that it put before a formula."""
    return written[1:] if written.startswith("'") and _is_formula(written.lstrip("'")) else written


def _is_formula(words: str) -> bool:
    return words.lstrip().startswith(_FORMULA) or words[:1] in ("\t", "\r")


def masked(words: str) -> str:
    """Leave out names and passwords in addresses."""
    return _USERINFO.sub("", words) if "@" in words else words


def _utf16(letter: str) -> str:
    units = letter.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))

"""Bytes to text, and a first look at what they are."""

import codecs
import re
from collections.abc import Iterator
from typing import Literal

from charset_normalizer import from_bytes

from newsledger.errors import PageError
from newsledger.model import Capture

#: More than any news page holds; a larger one is an archive or an attack.
MAX_BYTES = 50_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
# charset=utf-8 in a header; <meta charset="utf-8"> and <?xml encoding="utf-8"?> in the first bytes.
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--(?>.{0,2000}?-->)\s*+)*+"
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1|script|style|link|table|frameset|main|header)\b",
    re.IGNORECASE | re.DOTALL,
)
# {"text": "The ferry …"} alone on the first line, and another or nothing below; not "{Update, 5 pm} The ferry …", nor
# what a script left above a page.
_JSON_LINE = re.compile(r"\s*+\{\s*\"[^\"\n]{1,80}\"\s*:[^\n]*\}[ \t\r]*(?:\n\s*+(?:\{\s*\"|$)|$)")
_TAG = re.compile(r"</(?:p|div|a|span|li|h[1-6]|body|html|td|article|section)\s*>", re.IGNORECASE)
_LOOK = 20_000
_MIXED = "newsledger.mixed"
# Encodings of two or four bytes a letter: they hold NULs wherever a tag, a space or a figure stands.
_WIDE = ("utf-16", "utf-32")
# Codecs of Python that no page is written in; some of them are slow or fail on purpose.
_NO_CHARSETS = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


def read_page_text(capture: Capture) -> str:
    """Decode a page.

    A byte order mark wins over the server's charset, that over the page's own, that over UTF-8;
    what is none of these is guessed, at last as Windows-1252. Text that is UTF-8 is read as such
    whatever it is called, and so is UTF-16 without its mark. Bytes that break their encoding become
    U+FFFD.

    Raises:
        PageError: There are too many bytes, none at all, or they are no text.
    """
    data = capture.data
    if len(data) > MAX_BYTES:
        raise _error(
            capture,
            f"{len(data):,} bytes",
            f"a page of at most {MAX_BYTES:,}",
            "Split it, or read the article's own page",
        )
    if isinstance(data, str):
        text = data
    else:
        for magic, what in _MAGIC:
            if data.startswith(magic):
                raise _error(capture, what, "HTML or plain text", "Convert it to text first")
        text = _decode(data, capture.media_type)
        if _JSON_LINE.match(text):
            raise _error(capture, "JSON", "HTML or plain text", "JSON Lines of texts are for 'newsledger add'")
    if not text.strip("\x00\ufeff \t\r\n\f\v"):
        raise _error(capture, "no text at all", "HTML or plain text", "Check how the page was saved")
    sample = text[:_LOOK]
    if len(_CONTROL.findall(sample)) * 10 > len(sample):
        raise _error(capture, "binary data", "HTML or plain text", "Check how the page was saved")
    return text


def page_form(text: str, media_type: str | None) -> Literal["html", "plain"]:
    """Say whether a page is HTML or a plain text, by what was given, else by looking."""
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return "html"
    if kind == "text/plain":
        return "plain"
    sample = text[:_LOOK]
    return "html" if _HTML.match(sample) or len(_TAG.findall(sample)) >= 3 else "plain"


def nothing_to_read(capture: Capture) -> PageError:
    """Make the error for a page that decodes but holds no words."""
    return _error(capture, "markup without any words", "an article", "Check that the page was saved after it was shown")


def no_article(capture: Capture) -> PageError:
    """Make the error for a page that is nothing but what surrounds an article."""
    return _error(capture, "menus and notices only", "an article", "Name the page of the article itself, shown in full")


def _error(capture: Capture, found: str, expected: str, remedy: str) -> PageError:
    where = capture.url or "the page"
    return PageError(f"{where}: found {found}, expected {expected}. {remedy}.", url=capture.url)


def _decode(data: bytes, media_type: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for name in (*_unmarked(data), *_unnamed(data), *_named(data, media_type)):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    if _mostly_utf8(data):
        return data.decode("utf-8", _MIXED)
    guess = from_bytes(data[:_LOOK]).best()
    return data.decode(guess.encoding if guess else "cp1252", "replace")


def _unmarked(data: bytes) -> Iterator[str]:
    """Give UTF-16 where every second byte of a page is empty, whatever the page and its server say."""
    sample = data[:_LOOK]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if second * 5 > len(sample) // 2 and first * 50 < second:
        yield "utf-16-le"
    elif first * 5 > len(sample) // 2 and second * 50 < first:
        yield "utf-16-be"


def _unnamed(data: bytes) -> Iterator[str]:
    """Give UTF-8 where letters beyond ASCII are there: what reads as UTF-8 is no other encoding, whatever its name."""
    if not data.isascii():
        yield "utf-8"


def _named(data: bytes, media_type: str | None) -> list[str]:
    header = _HEADER_CHARSET.search((media_type or "")[:1_000])
    meta = _META_CHARSET.search(data[:4096])
    names = [header.group(1)] if header else []
    if meta and not meta.group(1).lower().startswith((b"utf-16", b"utf-32")):
        names.append(meta.group(1).decode("ascii", "replace"))
    narrow = b"\0" not in data[:_LOOK]
    found = [known for name in (*names, "utf-8") if (known := _known(name))]
    return [name for name in found if not (narrow and name.startswith(_WIDE))]


def _known(name: str) -> str | None:
    """Give the codec for a charset's name as browsers take it, None where there is none for text."""
    if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"):
        return "cp1252"
    try:
        "".encode(name[:40])
        codec = codecs.lookup(name[:40]).name
    except (LookupError, ValueError):
        return None
    return None if codec in _NO_CHARSETS else codec


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that breaks UTF-8 as Windows-1252, the encoding that is pasted into UTF-8 most often."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.end == len(error.object):
        return "\ufffd", error.end
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error(_MIXED, _as_windows)


def _mostly_utf8(data: bytes) -> bool:
    """Say whether a text is UTF-8 with a few broken places, such as a cut at its end."""
    sample = data[:_LOOK]
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 100 < len(text) and any(ord(char) > 127 and char != "\ufffd" for char in text)

"""Bytes of a feed to letters, and words and addresses out of its markup."""

import gzip
import html
import io
import re
import zlib
from urllib.parse import urljoin

#: What an address of the web begins with.
WEB = ("http://", "https://")
#: No XML has these.
CONTROLS = bytes(one for one in range(32) if one not in b"\t\n\r")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
# A document type may name files elsewhere and entities that grow: none is needed.
# Looked for at one place only: of many that never end, each would be followed to the end of the file.
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
# &nbsp; and &eacute; are HTML's, and not declared in a feed; a bare & is of an address that nobody escaped. In
# CDATA all of these are letters.
_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,31};)?"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_MARKED = re.compile("&[#A-Za-z]|<")
# JSON can hold what no XML has; some of it steers a terminal: ESC, and CSI, which is one letter (U+009B)
_STEERING = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
_UTF16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_CDATA = "<![CDATA["
_GZIP = b"\x1f\x8b"
#: XML that is nested deeper, or has larger pieces, lxml refuses by itself.
_LONGEST_TITLE = 1_000


def unpack(data: bytes, limit: int) -> bytes:
    """Unpack what is packed by gzip, as sitemaps are; of more than so many bytes the rest is cut off.

    What cannot be unpacked is given as far as it could.
    """
    if not data.startswith(_GZIP):
        return data if len(data) <= limit else data[:limit]
    found = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while len(found) < limit and (more := file.read(min(1 << 16, limit - len(found)))):
                found += more
    except (EOFError, OSError, zlib.error):
        pass
    return bytes(found)


def decode_xml(data: bytes, media_type: str | None) -> str:
    """Decode XML to letters: UTF-8 where the bytes are that, whatever they are called; else as they are called.

    Servers call UTF-8 "iso-8859-1" by habit, and hardly any text of another encoding happens to be UTF-8.
    """
    for mark, name in _UTF16:
        if data.startswith(mark):
            return _clean(data.decode(name, "replace"))
    declared = _DECLARED.match(data[:300])
    names = [declared[1].decode("ascii").lower() if declared else "", charset_of(media_type)]
    if not any("2022" in name or name == "hz" for name in names):  # these are written in ASCII
        names.insert(0, "utf-8")
    for name in (*names, "cp1252"):
        # What is called Latin-1 is that of Windows, as in browsers.
        wanted = "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name
        if wanted:
            try:
                return _clean(data.decode(wanted))
            except (LookupError, UnicodeError):  # that of "undefined" is no error of decoding
                continue
    return _clean(data.decode("utf-8", "replace"))


def charset_of(media_type: str | None) -> str:
    """Give what a server calls the encoding, in small letters; ``""`` where it does not say."""
    _, _, value = (media_type or "").lower().partition("charset=")
    return value.split(";")[0].strip(" \"'")


def _clean(text: str) -> str:
    """Take out what no XML has: what stands before it, document types, entities of HTML."""
    start = text.find("<")
    text = _PROLOGUE.sub("", text[max(start, 0) :], count=1)
    at = text[:4_000].lower().find("<!doctype")
    if at >= 0 and (found := _DOCTYPE.match(text, at)):
        text = text[:at] + text[found.end() :]
    return _escape(text) if "&" in text else text


def _escape(text: str) -> str:
    """Escape what is no entity of XML."""
    first, *rest = text.split(_CDATA)
    parts = [_AMPERSAND.sub(_letter, first)]
    for part in rest:
        inside, end, outside = part.partition("]]>")
        parts += [_CDATA, inside, end, _AMPERSAND.sub(_letter, outside) if "&" in outside else outside]
    return "".join(parts)


def _letter(found: re.Match[str]) -> str:
    return html.escape(html.unescape(found[0]), quote=False)


def plain(text: str | None) -> str | None:
    """Give the words of a title: without tags, entities, control letters and white space; None where there are none."""
    if text is None:
        return None
    text = text[: 4 * _LONGEST_TITLE]
    if _MARKED.search(text):
        text = html.unescape(text)
        text = _TAG.sub(" " if "<br" in text.lower() else "", text)
        text = html.unescape(text)  # some escape twice
    return " ".join(_STEERING.sub("", text).split())[:_LONGEST_TITLE] or None


def web_address(target: str, base: str) -> str | None:
    """Make an address whole; None where it is none of the web."""
    try:
        found = urljoin(base, target)
    except ValueError:
        return None
    return found if found.startswith(WEB) else None

"""Pages that are out to break a reader, each made by a few lines. Their article, where one is left, is STORY."""

from collections.abc import Callable

#: What a reader should still find in most of them.
STORY = (
    "The harbour council voted on Monday to close the old lock for two years while its walls are rebuilt.",
    "Barges will take the northern canal in the meantime, which adds about four hours to the way to the sea.",
    "Nobody likes it, but the wall will not wait, the council’s chairwoman, Anna Holm, told reporters.",
)
HEADLINE = "Old lock closes for two years"
_PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
_ARTICLE = f"<article><h1>{HEADLINE}</h1>{_PARAGRAPHS}</article>"


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>".encode()


def _entities() -> bytes:
    bomb = "<!ENTITY a 'harbour harbour harbour'>" + "".join(
        f"<!ENTITY {after} '{f'&{before};' * 10}'>" for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<?xml version='1.0'?><!DOCTYPE html [{bomb}]><html><body>{_ARTICLE}<p>&i;&i;</p></body></html>".encode()


def _dump(text: str) -> bytes:
    return text.encode()


def _nested(tag: str, count: int) -> bytes:
    return _page(f"<{tag}>" * count + _ARTICLE + f"</{tag}>" * count)


def _frames() -> bytes:
    frames = b"<frame src='a.html'><frame src='b.html'>"
    return b"<html><head><title>x</title></head><frameset cols='*,*'>" + frames + b"</frameset></html>"


#: Pages that are large or deep; reading them must end, and with this much memory to spare.
LARGE: dict[str, Callable[[], bytes]] = {
    "nested-100000-divs": lambda: _nested("div", 100_000),
    "nested-100000-spans": lambda: _nested("span", 100_000),
    "nested-100000-links": lambda: _nested("a href='#'", 100_000),
    "nested-100000-inline-b": lambda: _nested("b", 100_000),
    "nested-30000-tables": lambda: _nested("table><tr><td", 30_000),
    "nested-50000-lists": lambda: _nested("ul><li", 50_000),
    "unclosed-100000": lambda: _page("<div><p><b><i>" * 25_000 + _ARTICLE),
    "siblings-200000": lambda: _page(_ARTICLE + "<p>x</p>" * 200_000),
    "inline-data-49-mb": lambda: _page(_ARTICLE + f"<img src='data:image/png;base64,{'A' * 49_000_000}'>"),
    "script-49-mb": lambda: _page(_ARTICLE + f"<script>var a='{'x' * 49_000_000}'</script>"),
    "json-ld-20-mb": lambda: _page(_ARTICLE, f"<script type='application/ld+json'>{'[' * 20_000_000}</script>"),
    "style-attribute-20-mb": lambda: _page(f"<div style='{'a:b;' * 5_000_000}'>{_ARTICLE}</div>"),
    "million-attributes": lambda: _page(f"<div {' '.join(f'a{n}=1' for n in range(1_000_000))}>{_ARTICLE}</div>"),
    "million-classes": lambda: _page(f"<div class='{'caption byline ' * 500_000}'>{_ARTICLE}</div>"),
    "100000-class-names": lambda: _page("".join(f"<p class='c{n}-x{n}'>x</p>" for n in range(100_000)) + _ARTICLE),
    "100000-metas": lambda: _page(_ARTICLE, "<meta name=author content='Anna Holm'>" * 100_000),
    "100000-times": lambda: _page("<time datetime='2017-01-21'>21 January 2017</time> " * 100_000 + _ARTICLE),
    "million-entities": lambda: _page(_ARTICLE + "<p>" + "&amp;" * 1_000_000 + "</p>"),
    "comment-20-mb": lambda: _page(f"<!--{'-' * 20_000_000}-->{_ARTICLE}"),
    "open-comments": lambda: _page("<!-- " * 1_000_000 + _ARTICLE),
    "less-than-signs": lambda: _page("<" * 1_000_000 + _ARTICLE),
    "megabyte-line": lambda: _dump("word " * 400_000 + "\n\n" + "\n\n".join(STORY)),
    "megabyte-word": lambda: _dump("w" * 2_000_000 + "\n\n" + "\n\n".join(STORY)),
    "million-short-lines": lambda: _dump("\n".join(STORY) + "\nx" * 1_000_000),
    "million-blank-lines": lambda: _dump(STORY[0] + "\n" * 1_000_000 + STORY[1]),
    "100000-dates": lambda: _dump(("21 January 2017 | " * 20 + "\n") * 5_000 + "\n\n".join(STORY)),
    "100000-date-lines": lambda: _dump("21 January 2017\n" * 100_000 + "\n\n".join(STORY)),
    "100000-clocks": lambda: _dump("12:48\nThe gate is shut and the barges wait.\n" * 50_000),
    "100000-captions": lambda: _dump("Anna Holm (L) waits in Bergen on January 20, 2017. (Photo by AP)\n" * 50_000),
    "100000-copies": lambda: _dump((STORY[0] + "\n") * 100_000),
    "entity-bomb": _entities,
}


#: Small pages with something wrong in them: what each is called, its bytes and the media type that it comes with.
SMALL: dict[str, tuple[bytes, str | None]] = {
    "utf-8-mark-and-latin-header": (b"\xef\xbb\xbf" + _page(_ARTICLE), "text/html; charset=iso-8859-1"),
    "utf-16-mark-and-utf-8-header": (_page(_ARTICLE).decode().encode("utf-16"), "text/html; charset=utf-8"),
    "utf-16-little-without-mark": (_page(_ARTICLE).decode().encode("utf-16-le"), "text/html"),
    "utf-16-big-without-mark": (_page(_ARTICLE).decode().encode("utf-16-be"), None),
    "utf-16-little-and-utf-8-header": (_page(_ARTICLE).decode().encode("utf-16-le"), "text/html; charset=utf-8"),
    "windows-1252-called-utf-8": (_page(_ARTICLE).decode().encode("cp1252"), "text/html; charset=utf-8"),
    "windows-1252-whose-meta-says-utf-8": (
        _page(_ARTICLE, "<meta charset=utf-8>").decode().encode("cp1252"),
        "text/html",
    ),
    "utf-8-called-windows-1252": (_page(_ARTICLE), "text/html; charset=windows-1252"),
    "utf-8-called-ascii": (_page(_ARTICLE), "text/html; charset=us-ascii"),
    "utf-8-called-utf-16": (_page(_ARTICLE), "text/html; charset=utf-16"),
    "charset-of-no-text": (_page(_ARTICLE), "text/html; charset=zlib_codec"),
    "charset-idna": (_page(_ARTICLE), "text/html; charset=idna"),
    "charset-with-nul": (_page(_ARTICLE), "text/html; charset=\0utf"),
    "charset-endless": (_page(_ARTICLE), "text/html; charset=" + "x" * 100_000),
    "two-encodings": (_page(_ARTICLE).replace(b"</article>", "<p>Müller</p></article>".encode("cp1252")), None),
    "nuls-everywhere": (_page(_ARTICLE).replace(b"the", b"t\0h\0e"), "text/html"),
    "controls": (_page(_ARTICLE).replace(b" ", b" \x01\x08\x1b[31m", 9), "text/html"),
    "broken-nesting": (
        _page(f"<b><p><i><table><h1>{HEADLINE}</b></i></h1></p>{_PARAGRAPHS}</tr></div></td></table></b></html>"),
        None,
    ),
    "no-closing-tags": (f"<h1>{HEADLINE}<p>{'<p>'.join(STORY)}".encode(), "text/html"),
    "closing-tags-first": (("</div></body></html>" * 50).encode() + _page(_ARTICLE), "text/html"),
    "script-inside-the-words": (_page(_ARTICLE.replace("lock for", "lock <script>if(a<b)x='</p>'</script>for")), None),
    "base-and-script-addresses": (
        _page(
            f"{_ARTICLE}<a href='javascript:alert(1)'>x</a>",
            "<base href='javascript:alert(2)'><link rel=canonical href='javascript:alert(3)'>",
        ),
        None,
    ),
    "canonical-data": (_page(_ARTICLE, "<link rel=canonical href='data:text/html,x'>"), None),
    "canonical-broken": (_page(_ARTICLE, "<link rel=canonical href='http://[::1/a'>"), None),
    "date-that-is-none": (_page(_ARTICLE, "<meta name=date content='0000-99-99T99:99:99Z'>"), None),
    "date-endless": (_page(_ARTICLE, f"<meta name=date content='{'2017-' * 20_000}'>"), None),
    "surrogate-references": (_page(_ARTICLE + "<p>x&#xD800;&#0;&#x110000;</p>"), None),
    "json-ld-deep": (_page(_ARTICLE, f"<script type='application/ld+json'>{'[' * 5_000}{']' * 5_000}</script>"), None),
    "json-ld-numbers": (
        _page(_ARTICLE, f"<script type='application/ld+json'>{{\"headline\": {'9' * 10_000}}}</script>"),
        None,
    ),
    "json-ld-wrong-kinds": (
        _page(
            _ARTICLE,
            '<script type="application/ld+json">{"@type": ["NewsArticle", 7, null], "@graph": {"a": 1}, "headline": '
            '{"x": [1]}, "author": [[["Anna"]], 7, {"name": {"name": null}}], "datePublished": [null, {}, 2017], '
            '"publisher": 3, "@id": [1], "itemListElement": "x"}</script>',
        ),
        None,
    ),
}

#: Pages that hold no article: each must be told so.
EMPTY: dict[str, bytes] = {
    "frames": _frames(),
    "script-alone": b"<html><head><title>x</title></head><body><script>render()</script></body></html>",
    "script-and-noscript": b"<html><body><noscript>Turn it on</noscript><script>x()</script></body></html>",
    "style-alone": b"<style>p{}</style>",
    "comment-alone": b"<!DOCTYPE html><!-- nothing -->",
    "nuls": b"\0" * 1_000,
    "marks": b"\xef\xbb\xbf\xef\xbb\xbf",
    "zero-width": ("<p>" + "\u200b\u200d\ufeff" * 50 + "</p>").encode(),
}

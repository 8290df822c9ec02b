"""Sixty and more shapes in which feeds come, written for these tests after the specifications and known quirks.

Each has its bytes, what the server calls them, and the items that must be found: link, title and date.
"""

# ruff: noqa: E501 - a feed is easier read in the lines in which it would come

import json
from dataclasses import dataclass

Expected = tuple[str | None, str | None, str | None]
BASE = "https://paper.example/feeds/all"
LOCK, PIER = "https://paper.example/2026/03/lock", "https://paper.example/2026/03/pier"
ON_SUNDAY = "2026-03-01T10:00:00+01:00"
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    name: str
    data: bytes
    items: tuple[Expected, ...]
    media_type: str | None = None
    kind: str = "rss"


def rss(items: str, *, head: str = "", space: str = "", version: str = "2.0", encoding: str = "utf-8") -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="{version}" {space}><channel><title>The Paper</title>'
        f"<link>https://paper.example/</link><description>News</description>{head}{items}</channel></rss>"
    )
    return text.encode(encoding)


def item(
    link: str = LOCK, title: str = "Lock closes", date: str = "Sun, 01 Mar 2026 10:00:00 +0100", more: str = ""
) -> str:
    dated = f"<pubDate>{date}</pubDate>" if date else ""
    return f"<item><title>{title}</title><link>{link}</link>{dated}{more}</item>"


def atom(entries: str, *, space: str = "http://www.w3.org/2005/Atom", extra: str = "") -> bytes:
    return f'<?xml version="1.0"?><feed xmlns="{space}" {extra}><title>The Paper</title>{entries}</feed>'.encode()


def dated(name: str, date: str, expected: str | None) -> Shape:
    """A feed of one item whose date is written in some way."""
    return Shape(name=f"date-{name}", data=rss(item(date=date)), items=((LOCK, "Lock closes", expected),))


ONE: tuple[Expected, ...] = ((LOCK, "Lock closes", ON_SUNDAY),)
UNDATED: tuple[Expected, ...] = ((LOCK, "Lock closes", None),)
ENTRY = (
    f'<entry><title>Lock closes</title><link href="{LOCK}"/><id>tag:1</id><published>{ON_SUNDAY}</published></entry>'
)

VERSIONS = (
    Shape(name="rss-2.0", data=rss(item()), items=ONE),
    Shape(
        name="rss-0.91-with-a-document-type-elsewhere",
        data=b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        b'"http://my.netscape.example/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>P</title>'
        + item(date="").encode()
        + b"</channel></rss>",
        items=UNDATED,
    ),
    Shape(name="rss-0.92", data=rss(item(), version="0.92"), items=ONE),
    Shape(name="rss-0.93", data=rss(item(), version="0.93"), items=ONE),
    Shape(
        name="rss-0.90",
        data=b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>P</title></channel>'
        + item(date="").encode()
        + b"</rdf:RDF>",
        items=UNDATED,
        kind="rdf",
    ),
    Shape(
        name="rss-1.0",
        data=f'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        f'xmlns="http://purl.org/rss/1.0/" {DC}><channel rdf:about="x"><title>P</title><items><rdf:Seq>'
        f'<rdf:li rdf:resource="{LOCK}"/></rdf:Seq></items></channel><item rdf:about="{LOCK}"><title>Lock closes</title>'
        f"<link>{LOCK}</link><dc:date>{ON_SUNDAY}</dc:date></item></rdf:RDF>".encode(),
        items=ONE,
        kind="rdf",
    ),
    Shape(
        name="rss-1.0-link-in-about-only",
        data=f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {DC}>'
        f'<item rdf:about="{LOCK}"><title>Lock closes</title><dc:date>{ON_SUNDAY}</dc:date></item></rdf:RDF>'.encode(),
        items=ONE,
        kind="rdf",
    ),
    Shape(
        name="rss-with-a-vocabulary-of-its-own",
        data=b'<rss version="2.0" xmlns="http://backend.userland.com/rss2"><channel>'
        + item().encode()
        + b"</channel></rss>",
        items=ONE,
    ),
    Shape(name="atom-1.0", data=atom(ENTRY), items=ONE, kind="atom"),
    Shape(
        name="atom-0.3",
        data=atom(
            f'<entry><title>Lock closes</title><link rel="alternate" type="text/html" href="{LOCK}"/>'
            f"<issued>{ON_SUNDAY}</issued><modified>2026-03-02T10:00:00Z</modified></entry>",
            space="http://purl.org/atom/ns#",
        ),
        items=ONE,
        kind="atom",
    ),
    Shape(
        name="atom-with-prefixes",
        data=f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Lock closes</a:title><a:link href="{LOCK}"/>'
        f"<a:published>{ON_SUNDAY}</a:published></a:entry></a:feed>".encode(),
        items=ONE,
        kind="atom",
    ),
    Shape(name="atom-without-a-vocabulary", data=f"<feed>{ENTRY}</feed>".encode(), items=ONE, kind="atom"),
    Shape(
        name="json-feed-1.0",
        data=json.dumps(
            {
                "version": "https://jsonfeed.org/version/1",
                "title": "P",
                "items": [{"id": "1", "url": LOCK, "title": "Lock closes", "date_published": ON_SUNDAY}],
            }
        ).encode(),
        items=ONE,
        kind="json",
    ),
    Shape(
        name="json-feed-1.1-with-numbers-for-ids",
        data=b"\xef\xbb\xbf"
        + json.dumps(
            {"items": [{"id": 7, "external_url": LOCK, "content_text": "It closes.", "date_published": ON_SUNDAY}]}
        ).encode(),
        items=((LOCK, None, ON_SUNDAY),),
        kind="json",
    ),
    Shape(
        name="sitemap-for-news",
        data=f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{LOCK}</loc><news:news><news:publication>'
        f"<news:name>The Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>"
        f"{ON_SUNDAY}</news:publication_date><news:title>Lock closes</news:title></news:news></url></urlset>".encode(),
        items=ONE,
        kind="sitemap",
    ),
    Shape(
        name="sitemap-whose-pictures-have-titles",
        data=f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>https://p.example/1.jpg'
        f"</image:loc><image:title>A lock</image:title></image:image><loc> {LOCK} </loc></url></urlset>".encode(),
        items=((LOCK, None, None),),
        kind="sitemap",
    ),
    Shape(
        name="sitemap-as-lines",
        data=f"{LOCK}\r\n{PIER}\r\n".encode(),
        items=((LOCK, None, None), (PIER, None, None)),
        kind="sitemap",
    ),
)

LINKS = (
    Shape(
        name="link-from-permalink",
        data=rss(f"<item><title>Lock closes</title><guid>{LOCK}</guid></item>"),
        items=UNDATED,
    ),
    Shape(
        name="guid-that-is-no-permalink",
        data=rss('<item><title>Lock closes</title><guid isPermaLink="false">https://paper.example/?p=7</guid></item>'),
        items=((None, "Lock closes", None),),
    ),
    Shape(name="link-relative", data=rss(item(link="/2026/03/lock")), items=ONE),
    Shape(name="link-without-a-scheme", data=rss(item(link="//paper.example/2026/03/lock")), items=ONE),
    Shape(
        name="link-relative-to-xml-base",
        data=atom(
            f'<entry xml:base="03/"><title>Lock closes</title><link href="lock"/><published>{ON_SUNDAY}</published></entry>',
            extra='xml:base="https://paper.example/2026/"',
        ),
        items=ONE,
        kind="atom",
    ),
    Shape(name="link-with-spaces-and-lines", data=rss(item(link=f"\n   {LOCK}\n  ")), items=ONE),
    Shape(name="link-in-cdata", data=rss(item(link=f"<![CDATA[{LOCK}]]>")), items=ONE),
    Shape(
        name="link-behind-an-empty-element",
        data=rss(
            f"<item><title>Lock closes</title><link/>{LOCK}<pubDate>Sun, 01 Mar 2026 10:00:00 +0100</pubDate></item>"
        ),
        items=ONE,
    ),
    Shape(
        name="link-of-atom-in-rss",
        data=rss(
            f'<item><title>Lock closes</title><atom:link href="{LOCK}"/></item>',
            space='xmlns:atom="http://www.w3.org/2005/Atom"',
        ),
        items=UNDATED,
    ),
    Shape(
        name="link-that-counts-readers-and-the-original",
        data=rss(
            item(
                link="https://counter.example/~r/paper/1",
                more=f"<feedburner:origLink>{LOCK}</feedburner:origLink>",
            ),
            space='xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"',
        ),
        items=ONE,
    ),
    Shape(
        name="links-of-atom-for-replies-and-sounds",
        data=atom(
            f'<entry><title>Lock closes</title><link rel="replies" href="https://paper.example/c"/><link rel="enclosure" '
            f'href="https://paper.example/1.mp3"/><link rel="alternate" href="{LOCK}"/><updated>{ON_SUNDAY}</updated></entry>'
        ),
        items=UNDATED,
        kind="atom",
    ),
    Shape(
        name="link-from-the-id-of-atom",
        data=atom(f"<entry><title>Lock closes</title><id>{LOCK}</id></entry>"),
        items=UNDATED,
        kind="atom",
    ),
    Shape(
        name="link-that-is-no-address",
        data=rss(item(link="javascript:void(0)")),
        items=((None, "Lock closes", ON_SUNDAY),),
    ),
    Shape(
        name="link-by-mail",
        data=rss(item(link="mailto:desk@paper.example")),
        items=((None, "Lock closes", ON_SUNDAY),),
    ),
    Shape(
        name="link-with-ampersands-as-they-are",
        data=rss(item(link=f"{LOCK}?a=1&b=2")),
        items=((f"{LOCK}?a=1&b=2", "Lock closes", ON_SUNDAY),),
    ),
    Shape(
        name="no-link-at-all",
        data=rss("<item><description>The lock closes.</description></item>"),
        items=((None, None, None),),
    ),
)

LETTERS = (
    Shape(name="mark-of-utf-8", data=b"\xef\xbb\xbf" + rss(item()), items=ONE),
    Shape(name="utf-16", data=rss(item(), encoding="utf-16"), items=ONE),
    Shape(
        name="latin-1",
        data=rss(item(title="Écluse fermée"), encoding="iso-8859-1"),
        items=((LOCK, "Écluse fermée", ON_SUNDAY),),
    ),
    Shape(
        name="quotes-of-windows-called-latin-1",
        data=rss(item(title="XLockX closes"), encoding="iso-8859-1").replace(b"XLockX", b"\x93Lock\x94"),
        items=((LOCK, "“Lock” closes", ON_SUNDAY),),
    ),
    Shape(
        name="utf-8-that-the-server-calls-latin-1",
        data=rss(item(title="Écluse fermée")),
        media_type="text/xml; charset=ISO-8859-1",
        items=((LOCK, "Écluse fermée", ON_SUNDAY),),
    ),
    Shape(
        name="utf-8-that-calls-itself-latin-1",
        data=rss(item(title="Écluse fermée")).replace(b'"utf-8"', b'"iso-8859-1"'),
        items=((LOCK, "Écluse fermée", ON_SUNDAY),),
    ),
    Shape(
        name="koi8-by-the-server-alone",
        data=rss(item(title="Шлюз")).decode().replace(' encoding="utf-8"', "").encode("koi8-r"),
        media_type="application/rss+xml; charset=koi8-r",
        items=((LOCK, "Шлюз", ON_SUNDAY),),
    ),
    Shape(
        name="japanese-in-seven-bits",
        data=rss(item(title="水門閉鎖"), encoding="iso-2022-jp"),
        items=((LOCK, "水門閉鎖", ON_SUNDAY),),
    ),
    Shape(name="an-encoding-that-nobody-has", data=rss(item()).replace(b'"utf-8"', b'"x-unknown"'), items=ONE),
    Shape(
        name="entities-of-html",
        data=rss(item(title="Lock&nbsp;closes &eacute;")),
        items=((LOCK, "Lock closes é", ON_SUNDAY),),
    ),
    Shape(
        name="escaped-twice",
        data=rss(item(title="Tom &amp;amp; Ann&amp;#8217;s lock")),
        items=((LOCK, "Tom & Ann’s lock", ON_SUNDAY),),
    ),
    Shape(name="title-with-tags", data=rss(item(title="<![CDATA[<b>Lock</b> closes]]>")), items=ONE),
    Shape(name="title-with-escaped-tags", data=rss(item(title="&lt;i&gt;Lock&lt;/i&gt; closes")), items=ONE),
    Shape(
        name="title-of-xhtml",
        data=atom(
            f'<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Lock <em>closes</em></div></title>'
            f'<link href="{LOCK}"/><published>{ON_SUNDAY}</published></entry>'
        ),
        items=ONE,
        kind="atom",
    ),
    Shape(name="control-characters", data=rss(item(title="Lock\x0b closes\x08")), items=ONE),
    Shape(name="a-bare-ampersand", data=rss(item(title="Lock & pier")), items=((LOCK, "Lock & pier", ON_SUNDAY),)),
)

BROKEN = (
    Shape(name="lines-before-the-declaration", data=b"\r\n \n" + rss(item()), items=ONE),
    Shape(name="a-warning-before-the-declaration", data=b"Warning: line 3 on line 7\n" + rss(item()), items=ONE),
    Shape(name="text-after-the-end", data=rss(item()) + b"<!-- 12 queries --><script>count()</script>", items=ONE),
    Shape(
        name="cut-off",
        data=rss(item() + item(link=PIER, title="Pier opens"))[:-60],
        items=(*ONE, (PIER, "Pier opens", None)),
    ),
    Shape(name="not-closed-in-a-text", data=rss(item(more="<description>The <b>lock closes</description>")), items=ONE),
    Shape(
        name="items-outside-the-channel",
        data=b'<rss version="2.0"><channel><title>P</title></channel>' + item().encode() + b"</rss>",
        items=ONE,
    ),
    Shape(
        name="names-in-capitals",
        data=rss(item().replace("item>", "Item>").replace("pubDate", "PUBDATE").replace("title>", "Title>")),
        items=ONE,
    ),
    Shape(
        name="prefixes-that-nobody-declared",
        data=rss(f"<item><title>Lock closes</title><link>{LOCK}</link><dc:date>{ON_SUNDAY}</dc:date></item>"),
        items=ONE,
    ),
    Shape(
        name="prefixes-of-media-beside-the-title",
        data=rss(
            item(
                more="<media:title>A picture</media:title><media:content url='x'><media:title>B</media:title></media:content>"
            ),
            space='xmlns:media="http://search.yahoo.com/mrss/"',
        ),
        items=ONE,
    ),
    Shape(
        name="entities-that-grow",
        data=b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        + rss(item(title="Lock closes &b;&c;")).partition(b"?>\n")[2],
        items=((LOCK, "Lock closes &b;&c;", ON_SUNDAY),),
    ),
    Shape(name="a-style-sheet-and-comments", data=rss("<!-- a --><?xml-stylesheet href='x'?>" + item()), items=ONE),
    Shape(name="no-items", data=rss(""), items=()),
    Shape(
        name="two-with-one-guid",
        data=rss(item(more="<guid>1</guid>") + item(link=PIER, title="Pier opens", more="<guid>1</guid>")),
        items=(*ONE, (PIER, "Pier opens", ON_SUNDAY)),
    ),
)

DATES = (
    dated("greenwich", "Sun, 01 Mar 2026 09:00:00 GMT", "2026-03-01T09:00:00+00:00"),
    dated("eastern", "Sun, 01 Mar 2026 04:00:00 EST", "2026-03-01T04:00:00-05:00"),
    dated("summer", "Wed, 01 Jul 2026 04:00 PDT", "2026-07-01T04:00:00-07:00"),
    dated("z", "Sun, 1 Mar 2026 9:00:00 Z", "2026-03-01T09:00:00+00:00"),
    dated("ut", "1 Mar 2026 09:00 UT", "2026-03-01T09:00:00+00:00"),
    dated("two-digits", "Sun, 01 Mar 26 10:00:00 +0100", ON_SUNDAY),
    dated("colon-in-zone", "Sun, 01 Mar 2026 10:00:00 +01:00", ON_SUNDAY),
    dated("gmt-and-hours", "Sun, 01 Mar 2026 10:00:00 GMT+1", ON_SUNDAY),
    dated("month-first", "Sun, Mar 01 2026 10:00:00 +0100", ON_SUNDAY),
    dated("month-first-half-day", "March 1, 2026 10:00 PM", "2026-03-01T22:00:00"),
    dated("noon", "Sun, 01 Mar 2026 12:05 am +0100", "2026-03-01T00:05:00+01:00"),
    dated("iso", ON_SUNDAY, ON_SUNDAY),
    dated("iso-space", "2026-03-01 10:00:00", "2026-03-01T10:00:00"),
    dated("iso-space-zone", "2026-03-01 10:00:00 +0100", ON_SUNDAY),
    dated("iso-fraction", "2026-03-01T09:00:00.123456Z", "2026-03-01T09:00:00+00:00"),
    dated("iso-basic", "20260301T090000Z", "2026-03-01T09:00:00+00:00"),
    dated("day-only", "2026-03-01", "2026-03-01"),
    dated("month-only", "2026-03", "2026-03"),
    dated("year-only", "2026", "2026"),
    dated("printed", "Sun Mar  1 10:00:00 2026", "2026-03-01T10:00:00"),
    dated("printed-zone", "Sun Mar 1 10:00:00 +0100 2026", ON_SUNDAY),
    dated("italian", "dom, 01 mar 2026 10:00:00 +0100", ON_SUNDAY),
    dated("spanish", "1 de marzo de 2026", "2026-03-01"),
    dated("german", "So, 01 März 2026 10:00:00 +0100", ON_SUNDAY),
    dated("french", "dim., 01 août 2026 10:00:00 +0200", "2026-08-01T10:00:00+02:00"),
    dated("dots", "01.03.2026 10:00", "2026-03-01T10:00:00"),
    dated("slashes-told-by-the-day", "25/03/2026", "2026-03-25"),
    dated("slashes-that-tell-nothing", "01/03/2026", None),
    dated("seconds", "1772355600", "2026-03-01T09:00:00+00:00"),
    dated("milliseconds", "1772355600000", "2026-03-01T09:00:00+00:00"),
    dated("of-an-empty-field", "Thu, 01 Jan 1970 00:00:00 GMT", None),
    dated("of-nothing", "Mon, 01 Jan 0001 00:00:00 +0000", None),
    dated("no-day", "Sun, 31 Feb 2026 10:00:00 GMT", None),
    dated("words", "yesterday", None),
    dated("hyphens", "01-Mar-2026 10:00:00 +0100", ON_SUNDAY),
    dated("leap-second", "Sun, 01 Mar 2026 09:59:60 GMT", "2026-03-01T09:59:59+00:00"),
    dated("negative-zero", "Sun, 01 Mar 2026 09:00:00 -0000", "2026-03-01T09:00:00+00:00"),
    dated("midnight-of-24", "2026-03-01T24:00:00Z", "2026-03-02T00:00:00+00:00"),
    dated("an-hour-that-no-day-has", "2026-03-01T26:00:00Z", "2026-03-01"),
)

SHAPES = (*VERSIONS, *LINKS, *LETTERS, *BROKEN, *DATES)

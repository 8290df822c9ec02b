"""Addresses that are safe to show, and the article's own among many."""

import pytest

from newsledger.page import Rules
from newsledger.page.words.address import canonical_address, clean_address

OWN = "https://www.harbour.example/news/lock"


@pytest.mark.parametrize(
    ("value", "clean"),
    [
        pytest.param("https://harbour.example/lock", "https://harbour.example/lock", id="plain"),
        pytest.param("HTTPS://Harbour.Example:443/Lock", "https://harbour.example/Lock", id="case-and-port"),
        pytest.param("http://harbour.example:8080/lock", "http://harbour.example:8080/lock", id="other-port"),
        pytest.param("https://user:secret@harbour.example/lock", "https://harbour.example/lock", id="userinfo"),
        pytest.param("https://harbour.example@evil.example/", "https://evil.example/", id="host-as-user"),
        pytest.param("https://harbour.example/lock#comments", "https://harbour.example/lock", id="fragment"),
        pytest.param("https://harbour.example", "https://harbour.example/", id="no-path"),
        pytest.param("https://harbour.example./lock", "https://harbour.example/lock", id="root-dot"),
        pytest.param("https://blåhavn.example/sluse", "https://xn--blhavn-jua.example/sluse", id="idn"),
        pytest.param("https://hаrbour.example/", "https://xn--hrbour-3nf.example/", id="cyrillic-look-alike"),
        pytest.param("//harbour.example/lock", "https://harbour.example/lock", id="no-scheme"),
        pytest.param("/lock", "https://base.example/lock", id="relative"),
        pytest.param("  https://harbour.example/\n lock", None, id="space-inside"),
        pytest.param("https://harbour.example/lo\nck", "https://harbour.example/lock", id="line-break"),
        pytest.param("javascript:alert(1)", None, id="javascript"),
        pytest.param("java\nscript:alert(1)", None, id="javascript-in-two-lines"),
        pytest.param("data:text/html,<b>x</b>", None, id="data"),
        pytest.param("blob:https://harbour.example/1", None, id="blob"),
        pytest.param("file:///etc/passwd", None, id="file"),
        pytest.param("mailto:anna@harbour.example", None, id="mail"),
        pytest.param("android-app://com.harbour/http/x", None, id="app"),
        pytest.param("https://localhost/lock", None, id="no-dot"),
        pytest.param("https://[::1/lock", None, id="broken-host"),
        pytest.param("https://harbour.example:99999/", None, id="no-such-port"),
        pytest.param('https://harbour.example/"><script>', None, id="markup"),
        pytest.param("https://" + "a" * 3_000 + ".example/", None, id="endless"),
        pytest.param("", None, id="empty"),
    ],
)
def test_only_a_safe_address_passes(value: str, clean: str | None) -> None:
    assert clean_address(value, "https://base.example/news/") == clean


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(f"{OWN}?utm_source=x&utm_medium=y&fbclid=z", id="tracking"),
        pytest.param("https://m.harbour.example/news/lock", id="mobile"),
        pytest.param("https://amp.harbour.example/news/lock?outputType=amp", id="amp-host"),
        pytest.param("https://www.google.com/amp/s/www.harbour.example/amp/news/lock", id="amp-viewer"),
        pytest.param(f"https://web.archive.org/web/2017id_/{OWN}?utm_source=x", id="archive"),
        pytest.param("https://archive.ph/2017.01.21-080000/" + OWN, id="archive-with-dots"),
        pytest.param(
            f"https://translate.google.com/translate?sl=no&u={OWN.replace('/', '%2F').replace(':', '%3A')}", id="quoted"
        ),
        pytest.param(
            "https://web.archive.org/web/2017/https://www.google.com/amp/s/www.harbour.example/news/lock", id="twice"
        ),
        pytest.param("https://www.harbour.example/print/news/lock?print=1", id="print"),
    ],
)
def test_one_article_has_one_address(rules: Rules, address: str) -> None:
    assert canonical_address(address, rules.addresses) == OWN


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("https://www.harbour.example/news?id=12&page=2", id="query-that-names-the-article"),
        pytest.param("https://news.harbour.example/lock", id="other-host"),
        pytest.param("https://m.example/lock", id="domain-m"),
        pytest.param("https://www.harbour.example/amplifier/lock", id="amp-in-a-word"),
        pytest.param("https://www.harbour.example/mobile", id="section-mobile"),
        pytest.param("https://www.harbour.example/printers/ink", id="print-in-a-word"),
        pytest.param("https://web.archive.org/web/2017/javascript:alert(1)", id="script-in-an-archive"),
        pytest.param("https://www.google.com/search?q=https://x.example/", id="search"),
    ],
)
def test_what_names_the_article_is_kept(rules: Rules, address: str) -> None:
    assert canonical_address(address, rules.addresses) == address


def test_wrappers_around_wrappers_end(rules: Rules) -> None:
    address = "https://web.archive.org/web/2017/" * 50 + OWN

    assert len(canonical_address(address, rules.addresses)) < len(address)

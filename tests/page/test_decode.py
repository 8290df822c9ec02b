"""Bytes to text."""

import pytest

from newsledger.errors import PageError
from newsledger.model import Capture
from newsledger.page.decode import MAX_BYTES, page_form, read_page_text

WORDS = "Čapek told Müller that the “ferry” left — late."


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(WORDS.encode(), None, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + WORDS.encode(), "text/plain; charset=latin-1", id="mark-beats-header"),
        pytest.param(WORDS.encode("utf-16"), None, id="utf-16-mark"),
        pytest.param(WORDS.encode("utf-32"), None, id="utf-32-mark"),
        pytest.param(WORDS.encode("utf-16-le"), "text/plain; charset=utf-16le", id="utf-16-header"),
    ],
)
def test_the_words_come_out_whatever_the_encoding(data: bytes, media_type: str | None) -> None:
    assert read_page_text(Capture(data=data, media_type=media_type)) == WORDS


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param("<meta charset=windows-1252><p>Müller “left”".encode("cp1252"), None, id="meta"),
        pytest.param("<meta charset=iso-8859-1><p>Müller “left”".encode("cp1252"), None, id="latin-1-is-cp1252"),
        pytest.param("<meta charset=utf-8><p>Müller “left”".encode("cp1252"), "text/html; charset=cp1252", id="header"),
        pytest.param("<meta charset=utf-16><p>Müller “left”".encode(), None, id="meta-that-cannot-be"),
        pytest.param("<meta charset=x-none><p>Müller “left”".encode(), None, id="meta-without-codec"),
        pytest.param("<meta charset=base64><p>Müller “left”".encode(), None, id="meta-of-no-text"),
    ],
)
def test_a_page_may_name_its_charset(data: bytes, media_type: str | None) -> None:
    assert "Müller “left”" in read_page_text(Capture(data=data, media_type=media_type))


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        pytest.param(WORDS.encode(), "text/plain; charset=windows-1252", id="utf-8-called-windows"),
        pytest.param(WORDS.encode(), "text/plain; charset=us-ascii", id="utf-8-called-ascii"),
        pytest.param(WORDS.encode(), "text/plain; charset=utf-16", id="utf-8-called-utf-16"),
        pytest.param(WORDS.encode("utf-16-le"), None, id="utf-16-without-a-mark"),
        pytest.param(WORDS.encode("utf-16-be"), "text/plain; charset=utf-8", id="utf-16-called-utf-8"),
    ],
)
def test_a_name_that_lies_is_not_believed(data: bytes, media_type: str) -> None:
    assert read_page_text(Capture(data=data, media_type=media_type)) == WORDS


def test_windows_letters_inside_utf8_are_read_as_what_they_are() -> None:
    data = ("Čapek told them that the ferry left. " * 40).encode() + "Müller left".encode("cp1252") + b" late."

    assert read_page_text(Capture(data=data)).endswith("Müller left late.")


def test_a_look_at_many_comments_ends() -> None:
    assert page_form("<!---->" * 2_000 + "x", None) == "plain"
    assert page_form("<!---->" * 2_000 + "<p>x", None) == "html"


def test_a_cut_at_the_end_of_utf8_costs_one_letter() -> None:
    data = ("Müller said so. " * 40 + "Grüße").encode()[:-2]

    assert read_page_text(Capture(data=data)).endswith("Gr\u00fc\ufffd")


def test_text_without_a_name_for_its_charset_is_guessed() -> None:
    data = ("Der Bürgermeister von Köln grüßte die Gäste und übergab die Schlüssel. " * 5).encode("cp1252")

    assert "Bürgermeister" in read_page_text(Capture(data=data))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("Ferry to run again\n\nThe ferry to Norway is to run again on Monday.\n", id="plain"),
        pytest.param("<html><body><p>The ferry is to run again.</p></body></html>", id="html"),
    ],
)
def test_what_a_script_left_above_a_page_makes_it_no_json(page: str) -> None:
    data = '{"@context": "https://schema.org", "@type": "NewsArticle"}\n' + page

    assert read_page_text(Capture(data=data.encode())) == data


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"%PDF-1.7 ...", "a PDF document", id="pdf"),
        pytest.param(b'{"text": "The ferry sank."}\n{"text": "A storm."}\n', "JSON, expected", id="json-lines"),
        pytest.param(b"\x89PNG\r\n", "a PNG image", id="png"),
        pytest.param(b"PK\x03\x04...", "a ZIP archive", id="zip"),
        pytest.param(bytes(range(256)) * 20, "binary data", id="noise"),
        pytest.param(b"", "no text at all", id="empty"),
        pytest.param(b"\0 \n\0", "no text at all", id="nul"),
        pytest.param("\ufeff \n", "no text at all", id="blank-string"),
        pytest.param(b"a" * (MAX_BYTES + 1), "50,000,001 bytes", id="too-large"),
    ],
)
def test_what_is_no_page_is_an_error_that_says_so(data: bytes | str, found: str) -> None:
    with pytest.raises(PageError) as caught:
        read_page_text(Capture(data=data, url="https://example.org/1"))

    assert f"found {found}" in str(caught.value)
    assert "expected" in str(caught.value)
    assert caught.value.url == "https://example.org/1"


@pytest.mark.parametrize(
    ("text", "media_type", "form"),
    [
        pytest.param("<p>x</p>", "text/plain", "plain", id="told-plain"),
        pytest.param("no markup", "text/html; charset=utf-8", "html", id="told-html"),
        pytest.param("\n<!-- saved --><!DOCTYPE html><p>x", None, "html", id="doctype"),
        pytest.param("<p>a</p><p>b</p>", None, "html", id="starts-with-tag"),
        pytest.param("text <b>a</b><div></div><p>b</p></div>", None, "html", id="many-tags"),
        pytest.param("Prices <10 and >5 rose.", None, "plain", id="signs-of-less"),
        pytest.param("He wrote </p> on the board.", None, "plain", id="one-tag"),
    ],
)
def test_html_is_known_by_what_was_told_or_by_its_looks(text: str, media_type: str | None, form: str) -> None:
    assert page_form(text, media_type) == form

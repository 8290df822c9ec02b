"""HTML to lines."""

import pytest

from newsledger.page import Rules
from newsledger.page.markup.tree import parse_html, walk_lines
from newsledger.page.words.line import Line


def walk(rules: Rules, html: str) -> tuple[Line, ...]:
    tree = parse_html(html)
    return () if tree is None else walk_lines(tree, rules.hints)


def texts(rules: Rules, html: str) -> list[str]:
    return [line.text for line in walk(rules, html)]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        pytest.param("<p>One <b>bold</b>\n  word.</p><p>Two</p>", ["One bold word.", "Two"], id="inline-and-space"),
        pytest.param("<div>One<br>two<div>three</div>four</div>", ["One", "two", "three", "four"], id="breaks"),
        pytest.param("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"], id="cells"),
        pytest.param("<p>A &amp; B &#8220;c&#8221; &nbsp; d</p>", ["A & B “c” d"], id="entities"),
        pytest.param("<p>a<script>evil()</script>b<style>p{}</style></p>", ["ab"], id="scripts"),
        pytest.param("<p>a</p><noscript><p>on</p></noscript><!-- c --><template>t</template>", ["a"], id="unseen"),
        pytest.param("<p>unclosed <p>too <li>late", ["unclosed", "too", "late"], id="unclosed"),
        pytest.param("<p></p> <div> \n </div>", [], id="empty"),
        pytest.param("<p>a\0b \ud800c</p>", ["ab ?c"], id="odd-characters"),
        pytest.param("<p>Anna\u200b Ho\xadl\u202em\u2066, the&#8203;re</p>", ["Anna Holm, there"], id="invisible"),
        pytest.param("<p>می\u200cخواهم</p>", ["می\u200cخواهم"], id="joiner-that-changes-letters"),
    ],
)
def test_a_block_element_is_a_line(rules: Rules, html: str, lines: list[str]) -> None:
    assert texts(rules, html) == lines


def test_lines_lie_side_by_side_in_the_text(rules: Rules) -> None:
    lines = walk(rules, "<p>One</p><p>Two</p><ul><li>Three</ul>")
    text = "\n".join(line.text for line in lines)

    assert [text[line.start : line.end] for line in lines] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("html", "hint"),
    [
        pytest.param("<div class='imageCaption'>x</div>", "caption", id="camel-case"),
        pytest.param("<div class='article__photo-credit big'>x</div>", "credit", id="dashes"),
        pytest.param("<a rel=author>x</a>", "byline", id="rel"),
        pytest.param("<span itemprop=headline>x</span>", "headline", id="itemprop"),
        pytest.param("<figure><div><figcaption>x</figcaption></div></figure>", "caption", id="tag"),
        pytest.param("<div style='color:red; display: none'><p>x</p></div>", "hidden", id="style"),
        pytest.param("<div aria-hidden=true>x</div>", "hidden", id="aria"),
        pytest.param("<dialog>x</dialog>", "hidden", id="dialog"),
        pytest.param("<nav><ul><li><a>x</a></ul></nav>", "furniture", id="inherited"),
    ],
)
def test_markup_gives_hints(rules: Rules, html: str, hint: str) -> None:
    assert hint in walk(rules, html)[0].hints


def test_the_class_of_the_whole_page_says_nothing(rules: Rules) -> None:
    assert walk(rules, "<body class='has-sidebar menu'><p>x</p></body>")[0].hints == frozenset()


def test_the_share_of_links_is_counted(rules: Rules) -> None:
    linked, half, plain = walk(rules, "<p><a>abcd</a></p><p><a>abcd</a>efgh</p><p>abcd</p>")

    assert (linked.linked, half.linked, plain.linked) == (1.0, 0.5, 0.0)


def test_a_live_entry_has_its_time(rules: Rules) -> None:
    (line,) = walk(rules, "<div class='live-blog-post'><time datetime='2019-03-04T14:05Z'></time><p>x</p></div>")

    assert line.at == "2019-03-04T14:05Z"


@pytest.mark.parametrize(
    "wrapping",
    [
        pytest.param(("<div>", "</div>"), id="divs"),
        pytest.param(("<b><i>", "</i></b>"), id="inline"),
        pytest.param(("<blockquote><ul><li>", ""), id="lists-unclosed"),
        pytest.param(("<a><h1><td>", ""), id="kept-elements"),
    ],
)
def test_a_page_nested_deeper_than_the_parser_follows_keeps_its_words(rules: Rules, wrapping: tuple[str, str]) -> None:
    before, after = wrapping

    lines = texts(rules, f"<html><body>{before * 100_000}deep words{after * 100_000}<p>later words</p>")

    assert "deep words" in " ".join(lines)
    assert "later words" in " ".join(lines)


def test_what_is_shown_is_not_called_hidden(rules: Rules) -> None:
    for html in ("<div style='display:block'>x</div>", "<div aria-hidden=false>x</div>", "<p class=hiddentruth>x</p>"):
        assert "hidden" not in walk(rules, html)[0].hints


def test_lines_of_one_template_share_a_shape(rules: Rules) -> None:
    one, two, other = walk(rules, "<div class=a><p>x</p><p>y</p></div><div class=b><p>z</p></div>")

    assert one.shape == two.shape != other.shape

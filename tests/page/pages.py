"""Reading a page in a test, and looking at its parts."""

from newsledger.model import Article, Capture
from newsledger.page import Rules, read_article

#: Three paragraphs that read as an article's body.
BODY = (
    "The harbour council voted on Monday to close the old lock for two years while its walls are rebuilt.",
    "Barges will take the northern canal in the meantime, which adds about four hours to the way to the sea.",
    "“Nobody likes it, but the wall will not wait,” the council’s chairwoman, Anna Holm, told reporters.",
)


def read_dump(rules: Rules, *lines: str, url: str | None = None, published: str | None = None) -> Article:
    """Read lines as a plain-text dump."""
    capture = Capture(data="\n\n".join(lines), url=url, published=published, media_type="text/plain")
    return read_article(capture, rules)


def read_html(
    rules: Rules, body: str, *, head: str = "", url: str | None = None, published: str | None = None
) -> Article:
    """Read an HTML page."""
    data = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return read_article(Capture(data=data, url=url, published=published), rules)


def paragraphs(*texts: str) -> str:
    """Write paragraphs as HTML; without any, those of BODY."""
    return "".join(f"<p>{text}</p>" for text in texts or BODY)


def of_role(article: Article, role: str) -> list[str]:
    """Give the words of each block of a role."""
    return [article.text[block.start : block.end] for block in article.blocks if block.role == role]


def roles(article: Article) -> list[str]:
    """Give the roles in order."""
    return [block.role for block in article.blocks]

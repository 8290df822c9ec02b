"""Makes a page of a server one of files: links lead to files beside it, and what a server would answer is left out."""

from collections.abc import Callable

from lxml import html
from lxml.html import HtmlElement

from newsledger.publish.site.links import relative

#: Attributes that hold an address.
_ADDRESSES = ("href", "src", "action")
#: What is nothing without its links: around them no words stay.
_ONLY_LINKS = frozenset({"all", "pages", "chips", "tabs", "acts"})
#: What holds a link and is dropped when nothing else is in it.
_HOLDERS = frozenset({"li", "ul", "nav", "p", "span", "section"})
#: Forms that a server answers.
_QUESTIONS = frozenset({"ask", "days"})

Find = Callable[[str], str | None]


def rewrite(page: str, at: str, path: str, find: Find, *, with_words: bool) -> bytes:
    """Rewrite a page.

    Args:
        page: As the templates make it; its own addresses begin with ``/``.
        at: The file that it becomes.
        path: The address that it has on a server: a link to it with another query asks for another view of it.
        find: Gives the file of an address; None where there is none.
        with_words: Sources may be quoted.
    """
    tree = html.document_fromstring(page)
    for form in [one for one in tree.iter("form") if _QUESTIONS & _classes(one)]:
        form.drop_tree()
    for one in list(tree.iter()):
        for name in _ADDRESSES:
            address = one.get(name) if isinstance(one.tag, str) else None
            if address is not None and address.startswith("/"):
                _lead(one, name, address, at, path, find)
    _leave_out(tree, with_words=with_words)
    return bytes(html.tostring(tree, doctype="<!doctype html>", encoding="utf-8")) + b"\n"


def _lead(one: HtmlElement, name: str, address: str, at: str, path: str, find: Find) -> None:
    file = find(address)
    if file is not None:
        here, _, part = file.partition("#")
        one.set(name, f"#{part}" if here == at and part else relative(file, at))
    elif one.tag == "a" and not _is_words(one, address, path):
        _drop(one)
    elif one.tag == "a":
        one.drop_tag()
    else:
        one.drop_tree()


def _is_words(link: HtmlElement, address: str, path: str) -> bool:
    """Say whether the words of a link say something without it: not where it leads to another view, or to data."""
    around = list(link.iterancestors())
    if any("notes" in _classes(one) for one in around):
        return True
    if any(one.tag == "nav" or _ONLY_LINKS & _classes(one) for one in (link, *around)):
        return False
    there = address.partition("?")[0]
    return there != path and "." not in there.rpartition("/")[2]


def _drop(link: HtmlElement) -> None:
    """Take a link out, with the dot that parts it from its neighbour, and whatever then holds nothing."""
    parent, before = link.getparent(), link.getprevious()
    tail = (link.tail or "").lstrip()
    if tail.startswith("·"):
        link.tail = tail[1:].lstrip()
    elif not tail and link.getnext() is None and parent is not None:
        _cut_dot(parent, before)
    link.drop_tree()
    while parent is not None and parent.tag in _HOLDERS and not len(parent) and not (parent.text or "").strip():
        holder = parent.getparent()
        parent.drop_tree()
        parent = holder


def _cut_dot(parent: HtmlElement, before: HtmlElement | None) -> None:
    if before is None:
        parent.text = (parent.text or "").rstrip().removesuffix("·")
    else:
        before.tail = (before.tail or "").rstrip().removesuffix("·")


def _leave_out(tree: HtmlElement, *, with_words: bool) -> None:
    """Leave out what copies nothing, or an address of the server; and, where none may be told, all words."""
    for button in [one for one in tree.iter("button") if "copy" in _classes(one)]:
        copied = button.get("data-copy", "")
        if not copied.strip() or copied.startswith("/"):
            _drop(button)
    if not with_words:
        for quotation in list(tree.iter("blockquote")):
            quotation.drop_tree()


def _classes(one: HtmlElement) -> frozenset[str]:
    return frozenset((one.get("class") or "").split()) if isinstance(one.tag, str) else frozenset()

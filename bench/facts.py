"""Measure the facts of a page, title to language, beside those of trafilatura's metadata, on the wide kit.

    python bench/facts.py --python build/peers/bin/python

Neither reader is given the page's address. Each fact counts on the pages whose gold has it. The kit has no names of
publishers: a publisher is right where the site's name stands in it, or it in the site's, or where its letters begin the
site's words. A section is right where a line that the gold calls one has its words; an address, but for "www.", its
query and its last slash, where it is that of the gold. Ours is read with block models that have not seen the publisher.
"""

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize
from urllib.parse import urlsplit

EVAL = Path(__file__).parent.parent / "eval"
sys.path.append(str(EVAL))
kits = import_module("page_kits")
_WORD = re.compile(r"\w+")
#: Two names of one language, as the gold and a reader may have it.
_SAME = {"nb": "no", "nn": "no", "yue": "zh"}
_NAMES = ("title", "date", "author", "publisher", "section", "language", "canonical")

Facts = dict[str, Any]


def main() -> None:
    """Print the table."""
    options = _options()
    if options.peer:
        print(json.dumps([_peer(page.html()) for page in kits.load_kit("wide")]))
        return
    gold = [page.gold for page in kits.load_kit("wide")]
    readers = {"newsledger": _ours(), "trafilatura": _run_peer(options.python)}
    rows = {name: dict(_score(gold, told)) for name, told in readers.items()}
    print(f"| right, of pages that have it | pages | {' | '.join(readers)} |\n|---|---|---|---|")
    for what in _NAMES:
        shares = (f"{rows[name][what][0] / max(1, rows[name][what][1]):.3f}" for name in readers)
        print(f"| {what} | {rows['newsledger'][what][1]} | {' | '.join(shares)} |")


def _peer(html: str) -> Facts:
    found = import_module("trafilatura").bare_extraction(html, include_comments=False, with_metadata=True)
    if found is None:
        return {}
    authors = (found.author or "").split("; ") if found.author else []
    return {
        "title": found.title,
        "date": found.date,
        "authors": authors,
        "publisher": found.sitename or found.hostname,
        "section": list(found.categories or ()),
        "language": found.language,
        "canonical": found.url,
    }


def _run_peer(python: str) -> list[Facts]:
    done = subprocess.run([python, __file__, "--peer"], capture_output=True, text=True, check=True)
    told: list[Facts] = json.loads(done.stdout.splitlines()[-1])
    return told


def _ours() -> list[Facts]:
    evaluated = _load_eval()
    reader = import_module("newsledger").Reader.load("en")
    return [_facts(article, evaluated) for article in evaluated.read_without_address(reader, "wide")]


def _load_eval() -> Any:
    """Load ``eval/pages.py``, which has the name of a file that stands here too."""
    loading = import_module("importlib.util")
    spec = loading.spec_from_file_location("eval_pages", EVAL / "pages.py")
    module = loading.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _facts(article: Any, evaluated: Any) -> Facts:
    if article is None:
        return {}
    return {
        **evaluated.facts_of(article),
        "publisher": article.publisher,
        "section": list(article.section),
        "language": article.language,
        "canonical": article.canonical_url,
    }


def _score(gold: Sequence[Facts], told: Sequence[Facts]) -> Iterator[tuple[str, tuple[float, int]]]:
    """Give for each fact how many are right, and of how many."""
    scored, _ = kits.load_scorer("score_meta").score(
        gold, {item["id"]: one for item, one in zip(gold, told, strict=True)}
    )
    for what in ("title", "date", "author"):
        pages = scored[f"{what} pages"]
        yield what, (scored[f"{what} right"] * pages, pages)
    judges: dict[str, tuple[Callable[[Facts], Any], Callable[[Any, Any], bool]]] = {
        "publisher": (lambda item: item["site"], _is_publisher),
        "section": (_sections, lambda wanted, found: not wanted.isdisjoint(_words(name) for name in found or ())),
        "language": (lambda item: item["language"], lambda wanted, found: _base(found) == _base(wanted)),
        "canonical": (lambda item: _bare(item["url"]), lambda wanted, found: _bare(found) == wanted),
    }
    for what, (wanted_of, is_right) in judges.items():
        pairs = [(wanted, one.get(what)) for item, one in zip(gold, told, strict=True) if (wanted := wanted_of(item))]
        yield what, (sum(bool(found) and is_right(wanted, found) for wanted, found in pairs), len(pairs))


def _sections(item: Facts) -> set[str]:
    page = next(page for page in kits.load_kit("wide") if page.gold["id"] == item["id"])
    return {_words(page.dump[line["start"] : line["end"]]) for line in item["lines"] if line["role"] == "section"} - {
        ""
    }


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _base(language: str) -> str:
    base = language.split("-", maxsplit=1)[0].lower()
    return _SAME.get(base, base)


def _bare(url: str | None) -> str:
    parts = urlsplit(url or "")
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


def _is_publisher(site: str, name: str) -> bool:
    """Say whether a publisher's name is that of its site: "Harbour News" of harbournews.example, "HN" of hn.example."""
    own = "".join(_WORD.findall(site.rsplit(".", 1)[0].lower().removesuffix(".co").removesuffix(".com")))
    plain = "".join(letter for letter in normalize("NFKD", name.lower()) if not combining(letter))
    words = _WORD.findall(plain)
    joined, letters = "".join(words), "".join(word[0] for word in words)
    return bool(joined) and (own in joined or joined in own or (len(letters) > 1 and letters == own))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="the Python in which trafilatura is installed")
    parser.add_argument("--peer", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""Measure readers of HTML pages side by side: the text's F1, pages a second, and captions kept.

    make bench-pages
    python bench/pages.py --kit wide trafilatura

Each reader runs in a process of its own, one after the other; a second is one of processor time, so that a busy machine
slows none. Loading is not timed, nor is a first page. The pages and their gold text are those of a kit of
../shared/gold: the older one, the wide one, or the segments, whose F1 is that of sentences which must or must not be
in the text. Our speed is that of the weights that are shipped, our text that of models that have not seen the page's
publisher. Captions are those that stand in a reader's text; of ours, those that stand in a block with the role caption
or credit. A reader that is not installed is named and left out.
"""

import argparse
import gc
import importlib.metadata
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from lxml.html import fromstring

HERE = Path(__file__).parent
EVAL = HERE.parent / "eval"
sys.path.append(str(EVAL))
kits = import_module("page_kits")
OURS = "newsledger"
_WORD = re.compile(r"\w+")
_GRAM, _SHORTEST_CAPTION, _KEPT = 4, 4, 0.8

Read = Callable[[str], str]


def _trafilatura(**options: bool) -> Callable[[], Read]:
    def load() -> Read:
        extract = import_module("trafilatura").extract
        return lambda html: extract(html, include_comments=False, **options) or ""

    return load


def _trafilatura_metadata() -> Read:
    bare_extraction = import_module("trafilatura").bare_extraction

    def read(html: str) -> str:
        found = bare_extraction(html, include_comments=False, with_metadata=True)
        return getattr(found, "text", "") or ""

    return read


def _readability() -> Read:
    document = import_module("readability").Document

    def read(html: str) -> str:
        blocks = fromstring(document(html).summary()).itertext()
        return "\n".join(text for block in blocks if (text := block.strip()))

    return read


def _newspaper() -> Read:
    new_article = import_module("newspaper").Article

    def read(html: str) -> str:
        article = new_article("https://example.org/", language="en", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return read


def _news_please() -> Read:
    reader = import_module("newsplease").NewsPlease
    return lambda html: reader.from_html(html, url=None, fetch_images=False).maintext or ""


def _resiliparse(*, alts: bool) -> Callable[[], Read]:
    def load() -> Read:
        extract_plain_text = import_module("resiliparse.extract.html2text").extract_plain_text
        return lambda html: str(extract_plain_text(html, main_content=True, alt_texts=alts))

    return load


def _justext() -> Read:
    justext = import_module("justext")
    stops = justext.get_stoplist("English")
    return lambda html: "\n".join(part.text for part in justext.justext(html, stops) if not part.is_boilerplate)


def _html_text() -> Read:
    html_text = import_module("html_text")
    return lambda html: str(html_text.extract_text(html))


def _magic_html() -> Read:
    extractor = import_module("magic_html").GeneralExtractor()
    return lambda html: str(fromstring(extractor.extract(html, base_url="https://example.org/")["html"]).text_content())


def _trafipy() -> Read:
    trafipy = import_module("trafipy")
    return lambda html: str(trafipy.extract(html).markdown)


def _rs_trafilatura() -> Read:
    rs_trafilatura = import_module("rs_trafilatura")
    return lambda html: str(rs_trafilatura.extract(html).main_content)


def _ours() -> Read:
    newsledger, read_article = import_module("newsledger"), import_module("newsledger.page").read_article
    rules = newsledger.Reader.load("en").rules["page"]

    def read(html: str) -> str:
        article = read_article(newsledger.Capture(data=html, media_type="text/html"), rules)
        return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.role in _TEXT)

    return read


_TEXT = frozenset({"body", "dateline", "live_entry", "correction"})
_PICTURED = frozenset({"caption", "credit"})
READERS: dict[str, tuple[str, Callable[[], Read]]] = {
    OURS: (OURS, _ours),
    "trafilatura": ("trafilatura", _trafilatura()),
    "trafilatura, fast": ("trafilatura", _trafilatura(fast=True)),
    "trafilatura, precision": ("trafilatura", _trafilatura(favor_precision=True)),
    "trafilatura, recall": ("trafilatura", _trafilatura(favor_recall=True)),
    "trafilatura, with metadata": ("trafilatura", _trafilatura_metadata),
    "readability-lxml": ("readability-lxml", _readability),
    "newspaper4k": ("newspaper4k", _newspaper),
    "news-please": ("news-please", _news_please),
    "resiliparse": ("resiliparse", _resiliparse(alts=False)),
    "resiliparse, alt texts": ("resiliparse", _resiliparse(alts=True)),
    "jusText": ("jusText", _justext),
    "html-text (all text)": ("html-text", _html_text),
    "magic-html": ("magic-html", _magic_html),
    "rs-trafilatura": ("rs-trafilatura", _rs_trafilatura),
    "trafipy": ("trafipy", _trafipy),
}


def main() -> None:
    """Run the readers and print the table."""
    options = _options()
    if options.one:
        print(json.dumps(_measure(options.one, options.runs, options.kit)))
        return
    if not kits.GOLD.is_dir():
        print(f"no gold at {kits.GOLD}; expected the folder of evaluation data", file=sys.stderr)
        sys.exit(2)
    print(f"{'reader':<28} {'version':<9} {'F1':>6} {'P':>6} {'R':>6} {'pages/s':>8} {'captions kept':>14}", flush=True)
    for name in options.readers or READERS:
        print(_row(name, options), flush=True)


def _row(name: str, options: argparse.Namespace) -> str:
    python = sys.executable if name == OURS else options.python
    command = [python, __file__, "--one", name, "--runs", str(options.runs), "--kit", options.kit]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_one_core())
    if done.returncode:
        return f"{name:<28} cannot be run here: {done.stderr.strip().rpartition(chr(10))[2][:80]}"
    found = json.loads(done.stdout.splitlines()[-1])
    texts, captioned = _unseen(options.kit) if name == OURS else (found["texts"], found["texts"])
    scores = _scores(texts, options.kit)
    return (
        f"{name:<28} {found['version']:<9} {scores['f1']:>6.3f} {scores['precision']:>6.3f} {scores['recall']:>6.3f} "
        f"{found['pages_a_second']:>8.1f} {_share_of_captions(captioned, options.kit):>14.2f}"
    )


def _one_core() -> dict[str, str]:
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _measure(name: str, runs: int, kit: str) -> dict[str, Any]:
    """Read all pages some times; the middle run is told. A page that a reader fails on has no text."""
    package, load = READERS[name]
    read = load()
    pages = [page.html() for page in kits.load_kit(kit)]
    _forgiving(read, pages[0])
    gc.collect()
    seconds, texts = [], []
    for _ in range(runs):
        start = process_time()
        texts = [_forgiving(read, html) for html in pages]
        seconds.append(process_time() - start)
    return {
        "version": importlib.metadata.version(package),
        "pages_a_second": len(pages) / median(seconds),
        "texts": [] if name == OURS else texts,
    }


def _forgiving(read: Read, html: str) -> str:
    try:
        return read(html)
    except Exception:  # noqa: BLE001  # what a reader raises is its own affair; it has read nothing
        return ""


def _unseen(kit: str) -> tuple[list[str], list[str]]:
    """Give the texts and the captions of our reader with block models that have not seen their publishers."""
    reader, ours = import_module("newsledger").Reader.load("en"), _load_ours()
    return ours.read_texts(reader, kit, _TEXT), ours.read_texts(reader, kit, _PICTURED)


def _load_ours() -> Any:
    """Load ``eval/pages.py``: this file has its name."""
    spec = importlib.util.spec_from_file_location("eval_pages", EVAL / "pages.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(EVAL / "pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _scores(texts: Sequence[str], kit: str) -> dict[str, float]:
    gold = [page.gold for page in kits.load_kit(kit)]
    if kit != "segments":
        pairs = [(item["body"], text) for item, text in zip(gold, texts, strict=True)]
        return dict(kits.load_scorer("score_pages", kits.OLD).score_texts(pairs))
    count = kits.load_scorer("score_segments").count
    counts = [count(item, text) for item, text in zip(gold, texts, strict=True)]
    hits, surplus, lost, _ = (sum(column) for column in zip(*counts, strict=True))
    precision, recall = hits / max(1, hits + surplus), hits / max(1, hits + lost)
    return {"f1": 2 * hits / max(1, 2 * hits + surplus + lost), "precision": precision, "recall": recall}


def _share_of_captions(texts: Sequence[str], kit: str) -> float:
    """Give the share of gold captions, of four words or more, whose runs of words stand in the reader's text."""
    kept = []
    for page, text in zip(kits.load_kit(kit), texts, strict=True):
        grams = set(_grams(text))
        for line in page.gold.get("lines", ()):
            mine = _grams(page.dump[line["start"] : line["end"]])
            if line["role"] == "caption" and mine:
                kept.append(sum(gram in grams for gram in mine) >= _KEPT * len(mine))
    return sum(kept) / max(1, len(kept))


def _grams(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return [tuple(words[place : place + _GRAM]) for place in range(len(words) - _GRAM + 1)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", choices=[*READERS, []], help="which readers; all, if none is named")
    parser.add_argument("--python", default=sys.executable, help="the Python in which the peers are installed")
    parser.add_argument("--kit", default="old", choices=("old", "wide", "segments"), help="whose pages to read")
    parser.add_argument("--runs", type=int, default=3, help="how many runs to take the median of")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()

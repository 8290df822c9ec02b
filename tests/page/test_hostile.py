"""Pages that are out to break a reader: all end, with a sound article or with an error that says why there is none."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest

from newsledger.errors import PageError
from newsledger.model import Capture
from newsledger.page import Rules, read_article
from page.hostile import EMPTY, LARGE, SMALL, STORY
from page.test_properties import check

TESTS = Path(__file__).parent.parent
#: One large page takes seconds; what has run away takes hours.
ENDS = 300
#: Bytes: a page of fifty million may be held a few times over, never a thousand times.
MEMORY = 2_500_000_000
#: Of every page so many lines are told apart.
MOST_BLOCKS = 10_200
# Their article is hidden (in a link, in a comment that never ends, below the lines that are told apart) or is no story.
NO_STORY = frozenset(
    (
        "100000-captions",
        "100000-class-names",
        "100000-clocks",
        "100000-copies",
        "million-blank-lines",
        "nested-100000-links",
        "open-comments",
    )
)
READ = """
import sys
from newsledger import page
from newsledger.errors import PageError
from newsledger.lexicon import load_lexicon
from newsledger.model import Capture
from page.conftest import DATA
from page.hostile import LARGE, STORY
lexicons = {name: load_lexicon(DATA / f"{name}.en.tsv", schema) for name, schema in page.SCHEMAS.items()}
rules = page.Rules.build(lexicons)
for name in sys.argv[1:]:
    try:
        article = page.read_article(Capture(data=LARGE[name]()), rules)
    except PageError:
        print(name, 0, 0)
    else:
        print(name, len(article.blocks), sum(words in article.text for words in STORY))
"""


@pytest.mark.parametrize("part", range(4))
def test_a_large_page_ends_within_bounds_and_keeps_its_story(part: int) -> None:
    names = list(LARGE)[part::4]

    done = subprocess.run(
        [sys.executable, "-c", READ, *names],
        cwd=TESTS,
        env={"PYTHONPATH": ":".join([str(TESTS), *sys.path])},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        timeout=ENDS,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2_000:]
    read = {name: (int(blocks), int(told)) for name, blocks, told in map(str.split, done.stdout.splitlines())}
    assert list(read) == names
    assert [name for name, (blocks, _) in read.items() if blocks > MOST_BLOCKS] == []
    assert [name for name, (_, told) in read.items() if told < len(STORY) and name not in NO_STORY] == []


@pytest.mark.parametrize("name", SMALL)
def test_a_twisted_page_still_tells_its_story(rules: Rules, name: str) -> None:
    data, media_type = SMALL[name]

    article = read_article(Capture(data=data, url="https://example.org/a", media_type=media_type), rules)

    check(article)
    assert [words for words in STORY if words not in article.text] == []
    assert article.canonical_url is None or article.canonical_url.startswith("https://example.org/")
    assert article.date_published.basis == "unknown"


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_without_words_says_so(rules: Rules, name: str) -> None:
    with pytest.raises(PageError, match=r"found .*, expected"):
        read_article(Capture(data=EMPTY[name]), rules)


@pytest.mark.parametrize(
    "unit",
    ["A", "Mc", "By ", "- ", ", ", "/", "©", "(", "21 January 2017 ", "12:48 ", "<", "a-", "\t", "_", "1", "<!---->"],
)
@pytest.mark.parametrize("before", ["", "By ", "(Photo by "])
def test_a_line_of_one_thing_over_and_over_ends(rules: Rules, unit: str, before: str) -> None:
    junk = before + unit * (6_000 // len(unit))
    lines = (f"{junk} - Sea News", junk, "Old lock closes for two years", junk, *STORY, junk, f"© {junk}")

    article = read_article(Capture(data="\n\n".join(lines), media_type="text/plain"), rules)

    check(article)


@pytest.mark.parametrize("kind", ["text", "page"])
def test_a_text_of_twelve_million_letters_is_cut_and_told(rules: Rules, kind: Literal["text", "page"]) -> None:
    text = "The council met on Monday and voted. " * 330_000

    article = read_article(Capture(data=text, kind=kind), rules)

    assert len(article.text) == 10_000_000
    assert text.startswith(article.text)
    assert article.complete is False
    assert article.receipts["complete"].field == "limit:characters"

"""The source of a page, made safe for the parser: what would cost it hours, or end the page early, is cut short."""

import re
from itertools import islice

# Shorter pages cost little whatever is in them.
_SMALL = 300_000
# A longer tag is none of an article: it holds data, or a million attributes, each of which the parser compares with
# all before it.
_LONGEST_TAG, _KEPT_OF_TAG = 50_000, 4_000
# The parser gives up a page at a text of ten million characters; no data that we read is so long.
_LONGEST_SCRIPT = 2_000_000
# A tag with its attributes, over the "<" and ">" that stand in quotation marks. Every part is possessive: what was
# read once is never read again, so that a page of broken tags takes no longer than another.
_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"'=]++|=\s*+(?:\"[^\"]*+\"?+|'[^']*+'?+)?+|[\"'])*+>?+")
_RAW = re.compile(r"<(script|style)\b", re.IGNORECASE)


# Each tag and each text takes the parser a few hundred bytes; the longest of our pages has 12,000 tags.
_MOST_TAGS, _LONGEST_SOURCE = 150_000, 10_000_000
_TAG_START = re.compile("<[a-zA-Z]")


def cut_source(source: str) -> tuple[str, bool]:
    """Take so much of a page as is worth a tree, before there is one.

    Args:
        source: A page's HTML.

    Returns:
        The page, tame, up to the tag that is one too many; and whether that is all of it.
    """
    tamed = tame(source)
    if len(tamed) > _LONGEST_SOURCE:
        tamed = _short_comments(tamed)
    tag = next(islice(_TAG_START.finditer(tamed), _MOST_TAGS, None), None)
    end = min(tag.start() if tag else len(tamed), _LONGEST_SOURCE)
    return tamed[:end], end == len(tamed)


def tame(source: str) -> str:
    """Cut short the tags and leave out the scripts of a page that are longer than any that tell of an article.

    Args:
        source: A page's HTML.

    Returns:
        The page itself where nothing in it is too long.
    """
    return source if len(source) < _SMALL else _short_tags(_short_scripts(source))


def _short_scripts(source: str) -> str:
    kept = []
    done = start = 0
    for match in _RAW.finditer(source):
        if match.start() < start:
            continue
        end = source.find(f"</{match.group(1)}", match.end())
        start = end if end >= 0 else len(source)
        if start - match.end() > _LONGEST_SCRIPT:
            kept.append(source[done : match.end()] + ">")
            done = start
    return "".join((*kept, source[done:]))


def _short_comments(source: str) -> str:
    kept = []
    done = 0
    start = source.find("<!--")
    while start >= 0 and (end := source.find("-->", start + 4)) >= 0:
        if end - start > _LONGEST_TAG:
            kept.append(source[done:start])
            done = end + len("-->")
        start = source.find("<!--", end)
    return "".join((*kept, source[done:]))


def _short_tags(source: str) -> str:
    kept = []
    done = 0
    for match in _TAG.finditer(source):
        if match.end() - match.start() > _LONGEST_TAG:
            kept.append(source[done : match.start() + _KEPT_OF_TAG] + "\"'>")
            done = match.end()
    return "".join((*kept, source[done:]))

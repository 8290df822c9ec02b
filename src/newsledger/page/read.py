"""A Capture to an Article."""

from collections.abc import Iterator, Sequence

from newsledger.model import READ_ROLES, Article, BlockRole, Capture, Receipt, Span, cut_short
from newsledger.page.assemble import Facts, make_article
from newsledger.page.blocks.article import find_article
from newsledger.page.blocks.model import JUDGED, Matrix
from newsledger.page.blocks.settle import settle_roles
from newsledger.page.blocks.survey import Survey, survey_dump, survey_html
from newsledger.page.clean import counts_one_label, cut_dateline, find_clean_parts, is_dateline
from newsledger.page.decode import no_article, nothing_to_read, page_form, read_page_text
from newsledger.page.evidence import add_evidence
from newsledger.page.facts import LabelledPage, read_facts, read_origin, receipts_of, split_title
from newsledger.page.facts.dating import read_clean_date
from newsledger.page.layout.captions import credit_cut
from newsledger.page.layout.corrections import mark_corrections
from newsledger.page.layout.headline import find_headline, is_run_into
from newsledger.page.layout.place import Layout, lay_out
from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.layout.roles import find_roles
from newsledger.page.markup.source import cut_source
from newsledger.page.rules import Rules
from newsledger.page.words.line import Part, count_words, fold

_TOP = 2
#: Characters of a text without HTML: what follows is not part of it. A page of HTML is cut by its tags.
MOST_CHARACTERS = 10_000_000
# A headline of a dump gives way to one that the block model is so sure of where it has less than this share of that.
_SURE, _UNLIKELY = 0.4, 0.1
# A longer sentence is a paragraph.
_LONGEST_SENTENCE = 20
# A part of a title that may be the headline has so many words.
_FEWEST_TITLED = 5
_STOPS, _QUOTES = ".!?…。", "\"'”’»)"


def read_article(capture: Capture, rules: Rules) -> Article:
    """Read a capture.

    Raises:
        PageError: A page holds no readable article. Clean text (``kind`` is ``text``) never raises.
    """
    return add_evidence(_read(capture, rules), capture)


def _read(capture: Capture, rules: Rules) -> Article:
    if capture.kind == "text":
        return _read_clean(capture, rules)
    text = read_page_text(capture)
    if page_form(text, capture.media_type) == "html":
        return _read_html(capture, text, rules)
    article = _read_dump(capture, text[:MOST_CHARACTERS], rules)
    return cut_short(article, "characters") if len(text) > MOST_CHARACTERS else article


def _read_clean(capture: Capture, rules: Rules) -> Article:
    data = capture.data
    given = data if isinstance(data, str) else data.decode("utf-8", "replace")
    text = given[:MOST_CHARACTERS]
    parts = find_clean_parts(text, rules)
    headline = next((Span(start=part.start, end=part.end) for part in parts if part.role == "headline"), None)
    origin, named = read_origin(text, parts, rules)
    facts = Facts(
        headline=fold(headline.of(text)) if headline else None,
        origin=origin,
        date_published=read_clean_date(capture, text, parts, rules),
        receipts=receipts_of(headline=Receipt(spans=(headline,)) if headline else None, origin=named),
    )
    article = make_article(capture, text, parts, facts)
    if len(text) < len(given):
        return cut_short(article, "characters")
    return cut_short(article, "lines") if parts and parts[-1].role == "furniture" else article


def _read_dump(capture: Capture, text: str, rules: Rules) -> Article:
    """Read a page of which only the words are left: lines, in order, menus and captions among them."""
    survey = survey_dump(text, rules)
    lines, title = survey.lines, survey.title
    layout, roles = _lay_out(survey, rules)
    page = LabelledPage(capture=capture, lines=lines, roles=roles, layout=layout, title=title.text if title else None)
    heading = [Part(role="furniture", start=title.start, end=title.end)] if title else []
    return _make(page, text, heading, rules)


def _read_html(capture: Capture, source: str, rules: Rules) -> Article:
    source, whole = cut_source(source)
    survey = survey_html(source, rules)
    if survey is None:
        raise nothing_to_read(capture)
    layout, roles = _lay_out(survey, rules)
    page = LabelledPage(capture=capture, lines=survey.lines, roles=roles, layout=layout, metadata=survey.metadata)
    article = _make(page, "\n".join(marked.line.text for marked in survey.lines), [], rules)
    if not any(block.role in READ_ROLES for block in article.blocks):
        raise no_article(capture)
    return article if whole else cut_short(article, "tags")


def _lay_out(survey: Survey, rules: Rules) -> tuple[Layout, list[BlockRole]]:
    """Find the article, its headline, and what each line is."""
    judged = rules.models(survey.kind).judge(survey.measure(rules), survey.boxes())
    lines = survey.lines
    article = find_article(survey.kind, lines, judged)
    headline = _headline(survey, article, judged)
    title = survey.title.text if survey.title else None
    layout = lay_out(lines, headline, article, survey.claims.authors, title=title)
    # Below the last paragraph of a dump nothing tells a picture.
    near = layout.near if survey.kind == "html" else range(layout.near.start, layout.end)
    roles = settle_roles(lines, find_roles(lines, layout, rules), judged, near)
    settled = mark_corrections(lines, roles, layout, rules)
    return layout, ["furniture" if marked.line.cut else role for marked, role in zip(lines, settled, strict=True)]


def _headline(survey: Survey, article: frozenset[int], judged: Matrix) -> int | None:
    """Give the line that is like the page's title; for want of one the line that looks most like a headline."""
    titles = survey.claims.titles
    # Some titles hold much else behind the headline: "Old lock closes for two years | Bergen, harbour, lock, council".
    parts = [part for title in titles for part in split_title(title) if count_words(part) >= _FEWEST_TITLED]
    found = find_headline(survey.lines, (*titles, *parts), article)
    if survey.kind == "html" or (found is None and survey.title is not None):
        return found
    if found is None:
        return _surest(survey.lines, article, judged)
    found = _surer(survey.lines, found, judged)
    return None if _is_paragraph(survey, found) else found


def _surest(lines: Sequence[MarkedLine], article: frozenset[int], judged: Matrix) -> int | None:
    """Give the line that layout takes for the headline where words take none: "OPINION | Let the river be"."""
    sure = judged[:, JUDGED.index("headline")]
    best = int(sure.argmax()) if lines else 0
    fits = lines and best not in article and not is_sentence(lines[best].line) and sure[best] >= _SURE
    return best if fits else None


def _is_paragraph(survey: Survey, found: int) -> bool:
    """Say whether a dump's headline is a sentence among its paragraphs: the page prints none, or but its title.

    A headline may be a sentence, but is no long one, and none stands below a paragraph.
    """
    text = survey.lines[found].line.text.rstrip(_QUOTES)
    if not is_sentence(survey.lines[found].line) or text[-1:] not in _STOPS:
        return False
    lines = survey.lines[max(0, found - _TOP - 1) : found + 1]
    return any(is_sentence(marked.line) and marked.line.words > _LONGEST_SENTENCE for marked in lines)


def _surer(lines: Sequence[MarkedLine], found: int, judged: Matrix) -> int:
    """Give a dump's headline told by words, unless layout all but rules it out for another.

    A sentence is a headline less often than the line that words tell: it is the first paragraph below a menu.
    """
    sure = judged[:, JUDGED.index("headline")]
    best = int(sure.argmax())
    if is_sentence(lines[best].line) and not is_sentence(lines[found].line):
        return found
    if is_run_into(lines[best].line.text, lines[found].line.text):
        return found
    return best if sure[best] >= _SURE and sure[found] < _UNLIKELY * sure[best] else found


def _make(page: LabelledPage, text: str, heading: Sequence[Part], rules: Rules) -> Article:
    parts = [*heading, *_parts(page, text, rules)]
    article = make_article(page.capture, text, parts, read_facts(page, text, parts, rules))
    return cut_short(article, "lines") if page.lines and page.lines[-1].line.cut else article


def _parts(page: LabelledPage, text: str, rules: Rules) -> Iterator[Part]:
    """Cut the lines into parts: a dateline off a first paragraph, a credit off a caption."""
    bodies = (marked.line.text for marked, role in zip(page.lines, page.roles, strict=True) if role == "body")
    colon = counts_one_label(bodies)
    seen = 0
    for marked, role in zip(page.lines, page.roles, strict=True):
        line = marked.line
        if role == "body":
            yield from cut_dateline(text, (line.start, line.end), rules, top=seen < _TOP, colon=colon)
            seen += 1
        elif role == "byline" and is_dateline(line.text, rules):
            yield Part(role="dateline", start=line.start, end=line.end)
        elif role == "caption" and (cut := credit_cut(line.text, rules)):
            stop = line.start + len(line.text[:cut].rstrip())
            yield Part(role="caption", start=line.start, end=stop)
            yield Part(role="credit", start=line.start + cut, end=line.end)
        else:
            yield Part(role, line.start, line.end, line.at if role == "live_entry" else None)

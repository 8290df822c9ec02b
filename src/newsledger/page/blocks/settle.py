"""Where the rules of words and the block model differ on what a line is, the surer one is heard."""

from collections.abc import Sequence

from newsledger.model import BlockRole
from newsledger.page.blocks.model import JUDGED, Matrix
from newsledger.page.layout.place import is_bullet
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.words.line import Line

_AT = {role: place for place, role in enumerate(JUDGED)}
#: What the model may say against the rules, which see words that it does not; the others only with markup.
_TOLD: tuple[BlockRole, ...] = ("caption", "byline", "standfirst", "section", "credit")
_BY_PLACE = {_AT[role]: role for role in _TOLD}
_BY_PLACE_PLAIN = {place: role for place, role in _BY_PLACE.items() if role != "standfirst"}
# So sure it must be, of a whole sentence in the article more; without markup of a byline more, whose words tell it:
# of captions and sections rules know less.
_SURE, _MORE, _SURE_SENTENCE = 0.6, 0.1, 0.7
_SURE_PLAIN = {"byline": 0.8, "caption": 0.35, "section": 0.5}
# Below this the model overrules rules that say this; only with markup, for it knows layout and hardly any word.
_UNLIKELY = 0.03
_BODY = 0.4
# A row of names with so many bars between them is a menu.
_BARS = 2
# Of these the rules are certain.
_CERTAIN = frozenset({"headline", "correction", "live_entry"})


def settle_roles(
    lines: Sequence[MarkedLine], roles: Sequence[BlockRole], judged: Matrix, near: range
) -> list[BlockRole]:
    """Settle the role of each line near the article.

    Below the first paragraph nothing is a standfirst.

    Args:
        lines: All lines of the page.
        roles: What the rules say of each line.
        judged: What the block model says of each.
        near: The lines that may be of the article.
    """
    settled = [
        _settle(role, sure, marked) if number in near and not _is_certain(number, role, lines) else role
        for number, (marked, role, sure) in enumerate(zip(lines, roles, judged.tolist(), strict=True))
    ]
    begun = settled.index("body") if "body" in settled else len(settled)
    return ["body" if role == "standfirst" and number > begun else role for number, role in enumerate(settled)]


def _is_certain(number: int, role: BlockRole, lines: Sequence[MarkedLine]) -> bool:
    """Say whether no model is asked of a line: what stands just above an agency's dateline is no paragraph of it."""
    return role in _CERTAIN or (role == "standfirst" and number + 1 < len(lines) and lines[number + 1].report)


def _is_of_page(role: BlockRole, line: Line) -> bool:
    """Say whether a line is of the page and no section or credit of its article: in its menu, or whose page it is."""
    if role in ("section", "caption") and line.text.count("|") >= _BARS:
        return True
    if role == "section":
        return "section" not in line.hints and "furniture" in line.hints
    return role == "credit" and line.text[0] == "©"


def _is_lead(marked: MarkedLine) -> bool:
    """Say whether a line is of a list of points, or its own element calls it a standfirst."""
    return is_bullet(marked) or "standfirst" in marked.line.own


def _settle(role: BlockRole, sure: Sequence[float], marked: MarkedLine) -> BlockRole:
    if (role == "byline" and marked.days) or (role == "standfirst" and _is_lead(marked)):
        return role
    roles = _BY_PLACE if marked.line.tag else _BY_PLACE_PLAIN
    best = roles[max(roles, key=sure.__getitem__)]
    if role == "furniture" and _is_of_page(best, marked.line):
        return role
    least = _least(best, marked.line)
    if role == "body" and marked.line.closed:  # a paragraph that is lost costs more than a caption too many in the text
        least = max(_SURE_SENTENCE, least + _MORE)
    if sure[_AT[best]] >= least:
        return best
    if marked.line.tag and role in _TOLD and sure[_AT[role]] < _UNLIKELY:
        return "body" if sure[_AT["body"]] >= _BODY else "furniture"
    if role == "standfirst" and sure[_AT["body"]] > sure[_AT["standfirst"]] and sure[_AT["body"]] >= _BODY:
        return "body"
    return role


def _least(role: BlockRole, line: Line) -> float:
    """Say how sure the model must be of a role to be heard."""
    return _SURE if line.tag else _SURE_PLAIN.get(role, _SURE)

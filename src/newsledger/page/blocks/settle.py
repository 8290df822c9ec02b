"""Where the rules of words and the block model differ on what a line is, the surer one is heard."""

from collections.abc import Mapping, Sequence

from newsledger.model import BlockRole
from newsledger.page.blocks.model import JUDGED, Matrix
from newsledger.page.layout.prose import MarkedLine

_AT = {role: place for place, role in enumerate(JUDGED)}
# From so sure on, the model overrules rules that say "furniture".
_SURE = 0.6
# Below this the model overrules rules that say this; only with markup, for it knows layout and no words.
_UNLIKELY: Mapping[str, float] = {"byline": 0.1, "caption": 0.03, "section": 0.1}
_TOLD: tuple[BlockRole, ...] = ("caption", "byline", "section")
_OPEN = frozenset({"furniture", "related", "standfirst"})
_OPEN_TO_CAPTIONS = _OPEN | {"body", "byline"}


def settle_roles(kind: str, lines: Sequence[MarkedLine], roles: Sequence[BlockRole], judged: Matrix) -> list[BlockRole]:
    """Settle the role of each line. What words tell in full, such as "Reporting by", stands.

    Args:
        kind: ``html`` or ``dump``.
        lines: All lines of the page.
        roles: What the rules say of each line.
        judged: What the block model says of each.
    """
    settle = _with_markup if kind == "html" else _without_markup
    return [
        role if role == "byline" and _is_told(marked) else settle(role, sure)
        for marked, role, sure in zip(lines, roles, judged.tolist(), strict=True)
    ]


def _is_told(marked: MarkedLine) -> bool:
    return any(row["means"] == "byline" and " " in row["phrase"] for row in marked.rows)


def _with_markup(role: BlockRole, sure: Sequence[float]) -> BlockRole:
    for other in _TOLD:
        if sure[_AT[other]] >= _SURE and role in (_OPEN_TO_CAPTIONS if other == "caption" else _OPEN):
            return other
    if role in _UNLIKELY and sure[_AT[role]] < _UNLIKELY[role]:
        return "body" if role == "caption" and sure[_AT["body"]] > sure[_AT["furniture"]] else "furniture"
    return role


def _without_markup(role: BlockRole, sure: Sequence[float]) -> BlockRole:
    if role in _OPEN and sure[_AT["byline"]] >= _SURE:
        return "byline"
    return "caption" if role == "byline" and sure[_AT["caption"]] >= _SURE else role

"""Pages of one thing over and over, of any size: signs, chains, lists, quotations, ranges, years, broken markup."""

from collections.abc import Callable

STORY = "The council met on Monday in the old hall and nobody voted for the plan of the mayor. " * 6
_SIGNS = {
    "dash": "—",
    "bracket": "[",
    "parenthesis": "(",
    "quote": '"',
    "opening": "“",
    "closing": "”",
    "apostrophe": "'",
    "ellipsis": "…",
    "emoji": "🙂",
    "regional": "🇫",
    "plus": "+",
    "equals": "=",
    "brace": "{",
    "less": "<",
    "replacement": "\ufffd",
    "entity": "&amp;",
    "underscore": "_",
    "mark-and-word": "“the ",
    "dash-and-name": "Oslo — ",
    "colon-and-word": ":Aa",
}
_CHAINS = {
    "plans": "plans to ",
    "refused": "refused to ",
    "threatened": "threatened to ",
    "denied": "denied that he ",
    "agreed": "agreed to ",
    "told": "was told by the man who ",
    "not": "not ",
    "letters": "A and B and C and ",
    "hyphens": "top-",
    "countries": "France and Germany and ",
    "bodies": "the World Bank, NATO, the UN, ",
    "verbs": "came and saw and left and ",
    "nested": "said “he said ‘",
    "of": "the head of ",
    "ranges": "1-2 May, ",
    "years": "2001 to 2002 ",
    "first-year": "on 1 January 0001 or ",
    "last-year": "by 31 December 9999 or ",
    "quotations": "“We left,” he said. ",
    "speakers": "He said she said ",
}
_LINES = {
    "paragraphs": "<p>The council met.</p>",
    "letters-alone": "<p>x</p>",
    "open": "<div><p><b>The council met ",
    "rows": "<table><tr><td>The council<td>met",
    "dump": "The council met.\n\n",
}


def _after_story(unit: str, first: str = "") -> Callable[[int], str]:
    return lambda size: STORY + first + unit * (size // len(unit)) + "."


def _html(unit: str) -> Callable[[int], str]:
    return lambda size: f"<html><body><h1>Council</h1><p>{STORY}</p>" + unit * (size // len(unit))


#: By its name, what makes a page of so many characters.
GROWN: dict[str, Callable[[int], str]] = {
    **{name: _after_story(sign) for name, sign in _SIGNS.items()},
    **{f"chain-{name}": _after_story(unit, "He ") for name, unit in _CHAINS.items()},
    **{f"lines-{name}": _html(unit) for name, unit in _LINES.items()},
}

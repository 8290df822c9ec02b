"""The names of the numbers that a line's layout is measured in."""

from functools import lru_cache

_KINDS_WORDS = "byline caption correction credit furniture home live modified paywall published related"
KINDS = tuple(_KINDS_WORDS.split())
_HINTS_WORDS = (
    "article body byline caption cell comments correction credit date figure furniture head headline hidden item live "
    "main quote related section standfirst"
)
HINTS = tuple(_HINTS_WORDS.split())
_TAGS_WORDS = "p div li h1 h2 h3 td a figcaption blockquote section article tr dd span"
TAGS = tuple(_TAGS_WORDS.split())
#: Marks that hardly tell more where elements do: of dumps only.
PLAIN_MARKS = ('"', "“", "„", "«", "–", "—", "’", "&", "+", "·")
MARKS = ("|", "»", "›", "©", "@", "#", "/", ":", "(", "?", "!", "{", "=", ";", *PLAIN_MARKS)
ENDS = (":", "...", "…", "?", "!", ",", ")", "»")
LEVELS = 4


def _names() -> tuple[str, ...]:
    form = (
        "words sentence closed linked full_link prose capitals upper digits commas sentences letters low bullet quote"
    )
    rest = "days report likeness author credit_end captioned section_name repeated pictured depth closes weight"
    return (
        *form.split(),
        *rest.split(),
        *(f"mark:{mark}" for mark in MARKS),
        *(f"end:{end}" for end in ENDS),
        *(f"row:{kind}" for kind in KINDS),
        *(f"tag:{tag}" for tag in TAGS),
        *(f"hint:{hint}" for hint in HINTS),
        *(f"own:{hint}" for hint in HINTS),
    )


NAMES = _names()
REACHES = (4, 10, 25)
_PLACES_WORDS = (
    "share top bottom size headline below above_headline below_headline just_below just_above near_below near_above "
    "prose_share prose_before prose_after lead prose_total"
)
_BOX_WORDS = "share density links lines"
#: Of how far a line's words recur (see ``recurrence``), of dumps only.
RECURRENCES = ("common", "recurs", "recurs_often", "headline", "new", "copies", "first_copy", "last_copy")
_SHAPE_WORDS = "lines words linked sentences prose"
_CLAIM_WORDS = "body description made unmade"
#: Names of all numbers of a line, in their order.
COLUMNS = (
    *NAMES,
    *(f"{what}{side}{reach}" for what in ("prose", "links") for reach in REACHES for side in "-+"),
    *(f"place:{name}" for name in _PLACES_WORDS.split()),
    "after:closing",
    "after:comments",
    *(f"claim:{name}" for name in _CLAIM_WORDS.split()),
    *(f"shape:{name}" for name in _SHAPE_WORDS.split()),
    *(f"words:{name}" for name in RECURRENCES),
    *("box:before", "box:after", "box:main", "box:inside"),
    *(f"box:{name}-{level}" for level in range(1, LEVELS + 1) for name in _BOX_WORDS.split()),
)
_PLAIN = frozenset((*(f"mark:{mark}" for mark in PLAIN_MARKS), *(f"words:{name}" for name in RECURRENCES)))


def columns_of(kind: str) -> tuple[str, ...]:
    """Give the names of the numbers that the model of a kind sees: ``html``, or ``dump``, which has some more."""
    return tuple(COLUMNS[place] for place in places_of(kind))


@lru_cache
def places_of(kind: str) -> tuple[int, ...]:
    """Give where in ``COLUMNS`` they stand."""
    return tuple(place for place, name in enumerate(COLUMNS) if kind == "dump" or name not in _PLAIN)

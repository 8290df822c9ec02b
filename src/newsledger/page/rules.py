"""The room's word lists, made ready for its readers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema, words_by_class
from newsledger.page.blocks.model import BlockModel, load_model
from newsledger.page.markup.metadata import Trust, read_trust
from newsledger.page.words.address import AddressRules
from newsledger.page.words.origins import OriginRules
from newsledger.page.words.phrases import Phrases, rarest_words

_MEANS = frozenset(
    {
        "byline",
        "caption",
        "correction",
        "credit",
        "furniture",
        "home",
        "live",
        "modified",
        "paywall",
        "published",
        "related",
    }
)
_DATED = frozenset({"published", "modified"})
_HINTS = frozenset(
    {
        "body",
        "byline",
        "caption",
        "comments",
        "correction",
        "credit",
        "date",
        "furniture",
        "headline",
        "live",
        "related",
        "section",
        "standfirst",
    }
)

_KINDS = frozenset(
    {
        "address",
        "base",
        "body",
        "breadcrumb",
        "byline",
        "canonical_url",
        "description",
        "desk",
        "free",
        "headline",
        "language",
        "modified",
        "origin",
        "published",
        "publisher",
        "section",
        "tier",
        "time",
        "wall",
        "words",
    }
)
_NOTICES = frozenset({"blocked", "cookies", "correction", "cut", "label", "metered", "mirror", "wall"})

SCHEMAS: Mapping[str, Schema] = {
    "addresses": Schema(
        columns=("kind", "pattern", "becomes", "canonical", "example"),
        key=("kind", "pattern"),
        codes={"kind": frozenset({"host", "parameter", "path", "wrapper"})},
    ),
    "agencies": Schema(columns=("name", "agency", "example"), key=("name",)),
    "caption_verbs": Schema(columns=("verb", "example"), key=("verb",)),
    "classes": Schema(columns=("word", "hint", "example"), key=("word",), codes={"hint": _HINTS}),
    "date_cues": Schema(
        columns=("phrase", "means", "example"),
        key=("phrase",),
        codes={"means": frozenset({"published", "modified", "other"})},
    ),
    "metadata": Schema(
        columns=("key", "kind", "trust", "example"),
        key=("key", "kind"),
        codes={"kind": _KINDS, "trust": frozenset("123456789")},
    ),
    "months": Schema(columns=("word", "number", "example"), key=("word",)),
    "notices": Schema(
        columns=("phrase", "place", "means", "example"),
        key=("phrase", "place"),
        codes={"place": frozenset({"whole", "start", "end", "any"}), "means": _NOTICES},
    ),
    "origins": Schema(
        columns=("phrase", "side", "names", "example"),
        key=("phrase",),
        codes={"side": frozenset({"before", "after"}), "names": frozenset({"agency", "any"})},
    ),
    "phrases": Schema(
        columns=("phrase", "place", "means", "closes", "example"),
        key=("phrase", "place"),
        codes={
            "place": frozenset({"whole", "start", "end", "any"}),
            "means": _MEANS,
            "closes": frozenset({"yes"}),
        },
    ),
    "sections": Schema(columns=("name", "example"), key=("name",)),
    "staff": Schema(columns=("words", "example"), key=("words",)),
    "weekdays": Schema(columns=("word", "number", "example"), key=("word",)),
    "word_classes": Schema(columns=("class", "word", "example"), key=("class", "word")),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # equal to itself alone: a key of what is kept
class Rules:
    """The room's word lists by what its readers ask them.

    Attributes:
        addresses: What is no part of an article's own address.
        agencies: Rows by the agency's name or letters, in lower case.
        agency_words: A word of each agency's name, in lower case.
        caption_verbs: Rows by the verbs, in the present tense, with which captions tell what is seen.
        classes: Words of one kind that a condition asks for.
        credit_words: A word of each phrase that tells a picture's credit, and of each agency's name.
        date_cues: What words before a date say that it is the date of, in lower case.
        hints: What a class, id or property of HTML means, by its words written together.
        notices: Phrases of pay walls, consent notices, mirrors and corrections.
        months: Number of a month by its name in any of the languages, in lower case.
        phrases: Phrases that tell what a line is.
        origins: Words that tell where a whole report comes from.
        models: Gives the block model for lines of ``html`` or of a ``dump``.
        sections: Names of a site's sections, in lower case.
        staff: What stands in a byline in place of a name, in lower case.
        trust: What each key of the markup tells, and how far it is trusted.
        weekdays: ISO number of a weekday by its name in any of the languages, in lower case.
    """

    addresses: AddressRules
    agencies: Mapping[str, Row]
    agency_words: frozenset[str]
    caption_verbs: Mapping[str, Row]
    classes: Mapping[str, frozenset[str]]
    credit_words: frozenset[str]
    date_cues: Mapping[str, str]
    hints: Mapping[str, str]
    months: Mapping[str, int]
    notices: Phrases
    origins: OriginRules
    phrases: Phrases
    sections: frozenset[str]
    staff: frozenset[str]
    trust: Trust
    weekdays: Mapping[str, int]
    models: Callable[[str], BlockModel] = load_model

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        classes = words_by_class(lexicons["word_classes"])
        phrases = Phrases.build(lexicons["phrases"].rows)
        agency_words = rarest_words(row["name"] for row in lexicons["agencies"].rows)
        credits_ = rarest_words(row["phrase"] for row in lexicons["phrases"].rows if row["means"] == "credit")
        dated = {words: row["means"] for words, row in phrases.start.items() if row["means"] in _DATED}
        return cls(
            addresses=AddressRules.build(lexicons["addresses"].rows, classes["second_level"]),
            agencies={row["name"]: row for row in lexicons["agencies"].rows},
            agency_words=agency_words,
            classes=classes,
            caption_verbs={row["verb"]: row for row in lexicons["caption_verbs"].rows},
            credit_words=frozenset({*agency_words, *credits_, *classes["picture"]}),
            date_cues=dated | {row["phrase"]: row["means"] for row in lexicons["date_cues"].rows},
            hints={row["word"]: row["hint"] for row in lexicons["classes"].rows},
            months={row["word"]: int(row["number"]) for row in lexicons["months"].rows},
            notices=Phrases.build(lexicons["notices"].rows),
            origins=OriginRules.build(lexicons["origins"].rows),
            phrases=phrases,
            sections=frozenset(row["name"] for row in lexicons["sections"].rows),
            staff=frozenset(row["words"] for row in lexicons["staff"].rows),
            trust=read_trust(lexicons["metadata"].rows),
            weekdays={row["word"]: int(row["number"]) for row in lexicons["weekdays"].rows},
        )

"""The room's word lists, made ready for its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema
from newsledger.page.words.phrases import Phrases

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
_HINTS = frozenset(
    {
        "body",
        "byline",
        "caption",
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

SCHEMAS: Mapping[str, Schema] = {
    "agencies": Schema(columns=("name", "agency", "example"), key=("name",)),
    "caption_verbs": Schema(columns=("verb", "example"), key=("verb",)),
    "classes": Schema(columns=("word", "hint", "example"), key=("word",), codes={"hint": _HINTS}),
    "months": Schema(columns=("word", "number", "example"), key=("word",)),
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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its readers ask them.

    Attributes:
        agencies: Rows by the agency's name or letters, in lower case.
        caption_verbs: Rows by the verbs, in the present tense, with which captions tell what is seen.
        hints: What a class, id or property of HTML means, by its words written together.
        months: Number of a month by its name in any of the languages, in lower case.
        phrases: Phrases that tell what a line is.
        sections: Names of a site's sections, in lower case.
    """

    agencies: Mapping[str, Row]
    caption_verbs: Mapping[str, Row]
    hints: Mapping[str, str]
    months: Mapping[str, int]
    phrases: Phrases
    sections: frozenset[str]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        return cls(
            agencies={row["name"]: row for row in lexicons["agencies"].rows},
            caption_verbs={row["verb"]: row for row in lexicons["caption_verbs"].rows},
            hints={row["word"]: row["hint"] for row in lexicons["classes"].rows},
            months={row["word"]: int(row["number"]) for row in lexicons["months"].rows},
            phrases=Phrases.build(lexicons["phrases"].rows),
            sections=frozenset(row["name"] for row in lexicons["sections"].rows),
        )

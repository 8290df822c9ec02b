"""The room's word lists, made ready for its readers."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Row, Schema

SCHEMAS: Mapping[str, Schema] = {
    "agencies": Schema(columns=("name", "agency", "example"), key=("name",)),
    "months": Schema(columns=("word", "number", "example"), key=("word",)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its readers ask them.

    Attributes:
        agencies: Rows by the agency's name or letters, in lower case.
        months: Number of a month by its name in any of the languages, in lower case.
    """

    agencies: Mapping[str, Row]
    months: Mapping[str, int]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        return cls(
            agencies={row["name"]: row for row in lexicons["agencies"].rows},
            months={row["word"]: int(row["number"]) for row in lexicons["months"].rows},
        )

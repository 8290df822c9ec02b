"""The room's word lists, made ready for its finders."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.lexicon import Lexicon, Schema

SCHEMAS: Mapping[str, Schema] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The room's word lists by what its finders ask them."""

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":  # noqa: ARG003
        """Make the rules from the lexicons named in ``SCHEMAS``."""
        return cls()

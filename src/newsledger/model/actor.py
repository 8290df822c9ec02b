"""Who is mentioned, and who is the same."""

from dataclasses import dataclass
from typing import Literal

from newsledger.model.span import Span

ActorKind = Literal["person", "country", "government", "organisation", "group", "role"]
MentionForm = Literal["name", "short", "role", "pronoun", "definite", "metonym", "demonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name an actor; the ``rule`` is the link that gave them to that actor."""

    start: int
    end: int
    form: MentionForm
    rule: str

    @property
    def span(self) -> Span:
        """The mention's place in the text."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that may name an actor, before it is known who that is. Not part of a Record.

    Attributes:
        head: Index of the head token in ``Annotated.tokens``.
        kind: What it names, as far as the words tell.
        name: Normalised name without title, None for pronouns and bare descriptions.
        country: ISO 3166-1 alpha-3, as far as the words tell.
        sector: PLOVER sector code, as far as the words tell.
        role: Office or function in the words ("foreign minister"), or None.
        plural: It names more than one.
        gender: ``m``, ``f``, ``n`` (a thing), or None where the words do not tell.
        rule: The lexicon row or rule that found it.
    """

    span: Span
    head: int
    form: MentionForm
    kind: ActorKind | None
    name: str | None
    country: str | None
    sector: str | None
    role: str | None
    plural: bool
    gender: Literal["m", "f", "n"] | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone who acts or is acted on: one for each entity of an article.

    Attributes:
        key: The same for the same entity in any article: normalised name, country and kind.
        country: ISO 3166-1 alpha-3 (``XKX`` for Kosovo, ISO 3166-3 for states that are gone), where words or the
            lists say it; else None.
        sector: PLOVER sector code, or None.
        role: The office or function that the text gives it, or None.
        mentions: In text order. Words that name several actors stand in each of them.
        country_inferred: Where no words say it, the country that the article is mostly about, for officials, police,
            courts, lawmakers and parties; else None.
        country_confidence: How likely ``likely_country`` is right, 0 to 1; None without one, and in older records.
        country_reasons: The features that raised (``+``) or lowered (``-``) it most, the weightiest first.
    """

    id: str
    key: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    role: str | None
    mentions: tuple[Mention, ...]
    country_inferred: str | None = None
    country_confidence: float | None = None
    country_reasons: tuple[str, ...] = ()

    @property
    def likely_country(self) -> str | None:
        """The country that is said or, where none is, the one that may be inferred."""
        return self.country or self.country_inferred

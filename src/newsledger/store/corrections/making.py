"""Makes corrections out of what persons say. Pure: who and when are arguments."""

from dataclasses import dataclass, replace
from typing import Literal

from newsledger.model import Correction, Judgeable, correction_id
from newsledger.store.corrections.fields import check_value, check_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Who judges, when, and why.

    Attributes:
        at: ISO 8601 by Greenwich, to the millisecond.
    """

    by: str
    at: str
    why: str | None = None


def corrected(
    finding: tuple[str, Judgeable],
    verdict: Literal["right", "wrong", "not_there"],
    judge: Judge,
    *,
    field: str | None = None,
    value: str | None = None,
    once: bool = False,
) -> Correction:
    """Say what a person judged of a finding.

    Args:
        finding: Its id and kind.
        verdict: What was judged.
        judge: Who judged.
        field: Of what is wrong: which field.
        value: What should stand there.
        once: It may be a word that older versions had.

    Raises:
        ValueError: These do not go together, or the finding has no such field or value.
    """
    identifier, kind = finding
    if (field is not None or value is not None) and verdict != "wrong":
        raise ValueError(f"found a field or a value of what is {verdict}, expected them with 'wrong' only")
    if value is not None and field is None:
        raise ValueError("found a value without a field, expected both, or the field alone")
    if field is not None:
        check_value(kind, field, value, once=once)
    check_words("value", value)
    return _made(
        Correction(
            id="", finding=identifier, kind=kind, verdict=verdict, field=field, value=value, by=judge.by, at=judge.at
        ),
        judge,
    )


def same_or_other(pair: tuple[str, str], verdict: Literal["same", "other"], judge: Judge) -> Correction:
    """Say that two actors of articles are one person, or that they are two.

    Raises:
        ValueError: They are one and the same actor.
    """
    first, second = sorted(pair)
    if first == second:
        raise ValueError(f"found {first} twice, expected two actors")
    made = Correction(
        id="", finding=first, kind="actor", verdict=verdict, other=second, by=judge.by, at=judge.at, why=judge.why
    )
    return _made(made, judge)


def undoing(correction: Correction, judge: Judge) -> Correction:
    """Take a correction back; taking that back brings it to stand again."""
    made = Correction(
        id="",
        finding=correction.finding,
        kind=correction.kind,
        verdict="undone",
        undoes=correction.id,
        by=judge.by,
        at=judge.at,
    )
    return _made(made, judge)


def checked(correction: Correction) -> Correction:
    """Give a correction that comes from elsewhere, once it is checked.

    Raises:
        ValueError: It says nothing that can be said, or its id is not that of what it says.
    """
    if correction.id != correction_id(correction):
        raise ValueError(f"found the correction {correction.id}, expected the id of what it says")
    judge = Judge(by=correction.by, at=correction.at, why=correction.why)
    if correction.verdict == "same" or correction.verdict == "other":  # noqa: PLR1714 - what mypy follows
        again = same_or_other((correction.finding, correction.other or ""), correction.verdict, judge)
    elif correction.verdict == "undone":
        again = undoing(replace(correction, id=correction.undoes or ""), judge)
    else:
        finding = (correction.finding, correction.kind)
        said = (correction.field, correction.value)
        again = corrected(finding, correction.verdict, judge, field=said[0], value=said[1], once=True)
    if again != correction:
        raise ValueError(f"found fields in the correction {correction.id} that do not go together")
    return correction


def _made(correction: Correction, judge: Judge) -> Correction:
    check_words("a name", judge.by)
    check_words("a reason", judge.why)
    said = replace(correction, why=judge.why)
    return replace(said, id=correction_id(said))

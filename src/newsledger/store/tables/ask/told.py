"""Which stories and happenings there are, whoever tells of them."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Count, HappeningRow, Page, StoryRow
from newsledger.store.groups import HeldTold, ToldMember
from newsledger.store.questions import HappeningQuestion, Measure, StoryQuestion, cursor, position, read_query
from newsledger.store.tables.ask.match import Wording
from newsledger.store.tables.ask.rows import (
    DATED,
    NO_DAY,
    Values,
    as_decided,
    in_order,
    left_out,
    less_sure,
    number_of,
    ordinals_between,
    origin,
    page,
    page_of,
    passage,
    state_on,
    states_asked,
    unknown_codes,
)
from newsledger.store.tables.ask.who import find_who
from newsledger.store.tables.corrections import Asking, as_judged, given, judged_out, lay_over_happenings, near, spared
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

#: The states of what is told in a standing.
_STATES = {
    "happened": ["happened"],
    "ongoing": ["under_way"],
    "planned": ["planned", "dated", "moved"],
    "hypothetical": ["hinted"],
    "alleged": ["hinted"],
    "denied": ["denied", "called_off"],
}
_LETTERS = {"year": 4, "month": 7, "day": 10}
#: More rows than there are.
_ALL = (1 << 63) - 1


def waiting(connection: Connection) -> int:
    """Count what is still to be grouped."""
    return int(connection.execute(load("told")["waiting"]).fetchone()["number"])


def ask_stories(connection: Connection, question: StoryQuestion, limit: int, after: str | None) -> Page[StoryRow]:
    """Answer with stories, those first that were told of last."""
    place = position(question, after, int)
    values: Values = {
        **ordinals_between(question.since, None, int(place[0]) if place else None),
        "last_day": question.until,
        "articles": question.articles,
        "match": Wording(read_query(question.about)) if question.about else None,
        "limit": limit + 1,
    }
    ordinals = [row[0] for row in connection.execute(load("told").given("stories", values), values)]
    rows, more = page_of(question, ordinals, limit, lambda shown: _stories(connection, shown, question))
    if place is not None:
        return page(rows, more, ())
    days, undated = (question.since, question.until), {**values, **spared(connection, question), "last_day": None}
    return page(rows, more, left_out(connection, "stories", undated, days, "story", file="told"))


def _stories(connection: Connection, ordinals: Sequence[int], question: Asking) -> list[StoryRow]:
    sql = given("told", "story_rows", {**spared(connection, question), "told": True})
    return [
        StoryRow(
            id=row["id"],
            first_day=row["first_day"],
            last_day=row["last_day"],
            articles=row["articles"],
            reports=row["reports"],
            copies=row["articles"] - row["reports"],
            happenings=row["happenings"],
            article=origin(row),
        )
        for row in in_order(connection, sql, ordinals)
    ]


def story(connection: Connection, identifier: str, *, corrections: bool) -> HeldTold:
    """Give a story by its id, or by that of any of its articles."""
    question = StoryQuestion(corrections=corrections)
    found = connection.execute(load("told")["story_with"], {"id": identifier}).fetchone()
    if found is None:
        raise AbsentError(f"found no story {identifier!r}, expected the id of one, as 'newsledger stories' shows it")
    values = {"ordinal": found["ordinal"], **spared(connection, question)}
    rows = connection.execute(load("told")["story_members"], values).fetchall()
    names = {row["place"]: row["article_id"] for row in rows}
    members = tuple(
        ToldMember(
            article=origin(row),
            original=names.get(row["original"], row["article_id"]),
            nearest=names.get(row["other"]),
            why=row["why"],
        )
        for row in rows
    )
    chains = tuple(row["told"] for row in connection.execute(given("told", "story_chains", values), values))
    return HeldTold(row=_stories(connection, [found["ordinal"]], question)[0], members=members, chains=chains)


def happening(connection: Connection, identifier: str, today: str) -> tuple[HappeningRow, str]:
    """Give a happening by its id, whole or short, or by that of a mention or finding, and all of it as JSON."""
    found: SqlRow | None = connection.execute(load("told")["chain_with"], {"id": identifier}).fetchone()
    found = found or near(connection, identifier)
    # Asked for by its name it is told, whatever was judged of its findings.
    rows = _rows(connection, [found["ordinal"]], (today, None), is_board=False) if found is not None else []
    rows = lay_over_happenings(connection, rows)
    if found is None or not rows:
        raise AbsentError(f"found no happening {identifier!r}, expected the id of one, as 'newsledger events' shows it")
    return rows[0], found["told"]


def originals(connection: Connection, articles: Sequence[str]) -> dict[str, str]:
    """Give for each article the first one that was made from the same text."""
    rows = connection.execute(load("told")["originals"], {"articles": json.dumps(articles)})
    return {row["id"]: row["original"] for row in rows}


def ask_happenings(
    connection: Connection, question: HappeningQuestion, limit: int, after: str | None
) -> Page[HappeningRow]:
    """Answer with happenings: the newest first; of what was expected, what is due next, or was due last, first."""
    is_back = question.state == "overdue"
    place = position(question, after, *((str, str) if question.expected else (int,)))
    values, notes = _values(connection, question)
    if question.expected:
        start = (f"{NO_DAY}~", "") if is_back else ("", "")
        due, identifier = place or start
        values |= {"after_due": due, "after_id": identifier}
        values |= {"forward": None if is_back else 1, "backward": 1 if is_back else None}
    else:
        bounds = ordinals_between(question.since, question.until, int(place[0]) if place else None)
        values |= {"before": bounds["until"], "since": bounds["since"], "newest": 1}
    values["limit"] = limit + 1
    found = connection.execute(given("told", "chosen_chains", values), values).fetchall()
    keys: list[Any] = [(row["due"], row["id"]) if question.expected else row["ordinal"] for row in found]
    ordinals = {key: row["ordinal"] for key, row in zip(keys, found, strict=True)}

    def load_rows(shown: Sequence[Any]) -> list[HappeningRow]:
        told = (question.today, values["spared"])
        rows = _rows(connection, [ordinals[key] for key in shown], told, is_board=question.expected)
        return lay_over_happenings(connection, rows) if question.corrections else rows

    rows, more = page_of(question, keys, limit, load_rows)
    if place is None:
        if not question.expected:
            days = (question.since, question.until)
            notes += left_out(connection, "chosen_chains", {**values, "before": DATED}, days, "happening", file="told")
        notes += less_sure(connection, "chosen_chains", values, "happening", file="told")
        notes += judged_out(connection, "chosen_chains", values, "happening", file="told")
    codes = () if rows or place else unknown_codes(connection, question.mode, question.other_kind)
    return page(rows, more, (*notes, *codes))


def choose_happenings(connection: Connection, question: HappeningQuestion) -> Iterator[str]:
    """Give the happenings that a question asks for, by their ids, in no order."""
    values, _ = _values(connection, question)
    bounds = ordinals_between(question.since, question.until, None)
    values |= {"limit": _ALL} | ({} if question.expected else {"before": bounds["until"], "since": bounds["since"]})
    for row in connection.execute(load("told").given("chosen_chains", values), values):
        yield row["id"]


def number_of_happenings(connection: Connection, question: HappeningQuestion, most: int) -> int:
    """Say how many happenings a question asks for, and no more than so many."""
    values, _ = _values(connection, question)
    bounds = ordinals_between(question.since, question.until, None)
    values |= {"limit": most} | ({} if question.expected else {"before": bounds["until"], "since": bounds["since"]})
    return number_of(connection, given("told", "chosen_chains", values), values)


def _values(connection: Connection, question: HappeningQuestion) -> tuple[Values, tuple[str, ...]]:
    values: Values = {
        "board": 1 if question.expected and not question.everything else None,
        "told": None if question.expected or question.everything else 1,
        "event_type": question.event_type or ("OTHER" if question.other_kind else None),
        "other_kind": question.other_kind,
        "mode": question.mode,
        "place_country": question.country,
        "least": question.least,
        "begun": question.begun,
        **spared(connection, question),
        **_states(question),
    }
    values |= as_decided(connection, question, values)
    if question.expected:
        values |= _last_days(question, values)
    notes: list[str] = []
    for role in ("actor", "recipient", "holder"):
        name = getattr(question, role)
        if name is not None:
            who, told = find_who(connection, name, corrections=question.corrections)
            notes += told
            values |= {role: 1, f"{role}_keys": json.dumps(who.keys) if who.keys else None}
            values |= {f"{role}_country": who.country, f"{role}_sector": who.sector}
    return values, tuple(dict.fromkeys(notes))


def _last_days(question: HappeningQuestion, values: Values) -> Values:
    """Narrow the last days of a state to those that are asked for."""
    if question.undated:
        return {"first_due": NO_DAY, "last_due": NO_DAY}
    firsts = [day for day in (values.get("first_due"), question.since) if day]
    lasts = [day for day in (values.get("last_due"), question.until) if day]
    return {"first_due": max(firsts, default=None), "last_due": min(lasts, default=None)}


def _states(question: HappeningQuestion) -> Values:
    """Say which states and last days are asked for."""
    if question.standing is not None:
        return {"states": json.dumps(_STATES[question.standing])}
    state = question.state or ("open" if question.expected and question.due is None else None)
    return states_asked(state, question.due, date.fromisoformat(question.today))


def _rows(
    connection: Connection, ordinals: Sequence[int], told: tuple[str, bool | None], *, is_board: bool
) -> list[HappeningRow]:
    """Load happenings by their ordinals, on a day, with or without what was judged not to be there."""
    today, spares = told
    values = {"ordinals": json.dumps(ordinals), "board": is_board, "spared": spares}
    sql = load("told").given("chain_rows", values)
    found = {row["ordinal"]: row for row in connection.execute(sql, values)}
    return [_row(found[ordinal], today) for ordinal in ordinals if ordinal in found]


def _row(row: SqlRow, today: str) -> HappeningRow:
    people = [party for party in json.loads(row["told"]).get("parties", ()) if party["kind"] == "person"]
    actors = _in_full(dict.fromkeys([*json.loads(row["actors"]), *json.loads(row["holders"])]), people)
    recipients = _in_full(json.loads(row["recipients"]), people)
    return HappeningRow(
        id=row["id"],
        story=row["story_id"],
        act=row["act"],
        state=state_on(row["state"], row["latest"], today),
        since=row["since"],
        why=row["why"],
        earliest=row["earliest"],
        due=row["latest"],
        day=row["day"],
        actors=actors,
        recipients=tuple(name for name in recipients if name not in actors),
        event_type=row["event_type"],
        other_kind=row["other_kind"],
        mode=row["mode"],
        place=row["place"],
        country=row["place_country"],
        mentions=row["mentions"],
        articles=row["articles"],
        reports=row["reports"],
        copies=row["copies"],
        confidence=row["confidence"],
        article=origin(row),
        words=passage(row),
    )


def _in_full(names: Collection[str], people: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Leave out what other articles call a person who stands beside it: by his office alone, or by his last name.

    "President", "Berg" and "Karl Berg" are one whom three articles name.
    """
    shown = {name.lower() for name in names}
    named = [one for one in people if any(_is_called(one["name"], name) for name in shown)]
    offices = {one["role"] for one in named}
    full = {one["name"] for one in named} & shown
    return tuple(
        name for name in names if name.lower() not in offices and not any(_ends(one, name.lower()) for one in full)
    )


def _is_called(full: str, name: str) -> bool:
    return full == name or _ends(full, name)


def _ends(full: str, name: str) -> bool:
    """Say whether a name is the end of a fuller one."""
    return full.endswith(f" {name}")


def count_happenings(
    connection: Connection, question: HappeningQuestion, by: Measure, limit: int, after: str | None
) -> Page[Count]:
    """Count happenings, the independent reports of them, and copies: by time in its order, else the most first."""
    asked = (question, by)
    place = position(asked, after, int)
    values, notes = _values(connection, question)
    bounds = ordinals_between(question.since, question.until, None)
    values |= {"before": bounds["until"], "since": bounds["since"], "limit": _ALL}
    values |= {"letters": _LETTERS.get(by), "by_role": by if by in ("actor", "recipient") else None, f"by_{by}": 1}
    chosen = given("told", "chosen_chains", values)
    sql = load("told").given("count_chains", values).replace("(chosen)", f"({chosen})")
    sql = as_judged(connection, sql, corrections=question.corrections)
    rows = connection.execute(sql, values).fetchall()
    rows.sort(key=lambda row: row["value"] or "" if by in _LETTERS else (-row["happenings"], row["value"] or ""))
    start = int(place[0]) if place else 0
    shown = rows[start : start + limit]
    names = _names(connection, [row["value"] for row in shown]) if values["by_role"] else {}
    counts = tuple(
        Count(
            value=row["value"],
            name=names.get(row["value"], row["value"] or "not known").replace("_", " "),
            happenings=row["happenings"],
            mentions=row["mentions"],
            reports=row["reports"],
            copies=row["copies"],
        )
        for row in shown
    )
    if place is None:
        notes += judged_out(connection, "chosen_chains", values, "happening", file="told")
    more = cursor(asked, (start + limit,)) if len(rows) > start + limit else None
    return Page(rows=counts, after=more, notes=notes)


def _names(connection: Connection, keys: Sequence[Any]) -> dict[str, str]:
    rows = connection.execute(load("ask")["names"], {"keys": json.dumps(keys)})
    return {row["key"]: row["name"] for row in rows}

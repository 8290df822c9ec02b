"""What a ledger holds: its articles, the newest first, its sources, its runs, and what versions changed."""

from newsledger.errors import AbsentError
from newsledger.model import Listed, Outlet, Page, Revision, Run
from newsledger.store.questions import ArticleQuestion, position
from newsledger.store.tables.ask.rows import Values, in_order, ordinals_between, origin, page_of, revisions_of
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

#: So many letters of an article's beginning, up to the end of a word.
_OPENING = 240


def ask_articles(connection: Connection, question: ArticleQuestion, limit: int, after: str | None) -> Page[Listed]:
    """Answer with the articles, each in its newest version, the newest first."""
    place = position(question, after, int)
    values: Values = {
        "publisher": question.publisher or None,
        "nobody": True if question.publisher == "" else None,
        "changed": True if question.changed else None,
        "beyond": question.beyond,
        "limit": limit + 1,
        **ordinals_between(question.since, question.until, int(place[0]) if place else None),
    }
    ordinals = [row[0] for row in connection.execute(load("inventory").given("articles", values), values)]
    sql = load("inventory")["article_rows"]
    rows, more = page_of(
        question, ordinals, limit, lambda shown: [_listed(row) for row in in_order(connection, sql, shown)]
    )
    return Page(rows=rows, after=more, notes=())


def last_number(connection: Connection) -> int:
    """Give the number of the text that came last; 0 where there is none."""
    return int(connection.execute(load("inventory")["last_number"]).fetchone()[0])


def outlets(connection: Connection) -> tuple[Outlet, ...]:
    """Give the publishers, those of the most articles first."""
    return tuple(Outlet(**dict(row)) for row in connection.execute(load("inventory")["outlets"]))


def runs(connection: Connection, *, limit: int, below: int | None) -> tuple[Run, ...]:
    """Give the runs, the last first."""
    found = connection.execute(load("inventory")["runs"], {"limit": limit, "below": below or 1 << 62}).fetchall()
    if not found:
        return ()
    between = {"first": found[-1]["run"], "last": found[0]["run"]}
    captures, failed = (
        {row["run"]: row["number"] for row in connection.execute(load("inventory")[name], between)}
        for name in ("captures_by_run", "failures_by_run")
    )
    return tuple(
        Run(**dict(row), captures=captures.get(row["run"], 0), failed=failed.get(row["run"], 0)) for row in found
    )


def revisions(connection: Connection, article: str, *, limit: int) -> tuple[Revision, ...]:
    """Give what each of the last versions of an article changed in the one before, by the id of any of them."""
    row = connection.execute(load("inventory")["work"], {"id": article}).fetchone()
    if row is None:
        raise AbsentError(f"found no article {article!r}, expected the id of one in the ledger")
    values = {"work": row["work"], "limit": limit + 1}
    versions = reversed(connection.execute(load("inventory")["last_versions"], values).fetchall())
    return revisions_of(versions)


def home_of(connection: Connection, finding: str) -> str:
    """Give the id of the article that a finding stands in."""
    row = connection.execute(load("inventory")["home_of"], {"id": finding}).fetchone()
    if row is None:
        raise AbsentError(f"found no finding {finding!r}, expected the id of one in the ledger")
    return str(row["id"])


def _listed(row: SqlRow) -> Listed:
    words = " ".join(row["opening"].split())
    opening = words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0]} …"
    return Listed(article=origin(row), versions=row["version"], opening=opening)

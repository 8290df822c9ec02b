"""The review as a client meets it: who may write, what is kept, what every page then shows."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html
from starlette.testclient import TestClient

from ledger.grouped import put
from ledger.people import three_spellings
from newsledger.cli import main
from newsledger.ledger.grouping import regroup_judged
from newsledger.model import SHOWN_FROM
from newsledger.store import ActorQuestion, EventQuestion, open_ledger
from newsledger.web import Settings, Writing, application
from newsledger.web.guard import POLICY
from web.conftest import TODAY, site

TOKEN = "a-token-that-nobody-guesses"  # noqa: S105 - of this test alone
HOST = "127.0.0.1:8765"
OWN = {"origin": f"http://{HOST}"}
Maker = Callable[..., TestClient]


@pytest.fixture
def path(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of one's own, to be written to."""
    with open_ledger(ledger) as store:
        store.backup(tmp_path / "own.db")
    return tmp_path / "own.db"


def writable(path: Path, *, prefix: str = "") -> TestClient:
    minutes = count()
    moment = lambda: f"2026-03-02T12:{next(minutes):02}:00.000+00:00"  # noqa: E731 - each a minute later
    writing = Writing(token=TOKEN, moment=moment, regroup=regroup_judged)
    settings = Settings(today=lambda: TODAY, prefix=prefix, writing=writing)
    made = application(partial(open_ledger, path), settings)
    return TestClient(made, base_url=f"http://{HOST}", headers=OWN, follow_redirects=False)


def enter(client: TestClient, prefix: str = "") -> TestClient:
    answer = client.post(f"{prefix}/review/enter", data={"by": "Ann", "token": TOKEN})
    assert answer.status_code == 303
    return client


@pytest.fixture
def ann(path: Path) -> TestClient:
    return enter(writable(path))


def form_of(client: TestClient, address: str, verdict: str) -> dict[str, str]:
    """Give what the form for a verdict sends that stands on a page."""
    tree = html.document_fromstring(client.get(address).text)
    for form in tree.xpath("//form[@method='post']"):
        inputs = form.xpath(".//input[@name and not(@type='checkbox')]")
        said = {one.get("name"): one.get("value", "") for one in inputs}
        said |= {one.get("name"): one.value or "" for one in form.xpath(".//select")}
        buttons = {one.get("value") for one in form.xpath(".//button[@name='verdict']")}
        if said.get("verdict") == verdict or verdict in buttons:
            return said | {"verdict": verdict}
    raise AssertionError(f"no form for {verdict}")


def judge(client: TestClient, address: str, verdict: str, **changes: str) -> str:
    """Send the form for a verdict, and give the address that follows."""
    answer = client.post(urlsplit(address).path, data=form_of(client, address, verdict) | changes)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def log_of(path: Path) -> list[tuple[str, str | None, str | None, str]]:
    with open_ledger(path) as store:
        return [(one.verdict, one.field, one.value, one.by) for one in store.corrections.log()]


def words_of(client: TestClient, address: str) -> str:
    return " ".join(html.document_fromstring(client.get(address).text).text_content().split())


def first_event(path: Path) -> str:
    with open_ledger(path) as store:
        return (
            store.ask_events(EventQuestion(actor="Ghana", standing="happened", least=SHOWN_FROM["events"]), limit=1)
            .rows[0]
            .id
        )


def test_without_a_token_the_site_only_reads(path: Path) -> None:
    client = site(path)

    for address in ("/review", "/review/persons", "/corrections"):
        tree = html.document_fromstring(client.get(address).text)
        assert not tree.xpath("//form[@method='post']")
        assert client.get(address).headers["referrer-policy"] == "no-referrer"
        assert client.post(address, data={}, headers=OWN).status_code == 405
    assert client.get("/review/enter").status_code == 404
    assert "Review" not in html.document_fromstring(client.get("/").text).xpath("//nav")[0].text_content()


def test_who_has_not_given_the_token_cannot_write(path: Path) -> None:
    client = writable(path)
    event = first_event(path)

    assert not html.document_fromstring(client.get("/review").text).xpath("//form[@method='post']")
    for address in ("/review", "/review/persons", "/review/undo", "/review/leave"):
        assert client.post(address, data={"finding": event, "verdict": "right", "mark": ""}).status_code == 403
    assert log_of(path) == []


@pytest.mark.parametrize(
    ("by", "token"),
    [("Ann", "another"), ("Ann", ""), ("", TOKEN), ("x" * 81, TOKEN), ("Ann\x1b[2J", TOKEN), ("Ann", f"{TOKEN}é")],
)
def test_another_token_or_no_name_opens_nothing(path: Path, by: str, token: str) -> None:
    answer = writable(path).post("/review/enter", data={"by": by, "token": token})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_session_is_kept_where_no_script_and_no_other_site_gets_at_it(path: Path) -> None:
    answer = writable(path).post("/review/enter", data={"by": "Ann", "token": TOKEN})
    cookie = answer.headers["set-cookie"]

    assert answer.headers["location"] == "/review"
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
    assert "max-age" not in cookie.lower()
    assert TOKEN not in cookie
    other = writable(path)
    name, _, value = cookie.partition(";")[0].partition("=")
    other.cookies.set(name, value.replace(value[:2], "Qm", 1))
    assert not html.document_fromstring(other.get("/review").text).xpath("//form[@method='post']")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"origin": "https://evil.example"}, 403, id="another-site"),
        pytest.param({"origin": "null"}, 403, id="no-origin-that-is-told"),
        pytest.param({"origin": ""}, 403, id="no-origin"),
        pytest.param({"origin": "http://127.0.0.1:9999"}, 403, id="another-port"),
        pytest.param({"origin": f"http://{HOST}.evil.example"}, 403, id="a-name-that-begins-alike"),
        pytest.param({**OWN, "sec-fetch-site": "cross-site"}, 403, id="the-browser-says-so"),
        pytest.param({**OWN, "content-type": "application/json"}, 415, id="no-form"),
        pytest.param({**OWN, "content-type": "text/plain"}, 415, id="plain-text"),
        pytest.param({**OWN, "host": "evil.example"}, 421, id="another-host"),
    ],
)
def test_a_form_from_elsewhere_is_refused(ann: TestClient, path: Path, headers: Mapping[str, str], status: int) -> None:
    form = form_of(ann, "/review", "right")

    assert ann.post("/review", data=form, headers=dict(headers)).status_code == status
    assert log_of(path) == []


def test_a_form_of_no_session_or_another_one_is_refused(ann: TestClient, path: Path) -> None:
    form = form_of(ann, "/review", "right")
    ben = writable(path)
    ben.post("/review/enter", data={"by": "Ben", "token": TOKEN})

    assert ann.post("/review", data=form | {"mark": ""}).status_code == 403
    assert ann.post("/review", data={name: value for name, value in form.items() if name != "mark"}).status_code == 403
    assert ben.post("/review", data=form).status_code == 403
    assert ann.post("/review", data=form | {"why": "x" * 20_000}).status_code == 400
    odd = ann.post("/review", content=b"mark=\xff", headers={"content-type": "application/x-www-form-urlencoded"})
    assert odd.status_code == 400
    assert log_of(path) == []


def test_a_finding_is_judged_and_the_next_one_comes(ann: TestClient, path: Path) -> None:
    before = form_of(ann, "/review?kind=event", "right")["finding"]
    following = judge(ann, "/review?kind=event", "right")

    assert parse_qs(urlsplit(following).query)["kind"] == ["event"]
    assert "Kept: judged right" in words_of(ann, following)
    assert "1 of 1 judged findings is right: 100 % (95 % interval 21–100 %)" in words_of(ann, following)
    assert form_of(ann, following, "right")["finding"] != before
    assert log_of(path) == [("right", None, None, "Ann")]
    for address in (following, "/review/persons", "/corrections", "/review/enter"):
        answer = ann.get(address)
        assert answer.headers["content-security-policy"] == POLICY
        # Else no browser would say where its form comes from.
        assert answer.headers["referrer-policy"] == "same-origin"


def test_what_was_judged_is_taken_back(ann: TestClient, path: Path) -> None:
    finding = form_of(ann, "/review?kind=event", "not_there")["finding"]
    following = judge(ann, "/review?kind=event", "not_there")
    tree = html.document_fromstring(ann.get(following).text)
    (form,) = tree.xpath("//form[contains(@action, '/review/undo')]")
    answer = ann.post("/review/undo", data={one.get("name"): one.get("value") for one in form.xpath(".//input")})

    assert answer.status_code == 303
    assert form_of(ann, answer.headers["location"], "right")["finding"] == finding
    assert [verdict for verdict, *_ in log_of(path)] == ["not_there", "undone"]


def test_only_the_fields_that_were_changed_are_wrong(ann: TestClient, path: Path) -> None:
    event = first_event(path)
    address = f"/review?at={event}"
    was = form_of(ann, address, "wrong")
    other = "denied" if was["standing"] != "denied" else "happened"

    assert ann.post("/review", data=was).status_code == 400
    judge(ann, address, "wrong", standing=other, actors="", why="read on")

    assert set(log_of(path)) == {("wrong", "standing", other, "Ann"), ("wrong", "actors", None, "Ann")}
    shown = words_of(ann, "/events?actor=Ghana")
    assert f"standing corrected to {other}, was {was['standing']}" in shown
    assert "Ann, 2 Mar 2026: read on" in shown
    assert "standing corrected to" not in words_of(ann, "/events?actor=Ghana&corrections=no")
    assert f"standing corrected to {other}" in words_of(ann, f"/finding/{event}")
    with open_ledger(path) as store:
        home = store.home_of(event)
    assert f"standing corrected to {other}" in words_of(ann, f"/article/{home}?sure=all")
    # What the field says now is what is corrected next.
    assert form_of(ann, address, "wrong")["standing"] == other


def test_what_is_wrong_as_a_whole_needs_no_field(ann: TestClient, path: Path) -> None:
    judge(ann, f"/review?at={first_event(path)}", "whole")

    assert log_of(path) == [("wrong", None, None, "Ann")]


@pytest.mark.parametrize(
    "changes", [{"verdict": "nonsense"}, {"finding": "nobody"}, {"standing": "dreamt", "verdict": "wrong"}]
)
def test_what_no_form_of_ours_sends_is_told(ann: TestClient, path: Path, changes: Mapping[str, str]) -> None:
    form = form_of(ann, f"/review?at={first_event(path)}", "wrong") | dict(changes)

    assert ann.post("/review", data=form).status_code in (400, 404)
    assert log_of(path) == []


def test_what_is_not_there_is_left_out_and_told_on_every_page(ann: TestClient, path: Path) -> None:
    event = first_event(path)
    with open_ledger(path) as store:
        home = store.home_of(event)
    before = ann.get("/events.json").json()["rows"]
    judge(ann, f"/review?at={event}", "not_there")

    after = ann.get("/events.json").json()["rows"]
    assert [row["id"] for row in after] == [row["id"] for row in before if row["id"] != event]
    (link,) = html.document_fromstring(ann.get("/events?actor=Ghana").text).xpath(
        "//a[contains(., '1 event was judged not there')]"
    )
    assert [row["id"] for row in ann.get("/events.json?corrections=no").json()["rows"]] == [row["id"] for row in before]
    assert "With what was judged" in words_of(ann, link.get("href"))
    article = ann.get(f"/article/{home}?sure=all").text
    assert f'id="f-{event}"' not in article
    assert "judged not there" in article
    assert f'id="f-{event}"' in ann.get(f"/article/{home}?sure=all&corrections=no").text


def test_what_was_judged_is_listed_and_goes_to_another_ledger(ann: TestClient, path: Path, ledger: Path) -> None:
    judge(ann, "/review", "right")
    judge(ann, f"/review?at={first_event(path)}", "wrong", place="Elubo")
    shown = words_of(ann, "/corrections")
    file = path.with_suffix(".csv")
    file.write_text(ann.get("/corrections.csv").text)
    with open_ledger(ledger) as store:
        store.backup(path.with_name("other.db"))

    taken = CliRunner().invoke(main, ["correct", "--from", str(file), "--ledger", str(path.with_name("other.db"))])

    assert "2 entries" in shown
    assert "place corrected to Elubo" in shown
    assert taken.exit_code == 0, taken.stderr
    assert log_of(path.with_name("other.db")) == log_of(path)


def test_words_of_a_judge_are_words(ann: TestClient, path: Path) -> None:
    evil = '"><script>alert(1)</script>{{ 7 * 7 }}'
    event = first_event(path)
    judge(ann, f"/review?at={event}", "wrong", actors=evil, why=evil)

    for address in ("/events?actor=Ghana", "/corrections", f"/review?at={event}", f"/finding/{event}"):
        text = ann.get(address).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text
        assert "{{ 7 * 7 }}" in text


def test_persons_are_judged_to_be_one_or_two(tmp_path: Path) -> None:
    path = tmp_path / "people.db"
    with open_ledger(path, new=True) as store:
        put(store, three_spellings())
    ann = enter(writable(path))
    address = "/review/persons?name=Baraqi"
    assert "another spelling of the name" in words_of(ann, address)
    assert "Yusuf Barakhi" in words_of(ann, "/review/persons")

    following = judge(ann, address, "other")

    assert parse_qs(urlsplit(following).query)["name"] == ["Baraqi"]
    assert "judged to be two persons Ann, 2 Mar 2026" in words_of(ann, following)
    with open_ledger(path) as store:
        key = store.ask_actors(ActorQuestion(name="Baraqi"), limit=1).rows[0].key
    assert "Who was taken for this person" in ann.get("/actor", params={"key": key}).text
    told = CliRunner().invoke(main, ["actors", "Baraqi", "-v", "--format", "table", "--ledger", str(path)])
    assert "judged to be two persons" in told.stdout
    assert articles_of(path, "Baraqi") == 1
    assert "taken for one, until a person said that they are two" in words_of(ann, address)
    judge(ann, address, "same")
    assert [verdict for verdict, *_ in log_of(path)] == ["other", "same"]
    assert articles_of(path, "Baraqi") == 3


def test_a_judgement_of_two_persons_that_is_taken_back_groups_them_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "people.db"
    with open_ledger(path, new=True) as store:
        put(store, three_spellings())
    ann = enter(writable(path))
    judge(ann, "/review/persons?name=Baraqi", "other")
    assert articles_of(path, "Baraqi") == 1

    with open_ledger(path) as store:
        (made,) = store.corrections.log()
    form = form_of(ann, "/review/persons?name=Baraqi", "same")
    assert ann.post("/review/undo", data={**form, "correction": made.id}).status_code == 303

    assert articles_of(path, "Baraqi") == 3


def articles_of(path: Path, name: str) -> int:
    with open_ledger(path) as store:
        return store.ask_actors(ActorQuestion(name=name), limit=1).rows[0].articles


def test_nothing_left_to_review_is_said(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.db", new=True):
        pass
    client = writable(tmp_path / "empty.db")

    for address in ("/review", "/review?kind=event", "/review/persons", "/corrections"):
        assert client.get(address).status_code == 200
    assert "Nothing is left to review" in words_of(client, "/review")
    assert "Nobody has judged anything yet" in words_of(client, "/corrections")


def test_under_a_prefix_all_stays_below_it(path: Path) -> None:
    client = writable(path, prefix="/news")
    answer = client.post("/news/review/enter", data={"by": "Ann", "token": TOKEN})

    assert answer.headers["location"] == "/news/review"
    assert "path=/news" in answer.headers["set-cookie"].lower()
    form = form_of(client, "/news/review", "right")
    assert client.post("/news/review", data=form).headers["location"].startswith("/news/review?")


def test_who_leaves_can_write_no_more(ann: TestClient, path: Path) -> None:
    form = form_of(ann, "/review", "right")

    ann.post("/review/leave", data={"mark": form["mark"]})

    assert not html.document_fromstring(ann.get("/review").text).xpath("//form[@method='post']")
    assert ann.post("/review", data=form).status_code == 403
    assert log_of(path) == []


def test_each_is_skipped_in_turn(ann: TestClient) -> None:
    seen: list[str] = []
    address = "/review?kind=statement"
    while len(seen) < 5:
        seen.append(form_of(ann, address, "right")["finding"])
        (link,) = html.document_fromstring(ann.get(address).text).xpath("//a[@data-key='s']")
        address = link.get("href")

    assert len(set(seen)) == 5
    assert ann.get("/review.json?kind=statement").json()["rows"][0]["id"] == seen[0]

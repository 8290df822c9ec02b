"""`newsledger add URL`, `newsledger sources` and `newsledger watch --once`, as they are typed."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.store import open_ledger
from watch.papers import article, feed, headline
from watch.server import Asked, Reply, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    def site(asked: Asked) -> Reply:
        if asked.path == "/rss":
            return Reply(body=feed([(f"/2026/lock-{number}", "") for number in range(2)]))
        if asked.path == "/moved":
            return Reply(status=301, headers={"Location": "/2026/lock-7"})
        if asked.path.startswith("/2026/lock-"):
            return Reply(headers={"Content-Type": "text/html"}, body=article(int(asked.path.rpartition("-")[2])))
        if asked.path == "/robots.txt":
            return Reply(body=b"User-agent: *\nDisallow: /private")
        return Reply(status=404)

    with serving(site) as one:
        yield one


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def run(*arguments: str, ledger: Path) -> Result:
    environment = {"NEWSLEDGER_LEDGER": str(ledger), "NEWSLEDGER_CONTACT": "mailto:desk@reader.example"}
    return CliRunner().invoke(main, arguments, env=environment, catch_exceptions=False)


def headlines(ledger: Path) -> list[str]:
    with open_ledger(ledger) as store:
        return sorted(str(record.article.headline) for record in store.records())


def test_pages_and_the_pages_of_a_feed_are_added_by_their_addresses(server: Server, ledger: Path) -> None:
    base = f"http://127.0.0.1:{server.port}"

    done = run(
        *(
            "add",
            f"{base}/rss",
            f"{base}/moved",
            f"{base}/private",
            f"{base}/gone",
            "--allow-private",
            "--delay",
            "0.01",
        ),
        *("--jobs", "1", "--format", "jsonl"),
        ledger=ledger,
    )

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["what"] for line in lines] == ["added", "added", "added", "failed", "failed"]
    assert "robots.txt of 127.0.0.1 does not allow it" in lines[3]["reason"]
    assert lines[4]["url"] == f"{base}/gone"
    assert headlines(ledger) == [headline(0), headline(1), headline(7)]


def test_an_address_inside_is_refused_without_leave(server: Server, ledger: Path) -> None:
    done = run("add", f"http://127.0.0.1:{server.port}/rss", "--jobs", "1", ledger=ledger)

    assert done.exit_code == 1
    assert "--allow-private" in done.stderr


def test_a_host_that_wants_to_be_left_alone_is_not_asked_on(ledger: Path) -> None:
    seen: list[str] = []

    def site(asked: Asked) -> Reply:
        seen.append(asked.path)
        if asked.path == "/rss":
            return Reply(body=feed([(f"/2026/lock-{number}", "") for number in range(3)]))
        return Reply(status=404 if asked.path == "/robots.txt" else 429, headers={"Retry-After": "3600"})

    with serving(site) as busy:
        url = f"http://127.0.0.1:{busy.port}/rss"
        done = run("add", url, "--allow-private", "--delay", "0.01", "--jobs", "1", ledger=ledger)

    assert seen == ["/robots.txt", "/rss", "/2026/lock-0"]
    assert "wants to be left alone for 3,600 seconds" in done.stderr


@pytest.mark.parametrize("delay", ["nan", "inf", "1e300", "-1"])
def test_a_delay_that_is_none_is_told(delay: str, ledger: Path) -> None:
    run("sources", "add", "https://paper.example/rss", ledger=ledger)

    done = run("watch", "--once", "--delay", delay, ledger=ledger)

    assert done.exit_code == 2
    assert "--delay" in done.stderr


def test_sources_are_added_listed_paused_exported_and_removed(server: Server, ledger: Path, tmp_path: Path) -> None:
    url, other = f"http://127.0.0.1:{server.port}/rss", "https://paper.example/rss"
    opml = tmp_path / "mine.opml"
    opml.write_text(f'<opml version="2.0"><body><outline text="Paper" xmlUrl="{other}"/></body></opml>')

    assert "2 added" in run("sources", "add", url, str(opml), "--allow-private", ledger=ledger).stderr
    assert "2 were there" in run("sources", "add", url, str(opml), "--allow-private", ledger=ledger).stderr
    assert "paused" in run("sources", "pause", other, ledger=ledger).stderr
    rows = [json.loads(line) for line in run("sources", "list", "--format", "jsonl", ledger=ledger).stdout.splitlines()]
    assert [(row["address"], row["state"]) for row in rows] == [(url, "active"), (other, "paused")]
    assert f'xmlUrl="{other}"' in run("sources", "export", ledger=ledger).stdout
    assert "2 sources" in run("sources", "--health", ledger=ledger).stdout
    assert "removed" in run("sources", "remove", other, ledger=ledger).stderr
    assert run("sources", "--health", ledger=ledger).stdout.startswith("1 source, 1 ")
    assert "expected one as 'sources list' shows it" in run("sources", "remove", other, ledger=ledger).stderr


def test_an_odd_feed_of_a_list_keeps_no_other_out(ledger: Path, tmp_path: Path) -> None:
    opml = tmp_path / "mine.opml"
    urls = ("https://paper.example/rss", "http://localhost/rss", "https://other.example/rss")
    opml.write_text("<opml><body>" + "".join(f'<outline xmlUrl="{url}"/>' for url in urls) + "</body></opml>")

    done = run("sources", "add", str(opml), ledger=ledger)

    assert done.exit_code == 0
    assert "http://localhost/rss: found localhost" in done.stderr
    assert "2 added, 1 refused" in done.stderr
    assert run("sources", "add", urls[1], ledger=ledger).exit_code == 1


def test_a_page_that_is_watched_by_itself_is_told_of(server: Server, ledger: Path) -> None:
    page = f"http://127.0.0.1:{server.port}/2026/lock-3"
    run("sources", "add", page, "--page", "--allow-private", ledger=ledger)

    listed = run("sources", "list", ledger=ledger)
    done = run("watch", "--once", "--allow-private", "--delay", "0.01", "--jobs", "1", ledger=ledger)

    assert "1 page that no source named" in listed.stderr
    assert "nothing is watched" not in listed.stderr + done.stderr
    assert headlines(ledger) == [headline(3)]


def test_a_watch_looks_once_and_tells_a_line_a_page(server: Server, ledger: Path) -> None:
    url = f"http://127.0.0.1:{server.port}/rss"
    run("sources", "add", url, "--allow-private", ledger=ledger)

    done = run("watch", "--once", "--allow-private", "--delay", "0.01", "--jobs", "1", ledger=ledger)

    assert [line.split()[1] for line in done.stderr.splitlines()] == ["source", "added", "added"]
    assert headlines(ledger) == [headline(0), headline(1)]
    assert "rss, well" in run("sources", "list", "--format", "table", ledger=ledger).stdout


@pytest.mark.parametrize("arguments", [("watch", "--once"), ("add", "https://paper.example/")])
def test_without_the_extra_it_is_told_what_to_install(
    arguments: tuple[str, ...], ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)

    done = run(*arguments, ledger=ledger)

    assert done.exit_code == 1
    assert "pip install 'newsledger[watch]'" in done.stderr

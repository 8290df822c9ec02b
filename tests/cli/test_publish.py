"""``newsledger publish`` and ``newsledger mirrors check``."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.store import open_ledger
from store.conftest import entry_of, golden

AT = "2026-01-01T00:00:00+00:00"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    with open_ledger(path, new=True) as store:
        number = store.begin("add", at=AT)
        store.put([entry_of(golden("court-report"), address="https://paper.example/1")], run=number)
        store.end(number, at=AT)
    return path


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A host that serves the mirror ``b``."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "b"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_it_tells_what_was_written_and_names_the_first_page(ledger: Path, tmp_path: Path) -> None:
    first = run("publish", tmp_path / "a", "--mirror", tmp_path / "b", "--ledger", ledger)
    again = run("publish", "--to", tmp_path / "a", "--mirror", tmp_path / "b", "--ledger", ledger)

    assert first.exit_code == again.exit_code == 0, first.output
    assert first.stdout == f"{(tmp_path / 'a' / 'index.html').as_posix()}\n"
    assert Path(first.stdout.strip()).is_file()
    assert "a: 0 written" in again.stderr
    assert "b: 0 written" in again.stderr
    assert "0 removed" in again.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param((), "found no folder", id="no-folder"),
        pytest.param(("a", "--to", "b"), "or two", id="two-folders"),
        pytest.param(("a", "--address", "record.example"), "found the address", id="no-scheme"),
        pytest.param(("a", "--month", "2018-13"), "found month '2018-13', expected an ISO day", id="no-month"),
        pytest.param(("a", "--story", "x", "--actor", "y"), "several of story", id="two-questions"),
        pytest.param(("a", "--actor", "Nobody Whatsoever"), "nobody in this ledger", id="nobody"),
        pytest.param(("a", "--month", "1871-05"), "found no article of 1871-05", id="empty-month"),
    ],
)
def test_what_cannot_be_published_is_told(
    ledger: Path, tmp_path: Path, words: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = run("publish", *words, "--ledger", ledger)

    assert done.exit_code != 0
    assert told in done.stderr


def test_a_folder_that_holds_something_else_is_left_as_it_is(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "index.html").write_text("mine")

    done = run("publish", folder, "--ledger", ledger)

    assert done.exit_code != 0
    assert "found something else there (index.html)" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["index.html"]


@pytest.mark.parametrize("option", [(), ("--mirror",)], ids=["site", "mirror"])
def test_a_list_of_other_files_is_no_manifest_of_a_site(ledger: Path, tmp_path: Path, option: tuple[str, ...]) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "a.txt").write_text("mine")
    (folder / "MANIFEST").write_text(f"{'0' * 64}  a.txt\n")

    done = run("publish", *((tmp_path / "site", *option) if option else ()), folder, "--ledger", ledger)

    assert done.exit_code != 0
    assert "found something else there (MANIFEST)" in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["MANIFEST", "a.txt"]


def test_a_work_tree_of_git_and_an_earlier_site_are_taken(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "site" / ".git").mkdir(parents=True)

    first = run("publish", tmp_path / "site", "--ledger", ledger)
    (tmp_path / "site" / "CNAME").write_text("record.example")
    second = run("publish", tmp_path / "site", "--ledger", ledger)

    assert (first.exit_code, second.exit_code) == (0, 0)


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no OpenSSH here")
def test_nothing_is_written_that_could_not_be_signed(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("no key")

    done = run("publish", tmp_path / "site", "--sign", tmp_path / "key", "--ledger", ledger)

    assert done.exit_code != 0
    assert "found no key to sign with" in done.stderr
    assert not (tmp_path / "site").exists()


def test_mirrors_are_compared_folders_and_addresses(ledger: Path, tmp_path: Path, address: str) -> None:
    published = run("publish", tmp_path / "a", "--mirror", tmp_path / "b", "--ledger", ledger)
    equal = run(
        "mirrors", "check", tmp_path / "a", tmp_path / "b", address, "--allow-private", "--contact", "x@y.example"
    )
    (tmp_path / "b" / "about.html").write_text("something else")
    (tmp_path / "b" / "index.html").unlink()
    wrong = run("mirrors", "check", tmp_path / "a", address, "--allow-private", "--contact", "x@y.example")
    rows = run("mirrors", "check", tmp_path / "b", "--format", "jsonl")

    assert published.exit_code == 0
    assert (equal.exit_code, equal.stdout.count(": equal")) == (0, 3), equal.output
    assert wrong.exit_code == 1
    assert f"{address}: damaged" in wrong.stdout
    assert "missing: index.html" in wrong.stderr
    assert "altered: about.html" in wrong.stderr
    assert '"what":"damaged"' in rows.stdout


def test_a_mirror_that_does_not_answer_or_may_not_be_asked_is_told(ledger: Path, tmp_path: Path) -> None:
    run("publish", tmp_path / "a", "--ledger", ledger)

    refused = run("mirrors", "check", tmp_path / "a", "http://127.0.0.1:9/", "--contact", "x@y.example")

    assert refused.exit_code == 1
    assert "127.0.0.1" in refused.stderr

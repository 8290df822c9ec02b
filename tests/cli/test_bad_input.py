"""Wrong input, as users have it: what is said, and that the others go on."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from click.testing import CliRunner, Result

from newsledger import codec
from newsledger.cli import main

GOOD = """Orlow: minister resigns over harbour strike

The foreign minister of Orlow resigned on Tuesday, the government said in the capital.

“I leave with a light heart,” Ada Brenn told reporters at the ministry. She had led the talks with the
harbour workers since January.

The workers have been on strike for six weeks. Their union said it would meet the new minister on Friday.

Brenn denied that she had been asked to go.
"""
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4
MENU = b"<ul><li><a href=/>Home</a></li><li><a href=/b>Login</a></li></ul>"
FRENCH = """Orlow : la ministre démissionne

La ministre des Affaires étrangères a démissionné mardi, a annoncé le gouvernement dans la capitale.

« Je pars le cœur léger », a-t-elle dit aux journalistes devant le ministère. Les ouvriers du port sont en grève
depuis six semaines et leur syndicat rencontrera la nouvelle ministre vendredi.
"""
FOUND_AND_WHAT_TO_DO = {
    "empty.txt": (b"", "found", "expected"),
    "blank.html": (b"<html><body> \n </body></html>", "found", "expected an article"),
    "paper.html": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "found a PDF document", "expected"),
    "photo.html": (PNG, "found a PNG image", "expected"),
    "photo.txt": (JPEG, "found a JPEG image", "expected"),
    "noise.txt": (bytes(range(256)) * 64, "found", "expected"),
    "menu.html": (MENU, "found menus and notices only", "expected an article"),
    "cut.html.gz": (b"\x1f\x8b\x08\x00", "cut off", "fetch the file again"),
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["read", *arguments])


def test_pages_without_an_article_are_told_and_the_others_are_read(tmp_path: Path) -> None:
    for name, (data, _, _) in FOUND_AND_WHAT_TO_DO.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(GOOD, encoding="utf-8")

    result = run(str(tmp_path))

    told = {line.partition(":")[0]: line for line in result.stderr.splitlines()}
    assert result.exit_code == 1
    assert codec.from_json(result.stdout).article.headline == "Orlow: minister resigns over harbour strike"
    for name, (_, found, expected) in FOUND_AND_WHAT_TO_DO.items():
        line = told[str(tmp_path / name)]
        assert found in line
        assert expected in line
        assert line.count(str(tmp_path)) == 1
    assert result.stderr.splitlines()[-1].startswith(f"1 of {len(FOUND_AND_WHAT_TO_DO) + 1} pages read: ")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("missing.txt", "No such file or directory; check the path", id="missing"),
        pytest.param("empty", "found a folder without pages, expected files that end in .htm", id="empty-folder"),
    ],
)
def test_a_path_without_pages_is_told(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()

    result = run(str(tmp_path / name))

    assert result.exit_code == 1
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_cannot_be_read_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests run as root, who may read everything: the refusal is the file system's own, made here.
    (tmp_path / "locked").mkdir()
    (tmp_path / "z.txt").write_text(GOOD, encoding="utf-8")
    iterdir = Path.iterdir

    def refuse(folder: Path) -> object:
        if folder.name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return iterdir(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)

    result = run(str(tmp_path))

    assert result.exit_code == 1
    assert f"{tmp_path / 'locked'}: cannot be read: Permission denied; check the path and its permissions" in (
        result.stderr
    )
    assert len(result.stdout.splitlines()) == 1


def test_a_file_over_the_limit_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    command = (
        "import re; from pathlib import Path; from newsledger.cli import main\n"
        f"try: main(['read', {str(path)!r}, '--limit-bytes', '1000000'])\n"
        # Its own peak: what getrusage tells holds that of the process that started it, too.
        "except SystemExit as end:\n"
        "    print(end.code, re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])"
    )

    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)

    code, kilobytes = map(int, done.stdout.split())
    assert code == 1
    assert "found more than 1,000,000 bytes, expected a page of at most that; split it, or raise the limit" in (
        done.stderr
    )
    assert kilobytes < 600_000


def test_html_nested_a_hundred_thousand_deep_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 100_000 + f"<p>{GOOD}</p>" + "</div>" * 100_000, encoding="utf-8")
    begun = perf_counter()

    result = run(str(path))

    assert perf_counter() - begun < 30
    assert isinstance(result.exception, SystemExit | None)
    assert "resigned" in result.stdout or "expected" in result.stderr


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD.encode("cp1252"), id="windows"),
        pytest.param(GOOD.encode() + "é".encode("latin-1") + "é\n".encode(), id="mixed"),
        pytest.param(GOOD.replace("Orlow", "Or\0low").encode(), id="nul"),
        pytest.param("\ufeff".encode() + GOOD.encode(), id="bom"),
        pytest.param(GOOD.encode("utf-16"), id="utf-16"),
        pytest.param(GOOD.encode() + "\ud800 alone\n".encode("utf-8", "surrogatepass"), id="lone-surrogate"),
    ],
)
def test_a_text_in_any_encoding_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)

    result = run(str(path))

    assert result.exit_code == 0, result.stderr
    record = codec.from_json(result.stdout)
    assert "“I leave with a light heart,” Ada Brenn told" in record.article.text
    assert record.statements


def test_a_page_with_odd_characters_can_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(GOOD.encode() + "\ud800 alone \0 nul\n".encode("utf-8", "surrogatepass"))

    result = run(str(path), "--html", str(tmp_path / "page.html"))

    assert result.exit_code == 0, result.stderr
    assert "light heart" in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("letters", ["x" * 5_000_000, "word " * 20_000], ids=["five-megabytes", "words"])
def test_one_long_line_is_read(tmp_path: Path, letters: str) -> None:
    path = tmp_path / "line.txt"
    path.write_text(letters + "\n\n" + GOOD, encoding="utf-8")
    begun = perf_counter()

    result = run(str(path))

    assert perf_counter() - begun < 60
    assert isinstance(result.exception, SystemExit | None)
    assert "resigned" in result.stdout or "expected" in result.stderr


def test_a_page_in_another_language_is_kept_without_findings_and_this_is_said(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(FRENCH, encoding="utf-8")

    result = run(str(path))

    record = codec.from_json(result.stdout)
    assert result.exit_code == 0
    assert record.article.language == "fr"
    assert (record.statements, record.events, record.times) == ((), (), ())
    assert "found the language fr, expected en; kept the article without findings" in result.stderr


def test_a_folder_for_pages_that_is_not_empty_is_refused_before_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.html").write_text("keep me", encoding="utf-8")

    result = run(str(tmp_path), "--html", str(tmp_path / "out"))

    assert result.exit_code == 1
    assert "found something there, expected a new or empty folder for the pages" in result.stderr
    assert (tmp_path / "out" / "mine.html").read_text(encoding="utf-8") == "keep me"


@pytest.mark.parametrize("option", ["--html", "--keep-text"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")

    result = run(str(tmp_path / "a.txt"), option, str(tmp_path / "a.txt" / "below"))

    assert result.exit_code == 1
    assert "cannot be written: Not a directory; name another place, or free this one" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("option", ["--limit-seconds=nan", "--limit-seconds=inf", "--min-confidence=nan"])
def test_what_is_no_number_is_refused(tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")

    result = run(str(tmp_path / "a.txt"), option)

    assert result.exit_code == 2
    assert "Invalid value for" in result.stderr


def test_an_address_for_several_pages_is_refused(tmp_path: Path) -> None:
    result = run(str(tmp_path), "--url", "https://example.org")

    assert result.exit_code == 2
    assert "--url names one page, but several are read; read that page by itself" in result.stderr


def test_a_reader_that_stops_reading_is_no_error(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(GOOD * 20, encoding="utf-8")
    command = [sys.executable, "-c", "from newsledger.cli import main; main()", "read", str(tmp_path)]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read().decode()

    assert "Traceback" not in told

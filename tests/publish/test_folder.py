"""Folders that hold a site: manifests, mirrors, signatures."""

import hashlib
import os
import shutil
import stat
import subprocess
from pathlib import Path

import msgspec
import pytest

from newsledger.errors import SourceError
from newsledger.publish import check, compare, files_in, read_in
from newsledger.publish.folder.manifest import parse_manifest, write_manifest
from newsledger.publish.folder.mirrors import EDITION, Compared, copy_to
from newsledger.publish.folder.sign import sign
from newsledger.publish.folder.state import File, Made, State, load_state
from newsledger.publish.folder.write import OWN, alone, put, remove

FILES = {"index.html": b"<p>one</p>", "story/3b/one.html": b"<p>two</p>", "static/web.css": b"p {}"}


def site(folder: Path, run: int = 7, files: dict[str, bytes] | None = None) -> Path:
    """Write a small site."""
    edition = f'{{"edition": {{"run": {run}}}}}'.encode()
    told = {**(FILES if files is None else files), EDITION: edition}
    for name, content in told.items():
        put(folder, name, content)
    put(folder, "MANIFEST", write_manifest((name, hashlib.sha256(told[name]).hexdigest()) for name in told))
    return folder


def compared(*folders: Path) -> dict[str, Compared]:
    readers = {folder.name: read_in(folder) for folder in folders}
    by_name = {folder.name: folder for folder in folders}
    return {one.place: one for one in compare(readers, listed=lambda place: files_in(by_name[place]))}


def test_a_manifest_is_read_as_it_was_written_and_by_sha256sum(tmp_path: Path) -> None:
    folder = site(tmp_path / "a")

    told = parse_manifest((folder / "MANIFEST").read_bytes())
    done = subprocess.run(["/usr/bin/sha256sum", "--check", "--quiet", "MANIFEST"], cwd=folder, check=False)

    assert set(told) == {*FILES, EDITION}
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["../out", "/etc/passwd", "a/../../b", "c:\\x", "c:/x", ".", "./."])
def test_a_manifest_names_nothing_outside_of_its_folder(name: str) -> None:
    assert parse_manifest(f"{'0' * 64}  {name}\n{'1' * 64}  in\n".encode()) == {"in": "1" * 64}


@pytest.mark.parametrize(("safe", "synced"), [(True, ["file", "folder"]), (False, [])])
def test_a_file_that_is_to_outlive_a_loss_of_power_has_its_name_on_the_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safe: bool, synced: list[str]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda number: told.append("folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file")
    )

    put(tmp_path, "in/state.json", b"{}", safe=safe)

    assert told == synced


def test_a_mirror_is_made_equal_and_its_own_files_are_left_alone(tmp_path: Path) -> None:
    source, target = site(tmp_path / "a"), tmp_path / "b"
    site(target, run=3, files={"index.html": b"old", "gone.html": b"gone"})
    (target / "CNAME").write_text("record.example")
    (target / ".git").mkdir()

    first, second = copy_to(source, target), copy_to(source, target)

    assert (first.written, first.unchanged, first.removed) == (4, 0, 1)
    assert (second.written, second.unchanged, second.removed) == (0, 4, 0)
    assert not (target / "gone.html").exists()
    assert (target / "CNAME").exists()
    found = compared(source, target)
    assert [one.what for one in found.values()] == ["equal", "equal"]
    assert found["b"].strange == ("CNAME",)


def test_a_mirror_that_lacks_or_alters_a_file_is_found_and_mended(tmp_path: Path) -> None:
    source = site(tmp_path / "a")
    for name in ("b", "c", "d"):
        copy_to(source, tmp_path / name)
    (tmp_path / "b" / "story/3b/one.html").unlink()
    (tmp_path / "c" / "index.html").write_bytes(b"<p>One</p>")
    (tmp_path / "d" / "added.html").write_bytes(b"")

    found = compared(source, *(tmp_path / name for name in "bcd"))

    assert (found["b"].what, found["b"].missing) == ("damaged", ("story/3b/one.html",))
    assert (found["c"].what, found["c"].altered) == ("damaged", ("index.html",))
    assert (found["d"].what, found["d"].strange) == ("equal", ("added.html",))
    assert [copy_to(source, tmp_path / name).written for name in "bcd"] == [1, 1, 0]
    assert {one.what for one in compared(source, *(tmp_path / name for name in "bcd")).values()} == {"equal"}


def test_a_mirror_that_lags_and_one_that_is_not_there_are_told(tmp_path: Path) -> None:
    new, old = site(tmp_path / "new", run=9), site(tmp_path / "old", run=7)
    other = site(tmp_path / "other", run=9, files={"index.html": b"else"})
    (tmp_path / "none").mkdir()

    found = compared(new, old, other, tmp_path / "none")

    assert {name: one.what for name, one in found.items()} == {
        "new": "equal",
        "old": "behind",
        "other": "other",
        "none": "absent",
    }
    assert found["old"].edition == 7


def test_nothing_is_written_where_nothing_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SourceError, match="cannot be written"):
        put(tmp_path / "file", "index.html", b"")


def test_folders_that_are_empty_then_are_removed_too(tmp_path: Path) -> None:
    put(tmp_path, "a/b/c.html", b"")
    put(tmp_path, "a/d.html", b"")

    assert remove(tmp_path, ["a/b/c.html", "a/none.html"]) == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "d.html"]


needs_keys = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="found no ssh-keygen")


def made_key(folder: Path, name: str) -> tuple[Path, str]:
    """Make a key, and the line that names who has it."""
    key = folder / name
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)  # noqa: S607
    return key, f"{name}@record.example {key.with_suffix('.pub').read_text()}"


@needs_keys
def test_a_signature_tells_who_signed_and_holds_for_these_bytes_only(tmp_path: Path) -> None:
    folder = site(tmp_path / "a")
    key, line = made_key(tmp_path, "desk")
    _, other = made_key(tmp_path, "other")
    (tmp_path / "signers").write_text(line)
    (tmp_path / "others").write_text(other)

    sign(folder, key)
    manifest, signature = (folder / "MANIFEST").read_bytes(), (folder / "MANIFEST.sig").read_bytes()
    sign(folder, key)

    assert (folder / "MANIFEST.sig").read_bytes() == signature
    assert check(manifest, signature, tmp_path / "signers") == "desk@record.example"
    assert check(manifest + b"\n", signature, tmp_path / "signers") is None
    assert check(manifest, signature, tmp_path / "others") is None


@needs_keys
def test_what_is_no_key_is_told(tmp_path: Path) -> None:
    folder = site(tmp_path / "a")
    (tmp_path / "key").write_text("no key")

    with pytest.raises(SourceError, match=r"no key to sign with .*'ssh-keygen -t ed25519"):
        sign(folder, tmp_path / "key")


def test_what_a_folder_says_of_itself_leads_nowhere_else(tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("mine")
    folder = site(tmp_path / "a")
    told = State(made={"page": Made(key="k", files=(File(name="../kept.html", sha256="0"),))})
    put(folder, f"{OWN}/state.json", msgspec.json.encode(told))

    names = {file.name for file in load_state(folder).files()}

    assert names == {*FILES, EDITION}


def test_nothing_is_written_or_removed_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "kept.html").write_text("mine")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "story").symlink_to(tmp_path / "home")

    with pytest.raises(SourceError, match="leads out"):
        put(tmp_path / "a", "story/new.html", b"new")
    with pytest.raises(SourceError, match="leads out"):
        put(tmp_path / "a", "../new.html", b"new")
    with pytest.raises(SourceError, match="leads out"):
        remove(tmp_path / "a", ["story/kept.html"])

    assert [path.name for path in (tmp_path / "home").iterdir()] == ["kept.html"]
    assert not (tmp_path / "new.html").exists()


@needs_keys
def test_a_folder_whose_name_looks_like_an_option_is_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], check=True)  # noqa: S607
    site(Path("-site"))

    sign(Path("-site"), Path("key"))

    assert (tmp_path / "-site" / "MANIFEST.sig").exists()


def test_no_link_to_a_file_has_its_target_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine")
    own = tmp_path / "a" / OWN
    own.mkdir(parents=True)
    for link in (own / "lock", own / ".gitignore", tmp_path / "a" / "new.html.newsledger-part"):
        link.symlink_to(tmp_path / "kept")

    with alone(tmp_path / "a"):
        put(tmp_path / "a", "new.html", b"new")

    assert (tmp_path / "kept").read_text() == "mine"


def test_a_site_may_itself_stand_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "a").symlink_to(tmp_path / "disk")

    put(tmp_path / "a", "story/new.html", b"new")

    assert (tmp_path / "disk" / "story" / "new.html").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["MANIFEST", "index.html", f"{OWN}/state.json"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path: Path, name: str) -> None:
    source, target = site(tmp_path / "a"), site(tmp_path / "b")
    (target / name).unlink(missing_ok=True)
    (target / name).parent.mkdir(exist_ok=True)
    os.mkfifo(target / name)

    found, state = compared(source, target)["b"].what, load_state(target)
    copy_to(source, target)

    assert found == {"MANIFEST": "absent", "index.html": "damaged"}.get(name, "equal")
    assert not state.is_sure
    assert compared(source, target)["b"].what == "equal"


@pytest.mark.parametrize("name", ["lock", ".gitignore"])
def test_a_pipe_in_the_place_of_a_lock_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / OWN).mkdir()
    os.mkfifo(tmp_path / OWN / name)

    with pytest.raises(SourceError, match="found a pipe, a socket or a device, expected a file"), alone(tmp_path):
        pass


def test_a_pipe_among_the_files_of_a_site_is_not_copied(tmp_path: Path) -> None:
    source = site(tmp_path / "a")
    (source / "index.html").unlink()
    os.mkfifo(source / "index.html")

    with pytest.raises(SourceError, match="found a pipe, a socket or a device, expected a file"):
        copy_to(source, tmp_path / "b")

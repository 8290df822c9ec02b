"""A publisher that is killed at any moment leaves a whole site, and the next one goes on from there."""

import random
import subprocess
import sys
from pathlib import Path

from newsledger.ledger.grouping import group_all
from newsledger.publish import Settings, publish
from newsledger.store import Store, open_ledger
from publish.conftest import published, tree
from publish.crawl import faults, reached
from publish.test_site import AT, grow, numbered

POINTS = 30


def test_whoever_reads_while_it_is_killed_sees_a_whole_site_at_each_address(kept: Store, tmp_path: Path) -> None:
    """New articles and stories, some that are forgotten: pages come, change and go."""
    records = numbered(kept)
    path, folder = tmp_path / "ledger.db", tmp_path / "site"
    with open_ledger(path, new=True) as store:
        grow(store, records[:-6])
        publish(store, folder, Settings(title="Record"))
        old = len(tree(folder))
        grow(store, records[-6:])
        run = store.begin("forget", at=AT)
        store.forget(records[1].article.id, why="asked for", run=run)
        for _ in group_all(store):
            pass
    whole = tree(published(path, tmp_path / "fresh", Settings(title="Record")))
    script = [sys.executable, str(Path(__file__).with_name("killed.py")), str(path), str(folder), "Record"]
    counted = subprocess.run([*script, "0"], capture_output=True, text=True, check=True)
    most = int(counted.stdout.split()[0])
    steps = sorted(random.Random(23).sample(range(1, most), POINTS))  # noqa: S311 - places, no secrets
    done = subprocess.run([*script, *map(str, steps)], capture_output=True, text=True, check=True)

    assert old > 0
    assert most > len(whole) / 2
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["9"] * POINTS
    for step in steps:
        for name in ("site", "site-mirror"):
            copy = folder.with_name(f"{name}-{step}")
            pages = reached(copy)
            assert len(pages) > 10
            assert faults(copy, pages) == [], copy.name
    for step in steps[:: POINTS // 5]:
        copy, mirror = (folder.with_name(f"{name}-{step}") for name in ("site", "site-mirror"))
        with open_ledger(path) as store:
            publish(store, copy, Settings(title="Record"), mirrors=[mirror])
        assert tree(copy) == tree(mirror) == whole, step


def test_a_first_publishing_that_was_killed_shows_no_first_page_that_leads_nowhere(
    ledger: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    script = [sys.executable, str(Path(__file__).with_name("killed.py")), str(ledger), str(folder), "Record"]
    subprocess.run([*script, "5", "60", "140"], capture_output=True, text=True, check=True)

    for step in (5, 60, 140):
        copy = folder.with_name(f"site-{step}")
        assert not (copy / "index.html").exists() or faults(copy) == []
        assert tree(published(ledger, copy, Settings(title="Record"))) == tree(
            published(ledger, tmp_path / f"fresh-{step}", Settings(title="Record"))
        )

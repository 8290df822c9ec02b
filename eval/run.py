"""Measures every room against gold, and fails where a figure is below its floor.

    python eval/run.py [ROOM ...] [--update [--allow-drop]]

Each room's figures come from ``eval/ROOM.py``; a figure that ends in ``.read`` is of the half whose errors were read.
``floors.json`` names the figures that have a floor. The seed page's own check counts as a room. ``--update`` writes
the floors, a little below the figures, and the table in ``docs/accuracy.md``; it refuses to lower a floor without
``--allow-drop``.
"""

import argparse
import hashlib
import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

from newsledger import Reader

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.json"
ACCURACY = HERE.parent / "docs" / "accuracy.md"
ROOMS = ("pages", "dating", "roles", "times", "actors", "statements", "events", "outlook")
#: How far below a figure its floor is set: figures move by this much with a change that is no loss.
MARGIN = 0.01
#: Figures where less is better: they have a ceiling.
CEILINGS = re.compile(r"false|trap|wrong|forbidden|per_sentence")


def main() -> int:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, "seed", []])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-drop", action="store_true")
    options = parser.parse_args()
    if not (SHARED / "gold").is_dir():
        print(f"no gold at {SHARED / 'gold'}; expected the folder of evaluation data", file=sys.stderr)
        return 2
    figures = measure(options.rooms or [*ROOMS, "seed"])
    gold, floors = load_floors()
    for name, value in sorted(figures.items()):
        floor = floors.get(name)
        print(f"{name:<48} {value:9.4f}" + (f"   floor {floor:.4f}" if floor is not None else ""))
    if options.update:
        return update(figures, floors, allow_drop=options.allow_drop)
    return compare(figures, gold, floors)


def measure(rooms: list[str]) -> dict[str, float]:
    """Run the rooms' own measurements."""
    sys.path.insert(0, str(HERE))
    reader = Reader.load("en")
    figures: dict[str, float] = {}
    for room in rooms:
        if room == "seed":
            figures |= check_seed()
        else:
            figures |= importlib.import_module(room).score(reader)
    return figures


def check_seed() -> dict[str, float]:
    """Ask the seed page's own check, item by item."""
    folder = SHARED / "seed"
    page = next(folder.glob("*.txt"))
    done = subprocess.run(
        [sys.executable, str(folder / "check.py"), str(page)], capture_output=True, text=True, check=False
    )
    print(done.stdout.rstrip())
    found = re.search(r"seed: (\d+) of (\d+), (\d+) forbidden", done.stdout)
    if found is None:
        raise RuntimeError(f"the seed's check gave no result: {done.stderr}")
    hits, total, forbidden = map(int, found.groups())
    return {"seed.found": hits / total, "seed.forbidden": float(forbidden)}


def load_floors() -> tuple[str, dict[str, float | None]]:
    """Give the digest of the gold that the floors were measured on, and the floors; None is still to be measured."""
    kept = json.loads(FLOORS.read_text())
    return kept["gold"], kept["floors"]


def compare(figures: dict[str, float], gold: str, floors: dict[str, float | None]) -> int:
    """Say which figures are beyond their floor or ceiling."""
    if gold != gold_digest():
        print("the gold differs from the one that the floors were measured on; run with --update", file=sys.stderr)
        return 1
    worse = [
        (name, floor) for name, floor in floors.items() if name in figures and is_worse(name, figures[name], floor)
    ]
    for name, floor in worse:
        print(f"below its floor: {name} is {figures[name]:.4f}, floor {floor:.4f}", file=sys.stderr)
    return 1 if worse else 0


def update(figures: dict[str, float], kept: dict[str, float | None], *, allow_drop: bool) -> int:
    """Raise the floors to what was measured; lower one only where that is allowed.

    The names in ``floors.json`` are the figures that have a floor; the others are only printed.
    """
    floors = dict(kept)
    lowered = []
    for name in floors.keys() & figures.keys():
        margin = 0.0 if name.startswith("seed.") else MARGIN
        wanted = round(figures[name] + margin if CEILINGS.search(name) else figures[name] - margin, 4)
        old = floors[name]
        if old is None or is_worse(name, old, wanted):
            floors[name] = wanted
        elif is_worse(name, figures[name], old):
            lowered.append(name)
            floors[name] = wanted if allow_drop else old
    FLOORS.write_text(json.dumps({"gold": gold_digest(), "floors": dict(sorted(floors.items()))}, indent=2) + "\n")
    write_accuracy(figures)
    for name in sorted(lowered):
        print(("lowered: " if allow_drop else "not lowered: ") + name, file=sys.stderr)
    return 1 if lowered and not allow_drop else 0


def is_worse(name: str, value: float, floor: float | None) -> bool:
    """Say whether a figure lies on the wrong side of its floor."""
    if floor is None:
        return False
    return value > floor if CEILINGS.search(name) else value < floor


def write_accuracy(figures: dict[str, float]) -> None:
    """Put the table of figures between the marks in the docs."""
    rows = [
        f"| `{name}` | {value:.4f} | {figures.get(name + '.read', float('nan')):.4f} |".replace("nan", "")
        for name, value in sorted(figures.items())
        if not name.endswith(".read")
    ]
    table = "\n".join(["| figure | unread half | read half |", "|---|---|---|", *rows])
    text = ACCURACY.read_text()
    ACCURACY.write_text(re.sub(r"(<!-- eval -->\n).*?(<!-- /eval -->)", rf"\1{table}\n\2", text, flags=re.DOTALL))


def gold_digest() -> str:
    """Hash the gold sets, so that floors are never compared over other data."""
    digest = hashlib.sha256()
    for path in sorted((SHARED / "gold").rglob("*.jsonl")):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())

"""Measures every room against gold, and fails where a figure is below its floor.

    python eval/run.py [ROOM ...] [--update [--allow-drop]]

Each room's figures come from ``eval/ROOM.py``; a figure that ends in ``.read`` is of the half whose errors were read
and has no floor. The seed page's own check counts as a room. ``--update`` writes the floors, a little below the
figures, and the table in ``docs/accuracy.md``; it refuses to lower a floor without ``--allow-drop``.
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
ROOMS = ("pages", "times", "actors", "statements", "events", "outlook")
#: The figures that have a floor; the others are printed and told in the docs.
FLOORED = (
    "actors.mentions_f1 actors.resolved actors.b3_f1 actors.false_actors actors.place_traps "
    "events.plv_root events.plv_quad events.plv_binary events.aw_binary events.e2e_pair_recall events.e2e_f1 "
    "events.e2e_per_sentence events.outlook_f1 events.outlook_standing events.outlook_wrongly_happened "
    "outlook.detection_f1 outlook.false_alarm_share outlook.full_f1 outlook.window_exact "
    "pages.html.f1 pages.html.caption_f1 pages.dump.f1 pages.para.f1 pages.dump.headline_f1 "
    "seed.found seed.forbidden "
    "statements.full_f1 statements.full_cue_f1 statements.content_f1 statements.speech_f1 "
    "times.timebank_value times.timebank_strict times.aquaint_value times.aquaint_strict times.windows_all"
).split()
#: How far below a figure its floor is set: figures move by this much with a change that is no loss.
MARGIN = 0.01
#: Figures where less is better: they have a ceiling.
CEILINGS = re.compile(r"false|trap|wrongly|forbidden|per_sentence")


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


def load_floors() -> tuple[str, dict[str, float]]:
    """Give the digest of the gold that the floors were measured on, and the floors."""
    if not FLOORS.exists():
        return "", {}
    kept = json.loads(FLOORS.read_text())
    return kept["gold"], kept["floors"]


def compare(figures: dict[str, float], gold: str, floors: dict[str, float]) -> int:
    """Say which figures are beyond their floor or ceiling."""
    if gold != gold_digest():
        print("the gold differs from the one that the floors were measured on; run with --update", file=sys.stderr)
        return 1
    worse = [name for name, floor in floors.items() if name in figures and is_worse(name, figures[name], floor)]
    for name in worse:
        print(f"below its floor: {name} is {figures[name]:.4f}, floor {floors[name]:.4f}", file=sys.stderr)
    return 1 if worse else 0


def update(figures: dict[str, float], kept: dict[str, float], *, allow_drop: bool) -> int:
    """Write floors for what was measured; the others stay."""
    floors = dict(kept)
    lowered = []
    for name, value in figures.items():
        if name not in FLOORED:
            continue
        margin = 0.0 if name.startswith("seed.") else MARGIN
        floor = round(value + margin if CEILINGS.search(name) else value - margin, 4)
        if name in floors and is_worse(name, floor, floors[name]):
            lowered.append(name)
            floor = floor if allow_drop else floors[name]
        floors[name] = floor
    FLOORS.write_text(json.dumps({"gold": gold_digest(), "floors": dict(sorted(floors.items()))}, indent=2) + "\n")
    write_accuracy(figures)
    for name in lowered:
        print(("lowered: " if allow_drop else "not lowered: ") + name, file=sys.stderr)
    return 1 if lowered and not allow_drop else 0


def is_worse(name: str, value: float, floor: float) -> bool:
    """Say whether a figure lies on the wrong side of its floor."""
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

"""Score the actors against the actor gold and the marked parties of PLV.

Records on even lines are read, those on odd lines measured.
"""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from newsledger.model import Actor, Capture
from newsledger.pipeline import Reader

sys.path.insert(0, str(Path(__file__).parent))
from cached_parses import parse

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "actors"
PARTIES = GOLD.parent / "events" / "plv_train.jsonl"
PREDICTED = ROOT / "build" / "actors"


def score(reader: Reader) -> dict[str, float]:
    """Measure the room; figures of the half whose errors are read end in ``.read``."""
    passages = [json.loads(line) for line in (GOLD / "dev.jsonl").read_text("utf-8").splitlines()]
    predicted = {passage["id"]: _predict(reader, passage) for passage in passages}
    PREDICTED.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps({"id": name, "actors": actors}) + "\n" for name, actors in predicted.items())
    (PREDICTED / "dev.jsonl").write_text("".join(lines), "utf-8")
    scorer = _scorer()
    figures = {}
    for first, ending in ((0, ""), (1, ".read")):
        found = scorer.score(passages[first::2], predicted, "-v" in sys.argv and ending == ".read")
        figures.update({f"actors.{name}{ending}": value for name, value in _figures(found).items()})
        likely = {name: [_likely(actor) for actor in actors] for name, actors in predicted.items()}
        found = scorer.score(passages[first::2], likely, verbose=False)
        figures[f"actors.country_likely{ending}"] = found["entities"]["country"]["all"]
        figures[f"actors.country_likely_wrong{ending}"] = _wrong_countries(passages[first::2], likely)
        figures[f"actors.country_wrong{ending}"] = _wrong_countries(passages[first::2], predicted)
        figures[f"actors.plv_parties{ending}"] = _parties_met(reader, first)
    return figures


def _wrong_countries(passages: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]]) -> float:
    """Give the share of the actors with a country that the gold gives another or none."""
    wrong = []
    for passage in passages:
        countries = {entity["id"]: entity["country"] for entity in passage["entities"]}
        marked = {tuple(mention["span"]): countries[mention["entity"]] for mention in passage["mentions"]}
        for actor in predicted[passage["id"]]:
            told = [marked[span] for span in map(tuple, actor["mentions"]) if span in marked]
            if actor["country"] and told:
                wrong.append(_as_one(actor["country"]) != _as_one(max(told, key=told.count)))
    return sum(wrong) / len(wrong)


def _likely(actor: dict[str, Any]) -> dict[str, Any]:
    """Give an actor with the country that is inferred where none is said."""
    return {**actor, "country": actor["country"] or actor["country_inferred"]}


def _as_one(country: str | None) -> str | None:
    return "RUS" if country == "SUN" else country


def _parties_met(reader: Reader, first: int) -> float:
    """Give the share of the parties marked in PLV, both sides of each event, that a mention of an actor overlaps."""
    rows = [json.loads(line) for line in PARTIES.read_text("utf-8").splitlines()[first::2]]
    met = [is_met for row in rows for _, is_met in parties(reader, row)]
    return sum(met) / len(met)


def parties(reader: Reader, row: dict[str, Any]) -> list[tuple[str, bool]]:
    """Give the words of each marked party, and whether a mention of an actor overlaps one of their places."""
    doc = parse(reader, Capture(data=row["text"], kind="text", published=None))
    mentions = [mention for actor in reader.find(doc).actors for mention in actor.mentions]
    return [
        (
            row[side]["text"],
            any(mention.start < end and start < mention.end for mention in mentions for start, end in spans),
        )
        for side in ("source", "target")
        if (spans := row[side]["spans"])
    ]


def _figures(found: dict[str, Any]) -> dict[str, float]:
    figures = {
        "mentions_f1": found["mentions"]["f1"],
        "mentions_p": found["mentions"]["p"],
        "mentions_r": found["mentions"]["r"],
        "resolved": found["resolution"]["weighted"],
        "b3_f1": found["b3"]["f1"],
        "country": found["entities"]["country"]["all"],
        "sector": found["entities"]["sector"]["all"],
        "kind": found["entities"]["kind"]["all"],
        "place_traps": found["place_traps"]["share"],
        "false_actors": found["false_actors"]["per_passage"],
    }
    by_form = found["resolution"]["by_form"]
    return figures | {f"resolved_{form}": by_form[form]["weighted"] for form in by_form}


def _predict(reader: Reader, passage: dict[str, Any]) -> list[dict[str, Any]]:
    capture = Capture(data=passage["text"], kind="text", published=passage["published"])
    return [_as_gold(actor) for actor in reader.find(parse(reader, capture)).actors]


def _as_gold(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "country_inferred": actor.country_inferred,
        "sector": actor.sector,
        "role": actor.role,
        "mentions": [[mention.start, mention.end] for mention in actor.mentions],
    }


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_actors", GOLD / "score_actors.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(GOLD)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    for name, value in score(Reader.load("en")).items():
        print(f"{name:32} {value:.3f}")

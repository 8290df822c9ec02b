"""The pages of both kits of ../shared/gold, and which fold each publisher's pages are in.

A figure counts on pages whose publisher the model has not seen: the publishers are cut into folds by a hash of their
name, and a page of fold k is read with the model that saw no page of fold k, whichever kit it comes from.
"""

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal
from urllib.parse import urlsplit

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold"
OLD, WIDE = GOLD / "pages", GOLD / "pages_wide"
FOLDS = 5
#: Pages of this source are under the GPL: they measure, and train nothing that is shipped.
UNSHIPPED = "rundimeco/waddle"
Kit = Literal["old", "wide", "segments", "meta"]
#: The kits whose lines have roles.
LINED: tuple[Kit, ...] = ("old", "wide")
_FOLDERS: dict[Kit, tuple[Path, str]] = {
    "old": (OLD / "dev", "../dev_gold.jsonl"),
    "wide": (WIDE / "wide_read", "read_gold.jsonl"),
    "segments": (WIDE / "segments_read", "read_segments.jsonl"),
    "meta": (WIDE / "meta_read", "read_meta.jsonl"),
}
_DUMPS: dict[Kit, tuple[str, str]] = {
    "old": ("../dev_dumps.jsonl", "../dev_dumps_para.jsonl"),
    "wide": ("read_dumps.jsonl", "read_dumps_para.jsonl"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPage:
    """A page of a kit.

    Attributes:
        kit: Where it comes from.
        gold: What its kit says of it.
        fold: The fold of its publisher.
        dump: Its words, one line a block; ``""`` in kits that have none.
        para: The same with blank lines between blocks.
    """

    kit: Kit
    gold: dict[str, Any]
    fold: int
    dump: str = ""
    para: str = ""

    @property
    def ships(self) -> bool:
        """Say whether what it teaches may be shipped."""
        return self.gold.get("source") != UNSHIPPED

    def html(self) -> str:
        """Read its HTML."""
        path = _FOLDERS[self.kit][0] / "html" / f"{self.gold['id']}.html.gz"
        return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


@lru_cache
def load_kit(kit: Kit) -> tuple[KitPage, ...]:
    """Load a kit's pages in the order of its gold."""
    folder, name = _FOLDERS[kit]
    one, para = (_dumps_of(folder / file) for file in _DUMPS[kit]) if kit in _DUMPS else ({}, {})
    return tuple(
        KitPage(kit=kit, gold=gold, fold=_fold(gold), dump=one.get(gold["id"], ""), para=para.get(gold["id"], ""))
        for gold in _read_jsonl(folder / name)
    )


def load_scorer(name: str, folder: Path = WIDE) -> ModuleType:
    """Load a kit's own scorer."""
    path = folder / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _fold(gold: dict[str, Any]) -> int:
    site = gold.get("site") or _site(gold["url"])
    publisher = gold.get("group") or _groups().get(site, site)
    return int(hashlib.sha256(publisher.encode()).hexdigest()[:8], 16) % FOLDS


@lru_cache
def _groups() -> dict[str, str]:
    """Give the publisher of each site of the wide kit."""
    folder, name = _FOLDERS["wide"]
    return {gold["site"]: gold["group"] for gold in _read_jsonl(folder / name)}


def _site(url: str) -> str:
    """Give the site of an address: the last two parts of its host, three under short second parts ("co.uk")."""
    parts = (urlsplit(url if "://" in url else f"http://{url}").hostname or "").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def _dumps_of(path: Path) -> dict[str, str]:
    return {item["id"]: item["text"] for item in _read_jsonl(path)}


def _read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip())

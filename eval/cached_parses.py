"""Parses of gold texts, kept under build/ so that a rule can be tried again in seconds."""

import hashlib
import pickle
from pathlib import Path

import newsledger
from newsledger.model import Annotated, Capture
from newsledger.pipeline import Reader

FOLDER = Path(__file__).parent.parent / "build" / "parses"


def parse(reader: Reader, capture: Capture) -> Annotated:
    """Take a capture as far as its parse, from the cache where bytes, model and page code are unchanged."""
    key = hashlib.sha256(
        "|".join(
            (
                capture.sha256,
                capture.kind,
                str(capture.published),
                str(capture.url),
                reader.made_by.model_sha256,
                _code(),
            )
        ).encode()
    ).hexdigest()
    path = FOLDER / f"{key}.pickle"
    if path.exists():
        doc: Annotated = pickle.loads(path.read_bytes())  # noqa: S301 -- our own file
        return doc
    doc = reader.annotate(capture)
    FOLDER.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{id(doc)}")
    temporary.write_bytes(pickle.dumps(doc, protocol=5))
    temporary.rename(path)
    return doc


def _code() -> str:
    root = Path(newsledger.__file__).parent
    parts = [
        p
        for room in ("page", "language", "model", "syntax")
        for p in sorted((root / room).rglob("*"))
        if p.is_file() and p.suffix in (".py", ".tsv")
    ]
    return hashlib.sha256(b"".join(p.read_bytes() for p in parts)).hexdigest()

"""Publishes a ledger into a folder: only what changed is made anew, and the folder is a whole site at every moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from newsledger.publish.assets import all_assets
from newsledger.publish.folder.manifest import MANIFEST, SIGNATURE, sha256_of, write_manifest
from newsledger.publish.folder.mirrors import Copied, copy_to
from newsledger.publish.folder.sign import sign, try_key
from newsledger.publish.folder.state import File, Made, State, close_state, load_state, open_state
from newsledger.publish.folder.write import alone, parts_of, put, refuse_strangers, remove
from newsledger.publish.formats.cards import can_paint
from newsledger.publish.pages import once
from newsledger.publish.pages.output import Output
from newsledger.publish.plan import Unit, assets_unit, heads, leaves, site_of
from newsledger.publish.settings import Settings
from newsledger.publish.site.render import Site
from newsledger.publish.site.survey import digest, survey
from newsledger.publish.sources import sources_digest
from newsledger.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was done.

    Attributes:
        pages: How many of the files are pages.
        mirrors: What was done to each mirror.
    """

    written: int
    unchanged: int
    removed: int
    pages: int
    mirrors: tuple[Copied, ...] = ()


def publish(
    store: Store, folder: Path, settings: Settings, *, mirrors: Sequence[Path] = (), key: Path | None = None
) -> Result:
    """Publish what a ledger holds at this moment.

    Args:
        store: The ledger.
        folder: Where the site stands, or will.
        settings: What is published, and for whom.
        mirrors: Folders that will hold the same.
        key: Of OpenSSH, to sign the manifest with.

    Raises:
        StoreError: The ledger cannot be read, or has nothing of what is asked for.
        SourceError: A folder cannot be written or holds something else, somebody else writes there, or the key is
            none.
    """
    if key is not None:
        try_key(key)
    for one in (folder, *mirrors):
        refuse_strangers(one)
    with alone(folder), store.contents.moment():
        result = _publish(store, folder, settings, key)
    return Result(
        written=result.written,
        unchanged=result.unchanged,
        removed=result.removed,
        pages=result.pages,
        mirrors=tuple(copy_to(folder, mirror) for mirror in mirrors),
    )


def _publish(store: Store, folder: Path, settings: Settings, key: Path | None) -> Result:
    before = load_state(folder)
    remove(folder, list(parts_of(folder)) if not before.is_sure else [])
    site = site_of(store, settings, survey(store, settings))
    runs = store.runs(limit=1)
    writer = _Writer(folder=folder, before=before, salt=_salt(settings, site))
    open_state(folder)
    writer.make([assets_unit()])
    writer.make(leaves(site))
    _search(writer, site)
    writer.make(heads(site, runs[0].run if runs else 0))
    return writer.end(key)


def _salt(settings: Settings, site: Site) -> str:
    """Give the digest of what goes into every page: how it is published, by which program, what stands in its head."""
    looks = sorted(one.name for one in all_assets().values())
    return digest(settings, version("newsledger"), sources_digest(), looks, can_paint(), "/stories" in site.links.plain)


def _search(writer: "_Writer", site: Site) -> None:
    """Make the parts of the search out of what the articles have for it, and then the page that names them."""
    parts: dict[str, list[tuple[str, ...]]] = {}
    for made in writer.made.values():
        if made.entry:
            parts.setdefault(once.shard_of(made.entry[1]), []).append(made.entry)
    files = {name: once.shard(name, parts[name]) for name in sorted(parts, reverse=True)}
    writer.make(_unit(f"find/{name}", [file]) for name, file in files.items())
    names = [f"{name}?{sha256_of(content)[:8]}" for name, (_, content) in files.items()]
    writer.make([Unit(name="search", key=digest(names), make=lambda: once.search(site, names))])


def _unit(name: str, files: Iterable[tuple[str, bytes]]) -> Unit:
    output = Output(files=tuple(files))
    return Unit(name=name, key=digest(output), make=lambda: output)


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Writes what is made, and knows what was there; it owns the folder.

    Attributes:
        made: What there is now.
    """

    folder: Path
    before: State
    salt: str
    made: dict[str, Made] = field(default_factory=dict)
    written: int = 0
    _was: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look at what was there."""
        self._was = {file.name: file.sha256 if self.before.is_sure else "" for file in self.before.files()}

    def make(self, units: Iterable[Unit]) -> None:
        """Make what changed: first what is new, to which nothing leads yet, then what leads there."""
        changed = []
        for unit in units:
            old = self.before.made.get(unit.name)
            if old is None:
                self._make(unit)
            elif self._is_same(unit, old):
                self.made[unit.name] = old
            else:
                changed.append(unit)
        for unit in changed:
            self._make(unit)

    def _is_same(self, unit: Unit, old: Made) -> bool:
        return bool(unit.key) and old.key == unit.key and self.salt == self.before.salt and self.before.is_sure

    def _make(self, unit: Unit) -> None:
        output = unit.make()
        files = tuple(self._put(name, content) for name, content in output.files)
        self.made[unit.name] = Made(key=unit.key, files=files, entry=output.entry)

    def _put(self, name: str, content: bytes) -> File:
        sha256 = sha256_of(content)
        if self._was.get(name) != sha256:
            put(self.folder, name, content)
            self.written += 1
        return File(name=name, sha256=sha256)

    def end(self, key: Path | None) -> Result:
        """Take out what nothing leads to any more, list what is there, and keep what was written."""
        now = State(salt=self.salt, made=self.made, is_sure=True)
        files = {file.name: file.sha256 for file in now.files()}
        removed = remove(self.folder, [name for name in self._was if name not in files])
        put(self.folder, MANIFEST, write_manifest(files.items()), safe=True)
        if key is not None:
            sign(self.folder, key)
        else:
            remove(self.folder, [SIGNATURE])
        close_state(self.folder, now)
        return Result(
            written=self.written,
            unchanged=len(files) - self.written,
            removed=removed,
            pages=sum(name.endswith(".html") for name in files),
        )

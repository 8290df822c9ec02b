"""Where ``newsledger read`` puts its records: standard output, or pages in files."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import click

from newsledger import codec
from newsledger.cli.rows import has_colour
from newsledger.codec import TextMode
from newsledger.errors import NewsledgerError
from newsledger.model import Record
from newsledger.show import Floors, actor_listing, annotations, escaped, html_index, html_page, listing, summary, timeml

Format = Literal["text", "json", "jsonl", "annotation", "timeml", "actors"]
FORMATS = ("text", "json", "jsonl", "annotation", "timeml")


@dataclass(slots=True, kw_only=True)
class Output:
    """Takes the records one by one; owns what was written so far."""

    form: Format
    html: Path | None
    text: TextMode
    keep_text: Path | None
    many: bool
    floors: Floors = field(default_factory=dict)
    receipts: bool = False
    read: int = 0
    shown: list[tuple[str, Record]] = field(default_factory=list)

    @classmethod
    def open(
        cls, *, form: Format | None, html: Path | None, text: TextMode, keep_text: Path | None, many: bool
    ) -> "Output":
        """Get ready, and refuse what would overwrite.

        Raises:
            NewsledgerError: The folder for pages is not empty or cannot be made, or a page is asked for
                without its text, or TimeML of many.
        """
        if html is not None and text != "full":
            raise NewsledgerError("found --html with --text quotes or none; a page to look at shows the whole text")
        if form == "timeml" and (many or text != "full"):
            raise NewsledgerError("found --format timeml with many pages or without text; it is one page and its text")
        if html is not None and many:
            if html.exists() and (not html.is_dir() or any(html.iterdir())):
                raise NewsledgerError(f"{html}: found something there, expected a new or empty folder for the pages")
            _make_folder(html)
        if keep_text is not None:
            _make_folder(keep_text)
        chosen = form or ("text" if sys.stdout.isatty() else "jsonl")
        output = cls(form=chosen, html=html, text=text, keep_text=keep_text, many=many)
        if chosen == "json" and many and html is None:
            click.echo("[")
        return output

    def add(self, record: Record) -> None:
        """Write one record."""
        self.read += 1
        if self.keep_text is not None:
            path = self.keep_text / f"{record.article.text_sha256}.txt"
            _write(path, record.article.text, errors="surrogatepass")
        if self.html is not None:
            self._add_page(record, self.html)
        else:
            click.echo(_WRITERS[self.form](self, record), nl=self.form != "text" or self.many)

    def close(self) -> None:
        """Finish what was begun."""
        if self.html is None and self.form == "json" and self.many:
            click.echo("]")
        if self.html is not None and self.many:
            _write(self.html / "index.html", html_index(self.shown))

    def _add_page(self, record: Record, place: Path) -> None:
        if not self.many:
            _write(place, html_page(record, self.floors))
            return
        name = f"{record.article.id}-{self.read}.html"
        _write(place / name, html_page(record, self.floors))
        self.shown.append((name, record))

    def as_text(self, record: Record) -> str:
        """Show a record; of many pages a line each."""
        width = shutil.get_terminal_size().columns
        if self.many:
            return summary(record)
        return listing(
            record,
            width=min(width, 100),
            colour=has_colour(),
            floors=self.floors,
            receipts=self.receipts,
        )

    def as_actors(self, record: Record) -> str:
        """Show who is in an article."""
        return actor_listing(record, width=min(shutil.get_terminal_size().columns, 100))

    def as_json(self, record: Record) -> str:
        """Write an indented document; of many pages an array's next part."""
        comma = ",\n" if self.many and self.read > 1 else ""
        return comma + escaped(codec.dump(codec.to_builtins(record, text=self.text), indent=2))

    def as_line(self, record: Record) -> str:
        """Write a record as a line."""
        return escaped(codec.to_json(record, text=self.text))

    def as_annotation(self, record: Record) -> str:
        """Write a Web Annotation collection as a line."""
        tree: dict[str, Any] = annotations(record, quotes=self.text != "none")
        return escaped(codec.dump(tree))

    def as_timeml(self, record: Record) -> str:
        """Write a TimeML document."""
        return timeml(record)


_WRITERS: dict[Format, Callable[[Output, Record], str]] = {
    "text": Output.as_text,
    "actors": Output.as_actors,
    "json": Output.as_json,
    "jsonl": Output.as_line,
    "annotation": Output.as_annotation,
    "timeml": Output.as_timeml,
}


def _write(path: Path, text: str, *, errors: str = "backslashreplace") -> None:
    try:
        path.write_bytes(text.encode("utf-8", errors))
    except OSError as error:
        raise _refused(path, error) from error


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> NewsledgerError:
    return NewsledgerError(
        f"{path}: cannot be written: {error.strerror or error}; name another place, or free this one"
    )

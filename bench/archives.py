"""Writes synthetic pages as a web archive, to add from."""

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from synthetic import Page, pages


def write_archive(path: Path, made: Iterable[Page], *, padding: int = 0) -> None:
    """Write pages as a WARC archive, each in a gzip member of its own.

    Args:
        path: Where to.
        made: The pages.
        padding: Bytes of a script that each page carries; then the pages are not packed, so that the
            archive is as large on the disk.
    """
    script = "<script>/*" + "x y " * (padding // 4) + "*/</script></body>"
    with path.open("wb") as file:
        for page in made:
            html = page.html.replace("</body>", script) if padding else page.html
            _write(file, page.url, html.encode(), level=0 if padding else 6)


def _write(file: BinaryIO, url: str, body: bytes, *, level: int) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", compresslevel=level, mtime=0))


if __name__ == "__main__":
    write_archive(Path(sys.argv[1]), pages(int(sys.argv[2])), padding=int(sys.argv[3]) if len(sys.argv) > 3 else 0)

"""An object store of this machine that speaks as much of S3 as a run needs; what is asked of it, it remembers."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

_TIME = "Mon, 01 Jan 2024 00:00:00 GMT"


@dataclass(slots=True)
class Bucket:
    """What the store holds, by key.

    Attributes:
        asked: Method and key of each request.
        refuses: From so many objects on that end in this, writing is refused.
    """

    objects: dict[str, bytes] = field(default_factory=dict)
    parts: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    refuses: str | None = None


@contextmanager
def served(bucket: Bucket) -> Iterator[str]:
    """Serve a bucket named ``news`` on the loopback, and give its endpoint."""

    class Handler(_Handler):
        held = bucket

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    held: Bucket
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        pass

    def do_HEAD(self) -> None:
        self._give(with_body=False)

    def do_GET(self) -> None:
        key, query = self._asked()
        if key:
            self._give(with_body=True)
        else:
            self._answer(200, _listing(self.held.objects, query).encode())

    def do_PUT(self) -> None:
        key, query = self._asked()
        data = self._body()
        if self.held.refuses is not None and key.endswith(self.held.refuses):
            self._answer(403, b"<Error><Code>AccessDenied</Code></Error>")
            return
        if "partNumber" in query:
            self.held.parts[key] = self.held.parts.get(key, b"") + data
        else:
            self.held.objects[key] = data
        self._answer(200, ETag=_etag(data))

    def do_POST(self) -> None:
        key, query = self._asked()
        self._body()
        if "uploads" in query:
            self._answer(200, b"<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>")
            return
        self.held.objects[key] = self.held.parts.pop(key)
        self._answer(200, b"<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>")

    def do_DELETE(self) -> None:
        key, _ = self._asked()
        self.held.objects.pop(key, None)
        self._answer(204)

    def _asked(self) -> tuple[str, dict[str, list[str]]]:
        parts = urlsplit(self.path)
        key = unquote(parts.path).partition("/news")[2].lstrip("/")
        self.held.asked.append((self.command, key))
        return key, parse_qs(parts.query, keep_blank_values=True)

    def _give(self, *, with_body: bool) -> None:
        key, _ = self._asked()
        if key and key not in self.held.objects:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>" if with_body else b"")
            return
        data, asked = self.held.objects.get(key, b""), self.headers.get("Range")
        extra = {"ETag": _etag(data), "Last-Modified": _TIME, "Accept-Ranges": "bytes"}
        if asked:
            begin, _, end = asked.removeprefix("bytes=").partition("-")
            part = data[int(begin) : int(end) + 1 if end else None]
            extra["Content-Range"] = f"bytes {begin}-{int(begin) + len(part) - 1}/{len(data)}"
            data = part
        self._answer(206 if asked else 200, data, with_body=with_body, **extra)

    def _body(self) -> bytes:
        """Read what is sent: as it is, or in chunks of Amazon's within those of HTTP."""
        if "chunked" in self.headers.get("Transfer-Encoding", ""):
            data = b"".join(self._chunks())
        else:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "aws-chunked" not in self.headers.get("Content-Encoding", ""):
            return data
        whole, at = bytearray(), 0
        while size := int(data[at : (end := data.index(b"\r\n", at))].partition(b";")[0], 16):
            whole += data[end + 2 : end + 2 + size]
            at = end + 2 + size + 2
        return bytes(whole)

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def _answer(self, status: int, data: bytes = b"", *, with_body: bool = True, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if with_body:
            self.wfile.write(data)


def _etag(data: bytes) -> str:
    return f'"{hashlib.sha256(data).hexdigest()}"'


def _listing(objects: dict[str, bytes], query: dict[str, list[str]]) -> str:
    """List objects by their prefix, as folders up to a delimiter, where one is wanted."""
    prefix, delimiter = query.get("prefix", [""])[0], query.get("delimiter", [""])[0]
    most = int(query.get("max-keys", ["1000"])[0])
    keys, folders = [], dict[str, None]()
    for key in sorted(objects):
        if key.startswith(prefix):
            inside, cut, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
            if cut:
                folders[prefix + inside + delimiter] = None
            else:
                keys.append(key)
    told = "".join(
        f"<Contents><Key>{escape(key)}</Key><Size>{len(objects[key])}</Size>"
        f"<LastModified>2024-01-01T00:00:00.000Z</LastModified></Contents>"
        for key in keys[:most]
    )
    told += "".join(f"<CommonPrefixes><Prefix>{escape(folder)}</Prefix></CommonPrefixes>" for folder in folders)
    count = len(keys[:most]) + len(folders)
    head = f"<Name>news</Name><Prefix>{escape(prefix)}</Prefix><KeyCount>{count}</KeyCount>"
    told = f"{head}<IsTruncated>false</IsTruncated>{told}"
    return f'<?xml version="1.0"?><ListBucketResult>{told}</ListBucketResult>'

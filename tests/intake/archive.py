"""Makes archives by hand, so that each of their bytes can be broken."""

import gzip

PAGE = b"<html><body><h1>Ferry leaves</h1><p>The ferry left at noon, said the harbour master.</p></body></html>"


def http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *(headers or ("Content-Type: text/html; charset=utf-8",))]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def warc(
    block: bytes, url: str, *, kind: str = "response", media_type: str | None = None, length: int | None = None
) -> bytes:
    given = media_type or ("application/http;msgtype=response" if kind == "response" else "text/plain")
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2021-03-04T05:06:07Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        f"Content-Type: {given}",
        f"Content-Length: {len(block) if length is None else length}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def page(number: int) -> bytes:
    return warc(http(PAGE + b"<!-- %d -->" % number), f"https://harbour.example/{number}")


def arc(*pages: tuple[str, bytes]) -> bytes:
    version = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    records = [b"filedesc://a.arc 0.0.0.0 20010203040506 text/plain %d\n%b\n" % (len(version), version)]
    records += [
        f"{url} 192.0.2.1 20010203040506 text/html {len(block)}\n".encode() + block + b"\n" for url, block in pages
    ]
    return b"".join(records)


def members(*records: bytes) -> list[bytes]:
    """Pack each record by itself, as archives are packed."""
    return [gzip.compress(record, mtime=0) for record in records]

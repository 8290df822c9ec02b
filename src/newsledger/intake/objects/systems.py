"""The file system that an address names: one of pyarrow's, or one of fsspec's where pyarrow has none.

Nothing is asked of anyone here but of the store that the address names; keys are found by the store's own library, in
the environment or in its files (``~/.aws``), and never in an address.
"""

import os
import re
from functools import lru_cache
from typing import Any

#: ``s3://bucket``, ``memory://``, ``zip::s3://bucket``; not ``a/b`` nor ``C:/a``.
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?://|:)")
#: ``s3:/bucket``, an address but for a slash; not ``C:/a``, which is a disk.
_ONE_SLASH = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+):/(?!/)")
#: ``container@account``, ``server:8020``; not ``name:password@server``, nor what a slash in a password leaves of it.
_HOST = re.compile(r"(?:[^:@]+@)?[^:@]*(?::\d+)?")
_BUCKET = re.compile(r"[^:@]*")
_ENDPOINTS = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
_REGIONS = ("AWS_REGION", "AWS_DEFAULT_REGION")
#: Other stores than Amazon's have none, and expect this one.
_ANY_REGION = "us-east-1"
#: Amazon's library asks an address of the network for keys behind our back, where environment and files have none.
_SILENT = {"AWS_EC2_METADATA_DISABLED": "true"}
#: Without these, Microsoft's library asks the network for a token and ends the process where it finds none.
_AZURE = ("AZURE_TENANT_ID", "AZURE_CLIENT_ID")
_MISSING = "found no pyarrow, which reads object stores; install it with: python -m pip install 'newsledger[scale]'"


def is_address(name: str) -> bool:
    """Say whether a name is the address of a file system: ``s3://bucket/a`` is, ``a/b`` is not."""
    return _SCHEME.match(name) is not None


def check_slashes(name: str) -> None:
    """Refuse a name that is an address but for a slash: it may hold a key, and is not said again.

    Raises:
        ValueError: It is one.
    """
    if (found := _ONE_SLASH.match(name)) is not None:
        scheme = found["scheme"].lower()
        told = f"{scheme}:// for an address, or ./{scheme}:/ for a folder of this name"
        raise ValueError(f"found {scheme}: with one slash, expected {told}")


def check_address(address: str) -> None:
    """Refuse an address that nobody should have written; what is refused is not said again.

    Raises:
        ValueError: It holds a key or a password, asks for options, or is one of the web.
    """
    scheme = address.partition("://")[0].lower()
    place, _, path = address.partition("://")[2].partition("/")
    is_cut = ":" in place and "@" in path  # what looks like a port may be how a password begins
    if is_cut or (_BUCKET if scheme == "s3" else _HOST).fullmatch(place) is None:
        told = "expected keys in the environment (AWS_ACCESS_KEY_ID and the like), where no list of processes has them"
        raise ValueError(f"found an address of {scheme} with a key or a password in it, {told}")
    if "?" in address or "#" in address or "::" in address:
        told = "expected none; what else is to be known of the store is taken from the environment"
        raise ValueError(f"found an address of {scheme} with options, {told}")
    if scheme in {"http", "https"}:
        raise ValueError("found an address of the web, expected a file, a folder or a bucket; 'add' fetches pages")


def opened(address: str) -> tuple[Any, str]:
    """Give the file system that an address names, and the path of the address in it.

    Raises:
        ValueError: Nothing reads such addresses.
        OSError: The store does not answer.
    """
    scheme, _, rest = address.partition("://")
    host, _, path = rest.partition("/")
    system, base = _system(scheme.lower(), host, _first(_ENDPOINTS), _first(_REGIONS))
    return system, f"{base.rstrip('/')}/{path}".rstrip("/") if base else path.rstrip("/")


@lru_cache
def _system(scheme: str, host: str, endpoint: str | None, region: str | None) -> tuple[Any, str]:
    """Give a file system, and its path of what stands before the first slash of an address."""
    for name, value in _SILENT.items():
        os.environ.setdefault(name, value)
    try:
        from pyarrow import ArrowInvalid, fs  # noqa: PLC0415 - of the extra "scale"
    except ImportError as error:
        raise ValueError(_MISSING) from error
    if scheme in {"abfs", "abfss"} and not all(map(os.environ.get, _AZURE)):
        told = f"expected {' and '.join(_AZURE)} with the secret of that client in the environment"
        raise ValueError(f"found an address of {scheme} and no keys for it, {told}")
    if scheme == "s3":
        return _s3(fs, host, endpoint, region), host
    try:
        system, base = fs.FileSystem.from_uri(f"{scheme}://{host}/")
    except ArrowInvalid:
        return _of_fsspec(fs, scheme, host)
    return system, base


def _s3(fs: Any, bucket: str, endpoint: str | None, region: str | None) -> Any:
    if region is None:
        region = fs.resolve_s3_region(bucket) if endpoint is None else _ANY_REGION
    # Else three requests go out for each file, however small.
    return fs.S3FileSystem(endpoint_override=endpoint, region=region, allow_delayed_open=True)


def _of_fsspec(fs: Any, scheme: str, host: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - needed for rare stores only

        system, base = url_to_fs(f"{scheme}://{host}/")
    except (ImportError, ValueError) as error:
        told = "expected s3, gs, abfs, hdfs or file, or what fsspec knows (python -m pip install fsspec)"
        raise ValueError(f"found an address of {scheme}, {told}") from error
    return fs.PyFileSystem(fs.FSSpecHandler(system)), base


def _first(names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := os.environ.get(name))), None)

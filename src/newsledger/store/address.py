"""Where a ledger is: a file, or the address of a database, which people may see without its password only."""

import re
from pathlib import Path
from urllib.parse import unquote

#: A file, or an address as in ``postgresql://user@host/database``.
Place = Path | str

_SCHEMES = ("postgresql://", "postgres://")
#: ``//user:secret@host`` and ``?password=secret``.
_SECRETS = (
    re.compile(r"(?P<before>//[^/@:\s]*):[^\s]*@(?=[^@\s]*(?:\s|$))"),
    re.compile(r"(?P<before>\b(?:ssl)?password)=[^&\s]*", re.IGNORECASE),
)


def is_on_server(place: Place) -> bool:
    """Say whether a ledger is named by the address of a database, and not by a file."""
    return str(place).startswith(_SCHEMES)


def without_password(words: Place, *, of: str = "") -> str:
    """Give words as anybody may read them.

    Args:
        words: A place, or what a server said.
        of: The address whose password may stand in them.
    """
    shown = _bare(str(words)) if is_on_server(words) else str(words)
    for secret in _passwords_of(of):
        shown = shown.replace(secret, "…")
    shown = _SECRETS[0].sub(r"\g<before>@", shown)
    return _SECRETS[1].sub(r"\g<before>=…", shown)


def _bare(address: str) -> str:
    """Take the password out of an address and nothing else, whatever letters it is of: "pass word", too."""
    before, _, after = address.partition("//")
    user, at, host = after.rpartition("@")
    host, mark, options = host.partition("?")
    return f"{before}//{user.partition(':')[0]}{at}{host}{mark}{'&'.join(map(_hidden, options.split('&')))}"


def _hidden(option: str) -> str:
    """Hide an option that is a password, also where its name is written in escapes: ``passw%6Frd=secret``."""
    name, mark, _ = option.partition("=")
    return f"{name}{mark}…" if unquote(name).lower().endswith("password") else option


def _passwords_of(address: str) -> list[str]:
    user = address.partition("//")[2].rpartition("@")[0]
    secret = user.partition(":")[2]
    return [one for one in (secret, unquote(secret)) if one]

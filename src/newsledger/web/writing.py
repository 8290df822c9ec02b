"""Who may write: a token that was told at the start opens a session, and each form names the session that it is of."""

import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import parse_qsl

#: A longer form is none of ours.
LONGEST = 16_384
_MOST_FIELDS = 40
#: Letters of a name.
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a reader of a site that can be written to sits.

    Attributes:
        by: The name under which he writes; None for one who has not given the token.
        mark: What his forms must bring along, so that no other page's form is taken for one of them.
    """

    by: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """Opens sessions; it holds nothing but the token, so that they end with the program.

    Attributes:
        token: What somebody who may write was told.
    """

    token: str

    @property
    def cookie(self) -> str:
        """The name of the cookie; ports of one host share their cookies, so that each site needs its own."""
        return f"newsledger_{self._sign('name', '')[:12]}"

    def open(self, token: str, by: str) -> str | None:
        """Give the cookie of a session; None where the token is another, or nobody is named."""
        name = by.strip()
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return None
        if not name or len(name) > _LONGEST_NAME or not name.isprintable():
            return None
        held = urlsafe_b64encode(name.encode()).decode()
        return f"{held}.{self._sign('session', held)}"

    def desk(self, cookie: str | None) -> Desk:
        """Say who sits there."""
        held, _, sign = (cookie or "").partition(".")
        if not held or not hmac.compare_digest(sign.encode(), self._sign("session", held).encode()):
            return Desk()
        return Desk(by=urlsafe_b64decode(held.encode()).decode(), mark=self._sign("form", held))

    def _sign(self, what: str, words: str) -> str:
        return hmac.new(self.token.encode(), f"{what}\x1f{words}".encode(), hashlib.sha256).hexdigest()


def read_form(body: bytes) -> dict[str, str]:
    """Read a form, as browsers send it.

    Raises:
        ValueError: It is none, or too long.
    """
    if len(body) > LONGEST:
        raise ValueError(f"found a form of more than {LONGEST} bytes, expected a shorter one")
    found = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    return {name: value.strip() for name, value in found}


def is_of(form: dict[str, str], desk: Desk) -> bool:
    """Say whether a form is one of this session's own."""
    return desk.by is not None and hmac.compare_digest(form.get("mark", "").encode(), desk.mark.encode())

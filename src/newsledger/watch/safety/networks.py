"""Whether an IP address is one of the open internet."""

from functools import cache
from importlib.resources import files
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
#: Mapped (RFC 4291), by NAT64 (RFC 6052) and translated (RFC 2765): the last four bytes are an IPv4 address.
_CARRIERS = (IPv6Network("::ffff:0:0/96"), IPv6Network("64:ff9b::/96"), IPv6Network("::ffff:0:0:0/96"))
#: The second half of an address of ISATAP (RFC 5214) begins so, and ends in an IPv4 address.
_ISATAP = (0x00005EFE, 0x02005EFE)


def why_not(address: str) -> str | None:
    """Say why an IP address must not be connected to, None where it may be.

    An IPv4 address that stands in one of IPv6 (mapped, by NAT64, 6to4 or ISATAP) is looked at itself.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return "no address"
    inner = _inner(found)
    if inner is not None and (told := _special(inner)):
        return f"{told}, as {inner}"
    return None if inner is not None and _is_carrier(found) else _special(found)


def _inner(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address.sixtofour is not None:
        return address.sixtofour
    stands = _is_carrier(address) or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP
    return IPv4Address(int(address) & 0xFFFFFFFF) if stands else None


def _is_carrier(address: Address) -> bool:
    """Say whether nothing but the IPv4 address in an address of IPv6 tells where it leads."""
    return any(address in network for network in _CARRIERS)


def _special(address: Address) -> str | None:
    return next((what for network, what in _networks() if address in network), None)


@cache
def _networks() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    lines = (files(__package__) / "data" / "networks.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return tuple((ip_network(network), what) for network, what, _ in rows[1:])

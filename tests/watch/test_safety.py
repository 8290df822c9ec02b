"""What must not be asked is refused by its letters, or by the address that its name has: nothing connects to it."""

import ipaddress
from importlib.resources import files

import pytest

from newsledger.watch import safety
from newsledger.watch.safety import UnsafeError, check_address, place_of, why_not
from watch.tricky import INSIDE, MISREAD, NAMES, TRICKY

LINES = (files(safety) / "data" / "networks.tsv").read_text("utf-8").splitlines()
NETWORKS = [line.split("\t") for line in LINES if not line.startswith("#")][1:]


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Stand for a resolver that takes numbers as the C library does, and knows some names."""
    assert port
    return NAMES.get(host, ("93.184.215.14",))


def connect_to(url: str) -> tuple[str, ...]:
    place = place_of(url)
    return check_address(place.host, place.port, resolve)


@pytest.mark.parametrize("url", TRICKY)
def test_no_tricky_address_is_given_to_connect_to(url: str) -> None:
    with pytest.raises(UnsafeError, match=r"found|is at"):
        connect_to(url)


def test_there_are_eighty_of_them() -> None:
    assert len(set(TRICKY)) >= 80


@pytest.mark.parametrize("url", [*INSIDE])
def test_an_address_inside_is_asked_where_that_is_allowed(url: str) -> None:
    place = place_of(url, allow_private=True)

    assert check_address(place.host, place.port, resolve, allow_private=True)


@pytest.mark.parametrize("url", MISREAD)
def test_what_hides_where_it_leads_is_refused_all_the_same(url: str) -> None:
    with pytest.raises(UnsafeError):
        place_of(url, allow_private=True)


@pytest.mark.parametrize(
    ("url", "written"),
    [
        pytest.param("https://Paper.Example/a b", None, id="a-space"),
        pytest.param("https://Paper.Example", "https://paper.example/", id="no-path"),
        pytest.param("https://paper.example:443/a?b=1#c", "https://paper.example/a?b=1", id="port-and-part"),
        pytest.param("http://paper.example:8080/å", "http://paper.example:8080/%C3%A5", id="letters-of-a-path"),
        pytest.param("https://bücher.example/", "https://xn--bcher-kva.example/", id="letters-of-a-host"),
        pytest.param(
            "https://日本語ニュース.example/", "https://xn--zck9awe6ds833acvb2w6i.example/", id="scripts-of-japan"
        ),
        pytest.param("https://93.184.215.14/", "https://93.184.215.14/", id="four-numbers"),
        pytest.param("https://[2606:2800:21f::1]/", "https://[2606:2800:21f::1]/", id="ipv6"),
        pytest.param("https://paper.example./", "https://paper.example/", id="a-dot-behind"),
    ],
)
def test_a_papers_address_is_written_in_one_way(url: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(UnsafeError):
            place_of(url)
        return
    place = place_of(url)

    assert place.url == written
    assert check_address(place.host, place.port, resolve)


@pytest.mark.parametrize(("network", "what", "example"), NETWORKS, ids=[row[0] for row in NETWORKS])
def test_each_network_is_refused_by_its_example(network: str, what: str, example: str) -> None:
    assert ipaddress.ip_address(example) in ipaddress.ip_network(network)
    assert what in (why_not(example) or "")


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::1"]
)
def test_an_address_of_the_open_internet_may_be_asked(address: str) -> None:
    assert why_not(address) is None


def test_one_address_inside_among_others_is_enough_to_refuse_a_name() -> None:
    with pytest.raises(UnsafeError, match=r"10\.0\.0\.1"):
        check_address("paper.example", 443, lambda *_: ["93.184.215.14", "10.0.0.1"])

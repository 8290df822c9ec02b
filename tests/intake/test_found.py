"""One address for every way of writing it."""

from pathlib import Path

import pytest

from newsledger.intake import address_of_path, address_of_url, file_of, path_of_address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("HTTPS://Harbour.Example", "https://harbour.example/"),
        (" https://harbour.example:443/a?b=1#c ", "https://harbour.example/a?b=1"),
        ("http://harbour.example:8080/a", "http://harbour.example:8080/a"),
        ("https://name:word@harbour.example/a", "https://harbour.example/a"),
        ("https://häfen.example/ü", "https://xn--hfen-loa.example/ü"),
        ("https://harbour.example/%7euser%2f%c3", "https://harbour.example/~user%2F%C3"),
        ("http://[2001:DB8::1]/a", "http://[2001:db8::1]/a"),
        ("harbour.example/a", "harbour.example/a"),
        ("https://harbour.example:port/", "https://harbour.example:port/"),
        ("https://[harbour/", "https://[harbour/"),
        ("urn:isbn:1", "urn:isbn:1"),
    ],
)
def test_an_address_is_written_in_one_way(written: str, address: str) -> None:
    assert address_of_url(written) == address
    assert address_of_url(address) == address


def test_a_path_is_the_same_address_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a b#ü?.html"
    monkeypatch.chdir(tmp_path)

    assert address_of_path(path.name) == address_of_path(path)
    assert path_of_address(address_of_path(path)) == path
    assert path_of_address("https://harbour.example/a") is None


@pytest.mark.parametrize("place", ["a.jsonl", "a.jsonl#line=7", "a.warc.gz#byte=120"])
def test_a_place_gives_its_file(place: str) -> None:
    assert file_of(place) in {"a.jsonl", "a.warc.gz"}

from datetime import UTC, date, datetime

import pytest

from newsledger.model import Capture, iso_date


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param(date(2017, 1, 21), "2017-01-21", id="date"),
        pytest.param(datetime(2017, 1, 21, 9, tzinfo=UTC), "2017-01-21", id="datetime"),
        pytest.param("2017-01-21T09:00:00Z", "2017-01-21", id="iso-datetime"),
        pytest.param("2017-01", "2017-01", id="month"),
        pytest.param("2017", "2017", id="year"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_a_given_date_is_kept_as_iso(given: date | str | None, kept: str | None) -> None:
    assert iso_date(given) == kept


@pytest.mark.parametrize("given", ["yesterday", "2017-13", "2017-02-30", "21/01/2017", "", "2017-1-2"])
def test_what_is_no_iso_date_is_refused_with_the_form_that_was_expected(given: str) -> None:
    with pytest.raises(ValueError, match=r"2017-01-21|calendar"):
        iso_date(given)


def test_a_capture_hashes_its_bytes() -> None:
    assert Capture(data=b"abc").sha256 == Capture(data="abc").sha256
    assert Capture(data=b"abc").sha256.startswith("ba7816bf")

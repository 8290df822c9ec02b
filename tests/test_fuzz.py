"""Pages with something broken in them: no exception but ours, and none that takes too long. `make fuzz` plays 500."""

import pytest

from fuzz import play
from newsledger import Reader

# A golden page takes a tenth of a second; what takes a hundred times that has run away.
TOO_LONG = 10.0
# Work that grows faster than its text shows in `test_hostile.py`, which counts it.
LARGEST = 20_000


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_a_mutated_page_gives_a_sound_record_or_a_failure_that_says_why(reader: Reader, first: int) -> None:
    rounds = list(play(reader, range(first, first + 25), largest=LARGEST))

    assert [played for played in rounds if played.fault] == []
    assert [played for played in rounds if played.seconds > TOO_LONG] == []

"""What all tests share: one loaded reader, since loading it is the only slow thing they do."""

import pytest

from newsledger import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load("en")

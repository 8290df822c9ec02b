"""What ledgers are checked with in this process: the page rules, which are loaded once."""

from collections.abc import Iterator
from functools import cache

import pytest

from newsledger.ledger.upkeep import check
from newsledger.pipeline import load_page_rules


@pytest.fixture(scope="session", autouse=True)
def one_set_of_page_rules() -> Iterator[None]:
    """Load no list anew for each check: nobody changes one meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "load_page_rules", cache(load_page_rules))
        yield

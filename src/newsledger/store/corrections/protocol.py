"""What every store can do with what persons judged."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from newsledger.model import Correction, Judgeable, Page
from newsledger.store.corrections.records import Doubtful, ReviewQuestion, Taken


class CorrectionStore(Protocol):
    """Keeps corrections; they are only added to, and nothing of a record is changed by them."""

    def keep(self, corrections: Iterable[Correction]) -> tuple[Taken, ...]:
        """Keep corrections, all of them or, where it raises, none; keeping twice is once.

        Raises:
            StoreError: The database refused.
        """

    def log(self) -> Iterator[Correction]:
        """Give all that was ever judged, in its order, with the ids that findings had then."""

    def get(self, correction: str) -> Correction:
        """Give a correction by its id.

        Raises:
            AbsentError: There is none.
        """

    def standing(self, findings: Iterable[str] | None = None) -> Mapping[str, tuple[Correction, ...]]:
        """Give what stands, by the ids that its findings have now.

        Args:
            findings: Only of these, by the ids that they have now; None for all.
        """

    def subject(self, identifier: str, *, field: str | None = None) -> tuple[str, Judgeable]:
        """Give the finding that is judged where somebody names one, by the id that it has now, and its kind.

        Of what an article tells several times that is the mention that lists show; of a happening, the finding that
        tells most of it, or, where its ``state`` is judged, what was expected of it.

        Args:
            identifier: Of a finding or a happening.
            field: The field that is judged.

        Raises:
            AbsentError: There is none, or it is of a kind that nobody judges.
        """

    def doubtful(self, question: ReviewQuestion, *, limit: int, after: str | None = None) -> Page[Doubtful]:
        """Give findings that nobody judged, those first of which the most is to be learnt.

        Raises:
            ValueError: The cursor is not one of this question.
        """

    def check(self) -> Iterator[str]:
        """Give each thing that is amiss with corrections, in plain words."""

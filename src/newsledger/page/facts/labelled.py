"""A page whose lines have their roles, and what its markup says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.model import BlockRole, Capture, Receipt
from newsledger.page.layout.place import Layout
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.markup.metadata import Fact, Metadata
from newsledger.page.words.line import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """A page whose lines have their roles."""

    capture: Capture
    lines: Sequence[MarkedLine]
    roles: Sequence[BlockRole]
    layout: Layout
    metadata: Metadata = field(default_factory=dict)
    title: str | None = None

    def of_role(self, role: BlockRole) -> Iterator[MarkedLine]:
        """Give the lines of a role."""
        return (marked for marked, mine in zip(self.lines, self.roles, strict=True) if mine == role)

    def facts(self, kind: str) -> tuple[Fact, ...]:
        """Give what the markup says of a kind, the most trusted first."""
        return self.metadata.get(kind, ())


def receipts_of(**named: Receipt | None) -> Mapping[str, Receipt]:
    """Keep the receipts that are there."""
    return {name: receipt for name, receipt in named.items() if receipt}


def squash(name: str) -> str:
    """Write a name without its article, spaces, marks and capitals: "The Harbour News" and "harbournews" are one."""
    words = words_of(name)
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)

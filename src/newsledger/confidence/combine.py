"""How sure a happening is that several mentions tell."""

from collections.abc import Hashable, Iterable, Mapping

from newsledger.model import Weighed, joined

#: How often two readers who judge a finding agree on whether it is right (eval/judged/README.md): however many
#: reports there are, nobody has checked that more of them make a finding surer than this.
AGREED: Mapping[Weighed, float] = {"events": 0.955, "statements": 0.943, "expectations": 0.883, "countries": 1.0}


def combined(reports: Iterable[tuple[float | None, Hashable]], of: Weighed = "events") -> float | None:
    """Give the confidence of one happening that several reports tell.

    Copies of one text are one report, as sure as the surest of them; so are the mentions of one article. Reports that
    were written independently are joined by a noisy-or (Pearl 1988), up to what two readers agree on; one that is
    surer by itself stays so.

    Args:
        reports: Of each mention its confidence, None where that is not known, and what it shares with its copies and
            with the other mentions of its article: the key of a group, such as the article's id or its story's.
        of: What is told.

    Returns:
        None where nothing is known of any report.
    """
    groups: dict[Hashable, float] = {}
    for confidence, group in reports:
        if confidence is not None:
            groups[group] = max(confidence, groups.get(group, 0.0))
    if not groups:
        return None
    return max(*groups.values(), min(joined(groups.values()), AGREED[of]))

"""Whether it happened: by the words of its own clause, by what that hangs from, and by what goes on."""

from newsledger.events.standing.judge import is_before_clause, judge
from newsledger.events.standing.marks import HAPPENED, Judgement, is_definite
from newsledger.events.standing.operators import governor, operator_above

__all__ = ["HAPPENED", "Judgement", "governor", "is_before_clause", "is_definite", "judge", "operator_above"]

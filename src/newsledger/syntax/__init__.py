"""An article's clauses: what each predicate says of whom; the floor under the reading rooms."""

from newsledger.syntax.analyse import analyse
from newsledger.syntax.mend import mend
from newsledger.syntax.rules import SCHEMAS, Rules

__all__ = ["SCHEMAS", "Rules", "analyse", "mend"]

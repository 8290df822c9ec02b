"""What the room knows: traits of verbs, and the model of roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsledger.lexicon import Lexicon, Schema
from newsledger.syntax.mend import SCHEMAS as MEND_SCHEMAS
from newsledger.syntax.mend import Mends
from newsledger.syntax.roles.model import RoleModel, load_model
from newsledger.syntax.traits import SCHEMAS as TRAIT_SCHEMAS
from newsledger.syntax.traits import Traits

SCHEMAS: Mapping[str, Schema] = {**TRAIT_SCHEMAS, **MEND_SCHEMAS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the room knows.

    Attributes:
        traits: Verbs whose construction their lemma decides.
        mends: What is mended in which model's parse.
        model: Weights of the roles.
    """

    traits: Traits
    mends: Mends
    model: RoleModel = field(repr=False)

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules of the room's lexicons."""
        return cls(traits=Traits.build(lexicons), mends=Mends.build(lexicons), model=load_model())

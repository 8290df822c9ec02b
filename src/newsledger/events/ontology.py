"""The codes of an event: its PLOVER type as older coders book it, CAMEO, quad class, Goldstein value."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from newsledger.errors import LexiconError
from newsledger.model import EventType, PloverType, Standing

#: The CAMEO code of a type where the words settle no more.
WIDEST: Mapping[PloverType, str] = {
    "AGREE": "030",
    "CONSULT": "040",
    "SUPPORT": "050",
    "COOPERATE": "060",
    "AID": "070",
    "CONCEDE": "080",
    "RETREAT": "087",
    "REQUEST": "100",
    "ACCUSE": "110",
    "REJECT": "120",
    "THREATEN": "130",
    "PROTEST": "140",
    "MOBILIZE": "150",
    "SANCTION": "160",
    "COERCE": "170",
    "ASSAULT": "190",
}
_CONTEXTS = """military intelligence executive legislative election political_institutions pro_democracy pro_autocracy
    economic legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity
    inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment
    technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"""
#: PLOVER's contexts: what an event is about, in the order of its manual.
CONTEXTS = tuple(_CONTEXTS.split())
_HEADER = "code\tquad\tgoldstein\tplover_type\tintent"
#: The CAMEO code of a signed accord, which PLOVER's AGREE keeps for the promise to sign.
_ACCORD = "057"
_COUNTS_AS_DONE = ("happened", "ongoing", "alleged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A CAMEO code.

    Attributes:
        quad: Quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
        goldstein: -10 to 10.
        intent: The code of a plan or threat to do it, or None.
    """

    code: str
    quad: int
    goldstein: float
    intent: str | None


def load_codes() -> Mapping[str, Code]:
    """Load the table of CAMEO codes.

    Raises:
        LexiconError: The table does not have the columns that it should have.
    """
    path = files(__package__) / "data" / "cameo.tsv"
    lines = path.read_text("utf-8").splitlines()[2:]
    if lines[0] != _HEADER:
        raise LexiconError(f"{path}: found the header {lines[0]!r}, expected {_HEADER!r}", path=str(path), line=3)
    codes = {}
    for line in lines[1:]:
        code, quad, goldstein, _, intent = line.split("\t")
        codes[code] = Code(
            code=code, quad=int(quad), goldstein=float(goldstein), intent=None if intent == "-" else intent
        )
    return codes


def plover_type(event_type: EventType, standing: Standing, own: str | None = None) -> PloverType | None:
    """Say as which type older coders book an event.

    What is done, under way or alleged is booked as itself, an accord that is signed as CAMEO's 057, which
    is SUPPORT; a plan to cooperate as AGREE, a plan of material conflict as THREATEN; what is hypothetical
    or denied not at all.

    Args:
        event_type: The act itself.
        standing: Whether it happened.
        own: The CAMEO code that the predicate's entry gives, if any.
    """
    if event_type == "OTHER" or standing in ("hypothetical", "denied"):
        return None
    if standing in _COUNTS_AS_DONE:
        return "SUPPORT" if own == _ACCORD else event_type
    root = int(WIDEST[event_type][:2])
    if root <= 8:
        return "AGREE"
    return "THREATEN" if root >= 14 else event_type


def code_of(
    codes: Mapping[str, Code], event_type: EventType, booked: PloverType | None, own: str | None
) -> Code | None:
    """Give the CAMEO code that goes with the booked type.

    Args:
        codes: The table.
        event_type: The act itself.
        booked: Its ``plover_type``.
        own: The code of the act that the predicate's entry gives, if any.
    """
    if booked is None or event_type == "OTHER":
        return None
    act = codes[own or WIDEST[event_type]]
    if booked == event_type or (own == _ACCORD and booked == "SUPPORT"):
        return act
    return codes[WIDEST[booked] if booked == "REJECT" else act.intent or WIDEST[booked]]

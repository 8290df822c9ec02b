"""Writes the export room's table of countries' codes from the package ``countrycode``.

    .venv/bin/pip install --no-deps countrycode==0.6.0
    .venv/bin/python scripts/countries.py

The package keeps its list as a pickle, which only this script opens; the table holds facts: codes and English names.
"""

import pickle
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "newsledger" / "export" / "data" / "countries.tsv"
HEAD = """# source: countrycode 0.6.0 (ISO 3166-1, Correlates of War, FIPS 10-4; English names); CAMEO 1.1b3
# licence: facts
country\tname\tcow\tfips\tcameo\talso
"""
#: Codes that CAMEO's list of countries has in place of ISO's.
CAMEO = {"ROU": "ROM", "TLS": "TMP", "XKX": "KSV", "IMN": "IMY"}
#: Who has no code of ISO's own, or another number today.
KOSOVO = ("XKX", "Kosovo", "347", "KV", "KSV", "-")
COW = {"SRB": "345", "DEU": "255"}


def main() -> None:
    """Write the table."""
    path = files("countrycode") / "data" / "codelist.pickle"
    codes: dict[str, list[Any]] = pickle.loads(path.read_bytes())  # noqa: S301 - the package's own file
    columns = (codes[name] for name in ("iso3c", "country.name.en", "cown", "fips", "un.name.en", "iso.name.en"))
    rows = {KOSOVO[0]: KOSOVO}
    for iso, name, cow, fips, *also in zip(*columns, strict=True):
        if iso:
            known = (COW.get(iso, str(cow or "-")), fips or "-", CAMEO.get(iso, iso))
            rows[iso] = (iso, name, *known, other_names(name, also))
    OUT.write_text(HEAD + "".join("\t".join(rows[iso]) + "\n" for iso in sorted(rows)), encoding="utf-8")


def other_names(name: str, also: list[str | None]) -> str:
    """Give the names that the United Nations and ISO have for a country, parted by ``|``."""
    bare = [re.sub(r" *\((?:the|la)\)$|\*", "", one).strip() for one in also if one]
    return "|".join(dict.fromkeys(one for one in bare if one != name)) or "-"


if __name__ == "__main__":
    main()

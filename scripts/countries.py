"""Writes the export room's table of countries' codes from the package ``countrycode``.

    .venv/bin/pip install --no-deps countrycode==0.6.0
    .venv/bin/python scripts/countries.py

The package keeps its list as a pickle, which only this script opens; the table holds facts: codes and English names.
"""

import pickle
from importlib.resources import files
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "newsledger" / "export" / "data" / "countries.tsv"
HEAD = """# source: countrycode 0.6.0 (ISO 3166-1, Correlates of War, FIPS 10-4; English names); CAMEO 1.1b3
# licence: facts
country\tname\tcow\tfips\tcameo
"""
#: Codes that CAMEO's list of countries has in place of ISO's.
CAMEO = {"ROU": "ROM", "TLS": "TMP", "XKX": "KSV", "IMN": "IMY"}
#: Who has no code of ISO's own, or another number today.
KOSOVO = ("XKX", "Kosovo", "347", "KV", "KSV")
COW = {"SRB": "345", "DEU": "255"}


def main() -> None:
    """Write the table."""
    path = files("countrycode") / "data" / "codelist.pickle"
    codes: dict[str, list[Any]] = pickle.loads(path.read_bytes())  # noqa: S301 - the package's own file
    columns = (codes[name] for name in ("iso3c", "country.name.en", "cown", "fips"))
    rows = {KOSOVO[0]: KOSOVO}
    for iso, name, cow, fips in zip(*columns, strict=True):
        if iso:
            rows[iso] = (iso, name, COW.get(iso, str(cow or "-")), fips or "-", CAMEO.get(iso, iso))
    OUT.write_text(HEAD + "".join("\t".join(rows[iso]) + "\n" for iso in sorted(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()

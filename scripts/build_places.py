#!/usr/bin/env python3
"""Which names are those of countries, states and great cities? Writes sentiment/data/places.tsv.

    python scripts/build_places.py

Needs babel, which carries the territories of the Unicode CLDR in every language. Cities
are those that the time zone database names its zones by; states are listed below.
"""

from __future__ import annotations

import zoneinfo
from pathlib import Path

from babel import Locale

PLACES = Path(__file__).resolve().parent.parent / "sentiment/data/places.tsv"
LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "hi", "fil")

STATES = """
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida;
Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland;
Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska; Nevada;
New Hampshire; New Jersey; New Mexico; New York; North Carolina; North Dakota; Ohio;
Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee;
Texas; Utah; Vermont; Virginia; Washington; West Virginia; Wisconsin; Wyoming;
Andhra Pradesh; Arunachal Pradesh; Assam; Bihar; Chhattisgarh; Goa; Gujarat; Haryana;
Himachal Pradesh; Jharkhand; Karnataka; Kerala; Madhya Pradesh; Maharashtra; Manipur;
Meghalaya; Mizoram; Nagaland; Odisha; Punjab; Rajasthan; Sikkim; Tamil Nadu; Telangana;
Tripura; Uttar Pradesh; Uttarakhand; West Bengal; Kashmir; Ontario; Quebec; Alberta;
Manitoba; Saskatchewan; Nova Scotia; New Brunswick; British Columbia; Queensland;
Tasmania; New South Wales; England; Scotland; Wales; Northern Ireland; Britain; Bavaria;
Catalonia; Sicily; Mumbai; Delhi; New Delhi; Chennai; Hyderabad; Bengaluru; Korea; America
"""
# as datelines have them: "in Charleston, W.Va., on Monday"
SHORT_STATES = """
Ala; Ariz; Calif; Colo; Conn; Fla; Ga; Ill; Kan; Ky; Mass; Md; Mich; Minn; N.C; N.D; N.H; N.J;
N.M; N.Y; Neb; Nev; Okla; Ont; Ore; R.I; S.C; S.D; Tenn; Va; Vt; W. Va; W.Va; Wis; Wyo
"""
KINDS_OF_ZONE = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific")

HEAD = """\
# places.tsv    countries, states and great cities: a name of theirs is no person's
# source: territories of the Unicode CLDR by babel, cities of IANA time zones, states by hand
# made by: scripts/build_places.py
# columns: language\tnames
"""


def territories(language: str) -> set[str]:
    """Names of countries; groups of islands and names with a sign in them are left out."""
    names = Locale(language).territories
    real = (n for code, n in names.items() if code.isalpha() and code not in {"XA", "XB", "ZZ"})
    return {n for n in real if not set("()&;") & set(n)}


def cities() -> set[str]:
    zones = (z.split("/") for z in sorted(zoneinfo.available_timezones()))
    return {z[-1].replace("_", " ") for z in zones if len(z) > 1 and z[0] in KINDS_OF_ZONE}


def main() -> None:
    states = {s.strip() for s in f"{STATES};{SHORT_STATES}".replace("\n", " ").split(";")}
    rows = []
    for language in LANGUAGES:
        names = territories(language)
        if language == "en":
            names |= cities() | states
        rows.append(f"{language.replace('fil', 'tl')}\t{'; '.join(sorted(names))}")
    PLACES.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

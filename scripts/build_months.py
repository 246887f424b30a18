#!/usr/bin/env python3
"""Which words name a month? Writes sentiment/data/months.tsv.

    python scripts/build_months.py

Needs babel, which carries the month names of the Unicode CLDR. Spellings that
posts use and CLDR lacks are listed below.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.dates import get_month_names

LANGUAGES = [
    "en",
    "es",
    "pt",
    "fr",
    "de",
    "it",
    "hi",
    "fil",
    "nl",
    "id",
    "ms",
    "tr",
    "pl",
    "ru",
    "uk",
    "cs",
    "ro",
    "sv",
    "da",
    "nb",
    "fi",
    "el",
    "vi",
    "ca",
    "ta",
    "te",
    "bn",
    "mr",
    "ml",
    "kn",
    "gu",
    "ur",
    "ar",
    "he",
]

EXTRA = {
    "en": {"sept": 9, "juli": 7},
    "hi": {
        "फरवरी": 2,
        "सितम्बर": 9,
        "अक्तूबर": 10,
        "नवम्बर": 11,
        "दिसम्बर": 12,
        "अगस्त": 8,
    },
    "es": {"set": 9, "setiembre": 9},
    "de": {"jänner": 1, "feber": 2, "mrz": 3},
    "fr": {"fev": 2, "aout": 8, "dec": 12, "fevrier": 2, "decembre": 12},
    "pt": {"marco": 3},
    "ar": {"كانون الثاني": 1},
}


def key(word: str) -> str:
    """The form under which a month is looked up; `sentiment.data.dates` does the same."""
    folded = unicodedata.normalize("NFC", word).casefold().replace("\u093c", "")
    return folded.strip(".॰ ")


def months() -> dict[str, tuple[int, list[str]]]:
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for language in LANGUAGES:
        Locale.parse(language)
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    for word in {key(name), key(name.removeprefix("de ").removeprefix("d’"))}:
                        if (
                            len(word) > 1
                            and " " not in word
                            and not any(c.isdigit() for c in word)
                            and language not in found[word][number]
                        ):
                            found[word][number].append(language)
        for word, number in EXTRA.get(language, {}).items():
            if " " not in word and language not in found[key(word)][number]:
                found[key(word)][number].append(language)
    result = {}
    for word, numbers in found.items():
        # one word, two months in two languages: the larger group of languages has it
        number = max(numbers, key=lambda n: (len(numbers[n]), -n))
        result[word] = (number, numbers[number])
    return result


def main() -> None:
    out = Path(__file__).parent.parent / "sentiment" / "data" / "months.tsv"
    lines = [
        "# months.tsv    words that name a month, in the languages articles come in",
        "# source: Unicode CLDR by way of babel (Unicode licence), and spellings seen in posts",
        "# made by: scripts/build_months.py",
        "# columns: word\tmonth\tlanguages",
    ]
    for word, (number, languages) in sorted(months().items(), key=lambda i: (i[1][0], i[0])):
        lines.append(f"{word}\t{number}\t{' '.join(languages)}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{out.name}: {len(lines) - 4} words")


if __name__ == "__main__":
    main()

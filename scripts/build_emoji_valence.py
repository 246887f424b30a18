"""What does every emoji of the current Unicode set say of a writer's stance?

    python scripts/build_emoji_valence.py [--check] [--ranking FILE]

Reads the emoji known to the ``emoji`` package and the values judged by hand in
``scripts/emoji_reviewed.tsv``; writes ``sentiment/data/emoji_valence.tsv``. An
emoji that was not judged takes, in this order, the value of the person-neutral
or plain emoji it is a variant of; the mean of the words in its CLDR name that
judged names share, shrunk towards 0; or 0. Skin tones share their base and are not
listed. ``--ranking`` prints the rank correlation with a file of the Emoji
Sentiment Ranking (columns Emoji, Occurrences, Negative, Neutral, Positive); it is
read for the comparison only, nothing of it enters the table.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path

import emoji

ROOT = Path(__file__).resolve().parent.parent
REVIEWED = ROOT / "scripts" / "emoji_reviewed.tsv"
TABLE = ROOT / "sentiment" / "data" / "emoji_valence.tsv"

SKIN = "🏻🏼🏽🏾🏿"
VARIATION = "\ufe0f"
SHRINK = 2.0  # pseudo-counts at 0: one judged name moves its word by a third
FLAG = 0.5  # a flag is waved more often than burnt; small, so that words decide
# words of form and colour, which names share by accident
SKIP = frozenset(
    [
        "with",
        "and",
        "of",
        "the",
        "in",
        "on",
        "a",
        "face",
        "button",
        "person",
        "people",
        "man",
        "woman",
        "men",
        "women",
        "up",
        "down",
        "left",
        "right",
        "back",
        "top",
        "arrow",
        "square",
        "circle",
        "diamond",
        "large",
        "medium",
        "small",
        "black",
        "white",
        "red",
        "orange",
        "yellow",
        "green",
        "blue",
        "purple",
        "brown",
        "grey",
        "pink",
        "cross",
        "sign",
        "symbol",
        "mark",
        "hand",
        "hands",
        "heavy",
        "double",
        "open",
        "light",
        "dark",
        "big",
        "raised",
        "pointing",
        "backhand",
        "index",
        "sheet",
        "mail",
        "box",
        "eye",
        "eyes",
        "mouth",
        "nose",
        "head",
        "star",
        "suit",
        "eight",
        "six",
        "four",
        "sun",
        "cloud",
    ]
)
FLAG_LETTERS = 2


def bases() -> dict[str, str]:
    """Fully qualified emoji without skin tones -> CLDR short name with spaces."""
    return {
        sign: str(entry["en"]).strip(":")
        for sign, entry in emoji.EMOJI_DATA.items()
        if entry["status"] == emoji.STATUS["fully_qualified"]
        and not any(tone in sign for tone in SKIN)
    }


def reviewed() -> dict[str, tuple[float, str]]:
    rows = [
        line.split("\t")
        for line in REVIEWED.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#\ufe0f") and not line.startswith("# ")
    ]
    return {sign: (float(valence), role) for sign, valence, role in rows}


def words(name: str) -> list[str]:
    cleaned = name.lower().replace("-", "_").replace(":", "_").split("_")
    return [w for w in cleaned if w and w not in SKIP]


def by_word(names: dict[str, str], judged: dict[str, tuple[float, str]]) -> dict[str, float]:
    sums: dict[str, list[float]] = defaultdict(list)
    for sign, (valence, _) in judged.items():
        for word in set(words(names[sign])):
            sums[word].append(valence)
    return {word: sum(found) / (len(found) + SHRINK) for word, found in sums.items()}


def variant_of(sign: str, names: dict[str, str]) -> str | None:
    """The plain emoji that a gendered or directional one is a variant of."""
    parts = sign.split("\u200d")
    for kept in (parts[0], parts[0] + VARIATION):
        if len(parts) > 1 and kept in names and parts[1].strip(VARIATION) in "♂♀➡":
            return kept
    return None


def table() -> list[tuple[str, str, float, str, str]]:
    names = bases()
    judged = reviewed()
    unknown = sorted(set(judged) - set(names))
    if unknown:
        sys.exit(f"{REVIEWED}: not fully qualified emoji: {' '.join(unknown)}")
    word_means = by_word(names, judged)
    rows = []
    for sign, name in sorted(names.items()):
        base = variant_of(sign, names)
        shared = [word_means[w] for w in words(name) if w in word_means]
        if sign in judged:
            valence, role, basis = *judged[sign], "reviewed"
        elif base in judged:
            valence, role, basis = *judged[base], "variant"
        elif (len(sign) == FLAG_LETTERS and all("🇦" <= c <= "🇿" for c in sign)) or sign.startswith(
            "🏴"
        ):
            valence, role, basis = FLAG, "-", "flag"
        elif shared:
            valence, role, basis = sum(shared) / len(shared), "-", "name"
        else:
            valence, role, basis = 0.0, "-", "none"
        rows.append((sign, name.replace("_", " "), round(valence, 2), role, basis))
    return rows


def rendered(rows: list[tuple[str, str, float, str, str]]) -> str:
    head = (
        "# emoji_valence.tsv\twhat each emoji says of a writer's stance, -4 to 4\n"
        f"# source: emoji and CLDR short names of the emoji package {emoji.__version__} "
        "(Unicode data files, Unicode licence); values written for this project\n"
        "# made by: scripts/build_emoji_valence.py from scripts/emoji_reviewed.tsv\n"
        "# basis: reviewed by hand; variant of a reviewed one; flag; name: shrunk mean of the\n"
        "#   reviewed emoji that share its words; none. Skin tones share their base.\n"
        "# columns: emoji\tname\tvalence\trole\tbasis\n"
    )
    return head + "".join(f"{s}\t{n}\t{v:.2f}\t{r}\t{b}\n" for s, n, v, r, b in rows)


def ranks(values: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end + 1 < len(order) and values[order[end + 1]] == values[order[start]]:
            end += 1
        for at in range(start, end + 1):
            found[order[at]] = (start + end) / 2
        start = end + 1
    return found


def correlation(left: list[float], right: list[float]) -> float:
    """Spearman's rank correlation, ties averaged."""
    a, b = ranks(left), ranks(right)
    mean = (len(a) - 1) / 2
    top = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    bottom = sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)
    return top / bottom**0.5


def compare(path: Path, rows: list[tuple[str, str, float, str, str]]) -> None:
    mine = {sign.replace(VARIATION, ""): (valence, basis) for sign, _, valence, _, basis in rows}
    with path.open(encoding="utf-8", newline="") as handle:
        theirs = {
            row["Emoji"].replace(VARIATION, ""): (
                int(row["Occurrences"]),
                (int(row["Positive"]) - int(row["Negative"])) / int(row["Occurrences"]),
            )
            for row in csv.DictReader(handle)
        }
    for least in (5, 50, 200):
        for only in ("any", "reviewed"):
            both = sorted(
                sign
                for sign, (seen, _) in theirs.items()
                if sign in mine and seen >= least and only in ("any", mine[sign][1])
            )
            rho = correlation([mine[s][0] for s in both], [theirs[s][1] for s in both])
            print(f"seen {least}+ times, basis {only}: n={len(both)}, rank correlation {rho:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail if the table is out of date")
    parser.add_argument("--ranking", type=Path, help="file of the Emoji Sentiment Ranking")
    options = parser.parse_args()
    rows = table()
    if options.ranking:
        compare(options.ranking, rows)
    elif options.check:
        if TABLE.read_text(encoding="utf-8") != rendered(rows):
            sys.exit(f"{TABLE} is out of date: run scripts/build_emoji_valence.py")
    else:
        TABLE.write_text(rendered(rows), encoding="utf-8")
        print(f"{TABLE.name}: {len(rows)} emoji")


if __name__ == "__main__":
    main()

"""How do marked-up sources become articles and the gold that goes with them?

Every file of tests/articles/src/{dev,dev3,dev4,dev5,dev6,dev7,held} is an article whose
reactions are marked in place, after one front line:

    @ lang=en
    ... “⟦08 C ig; a=Dana Rook; m=Rook; c=wrote; s=+¦Best day ever,⟧” wrote Rook. “⟦=1¦Truly.⟧”

    08        layout of docs/layouts.md
    C         kind: P post, C comment, R reply, S story, Q quote
    ig        platform: tw ig fb yt rd tt th bs ma, or - for none
    a h d u   author, handle, date, permalink      m c  mention and cue as printed
    s         accepted labels, of + 0 -            l    language, if not the article's
    de        emoji told in words, "heart*2, fire" same name of a group of copies
    n         number to continue by                opt eo  optional; emoji only
    t         the words, where no stretch of the page holds them as they are
    ⟦=1¦      next piece of number 1 (⟦=1/¦ after a blank line, ⟦=1|¦ after a newline)

The marks are taken out, offsets counted, and the folders beside src/ written
anew: the articles and a gold.jsonl each.

    python scripts/build_article_gold.py [--check]
"""

import dataclasses
import html
import json
import re
import sys
from pathlib import Path

import emoji

HERE = Path(__file__).resolve().parent.parent / "tests" / "articles"
HALVES = ("dev", "dev3", "dev4", "dev5", "dev6", "dev7", "held")
KINDS = {"P": "post", "C": "comment", "R": "reply", "S": "story", "Q": "quote"}
PLATFORMS = {
    "tw": "twitter",
    "ig": "instagram",
    "fb": "facebook",
    "yt": "youtube",
    "rd": "reddit",
    "tt": "tiktok",
    "th": "threads",
    "bs": "bluesky",
    "ma": "mastodon",
    "-": None,
}
LABELS = {"+": "positive", "0": "neutral", "-": "negative"}
KEYS = frozenset(["a", "h", "d", "u", "m", "c", "s", "l", "de", "same", "n", "t"])
FLAGS = frozenset(("opt", "eo"))
JOINTS = {"": " ", "/": "\n\n", "|": "\n"}
MARK = re.compile(r"⟦([^¦⟧]*)(?:¦([^⟧]*))?⟧")
LINK = re.compile(r"https://t\.co/\w+")
LINK_ELEMENT = re.compile(r'<a [^>]*href="https://t\.co/[^>]*>.*?</a>', re.DOTALL)


@dataclasses.dataclass(slots=True)
class Mark:
    """One reaction as its header gives it, and the pieces found so far."""

    layout: str
    kind: str
    platform: str | None
    values: dict[str, str]
    flags: set[str]
    pieces: list[tuple[str, str, int]]  # joint, raw text, offset


def read_header(header: str, place: str) -> Mark:
    """A mark without pieces. Raises ValueError, naming the place, if malformed."""
    first, *rest = (part.strip() for part in header.split(";"))
    words = first.split()
    if len(words) != 3 or words[1] not in KINDS or words[2] not in PLATFORMS:  # noqa: PLR2004 - layout, kind, platform
        raise ValueError(f"{place}: header {header!r} does not start with layout, kind, platform")
    values: dict[str, str] = {}
    flags: set[str] = set()
    for part in rest:
        key, equals, value = part.partition("=")
        if equals and key in KEYS:
            values[key] = value
        elif part in FLAGS:
            flags.add(part)
        else:
            raise ValueError(f"{place}: unknown {part!r} in {header!r}")
    if not set(values.get("s", "")) or set(values["s"]) - set(LABELS):
        raise ValueError(f"{place}: {header!r} needs s= of + 0 -")
    return Mark(f"L{words[0]}", KINDS[words[1]], PLATFORMS[words[2]], values, flags, [])


def strip_marks(source: str, place: str) -> tuple[str, list[Mark]]:
    """The article's text, and its marks with offsets into it."""
    marks: list[Mark] = []
    numbered: dict[str, Mark] = {}
    out: list[str] = []
    done = length = 0
    for match in MARK.finditer(source):
        before = source[done : match.start()]
        header, body = match.group(1), match.group(2) or ""
        out += (before, body)
        length += len(before)
        if header.startswith("="):
            number, joint = header[1:].rstrip("/|"), header.lstrip("=0123456789")
            numbered[number].pieces.append((JOINTS[joint], body, length))
        else:
            mark = read_header(header, place)
            mark.pieces.append(("", body, length))
            marks.append(mark)
            if "n" in mark.values:
                numbered[mark.values["n"]] = mark
        length += len(body)
        done = match.end()
    text = "".join((*out, source[done:]))
    if "⟦" in text or "⟧" in text or "¦" in text:
        raise ValueError(f"{place}: a mark was left in the text")
    return text, marks


def visible(fragment: str) -> str:
    """The words of a piece of markup, as a reader sees them: no links to t.co."""
    fragment = LINK_ELEMENT.sub("", fragment)
    fragment = re.sub(r"</p>\s*<p[^>]*>", "\n\n", fragment)
    fragment = re.sub(r"\s*<br\s*/?>\s*(?=<br)|<br\s*/?>", "\n", fragment)
    fragment = html.unescape(re.sub(r"<[^>]+>", "", fragment))
    return "\n".join(
        re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in fragment.split("\n")
    ).strip()


def described(value: str) -> list[str]:
    """'heart*2, fire' as ['heart', 'heart', 'fire']."""
    names: list[str] = []
    for part in filter(None, (p.strip() for p in value.split(","))):
        name, _, count = part.partition("*")
        names += [name] * int(count or 1)
    return names


def gold_line(mark: Mark, article: str, language: str) -> dict[str, object]:
    """One line of gold.jsonl; the fields are told in tests/articles/README.md."""
    values, pieces = mark.values, mark.pieces
    page = article.endswith(".html")
    words = "".join(joint + (visible(raw) if page else raw) for joint, raw, _ in pieces)
    words = values.get("t", "").replace("\\n", "\n") or words
    line: dict[str, object] = {
        "article": article,
        "start": None if page else pieces[0][2],
        "end": None if page else pieces[-1][2] + len(pieces[-1][1]),
        "text": words,
        "kind": mark.kind,
        "platform": mark.platform,
        "author": values.get("a"),
        "author_mention": values.get("m"),
        "cue": values.get("c"),
        "handle": values.get("h"),
        "date": values.get("d"),
        "language": values.get("l", language),
        "emoji": [found["emoji"] for found in emoji.emoji_list(words)],
        "described_emoji": described(values.get("de", "")),
        "sentiment": [LABELS[sign] for sign in values["s"]],
        "optional": "opt" in mark.flags,
        "layout": mark.layout,
    }
    links = LINK.findall(words)
    if "u" in values or (links and words.endswith(links[-1])):
        line["url"] = values.get("u") or links[-1]
    if len(pieces) > 1:
        line["split"] = True
        if not page:
            line["parts"] = [[start, start + len(raw)] for _, raw, start in pieces]
    if "eo" in mark.flags:
        line["emoji_only"] = True
    if "same" in values:
        line["same_as"] = values["same"]
    return line


def build(half: str) -> dict[str, str]:
    """File name to content for one half: the articles and gold.jsonl."""
    files: dict[str, str] = {}
    gold: list[str] = []
    for path in sorted((HERE / "src" / half).iterdir()):
        front, _, source = path.read_text(encoding="utf-8").partition("\n")
        if not front.startswith("@ lang="):
            raise ValueError(f"{path}: the first line is not '@ lang=...'")
        text, marks = strip_marks(source, path.name)
        files[path.name] = text
        for mark in marks:
            line = gold_line(mark, path.name, front.removeprefix("@ lang=").strip())
            gold.append(json.dumps(line, ensure_ascii=False))
    files["gold.jsonl"] = "".join(line + "\n" for line in gold)
    return files


def main() -> int:
    check = "--check" in sys.argv[1:]
    stale: list[str] = []
    for half in HALVES:
        folder = HERE / half
        files = build(half)
        present = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*")}
        stale += [
            f"{half}/{n}" for n in files.keys() | present.keys() if files.get(n) != present.get(n)
        ]
        if not check:
            folder.mkdir(exist_ok=True)
            for name in present.keys() - files.keys():
                (folder / name).unlink()
            for name, content in files.items():
                (folder / name).write_text(content, encoding="utf-8")
        lines = files["gold.jsonl"].count("\n")
        print(f"{half}: {len(files) - 1} articles, {lines} reactions")
    if check and stale:
        print("stale, run scripts/build_article_gold.py:", *sorted(stale))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

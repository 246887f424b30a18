"""Of which words, emoji, marks and names does a text consist?

Every pattern is a choice among runs of one character class each, so a text is
read once, in time proportional to its length.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, NamedTuple, TypeAlias

from sentiment.data.loader import read_table

EMOJI_COLUMNS: Final = ("emoji", "name", "valence", "role", "basis")

TokenKind: TypeAlias = Literal[
    "word", "emoji", "smiley", "mark", "comma", "handle", "hashtag", "link", "censored"
]

SKIN_TONES: Final = "\U0001f3fb-\U0001f3ff"
VARIATION: Final = "\ufe0f"

# letters, digits and the vowel signs of Indic scripts, which \w leaves out (but no danda)
_LETTER: Final = r"[\w\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u200c]"
_EYES: Final = r"[:;=]"
_SMILEY: Final = (
    rf"(?<![\w:]){_EYES}['’]?[-^o]?(?:[)(\]\[{{}}|*]+|[DPpO3/\\](?!\w))(?!/)"
    r"|<3+(?!\d)|</3|\\o/|\^_+\^|(?<!\w)-_+-(?!\w)"
)
# most tokens are plain words, so they are tried first, where nothing after them
# makes them part of a link, a keycap or a censored word
_PLAIN: Final = rf"(?!www\.|pic\.tw)(?>{_LETTER}+(?:['’]{_LETTER}+)*)(?![*@$#!]|://|[\ufe0f\u20e3])"


class Token(NamedTuple):
    """A piece of text.

    form        lower case, straight apostrophes; an emoji without skin tone
    start, end  code points in the text
    """

    kind: TokenKind
    text: str
    form: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    rows = read_table("emoji_valence.tsv", EMOJI_COLUMNS)
    firsts = sorted({row[0][0] for row in rows} - set("0123456789#*©®™") - _REGIONAL)
    one = f"[{re.escape(''.join(firsts))}]"
    piece = f"{one}[\ufe0e\ufe0f]?[{SKIN_TONES}]?"
    whole = (
        "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
        f"|{piece}[\U000e0020-\U000e007f]*(?:\u200d(?:{piece}|[♀♂🦰-🦳]\ufe0f?))*"
    )
    return re.compile(
        rf"(?P<plain>{_PLAIN})"
        r"|(?P<space>[ ]+)"
        r"|(?P<link>https?://\S+|www\.\S+|pic\.twitter\.com/\S+)"
        rf"|(?P<emoji>{whole})"
        rf"|(?P<smiley>{_SMILEY})"
        r"|(?P<handle>@\w[\w.]*)"
        rf"|(?P<hashtag>[#＃]{_LETTER}+)"
        r"|(?P<censored>[A-Za-z]{1,4}(?:[*@$#!][*@$#!%&]{0,5}[A-Za-z]{1,8}|\*{2,6}))"
        rf"|(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)"
        r"|(?P<mark>[!?！？¡¿]+|\.+|…+|[;।\n]+)"
        r"|(?P<comma>[,，،:–—]+)"
    )


_REGIONAL: Final = {chr(code) for code in range(0x1F1E6, 0x1F200)}
_WORD: Final = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_MARK: Final = re.compile(r"[!]+")
_STRIP: Final = re.compile(f"[{SKIN_TONES}\ufe0f\ufe0e]")


def emoji_key(sign: str) -> str:
    """What emoji that differ only in skin tone or variation selector share."""
    return _STRIP.sub("", sign)


def tokenise(text: str) -> list[Token]:
    """Tokens in order; white space, brackets and quotation marks are left out."""
    found: list[Token] = []
    for match in _pattern().finditer(text):
        kind = match.lastgroup
        if kind == "space":  # a branch of its own, or every blank is tried as all the others
            continue
        piece = match.group()
        start, end = match.span()
        if kind in ("plain", "word"):
            found.append(Token("word", piece, piece.lower().replace("’", "'"), start, end))
        elif kind == "emoji":
            found.append(Token("emoji", piece, emoji_key(piece), start, end))
        else:
            found.append(Token(kind, piece, piece.lower(), start, end))  # type: ignore[arg-type]  # the group names are the kinds
    return found


def split_censored(token: Token) -> list[Token]:
    """The words and marks of what only looked like a censored word: "wow!but"."""
    found = []
    for match in _WORD.finditer(token.text):
        start = token.start + match.start()
        word = match.group()
        found.append(Token("word", word, word.lower(), start, start + len(word)))
    for match in _MARK.finditer(token.text):
        start = token.start + match.start()
        found.append(Token("mark", match.group(), match.group(), start, start + len(match.group())))
    return sorted(found, key=lambda piece: piece.start)

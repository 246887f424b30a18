"""What does a reaction look like to the learned scorers?

Training and scoring both pass through ``plain_words``, so that what a model
has learned is what it meets: links and handles reduced to markers, hashtags cut
into words, emoji told in words, Devanagari in Latin letters, drawn-out letters
and the many spellings of one Hinglish word folded into one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from sentiment.model import ScoringInput

MASKED: Final = "it"  # what stands in for a title: a word that English uses for one

_LINK: Final = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S*"
    # SentiMix's tokeniser took links apart: "http co / hDsiExmgft", "… http"
    r"|https? ?co ?/ ?\w*|\bhttps?\b",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"@\w+(?: _)?")
_RETWEET: Final = re.compile(r"^\s*RT\b(?: @user)?:?\s*")
_HASHTAG: Final = re.compile(r"#(\w+)")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|_")
_WORD: Final = re.compile(r"[a-z]+(?:'[a-z]+)?")
_DRAWN_OUT: Final = re.compile(r"([a-z])\1{2,}")
_CONTENT: Final = re.compile(r"[^\W_]")
_MAY_LINK: Final = re.compile(r"http|www\.|t\.co|twitter\.com|HTTP|Http")
_COPIES: Final = 2
EMOJI: Final = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2b1b\u2b1c\u2049\u203c\u3030\u303d]"
)
_WHOLE_EMOJI: Final = re.compile(f"({EMOJI.pattern}[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)")
_SILENT: Final = dict.fromkeys(
    # variation selectors, joiners, skin tones, the two gender signs: none changes the stance
    [*range(0xFE00, 0xFE10), 0x200D, 0x200C, 0x20E3, *range(0x1F3FB, 0x1F400), 0x2640, 0x2642]
)
_NAME_NOISE: Final = re.compile(
    r"\b(?:face with|face|sign|symbol|heavy|black|white|squared|regional indicator letter \w)\b"
)

_CONSONANT_SOUNDS: Final = (
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h l"
)
_VOWEL_SOUNDS: Final = "a aa i ee u oo ri e ai o au o e"
_CONSONANTS: Final = dict(
    zip("कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ", _CONSONANT_SOUNDS.split(), strict=True)
)
_NUKTA: Final = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "d", "ढ": "dh", "फ": "f"}
_VOWELS: Final = dict(zip("अआइईउऊऋएऐओऔऑऍ", _VOWEL_SOUNDS.split(), strict=True))
_MATRAS: Final = dict(zip("ािीुूृेैोौॉॅ", _VOWEL_SOUNDS.split()[1:], strict=True))
_NASAL: Final = {"ं": "n", "ँ": "n", "ः": "h", "।": ". ", "॥": ". "}
_DEVANAGARI: Final = re.compile("[\u0900-\u097f]+")


@cache
def _spellings() -> dict[str, str]:
    rows = read_table("models/spelling.tsv", ("written", "read_as"))
    return {row[0]: row[1] for row in rows}


@cache
def _emoji_words() -> dict[str, str]:
    rows = read_table("models/emoji_words.tsv", ("emoji", "words"))
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=4096)
def emoji_in_words(emoji: str) -> str:
    """What one emoji shows, in a word or three: "red heart" for a typed or bare ❤."""
    words = []
    for sign in emoji.translate(_SILENT):
        if known := _emoji_words().get(sign):
            words.append(known)
        else:
            words.append(_NAME_NOISE.sub(" ", unicodedata.name(sign, "").lower()))
    return " ".join(" ".join(words).replace("-", " ").split())


@lru_cache(maxsize=65536)
def _latin_word(word: str) -> str:
    out: list[str] = []
    bare = False  # the last consonant still carries its unwritten a
    signs = unicodedata.normalize("NFD", word)
    for place, sign in enumerate(signs):
        following = signs[place + 1] if place + 1 < len(signs) else ""
        if sign in _CONSONANTS:
            if bare:
                out.append("a")
            out.append(_NUKTA.get(sign, "") if following == "\u093c" else _CONSONANTS[sign])
            bare = True
        elif sign == "\u093c":
            continue
        elif sign == "\u094d":
            bare = False
        elif sign in _MATRAS:
            out.append(_MATRAS[sign])
            bare = False
        else:
            if bare and sign in _NASAL:
                out.append("a")
            bare = False
            out.append(_VOWELS.get(sign) or _NASAL.get(sign, ""))
    # Hindi drops the a of a last consonant: बहुत is bahut, not bahuta
    return "".join(out)


def latin(text: str) -> str:
    """The text with its Devanagari in Latin letters, as Hinglish writers would type it."""
    return _DEVANAGARI.sub(lambda m: _latin_word(m.group()), text)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One spelling for many: "bohooot" -> "bahut". Expects lower case."""
    known = _spellings().get(word)
    if known is None:
        folded = _DRAWN_OUT.sub(r"\1\1", word)
        once = _DRAWN_OUT.sub(r"\1", word)
        known = _spellings().get(folded) or _spellings().get(once) or folded
    return known


@lru_cache(maxsize=256)
def mask_pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds the masked titles, the longest first, as words or as a hashtag."""
    kept = sorted({t.strip() for t in terms if t.strip()}, key=lambda t: (-len(t), t))
    if not kept:
        return None
    tags = [re.escape("#" + "".join(c for c in t if c.isalnum())) for t in kept]
    words = [re.escape(t) for t in kept]
    return re.compile(rf"(?:(?i:{'|'.join(tags)})|(?<!\w)(?:{'|'.join(words)}))(?!\w)")


def masked_text(text: str, terms: tuple[str, ...]) -> str:
    """The text with every masked title replaced by a word that says nothing."""
    pattern = mask_pattern(terms)
    return pattern.sub(MASKED, text) if pattern else text


def _split_tag(match: re.Match[str]) -> str:
    return " # " + _HUMP.sub(" ", match.group(1)) + " "


def _emoji_run(text: str) -> str:
    out: list[str] = []
    last, run = "", 0
    for piece in _WHOLE_EMOJI.split(text):
        if not EMOJI.match(piece):
            if piece.strip():
                last, run = "", 0
            out.append(piece)
            continue
        words = emoji_in_words(piece)
        run = run + 1 if words == last else 1
        last = words
        # a third copy adds length, and what it means the count features already say
        if words and run <= _COPIES:
            out.append(f" {words} ")
    return "".join(out)


def bare_text(text: str) -> str:
    """``plain_words`` but for the folding of spellings: for those who fold word by word."""
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'")
        if _DEVANAGARI.search(text):
            text = latin(text)
        if EMOJI.search(text):
            text = _emoji_run(_tidy(text))
            return text.translate(_SILENT).lower()
        text = text.translate(_SILENT)
    return _tidy(text).lower()


def _tidy(text: str) -> str:
    # each pattern is tried only where its first sign stands: most texts have few of them
    if _MAY_LINK.search(text):
        text = _LINK.sub(" ", text)
    if "@" in text:
        text = _HANDLE.sub("@user", text)
    if text.lstrip().startswith("RT"):
        text = _RETWEET.sub("", text)
    if "#" in text:
        text = _HASHTAG.sub(_split_tag, text)
    return text


def plain_words(text: str) -> str:
    """The text as the models read it: lower case, one line, letters and plain signs."""
    return " ".join(_WORD.sub(_fold_match, bare_text(text)).split())


def _fold_match(match: re.Match[str]) -> str:
    return fold_word(match.group())


def context_text(given: ScoringInput) -> str:
    """A whole input as one text: masked words, then its translation and described emoji."""
    text = masked_text(given.text, given.mask)
    if not (given.translation or given.described_emoji):
        return text
    parts = [text]
    if given.translation:
        parts.append(f"({masked_text(given.translation, given.mask)})")
    if given.described_emoji:
        parts.append(" ".join(given.described_emoji))
    return " ".join(parts)


def context_words(given: ScoringInput) -> str:
    """``plain_words`` of a whole input."""
    return plain_words(context_text(given))


def says_nothing(given: ScoringInput) -> bool:
    """Is there no word, number or emoji left once titles are masked?"""
    if given.translation or given.described_emoji:
        return False
    text = given.text
    if given.mask and (pattern := mask_pattern(given.mask)):
        text = pattern.sub(" ", text)
    text = _HANDLE.sub(" ", _LINK.sub(" ", text))
    return _CONTENT.search(text) is None and EMOJI.search(text) is None

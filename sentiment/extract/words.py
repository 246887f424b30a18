"""What are the words of a stretch of prose, and where do its sentences end?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quotations import Quotation

LETTER: Final = r"[\w\u0300-\u036f\u0900-\u0963\u0966-\u0dff\u200c\u200d]"
"""A letter or digit, or a mark that Indic scripts write on one; no danda."""
# each branch begins with a sign or a letter, by which the wrong ones are passed over at once
_TOKEN = re.compile(
    r"@(?<!\w@)[\w.\-]*\w"
    r"|\#\w+"
    r"|https?://\S+|www\.\S+"
    r"|[uU]/(?<!\w[uU]/)[\w\-]+"
    r"|[^\W\d_]\.[^\W\d_]\.(?:[^\W\d_]\.)*"  # U.S., J.K.
    rf"|{LETTER}+(?:(?![’'\-‑&])|(?:[’'\-‑&]{LETTER}+)*)"
    r"|--(?<!---)(?!-)"  # a dash as typewriters make it
    r"|[^\w\s]"
)
STOPS: Final = frozenset(".!?…")
"""What closes a sentence in Latin letters."""
_ENDS = STOPS | {"।", "。"}
_PICTURES = 0x2BFF
"""Code points above this that end a quotation are emoji or their parts."""
_STEM = 3
_SHORTEST_HEAD = 6
_SHORTEST_TAIL = 4
_LONGEST_HEAD = 24
"""Letters before and in the last part of a compound written as one word."""
_STATION = 3
"""Fewest capitals of a station or an agency."""
_ON = frozenset({"on", "to", "via", "from", "over"})
"""Before "X." at a sentence's end: the platform, no initial."""
_BEFORE_NUMBERS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "no"}
)
_BLENDED = frozenset({"de", "di", "da", "du", "la", "le"})
"""Particles written as one word with the name behind them."""
_BEHIND_NAMES = frozenset({"jr", "sr"})
STAND_IN: Final = "“”"
"""How a token reads that stands for a quotation."""
REACH = 200
"""Tokens a sentence is followed back or forth at most."""


@dataclass(slots=True, eq=False)  # nobody changes one; frozen, it would take thrice as long to make
class Token:
    """A word, number, handle or sign; ``kind`` is "w", "@", ".", or "q" for a quotation.

    low    case-folded, a possessive ending cut off
    quote  index of the quotation a "q" stands for, else -1
    named  whether it is a name's, where its place tells: "New" in "New York"
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    quote: int = -1
    named: bool | None = None

    @property
    def capital(self) -> bool:
        """Whether it begins like a name: upper case, or a script without case."""
        first = self.text[0]
        if first.islower():  # "Nell deBrasse Tyler"
            return self.text[2:3].isupper() and self.text[:2] in _BLENDED
        if self.kind != "w":
            return False
        return first.isupper() or first.isalpha()

    @property
    def owns(self) -> bool:
        """Whether it ends in a possessive ’s; French "s’" is a pronoun."""
        if self.text[-1] not in "s’":
            return False
        return len(self.text) > 2 and self.text.endswith(("’s", "'s", "s’"))  # noqa: PLR2004 - both marks


_HAD: Final = frozenset({"she’d", "she'd", "he’d", "he'd"})
"""Pronouns with their verb."""


class Joints(NamedTuple):
    """What a language joins to a word: "l'" before it, "-t-il" behind it; case-folded.

    whole  words that stay whole all the same: "l'un"
    heads  nouns that compounds may end in: "Star-Regisseur", "Schauspielkollegin"
    tails  short ones that a compound without a hyphen may end in, too: "Sportchef"
    """

    elided: frozenset[str] = frozenset()
    enclitics: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()


_NO_JOINTS: Final = Joints()


def joints_of(lexicon: ProseLexicon) -> Joints:
    """What the language of a lexicon joins to its words."""
    return Joints(lexicon.elided, lexicon.enclitics, lexicon.whole, lexicon.heads, lexicon.tails)


def cut_tokens(text: str, start: int, end: int, joints: Joints = _NO_JOINTS) -> list[Token]:
    """Tokens of ``text[start:end]``, in order."""
    joined = bool(joints.elided or joints.enclitics or joints.heads)
    tokens: list[Token] = []
    close = start
    for word in _TOKEN.findall(text, start, end):
        at = text.find(word, close)  # nothing but blanks before it
        close = at + len(word)
        low = word.casefold()
        if word.isalpha() and not joined:  # most words
            tokens.append(Token(at, close, word, low, "w", -1))
        elif word[0].isalnum() and low[:2] != "u/":
            if joined:
                tokens.extend(_unjoined(at, word, joints))
                continue
            if low.endswith(("’s", "'s")) or low in _HAD:
                low = low[:-2]
            tokens.append(Token(at, close, word, low, "@" if "_" in word else "w", -1))
        elif word in "’'" and not joined and _ends_owner(text, tokens, at):
            last = tokens[-1]
            tokens[-1] = Token(last.start, close, last.text + word, last.low, "w", -1)
        else:
            handle = word[0] == "@" or low[:2] == "u/"
            tokens.append(Token(at, close, word, low, "@" if handle else ".", -1))
    return tokens


def _ends_owner(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether an apostrophe at ``at`` ends whose something is: Lanes’ post read."""
    if not tokens or tokens[-1].end != at or tokens[-1].kind != "w":
        return False
    owner = tokens[-1].text
    return owner[0].isupper() and owner[-1] == "s" and text[at + 1 : at + 3].strip().islower()


def _unjoined(at: int, word: str, joints: Joints) -> Iterator[Token]:
    """The words of "l'actrice", "s'est-il", "a-t-elle", "disse-lhe"."""
    plain = word.replace("’", "'")
    if plain.casefold() in joints.whole:
        yield Token(at, at + len(word), word, plain.casefold(), "w")
        return
    head, sign, rest = plain.partition("'")
    if sign and rest and head.casefold() in joints.elided and (head.islower() or rest[0].islower()):
        cut = len(head) + 1
        yield Token(at, at + cut, word[:cut], head.casefold() + "'", "w")
        at, word = at + cut, word[cut:]
    stem, sign, last = word.rpartition("-")
    behind = None
    if sign and last.casefold() in joints.enclitics:
        behind = Token(at + len(word) - len(last), at + len(word), last, last.casefold(), "w")
        word = stem.removesuffix("-t")
    low = word.casefold()
    if low.endswith(("’s", "'s")):
        low = low[:-2]
    if joints.heads and low not in joints.heads and word[0].isupper():
        low = _head_of(low, joints)
    yield Token(at, at + len(word), word, low, "w")
    if behind is not None:
        yield behind


def _head_of(compound: str, joints: Joints) -> str:
    """The noun that a compound ends in, by which it means a person: Star-Regisseur."""
    tail = compound.rpartition("-")[2]
    if tail in joints.heads:
        return tail
    for cut in range(max(_STEM, len(tail) - _LONGEST_HEAD), len(tail) - _SHORTEST_TAIL + 1):
        last = tail[cut:]
        if last in joints.tails or (len(last) >= _SHORTEST_HEAD and last in joints.heads):
            return last
    return compound


def _stand_in(text: str, quotation: Quotation, index: int) -> Token:
    """The "q" of a quotation; its text is the last code point of the words."""
    words = text[quotation.start : quotation.end].rstrip()
    last = words[-1] if words else "“"
    return Token(quotation.open, quotation.close, last, STAND_IN, "q", index)


def _begins_compound(text: str, quotation: Quotation) -> bool:
    """Whether marked words are the first part of a compound: the ‘Sing It’-candidate."""
    behind = text[quotation.close : quotation.close + 2]
    return quotation.closed and behind[:1] in {"-", "‑"} and behind[1:].isalnum()


def tokens_around(
    text: str,
    span: tuple[int, int],
    quotations: Sequence[Quotation],
    first: int,
    joints: Joints = _NO_JOINTS,
) -> tuple[list[Token], int]:
    """Tokens of a paragraph with one "q" in each quotation's place.

    first    index of the first quotation that may lie in it
    Gives the tokens and the index of the first quotation after it. A quotation
    that runs over several paragraphs stands where it opens and where it closes; one
    that begins a compound has no place: der „Amsel“-Star is "der Star".
    """
    tokens: list[Token] = []
    at, end = span
    if first and at < quotations[first - 1].close <= end:
        tokens.append(_stand_in(text, quotations[first - 1], first - 1))
        at = quotations[first - 1].close
    elif first and quotations[first - 1].close > end:
        return [], first
    while first < len(quotations) and quotations[first].open < end:
        quotation = quotations[first]
        compound = _begins_compound(text, quotation)
        if quotation.open >= at:
            tokens.extend(cut_tokens(text, at, quotation.open, joints))
            if not compound:
                tokens.append(_stand_in(text, quotation, first))
        at = max(at, quotation.close + compound)
        first += 1
    if at < end:
        tokens.extend(cut_tokens(text, at, end, joints))
    return tokens, first


def ends_sentence(tokens: Sequence[Token], index: int, honorifics: frozenset[str]) -> bool:
    """Whether the token is a sign that closes a sentence."""
    token = tokens[index]
    kind = token.kind
    if kind == "w":
        return False
    if kind == "q":
        closed = token.text in _ENDS or ord(token.text) > _PICTURES
        return closed and index + 1 < len(tokens) and tokens[index + 1].capital
    if token.text not in _ENDS:
        return False
    if index + 1 < len(tokens):
        after = tokens[index + 1]
        if after.kind != "q" and (after.text in _ENDS or after.text in ",;:)"):
            return False
        if token.text == ".":
            before = tokens[index - 1] if index else None
            if before is not None and before.end == token.start:
                # an initial, and the first one of a state: "(D-N.Y.)"
                short = before.text[-1].isupper() and before.text[-2:-1] in {"", "-"}
                placed = before.text == "X" and index > 1 and tokens[index - 2].low in _ON
                if (short and not placed) or before.low in honorifics or before.low == "bros":
                    return False
                if after.start == token.end and after.text[0].isdigit():
                    return False  # "$2.1 million"
                if (after.text[0].isdigit() and before.low in _BEFORE_NUMBERS) or (
                    after.text == "(" and before.low in _BEHIND_NAMES
                ):
                    return False  # "on Sept. 16", "Ivo Olt Jr. (D-Pa.)"
        if after.kind == "w" and after.text[0].islower():
            return False  # "parti Rebâtir! d'Odon Salis"
    return True


def sentence_start(tokens: Sequence[Token], index: int, honorifics: frozenset[str]) -> int:
    """Index of the first token of the sentence that ``tokens[index - 1]`` lies in."""
    at, floor = index, max(0, index - REACH)
    while at > floor and (
        tokens[at - 1].kind == "w" or not ends_sentence(tokens, at - 1, honorifics)
    ):
        at -= 1
    return at


def sentence_end(tokens: Sequence[Token], index: int, honorifics: frozenset[str]) -> int:
    """Index one past the last token of the sentence that begins at ``index``."""
    at, ceiling = index, min(len(tokens), index + REACH)
    while at < ceiling:
        if tokens[at].kind != "w" and ends_sentence(tokens, at, honorifics):
            return at + 1
        at += 1
    return at


def is_station(token: Token) -> bool:
    """Whether a word is capitals alone, as stations and agencies are named: RTL, AFP."""
    return token.kind == "w" and len(token.text) >= _STATION and token.text.isupper()

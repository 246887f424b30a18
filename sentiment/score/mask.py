"""Which tokens of a text are part of a title or a name, and so say nothing of its stance?

"12th Fail" is no failure and "War" no war. A masked term of one word is
recognised only as it is written ("War", not "war"), one of several words in any
capitals but all-small ones, and both inside a hashtag.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sentiment.score.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.score.tokens import Token

_MOST_ALONE: Final = 5
_MOST_INSIDE: Final = 8
_QUOTES: Final = frozenset("\"'“”‘’«»„")
_CONNECTORS: Final = frozenset({"of", "the", "and", "a", "an", "in", "on", "to", "for", "about"})
_OPENERS: Final = frozenset({"the", "a", "an"})
_VERDICTS: Final = frozenset(
    {"movie", "film", "show", "series", "song", "album", "game", "ever", "match", "actor"}
    | {"episode", "performance", "team", "player", "book", "trailer", "season", "part"}
)
_LONG: Final = 3
"""Words from which on a title is recognised even in small letters."""


@lru_cache(maxsize=512)
def _terms(mask: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First form -> the terms, as printed, that begin with it; longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in mask:
        pieces = tuple(
            token.text.replace("’", "'") for token in tokenise(term) if token.kind == "word"
        )
        if pieces:
            found.setdefault(pieces[0].lower(), []).append(pieces)
    return {
        first: tuple(sorted(set(terms), key=lambda t: (-len(t), t)))
        for first, terms in found.items()
    }


@lru_cache(maxsize=512)
def _joined(mask: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        "".join(token.form for token in tokenise(term) if token.kind == "word").replace("'", "")
        for term in mask
    )


def is_masked_hashtag(tag: str, mask: tuple[str, ...]) -> bool:
    """Whether a hashtag is a masked term written in one: "#12thFail"."""
    return tag.lstrip("#＃").lower() in _joined(mask)


def masked_places(tokens: Sequence[Token], mask: tuple[str, ...]) -> frozenset[int]:
    """Places of the tokens that belong to masked terms."""
    if not mask:
        return frozenset()
    terms = _terms(mask)
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.kind != "word" or at in found:
            continue
        first = token.form.removesuffix("'s")
        for term in terms.get(token.form, ()) or terms.get(first, ()):
            end = at + len(term)
            run = tokens[at:end]
            if len(run) == len(term) and _same(run, term):
                found.update(range(at, end))
                break
    return frozenset(found)


def _same(run: Sequence[Token], term: tuple[str, ...]) -> bool:
    if any(token.kind != "word" for token in run):
        return False
    printed = [token.text.replace("’", "'") for token in run]
    if printed[-1].endswith("'s") and not term[-1].endswith("'s"):
        printed[-1] = printed[-1][:-2]
    if tuple(printed) == term:
        return True
    if [word.lower() for word in printed] != [word.lower() for word in term] or len(term) == 1:
        return False
    small = all(word.islower() or not word[0].isalpha() for word in printed)
    return not small or len(term) >= _LONG or any(word.isdigit() for word in printed)


def title_alone(tokens: Sequence[Token]) -> frozenset[int]:
    """Every place, if the text is a title and nothing else: "12th Fail", "The Worst Day".

    It must open with an article or a number and be capitals throughout; texts
    that name the kind of work ("The Best Film Ever") are verdicts.
    """
    if not 1 < len(tokens) <= _MOST_ALONE or any(token.kind != "word" for token in tokens):
        return frozenset()
    first = tokens[0]
    opens = first.form in _OPENERS or first.form[0].isdigit()
    capitals = all(not t.text[0].islower() for t in tokens) and not all(
        t.text.isupper() for t in tokens
    )
    verdict = any(token.form in _VERDICTS for token in tokens)
    return frozenset(range(len(tokens))) if opens and capitals and not verdict else frozenset()


def titles_inside(text: str, tokens: Sequence[Token]) -> frozenset[int]:
    """Places of titles that the text itself shows: "The Worst Day is great", "Love Again".

    A title opens with an article and goes on in capitals, two of them where the
    article opens the sentence; or it is two words or more in capitals between
    quotation marks.
    """
    if text.isupper() or text.islower():
        return frozenset()
    found: set[int] = set()
    for at, token in enumerate(tokens):
        opens = token.form in _OPENERS or (token.start > 0 and text[token.start - 1] in _QUOTES)
        if opens and at not in found and _is_capital(token):
            found.update(range(at, _end_of_title(text, tokens, at)))
    return frozenset(found)


def _end_of_title(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the title that begins at a token ends; the token itself if none does."""
    quoted = tokens[at].start > 0 and text[tokens[at].start - 1] in _QUOTES
    end = at + 1
    last = capitals = 0
    while end < len(tokens) and end - at < _MOST_INSIDE:
        token = tokens[end]
        if token.start - tokens[end - 1].end > 1 or token.kind != "word":
            break
        if _is_capital(token):
            capitals += 1
            last = end
        elif token.form not in _CONNECTORS:
            break
        end += 1
    if any(token.form in _VERDICTS for token in tokens[at : last + 1]):
        return at
    closed = last and text[tokens[last].end : tokens[last].end + 1] in _QUOTES
    if quoted:
        return last + 1 if capitals and closed else at
    starts = at == 0 or tokens[at - 1].kind in ("mark", "link")
    return last + 1 if capitals > starts and last + 1 < len(tokens) else at


def _is_capital(token: Token) -> bool:
    text = token.text
    return token.kind == "word" and text[0].isupper() and (len(text) == 1 or not text.isupper())

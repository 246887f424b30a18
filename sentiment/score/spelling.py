"""Which known word is meant by one that is stretched, censored or respelt?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

_RUN: Final = re.compile(r"(.)\1{2,}")
_PAIR: Final = re.compile(r"(.)\1")
_SHORTEST: Final = 4
"""Letters a word must have to be respelt; "all" is no "al"."""
_SIGNS: Final = frozenset("*@$!#%&")

# what people hide behind stars; the forms with endings come first
_SWEARS: Final = (
    *("motherfucking", "motherfucker", "fucking", "fuckin", "fucked", "fucker", "fucks", "fuck"),
    *("bullshit", "shitty", "shit", "bitches", "bitch", "bastard", "asshole", "arse", "ass"),
    *("damned", "damn", "cunt", "dick", "crap", "hell", "pissed", "piss"),
    *("chutiya", "chutiye", "madarchod", "bhenchod", "behenchod", "gandu"),
)


def stretched(form: str) -> bool:
    """Whether a letter is held: "sooo", "loooved"."""
    return _RUN.search(form) is not None


def known_spelling(form: str, known: Container[str]) -> str | None:
    """The known word behind a form, or ``None``.

    Tried in turn: the form; its possessive undone; held letters cut to two, then
    to one; doubled letters cut to one ("soo", "achhaa").
    """
    if form in known:
        return form
    if form[-2:] == "'s" and form[:-2] in known:
        return form[:-2]
    if len(form) < _SHORTEST or _PAIR.search(form) is None:
        return None
    if _RUN.search(form):
        for cut in (r"\1\1", r"\1"):
            shorter = _RUN.sub(cut, form)
            if shorter in known:
                return shorter
        form = _RUN.sub(r"\1\1", form)
    if form[-1] == form[-2] and form[:-1] in known:
        return form[:-1]
    return None


def uncensored(form: str) -> str | None:
    """The swear word a censored form stands for ("f*cking", "sh!t", "f***"), or ``None``."""
    meant = [word for word in _SWEARS if _hides(form, word)]
    return next((word for word in meant if len(word) == len(form)), meant[0] if meant else None)


def _hides(form: str, word: str) -> bool:
    """A run of signs hides as many letters as it has, or any number if the rest fits."""
    start = 0
    while start < len(form) and form[start] not in _SIGNS:
        start += 1
    end = len(form)
    while end > start and form[end - 1] not in _SIGNS:
        end -= 1
    head, tail = form[:start], form[end:]
    hidden = len(word) - len(head) - len(tail)
    return (
        bool(head)
        and hidden > 0
        and word.startswith(head)
        and word.endswith(tail)
        and (len(form) == len(word) or not tail or abs(end - start - hidden) <= 1)
    )


def hinglish_key(form: str) -> str:
    """What spellings of one romanised Hindi word share: "achha", "accha" and "acha" are one.

    Doubled letters count once, long vowels as short ones, ``w`` as ``v``, ``ph``
    as ``f``, and an ``h`` after a vowel at the end as nothing.
    """
    key = form.replace("ee", "i").replace("oo", "u").replace("ph", "f").replace("w", "v")
    key = _PAIR.sub(r"\1", _RUN.sub(r"\1", key)).replace("chh", "ch").replace("cch", "ch")
    key = key.replace("z", "j").replace("q", "k").replace("x", "ksh")
    return key[:-1] if key.endswith(("ah", "ih", "eh")) else key

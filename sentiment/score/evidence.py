"""Which words, phrases and emoji of a text speak for a stance, before they sway each other?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from sentiment.score.mask import is_masked_hashtag, masked_places, title_alone, titles_inside
from sentiment.score.phrases import BREAKS
from sentiment.score.ratings import find_ratings
from sentiment.score.smileys import smiley_valence
from sentiment.score.spelling import hinglish_key, known_spelling, uncensored
from sentiment.score.spoken import spoken_language
from sentiment.score.tokens import Token, split_censored, tokenise
from sentiment.score.vocabulary import Entry, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sentiment.score.phrases import Found
    from sentiment.score.vocabulary import Vocabulary

ShareKind: TypeAlias = Literal["word", "emoji", "described", "rule", "base"]

_CAMEL: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+(?:st|nd|rd|th)?|[^\W\dA-Za-z_]+")
_TAG_WEIGHT: Final = 0.6
"""A hashtag joins a conversation more than it judges."""
_SCARE: Final = -1.0
_QUOTED_BLAME: Final = 0.3
_OPENING: Final = frozenset("\"'“‘«„")
_CLOSING: Final = frozenset("\"'”’»“")
_PLACEHOLDER: Final = "\x00"
"""Stands among the words for a name: fits ``_`` in a phrase and nothing else."""


class Evidence(NamedTuple):
    """One piece of a text that speaks for a stance.

    at, to      places of its tokens, half open
    start, end  code points in the text
    value       -4 to 4, with everything that sways it
    why         the entry behind it, and what swayed it
    """

    kind: ShareKind
    token: str
    value: float
    role: Role
    why: str
    at: int
    to: int
    start: int | None
    end: int | None


class Reading(NamedTuple):
    """A text's tokens and the evidence in them.

    forms      what phrases and modifiers see at each token; names are placeholders
    language   whose lexicon was used
    own_words  words that are no names
    """

    tokens: list[Token]
    forms: list[str]
    evidence: list[Evidence]
    language: str
    own_words: int


def read(
    text: str, mask: tuple[str, ...], hint: str, known: Callable[[str], Vocabulary]
) -> Reading:
    """What a text says, piece by piece.

    mask   titles and names that say nothing
    hint   BCP 47 tag of the text, "und" if unknown
    known  language -> vocabulary
    """
    tokens: list[Token] = []
    for token in tokenise(text):
        if token.kind == "censored":
            meant = uncensored(token.form)
            if meant is None:
                tokens += split_censored(token)
            else:
                tokens.append(token._replace(kind="word", form=meant))
        else:
            tokens.append(token)
    masked = masked_places(tokens, mask) | (title_alone(tokens) or titles_inside(text, tokens))
    language = spoken_language(
        (t.form for at, t in enumerate(tokens) if t.kind == "word" and at not in masked), hint
    )
    vocabulary = known(language)
    forms = [_form(token, at in masked) for at, token in enumerate(tokens)]
    evidence: list[Evidence] = []
    phrases = _phrases(forms, vocabulary)
    covered_to = -1
    for at, token in enumerate(tokens):
        found = phrases.get(at)
        if found is not None:
            covered_to = found.end
            evidence.append(_phrase(text, tokens, at, found))
        elif at < covered_to or at in masked:
            continue
        elif token.kind == "word":
            entry = look_up(token.form, vocabulary)
            if entry is None or not (entry.valence or entry.role):
                continue
            if not _only_boosts(forms, at, vocabulary):
                evidence.append(_single("word", token, at, entry))
        elif token.kind == "emoji":
            entry = vocabulary.emoji.get(token.form)
            if entry is not None:
                why = f"emoji: {entry.source}"
                evidence.append(_single("emoji", token, at, entry._replace(source=why)))
        elif token.kind == "smiley":
            evidence.append(
                _single("emoji", token, at, Entry(smiley_valence(token.form), "", "smiley"))
            )
        elif token.kind == "hashtag":
            evidence += _hashtag(token, at, mask, vocabulary)
    evidence = _rated(text, tokens, [_in_scare_quotes(text, piece) for piece in evidence])
    own_words = sum(t.kind == "word" for t in tokens) - len(masked)
    return Reading(tokens, forms, evidence, language, own_words)


def _only_boosts(forms: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word only strengthens the next: "stupid good", "damn fine"."""
    if forms[at] not in vocabulary.modifiers.boosters or at + 1 >= len(forms):
        return False
    following = vocabulary.words.get(forms[at + 1])
    return following is not None and following.valence != 0


def _in_scare_quotes(text: str, piece: Evidence) -> Evidence:
    """Words in quotation marks of their own are held at arm's length.

    Praise is turned (what a "hero"), blame is somebody else's ("Shattered" captain to rest).
    """
    start, end = piece.start or 0, piece.end or 0
    if piece.kind != "word" or (not start and end == len(text)):
        return piece
    if text[max(0, start - 1)] not in _OPENING or text[end : end + 1] not in _CLOSING:
        return piece
    if piece.value > 0 and not piece.token.islower():
        return piece
    share = _SCARE if piece.value > 0 else _QUOTED_BLAME
    why = f"{piece.why}; in quotation marks of its own"
    return piece._replace(value=piece.value * share, role="fixed", why=why)


def _rated(text: str, tokens: Sequence[Token], evidence: list[Evidence]) -> list[Evidence]:
    """The evidence with the ratings among it, in place of what their words said."""
    ratings = find_ratings(text)
    if not ratings:
        return evidence
    found = [
        piece
        for piece in evidence
        if not any(r.start < (piece.end or 0) and (piece.start or 0) < r.end for r in ratings)
    ]
    for start, end, valence in ratings:
        at = next(place for place, token in enumerate(tokens) if token.end > start)
        piece = Evidence(
            "word", text[start:end], valence, "fixed", "rating", at, at + 1, start, end
        )
        found.append(piece)
    return sorted(found, key=lambda piece: piece.at)


def look_up(form: str, vocabulary: Vocabulary) -> Entry | None:
    """The entry of a word however it is spelt."""
    words = vocabulary.words
    entry = words.get(form)
    if entry is not None:
        return entry
    spelt = known_spelling(form, words)
    if spelt is not None:
        return words[spelt]
    return vocabulary.respelt.get(hinglish_key(form)) if vocabulary.respelt else None


def _form(token: Token, masked: bool) -> str:  # noqa: FBT001 - a fact about the token, not a switch
    if token.kind == "word":
        return _PLACEHOLDER if masked else token.form.replace("'", "")
    if token.kind == "mark":
        if "?" in token.form or "？" in token.form:
            return "?"
        if token.form[0] in "!！¡":
            return "!"
        return "." if token.form[0] in ".;।\n" and len(token.form) == 1 else "…"
    if token.kind == "comma":
        return ","
    return _PLACEHOLDER if token.kind in ("handle", "hashtag") else token.form


def _phrases(forms: Sequence[str], vocabulary: Vocabulary) -> dict[int, Found[Entry]]:
    """Place of the first token -> phrase, its end counted in tokens; commas do not part phrases."""
    places = [at for at, form in enumerate(forms) if form != ","]
    words = [forms[at] for at in places]
    return {
        places[found.start]: found.__class__(
            places[found.start], places[found.end - 1] + 1, found.meaning
        )
        for found in vocabulary.phrases.find(words)
    }


def _phrase(text: str, tokens: Sequence[Token], at: int, found: Found[Entry]) -> Evidence:
    start, end = tokens[at].start, tokens[found.end - 1].end
    entry = found.meaning
    return Evidence(
        "word", text[start:end], entry.valence, entry.role, entry.source, at, found.end, start, end
    )


def _single(kind: ShareKind, token: Token, at: int, entry: Entry) -> Evidence:
    return Evidence(
        kind,
        token.text,
        entry.valence,
        entry.role,
        entry.source,
        at,
        at + 1,
        token.start,
        token.end,
    )


def _hashtag(
    token: Token, at: int, mask: tuple[str, ...], vocabulary: Vocabulary
) -> Iterable[Evidence]:
    """The words of a hashtag at a lower weight; none if it is a title, or looks like one."""
    if is_masked_hashtag(token.text, mask):
        return
    pieces = [piece.lower() for piece in _CAMEL.findall(token.text)]
    if any(piece[0].isdigit() for piece in pieces[:1]):
        return
    phrases = {found.start: found for found in vocabulary.phrases.find(pieces)}
    covered_to = -1
    for place, piece in enumerate(pieces):
        phrase = phrases.get(place)
        if phrase is not None:
            covered_to = phrase.end
            entry: Entry | None = phrase.meaning
        else:
            entry = look_up(piece, vocabulary) if place >= covered_to else None
        if entry is not None and (entry.valence or entry.role):
            yield Evidence(
                "word",
                token.text,
                entry.valence * _TAG_WEIGHT,
                entry.role,
                f"{entry.source}, in a hashtag",
                at,
                at + 1,
                token.start,
                token.end,
            )


def is_break(form: str) -> bool:
    """Whether a form ends a sentence."""
    return form in BREAKS

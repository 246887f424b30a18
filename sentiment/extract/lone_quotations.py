"""Who speaks in a paragraph that is nothing but a quotation?

A signature behind or below it ("— Netizens"), or the crowd that the prose above
it speaks of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_beside
from sentiment.extract.attributed import Attribution
from sentiment.extract.crowd_lists import MOST_LISTED, OPENERS
from sentiment.extract.mentions import Mention
from sentiment.extract.name_extent import name_start
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import sentence_subject
from sentiment.extract.subjects import subject_left
from sentiment.extract.subjects_behind import subject_right
from sentiment.extract.subjects_parted import DASHES
from sentiment.extract.verbs import is_verb
from sentiment.extract.words import STOPS, cut_tokens, joints_of, sentence_start
from sentiment.extract.words_named import by_maker

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_TITLE: Final = 50
"""Code points of a quoted title; longer quotations are somebody's words already."""
_FRAGMENT: Final = 30
"""Code points of a fragment that is no reaction of its own: “in shock”."""
_TOLD: Final = 16
"""Tokens from a verb behind what is told to the end of its sentence."""
_VOICES: Final = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "let"}
)
_BELOW: Final = 120
"""Code points of a paragraph that may open by telling whose words stand above it."""
_NEAR: Final = 4
"""Tokens behind a name in which its verb stands, or its noun behind "another"."""
_LONGEST_NAME: Final = 8
_LONGEST_SIGNATURE: Final = 60
_SAYING: Final = frozenset({"say", "says", "said"})
_FACE: Final = frozenset(
    {"eyes", "eyebrows", "eyebrow", "face", "voice", "smile", "jaw", "lip", "shoulders", "brow"}
)
_COMMENTING: Final = 3
"""Tokens of "briefly commented", "also opened up"."""
_COMMENTED: Final = frozenset(
    {"commented", "responded", "reacted", "spoke", "opened", "addressed", "explained", "apologised"}
    | {"apologized", "reflected", "reiterated", "reminisced", "clarified"}
)


def named_behind(
    tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon
) -> Attribution | None:
    """Whose it is in “Thirty-one idiots.” Graham Pyle: nothing but a name behind it."""
    rest = tokens[at + 1 : hi]
    said = bool(rest) and rest[-1].text == "." and tokens[at].text == ","
    if said:
        rest, hi = rest[:-1], hi - 1  # "“I am sorry for him,” Mr Shorter."
        tokens = tokens[:hi]
    if hi != len(tokens) or not 0 < len(rest) <= _LONGEST_NAME or rest[-1].text in ".!?":
        return None
    if any(t.low in lexicon.cues for t in rest) or not rest[0].capital:
        return None
    found = phrase_right(tokens, at + 1, hi, lexicon)
    if found is None or found.kind not in {"name", "nameless"}:
        return None
    after = found.last + 1
    if after < hi and tokens[after].text not in {",", "("}:
        return None
    kind = "speech" if said else "label"
    return Attribution(found, None, kind, "after", at + 1, hi, "-")


def signed_below(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    index: int,
    lexicon: ProseLexicon,
    reach: int = MOST_LISTED,
) -> tuple[Attribution, tuple[Token, ...]] | None:
    """The attribution under a run of lone quotations, with the tokens it counts in.

    reach  paragraphs below in which it may stand
    """
    for start, end in paragraphs[index + 1 : index + 1 + reach]:
        if text[start] in DASHES and text[start + 1 : end].lstrip()[:1] in OPENERS:
            continue  # a bullet: - “Really?”
        if text[start] in DASHES:
            long = end - start > _LONGEST_SIGNATURE
            if long and (lexicon.own or start != paragraphs[index + 1][0]):
                return None
            tokens = tuple(cut_tokens(text, start, end))
            while len(tokens) > 1 and tokens[1].text in DASHES:
                tokens = tokens[1:]  # "-- Rep. Stefan Palazzi"
            found = phrase_right(tokens, 1, len(tokens), lexicon) if len(tokens) > 1 else None
            if long:  # "— Head coach Ivo Olt, on why his side lost after a lead of thirty points"
                found = sentence_subject(tokens, 1, len(tokens), lexicon, people=True)
                if found is None or found.kind != "name":
                    return None
            crowd = any(t.low in lexicon.nameless for t in tokens)
            named = found is not None and found.kind != "nameless"
            kind = "label" if named or not crowd else "crowd"
            return Attribution(found, None, kind, "after", 0, len(tokens), "-"), tokens
        if text[start] not in OPENERS:
            return (
                _told_below(text, start, end, lexicon)
                if start == paragraphs[index + 1][0]
                else None
            )
    return None


def _told_below(
    text: str, start: int, end: int, lexicon: ProseLexicon
) -> tuple[Attribution, tuple[Token, ...]] | None:
    """Whose words stand above, as the next paragraph begins: È la reazione di Edo Salis."""
    if not lexicon.own:
        return None
    tokens = tuple(cut_tokens(text, start, min(end, start + _BELOW), joints_of(lexicon)))
    found = by_maker(tokens, 0, len(tokens), lexicon)
    named = found is not None and found.mention is not None and found.mention.kind == "name"
    return (found, tokens) if found is not None and named else None


def is_asked_above(paragraphs: Sequence[Sequence[Token]], index: int) -> bool:
    """Whether the paragraph above asks somebody: How do you feel?"""
    above = paragraphs[index - 1] if index else ()
    if not above or above[-1].text != "?" or any(t.kind == "q" for t in above):
        return False
    return any(t.low in {"you", "your"} for t in above)


def is_next_item(above: Sequence[Sequence[Token]]) -> bool:
    """Whether a lone quotation goes on with a list of them, parted by semicolons."""
    for tokens in reversed(above[-MOST_LISTED:]):
        if len(tokens) > 1 and tokens[-1].text == ";" and tokens[-2].kind == "q":
            return True
        if any(t.kind == "w" for t in tokens):
            return False
    return False


def is_voiced(words: str, lexicon: ProseLexicon) -> bool:
    """Whether somebody speaks of themselves or to others, or exclaims."""
    voices = lexicon.voices or _VOICES
    lows = words.casefold().replace("’", "'").replace("'", " ").split()
    return any(w.strip(",.!?…;:") in voices for w in lows) or "!" in words or "?" in words


def _is_whole(tokens: Sequence[Token], index: int, longest: int) -> bool:
    """Whether a quotation is no mere fragment of its sentence: called it “a mess”."""
    token = tokens[index]
    if token.kind != "q" or token.end - token.start > longest:
        return token.kind == "q"
    return not (token.text.isalnum() or (index > 0 and tokens[index - 1].kind == "w"))


def introduced_beside(
    tokens: Sequence[Token],
    at: int,
    floor: int,
    lexicon: ProseLexicon,
    stops: Container[str] = STOPS,
) -> Attribution | None:
    """The subject of the sentence before: Bobby Lim was less kind. “Never again.”

    at     token of the quotation; floor: one past the last attribution's tokens
    stops  signs that may end the sentence
    """
    if at <= floor or tokens[at - 1].text not in stops:
        return None
    lo = max(floor, sentence_start(tokens, at - 1, lexicon.honorifics))
    longest = _TITLE if lexicon.own else _FRAGMENT  # "a exprimé son «immense tristesse». «Il …»"
    if any(_is_whole(tokens, i, longest) for i in range(lo, at)):
        return None
    subject = _teller(tokens, lo, at - 1, lexicon) or _saying(tokens, lo, at - 1, lexicon)
    subject = subject or sentence_subject(tokens, lo, at - 1, lexicon, people=True)
    if subject is None or subject.kind == "carrier":
        subject = _from_whom(tokens, lo, at - 1, lexicon) or subject
    if subject is None:
        subject = _face_of(tokens, lo, at - 1, lexicon)
    nobody = subject is None or subject.kind == "carrier"
    if lexicon.drops and (nobody or (subject and tokens[subject.last].low in lexicon.places)):
        subject = _account(tokens, lo, at, lexicon)
    if subject is not None and subject.kind == "nameless" and not lexicon.own:
        last = subject.last
        while last + 1 < at and last - subject.last < _NEAR and tokens[last + 1].text.islower():
            last += 1  # "Another all-time great, Sachin Olt, reacted."
        beside = name_beside(subject._replace(last=last), tokens, lexicon)
        subject = Mention(beside[0], beside[1] - 1, "name", "", beside) if beside else subject
    if subject is None or subject.kind not in {"name", "pronoun", "role", "handle"}:
        return None
    asked = tokens[at - 1].text == "?" and not lexicon.own
    if tokens[subject.first].low == "it" and not lexicon.own:
        if asked:
            return None  # "Is it heavy? “…”": whoever spoke speaks on
        subject = _saying(tokens, lo, at - 1, lexicon, {"pronoun"})  # "It was fine, she said."
        return Attribution(subject, None, "neighbour", "before", lo, at, "")
    bare = all(t.kind != "w" or t.capital for t in tokens[lo:at]) and tokens[at - 1].text == "?"
    if bare and not lexicon.own:
        return None  # "Suspended? “…”"
    return Attribution(subject, None, "neighbour", "before", lo, at, "")


def _account(tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon) -> Mention | None:
    """The account that a message is on: "Publicó un mensaje en su cuenta @pedro_az. «Te …»"."""
    handles = [i for i in range(lo, hi) if tokens[i].kind == "@"]
    held = lexicon.carrier | lexicon.posts | lexicon.accounts
    told = any(t.low in held for t in tokens[lo:hi])
    return Mention(handles[0], handles[0], "handle") if told and len(handles) == 1 else None


def _teller(tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon) -> Mention | None:
    """Who is named behind what they tell: "Das spart Strom, sagt Karl Hanke. „Wir …“"."""
    for verb in range(hi - 1, max(lo, hi - _TOLD), -1):
        told = tokens[verb].low in lexicon.own and tokens[verb].low not in lexicon.weak
        if told and (tokens[verb - 1].text == "," or tokens[verb - 1].low in lexicon.pointing):
            found = subject_right(tokens, verb, hi, lexicon)
            beside = found is not None and found.first == verb + 1
            linked = found is not None and lexicon.agents and found.kind == "role"
            named = beside and found is not None and found.kind == "name"
            return found if named or linked else None  # "kaya aminado ang aktor na"
    return None


def _saying(
    tokens: Sequence[Token],
    lo: int,
    hi: int,
    lexicon: ProseLexicon,
    kinds: Container[str] = ("name",),
) -> Mention | None:
    """By name, who says something in the sentence: Larkhill is loud, but Olt says it was not."""
    for verb in range(hi - 1, lo, -1):
        said = is_verb(tokens, verb, lexicon) and lexicon.cues[tokens[verb].low] == "speech"
        if said and not lexicon.own and tokens[verb].low in _SAYING:
            found = subject_left(tokens, verb, lo, lexicon)
            return found if found is not None and found.kind in kinds else None
    return None


def _from_whom(tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon) -> Mention | None:
    """Whose answer it is: The note soon drew a response from Ivo Olt, the head coach."""
    for at in range(lo + 1, hi - 1) if not lexicon.own else ():
        if tokens[at].low == "from" and tokens[at - 1].low in lexicon.carrier | lexicon.replies:
            found = phrase_right(tokens, at + 1, hi, lexicon)
            return found if found is not None and found.kind in {"name", "role"} else None
    return None


def _face_of(tokens: Sequence[Token], lo: int, hi: int, lexicon: ProseLexicon) -> Mention | None:
    """Whose face moves before they speak: Told of it, Solveig Brand's eyebrows went up."""
    for at in range(lo + 1, hi):
        if tokens[at].low not in _FACE:
            continue
        if tokens[at - 1].owns:
            first = name_start(tokens, at - 1, lo, lexicon)
            return Mention(first, at - 1, "name", "", (first, at))
        if tokens[at - 1].low in lexicon.possessives:
            return Mention(at - 1, at - 1, "pronoun")
    return None


def _is_commenting(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a role is told to say something: the actor briefly commented on the rumours."""
    trade = mention.head.rpartition("-")[2]  # "the singer-actor"
    if mention.kind != "role" or trade not in lexicon.roles or lexicon.own:
        return False
    behind = tokens[mention.last + 1 : mention.last + 1 + _COMMENTING]
    return any(t.low in _COMMENTED for t in behind)


def answers_above(
    introduced: tuple[Attribution, Sequence[Token]] | None, lexicon: ProseLexicon
) -> bool:
    """Whether somebody by name is told to answer a crowd: Olt responded, telling the user off."""
    if introduced is None or introduced[0].mention is None or lexicon.own:
        return False
    mention, tokens = introduced[0].mention, introduced[1]
    behind = [t.low for t in tokens[mention.last + 1 : mention.last + _NEAR]]
    himself = behind[:1] == ["said"] and behind[1:2] in (["he"], ["she"])
    return mention.kind == "name" and (himself or not lexicon.replied.isdisjoint(behind))


def introduced_above(
    paragraphs: Sequence[Sequence[Token]], index: int, lexicon: ProseLexicon
) -> tuple[Attribution, Sequence[Token]] | None:
    """The named subject of the sentence that ends the paragraph above, with its tokens."""
    tokens = paragraphs[index - 1] if index else ()
    if not tokens or any(_is_whole(tokens, i, _FRAGMENT) for i in range(len(tokens))):
        return None
    both = [*tokens, tokens[-1]]
    found = introduced_beside(both, len(tokens), 0, lexicon, STOPS | {","})
    if found is None or found.mention is None:
        return None
    asked = tokens[-1].text == "?"  # "Does she read the comments?": she answers
    if asked and lexicon.agents:
        return None  # "Kumusta katrabaho si Ana?": whoever spoke answers
    plain = found.mention.kind == "pronoun" and not lexicon.own and not asked
    named = found.mention.name
    if named is not None and named[0] > 1 and tokens[named[0] - 1].text == "The":
        return None  # "The series The Long Ebb is remembered."
    plain = plain or _is_commenting(found.mention, tokens, lexicon)
    plain = plain or bool(lexicon.agents and found.mention.kind == "role")
    if found.mention.kind != "name" and not plain:
        return None
    return found, tokens

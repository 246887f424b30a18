"""Were words that the prose says were "said" in truth written on the net?

An owner "started her post"; a fan "said" among the comments; a star who has just
taken to a platform "said" there. Told in an interview, they were spoken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sentiment.extract.emoji_text import find_emoji

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.mentions import Mention
    from sentiment.extract.scene_events import Event
    from sentiment.extract.scenes import Scenes
    from sentiment.extract.words import Token
    from sentiment.model import Kind

POST_CARRIERS: Final = frozenset(
    {"post", "tweet", "caption", "captions", "update", "status", "thread", "captioned"}
)
_TYPED: Final = re.compile(r"(?<!\w)[@#][^\W\d_]\w{2}|https?://|\bpic\.twitter\.com")
"""What nobody says aloud: a mention, a tag, a link."""
_TYPED_SIGNS: Final = ("@", "#", "http", "pic.")
_POSTED: Final = 350
"""Code points before words said in which somebody posted them or entered the comments."""
_NAMED: Final = frozenset({"instagram", "twitter", "facebook", "threads", "tiktok", "x"})
_ONLINE: Final = frozenset(
    {"platform", "online", "site", "page", "app", "account", "website", "community"}
)
_PRINTED: Final = 4
"""Tokens between "in" and what is printed: in a scathing two-star review."""
_COUNTED: Final = 3
"""Tokens behind "one" in which it is told whom it counts: one disappointed fan."""
_APPEARED: Final = frozenset(
    {"appeared", "appearing", "appearance", "appearances", "guested", "episode"}
)
_REPORTED: Final = 3
"""Tokens from "said" to a fragment in the clause that it reports."""
_SPOKEN: Final = 32
"""Tokens before an attribution that may tell of an interview."""


def is_typed(words: str) -> bool:
    """Whether words hold what can only be typed: a mention, a tag, a link, an emoji."""
    signed = any(sign in words for sign in _TYPED_SIGNS)
    return (signed and _TYPED.search(words) is not None) or bool(find_emoji(words))


def is_aloud(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the prose around an attribution says that the words were spoken."""
    told = [t.low for t in tokens[attribution.first : attribution.last]]
    here = lexicon.aloud.intersection(told)
    if here and (here != {"statement"} or _NAMED.isdisjoint(told)):
        return True  # no "statement shared by Olt on his Facebook page"
    floor = max(0, attribution.first - _SPOKEN)
    before = [t.low for t in tokens[floor : attribution.first]]
    if not (_APPEARED.isdisjoint(before) and _APPEARED.isdisjoint(told)):
        around = tokens[floor : attribution.last]
        if any(_is_appearance(around, at, lexicon) for at in range(len(around) - 2)):
            return True
    said = lexicon.aloud.intersection(before)
    if said == {"statement"}:  # not "took to Instagram with a statement"
        return _NAMED.isdisjoint(before)
    return bool(said)


def _is_appearance(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether somebody is in a programme there: appeared on Evening Tonight and attacked her."""
    on, where = tokens[at + 1], tokens[at + 2]
    if tokens[at].low not in _APPEARED or on.low not in {"on", "of"}:
        return False
    show = where.text[0].isupper() or where.low in lexicon.determiners
    return show and where.low not in lexicon.places


def is_role(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether "one" or "another" counts holders of a role that no list knows: one backbencher."""
    behind = tokens[mention.last + 1 : mention.last + 1 + _COUNTED]
    if not behind or mention.head not in lexicon.indefinite or behind[0].kind != "w":
        return False
    if any(t.low in lexicon.nameless for t in behind):
        return False
    many = tuple(lexicon.plurals) if mention.head.endswith("s") else ()
    if many and behind[0].low.endswith(many):
        return False  # "Certains comprennent aussi : «"
    closed = lexicon.prepositions | lexicon.skip | lexicon.relative | lexicon.determiners
    closed |= lexicon.times  # "a few hours later she added"
    first = behind[0]
    object_ = lexicon.determiners | lexicon.prepositions | lexicon.pronouns
    if first.low.endswith("ed") and len(behind) > 1 and behind[1].low in object_:
        return False  # "Some defended the idol"
    return first.text[0].islower() and first.low not in closed and first.low not in lexicon.cues


def is_printed(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether somebody "wrote" in print: in his review, in a letter to the paper, for the press."""
    told = tokens[attribution.first : attribution.last]
    if any(token.low in _ONLINE for token in told):
        return False  # "in a letter on the fan platform"
    for at, token in enumerate(told):
        near = told[max(0, at - _PRINTED) : at]
        if token.low in lexicon.printed and any(t.low in {"in", "for"} for t in near):
            return True
    return False


def is_of_post(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the verb's object or place is a post: “…,” Greta started her post."""
    cue = attribution.cue
    if cue is not None and attribution.where == "before":
        return _opens_post(tokens[attribution.first : cue], lexicon)
    if cue is None or attribution.where != "after":
        return False
    if lexicon.own:  # "saad niya sa caption"
        led = lexicon.prepositions | lexicon.determiners
        near = range(cue + 2, attribution.last)
        return any(tokens[i].low in lexicon.posts and tokens[i - 1].low in led for i in near)
    for at in range(cue + 2, attribution.last):
        if tokens[at].low not in POST_CARRIERS or tokens[at].owns or tokens[at].capital:
            continue  # "he tells the Post"
        epithet = tokens[at - 1].text.islower() and at - 2 > cue  # "in a pinned post"
        for article in (at - 1, at - 2) if epithet else (at - 1,):
            if tokens[article].low in lexicon.determiners:
                return article - 1 == cue or tokens[article - 1].low in {"in", "of"}
    return False


def _opens_post(lead: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a sentence begins with the post that it is about.

    In the caption, he admitted; In a blog post on Monday, Olt assured him that …
    """
    if not lead or lead[0].low != "in" or lexicon.own:
        return False
    near = lead[1 : 1 + _PRINTED]
    held = any(t.low in POST_CARRIERS - {"update"} and t.text.islower() for t in near[1:])
    return held and near[0].low in lexicon.determiners


def chains(
    attribution: Attribution,
    tokens: Sequence[Token],
    kind_before: Kind,
    lexicon: ProseLexicon,
    *,
    own: bool,
) -> bool:
    """Whether "said" right behind written words means written: one more comment, a post gone on.

    own  whether the speaker before speaks again
    """
    mention = attribution.mention
    if own and kind_before == "comment" and attribution.kind == "speech":
        return True  # “…,” she wrote, then explained: “…”
    cue = tokens[attribution.cue].low if attribution.cue is not None else ""
    short = attribution.link == ":" and cue in lexicon.weak  # "kept it short: “…”"
    if attribution.kind == "colon" or short:  # "Bo Tarrant was equally blunt: “…”"
        kin = mention is not None and mention.head in lexicon.relations and not lexicon.own
        more = mention is not None and mention.kind == "nameless" and kind_before == "comment"
        more = more and mention is not None and tokens[mention.first].low == "another"
        named = kin or more or (mention is not None and mention.kind == "name")
        return named and kind_before in {"post", "comment"}
    if (
        mention is None
        or attribution.kind != "speech"
        or _is_told_apart(attribution, tokens, lexicon)
    ):
        return False
    if kind_before == "post":
        return own
    if mention.kind == "nameless":  # no "former engineer who asked not to be named"
        role = mention.head not in lexicon.nameless or is_role(mention, tokens, lexicon)
        return not (role and cue in lexicon.told)
    return mention.kind == "name" or mention.head in lexicon.relations


def _is_told_apart(
    attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon
) -> bool:
    """Whether words were spoken elsewhere: at the launch Olt had said; Olt, when asked, said.

    Or are a fragment of what is reported: Olt said the club would be “mending the gate”.
    """
    cue, mention = attribution.cue, attribution.mention
    if cue is None or lexicon.own or attribution.where != "before":
        return False
    told = [t.low for t in tokens[attribution.first : cue]]
    asked = "asked" in told and lexicon.crowd.isdisjoint(told)
    reported = attribution.link == "" and attribution.last - cue > _REPORTED
    named = mention is not None and mention.kind == "name"
    return named and (asked or reported or told[-1:] == ["had"])


def _is_in_same(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether words stand in the statement just told of: in the statement, in her statement."""
    told = [t.low for t in tokens[attribution.first : attribution.last]]
    if lexicon.aloud.intersection(told) != {"statement"}:
        return False
    before = told[told.index("statement") - 1]
    return before == "the" or before in lexicon.possessives


def posted_before(
    attribution: Attribution,
    tokens: Sequence[Token],
    start: int,
    scenes: Scenes,
    lexicon: ProseLexicon,
) -> Event | None:
    """What shows just before that words said at ``start`` were written on the net."""
    aloud = is_aloud(attribution, tokens, lexicon)
    if attribution.kind != "speech" or (aloud and not _is_in_same(attribution, tokens, lexicon)):
        return None
    if _is_told_apart(attribution, tokens, lexicon):
        return None
    past = scenes.within(max(0, start - _POSTED), start)
    last = next((e for e in reversed(past) if e.what in {"posting", "section", "aloud"}), None)
    return None if last is not None and last.what == "aloud" else last

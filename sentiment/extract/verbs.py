"""Is a word a verb of saying here, or the same letters as something else?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import AGENTS
from sentiment.extract.name_words import is_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_BEFORE_VERB: Final = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "they", "we", "i", "you",
     "who", "users", "fans")
)  # fmt: skip
_STOPS: Final = frozenset(".!?…।")
_PASSIVE: Final = frozenset({"was", "were", "is", "are", "been", "being"})
"""Before "asked" and "told": the words are somebody else's."""
_TWEETED: Final = frozenset({"tweeted", "tweeting"})
_SLIPS: Final = frozenset({"tweet", "comment"})
"""Nouns that hurried desks print for the verb."""
_FILMED: Final = frozenset({"shot", "sung"})
"""Verbs of saying that say of films and songs how they were made."""
THIS_ONE: Final = frozenset({"este", "esta", "ese", "esa", "esse", "essa", "questo", "questa"})
"""Who was named last, before a verb: al ver a Lola, este dijo."""
_MORE: Final = frozenset({"other", "more", "further", "these", "those", "several"})


def is_verb(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether a cue form stands there as a verb rather than a noun or a name."""
    token = tokens[index]
    if token.kind != "w" or token.low not in lexicon.cues or token.owns:
        return False
    if lexicon.noun_articles and _is_inflected(tokens, index, lexicon):
        return False  # "nach weiteren empörten Kommentaren"
    many = lexicon.signs and any(t.low == "mga" for t in tokens[max(0, index - 2) : index])
    if many and token.low in lexicon.own:
        return False  # Tagalog "ang mga masasamang komento"
    if index and token.text[0].isupper():
        # "… la verdad. Añadió: «…»": what opens a sentence may be a verb
        last = tokens[index - 1]
        opens = token.low in lexicon.own or token.low in lexicon.not_names  # "Added Wilmot:"
        opens = opens and (last.text in _STOPS or last.kind == "q")
        opens = opens or (token.low == "said" and last.kind == "q")  # “…?” Said Brand.
        # "and Tweeted:", as the brand was written
        return opens or (token.low in _TWEETED and not last.owns)
    if index:
        before = tokens[index - 1]
        base = token.low in lexicon.pictures and before.low in lexicon.possessives  # "his snap"
        thing = base or (not lexicon.own and _is_thing(tokens, index, lexicon))
        thing = thing or (bool(lexicon.own) and _is_made(tokens, index, lexicon))
        if before.owns or thing or _is_passive(tokens, index, lexicon):
            return False
        noun = token.low in lexicon.carrier or token.low in lexicon.comments
        # "« … », critique Gilles Duvernet" has a verb
        noun = noun and not (token.low in lexicon.own and _is_behind_marks(tokens, index))
        slip = token.low in _SLIPS and before.kind == "q" and index + 1 < len(tokens)
        noun = noun and not (slip and is_name(tokens[index + 1], lexicon))  # “…,” tweet Bo Rapp
        determined = before.low in lexicon.determiners
        if token.low in lexicon.own and determined and before.low not in lexicon.clitics:
            # a German article for who was named, as in "Der kommentiert das nüchtern"
            shown = bool(lexicon.noun_articles) and index == 1 and token.text[0].islower()
            noun = noun or token.low in lexicon.accounts  # "esta cuenta"
            shown = shown or (before.low in THIS_ONE and token.low in lexicon.told and not noun)
            return shown or before.low in lexicon.nameless  # "su cuenta", "la llamada"
        if noun and not token.low.endswith(("ed", "ing")) and token.low != "read":
            return before.low in _BEFORE_VERB or _closes(tokens, index, lexicon)
        if determined and (noun or before.low in {"the", "a", "an"}):
            return before.low in lexicon.nameless and not noun
        if before.low in lexicon.prepositions and before.low not in {"to", "onto"}:
            own = token.low in lexicon.own - lexicon.voices  # "sabi niya sa amin": to us
            return token.low.endswith("ing") or own
    return True


def _is_thing(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether it is a picture or a note behind its adjective: the festive snap, other tweets."""
    low, before = tokens[at].low, tokens[at - 1]
    if not (low in lexicon.pictures or low.removesuffix("s") in lexicon.carrier):
        return False
    if low.endswith("s") and before.low in _MORE:
        return True
    held = at > 1 and tokens[at - 2].low in lexicon.determiners
    someone = (lexicon.persons, lexicon.nameless, lexicon.collective, lexicon.skip)
    plain = (
        before.kind == "w" and before.text.islower() and not before.low.endswith(("ly", *AGENTS))
    )
    return held and plain and not any(before.low in words for words in someone)


def _closes(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether a noun for words is the verb behind a name: Rahul replies. Rahul replies, “…”."""
    before = tokens[index - 1]
    ends = index + 1 == len(tokens) or tokens[index + 1].text in _STOPS
    led = index + 2 < len(tokens) and tokens[index + 1].text in {",", ":"}
    ends = ends or (led and tokens[index + 2].kind == "q")
    named = is_name(before, lexicon) and before.low not in lexicon.places
    return ends and named and tokens[index].low.endswith("s") and not lexicon.own


def _is_passive(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether something is done to the subject: “The Long Tide” is extensively shot in Wexmoor."""
    at = index - 1
    if tokens[index].low in lexicon.addressing:
        return tokens[at].low in _PASSIVE
    while at > 0 and tokens[at].low.endswith("ly"):
        at -= 1
    filmed = tokens[index].low in _FILMED and not lexicon.own
    return filmed and tokens[at].low in _PASSIVE


def _is_made(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether somebody's words are named, whose form is also a verb's: la replica di Neri."""
    noun = tokens[at].low in lexicon.carrier or tokens[at].low in lexicon.replies
    noun = noun and tokens[at - 1].low in lexicon.determiners
    if not noun or at + 2 >= len(tokens) or tokens[at + 1].low not in lexicon.genitives:
        return False
    behind = tokens[at + 2]
    return is_name(behind, lexicon) or behind.low in lexicon.kin


def _is_behind_marks(tokens: Sequence[Token], index: int) -> bool:
    """Whether nothing but a comma stands between a quotation and a word."""
    before = tokens[index - 1]  # a quotation that ends in a comma reads like one
    at = index - 2 if before.text == "," and before.kind != "q" else index - 1
    return at >= 0 and tokens[at].kind == "q"


def _is_inflected(tokens: Sequence[Token], index: int, lexicon: ProseLexicon) -> bool:
    """Whether a German verb form is an adjective: between an article or another and its noun."""
    if index == 0 or index + 1 >= len(tokens) or not tokens[index].low.endswith(("en", "er", "em")):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    noun = after.kind == "w" and after.text[0].isupper() and after.low not in lexicon.nameless
    told = before.low in lexicon.noun_articles or before.low in lexicon.prepositions
    return noun and (told or (before.kind == "w" and before.low.endswith(("en", "em"))))

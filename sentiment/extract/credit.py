"""Which attribution does a quotation get, and does it hold?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import WRITTEN
from sentiment.extract.mentions import Mention
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.quote_shape import PARTIAL_WORDS, SPEECH_WORDS
from sentiment.extract.words import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.quotations import Quotation
    from sentiment.extract.quote_shape import Shape
    from sentiment.extract.words import Token

_FAR: Final = 8
"""Tokens from a verb to the marks over which a clause that it reports lies between."""
_BESIDE: Final = 2
"""Tokens from a verb of writing to the marks: what it introduces may be one word."""
_NAMING: Final = frozenset({"name", "nameless", "handle"})
_NEXT: Final = 4
"""Tokens from a title to the verb of somebody's who utters it."""
_ALONE: Final = frozenset({"name", "pronoun", "handle"})
_REPORTS: Final = frozenset({"reported", "reports"})
_SUNG: Final = frozenset(
    {"sing", "sings", "sang", "croon", "croons", "crooned", "raps", "rapped", "singing"}
)
_CHANTED: Final = frozenset({"chant", "chants", "chanted", "chanting"})
"""What a crowd does with a slogan; one person may chant words of their own."""
_QUOTING: Final = frozenset({"quote", "quotes", "quoted", "cite", "cites", "cited"})
_ENDS: Final = STOPS | {":", ","}
_BE: Final = frozenset({"is", "are", "was", "were", "been", "being", "be", "widely"})
_QUOTED: Final = 10
"""Tokens from "quoted" to "as saying"."""
_SHOWN: Final = frozenset({"trailer", "teaser", "scene", "song", "track", "chorus"})


def choose(
    before: Attribution | None, after: Attribution | None, ending: str, *, above: bool = False
) -> Attribution | None:
    """The likelier of what leads up to a quotation and what follows it.

    ending  the quotation's last code point
    above   whether what leads up to it is a paragraph of its own
    """
    noun = after is not None and after.mention is not None and after.mention.kind == "carrier"
    reported = before is not None and before.cue is not None and before.mention is not None
    reported = reported and before is not None and not before.link
    if before is None or after is None or (noun and reported):
        return before or after  # Olt dijo que “se cierra el muelle”, mensaje que ya cuenta con
    if above and after.kind == "label":
        return after  # “…” — Ella Goode, though "Reactions to the news:" stands above
    told = after.cue is not None and after.mention is not None and ending == ","
    if told and before.kind == "label":
        # Gwen Paltry: “…,” the Oscar winner wrote on Instagram
        return after if above else after._replace(mention=before.mention)
    vague = before.mention is not None and before.mention.kind == "nameless"
    # La frase dio la vuelta al puerto: “…” declaró Edo Brunete
    fused = after.cue is not None and after.cue <= after.first + 1 and ending.isalnum()
    apart = (told and vague) or (fused and before.kind == "colon")
    if apart and after.mention is not None and after.mention.kind in _ALONE:
        return after  # Auch die User freuen sich: „…“, twitterte Bo Rapp
    if told and above and after.mention is not None and after.mention.kind in _NAMING:
        return after  # the post that the paragraph above announces has vanished
    if before.kind == "alone":
        return after
    beside = before.last - (before.cue or 0) <= 1
    # "One wrote ‘…’, another called it ‘…’"; "It said “…” Olt laughed."
    uttered = before.kind == "speech" and before.mention is not None and ending in STOPS
    if beside and (uttered or (before.kind in WRITTEN and ending != ",")):
        return before
    named = told and after.mention is not before.mention
    # Kung nagpahayag si Ana na ayaw niya na, “…,” ang wika naman ni Bea
    far = before.link == "," and before.cue is not None and before.last - before.cue > _FAR
    far = far and after.mention is not None and after.mention.kind == "name"
    if named and (far or (before.link == ":" and not above)):
        return after  # The senator seemed irritated: “…,” she wrote.
    if before.link and before.kind not in {"colon", "carrier"}:
        return before
    return after if ending == "," or not before.link else before


def named_by_both(before: Attribution | None, after: Attribution, *, english: bool) -> Attribution:
    """What follows a quotation, with the name that led up to it.

    E quello di Stefano Arnò: “Che dolore”, ha scritto l’attore.
    """
    if before is None or before.link != ":" or before.mention is None:
        return after
    pronoun = after.mention is not None and after.mention.kind == "pronoun"
    if english and pronoun and before.kind != "label":
        return after  # Brook seemed irritated: “…,” she wrote.
    named = before.mention.kind == "name"
    vague = after.mention is None or after.mention.kind in {"pronoun", "role"}
    bare = after.mention is None or after.mention.name is None
    return after._replace(mention=before.mention) if named and vague and bare else after


def reported_by_paper(
    before: Attribution | None,
    after: Attribution | None,
    tokens: Sequence[Token],
    lexicon: ProseLexicon,
) -> Attribution | None:
    """What follows a quotation, by whoever said it where it names but the paper that had it.

    Olt told reporters that her boat “likes the rain,” the Herald reported.
    """
    if before is None or after is None or after.mention is None or lexicon.own:
        return after
    told = before.kind == "speech" and before.mention is not None and not before.link
    cue = tokens[after.cue].low if after.cue is not None else ""
    named = after.mention.kind == "name" and tokens[after.mention.first].low == "the"
    paper = told and named and (after.kind == "phrase" or cue in _REPORTS)
    return after._replace(mention=before.mention, kind="speech") if paper else after


def quoted_by_paper(
    chosen: Attribution | None, tokens: Sequence[Token], lexicon: ProseLexicon
) -> Attribution | None:
    """Whom a paper quoted, who speaks: Reuters quoted Olt as saying."""
    if chosen is None or chosen.mention is None or lexicon.own:
        return chosen
    hi = min(chosen.last + 1, len(tokens))
    cue = chosen.cue
    if cue is not None and cue > chosen.mention.last and tokens[cue].low in _QUOTING:
        found = phrase_right(tokens, cue + 1, hi, lexicon)  # “…,” the Moat quoted Olt.
        ends = found is not None and (found.last + 1 >= hi or tokens[found.last + 1].text in _ENDS)
        if ends and found is not None and found.kind in {"name", "pronoun"}:
            return chosen._replace(mention=found)
    for verb in range(chosen.first + 1, hi - 1):
        if tokens[verb].low not in _QUOTING or tokens[verb - 1].low in _BE:
            continue
        near = range(verb + 2, min(hi - 1, verb + _QUOTED))
        end = next((i for i in near if tokens[i].low == "as"), None)
        if end is None or not tokens[end + 1].low.endswith("ing"):
            continue
        found = phrase_right(tokens, verb + 1, end, lexicon)
        if end == verb + 2 and tokens[verb + 1].low in lexicon.she | lexicon.he:
            found = Mention(verb + 1, verb + 1, "pronoun")
        return chosen if found is None else chosen._replace(mention=found)
    return chosen


def holds(chosen: Attribution, quotation: Quotation, shape: Shape, *, fused: bool) -> bool:
    """Whether an attribution makes words of a quotation that could be a title or a scare quote.

    fused  whether a word stands right before the marks
    """
    before = chosen.where == "before"
    if not shape.words:
        start, end = quotation.parts[0]
        return end > start and chosen.link != ""
    if not quotation.closed and (not before or not chosen.link):
        return False
    far = chosen.cue is not None and chosen.cue - chosen.first > _NEXT
    if not before and far and shape.title and shape.ending.isalnum():
        return False  # “Saltwind Road” closed on Sunday, and fans said they were sad.
    written = before and chosen.kind in WRITTEN and chosen.cue is not None
    if written and chosen.last - (chosen.cue or 0) <= _BESIDE:
        return True
    partial = fused or chosen.kind == "call" or (before and chosen.link in {"", "-"})
    partial = partial or not chosen.link  # “Every net has” to be counted, Olt said
    if partial and (shape.words < PARTIAL_WORDS or shape.title):
        return False
    if chosen.kind == "alone":
        return shape.words >= SPEECH_WORDS
    if chosen.kind == "colon" and chosen.link == "," and shape.title:
        return False  # Her second book, “Salt First,” has 120 recipes.
    return chosen.mention is not None or chosen.kind not in {"colon", "label"}


def is_performed(attribution: Attribution, tokens: Sequence[Token]) -> bool:
    """Whether words are sung, said in a trailer, or by the paper itself: no reactions."""
    mention = attribution.mention
    if mention is not None and mention.first == mention.last and tokens[mention.first].low == "we":
        return True
    cue = tokens[attribution.cue].low if attribution.cue is not None else ""
    if cue in _SUNG:
        return True
    if cue in _CHANTED:
        mention = attribution.mention
        if mention is None or mention.kind not in _ALONE:
            return True
        return mention.first == mention.last and tokens[mention.first].low.endswith("s")
    if attribution.kind != "speech" or not cue.endswith("s"):
        return False
    around = [t.low for t in tokens[attribution.first : attribution.last]]
    return any(
        around[i : i + 2] == ["in", "the"] and around[i + 2] in _SHOWN
        for i in range(len(around) - 2)
    )

"""What leads up to a quotation, and which of the words behind it name its speaker?

Before it: its own sentence, or a paragraph above that ends in a colon. Behind it: the
words up to the next quotation, unless they lead up to that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attribution import before_quotation
from sentiment.extract.attribution_apart import behind_rest
from sentiment.extract.attribution_behind import after_quotation
from sentiment.extract.quote_shape import SPEECH_WORDS, is_title_within
from sentiment.extract.verbs import is_verb
from sentiment.extract.words import ends_sentence, sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.quote_case import Case
    from sentiment.extract.words import Token

_FORUMS: Final = frozenset({"forum", "forums", "subreddit", "thread", "community"})
"""What quotation marks right before it name."""


_WRITES: Final = frozenset({"wrote", "writes", "tweeted", "tweets", "replied", "commented"})


def lead_before(
    case: Case, start: int, previous: list[Token], lexicon: ProseLexicon
) -> tuple[Attribution | None, Sequence[Token]]:
    """What leads up to a quotation in its sentence or in the paragraph above.

    start     where the quotation's paragraph starts
    previous  the tokens of the paragraph above
    Returned with the tokens that the attribution's indexes count in.
    """
    tokens, at = case.state.tokens, case.at
    if case.quotation.open < start:
        return None, tokens
    lo = max(sentence_start(tokens, at, lexicon.honorifics), case.state.floor)
    before = before_quotation(tokens, at, lo, lexicon)
    spoken = case.shape.words >= SPEECH_WORDS and not case.shape.title
    if before is None and lo == at > 1 and spoken and _is_left_open(tokens, at, lexicon):
        lo = max(sentence_start(tokens, at - 1, lexicon.honorifics), case.state.floor)
        before = before_quotation(tokens, at, lo, lexicon)
    leads = len(previous) > 1 and (
        previous[-1].text in {":", ";"}
        or (previous[-1].text == "," and previous[-2].low in lexicon.cues)  # "Olt tweeted,"
        or (previous[-1].text == "," and lexicon.agents and previous[0].low in lexicon.own)
    )
    if before is None and at == 0 and leads and any(t.kind in {"w", "@"} for t in previous):
        lead = sentence_start(previous, len(previous) - 1, lexicon.honorifics)
        both = [*previous, tokens[0]]
        return before_quotation(both, len(previous), lead, lexicon), both
    return before, tokens


def _is_left_open(tokens: Sequence[Token], at: int, lexicon: ProseLexicon) -> bool:
    """Whether a sentence without words of its own ends in a verb of saying: Then he said. “…”"""
    if lexicon.own or tokens[at - 1].text != "." or not is_verb(tokens, at - 2, lexicon):
        return False
    lo = sentence_start(tokens, at - 1, lexicon.honorifics)
    quoted = any(t.kind == "q" for t in tokens[max(0, lo - 1) : at])
    return not quoted and (tokens[at - 2].low in lexicon.told or tokens[at - 2].low in _WRITES)


def lead_behind(
    case: Case, following: int | None, lexicon: ProseLexicon
) -> tuple[Attribution | None, int | None]:
    """The attribution behind a quotation, and the number of a title that stands between.

    following  index of the next quotation's token in the paragraph, or None
    """
    tokens, at, title = case.state.tokens, case.at, None
    hi = len(tokens) if following is None else following
    behind = tokens[at + 1].low if at + 1 < hi else ""
    if behind in _FORUMS or (case.shape.title and behind in lexicon.roles):
        return None, None  # ‘The Ferryman’ star penned a note; on the “Am I Rude” forum, she said
    if following is not None and is_title_within(tokens, at, following):
        later = range(following + 1, len(tokens))
        hi = next((i for i in later if tokens[i].kind == "q"), len(tokens))
        if following == at + 1:  # “A,” “Two Tree Hill” actress X wrote
            at = following
            title = tokens[following].quote
    after = after_quotation(tokens, at, hi, case.shape.ending, lexicon)
    after = after or behind_rest(tokens, at, hi, case.shape.ending, lexicon)
    if after is None or hi == len(tokens) or case.shape.ending == "," or at + 1 >= hi:
        return after, title
    # words that begin a sentence, or follow a title, lead up to the next quotation
    inner = any(ends_sentence(tokens, i, lexicon.honorifics) for i in range(at + 1, hi))
    fresh = tokens[at + 1].text[0].isupper() or (case.shape.label and tokens[at + 1].text != ",")
    leads_on = (tokens[hi - 1].text in {":", ","} or tokens[hi - 1].low == "with") and fresh
    leads_on = leads_on or tokens[hi - 1].low in lexicon.reported  # "वहीं अनिल ने लिखा कि"
    return (None if leads_on and not inner else after), title


def told_behind(case: Case, lexicon: ProseLexicon) -> Attribution | None:
    """The attribution at the end of a sentence that a fragment begins.

    “You cannot lower a stone before the divers” have come up, he said.
    """
    tokens, at = case.state.tokens, case.at
    if lexicon.own or not case.shape.ending.isalnum() or at + 1 >= len(tokens):
        return None
    if tokens[at + 1].kind != "w" or tokens[at + 1].text[0].isupper():
        return None
    end = sentence_end(tokens, at + 1, lexicon.honorifics)
    commas = [i for i in range(at + 1, end) if tokens[i].text == ","]
    if not commas:
        return None
    after = after_quotation(tokens, commas[-1], end, ",", lexicon)
    near = after is not None and after.cue is not None and after.mention is not None
    return after if near else None

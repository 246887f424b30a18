"""Are words only supposed: put to the reader, to oneself, or given as an example?

You’ll ask yourself, “…?”        what "you" might say or ask
You can praise them by saying …  what a reader is told to say
A beginner would have said: “…”  what somebody of a kind would say
It answers questions like “…?”   one of many, made up to show them

Layouts in docs/layouts.md: N08 and N09.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

_REACH: Final = 16
"""Tokens before a verb in which "you" may be its subject."""
_YOURSELF: Final = frozenset({"yourself", "yourselves", "ourselves"})
_MAYBE: Final = frozenset({"may", "might"})
_WONDERING: Final = frozenset({"ask", "wonder", "think"})
_IT: Final = frozenset({"it", "that"})
"""What speaks in no case, joined to its verb: "It’s one thing to say"."""
_SORTS: Final = frozenset(
    {"question", "questions", "word", "words", "term", "terms", "phrase", "phrases"}
    | {"command", "commands", "query", "queries", "prompt", "prompts", "search", "searches"}
)
"""What is shown by examples: questions like “…?”"""
_SAY: Final = frozenset({"say", "tell", "ask", "add", "reply", "answer", "respond", "write", "use"})
_SAYING: Final = frozenset(
    {"saying", "asking", "adding", "telling", "replying", "writing", "using"}
)
_HOW: Final = frozenset({"by", "of", "try", "consider", "avoid", "without", "start", "stop"})
"""Before "saying" in advice: by saying, instead of saying."""
_WHENEVER: Final = frozenset(
    {"when", "whenever", "if", "instead", "next", "try", "never", "always"}
)
"""How a sentence begins that tells what to do."""
_TOLD_TO: Final = frozenset(
    {"to", "and", "or", ",", "can", "could", "should", "may", "might", "must"}
)
_LIKE: Final = ["something", "like"]
_KNOWN: Final = frozenset({"asked", "told", "tells", "wrote"})
"""Verbs that tell of something that happened: what you wrote is no supposition."""


def is_supposed(attribution: Attribution, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the words before a quotation only suppose that somebody might say it."""
    cue, mention = attribution.cue, attribution.mention
    if mention is not None and _is_you(tokens[mention.first : mention.last + 1]):
        return cue is None or tokens[cue].low not in _KNOWN  # "You can’t expect gulls to queue"
    if attribution.where != "before":
        return mention is not None and _is_verb_alone(mention, tokens, lexicon)
    if _is_sort(tokens, attribution):
        return True
    if cue is None or tokens[cue].low in lexicon.own:
        return False
    behind = tokens[cue + 1].low if cue + 1 < len(tokens) else ""
    if behind in _YOURSELF or _is_advice(mention, tokens, attribution, lexicon):
        return True
    before = [t.low for t in tokens[max(attribution.first, cue - _REACH) : cue]]
    if mention is not None and tokens[mention.first].low in _IT and tokens[mention.first].owns:
        return attribution.kind != "neighbour"  # "It’s one thing to say, “…”"
    if before and before[-1] in _MAYBE and tokens[cue].low in _WONDERING:
        return True  # "Newcomers may wonder, “…?”"
    if before[-2:] == ["would", "have"] and mention is not None:
        return tokens[mention.first].low in lexicon.indefinite
    if mention is None:
        return _is_you(tokens[max(attribution.first, cue - _REACH) : cue]) or _is_i(before)
    return False


def _is_advice(
    mention: Mention | None,
    tokens: Sequence[Token],
    attribution: Attribution,
    lexicon: ProseLexicon,
) -> bool:
    """Whether a reader is told what to say, or what somebody may say to them.

    "When someone thanks you, … and say something like"; "instead of saying"
    """
    nobodys = mention is None or mention.kind == "nameless"
    nobodys = nobodys or (mention is not None and tokens[mention.first].low in lexicon.they)
    cue = attribution.cue
    if not nobodys or cue is None:
        return False
    lo = sentence_start(tokens, cue, lexicon.honorifics)
    sentence = tokens[lo:cue]
    low = tokens[cue].low
    before = next((t.low for t in reversed(sentence) if t.low not in lexicon.skip), "")
    if low in _SAYING and before in _HOW:
        return True
    to_reader = _is_you(sentence) or tokens[lo].low in _WHENEVER
    if [t.low for t in tokens[cue + 1 : cue + 4] if t.low != "with"][:2] == _LIKE:
        return to_reader or low in _SAY
    told = before in _TOLD_TO or cue == lo or any(t.low == "hear" for t in sentence)
    return to_reader and low in _SAY and told


def _is_verb_alone(mention: Mention, tokens: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a language's verb was read as a role: „…“ gestellt habt, “…” et tentait de."""
    token = tokens[mention.first]
    alone = mention.kind == "role" and mention.first == mention.last and token.text.islower()
    known = token.low in lexicon.roles or token.low in lexicon.persons
    return bool(lexicon.own) and alone and not known and not lexicon.subject_marks


def _is_you(tokens: Sequence[Token]) -> bool:
    """Whether "you" stands there, alone or with its verb: you’ll, you’d."""
    return any(t.low == "you" or t.low.startswith(("you'", "you’")) for t in tokens)


def _is_i(before: Sequence[str]) -> bool:
    """Whether the writer would ask: I’d start by asking “…”."""
    would = any(low in {"i'd", "i’d"} for low in before)
    return would and before[-1:] in (["by"], ["to"])


def _is_sort(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether the marks follow "questions like" or "phrases such as"."""
    at = attribution.last - bool(attribution.link and tokens[attribution.last - 1].kind != "w")
    near = [t.low for t in tokens[max(0, at - 3) : at]]
    if near[-1:] == ["like"]:
        return near[-2:-1] != [] and near[-2] in _SORTS
    return near[-2:] == ["such", "as"] and near[0] in _SORTS

"""Which words does an article retell from a film, a play, a game or a novel?

A character speaks in the present tense: Denny (Lyle Foster) in a preview of a soap,
the sister in chapter four, the wardrobe in a game that addresses "you". Who also
speaks outside such a scene is a person, as is whoever speaks to a reporter.

Layouts in docs/layouts.md: N05.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sentiment.extract.words import sentence_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.quote_case import Quote
    from sentiment.extract.words import Token

_NAME: Final = r"[A-Z][\w’'\-]{1,24}(?: [A-Z][\w’'\-]{1,24}){0,2}"
_ACTED: Final = re.compile(
    rf"\b({_NAME}) \((?:played by |voiced by )?([A-Z][\w’'\-]+ [A-Z][\w’'\- ]{{1,40}})\)"
)
"""A character and who plays it: Denny Crabbe (Lyle Foster)."""
_PARTS: Final = re.compile(
    r"\b(?:(?:cast|stars?|starring|starred|returns?|returning|back|appears|debuts?|features) as|"
    r"(?:plays|portrays|voices|voiced|role of|character of|characters? named|characters? called)|"
    r"casts you as)(?: the| a| an)?(?: [a-z\-]+){0,3} "
    rf"({_NAME})"
)
"""A part and who has it: is back as Una Sorrell, in the role of Tess."""
_THING: Final = re.compile(rf"\b[Aa]n? (?:[a-z\-]+ ){{0,2}}([a-z\-]+) (?:named|called) ({_NAME})")
"""A lighthouse called Bertram."""
_FICTION: Final = re.compile(
    r"\b(?:episodes?|film|movie|series|drama|sitcom|soap|season|novel|spoilers?|scenes?|game|trailer|musical|play)\b"
)
_LEADING: Final = frozenset(
    {"in", "on", "during", "by", "at", "from", "of", "as", "opens", "ends", "begins", "closes"}
    | {"starts", "shows", "sees", "follows", "has"}
)
"""What leads from prose into a scene: in the second scene; the trailer opens with."""
_NEAR: Final = 5
"""Tokens from such a word to the word for a scene."""
_REACH: Final = 240
"""Tokens of a paragraph over which a scene is kept in mind."""
_MOST: Final = 400
"""Names of characters kept of one article."""
_NUMBER: Final = re.compile(r"\d+$|(?:one|two|three|four|five|six|seven|eight|nine|ten)$")
_SHOWS: Final = frozenset({"shows", "opens", "features", "depicts", "stars"})
_SHOWN: Final = 7
"""Tokens from such a verb to that of whom it shows."""
_TELLING: Final = frozenset({"tells", "tell", "opened", "camera", "phone", "stage"})
"""Words of speech to a reporter that scenes are told with, too."""
_HERO: Final = frozenset({"hero", "heroine", "character", "characters", "hero’s"})
"""What persons are called, too; the hero's sister is made up."""
_ROLES: Final = frozenset({"role", "nameless", "pronoun", "name"})


def find_characters(text: str, lexicon: ProseLexicon) -> frozenset[str]:
    """The names of characters that an article says somebody plays, as printed."""
    if not _FICTION.search(text):
        return frozenset()
    acted = {(a, b) for a, b in _ACTED.findall(text) if not _is_body(b, lexicon)}
    found = {name for name, _ in acted} if len(acted) > 1 else set()
    found.update(_PARTS.findall(text))
    found.update(n for noun, n in _THING.findall(text) if noun not in lexicon.persons)
    return frozenset(sorted(found)[:_MOST])


def _is_body(name: str, lexicon: ProseLexicon) -> bool:
    """Whether a bracket behind a name holds a party, a club or a place of work."""
    known = lexicon.organisation | lexicon.demonyms | lexicon.places | lexicon.collective
    return any(word.casefold() in known for word in name.split())


class Stage:
    """What an article retells of a scene, and who speaks in it."""

    def __init__(
        self, text: str, paragraphs: Sequence[Sequence[Token]], lexicon: ProseLexicon
    ) -> None:
        """``paragraphs``: the tokens of the prose, a "q" in each quotation's place."""
        self._paragraphs = paragraphs
        self._lexicon = lexicon
        self._text = text

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words of characters' names; few articles have a speaker to look up in them."""
        characters = find_characters(self._text, self._lexicon)
        return frozenset(w for name in characters for w in name.split())

    def performed(self, quotes: Sequence[Quote], authors: Sequence[str | None]) -> frozenset[int]:
        """Indexes of the quotes that a character speaks; ``authors``: who each is given to."""
        real = {
            author
            for quote, author in zip(quotes, authors, strict=True)
            if author is not None and quote.goes_on is None and not self._retold(quote, author)
        }
        found: set[int] = set()
        for index, (quote, author) in enumerate(zip(quotes, authors, strict=True)):
            if quote.goes_on is not None:
                if quote.goes_on in found:
                    found.add(index)
            elif self._retold(quote, author) and (author not in real or self._is_kin(quote)):
                found.add(index)
        return frozenset(found)

    def _is_kin(self, quote: Quote) -> bool:
        """Whether the speaker has no office, so that whoever it was taken for is uncertain."""
        mention = quote.attribution.mention if quote.attribution is not None else None
        return mention is not None and mention.kind == "role" and self._is_related(mention.head)

    def _is_related(self, head: str) -> bool:
        return head in self._lexicon.relations or head not in self._lexicon.roles

    def _is_character(self, author: str | None) -> bool:
        return author is not None and author.rsplit(maxsplit=1)[-1] in self._names

    def _retold(self, quote: Quote, author: str | None) -> bool:
        """Whether words are spoken in the present tense, by a character or in a scene."""
        attribution = quote.attribution
        if attribution is None or attribution.mention is None:
            return False
        if attribution.cue is None:
            before = self._before(quote)
            return attribution.kind == "colon" and _opens_scene(before, self._lexicon)
        tokens, mention = quote.tokens, attribution.mention
        cue = tokens[attribution.cue].low
        plain = cue in self._lexicon.own or not cue.endswith("s")
        if plain or mention.kind not in _ROLES:
            return False
        kind = self._lexicon.cues.get(cue, "speech")
        if kind not in {"speech", "reply", "write"} or mention.head in self._lexicon.nameless:
            return False
        before = self._before(quote)
        if any(t.low in self._lexicon.aloud and t.low not in _TELLING for t in before):
            return False
        if self._is_character(author):
            return True
        named = tokens[mention.first : mention.last + 1] if mention.kind == "name" else ()
        if _is_shown(quote.tokens, attribution.first, attribution.cue):
            return True
        office = any(t.low in self._lexicon.roles for t in named)  # Director Ines Pohl says
        return not office and (_is_scene(before, self._lexicon) or self._is_game(quote, before))

    def _before(self, quote: Quote) -> list[Token]:
        """The prose of the quotation's paragraph, to the end of its attribution."""
        attribution, tokens = quote.attribution, self._paragraphs[quote.paragraph]
        if attribution is None or attribution.where == "before":
            end = quote.at
        else:
            end = max(attribution.last, quote.at)
        return [t for t in tokens[max(0, end - _REACH) : end] if t.kind != "q"]

    def _is_game(self, quote: Quote, before: Sequence[Token]) -> bool:
        """Whether a thing speaks, or somebody to "you", where the prose says what you do."""
        attribution = quote.attribution
        if attribution is None or attribution.mention is None or attribution.cue is None:
            return False
        after = quote.tokens[attribution.cue + 1 : attribution.cue + 2]
        addressed = any(t.low == "you" for t in after) and attribution.where == "before"
        mention = attribution.mention
        thing = mention.kind == "role" and mention.head not in self._lexicon.persons
        return addressed or (thing and any(t.low == "you" for t in before))


def _is_scene(before: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the prose has led into a scene: in the last scene, on page one."""
    return any(_scene_at(before, lexicon))


def _is_shown(tokens: Sequence[Token], lo: int, verb: int) -> bool:
    """Whether a film shows who says it: it opens with a captain who tells passengers."""
    if verb <= lo or tokens[verb - 1].low != "who":
        return False
    return any(t.low in _SHOWS for t in tokens[max(lo, verb - _SHOWN) : verb])


def _opens_scene(before: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether the sentence tells how a scene begins: the trailer opens with her muttering."""
    lo = sentence_start(before, len(before), lexicon.honorifics)
    sentence = before[lo:]
    return any(
        token.low in lexicon.staged and any(t.low in _LEADING for t in sentence[at + 1 : at + 2])
        for at, token in enumerate(sentence[:_NEAR])
    )


def _scene_at(before: Sequence[Token], lexicon: ProseLexicon) -> Iterator[bool]:
    for at, token in enumerate(before):
        staged = token.low in lexicon.staged
        if token.low in lexicon.character and (token.owns or token.low not in _HERO):
            yield True
        if token.low == "page" and at + 1 < len(before):
            staged = bool(_NUMBER.match(before[at + 1].low))
        if not staged:
            continue
        around = before[max(0, at - _NEAR) : at] or before[:0]
        lo = sentence_start(before, at, lexicon.honorifics)
        opens = at - lo <= _NEAR and any(t.low in _LEADING for t in before[at + 1 : at + 3])
        yield opens or any(t.low in _LEADING for t in around)

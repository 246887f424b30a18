"""What reactions does an article tell in prose, whose are they, and how were they made?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.data.prose_lexicon import prose_lexicon
from sentiment.extract.context import Scenes
from sentiment.extract.described_emoji import find_emoji_phrases
from sentiment.extract.attribution import Attribution, sentence_subject
from sentiment.extract.mentions import phrase_right
from sentiment.extract.people import People
from sentiment.extract.quotes import QuoteFinder
from sentiment.extract.translation import find_translation
from sentiment.extract.words import Token, cut_tokens, sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.quotes import Quote
    from sentiment.model import Kind, Platform

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One reaction told in prose; the fields are those of ``Reaction``."""

    start: int
    end: int
    text: str
    kind: Kind
    platform: Platform | None
    rule: str
    author: str | None = None
    author_mention: str | None = None
    handle: str | None = None
    cue: str | None = None
    translation: str | None = None
    described_emoji: tuple[str, ...] = ()


@dataclass(slots=True)
class _Speaker:
    """Whose words the last quotation held."""

    author: str | None
    mention: str | None
    handle: str | None
    kind: Kind
    platform: Platform | None
    cue: str | None
    rule: str


_RULES: Final = {
    "label": "quote-label",
    "phrase": "quote-phrase",
    "carrier": "quote-carrier",
    "colon": "quote-colon",
    "alone": "quote-alone",
    "crowd": "quote-crowd",
}


_WORDLESS: Final = ("drop", "react", "comment", "repl", "respond", "left", "leave", "post", "sent")
_ACCOUNTS: Final = frozenset({"account", "accounts", "handle", "page", "channel"})
_OTHERS: Final = frozenset({"while", "whereas", "and"})
_FURTHER: Final = frozenset(
    "added adds adding continued continues continuing concluded concludes went".split()
)


class ProseReader:
    """Reads one article's prose; posts and furniture are already cut out of ``paragraphs``."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Span],
        language: str,
        scenery: Sequence[Span] = (),
        platform: Platform | None = None,
    ) -> None:
        """``paragraphs``: the prose to read.

        language  BCP 47 of the article; picks the word lists
        scenery   further spans (captions, "View this post on Instagram") that
                  hold no reactions but tell platforms
        platform  that of most posts the article embeds
        """
        self._text = text
        self._language = language
        self._lexicon: ProseLexicon = prose_lexicon(language)
        finder = QuoteFinder(text, paragraphs, self._lexicon)
        self._quotes = finder.find()
        self._tokens = finder.paragraphs
        self._people = People(self._tokens, text, self._lexicon)
        aside = [list(cut_tokens(text, start, end)) for start, end in scenery]
        self._scenes = Scenes([*self._tokens, *aside], self._lexicon, platform)

    def read(self) -> tuple[Told, ...]:
        """Every reaction told in the prose, in order."""
        speakers: list[_Speaker] = []
        told: list[Told] = []
        owners: list[tuple[int, int]] = []
        for quote in self._quotes:
            before = speakers[-1] if speakers else None
            if quote.goes_on is not None:
                speaker = speakers[quote.goes_on]
            else:
                speaker = self._speaker(quote, before)
            speakers.append(speaker)
            told.append(self._tell(quote, speaker))
            owners.append((quote.paragraph, quote.at))
        return self._with_emoji(told, owners)

    # -- who and how -------------------------------------------------------

    def _speaker(self, quote: Quote, before: _Speaker | None) -> _Speaker:
        attribution = quote.attribution
        if attribution is None:
            raise ValueError("a quotation without attribution must go on with another")
        tokens = quote.tokens
        mention = attribution.mention
        cue = tokens[attribution.cue].text if attribution.cue is not None else None
        at = quote.parts[0][0]
        if attribution.kind == "crowd":
            author, printed, handle = None, None, None
        elif mention is None and attribution.kind == "alone":
            author, printed, handle = self._people.speaker_before(at), None, None
        elif mention is None:
            author = before.author if before is not None else None
            printed = before.mention if before is not None else None
            handle = before.handle if before is not None else None
        else:
            printed = self._text[tokens[mention.first].start : tokens[mention.last].end]
            author, handle = self._who(mention, tokens, before, at, cue)
        named = author is not None
        kind, platform = self._scenes.judge(
            attribution, tokens, quote.parts[0][0], quote.parts[-1][1], named=named
        )
        follows = before is not None and named and before.author == author
        if follows and before is not None and kind == "quote" and before.kind in {"post", "comment"}:
            if cue is not None and cue.casefold() in _FURTHER:
                kind, platform = before.kind, before.platform
        rule = _RULES.get(attribution.kind, f"quote-{attribution.where}")
        return _Speaker(author, printed, handle, kind, platform, cue, rule)

    def _who(
        self,
        mention: Mention,
        tokens: Sequence[Token],
        before: _Speaker | None,
        at: int,
        cue: str | None = None,
    ) -> tuple[str | None, str | None]:
        """Author and handle of a mention."""
        people, text = self._people, self._text
        place = tokens[mention.first].start
        prefer = before.author if before is not None else None
        if mention.kind == "handle":
            word = tokens[mention.last].text
            handle = word.removeprefix("@").removeprefix("u/")
            return None, handle
        if mention.kind == "pronoun":
            low = tokens[mention.first].low
            if low in self._lexicon.they and low not in self._lexicon.she | self._lexicon.he:
                return prefer, None
            subject = self._role_before(tokens, mention.first)
            if subject is not None:
                return subject, None
            return people.resolve_pronoun(low, place, prefer), None
        if mention.name is not None and mention.kind == "name":
            first, end = mention.name
            name = people.printed_name(tokens, first, end)
            handle = self._bracketed_handle(tokens, end)
            full = people.fullest_name(name)
            if first and tokens[first - 1].low == "the" and " " not in full:
                # "the Czech said": a nationality, not a name
                return people.resolve_pronoun("they", place), handle
            return people.fullest_name(name), handle
        if mention.kind == "nameless" and mention.head in _ACCOUNTS and mention.owner is not None:
            return self._owner(mention, tokens, at), None
        if mention.kind == "nameless":
            return self._apposition(mention, tokens), self._bracketed_handle(
                tokens, mention.last + 1
            )
        if mention.kind == "carrier":
            return self._owner(mention, tokens, at), None
        beside = self._apposition(mention, tokens)
        further = (
            mention.head.endswith("year-old") and cue is not None and cue.casefold() in _FURTHER
        )
        if further and beside is None and prefer is not None:
            beside = self._people.resolve_role(mention.head, place, prefer)
        if beside is not None:
            return beside, None
        if mention.name is not None:
            first, end = mention.name
            return people.fullest_name(people.printed_name(tokens, first, end)), None
        return people.resolve_role(mention.head, place), None

    def _role_before(self, tokens: Sequence[Token], pronoun: int) -> str | None:
        """"The actor also shared … and he wrote": the role that the pronoun repeats."""
        lo = sentence_start(tokens, pronoun, self._lexicon.honorifics)
        if pronoun - lo < 3:
            return None
        subject = sentence_subject(tokens, lo, pronoun, self._lexicon)
        if subject is None or subject.kind != "role" or subject.name is not None:
            return None
        return self._people.resolve_role(subject.head, tokens[subject.first].start)

    def _owner(self, mention: Mention, tokens: Sequence[Token], at: int) -> str | None:
        """Whose note, caption or comment it is."""
        people = self._people
        if mention.owner is not None:
            first, end = mention.owner
            token = tokens[first]
            if end - first == 1 and token.low in self._lexicon.she | self._lexicon.he:
                return people.resolve_pronoun(token.low, token.start)
            return people.fullest_name(people.printed_name(tokens, first, end))
        definite = tokens[mention.first].low in {"the", "his", "her"}
        own = mention.head in {"caption", "note", "post", "statement", "tweet", "captions"}
        if definite and own:
            names = people.subjects_before(at)
            return names[0] if names else None
        return None

    def _apposition(self, mention: Mention, tokens: Sequence[Token]) -> str | None:
        """ "His wife, author Mrinal Deshmukh-Raizada, shared …"."""
        comma = mention.last + 1
        while comma < len(tokens) and comma - mention.last < 5 and tokens[comma].text != ",":
            if tokens[comma].low not in {"and", "&"} | self._lexicon.roles | self._lexicon.relations:
                break
            comma += 1
        if comma + 1 >= len(tokens) or tokens[comma].text != ",":
            return None
        found = phrase_right(tokens, comma + 1, min(len(tokens), comma + 9), self._lexicon)
        if found is None or found.name is None or found.kind != "name":
            return None
        first, end = found.name
        return self._people.fullest_name(self._people.printed_name(tokens, first, end))

    @staticmethod
    def _bracketed_handle(tokens: Sequence[Token], at: int) -> str | None:
        """The handle in "Noor Al-Sayegh (@noor)"."""
        window = tokens[at : at + 2]
        if window and window[0].text == "(" and len(window) > 1 and window[1].kind == "@":
            return window[1].text.removeprefix("@")
        if window and window[0].kind == "@":
            return window[0].text.removeprefix("@").removeprefix("u/")
        return None

    def _tell(self, quote: Quote, speaker: _Speaker) -> Told:
        pieces = [self._text[start:end].strip() for start, end in quote.parts]
        start, end = quote.parts[0][0], quote.parts[-1][1]
        words = " ".join(piece for piece in pieces if piece)
        if len(quote.parts) == 1:
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
            end = start + len(words)
        behind = self._text[quote.parts[-1][1] + 1 : quote.parts[-1][1] + 640]
        return Told(
            start=start,
            end=end,
            text=words,
            kind=speaker.kind,
            platform=speaker.platform,
            rule="quote-goes-on" if quote.goes_on is not None else speaker.rule,
            author=speaker.author,
            author_mention=speaker.mention,
            handle=speaker.handle,
            cue=speaker.cue if quote.goes_on is None else None,
            translation=find_translation(words, behind, self._language),
        )

    # -- emoji told in words ----------------------------------------------

    def _with_emoji(self, told: list[Told], owners: Sequence[tuple[int, int]]) -> tuple[Told, ...]:
        """Give each description to the words it stands beside, or make it a reaction."""
        from dataclasses import replace

        extra: list[Told] = []
        by_paragraph: dict[int, list[int]] = {}
        for index, (paragraph, _) in enumerate(owners):
            by_paragraph.setdefault(paragraph, []).append(index)
        for number, tokens in enumerate(self._tokens):
            for phrase in find_emoji_phrases(tokens):
                index = self._beside(
                    tokens, phrase.first, by_paragraph.get(number, []), told, owners
                )
                if index is not None:
                    have = told[index].described_emoji
                    told[index] = replace(told[index], described_emoji=(*have, *phrase.names))
                    continue
                alone = self._wordless(tokens, phrase.first, phrase.last, phrase.names)
                if alone is not None:
                    extra.append(alone)
        return tuple(sorted([*told, *extra], key=lambda t: (t.start, t.end)))

    def _beside(
        self,
        tokens: Sequence[Token],
        at: int,
        indexes: Sequence[int],
        told: Sequence[Told],
        owners: Sequence[tuple[int, int]],
    ) -> int | None:
        """Index of the reaction that an emoji phrase at token ``at`` belongs to."""
        lexicon = self._lexicon
        lo = sentence_start(tokens, at, lexicon.honorifics)
        hi = sentence_end(tokens, at, lexicon.honorifics)
        clause = at
        while clause > lo and tokens[clause - 1].low not in {"while", "whereas"}:
            clause -= 1
        before = [i for i in indexes if clause <= owners[i][1] < at]
        if before:
            return before[-1]
        if clause > lo:
            return None
        after = [i for i in indexes if at < owners[i][1] < hi]
        if after and not any(t.low in _OTHERS for t in tokens[at : owners[after[0]][1]]):
            return after[0]
        earlier = [i for i in indexes if owners[i][1] < lo]
        if not earlier:
            return None
        subject = phrase_right(tokens, lo, at, lexicon)
        if subject is None:
            return None
        author, _ = self._who(subject, tokens, None, tokens[lo].start)
        mine = [i for i in earlier if told[i].author is not None and told[i].author == author]
        return mine[-1] if mine else None

    def _wordless(
        self, tokens: Sequence[Token], first: int, last: int, names: tuple[str, ...]
    ) -> Told | None:
        """ "Yash Mirchandani dropped a string of fire emojis": a reaction without words."""
        lexicon = self._lexicon
        lo = sentence_start(tokens, first, lexicon.honorifics)
        clause = first
        while clause > lo and tokens[clause - 1].low not in {"while", "whereas"}:
            clause -= 1
        subject = sentence_subject(tokens, clause, first, lexicon)
        if subject is None or subject.kind not in {"name", "pronoun"}:
            return None
        start, end = tokens[first].start, tokens[last].end
        author, handle = self._who(subject, tokens, None, start)
        if author is None:
            return None
        cue = next(
            (i for i in range(subject.last + 1, first) if tokens[i].low in lexicon.cues), None
        )
        if cue is None or not tokens[cue].low.startswith(_WORDLESS):
            return None
        attribution = Attribution(subject, cue, "comment", "before", clause, last + 1, ",")
        kind, platform = self._scenes.judge(attribution, tokens, start, end, named=True)
        printed = self._text[tokens[subject.first].start : tokens[subject.last].end]
        return Told(
            start, end, self._text[start:end], kind, platform, "emoji-described",
            author, printed, handle, tokens[cue].text, None, names,
        )  # fmt: skip

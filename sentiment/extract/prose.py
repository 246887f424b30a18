"""What reactions does an article tell in prose, whose are they, and how were they made?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sentiment.data.prose_files import mixed_in, prose_lexicon
from sentiment.extract.context import Context
from sentiment.extract.heroes import Hero
from sentiment.extract.kind_case import responds_to, strikes_back
from sentiment.extract.people import People
from sentiment.extract.quotes import QuoteFinder
from sentiment.extract.runs import Turn, among_posts, of_run
from sentiment.extract.scenes import Scenes
from sentiment.extract.self_named import is_self_named
from sentiment.extract.speakers import Speakers
from sentiment.extract.staged import Stage
from sentiment.extract.told_emoji import EmojiTeller
from sentiment.extract.translation import find_translation
from sentiment.extract.turn_places import TurnPlaces
from sentiment.extract.venues import PASSED_ON
from sentiment.extract.words import cut_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.extract.attributed import Attribution
    from sentiment.extract.cast import Named
    from sentiment.extract.quote_case import Quote
    from sentiment.model import Kind, Platform

_TO_THEM: Final = frozenset(["le", "lhe", "gli", "lui", "ihm", "ihr"])
"""Beside a verb of answering: to whoever spoke before."""
_BELOW: Final = frozenset({"instagram", "facebook"})
"""Where posts are answered below them."""
_LINE_TAIL: Final = 2
_BARE: Final = 9
"""Tokens of a paragraph that is words, a verb and a name."""
_BEHIND: Final = 640
"""Code points behind a quotation in which a bracket may translate it."""
_RULES: Final = {
    "label": "quote-label",
    "phrase": "quote-phrase",
    "carrier": "quote-carrier",
    "colon": "quote-colon",
    "alone": "quote-alone",
    "crowd": "quote-crowd",
    "neighbour": "quote-neighbour",
}
_NOUNS: Final = frozenset({"quote-colon", "quote-carrier", "quote-neighbour"})
"""Rules by which any noun before the marks may seem to speak."""
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


class ProseReader:
    """Reads one article's prose; posts and furniture are already cut out of ``paragraphs``."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[Span],
        language: str,
        *,
        scenery: Sequence[Span] = (),
        platform: Platform | None = None,
        embeds: Sequence[tuple[int, Platform]] = (),
        works: Sequence[str] = (),
    ) -> None:
        """``paragraphs``: the prose to read.

        language  BCP 47 of the article; picks the word lists
        scenery   further spans (captions, "View this post on Instagram") that
                  hold no reactions but tell platforms
        platform  that of most posts the article embeds
        embeds    place and platform of each post read from markup
        works     titles that are nobody's name
        """
        self._text = text
        self._language = language
        mixed = mixed_in(text) if language.startswith("en") else None
        self._lexicon = prose_lexicon(mixed or language)
        finder = QuoteFinder(text, paragraphs, self._lexicon)
        self._quotes = finder.find()
        self._tokens = finder.paragraphs
        aside = [cut_tokens(text, start, end) for start, end in scenery]
        self._scenes = Scenes(self._tokens, self._lexicon, embeds, aside)
        self._people = People(self._tokens, text, self._lexicon, works, self._quoted())
        self._hero = Hero(self._tokens, self._people, self._lexicon)
        self._speakers = Speakers(self._people, self._lexicon, self._hero, self._tokens)
        self._context = Context(self._scenes, self._lexicon, platform)
        self._places = TurnPlaces(
            text=text,
            lexicon=self._lexicon,
            scenes=self._scenes,
            people=self._people,
            hero=self._hero,
            context=self._context,
        )

    def _quoted(self) -> list[Named]:
        """The names to which verbs of saying give quotations: Ana Lim, a baker, said “…”."""
        quotes = () if self._lexicon.own else self._quotes
        told = ((q.tokens, q.attribution) for q in quotes if q.attribution is not None)
        return [
            (tokens, *a.mention.name)
            for tokens, a in told
            if a.cue is not None and a.kind != "carrier"
            if a.mention is not None and a.mention.kind == "name" and a.mention.name is not None
        ]

    def read(self) -> tuple[Told, ...]:
        """Every reaction told in the prose, in order."""
        turns: list[Turn] = []
        for quote in self._quotes:
            before = turns[-1] if turns else None
            turns.append(
                self._turn(quote, before) if quote.goes_on is None else turns[quote.goes_on]
            )
        if not self._lexicon.own:
            turns = among_posts(turns, [self._is_bare(quote) for quote in self._quotes])
        nobodys = {i for i, turn in enumerate(turns) if self._is_nobodys(turn)}
        stage = Stage(self._text, self._tokens, self._lexicon)
        performed = stage.performed(self._quotes, [turn.author for turn in turns])
        spoken = [
            pair
            for index, pair in enumerate(zip(self._quotes, turns, strict=True))
            if index not in performed and index not in nobodys
        ]
        told = [self._tell(quote, turn) for quote, turn in spoken]
        teller = EmojiTeller(self._text, self._tokens, self._lexicon, self._speakers, self._context)
        places = [(quote.paragraph, quote.at) for quote, _ in spoken]
        names, alone = teller.tell([t.author for t in told], places)
        with_emoji = [
            replace(t, described_emoji=found) if found else t
            for t, found in zip(told, names, strict=True)
        ]
        wordless = [
            Told(
                a.start, a.end, self._text[a.start : a.end], a.kind, a.platform,
                "emoji-described", a.author, a.mention, a.handle, a.cue, None, a.names,
            )
            for a in alone
        ]  # fmt: skip
        return tuple(sorted([*with_emoji, *wordless], key=lambda t: (t.start, t.end)))

    def _is_nobodys(self, turn: Turn) -> bool:
        """Whether a German noun is all that introduces words: "macht ihm Konkurrenz: „…“"."""
        if not self._lexicon.noun_articles or turn.rule not in _NOUNS or turn.author is None:
            return False
        return not self._people.is_known(turn.author)

    def full_author(self, name: str | None, handle: str | None) -> str | None:
        """A display name spelt out where the article and the handle agree on the rest."""
        if name is None or handle is None or not name.isalpha():
            return name
        full = self._people.spell_out(name)
        letters = handle.casefold()
        return full if all(part in letters for part in full.casefold().split()) else name

    def _turn(self, quote: Quote, before: Turn | None) -> Turn:
        attribution = quote.attribution
        if attribution is None:
            raise ValueError("a quotation without attribution must go on with another")
        tokens = quote.tokens
        cue = tokens[attribution.cue].text if attribution.cue is not None else None
        further = cue is not None and cue.casefold() in self._lexicon.further
        if attribution.mention is not None and not self._lexicon.own:
            verb = attribution.mention.last + 1  # "He went on to share"
            further = further or [t.low for t in tokens[verb : verb + 2]] == ["went", "on"]
        span = (quote.parts[0][0], quote.parts[-1][1])
        author, printed, handle = self._speaker(quote, before, further=further)
        if self._is_crowds(quote):
            attribution = attribution._replace(kind="crowd")
        kind, platform = self._context.judge(attribution, tokens, span, named=author is not None)
        rule = _RULES.get(attribution.kind, f"quote-{attribution.where}")
        mention = attribution.mention
        crowd = attribution.kind == "crowd" or (mention is not None and mention.kind == "nameless")
        crowd = crowd or self._is_somebodys_comment(attribution, author)
        turn = Turn(
            author, printed, handle, kind, platform, cue, rule, quote.paragraph,
            crowd=crowd, listed=self._is_line(quote),
        )  # fmt: skip
        if before is not None:
            turn = of_run(turn, before, attribution, tokens, self._lexicon)
            if self._places.is_same_crowd(turn, before, quote, span[0]):
                turn = replace(turn, kind=before.kind, platform=before.platform)
        if self._places.is_below_post(turn, quote, span[0]):
            turn = replace(turn, kind="comment")
        self._places.read_to = span[1]
        kind, platform = self._places.if_heros(turn, quote, span) or self._places.if_written(
            turn, quote, span
        )
        same = kind == turn.kind and platform == turn.platform
        turn = turn if same else replace(turn, kind=kind, platform=platform)
        if kind == "post" and platform in _BELOW and author is not None:
            self._places.owner = (turn, span[1])
        return turn

    def _is_somebodys_comment(self, attribution: Attribution, author: str | None) -> bool:
        """Whether one of a crowd's comments speaks: Another comment read."""
        mention, lexicon = attribution.mention, self._lexicon
        if mention is None or author is not None or lexicon.own or mention.kind != "carrier":
            return False
        return mention.owner is None and mention.head in lexicon.comments

    def _is_bare(self, quote: Quote) -> bool:
        """Whether a paragraph holds nothing but words and who has them: “…,” tweeted Ana Lim."""
        tokens = self._tokens[quote.paragraph]
        alone = quote.at in {0, len(tokens) - 1}
        return alone and len(tokens) <= _BARE and sum(t.kind == "q" for t in tokens) == 1

    def _is_line(self, quote: Quote) -> bool:
        """Whether a paragraph is one line of a list: a subject, a verb, a colon, the words."""
        attribution = quote.attribution
        tokens = self._tokens[quote.paragraph]
        if attribution is None or attribution.where != "before" or attribution.link != ":":
            return False
        return attribution.first == 0 and quote.at >= len(tokens) - _LINE_TAIL

    def _speaker(
        self, quote: Quote, before: Turn | None, *, further: bool
    ) -> tuple[str | None, str | None, str | None]:
        """Author, the words that name them, and handle."""
        attribution, tokens = quote.attribution, quote.tokens
        if attribution is None or attribution.kind == "crowd":
            return None, None, None
        mention = attribution.mention
        cue = tokens[attribution.cue].low if attribution.cue is not None else ""
        if attribution.kind == "alone":
            # "Poi ha espresso la sua solidarietà a Neri: «": not Neri
            own = self._lexicon.own and attribution.first < quote.at
            at = tokens[attribution.first].start if own else quote.parts[0][0]
            alone = self._people.speaker_before(at)
            named = alone is not None and (" " in alone or self._people.is_told(alone))
            return alone if named else None, None, None
        told = cue in self._lexicon.own or attribution.kind == "carrier"
        if mention is None and told and self._lexicon.drops:
            prefer = before.author if before is not None else None
            if self._is_crowds(quote):
                return None, None, None
            inside = attribution.cue if self._lexicon.subject_marks else None
            place = tokens[inside or attribution.first].start  # "रिया …, जिस पर वे भड़कीं और कहा"
            if before is not None and prefer is not None and self._speaks_on(quote, before):
                return prefer, None, before.handle
            return self._people.resolve_pronoun("", place, prefer), None, None
        if mention is None:
            return (before.author, before.mention, before.handle) if before else (None, None, None)
        prefer = before.author if before is not None else None
        first = [t.low for t in tokens[mention.first : mention.last]]
        if before is not None and before.kind == "reply" and first == ["the", "original"]:
            return None, None, None  # "The original tweet read": what was just answered
        answered = prefer if before is not None and self._answers(quote, before) else None
        author, handle = self._speakers.resolve(
            mention, tokens, prefer, goes_on=further, answered=answered
        )
        words = self._text[tokens[mention.first].start : tokens[mention.last].end]
        single = self._lexicon.she ^ self._lexicon.he
        spoken = attribution.kind == "speech" and words.casefold() in single
        if mention.kind == "pronoun" and author is not None and spoken:
            author = self._other_than_named(quote, author)
        if mention.kind == "pronoun" and before is not None and attribution.kind == "reply":
            author = self._places.owner_below(before, tokens[mention.first].low) or author
        return author, words, handle

    def _other_than_named(self, quote: Quote, author: str) -> str | None:
        """Whom "she" means: nobody whom her own words name, as “Clara was that little girl”."""
        attribution = quote.attribution
        mention = attribution.mention if attribution is not None else None
        words = " ".join(self._text[start:end] for start, end in quote.parts)
        if mention is None or self._lexicon.own or not is_self_named(words, author):
            return author
        token = quote.tokens[mention.first]
        return self._people.last_acting(token.low, token.start, words)

    def _answers(self, quote: Quote, before: Turn) -> bool:
        """Whether somebody else's words are answered: fired back, responded to the producer.

        Or passed on: The 71-year-old reshared it with the words.
        """
        attribution = quote.attribution
        if attribution is None or before.paragraph != quote.paragraph:
            return False
        told = [t.low for t in quote.tokens[attribution.first : attribution.last]]
        if self._lexicon.own:  # "le contestó el delantero"
            return attribution.kind == "reply" and not _TO_THEM.isdisjoint(told)
        passed = any(low in PASSED_ON for low in told)
        if passed or strikes_back(told):
            return True
        # "Responding to the troll, the actor": not to whoever by name spoke before
        nameless = before.author is not None and not self._lexicon.crowd.isdisjoint(told)
        return not nameless and responds_to(told, self._lexicon)

    def _speaks_on(self, quote: Quote, before: Turn) -> bool:
        """Whether nobody is named since the words before, or in other paragraphs acts since."""
        attribution = quote.attribution
        if before.paragraph != quote.paragraph and attribution is not None:
            place = quote.tokens[attribution.first].start
            acting = self._people.acting_between(self._places.read_to, place)
            return acting <= {before.author}
        last = next((t for t in reversed(quote.tokens[: quote.at]) if t.kind == "q"), None)
        return last is not None and not self._people.is_anybody_named(last.end, quote.parts[0][0])

    def _is_crowds(self, quote: Quote) -> bool:
        """Whether a verb without a subject goes on with somebody nameless: "Y añadió: «"."""
        attribution = quote.attribution
        if attribution is None or attribution.mention is not None or not self._lexicon.drops:
            return False
        if attribution.cue is None or quote.tokens[attribution.cue].low not in self._lexicon.own:
            return False
        if quote.tokens[attribution.cue].low.endswith(tuple(self._lexicon.plurals)):
            return True  # "“…”, dijeron en redes"
        return self._speakers.is_crowd_before(quote.tokens, attribution.cue)

    def _tell(self, quote: Quote, turn: Turn) -> Told:
        pieces = [self._text[start:end].strip() for start, end in quote.parts]
        start, end = quote.parts[0][0], quote.parts[-1][1]
        words = " ".join(piece for piece in pieces if piece)
        if len(quote.parts) == 1:
            start += len(self._text[start:end]) - len(self._text[start:end].lstrip())
            end = start + len(words)
        behind = self._text[quote.parts[-1][1] + 1 : quote.parts[-1][1] + _BEHIND]
        goes_on = quote.goes_on is not None
        return Told(
            start=start,
            end=end,
            text=words,
            kind=turn.kind,
            platform=turn.platform,
            rule="quote-goes-on" if goes_on else turn.rule,
            author=self._people.titled(turn.author),
            author_mention=turn.mention,
            handle=turn.handle,
            cue=None if goes_on else turn.cue,
            translation=find_translation(words, behind, self._language),
        )

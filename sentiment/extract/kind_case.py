"""What is known of a quotation when its kind is judged, and what do signs around it tell?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from sentiment.extract.attributed import ASKED
from sentiment.extract.places_named import kind_by_place
from sentiment.extract.scene_events import COMMENT_PLATFORMS
from sentiment.extract.scene_phrases import is_public
from sentiment.extract.venues import answers
from sentiment.extract.written import is_printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.attributed import Attribution
    from sentiment.extract.scene_events import Event
    from sentiment.extract.words import Token
    from sentiment.model import Kind

LATELY: Final = 600
"""Code points before a paragraph in which a post was shared that it reacts to."""
LAST: Final = frozenset({"aloud", "posting", "platform", "embed", "shared", "section", "comments"})
"""Events that tell whether somebody last spoke or was on the net."""
TWEETED: Final = ("tweet", "retweet")
"""How verbs begin that tell the network, too."""
ONLINE: Final = frozenset({"platform", "comments", "embed"})
"""Events of the net."""
_LATEST: Final = 2
"""Scenes that were set last, one of which may be "talked about his films"."""
_ASKED: Final = frozenset({"asked", "asks", "quizzed"})
_POSTS: Final = frozenset({"post", "tweet", "comment", "caption"})
_ON: Final = frozenset({"on", "to", "via"})
_ADDRESSEE: Final = 5
"""Tokens from "wrote" to the end of whom it was written to."""
_TEXTS: Final = frozenset({"posting", "elsewhere", "shared", "aloud"})
_OCCASIONS: Final = frozenset(
    ["launch", "premiere", "event", "screening", "meet", "festival", "ceremony", "function"]
)
_AT: Final = 4
"""Tokens from "at" to the noun for an occasion."""
_MAILED: Final = frozenset({"emails", "emailed", "e-mails", "e-mailed", "phones", "phoned"})
_TELLS: Final = frozenset({"tells", "told"})
_FANS: Final = frozenset({"fan", "follower", "commenter", "user"})
_PAPERS: Final = frozenset({"outlet", "magazine", "paper", "newspaper", "publication", "tabloid"})
STRUCK: Final = frozenset(
    """fired fires firing hit hits hitting shot shoots clapped claps clapping snapped struck bit
    wrote joked quipped tweeted commented""".split()  # noqa: SIM905 - as it is read aloud
)
"""Verbs that with "back" tell of an answer."""
_NETIZENS: Final = frozenset({"netizen", "netizens", "commenter", "commenters"})
_JUST: Final = 250
"""Code points behind a post in which "it" means it."""


class KindCase(NamedTuple):
    """What is known of one quotation when its kind is judged.

    what  what the sentence around the words tells
    """

    attribution: Attribution
    tokens: Sequence[Token]
    start: int
    own: Sequence[Event]
    past: Sequence[Event]
    named: bool
    cue: str
    carrier: str
    what: frozenset[str]

    @property
    def here(self) -> int:
        """Where the paragraph of the words begins."""
        return self.tokens[0].start

    @property
    def crowd(self) -> bool:
        """Whether nobody by name speaks: "one user", "@moth"."""
        mention = self.attribution.mention
        return mention is not None and mention.kind in {"nameless", "handle"}

    @property
    def social(self) -> bool:
        """Whether a platform is spoken of at all."""
        return "platform" in self.what or any(e.what in ONLINE for e in self.past)

    @property
    def near_net(self) -> bool:
        """Whether the paragraph speaks of the net before the words or beside them."""
        near = [e for e in self.past if e.at >= self.here]
        return any(e.what in ONLINE for e in (*near, *self.own))


def is_on_paper(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether the words were written in print or in a statement, on no network."""
    attribution = case.attribution
    if attribution.kind not in {"write", "speech"} or {"platform", "story"} & case.what:
        return False
    if is_printed(attribution, case.tokens, lexicon):
        return True
    told = {t.low for t in case.tokens[attribution.first : attribution.last]}
    lately = any(e.what == "posting" and e.at >= case.start - LATELY for e in case.past)
    quiet = not lately and "shared" not in case.what
    return "statement" in told and (quiet or "press" in told)


def is_asked_aloud(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether an answer is spoken: Asked by a well-wisher where the dog was, she replied."""
    told = case.tokens[case.attribution.first : case.attribution.last]
    if not told or told[0].low not in ASKED or lexicon.own:
        return False
    online = {"platform", "comments", "story"} & case.what
    return not online and not any(t.low in lexicon.crowd for t in told)


def is_at_event(case: KindCase) -> bool:
    """Whether the paragraph tells of an occasion to speak: full of praise at the launch."""
    before = [t.low for t in case.tokens if t.start < case.start]
    return any(
        low in _OCCASIONS and {"at", "during"} & set(before[max(0, at - _AT) : at])
        for at, low in enumerate(before)
    )


def is_mailed(case: KindCase) -> bool:
    """Whether somebody writes to the paper: a reader emails."""
    attribution = case.attribution
    if "platform" in case.what or attribution.kind not in {"colon", "speech", "write"}:
        return False
    told = case.tokens[attribution.first : attribution.last]
    return any(t.low in _MAILED for t in told)


def is_to_paper(case: KindCase) -> bool:
    """Whether somebody speaks to the paper: a guest tells the outlet."""
    cue, tokens = case.attribution.cue, case.tokens
    if cue is None or case.cue not in _TELLS or case.attribution.where != "after":
        return False
    told = [t.low for t in tokens[cue + 1 : cue + 3]]
    return told[:1] in (["the"], ["this"]) and not _PAPERS.isdisjoint(told)


def is_to_fan(case: KindCase) -> bool:
    """Whether one of those who wrote below is told something: she told a fan who asked."""
    cue, tokens = case.attribution.cue, case.tokens
    if cue is None or case.cue not in _TELLS or not case.social:
        return False
    told = [t.low for t in tokens[cue + 1 : cue + 3]]
    return told[:1] in (["a"], ["one"], ["another"]) and not _FANS.isdisjoint(told)


def is_answered_aloud(case: KindCase) -> bool:
    """Whether an answer came where the paragraph tells of no network: “…,” came the reply."""
    attribution = case.attribution
    told = [t.low for t in case.tokens[attribution.first : attribution.last]]
    return (
        told[:2] in (["came", "the"], ["comes", "the"])
        and attribution.where == "after"
        and not case.near_net
    )


def strikes_back(told: Sequence[str]) -> bool:
    """Whether an attribution tells of an answer: fired back."""
    return any(low in STRUCK and behind == "back" for low, behind in pairwise(told))


def responds_to(told: Sequence[str], lexicon: ProseLexicon) -> bool:
    """Whether an attribution tells of an answer to somebody: responded to the producer."""
    for at, low in enumerate(told):
        if low in lexicon.replied and told[at + 1 : at + 2] == ["to"]:
            near = told[at + 2 : at + 5]
            if not (lexicon.kin.isdisjoint(near) and lexicon.crowd.isdisjoint(near)):
                return True
    return False


def is_hitting_back(case: KindCase) -> bool:
    """Whether one of a crowd strikes back at what was posted: one user shot back."""
    told = [t.low for t in case.tokens[case.attribution.first : case.attribution.last]]
    return case.crowd and case.social and strikes_back(told)


def is_to_somebody(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether words went to one person, in no post: he wrote me, she wrote to an aide.

    So does what somebody said to the writer: "Someone once said to me"
    """
    attribution, tokens = case.attribution, case.tokens
    cue = attribution.cue
    if attribution.kind not in {"write", "speech"} or cue is None or "platform" in case.what:
        return False
    behind = [t.low for t in tokens[cue + 1 : min(attribution.last, cue + _ADDRESSEE)]]
    if behind[behind[:1] == ["to"] :][:1] in (["me"], ["us"]):
        return True
    if attribution.kind == "speech":
        return False
    many = any(low in lexicon.crowd and low.endswith("s") for low in behind)
    many = many or bool(lexicon.possessives.intersection(behind))  # "wrote to her followers"
    return behind[:1] == ["to"] and len(behind) > 1 and not many


def is_to_public(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether an answer goes to rumours or critics, to no one post."""
    tokens, attribution = case.tokens, case.attribution
    for at in range(attribution.first, min(attribution.last, len(tokens)) - 1):
        if tokens[at].low in lexicon.replied and tokens[at + 1].low == "to":
            return is_public(tokens, at + 2, lexicon)
    return False


def is_alongside(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether words came with a post of one's own: she wrote alongside the video."""
    cue = case.attribution.cue
    if cue is None or lexicon.own:
        return False
    behind = [t.low for t in case.tokens[cue + 1 : cue + 1 + _ADDRESSEE]]
    beside = behind[:1] == ["alongside"] or behind[:2] == ["along", "with"]
    return beside and any(low in lexicon.posted for low in behind)


def is_answering(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether the words answer a post: "replied to the tweet and said"."""
    told = case.tokens[case.attribution.first : case.attribution.last]
    online = case.social or _is_to_post(told, lexicon)
    if case.crowd or not online or any(t.low in lexicon.aloud for t in told):
        return False
    return "answer" in case.what or answers(case.past, case.start) or _is_asked(case, lexicon)


def _is_to_post(told: Sequence[Token], lexicon: ProseLexicon) -> bool:
    """Whether a verb of replying goes to a post: responded to Arun's post and wrote."""
    lows = [t.low for t in told]
    at = next((i for i, low in enumerate(lows) if low in lexicon.replied), len(lows))
    to = lows[at + 1 : at + 2] == ["to"] and not lexicon.own
    return to and any(low in _POSTS for low in lows[at + 2 : at + 2 + _ADDRESSEE])


def _is_asked(case: KindCase, lexicon: ProseLexicon) -> bool:
    """Whether a fan has asked it on a network: One fan asked if he regrets it, Khan said."""
    lows = [t.low for t in case.tokens[case.attribution.first : case.attribution.last]]
    asked = next((at for at, low in enumerate(lows) if low in _ASKED), 0)
    crowd = lexicon.crowd.intersection(lows[:asked])
    there = [e for e in case.past if e.what in LAST][-_LATEST:]
    return bool(crowd) and any(e.what == "platform" and e.platform for e in there)


def is_on_media(case: KindCase) -> bool:
    """Whether a phrase beside the verb puts the words on the net at large: on social media."""
    told = [t.low for t in case.tokens[case.attribution.first : case.attribution.last]]
    return any(
        told[i : i + 2] == ["social", "media"] and told[i - 1] in _ON for i in range(1, len(told))
    )


def is_on_anothers_page(case: KindCase) -> bool:
    """Whether somebody writes on a page of others: On Mumsville's Facebook page Ana Lim wrote."""
    tokens, told = case.tokens, case.attribution
    mention = told.mention
    if mention is None or mention.kind != "name":
        return False
    platforms = {e.at for e in case.own if e.what == "platform" and e.platform == "facebook"}
    for at in range(told.first + 2, min(told.last, len(tokens)) - 1):
        if tokens[at].start in platforms and tokens[at + 1].low in {"page", "wall", "group"}:
            return tokens[at - 1].owns
    return False


def commented_there(case: KindCase) -> bool:
    """Whether somebody commented on a network, on nothing there: Pia also commented on X: “…”"""
    tokens, cue = case.tokens, case.attribution.cue
    if cue is None or cue + 2 >= len(tokens) or not case.cue.startswith("comment"):
        return False
    on, where = tokens[cue + 1], tokens[cue + 2]
    ends = cue + 3 >= len(tokens) or tokens[cue + 3].kind in {".", "q"}
    return on.low == "on" and where.low in {"twitter", "x"} and ends


def is_one_of_netizens(case: KindCase) -> bool:
    """Whether a bare name speaks where a paragraph tells of netizens under a post.

    Netizens found it nosy. “Let the staff work,” said Charm Lio.
    """
    mention, cue, tokens = case.attribution.mention, case.attribution.cue, case.tokens
    if mention is None or cue is None or mention.name != (cue + 1, mention.last + 1):
        return False
    ends = mention.last + 1 >= len(tokens) or tokens[mention.last + 1].kind in {".", "q"}
    ends = ends and tokens[min(mention.last + 1, len(tokens) - 1)].text != ","
    told = any(t.low in _NETIZENS for t in tokens if t.end <= case.start)
    placed = [e.platform for e in case.past if e.what == "platform" and e.platform]
    return ends and told and bool(placed) and placed[-1] in COMMENT_PLATFORMS


def is_it(case: KindCase) -> bool:
    """Whether "it" speaks: a text."""
    mention = case.attribution.mention
    return mention is not None and case.tokens[mention.first].low == "it"


def told_last(case: KindCase, lexicon: ProseLexicon) -> str:
    """The noun for words told last before a quotation: a memo. “…,” it read."""
    wordy = lexicon.carrier | lexicon.posts
    before = (t.low for t in reversed(case.tokens) if t.end <= case.start and t.text.islower())
    return next((low for low in before if low in wordy), "")


def was_posted(case: KindCase) -> bool:
    """Whether something was posted just before."""
    near = [e for e in case.past if e.at >= case.start - _JUST and e.what in _TEXTS]
    return bool(near) and near[-1].what != "aloud"


def was_aloud(past: Sequence[Event]) -> bool:
    """Whether an interview or the like was spoken of last, and no post since."""
    last = next((e for e in reversed(past) if e.what in LAST), None)
    return last is not None and last.what == "aloud"


def told_place(case: KindCase, lexicon: ProseLexicon) -> Kind | None:
    """An interview, a statement or one's own page named beside the verb."""
    if not lexicon.own or "platform" in case.what:
        return None
    return kind_by_place(case.attribution, case.tokens, lexicon, social=case.social)

"""Did somebody nameless post, comment, or speak to a reporter?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.gatherings import is_gathered, is_on_air
from sentiment.extract.kind_case import TWEETED
from sentiment.extract.mentions import AGENTS
from sentiment.extract.places_named import commented_near, was_shared
from sentiment.extract.scene_events import COMMENT_PLATFORMS, in_comments
from sentiment.extract.users_named import USERS
from sentiment.extract.written import is_role

if TYPE_CHECKING:
    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.kind_case import KindCase
    from sentiment.model import Kind, Platform

_COMMENTED: Final = ("coment", "comment", "komment")
"""How verbs of commenting begin, though a language's papers use them of speech too."""
_COMMENTERS: Final = frozenset({"commenter", "commenters"})
_ACCOUNTS: Final = frozenset({"account", "page", "handle", "channel"})
_NEAR_BY: Final = frozenset({"neighbour", "neighbor", "customer", "shopper", "passenger"})
_OFFLINE: Final = frozenset({"source", "sources", "insider", "resident", "witness", "bystander"})
"""Nameless people who speak to a reporter, not on the net."""
_HIRED: Final = frozenset(
    {"employee", "employees", "worker", "workers", "official", "officials", "staffer", "staffers"}
    | {"aide", "aides", "diplomat", "colleague", "ally"}
)
"""Nameless people who speak as what they work as, unless a network is told of there."""
_BESIDE: Final = 2
"""One past the token behind a mention."""
_TELLS: Final = frozenset({"tells", "told", "telling"})
NET: Final = frozenset({"platform", "embed", "shared", "section", "gathering", "posting"})
"""Events that let a nameless somebody speak on the net."""


def _is_to_paper(case: KindCase) -> bool:
    """Whether a user by name speaks to somebody by name: @moth told Newsdesk."""
    attribution, tokens = case.attribution, case.tokens
    mention, cue = attribution.mention, attribution.cue
    if mention is None or cue is None or cue + 1 >= len(tokens):
        return False
    handle = any(t.kind == "@" for t in tokens[mention.first : mention.last + _BESIDE])
    return handle and case.cue in _TELLS and tokens[cue + 1].capital


class CrowdKinds:
    """Judges the kinds of words by people whom an article does not name."""

    def __init__(self, lexicon: ProseLexicon, usual: Platform | None) -> None:
        """``usual``: the platform of most posts that the article embeds, if any."""
        self._lexicon = lexicon
        self._usual = usual

    def by_crowd(self, case: KindCase) -> Kind | None:
        """A nameless person or a handle: a comment or a post, as the scene has it."""
        mention = case.attribution.mention
        crowd = case.attribution.kind == "crowd"
        if mention is not None and mention.kind == "nameless":
            words = {t.low for t in case.tokens[mention.first : mention.last + 1]}
            roles = words & self._lexicon.roles
            named_role = not roles <= self._lexicon.nameless
            if self._lexicon.own and mention.head in self._lexicon.crowd:
                named_role = False  # "una mujer espectadora"
            # "a former Pling engineer", "one backbencher"
            agent = mention.head.endswith(AGENTS) and mention.head not in self._lexicon.nameless
            counted = is_role(mention, case.tokens, self._lexicon)
            if (counted or case.attribution.kind == "call") and not case.near_net:
                return None  # "what one opponent dismissed as “…”"
            agent = agent or counted
            named_role = named_role or (agent and case.cue in self._lexicon.told)
            offline = not (words.isdisjoint(_OFFLINE) and words.isdisjoint(self._lexicon.offline))
            hired = not (words.isdisjoint(_HIRED) or case.near_net)
            official = mention.owner is not None and mention.head in _ACCOUNTS
            if official or self._is_unplaced(case):
                return None  # "the group's account"; "one of the managers present said later"
            crowd = crowd or not (named_role or offline or hired)
        elif mention is not None:
            crowd = crowd or case.tokens[mention.first].kind == "@"  # "@Big Moth said"
            user = any(t.low in USERS for t in case.tokens[mention.first : mention.last])
            crowd = crowd or mention.kind == "handle" or user  # "TikTok user Liv"
        if not crowd:
            return None
        spoken = _is_to_paper(case)
        if spoken or case.cue.startswith(TWEETED):  # "tweeted along with the TikTok"
            return "quote" if spoken else "post"
        commented = case.cue.startswith(_COMMENTED)
        if commented or (mention is not None and mention.head in _COMMENTERS):
            return "comment"
        usual = self._usual not in {None, *COMMENT_PLATFORMS}
        for event in (*reversed(case.own), *reversed(case.past)):
            if event.what == "comments":
                return "comment"
            at_large = event.what == "platform" and event.platform is None
            if at_large and self._lexicon.own and commented_near(case.past, event):
                return "comment"  # "nag-comment … sa social media"
            if at_large and self._lexicon.own and not usual and was_shared(case.past):
                return "comment"  # a photo was shared, "afirmou uma seguidora"
            if event.what in {"platform", "embed"}:
                return "comment" if event.platform in COMMENT_PLATFORMS else "post"
        return "post" if case.attribution.kind == "post" or usual else "comment"

    def _is_unplaced(self, case: KindCase) -> bool:
        """Whether somebody speaks, and nothing told before is on the net."""
        mention = case.attribution.mention
        near = mention is not None and mention.head in _NEAR_BY  # "grumbled another neighbour"
        said = case.attribution.kind == "speech" and (near or case.cue in self._lexicon.told)
        if not said or self._usual is not None or self._lexicon.own:
            return False
        return not any(e.what in NET | {"comments"} for e in (*case.past, *case.own))

    def is_loose(self, case: KindCase) -> bool:
        """Whether a crowd speaks, of whom nobody says that they commented on something."""
        kind = case.attribution.kind
        commented = kind == "comment" or (kind != "carrier" and case.cue.startswith(_COMMENTED))
        section = any(e.what == "section" for e in (*case.past, *case.own))
        # "From our comments below the line:" above signed words
        section = section or (kind == "label" and in_comments(case.past))
        told = kind in {"crowd", "label"} or case.carrier in self._lexicon.comments
        if self._lexicon.own and told:
            return not section  # "… commentano i tifosi su Twitter"
        return case.crowd and not commented and not section

    def is_among_many(self, case: KindCase) -> bool:
        """Whether somebody has a word among many who react on the net."""
        if not self._lexicon.own or not is_gathered(case.past):
            return False
        return case.named and not is_on_air(case.attribution, case.tokens, self._lexicon)

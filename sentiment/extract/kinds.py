"""In what way were words made: posted, said, told in a story, written below a post?

Read from the verb, the sentence around the quotation, and the scenes before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.crowd_kinds import NET, CrowdKinds
from sentiment.extract.kind_case import (
    LAST,
    LATELY,
    is_alongside,
    is_answered_aloud,
    is_answering,
    is_asked_aloud,
    is_at_event,
    is_hitting_back,
    is_it,
    is_mailed,
    is_on_anothers_page,
    is_on_media,
    is_on_paper,
    is_one_of_netizens,
    is_to_fan,
    is_to_paper,
    is_to_public,
    is_to_somebody,
    told_last,
    told_place,
    was_aloud,
    was_posted,
)
from sentiment.extract.places_named import PLACES, is_below_post, was_online
from sentiment.extract.scene_events import COMMENT_PLATFORMS, VIDEO, in_comments
from sentiment.extract.venues import PASSED_ON, told_story
from sentiment.extract.written import POST_CARRIERS, is_aloud, is_of_post

if TYPE_CHECKING:
    from sentiment.extract.kind_case import KindCase
    from sentiment.model import Kind

_SPEECH_CARRIERS: Final = frozenset(
    {"statement", "letter", "email", "e-mail", "memo", "release", "speech"}
)
_COMMENTED: Final = ("coment", "comment", "komment")
"""How verbs of commenting begin, though a language's papers use them of speech too."""
_SHARES: Final = frozenset({"shares", "shared", "sharing"})
_TO_IT: Final = frozenset({"which", "this", "that"})
"""Behind "to", where a sentence begins: what is answered."""


class KindReader(CrowdKinds):
    """Judges the kinds of one article's quotations."""

    def read(self, case: KindCase) -> Kind:
        """The first of these readings that has an answer: strong evidence before weak."""
        return (
            self._by_story(case)
            or self._by_carrier(case)
            or self.by_crowd(case)
            or self._by_speech(case)
            or self._by_writing(case)
            or "quote"
        )

    def _by_story(self, case: KindCase) -> Kind | None:
        """Words in a story, unless they answer something or stand under a post."""
        kind, what = case.attribution.kind, case.what
        if kind in {"comment", "label", "phrase", "call"}:
            return None
        if kind == "reply":  # an answer given in a story, to nobody's words here
            return "story" if told_story(case.past, case.start) else None
        if "story" in what:
            return "story"
        if "comments" in what:
            return None
        told = case.tokens[case.attribution.first : case.attribution.last]
        if any(t.low in PASSED_ON for t in told) and any(e.what == "story" for e in case.past):
            return "story"
        spoken = kind == "speech" and is_aloud(case.attribution, case.tokens, self._lexicon)
        if spoken or case.crowd or "platform" in what:
            return None
        said = kind in {"speech", "colon", "neighbour", "carrier"}
        return "story" if told_story(case.past, case.start, said=said) else None

    def _by_carrier(self, case: KindCase) -> Kind | None:
        """A verb of replying or commenting, "a comment read", "a statement said"."""
        lexicon = self._lexicon
        stated = told_place(case, lexicon)
        if stated is not None:
            return stated
        mailed = is_mailed(case) or is_to_somebody(case, lexicon) or is_to_paper(case)
        mailed = mailed or (is_it(case) and told_last(case, lexicon) in _SPEECH_CARRIERS)
        if mailed or is_on_paper(case, lexicon) or is_answered_aloud(case):
            return "quote"
        if self._is_reply(case):
            return "reply"
        remark = lexicon.own and case.carrier in lexicon.comments
        commented = case.attribution.kind == "comment" and not self._is_remarked(case)
        if remark or case.carrier in {"comment", "comments"} or commented:
            return "comment"
        if case.attribution.kind == "reply":
            return self._by_answer(case)
        posted = case.carrier in POST_CARRIERS
        posted = posted or bool(lexicon.own and case.carrier in lexicon.posts)
        if posted and case.attribution.kind == "speech":
            return "post"  # "The caption said"; "diz a publicação do artista"
        stated_so = case.carrier in _SPEECH_CARRIERS or case.carrier in lexicon.statements
        posted = "platform" in case.what  # "un comunicado en Twitter"
        return "quote" if stated_so and not posted else None

    def _is_remarked(self, case: KindCase) -> bool:
        """Whether somebody named "commented" aloud, in an article that tells of no network."""
        told = any(e.what in NET | {"comments", "story"} for e in (*case.past, *case.own))
        return case.named and not (told or self._usual is not None)

    def _is_reply(self, case: KindCase) -> bool:
        """Whether the sentence calls the words an answer to what stands on the net."""
        first, lexicon = case.attribution.first, self._lexicon
        if case.carrier in {"reply", "replies"} or case.carrier in lexicon.replies:
            return True
        # "To which Whitfeld shot back", "In reply, u/moth wrote"
        opening = {t.low for t in case.tokens[first : first + 2]}
        joined = ("to" in opening and opening & _TO_IT) or {"in", "reply"} <= opening
        if (opening & lexicon.following or joined) and case.social:
            return True
        if is_hitting_back(case) or is_to_fan(case):
            return True
        return case.attribution.kind in {"speech", "write"} and is_answering(case, lexicon)

    def _by_answer(self, case: KindCase) -> Kind | None:
        """A verb of replying: on the net, or to a reporter."""
        if is_to_public(case, self._lexicon):
            return None
        if is_asked_aloud(case, self._lexicon):
            return "quote"
        aloud = is_aloud(case.attribution, case.tokens[: case.attribution.last], self._lexicon)
        return "reply" if "comments" in case.what or (case.social and not aloud) else "quote"

    def _by_speech(self, case: KindCase) -> Kind | None:
        """Words said, unless they were said online."""
        kind = case.attribution.kind
        if kind == "label" and self._is_signed_online(case):
            return "post"
        if kind == "label" and in_comments(case.past):
            return "comment"
        aloud = is_aloud(case.attribution, case.tokens, self._lexicon) or was_aloud(case.past)
        aloud = aloud or (case.cue == "shared" and is_at_event(case))
        spoken = kind in {"phrase", "label", "call"} or (
            kind in {"speech", "reply"}
            and (aloud or case.cue not in self._lexicon.shared or self._is_told(case))
        )
        if not spoken:
            return "post" if kind in {"speech", "reply"} else None
        offline = VIDEO if self._lexicon.own else VIDEO | {None}
        online = is_on_media(case) or any(
            e.what == "elsewhere" or (e.what == "platform" and e.platform not in offline)
            for e in case.own
        )
        if online and kind in {"speech", "reply", "call"}:
            forum = not case.named and any(e.platform in COMMENT_PLATFORMS for e in case.own)
            return "comment" if forum else "post"
        # "«…», comentó el actor", below a picture on Instagram
        below = bool(self._lexicon.own) and case.cue.startswith(_COMMENTED) and case.named
        below = below and is_below_post(case.past, case.here)
        if kind in {"speech", "comment"} and ("comments" in case.what or below) and not aloud:
            return "comment"  # "Beneath it, X added", "took to the comments to ask"
        if kind in {"speech", "label"} and self.is_among_many(case):
            return "post"
        # a language's own list holds what is said of written words: "desabafou"
        gushed = self._lexicon.own and kind == "speech" and case.cue in self._lexicon.gushed
        if gushed and was_online(case.past, case.here - LATELY):
            return "post"
        after = case.attribution.where == "after"
        said = case.named and after and case.cue in self._lexicon.told  # "…,” it said", the board
        if kind == "speech" and is_it(case) and was_posted(case) and not said:
            # "A second one on LinkedIn was longer. “…,” it began."
            return "comment" if in_comments(case.past) else "post"
        if kind == "speech" and is_of_post(case.attribution, case.tokens, self._lexicon):
            return "post"
        return "comment" if case.named and self._chimes_in(case) else "quote"

    def _is_told(self, case: KindCase) -> bool:
        """Whether "shares" is said of speech, in an article that tells of no network."""
        named = any(e.what in {"platform", "embed"} for e in case.past)
        return case.cue in _SHARES and not named and self._usual is None

    def _is_signed_online(self, case: KindCase) -> bool:
        """Whether a handle or a network stands with the name that signs words."""
        signed = case.tokens[case.attribution.first : case.attribution.last]
        # "— Former captain Pieter Aldous @pieteraldous", "— Ella Goode, on Instagram."
        placed = any(e.what == "platform" and e.platform for e in case.own)
        return placed or any(t.kind == "@" for t in signed)

    def _by_writing(self, case: KindCase) -> Kind | None:
        """Words that a verb of writing or posting, or a noun, holds."""
        kind, what, carrier = case.attribution.kind, case.what, case.carrier
        if kind == "write" and is_alongside(case, self._lexicon):
            return "post"
        captioned = self._lexicon.own and carrier in self._lexicon.posts
        if "comments" in what and "shared" not in what and not captioned:
            return "comment"
        if kind == "write" and is_on_anothers_page(case):
            return "comment"
        placed = what & {"platform", "shared", "elsewhere"}
        if kind == "write" and in_comments(case.past) and not placed:
            return "comment"
        if carrier in POST_CARRIERS or carrier in self._lexicon.posts or kind == "post":
            set_ = [e for e in case.past if e.what in PLACES]
            last = set_[-1] if set_ else None
            inside = last is not None and last.what == "comments" and "platform" not in what
            near = last is not None and (last.at >= case.here or case.attribution.where == "after")
            below = inside and near and not carrier and case.cue in {"posted", "penned"}
            return "comment" if below else "post"
        if carrier == "words" and is_aloud(case.attribution, case.tokens, self._lexicon):
            return "quote"  # "in a chat with our reporter ... In her words: “…”"
        online = placed or case.social or any(e.what == "elsewhere" for e in case.past)
        if (carrier or kind == "write") and online:
            return "post"
        told = [e for e in case.past if e.what != "words"]
        lately = any(e.what == "shared" for e in told[-6:]) or self._usual is not None
        wrote = case.cue.startswith("wr") or case.cue in self._lexicon.own
        written = kind == "write" and wrote and lately
        beside = kind in {"colon", "neighbour"} and bool(placed)
        beside = beside or (kind in {"colon", "neighbour", "write"} and self.is_among_many(case))
        return "post" if written or beside else None

    def _chimes_in(self, case: KindCase) -> bool:
        """A named person joining in where the comments were just entered: “…,” joked X."""
        attribution = case.attribution
        if attribution.kind != "speech" or attribution.where != "after":
            return False
        set_ = [e for e in case.past if e.what in LAST]
        entered = bool(set_) and set_[-1].what == "comments"
        away = case.start - set_[-1].at if entered else LATELY
        if case.cue in self._lexicon.told:
            return is_one_of_netizens(case)
        if any(e.what == "comments" and e.at >= case.here for e in case.past):
            return True
        if case.cue in self._lexicon.gushed and away < LATELY:
            return True
        if was_aloud(case.past):
            return False
        recent = any(e.what == "shared" and e.at >= case.here - LATELY for e in case.past)
        return recent and case.cue in self._lexicon.gushed

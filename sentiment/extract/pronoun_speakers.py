"""Whom do "she", "they" and "it" mean that speak?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.apposed import name_introduced
from sentiment.extract.bodies import FIRMS
from sentiment.extract.mentions import Mention
from sentiment.extract.name_fronts import OFFICES
from sentiment.extract.name_words import is_name
from sentiment.extract.names_beside import WAS, NamesBeside
from sentiment.extract.phrases import phrase_left
from sentiment.extract.post_owners import ACCOUNTS, IMAGES
from sentiment.extract.sentence_subjects import is_person
from sentiment.extract.words import sentence_end, sentence_start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.heroes import Hero
    from sentiment.extract.nobody_above import NobodyAbove
    from sentiment.extract.people import People
    from sentiment.extract.post_owners import PostOwners
    from sentiment.extract.subjects_before import SubjectsBefore
    from sentiment.extract.words import Token

_CLEFT: Final = 20
"""Tokens from "it was" to the "who" behind a name."""
_GOING: Final = frozenset({"continued", "continues", "concluded", "concludes", "finished", "went"})
"""Verbs of one who has just spoken."""
_READS: Final = frozenset({"read", "reads"})
_PAIRED: Final = frozenset({"and", "&", "with"})


class PronounSpeakers(NamesBeside):
    """Resolves the pronouns of one article."""

    def __init__(
        self,
        people: People,
        lexicon: ProseLexicon,
        before: SubjectsBefore,
        *,
        hero: Hero,
        above: NobodyAbove,
        author: Callable[[Mention, Sequence[Token]], str | None],
        owners: PostOwners,
    ) -> None:
        """``author``: whom another mention means."""
        super().__init__(people, lexicon, before)
        self._hero = hero
        self._above = above
        self._author = author
        self._owners = owners

    def resolve(
        self, mention: Mention, tokens: Sequence[Token], prefer: str | None, *, goes_on: bool
    ) -> str | None:
        """Whom a pronoun means.

        prefer   the speaker before
        goes_on  whether the verb says that the same one speaks on
        """
        lexicon, people = self._lexicon, self._people
        token = tokens[mention.first]
        if goes_on and mention.last + 1 < len(tokens) and prefer is not None:
            going = tokens[mention.last + 1].low in _GOING
            at = mention.first - 1
            fresh = at >= 0 and token.capital and tokens[at].kind == "q"
            going = going or (fresh and not lexicon.own)
            if going and people.may_be(prefer, token.low):
                return prefer  # “…,” he continued; wrote: “…” He also added
        asked = self._asked(tokens, mention.first, prefer)
        if asked is not None:
            return asked
        subject = self._before.subject_before(tokens, mention.first)
        if token.low == "it":
            return self._it(mention.first, tokens, subject)
        if token.low in lexicon.they and not (token.low in lexicon.she or token.low in lexicon.he):
            return self._they(token, tokens, subject, prefer)
        if subject is not None and subject.kind in {"nameless", "role"} and not lexicon.own:
            behind = name_introduced(subject, tokens, mention.first, lexicon)
            if behind is not None:
                return people.fullest_name(tokens, *behind)
        if self._is_nobodys(subject, mention.first, tokens):
            return None
        other = lexicon.she_roles if token.low in lexicon.he else lexicon.he_roles
        apart = subject is not None and subject.head in other and not lexicon.own
        person = subject is not None and (lexicon.own or is_person(subject, lexicon))
        thing = subject is not None and subject.head in lexicon.inanimate
        apart = apart or not person or thing  # "Ida's answer left him stunned"
        if subject is not None and subject.kind == "role" and subject.name is None and not apart:
            place = tokens[subject.first].start
            beside = self._apposition(subject, tokens) or self._goes_by(subject, tokens)
            if beside is not None and people.may_be(beside, token.low):
                return beside
            if beside is None:  # else "Her co-star, Odo Falk, left. “…,” she said"
                if self._before.is_anothers(subject, token, tokens):
                    return None  # "The idol’s mother was asked. “…,” she said"
                held = people.resolve_role(subject.head, place, pronoun=token.low)
                if held is not None or subject.head.startswith("spokes"):
                    return held
        others = self._others(mention, tokens)
        lead_in = [t.low for t in tokens[max(0, mention.first - 2) : mention.first]]
        if prefer is not None and lead_in == ["to", "which"]:
            others, prefer = others | {prefer}, None  # “…?” X asked, to which she replied
        place = token.start
        if mention.first > 1 and tokens[mention.first - 1].text == ",":
            lo = sentence_start(tokens, mention.first, lexicon.honorifics)
            if all(is_name(t, lexicon) for t in tokens[lo : mention.first - 1]):
                place = tokens[lo].start  # "Oka, she said, “…”" speaks of Oka
        nobody = self._hero.is_meant(token.low, place)
        return None if nobody else people.resolve_pronoun(token.low, place, prefer, others=others)

    def _they(
        self,
        pronoun: Token,
        tokens: Sequence[Token],
        subject: Mention | None,
        prefer: str | None,
    ) -> str | None:
        """Whom "they" means: the club that the sentence before is about, else who spoke."""
        if subject is not None and subject.kind == "name" and subject.name is not None:
            beside = {t.low for t in tokens[subject.last + 1 : subject.last + 3]}
            if not beside & _PAIRED:  # "Rivals Calder could not resist. “…,” they posted"
                return self._people.fullest_name(tokens, *subject.name)
        if subject is None:
            above, there = self._above.last_subject(pronoun)
            one = above is not None and above.kind == "nameless" and not above.head.endswith("s")
            if prefer is None or one:  # "Another fan disagreed. / “…,” they said"
                subject, tokens = above, there
        if subject is not None and subject.kind == "role" and not self._lexicon.own:
            body = subject.head in FIRMS or subject.head in self._lexicon.collective
            named = self._author(subject, tokens) if body else None
            if named is not None:  # "The firm was sorry. In a note they said"
                return named
        nameless = subject is not None and subject.kind == "nameless"
        return self._author(subject, tokens) if nameless and subject is not None else prefer

    def _is_nobodys(self, subject: Mention | None, at: int, tokens: Sequence[Token]) -> bool:
        """Whether "he" at ``at`` means a nameless ``subject``, or one of the paragraphs above."""
        if subject is None:
            return self._above.is_repeated(tokens[at])
        if self._lexicon.own:
            return False
        if subject.kind == "name" and subject.name is not None:
            office = tokens[subject.name[1] - 1].low
            # The Political Editor of the Post was quick. “…,” she tweeted
            return office in OFFICES and not self._people.is_held(office)
        hero = subject.kind in {"nameless", "role"}
        hero = hero and self._hero.is_meant(subject.head, tokens[at].start)
        if hero or self._before.is_nobody_before(subject, at, tokens):
            return True
        # An aide spoke. The aide was brief. He said
        return subject.kind == "role" and self._before.is_nobody_again(subject, tokens)

    def _maker_of_note(self, subject: Mention | None, tokens: Sequence[Token]) -> str | None:
        """By whom a note is that a sentence tells of: posted a tweet from Ana Lim."""
        shown = self._lexicon.carrier | self._lexicon.pictures | IMAGES
        near = range(subject.last + 1, len(tokens)) if subject is not None else ()
        noun = next((i for i in near if tokens[i].low in shown), None)
        if noun is None:
            return None
        return self._owners.maker(Mention(noun, noun, "carrier"), tokens)

    def _it(self, at: int, tokens: Sequence[Token], subject: Mention | None) -> str | None:
        """Whose note "it" is if the sentence before tells of one; else a firm."""
        lexicon = self._lexicon
        cleft = self._cleft(at, tokens)
        if cleft is not None:
            return cleft
        place, hi = tokens[at].start, sentence_start(tokens, at, lexicon.honorifics)
        if subject is None and tokens[min(at + 1, len(tokens) - 1)].low in _READS:
            above, there = self._above.last_subject(tokens[at])  # "from Olt. / It read: “"
            end = sentence_end(there, above.first, lexicon.honorifics) if above else 0
            maker = self._maker_of_note(above, there[:end])
            if maker is not None:
                return maker
        shown = lexicon.carrier | lexicon.pictures | IMAGES
        if subject is not None and any(t.low in shown for t in tokens[subject.last + 1 : hi]):
            if subject.kind in {"nameless", "carrier"}:
                return None
            maker = self._maker_of_note(subject, tokens[:hi])
            return maker or self._author(subject, tokens[:hi])
        if subject is not None and subject.kind == "role" and subject.head in FIRMS:
            return self._people.resolve_role(subject.head, place)
        if subject is not None and subject.head in ACCOUNTS and subject.owner is not None:
            return self._owners.owner(subject, tokens)  # "Town's mascot account could not …"
        if subject is not None and subject.kind != "name":
            return None
        return self._people.firm_before(place)

    def _cleft(self, at: int, tokens: Sequence[Token]) -> str | None:
        """The name in "It was Olt's sister, Ida Olt, who spoke first, writing"."""
        if at + 1 >= len(tokens) or tokens[at + 1].low not in WAS:
            return None
        ahead = range(at + 2, min(len(tokens), at + _CLEFT))
        who = next((i for i in ahead if tokens[i].low in {"who", "whose"}), at)
        last = who - 1 - (tokens[who - 1].text == ",")
        found = phrase_left(tokens, last, at + 2, self._lexicon) if who > at else None
        if found is None or found.kind != "name" or found.name is None:
            return None
        return self._people.fullest_name(tokens, *found.name)

"""Which names stand in an article's prose, where, and beside which roles?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.aliases import alias_behind
from sentiment.extract.asides import begins_nameless, is_account_of, stands_aside
from sentiment.extract.capitals import name_end_in_heading
from sentiment.extract.clauses import is_finite
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_fronts import OFFICES, NameFronts
from sentiment.extract.name_pruning import Pruner
from sentiment.extract.name_standing import Standing, over_brackets
from sentiment.extract.name_words import is_month_too, is_name, is_noun, is_opener
from sentiment.extract.namesakes import Namesakes
from sentiment.extract.offices_told import ends_office, note_office
from sentiment.extract.phrases_right import HEADS
from sentiment.extract.role_names import given_at
from sentiment.extract.sentence_subjects import is_questioned
from sentiment.extract.sightings import Sighting, Sightings
from sentiment.extract.things_named import is_staffed, is_worn
from sentiment.extract.told_roles import RoleReader
from sentiment.extract.topics import is_topic, yields
from sentiment.extract.unnamed import (
    is_brief,
    is_dateline,
    is_epithet,
    is_line,
    is_participle,
    is_shouted,
    is_titled,
)
from sentiment.extract.words import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_MOST_HEADINGS: Final = 100
"""Subheadings whose names are looked for in the text; more are a list, not an article."""
_HEADLINE: Final = 3
"""Words in capitals that make a headline within the prose."""
_BESIDE: Final = frozenset({"and", "with", "alongside"})
"""Between somebody and whom they stand with: Ana and her son."""
_THINKS: Final = frozenset({"believes", "believed", "thinks", "feels"})
_MONTHS: Final = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)
"""How months begin, behind which a number is a day."""
_PLAYERS: Final = frozenset(
    {"singer", "vocalist", "frontman", "frontwoman", "drummer", "guitarist", "bassist"}
)
"""Whose "of" names a band."""
_YIELDING: Final = 20
"""Names of one sentence that may yield."""
_SHORT: Final = 3
"""Tokens of a clause before "he said", at least."""
_SURE: Final = 3
"""Votes that a role ("actress") has against a pronoun's one."""
NOBLE: Final = frozenset({"lady", "lord", "prince", "princess", "king", "queen", "pope"})
"""Titles that are part of a name of one word: Lady Gannet, Prince Harald."""
_FIELDS: Final = frozenset({"media", "press", "campaign", "communications", "policy", "publicity"})
"""What somebody's aide or spokesman works in."""
_SELF: Final = {"himself": "he", "herself": "she"}
"""Behind a name: whose it is, somebody's for certain."""


def _is_shouting(token: Token) -> bool:
    """Whether a word is all capitals, as in a headline."""
    return token.kind == "w" and len(token.text) > 1 and token.text.isupper()


def _titles(marks: Sequence[str]) -> list[str]:
    """The offices that a name begins with, as roles of their own: President Ivo Olt."""
    return [f"title-{mark}" for mark in marks if mark in OFFICES]


class NameSpotter:
    """Reads the tokens of an article once."""

    def __init__(self, text: str, lexicon: ProseLexicon, works: Sequence[str] = ()) -> None:
        """``text``: what the tokens were cut from; ``works``: titles that are nobody's names."""
        self._text = text
        self._lexicon = lexicon
        self._fronts = NameFronts(lexicon)
        self._roles = RoleReader(lexicon)
        self._standing = Standing(lexicon, self._roles)
        self._kin = lexicon.kin
        self.namesakes = Namesakes(lexicon)
        self._pruner = Pruner(lexicon, works)
        self._topics = lexicon.signs - lexicon.agents if lexicon.personal else frozenset()
        self._offices = lexicon.roles if lexicon.genitives else frozenset()
        # small words that may begin a clause or have a complement
        articles = lexicon.she_articles | lexicon.he_articles if lexicon.own else frozenset()
        singular = (lexicon.she | lexicon.he) & lexicon.pronouns
        self._repeating = frozenset() if lexicon.own else singular
        self._watched = self._topics | self._offices | articles | self._repeating | {"the"}

    def spot(self, paragraphs: Sequence[Sequence[Token]]) -> Sightings:
        """Every name outside quotations. ``paragraphs``: their tokens, quotations as "q"."""
        seen = Sightings()
        for tokens in paragraphs:
            seen.paragraphs.append(len(seen.sentences))
            titled = is_titled(tokens)
            if is_shouted(tokens) or (titled and paragraphs[0] is tokens):
                continue
            first = len(seen.found)
            headed = titled and not self._lexicon.own and len(seen.headings) < _MOST_HEADINGS
            brief = is_brief(tokens) and not self._lexicon.own
            self._read(tokens, seen, brief=brief, headed=headed)
            if tokens is not paragraphs[-1] and is_line(tokens) and self._lexicon.own:
                # "Gol de Ivo Olt para el 2-0": no subject of what follows
                seen.found[first:] = [s._replace(subject=False) for s in seen.found[first:]]
            if titled and not self._lexicon.own:
                seen.headings[seen.paragraphs[-1]] = range(first, len(seen.found))
        self._pruner.prune(seen)
        return seen

    def _read(self, tokens: Sequence[Token], seen: Sightings, *, brief: bool, headed: bool) -> None:
        """Note the names of a paragraph.

        brief   whether it is a subheading whose verbs are capitals
        headed  whether it is one in Title Case
        """
        lexicon = self._lexicon
        offices, watched = self._offices, self._watched
        fresh, at = True, 0
        while at < len(tokens):
            token = tokens[at]
            if fresh:
                seen.sentences.append(token.start)
            elif token.kind == "w" and token.low not in watched and token.text[0].islower():
                at += 1
                continue  # most words
            if fresh or (token.low in watched and self._begins_clause(tokens, at, seen)):
                self._note_lead(tokens, at, seen)
            if token.kind != "w":
                fresh = ends_sentence(tokens, at, lexicon.honorifics)
                at += 1
                continue
            opens, fresh = fresh, False
            if token.low in offices:
                note_office(tokens, at, seen, self._lexicon, self.printed_name)
            told = brief and at > 0 and token.low in lexicon.cues
            told = told or (brief and token.low in lexicon.collective)  # "Airline Responds"
            if told or token.text[0].islower() or (opens and self._is_opener(tokens, at)):
                at += 1
                continue
            ranked = at > 1 and tokens[at - 2].low == "no"  # "World No. 1 Ivo Olt"
            dated = at > 0 and tokens[at - 1].capital and tokens[at - 1].low[:3] in _MONTHS
            numbered = token.text[0].isdigit() and at + 1 < len(tokens)
            numbered = numbered and not (ranked or dated)  # "Larkhill, Oct 27 Actor Ivo Olt"
            numbered = numbered and not self._fronts.is_crowned(tokens, at + 1)
            if numbered and is_name(tokens[at + 1], lexicon):
                at = name_end(tokens, at + 1, len(tokens), lexicon)  # "12th Fail" is no person
            elif self._is_place(tokens, at):
                at += 1
            elif lexicon.own and all(map(_is_shouting, tokens[at : at + _HEADLINE])):
                at += _HEADLINE
                while at < len(tokens) and _is_shouting(tokens[at]):
                    at += 1  # "LEGGI ANCHE: ANNA LIMA FURIOSA"
            elif is_name(token, lexicon) or is_month_too(tokens, at, lexicon):
                end = self._name_end(tokens, at, headed=headed)
                if not (is_dateline(tokens, at, end) or is_epithet(tokens, at, end, lexicon)):
                    self._note(tokens, at, end, seen)
                at = end
            else:
                at += 1

    def _begins_clause(self, tokens: Sequence[Token], at: int, seen: Sightings) -> bool:
        """Whether a subject may begin inside a sentence: After that, the actor shared a clip."""
        low = tokens[at].low
        fronted = low == "the" and self._roles.is_behind_front(tokens, at, seen)
        fronted = fronted or low in self._topics or self._roles.opens_clause(tokens, at)
        return fronted or self._puts_in(tokens, at, seen)

    def _note_lead(self, tokens: Sequence[Token], at: int, seen: Sightings) -> None:
        """Note a role or a pronoun that leads a clause, and whether nobody by name does."""
        token, sentence = tokens[at], len(seen.sentences) - 1
        lead = self._roles.lead(tokens, at)
        if lead is not None:
            seen.leads.append((*lead, sentence))
        elif token.low in self._repeating and is_finite(tokens, at + 1, len(tokens), self._lexicon):
            seen.repeats.append((token.start, token.low, sentence))
        if begins_nameless(tokens, at, self._lexicon):
            seen.nobodies.add(sentence)

    def _name_end(self, tokens: Sequence[Token], at: int, *, headed: bool) -> int:
        """Index one past the last token of the name that begins at ``at``."""
        end = name_end(tokens, at, len(tokens), self._lexicon)
        end -= end - at > 1 and is_account_of(tokens, end, self._lexicon)
        return name_end_in_heading(self._text, tokens, at, end) if headed else end

    def _is_held(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a name only tells whose role comes next: Olt media aide, the Olt campaign."""
        at = end + (end < len(tokens) and tokens[end].low in _FIELDS)
        low = tokens[at].low if at < len(tokens) else ""
        return (low in self._kin or low in HEADS) and not self._lexicon.own

    def _puts_in(self, tokens: Sequence[Token], at: int, seen: Sightings) -> bool:
        """Whether a speaker stands behind what they tell of others: The lake is fine, he said."""
        if tokens[at].low not in self._repeating or not _SHORT <= at < len(tokens) - 1:
            return False
        if not self._is_told(tokens[at + 1].low):
            return False
        comma = tokens[at - 1].text == "," and tokens[at - 2].kind == "w"
        if not comma or tokens[at - 1].kind == "q" or is_name(tokens[at - 2], self._lexicon):
            return False  # "and Ms. Olt, she said, was late"
        here = len(seen.sentences) - 1
        return not any(s.subject and s.sentence == here for s in seen.found[-_YIELDING:])

    def _is_opener(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a capital only opens a sentence there: Pressed on the bill, she said."""
        lexicon = self._lexicon
        bare = at + 1 == len(tokens) or not tokens[at + 1].capital
        if at and tokens[at - 1].kind == "q" and self._is_told(tokens[at].low):
            return True  # “…?” Said Brand.
        if tokens[at].low == "oh" and bare:
            return True  # "Oh, and he wrote"; but "Oh Ha-eun wrote"
        if bare and not lexicon.own and self._is_anybody(tokens[at].low):
            return True  # "Bride slammed for her chairs"
        asked = is_questioned(tokens, at, len(tokens), lexicon)
        return asked or is_opener(tokens, at, lexicon) or is_participle(tokens, at, lexicon)

    def _is_told(self, low: str) -> bool:
        """Whether a word is an English verb of telling."""
        return (low in self._lexicon.told and low not in self._lexicon.own) or low in _THINKS

    def _is_anybody(self, low: str) -> bool:
        """Whether a word tells what anybody may be, and is no title of somebody's."""
        lexicon = self._lexicon
        title = low in NOBLE or low in lexicon.honorifics
        return (low in lexicon.she_roles or low in lexicon.he_roles) and not title

    def _is_place(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a platform's name ends here: "scrive su Twitter Paolo Neri"."""
        lexicon = self._lexicon
        governed = at > 0 and tokens[at - 1].low in lexicon.prepositions
        return bool(lexicon.own) and governed and tokens[at].low in lexicon.places

    def _note(self, tokens: Sequence[Token], at: int, end: int, seen: Sightings) -> None:
        if is_noun(tokens, at, self._lexicon) or ends_office(tokens, at, end, self._lexicon):
            at = max(at + 1, given_at(tokens, at, end, self._lexicon))
            while at < end and tokens[at].text[0].islower():
                at += 1  # "Der Wechsel von Amara Conde"
            if at == end:
                return
        if self._lexicon.own and end == at + 1 and tokens[at].low in self._lexicon.roles:
            return  # "el Presidente", "Primer Mandatario"
        first, marks = self._fronts.strip(tokens, at, end)
        field = self._fronts.behind_field(tokens, at, end) > at
        name = self.namesakes.told_apart(self._printed(tokens, first, end), marks)
        if not any(map(str.isalnum, name)):
            return
        lexicon = self._lexicon
        before = tokens[at - 1].low if at else ""
        governed = self._standing.is_governed(tokens, at, end, seen)
        governed = governed and not (field or self._fronts.is_seated(tokens, at, end))
        governed = governed or self._standing.is_afterthought(tokens, at, end, seen.sentences[-1])
        governed = governed or self._standing.is_bracketed(tokens, at, end)
        held = self._is_held(tokens, end) or self._fronts.describes(tokens, at, end)
        owns = self._standing.owns(tokens, at, end, seen.sentences[-1])
        subject = not (governed or owns or held or self._fronts.modifies(tokens, end))
        if lexicon.own and tokens[first].text[0].islower():
            return  # "Líder do DEM"
        listens = is_worn(tokens, at, end, lexicon) or (
            governed
            and before in {"with", "to", "told"}
            and self._standing.is_spoken_with(tokens, at)
        )
        sentence = len(seen.sentences) - 1
        aside = stands_aside(tokens, at, seen.sentences[-1], self._lexicon)
        if is_topic(tokens, at, over_brackets(tokens, end), lexicon):
            self._yield(seen)
        tells = subject and end < len(tokens) and self._is_told(tokens[end].low)
        place = tokens[first].start
        seen.found.append(Sighting(place, name, subject, sentence, listens, aside, tells))
        if subject and end + 1 < len(tokens) and tokens[end].low in lexicon.addressing:
            seen.askers[len(seen.sentences) - 1] = (name, tokens[end + 1].low)
        elif self._standing.is_asking(tokens, at):
            seen.askers[len(seen.sentences) - 1] = (name, "")
        if before == "the" or self._standing.is_behind_article(
            tokens, first if lexicon.own else at, end
        ):
            seen.articled[name] += 1
        seen.staffed.update([name] if is_staffed(tokens, at, end, lexicon) else ())
        revealing = governed and end < len(tokens) and tokens[end].low.endswith("ing")
        user = [t.text[:1] for t in tokens[end : end + 2]] == ["(", "@"]  # "Gaby Goss (@gabygoss)"
        if (user and not lexicon.own) or (
            self._standing.speaks(tokens, at, end) and not (held or revealing)
        ):
            seen.speaking.add(name)
        if tokens[first].low in lexicon.places:
            return  # "On Twitter, the band said"
        ahead = self._roles.before(tokens, at)
        apart = before == "," and not lexicon.own  # "Minister for Finance, Senator Odo Stolt"
        office = self._fronts.office_before(tokens, at) if field or apart else None
        ahead = ahead if office is None else [office]
        if end < len(tokens) and tokens[end].low == "and":  # "the couple Ketaki and Rohan"
            ahead = [role for role in ahead if role not in lexicon.collective]
        article = self._roles.gender(tokens, at) if ahead else None
        if article is not None:
            seen.votes[name][article] += _SURE
        self._note_beside(tokens, at, end, name, seen)
        ranked = self._roles.ranked(tokens, first)
        ahead += [] if ranked is None else [ranked]
        described = self._standing.described(tokens, at, end, seen)
        ahead += [] if described is None else [described]
        if self._roles.is_former(tokens, at):
            ahead += [f"former-{role}" for role in (*marks, *ahead)]
        roles = [*marks, *_titles(marks), *ahead, *self._roles.behind(tokens, end)]
        self._note_roles(roles, name, seen)
        if first == end - 1 and NOBLE.intersection(marks[-1:]):
            seen.noble[name] = f"{tokens[first - 1].text} {name}"

    def _note_roles(self, roles: Sequence[str], name: str, seen: Sightings) -> None:
        """Note what somebody is, and the gender that it tells: a title beyond doubt."""
        for role in [part for told in roles for part in told.split("-turned-")]:
            seen.roles[role].append(name)
            votes = _SURE + _SURE * (role in NOBLE)
            if role in self._lexicon.she_roles:
                seen.votes[name]["she"] += votes
            elif role in self._lexicon.he_roles:
                seen.votes[name]["he"] += votes

    def _note_beside(
        self, tokens: Sequence[Token], at: int, end: int, name: str, seen: Sightings
    ) -> None:
        """Note what stands beside a name: "Ivo Brand and his sister", "the singer of Mud Lark"."""
        lexicon = self._lexicon
        if lexicon.own:
            return
        if tokens[end - 1].owns and self._standing.leads_kin(tokens, end):
            seen.leads.append((tokens[end].start, tokens[end].low, len(seen.sentences) - 1))
        alias = alias_behind(tokens, end, lexicon) if " " in name else None
        if alias is not None:
            seen.aliases[self._printed(tokens, alias, alias + 1)] = name
        if at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low in _PLAYERS:
            seen.roles["band"].append(name)
        self_ = tokens[end].low if end < len(tokens) else ""
        if self_ in _SELF:  # "Eunho himself brought it up"
            seen.votes[name][_SELF[self_]] += _SURE
            seen.speaking.add(name)
        opens = end + 1 < len(tokens) and self._standing.opens(tokens, at, seen.sentences[-1])
        low = tokens[end + 1].low if opens and tokens[end].low in _BESIDE else ""
        she = low in lexicon.she
        if low in lexicon.possessives and she != (low in lexicon.he):
            seen.votes[name]["she" if she else "he"] += _SURE

    def _yield(self, seen: Sightings) -> None:
        """Let whom a sentence is about go before who else it names."""
        last = len(seen.found) - 1
        for index in range(last, max(-1, last - _YIELDING), -1):
            sighting = seen.found[index]
            if sighting.sentence < len(seen.sentences) - 1:
                break
            if yields(self._text, sighting.at, len(sighting.name), self._lexicon):
                seen.found[index] = sighting._replace(subject=False)

    def printed_name(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """A name as printed, without "Mr." or "Actress" before it and ’s behind it."""
        at, marks = self._fronts.strip(tokens, max(0, first - 1), end)
        if at < first:
            at, marks = self._fronts.strip(tokens, first, end)
        return self.namesakes.told_apart(self._printed(tokens, at, end), marks)

    def _printed(self, tokens: Sequence[Token], first: int, end: int) -> str:
        """A name as printed, without ’s behind it."""
        name = self._text[tokens[first].start : tokens[end - 1].end]
        if name.isalpha():
            return name
        for ending in ("’s", "'s"):
            name = name.removesuffix(ending)
        return " ".join(name.split()).rstrip("’'").removeprefix("@")

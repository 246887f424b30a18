"""Where does a noun phrase that names somebody end, read rightwards from its start?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.mentions import AGENTS, REACH, Mention
from sentiment.extract.name_extent import name_end
from sentiment.extract.name_words import is_made_of_names, is_month_too, is_name, is_noun, is_office
from sentiment.extract.phrases import ROLE_REACH, common_kind, is_filler, is_office_of, is_respect
from sentiment.extract.role_names import genitive_office, name_behind_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

HEADS: Final = frozenset({"head", "chair", "official", "aide", "vice-chair"})
"""What somebody is in a body named before them: HELM head Ida Brook."""
_NEGATED: Final = ("n't", "n’t")
_ONE_OF_MANY: Final = ("one", "such")
_JOINS: Final = frozenset({"and", "but", "or"})


def _is_complete(tokens: Sequence[Token], behind: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a phrase ends before ``behind``: a person's word, and no name follows it."""
    if behind >= hi:
        return False
    noun, after = tokens[behind - 1], tokens[behind]
    if noun.owns:
        return False  # "the prime minister's spokesperson"
    if noun.low in lexicon.collective and not lexicon.own:  # "the brand tried to"
        return after.text[0].islower() and (after.low.endswith("ed") or after.low in lexicon.finite)
    if lexicon.noun_articles and after.text[0].islower():  # German nouns have a capital
        return noun.text[0].isupper() or noun.text.partition("-")[2][:1].isupper()
    if lexicon.own and noun.low in lexicon.epithets and after.text[0].islower():
        # "O famoso saiu em defesa", "escribió el suizo en su cuenta"
        beyond = behind + 1 < hi and is_name(tokens[behind + 1], lexicon)
        return not (after.low in lexicon.persons or beyond)
    if noun.low not in lexicon.persons or noun.low in lexicon.epithets:
        return False
    joined = after.low in lexicon.persons or after.low in lexicon.collective  # "the royal family"
    return not (is_name(after, lexicon) or joined or after.kind == "@")


def phrase_right(
    tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """The noun phrase that begins at ``tokens[first]``, not reaching ``hi``."""
    start = first
    while (
        start < hi
        and tokens[start].low in lexicon.skip
        and tokens[start].low not in lexicon.determiners
        and (not tokens[start].text[0].isupper())
    ):
        start += 1
    if tuple(t.low for t in tokens[start : start + 2]) == _ONE_OF_MANY and start + 2 < hi:
        start += 2  # "One such user @moth"
    if start >= hi or tokens[start].kind not in {"w", "@"}:
        return None
    if tokens[start].kind == "@" or _is_pronoun(tokens, start, hi, lexicon):
        return Mention(start, start, "handle" if tokens[start].kind == "@" else "pronoun")
    owner: tuple[int, int] | None = None
    head, head_at, at = "", start, start
    while at < hi and at - start < REACH:
        token = tokens[at]
        if token.kind == "@":
            return Mention(start, at, "handle")
        if token.kind == "q" and at > start and at + 1 < hi and tokens[at + 1].kind == "w":
            at += 1  # "Her ‘Kachche Rang’ co-star"
            continue
        if token.kind != "w":
            break
        placed = token.low in lexicon.places and at + 1 < hi
        placed = placed and not (at == start and _says(tokens[at + 1], lexicon))
        named = is_name(token, lexicon) or is_month_too(tokens, at, lexicon)
        if named and not placed and not is_noun(tokens, at, lexicon):
            end = name_end(tokens, at, hi, lexicon)
            over = _over_compound(tokens, (at, end), hi, lexicon)
            owned = _owned_by(tokens, (at, end), hi, lexicon)
            if over or owned is not None:
                owner, at = owned or (owner, over)
                continue
            held = _second_role(tokens, start, end, hi, lexicon) if at == start else None
            held = held or _held_by(tokens, start, end, hi, lexicon)
            if held is not None:
                return held
            filler = end < hi and (is_filler(tokens[end]) or is_office(tokens[end], lexicon))
            if filler and tokens[end - 1].owns and tokens[end].low not in lexicon.prepositions:
                owner = (at, end)
            elif not (filler and _leads_to_name(tokens, start, end, hi, lexicon)):
                last = end if end < hi and is_respect(tokens, end, lexicon) else end - 1
                return Mention(start, last, "name", head, (at, end), owner)
            at = end  # "Judicial Watch president Tom Fitton", "a Clinton spokesman"
            continue
        if not _is_inserted(tokens, at, start, hi, lexicon) and _breaks_off(
            token, lexicon, headed=_is_headed(head, token, lexicon), begun=at > start
        ):
            break
        owner = _common_owner(token, start, at, lexicon) or owner
        head, head_at = token.low, at
        at += 1
        if at < hi and tokens[at].low == "for" and is_office(token, lexicon):
            return _seated(tokens, start, at, hi, lexicon)
        if _is_complete(tokens, at, hi, lexicon):
            break
    return _headed(tokens, (start, head_at), hi, lexicon, owner) if head else None


def _common_owner(
    token: Token, start: int, at: int, lexicon: ProseLexicon
) -> tuple[int, int] | None:
    """The possessor that a word without a name is or ends: "her", "the prime minister's"."""
    if token.low in lexicon.possessives:
        return (at, at + 1)
    return (start, at + 1) if token.owns and not lexicon.own else None


def _is_headed(head: str, token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a phrase has a noun already; "the brand" gets one that is a verb elsewhere."""
    return bool(head) and not (head in lexicon.determiners and token.low in lexicon.collective)


def _is_inserted(
    tokens: Sequence[Token], at: int, start: int, hi: int, lexicon: ProseLexicon
) -> bool:
    """Whether an adverb stands between an article and its role: "o também ator"."""
    if not lexicon.own or at <= start or at + 1 >= hi:
        return False
    return tokens[at - 1].low in lexicon.determiners and tokens[at + 1].low in lexicon.roles


def _headed(
    tokens: Sequence[Token],
    span: tuple[int, int],
    hi: int,
    lexicon: ProseLexicon,
    owner: tuple[int, int] | None,
) -> Mention | None:
    """A phrase with a noun for its head, and the name behind what a role is of.

    span  indexes of its first token and of its head
    """
    start, head_at = span
    head = tokens[head_at].low
    bare = head in lexicon.determiners and head not in lexicon.nameless
    if bare and lexicon.own and head in lexicon.indefinite and head_at == start:
        return Mention(start, start, "nameless", head)  # "acrescentou mais uma, que …"
    if bare:
        return None
    if head in lexicon.epithets and not (head in lexicon.roles or head in lexicon.turning):
        roles = [t.low for t in tokens[start:head_at] if t.low in lexicon.kin]
        if lexicon.own and roles:  # "l'allenatore toscano ha scritto"
            return Mention(start, head_at, "role", roles[-1], None, owner)
        beside = head_at > start and tokens[head_at - 1].low in lexicon.determiners
        if not (lexicon.own and beside):  # "el suizo"
            return None
    words = tokens[start : head_at + 1]
    kind = common_kind(words, head, lexicon)
    if kind == "role" and lexicon.genitives and any(t.low in lexicon.kin for t in words):
        kin = head in lexicon.relations
        name = name_behind_role(tokens, head_at + 1, hi, lexicon, kin=kin)
        if name is not None:
            return Mention(start, name[1] - 1, "name", head, name, owner)
    return Mention(start, head_at, kind, head, None, owner)


def _is_pronoun(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> bool:
    """Whether a word stands for somebody: "she", the "her" of "according to her:"."""
    low = tokens[at].low
    alone = at + 1 >= hi or tokens[at + 1].text in {",", ":", "."}
    return low in lexicon.pronouns or (alone and low in {"him", "her", "them"})


def _says(token: Token, lexicon: ProseLexicon) -> bool:
    """Whether a word can only be a verb of saying: "Twitter said", but "a Twitter post"."""
    low = token.low
    return low in lexicon.cues and low not in lexicon.weak and low not in lexicon.carrier


def _owned_by(
    tokens: Sequence[Token], name: tuple[int, int], hi: int, lexicon: ProseLexicon
) -> tuple[tuple[int, int], int] | None:
    """The span of the name that owns who follows, and where they begin."""
    at, end = name
    office = genitive_office(tokens, at, hi, lexicon)
    if office is not None:
        return (at, at + 1), office  # "Hamburgs Zweite Bürgermeisterin Karin Fegel"
    if tokens[end - 1].owns and end < hi and is_name(tokens[end], lexicon):
        return name, end  # "Canada’s Justus Trudell"
    return None


def _over_compound(
    tokens: Sequence[Token], name: tuple[int, int], hi: int, lexicon: ProseLexicon
) -> int:
    """What follows an adjective made of names: "World Cup-winning goalkeeper"; 0 if none."""
    end = name[1]
    made = end + 1 < hi and not lexicon.own and is_made_of_names(tokens[end])
    return end + 1 if made else 0


def _second_role(
    tokens: Sequence[Token], at: int, end: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who has the roles that open a sentence: Broadcaster and former keeper Miles Tarn."""
    agent = end == at + 1 and tokens[at].low.endswith(AGENTS)
    if lexicon.own or not agent or end + 1 >= hi or tokens[end].low != "and":
        return None
    if not is_filler(tokens[end + 1]) or tokens[end + 1].low in lexicon.determiners:
        return None
    found = phrase_right(tokens, end + 1, hi, lexicon)
    if found is None or found.kind != "name" or found.owner is not None:
        return None
    role = found.head in lexicon.roles - lexicon.relations or found.head.endswith(AGENTS)
    return found._replace(first=at) if role and found.head not in lexicon.relations else None


def _held_by(
    tokens: Sequence[Token], start: int, end: int, hi: int, lexicon: ProseLexicon
) -> Mention | None:
    """Who holds the office that ends a name: U.S. Secretary of State Greta Lunn Farrow."""
    behind = end + 1
    if behind >= hi or tokens[end].low != "of" or not is_name(tokens[behind], lexicon):
        return None
    last = name_end(tokens, behind, hi, lexicon) - 1
    named = Mention(behind, last, "name", "", (behind, last + 1))
    if not is_office_of(tokens, end - 1, named, lexicon):
        return None
    return Mention(start, last, "name", tokens[end - 1].low, (behind + 1, last + 1))


def _seated(
    tokens: Sequence[Token], start: int, at: int, hi: int, lexicon: ProseLexicon
) -> Mention:
    """The office in "MP for Barnmouth West Colm Byrne", with the name behind "for"."""
    head = tokens[at - 1].low
    if at + 1 >= hi or not is_name(tokens[at + 1], lexicon):
        return Mention(start, at - 1, common_kind(tokens[start:at], head, lexicon), head)
    end = name_end(tokens, at + 1, hi, lexicon)
    return Mention(start, end - 1, "name", head, (at + 1, end))


def _leads_to_name(
    tokens: Sequence[Token], start: int, at: int, hi: int, lexicon: ProseLexicon
) -> bool:
    """Whether a role stands within the next words: U.S. marathon runner Jody Kessler.

    start  where the phrase begins: "a former Pling engineer" needs no name behind it
    """
    nobody = tokens[start].low in lexicon.indefinite
    seat = at + 1 < hi and tokens[at].low[:1].isdigit() and tokens[at + 1].low == "district"
    for index in range(at + 2 * seat, min(hi, at + ROLE_REACH)):  # "Ohio 3rd District Rep. Ana"
        token = tokens[index]
        if token.low.endswith(_NEGATED):
            return False  # "Olt couldn’t resist mocking"
        named = index + 1 < hi and is_name(tokens[index + 1], lexicon)
        told = index + 1 < hi and tokens[index + 1].low in lexicon.cues  # "the Leeds merchant said"
        low = token.low
        plain = not (low in lexicon.skip or low in lexicon.prepositions or low in lexicon.openers)
        agent = (
            (named or ((nobody or told) and plain))
            and low.endswith(AGENTS)
            and low not in lexicon.determiners
        )
        body = low in lexicon.collective and not lexicon.own  # "Rival studio Glasswing"
        person = low in lexicon.persons and not (low in lexicon.skip or low in lexicon.relative)
        if person or agent:
            return True  # no "Ana Lim then gave", no "Ana Lobo quien fue ministra"
        holders = body and index == at and tokens[start].low == "the"
        if holders or (named and (body or low in HEADS)):
            return True  # "The defending Norland Cup champions took to X"
        if not (is_filler(token) or is_office(token, lexicon)) or _breaks_off(
            token, lexicon, headed=True, begun=True
        ):
            return False
    return False


def _breaks_off(token: Token, lexicon: ProseLexicon, *, headed: bool, begun: bool) -> bool:
    """Whether a word ends the noun phrase before it."""
    low = token.low
    if low in lexicon.prepositions or low in _JOINS:
        return True
    if low in lexicon.relative and (begun or low not in lexicon.nameless):
        return True
    wordy = low in lexicon.carrier or low in lexicon.accounts
    if headed and low in lexicon.cues and not wordy:
        return True
    if not begun:
        return False
    if not lexicon.own and low in lexicon.pronouns and low not in lexicon.possessives:
        return True  # "On Wednesday night he"
    opens = low in lexicon.determiners or low in lexicon.skip
    return opens and low not in lexicon.nameless

"""To whom does the prose behind a quotation give it, and with which verb?

By a verb before its subject ("“…,” said Tiernan", "«…», le replicó otra") or
behind it ("“…,” she said"), by a phrase ("according to") or a signature.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import MAKERS, REACH, Attribution, typing
from sentiment.extract.late_verbs import by_late_verb
from sentiment.extract.nobody_behind import one_more, read_there
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.sentence_subjects import is_person
from sentiment.extract.sentences_behind import by_unlisted_verb, told_next
from sentiment.extract.subjects import JOINS
from sentiment.extract.subjects_behind import agent_behind, name_linked, over_clitics, subject_right
from sentiment.extract.subjects_parted import DASHES
from sentiment.extract.verbs import is_verb
from sentiment.extract.words import ends_sentence, sentence_end
from sentiment.extract.words_named import by_maker, given_as, in_words, stated_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.mentions import Mention
    from sentiment.extract.words import Token

_APPOSITION: Final = 40
_FRESH: Final = 9
"""Tokens of a sentence that follows a closed one and still is its attribution."""
_APART: Final = DASHES | {","}
_STOPS: Final = ".!?…"
_SEPARATED: Final = frozenset({"fort", "hinzu", "mit", "nach", "an", "ein", "weiter"})
"""What a German verb leaves at its sentence's end: "fährt sie fort"."""
_SUBJECT: Final = 6
"""Tokens from a verb that opens a sentence of its own to the end of its subject."""
_PARTICLES: Final = frozenset({"in", "back", "out", "up", "on", "along", "off"})
_PARTICIPLES: Final = ("ant", "ée", "ées", "és")
"""Endings of French forms that have no subject: «…», exigeant que; «…» résumée par."""
_GERUND: Final = "ndo"
_OBJECTS: Final = frozenset({"him", "them", "me", "us"})
"""Whom something was done to: reports that ‘…’, made him tell the priest."""
_LEADING: Final = frozenset({"follows", "followed"})
"""Verbs that only lead up to words: “Say It Again” follows the comedian Bo Dunn."""
_REPORTED: Final = 7
"""Tokens from a verb to the "that" of what it reports."""
_GOES_ON: Final = 4
"""Tokens behind "According to them" of a sentence that says more."""
_ACCOUNT: Final = 6
"""Tokens from "from" to "account" in "from the official Twitter account of"."""
_ASIDE: Final = frozenset({",", "(", "of"})
"""What may follow the name that signs words: "— Petra Kool of the Pier Choir"."""
_SIGNED: Final = 16
"""Tokens of "— Ilse Maréchal, at the press conference" behind a quotation."""


def after_quotation(
    tokens: Sequence[Token], at: int, hi: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """The attribution that follows ``tokens[at]``.

    hi      one past the last token that may belong to it: the next quotation
            or the paragraph's end
    ending  the quotation's last code point
    """
    signed = _signed(tokens, at, hi, lexicon) or _verb_alone(tokens, at + 1, hi, lexicon)
    signed = signed or told_next(tokens, at, hi, ending, lexicon)
    if signed is not None:
        return signed
    hi = min(hi, at + 1 + REACH)
    first = _skip_translation(tokens, at + 1, hi)
    if first + 1 < hi and tokens[first].text == "." and tokens[first + 1].low in lexicon.own:
        first += tokens[first + 1].text[0].islower()  # "“Un saludo”. expresó el artista"
    end = first
    while end < hi and (
        tokens[end].kind == "w" or not ends_sentence(tokens, end, lexicon.honorifics)
    ):
        end += 1
    if first >= end or tokens[first].low in _LEADING or tokens[first].low in lexicon.copulas:
        return None
    if tokens[first - 1].text == ",":
        ending = ","  # most languages put the comma behind the marks, some English desks too
    phrased = _by_phrase(tokens, first, end, ending, lexicon)
    if phrased is not None:
        return phrased
    titled = tokens[first].low in lexicon.determiners or tokens[first].low == "so"
    made = by_maker(tokens, first, end, lexicon) if titled else None
    if made is not None:
        return made
    if ending in _STOPS and lexicon.own and tokens[first].text[0].isupper():
        return _by_subject(tokens, first, end, ending, lexicon)  # a sentence of its own
    worded = read_there(tokens, first, end, lexicon) or in_words(tokens, first, end, lexicon)
    worded = worded or given_as(tokens, first, end, lexicon)
    if worded is not None:
        return worded
    verb = over_clitics(tokens, first, end, lexicon)
    low = tokens[verb].low
    if lexicon.noun_articles and verb + 1 < end and tokens[verb + 1].low == "es":
        return stated_on(tokens, verb, first, end, lexicon)
    joined = low.endswith("ing") and low not in lexicon.own  # “…”, saying that it would
    fresh = tokens[verb].text[0].isupper() and not _is_whole(tokens, verb, end, lexicon)
    if is_verb(tokens, verb, lexicon) and not (joined or fresh):
        particle = verb + 2 < end and tokens[verb + 1].low in _PARTICLES  # "chimed in another"
        found = agent_behind(tokens, verb + 1, end, lexicon)
        found = found or subject_right(tokens, verb + particle, end, lexicon)
        found = typing(found, lexicon.cues[low], lexicon)
        if found is not None and _is_manner(tokens, found, end, lexicon):
            found = None
        opened = verb == first and found is not None and _is_object(low, found, lexicon)
        opened = opened or _leads_on(tokens, first, verb, end, lexicon)
        if opened or (found is not None and found.kind == "furniture"):
            return None
        plain = low not in lexicon.weak or verb > first  # "«…», se queja."
        # "«…», aseguró.": the verb alone says that somebody goes on
        led = at > 0 and tokens[at - 1].text == ":"  # "relembrou: “…”, comentou."
        alone_there = tokens[verb + 1].text == "," if verb + 1 < end else not led
        whole = bool(lexicon.drops) and alone_there
        alone = found is None and (plain or whole) and low in lexicon.own
        alone = alone and (bool(lexicon.drops) or not low.endswith(_PARTICIPLES))
        sure = {"carrier", "nameless", "name", "handle"} | ({"role"} if lexicon.own else set())
        apart = bool(lexicon.noun_articles) and tokens[end - 1].low in _SEPARATED
        beside = found is not None and (plain or apart or found.kind in sure)
        if alone or beside:
            return Attribution(found, verb, lexicon.cues[low], "after", first, end, ",")
    unlisted = by_unlisted_verb(tokens, first, end, ending, lexicon)
    return (
        by_maker(tokens, first, end, lexicon)
        or unlisted
        or _by_subject(tokens, first, end, ending, lexicon)
    )


def _is_whole(tokens: Sequence[Token], verb: int, end: int, lexicon: ProseLexicon) -> bool:
    """Whether a sentence is a verb of saying and its subject: “Who is he?” Said Brand."""
    if lexicon.own or tokens[verb].low not in lexicon.told:
        return False
    found = phrase_right(tokens, verb + 1, end, lexicon)
    return found is not None and found.kind == "name" and tokens[found.last + 1 : end] == []


def _is_manner(tokens: Sequence[Token], found: Mention, end: int, lexicon: ProseLexicon) -> bool:
    """Whether one word behind a verb tells how it was said: «…», ha esordito emozionata."""
    alone = found.first == found.last and tokens[found.first].text.islower()
    thing = found.kind == "role" and not is_person(found, lexicon)
    closed = found.last + 1 >= end or tokens[found.last + 1].text in {".", ","}
    return bool(lexicon.drops) and alone and thing and closed


def _leads_on(
    tokens: Sequence[Token], first: int, verb: int, end: int, lexicon: ProseLexicon
) -> bool:
    """Whether a verb leads to what comes next: “…” y añadió que “…”."""
    joined = tokens[first].low in lexicon.joins and verb > first and bool(lexicon.drops)
    return joined and verb + 1 < end and tokens[verb + 1].low in lexicon.relative


def _is_object(low: str, found: Mention, lexicon: ProseLexicon) -> bool:
    """Whether a thing stands behind a gerund: “…”, ricordando le gesta di Berti."""
    return low.endswith(_GERUND) and bool(lexicon.own) and not is_person(found, lexicon)


def _by_phrase(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """A phrase and somebody: “…”, according to Odile Kerbrat."""
    for phrase in lexicon.phrases:
        if phrase[0] in lexicon.owner_marks:
            turned = _turned(tokens, first, end, phrase, lexicon)
            if turned is not None:
                return turned
        if tokens[first].low != phrase[0]:
            continue
        if tuple(t.low for t in tokens[first : first + len(phrase)]) != phrase:
            continue
        found = phrase_right(tokens, first + len(phrase), end, lexicon)
        if lexicon.personal:  # “…,” ayon sa publicist niyang si Ana Lim
            found = name_linked(tokens, first + len(phrase), end, lexicon) or found
        next_to = first + len(phrase)
        told = next_to < end and tokens[next_to].low in lexicon.own
        if found is None or (told and found.kind == "role"):  # "So lauten die …"
            continue
        fresh = lexicon.own and tokens[first].text[0].isupper() and ending in _STOPS
        if fresh and found.last + _GOES_ON < end:
            continue  # “…” Ayon sa kanila, tila …: a sentence of its own
        if not lexicon.own or is_person(found, lexicon):  # no "« … » pour les enfants"
            return Attribution(found, first, "phrase", "after", first, end, ",")
    return None


def _turned(
    tokens: Sequence[Token], first: int, end: int, phrase: Sequence[str], lexicon: ProseLexicon
) -> Attribution | None:
    """A phrase whose first word stands last: “…”, ऐसा कहना है विधायक रवि नाइक का।"""
    at = first + (tokens[first].low not in phrase)
    behind = at + len(phrase) - 1
    if tuple(t.low for t in tokens[at:behind]) != tuple(phrase[1:]):
        return None
    near = range(behind, min(end, behind + _FRESH))
    mark = next((i for i in near if tokens[i].low == phrase[0]), behind)
    found = phrase_left(tokens, mark - 1, behind, lexicon)
    return found and Attribution(found, at, "phrase", "after", first, mark + 1, ",")


def _verb_alone(
    tokens: Sequence[Token], first: int, hi: int, lexicon: ProseLexicon
) -> Attribution | None:
    """A sentence that is a verb and its subject: «…». Conclut le journaliste Rémi Buis."""
    first += first < hi and tokens[first].text == "."
    if first + 1 >= hi or not tokens[first].text[0].isupper():
        return None
    low = tokens[first].low
    if low not in lexicon.own or low in lexicon.weak or low not in lexicon.cues:
        return None
    found = subject_right(tokens, first, min(hi, first + _SUBJECT), lexicon)
    if found is None or found.first != first + 1 or found.kind not in {"name", "role"}:
        return None
    behind = found.last + 1
    if behind < hi and tokens[behind].text not in _STOPS:
        return None
    return Attribution(found, first, lexicon.cues[low], "after", first, behind, ",")


def _signed(tokens: Sequence[Token], at: int, hi: int, lexicon: ProseLexicon) -> Attribution | None:
    """A dash and a name: “…” — Ilse Maréchal, at the press conference."""
    first = at + 2
    if first >= hi or tokens[at + 1].text not in DASHES or tokens[first].low in lexicon.own:
        return None
    hi = min(hi, sentence_end(tokens, first, lexicon.honorifics)) if at == 0 else hi
    found = phrase_right(tokens, _behind_account(tokens, first, hi), hi, lexicon)
    if found is None or found.kind == "furniture":
        return None
    rest = found.last + 1
    if tokens[hi - 1].text == "." and found.kind != "role":
        hi -= 1  # “…” ― Ilse Maréchal.
    beside = rest < hi and (tokens[rest].text in _ASIDE or tokens[rest].kind == "@")
    aside = at == 0 and beside and hi - first < _SIGNED
    if rest < hi and not aside:
        return None
    return Attribution(found, None, "label", "after", first, hi, "-")


def _behind_account(tokens: Sequence[Token], first: int, hi: int) -> int:
    """Where the name begins behind whose account it is: from the Twitter account of Petra Kool."""
    if tokens[first].low not in MAKERS:
        return first
    for at in range(first + 1, min(hi - 1, first + _ACCOUNT)):
        if tokens[at].low in {"account", "page", "profile"} and tokens[at + 1].low in {"of", "for"}:
            return at + 2 if at + 2 < hi else first
    return first


def _skip_translation(tokens: Sequence[Token], first: int, hi: int) -> int:
    """Where the prose goes on behind a comma, a dash or a bracketed translation."""
    if first < hi and tokens[first].text in _APART:
        first += 1
    if first < hi and tokens[first].text in {"(", "["}:
        close = next((i for i in range(first, hi) if tokens[i].text in {")", "]"}), None)
        if close is not None:
            first = close + 1
            if first < hi and tokens[first].text in _APART:
                first += 1
    return first


def _by_subject(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """A subject and its verb right behind the marks: “…,” he said."""
    low = tokens[first].low
    if low in lexicon.openers or low in lexicon.prepositions:
        return None
    if low in lexicon.own and low.endswith(_PARTICIPLES) and tokens[first].text.islower():
        return None
    if low in lexicon.relative or low in JOINS:
        return None
    found = phrase_right(tokens, first, end, lexicon)
    if found is None:
        return by_late_verb(tokens, first, end, ending, lexicon)
    if found.kind == "furniture" or found.head in lexicon.times or found.head in _OBJECTS:
        return None
    verb = verb_of(tokens, found.last + 1, min(end, first + _APPOSITION), lexicon)
    if verb is None:
        unknown = _unknown_verb(tokens, first, end, ending, lexicon)
        return unknown or by_late_verb(tokens, first, end, ending, lexicon)
    if verb + 1 < end and tokens[verb + 1].low in lexicon.reported:
        return None  # "किसी ने लिखा कि …": a sentence of its own
    kind = lexicon.cues[tokens[verb].low]
    fresh = tokens[first].text[0].isupper() and ending == "." and tokens[first - 1].text != ","
    long = end - first > _FRESH or kind == "call" or runs_on(tokens, verb, end)
    if (tokens[verb].low in lexicon.weak and ending == ".") or (fresh and long):
        return None
    own = tokens[first].text[0].isupper() and ending in _STOPS and tokens[first - 1].text != ","
    if own and any(t.low == "that" for t in tokens[verb + 1 : min(end, verb + _REPORTED)]):
        return None  # “Who pays?” A spokesman told the Flare that nobody did.
    return Attribution(found, verb, kind, "after", first, end, ",")


def verb_of(tokens: Sequence[Token], at: int, end: int, lexicon: ProseLexicon) -> int | None:
    """The verb of a subject that ends before ``at``, over "(R-S.C.)", ", 34," and the like."""
    if at >= end:
        return None
    sign, low = tokens[at].text, tokens[at].low
    apart = sign in {",", "("} or sign in DASHES
    apart = apart or low in lexicon.prepositions or low in lexicon.relative
    for verb in range(at, end):
        token = tokens[verb]
        if is_verb(tokens, verb, lexicon) and not (token.low in lexicon.carrier and apart):
            return verb
        if not apart and token.low not in lexicon.skip and not token.low.endswith("ly"):
            return None
    return None


def runs_on(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """A sentence of its own, no attribution: She added that she had refused."""
    return verb + 1 < end and tokens[verb + 1].low in {"that", "to", "if", "whether", "how", "why"}


def _unknown_verb(
    tokens: Sequence[Token], first: int, end: int, ending: str, lexicon: ProseLexicon
) -> Attribution | None:
    """Any past tense right behind a name or pronoun: “…,” he thundered."""
    if ending != ",":
        return None
    more = one_more(tokens, first, end, lexicon)
    if more is not None:
        kind = "carrier" if more.kind == "carrier" else "speech"
        return Attribution(more, None, kind, "after", first, end, ",")
    found = phrase_right(tokens, first, end, lexicon)
    if found is None or found.kind not in {"name", "pronoun", "nameless"}:
        return None
    verb = found.last + 1
    if verb >= end or tokens[verb].low in lexicon.skip:
        return None  # “so swollen that it hurt,” she was “…”
    if tokens[verb].kind == "w" and tokens[verb].low.endswith(("ed", "s")):
        return Attribution(found, verb, "speech", "after", first, end, ",")
    return None

"""Does the prose behind a quotation name the words themselves, and whose they are?

„…“ – mit diesen Worten würdigt ihn Jan Brook; «…», es el mensaje de Paco; „…“, hieß es
auf dem Account von Karin Fegel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.extract.attributed import MAKERS, Attribution
from sentiment.extract.mentions import Mention
from sentiment.extract.phrases import phrase_left
from sentiment.extract.phrases_right import phrase_right
from sentiment.extract.subjects_behind import agent_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.data.prose_lexicon import ProseLexicon
    from sentiment.extract.words import Token

_APART_FROM: Final = 4
"""Tokens of "mit diesen Worten" and of the verb behind it."""
_COMES: Final = frozenset({"came", "comes"})
_WAS: Final = frozenset({"was", "is"})
_ALL: Final = frozenset({"all", "how", "what"})
_ANSWERS: Final = frozenset({"reply", "response", "answer", "retort", "comeback", "riposte"})
_VERDICTS: Final = frozenset(
    """verdict assessment message reaction comment tweet caption advice plea summary conclusion
    review take suggestion warning explanation""".split()  # noqa: SIM905 - as it is read aloud
)
_FROM: Final = MAKERS | {"of"}
_MADE: Final = 6
"""Tokens from "is" to the noun that words stand in, and on to its maker."""


def stated_on(
    tokens: Sequence[Token], verb: int, first: int, end: int, lexicon: ProseLexicon
) -> Attribution:
    """Whose page says it: „…“, hieß es auf dem Account von Karin Fegel; nobody in a release."""
    for at in range(verb + 2, end - 1):
        account = tokens[at].low.rpartition("-")[2] in lexicon.accounts
        if account and tokens[at + 1].low in MAKERS | lexicon.genitives:
            maker = phrase_right(tokens, at + 2, end, lexicon)
            if maker is not None and maker.kind == "name":
                return Attribution(maker, verb, "post", "after", first, end, ",")
    if verb + 2 < end and tokens[verb + 2].low in MAKERS:  # "hieß es von einer Leserin"
        maker = phrase_right(tokens, verb + 3, end, lexicon)
        if maker is not None and maker.kind in {"name", "nameless"}:
            return Attribution(maker, verb, "speech", "after", first, end, ",")
    return Attribution(None, verb, "speech", "after", first, end, ",")


def in_words(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Attribution | None:
    """Words named again before the verb: „…“ – mit diesen Worten würdigt ihn Jan Brook."""
    if not lexicon.own or tokens[first].low not in lexicon.prepositions:
        return None
    near = range(first + 1, min(end - 1, first + _APART_FROM))
    carrier = next((i for i in near if tokens[i].low in lexicon.carrier), None)
    if carrier is None:
        return None
    for verb in range(carrier + 1, min(end, carrier + _APART_FROM)):
        if tokens[verb].kind == "w" and tokens[verb].text[0].islower():
            found = phrase_right(tokens, verb + 1, end, lexicon)
            if found is not None and found.kind in {"name", "handle", "nameless"}:
                return Attribution(found, carrier, "speech", "after", first, end, ",")
    return None


def given_as(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Attribution | None:
    """An answer that comes, or what words are called: “…,” came the reply from Bo Rapp.

    “…,” was her verdict; “…,” was all Bo Rapp had to say; “…” is how one fan put it.
    """
    low = tokens[first].low
    if lexicon.own or first + 2 >= end or low not in _COMES | _WAS:
        return None
    if low in _WAS and tokens[first + 1].low in _ALL:
        told = phrase_right(tokens, first + 2, end, lexicon)
        if told is None or told.kind in {"furniture", "carrier"} or told.last + 1 >= end:
            return None
        return Attribution(told, told.last + 1, "speech", "after", first, end, ",")
    words = _ANSWERS | _VERDICTS | lexicon.carrier
    near = range(first + 1, min(end, first + _MADE))
    noun = next((i for i in near if tokens[i].low in words), None)
    if noun is None:
        return None
    written = tokens[noun].low in lexicon.carrier - _ANSWERS
    kind = "carrier" if written else "reply" if tokens[noun].low in _ANSWERS else "speech"
    # "was the post on the platform from Ana Lim"
    from_ = (i for i in range(noun + 1, min(end - 1, noun + _MADE)) if tokens[i].low in _FROM)
    by = next(from_, None)
    if by is not None and (by == noun + 1 or written):
        maker = phrase_right(tokens, by + 1, end, lexicon)
    else:
        maker = phrase_left(tokens, noun, first + 1, lexicon)
        if maker is None or (low in _WAS and maker.owner is None):
            return None  # "was the answer": to a quiz
    return maker and Attribution(maker, noun, kind, "after", first, end, ",")


def _marked_maker(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Attribution | None:
    """Whose words are pointed at: “…” Iyan ang sagot ni Ana; ang tweet naman ni Ana."""
    named = first + 1 < end and tokens[first + 1].low in lexicon.signs  # "iyan ang"
    named = named or (tokens[first].text[0].islower() and tokens[first].low in lexicon.signs)
    verb = first + 2
    hers = lexicon.agents and verb < end and tokens[first + 1].low in lexicon.she
    if hers and tokens[first + 1].low.endswith("ng") and tokens[verb].low in lexicon.own:
        teller = Mention(first + 1, first + 1, "pronoun")  # “…,” natatawa niyang sagot
        return Attribution(teller, verb, lexicon.cues[tokens[verb].low], "after", first, end, ",")
    held = tokens[first].text in lexicon.carrier  # “…,” mensahe ni Ana
    if not lexicon.agents or not (named or held):
        return None
    for at in range(first + (not held), min(end, first + _MADE)):
        low = tokens[at].low
        if low in lexicon.own or low in lexicon.carrier:
            maker = agent_behind(tokens, at + 1, end, lexicon)
            kind = lexicon.cues.get(low, "carrier")
            return maker and Attribution(maker, at, kind, "after", first, end, ",")
    return None


def by_maker(
    tokens: Sequence[Token], first: int, end: int, lexicon: ProseLexicon
) -> Attribution | None:
    """What the words are, and whose: «…» è il tweet di @rocca, «…», es el mensaje de Paco."""
    low = tokens[first].low
    marked = _marked_maker(tokens, first, end, lexicon)
    if marked is not None:
        return marked
    if not (lexicon.own and (low in lexicon.clitics or low in lexicon.determiners)):
        return None
    reads = any(t.low in lexicon.reads for t in tokens[first : first + 2])
    near = range(first + 1, min(end if reads else end - 2, first + _MADE))
    wordy = (lexicon.carrier, lexicon.replies, lexicon.comments)
    carrier = next((i for i in near if any(tokens[i].low in words for words in wordy)), None)
    asked = first + 2 < end and tokens[first + 2].low in MAKERS | lexicon.genitives
    if carrier is None and asked and tokens[first + 1].low in lexicon.own:
        carrier = first + 1  # «…», la domanda di un utente
    told = lexicon.pronouns.intersection(t.low for t in tokens[first : carrier or first])
    if carrier is None or told & (lexicon.she | lexicon.he):
        return None  # «…», avait-elle écrit en légende
    for at in range(carrier + 1, min(end - 1, carrier + _MADE)):
        if tokens[at].low in MAKERS | lexicon.genitives:
            maker = phrase_right(tokens, at + 1, end, lexicon)
            if maker is not None and maker.kind in {"name", "handle", "nameless"}:
                return Attribution(maker, carrier, "carrier", "after", first, end, ",")
    read = any(lexicon.cues.get(t.low) == "write" for t in tokens[first:carrier])
    held = phrase_left(tokens, carrier, first, lexicon) if read else None
    if held is None or held.kind != "carrier":
        return None
    return Attribution(held, carrier, "carrier", "after", first, end, ",")  # "se lee en su post"

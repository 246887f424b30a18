"""Does a paragraph speak in the article's own voice about those who react?"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sentiment.data.loader import read_table
from sentiment.data.prose_files import prose_lexicon
from sentiment.extract.phrase_patterns import any_of
from sentiment.extract.posts import has_words

MARK: Final = re.compile(r"(?<!\w)[@#]\w")
_WORD: Final = re.compile(r"\w+")
_FIRST_PERSON: Final = frozenset(
    """i im me my mine myself we us our ur u you your yall lol lmao omg wtf bro bhai yaar guys
    ya yo mi eu ich je ko ako""".split()  # noqa: SIM905 - as it is read aloud
)
_HEADING_WORDS: Final = 6
_SENTENCE: Final = re.compile(r"[^.!?:]*(?:[.!?:]+[\s”’\")]*|\Z)")


_ANNOUNCES: Final = re.compile(
    r"\b(?:take a look|have a look|check (?:it|them|out|these|some)|see (?:some|below|here|the)"
    r"|look at (?:some|the|what)|here(?:'s|’s| is| are)|read (?:some|on)|scroll down"
    r"|can (?:read|see|watch|find) (?:\w+ ){1,3}here|tweets? below|reactions? below"
    r"|had (?:this )?to say|watch (?:it |the )?(?:here|below))"
    r"[^.!?]{0,60}[.:!]?\Z",
    re.IGNORECASE,
)
# Here's a list of silly memes on the old harbour and the new one
_LISTS: Final = re.compile(
    r"(?:here(?:'s|’s| is| are)|check out|take a look at|have a look at) "
    r"(?:(?:a|the|some|few|our) )?(?:\w+ ){0,3}(?:memes|tweets|posts|reactions|comments)\b"
    r"[^@#.!?]{0,140}\Z",
    re.IGNORECASE,
)
# a whole quotation, and the first three words behind it
_TOLD: Final = re.compile(
    r"[“\"«„‘'][^”\"»\n]{3,280}[”\"»’'],?\s((?:[^\W\d_][\w’'-]*[,.:]?\s?){1,3})"
)
_OPENING: Final = 60  # characters in which a sentence names its subject
_REACTORS: Final = re.compile(
    r"(?<![#@\w])(?:fans?|users?|netizens?|viewers?|followers?|supporters?|twitterati|people|person"
    r"|others?|critics?|commenters?|redditors?|tweeters?|usuarios?|internautas?|nutzer|fans)\b"
    r"(?!['’!])",
)


def skip_narrative(text: str) -> int:
    """Where the post begins in a paragraph that runs on from the article's own words.

    The narrative's sentences speak of posts; the last such sentence ends it.
    """
    begin = 0
    for sentence in _SENTENCE.finditer(text):
        words = sentence.group(0).strip()
        if words and (count_editorial(words) or is_reported(words)) and not MARK.search(words):
            begin = sentence.end()
        elif begin < sentence.start():
            break
    return begin if has_words(text[begin:]) else 0


def is_lead_in(line: str) -> bool:
    """Whether a paragraph announces what follows: "Here's how X reacted:"."""
    stripped = line.rstrip(" 👇⬇️↓")
    if stripped.endswith((":", "-", "–", "—")):
        words = stripped.split()
        return len(words) > _HEADING_WORDS + 2 or count_editorial(stripped) > 0
    return bool(_ANNOUNCES.search(line[-90:])) or bool(_LISTS.match(line))


def is_told(line: str, language: str) -> bool:
    """Whether a line is a quotation with its attribution: “A good day”, writes the mayor."""
    match = _TOLD.match(line)
    if match is None:
        return False
    cues = prose_lexicon("en").cues, prose_lexicon(language).cues
    behind = match[1].casefold().split()
    return any(word.strip(".,:") in known for word in behind for known in cues)


def is_first_person(line: str) -> bool:
    """Whether a line says "I", "you" or what only those say who speak for themselves."""
    folded = line.casefold().replace("’", "'").replace("y'all", "yall")
    return not _FIRST_PERSON.isdisjoint(_WORD.findall(folded))


def is_reported(line: str) -> bool:
    """Whether a paragraph tells of those who react: "Another fan accused ...", or is an aside."""
    opening = line[:_OPENING].casefold()
    if is_first_person(opening):
        return False
    aside = line[0] in "([" and line[-1] in ")]"
    return aside or bool(_REACTORS.search(opening))


def count_editorial(line: str) -> int:
    """How many words of an article about posts a paragraph holds."""
    return len(_editorial().findall(line.casefold().replace("’", "'")))


@cache
def _editorial() -> re.Pattern[str]:
    rows = read_table("editorial.tsv", ("phrase", "language"))
    return re.compile(rf"{any_of(row[0] for row in rows)}(?!\w)")

"""Which titles of works and names of people does an article itself give away?

Their words say nothing of a writer's stance: "12th Fail" is no failure, "Joy"
may be a surname. No list of films or stars is used. A title shows itself by
quotation marks together with repetition, a preposition or a word like "film"
beside it; by a hashtag of several words; by capitals inside sentences, more
than once. Headlines, which capitalise everything, do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sentiment.model import Article

_MOST_WORDS: Final = 7
_MOST_QUESTIONS: Final = 200
_ENOUGH: Final = 2
"""Times a name must stand inside sentences before its capitals are believed."""
_HEADLINE_SHARE: Final = 0.6
_HEADLINE_WORDS: Final = 4
_LONG_WORD: Final = 4

_QUOTED: Final = re.compile(
    r"(?<!\w)(?:\"([^\"“”\n]{1,60})\"|“([^“”\"\n]{1,60})”|«([^«»\n]{1,60})»|„([^„“”\n]{1,60})[“”]"
    r"|['‘](?=\w)([^'‘’\"“”\n]{1,60}(?:['’]\w[^'‘’\"“”\n]{0,40})?)['’](?!\w))"
)
_TAG: Final = re.compile(r"[#＃](\w{2,60})")
_TAG_PART: Final = re.compile(r"\d+(?:st|nd|rd|th)?|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\dA-Za-z_]+")
_WORD: Final = re.compile(r"[#@＃]?\w+(?:['’]\w+)*|[^\w\s]|\n")
_ENDS: Final = frozenset(".!?…:\n\"“”'‘’«»()[]–—|*•-;")


@cache
def _words(role: str) -> frozenset[str]:
    rows = {row[0]: row[1] for row in read_table("title_words.tsv", ("role", "words"))}
    return frozenset(rows[role].split("|" if role == "never" else None))


@dataclass(frozen=True, slots=True)
class _Again:
    """Whether a title stands in the article a second time, in words or as a hashtag.

    Each question reads the whole article, so only so many are answered.
    """

    everything: str
    lowered: str
    answers: dict[str, bool] = field(default_factory=dict)

    def holds(self, title: str) -> bool:
        if title not in self.answers and len(self.answers) < _MOST_QUESTIONS:
            tag = "#" + "".join(re.findall(r"\w+", title)).lower()
            self.answers[title] = self.everything.count(title) >= _ENOUGH or tag in self.lowered
        return self.answers.get(title, False)


def find_titles(article: Article) -> tuple[str, ...]:
    """Titles and names in the article and its embeds, as printed; sorted, each once."""
    texts = [article.text, *(embed.text for embed in article.embeds)]
    if article.title:
        texts.append(article.title)
    names = _repeated_names(texts)
    found = set(names)
    everything = "\n".join(texts)
    again = _Again(everything, everything.lower())
    for text in texts:
        found.update(_quoted_titles(text, again))
    found.update(_tagged_titles(texts))
    never = _words("never")
    return tuple(sorted(name for name in found if name.lower() not in never))


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _is_title(words: list[str]) -> bool:
    """Whether words are written as titles are: capitals but for small words, not all capitals."""
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    small = _words("small")
    if not (_is_capital(words[0]) and _is_capital(words[-1])):
        return False
    if not all(_is_capital(word) or word in small for word in words):
        return False
    letters = "".join(words)
    return not (letters.isupper() and len(letters) > 1) and any(c.isalpha() for c in letters)


def _quoted_titles(text: str, again: _Again) -> Iterator[str]:
    """Quoted titles that something beside their quotation marks speaks for."""
    for match in _QUOTED.finditer(text):
        inner = next(group for group in match.groups() if group is not None).strip()
        bare = inner.rstrip(",.")
        if any(mark in bare for mark in ".!?…;:,"):
            continue
        words = [word.replace("’", "'") for word in re.findall(r"\w+(?:['’]\w+)*", bare)]
        if not _is_title(words):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        after = text[match.end() : match.end() + 30]
        said = _is_said(before, after, inner)
        beside = _beside_work(before, after)
        if (
            beside
            or (not said and (len(words) > 1 or _led_to(before)) and again.holds(bare))
            or (not said and len(words) > 1 and _led_to(before))
        ):
            yield bare


def _last_words(before: str, count: int) -> list[str]:
    return [word.lower() for word in re.findall(r"\w+(?:-\w+)*|[:,]", before)[-count:]]


def _is_said(before: str, after: str, inner: str) -> bool:
    """Whether the quotation is somebody's words: a cue verb, colon or comma leads to it or on."""
    last = _last_words(before, 1)
    if last and (last[0] in _words("cue") or last[0] in ":,"):
        return True
    return inner.endswith((",", ".")) and bool(set(_last_words(after, 6)) & _words("cue"))


def _beside_work(before: str, after: str) -> bool:
    works = _words("work")
    last = _last_words(before, 2)
    first = [word.lower() for word in re.findall(r"\w+", after)[:1]]
    touching = not after[:1].isspace() or not first
    return bool(last[-1:] and last[-1] in works) or (
        bool(first) and not touching and first[0] in works
    )


def _led_to(before: str) -> bool:
    last = _last_words(before, 1)
    return bool(last) and last[0] in _words("before")


def _tagged_titles(texts: Iterable[str]) -> Iterator[str]:
    """Hashtags of several words in capitals (#LoveAgain), or with a number first (#12thFail)."""
    for text in texts:
        for match in _TAG.finditer(text):
            tag = match.group(1)
            parts = _TAG_PART.findall(tag)
            if len(parts) < _ENOUGH or tag.isupper() or tag.islower():
                continue
            if all(_is_capital(part) for part in parts) and "".join(parts) == tag:
                yield " ".join(parts)


def _repeated_names(texts: Iterable[str]) -> Iterator[str]:
    """Runs of capitals inside sentences that come back, and single ones that stand alone, too.

    "what a Legend", "this Masterpiece": capitals after such a word are emphasis.
    """
    counts: Counter[str] = Counter()
    alone: set[str] = set()
    stressed: set[str] = set()
    emphasis = _words("emphasis")
    for text in texts:
        for line in text.split("\n"):
            if _is_headline(line):
                continue
            for run, before in _capital_runs(line):
                run[-1] = run[-1].removesuffix("'s").removesuffix("’s")
                name = " ".join(run)
                counts[name] += 1
                if before in emphasis:
                    stressed.add(name)
                if len(run) == 1:
                    alone.add(run[0])
                else:
                    counts[run[0]] += 1
                    counts[run[-1]] += 1
    for name, times in counts.items():
        if times >= _ENOUGH and name not in stressed and (" " in name or _is_name(name, alone)):
            yield name


def _is_name(word: str, alone: set[str]) -> bool:
    return word in alone and len(word) > 1 and not word.isupper() and word[0].isalpha()


def _is_headline(line: str) -> bool:
    """Whether a line capitalises most of its longer words."""
    words = [w for w in re.findall(r"\w+", line) if len(w) >= _LONG_WORD and not w.isdigit()]
    if len(words) < _HEADLINE_WORDS:
        return False
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) > _HEADLINE_SHARE * len(words)


def _capital_runs(line: str) -> Iterator[tuple[list[str], str]]:
    """Capitalised words in a row and the word before them, in small letters.

    The first word of a sentence is left out. A small word between capitals
    belongs to the run: "Friends of Brackley".
    """
    small = _words("small")
    run: list[str] = []
    held = ""
    before = ""
    inside = False
    for piece in _WORD.findall(line):
        capital = piece[0].isalnum() and _is_capital(piece) and not piece.isdigit()
        if capital and inside:
            if run and held:
                run.append(held)
            run.append(piece)
            held = ""
            continue
        if run and not held and piece in small:
            held = piece
            continue
        if run:
            yield run, before
            run, held = [], ""
        before = piece.lower()
        inside = capital or (piece not in _ENDS and piece[0] not in "#@＃")
    if run:
        yield run, before

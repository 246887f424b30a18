"""How do the page's reactions stand in it as data?

Each is a list of cells, ``FIELDS`` in order; names that many share (people,
articles, outlets, emoji) are numbers of places in lists. Offsets count code
points, as everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.write.html_markup import plain
from sentiment.write.html_rows import LONGEST_IN_SAMPLE, LONGEST_TEXT, emoji_key
from sentiment.write.page_quotes import web_link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.model import Explanation
    from sentiment.results import Batch, Summary
    from sentiment.write.html_rows import Carried, Row

FIELDS: Final = (
    "id", "text", "cut", "translation", "label", "score", "confidence", "author", "handle",
    "person", "platform", "kind", "language", "day", "outlet", "article", "start", "end", "url",
    "emoji", "told", "cluster", "copies", "first", "marks",
)  # fmt: skip
_LONGEST_NAME: Final = 200
# Shares of a score too small to be seen as colour.
_LEAST_MARK: Final = 0.02


class _Names:
    """Things by the order in which they are first named."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def __call__(self, name: str | None) -> int | None:
        if name is None or not name.strip():
            return None
        return self.places.setdefault(plain(name), len(self.places))


def page_data(
    carried: Carried,
    batch: Batch,
    summary: Summary,
    explanations: Mapping[str, Explanation] | None = None,
) -> dict[str, object]:
    """The reactions and the lists their numbers point into.

    explanations  by reaction id: which words moved the score; coloured where known
    """
    names = {
        name: _Names()
        for name in ("person", "outlet", "article", "emoji", "language", "cluster", "author", "day")
    }
    rows = [_cells(row, names, carried, (explanations or {}).get(row.scored.reaction.id))
            for row in carried.rows]  # fmt: skip
    known = {plain(article.source): article for article in batch.articles}
    emoji_names = {emoji_key(e.emoji): e.name for e in summary.emoji if e.emoji}
    lists: dict[str, Sequence[object]] = {name: list(found.places) for name, found in names.items()}
    lists["cluster"] = [plain(name) for name in names["cluster"].places]
    lists["article"] = [
        [name, _title(known[name].title) if name in known else "",
         web_link(known[name].url) if name in known else ""]
        for name in names["article"].places
    ]  # fmt: skip
    lists["emoji"] = [[sign, plain(emoji_names.get(sign, ""))] for sign in names["emoji"].places]
    return {"fields": FIELDS, "lists": lists, "rows": rows, "whole": carried.whole}


def _title(title: str | None) -> str:
    return plain(title)[:_LONGEST_NAME] if title else ""


def _cells(
    row: Row, names: Mapping[str, _Names], carried: Carried, explained: Explanation | None
) -> list[object]:
    reaction, first = row.scored.reaction, row.first
    longest = LONGEST_TEXT if carried.whole else LONGEST_IN_SAMPLE
    emoji = names["emoji"]
    return [
        plain(reaction.id),
        plain(reaction.text[:longest]),
        max(0, len(reaction.text) - longest),
        plain(reaction.translation[:longest]) if reaction.translation else None,
        SENTIMENTS.index(first.score.sentiment),
        round(first.score.score, 4),
        round(first.score.confidence, 2),
        names["author"](row.author[:_LONGEST_NAME] if row.author else None),
        plain(row.handle[:_LONGEST_NAME]) if row.handle else None,
        names["person"](row.person[:_LONGEST_NAME] if row.person else None),
        row.platform,
        row.kind,
        names["language"](row.language),
        names["day"](row.day),
        names["outlet"](reaction.outlet[:_LONGEST_NAME] if reaction.outlet else None),
        names["article"](reaction.article),
        reaction.start,
        reaction.end,
        web_link(reaction.url) or None,
        [emoji(emoji_key(sign)) for sign in dict.fromkeys(row.emoji)],
        [plain(words[:_LONGEST_NAME]) for words in row.told],
        names["cluster"](first.cluster),
        row.copies,
        int(row.scored is first),
        _marks(explained, len(reaction.text[:longest])),
    ]


def _marks(explained: Explanation | None, length: int) -> list[list[float]] | None:
    """The spans that moved the score, in order, none over another: start, end, by how much."""
    if explained is None:
        return None
    marks: list[list[float]] = []
    for one in sorted(explained.contributions, key=lambda c: (c.start or 0, c.end or 0)):
        if one.start is None or one.end is None or abs(one.value) < _LEAST_MARK:
            continue
        if one.end <= length and one.start < one.end and (not marks or one.start >= marks[-1][1]):
            marks.append([one.start, one.end, round(one.value, 3)])
    return marks

"""Which emoji do reactions carry, how do those reactions score, and which go together?"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import log2
from typing import TYPE_CHECKING, Final

from sentiment.data.loader import read_table
from sentiment.write.charting import MOST_ROWS, Draft
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from sentiment.results import EmojiLine
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_LONGEST_NAME: Final = 40
# A pair seen once may be one writer's whim.
_FEWEST_TOGETHER: Final = 2
_FEWEST_FOR_MEAN: Final = 5


def emoji_carried(material: Material, words: Wording) -> Chart:
    """How often each emoji occurs, and the mean score of the reactions that carry it."""
    draft = Draft("emoji", material, words)
    lines = sorted(
        material.summary.emoji, key=lambda e: (-(e.count + e.described), -e.reactions, e.name)
    )
    if not lines:
        return draft.left_out("no-emoji")
    shown = lines[:MOST_ROWS]
    drawn: list[dict[str, Json]] = [_emoji_row(line, words) for line in shown]
    notes = []
    if len(lines) > len(shown):
        notes.append(words.say("note.more-emoji", n=len(lines) - len(shown)))
    if any(line.described for line in shown):
        notes.append(words.say("note.described"))
    if any(line.reactions < _FEWEST_FOR_MEAN for line in shown):
        notes.append(words.say("note.small-means", n=_FEWEST_FOR_MEAN))
    return draft.chart(
        "emoji",
        _finding(lines, material, words),
        [(e.emoji, e.name, e.count, e.described, e.reactions, e.mean) for e in shown],
        {
            "heads": {
                key: words.say(f"head.emoji-{key}") for key in ("times", "reactions", "mean")
            },
            "rows": drawn,
            "most": max(line.count + line.described for line in shown),
        },
        columns=("emoji", "name", "typed", "told", "reactions", "mean"),
        n=material.summary.emoji_reactions,
        details=[
            words.say(
                "alt.emoji", name=line.name, n=line.count + line.described,
                mean=words.score(line.mean),
            )
            for line in shown
        ],
        notes=notes,
    )  # fmt: skip


def _emoji_row(line: EmojiLine, words: Wording) -> dict[str, Json]:
    return {
        "emoji": line.emoji or told_picture(line.name),
        "name": elided(
            line.name if line.emoji else words.say("emoji.told", name=line.name), _LONGEST_NAME
        ),
        "typed": line.count,
        "told": line.described,
        "times": words.number(line.count + line.described),
        "reactions": words.number(line.reactions),
        "few": line.reactions < _FEWEST_FOR_MEAN,
        "mean": line.mean,
        "score": words.score(line.mean),
    }


def told_picture(told: str) -> str:
    """The emoji that an article's words for one mean ("heart"); empty if they name none."""
    names = {row[0]: row[1] for row in read_table("described_emoji.tsv", ("words", "name"))}
    name = names.get(told.strip().lower())
    if name is None:
        return ""
    import emoji  # noqa: PLC0415 - its table takes a moment to load

    sign = emoji.emojize(f":{name.replace(' ', '_')}:", variant="emoji_type")
    return "" if sign.startswith(":") else sign


def _finding(lines: list[EmojiLine], material: Material, words: Wording) -> str:
    """How many carry emoji; and the commonest where one leads."""
    top = lines[0]
    times = top.count + top.described
    if len(lines) > 1 and times > lines[1].count + lines[1].described and times > 1:
        return words.say(
            "finding.top-emoji",
            name=elided(top.name, _LONGEST_NAME),
            n=times,
            carriers=words.number(material.summary.emoji_reactions),
            all=words.number(material.summary.distinct),
        )
    return words.say(
        "finding.emoji",
        n=material.summary.emoji_reactions,
        all=words.number(material.summary.distinct),
        kinds=words.number(len(lines)),
    )


def emoji_together(material: Material, words: Wording) -> Chart:
    """Which emoji stand in one reaction together more often than apart would make them."""
    draft = Draft("together", material, words)
    carriers: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for voice in material.voices:
        kinds = sorted(set(voice.emoji))
        carriers.update(kinds)
        if len(kinds) <= MOST_ROWS:  # a wall of a hundred different ones says nothing of pairs
            pairs.update(combinations(kinds, 2))
    often = [(pair, n) for pair, n in pairs.items() if n >= _FEWEST_TOGETHER]
    if not often:
        return draft.left_out("no-pairs", n=_FEWEST_TOGETHER)
    names = {line.emoji: line.name for line in material.summary.emoji if line.emoji}
    total = len(material.voices)
    ranked = sorted(often, key=lambda item: (-item[1], item[0]))[:MOST_ROWS]
    rows, details = [], []
    drawn: list[dict[str, Json]] = []
    for (one, other), n in ranked:
        lift = n * total / (carriers[one] * carriers[other])
        label = words.say("emoji.pair", one=names.get(one, one), other=names.get(other, other))
        rows.append((one, other, n, round(log2(lift), 3)))
        details.append(words.say("alt.count", name=label, n=n))
        drawn.append({
            "label": elided(label, _LONGEST_NAME * 2), "emoji": f"{one}\u2009{other}", "value": n,
            "text": words.number(n), "aside": words.say("number.times-chance", value=f"{lift:.1f}"),
        })  # fmt: skip
    (one, other), n = ranked[0]
    return draft.chart(
        "bars",
        words.say("finding.together", one=names.get(one, one), other=names.get(other, other), n=n),
        rows,
        {"rows": drawn, "most": ranked[0][1], "heads": {"aside": words.say("head.chance")}},
        columns=("one", "other", "n", "log2 lift"),
        n=sum(1 for voice in material.voices if len(set(voice.emoji)) > 1),
        details=details,
    )

"""How does sentiment differ between platforms, kinds, languages, outlets and articles?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.results import Group
from sentiment.write.charting import LONGEST_LABEL, MOST_ROWS, Draft
from sentiment.write.charting_overall import leaning
from sentiment.write.findings import FEWEST, balance, warmest_and_coldest, wilson
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_COLUMNS: Final = ("group", "n", "reactions", "positive", "neutral", "negative", "mean")


def by_platform(material: Material, words: Wording) -> Chart:
    """Sentiment by platform."""
    return _named("platform", material.summary.by_platform, material, words)


def by_kind(material: Material, words: Wording) -> Chart:
    """Sentiment by kind of reaction."""
    return _named("kind", material.summary.by_kind, material, words)


def by_language(material: Material, words: Wording) -> Chart:
    """Sentiment by language."""
    return _named("language", material.summary.by_language, material, words)


def by_outlet(material: Material, words: Wording) -> Chart:
    """Sentiment by outlet."""
    return _named("outlet", material.summary.by_outlet, material, words)


def by_article(material: Material, words: Wording) -> Chart:
    """Sentiment by article."""
    return _grouped(
        Draft("article", material, words),
        material.summary.by_article,
        lambda name: material.titles.get(name, name),
    )


def _named(field: str, groups: Sequence[Group], material: Material, words: Wording) -> Chart:
    return _grouped(Draft(field, material, words), groups, lambda name: words.named(field, name))


def _grouped(draft: Draft, groups: Sequence[Group], label: Callable[[str], str]) -> Chart:
    words = draft.words
    known = [group for group in groups if group.n > 0]
    n = sum(group.n for group in known)
    if n < FEWEST:
        return draft.left_out("few", n=n, needed=FEWEST)
    if len(known) < 2:  # noqa: PLR2004  # nothing to compare
        return draft.left_out("one-group", name=elided(label(known[0].name), LONGEST_LABEL))
    if max(group.n for group in known) < FEWEST:
        group = words.say(f"group-one.{draft.key}")
        return draft.left_out("thin", group=group, needed=FEWEST)
    shown, rest = shown_and_rest(known, words)
    drawn = [_row(g, elided(label(g.name), LONGEST_LABEL), words) for g in shown]
    if rest is not None:
        drawn.append(_row(rest, rest.name, words) | {"rest": True})
    title, apart = _finding(draft, known, label)
    notes = []
    if not apart:
        notes.append(words.say("note.no-difference"))
    if n > draft.material.summary.distinct:
        notes.append(words.say("note.in-both"))
    if any(group.n < FEWEST for group in shown):
        notes.append(words.say("note.small-groups", n=FEWEST))
    bounds = [*shown, *([rest] if rest else [])]
    return draft.chart(
        "diverging",
        title,
        [(g.name, g.n, g.reactions, g.positive, g.neutral, g.negative, g.mean) for g in bounds],
        {
            "heads": {key: words.say(f"head.{key}") for key in ("negative", "positive", "neutral")}
            | {"n": words.say("head.n")},
            "rows": drawn,
            "most": {
                side: max(_reach(group, side) for group in bounds)
                for side in ("negative", "neutral", "positive")
            },
        },
        columns=_COLUMNS,
        n=n,
        details=[str(row["said"]) for row in drawn],
        notes=notes,
    )


def shown_and_rest(groups: Sequence[Group], words: Wording) -> tuple[list[Group], Group | None]:
    """The largest groups, and one that adds up the others where there are too many to draw."""
    ranked = sorted(groups, key=lambda g: (-g.n, -g.reactions))
    if len(ranked) <= MOST_ROWS + 1:
        return ranked, None
    others = ranked[MOST_ROWS:]
    n = sum(g.n for g in others)
    total = sum((g.mean or 0.0) * g.n for g in others)
    return ranked[:MOST_ROWS], Group(
        words.say("group.rest", n=len(others)),
        n,
        sum(g.reactions for g in others),
        sum(g.positive for g in others),
        sum(g.neutral for g in others),
        sum(g.negative for g in others),
        total / n if n else None,
    )


def _reach(group: Group, side: str) -> float:
    """How far a bar and its interval reach, 0 to 1."""
    part: int = getattr(group, side)
    if group.n < FEWEST or side == "neutral":
        return part / group.n
    return wilson(part, group.n)[1]


def _row(group: Group, label: str, words: Wording) -> dict[str, Json]:
    few = group.n < FEWEST
    row: dict[str, Json] = {
        "label": label,
        "few": few,
        "rest": False,
        "n": words.number(group.n),
        "said": words.say(
            "alt.group",
            name=label,
            n=group.n,
            positive=group.positive,
            neutral=group.neutral,
            negative=group.negative,
        ),
    }
    for side, part in (
        ("negative", group.negative),
        ("neutral", group.neutral),
        ("positive", group.positive),
    ):
        text = words.share(part / group.n) if not few else words.number(part)
        figure: dict[str, Json] = {"share": part / group.n, "text": text}
        if not few and side != "neutral":
            figure["low"], figure["high"] = wilson(part, group.n)
        row[side] = figure
    return row


def _finding(
    draft: Draft, groups: Sequence[Group], label: Callable[[str], str]
) -> tuple[str, bool]:
    """The headline, and whether it says that two groups differ."""
    words = draft.words
    pair = warmest_and_coldest(groups)
    if pair is not None:
        warm, cold = (_place(draft, elided(label(g.name), LONGEST_LABEL), g.name) for g in pair)
        return words.say(
            "finding.warmer",
            warm=warm,
            cold=cold,
            high=words.share(pair[0].positive / pair[0].n),
            low=words.share(pair[1].positive / pair[1].n),
        ), True
    large = sorted((g for g in groups if g.n >= FEWEST), key=lambda g: -g.n)
    places = [_place(draft, elided(label(g.name), LONGEST_LABEL), g.name) for g in large]
    leanings = {balance(g.positive, g.neutral, g.negative).leaning for g in large}
    for side in ("praise", "criticism"):
        if len(large) > 1 and leanings <= {side, f"only-{side}"}:
            if len(large) == 2:  # noqa: PLR2004  # both fit into a headline
                return words.say(f"finding.both-{side}", one=places[0], other=places[1]), False
            every = words.say(f"groups.{draft.key}", n=len(large))
            return words.say(f"finding.all-{side}", groups=every), False
    if len(large) > 2:  # noqa: PLR2004  # singling one out would say nothing of the rest
        one = words.say(f"group-one.{draft.key}")
        return words.say("finding.none-apart", group=one), False
    return leaning(large[0], places[0], words), False


def _place(draft: Draft, label: str, name: str) -> str:
    """Where a group's reactions stand, in words: "on X", "in comments"."""
    own = f"where.{draft.key}-{name.lower()}"
    return (
        draft.words.say(own)
        if draft.words.has(own)
        else draft.words.say(f"where.{draft.key}", name=label)
    )

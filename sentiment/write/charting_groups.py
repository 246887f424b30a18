"""How does sentiment differ between platforms, kinds, languages, outlets and articles?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.results import Group
from sentiment.write.charting import LONGEST_LABEL, MOST_ROWS, Draft
from sentiment.write.findings import (
    FEWEST,
    balance,
    warmest_and_coldest,
)
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sentiment.results import Share
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_FEWEST_FOR_RATIO: Final = 100
_COLUMNS: Final = ("group", "n", "reactions", "positive", "neutral", "negative", "mean")


def reactions_overall(material: Material, words: Wording) -> Chart:
    """The share of each label among all distinct reactions, with its interval."""
    draft = Draft("overall", material, words)
    summary = material.summary
    if summary.distinct < FEWEST:
        return draft.left_out("few", n=summary.distinct, needed=FEWEST)
    rows, details = [], []
    drawn: list[dict[str, Json]] = []
    for share in summary.shares:
        label = words.say(f"sentiment.{share.sentiment}")
        rows.append((share.sentiment, share.distinct, share.share, share.low, share.high))
        bounds = words.say(
            "number.interval", low=words.share(share.low), high=words.share(share.high)
        )
        count = words.say("number.of", part=words.number(share.distinct), n=summary.distinct)
        details.append(f"{label} {words.share(share.share)} ({bounds}), {count}")
        drawn.append({
            "label": label, "tone": share.sentiment, "share": share.share, "low": share.low,
            "high": share.high, "text": words.share(share.share), "bounds": bounds, "count": count,
        })  # fmt: skip
    return draft.chart(
        "shares",
        _share_finding(summary.shares, words),
        rows,
        {"rows": drawn, "ticks": _percent_ticks(words)},
        columns=("sentiment", "n", "share", "low", "high"),
        n=summary.distinct,
        details=details,
    )


def _percent_ticks(words: Wording) -> list[Json]:
    return [{"at": at / 4, "label": words.share(at / 4)} for at in range(5)]


def _share_finding(shares: Sequence[Share], words: Wording) -> str:
    """The headline of the shares: the largest of positive and negative, with its interval."""
    first = max((s for s in shares if s.sentiment != "neutral"), key=lambda s: s.share)
    return words.say(
        f"finding.share-{first.sentiment}",
        share=words.share(first.share),
        low=words.share(first.low),
        high=words.share(first.high),
    )


def overall_finding(material: Material, words: Wording) -> str:
    """The headline over everything: which way the distinct reactions lean."""
    counts = {share.sentiment: share.distinct for share in material.summary.shares}
    whole = Group("", material.summary.distinct, material.summary.reactions,
                  counts.get("positive", 0), counts.get("neutral", 0), counts.get("negative", 0),
                  material.summary.mean)  # fmt: skip
    return leaning(whole, "", words)


def leaning(group: Group, where: str, words: Wording) -> str:
    """Which way one group leans, in a sentence. where: "on X", "among comments" or nothing."""
    found = balance(group.positive, group.neutral, group.negative)
    # "17 to 1" of eighteen would sound like a rate: below a hundred, the counts themselves
    small = found.ratio is not None and group.n < _FEWEST_FOR_RATIO
    said = words.say(
        f"finding.{found.leaning}-small" if small else f"finding.{found.leaning}",
        where=where,
        n=group.n,
        ratio=words.ratio(found.ratio or 1.0),
        positive=words.number(group.positive),
        neutral=words.number(group.neutral),
        negative=words.number(group.negative),
    )
    return " ".join(said.split()).replace(" :", ":")


def by_platform(material: Material, words: Wording) -> Chart:
    """Sentiment by platform."""
    return _grouped(
        Draft("platform", material, words),
        material.summary.by_platform,
        lambda name: words.named("platform", name),
    )


def by_kind(material: Material, words: Wording) -> Chart:
    """Sentiment by kind of reaction."""
    return _grouped(
        Draft("kind", material, words),
        material.summary.by_kind,
        lambda name: words.named("kind", name),
    )


def by_language(material: Material, words: Wording) -> Chart:
    """Sentiment by language."""
    return _grouped(
        Draft("language", material, words),
        material.summary.by_language,
        lambda name: words.named("language", name),
    )


def by_outlet(material: Material, words: Wording) -> Chart:
    """Sentiment by outlet."""
    return _grouped(
        Draft("outlet", material, words),
        material.summary.by_outlet,
        lambda name: words.named("outlet", name),
    )


def by_article(material: Material, words: Wording) -> Chart:
    """Sentiment by article."""
    return _grouped(
        Draft("article", material, words),
        material.summary.by_article,
        lambda name: material.titles.get(name, name),
    )


def _grouped(draft: Draft, groups: Sequence[Group], label: Callable[[str], str]) -> Chart:
    words = draft.words
    known = [group for group in groups if group.n > 0]
    n = sum(group.n for group in known)
    if n < FEWEST:
        return draft.left_out("few", n=n, needed=FEWEST)
    if len(known) < 2:  # noqa: PLR2004  # nothing to compare
        return draft.left_out("one-group", name=elided(label(known[0].name), LONGEST_LABEL))
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
                side: max(getattr(g, side) / g.n for g in bounds)
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
        row[side] = {"share": part / group.n, "text": text}
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
    if not large:
        return words.say("finding.scattered", n=sum(g.n for g in groups)), False
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

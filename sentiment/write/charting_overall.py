"""Which way do all reactions together lean, and how sure is that?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.results import Group
from sentiment.write.charting import Draft
from sentiment.write.findings import FEWEST, balance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sentiment.results import Share
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_FEWEST_FOR_RATIO: Final = 100


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

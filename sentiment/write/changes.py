"""How is a change against an earlier report put into words?

A difference bears its sign and its unit: percentage points where it is one of
shares. Where the test of ``sentiment compare`` cannot tell it from chance, the
words say so; counts are what they are and are not tested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentiment.results import Change, Difference, MeanDifference
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_POINTS: Final = 100
_LONGEST_NAME: Final = 90
# Where an interval is narrower, in points, a tenth of a point says something.
_NARROW: Final = 10


def key_changes(change: Change | None, words: Wording) -> Mapping[str, str]:
    """What the key numbers add: by their names, the change and what stood there before."""
    if change is None:
        return {}
    said = {
        name: words.say(
            "change.was", change=words.signed(now - before), before=words.number(before)
        )
        if now != before
        else words.say("change.same")
        for name, before, now in change.sizes
    }
    if change.emoji is not None:
        before = words.share(change.emoji.part_a / change.emoji.of_a)
        said["emoji"] = _key(_points(change.emoji, words), before, change.emoji, words)
    mean = change.mean
    if mean.difference is not None and mean.mean_a is not None:
        before = words.score(mean.mean_a)
        said["mean"] = _key(words.score(mean.difference), before, mean, words)
    return said


def change_value(change: Change | None, words: Wording) -> dict[str, Json] | None:
    """The part of the report that tells what changed; None without an earlier report.

    rows  what is compared, as it was, as it is, the difference with its interval,
          whether it is clear, and the label that its reactions bear
    """
    if change is None:
        return None
    shares = [*change.labels, *([change.emoji] if change.emoji is not None else [])]
    rows: list[Json] = [_row(share, words) for share in shares]
    mean = _mean_row(change.mean, words)
    if mean is not None:
        rows.append(mean)
    notes = [words.say("change.shared", n=change.shared)] if change.shared else []
    before, now = (elided(scorer, 60) for scorer in change.scorers)
    if before != now:
        notes.append(words.say("change.scorers", before=before, now=now))
    notes.append(words.say("change.method"))
    return {
        "head": words.say("change.head"),
        "against": _against(change, words),
        "finding": _finding(change, words),
        "heads": [words.say(f"change.column-{name}") for name in ("what", "before", "now", "by")],
        "rows": rows,
        "note": " ".join(notes) if rows else "",
    }


def _against(change: Change, words: Wording) -> str:
    name = elided(change.name, _LONGEST_NAME)
    first, last = (day and words.day(day) for day in change.period)
    if not first or not last:
        return words.say("change.against", name=name)
    period = first if first == last else words.say("date.range", first=first, last=last)
    return words.say("change.against-period", name=name, period=period)


def _finding(change: Change, words: Wording) -> str:
    """Which label's share changed most, if one did beyond chance."""
    if not change.labels:
        return words.say("change.finding-nothing")
    clear = [label for label in change.labels if label.clear]
    if not clear:
        return words.say("change.finding-none")
    most = max(clear, key=lambda label: (abs(label.difference), label.name))
    return words.say(
        "change.finding-more" if most.difference > 0 else "change.finding-less",
        label=words.named("sentiment", most.name).lower(),
        before=words.share(most.part_a / most.of_a),
        now=words.share(most.part_b / most.of_b),
    )


def _row(share: Difference, words: Wording) -> dict[str, Json]:
    is_label = words.has(f"sentiment.{share.name}")
    digits = _digits(share)
    low, high = (words.signed(_POINTS * bound, digits) for bound in (share.low, share.high))
    return {
        "what": words.named("sentiment", share.name) if is_label else words.say("change.emoji"),
        "before": _part(share.part_a, share.of_a, words),
        "now": _part(share.part_b, share.of_b, words),
        "by": _points(share, words),
        "interval": words.say("change.interval", low=low, high=high),
        "verdict": _verdict(share, words),
        "clear": share.clear,
        "label": share.name if is_label else "",
    }


def _mean_row(mean: MeanDifference, words: Wording) -> dict[str, Json] | None:
    if mean.mean_a is None or mean.mean_b is None or mean.difference is None:
        return None
    known = mean.low is not None and mean.high is not None
    low, high = (words.score(bound or 0.0) for bound in (mean.low, mean.high))
    return {
        "what": words.say("change.mean"),
        "before": words.score(mean.mean_a),
        "now": words.score(mean.mean_b),
        "by": words.score(mean.difference),
        "interval": words.say("change.interval", low=low, high=high) if known else "",
        "verdict": _verdict(mean, words),
        "clear": mean.clear,
        "label": "",
    }


def _key(by: str, before: str, told: Difference | MeanDifference, words: Wording) -> str:
    if told.clear:
        return words.say("change.was", change=by, before=before)
    verdict = _verdict(told, words)
    return words.say("change.was-unsure", change=by, before=before, verdict=verdict)


def _verdict(told: Difference | MeanDifference, words: Wording) -> str:
    if told.p is None:
        return words.say("change.few")
    return words.say("change.clear" if told.clear else "change.chance")


def _part(part: int, of: int, words: Wording) -> str:
    return words.say("change.of", share=words.share(part / of), n=of)


def _points(share: Difference, words: Wording) -> str:
    value = words.signed(_POINTS * share.difference, _digits(share))
    return words.say("change.points", value=value, n=1 if value[1:] == "1" else 2)


def _digits(share: Difference) -> int:
    """As many decimals of a point as the interval leaves a meaning."""
    return 1 if _POINTS * (share.high - share.low) < _NARROW else 0

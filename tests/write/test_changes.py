"""Does a change against an earlier report bear its sign, its unit and its doubt?"""

from __future__ import annotations

import pytest

from sentiment.results import Change, MeanDifference
from sentiment.tally.differences import differences
from sentiment.write.changes import change_value, key_changes
from sentiment.write.wording import LANGUAGES, wording

STEADY = MeanDifference(0.1, 0.12, 0.02, -0.2, 0.24, 0.8)


def change(before=(10, 5, 5), now=(10, 5, 5), **fields) -> Change:
    of_a, of_b = sum(before), sum(now)
    emoji = differences([("emoji", of_a // 2, of_a, of_b // 2, of_b)])
    counts = zip(("positive", "neutral", "negative"), before, now, strict=True)
    return Change(**{
        "name": "March",
        "period": ("2024-03-01", "2024-03-31"),
        "scorers": ("rules 1", "rules 1"),
        "sizes": (("articles", 4, 4), ("reactions", of_a, of_b), ("distinct", of_a, of_b),
                  ("authors", 1200, 7)),
        "shared": 0,
        "labels": differences((name, a, of_a, b, of_b) for name, a, b in counts),
        "emoji": emoji[0] if emoji else None,
        "mean": STEADY,
    } | fields)  # fmt: skip


def test_without_an_earlier_report_nothing_is_said():
    assert key_changes(None, wording("en")) == {}
    assert change_value(None, wording("en")) is None


def test_key_numbers_tell_what_they_were():
    assert key_changes(change(now=(12, 5, 5)), wording("en")) == {
        "articles": "as before",
        "reactions": "+2 (was 20)",
        "distinct": "+2 (was 20)",
        "authors": "−1,193 (was 1,200)",
        "emoji": "0 percentage points (was 50%), no more than chance",
        "mean": "+0.02 (was +0.10), no more than chance",
    }


def test_a_clear_change_is_not_called_chance():
    clear = MeanDifference(0.4, -0.1, -0.5, -0.7, -0.3, 0.001)
    assert key_changes(change(mean=clear), wording("en"))["mean"] == "−0.50 (was +0.40)"


@pytest.mark.parametrize(
    ("before", "now", "row"),
    [
        ((10, 5, 5), (2, 9, 9), ("50% of 20", "10% of 20", "−40 percentage points",
                                 "95% interval −61 to −12", "more than chance")),
        ((10, 5, 5), (12, 4, 4), ("50% of 20", "60% of 20", "+10 percentage points",
                                  "95% interval −19 to +37", "no more than chance")),
        ((10, 5, 5), (10, 5, 5), ("50% of 20", "50% of 20", "0 percentage points",
                                  "95% interval −28 to +28", "no more than chance")),
        ((51, 25, 25), (52, 24, 25), ("50% of 101", "51% of 101", "+1 percentage point",
                                      "95% interval −13 to +14", "no more than chance")),
        ((5000, 2500, 2500), (5040, 2460, 2500), ("50% of 10,000", "50% of 10,000",
                                                  "+0.4 percentage points",
                                                  "95% interval −1.0 to +1.8",
                                                  "no more than chance")),
    ],
)  # fmt: skip
def test_a_share_is_told_with_points_interval_and_verdict(before, now, row):
    found = change_value(change(before, now), wording("en"))["rows"][0]
    told = tuple(found[name] for name in ("before", "now", "by", "interval", "verdict"))
    assert told == row
    assert found["clear"] == (row[-1] == "more than chance")
    assert (found["what"], found["label"]) == ("Positive", "positive")


@pytest.mark.parametrize(
    ("now", "finding"),
    [
        ((2, 9, 9), "The share of positive reactions has fallen from 50% to 10%, more than chance"),
        ((0, 20, 0), "The share of neutral reactions has risen from 25% to 100%, more than chance"),
        ((12, 4, 4), "No label’s share has changed by more than chance easily gives."),
    ],
)
def test_the_finding_names_the_largest_clear_change(now, finding):
    assert change_value(change(now=now), wording("en"))["finding"].startswith(finding)


@pytest.mark.parametrize("sides", [((0, 0, 0), (1, 1, 1)), ((1, 1, 1), (0, 0, 0))])
def test_without_reactions_on_a_side_only_counts_are_told(sides):
    empty = change(*sides, mean=MeanDifference(None, 0.1, None, None, None, None))
    found = change_value(empty, wording("en"))
    assert found["finding"].startswith("One of the two reports holds no reaction")
    assert (found["rows"], found["note"]) == ([], "")
    assert set(key_changes(empty, wording("en"))) == {
        "articles",
        "reactions",
        "distinct",
        "authors",
    }


def test_a_mean_of_one_score_is_not_told_from_chance():
    one = change(mean=MeanDifference(0.1, 0.3, 0.2, None, None, None))
    row = change_value(one, wording("en"))["rows"][-1]
    assert (row["interval"], row["verdict"]) == ("", "too few to tell from chance")
    assert key_changes(one, wording("en"))["mean"] == (
        "+0.20 (was +0.10), too few to tell from chance"
    )


def test_the_earlier_report_is_named_and_what_makes_it_unlike():
    found = change_value(change(scorers=("rules 1", "full 1"), shared=3), wording("en"))
    assert found["against"] == (
        "Compared with the earlier report “March”, 1 March 2024 to 31 March 2024."
    )
    assert "3 reactions stand in both reports" in found["note"]
    assert "scored by “rules 1”, this one by “full 1”" in found["note"]
    undated = change_value(change(period=(None, None)), wording("en"))
    assert undated["against"] == "Compared with the earlier report “March”."
    assert "scored by" not in undated["note"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_of_it(language):
    found = change_value(change(now=(2, 9, 9), shared=1), wording(language))
    assert len(found["rows"]) == 5
    assert all(row["by"] and row["verdict"] for row in found["rows"])
    assert "−40" in found["rows"][0]["by"]

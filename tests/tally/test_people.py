"""Which authors are one person?"""

from __future__ import annotations

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from sentiment.model import Reaction
from sentiment.tally.people import find_people, similar_names


def by(author: str | None, handle: str | None = None, platform: str | None = None) -> Reaction:
    return Reaction(
        id="r", article="a", article_id="a", text="Hm", kind="post", rule="case",
        author=author, handle=handle, platform=platform,
    )  # fmt: skip


ALIA = "Alia Bhatt"
ACCOUNTS = {
    "case": ([by(ALIA), by("ALIA BHATT")], "aa"),
    "accent": ([by("Inés Silva"), by("Ines Silva")], "aa"),
    "handle given once": ([by(ALIA, "aliaa08", "instagram"), by(ALIA)], "aa"),
    "two accounts": ([by("pri", "haerindani", "twitter"), by("pri", "pri99", "twitter")], "ab"),
    "an account on each platform": (
        [by(ALIA, "aliaa08", "twitter"), by(ALIA, "aliaabhatt", "instagram")],
        "aa",
    ),
    "common first name": ([by("pri", "a1", "twitter"), by("pri", "b2", "instagram")], "ab"),
    "handle alone": ([by("P❄️", "pratii_x", "twitter"), by(None, "Pratii_X", "twitter")], "aa"),
    "platform unknown": ([by("P❄️", "pratii_x", "twitter"), by(None, "pratii_x")], "aa"),
    "handle spells the name": ([by("Vikrant Massey"), by(None, "vikrantmassey", "threads")], "aa"),
    "the reposter's handle": (
        [by(ALIA, "bollywood", "instagram"), by("Karan Johar", "bollywood", "instagram")],
        "ab",
    ),
    "names of signs": ([by("❄️"), by("❄️"), by("🔥")], "aab"),
}


@pytest.mark.parametrize(("people", "same"), ACCOUNTS.values(), ids=ACCOUNTS.keys())
def test_people(people, same):
    keys = find_people(people)
    assert [keys.index(key) for key in keys] == [same.index(letter) for letter in same]


def test_an_unknown_author_is_nobody():
    assert find_people([by(None), by(None)]) == (None, None)


@pytest.mark.parametrize(
    ("one", "other", "similar"),
    [
        ("Vikarnat Massey", "Vikrant Massey", True),
        ("Massey", "Vikrant Massey", True),
        ("Sonal Chauhan", "Raashii Khanna", False),
        ("❄️", "🔥", False),
    ],
)
def test_similar_names(one, other, similar):
    assert similar_names(one, other) is similar
    assert similar_names(other, one) is similar


@given(st.lists(strategies.reactions(), max_size=10), st.randoms(use_true_random=False))
def test_people_ignore_order(reactions, random):
    keys = dict(zip(map(id, reactions), find_people(reactions), strict=True))
    shuffled = reactions[:]
    random.shuffle(shuffled)
    assert dict(zip(map(id, shuffled), find_people(shuffled), strict=True)) == keys

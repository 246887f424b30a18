"""Which reactions count as copies?"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st

from sentiment.model import Reaction
from sentiment.tally.dedupe import find_clusters
from sentiment.tally.voices import name_post

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "copies.toml").read_text(encoding="utf-8")
)["case"]


def reaction(number: int, given: dict[str, str]) -> Reaction:
    fields = {"kind": "post", **given}
    return Reaction(id=f"r{number}", article_id=given["article"], rule="case", **fields)


def partition(clusters: tuple[str, ...]) -> list[int]:
    """For each place the first place of its cluster: names forgotten."""
    return [clusters.index(cluster) for cluster in clusters]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_copies(case):
    reactions = [reaction(n, given) for n, given in enumerate(case["reactions"])]
    clusters = find_clusters(reactions)
    assert partition(clusters) == partition(tuple(case["distinct"]))
    assert all(clusters[n] == f"r{first}" for n, first in enumerate(partition(clusters)))


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_copies_backwards(case):
    reactions = [reaction(n, given) for n, given in enumerate(case["reactions"])]
    clusters = find_clusters(reactions[::-1])
    assert partition(clusters) == partition(tuple(case["distinct"][::-1]))


def test_nothing_has_no_clusters():
    assert find_clusters([]) == ()


OPENINGS = ("We’re home. FINALLY!!!", "we're home, finally", "Cannot believe this is real", "Wow")
MIDDLES = (
    "thank you @filmfare for my childhood dream",
    "Thank you Filmfare for my childhood dream",
)
ENDINGS = ("", "❤️", " https://t.co/abc", " and everybody who came along on the way")


@st.composite
def batches(
    draw: st.DrawFn,
    authors: tuple[str | None, ...] = (None, "Vikrant Massey", "Alia Bhatt", "Massey"),
    handles: tuple[str | None, ...] = (None, "vikrant", "alia"),
) -> list[Reaction]:
    """Reactions of which many are copies, and some are anything."""
    texts = st.builds(
        " ".join,
        st.tuples(*(st.sampled_from(part) for part in (OPENINGS, MIDDLES, ENDINGS))),
    )
    made = draw(
        st.lists(
            st.builds(
                replace,
                strategies.reactions(),
                text=texts | st.sampled_from(OPENINGS) | strategies.any_text,
                author=st.sampled_from(authors),
                handle=st.sampled_from(handles),
            ),
            max_size=12,
        )
    )
    return [replace(r, id=f"r{n}") for n, r in enumerate(made)]


@given(batches(), st.randoms(use_true_random=False))
def test_the_partition_ignores_order(reactions, random):
    clusters = dict(zip((r.id for r in reactions), find_clusters(reactions), strict=True))
    shuffled = reactions[:]
    random.shuffle(shuffled)
    again = dict(zip((r.id for r in shuffled), find_clusters(shuffled), strict=True))
    for one, other in product(clusters, clusters):
        assert (clusters[one] == clusters[other]) == (again[one] == again[other])


# Authors who are known: what an unknown one is a copy of hangs on who else is there.
KNOWN = batches(authors=("Vikrant Massey", "Alia Bhatt", "P❄️"), handles=(None,))


@given(KNOWN)
def test_distinct_reactions_have_no_copies_among_them(reactions):
    clusters = find_clusters(reactions)
    first = [r for r, cluster in zip(reactions, clusters, strict=True) if r.id == cluster]
    assert {r.id for r in first} == set(clusters)
    assert find_clusters(first) == tuple(r.id for r in first)


@given(KNOWN)
def test_a_second_printing_adds_no_distinct_reaction(reactions):
    before = find_clusters(reactions)
    again = [replace(r, id=f"again-{r.id}") for r in reactions if r.text.strip()]
    assert len(set(find_clusters([*reactions, *again]))) == len(set(before))


def test_hostile_text_takes_no_time():
    """A megabyte of quotation marks, doubled letters and broken links is read once."""
    texts = ("'" * 10**6, "a" * 10**6, "https://" * 10**5, "x.com/" * 10**5, "RT @" * 10**5)
    reactions = [
        reaction(n, {"article": "1", "author": "A B", "text": text, "url": text})
        for n, text in enumerate(texts)
    ]
    assert len(set(find_clusters(reactions))) == len(texts)


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/pri/status/17?s=20",
        "https://mobile.twitter.com/pri/status/17/photo/1",
        "http://x.com/other/statuses/17",
    ],
)
def test_one_post_has_many_urls(url):
    assert name_post(url) == "twitter 17"


@pytest.mark.parametrize("url", ["https://t.co/abc", "https://x.com/pri", "https://example.com/1"])
def test_other_links_name_no_post(url):
    assert name_post(url) is None

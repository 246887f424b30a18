"""Titles and names that an article gives away."""

import tomllib
from pathlib import Path

import pytest
from growth import grows_with_length
from hypothesis import given
from hypothesis import strategies as st

from sentiment.extract.titles import find_titles
from sentiment.model import Article, Embed

CASES = Path(__file__).parent.parent / "cases"


def article(text: str, **more: object) -> Article:
    return Article(id="0", source="a.txt", text=text, **more)


@pytest.mark.parametrize(
    "case",
    tomllib.loads((CASES / "titles.toml").read_text(encoding="utf-8"))["case"],
    ids=lambda case: case["label"],
)
def test_titles_of_cases(case):
    assert list(find_titles(article(case["text"]))) == case["titles"]


def test_hashtags_of_embeds_count():
    embed = Embed(platform="twitter", text="again! #SadSongs")
    assert find_titles(article("Nothing here.", embeds=(embed,))) == ("Sad Songs",)


def test_seeds_give_their_film(seeds):
    text = (seeds / "003_0e52664d81734c0c.txt").read_text(encoding="utf-8")
    titles = find_titles(article(text))
    assert "12th Fail" in titles
    assert not {"Masterpiece", "Movie", "Outstanding"} & set(titles)


@given(st.text(alphabet="aAbB'\"‘’“” #\n.é1", max_size=200))
def test_any_text_gives_sorted_titles_once(text):
    titles = find_titles(article(text))
    assert list(titles) == sorted(set(titles))


@pytest.mark.parametrize("piece", ["'A ", '"A B', "‘A’", "#Aa", "Aa of ", "«A", "A'", "“‘"])
def test_hostile_text_takes_linear_time(piece):
    assert grows_with_length(lambda text: find_titles(article(text)), piece, short=6_000)

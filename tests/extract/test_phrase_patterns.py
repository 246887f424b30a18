"""Many phrases in one pattern: where a word begins, the longer first, capitals as asked."""

import re

import pytest

from sentiment.extract.phrase_patterns import any_of


@pytest.mark.parametrize(
    ("phrases", "fold", "text", "found"),
    [
        (("the star", "the"), False, "the start of the star", ["the star", "the star"]),
        (("read", "see"), False, "bread, Read and see", ["see"]),
        (("Read more", "Also"), True, "Read MORE; also; Also; bAlso", ["Read MORE", "Also"]),
        (("(photo:", "pic."), False, "a(photo: epic. pic.", ["pic."]),
        (("c++", "c"), False, "c++ or c", ["c++", "c"]),
    ],
)
def test_phrases_are_found(phrases, fold, text, found):
    assert re.findall(any_of(phrases, fold=fold), text) == found

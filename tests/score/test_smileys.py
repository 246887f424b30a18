"""Smileys: what their mouths say."""

import pytest

from sentiment.score.smileys import smiley_valence


@pytest.mark.parametrize("form", [":)", ":-)", ";)", ":d", "=]", "<3", "<33", "\\o/", "^_^", ":')"])
def test_praise(form):
    assert smiley_valence(form) > 0


@pytest.mark.parametrize("form", [":(", ":-(", ":'(", ":/", "</3", "-_-", ":["])
def test_blame(form):
    assert smiley_valence(form) < 0

from __future__ import annotations

import io
import sys

import pytest

from sentiment.cli.explaining import print_explanation
from sentiment.model import Contribution, Explanation, Score

TEXT = "lovely [b]awful[/b] 🔥"
SHARES = (
    Contribution("word", "lovely", 0.5, "lexicon", 0, 6),
    Contribution("word", "awful", -0.25, "lexicon", 10, 15),
    Contribution("word", "the", 0.0, "lexicon", 16, 17),
    Contribution("described", "heart", 0.1, "told in prose"),
    Contribution("base", "", 0.05, "base rate"),
)
GIVEN = Explanation(Score("positive", 0.4, 0.9), SHARES)


class Screen(io.StringIO):
    def isatty(self):
        return True


def shown(monkeypatch, stream, **environment):
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    print_explanation(TEXT, GIVEN, "rules 1")
    return stream.getvalue()


def test_every_share_with_its_bar_and_the_total(monkeypatch):
    lines = shown(monkeypatch, io.StringIO()).splitlines()
    assert lines[0] == TEXT
    rows = {line.split()[0]: line for line in lines[2:] if line.strip()}
    assert "+0.500" in rows["lovely"]
    assert rows["lovely"].count("█") == 16
    assert rows["awful"].count("█") == 8
    assert "told emoji" in rows["heart"]
    assert "the" not in rows
    assert "+0.400" in rows["total"]
    assert "positive, confidence 0.90, by rules 1" in rows["total"]


def test_a_terminal_has_colour_and_words_stay_as_typed(monkeypatch):
    page = shown(monkeypatch, Screen())
    assert "\x1b[34mlovely" in page
    assert "[b]" in page


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_none_is_wanted(monkeypatch, environment):
    assert "\x1b[3" not in shown(monkeypatch, Screen(), **environment)


def test_nothing_to_show_is_a_total(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    print_explanation("", Explanation(Score("neutral", 0.0, 0.4), ()), "rules 1")
    assert "+0.000" in stream.getvalue()

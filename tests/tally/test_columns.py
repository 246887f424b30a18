"""Does the one description of all columns hold together?"""

from __future__ import annotations

import pytest

from sentiment.data.columns import TABLES, columns_of, storable
from sentiment.model import KINDS, PLATFORMS, REACTION_COLUMNS, SENTIMENTS


def test_reactions_have_the_columns_of_the_model():
    assert tuple(column.name for column in columns_of("reactions")) == REACTION_COLUMNS


@pytest.mark.parametrize(
    ("name", "values"), [("kind", KINDS), ("platform", PLATFORMS), ("sentiment", SENTIMENTS)]
)
def test_closed_lists_are_those_of_the_model(name, values):
    (column,) = (column for column in columns_of("reactions") if column.name == name)
    assert column.values == values


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_explained(table):
    for column in columns_of(table):
        assert column.meaning
        assert column.missing
        assert column.bounds is None or column.type == "number"


def test_bounds():
    bounds = {column.name: column.bounds for column in columns_of("reactions")}
    assert (bounds["score"], bounds["confidence"], bounds["text"]) == ((-1, 1), (0, 1), None)


def test_text_that_utf_8_cannot_hold():
    assert storable("a\ud83d b 🔥") == "a\ufffd b 🔥"

"""What is a chart, before and after it is drawn?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sentiment.write.typst_text import Json

Form: TypeAlias = Literal[
    "shares",
    "diverging",
    "units",
    "bars",
    "emoji",
    "columns",
    "histogram",
    "keyness",
    "matrix",
    "none",
]

Cell: TypeAlias = str | int | float | None

_NOT_IN_NAMES: Final = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Chart:
    """One question, the finding that answers it, and the numbers drawn.

    key       the builder's name for it, the same in every language: "platform"
    name      file name without suffix: its English question, "who-reacted-most"
    question  the question, in the report's language
    title     the finding, in a sentence; the question if it was left out
    unit      what is drawn, and in which unit
    alt       what it shows, for those who do not see it
    n         distinct reactions drawn
    note      what to bear in mind; None if there is nothing
    left_out  why it is not drawn; None if it is
    columns   heads of ``rows``, the numbers drawn, as a table
    drawing   the same, worded and scaled for the template ``pages/forms.typ``
    svg, png  where it was written; None before, or if it was left out
    """

    key: str
    name: str
    question: str
    title: str
    unit: str
    alt: str
    n: int
    form: Form = "none"
    note: str | None = None
    left_out: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    drawing: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))
    svg: Path | None = None
    png: Path | None = None


def file_name(question: str) -> str:
    """The file name, without suffix, of the chart that answers an English question."""
    return _NOT_IN_NAMES.sub("-", question.lower()).strip("-")

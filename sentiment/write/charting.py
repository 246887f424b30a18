"""What do all charts have in common: a question, a headline, a word on their n?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sentiment.write.chart_model import Chart, file_name
from sentiment.write.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.write.chart_model import Cell, Form
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

# A column of rows that a page still holds beside other things.
MOST_ROWS: Final = 12
LONGEST_LABEL: Final = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A chart in the making: its key, what it draws on, and the words for it."""

    key: str
    material: Material
    words: Wording

    def _question(self) -> str:
        return self.words.say(f"question.{self.key}")

    def _name(self) -> str:
        return file_name(wording("en").say(f"question.{self.key}"))

    def left_out(self, why: str, **values: object) -> Chart:
        """No chart, and the line that says why."""
        question = self._question()
        reason = self.words.say(f"left-out.{why}", **values)
        return Chart(
            key=self.key,
            name=self._name(),
            question=question,
            title=question,
            unit="",
            alt="",
            n=0,
            left_out=self.words.say("left-out.line", question=question, reason=reason),
        )

    def chart(
        self,
        form: Form,
        title: str,
        rows: Sequence[tuple[Cell, ...]],
        drawing: Mapping[str, Json],
        *,
        columns: tuple[str, ...],
        n: int,
        details: Sequence[str] = (),
        notes: Sequence[str] = (),
        **unit: object,
    ) -> Chart:
        """The chart. details: what the alternative text says beyond title and unit, row by row."""
        subhead = self.words.say(f"unit.{self.key}", **unit)
        said = "; ".join(details)
        return Chart(
            key=self.key,
            name=self._name(),
            question=self._question(),
            title=title,
            unit=subhead,
            alt=" ".join(
                part for part in (f"{title}.", f"{subhead}.", said and f"{said}.") if part
            ),
            n=n,
            form=form,
            note=" ".join(notes) or None,
            columns=columns,
            rows=tuple(rows),
            drawing=drawing,
        )

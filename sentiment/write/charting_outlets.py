"""Which outlets carry what?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import KINDS
from sentiment.write.charting import LONGEST_LABEL, MOST_ROWS, Draft
from sentiment.write.findings import FEWEST
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_LEAST_OUTLETS: Final = 2


def what_outlets_carry(material: Material, words: Wording) -> Chart:
    """Distinct reactions by outlet and kind. One that two outlets print counts in both."""
    draft = Draft("carried", material, words)
    totals: dict[str, int] = {}
    for (outlet, _), n in material.carried.items():
        if outlet is not None:
            totals[outlet] = totals.get(outlet, 0) + n
    total = sum(totals.values())
    if len(totals) < _LEAST_OUTLETS:
        return draft.left_out("few-outlets", n=len(totals))
    if total < FEWEST:
        return draft.left_out("few", n=total, needed=FEWEST)
    ranked = sorted(totals, key=lambda outlet: (-totals[outlet], outlet))
    shown = ranked[:MOST_ROWS]
    kinds = [kind for kind in KINDS if any(material.carried.get((o, kind)) for o in shown)]
    counts = [[material.carried.get((outlet, kind), 0) for kind in kinds] for outlet in shown]
    most = max(max(row) for row in counts)
    drawn: list[Json] = [
        {
            "label": elided(outlet, LONGEST_LABEL),
            "n": words.number(totals[outlet]),
            "cells": [{"text": words.number(n) if n else "–", "shade": n / most} for n in row],
        }
        for outlet, row in zip(shown, counts, strict=True)
    ]
    notes = [words.say("note.in-both")]
    if len(ranked) > len(shown):
        notes.append(words.say("note.more-outlets", n=len(ranked) - len(shown)))
    first = shown[0]
    leads = totals[first] > totals[ranked[1]]
    return draft.chart(
        "matrix",
        words.say(
            "finding.carried" if leads else "finding.carried-even",
            name=elided(first, LONGEST_LABEL),
            n=totals[first],
            outlets=words.number(len(ranked)),
        ),
        [(outlet, totals[outlet], *row) for outlet, row in zip(shown, counts, strict=True)],
        {"heads": [words.named("kind", kind) for kind in kinds], "n": words.say("head.n"),
         "rows": drawn},
        columns=("outlet", "n", *kinds),
        n=total,
        details=[
            words.say("alt.count", name=elided(outlet, LONGEST_LABEL), n=totals[outlet])
            for outlet in shown
        ],
        notes=notes,
    )  # fmt: skip

"""What does a smiley made of signs say: ":)", "<3", ":'("?"""

from __future__ import annotations

from typing import Final

_MOUTHS: Final = (
    *((")", 2.0), ("]", 1.8), ("}", 1.4), ("d", 2.2), ("3", 1.4), ("p", 1.2), ("*", 2.0)),
    *(("(", -2.0), ("[", -1.6), ("{", -1.4), ("/", -1.2), ("\\", -1.2), ("|", -0.8), ("o", -0.2)),
)
_VALENCE: Final = dict(_MOUTHS)
"""Last sign of a smiley, its mouth -> valence, after VADER's for the commonest pairs of eyes."""


def smiley_valence(form: str) -> float:
    """-4 to 4; 0 for a mouth that is not known."""
    if form.startswith("<3") or form in ("\\o/", "^_^", "xd"):
        return 2.0
    if form.startswith(("</", "-", "t")):
        return -1.5
    value = _VALENCE.get(form[-1], 0.0)
    return 1.5 if "'" in form and value > 0 else value

"""How are shares and means figured, and how sure is a share of a small sample?"""

from __future__ import annotations

from math import sqrt
from typing import Final

# The 97.5th percentile of the standard normal distribution: bounds at 95 %.
_Z: Final = 1.959963984540054


def rounded(mean: float) -> float:
    """A mean to four places, as scores are: a report's bytes must hang on no machine's sums."""
    return round(float(mean), 4) + 0.0  # which makes -0.0 a zero


def wilson(part: int, whole: int) -> tuple[float, float]:
    """Bounds, 0 to 1, of the 95 % score interval of ``part`` of ``whole``; (0, 1) of nothing.

    Source: Wilson 1927, "Probable inference, the law of succession, and
    statistical inference", without continuity correction.
    """
    if whole == 0:
        return 0.0, 1.0
    share = part / whole
    spread = _Z * _Z / whole
    middle = (share + spread / 2) / (1 + spread)
    reach = _Z * sqrt(share * (1 - share) / whole + spread / (4 * whole)) / (1 + spread)
    low = 0.0 if part == 0 else max(0.0, middle - reach)
    high = 1.0 if part == whole else min(1.0, middle + reach)
    return low, high

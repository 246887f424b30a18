"""How work grows with its input, told from sizes side by side: no clock's speed counts."""

import time
from collections.abc import Callable

SHORT = 20_000
TIMES = 16
# Linear work takes 16 times as long on 16 times the text; work in the square takes 256 times.
ALLOWED = 80
NOISE = 0.5  # seconds, which a busy machine or a collection of garbage may add


def grows_with_length(work: Callable[[str], object], unit: str, short: int = SHORT) -> bool:
    """Whether `work` on `unit` repeated takes time in proportion to the number of characters."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        work(text)
        return time.process_time() - start

    seconds(short // 10)  # loads word lists and models
    expected = min(seconds(short) for _ in range(2))
    return seconds(TIMES * short) < ALLOWED * expected + NOISE

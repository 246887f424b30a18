"""Which versions, settings and inputs made a report?"""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Final

from sentiment.model import LONGEST_PROSE, LONGEST_READ

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.results import Batch

_DISTRIBUTION: Final = "reaction-sentiment"


def make_manifest(
    batch: Batch,
    *,
    scorer: str,
    settings: Mapping[str, object],
    files: Sequence[Mapping[str, object]],
    notes: Sequence[tuple[str, str]],
    seconds: float,
) -> dict[str, object]:
    """What is needed to make the report again, and what was odd about it.

    files    name, bytes and SHA-256 of each input
    notes    a source and what was mended in it; articles too long to be read
             to their end are added
    seconds  time taken to read, find and score; the only value that differs
             between two runs on the same inputs with the same settings
    """
    return {
        "sentiment": version(_DISTRIBUTION),
        "python": platform.python_version(),
        "packages": package_versions(),
        "scorer": scorer,
        "settings": dict(settings),
        "inputs": [dict(file) for file in files],
        "articles": len(batch.articles),
        "reactions": len(batch.scored),
        "unreadable": [{"source": u.source, "reason": u.reason} for u in batch.unreadable],
        "notes": [{"source": source, "note": note} for source, note in [*notes, *_cut(batch)]],
        "timings": {"analyse_seconds": round(seconds, 3)},
    }


def _cut(batch: Batch) -> list[tuple[str, str]]:
    """The articles that were not read to their end."""
    note = (
        "{:,} code points long: reactions told in prose were looked for in the first "
        f"{LONGEST_PROSE:,}, posts in the first {LONGEST_READ:,}; split it to read all of it"
    )
    return [
        (article.source, note.format(len(article.text)))
        for article in batch.articles
        if len(article.text) > LONGEST_PROSE
    ]


def package_versions() -> dict[str, str]:
    """The versions of the packages that this one needs, by name; extras where installed."""
    found: dict[str, str] = {}
    for requirement in requires(_DISTRIBUTION) or ():
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        if name == _DISTRIBUTION or "extra == 'dev'" in requirement.replace('"', "'"):
            continue
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue  # an extra that is not installed took no part
    return dict(sorted(found.items(), key=lambda pair: pair[0].lower()))

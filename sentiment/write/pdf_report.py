"""How do tables and charts become a printed report: PDF, and its pages as pictures?

The PDF is tagged and meets PDF/UA-1: Typst refuses to write it otherwise. It
bears no date, so that the same batch gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.errors import ReportError
from sentiment.write.page_value import page_value
from sentiment.write.typesetting import typesetter
from sentiment.write.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sentiment.results import Batch, Change, Tables
    from sentiment.write.chart_model import Chart

# 8.3 by 11.7 inches at this many pixels are read on a screen without a squint.
_PAGE_PPI: Final = 120.0


def write_pages(
    tables: Tables,
    batch: Batch,
    charts: tuple[Chart, ...],
    folder: Path,
    *,
    title: str | None = None,
    manifest: Mapping[str, object],
    language: str = "en",
    one_page: bool = False,
    change: Change | None = None,
) -> None:
    """``report.pdf`` and ``pages/page-N.png`` in ``folder``; with one_page also ``one-page.pdf``.

    charts    what ``write_charts`` returned; those left out are named with their reason
    title     the report's; by default it says how many articles it is about
    manifest  "sentiment" (the version) and "scorer" are printed where they are known
    change    since an earlier report, where one is compared with
    Raises ReportError if the folder cannot be written.
    """
    value = page_value(
        tables, batch, charts, wording(language), title=title, manifest=manifest, change=change
    )
    with typesetter("report.typ", value) as typeset:
        document, pictures = typeset("pdf", _PAGE_PPI)[0], typeset("png", _PAGE_PPI)
    short: bytes | None = None
    if one_page:
        with typesetter("one_page.typ", value) as typeset:
            short = typeset("pdf", _PAGE_PPI)[0]
    pages = folder / "pages"
    try:
        pages.mkdir(parents=True, exist_ok=True)
        (folder / "report.pdf").write_bytes(document)
        if short is not None:
            (folder / "one-page.pdf").write_bytes(short)
        for number, picture in enumerate(pictures, start=1):
            (pages / f"page-{number}.png").write_bytes(picture)
    except OSError as error:
        raise ReportError(
            f"{folder} cannot be written ({error.strerror}): choose another folder with -o"
        ) from error

"""How does a batch become a report folder?

Tables, charts and pages are written to a temporary sibling, which takes the
folder's place at the end (see ``folders``). The manifest comes last and names
every file.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sentiment.write.csv_tables import write_tables
from sentiment.write.datapackage import data_package
from sentiment.write.folders import whole_folder
from sentiment.write.manifest import write_json, write_manifest
from sentiment.write.records import rounded_parts
from sentiment.write.workbook import check_workbooks, write_workbook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sentiment.model import Explanation
    from sentiment.results import Batch, Change, Summary, Tables


def write_report(
    tables: Tables,
    batch: Batch,
    folder: Path,
    *,
    manifest: Mapping[str, object],
    title: str | None = None,
    excel: bool = False,
    raw_csv: bool = False,
    language: str = "en",
    one_page: bool = False,
    explanations: Mapping[str, Explanation] | None = None,
    change: Change | None = None,
) -> None:
    """Write the whole report; an earlier one in ``folder`` is replaced when all is done.

    manifest  versions, settings, inputs, timings; what was unreadable and the
              names of the files are added
    excel     a workbook too, ``tables.xlsx``
    raw_csv   CSV cells exactly as they are, even where a spreadsheet would run them
    language  of charts and pages
    one_page  a summary on one page too, ``one-page.pdf``
    explanations  by reaction id: report.html colours the words that moved a score
    change    since an earlier report, where one is compared with
    Raises ReportError if XlsxWriter is needed and missing, or if the folder
    cannot be written or holds anything but a report of ours.
    """
    # Typesetting takes longer to load than tables to write; a caller may never report.
    from sentiment.write.charts import write_charts  # noqa: PLC0415 - see above
    from sentiment.write.html_report import write_html  # noqa: PLC0415 - see above
    from sentiment.write.pdf_report import write_pages  # noqa: PLC0415 - see above

    if excel:
        check_workbooks()
    with whole_folder(folder) as staged:
        write_tables(tables, staged, raw_csv=raw_csv)
        write_json(staged / "summary.json", summary_value(tables.summary, change))
        write_json(staged / "datapackage.json", data_package(staged, title=title, raw_csv=raw_csv))
        if excel:
            write_workbook(tables, staged / "tables.xlsx")
        charts = write_charts(tables, staged / "charts", language=language)
        write_pages(
            tables,
            batch,
            charts,
            staged,
            title=title,
            manifest=manifest,
            language=language,
            one_page=one_page,
            change=change,
        )
        write_html(
            tables,
            batch,
            charts,
            staged / "report.html",
            title=title,
            manifest=manifest,
            language=language,
            explanations=explanations,
            change=change,
        )
        write_manifest(staged, manifest, batch.unreadable)


def summary_value(summary: Summary, change: Change | None) -> dict[str, object]:
    """Every number printed in the report; its changes where an earlier one is compared with."""
    printed: dict[str, object] = asdict(summary)
    return printed if change is None else printed | {"change": rounded_parts(asdict(change))}

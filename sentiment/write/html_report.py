"""How do tables and charts become one page to click through?

The page is a single file that asks for nothing else: its policy forbids every
request, and allows only the style and the scripts it carries, by their hashes.
The table of reactions is kept by TanStack Table (MIT; 41 kB as bundled by
``scripts/vendor_table_library``): it holds filters, order and pages and draws
nothing, so the markup is a native table that needs no inline styles.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sentiment.write.files import whole_file
from sentiment.write.html_data import page_data
from sentiment.write.html_markup import Html, join, script_json, tag
from sentiment.write.html_page import page_body
from sentiment.write.html_rows import carried_rows
from sentiment.write.page_value import page_value
from sentiment.write.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sentiment.model import Explanation
    from sentiment.results import Batch, Change, Tables
    from sentiment.write.chart_model import Chart

# The messages that the script fills in itself.
_SPOKEN: Final = (
    "html.", "sentiment.", "platform.", "kind.", "kind-one.", "language.", "outlet.", "month.",
    "date.day", "number.percent", "people.unknown", "quote.copies",
)  # fmt: skip


def write_html(
    tables: Tables,
    batch: Batch,
    charts: tuple[Chart, ...],
    path: Path,
    *,
    title: str | None = None,
    manifest: Mapping[str, object],
    language: str = "en",
    explanations: Mapping[str, Explanation] | None = None,
    change: Change | None = None,
) -> None:
    """``report.html`` at ``path``: the report to click through, in one file.

    charts        what ``write_charts`` returned; those left out are named with their reason
    title         the report's; by default it says how many articles it is about
    manifest      "sentiment" (the version) and "scorer" are printed where they are known
    explanations  by reaction id: the words that moved a score are coloured where it is known
    change        since an earlier report, where one is compared with
    Raises ReportError if the file cannot be written.
    """
    page = html_page(
        tables, batch, charts, title=title, manifest=manifest, language=language,
        explanations=explanations, change=change,
    )  # fmt: skip
    with whole_file(path) as file:
        file.write(page.encode("utf-8"))


def html_page(
    tables: Tables,
    batch: Batch,
    charts: tuple[Chart, ...],
    *,
    title: str | None,
    manifest: Mapping[str, object],
    language: str,
    explanations: Mapping[str, Explanation] | None = None,
    change: Change | None = None,
) -> str:
    """The page's text. The same batch gives the same text."""
    words = wording(language)
    value = page_value(tables, batch, charts, words, title=title, manifest=manifest, change=change)
    carried = carried_rows(batch.scored, tables.summary)
    data = page_data(carried, batch, tables.summary, explanations) | {
        "language": language,
        "say": {
            key: entry if isinstance(entry, str) else dict(entry)
            for key, entry in words.messages.items()
            if key.startswith(_SPOKEN)
        },
    }
    style = _font_face() + _asset("app.css")
    scripts = [_asset(name) for name in ("table-core.js", "app.js")]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy(style, scripts)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{value['headline']} – {value['title']}"),
        tag("style", Html(style)),
    )
    body = tag(
        "body",
        page_body(value, tables, charts, carried, words),
        tag("script", script_json(data), type="application/json", id="data"),
        *(tag("script", Html(script)) for script in scripts),
    )
    return join(Html("<!doctype html>\n"), tag("html", head, body, lang=language), "\n")


def policy(style: str, scripts: list[str]) -> str:
    """A policy that allows this style and these scripts, and no request at all."""
    known = " ".join(source_hash(script) for script in scripts)
    return (
        f"default-src 'none'; style-src {source_hash(style)}; script-src {known}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def source_hash(source: str) -> str:
    """What a policy calls a style or script that stands in the page."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _font_face() -> str:
    """The serif of headlines and quotations, for Latin letters; see scripts/build_page_font.py."""
    font = (files("sentiment.write") / "html" / "serif.woff").read_bytes()
    return (
        '@font-face { font-family: "Report Serif"; font-weight: 400 600; font-display: swap; '
        f"src: url(data:font/woff;base64,{b64encode(font).decode()}) format('woff'); }}\n"
    )


def _asset(name: str) -> str:
    """A file of the page, which must not end the element it stands in."""
    content = (files("sentiment.write") / "html" / name).read_text(encoding="utf-8")
    return content.replace("</", "<\\/") if name.endswith(".js") else content

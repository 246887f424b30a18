"""A browser for the page: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from write.batches import MANIFEST

from sentiment.write.charts import plan_charts
from sentiment.write.html_report import write_html

HERE = Path(__file__).parent
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
AXE = (
    "axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a',"
    " 'wcag21aa', 'wcag22aa', 'best-practice']}}).then(found => JSON.stringify("
    "found.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html.slice(0, 200))])))"
)


@pytest.fixture(scope="session")
def chromium():
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing
    except ImportError:
        pytest.skip("Playwright is not installed (pip install playwright), so no page is driven")
    place = shutil.which("chromium") or shutil.which("chromium-browser")
    if place is None:
        pytest.skip("no Chromium is installed (apt-get install chromium), so no page is driven")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page, and everything that it complained of or asked for."""

    page: object
    session: object
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def count(self) -> int:
        """How many reactions the page says it shows."""
        return int(self.page.inner_text("#count").split()[0].replace(",", ""))

    def go(self, fragment: str) -> int:
        """Choose by address; the count that comes of it."""
        self.page.evaluate("hash => { location.hash = hash || '#all' }", fragment)
        wanted = fragment or "#all"
        self.page.wait_for_function("hash => location.hash === hash", arg=wanted)
        self.page.wait_for_timeout(30)  # the event comes after the address
        return self.count()

    def violations(self) -> str:
        """What axe finds wrong, as JSON; run past the page's policy, as an extension would."""
        self.session.send(
            "Runtime.evaluate", {"expression": (HERE / "axe.min.js").read_text("utf-8")}
        )
        asked = {"expression": AXE, "awaitPromise": True, "returnByValue": True}
        return self.session.send("Runtime.evaluate", asked)["result"]["value"]


@pytest.fixture
def open_page(chromium):
    contexts = []

    def opened(file, *, width=1280, scheme="light", fragment="", **options):
        height = 844 if width < 600 else 900
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme,
            reduced_motion="reduce", accept_downloads=True, **options,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        session = context.new_cdp_session(page)
        found = Opened(page, session)
        page.on("console", lambda said: found.complaints.append(said.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("request", lambda asked: found.requests.append(asked.url))
        page.goto(f"{file.as_uri()}{fragment}")
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Pages by the name of their batch, each written once."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name, made, language="en"):
        path = folder / f"{name}-{language}.html"
        tables, batch = made
        if not path.exists():
            charts = plan_charts(tables, language=language)
            write_html(tables, batch, charts, path, manifest=MANIFEST, language=language)
        return path

    return write

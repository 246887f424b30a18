"""The pages look as they did when somebody last looked at them and found them good."""

import io
import re
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from write.batches import MANIFEST, hostile_batch, seed_batch

from sentiment.write.charts import plan_charts
from sentiment.write.page_value import page_value
from sentiment.write.typesetting import typesetter
from sentiment.write.wording import wording

HERE = Path(__file__).parent
# Small enough to keep, large enough that a clipped label or a lost bar shows.
PPI = 40
# Mean difference of the grey values, of 255: a changed word stays below, a moved block does not.
TOLERANCE = 3.0
LOOKS = {
    "seeds": (seed_batch, "en", "report.typ"),
    "seeds-hi": (seed_batch, "hi", "report.typ"),
    "seeds-one-page": (seed_batch, "en", "one_page.typ"),
    "hostile": (hostile_batch, "en", "report.typ"),
}


def drawn(case):
    """The pages of a case as small pictures, by file name."""
    batch, language, template = LOOKS[case]
    tables, articles = batch()
    charts = plan_charts(tables, language=language)
    value = page_value(tables, articles, charts, wording(language), title=None, manifest=MANIFEST)
    with typesetter(template, value) as typeset:
        pages = typeset("png", PPI)
    return {f"{case}-{n}.png": grey(page) for n, page in enumerate(pages[:4], start=1)}


def grey(png):
    made = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("L").quantize(16).save(made, "PNG", optimize=True)
    return made.getvalue()


@pytest.mark.parametrize("case", LOOKS)
def test_pages_look_as_they_did(case):
    pages = drawn(case)
    stored = {path.name for path in (HERE / "looks").glob(f"{case}-[0-9].png")}
    assert set(pages) == stored
    for name, page in pages.items():
        now = Image.open(io.BytesIO(page)).convert("L")
        then = Image.open(HERE / "looks" / name).convert("L")
        assert now.size == then.size
        (difference,) = ImageStat.Stat(ImageChops.difference(now, then)).mean
        assert difference < TOLERANCE, f"{name}: run tests/write/redraw_pages.py and look"


def colours(name):
    style = (files("sentiment.write") / "pages" / "style.typ").read_text("utf-8")
    block = re.search(rf"#let {name} = \((.*?)\n\)", style, re.DOTALL).group(1)
    return dict(re.findall(r'(\w+): rgb\("#(\w{6})"\)', block))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_labels_are_told_apart_in_greyscale_and_read_on_white():
    tones, inks = colours("tones"), colours("inks")
    assert set(tones) == set(inks) == {"positive", "neutral", "negative"}
    assert contrast(tones["positive"], tones["negative"]) > 2
    assert contrast(tones["negative"], tones["neutral"]) > 1.5
    assert all(contrast(colour, "ffffff") >= 4.5 for colour in inks.values())

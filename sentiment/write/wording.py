"""How is a fact put into words in the report's language?

Every word a chart or page prints stands in ``data/messages_<language>.toml``.
A message is a template with named places, or a table of templates by number
("one", "other"). Values are put in as they are: a value that looks like a
template is never read as one.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sentiment.errors import DataFileError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final = ("en", "hi")


@dataclass(frozen=True, slots=True)
class Wording:
    """The messages of one language. messages: flat, "section.key" to template or templates."""

    language: str
    messages: Mapping[str, str | Mapping[str, str]]

    def say(self, key: str, **values: object) -> str:
        """The message with its places filled; a whole number n also chooses the form.

        Raises DataFileError if the message is missing or names a place that has no value.
        """
        template = self.messages.get(key)
        if template is None:
            raise DataFileError(f"messages_{self.language}.toml has no '{key}': add it")
        n = values.get("n")
        if not isinstance(template, str):
            template = template["one" if n == 1 else "other"]
        if isinstance(n, int):
            values["n"] = self.number(n)
        try:
            return template.format_map(values)
        except KeyError as error:
            raise DataFileError(
                f"messages_{self.language}.toml, '{key}': no value for {error}"
            ) from error

    def has(self, key: str) -> bool:
        """Whether there is such a message."""
        return key in self.messages

    def number(self, n: int) -> str:
        """A count, its thousands set apart."""
        return f"{n:,}"

    def share(self, part: float) -> str:
        """A share of 0 to 1 as a percentage; never 0 % or 100 % of something that is neither."""
        if 0 < part < 0.005:  # noqa: PLR2004  # what would be rounded to nothing
            return self.say("number.under-one")
        if 0.995 <= part < 1:  # noqa: PLR2004  # what would be rounded to everything
            return self.say("number.over-99")
        return self.say("number.percent", value=int(100 * part + 0.5))

    def score(self, value: float) -> str:
        """A score with its sign, to two places, with a true minus."""
        return self.signed(value, 2)

    def signed(self, value: float, digits: int = 0) -> str:
        """A number with its sign, which zero has not; thousands set apart, a true minus."""
        rounded = round(value, digits)
        return f"{rounded:+,.{digits}f}".replace("-", "−") if rounded else f"{0:.{digits}f}"

    def ratio(self, value: float) -> str:
        """How many to one: whole from three on, to one place below."""
        whole = value >= 3  # noqa: PLR2004  # as the docstring says
        return self.number(int(value + 0.5)) if whole else f"{value:.1f}"

    def day(self, iso: str) -> str:
        """An ISO date in words; what is no date, as it is."""
        try:
            day = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        month = self.say(f"month.{day.month}")
        return self.say("date.day", day=day.day, month=month, year=day.year)

    def named(self, section: str, name: str) -> str:
        """The printed name of a value such as a platform; the value itself if it has none."""
        key = f"{section}.{name.lower()}"
        return self.say(key) if self.has(key) else name


@cache
def wording(language: str) -> Wording:
    """The messages of a language.

    Raises UsageError for a language without a message file, DataFileError for
    a malformed one.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no messages in '{language}': choose one of {', '.join(LANGUAGES)}")
    name = f"messages_{language}.toml"
    content = (files("sentiment.data") / name).read_text(encoding="utf-8")
    return Wording(language, parse_messages(content, name))


def parse_messages(content: str, name: str) -> dict[str, str | Mapping[str, str]]:
    """The messages of a TOML text, flat. Raises DataFileError naming the file and the place."""
    try:
        sections = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"{name}: {error}") from error
    flat: dict[str, str | Mapping[str, str]] = {}
    for section, entries in sections.items():
        if not isinstance(entries, dict):
            raise DataFileError(f"{name}: '{section}' stands outside a section")
        for key, entry in entries.items():
            numbered = isinstance(entry, dict) and set(entry) == {"one", "other"}
            if not isinstance(entry, str) and not numbered:
                raise DataFileError(
                    f"{name}: '{section}.{key}' is neither a text nor {{one, other}}"
                )
            flat[f"{section}.{key}"] = entry
    return flat

"""How does a comparison read on one page?

One HTML file without scripts, pictures or links: it opens anywhere, prints, and
asks nothing of any network. All that comes from articles is escaped.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sentiment.write.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sentiment.results import Comparison, Difference, EmojiLine, PersonLine

# Lines of a list; the rest stands in the tables beside the page.
_MOST: Final = 25
_WIDTH: Final = 220
_POINTS: Final = 100

_HEADS: Final = {
    "platform": "Platforms",
    "kind": "Kinds of reaction",
    "language": "Languages",
    "outlet": "Outlets",
}


def comparison_page(found: Comparison, *, title: str | None = None) -> str:
    """The page, whole."""
    heading = title or f"{found.name_b} against {found.name_a}"
    parts = [
        f"<h1>{_safe(heading)}</h1>",
        f'<p class="lead">{_safe(headline(found))}</p>',
        _sizes(found),
        _section(
            "Sentiment",
            _table(found, found.labels, "Share of each label among distinct reactions"),
            f'<p class="note">{_safe(_mix(found))} {_safe(_mean(found))}</p>',
        ),
    ]
    for key, head in _HEADS.items():
        if len(found.volumes[key]) > 1:  # of one group everything is said above
            parts.append(
                _section(
                    head,
                    _table(found, found.groups[key], "Share of positive reactions in each", key),
                    _table(found, found.volumes[key], "Share of all distinct reactions", key),
                )
            )
    parts += [
        _section(
            "Emoji",
            _table(found, found.emoji, "Share of distinct reactions that carry it"),
            _list(f"Only {found.name_b}", map(_emoji, found.new_emoji)),
            _list(f"Only {found.name_a}", map(_emoji, found.gone_emoji)),
        ),
        _section(
            "People",
            _list(f"Only {found.name_b}", map(_person, found.new_people)),
            _list(f"Only {found.name_a}", map(_person, found.gone_people)),
        ),
        f"<footer><h2>How this was tested</h2>{_method(found)}</footer>",
    ]
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(heading)}</title>\n<style>{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{''.join(part for part in parts if part)}</main>\n</body>\n</html>\n"
    )


def _style() -> str:
    return (files("sentiment.write") / "html" / "compare.css").read_text(encoding="utf-8")


def headline(found: Comparison) -> str:
    """What changed most, in a sentence; that nothing clearly did, if so."""
    clear = [difference for difference in found.labels if difference.clear]
    if not clear:
        if not found.labels:
            return "One side holds no reaction, so there is nothing to compare."
        return "The mix of positive, neutral and negative reactions has not clearly changed."
    most = max(clear, key=lambda difference: (abs(difference.difference), difference.name))
    way = "larger" if most.difference > 0 else "smaller"
    return (
        f"The share of {most.name} reactions is {way}: "
        f"{_percent(most.part_b, most.of_b)} ({found.name_b}) against "
        f"{_percent(most.part_a, most.of_a)} ({found.name_a}), a difference of "
        f"{_points(most.difference)} points (95 % interval "
        f"{_points(most.low)} to {_points(most.high)})."
    )


def _safe(text: str) -> str:
    """Text for HTML: escaped, without the characters that no document may hold."""
    kept = "".join(
        sign if sign >= " " and not "\ud800" <= sign <= "\udfff" and sign != "\x7f" else " "
        for sign in text
    )
    return escape(kept)


def _section(head: str, *parts: str) -> str:
    body = "".join(parts)
    return f"<section><h2>{_safe(head)}</h2>{body}</section>\n" if body else ""


def _sizes(found: Comparison) -> str:
    rows = "".join(
        f'<tr><th scope="row">{_safe(name)}</th><td>{a:,}</td><td>{b:,}</td></tr>'
        for name, a, b in found.sizes
    )
    return (
        '<div class="wide"><table><caption>What is compared</caption><thead><tr><td></td>'
        f'<th scope="col">{_safe(found.name_a)}</th><th scope="col">{_safe(found.name_b)}</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _table(found: Comparison, lines: Sequence[Difference], caption: str, section: str = "") -> str:
    """section: where the messages name the lines' values, such as platforms."""
    if not lines:
        return ""
    shown = sorted(lines, key=lambda line: (line.adjusted, -(line.part_a + line.part_b)))[:_MOST]
    words = wording("en")
    rows = "".join(_row(line, words.named(section, line.name)) for line in shown)
    rest = len(lines) - len(shown)
    more = f" {rest:,} more in differences.csv." if rest > 0 else ""
    return (
        f'<div class="wide"><table><caption>{_safe(caption)}.{more}</caption><thead><tr><td></td>'
        f'<th scope="col">{_safe(found.name_a)}</th><th scope="col">{_safe(found.name_b)}</th>'
        '<th scope="col">difference, points</th><th scope="col">95 % interval</th>'
        '<td></td><th scope="col">p, adjusted</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>\n"
    )


def _row(line: Difference, name: str) -> str:
    return (
        f'<tr{" class=clear" if line.clear else ""}><th scope="row">{_safe(name)}</th>'
        f"<td>{_percent(line.part_a, line.of_a)} of {line.of_a:,}</td>"
        f"<td>{_percent(line.part_b, line.of_b)} of {line.of_b:,}</td>"
        f'<td class="figure">{_points(line.difference)}</td>'
        f"<td>{_points(line.low)} to {_points(line.high)}</td>"
        f"<td>{_interval(line)}</td><td>{_safe(_p(line.adjusted))}</td></tr>"
    )


def _interval(line: Difference) -> str:
    """The difference and its interval on a scale from -100 to 100 points."""

    def at(share: float) -> str:
        return f"{(share + 1) / 2 * _WIDTH:.1f}"

    middle = at(0.0)
    return (
        f'<svg width="{_WIDTH}" height="14" viewBox="0 0 {_WIDTH} 14" aria-hidden="true">'
        f'<line x1="{middle}" y1="0" x2="{middle}" y2="14" stroke="var(--soft)"/>'
        f'<line x1="{at(line.low)}" y1="7" x2="{at(line.high)}" y2="7" stroke="var(--line)" '
        f'stroke-width="3"/><circle cx="{at(line.difference)}" cy="7" r="4.5" '
        'fill="var(--line)"/></svg>'
    )


def _list(head: str, entries: Iterable[str]) -> str:
    every = list(entries)
    if not every:
        return ""
    shown = "".join(f"<li>{_safe(entry)}</li>" for entry in every[:_MOST])
    rest = len(every) - _MOST
    more = f"<li>and {rest:,} more, in the tables beside this page</li>" if rest > 0 else ""
    return f"<h3>{_safe(head)} ({len(every):,})</h3><ul>{shown}{more}</ul>\n"


def _emoji(line: EmojiLine) -> str:
    sign = f"{line.emoji} " if line.emoji else "told in words: "
    mean = _score(line.mean)
    return f"{sign}{line.name}: in {line.reactions:,} distinct, mean score {mean}"


def _person(person: PersonLine) -> str:
    account = person.handle and person.handle != person.author
    handle = f" (@{person.handle})" if account else ""
    return (
        f"{person.author}{handle}: {person.distinct:,} distinct, mean score {_score(person.mean)}"
    )


def _mix(found: Comparison) -> str:
    if found.labels_p is None:
        return ""
    return f"That both have the same mix of labels: p {_p(found.labels_p)}."


def _mean(found: Comparison) -> str:
    mean = found.mean
    if mean.mean_a is None or mean.mean_b is None or mean.difference is None:
        return ""
    a, b = _score(mean.mean_a), _score(mean.mean_b)
    said = f"Mean score {a} ({found.name_a}) and {b} ({found.name_b})"
    if mean.low is None or mean.high is None or mean.p is None:
        return f"{said}."
    return (
        f"{said}: a difference of {_score(mean.difference)} "
        f"(95 % interval {_score(mean.low)} to {_score(mean.high)}, p {_p(mean.p)})."
    )


def _method(found: Comparison) -> str:
    shared = (
        f"{found.shared:,} reactions stand in both; the tests take the two for independent, "
        "so differences are, if anything, larger than they look. "
        if found.shared
        else ""
    )
    return (
        "<p>Shares are of distinct reactions: copies of one count once. Intervals of differences "
        "are Newcombe's (1998, method 10), p values those of Fisher's exact test, adjusted "
        "within each table after Holm; lines in bold stay under 0.05. The mix of labels is "
        "tested by chi-square, with drawn tables where few are expected; means by Welch's test, "
        "or with few scores by bootstrap and permutation. "
        f"{shared}Articles choose which reactions they print: a difference may be theirs, not "
        "the public's.</p>"
    )


def _percent(part: int, of: int) -> str:
    return f"{part / of:.0%}".replace("%", " %")


def _points(share: float) -> str:
    return wording("en").signed(share * _POINTS)


def _score(value: float) -> str:
    return wording("en").score(value)


def _p(value: float) -> str:
    return "< 0.001" if value < 0.001 else f"{value:.3f}"  # noqa: PLR2004 - no more is meant

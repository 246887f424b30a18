"""With what does a reader choose among the reactions?

The table itself is filled by the script; here stand its head, its filters and
the places that the script writes into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.model import SENTIMENTS
from sentiment.write.html_links import UNKNOWN
from sentiment.write.html_markup import Html, join, tag
from sentiment.write.html_rows import STRONGEST, emoji_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sentiment.results import Group, Tables
    from sentiment.write.html_rows import Carried
    from sentiment.write.wording import Wording

# A list of choices longer than this is better searched.
_MOST_CHOICES: Final = 300
_LONGEST_CHOICE: Final = 60
_SORTS: Final = ("order", "praise", "blame", "sure", "newest", "oldest", "person", "copies")
_COLUMNS: Final = ("words", "person", "verdict", "where", "date", "source")
# What sorts by the head of a column: upwards and downwards.
_SORTABLE: Final = frozenset({"person", "verdict", "date"})


def controls(tables: Tables, carried: Carried, words: Wording) -> Html:
    """The filters, the table's frame, and where the script says how many rows there are."""
    summary = tables.summary
    shown, every = words.number(carried.distinct), words.number(summary.distinct)
    strongest = words.number(STRONGEST)
    note = None
    if not carried.whole:
        part = carried.distinct < summary.distinct
        note = words.say("html.sample" if part else "html.sample-once",
                         shown=shown, all=every, strongest=strongest)  # fmt: skip
    copies = carried.whole and summary.reactions > summary.distinct
    return join(
        tag("p", words.say("html.intro")),
        tag("p", note, class_="note sample") if note else None,
        tag("p", words.say("html.marks"), class_="note", id="marks", hidden=True),
        tag("noscript", tag("p", words.say("html.no-script"))),
        tag("form", _search(words), _facets(tables, words), _copies(words) if copies else None,
            id="filters", role="search", aria_label=words.say("html.filters"), hidden=True),
        tag("div", tag("ul", id="chips", aria_label=words.say("html.active")),
            tag("p", id="count", role="status", aria_live="polite"),
            tag("button", words.say("html.export"), type="button", id="export"),
            id="bar", hidden=True),
        _table(words),
        tag("nav", id="pager", aria_label=words.say("html.pages"), hidden=True),
    )  # fmt: skip


def _search(words: Wording) -> Html:
    sorts = (tag("option", words.say(f"html.sort-{name}"), value=name) for name in _SORTS)
    return tag(
        "div",
        _field("q", words.say("html.search"), tag("input", type="search", id="f-q", name="q",
                                                  autocomplete="off", spellcheck="false")),
        _field("sort", words.say("html.sort"), tag("select", *sorts, id="f-sort", name="sort")),
        class_="first",
    )  # fmt: skip


def _field(name: str, label: str, control: Html) -> Html:
    return tag("p", tag("label", label, for_=f"f-{name}"), control)


def _facets(tables: Tables, words: Wording) -> Html:
    """A list of choices for everything that sets reactions apart; none for what does not."""
    summary = tables.summary
    titles = dict(zip(tables.articles["article"], tables.articles["title"], strict=True))

    def title(name: str) -> str:
        known = titles.get(name)
        return known if isinstance(known, str) and known.strip() else name

    labels = [(s.sentiment, words.say(f"sentiment.{s.sentiment}"), s.distinct)
              for s in summary.shares if s.distinct]  # fmt: skip
    groups: list[tuple[str, list[tuple[str, str, int]]]] = [
        ("label", sorted(labels, key=lambda c: SENTIMENTS.index(c[0]))),
        ("platform", _choices(summary.by_platform, lambda n: words.named("platform", n))),
        ("kind", _choices(summary.by_kind, lambda n: words.named("kind", n))),
        ("language", _choices(summary.by_language, lambda n: words.named("language", n))),
        ("outlet", _choices(summary.by_outlet, lambda n: words.named("outlet", n))),
        ("article", _choices(summary.by_article, title)),
        ("person", [(p.author, p.author, p.distinct) for p in
                    sorted(summary.people, key=lambda p: (-p.distinct, p.author))]),
        ("emoji", [(emoji_key(e.emoji), f"{e.emoji} {e.name}", e.reactions)
                   for e in summary.emoji if e.emoji]),
    ]  # fmt: skip
    lists = [_select(name, found, words) for name, found in groups if len(found) > 1]
    dates = [_date(name, words) for name in ("from", "to")] if len(summary.by_date) > 1 else []
    return tag("div", *lists, *dates, class_="facets")


def _choices(groups: Iterable[Group], name: Callable[[str], str]) -> list[tuple[str, str, int]]:
    return [("" if g.name in UNKNOWN else g.name, name(g.name), g.n) for g in groups if g.n]


def _select(name: str, found: Sequence[tuple[str, str, int]], words: Wording) -> Html:
    options = [
        # "=" before the value keeps the unknown apart from no choice at all
        tag("option", f"{_short(shown)} ({words.number(n)})", value=f"={value}")
        for value, shown, n in found[:_MOST_CHOICES]
    ]
    every = tag("option", words.say("html.any"), value="")
    select = tag("select", every, *options, id=f"f-{name}", name=name, data_facet=True)
    return _field(name, words.say(f"html.{name}"), select)


def _short(shown: str) -> str:
    return shown if len(shown) <= _LONGEST_CHOICE else f"{shown[: _LONGEST_CHOICE - 1]}…"


def _date(name: str, words: Wording) -> Html:
    return _field(name, words.say(f"html.{name}"),
                  tag("input", type="date", id=f"f-{name}", name=name))  # fmt: skip


def _copies(words: Wording) -> Html:
    return tag(
        "p",
        tag("input", type="checkbox", id="f-copies", name="copies"),
        tag("label", words.say("html.copies"), for_="f-copies"),
        tag("span", words.say("html.copies-share"), class_="soft"),
        class_="check",
    )


def _table(words: Wording) -> Html:
    heads = []
    for name in _COLUMNS:
        said = words.say(f"html.column-{name}")
        inside = tag("button", said, type="button", data_sort=name) if name in _SORTABLE else said
        heads.append(tag("th", inside, scope="col", role="columnheader", data_column=name))
    return tag(
        "table",
        tag("caption", words.say("html.caption"), class_="unseen"),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", role="rowgroup", id="rows"),
        id="table",
        role="table",
        hidden=True,
    )

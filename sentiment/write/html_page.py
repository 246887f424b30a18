"""Which parts has the page, in which order, and what do they say?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sentiment.write.html_controls import controls
from sentiment.write.html_figures import figures
from sentiment.write.html_links import by_group
from sentiment.write.html_markup import Html, fragment, join, tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.results import PersonLine, Tables
    from sentiment.write.chart_model import Chart
    from sentiment.write.html_rows import Carried
    from sentiment.write.wording import Wording

_SECTIONS: Final = {
    "overall": ("overall", "scores"),
    "places": ("platform", "kind", "time", "article", "outlet", "carried", "language"),
    "emoji": ("emoji", "together", "words"),
    "people": ("people", "to-whom", "copied"),
}
_MOST_PEOPLE: Final = 200
_MOST_ARTICLES: Final = 500
# A list longer than this is opened by whoever wants it.
_MOST_OPEN: Final = 12


def page_body(
    value: Mapping[str, Any],
    tables: Tables,
    charts: Sequence[Chart],
    carried: Carried,
    words: Wording,
) -> Html:
    """Everything a reader sees before the script adds the table of reactions.

    value  what the printed pages say, from ``page_value``
    """
    found = {chart.key: chart for chart in charts}
    sections = {
        name: figures([found[key] for key in keys if key in found], words)
        for name, keys in _SECTIONS.items()
    }
    people = _people(tables.summary.people, words)
    parts = [(name, words.say(f"page.section-{name}"), inside) for name, inside in sections.items()]
    parts[-1] = (*parts[-1][:2], join(parts[-1][2], people))
    parts += [
        ("reactions", words.say("html.section-reactions"), controls(tables, carried, words)),
        ("articles", words.say("page.section-articles"), _articles(value, tables, words)),
        ("method", words.say("page.section-method"), _method(value, words)),
    ]
    if value["change"]:
        parts.insert(0, ("change", value["change"]["head"], _changed(value["change"])))
    shown = [(name, head, inside) for name, head, inside in parts if inside]
    links = (tag("li", tag("a", head, href=f"#{name}")) for name, head, _ in shown)
    return join(
        tag("a", words.say("html.skip"), href="#reactions", class_="skip"),
        _header(value, words),
        tag("nav", tag("ul", *links), aria_label=words.say("html.contents")),
        tag("main", *(_section(*part) for part in shown), id="main"),
        tag("footer", tag("h2", words.say("page.section-credits")),
            tag("p", words.say("html.credit-serif")), tag("p", words.say("html.credit-table")),
            *(tag("p", line) for line in value["credits"] if _holds_here(line))),
    )  # fmt: skip


def _holds_here(credit: str) -> bool:
    """Whether a credit is due on this page, which uses the reader's own letters and emoji."""
    return "VADER" in credit or "sentiment" in credit


def _section(name: str, head: str, inside: Html) -> Html:
    return tag("section", tag("h2", head, id=f"{name}-head", tabindex=-1), inside, id=name,
               aria_labelledby=f"{name}-head")  # fmt: skip


def _header(value: Mapping[str, Any], words: Wording) -> Html:
    keys = (
        tag("div", tag("dt", key["label"], tag("span", key["note"], class_="soft"),
                       tag("span", key["change"], class_="change") if key["change"] else None),
            tag("dd", key["number"]))
        for key in value["keys"]
    )  # fmt: skip
    return tag(
        "header",
        tag("div", tag("p", value["title"], class_="kicker"),
            tag("p", value["period"], class_="period") if value["period"] else None,
            tag("button", "", type="button", id="theme", hidden=True), class_="band"),
        tag("h1", value["headline"]),
        tag("p", value["standfirst"], class_="standfirst"),
        tag("dl", *keys, class_="keys"),
        tag("p", words.say("page.counting"), " ", words.say("html.file"), class_="note"),
    )  # fmt: skip


def _changed(value: Mapping[str, Any]) -> Html:
    """What differs from an earlier report; a label's share leads to its reactions."""
    rows = (
        tag(
            "tr",
            tag("th", row["what"], scope="row"),
            tag("td", row["before"], class_="number"),
            tag("td", _chooses(row["now"], {"label": row["label"]}) if row["label"]
                else row["now"], class_="number"),
            tag("td", tag("span", row["by"], class_="strong" if row["clear"] else None),
                tag("span", " · ".join(filter(None, (row["interval"], row["verdict"]))),
                    class_="beside")),
        )
        for row in value["rows"]
    )  # fmt: skip
    return join(
        tag("p", value["finding"], class_="finding"),
        tag("p", value["against"], class_="note"),
        _table(value["head"], value["heads"], rows) if value["rows"] else None,
        tag("p", value["note"], class_="note") if value["note"] else None,
    )


def _people(people: Sequence[PersonLine], words: Wording) -> Html:
    if not people:
        return tag("p", words.say("page.people-none"), class_="note")
    ranked = sorted(people, key=lambda p: (-p.distinct, -p.reactions, p.author, p.handle or ""))
    heads = ("person", "handle", "platform", "distinct", "reactions")
    rows = (
        tag(
            "tr",
            tag("th", _chooses(p.author, {"person": p.author}), scope="row"),
            tag("td", f"@{p.handle}" if p.handle else "–"),
            tag("td", words.named("platform", p.platform) if p.platform else "–"),
            tag("td", words.number(p.distinct), class_="number"),
            tag("td", words.number(p.reactions), class_="number"),
            tag("td", f"{p.positive} / {p.neutral} / {p.negative}", class_="number"),
            tag("td", words.score(p.mean), class_="number"),
        )
        for p in ranked[:_MOST_PEOPLE]
    )
    named = [*(words.say(f"page.column-{head}") for head in heads),
             words.say("html.column-numbers"), words.say("page.column-mean")]  # fmt: skip
    rest = len(ranked) - _MOST_PEOPLE
    said = words.say("page.people-all")
    return tag(
        "details",
        tag("summary", said),
        _table(said, named, rows),
        tag("p", words.say("html.more-people", n=rest), class_="note") if rest > 0 else None,
        class_="listing",
    )


def _articles(value: Mapping[str, Any], tables: Tables, words: Wording) -> Html:
    sources = [str(name) for name in tables.articles["article"]]
    by_name = {group.name: group for group in tables.summary.by_article}
    titles = tables.articles["title"].tolist()
    rows = []
    for source, title in list(zip(sources, titles, strict=True))[:_MOST_ARTICLES]:
        group = by_name.get(source)
        printed = title if isinstance(title, str) and title.strip() else source
        counts = (group.positive, group.neutral, group.negative) if group else (0, 0, 0)
        rows.append(
            tag(
                "tr",
                tag("th", _chooses(printed[:160], by_group("article", source))
                    if group and group.n else printed[:160],
                    tag("span", source[:160], class_="soft") if printed != source else None,
                    scope="row"),
                tag("td", words.number(group.n if group else 0), class_="number"),
                tag("td", words.number(group.reactions if group else 0), class_="number"),
                tag("td", " / ".join(map(str, counts)), class_="number"),
                tag("td", words.score(group.mean) if group and group.mean is not None else "–",
                    class_="number"),
            )
        )  # fmt: skip
    heads = [words.say(f"page.column-{name}") for name in ("article", "distinct", "reactions")]
    heads += [words.say("html.column-numbers"), words.say("page.column-mean")]
    rest = len(sources) - _MOST_ARTICLES
    listed = (
        join(
            _table(words.say("page.section-articles"), heads, rows),
            tag("p", words.say("page-note.more-articles", n=rest), class_="note")
            if rest > 0
            else None,
        )
        if rows
        else tag("p", words.say("page.articles-none"))
    )
    if len(rows) > _MOST_OPEN:
        said = words.say("key.articles", n=len(sources))
        head = tag("summary", f"{words.number(len(sources))} {said}")
        listed = tag("details", head, listed, class_="listing")
    return join(
        listed,
        _unreadable(value["unreadable"], words),
    )


def _unreadable(value: Mapping[str, Any], words: Wording) -> Html | None:
    if not value["rows"]:
        return None
    said = words.say("page.unreadable")
    heads = [words.say("page.column-source"), words.say("page.column-reason")]
    rows = (
        tag("tr", tag("th", bad["source"], scope="row"), tag("td", bad["reason"]))
        for bad in value["rows"]
    )
    rest = tag("p", value["rest"], class_="note") if value["rest"] else None
    return join(tag("h3", said), _table(said, heads, rows), rest)


def _method(value: Mapping[str, Any], words: Wording) -> Html:
    """What the printed pages say of the method, less the marks that only printing needs."""
    printing = words.say("method.6-head")
    parts = (
        tag("div", tag("h3", part["head"]), tag("p", part["body"]))
        for part in value["method"]
        if part["head"] != printing
    )
    return tag("div", *parts, class_="method")


def _chooses(said: str, wanted: Mapping[str, str]) -> Html:
    return tag("a", said, href=fragment(wanted), data_filter=True)


def _table(caption: str, heads: Sequence[str], rows: Any) -> Html:  # noqa: ANN401 - any iterable of rows
    table = tag(
        "table",
        tag("caption", caption, class_="unseen"),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *rows),
    )
    return tag("div", table, class_="scroll", tabindex=0, role="group", aria_label=caption)

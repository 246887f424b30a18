"""What do the printed pages say, part by part, before they are set?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.write.changes import change_value, key_changes
from sentiment.write.charting_overall import overall_finding
from sentiment.write.charting_people import printed_name
from sentiment.write.charts import chart_value
from sentiment.write.material import material_of
from sentiment.write.page_quotes import strongest_quotes, web_link
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sentiment.model import Article
    from sentiment.results import Batch, Change, Group, PersonLine, Tables
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_LONGEST_TITLE: Final = 90
_LONGEST_NAME: Final = 60
_LONGEST_REASON: Final = 240
_MOST_PEOPLE: Final = 30
_MOST_UNREADABLE: Final = 40
# Forty pages of lines; nobody reads on in print, and every page is a picture too.
_MOST_ARTICLES: Final = 1200


def page_value(
    tables: Tables,
    batch: Batch,
    charts: Sequence[Chart],
    words: Wording,
    *,
    title: str | None,
    manifest: Mapping[str, object],
    change: Change | None = None,
) -> dict[str, Json]:
    """Everything the template ``pages/report.typ`` prints, in the words of the language.

    change  since an earlier report, where one is compared with
    """
    quoted = (*tables.summary.strongest_positive, *tables.summary.strongest_negative)
    material = material_of(tables, only=frozenset(quoted))
    period = _period(material, words)
    lines = _articles(material, batch, words)
    named = (
        elided(title, _LONGEST_TITLE)
        if title and title.strip()
        else words.say("page.title", n=material.summary.articles)
    )
    version = str(manifest.get("sentiment") or "")
    return {
        "lang": words.language,
        "title": named,
        "period": period,
        "headline": overall_finding(material, words),
        "standfirst": _standfirst(material, words),
        "keys": _keys(material, words, key_changes(change, words)),
        "change": change_value(change, words),
        "charts": {chart.key: chart_value(chart) for chart in charts if chart.left_out is None},
        "left-out": [chart.left_out for chart in charts if chart.left_out is not None],
        "quotes": strongest_quotes(material, words),
        "people": _people(material, words),
        "articles": lines[:_MOST_ARTICLES],
        "articles-rest": words.say("page-note.more-articles", n=len(lines) - _MOST_ARTICLES)
        if len(lines) > _MOST_ARTICLES
        else "",
        "unreadable": _unreadable(batch, words),
        "method": _method(words, str(manifest.get("scorer") or words.say("page.scorer"))),
        "credits": [words.say(f"credits.{n}") for n in range(1, 5)]
        + [words.say("credits.made-with", version=version).strip()],
        "say": {
            key.removeprefix("page."): words.say(key)
            for key, entry in words.messages.items()
            if key.startswith("page.") and isinstance(entry, str) and "{" not in entry
        },
    }


def _period(material: Material, words: Wording) -> str:
    first, last = material.summary.first_published, material.summary.last_published
    if first is None or last is None:
        return ""
    if first[:10] == last[:10]:
        return words.day(first)
    return words.say("date.range", first=words.day(first), last=words.day(last))


def _standfirst(material: Material, words: Wording) -> str:
    summary = material.summary
    if not summary.reactions:
        return words.say("standfirst.nothing", n=summary.articles)
    said = [
        words.say(
            "standfirst.found",
            n=summary.reactions,
            articles=words.say("standfirst.articles", n=summary.articles),
        ),
        words.say("standfirst.distinct", n=summary.distinct)
        if summary.distinct != summary.reactions
        else words.say("standfirst.no-copies"),
        words.say("standfirst.authors", n=summary.authors) if summary.authors else "",
    ]
    return " ".join(part for part in said if part)


def _keys(material: Material, words: Wording, changes: Mapping[str, str]) -> list[Json]:
    """The key numbers, each with what it counts, and its change where that is known."""
    summary = material.summary
    entries = [
        ("articles", summary.articles, words.say("key.articles-note",
                                                 n=summary.articles_with_reactions)),
        ("reactions", summary.reactions, words.say("key.reactions-note")),
        ("distinct", summary.distinct, words.say("key.distinct-note")),
        (
            "authors",
            summary.authors,
            words.say("key.authors-note" if summary.anonymous else "key.authors-all",
                      n=summary.anonymous),
        ),
        ("emoji", summary.emoji_reactions, words.say("key.emoji-note",
                                                     all=words.number(summary.distinct))),
    ]  # fmt: skip
    keys: list[Json] = [
        {"number": words.number(n), "label": words.say(f"key.{name}", n=n), "note": note,
         "change": changes.get(name, "")}
        for name, n, note in entries
    ]  # fmt: skip
    mean = "–" if summary.mean is None else words.score(summary.mean)
    keys.append({"number": mean, "label": words.say("key.mean"), "note": words.say("key.mean-note"),
                 "change": changes.get("mean", "")})  # fmt: skip
    return keys


def _people(material: Material, words: Wording) -> dict[str, Json]:
    people = sorted(
        material.summary.people, key=lambda p: (-p.distinct, -p.reactions, p.author, p.handle or "")
    )
    rest = len(people) - _MOST_PEOPLE
    return {
        "rows": [_person(person, words) for person in people[:_MOST_PEOPLE]],
        "rest": words.say("page-note.more-people", n=rest) if rest > 0 else "",
    }


def _person(person: PersonLine, words: Wording) -> dict[str, Json]:
    own = person.handle and person.handle.casefold() != person.author.lstrip("@").casefold()
    return {
        "author": printed_name(person, words, _LONGEST_NAME),
        "handle": elided(f"@{person.handle}", _LONGEST_NAME) if own else "",
        "platform": words.named("platform", person.platform) if person.platform else "",
        "distinct": words.number(person.distinct),
        "counts": [person.positive, person.neutral, person.negative],
        "score": words.score(person.mean),
    }


def _articles(material: Material, batch: Batch, words: Wording) -> list[Json]:
    """Every article's line, in input order; without the articles, in the summary's order."""
    groups = {group.name: group for group in material.summary.by_article}
    if batch.articles:
        known = {article.source: article for article in batch.articles}
        names = list(known) + [name for name in groups if name not in known]
    else:
        known, names = {}, list(groups)
    return [_article(name, known.get(name), groups.get(name), words) for name in names]


def _article(
    name: str, article: Article | None, group: Group | None, words: Wording
) -> dict[str, Json]:
    title = elided(article.title, _LONGEST_TITLE) if article and article.title else ""
    about = [
        elided(name, _LONGEST_TITLE) if title else "",
        elided(article.outlet, _LONGEST_NAME) if article and article.outlet else "",
        words.day(article.published) if article and article.published else "",
    ]
    counts = [group.positive, group.neutral, group.negative] if group else [0, 0, 0]
    return {
        "title": title or elided(name, _LONGEST_TITLE),
        "about": " · ".join(part for part in about if part),
        "url": web_link(article.url) if article else "",
        "distinct": words.number(group.n if group else 0),
        "reactions": words.number(group.reactions if group else 0),
        "counts": counts,
        "score": words.score(group.mean) if group and group.mean is not None else "–",
    }


def _unreadable(batch: Batch, words: Wording) -> dict[str, Json]:
    rest = len(batch.unreadable) - _MOST_UNREADABLE
    return {
        "rows": [
            {"source": elided(bad.source, _LONGEST_TITLE),
             "reason": elided(bad.reason, _LONGEST_REASON)}
            for bad in batch.unreadable[:_MOST_UNREADABLE]
        ],
        "rest": words.say("page-note.more-unreadable", n=rest) if rest > 0 else "",
    }  # fmt: skip


def _method(words: Wording, scorer: str) -> list[Json]:
    paragraphs: list[Json] = []
    for number in range(1, 20):
        key = f"method.{number}"
        if not words.has(key):
            break
        head = words.say(f"method.{number}-head")
        paragraphs.append({"head": head, "body": words.say(key, scorer=elided(scorer, 120))})
    return paragraphs

"""Who reacted, how and how often, to whom, and whose words were printed most?"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from sentiment.write.charting import LONGEST_LABEL, MOST_ROWS, Draft
from sentiment.write.findings import FEWEST
from sentiment.write.person_names import person_names, person_of
from sentiment.write.typst_text import elided

if TYPE_CHECKING:
    from sentiment.results import PersonLine
    from sentiment.write.chart_model import Chart
    from sentiment.write.material import Material
    from sentiment.write.typst_text import Json
    from sentiment.write.wording import Wording

_MENTION: Final = re.compile(r"(?<![\w@.])@(\w{2,30})")
_REPEATED: Final = 2  # mentions of one person from which the chart says more than a list
_LONGEST_QUOTE: Final = 110


def who_reacted(material: Material, words: Wording) -> Chart:
    """The people with most distinct reactions, each reaction by its label."""
    draft = Draft("people", material, words)
    people = sorted(
        material.summary.people, key=lambda p: (-p.distinct, -p.reactions, p.author, p.handle or "")
    )
    if not people:
        return draft.left_out("no-people")
    if people[0].distinct < 2:  # noqa: PLR2004  # a ranking of ones
        return draft.left_out("people-once", n=len(people))
    several = [person for person in people if person.distinct > 1]
    shown = several[:MOST_ROWS]
    drawn: list[dict[str, Json]] = [_person_row(person, words) for person in shown]
    notes = []
    if len(several) > len(shown):
        notes.append(words.say("note.more-people", n=len(several) - len(shown)))
    once = len(people) - len(several)
    if once:
        notes.append(words.say("note.people-once", n=once))
    if material.summary.anonymous:
        notes.append(words.say("note.anonymous", n=material.summary.anonymous))
    return draft.chart(
        "units",
        _finding(people, material, words),
        [(p.author, p.handle, p.positive, p.neutral, p.negative, p.mean) for p in shown],
        {
            "rows": drawn,
            "most": max(p.distinct for p in shown),
            "heads": {
                key: words.say(f"sentiment.{key}") for key in ("positive", "neutral", "negative")
            }
            | {"mean": words.say("head.mean")},
        },
        columns=("author", "handle", "positive", "neutral", "negative", "mean"),
        n=sum(p.distinct for p in shown),
        details=[
            words.say(
                "alt.group", name=printed_name(p, words), n=p.distinct,
                positive=p.positive, neutral=p.neutral, negative=p.negative,
            )
            for p in shown
        ],
        notes=notes,
    )  # fmt: skip


def printed_name(person: PersonLine, words: Wording, longest: int = LONGEST_LABEL) -> str:
    """The name as printed; a name of nothing but blanks is none."""
    return elided(person.author, longest) or words.say("people.unknown")


def _person_row(person: PersonLine, words: Wording) -> dict[str, Json]:
    where = words.named("platform", person.platform) if person.platform else ""
    handle = f"@{person.handle}" if person.handle and person.handle != person.author else ""
    return {
        "label": printed_name(person, words, LONGEST_LABEL // 2),
        "sub": elided(", ".join(part for part in (handle, where) if part), LONGEST_LABEL // 2),
        "counts": [person.positive, person.neutral, person.negative],
        "text": words.number(person.distinct),
        "score": words.score(person.mean),
    }


def _finding(people: list[PersonLine], material: Material, words: Wording) -> str:
    first = people[0]
    values = {
        "name": printed_name(first, words),
        "n": first.distinct,
        "people": words.number(material.summary.authors),
        "all": words.number(material.summary.distinct),
    }
    leads = len(people) == 1 or first.distinct > people[1].distinct
    return words.say("finding.people-lead" if leads else "finding.people", **values)


def _addressed(
    material: Material,
) -> tuple[Counter[tuple[str, str]], dict[tuple[str, str], set[str]]]:
    """Who names whom in how many reactions, and by which handles, in lower case."""
    names = person_names(material.summary)
    speakers = [person_of(voice.author, voice.handle, names) for voice in material.voices]
    known = {
        voice.handle.lower(): speaker
        for voice, speaker in zip(material.voices, speakers, strict=True)
        if voice.handle and speaker
    }
    pairs: Counter[tuple[str, str]] = Counter()
    handles: dict[tuple[str, str], set[str]] = {}
    typed: dict[str, str] = {}
    for voice, speaker in zip(material.voices, speakers, strict=True):
        named: set[tuple[str, str]] = set()
        for mention in _MENTION.findall(voice.text):
            handle = mention.lower()
            other = known.get(handle) or f"@{typed.setdefault(handle, mention)}"
            if speaker and speaker != other and handle != (voice.handle or "").lower():
                named.add((speaker, other))
                handles.setdefault((speaker, other), set()).add(handle)
        pairs.update(named)
    return pairs, handles


def who_to_whom(material: Material, words: Wording) -> Chart:
    """Whose reactions name whom, by @mention. Mentions of oneself do not count."""
    draft = Draft("to-whom", material, words)
    pairs, handles = _addressed(material)
    ranked = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    total = sum(pairs.values())
    if total < FEWEST:
        return draft.left_out("no-mentions", n=total, needed=FEWEST)
    targets: Counter[str] = Counter()
    for (_, target), n in ranked:
        targets[target] += n
    top, top_n = min(targets.items(), key=lambda item: (-item[1], item[0]))
    if top_n < _REPEATED:
        return draft.left_out("no-repeats", needed=_REPEATED)
    drawn: list[dict[str, Json]] = [
        {
            "label": words.say(
                "people.to", one=elided(one, LONGEST_LABEL // 2),
                other=elided(other, LONGEST_LABEL // 2),
            ),
            "value": n,
            "text": words.number(n),
            "handles": sorted(handles[one, other]),
        }
        for (one, other), n in ranked[:MOST_ROWS]
    ]  # fmt: skip
    notes = []
    if len(ranked) > MOST_ROWS:
        notes.append(words.say("note.more-pairs", n=len(ranked) - MOST_ROWS))
    return draft.chart(
        "bars",
        words.say("finding.to-whom", name=elided(top, LONGEST_LABEL), n=top_n),
        [(one, other, n) for (one, other), n in ranked[:MOST_ROWS]],
        {"rows": drawn, "most": ranked[0][1]},
        columns=("author", "named", "reactions"),
        n=total,
        details=[words.say("alt.count", name=str(row["label"]), n=int(str(row["value"])))
                 for row in drawn],
        notes=notes,
    )  # fmt: skip


def most_copied(material: Material, words: Wording) -> Chart:
    """The reactions that were printed most often."""
    draft = Draft("copied", material, words)
    copied = sorted(
        (voice for voice in material.voices if voice.copies > 1),
        key=lambda v: (-v.copies, v.id),
    )
    if not copied:
        return draft.left_out("no-copies")
    shown = copied[: MOST_ROWS - 4]  # each takes two lines
    drawn: list[dict[str, Json]] = [
        {
            "label": words.say("quote.marks", text=elided(voice.text, _LONGEST_QUOTE)),
            "sub": elided(voice.person or words.say("people.unknown"), LONGEST_LABEL),
            "value": voice.copies,
            "text": words.number(voice.copies),
        }
        for voice in shown
    ]
    first = copied[0]
    who = elided(first.person or words.say("people.unknown"), LONGEST_LABEL)
    notes = []
    if len(copied) > len(shown):
        notes.append(words.say("note.more-copied", n=len(copied) - len(shown)))
    return draft.chart(
        "bars",
        words.say("finding.copied", name=who, n=first.copies),
        [(voice.id, voice.person, voice.copies) for voice in shown],
        {"rows": drawn, "most": first.copies},
        columns=("id", "author", "printed"),
        n=len(copied),
        details=[words.say("alt.count", name=str(row["label"]), n=int(str(row["value"])))
                 for row in drawn],
        notes=notes,
    )  # fmt: skip

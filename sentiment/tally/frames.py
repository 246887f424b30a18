"""What do a batch's reactions come to as a data frame, and its clusters as another?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentiment.data.columns import columns_of, storable
from sentiment.model import record
from sentiment.tally.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from sentiment.data.columns import TableName
    from sentiment.model import ScoredReaction


def frame_of(table: TableName, columns: Mapping[str, Sequence[object]]) -> pd.DataFrame:
    """A table with its columns in order, exactly typed.

    Strings are pandas' ``string`` with ``NA`` for unknown, whole numbers
    ``Int64``, other numbers ``Float64``, lists Python lists.
    """
    import pandas as pd  # noqa: PLC0415 - half a second, for those who need a table

    kinds = {"integer": "Int64", "number": "Float64", "list": "object"}
    made: dict[str, pd.Series] = {}
    for column in columns_of(table):
        cells: Iterable[object] = columns[column.name]
        if column.type == "string":
            made[column.name] = _strings(cells)
        else:
            made[column.name] = pd.Series(list(cells), dtype=kinds[column.type])
    return pd.DataFrame(made)


def _strings(cells: Iterable[object]) -> pd.Series:
    import pandas as pd  # noqa: PLC0415 - see frame_of

    text = list(cells)
    try:
        return pd.Series(text, dtype=pd.StringDtype("pyarrow"))
    except UnicodeEncodeError:  # rare, and looking at each cell beforehand is dear
        text = [storable(cell) if isinstance(cell, str) else cell for cell in text]
        return pd.Series(text, dtype=pd.StringDtype("pyarrow"))


def reaction_frame(scored: Sequence[ScoredReaction]) -> pd.DataFrame:
    """One row a reaction, ``model.REACTION_COLUMNS`` in order."""
    records = [record(reaction) for reaction in scored]
    names = [column.name for column in columns_of("reactions")]
    return frame_of("reactions", {name: [row[name] for row in records] for name in names})


def distinct_frame(reactions: pd.DataFrame, scored: Sequence[ScoredReaction]) -> pd.DataFrame:
    """One row a distinct reaction, in the order in which they are first seen.

    Words, score and label are those of the reaction the cluster is named for,
    or of its first if that one is not in the batch. What it lacks, its copies
    give: one outlet names the platform, another the author. Further columns:
    ``person`` (the author's key), ``day`` (posted, else published) and
    ``copies`` (how many reactions it stands for).
    """
    import pandas as pd  # noqa: PLC0415 - see frame_of

    people = find_people([reaction.reaction for reaction in scored])
    frame = reactions.assign(
        person=pd.Series(people, dtype=pd.StringDtype("pyarrow"), index=reactions.index),
        day=reactions["posted_at"].fillna(reactions["published"]).str.slice(0, 10),
        language=reactions["language"].mask(reactions["language"] == "und"),
        place=range(len(reactions)),
    )
    named_first = frame.assign(copy=frame["id"] != frame["cluster"]).sort_values(
        "copy", kind="stable"
    )
    lists = ["emoji", "described_emoji"]
    groups = named_first.drop(columns=lists).groupby("cluster", sort=False)
    distinct = groups.first().assign(copies=groups.size())
    distinct["place"] = frame.groupby("cluster", sort=False)["place"].min()
    distinct["language"] = distinct["language"].fillna("und")
    for name, cells in zip(lists, _emoji_of(named_first), strict=True):
        distinct[name] = cells.reindex(distinct.index)
    return distinct.sort_values("place", kind="stable").reset_index()


def _emoji_of(named_first: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """For each cluster the emoji typed and those told.

    Where a copy shows what the first printing dropped, it counts; but an emoji
    that is typed in one printing is not told once more in another.
    """
    import pandas as pd  # noqa: PLC0415 - see frame_of

    typed: dict[str, list[str]] = {}
    told: dict[str, list[str]] = {}
    own: dict[str, bool] = {}
    columns = (named_first[name] for name in ("cluster", "emoji", "described_emoji"))
    for cluster, here, described in zip(*columns, strict=True):
        if cluster not in typed:
            typed[cluster], told[cluster], own[cluster] = here, described, bool(here)
        else:
            typed[cluster] = typed[cluster] or here
            told[cluster] = told[cluster] or ([] if own[cluster] else described)
    for cluster, kept in typed.items():
        if kept and not own[cluster]:
            told[cluster] = []
    return pd.Series(typed, dtype=object), pd.Series(told, dtype=object)

"""How is a table kept exactly, types and all?

No time and no machine's name goes into a file: the same rows give the same
bytes. Each column carries its meaning, as ``data/columns.tsv`` has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sentiment.data.columns import columns_of, storable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import BinaryIO

    import pyarrow as pa

    from sentiment.data.columns import TableName

# Large enough to compress, small enough that a stream of records stays small in memory.
GROUP: Final = 50_000


def schema_of(table: TableName) -> pa.Schema:
    """The Arrow schema of a table."""
    import pyarrow as pa  # noqa: PLC0415 - a tenth of a second, for those who need it

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "list": pa.list_(pa.string()),
    }
    return pa.schema(
        [
            pa.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"description": column.meaning, "unit": column.unit},
            )
            for column in columns_of(table)
        ]
    )


def write_parquet(
    table: TableName, groups: Iterable[Mapping[str, Sequence[object]]], file: BinaryIO
) -> None:
    """Rows as a Parquet file, group after group, each as the cells of every column."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - see schema_of

    schema = schema_of(table)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in groups:
            writer.write_table(_arrow(group, schema), row_group_size=GROUP)


def _arrow(columns: Mapping[str, Sequence[object]], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415 - see schema_of

    arrays: list[pa.Array] = []
    for field in schema:
        cells = columns[field.name]
        try:
            arrays.append(pa.array(cells, type=field.type))
        except UnicodeEncodeError:  # rare, and looking at each cell beforehand is dear
            arrays.append(pa.array([_storable(value) for value in cells], type=field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _storable(value: object) -> object:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [storable(item) for item in value]
    return value

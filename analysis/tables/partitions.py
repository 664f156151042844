"""The folders that the rows of a part stand in: one a table, or by outlet and month, named as Hive names them.

`quotations/outlet=The%20Island%20Post/month=2020-01`: DuckDB, pandas and Spark read both as columns.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from analysis.tables.schemas import arrow_schema

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

UNKNOWN = "__HIVE_DEFAULT_PARTITION__"  # which is read as null
LONGEST = 200  # bytes of a folder's name; file systems take 255


def placed(tables: dict[str, "pd.DataFrame"], *, partitioned: bool) -> Iterator[tuple[str, "pa.Table"]]:
    """The tables, each with its folder; `partitioned`: in pieces, by outlet and month of the article.

    A piece lacks the outlet, which its folder names. A table without rows stands in the first folder all the same.
    """
    import pyarrow as pa

    found = {name: _plain(name, frame) for name, frame in tables.items()}
    if not partitioned:
        yield from found.items()
        return
    articles = found["articles"].select(["article_id", "outlet", "published"]).to_pylist()
    folders = {row["article_id"]: _folder(row["outlet"], row["published"]) for row in articles}
    for name, table in found.items():
        rows: dict[str, list[int]] = {} if len(table) else {min(folders.values()): []}
        for number, key in enumerate(table["article_id"].to_pylist()):
            rows.setdefault(folders[key], []).append(number)
        table = table.select([column for column in table.column_names if column != "outlet"])
        for folder, numbers in sorted(rows.items()):
            yield f"{name}/{folder}", table.take(pa.array(numbers, pa.int64()))


def _plain(name: str, frame: "pd.DataFrame") -> "pa.Table":
    """A table without the note on its types that pandas would stumble over when it reads lists."""
    import pyarrow as pa

    return pa.Table.from_pandas(frame, arrow_schema(name), preserve_index=False).replace_schema_metadata(None)


def _folder(outlet: str | None, published: str | None) -> str:
    return f"outlet={_named(outlet)}/month={_named(published)[:7] if published else UNKNOWN}"


def _named(value: str | None) -> str:
    """A value as it may stand in a file's name anywhere; what is too long is cut."""
    while value and len(quote(value, safe="")) > LONGEST:
        value = value[:-1]
    name = quote(value or UNKNOWN, safe="")
    return f"{name[:-1]}%2E" if name.endswith(".") else name  # which Windows takes off

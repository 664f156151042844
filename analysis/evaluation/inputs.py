"""What is given: a set of gold, told by how its folder is laid out, and tables, from files or from the kit itself."""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.evaluation.chains import read_gum, read_meantime
from analysis.evaluation.judged import LAYERS
from analysis.evaluation.open_gold import is_open_gold, read_open
from analysis.evaluation.public import ATTRIBUTIONS, CHAINS, NAMES, TARGETS, TIMEXES, TRIPLETS
from analysis.evaluation.published import read_newsmtsc, read_polnear, read_seesaw, read_timeml
from analysis.evaluation.records import Document, Gold, Row, Tables
from analysis.records import Article, ArticleReading

READ = ("articles", "entities", "mentions", "quotations", "stances", "dates")
STANDARD = {"shown": True, "confidence": 1.0}  # of tables that have no such column
NEEDED = {
    "entities": ("entity_id", "name", "kind"),
    "mentions": ("entity_id", "start", "end", "form"),
    "quotations": ("source_start", "source_end", "cue_start", "cue_end", "content_start", "content_end"),
    "stances": ("holder_id", "holder", "target_id", "target", "polarity", "evidence_start", "evidence_end"),
    "dates": ("start", "end", "value"),
}
ACCEPTED = (
    "the open gold (articles.csv, texts/), PolNeAR (text/, attributions/), SEESAW (articles/, annotations/, meta/), "
    "GUM (*.conllu, also in dep/), MEANTIME (*.xml in CAT, also in folders), TimeML (*.tml), NewsMTSC (*.jsonl)"
)
RISKY = ("=", "+", "-", "@", "\t", "\r")  # before such text the tables' CSV has an apostrophe


class Layout(NamedTuple):
    """Files of a folder that tell a set, if there are any."""

    folder: Path

    def files(self, *patterns: str) -> list[Path]:
        """The files of the first pattern that has some."""
        return next((found for one in patterns if (found := sorted(self.folder.glob(one)))), [])

    def has(self, *folders: str) -> bool:
        """Whether all these folders are there."""
        return all((self.folder / name).is_dir() for name in folders)


def read_gold(path: Path, part: str | None = None) -> Gold:
    """A set of gold, told by its layout; `part` is `test` where the open gold is not asked for `train` or `all`.

    Raises ValueError with what was found and what is accepted where it is none that is known, or has no such part.
    """
    if not path.exists():
        raise ValueError(f"there is no {path}; accepted are {ACCEPTED}")
    here = Layout(path)
    if path.is_file():
        gold = _newsmtsc([path]) if path.suffix == ".jsonl" else None
    elif is_open_gold(path):
        gold = Gold(f"the open gold ({part or 'test'})", list(read_open(path)), LAYERS)
    elif here.has("text", "attributions"):
        gold = Gold("PolNeAR", list(read_polnear(path)), (ATTRIBUTIONS,))
    elif here.has("articles", "annotations", "meta"):
        gold = Gold("SEESAW", list(read_seesaw(path)), (TRIPLETS,))
    else:
        gold = _by_files(here)
    if gold is None or not gold.documents:
        raise ValueError(f"{path} is no set of gold that is known: found {_found(path)}; accepted are {ACCEPTED}")
    return _part_of(gold, part or ("test" if gold.layers is LAYERS else "all"))


def _part_of(gold: Gold, part: str) -> Gold:
    parts = sorted({one.part for one in gold.documents if one.part})
    if part != "all" and part not in parts:
        raise ValueError(f"--part {part!r}: the parts of {gold.name} are {', '.join([*parts, 'all'])}")
    return gold._replace(documents=[one for one in gold.documents if part in ("all", one.part)])


def _by_files(here: Layout) -> Gold | None:
    if files := here.files("*.conllu", "dep/*.conllu"):
        return Gold("GUM", list(read_gum(files)), (NAMES, CHAINS))
    if here.files("**/*.tml"):
        return Gold("TimeML", list(read_timeml(here.folder)), (TIMEXES,))
    files = [file for file in here.files("*.xml", "*/*.xml") if "ENTITY_MENTION" in file.read_text(encoding="utf-8")]
    if files:
        return Gold("MEANTIME", list(read_meantime(files)), (CHAINS,))
    return _newsmtsc(here.files("*.jsonl"))


def _newsmtsc(files: list[Path]) -> Gold | None:
    sentences = [file for file in files if '"sentence_normalized"' in file.open(encoding="utf-8").readline()]
    return Gold("NewsMTSC", list(read_newsmtsc(sentences)), (TARGETS,)) if sentences else None


def _found(path: Path) -> str:
    """What a folder holds, in brief: `3 folders (a, b, c), 2 .txt`."""
    if path.is_file():
        return f"a file {path.suffix or path.name}"
    folders = sorted(one.name for one in path.iterdir() if one.is_dir())
    files = Counter(one.suffix or one.name for one in path.iterdir() if one.is_file())
    parts = [f"folders {', '.join(folders[:5])}{' ...' if len(folders) > 5 else ''}"] if folders else []
    return "; ".join([*parts, *(f"{n} {suffix}" for suffix, n in files.most_common(4))]) or "nothing"


def articles_of(gold: Gold) -> Iterator[Article]:
    """The articles of a set, laid out as the kit lays out a text; those it refuses come without paragraphs."""
    from analysis.article import read_text
    from analysis.article.drafts import unread

    for document in gold.documents:
        try:
            yield read_text(document.text, article_id=document.article_id, published=document.published)
        except ValueError as error:
            yield unread(document.article_id, "", str(error))


def rows_by_article(readings: Iterable[ArticleReading]) -> dict[str, Tables]:
    """The rows of readings, as they would stand in tables."""
    from analysis.tables.rows import rows_of

    return {
        reading.article.article_id: {name: [Row(**row) for row in rows] for name, rows in rows_of(reading).items()}
        for reading in readings
    }


def load_tables(folder: Path) -> dict[str, Tables]:
    """The rows of a folder of tables, by article: Parquet, or CSV where there is none.

    Raises ValueError where a table that is read, or a column of it, is missing.
    """
    found: dict[str, dict[str, list[Row]]] = {}
    for name in READ:
        for row in _rows(folder, name):
            if name == "articles":
                found[row["article_id"]] = defaultdict(list)
            elif row["article_id"] in found:
                found[row["article_id"]][name].append(Row(**row))
    return {key: {name: tables[name] for name in READ} for key, tables in found.items()}


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    from analysis.tables.schemas import SCHEMAS

    parquet, plain = folder / f"{name}.parquet", folder / f"{name}.csv"
    if not folder.is_dir() or not (parquet.is_file() or plain.is_file()):
        lacks = f"it has neither {parquet.name} nor {plain.name}" if folder.is_dir() else "there is none"
        raise ValueError(f"{folder} is no folder of tables: {lacks}; `readout tables PATH --out {folder}` writes one")
    rows = _read_parquet(parquet) if parquet.is_file() else list(_read_csv(plain, name))
    missing = [one for one in ("article_id", *NEEDED.get(name, ())) if rows and one not in rows[0]]
    if missing:
        raise ValueError(f"the table {name!r} in {folder} has no column {', '.join(missing)}")
    empty = dict.fromkeys(SCHEMAS[name].columns) | STANDARD
    return [{**empty, **row} for row in rows]


def _read_parquet(file: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    return pq.read_table(file).to_pylist()


def _read_csv(file: Path, name: str) -> Iterator[dict[str, Any]]:
    from analysis.tables.schemas import arrow_schema

    kinds = {field.name: str(field.type) for field in arrow_schema(name)}
    csv.field_size_limit(2**30)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        for row in csv.DictReader(opened):
            try:
                yield {column: _cell(words, kinds.get(column, "string")) for column, words in row.items() if column}
            except ValueError as error:
                raise ValueError(f"{file}: {row.get('article_id')}: {error}") from None


def _cell(words: str | None, kind: str) -> Any:
    """A cell of a table's CSV as what it is."""
    if words is None or words == "":
        return None
    if kind.startswith("list"):
        return json.loads(words)
    if kind in ("int64", "double"):
        return int(float(words)) if kind == "int64" else float(words)
    if kind == "bool":
        return words.lower() in ("true", "1", "yes")
    return words[1:] if words.startswith("'") and words[1:].startswith(RISKY) else words


def missing_from(gold: Gold, tables: dict[str, Tables], what: str) -> int:
    """How many articles of a set are not in some tables.

    Raises ValueError where none is.
    """
    known = [one for one in gold.documents if one.article_id in tables]
    if not known:
        first: Document = gold.documents[0]
        there = f"they have {min(tables)!r}" if tables else "they have none"
        raise ValueError(f"{what} has no article of {gold.name}, such as {first.article_id!r}; {there}")
    return len(gold.documents) - len(known)

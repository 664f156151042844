"""Records become tables that keep to their schemas, on disk too."""

import csv
import json
from dataclasses import replace

import pandas as pd
import pytest

from analysis.records import (
    Article,
    ArticleReading,
    Cast,
    Entity,
    Mention,
    Problem,
    Quotation,
    Span,
    Stance,
    TimeExpression,
)
from analysis.tables import SCHEMAS, TableWriter, check, frames, read_tables
from analysis.tables.store import CHUNK

TEXT = "=SUM(A1) says no\n\nAda Obi said it was over."


def record(article_id: str = "a") -> ArticleReading:
    article = Article(
        article_id=article_id, text=TEXT, source="a.txt", headline=Span(0, 16), paragraphs=(Span(18, len(TEXT)),)
    )
    said = Quotation(
        content=(Span(31, 33), Span(38, 42)), kind="indirect", source=Span(18, 25), cue=Span(26, 30), within=None
    )
    cast = Cast(
        entities=(Entity(entity_id="e1", name="Ada Obi", kind="person", aliases=("Ada Obi",)),),
        mentions=(Mention(start=18, end=25, text="Ada Obi", form="name", entity_id="e1"),),
    )
    stance = Stance(
        holder_id="e1",
        target_id="e1",
        polarity="oppose",
        score=-0.5,
        basis="quotation",
        evidence=Span(18, 42),
        quotation=0,
    )
    return ArticleReading(
        article=article,
        sentences=(Span(18, 43),),
        n_words=7,
        cast=cast,
        quotations=(said,),
        sources=(("e1",),),
        stances=(stance,),
        dates=(TimeExpression(start=31, end=33, text="it", type="DATE", value="2020"),),
        problems=(Problem(stage="reading", message="nothing"),),
    )


def test_every_row_says_what_the_text_says_at_its_offsets():
    tables = frames([record()])
    said = tables["quotations"].iloc[0]
    assert said.content == "it … over"
    assert [TEXT[start:end] for start, end in said.content_spans] == ["it", "over"]
    assert (said.source, said.source_id, said.cue) == ("Ada Obi", "e1", "said")
    mention = tables["mentions"].iloc[0]
    assert TEXT[mention.start : mention.end] == mention.text
    assert (mention.paragraph, mention.sentence) == (1, 1)
    assert tables["stances"].iloc[0].quotation_id == said.quotation_id
    assert tables["entities"].iloc[0].n_mentions == 1


def test_a_source_without_entity_keeps_its_words():
    tables = frames([replace(record(), sources=((),))])
    assert tables["quotations"].iloc[0].source == "Ada Obi"
    assert pd.isna(tables["quotations"].iloc[0].source_id)


@pytest.mark.parametrize("readings", [[], [record()], [record("a"), record("b")]])
def test_tables_come_back_from_disk_as_they_were(tmp_path, readings):
    with TableWriter(tmp_path) as out:
        for reading in readings:
            out.add(reading)
    kept, made = read_tables(tmp_path), frames(readings)
    assert set(kept) == set(SCHEMAS)
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(kept[name], made[name])
        assert (tmp_path / f"{name}.csv").is_file()


def test_many_articles_are_written_chunk_by_chunk(tmp_path):
    with TableWriter(tmp_path) as out:
        for n in range(CHUNK + 1):
            out.add(record(f"a{n}"))
    assert len(read_tables(tmp_path)["articles"]) == CHUNK + 1
    assert len(pd.read_csv(tmp_path / "articles.csv")) == CHUNK + 1


def test_csv_runs_nothing_in_a_spreadsheet(tmp_path):
    with TableWriter(tmp_path) as out:
        out.add(record())
    row = pd.read_csv(tmp_path / "articles.csv").iloc[0]
    assert row.headline == "'=SUM(A1) says no"
    assert json.loads(pd.read_csv(tmp_path / "quotations.csv").iloc[0].content_spans) == [[31, 33], [38, 42]]
    assert pd.read_csv(tmp_path / "stances.csv").iloc[0].score == -0.5


def test_a_failure_leaves_the_folder_as_it_was(tmp_path):
    with TableWriter(tmp_path) as out:
        out.add(record())
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(RuntimeError, match="power"), TableWriter(tmp_path) as out:
        out.add(record("b"))
        raise RuntimeError("power cut")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_failure_at_the_very_end_leaves_the_folder_as_it_was_too(tmp_path):
    broken = replace(record(), sources=(("nobody",),))
    with pytest.raises(KeyError), TableWriter(tmp_path) as out:
        out.add(broken)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_of_a_text_stay_in_its_field(tmp_path, end):
    made = record()
    text = TEXT.replace("\n\n", end)
    with TableWriter(tmp_path) as out:
        out.add(replace(made, article=replace(made.article, text=text, byline="A\rB")))
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    assert dict(zip(header, row, strict=True))["byline"] == "A\rB"
    assert row[-1] == f"'{text}"
    assert b'"A\rB"' in (raw := (tmp_path / "articles.csv").read_bytes()) and not raw.endswith(b"\r\n")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("entities", "kind", "animal"),
        ("stances", "score", 2.0),
        ("stances", "polarity", "likes"),
        ("mentions", "start", 30),
        ("mentions", "start", -1),
        ("mentions", "end", 2**62 + 1),
        ("dates", "type", None),
    ],
)
def test_a_table_that_breaks_its_schema_is_refused_by_name(table, column, value):
    made = frames([record()])[table]
    made[column] = pd.Series([value], dtype=made[column].dtype)
    with pytest.raises(ValueError, match=rf"'{table}'.*\b{column}\b"):
        check(table, made)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(ValueError, match="is no folder of saved tables"):
        read_tables(tmp_path)
    with TableWriter(tmp_path) as out:
        out.add(record())
    (tmp_path / "roles.parquet").unlink()
    with pytest.raises(ValueError, match=r"holds no roles\.parquet$"):
        read_tables(tmp_path)

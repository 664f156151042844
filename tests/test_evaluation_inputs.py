"""`readout evaluate`: sets told by their layout, tables in either form, what the checker finds, errors in one line."""

import csv
import json
import sys

import pandas as pd
import pytest
from made_gold import conllu, open_gold, polnear, seesaw
from made_reading import READING, TEXT

from analysis import cli
from analysis.evaluation import faults, load_tables, read_gold

TIMEML = """<?xml version="1.0"?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-01-15">today</TIMEX3></DCT>
<TEXT>On <TIMEX3 tid="t1" type="DATE" value="2020-01-13">Monday</TIMEX3> she <EVENT>left</EVENT> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.</TEXT></TimeML>"""
BRAT = """T1\tSource 0 7\tAna Obi
T2\tCue 8 12\tsaid
T3\tContent 13 17;20 27\tthat ... it went
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3"""
SENTENCE = {"sentence_normalized": "Berg lied.", "targets": [{"from": 0, "to": 4, "polarity": 2.0}]}
MEANTIME = (
    '<Document><token t_id="1" sentence="0">Berg</token><Markables><ENTITY_MENTION m_id="1"/></Markables></Document>'
)


@pytest.fixture
def run(monkeypatch, capsys):
    """run(arguments...) -> status, output, standard error."""

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["readout", "evaluate", *map(str, arguments)])
        try:
            cli.main()
            status = 0
        except SystemExit as end:
            status = end.code or 0
        return status, *capsys.readouterr()

    return call


def place(words, prefix=""):
    start = TEXT.index(words)
    return {f"{prefix}start": start, f"{prefix}end": start + len(words)}


QUOTED = "The tram <script>alert(1)</script> will come."
ROWS = {
    "entities": [{"name": "Ida Berg", "kind": "person", "quote": "Ida Berg", **place("Ida Berg")}],
    "quotations": [
        {"source": "She", **place("She", "source_"), "cue": "told", **place("told", "cue_"), "kind": "direct"}
        | {"content": QUOTED, "content_spans": "{start}-{end}".format(**place(QUOTED))}
    ],
    "stances": [
        {"holder": "Ida Berg", "target": "tram plan", "polarity": "support", "told_by": "author", "central": "yes"}
        | {"evidence": "backed the tram plan", **place("backed the tram plan")}
    ],
    "dates": [{"text": "Monday", "value": "2020-03-02", **place("Monday")}],
}


@pytest.fixture
def gold(tmp_path):
    rows = {name: [{"article_id": "tram", **row} for row in found] for name, found in ROWS.items()}
    return open_gold(tmp_path / "gold", {"tram": TEXT}, **rows)


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    READING.save(folder)
    return folder


def test_each_set_is_told_by_its_layout(tmp_path, gold):
    polnear(tmp_path / "polnear", "Ana Obi said that x it went.", BRAT)
    seesaw(tmp_path / "seesaw", "Berg praised Obi.", ("Berg", "POS", "Obi"))
    conllu(tmp_path / "gum/dep/a.conllu", "¶ Berg (1-person-new-cf1-1-coref)")
    for name, content in (
        ("meantime/a/1_a.xml", MEANTIME),
        ("timeml/x/a.b.tml", TIMEML),
        ("news/a.jsonl", json.dumps(SENTENCE)),
    ):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    sets = {"polnear": "PolNeAR", "seesaw": "SEESAW", "gum": "GUM", "meantime": "MEANTIME", "timeml": "TimeML"}
    sets |= {"news": "NewsMTSC", "news/a.jsonl": "NewsMTSC", "gold": "the open gold (test)"}
    assert {name: read_gold(tmp_path / name).name for name in sets} == sets


def test_spans_of_public_sets_are_those_of_the_text(tmp_path):
    (one,) = read_gold(polnear(tmp_path / "p", "Ana Obi said that x it went.", BRAT)).documents
    (found,) = one.gold["quotations"]
    assert "".join(one.text[place] for place in sorted(found.content)) == "thatitwent" and found.kind == "indirect"
    (tmp_path / "a.b.tml").write_text(TIMEML, encoding="utf-8")
    (one,) = read_gold(tmp_path).documents
    assert (one.article_id, one.published) == ("a_b", "2020-01-15")
    assert [one.text[date.start : date.end] for date in one.gold["dates"]] == ["Monday"]


def test_an_unknown_folder_says_what_was_found_and_what_is_accepted(run, tmp_path):
    (tmp_path / "stuff/inner").mkdir(parents=True)
    (tmp_path / "stuff/a.txt").write_text("x")
    status, _, said = run("--gold", tmp_path / "stuff")
    assert status == 2 and len(said.splitlines()) == 1
    assert "found folders inner; 1 .txt; accepted are the open gold (articles.csv, texts/), PolNeAR" in said


def test_figures_of_tables_on_the_open_gold(run, gold, tables, tmp_path):
    status, printed, said = run(tables, "--gold", gold, "--out", tmp_path / "figures.csv")
    assert status == 0, said
    assert "the open gold (test); 95 % intervals" in printed and "Match rule: rows shown for or against" in printed
    with (tmp_path / "figures.csv").open(newline="", encoding="utf-8") as file:
        values = {(row["layer"], row["figure"]): row["value"] for row in csv.DictReader(file)}
    assert values["entities", "found, recall"] == values["quotations", "overlap >= 0.8"] == "100.0"
    assert (
        values["stances", "recall"]
        == values["dates", "value, recall"]
        == values["stances", "central ones found"]
        == "100.0"
    )


def test_csv_tables_say_what_parquet_says(tmp_path):
    READING.save(tables := tmp_path / "tables")
    whole = load_tables(tables)
    for file in tables.glob("*.parquet"):
        file.unlink()
    assert load_tables(tables) == whole


def test_tables_of_others_need_only_the_columns_that_are_compared(tmp_path):
    for name in ("articles", "entities", "mentions", "quotations", "stances"):
        pd.DataFrame({"article_id": ["a"] if name == "articles" else []}).to_csv(tmp_path / f"{name}.csv", index=False)
    pd.DataFrame([("a", 0, 3, "2020")], columns=["article_id", "start", "end", "value"]).to_csv(
        tmp_path / "dates.csv", index=False
    )
    (date,) = load_tables(tmp_path)["a"]["dates"]
    assert (date.start, date.value, date.type, date.shown) == (0, "2020", None, True)
    (tmp_path / "dates.csv").write_text("article_id,start\na,1\n")
    with pytest.raises(ValueError, match=r"the table 'dates' in .* has no column end, value"):
        load_tables(tmp_path)


def test_a_second_folder_gives_the_difference(run, gold, tables, tmp_path):
    READING.showing(0.99).save(tmp_path / "second")
    status, printed, _ = run(tables, "--gold", gold, "--against", tmp_path / "second")
    assert status == 0 and "difference" in printed
    line = next(line for line in printed.splitlines() if line.strip().startswith("overlap >= 0.3, recall"))
    assert line.split()[4:7] == ["100.0", "0.0", "+100.0"]


def test_figures_replace_a_file_only_when_told(run, gold, tables, tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    status, printed, said = run(tables, "--gold", gold, "--out", tmp_path / "out.csv")
    assert status == 2 and "is there already; --force replaces it" in said and not printed
    assert run(tables, "--gold", gold, "--out", tmp_path / "out.csv", "--force")[0] == 0
    assert (tmp_path / "out.csv").read_text().startswith("layer,articles,figure")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["none"], "is no folder of tables: there is none"),
        (["--gold", "none"], "there is no none; accepted are"),
        (["--gold", "GOLD", "--part", "dev"], "--part 'dev': the parts of the open gold (dev) are test, all"),
        (["TABLES", "--gold", "OTHER"], "has no article of the open gold (test), such as 'other'; they have 'tram'"),
    ],
)
def test_what_cannot_be_judged_is_one_line(run, gold, tables, tmp_path, arguments, words):
    other = open_gold(tmp_path / "other", {"other": "Berg left."})
    paths = {"GOLD": gold, "TABLES": tables, "OTHER": other, "none": "none"}
    if arguments == ["none"]:
        arguments = ["none", "--gold", "GOLD"]
    status, _, said = run(*(paths.get(word, word) for word in arguments))
    assert status == 2 and words in said and len(said.splitlines()) == 1


def test_articles_that_tables_lack_are_counted(run, tables, tmp_path):
    gold = open_gold(tmp_path / "two", {"tram": TEXT, "bus": "Berg left."})
    assert "1 of 2 texts of the open gold (test) are not in" in run(tables, "--gold", gold)[2]


def test_the_kit_reads_the_texts_where_no_tables_are_given(run, tmp_path):
    gold = open_gold(
        tmp_path / "one",
        {"one": "Norway signs\n\nMaria Ortiz praised Norway on Monday, and she left.\n"},
        entities=[
            {
                "article_id": "one",
                "name": "Maria Ortiz",
                "kind": "person",
                "start": 14,
                "end": 25,
                "quote": "Maria Ortiz",
            }
        ],
        dates=[{"article_id": "one", "start": 44, "end": 50, "text": "Monday", "value": "2020-01-13"}],
        candidates=[
            {"text_id": "s1", "sentence_start": 0, "sentence_end": 25, "holder_start": 0, "holder_end": 9}
            | {"holder": "Ana Berg ", "target_start": 18, "target_end": 24, "target": "Norway", "cue_start": 9}
            | {"cue_end": 17, "cue": "attacked", "label": "oppose"}
        ],
        sentences=[{"text_id": "s1", "group": "g", "text": "Ana Berg attacked Norway."}],
    )
    status, printed, said = run("--gold", gold, "--quiet")
    assert status == 0, said
    assert "value, recall" in printed and "candidates" not in printed
    assert "candidates (1 text)" in run("--gold", gold, "--part", "train", "--quiet")[1]


def test_a_gold_without_faults_is_well(run, gold):
    assert run("--check", gold)[:2] == (0, f"{gold}: all is well\n")


BAD = {
    "entities": [
        ({"quote": "Ida"}, "quote: {start}-{end} is 'Ida Berg', not 'Ida'"),
        ({"kind": "ship"}, "kind 'ship' is none of person, organization"),
        ({"name": ""}, "name is empty"),
        ({"article_id": "bus"}, "there is no article 'bus'"),
    ],
    "quotations": [
        ({"content": "The tram"}, "content: its spans are"),
        ({"content_spans": ""}, "content_spans is empty"),
        ({"cue": ""}, "cue: offsets and words must be there together"),
    ],
    "stances": [
        ({"polarity": "for"}, "polarity 'for' is none of support, oppose"),
        ({"central": ""}, "central '' is none"),
    ],
    "dates": [({"value": ""}, "value is empty"), ({"start": "x"}, "an offset is no number")],
}


@pytest.mark.parametrize(
    ("table", "change", "words"), [(name, *bad) for name, all_bad in BAD.items() for bad in all_bad]
)
def test_a_fault_is_one_line_with_its_place(run, tmp_path, table, change, words):
    row = {"article_id": "tram", **ROWS[table][0]}
    folder = open_gold(tmp_path / "gold", {"tram": TEXT}, **{table: [row | change]})
    status, printed, _ = run("--check", folder)
    assert status == 1 and len(printed.splitlines()) == 1
    assert f"{table}.csv, " in printed and words.format(**row) in printed


def test_rows_twice_missing_texts_and_strays_are_faults(tmp_path):
    row = {"article_id": "tram", **ROWS["dates"][0]}
    folder = open_gold(tmp_path / "gold", {"tram": TEXT, "gone": "x"}, dates=[row, row])
    (folder / "texts/gone.txt").rename(folder / "texts/stray.txt")
    (folder / "entities.csv").unlink()
    found = "\n".join(faults(folder))
    assert (
        "gold/dates.csv, row 3: it is row 2 again" in found and "articles.csv: gone: its text cannot be read" in found
    )
    assert "holds no entities.csv" in found and "texts/stray.txt is not in articles.csv" in found
    assert list(faults(tmp_path)) == [f"{tmp_path} is no open gold: it has no articles.csv beside texts/"]


def test_candidates_and_readers_are_checked_too(gold):
    other = open_gold(
        gold.parent / "other",
        {"tram": TEXT},
        sentences=[{"text_id": "s1", "group": "g", "text": "Berg left."}],
        candidates=[
            {
                "text_id": "s1",
                "sentence_start": 0,
                "sentence_end": 99,
                "label": "for",
                "cue": "x",
                "holder": "y",
                "target": "z",
            }
        ],
    )
    (other / "readers").mkdir()
    gold.rename(other / "readers/1")
    (other / "readers/1/dates.csv").write_text("article_id,start,end,text,value\ntram,0,5,Mayor,\n")
    found = "\n".join(faults(other))
    assert "sentence 0-99 lies outside the text, which has 10 characters" in found
    assert "label 'for' is none of support, oppose, none" in found and "1/dates.csv, row 2: value is empty" in found

"""Checking by hand: rows drawn alike from each table and bin, precision with intervals, two coders compared."""

import csv
from dataclasses import replace

import pandas as pd
import pytest
from made_reading import READING, RECORDS, span

from analysis import checking, cli
from analysis import corrections as mend
from analysis.checking.samples import bin_name, bin_of
from analysis.reading import Reading
from analysis.records import Quotation

SURE = (0.95, 0.85, 0.75, 0.6, 0.3)


def many(n=40):
    """A reading with n quotations, of all bins of confidence alike."""
    said = [
        Quotation(content=(span("backed the tram plan"),), kind="indirect", confidence=SURE[i % 5], shown=i % 5 < 4)
        for i in range(n)
    ]
    return Reading.of([replace(RECORDS, quotations=tuple(said), sources=(("e1",),) * n, stances=())])


def filled(folder, verdicts, reading=None, name="sample.csv", **options):
    """A sample with verdicts by a function of its rows."""
    file = folder / name
    checking.write_sample(checking.draw(READING if reading is None else reading, **options), file)
    rows = list(csv.DictReader(file.open(encoding="utf-8", newline="")))
    for n, row in enumerate(rows):
        row["verdict"] = verdicts(row, n)
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return file


def test_tables_and_bins_get_alike_as_far_as_they_have_rows():
    drawn = checking.draw(many(), 16, tables=("quotations", "entities"))
    assert drawn.table.value_counts().to_dict() == {"quotations": 12, "entities": 4}
    bins = drawn[drawn.table == "quotations"].confidence.value_counts()
    assert bins.to_dict() == {0.95: 3, 0.85: 3, 0.75: 3, 0.6: 3}
    assert set(drawn.stands_for[drawn.table == "quotations"]) == {round(8 / 3, 4)}
    assert 0.3 in set(checking.draw(many(), 16, tables=("quotations",), hidden=True).confidence)
    assert len(checking.draw(many(), 500, tables=("quotations",))) == 32, "there are no more"


def test_a_seed_gives_the_same_rows_and_another_seed_others():
    ids = [list(checking.draw(many(), 8, tables=("quotations",), seed=seed).row_id) for seed in (1, 1, 2)]
    assert ids[0] == ids[1] != ids[2]


def test_a_row_says_what_it_claims_beside_the_words_to_check_it_by():
    drawn = checking.draw(READING, 50, tables=("entities", "quotations", "stances", "events"), hidden=True)
    told = drawn.set_index("row_id")
    assert told.says["e1"] == "Ida Berg: person, Mayor; also Berg"
    assert told.says["s3"] == "Cash$Co & Sons is against tram plan"
    assert told.passage["s3"] == "Cash$Co & Sons rejected it in 2019."
    assert told.says["v1"].startswith("2020-03-02: Ida Berg backed")
    assert drawn.verdict.isna().all()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"tables": ("dates",)}, "no rows are drawn of dates; there are entities"), ({"number": 0}, "at least 1")],
)
def test_what_cannot_be_drawn_is_said(wrong, told):
    with pytest.raises(ValueError, match=told):
        checking.draw(READING, **wrong)


def test_precision_is_told_by_bin_and_weighed_by_what_rows_stand_for(tmp_path):
    reading = many(80)  # 16 rows a bin; of the surest 4 are drawn too
    file = filled(
        tmp_path,
        lambda row, n: "right" if float(row["confidence"]) > 0.9 else "defensible" if row["row_id"] < "q3" else "wrong",
        reading,
        number=16,
        tables=("quotations",),
    )
    (found,) = checking.precision(checking.read_verdicts(file))
    figures = {figure.name: figure for figure in found.figures[:5]}
    assert (found.layer.name, found.articles) == ("quotations", 1)
    assert figures["strictly right"].value == pytest.approx(25.0)
    surest = figures["  confidence 0.9 to 1.0"]
    assert (surest.value, surest.right, surest.written, surest.high) == (100.0, 4, 4, 100.0)
    assert 45 < surest.low < 60, "four right rows of four leave much open"
    none = figures["  confidence 0.8 to 0.9"]
    assert (none.value, none.low) == (0.0, 0.0) and 40 < none.high < 55
    lenient = next(figure for figure in found.figures if figure.name == "at least defensible")
    assert lenient.value >= figures["strictly right"].value


def test_a_bin_that_stands_for_more_weighs_more(tmp_path):
    reading = many(80)
    cut = reading.quotations[(reading.quotations.confidence > 0.9) | (reading.quotations.index < 5)]
    uneven = Reading(**reading.tables() | {"quotations": cut.reset_index(drop=True)})
    file = filled(
        tmp_path,
        lambda row, n: "right" if float(row["confidence"]) > 0.9 else "wrong",
        uneven,
        number=4,
        tables=("quotations",),
    )
    (found,) = checking.precision(checking.read_verdicts(file))
    assert found.figures[0].value == pytest.approx(100 * 16 / 19)


def test_rows_without_a_verdict_are_left_out(tmp_path):
    file = filled(tmp_path, lambda row, n: "Right " if n == 0 else "", number=10)
    found = checking.precision(checking.read_verdicts(file))
    assert sum(layer.figures[0].written for layer in found) == 1
    with pytest.raises(ValueError, match="no row has a verdict yet; accepted are right, defensible, wrong"):
        checking.precision(checking.read_verdicts(filled(tmp_path, lambda row, n: "", number=10)))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("right", "yes"), r"sample.csv, line 2: verdict 'yes' is none of right, defensible, wrong"),
        (("entities", "people"), r"sample.csv, line \d: table 'people' is none of entities"),
        (("stands_for", "weight"), r"has no column stands_for; `readout sample TABLES --out"),
    ],
)
def test_faults_of_a_filled_in_file_are_said(tmp_path, change, told):
    file = filled(tmp_path, lambda row, n: "right", number=10)
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        checking.read_verdicts(file)


def test_spreadsheets_run_nothing_and_may_write_semicolons(tmp_path):
    file = tmp_path / "sample.csv"
    risky = READING.tables() | {"entities": READING.entities.assign(name='=HYPERLINK("http://x")', confidence=0.97)}
    checking.write_sample(checking.draw(Reading(**risky), 3, tables=("entities",)), file)
    rows = list(csv.DictReader(file.open(encoding="utf-8", newline="")))
    assert all(row["says"].startswith("'=HYPERLINK") for row in rows)
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows({**row, "verdict": "wrong", "confidence": row["confidence"].replace(".", ",")} for row in rows)
    found = checking.read_verdicts(file)
    assert {row.verdict for row in found} == {"wrong"} and found[0].confidence == 0.97
    assert found[0].says.startswith("=HYPERLINK")


def test_bins_hold_every_confidence():
    assert [bin_name(bin_of(sure)) for sure in (0.0, 0.5, 0.89, 1.0)] == [
        *("0.0 to 0.5", "0.5 to 0.7", "0.8 to 0.9", "0.9 to 1.0"),
    ]


def test_two_coders_verdicts_are_compared(tmp_path):
    first = filled(tmp_path, lambda row, n: "wrong" if n == 2 else "right", number=9, name="a.csv")
    second = filled(tmp_path, lambda row, n: "" if n == 0 else "wrong" if n == 3 else "right", number=9, name="b.csv")
    mine, theirs = checking.labels_of_verdicts(first), checking.labels_of_verdicts(second)
    found = checking.agreement(mine, theirs)
    assert found["rows"].sum() == len(mine.labels) - 1
    assert found["rows"].sum() - found.same.sum() == 2
    apart = checking.differences(mine, theirs)
    assert sorted(zip(apart["first"], apart["second"], strict=True)) == [("right", "wrong"), ("wrong", "right")]
    assert apart.words.str.len().min() > 0


def test_two_coders_corrections_are_compared(tmp_path):
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    mend.add(READING, mend.turn(READING, "s3", "support"), one)
    mend.add(READING, mend.drop(READING, "s1"), one)
    mend.add(READING, mend.drop(READING, "s1"), other)
    mend.add(READING, mend.add_quotation(READING, [span("rejected it")]), other)
    mine, theirs = (mend_labels(file) for file in (one, other))
    found = checking.agreement(mine, theirs).set_index("table")
    assert found.loc["stances", ["rows", "same"]].tolist() == [3, 2]
    assert found.loc["quotations", ["rows", "same"]].tolist() == [2, 1]
    assert found.loc["entities", "share"] == 1 and pd.isna(found.loc["entities", "alpha"])
    apart = checking.differences(mine, theirs)
    assert list(zip(apart["first"], apart["second"], strict=True)) == [
        ("polarity: support", "as read"),
        ("not there", "added"),
    ]
    assert apart.words[0] == "Cash$Co & Sons · oppose · tram plan"


def mend_labels(file):
    return checking.labels_of_corrections(READING, file)


def test_alpha_is_krippendorffs():
    pairs = [("a", "a")] * 4 + [("b", "b")] * 4 + [("a", "b")] * 2
    # Expected by hand: observed disagreement 2/10; of 20 values 10 are a, 10 b: expected 200/380.
    assert checking.alpha(pairs) == pytest.approx(1 - 0.2 / (200 / 380))
    assert checking.alpha([("a", "a")]) is None


def test_the_commands_draw_and_take_back(tmp_path, monkeypatch, capsys):
    READING.save(tmp_path / "tables")
    file = tmp_path / "sample.csv"

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["readout", *map(str, arguments)])
        try:
            cli.main()
        except SystemExit as end:
            assert not end.code, capsys.readouterr().err
        return capsys.readouterr()

    said = run("sample", tmp_path / "tables", "--out", file, "--rows", 6, "--of", "stances,entities").err
    assert "6 rows in" in said and "readout evaluate" in said
    file.write_text(file.read_text(encoding="utf-8").replace(",,,,", ",right,,,"), encoding="utf-8")
    told = run("evaluate", file, "--out", tmp_path / "figures.csv")
    assert "6 of 6 rows judged" in told.out and "stances (1 text)" in told.out
    assert "at least defensible" in (tmp_path / "figures.csv").read_text(encoding="utf-8")
    with pytest.raises(AssertionError, match="is there already; --force replaces it"):
        run("sample", tmp_path / "tables", "--out", file)

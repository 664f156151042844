"""The commands that score and ablate, on two made articles with made gold."""

import csv
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import ablate
import figures
import parses
import pytest
import sets
import switches
from coreference import GoldMention, GoldText, write_gold

TEXTS = {
    "one": "The treaty\n\nMaria Ortiz signed the treaty on Monday. She praised Sweden.\n",
    "two": "The vote\n\nPeter Hall did not support Finland. He said Norway would vote in May.\n",
}
CHAINS = {"one": ("Maria Ortiz", "She"), "two": ("Peter Hall", "He")}
SCORER = """
import pandas as pd
def stances(gold, tables, texts):
    found = set(pd.read_parquet(tables + "/stances.parquet").polarity)
    right = len(found & set((gold).read_text().split()))
    print(f"stances, article   P 1.0  R 1.0  F1 1.0   ({right} of {len(found)} predicted, 2 gold)")
    print("    sign right  50.0% of 2 pairs found")
"""


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A folder of gold with two tasks, and a scorer of its own beside it."""
    monkeypatch.setattr(parses, "KEPT", tmp_path / "parses")
    chains = {
        key: [GoldMention(at := text.index(form), at + len(form), at, at + len(form)) for form in CHAINS[key]]
        for key, text in TEXTS.items()
    }
    write_gold(
        [GoldText(key, text, [chains[key]], len(text)) for key, text in TEXTS.items()], tmp_path / "A/coreference"
    )
    write_gold([GoldText(key, text, [], 0) for key, text in TEXTS.items()], tmp_path / "A/stances")
    (tmp_path / "A/stances/gold.jsonl").write_text("support oppose", encoding="utf-8")
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def run(command: ModuleType, monkeypatch, gold, *options: str) -> None:
    arguments = [command.__name__, str(gold / "A"), "--scorer", str(gold / "score.py"), *options]
    monkeypatch.setattr(sys, "argv", arguments)
    command.main()


def test_figures_are_those_of_the_scorer_and_rows_that_differ_are_counted(gold, monkeypatch, capsys):
    rows = gold / "rows"
    run(figures, monkeypatch, gold, "--rows", str(rows))
    printed = capsys.readouterr().out
    assert "CoNLL 100.0" in printed and "stances, article 100.0" in printed and "sign right 50.0" in printed
    assert any("A/stances stances" in line and '"holder_id": "Maria Ortiz"' in line for line in rows.open())
    rows.write_text("\n".join(rows.read_text().splitlines()[1:]) + "\n")
    run(figures, monkeypatch, gold, "--against", str(rows))
    assert capsys.readouterr().out.endswith('{\n "gone": {},\n "new": {\n  "entities": 1\n }\n}\n')
    assert len((gold / "rows.new").read_text().splitlines()) == 1


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_function_that_is_off_is_missed_and_then_on_again(gold, monkeypatch, capsys, workers):
    out = gold / "table.csv"
    run(ablate, monkeypatch, gold, "--only=*.find_names", "--only=*.find_dates", f"--out={out}", f"--workers={workers}")
    printed = capsys.readouterr().out
    assert "readers.names.find_names -> " in printed and "A/coreference: CoNLL -100.00" in printed
    with out.open(newline="") as file:
        dates, names = csv.DictReader(file)
    assert dates["function"].endswith(".find_dates") and dates["dates -"] == "4" and float(dates["worst"]) == 0
    assert names["function"].endswith(".find_names") and names["dates -"] == "0" and float(names["worst"]) == -100
    assert names["articles"] == "4" and names["crashes"] == "0"
    run(figures, monkeypatch, gold)
    assert "CoNLL 100.0" in capsys.readouterr().out


def test_functions_are_off_together(gold, monkeypatch, capsys):
    run(ablate, monkeypatch, gold, "--only", "grammar.*", "--together", "--out", str(gold / "table.csv"))
    assert "  together -> " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["{0}/A", "--scorer", "{0}/none.py"], "there is no scorer"),
        (["{0}", "--scorer", "{0}/score.py"], "is no folder of gold"),
        (["{0}/A", "--only", "no_such"], "no function that could be switched off is called no_such"),
    ],
)
def test_what_is_missing_is_said(gold, monkeypatch, options, word):
    monkeypatch.setattr(sys, "argv", ["ablate", *(option.format(gold) for option in options)])
    with pytest.raises(SystemExit, match=word):
        ablate.main()


def test_sets_say_that_the_data_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["sets", str(tmp_path), "--shared", str(tmp_path / "none")])
    with pytest.raises(SystemExit, match="the data sets are not part of the project"):
        sets.main()


def of(annotations: dict) -> SimpleNamespace:
    return SimpleNamespace(__annotations__=annotations, __closure__=None)


@pytest.mark.parametrize(
    ("annotations", "stub"),
    [
        ({"a": str, "return": bool}, "False"),
        ({"a": bool, "return": bool}, "False"),
        ({"a": str, "return": str | None}, "None"),
        ({"a": int, "b": str, "return": str}, "b"),
        ({"a": int, "return": list[str]}, "[]"),
        ({"a": list[str], "return": list[str]}, "a"),
        ({"return": tuple[str, ...]}, "()"),
        ({"return": tuple[str, int]}, None),
        ({"return": None}, "None"),
        ({"return": Iterator[str]}, "iter(())"),
        ({}, None),
    ],
)
def test_a_stub_says_nothing_in_the_way_the_annotation_has_it(annotations, stub):
    assert switches.stub_of(of(annotations)) == stub

"""The commands that score and ablate, on two made articles with made gold."""

import csv
import json
import sys
from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import ablate
import figures
import parses
import pytest
import sets
import switches
from made_gold import conllu, seesaw

ACTORS = """
¶ Maria (1-person-new-cf1-1,2-coref
. Ortiz 1)
. signed _
. the _
. treaty _
. on _
. Monday _
- . _
. She (1-person-giv:act-cf1-1-coref)
. praised _
. Sweden (2-place-new-cf2-1-coref)
- . _
"""


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A folder of gold with two tasks."""
    monkeypatch.setattr(parses, "KEPT", tmp_path / "parses")
    conllu(tmp_path / "A/actors/one.conllu", ACTORS)
    seesaw(tmp_path / "A/stances", "Maria Ortiz praised Sweden.", ("Maria Ortiz", "POS", "Sweden"))
    return tmp_path


def run(command: ModuleType, monkeypatch, gold, *options: str) -> None:
    monkeypatch.setattr(sys, "argv", [command.__name__, str(gold / "A"), *options])
    command.main()


def test_figures_are_those_of_the_evaluation_and_rows_that_differ_are_counted(gold, monkeypatch, capsys):
    rows = gold / "rows"
    run(figures, monkeypatch, gold, "--rows", str(rows))
    printed = capsys.readouterr().out
    assert "CoNLL 100.0" in printed and "article, pair and sign 100.0" in printed and "precision" not in printed
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
    assert "readers.names.find_names -> " in printed and "A/actors: CoNLL -100.00" in printed
    with out.open(newline="") as file:
        dates, names = csv.DictReader(file)
    assert dates["function"].endswith(".find_dates") and dates["dates -"] == "1" and float(dates["worst"]) == 0
    assert names["function"].endswith(".find_names") and names["dates -"] == "0" and float(names["worst"]) == -100
    assert names["articles"] == "2" and names["crashes"] == "0"
    run(figures, monkeypatch, gold)
    assert "CoNLL 100.0" in capsys.readouterr().out


def test_functions_are_off_together(gold, monkeypatch, capsys):
    run(ablate, monkeypatch, gold, "--only", "grammar.*", "--together", "--out", str(gold / "table.csv"))
    assert "  together -> " in capsys.readouterr().out


def test_functions_that_change_few_rows_of_texts_without_gold_are_told_with_their_rows(gold, monkeypatch, capsys):
    (gold / "A/texts").mkdir()
    (gold / "A/texts/one.txt").write_text("Berg Signs\n\nMaria Berg signed the treaty on Monday, 3 May 2010.\n")
    patterns = ["--only=*.is_supposed", "--only=*.find_dates", "--only=*.find_names"]
    monkeypatch.setattr(sys, "argv", ["ablate", str(gold / "A/texts"), "--rare", "3", *patterns])
    ablate.main()
    rare = [line for line in capsys.readouterr().out.splitlines() if " lines  " in line or "- " in line]
    assert [line.split("  ")[-1] for line in rare if " lines  " in line] == [
        "grammar.factuality.conditions.is_supposed",
        "readers.dates.find_dates",
    ]
    assert any(line.strip().startswith("- dates {") for line in rare)


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (["{0}"], "is no folder of gold"),
        (["{0}/empty"], "is no set of gold that is known"),
        (["{0}/A", "--only", "no_such"], "no function that could be switched off is called no_such"),
    ],
)
def test_what_is_missing_is_said(gold, monkeypatch, options, word):
    (gold / "empty/dates").mkdir(parents=True)
    monkeypatch.setattr(sys, "argv", ["ablate", *(option.format(gold) for option in options)])
    with pytest.raises(SystemExit, match=word):
        ablate.main()


def test_sets_say_that_the_data_is_not_there(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["sets", str(tmp_path), "--shared", str(tmp_path / "none")])
    with pytest.raises(SystemExit, match="the data sets are not part of the project"):
        sets.main()


def test_a_set_takes_every_so_many_articles_with_all_that_is_published_of_them(tmp_path):
    for n in range(4):
        seesaw(tmp_path / "from", f"Berg praised plan {n}.", ("Berg", "POS", "plan"), key=f"T{n}_DOCUMENT_0")
    meta = tmp_path / "from/meta/T2.json"
    meta.write_text(json.dumps(json.loads(meta.read_text()) | {"Split": "valid"}))
    part = sets.Part("stances", "", sets.seesaw("train"), 1, 2)
    sets.write_part(part, tmp_path / "to", tmp_path / "from")
    assert sorted(file.name for file in (tmp_path / "to").rglob("*.json")) == ["T1.json"] + 2 * ["T1_DOCUMENT_0.json"]


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

"""The table of formats: every one writes what is shown, whole or not at all, and the same again."""

import hashlib
import os
import subprocess
import sys

import pytest
from made_odd import ODD
from made_reading import EMPTY, READING

from analysis import cli
from analysis.exports import FORMATS
from analysis.exports.files import archive, file_names, put
from analysis.exports.formats import export
from analysis.reading import Reading

AGAIN = """
import hashlib, sys
sys.path.insert(0, "tests")
from made_odd import ODD
from made_reading import READING
from analysis.exports import FORMATS
from analysis.exports.formats import export
from analysis.reading import Reading
both = Reading.concat([ODD, READING])
for name in FORMATS:
    path = f"{sys.argv[1]}/{name}.zip"
    export(both, name, path)
    print(name, hashlib.sha256(open(path, "rb").read()).hexdigest())
"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("saved")
    ODD.save(folder)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_hidden_changes_nothing_and_an_empty_reading_is_no_error(tmp_path, name):
    kept = {key: table[table.shown] if "shown" in table else table for key, table in ODD.tables().items()}
    kept["mentions"] = ODD.mentions[ODD.mentions.entity_id != "e5"]
    for reading, place in ((ODD, "a"), (Reading(**kept), "b"), (EMPTY, "c")):
        export(reading, name, tmp_path / f"{place}.zip")
    if name != "qdpx":  # whose codes tell the number of a mention as all others do
        assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert (tmp_path / "c.zip").stat().st_size or name == "bibtex"


def test_another_process_with_another_order_of_sets_writes_the_same_bytes(tmp_path):
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    command, env = [sys.executable, "-c", AGAIN, str(tmp_path)], {"PYTHONHASHSEED": seed, "PYTHONPATH": "."}
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=env, check=True).stdout
    assert len(said.splitlines()) == len(FORMATS)
    both, mine = Reading.concat([ODD, READING]), tmp_path / "mine.zip"
    for line in said.splitlines():
        name, digest = line.split()
        export(both, name, mine)
        assert hashlib.sha256(mine.read_bytes()).hexdigest() == digest, name


def test_a_reading_writes_itself(tmp_path):
    ODD.export("graphml", tmp_path / "a.graphml", of="quotations")
    export(ODD, "graphml", tmp_path / "b.graphml", of="quotations")
    assert (tmp_path / "a.graphml").read_bytes() == (tmp_path / "b.graphml").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "no format 'nonsense'; there are qdpx, dna, "),
        (("qdpx", "--bom"), "qdpx has no option 'bom'; it has none"),
        (("gexf", "--bom"), "gexf has no option 'bom'; it has only of"),
        (("gexf", "--of", "dates"), "--of 'dates': there are stances and quotations"),
    ],
)
def test_what_cannot_be_asked_for_is_said_in_a_line(run, saved, tmp_path, arguments, words):
    status, said = run("export", arguments[0], saved, *arguments[1:], "--out", tmp_path / "out")
    assert status == 2 and words in said and len(said.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_it_is_said_what_was_written_and_what_was_left_out(run, saved, tmp_path):
    status, said = run("export", "qdpx", saved, "--out", tmp_path / "a.qdpx")
    hidden = "1 less certain entity, 1 less certain quotation, 1 less certain stance (see --least)"
    wrote = "1 article, 7 mentions, 1 quotation, 2 stances, 1 date"
    assert (status, said) == (0, f"readout: {wrote} in {tmp_path / 'a.qdpx'}; left out: {hidden}\n")
    status, said = run("export", "qdpx", saved, "--least", "0", "--out", tmp_path / "a.qdpx")
    assert "8 mentions, 2 quotations, 3 stances" in said and said.endswith("a.qdpx, which was replaced\n")


def test_the_help_lists_every_format(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["readout", "export", "--help"])
    with pytest.raises(SystemExit):
        cli.main()
    shown = capsys.readouterr().out
    assert all(f"{name} " in shown for name in FORMATS)


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    export(ODD, "tei", folder)
    (folder / "notes.txt").write_text("mine")
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(ValueError, match="holds files already; name a new folder, or an archive"):
        export(ODD, "tei", folder)
    with pytest.raises(ValueError, match="is a folder; a file to write is needed"):
        export(ODD, "qdpx", folder)
    for name in ("notes.txt", "new.xml"):
        with pytest.raises(ValueError, match="is a file's name; this format writes several"):
            export(ODD, "tei", folder / name)
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_failure_leaves_all_as_it_was(tmp_path):
    for path, content in ((tmp_path / "a.zip", {"x": b"1", "y": None}), (tmp_path / "b", {"x": b"1", "y": None})):
        with pytest.raises(TypeError):
            put(content, path)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_tells_no_time():
    assert archive({"a": b"1"}) == archive({"a": b"1"})


def test_articles_have_file_names_of_their_own():
    names = file_names(["a/b", "a_b", "A_B", "../..", "x" * 300, "é ü"])
    assert list(names.values()) == ["a_b", "a_b-2", "A_B-3", "article", "x" * 100, "é_ü"]

"""The figures do not fall: each reader is scored on a part of a public data set that may lie beside the checkout.

Floors stand a little below what was measured; the data sets and their scorer are not part of the project.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import coreference
import pytest

from analysis.article import read_corpus
from analysis.corpus import read_all
from analysis.tables import TableWriter

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD, SCORING = SHARED / "gold", SHARED / "scoring"

pytestmark = [
    pytest.mark.gold,
    pytest.mark.skipif(not SCORING.is_dir(), reason="no data sets lie beside the checkout (../shared)"),
    pytest.mark.skipif(
        os.environ.get("CI") != "true", reason="figures are checked where CI is true: they take minutes"
    ),
]


# The scorer joins a Series and a list by `&`, which pandas 3 refuses: the list is made a Series first.
RUN = """
import runpy, sys, pandas
join = pandas.Series.__and__
as_series = lambda mine, other: pandas.Series(other, index=mine.index, dtype=bool) if isinstance(other, list) else other
pandas.Series.__and__ = lambda mine, other: join(mine, as_series(mine, other))
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def script(name: str, *arguments: object) -> str:
    command = [sys.executable, "-c", RUN, str(SCORING / name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def prepared(folder: Path, name: str, source: Path, every: int, *options: str) -> Path:
    """Texts of a set, every n-th article of it."""
    script("prepare.py", name, source, folder, *options)
    texts = sorted((folder / "texts").iterdir())
    for n, file in enumerate(texts):
        if n % every:
            file.unlink()
    return folder


def write_tables(folder: Path) -> None:
    """Read a folder's texts and write the tables beside them."""
    metadata = folder / "metadata.csv"
    articles = read_corpus([folder / "texts"], metadata=metadata if metadata.exists() else None)
    with TableWriter(folder / "tables") as out:
        for record in read_all(articles):
            out.add(record)


def scored(folder: Path, task: str, gold: Path, *extra: Path) -> float:
    """The scorer's figure for the tables that are written for a folder's texts."""
    write_tables(folder)
    printed = script("score.py", task, gold, folder / "tables", *extra)
    print(printed)
    return float(re.findall(r"[\d.]+", printed.strip().splitlines()[-1])[-1])


def kept_lines(folder: Path) -> Path:
    """The gold of those articles whose texts are there."""
    keep = {file.stem for file in (folder / "texts").iterdir()}
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    part = folder / "part.jsonl"
    part.write_text("\n".join(line for line in lines if json.loads(line)["article_id"] in keep), encoding="utf-8")
    return part


def test_quotations(tmp_path):
    folder = prepared(tmp_path, "polnear", GOLD / "polnear" / "train", 14)
    for file in (folder / "texts").iterdir():
        (folder / "gold" / "text").mkdir(parents=True, exist_ok=True)
        (folder / "gold" / "attributions").mkdir(exist_ok=True)
        shutil.copy(file, folder / "gold" / "text")
        for found in (GOLD / "polnear" / "train" / "attributions").glob(f"{file.stem}*.ann"):
            shutil.copy(found, folder / "gold" / "attributions")
    assert scored(folder, "quotations", folder / "gold") >= 57


def test_stances(tmp_path):
    folder = prepared(tmp_path, "seesaw", GOLD / "seesaw", 6, "train")
    assert scored(folder, "stances", GOLD / "seesaw", folder / "texts") >= 33


def test_aliases(tmp_path):
    folder = prepared(tmp_path, "gum", GOLD / "gum-news", 1)
    assert scored(folder, "aliases", folder / "gold.jsonl") >= 80


def test_coreference(tmp_path):
    documents = sorted((GOLD / "gum-news" / "dep").glob("*.conllu"))[::2]
    coreference.write_gold([coreference.read_gum(file) for file in documents], tmp_path)
    write_tables(tmp_path)
    scores = coreference.score(tmp_path / "gold.jsonl", tmp_path / "tables")
    print(scores)
    assert scores["CoNLL"].f1 >= 0.62


def test_dates(tmp_path):
    folder = prepared(tmp_path, "tempeval", GOLD / "tempeval3-tbaq", 4)
    assert scored(folder, "dates", kept_lines(folder)) >= 74


def test_datelines(tmp_path):
    folder = prepared(tmp_path, "reuters", GOLD / "reuters", 1, "200")
    assert scored(folder, "datelines", folder / "gold.jsonl") >= 98


def test_bodies(tmp_path):
    folder = prepared(tmp_path, "pages", GOLD / "article-extraction", 1)
    assert scored(folder, "bodies", GOLD / "article-extraction" / "ground-truth.json") >= 95

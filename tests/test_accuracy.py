"""The figures do not fall and are the outside scorer's, on parts of public sets that may lie beside the checkout.

Floors stand a little below what was measured; the data sets and their scorer are not part of the project.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from sets import Part, each, polnear, seesaw, timeml, write_part

from analysis.article import read_corpus
from analysis.corpus import read_all
from analysis.evaluation import Gold, articles_of, load_tables, read_gold, scored
from analysis.records import Article
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


def prepared(folder: Path, name: str, source: Path, *options: str) -> Path:
    """Texts of a set."""
    script("prepare.py", name, source, folder, *options)
    return folder


def write_tables(folder: Path, articles: Iterable[Article] | None = None) -> Path:
    """The tables of articles, or of a folder's texts."""
    with TableWriter(folder / "tables") as out:
        for record in read_all(articles or read_corpus([folder / "texts"])):
            out.add(record)
    return folder / "tables"


def part_of(folder: Path, part: Part) -> tuple[Gold, Path]:
    """A part of a set in the form it is published in, and the tables that are written for it."""
    write_part(part, folder / "gold", GOLD / part.folder)
    gold = read_gold(folder / "gold", "all")
    (folder / "texts").mkdir()
    for document in gold.documents:
        (folder / "texts" / f"{document.article_id}.txt").write_text(document.text, encoding="utf-8")
    return gold, write_tables(folder, articles_of(gold))


def figures(gold: Gold, tables: Path) -> dict[str, str]:
    """Our figures by name, as they are printed."""
    found = scored(gold, load_tables(tables))
    return {one.name: f"{one.value:.1f}" for layer in found for one in layer.figures}


def theirs(task: str, gold: Path, tables: Path, *extra: Path) -> dict[str, str]:
    """The scorer's figures by name: F1 where it has one, else the share; the first where a name comes twice."""
    printed = script("score.py", task, gold, tables, *extra)
    found: dict[str, str] = {}
    for name, value in re.findall(r"^(.+?) +P .* F1 +([\d.]+) ", printed, re.M):
        found.setdefault(name.strip(), value)
    for name, value in re.findall(r"(?:^ *|; +)([a-z][a-z, ]+?) +([\d.]+)(?:%| +of)", printed, re.M):
        found[name if name not in found else f"{name} again"] = value
    return found


def agree(ours: dict[str, str], others: dict[str, str], names: dict[str, str]) -> None:
    """Raises AssertionError where two figures differ in any digit; `names` are theirs to ours."""
    assert {ours: others[name] for name, ours in names.items()} == {name: ours[name] for name in names.values()}


def test_quotations(tmp_path):
    gold, tables = part_of(tmp_path, Part("quotations", "polnear/train", polnear, 0, 14))
    ours = figures(gold, tables)
    names = {f"quotations, overlap >= {least}": f"overlap >= {least}" for least in (0.3, 0.8)}
    names |= {f"{role}, begin-match": f"{role}, begin" for role in ("source", "cue", "content")}
    for least, again in ((0.3, ""), (0.8, " again")):
        names |= {f"recall, {kind}{again}": f"recall, {kind}, >= {least}" for kind in ("direct", "mixed", "indirect")}
        names[f"speaker right{again}"] = f"speaker right, >= {least}"
    agree(ours, theirs("quotations", tmp_path / "gold", tables), names)
    assert float(ours["overlap >= 0.8"]) >= 57


def test_stances(tmp_path):
    gold, tables = part_of(tmp_path, Part("stances", "seesaw", seesaw("train"), 0, 6))
    ours = figures(gold, tables)
    names = {"stances, article": "article, pair and sign", "stances, article, any sign": "article, any sign"}
    names |= {"stances, sentence": "sentence, pair and sign", "sign right": "sign right"}
    names |= {"entities found": "entities found"}
    agree(ours, theirs("stances", tmp_path / "gold", tables, tmp_path / "texts"), names)
    assert float(ours["article, pair and sign"]) >= 33


def test_actors(tmp_path):
    gold, tables = part_of(tmp_path, Part("actors", "gum-news/dep", each("*.conllu"), 0, 1))
    ours = figures(gold, tables)
    lines = prepared(tmp_path / "prepared", "gum", GOLD / "gum-news") / "gold.jsonl"
    names = {name: name for name in ("alias pairs", "named mentions found", "named mentions right")}
    agree(ours, theirs("aliases", lines, tables), names)
    assert float(ours["alias pairs"]) >= 80 and float(ours["CoNLL"]) >= 50


def test_dates(tmp_path):
    gold, tables = part_of(tmp_path, Part("dates", "tempeval3-tbaq", each("**/*.tml", timeml), 0, 4))
    ours = figures(gold, tables)
    prepared(tmp_path / "prepared", "tempeval", GOLD / "tempeval3-tbaq")
    names = {"dates, value": "value", "dates, relaxed span": "span"}
    agree(ours, theirs("dates", kept_lines(tmp_path / "prepared", gold), tables), names)
    assert float(ours["value"]) >= 74


def test_the_texts_are_those_that_the_scorer_is_made_for(tmp_path):
    gold = read_gold(GOLD / "gum-news")
    texts = prepared(tmp_path, "gum", GOLD / "gum-news") / "texts"
    assert [one.text for one in gold.documents] == [
        file.read_text(encoding="utf-8") for file in sorted(texts.iterdir())
    ]


def kept_lines(folder: Path, gold: Gold) -> Path:
    """The prepared gold of those articles that a part has."""
    keep = {document.article_id for document in gold.documents}
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    part = folder / "part.jsonl"
    part.write_text("\n".join(line for line in lines if json.loads(line)["article_id"] in keep), encoding="utf-8")
    return part


def last_of(task: str, gold: Path, folder: Path) -> float:
    """The last figure that the scorer prints for the tables that are written for a folder's texts."""
    printed = script("score.py", task, gold, write_tables(folder))
    return float(re.findall(r"[\d.]+", printed.strip().splitlines()[-1])[-1])


def test_datelines(tmp_path):
    folder = prepared(tmp_path, "reuters", GOLD / "reuters", "200")
    assert last_of("datelines", folder / "gold.jsonl", folder) >= 98


def test_bodies(tmp_path):
    folder = prepared(tmp_path, "pages", GOLD / "article-extraction")
    assert last_of("bodies", GOLD / "article-extraction" / "ground-truth.json", folder) >= 95

"""What the kit knows of the judged candidates of the open gold set: the first half of `make judge`.

python training/evidence.py OUT [--gold data/gold]

The texts are read as the kit reads them now, and each judged candidate that it still finds is written to OUT, one JSON
object a line: the row of `candidates.csv` that it is (from 0), its group (an article of its own), and its features.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.article import read_article, read_text
from analysis.grammar.tokens import Parse
from analysis.model import load_model, parse_many
from analysis.readers.actors import Scene, resolve, source_entities
from analysis.readers.names import find_names
from analysis.readers.quotations import find_quotations
from analysis.readers.stances import candidates, find_issues
from analysis.readers.stances.evidence import Evidence, Features
from analysis.readers.stances.issues import joined
from analysis.readers.stances.pairs import SURE, Candidate
from analysis.readers.stances.spoken import reported
from analysis.records import Article

GOLD = Path(__file__).resolve().parent.parent / "data" / "gold"


def texts_of(gold: Path, wanted: set[str]) -> tuple[list[Article], dict[str, str]]:
    """The articles and sentences that are wanted, as articles, and the group of each sentence."""
    found = [
        replace(
            read_article(gold / "texts" / f"{row.article_id}.txt", published=row.published or None),
            article_id=row.article_id,
        )
        for row in pd.read_csv(gold / "articles.csv", dtype=str, keep_default_na=False).itertuples()
        if row.article_id in wanted
    ]
    sentences = pd.read_csv(gold / "sentences.csv", dtype=str, keep_default_na=False)
    sentences = sentences[sentences.text_id.isin(wanted)]
    found += [replace(read_text(row.text), article_id=row.text_id) for row in sentences.itertuples()]
    return found, dict(zip(sentences.text_id, sentences.group, strict=True))


def candidates_of(article: Article, parse: Parse, judged: list[NamedTuple]) -> Iterator[tuple[int, int, Features]]:
    """Of the candidates that are found and were judged: the row, the sign that a word gives it, and its features."""
    names = find_names(article, parse)
    quotations = find_quotations(article, parse, names)
    cast = resolve(article, parse, names, quotations)
    sources = source_entities(article, parse, cast, quotations)
    scene = Scene(article, parse, joined(cast, find_issues(article, parse, cast)))
    told = reported(scene, quotations, sources)
    evidence = Evidence(scene, told)
    for one in candidates(scene, quotations, sources, told):
        row = next((row for row in judged if _is_same(scene, one, row)), None)
        if row is not None and (one.sign or one.rule not in SURE):
            yield row.Index, one.sign, evidence.of(one)


def _is_same(scene: Scene, one: Candidate, row: NamedTuple) -> bool:
    """Whether a candidate is the one that was judged: the same words, and where these are pronouns the same actors."""
    sides = (
        (one.holder_token, one.holder, row.holder_start, row.holder_end, row.holder_name),
        (one.target_token, one.target, row.target_start, row.target_end, row.target_name),
    )
    return all(
        start <= token.start < end and (token.pos != "PRON" or scene.entities[key].name == name)
        for token, key, start, end, name in sides
    )


def main() -> None:
    """Write the evidence, and say how many candidates are still found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    judged = pd.read_csv(args.gold / "candidates.csv", keep_default_na=False)
    rows = {key: list(those.itertuples()) for key, those in judged.groupby("text_id")}
    articles, groups = texts_of(args.gold, set(judged.text_id))
    found: dict[int, str] = {}
    for article, parse in zip(articles, parse_many(articles, load_model()), strict=True):
        group = groups.get(article.article_id, article.article_id)
        for row, sign, features in candidates_of(article, parse, rows[article.article_id]):
            line = {"row": row, "group": group, "sign": sign, "features": features}
            found.setdefault(row, json.dumps(line, sort_keys=True))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("".join(f"{found[n]}\n" for n in sorted(found)), encoding="utf-8")
    print(f"{len(found)} of {len(judged)} judged candidates are found; their evidence is in {args.out}")


if __name__ == "__main__":
    main()

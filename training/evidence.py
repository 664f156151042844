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
from analysis.readers.stances.pairs import SURE
from analysis.readers.stances.spoken import reported
from analysis.records import Article

GOLD = Path(__file__).resolve().parent.parent / "data" / "gold"
Key = tuple[str, str, str, int]  # text, holder and target as they are named, sentence's start


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


def candidates_of(article: Article, parse: Parse) -> Iterator[tuple[Key, int, Features]]:
    """What makes a candidate the one that was judged, the sign that a word gives it, and its features."""
    names = find_names(article, parse)
    quotations = find_quotations(article, parse, names)
    cast = resolve(article, parse, names, quotations)
    sources = source_entities(article, parse, cast, quotations)
    scene = Scene(article, parse, joined(cast, find_issues(article, parse, cast)))
    told = reported(scene, quotations, sources)
    evidence = Evidence(scene, told)
    for one in candidates(scene, quotations, sources, told):
        names = (scene.entities[one.holder].name, scene.entities[one.target].name)
        start = parse.sentences[one.target_token.sent].span[0]
        if one.sign or one.rule not in SURE:
            yield (article.article_id, *names, start), one.sign, evidence.of(one)


def main() -> None:
    """Write the evidence, and say how many candidates are still found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", type=Path, default=GOLD)
    args = parser.parse_args()
    judged = pd.read_csv(args.gold / "candidates.csv", keep_default_na=False)
    key = ["text_id", "holder_name", "target_name", "sentence_start"]
    rows = {tuple(row): n for n, row in enumerate(judged[key].itertuples(index=False))}
    articles, groups = texts_of(args.gold, set(judged.text_id))
    found: dict[int, str] = {}
    for article, parse in zip(articles, parse_many(articles, load_model()), strict=True):
        group = groups.get(article.article_id, article.article_id)
        for key, sign, features in candidates_of(article, parse):
            if key in rows:
                line = {"row": rows[key], "group": group, "sign": sign, "features": features}
                found.setdefault(rows[key], json.dumps(line, sort_keys=True))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("".join(f"{found[n]}\n" for n in sorted(found)), encoding="utf-8")
    print(f"{len(found)} of {len(judged)} judged candidates are found; their evidence is in {args.out}")


if __name__ == "__main__":
    main()

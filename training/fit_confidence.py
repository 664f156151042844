"""Fit the confidence of rows to what careful readers found right, and write analysis/lexicons/confidence_weights.csv.

python training/fit_confidence.py TABLES VERDICTS... [TABLES VERDICTS...] [--articles ID...] [--out FILE] [--dry]

TABLES is a folder of tables, VERDICTS are files with a verdict a line: ARTICLE TABLE IDS VERDICT KIND. TABLE is E
(entities), Q, V (events) or R (roles, which are r1, r2, ... in the order of their table); T (dates) and S (stances,
which `train_judge.py` weighs) are passed over. VERDICT is R right, W wrong, D debatable. A row that is shown and that a
file does not name is right in the articles the file judges: those of a line `# articles: ID ID ...`, else `--articles`,
else those that it names; after a line `# listed` only the rows named count. Roles count only in files that name some,
or in which a line `# tables: E Q V R` has them. The beginning of an ID will do.

A table of fewer than 500 verdicts keeps its weights, scaled so that they say what share was right.

The articles are read anew, so that the rows are those of the readers as they are; a row that reads differently now
counts no more. What is printed is out of fold: each row is judged by weights that know nothing of its article.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from analysis import Reading
from analysis.lexicon import LEXICONS, rows, weighed, weights
from analysis.model import load_model, parse_many
from analysis.readers import read_parse
from analysis.readers.confidence import with_confidence
from analysis.readers.features import Features, features_of
from analysis.records import Article, Dateline, Span

# letter of a table: its name, its id, and what makes two rows the same
TABLES = {
    "E": ("entities", "entity_id", ("name", "kind")),
    "R": ("roles", "role_id", ("start", "end")),
    "Q": ("quotations", "quotation_id", ("content_start", "content_end", "cue_start", "source")),
    "V": ("events", "event_id", ("first_day", "actor", "action_start", "action_end")),
}
STRENGTHS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)  # of a ridge: the less, the nearer to no weights at all
OTHERS = "others"  # the key of what rows are that a file does not name
FEWEST = 40  # rows of a table, of which at least FEW are right and FEW are not
MANY = 500  # rows from which on weights are fitted; by fewer the standing weights are scaled
SCORE = "score"  # what these make of a row
FEW = 4  # also rows that a feature must have
FOLDS = 10
LINES = (0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
BINS = (0, 0.45, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(NamedTuple):
    """A row of a table as one reader judged it; `weight` is less where several did."""

    article: str
    features: Features
    verdict: str
    weight: float


def main() -> None:
    """Read the verdicts, fit each table, print how well, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="TABLES VERDICTS...")
    parser.add_argument("--articles", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=LEXICONS / "confidence_weights.csv")
    parser.add_argument("--dry", action="store_true", help="print only")
    args = parser.parse_args()
    judged: dict[str, list[Judged]] = {letter: [] for letter in TABLES}
    for folder, files in _groups(args.paths):
        given = Reading.load(folder)
        given = Reading(**given.tables() | {"roles": given.roles.assign(role_id=_numbered(given.roles))})
        verdicts = [verdicts_of(path, list(given.articles.article_id), args.articles) for path in files]
        for letter, found in judged_rows(given, verdicts).items():
            judged[letter] += found
    lines = {letter: table_weights(letter, found) for letter, found in judged.items()}
    if not args.dry:
        _write(args.out, lines)


def _groups(paths: list[Path]) -> list[tuple[Path, list[Path]]]:
    """Each folder of tables with the files of verdicts on it, which follow it."""
    groups: list[tuple[Path, list[Path]]] = []
    for path in paths:
        if path.is_dir():
            groups.append((path, []))
        else:
            groups[-1][1].append(path)
    return groups


def verdicts_of(path: Path, ids: list[str], articles: list[str]) -> dict[tuple[str, str], dict[str, str]]:
    """What a file says: for each article and table that it judges, the verdicts by id; the others are right."""
    named: dict[tuple[str, str, str], str] = {}
    heads: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, path.read_text(encoding="utf-8").splitlines())):
        if head := re.match(r"#\s*(articles|tables):(.*)", line):
            heads.setdefault(head[1], []).extend(re.split(r"[\s,]+", head[2].strip()))
            continue
        if re.match(r"#\s*listed", line):
            heads["listed"] = ["listed"]
            continue
        parts = line.split()
        if line.startswith("#") or (len(parts) > 1 and parts[1] in ("S", "T")):
            continue
        whole = _whole(parts[0], ids)
        if whole is None or len(parts) < 4 or parts[1] not in TABLES or parts[3] not in ("R", "W", "D"):
            print(f"{path.name}: passed over: {line}", file=sys.stderr)
            continue
        named |= {(whole, parts[1], key): parts[3] for key in parts[2].split(",") if key}
    judged = [whole for start in heads.get("articles", []) or articles if (whole := _whole(start, ids))]
    judged = judged or sorted({article for article, _, _ in named})
    letters = heads.get("tables") or [x for x in TABLES if x != "R" or any(named_in == "R" for _, named_in, _ in named)]
    found: dict[tuple[str, str], dict[str, str]] = {}
    if "listed" not in heads:
        found = {(article, letter): {OTHERS: "R"} for article in judged for letter in letters if letter in TABLES}
    for (article, letter, key), verdict in named.items():
        found.setdefault((article, letter), {})[key] = verdict
    return found


def judged_rows(given: Reading, verdicts: list[dict]) -> dict[str, list[Judged]]:
    """The rows that were judged, by letter of the table, with what is known of them by the readers as they are."""
    wanted = sorted({article for found in verdicts for article, _ in found})
    judged: dict[str, list[Judged]] = {letter: [] for letter in TABLES}
    n_lost, agreed = 0, []
    for article, now in features_now(given, wanted):
        for letter, (name, key, _) in TABLES.items():
            readers = [found[article, letter] for found in verdicts if (article, letter) in found]
            own = getattr(given, name)
            for same, row in zip(*_keyed(letter, own[own.article_id == article]), strict=True):
                said = [reader.get(row[key], reader.get(OTHERS, "") if row["shown"] else "") for reader in readers]
                said = list(filter(None, said))
                agreed += [said[0] == other for other in said[1:]]
                n_lost += bool(said) and same not in now[letter]
                if same in now[letter]:
                    judged[letter] += [Judged(article, now[letter][same], one, 1 / len(said)) for one in said]
    n_rows = sum(map(len, judged.values()))
    print(f"{len(wanted)} articles, {n_rows} verdicts; {n_lost} rows read differently now and do not count")
    if agreed:
        print(f"two readers judged {len(agreed)} rows, the same in {np.mean(agreed):.2f}")
    return judged


def features_now(given: Reading, wanted: list[str]) -> Iterator[tuple[str, dict[str, dict[tuple, Features]]]]:
    """Each article read anew: by letter of the table, the features of its rows by what makes them the same."""
    articles = [_article(row) for row in given.articles.to_dict("records") if row["article_id"] in wanted]
    for article, parse in zip(articles, parse_many(articles, load_model()), strict=True):
        reading = read_parse(article, parse, weighed=False)
        features, tables = features_of(reading, parse), Reading.of([with_confidence(reading, parse)]).tables()
        yield (
            article.article_id,
            {
                letter: dict(zip(_keyed(letter, tables[name])[0], features[name], strict=True))
                for letter, (name, *_) in TABLES.items()
            },
        )


def table_weights(letter: str, judged: list[Judged]) -> list[tuple[str, float]]:
    """The weights of one table, fitted; those that stand where there is too little to fit."""
    name = TABLES[letter][0]
    right = np.array([one.verdict == "R" for one in judged], dtype=int)
    if len(judged) < FEWEST or min(right.sum(), len(right) - right.sum()) < FEW:
        print(f"\n{name}: {len(judged)} verdicts are too few: its weights stay")
        return [(row["feature"], float(row["weight"])) for row in rows("confidence_weights") if row["table"] == name]
    standing = weights("confidence_weights", table=name)
    told = [one.features if len(judged) >= MANY else {SCORE: weighed(one.features, standing)} for one in judged]
    vectors = DictVectorizer(sparse=False)
    x = vectors.fit_transform(told)
    kept = (x != 0).sum(axis=0) >= FEW
    names, x = np.array(vectors.feature_names_)[kept], x[:, kept]
    shares, groups = np.array([one.weight for one in judged]), np.array([one.article for one in judged])
    tried = {strength: _out_of_fold(x, right, shares, groups, strength) for strength in STRENGTHS}
    best = min(STRENGTHS, key=lambda strength: _loss(tried[strength], right, shares))
    _report(name, tried[best], judged, best, _loss(tried[best], right, shares))
    model = _model(best).fit(x, right, sample_weight=shares)
    found = dict(zip(names, map(float, model.coef_[0]), strict=True))
    if SCORE in found:
        found = {name: weight * found[SCORE] for name, weight in standing.items() if name != "intercept"}
    found = {"intercept": float(model.intercept_[0])} | found
    return [(feature, round(weight, 3)) for feature, weight in found.items() if round(weight, 3)]


def _model(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=5000, random_state=1)


def _out_of_fold(x: Any, right: Any, weights: Any, groups: Any, strength: float) -> Any:
    folds = GroupKFold(min(FOLDS, len(set(groups))))
    options = {"groups": groups, "cv": folds, "method": "predict_proba", "params": {"sample_weight": weights}}
    return cross_val_predict(_model(strength), x, right, **options)[:, 1]


def _loss(chances: Any, right: Any, weights: Any) -> float:
    return float(-np.average(np.log(np.where(right, chances, 1 - chances)), weights=weights))


def _report(name: str, chances: Any, judged: list[Judged], strength: float, loss: float) -> None:
    """Calibration by bin, and what would be shown from several lines on, all out of fold."""
    verdicts = np.array([one.verdict for one in judged])
    right, kept = verdicts == "R", verdicts != "W"
    base = _loss(np.full(len(right), right.mean()), right, np.ones(len(right)))
    print(f"\n{name}: {len(judged)} verdicts, strict {right.mean():.2f}, lenient {kept.mean():.2f}; ", end="")
    print(f"ridge {strength}, loss {loss:.3f} (of the share alone {base:.3f})")
    for low, high in pairwise(BINS):
        part = (chances >= low) & (chances < high)
        if part.any():
            gap = right[part].mean() - chances[part].mean()
            note = "  <- more than .08 off" if part.sum() >= FEWEST and abs(gap) > 0.08 else ""
            said, true = chances[part].mean(), right[part].mean()
            print(f"  {low:.2f}-{min(high, 1):.2f}  n {part.sum():4d}  said {said:.2f}  right {true:.2f}{note}")
    for line in LINES:
        part = chances >= line
        if part.any():
            print(
                f"  line {line:.2f}  shown {part.sum():4d}  strict {right[part].mean():.2f}  lenient "
                f"{kept[part].mean():.2f}  of the right ones {right[part].sum() / max(1, right.sum()):.2f}"
            )


def _write(out: Path, lines: dict[str, list[tuple[str, float]]]) -> None:
    order = {name: letter for letter, (name, *_) in TABLES.items()}
    text = [
        "# Source: own measurement: rows of news articles judged by careful readers; training/fit_confidence.py; "
        "those of roles and events are older ones, in part by hand, scaled",
        "table,feature,weight",
        *(f"{name},{feature},{weight:g}" for name, letter in order.items() for feature, weight in lines[letter]),
    ]
    out.write_text("\n".join(text) + "\n", encoding="utf-8")
    print(f"\nwrote {out}")


def _whole(start: str, ids: list[str]) -> str | None:
    """The one id that begins so, or is that."""
    fits = [start] if start in ids else [key for key in ids if key.startswith(start)]
    return fits[0] if len(fits) == 1 else None


def _numbered(roles: pd.DataFrame) -> list[str]:
    return [f"r{n + 1}" for n in roles.groupby("article_id").cumcount()]


def _keyed(letter: str, frame: pd.DataFrame) -> tuple[list[tuple], list[dict]]:
    """The rows of a table, and what makes each the same as one of another reading."""
    found = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [tuple(row[column] for column in TABLES[letter][2]) for row in found], found


def _article(row: dict[str, Any]) -> Article:
    """An article as it was read, from its row."""
    row = {name: None if np.ndim(value) == 0 and pd.isna(value) else value for name, value in row.items()}
    headline = None if row["headline_start"] is None else Span(int(row["headline_start"]), int(row["headline_end"]))
    paragraphs = tuple(Span(int(start), int(end)) for start, end in row["paragraph_spans"])
    dateline = None
    if row["dateline_start"] is not None:
        start, end = int(row["dateline_start"]), int(row["dateline_end"])
        known = {"place": row["dateline_place"], "date": row["dateline_date"], "agency": row["agency"]}
        dateline = Dateline(start=start, end=end, **known)
    known = [*paragraphs, *filter(None, (headline, dateline and Span(dateline.start, dateline.end)))]
    lines = (Span(*line.span()) for line in re.finditer(r"[^\n\r]+", row["text"]))
    return Article(
        **{name: row[name] for name in ("article_id", "text", "byline", "url", "outlet")},
        source=row["source"] or "",
        headline=headline,
        paragraphs=paragraphs,
        furniture=tuple(line for line in lines if not any(line[0] < end and start < line[1] for start, end in known)),
        dateline=dateline,
        published=date.fromisoformat(row["published"]) if row["published"] else None,
    )


if __name__ == "__main__":
    main()

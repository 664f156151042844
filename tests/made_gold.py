"""Small sets of gold in our own words, in the forms that public sets and the open gold have."""

import csv
import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from analysis.evaluation.open_gold import FORMS

TAGS = {"'s": "POS", "in": "IN", "She": "PRP"}


def conllu(file: Path, words: str) -> Path:
    """A document in CoNLL-U with entities as GUM has them, of one word a line: sign, form, entities.

    The sign is `¶` where a paragraph begins, `-` where the word before stands close, else `.`; a capital behind a full
    stop begins a sentence; a capital makes a name.
    """
    sentences: list[list[str]] = []
    number, before = count(1), ""
    for sign, form, entity in (line.split(" ", 2) for line in words.strip().splitlines()):
        if sign == "¶" or (before == "." and form[0].isupper()):
            sentences.append(["# newpar"] if sign == "¶" else [])
            number = count(1)
        if sign == "-":
            sentences[-1][-1] += "|SpaceAfter=No"
        tag = TAGS.get(form, "NNP" if form[0].isupper() else "NN")
        fields = [str(next(number)), form, "_", "_", tag, *"____", f"Entity={entity.replace('-cf', '-x-cf')}"]
        sentences[-1].append("\t".join(fields))
        before = form
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n\n".join(map("\n".join, sentences)), encoding="utf-8")
    return file


def seesaw(folder: Path, sentences: str, *triplets: tuple[str, str, str], key: str = "T_DOCUMENT_0") -> Path:
    """An article as SEESAW has it, a sentence a line, with triplets in its first sentence."""
    lines = [{"id": n, "text": line} for n, line in enumerate(sentences.splitlines())]
    found = [{"subject": holder, "sentiment": sign, "object": target} for holder, sign, target in triplets]
    entities = [[name] for name in sorted({name for holder, _, target in triplets for name in (holder, target)})]
    meta = {"story_time": "2020-01-15", "Split": "train"}
    _json(folder / "articles" / f"{key}.json", {"title": "What they said", "text": lines})
    _json(folder / "annotations" / f"{key}.json", {"entity lists": entities, "sentence-level stances": {"0": found}})
    _json(folder / "meta" / f"{key.partition('_')[0]}.json", meta)
    return folder


def polnear(folder: Path, text: str, brat: str, key: str = "one") -> Path:
    """A text as PolNeAR has it; `brat` has a line for each annotation."""
    for name, words in ((f"text/{key}.txt", text), (f"attributions/{key}_a.ann", brat)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def open_gold(folder: Path, texts: dict[str, str], **tables: Iterable[dict[str, Any]]) -> Path:
    """A folder of open gold, all of its articles in the part `test`; columns that are not given are empty."""
    articles = [{"article_id": key, "part": "test", "source": "GUM", "published": "2020-01-15"} for key in texts]
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for key, text in texts.items():
        (folder / "texts" / f"{key}.txt").write_text(text, encoding="utf-8")
    needed = {name: [] for name, form in FORMS.items() if form.needed}
    for name, rows in (needed | {"articles": articles} | tables).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, (*FORMS[name].columns, *FORMS[name].more), restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def _json(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content), encoding="utf-8")

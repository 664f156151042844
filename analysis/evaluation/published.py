"""Public sets as they are published: PolNeAR, SEESAW, TimeML, NewsMTSC. Nothing of them is part of the project."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.evaluation.matching import Characters, characters
from analysis.evaluation.records import Document

RECORDS = re.compile(r"\n(?=[A-Z#*]\d*\t)")
MARKS = re.compile(r'["“”]')
ALL_IN_MARKS = re.compile(r'^["“].*["”][,.]?$', re.DOTALL)
SIGNS = {"POS": 1, "NEG": -1}
LABELS = {2: "oppose", 4: "neutral", 6: "support"}
DATED = ("DATE", "TIME")

Spans = list[tuple[int, int]]


class Attribution(NamedTuple):
    """An attribution of PolNeAR: the places of its characters, without white space."""

    source: Characters
    cue: Characters
    content: Characters
    kind: str


class Triplets(NamedTuple):
    """SEESAW's actors and issues of an article, and who is for (1) or against (-1) whom in which sentence."""

    entities: list[str]
    stances: list[tuple[int, str, int, str]]


class Timex(NamedTuple):
    """A time expression and its value."""

    start: int
    end: int
    value: str


class Target(NamedTuple):
    """A span of a sentence and the side that is taken on it."""

    start: int
    end: int
    polarity: str


def read_polnear(folder: Path) -> Iterator[Document]:
    """PolNeAR: `text/*.txt` and the first, by name, of a text's brat files in `attributions/`."""
    for file in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(f"{file.stem}*.ann"))
        if not annotations:
            raise ValueError(f"{folder / 'attributions'} holds no annotation of {file.name}")
        text = file.read_text(encoding="utf-8")
        found = [one for one in _attributions(annotations[0].read_text(encoding="utf-8"), text) if one.content]
        yield Document(file.stem, text, {"quotations": found})


def visible(text: str) -> Characters:
    """The places of characters that are no white space."""
    return frozenset(place for place, letter in enumerate(text) if not letter.isspace())


def _attributions(brat: str, text: str) -> Iterator[Attribution]:
    spans: dict[str, Spans] = {}
    kept = visible(text)
    for fields in (record.split("\t") for record in RECORDS.split(brat)):
        if fields[0].startswith("T"):
            places = fields[1].split(" ", 1)[1]
            spans[fields[0]] = [tuple(map(int, piece.split())) for piece in places.split(";")]
        elif fields[0].startswith("E") and fields[1].startswith("Attribution"):
            parts: dict[str, Spans] = {"Source": [], "Cue": [], "Content": []}
            for role, key in (argument.split(":") for argument in fields[1].split()):
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(key, []))
            source, cue, content = (characters(parts[role], kept) for role in ("Source", "Cue", "Content"))
            yield Attribution(
                source, cue, content, kind_of("".join(text[start:end] for start, end in parts["Content"]))
            )


def kind_of(content: str) -> str:
    """Direct, mixed or indirect, by the quotation marks in a content.

    >>> kind_of('"We go."'), kind_of('that they "go"'), kind_of("that they go")
    ('direct', 'mixed', 'indirect')
    """
    content = content.strip()
    marks = len(MARKS.findall(content))
    if marks >= 2 and ALL_IN_MARKS.match(content):
        return "direct"
    return "mixed" if marks else "indirect"


def read_seesaw(folder: Path) -> Iterator[Document]:
    """SEESAW: `articles/`, `annotations/` and `meta/`, JSON; headline and each sentence are a paragraph."""
    for file in sorted((folder / "articles").glob("*.json")):
        meta = _json(folder / "meta" / f"{file.stem.partition('_DOCUMENT_')[0]}.json")
        article = _json(file)
        sentences = sorted(article["text"], key=lambda sentence: int(sentence["id"]))
        lines = [article["title"].strip(), *(re.sub(r"\s+", " ", one["text"]).strip() for one in sentences)]
        gold = _triplets(_json(folder / "annotations" / file.name))
        text = "\n\n".join(lines) + "\n"
        yield Document(file.stem, text, {"stances": gold}, meta["story_time"], meta["Split"])


def _triplets(annotation: dict) -> Triplets:
    entities = [entity[0] for entity in annotation["entity lists"]]
    stances = [
        (int(sentence), one["subject"], SIGNS.get(one["sentiment"], -1), one["object"])
        for sentence, found in annotation["sentence-level stances"].items()
        for one in found
        if one["subject"] in entities and one["object"] in entities
    ]
    return Triplets(entities, stances)


def read_timeml(folder: Path) -> Iterator[Document]:
    """TimeML: the dates and times in the TEXT of `.tml` files, and the day of the document."""
    for file in sorted(folder.rglob("*.tml")):
        root = ET.fromstring(file.read_text(encoding="utf-8"))
        text, found = _running(root.find("TEXT"))
        day = root.find("DCT/TIMEX3")
        published = (day.get("value") or "")[:10] if day is not None else None
        yield Document(file.stem.replace(".", "_"), text, {"dates": found}, published or None)


def _running(element: ET.Element) -> tuple[str, list[Timex]]:
    """The text of an element, and the time expressions in it, those inside others first."""
    text, found = element.text or "", []
    for child in element:
        inner, timexes = _running(child)
        found += [Timex(start + len(text), end + len(text), value) for start, end, value in timexes]
        text += inner + (child.tail or "")
    if element.tag == "TIMEX3" and element.get("type") in DATED:
        found.append(Timex(0, len(text), element.get("value") or ""))
    return text, found


def read_newsmtsc(files: Sequence[Path]) -> Iterator[Document]:
    """NewsMTSC: JSON lines, each a sentence with targets in it; a sentence goes by its file and its number."""
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            sentence = json.loads(line)
            targets = [Target(one["from"], one["to"], LABELS[round(one["polarity"])]) for one in sentence["targets"]]
            yield Document(f"{file.stem}-{number}", sentence["sentence_normalized"], {"targets": targets})


def _json(file: Path) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))

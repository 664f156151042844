"""Gold of coreference, and the tables scored against it: GUM's CoNLL-U and MEANTIME's CAT XML.

Match rule: a mention is a gold mention where it lies within its span and covers its head (its minimal span in GUM), as
in MUC; nearest first, one to one. Chains are those of persons, organizations and places; what the kit calls issues is
left out, and so are chains of one mention.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from conll import Score, conll

KINDS = frozenset({"person", "organization", "place"})
MEANTIME_KINDS = frozenset({"PER", "ORG", "LOC"})
WHOLES = frozenset({"APP", "CONJ"})  # an apposition or coordination as a whole: its parts are mentions too
ANNOTATED = 5  # sentences of MEANTIME's articles behind the headline
GLUED_BEFORE = re.compile(r"(?:[,.;:!?%)\]-]|['’](?:s|re|ve|ll|d|m)?|n['’]t)$")
GLUED_BEHIND = re.compile(r"[($\[£€-]$")
BRACKETS = re.compile(r"\([^()]+\)?|[^()]+\)")


class GoldMention(NamedTuple):
    """Characters of a mention and of its head, or minimal span."""

    start: int
    end: int
    head_start: int
    head_end: int


class GoldText(NamedTuple):
    """A text, and the chains of mentions of its actors and places; beyond `until` nothing is annotated."""

    article_id: str
    text: str
    chains: list[list[GoldMention]]
    until: int


class Word(NamedTuple):
    """A token of a CoNLL-U file: its characters and what its MISC column says of entities."""

    start: int
    end: int
    entity: str


def read_gum(file: Path) -> GoldText:
    """Text and chains of a document in CoNLL-U with `Entity=` in MISC, fields in GUM's order."""
    text, words = "", []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if not rows:
            continue
        text = text and text.rstrip() + ("\n\n" if "# newpar" in block else " ")
        for form, entity, space in _tokens(rows):
            words.append(Word(len(text), len(text) + len(form), entity))
            text += form + space
    chains = [chain for kind, chain in _gum_chains(words) if kind in KINDS]
    return GoldText(file.stem, f"{text.strip()}\n", chains, len(text))


def _tokens(rows: list[list[str]]) -> Iterator[tuple[str, str, str]]:
    """Form, entities and the space behind of each word; there is none inside a multiword token (`3-4  Malaysia's`)."""
    last = {}
    for row in rows:
        if "-" in row[0]:
            first, end = map(int, row[0].split("-"))
            last |= dict.fromkeys(range(first, end), "SpaceAfter=No") | {end: row[9]}
    for row in rows:
        if row[0].isdigit():
            misc = dict(field.split("=", 1) for field in row[9].split("|") if "=" in field)
            yield row[1], misc.get("Entity", ""), "" if "SpaceAfter=No" in last.get(int(row[0]), row[9]) else " "


def _gum_chains(words: list[Word]) -> list[tuple[str, list[GoldMention]]]:
    """Kind and mentions of each entity: `(5-person-new-…-1,2-coref` opens one whose minimal span is words 1 and 2."""
    chains: dict[str, tuple[str, list[GoldMention]]] = {}
    is_open: list[tuple[list[str], int]] = []
    for n, word in enumerate(words):
        for bracket in BRACKETS.findall(word.entity):
            if bracket.startswith("("):
                is_open.append((bracket.strip("()").split("-"), n))
            if not bracket.endswith(")"):
                continue
            key = bracket.strip("()").split("-")[0]
            fields, first = is_open.pop(max(i for i, (fields, _) in enumerate(is_open) if fields[0] == key))
            span = words[first : n + 1]
            least = [span[int(place) - 1] for place in fields[5].split(",")]
            mention = GoldMention(span[0].start, word.end, least[0].start, least[-1].end)
            chains.setdefault(key, (fields[1], []))[1].append(mention)
    return list(chains.values())


def read_meantime(file: Path) -> GoldText:
    """Text and chains of a document in MEANTIME's XML, whose first five sentences are annotated.

    The file has no white space: it is put back where one expects it, an empty line behind the headline.
    """
    root = ET.parse(file).getroot()
    text, spans, until = "", {}, 0
    for token in root.iter("token"):
        sentence = int(token.get("sentence", "0"))
        word = token.text or ""
        if sentence and "\n" not in text:
            text += "\n\n"
        elif text and not GLUED_BEFORE.match(word) and not GLUED_BEHIND.search(text):
            text += " "
        spans[token.get("t_id")] = (len(text), len(text) + len(word))
        text += word
        until = len(text) if sentence <= ANNOTATED else until
    return GoldText(file.stem.split("_")[0], f"{text}\n", _meantime_chains(root, text, spans), until)


def _meantime_chains(root: ET.Element, text: str, spans: dict[str, tuple[int, int]]) -> list[list[GoldMention]]:
    mentions = {}
    for element in root.iter("ENTITY_MENTION"):
        anchors = sorted(spans[anchor.get("t_id")] for anchor in element.iter("token_anchor"))
        if anchors and element.get("syntactic_type") not in WHOLES:
            mentions[element.get("m_id")] = _with_head(anchors[0][0], anchors[-1][1], element.get("head") or "", text)
    kinds = {entity.get("m_id"): entity.get("ent_type") for entity in root.iter("ENTITY")}
    chains: dict[str, list[GoldMention]] = {}
    for relation in root.iter("REFERS_TO"):
        members = [mentions[key] for source in relation.iter("source") if (key := source.get("m_id")) in mentions]
        for target in relation.iter("target"):
            if kinds.get(target.get("m_id")) in MEANTIME_KINDS:
                chains.setdefault(target.get("m_id"), []).extend(members)
    return list(chains.values())


def _with_head(start: int, end: int, head: str, text: str) -> GoldMention:
    """A mention whose head is given in words; where they are not found in it, all of it is its head."""
    at = text.find(head, start, end)
    return GoldMention(start, end, at, at + len(head)) if head and at >= 0 else GoldMention(start, end, start, end)


def write_gold(texts: list[GoldText], folder: Path) -> None:
    """A folder of gold: `texts/` and `gold.jsonl`."""
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    for gold in texts:
        (folder / "texts" / f"{gold.article_id}.txt").write_text(gold.text, encoding="utf-8")
    lines = [json.dumps({"article_id": gold.article_id, "until": gold.until, "chains": gold.chains}) for gold in texts]
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def score(gold: Path, tables: Path) -> dict[str, Score]:
    """MUC, B³, CEAFe and CoNLL of the tables in a folder, against a `gold.jsonl`."""
    mentions = pd.read_parquet(tables / "mentions.parquet")
    entities = pd.read_parquet(tables / "entities.parquet")
    mentions = mentions.merge(entities[["article_id", "entity_id", "kind"]], on=["article_id", "entity_id"])
    mentions = mentions[mentions.kind != "issue"]
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    return conll(_chains(line, mentions[mentions.article_id == line["article_id"]]) for line in lines)


def _chains(gold: dict, mentions: pd.DataFrame) -> tuple[list[set], list[set]]:
    """Key and response of an article, the mentions of both known by the same names where they match."""
    key = [{GoldMention(*mention) for mention in chain} for chain in gold["chains"]]
    written = [row for row in mentions.itertuples() if row.start < gold["until"]]
    same = _matched([mention for chain in key for mention in chain], written)
    response: dict[str, set] = {}
    for row in written:
        response.setdefault(row.entity_id, set()).add(same.get(row.mention_id, row.mention_id))
    return key, list(response.values())


def _matched(gold: list[GoldMention], written: list) -> dict[str, GoldMention]:
    """The gold mention that each written one is, nearest first."""
    near = sorted(
        (row.start - mention.start + mention.end - row.end, mention, row.mention_id)
        for mention in gold
        for row in written
        if mention.start <= row.start <= mention.head_start and mention.head_end <= row.end <= mention.end
    )
    same: dict[str, GoldMention] = {}
    for _, mention, key in near:
        if key not in same and mention not in same.values():
            same[key] = mention
    return same

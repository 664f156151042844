"""Sets that give articles word by word, with chains of mentions: GUM's CoNLL-U and MEANTIME's CAT XML."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.evaluation.records import Document
from analysis.records import Span

KINDS = frozenset({"person", "organization", "place"})
MEANTIME_KINDS = frozenset({"PER", "ORG", "LOC"})
WHOLES = frozenset({"APP", "CONJ"})  # an apposition or coordination as a whole: its parts are mentions too
ANNOTATED = 5  # sentences of MEANTIME's articles behind the headline
LONGEST_NAME = 8  # words
PROPER = frozenset({"NNP", "NNPS"})
GLUED_BEFORE = re.compile(r"(?:[,.;:!?%)\]-]|['’](?:s|re|ve|ll|d|m)?|n['’]t)$")
GLUED_BEHIND = re.compile(r"[($\[£€-]$")
BRACKETS = re.compile(r"\([^()]+\)?|[^()]+\)")


class GoldMention(NamedTuple):
    """Characters of a mention and of its head, or minimal span."""

    start: int
    end: int
    head_start: int
    head_end: int


class GoldChains(NamedTuple):
    """The chains of mentions of an article's actors and places; beyond `until` nothing is annotated."""

    chains: list[list[GoldMention]]
    until: int


class Word(NamedTuple):
    """A token of a CoNLL-U file: its characters, its tag and what its MISC column says of entities."""

    start: int
    end: int
    tag: str
    entity: str


class Marked(NamedTuple):
    """A mention of GUM: the key and kind of its entity, its words, and which of them are its minimal span."""

    key: str
    kind: str
    words: list[Word]
    least: list[int]


def read_gum(files: Iterable[Path]) -> Iterator[Document]:
    """Documents in CoNLL-U with `Entity=` in MISC, fields in GUM's order: their chains, and those of names alone."""
    for file in files:
        text, words = "", []
        for block in file.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
            if not rows:
                continue
            text = text and text.rstrip() + ("\n\n" if "# newpar" in block else " ")
            for form, tag, entity, space in _tokens(rows):
                words.append(Word(len(text), len(text) + len(form), tag, entity))
                text += form + space
        marked = [one for one in _marked(words) if one.kind in KINDS]
        chains = [[_mention(one) for one in chain] for chain in _by_key(marked)]
        names = [[_name(one) for one in chain] for chain in _by_key(filter(_is_named, marked))]
        yield Document(file.stem, f"{text.strip()}\n", {"names": names, "coreference": GoldChains(chains, len(text))})


def _tokens(rows: list[list[str]]) -> Iterator[tuple[str, str, str, str]]:
    """Form, tag, entities and the space behind of each word; there is none inside a multiword token (`Malaysia's`)."""
    last = {}
    for row in rows:
        if "-" in row[0]:
            first, end = map(int, row[0].split("-"))
            last |= dict.fromkeys(range(first, end), "SpaceAfter=No") | {end: row[9]}
    for row in rows:
        if row[0].isdigit():
            misc = dict(field.split("=", 1) for field in row[9].split("|") if "=" in field)
            space = "" if "SpaceAfter=No" in last.get(int(row[0]), row[9]) else " "
            yield row[1], row[4], misc.get("Entity", ""), space


def _marked(words: list[Word]) -> Iterator[Marked]:
    """The mentions: `(5-person-new-…-1,2-coref` opens one whose minimal span is its words 1 and 2."""
    is_open: list[tuple[list[str], int]] = []
    for n, word in enumerate(words):
        for bracket in BRACKETS.findall(word.entity):
            if bracket.startswith("("):
                is_open.append((bracket.strip("()").split("-"), n))
            if not bracket.endswith(")"):
                continue
            key = bracket.strip("()").split("-")[0]
            fields, first = is_open.pop(max(i for i, (fields, _) in enumerate(is_open) if fields[0] == key))
            yield Marked(key, fields[1], words[first : n + 1], [int(place) - 1 for place in fields[5].split(",")])


def _by_key(marked: Iterable[Marked]) -> Iterable[list[Marked]]:
    chains: dict[str, list[Marked]] = {}
    for one in marked:
        chains.setdefault(one.key, []).append(one)
    return chains.values()


def _mention(one: Marked) -> GoldMention:
    least = [one.words[place] for place in one.least]
    return GoldMention(one.words[0].start, one.words[-1].end, least[0].start, least[-1].end)


def _name(one: Marked) -> Span:
    words = _without_possessive(one.words)
    return Span(words[0].start, words[-1].end)


def _is_named(one: Marked) -> bool:
    """Whether a mention ends with its name: `the singer Maria Ortiz`, and not `officials in Kabul`.

    Its minimal span ends with it, in a proper noun; its head, the first word there, is one too, or no preposition
    stands between.
    """
    words = _without_possessive(one.words)
    if len(words) > LONGEST_NAME or one.least[-1] != len(words) - 1 or words[-1].tag not in PROPER:
        return False
    core = words[one.least[0] :]
    return core[0].tag in PROPER or all(word.tag != "IN" for word in core)


def _without_possessive(words: list[Word]) -> list[Word]:
    return words[:-1] if words[-1].tag == "POS" else words


def read_meantime(files: Iterable[Path]) -> Iterator[Document]:
    """Documents in MEANTIME's XML, whose first five sentences are annotated.

    The files have no white space: it is put back where one expects it, an empty line behind the headline.
    """
    for file in files:
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
        gold = GoldChains(_meantime_chains(root, text, spans), until)
        yield Document(file.stem.split("_")[0], f"{text}\n", {"coreference": gold}, _created(root))


def _created(root: ET.Element) -> str | None:
    """The day that the document itself is of."""
    days = [one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"]
    return (days[0].get("value") or "")[:10] or None if days else None


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

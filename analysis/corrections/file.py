"""The file of corrections: YAML beside the article, an entry a correction, for a person to read and edit."""

import os
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import yaml

from analysis.codebook.yaml_files import LINE, WHOLE, Key, read_yaml
from analysis.corrections.entries import ACTIONS
from analysis.records import Anchor, Correction

SUFFIX = ".corrections.yaml"
HEAD = "# Corrections, applied whenever the article is read. One is taken back by deleting its entry.\n"
KINDS = ("person", "organization", "country", "group", "place", "issue", "direct", "mixed", "indirect")
ANCHOR = {
    "start": Key(WHOLE, needed=True),
    "end": Key(WHOLE, needed=True),
    "quote": Key(needed=True),
    "before": Key(),
    "after": Key(),
}
ENTRY = {
    "id": Key(needed=True),
    "article": Key(),
    "table": Key(needed=True, values=tuple(ACTIONS)),
    "action": Key(needed=True, values=tuple(dict.fromkeys(one for table in ACTIONS.values() for one in table))),
    "at": Key(ANCHOR, needed=True, many=True),
    "to": Key(ANCHOR, many=True),
    **dict.fromkeys(("source", "cue", "holder", "target"), Key(ANCHOR)),
    "name": Key(),
    "kind": Key(values=KINDS),
    "role": Key(),
    "polarity": Key(values=("support", "oppose", "neutral")),
    "who": Key(),
    "when": Key(),
    "why": Key(),
}
OTHER_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
ONE, MANY = ("source", "cue", "holder", "target"), ("at", "to")


def path_beside(source: str | Path) -> Path | None:
    """Where the corrections of a file lie: `story.txt` has `story.corrections.yaml`; None for what is no file."""
    name = str(source)
    return Path(name).with_suffix(SUFFIX) if name and "://" not in name and Path(name).name else None


def read_corrections(file: str | Path) -> tuple[Correction, ...]:
    """The entries of a file, in its order; none where there is no file.

    Raises ValueError with file and line where an entry is none, with what was found and what is accepted.
    """
    file = Path(file)
    if not file.exists():
        return ()
    found = read_yaml(file, Key(ENTRY, many=True))
    faults = [f"{file}, line {block[LINE]}: {fault}" for block in found for fault in _faults(block)]
    lines: dict[str, int] = {}
    for block in found:
        if lines.setdefault(block["id"], block[LINE]) != block[LINE]:
            faults.append(f"{file}, line {block[LINE]}: the id {block['id']!r} is that of line {lines[block['id']]}")
    if faults:
        raise ValueError("; ".join(faults[:5]))
    return tuple(_entry(block) for block in found)


def _faults(block: dict[str, Any]) -> list[str]:
    """What a block lacks for its action."""
    actions = ACTIONS[block["table"]]
    if block["action"] not in actions:
        return [f"action {block['action']!r} is none of {block['table']}: {', '.join(actions)}"]
    missing = [name for name in ("at", *actions[block["action"]]) if not block[name]]
    return [f"{block['action']} in {block['table']} needs {', '.join(missing)}"] if missing else []


def _entry(block: dict[str, Any]) -> Correction:
    values = {name: block[name] for name in ("table", "action", "name", "kind", "role", "polarity")}
    said = {name: block[name] or "" for name in ("who", "when", "why")}
    anchors = {name: _anchor(block[name]) for name in ONE} | {name: tuple(map(_anchor, block[name])) for name in MANY}
    return Correction(correction_id=block["id"], article_id=block["article"] or "", **values, **said, **anchors)


def _anchor(block: dict[str, Any]) -> Anchor | None:
    if not block:
        return None
    words = {name: block[name] or "" for name in ("before", "after")}
    return Anchor(start=block["start"], end=block["end"], quote=block["quote"], **words)


def append(file: str | Path, entry: Correction) -> Correction:
    """Write an entry behind those of a file, which is made where there is none; the entry with the id it got.

    What stands in the file stays as it is, character for character. Raises ValueError where its entries can't be read.
    """
    file = Path(file)
    known = {one.correction_id for one in read_corrections(file)}
    numbers = [int(found[1]) for one in known if (found := re.fullmatch(r"c(\d{1,9})", one))]
    named = replace(entry, correction_id=f"c{max(numbers, default=0) + 1}")
    before = file.read_bytes().decode("utf-8") if file.exists() else ""
    before += "" if before.endswith("\n") or not before else "\n"
    _write(file, (before or HEAD) + as_yaml(named))
    return named


def remove(file: str | Path, correction_id: str) -> None:
    """Take one entry out of a file; everything else stays as it is.

    Raises ValueError where there is none of that id, naming those there are.
    """
    file = Path(file)
    entries = read_corrections(file)
    if correction_id not in (one.correction_id for one in entries):
        known = ", ".join(one.correction_id for one in entries) or "none"
        raise ValueError(f"{file} has no correction {correction_id!r}; there are: {known}")
    text = file.read_bytes().decode("utf-8")
    item = _item(text, correction_id)
    if item is None:  # written otherwise than we write it, such as on one line
        _write(file, HEAD + "".join(as_yaml(one) for one in entries if one.correction_id != correction_id))
        return
    lines = text.splitlines(keepends=True)
    _write(file, "".join(lines[: item[0]] + lines[item[1] :]))


def _item(text: str, correction_id: str) -> tuple[int, int] | None:
    """The lines of an entry, if they are its alone."""
    node = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or OTHER_LINE_ENDS.search(text):
        return None
    for item in node.value:
        if any(key.value == "id" and value.value == correction_id for key, value in item.value):
            last = item.value[-1][1]
            end = last.end_mark.line + (last.end_mark.column > 0)
            return item.start_mark.line, max(end, item.start_mark.line + 1)
    return None


def as_yaml(entry: Correction) -> str:
    """An entry as it stands in a file."""
    block: dict[str, Any] = {"id": entry.correction_id, "article": entry.article_id}
    for one in fields(entry)[2:]:
        value = getattr(entry, one.name)
        if one.name in MANY:
            value = [_plain(anchor) for anchor in value]
        elif one.name in ONE and value:
            value = _plain(value)
        if value:
            block[one.name] = value
    return yaml.safe_dump([block], sort_keys=False, allow_unicode=True, width=110)


def _plain(anchor: Anchor) -> dict[str, int | str]:
    return {one.name: getattr(anchor, one.name) for one in fields(anchor)}


def _write(file: Path, text: str) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)

"""YAML that a person writes: read by a form, and what is wrong is said with its line and with what may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import yaml

LARGEST = 8_000_000  # bytes
TOLD = 5  # faults told at once
TEXT, WHOLE, NUMBER = "some text", "a whole number", "a number"
LINE = "line"  # the key under which a block tells where it begins
NULL = "tag:yaml.org,2002:null"


class Key(NamedTuple):
    """What stands under a key: a value, one of `values`, or a block with keys of its own; `many` is a list of such."""

    holds: str | Mapping[str, Key] = TEXT
    needed: bool = False
    many: bool = False
    values: tuple[str, ...] = ()
    between: tuple[float, float] | None = None


def read_yaml(file: Path, keys: Key) -> Any:
    """What a file holds, in plain dictionaries and lists; each block also has its `line`. Text is taken literally: `no`
    is no truth value and `1.10` no number, where text is asked for.

    Raises ValueError that names the file and the line of each fault, what was found and what is accepted, and OSError
    where the file can't be opened.
    """
    reader = _Reader(file)
    found = reader.read(_composed(file), keys, "the file")
    if reader.faults:
        more = len(reader.faults) - TOLD
        raise ValueError("; ".join([*reader.faults[:TOLD], *([f"and {more} more"] if more > 0 else [])]))
    return found


def _composed(file: Path) -> yaml.Node | None:
    """The nodes of a file; None where it is empty."""
    import yaml

    if file.stat().st_size > LARGEST:
        raise ValueError(f"{file}: larger than {LARGEST:,} bytes, which no such file needs")
    try:
        return yaml.compose(file.read_text(encoding="utf-8-sig"), Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise ValueError(f"{file} is no UTF-8 text") from None
    except RecursionError:
        raise ValueError(f"{file}: blocks within blocks without end") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f", line {mark.line + 1}" if mark else ""
        raise ValueError(f"{file}{where}: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise ValueError(f"{file}: {' '.join(str(error).split())}") from None


@dataclass
class _Reader:
    """Reads nodes by their form and notes what is wrong, so that all of it can be told at once."""

    file: Path
    faults: list[str] = field(default_factory=list)

    def read(self, node: yaml.Node | None, key: Key, name: str) -> Any:
        if node is None or node.tag == NULL:
            if node is not None and key.needed:
                self.fault(node, f"{name} is empty")
            return [] if key.many else {} if isinstance(key.holds, Mapping) else None
        if not key.many:
            return self._one(node, key, name)
        if node.id != "sequence":
            return self.fault(node, f"{name} must be a list, each in a line that begins with `- `")
        return [self._one(item, key, name) for item in node.value]

    def fault(self, node: yaml.Node, words: str) -> None:
        self.faults.append(f"{self.file}, line {node.start_mark.line + 1}: {words}")

    def _one(self, node: yaml.Node, key: Key, name: str) -> Any:
        if isinstance(key.holds, Mapping):
            if node.id == "mapping":
                return self._block(node, key.holds, name)
            return self.fault(node, f"{name} must be a block of {', '.join(key.holds)}")
        if node.id != "scalar":
            return self.fault(node, f"{name} must be {key.holds}")
        value = node.value.strip() if key.holds != TEXT else node.value
        if key.values and value not in key.values:
            return self.fault(node, f"{name} {_brief(value)} is none of {', '.join(key.values)}")
        return value if key.holds == TEXT else self._number(node, value, key, name)

    def _number(self, node: yaml.Node, value: str, key: Key, name: str) -> int | float | None:
        try:
            number = int(value) if key.holds == WHOLE else float(value)
        except ValueError:
            return self.fault(node, f"{name} {_brief(value)} is not {key.holds}")
        low, high = key.between or (number, number)
        if not low <= number <= high:
            return self.fault(node, f"{name} {_brief(value)} is not between {low:g} and {high:g}")
        return number

    def _block(self, node: yaml.MappingNode, keys: Mapping[str, Key], name: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            own = key.value if key.id == "scalar" else ""
            if own not in keys:
                self.fault(key, f"{_brief(own)} is no key of {name}; there are {', '.join(keys)}")
            elif own in found:
                self.fault(key, f"{own} stands twice in {name}")
            else:
                found[own] = self.read(value, keys[own], own)
        for own, key in keys.items():
            if key.needed and own not in found:
                self.fault(node, f"{name} has no {own}")
            found.setdefault(own, self.read(None, key, own))
        return {**found, LINE: node.start_mark.line + 1}


def _brief(value: object) -> str:
    words = repr(value)
    return words if len(words) < 60 else f"{words[:57]}..."

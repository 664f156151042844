"""Functions of readers and grammar, and how to switch them off: a stub that says nothing in place of their code."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple

from analysis import grammar, readers

PREFIX = "analysis."
# how the annotation of a result begins -> what says nothing there
EMPTY = {
    "bool": "False",
    "list": "[]",
    "Sequence": "()",
    "dict": "{}",
    "set": "set()",
    "frozenset": "frozenset()",
    "Iterator": "iter(())",
    "Iterable": "()",
    "Generator": "iter(())",
    "str": "''",
    "float": "0.0",
    "int": "0",
}


class Switch(NamedTuple):
    """A function by its dotted name below `analysis`, its lines, and what it gives when off (None: nothing neutral)."""

    name: str
    function: FunctionType
    lines: int
    stub: str | None


def switches(patterns: Iterable[str] = ()) -> list[Switch]:
    """All functions and methods of readers and grammar whose name, or what is above it, fits one of the patterns."""
    found = [one for module in _modules() for one in _of_module(module)]
    return [one for one in found if not patterns or any(_fits(one.name, pattern) for pattern in patterns)]


def _fits(name: str, pattern: str) -> bool:
    """`readers.stances.affiliation` is all that stands in that module; `*._is_*` all functions of such names."""
    pattern = pattern.removeprefix(PREFIX)
    return fnmatch(name, pattern) or fnmatch(name, f"{pattern}.*")


def _modules() -> Iterator[ModuleType]:
    for package in (grammar, readers):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def _of_module(module: ModuleType) -> Iterator[Switch]:
    for owner in (module, *filter(inspect.isclass, vars(module).values())):
        if owner.__name__ != module.__name__ and owner.__module__ != module.__name__:
            continue
        for name, value in vars(owner).items():
            function = _function(value)
            if function and function.__module__ == module.__name__ and not name.startswith("__"):
                where = f"{module.__name__}.{function.__qualname__}".removeprefix(PREFIX)
                yield Switch(where, function, len(inspect.getsource(function).splitlines()), stub_of(function))


def _function(value: object) -> FunctionType | None:
    """The function behind a cache, a property or a static method."""
    value = value.fget if isinstance(value, property) else inspect.unwrap(getattr(value, "__func__", value))
    return value if inspect.isfunction(value) and "<" not in value.__qualname__ else None


def stub_of(function: FunctionType) -> str | None:
    """What a function that says nothing gives, by its annotation: None, False, nothing in a container, its argument.

    A function from a thing to a thing of the same sort gives back the thing; one whose result has no neutral value (a
    record, a pair) has no stub.
    """
    hint = function.__annotations__.get("return", "")
    result = inspect.formatannotation(hint) if not isinstance(hint, str) else hint
    if function.__closure__ or not result:
        return None
    if "None" in result.split("[")[0].split(" | ") or result.endswith("| None"):
        return "None"
    for name, annotation in function.__annotations__.items():
        if name != "return" and annotation == hint and result != "bool":
            return name
    if result.startswith("tuple["):
        return "()" if result.endswith(", ...]") else None
    return EMPTY.get(result.split("[")[0].rpartition(".")[2])


def _code(switch: Switch) -> CodeType:
    plain = [
        parameter.replace(default=inspect.Parameter.empty, annotation=inspect.Parameter.empty)
        for parameter in inspect.signature(switch.function).parameters.values()
    ]
    made: dict[str, FunctionType] = {}
    exec(f"def stub{inspect.Signature(plain)}: return {switch.stub}", made)
    return made["stub"].__code__


@contextmanager
def off(chosen: Iterable[Switch]) -> Iterator[None]:
    """Functions are off for as long as this lasts, wherever they are known by whatever name."""
    before = [(one.function, one.function.__code__) for one in chosen]
    try:
        for one in chosen:
            one.function.__code__ = _code(one)
        yield
    finally:
        for function, code in before:
            function.__code__ = code

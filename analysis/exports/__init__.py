"""What other programs read: a table of formats (`formats.py`), and one function that writes any of them.

Names that need pandas are loaded when they are first asked for, so that the table alone is quick to read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analysis.exports.formats import FORMATS, export

if TYPE_CHECKING:
    from analysis.exports.networks import quotation_network, stance_network, write_network
    from analysis.exports.statements import statements, write_statements

__all__ = [
    "FORMATS",
    "export",
    "quotation_network",
    "stance_network",
    "statements",
    "write_network",
    "write_statements",
]
HOMES = {
    "quotation_network": "networks",
    "stance_network": "networks",
    "write_network": "networks",
    "write_statements": "statements",
}


def __getattr__(name: str) -> Any:
    """A name that is loaded late; `statements` is the function, not the module of that name."""
    if name == "statements":
        return import_module("analysis.exports.statements").statements
    if name in HOMES:
        return getattr(import_module(f"analysis.exports.{HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

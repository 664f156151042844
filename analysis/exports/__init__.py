"""What other programs read: a table of formats (`formats.py`), and one function that writes any of them.

What needs pandas is loaded when it is first asked for, so that the table alone is quick to read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from analysis.exports.formats import FORMATS, export
from analysis.exports.statements import statements, write_statements

if TYPE_CHECKING:
    from analysis.exports.networks import quotation_network, stance_network, write_network

__all__ = [
    "FORMATS",
    "export",
    "quotation_network",
    "stance_network",
    "statements",
    "write_network",
    "write_statements",
]
NETWORKS = ("quotation_network", "stance_network", "write_network")


def __getattr__(name: str) -> Any:
    """Networks are loaded when they are first asked for."""
    if name in NETWORKS:
        return getattr(import_module("analysis.exports.networks"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

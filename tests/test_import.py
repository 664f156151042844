"""The package is quick on its feet: what is heavy is loaded when it is first needed."""

import doctest
import inspect
import re
import subprocess
import sys

import pytest

import analysis

HEAVY = ("pandas", "pandera", "pyarrow", "spacy", "matplotlib", "trafilatura", "ipywidgets", "onnxruntime", "numpy")
WATCH = f"import atexit, sys; atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules]))"
COMMAND = "from analysis.cli import main; sys.argv = ['readout', *{!r}]; main()"


def printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(
    "code",
    [
        "import analysis",
        COMMAND.format(["--help"]),
        COMMAND.format(["tables", "--help"]),
        COMMAND.format(["evaluate", "--help"]),
    ],
)
def test_nothing_heavy_is_loaded(code):
    assert printed(f"{WATCH}; {code}").splitlines()[-1] == "[]"


def test_all_public_names_are_there_and_completed():
    for name in (*analysis.__all__, *analysis.ROOMS):
        assert getattr(analysis, name) is not None
        assert name in dir(analysis)
    with pytest.raises(AttributeError, match="module 'analysis' has no attribute 'nonsense'"):
        _ = analysis.nonsense


def test_readers_of_the_code_see_the_names_that_are_loaded_late():
    source = inspect.getsource(analysis)
    seen = source.partition("if TYPE_CHECKING:")[2].partition("__all__")[0]
    late = {name for name in analysis.__all__ if f" {name}" not in source.partition("if TYPE_CHECKING:")[0]}
    assert all(name in seen for name in (*late, *analysis.ROOMS))


def test_the_old_home_of_networks_still_leads_there():
    from analysis import exports, networks

    assert all(getattr(networks, name) is getattr(exports, name) for name in networks.__all__)


@pytest.mark.parametrize("name", [name for name in analysis.__all__ if name not in ("Article", "Reading")])
def test_the_help_of_a_function_shows_how_it_is_called(name):
    assert re.search(rf"`.*{name}\(", inspect.getdoc(getattr(analysis, name)))


def test_the_examples_of_reading_in_small_pieces_are_true():
    tried = doctest.testmod(analysis.pieces)
    assert tried.attempted == 3 and not tried.failed


def test_the_example_in_the_help_is_true():
    tried = doctest.testmod(analysis)
    assert tried.attempted and not tried.failed

"""spaCy's components, made quicker.

Each stands in for one of the pipeline's and says what that one says, to the bit, whatever the batch; all of them have
their matrix products from elsewhere (`products.py`).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from analysis.pipeline.attributes import KnownAttributes
from analysis.pipeline.lemmas import KnownLemmas
from analysis.pipeline.moves import Steps, can_step
from analysis.pipeline.names import NamesAtOnce, can_be_at_once
from analysis.pipeline.products import use_products

if TYPE_CHECKING:
    from spacy.language import Language

STAND_INS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], bool]]] = {
    "parser": (Steps, can_step),
    "attribute_ruler": (KnownAttributes, lambda ruler: True),
    "lemmatizer": (KnownLemmas, lambda lemmatizer: lemmatizer.mode == "rule" and not lemmatizer.overwrite),
    "ner": (NamesAtOnce, can_be_at_once),
}


def quicken(nlp: "Language") -> None:
    """Put a stand-in before each component that has one and is of the sort that it knows; that one stays, and rests."""
    from spacy.language import Language

    for name, (stand_in, knows) in STAND_INS.items():
        if knows(nlp.get_pipe(name)):
            Language.factory(f"quick_{name}", func=_maker(name, stand_in))
            nlp.add_pipe(f"quick_{name}", before=name)
            nlp.disable_pipe(name)
    use_products(nlp)


def _maker(of: str, stand_in: Callable[[Any], Any]) -> Callable[["Language", str], Any]:
    def made(nlp: "Language", name: str) -> Any:
        return stand_in(nlp.get_pipe(of))

    return made

"""Matrix products by onnxruntime in place of BLIS.

Most of a pipeline's time goes into products of many words with one matrix. BLIS as spaCy brings it knows few
processors, and for others it has plain code that takes three times as long. onnxruntime computes on one thread, and
what it says of a word depends neither on how many others are asked for at once nor on where among them the word stands.
"""

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from analysis.onnx import session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from spacy.language import Language

Floats = NDArray[np.float32]
FLOAT, INTEGER = 1, 2  # ONNX's numbers of the type of a tensor, and of an attribute
LARGE = 8192  # weights: below, asking for a product costs more than the product
ROWS = 1024  # that are multiplied at once: what comes of more does not stay in the processor's cache
FORMAT, OPERATORS = 8, 13  # versions of ONNX that any onnxruntime here reads


class Products(NumpyOps):
    """thinc's operations on numpy's arrays, all but the product of rows with the weights of a large layer."""

    def gemm(
        self, x: Floats, y: Floats, *, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """The product of two matrices; others than that of rows with many weights are left to thinc."""
        if trans1 or not trans2 or y.size < LARGE or not x.size:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        product = np.empty((len(x), len(y)), np.float32) if out is None else out
        for at in range(0, len(x), ROWS):
            rows = x[at : at + ROWS]
            twice = np.repeat(rows, 2, axis=0) if len(rows) == 1 else rows  # a row alone is computed in another way
            product[at : at + ROWS] = _session().run(None, {"rows": twice, "weights": y})[0][: len(rows)]
        return product


def use_products(nlp: "Language") -> None:
    """Have the models of a pipeline, and of no other, compute so."""
    ops = Products()
    for _, component in nlp.components:
        if model := getattr(component, "model", None):
            for layer in model.walk():
                layer.ops = ops


@cache
def _session() -> "InferenceSession":
    return session(_network())


def _network() -> bytes:
    """An ONNX file of one operator, by ONNX's numbers of the fields: rows times weights, these transposed."""
    transposed = _field(1, b"transB") + _field(3, 1) + _field(20, INTEGER)
    sides = _field(1, b"rows") + _field(1, b"weights") + _field(2, b"product")
    node = sides + _field(4, b"Gemm") + _field(5, transposed)
    matrix = _field(2, _field(1, _field(1, FLOAT) + _field(2, _field(1, b"") * 2)))  # sides of any length
    graph = _field(1, node) + _field(2, b"product")
    for number, name in ((11, b"rows"), (11, b"weights"), (12, b"product")):
        graph += _field(number, _field(1, name) + matrix)
    return _field(1, FORMAT) + _field(7, graph) + _field(8, _field(2, OPERATORS))


def _field(number: int, value: int | bytes) -> bytes:
    """A field of a message of Protocol Buffers: a number, or bytes with their length."""
    if isinstance(value, int):
        return _number(number << 3) + _number(value)
    return _number(number << 3 | 2) + _number(len(value)) + value


def _number(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    return bytes((value,)) if value < 128 else bytes((value % 128 | 128,)) + _number(value // 128)

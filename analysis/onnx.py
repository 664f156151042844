"""How onnxruntime runs a network here: on one thread, so that it gives the same bytes wherever it runs."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(network: bytes | Path) -> "InferenceSession":
    """A network that is ready to run, given as a file or as what would stand in one."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])

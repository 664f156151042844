"""Loaded once by the server that workers are forked from: they have the pipeline at once, and share its memory."""

import os
from contextlib import suppress

for library in ("OPENBLAS", "OMP", "MKL"):  # workers share the cores already
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from analysis.corpus import read_all  # noqa: E402, F401
from analysis.model import load_model  # noqa: E402

with suppress(ValueError, OSError):
    load_model()

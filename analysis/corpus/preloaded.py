"""Loaded once by the server that workers are forked from: they have the pipeline and the word lists at once, and share
their memory.
"""

import os
from contextlib import suppress

for library in ("OPENBLAS", "OMP", "MKL"):  # workers share the cores already
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from analysis.article import read_text  # noqa: E402
from analysis.corpus import read_batch  # noqa: E402
from analysis.model import load_model  # noqa: E402

with suppress(ValueError, OSError):
    load_model()
    read_batch([read_text("Talks go on\n\nTalks will go on in Oslo on Monday, she said.", article_id="first")])

"""A study's codebook: its own actors, issues, cues and stance words, and what it leaves out, in one YAML file.

`study` says what it holds, `file` reads and checks it; `analysis/readers/own.py` applies it to an article.
"""

from analysis.codebook.file import as_codebook, read_codebook
from analysis.codebook.study import NOTHING, Actor, Codebook, Issue, bare

__all__ = ["NOTHING", "Actor", "Codebook", "Issue", "as_codebook", "bare", "read_codebook"]

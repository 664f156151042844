"""Readout: a kit for reading the news closely: who is in an article, who said what, who stands where, and when."""

from analysis.article import read_article, read_corpus, read_frame, read_text
from analysis.opening import open_reading
from analysis.reading import Reading, analyse, analyse_many
from analysis.records import Article

__all__ = [
    "Article",
    "Reading",
    "analyse",
    "analyse_many",
    "open_reading",
    "read_article",
    "read_corpus",
    "read_frame",
    "read_text",
]

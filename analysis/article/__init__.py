"""Reading articles: files, strings and tables in, `Article` records out."""

from analysis.article.corpus import read_article, read_corpus, read_frame, read_text
from analysis.article.layout import lay_out

__all__ = ["lay_out", "read_article", "read_corpus", "read_frame", "read_text"]

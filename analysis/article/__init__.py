"""Reading articles: files, strings and tables in, `Article` records out."""

from analysis.article.corpus import read_corpus, read_frame
from analysis.article.single import read_article, read_text

__all__ = ["read_article", "read_corpus", "read_frame", "read_text"]

"""The agencies' own forms: NewsML-G2, NewsML 1, NITF, IPTC 7901 and ANPA 1312. (ninjs is JSON: `tables`.)"""

from analysis.article.formats.agencies.newsml import read_g2, read_newsml
from analysis.article.formats.agencies.nitf import read_nitf
from analysis.article.formats.agencies.wire import read_wire

__all__ = ["read_g2", "read_newsml", "read_nitf", "read_wire"]

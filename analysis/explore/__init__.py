"""Widgets over ready tables: they pick what a page function or a correction is given. Only here are widgets made."""

from analysis.explore.articles import ArticlePicker
from analysis.explore.correcting import CorrectionPanel
from analysis.explore.explorer import Explorer

__all__ = ["ArticlePicker", "CorrectionPanel", "Explorer"]

"""Widgets over ready tables: they pick what a page function is given. Only here are widgets made."""

from analysis.explore.articles import ArticlePicker
from analysis.explore.explorer import Explorer

__all__ = ["ArticlePicker", "Explorer"]

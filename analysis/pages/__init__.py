"""Page functions: tables and a choice in, what is to be seen out (marked text, tables with captions, figures)."""

from analysis.pages import compared
from analysis.pages.blocks import Block, Figure, choose
from analysis.pages.choices import actor_choices, actor_page, actor_pages, pair_choices, pair_page, pair_pages
from analysis.pages.chronology import timeline, timeline_figure
from analysis.pages.facts import accuracy, article_facts, cite, corrections, method, title, unread
from analysis.pages.figures import (
    dispersion_figure,
    follow_theme,
    mention_figure,
    network_figure,
    source_figure,
    stance_figure,
)
from analysis.pages.linked import chosen, explorer
from analysis.pages.lists import actors, dates, pairs, places_and_issues, quotations, stances, thoughts
from analysis.pages.marks import marked_text
from analysis.pages.overview import articles, shared_actors, shared_stances
from analysis.pages.story import leading, story

__all__ = [
    "Block",
    "Figure",
    "accuracy",
    "actor_choices",
    "actor_page",
    "actor_pages",
    "actors",
    "article_facts",
    "articles",
    "choose",
    "chosen",
    "cite",
    "compared",
    "corrections",
    "dates",
    "dispersion_figure",
    "explorer",
    "follow_theme",
    "leading",
    "marked_text",
    "mention_figure",
    "method",
    "network_figure",
    "pair_choices",
    "pair_page",
    "pair_pages",
    "pairs",
    "places_and_issues",
    "quotations",
    "shared_actors",
    "shared_stances",
    "source_figure",
    "stance_figure",
    "stances",
    "story",
    "thoughts",
    "timeline",
    "timeline_figure",
    "title",
    "unread",
]

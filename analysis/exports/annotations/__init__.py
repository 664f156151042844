"""Formats that tie what was read to stretches of the text: annotation tools, corpora, qualitative data analysis."""

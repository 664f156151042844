"""Readout: a kit for reading the news closely."""

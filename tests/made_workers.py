"""Processes that meet with misfortune. They import no pytest, which each would have to load."""

import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from analysis import corpus
from analysis.article.layout import lay_out
from analysis.corpus.worker import serve


def poisoned(pipe, model):
    """A worker on which some articles are poison."""
    real = corpus.read_parse

    def read(article, parse):
        if article.article_id == "slow":
            time.sleep(600)
        if article.article_id == "large":
            time.sleep(len(b"x" * 2**31))
        if article.article_id == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(article, parse)

    corpus.read_parse = read
    serve(pipe, model)


def lost_once(pipe, model):
    """A worker that is killed from outside when the first article is read: its source is no file yet."""
    real = corpus.read_parse

    def read(article, parse):
        if not (mark := Path(article.source)).exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return real(article, parse)

    corpus.read_parse = read
    serve(pipe, model)


def reads_on(pipe: Connection) -> None:
    """Whoever has articles read by two workers, until it is ended; tells of each."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests may ignore it
    given = (lay_out(f"It was report number {n}.", article_id=str(n)) for n in range(10**6))
    for record in corpus.read_all(given, workers=2):
        pipe.send(record.article.article_id)

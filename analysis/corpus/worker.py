"""What a worker process does: it reads batches until there are no more, or whoever started it has ended."""

import os
import signal
import sys
from functools import cache
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from typing import Any

PRELOADED = "analysis.corpus.preloaded"
SAFE = "PYTHONSAFEPATH"  # Python looks for no module where it is started


@cache
def context() -> Any:
    """How processes are started: on Linux forked from a server that has loaded the pipeline, elsewhere anew.

    A fork of this process itself would take along its threads' locks; a new start costs seconds of each worker. The
    server looks for nothing in the folder that it is started in, which may hold an `analysis` of the user's.
    """
    if not sys.platform.startswith("linux"):
        return get_context("spawn")
    found = get_context("forkserver")
    found.set_forkserver_preload([PRELOADED])
    from multiprocessing import forkserver  # there is none on Windows

    before = os.environ.get(SAFE)
    os.environ[SAFE] = "1"
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ[SAFE]
        else:
            os.environ[SAFE] = before
    return found


def serve(pipe: connection.Connection, model: str | None) -> None:
    """Read each batch that comes. Sent are None when ready, and for each batch None when parsed, then its readings."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted ends the workers itself
    Thread(target=_end_with_parent, daemon=True).start()
    from analysis.corpus import parse_batch, read_parses
    from analysis.model import load_model

    load_model(model)
    pipe.send(None)
    while True:
        try:
            articles = pipe.recv()
        except EOFError:
            return
        parses = parse_batch(articles, model)
        pipe.send(None)
        for reading in read_parses(articles, parses, model):
            pipe.send(reading)


def _end_with_parent() -> None:
    connection.wait([parent_process().sentinel])
    os._exit(1)

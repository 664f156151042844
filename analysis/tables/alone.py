"""One run at an address at a time, where files know no locks: a note says who writes, and that it still does."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import time
from typing import Any
from uuid import uuid4

NOTE = "running.json"
RENEWED = 60.0  # seconds between two notes of a run
STALE = 300.0  # seconds after which a run that has written none is taken for dead


@contextmanager
def alone_at(files: Any, root: str) -> Iterator[None]:
    """Hold an address for as long as this lasts. Raises ValueError where another run holds it.

    One that was killed holds it no longer if it was on this machine, and on another for five minutes.
    """
    note, own = f"{root}/{NOTE}", {"run": uuid4().hex, "host": socket.gethostname(), "process": os.getpid()}
    files.makedirs(root, exist_ok=True)
    if (other := _read(files, note)) and _is_alive(other):
        raise ValueError(_said(files.unstrip_protocol(root), other))
    _write(files, note, own)
    if (now := _read(files, note)) and now["run"] != own["run"]:  # two began at once: the later note counts
        raise ValueError(_said(files.unstrip_protocol(root), now))
    ended = Event()
    renewing = Thread(target=_renew, args=(files, note, own, ended), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()
        with suppress(OSError):
            files.rm(note)


def _renew(files: Any, note: str, own: dict[str, Any], ended: Event) -> None:
    while not ended.wait(RENEWED):
        with suppress(OSError):  # it may be reached again the next time
            _write(files, note, own)


def _write(files: Any, note: str, own: dict[str, Any]) -> None:
    files.pipe_file(note, json.dumps({**own, "at": time()}).encode())


def _read(files: Any, note: str) -> dict[str, Any] | None:
    """The note of the run that holds an address; None where there is none, or no whole one."""
    files.invalidate_cache()
    with suppress(OSError, ValueError):
        found = json.loads(files.cat_file(note))
        if isinstance(found, dict) and found.keys() >= {"run", "host", "process", "at"}:
            return found
    return None


def _is_alive(other: dict[str, Any]) -> bool:
    import psutil

    here = other["host"] == socket.gethostname()
    return time() - other["at"] < STALE and (not here or psutil.pid_exists(other["process"]))


def _said(address: str, other: dict[str, Any]) -> str:
    who = f"process {other['process']} on {other['host']}"
    return f"another run is writing to {address}: {who}; wait for it, or end it and start again"

"""HTML to PDF by whatever Chromium or Chrome there is."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
OPTIONS = ("--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", "--disable-extensions")
LONGEST = 180  # seconds


def find_browser() -> str:
    """The program that prints.

    Raises ValueError that says what is missing where there is none.
    """
    found = [*filter(None, map(shutil.which, NAMES)), *(path for path in ELSEWHERE if Path(path).is_file())]
    if not found:
        raise ValueError(f"a PDF is printed by Chromium or Chrome, and none is installed ({', '.join(NAMES)})")
    return found[0]


def print_page(page: Path, out: Path, browser: str) -> None:
    """Print an HTML file to PDF, tagged and with an outline.

    Raises ValueError where the browser does not do it.
    """
    with TemporaryDirectory() as profile:
        as_root = ["--no-sandbox"] if sys.platform == "linux" and os.geteuid() == 0 else []
        command = [browser, *OPTIONS, *as_root, "--generate-pdf-document-outline", f"--user-data-dir={profile}"]
        command += [f"--print-to-pdf={out.resolve()}", page.resolve().as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST)
            said = done.stderr.strip().splitlines()
        except subprocess.TimeoutExpired:
            said = [f"it took more than {LONGEST} seconds"]
        except OSError as error:
            said = [str(error)]
    if not out.is_file() or not out.stat().st_size:
        raise ValueError(f"{browser} did not print {page.name}: {said[-1] if said else 'it said nothing'}")

"""Chromium for the tests that need one: they skip without it, but must run where CI is true."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run")


def needed(thing: str | None, words: str) -> str:
    """The thing, or a skip that says what is missing; a failure where CI is true."""
    if thing:
        return thing
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """A headless Chromium."""
    path = needed(next(filter(None, map(shutil.which, NAMES)), None), "there is no Chromium to open it in")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, which `make test` fetches."""
    path = HERE / "node_modules" / "axe-core" / "axe.min.js"
    return Path(needed(str(path) if path.exists() else None, "axe-core is not there: make test fetches it")).read_text()


@pytest.fixture(scope="session")
def opened(browser) -> Callable:
    """opened(url, ...) -> a page, with what it asked for and what went wrong in it as attributes."""

    @contextmanager
    def open_page(url: str, **options):
        context = browser.new_context(**{"viewport": {"width": 1200, "height": 900}} | options)
        page = context.new_page()
        page.requested, page.failed = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.failed.append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.failed.append(message.text))
        page.goto(url)
        try:
            yield page
        finally:
            context.close()

    return open_page


@pytest.fixture(scope="session")
def reports(tmp_path_factory) -> Path:
    """A folder with `one.html`, of an article that tries to run script, and `two.html`, of two articles."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    attack, other = (str(folder / f"{name}.txt") for name in STORIES)
    for out, paths in {"one.html": [attack], "two.html": [attack, other]}.items():
        command = [sys.executable, "-m", "analysis", "report", *paths, "--out", str(folder / out), "--quiet"]
        subprocess.run([*command, "--published", "2020-03-04"], check=True)
    return folder


STORIES = {
    "attack": """Mayor <script>document.title = "ran"</script> backs trams

Northtown, 3 March (NPA)

Mayor Ada Obi said on Monday she supports the tram <img src=x onerror="document.title='ran'">. "We need it," she said.

The teachers' union rejected the plan. "Nobody <svg onload=document.title='ran'> asked us," Bo Lind told reporters.

In January, Obi's office said that the union would be heard. Finland praised the tram.

"Ours," said Cy Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww.

On 12 February, the harbour board opposed the tram. On 20 February, Lind criticised Obi. \
Norway condemned Denmark. Denmark praised Sweden.
""",
    "other": """Reading room to close

Eastport, 3 March

The council will close the reading room in May, Mayor Cy Dorn said on Monday. Readers criticised Dorn.
""",
}

"""JupyterLab in Chromium: all cells run, a widget is used, and what it shows changes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
TOKEN = "only-here"
SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
}
READY = """async () => { const app = window.jupyterapp; await app.restored;
  const shown = app.shell.currentWidget; await shown.context.ready; await shown.sessionContext.ready; }"""
DONE = """() => { const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map(e => e.innerText);
  return prompts.length > 0 && prompts.every(words => /\\[\\d+\\]/.test(words)); }"""


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/api/status?token={TOKEN}", timeout=5) as reply:
            return reply.status == 200
    except OSError:
        return False


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    """The address of a JupyterLab with settings of its own."""
    folder = tmp_path_factory.mktemp("lab")
    for plugin, setting in SETTINGS.items():
        path = folder / "settings" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(setting))
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    own = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "IPYTHONDIR": "ipython"}
    env = os.environ | {name: str(folder / part) for name, part in own.items()}
    env["JUPYTERLAB_SETTINGS_DIR"] = str(folder / "settings")
    options = [f"--port={port}", f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--allow-root", *options]
    with open(folder / "log", "w") as log:
        server = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    url, start = f"http://127.0.0.1:{port}", time.monotonic()
    while not answers(url):
        assert server.poll() is None and time.monotonic() - start < 120, (folder / "log").read_text()
        time.sleep(0.3)
    yield url
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(30)


def run_all(page) -> None:
    """As a user does: the menu, then wait for the last prompt."""
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=90_000)
    page.evaluate(READY)
    page.locator(".lm-MenuBar-itemLabel", has_text="Run").first.click()
    page.locator(".lm-Menu-itemLabel", has_text="Run All Cells").first.click()
    page.wait_for_function(DONE, timeout=180_000)


def test_all_cells_run_and_the_widget_changes_what_is_shown(lab, opened):
    with opened(f"{lab}/lab/tree/notebooks/04-explore.ipynb?reset&token={TOKEN}") as page:
        run_all(page)
        cell = page.locator(".jp-CodeCell").filter(has_text="explore.ActorExplorer(reading)").first
        chosen = cell.locator(".widget-dropdown select").first
        chosen.wait_for(timeout=30_000)
        heading = cell.locator(".page-heading")
        heading.wait_for(timeout=30_000)
        first, second = (words.replace("\xa0", " ") for words in chosen.locator("option").all_inner_texts()[:2])
        assert heading.inner_text() == first
        chosen.select_option(index=1)
        cell.locator(".page-heading", has_text=second).wait_for(timeout=30_000)
        cell.locator("figure img").wait_for(timeout=30_000)
        assert heading.inner_text() == second
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
        assert [
            url for url in page.requested if not url.startswith((lab, "data:", "blob:", lab.replace("http", "ws")))
        ] == []


def test_an_article_that_is_pasted_is_read(lab, opened):
    with opened(f"{lab}/lab/tree/notebooks/04-explore.ipynb?reset&token={TOKEN}") as page:
        run_all(page)
        cell = page.locator(".jp-CodeCell").filter(has_text="explore.ArticleExplorer(").first
        cell.get_by_text("Paste a text").click()
        cell.locator("textarea").fill("Reading room to close\n\nMayor Cy Dorn said on Monday that he would close it.")
        cell.get_by_role("button", name="Read this text").click()
        cell.locator(".headline", has_text="Reading room to close").first.wait_for(timeout=60_000)
        assert "Cy Dorn" in cell.locator(".article").first.inner_text()

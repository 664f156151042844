"""JupyterLab in Chromium: the explorer is used, is data in Python, follows the theme, and is kept with the notebook."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
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
def desk(tmp_path_factory):
    """A copy of the notebooks: what is saved beside them, no other test comes upon."""
    return shutil.copytree(ROOT / "notebooks", tmp_path_factory.mktemp("desk") / "notebooks")


@pytest.fixture(scope="module")
def lab(browser, desk, tmp_path_factory):
    """The address of a JupyterLab with settings of its own, at the copy of the notebooks."""
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
        server = subprocess.Popen(command, env=env, cwd=desk.parent, stdout=log, stderr=log, start_new_session=True)
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


@pytest.fixture(scope="module")
def shared(lab, opened):
    """One page of the explorer's notebook for tests that leave its article and cells as they are."""
    with explored(lab, opened) as both:
        yield both


@pytest.fixture
def explorer(shared):
    """The explorer on that page, with all of it shown as at the beginning."""
    _, explorer = shared
    everything = explorer.get_by_role("button", name="Show all")
    if everything.is_visible():
        everything.click()
    assert summary(explorer).startswith("Everything:")
    return explorer


@contextmanager
def explored(lab, opened, path="notebooks/04-explore.ipynb", **options):
    """The page of the notebook with all its cells run, and the explorer in it."""
    with opened(f"{lab}/lab/tree/{path}?reset&token={TOKEN}", **options) as page:
        run_all(page)
        page.locator(".explorer.ready").wait_for(timeout=60_000)
        yield page, page.locator(".explorer")
        assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0


def asked(page, code: str) -> str:
    """What a line of code prints in the kernel, in a cell of its own at the end."""
    page.evaluate(
        """code => { const panel = window.jupyterapp.shell.currentWidget.content;
      panel.activeCellIndex = panel.widgets.length - 1; window.jupyterapp.commands.execute("notebook:insert-cell-below")
        .then(() => { panel.activeCell.model.sharedModel.setSource(code);
          return window.jupyterapp.commands.execute("notebook:run-cell"); }); }""",
        code,
    )
    cell = page.locator(".jp-CodeCell").last
    cell.locator(".jp-OutputArea-output pre").wait_for(timeout=30_000)
    return cell.locator(".jp-OutputArea-output pre").inner_text().strip()


def heard(page, code: str, words: str) -> bool:
    """Whether a line comes to print these words: a change close on another is sent once the kernel has taken that."""
    end = time.monotonic() + 15
    while asked(page, code) != words:
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(200)
    return True


def summary(explorer) -> str:
    return explorer.locator("[data-summary]").inner_text()


def test_what_is_chosen_in_the_browser_is_data_in_python_and_the_other_way_round(lab, explorer):
    page = explorer.page
    explorer.locator(".names .pick").first.click()
    assert asked(page, "print(explorer.selection)") == "{'actor': 'e2'}"
    assert summary(explorer).startswith("Turkey:")
    asked(page, "before = explorer.least; explorer.selection, explorer.least = {'word': 'peace'}, 0.2; print('set')")
    explorer.locator("[data-summary]", has_text="“peace”").wait_for(timeout=10_000)
    assert explorer.locator("[data-told]").inner_text() == "20 % sure"
    explorer.locator(".text-panel .inside").evaluate("panel => { panel.scrollTop = 0; }")
    # the pointer must meet the mark itself: of a headline that was out of sight the words are drawn a moment later
    explorer.locator(".text-panel .headline .mark").first.dblclick(position={"x": 30, "y": 10})
    assert summary(explorer).startswith("“Too”:")
    assert heard(page, "print([explorer.reading.articles['text'][0][slice(*explorer.span or [0])]])", "['Too']")
    assert heard(page, "print(explorer.selection)", "{'word': 'Too'}")
    outside = (lab, "data:", "blob:", lab.replace("http", "ws"))
    assert [url for url in page.requested if not url.startswith(outside)] == []
    asked(page, "explorer.least = before; print('set')")


def test_keys_that_are_pressed_in_the_explorer_do_not_reach_the_notebook(explorer):
    page = explorer.page
    cells = page.locator(".jp-Cell").count()
    explorer.locator(".names .pick").first.focus()
    for key in ("ArrowDown", "Enter", "a", "b", "x"):
        page.keyboard.press(key)
    assert summary(explorer).startswith("Khalifa Haftar:")
    assert page.locator(".jp-Cell").count() == cells


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_follow_the_theme_and_not_the_system(explorer, theme, system):
    page, dark = explorer.page, "Dark" in theme
    page.emulate_media(color_scheme=system)
    page.evaluate("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
    page.wait_for_selector(f"body[data-jp-theme-light={str(not dark).lower()}]", state="attached")
    lit = """dark => { const name = document.querySelector(".explorer .names th");
      return (getComputedStyle(name).color.match(/\\d+/g)[0] > 128) === dark; }"""
    page.wait_for_function(lit, arg=dark, timeout=10_000)
    image = page.locator(".readout figure img").first
    assert image.evaluate("part => getComputedStyle(part).colorScheme") == ("dark" if dark else "light")


def test_the_choice_survives_saving_and_opening_the_notebook_anew(lab, explorer, opened, desk):
    page, line = explorer.page, explorer.locator("[data-least]")
    before = line.input_value()
    explorer.locator(".names .pick").first.click()
    line.fill("20")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(1500)
    shutil.copy(desk / "04-explore.ipynb", desk / "explored-copy.ipynb")  # it has no kernel that knows the choice
    line.fill(before)
    with opened(f"{lab}/lab/tree/notebooks/explored-copy.ipynb?reset&token={TOKEN}") as page:
        explorer = page.locator(".explorer.ready")
        explorer.wait_for(timeout=90_000)
        assert summary(explorer).startswith("Turkey:")
        assert explorer.locator("[data-told]").inner_text() == "20 % sure"
        explorer.get_by_role("button", name="Show all").click()
        assert summary(explorer).startswith("Everything:")


def test_an_article_that_is_pasted_is_explored_and_nothing_of_it_runs(explorer):
    """The last on that page, for it leaves its own article there."""
    page = explorer.page
    cell = page.locator(".jp-CodeCell").filter(has_text="explore.ArticlePicker(").first
    cell.get_by_text("Paste a text").click()
    cell.locator("textarea").fill(HOSTILE)
    cell.get_by_role("button", name="Read this text").click()
    explorer.locator(".headline", has_text="Mayor").wait_for(timeout=60_000)
    upload = {"name": "<img src=x onerror=document.title='ran'>.txt", "mimeType": "text/plain", "buffer": b""}
    with page.expect_file_chooser() as chooser:
        cell.get_by_role("button", name="Upload a file").click()
    chooser.value.set_files(upload)
    cell.get_by_text("it is empty").wait_for(timeout=30_000)
    explorer.locator("[data-least]").fill("0")
    picks = explorer.locator(".names .pick").all()
    assert len(picks) > 1
    for part in picks:
        part.click()
    explorer.locator("[data-word]").fill("<img")
    assert summary(explorer).startswith("“<img”")
    page.wait_for_timeout(300)
    assert page.title() != "ran" and explorer.locator("img").count() == 0


HOSTILE = """Mayor <img src=x onerror="document.title='ran'"> backs trams

Ada <script>document.title="ran"</script> Obi said on Monday she supports the tram.

"Nobody <svg onload=document.title='ran'> asked us," Bo Lind told reporters. The union rejected the tram."""


def test_tables_sort_and_filter_and_numbers_that_lead_nowhere_are_no_links(lab, opened):
    with opened(f"{lab}/lab/tree/notebooks/02-tabulate-actors-and-stances.ipynb?reset&token={TOKEN}") as page:
        run_all(page)
        table = page.locator(".readout table", has_text=re.compile(r"^\d+ actors.*, the most mentioned first"))
        table.wait_for(timeout=30_000)
        table.get_by_role("button", name="Actor").click()
        names = table.locator("tbody th").all_inner_texts()
        assert names == sorted(names) and len(names) > 8
        page.get_by_role("searchbox", name=re.compile(r"^Filter: \d+ actors")).fill("Haftar")
        assert 0 < table.locator("tbody tr:visible").count() < len(names)
        assert page.locator(".readout td a[href]").count() == 0


def test_a_quotation_is_cut_by_selecting_its_words_and_stays_so_when_the_notebook_is_opened_anew(lab, opened):
    with explored(lab, opened, "notebooks/06-check-and-correct.ipynb") as (page, explorer):
        row = explorer.locator(".rows-panel [data-pick=quotation]").nth(1)
        row.click()
        number = row.get_attribute("data-value")
        quoted = f".text-panel .mark.quoted[data-value={number}]"
        panel = page.locator(".jp-CodeCell").filter(has_text="CorrectionPanel(").first
        followed = "([list, number]) => list.selectedOptions[0].text.split(/\\s/)[0] === number"
        page.wait_for_function(followed, arg=[panel.get_by_label("Row").element_handle(), number])
        panel.get_by_label("What is wrong").select_option("begins or ends elsewhere")
        words = panel.get_by_label("Words")
        before = words.input_value()
        drag(page, explorer.locator(quoted))
        page.wait_for_function("([part, before]) => part.value !== before", arg=[words.element_handle(), before])
        cut = words.input_value()
        assert 3 < len(cut) < len(before) and cut in before
        panel.get_by_label("Corrected by").fill("Ann <b>")
        panel.get_by_role("button", name="Save this correction").click()
        panel.get_by_text("Saved.").wait_for(timeout=20_000)
    with explored(lab, opened, "notebooks/06-check-and-correct.ipynb") as (page, explorer):
        panel = page.locator(".jp-CodeCell").filter(has_text="CorrectionPanel(").first
        panel.get_by_text("(Ann <b>,").wait_for(timeout=20_000)
        assert "".join(explorer.locator(quoted).all_text_contents()) == cut


AT_REST = """part => new Promise(done => { let last, same = 0; (function look() {
  const now = part.getBoundingClientRect().top; same = now === last ? same + 1 : 0; last = now;
  same > 10 ? done() : requestAnimationFrame(look); })(); })"""


def drag(page, pieces) -> None:
    """Select half of the longest line of a passage by the mouse."""
    lengths = pieces.evaluate_all("parts => parts.map(part => part.textContent.length)")
    longest = pieces.nth(lengths.index(max(lengths)))
    longest.evaluate("part => part.scrollIntoView({block: 'center', behavior: 'instant'})")
    longest.evaluate(AT_REST)
    x, y, width, height = longest.evaluate(
        """part => { const lines = [...part.getClientRects()].sort((a, b) => b.width - a.width);
        return [lines[0].x, lines[0].y, lines[0].width, lines[0].height]; }"""
    )
    page.mouse.move(x + 1, y + height / 2)
    page.mouse.down()
    page.mouse.move(x + width / 2, y + height / 2, steps=4)
    page.mouse.up()

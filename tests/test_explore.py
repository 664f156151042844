"""Widgets: they pick, page functions show; what can't be read is one line."""

from datetime import datetime

import pytest
from ipywidgets import Output
from made_reading import EMPTY, READING

from analysis.explore import ActorExplorer, ArticleExplorer, PairExplorer

STORY = "Minister resigns\n\nAda Obi, the transport minister, said on Monday that she would leave the government.\n"


def shown(widget) -> str:
    """What the Output in a widget holds, as plain text."""
    (output,) = (child for child in widget.children if isinstance(child, Output) and child.outputs)
    return output.outputs[0]["data"]["text/plain"]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "void.txt").write_text("", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("no article", encoding="utf-8")
    return tmp_path


def test_every_actor_can_be_chosen_and_its_page_is_shown():
    widget = ActorExplorer(READING)
    assert widget.value == "e1"
    assert shown(widget).startswith("Ida Berg\n")
    widget.children[0].value = "e2"
    assert widget.value == "e2"
    assert shown(widget).startswith("Cash$Co & Sons\n")


def test_every_pair_can_be_chosen_and_its_evidence_is_shown():
    widget = PairExplorer(READING)
    widget.children[0].value = ("e2", "e4")
    assert "Cash$Co & Sons on tram plan" in shown(widget)


@pytest.mark.parametrize("explorer", [ActorExplorer, PairExplorer])
def test_where_there_is_nothing_to_choose_from_it_is_said(explorer):
    widget = explorer(EMPTY)
    assert widget.value is None
    assert "nothing to choose from" in shown(widget)


def test_an_article_is_chosen_from_the_folder(folder):
    widget = ArticleExplorer(folder=folder)
    files = widget.children[0].children[0]
    assert [label for label, _ in files.options] == ["choose …", "one.txt", "void.txt"]
    files.value = folder / "one.txt"
    assert widget.value == "one"
    assert "she would leave the government" in shown(widget.children[-1])


def test_an_article_is_pasted_with_its_day(folder):
    widget = ArticleExplorer(folder=folder)
    widget.children[1].value = "2020-01-15"
    text, button = widget.children[2].children[0].children
    text.value = STORY
    button.click()
    assert widget.value == "pasted-text"
    assert widget.reading.dates.day[0] == "2020-01-13"


def test_a_day_given_later_is_that_of_the_article_shown(folder):
    widget = ArticleExplorer(folder=folder)
    widget.children[1].value = "2020-01-15"
    assert widget.value is None
    widget.children[0].children[0].value = folder / "one.txt"
    widget.children[1].value = "2020-01-22"
    assert widget.reading.dates.day[0] == "2020-01-20"


def upload(widget, content: bytes) -> None:
    sent = {"name": "../sent.txt", "content": memoryview(content), "size": 9, "type": ""}
    widget.children[0].children[1].set_trait("value", (sent | {"last_modified": datetime(2020, 1, 15)},))


def test_an_article_is_uploaded(folder):
    widget = ArticleExplorer(folder=folder)
    upload(widget, STORY.encode())
    assert (widget.value, widget.reading.articles.source[0]) == ("sent", "sent.txt")


def test_an_upload_that_cannot_be_read_is_named_without_its_folder(folder):
    widget = ArticleExplorer(folder=folder)
    upload(widget, b"")
    assert widget.children[3].value == '<p role="alert">sent.txt: it is empty</p>'


def test_what_cannot_be_read_is_one_line_and_what_was_shown_stays(folder):
    widget = ArticleExplorer(READING, folder=folder)
    widget.children[0].children[0].value = folder / "void.txt"
    message = widget.children[3].value
    assert "void.txt: it is empty" in message and "Traceback" not in message
    assert widget.value == "tram"


def test_what_cannot_be_read_is_escaped(folder):
    widget = ArticleExplorer(folder=folder)
    widget.children[1].value = "<img src=x onerror=alert(1)>"
    text, button = widget.children[2].children[0].children
    text.value = STORY
    button.click()
    assert "&lt;img" in widget.children[3].value

"""The explorer: a choice shows in all panels and is data; another article can be picked."""

import json
import re
from datetime import datetime

import pandas as pd
import pytest
from made_reading import EMPTY, HOSTILE, READING, TEXT, changed
from traitlets import TraitError

from analysis.explore import ArticlePicker, Explorer
from analysis.pages import chosen, explorer
from analysis.pages.linked import ALL, Linked
from analysis.tables.plain import rows

STORY = "Minister resigns\n\nAda Obi, the transport minister, said on Monday that she would leave the government.\n"
IDS = {"entities": "entity_id", "quotations": "quotation_id", "stances": "stance_id", "events": "event_id"}


def keys(reading, *tables: str) -> list[str]:
    return [key for table in tables for key in getattr(reading, table)[IDS[table]]]


def states(markup: str, query: str) -> dict[str, str]:
    """The state of each element with some class or value, by its rows."""
    found = re.findall(rf'{query}[^>]*?data-rows="([^"]*)"(?: data-state="(\w*)")?', markup)
    return {rows: state for rows, state in found}


@pytest.mark.parametrize(
    ("choice", "entities", "others"),
    [
        ({"actor": "e1"}, "e1", ["q1", "s1", "s2", "v1"]),
        ({"actor": "Cash$Co & Sons"}, "e2", ["s3", "v2"]),
        ({"pair": ["e1", "e4"]}, "e1 e4", ["q1", "s1", "s2", "v1"]),
        ({"pair": ["Cash$Co & Sons", "tram plan"]}, "e2 e4", ["s3", "v2"]),
        ({"quotation": "q1"}, "e1", ["q1", "s2"]),
        ({"day": "2020-03-02"}, "e1 e4", ["s1", "v1"]),
        ({"day": "2019-07-01"}, "e2 e4", ["s3", "v2"]),
        ({"day": "2020-03-01/2020-03-31"}, "e1 e4", ["s1", "v1"]),
        ({"word": "REJECT"}, "e2 e4", ["s3", "v2"]),
        ({"word": "ject"}, "", []),
        ({"word": "will come"}, "e1 e2", ["q1", "s2"]),
    ],
    ids=str,
)
def test_what_belongs_to_a_choice_follows_it(choice, entities, others):
    found = chosen(READING, choice)
    assert {*found.entities.entity_id} == {*entities.split()}
    assert keys(found, "quotations", "stances", "events") == others


def test_nothing_chosen_is_everything_shown():
    assert keys(chosen(READING), *IDS) == ["e1", "e2", "e3", "e4", "q1", "s1", "s2", "s3", "v1", "v2"]


def test_a_day_is_told_by_the_first_of_its_lines_that_is_shown():
    first, ahead = READING.events[:1], READING.events[:1].assign(to_come=True)
    more = [first.assign(event_id=key, shown=sure) for key, sure in {"v3": False, "v4": True, "v5": True}.items()]
    markup = explorer(changed(events=pd.concat([*more, ahead.assign(event_id="v6")]))).markup
    kinds = dict(re.findall(r'<li class="(event[^"]*)" data-rows="(v\d)', markup))
    assert {row: kind for kind, row in kinds.items()} == {"v4": "event", "v5": "event again", "v6": "event ahead"}


def test_the_line_and_the_kinds_filter_all_of_it():
    assert keys(chosen(READING, least=0.75), "stances") == ["s1", "s3"]
    assert keys(chosen(READING, kinds=[kind for kind in ALL if kind != "oppose"]), "stances") == ["s1", "s2"]
    no_firms = chosen(READING, kinds=[kind for kind in ALL if kind != "organization"])
    assert keys(no_firms, *IDS) == ["e1", "e3", "e4", "q1", "s1", "s2", "v1", "v2"]
    assert "e2" not in set(no_firms.mentions.entity_id)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"actor": "nobody"}, "no actor 'nobody'; there are: Ida Berg, Cash$Co & Sons, Oslo, tram plan"),
        ({"pair": "e1"}, "'e1' is no pair"),
        ({"pair": ["e1"]}, "is no pair"),
        ({"quotation": "q9"}, "no quotation 'q9'; there are: q1"),
        ({"day": "Monday"}, "'Monday' is no day; days are written 2020-01-15"),
        ({"mood": "good"}, "is no choice: it has one of actor, pair, quotation, day, word"),
        ({"actor": "e1", "word": "tram"}, "is no choice"),
    ],
    ids=str,
)
def test_what_is_no_choice_is_told_with_what_there_is(choice, words):
    with pytest.raises(ValueError, match=re.escape(words)):
        explorer(READING, choice)


def test_the_page_shows_the_choice_in_every_panel_without_script():
    markup = explorer(READING, {"pair": ["e2", "e4"]}).markup
    assert states(markup, 'class="tie')["s3"] == "lit" and states(markup, 'class="tie')["s1 s2"] == ""
    assert states(markup, "<td")["s3"] == "lit"
    assert states(markup, "<li")["s3"] == "lit" and states(markup, "<li")["q1"] == ""
    assert states(markup, 'class="event')["v2"] == "lit" and states(markup, 'class="event')["v1"] == ""
    assert states(markup, "<tr")["e2"] == "lit" and states(markup, "<tr")["e1"] == ""
    assert states(markup, 'class="mark cue oppose')["s3"] == "lit"
    assert "Cash$Co &amp; Sons on tram plan: 2 mentions, 0 quotations, 1 stance, 1 event" in markup


def test_rows_below_the_line_stand_in_the_page_but_are_off():
    markup = explorer(READING, least=0.75).markup
    assert states(markup, "<li")["s2"] == "off" and states(markup, "<li")["s1"] == ""
    assert states(markup, 'class="tie')["s1 s2"] == ""
    assert '<span class="support" data-tally="support" data-rows="s1 s2">▲</span>' in markup
    assert ">▲2</span>" in explorer(READING).markup


def test_a_sign_is_hollow_where_the_best_row_is_less_sure():
    unsure = READING.showing(0)
    unsure.stances["confidence"] = 0.5
    assert {sign for sign in "▲△▼▽" if f">{sign}" in re.sub("<label.*?</label>", "", explorer(unsure).markup)} == {
        "△",
        "▽",
    }


def test_the_text_of_the_page_is_that_of_the_article_with_its_offsets():
    markup = explorer(READING).markup
    passages = re.findall(r'<p class="\w+" dir="auto" data-start="(\d+)">(.*?)</p>', markup, re.DOTALL)
    assert len(passages) == 5
    for start, words in passages:
        plain = re.sub("<[^>]*>", "", words).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
        plain = plain.replace("&amp;", "&").replace("&#x27;", "'")
        assert TEXT[int(start) : int(start) + len(plain)] == plain


@pytest.mark.parametrize("reading", [READING, HOSTILE], ids=["made", "hostile"])
def test_nothing_of_an_article_becomes_markup(reading):
    markup = explorer(reading, {"word": "<img src=x onerror=alert(1)>"}).markup
    tags = set(re.findall(r"<(\w+)", markup))
    assert tags.isdisjoint({"img", "iframe", "object"}) and markup.count("<script") == 1
    data = json.loads(re.search(r"<script[^>]*>(.*?)</script>", markup)[1])
    assert set(data["names"]) >= {"e1", "e2"}
    assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', markup))
    assert not re.search(r"\sstyle=", re.sub(r'"[^"]*"', '""', markup))


def test_an_article_in_which_nothing_is_found_says_so():
    text = explorer(EMPTY).markup
    assert "No stance was found." in text and "Everything: 0 mentions" in text


def test_a_choice_can_be_read_set_and_observed():
    widget, seen = Explorer(READING), []
    widget.observe(lambda change: seen.append(change.new), "selection")
    widget.selection = {"actor": "Ida Berg"}
    assert seen == [{"actor": "e1"}] and widget.selection == {"actor": "e1"}
    assert keys(widget.chosen, "stances") == ["s1", "s2"]
    widget.selection = {}
    assert keys(widget.chosen, "stances") == ["s1", "s2", "s3"]


@pytest.mark.parametrize(
    ("name", "value"), [("selection", {"actor": "e9"}), ("least", 1.2), ("kinds", ["verse"]), ("least", "much")]
)
def test_what_cannot_be_set_leaves_everything_as_it_was(name, value):
    widget = Explorer(READING, {"actor": "e1"}, least=0.5)
    with pytest.raises((ValueError, TraitError)):
        setattr(widget, name, value)
    assert (widget.selection, widget.least, tuple(widget.kinds)) == ({"actor": "e1"}, 0.5, ALL)


def test_another_article_takes_the_choice_away_and_the_page_is_its_own():
    widget = Explorer(READING, {"actor": "e2"}, least=0.5)
    widget.reading = EMPTY
    assert widget.selection == {} and widget.least == 0.5
    assert "Ida Berg" not in widget.page and keys(widget.chosen, *IDS) == []


def test_the_state_of_the_widget_is_kept_and_without_one_its_page_is_shown():
    widget = Explorer(READING, {"actor": "e1"}, least=0.75)
    state = widget.get_state()
    assert (state["selection"], state["least"]) == ({"actor": "e1"}, 0.75)
    data, _ = widget._repr_mimebundle_()
    assert explorer(READING, {"actor": "e1"}, least=0.75).markup in data["text/html"]
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"] == widget.model_id


def test_every_row_has_what_it_belongs_to():
    linked = Linked(READING)
    for name, column in IDS.items():
        assert all(key in linked.rows[key].of or name == "events" for key in getattr(READING, name)[column])
    assert linked.rows["s2"].of >= {"e1", "e4", "e1>e4", "q1"}
    assert linked.rows["v1"].of >= {"2020-03-02", "e1"}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "dated.html").write_text(DATED, encoding="utf-8")
    (tmp_path / "void.txt").write_text("", encoding="utf-8")
    (tmp_path / "notes.xyz").write_text("no article", encoding="utf-8")
    return tmp_path


DATED = """<html><head><meta property="article:published_time" content="2021-05-05"><title>Ferry sinks</title></head>
<body><article><h1>Ferry sinks off the coast</h1><p>A ferry sank on Monday, the coast guard said in the morning, and all
of its passengers were brought to land by fishermen from three villages.</p><p>Captain Una Wick said that the ship had
been old and that she would not sail again on it before summer.</p></article></body></html>"""


@pytest.fixture
def picker(folder):
    return ArticlePicker(Explorer(READING), folder=folder)


def shown(picker) -> str:
    return picker._explorer.reading.articles.article_id[0]


def day(picker) -> str | None:
    return rows(picker._explorer.reading.articles)[0].published


def paste(picker, text: str) -> None:
    picker._text.value = text
    picker._read.click()


def upload(picker, content: bytes, name: str = "../sent.txt") -> None:
    sent = {"name": name, "content": memoryview(content), "size": 9, "type": ""}
    picker._upload.set_trait("value", (sent | {"last_modified": datetime(2020, 1, 15)},))


def test_an_article_is_chosen_from_the_folder(picker, folder):
    assert [label for label, _ in picker._files.options] == ["choose …", "dated.html", "one.txt", "void.txt"]
    picker._files.value = folder / "one.txt"
    assert shown(picker) == "one" and "she would leave the government" in picker._explorer.page
    assert picker._message.value == "<p>Shown now: Minister resigns</p>"


def test_a_day_is_that_of_the_article_shown_and_of_no_other(picker, folder):
    assert picker._published.value == "2020-03-04"
    paste(picker, STORY)
    assert (shown(picker), day(picker), picker._published.value) == ("pasted-text", None, "")
    picker._published.value = "2020-01-15"
    assert (shown(picker), day(picker)) == ("pasted-text", "2020-01-15")
    assert picker._explorer.reading.dates.day[0] == "2020-01-13"
    picker._files.value = folder / "dated.html"
    assert (day(picker), picker._published.value) == ("2021-05-05", "2021-05-05")
    picker._files.value = folder / "one.txt"
    assert (day(picker), picker._published.value) == (None, "")


def test_the_first_article_can_be_given_another_day(picker):
    picker._published.value = "2020-03-11"
    assert (shown(picker), day(picker)) == ("tram", "2020-03-11")
    assert picker._explorer.reading.articles.outlet[0] == "The <i>Post</i>"


def test_an_article_is_uploaded(picker):
    upload(picker, STORY.encode())
    assert (shown(picker), picker._explorer.reading.articles.source[0]) == ("sent", "sent.txt")


def test_an_upload_that_cannot_be_read_is_named_without_its_folder(picker):
    upload(picker, b"")
    assert picker._message.value == '<p role="alert">sent.txt: it is empty</p>'


def test_what_cannot_be_read_is_one_line_and_what_was_shown_stays(picker, folder):
    picker._files.value = folder / "void.txt"
    assert "void.txt: it is empty" in picker._message.value and "Traceback" not in picker._message.value
    assert shown(picker) == "tram"


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>.txt", "</p><script>alert(1)</script>.txt"])
def test_what_cannot_be_read_is_escaped(picker, name):
    upload(picker, b"", name)
    picker_said = picker._message.value.removeprefix('<p role="alert">').removesuffix("</p>")
    assert "<" not in picker_said and "it is empty" in picker_said
    picker._published.value = "<img src=x onerror=alert(1)>"
    assert "&lt;img" in picker._message.value

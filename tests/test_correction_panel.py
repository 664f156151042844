"""The panel: what is picked becomes a correction in the file, is shown as text, and is undone."""

import pytest
from ipywidgets import HTML, Button, Dropdown
from made_reading import READING

from analysis.corrections import read_corrections
from analysis.explore import CorrectionPanel, Explorer
from analysis.explore.mendings import MENDINGS
from analysis.reading import Reading


@pytest.fixture
def panel(tmp_path):
    return CorrectionPanel(READING, tmp_path / "tram.corrections.yaml")


def choose(panel, table, label, **fields):
    """Pick a table and what is wrong, fill fields in, save."""
    panel._table.value = table
    panel._wrong.value = next(one for one in MENDINGS[table] if one.label.startswith(label))
    for name, value in fields.items():
        field = panel._fields[name]
        assert field.layout.display == "", f"{name} is not asked for"
        field.value = value
    panel._save.click()
    assert "alert" not in panel._said.value, panel._said.value


def everything(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def test_a_row_is_picked_mended_shown_and_undone(panel):
    seen = []
    panel.observe(lambda change: seen.append(change["new"]), "reading")
    panel.choose("s3")
    panel._who.value, panel._why.value = "Ann <b>", "$5 & <script>alert(1)</script>"
    choose(panel, "stances", "takes another side", side="support")
    assert panel.reading.stances.polarity[2] == "support" and seen[-1] is panel.reading
    (entry,) = read_corrections(panel._file)
    assert (entry.action, entry.who, entry.why) == ("turn", "Ann <b>", "$5 & <script>alert(1)</script>")
    shown = "".join(widget.value for widget in everything(panel._made) if isinstance(widget, HTML))
    assert "<script>" not in shown and "&lt;script&gt;" in shown and "Ann &lt;b&gt;" in shown
    (undo,) = [widget for widget in everything(panel._made) if isinstance(widget, Button)]
    undo.click()
    assert panel.reading.stances.polarity[2] == "oppose" and not read_corrections(panel._file)


def test_every_kind_of_mending_can_be_picked(panel):
    panel.choose("e2")
    choose(panel, "entities", "is of another kind", kind="group")
    choose(panel, "entities", "has another name", name="Cash & Sons")
    choose(panel, "entities", "has another role", role="tram builder")
    panel.choose("e1")
    choose(panel, "entities", "some mentions", mentions=("m4",), name="the deputy", kind="person")
    choose(panel, "entities", "another one", words="Monday", name="Monday Club", kind="organization")
    panel.choose("e3")
    choose(panel, "entities", "does not belong")
    panel.choose("q1")
    choose(panel, "quotations", "begins or ends", words="The tram … will come.")
    choose(panel, "quotations", "somebody else", source="Cash$Co & Sons")
    choose(panel, "quotations", "another one", words="rejected  it", source="Cash$Co & Sons")
    panel.choose("s1")
    choose(panel, "stances", "is no stance")
    where = "Cash$Co & Sons rejected it in 2019."
    choose(panel, "stances", "another one", holder="e2", target="e1", side="oppose", words=where)
    panel.choose("e5")
    choose(panel, "entities", "is the same as", other="e1")
    found = panel.reading
    assert list(found.corrections.outcome) == ["applied"] * 12
    assert found.entities.name.tolist() == ["Ida Berg", "Cash & Sons", "tram plan", "Monday Club"]
    assert found.quotations.content.tolist() == ["The tram … will come.", "rejected it"]
    assert found.quotations.source_start[1] > found.quotations.content_start[0], "of two the nearest is meant"


def test_what_does_not_fit_is_one_line_and_nothing_is_saved(panel):
    panel.choose("q1")
    panel._wrong.value = MENDINGS["quotations"][1]
    panel._fields["words"].value = "<i>not there</i>"
    panel._save.click()
    assert "does not stand in the article" in panel._said.value and "<i>" not in panel._said.value
    assert not panel._file.exists()
    with pytest.raises(ValueError, match="no row 'q8' to mend in 'tram'"):
        panel.choose("q8")


def test_it_opens_with_what_was_mended_before_and_drives_through_every_list(panel, tmp_path):
    choose(panel, "stances", "is no stance")
    again = CorrectionPanel(READING, panel._file)
    assert len(again.reading.corrections) == 1 and len(again._made.children) == 2
    for found in [widget for widget in everything(again) if isinstance(widget, Dropdown)]:
        for _, option in found._options_full:
            found.value = option


def test_a_bad_file_is_told(tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("- id: <b>c1</b>\n", encoding="utf-8")
    panel = CorrectionPanel(READING, file)
    assert "bad.yaml, line 1" in panel._said.value and "alert" in panel._said.value
    with pytest.raises(ValueError, match="a file for the corrections is needed"):
        CorrectionPanel(Reading(**READING.tables() | {"articles": READING.articles.assign(source="")}))


@pytest.fixture
def beside(tmp_path):
    """An explorer and the panel beside it."""
    explorer = Explorer(READING)
    return explorer, CorrectionPanel(explorer, tmp_path / "tram.corrections.yaml")


def test_the_row_follows_what_is_chosen_in_the_explorer(beside):
    explorer, panel = beside
    stances = READING.stances
    pair = [stances.holder_id[2], stances.target_id[2]]
    first = stances.stance_id[(stances.holder_id == pair[0]) & (stances.target_id == pair[1])].iloc[0]
    for choice, row in ({"actor": "e3"}, "e3"), ({"quotation": "q1"}, "q1"), ({"pair": pair}, first), ({}, first):
        explorer.selection = choice
        assert panel._row.value == row
    explorer.selection = {"word": "tram"}
    assert panel._row.value == first


def test_text_that_is_selected_is_the_words_and_not_others_like_them(beside):
    explorer, panel = beside
    text, name = READING.articles.text[0], "Cash$Co & Sons"
    start = text.rindex(name)
    assert start != text.index(name)
    explorer.selection = {"quotation": "q1"}
    panel._wrong.value = MENDINGS["quotations"][0]
    explorer.span = [start, start + len(name)]
    panel._save.click()
    assert (panel.reading.quotations.source_start[0], panel.reading.quotations.source[0]) == (start, name)
    assert explorer.reading is panel.reading and explorer.selection == {"quotation": "q1"}
    panel._wrong.value = MENDINGS["quotations"][1]
    start = READING.quotations.content_start[0]
    explorer.span = [start, start + 8]
    panel._save.click()
    assert panel.reading.quotations.content[0] == text[start : start + 8]


def test_of_two_fields_it_is_said_which_the_selected_text_is(beside):
    explorer, panel = beside
    text, name = READING.articles.text[0], "Cash$Co & Sons"
    said, who = text.index("rejected it"), text.rindex(name)
    panel._table.value = "quotations"
    explorer.span = [said, said + len("rejected it")]
    panel._wrong.value = MENDINGS["quotations"][3]
    assert panel._fields["words"].value == "rejected it", "what was selected before counts"
    assert panel._into.layout.display == ""
    panel._into.value = "source"
    explorer.span = [who, who + len(name)]
    panel._save.click()
    (row,) = [row for row in panel.reading.quotations.itertuples() if row.rule == "corrected"]
    assert (row.content_start, row.source_start) == (said, who)


def test_another_article_in_the_explorer_is_mended_next(beside):
    explorer, panel = beside
    tables = {name: table.assign(article_id="ferry") for name, table in READING.tables().items()}
    explorer.reading = Reading(**tables)
    choose(panel, "stances", "is no stance")
    (entry,) = read_corrections(panel._file)
    assert entry.article_id == "ferry" and explorer.reading.articles.article_id[0] == "ferry"

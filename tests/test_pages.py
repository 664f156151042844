"""Page functions: what they show is in the tables, and nothing of an article becomes markup."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote

import pandas as pd
import pytest
from made_reading import EMPTY, READING, TEXT, changed

from analysis import pages
from analysis.pages.blocks import Markup, figure, html, scripts, style, table
from analysis.pages.marks import Mark, marked_passage
from analysis.reading import Reading

WHOLE = [
    pages.article_facts,
    pages.marked_text,
    pages.unread,
    pages.actors,
    pages.places_and_issues,
    pages.quotations,
    pages.pairs,
    pages.stances,
    pages.dates,
    pages.mention_figure,
    pages.dispersion_figure,
    pages.stance_figure,
    pages.source_figure,
    pages.timeline,
    pages.timeline_figure,
    pages.articles,
    pages.shared_actors,
    pages.shared_stances,
    pages.thoughts,
    pages.story,
    pages.method,
    lambda reading: pages.choose("Actor", pages.actor_pages(reading)),
    lambda reading: pages.choose("Pair", pages.pair_pages(reading)),
]


class Seen(HTMLParser):
    """Tags in the order they open, and the text between them; fails where they don't nest."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.text, self._open = "", []
        self.feed(markup)
        assert not self._open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("img", "meta", "br"):
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("page", WHOLE, ids=lambda page: page.__name__)
@pytest.mark.parametrize("reading", [READING, EMPTY], ids=["full", "empty"])
def test_every_page_is_whole_escaped_markup_with_a_plain_twin(page, reading):
    block = page(reading)
    seen = Seen(block.markup)
    assert not {"script", "b", "i", "other"} & {tag for tag, attrs in seen.tags if "class" not in attrs}
    assert not any(name == "style" or name.startswith("on") for _, attrs in seen.tags for name in attrs)
    assert block.text.strip() or reading is EMPTY
    assert repr(block) == block.text


def test_facts_name_what_a_reader_asks_first():
    shown = pages.article_facts(READING).text
    for words in (
        "The <i>Post</i>",
        "NPA",
        "Oslo",
        "4 March 2020",
        "1 min",
        "30 words",
        "made_by_hand 1.0",
        "tram.txt",
    ):
        assert words in shown
    assert "/somewhere" not in shown


def test_facts_count_one_of_each_in_the_singular():
    one = Reading(**READING.tables() | {"dates": READING.dates.head(1), "problems": READING.problems.head(1)})
    shown = pages.article_facts(one).text
    assert "1 place, 1 issue, 1 quotation, 3 stances, 1 date" in shown
    assert "1 passage, listed below" in shown


def test_also_called_are_other_names_not_capitals_and_of_issues_only_what_the_text_has():
    aliases = [["Ida Berg", "Berg", "IDA BERG"], ["Cash$Co & Sons"], ["OSLO"], ["tram plan", "trams plan"]]
    made = Reading(**READING.tables() | {"entities": READING.entities.assign(aliases=aliases)})
    assert "Ida Berg | person | 2 | Berg | Mayor" in pages.actors(made).text
    assert "tram plan | issue | 2 | – |" in pages.places_and_issues(made).text
    assert "Oslo | place | 1 | – |" in pages.places_and_issues(made).text


def test_the_text_is_kept_to_the_letter():
    markup = re.sub(
        r'<p class="legend">.*?</p>|<ul class="notes">.*?</ul>|<sup.*?</sup>', "", pages.marked_text(READING).markup
    )
    assert Seen(markup.replace("</p>", "</p> ")).text.split() == TEXT.split()


def test_every_quotation_and_stance_has_one_place_in_the_text_and_rows_lead_there():
    places = [attrs["id"] for _, attrs in Seen(pages.marked_text(READING).markup).tags if "id" in attrs]
    rows = pages.quotations(READING).markup + pages.stances(READING).markup
    links = [attrs["href"].removeprefix("#") for tag, attrs in Seen(rows).tags if tag == "a"]
    assert sorted(places) == sorted(links) == sorted(set(links))
    assert len(links) == 4


def test_the_margin_says_who_is_quoted_and_who_stands_where():
    notes = "".join(re.findall(r'<ul class="notes">.*?</ul>', pages.marked_text(READING).markup))
    assert "Ida Berg, direct" in notes
    assert "Cash$Co &amp; Sons against tram plan s3" in re.sub(r"</?a.*?>", "", notes)


def test_the_margin_names_a_target_once_with_all_its_numbers():
    here = {edge: READING.stances[edge][0] for edge in ("cue_start", "cue_end")}
    notes = pages.marked_text(Reading(**READING.tables() | {"stances": READING.stances.assign(**here)})).markup
    assert "Ida Berg for tram plan s1 s2" in re.sub(r"</?a.*?>", "", notes)


def test_numbers_in_text_and_margin_lead_to_the_one_row_that_leads_back():
    text = pages.marked_text(READING).markup
    ways = {attrs["href"].removeprefix("#") for tag, attrs in Seen(text).tags if tag == "a"}
    pairs = "".join(page.markup for page in pages.pair_pages(READING).values())
    homes = [attrs["id"] for _, attrs in Seen(pages.quotations(READING).markup + pairs).tags if "id" in attrs]
    assert sorted(homes) == sorted(ways)
    elsewhere = [pages.pairs(READING), *pages.actor_pages(READING).values()]
    assert not any(
        home in attrs.get("id", "") for page in elsewhere for _, attrs in Seen(page.markup).tags for home in ways
    )


def test_other_words_than_the_name_say_whom_they_mean():
    markup = pages.marked_text(READING).markup
    assert '<span class="actor other" title="Ida Berg">She</span>' in markup
    assert '<span class="actor">Ida Berg</span>' in markup


def cited(block: pages.Block) -> list[tuple[str, str]]:
    return [(attrs["data-cite"], attrs["data-at"]) for tag, attrs in Seen(block.markup).tags if tag == "a"]


def test_a_row_brings_its_words_source_and_characters_along():
    start = TEXT.index('"The tram')
    end = TEXT.index("come.") + len('come."')
    quotations = pages.quotations(READING)
    assert cited(quotations) == [("Ida Berg, direct", f"{start}–{end}")]
    (table,) = [attrs for tag, attrs in Seen(quotations.markup).tags if tag == "table"]
    assert table["data-source"] == "Mayor backs <b>tram</b> plan, The <i>Post</i>, 4 March 2020"
    assert table["data-words"] == "1"


def test_a_colon_is_no_word_that_somebody_is_quoted_by():
    made = Reading(**READING.tables() | {"quotations": READING.quotations.assign(cue=":")})
    assert "| direct | 95 %" in pages.quotations(made).text


def test_a_stance_is_cited_with_who_tells_it():
    assert "Cash$Co & Sons against tram plan, as told by Ida Berg" in dict(cited(pages.stances(READING)))


def test_facts_and_overview_count_the_stances_that_are_shown():
    unsure = READING.stances.assign(shown=[True, True, False])
    made = Reading(**READING.tables() | {"stances": unsure})
    assert "2 stances" in pages.article_facts(made).text
    assert pages.articles(made).text.splitlines()[-1].endswith("| 2")


def test_a_page_of_one_actor_marks_nobody_else():
    markup = pages.marked_text(READING, actor="e2").markup.split("</p>", 1)[1]
    chosen = re.findall(r'<span class="[^"]*chosen[^"]*">(.*?)</span>', markup)
    assert chosen == ["Cash$Co &amp; Sons"] * 2
    assert "quoted" not in markup
    assert "id=" not in markup


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], "one two"),
        ([Mark(0, 3, "a")], '<span class="a">one</span> two'),
        ([Mark(0, 7, "a"), Mark(4, 7, "b")], '<span class="a">one </span><span class="a b">two</span>'),
        (
            [Mark(0, 5, "a"), Mark(4, 7, "b")],
            '<span class="a">one </span><span class="a b">t</span><span class="b">wo</span>',
        ),
        ([Mark(0, 3, "a", "!"), Mark(0, 3, "b", "?")], '<span class="a b">one</span>!? two'),
        ([Mark(-5, 99, "a")], '<span class="a">one two</span>'),
    ],
)
def test_marks_may_nest_and_overlap(marks, expected):
    assert marked_passage("one two", 0, 7, marks) == expected


def test_pairs_show_the_strongest_evidence_and_count_the_rest():
    shown = pages.pairs(READING).text.splitlines()
    assert shown[0] == "3 stances in 2 lines, each with the strongest evidence"
    assert shown[2].startswith("Ida Berg | ▲ for | tram plan | 2 | Mayor Ida Berg backed")
    assert "▼ against" in shown[3] and "| by deeds, told by Ida Berg |" in shown[3]


def test_one_stance_a_line_is_said_so_and_less_certain_ones_are_counted():
    unsure = READING.stances.assign(shown=[True, False, True])
    caption = pages.pairs(Reading(**READING.tables() | {"stances": unsure})).text.splitlines()[0]
    words = "2 stances with the evidence (1 less certain, with the numbers left out here, only in the saved table)"
    assert caption == words


def test_the_page_of_an_actor_calls_it_by_its_name():
    text = pages.actor_page(READING, "e1").text
    assert "What Ida Berg said" in text and "Where Ida Berg stands" in text
    assert "Who stands where on Ida Berg: no stance was found." in text
    assert "Where in the article Ida Berg is mentioned" in text


@pytest.mark.parametrize("day", ["2020-03-02", "2020-03", "2 March 2020", "March 2020"])
def test_a_day_is_not_broken_over_lines(day):
    assert f'<th scope="row" class="day">{day}</th>' in table("Days", ["When"], [[day]]).markup
    assert 'class="day"' not in table("Days", ["When"], [[f"{day}, or so"]]).markup


def test_evidence_of_a_pair_is_all_of_it():
    assert pages.pair_page(READING, "e1", "e4").text.count("▲ for") == 2


def test_dates_come_with_their_values_and_their_sentence():
    first, second = pages.dates(READING).text.splitlines()[2:]
    assert first == "Monday | 2 March 2020 | Mayor Ida Berg backed the tram plan on Monday."
    assert second.startswith("2019 | 2019 | Cash$Co & Sons rejected it")


def test_the_timeline_tells_in_the_order_of_time_who_does_what():
    past, to_come = pages.timeline(READING).text.split("\n\n")
    assert past.splitlines()[0] == "Past, until 4 March 2020: 2 dates, in the order of time"
    assert past.splitlines()[2].startswith("2019 | Cash$Co & Sons rejected it | Cash$Co & Sons rejected it in 2019.")
    assert past.splitlines()[3].startswith("2 March 2020 | Ida Berg backed the tram plan | Mayor Ida Berg")
    assert to_come == "To come: nothing is dated."


def test_what_is_to_come_is_a_table_apart():
    ahead = READING.events.assign(to_come=[True, False])
    past, to_come = pages.timeline(Reading(**READING.tables() | {"events": ahead})).text.split("\n\n")
    assert "Ida Berg" not in past
    assert to_come.splitlines()[2].startswith("2 March 2020 | Ida Berg backed")


def test_the_timeline_of_one_actor_leaves_the_others_out():
    assert "Cash$Co" not in pages.timeline(READING, actor="e1").text


def test_what_could_not_be_read_is_a_row():
    assert "a quotation mark without its <other>" in pages.unread(READING).text
    assert "everything was read" in pages.unread(EMPTY).text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (pages.mention_figure, "Ida Berg: 2 mentions, Cash$Co &amp; Sons: 2 mentions."),
        (pages.source_figure, "Ida Berg: 5 words."),
        (pages.stance_figure, "Ida Berg for tram plan, Cash$Co &amp; Sons against tram plan, Ida Berg for Oslo."),
        (pages.timeline_figure, "2019: Cash$Co &amp; Sons rejected it; 2 March 2020: Ida Berg backed"),
        (pages.dispersion_figure, "Ida Berg from "),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_figure_says_in_words_what_is_to_be_seen(page, words):
    alts = re.findall(r'<img alt="(.*?)"', page(MORE).markup)
    assert len(alts) == 1
    assert words in alts[0]


MORE = changed(
    stances=pd.concat([READING.stances, READING.stances[:1].assign(target_id="e3", target="Oslo")]),
    events=pd.concat([READING.events, READING.events[:1].assign(first_day="2020-03-05", last_day="2020-03-05")]),
)


def test_the_legend_tells_of_marks_that_there_are():
    for sides in ("▲▼", "▲", "▼", ""):
        kept = READING.stances.polarity.isin([{"▲": "support", "▼": "oppose"}[sign] for sign in sides])
        (legend,) = re.findall(
            r'<p class="legend">.*?</p>', pages.marked_text(changed(stances=READING.stances[kept])).markup
        )
        assert {sign for sign in "▲▼◆" if sign in legend} == {*sides}
    assert "legend" not in pages.marked_text(EMPTY).markup


def test_a_column_is_prose_for_all_of_its_cells_or_for_none():
    words, long = ["short", "short", "long " * 20], ["long " * 20, "long " * 20, "short"]
    cells = re.findall("<td(.*?)>", table("Made", ["N", "A", "B"], zip("123", words, long, strict=True)).markup)
    assert cells[0::2] == [' class="prose-cell"'] * 3 and cells[1::2] == [' class="prose-cell"'] * 3
    few = table("Made", ["N", "A"], zip("1234", [*words, "short"], strict=True)).markup
    assert "prose-cell" not in few


def test_what_words_tell_better_is_no_chart():
    few = changed(stances=READING.stances[2:], events=READING.events[:1])
    for page, words in {
        pages.stance_figure: "1 stance shown, too few for a chart: Cash$Co &amp; Sons against tram plan.",
        pages.network_figure: "Too few ties for a network.",
        pages.timeline_figure: "1 dated action shown, too few for a chart: 2 March 2020: Ida Berg backed",
    }.items():
        assert page(few).markup.startswith(f"<p>{words}") and page(few).ax is not None
    assert pages.mention_figure(EMPTY).markup == "<p>No actor is shown.</p>"


def test_shares_that_are_more_than_a_number_stand_left():
    markup = table("Shares", ["Of", "Few", "Many"], [["x", "86 % of 3, defensible 92 %", "86 %"]]).markup
    assert '<td>86 % of 3, defensible 92 %</td><td class="number">86 %</td>' in markup


def test_a_table_has_a_caption_heads_and_a_scroll_region_for_the_keyboard():
    seen = Seen(table("Fine & good", ["Name", "Number"], [["<x>", 3], [Markup("<a href='#y'>y</a>"), None]]).markup)
    assert [tag for tag, _ in seen.tags][:4] == ["div", "table", "caption", "thead"]
    assert seen.tags[0][1] == {"class": "scroll", "role": "group", "tabindex": "0", "aria-label": "Fine & good"}
    assert [attrs["scope"] for tag, attrs in seen.tags if tag == "th"] == ["col", "col", "row", "row"]
    assert "<x>" in seen.text and "–" in seen.text


def test_a_mark_that_turns_words_around_turns_none_beside_it():
    assert html("gnp\u202e \u2067x") == "gnp\u200b \u200bx" and len(html("a\u202eb")) == 3


def test_an_empty_table_is_a_sentence():
    assert table("Stances", ["Who"], [], none="none was found").text == "Stances: none was found."


def test_a_chooser_holds_every_page_and_shows_them_without_script():
    chooser = pages.choose("Actor", pages.actor_pages(READING))
    seen = Seen(chooser.markup)
    assert sum(tag == "section" for tag, _ in seen.tags) == sum(tag == "option" for tag, _ in seen.tags) == 2
    assert not any("hidden" in attrs for _, attrs in seen.tags)
    (label,) = [attrs["for"] for tag, attrs in seen.tags if tag == "label"]
    assert label in [attrs["id"] for tag, attrs in seen.tags if tag == "select"]


def test_choices_of_one_name_are_told_apart():
    twins = pages.actor_choices(
        Reading(**READING.tables() | {"entities": READING.entities.assign(name="Same", kind="person")})
    )
    assert list(twins) == ["Same", "Same (2)", "Same (3)", "Same (4)"]


def test_an_actor_that_is_not_there_is_an_error_that_says_who_is():
    with pytest.raises(KeyError, match="no entity 'e9' in this reading; there are: e1, e2"):
        pages.actor_page(READING, "e9")


def test_a_page_shows_one_article():
    with pytest.raises(ValueError, match="this reading holds 2"):
        pages.marked_text(Reading.concat([READING, EMPTY]))


@pytest.mark.parametrize(
    ("block", "needed"),
    [
        (pages.article_facts(READING), []),
        (pages.actors(READING), ["<table"]),
        (pages.quotations(READING), ["<table", 'href="#']),
        (pages.mention_figure(READING), ["<figure"]),
        (pages.choose("Name", {"one": pages.article_facts(READING)}), ["data-choose"]),
    ],
    ids=["facts", "table", "links", "figure", "chooser"],
)
def test_in_jupyter_a_block_brings_its_style_and_the_script_that_it_needs(block, needed):
    shown = block._repr_mimebundle_()["text/html"]
    assert shown.startswith(style())
    assert [markup for markup, script in scripts().items() if script in shown] == [
        markup for markup in scripts() if markup in needed
    ]


def test_a_figure_needs_words():
    with pytest.raises(TypeError):
        figure(None, caption="no alternative text")


def two_articles() -> Reading:
    other = {name: table.assign(article_id="other") for name, table in READING.tables().items()}
    flipped = other["stances"].assign(polarity=["oppose", "support", "oppose"])
    return Reading.concat([READING, Reading(**other | {"stances": flipped})])


def test_articles_are_counted_and_lead_to_their_places():
    shown = pages.articles(two_articles(), hrefs=["#a", "#b"])
    assert shown.text.splitlines()[0] == "2 articles"
    line = "Mayor backs <b>tram</b> plan | 4 March 2020 | The <i>Post</i> | 30 | 2 | 1 | 3"
    assert shown.text.splitlines()[2] == line and 'datetime="2020-03-04"' in shown.markup
    assert [attrs["href"] for tag, attrs in Seen(shown.markup).tags if tag == "a"] == ["#a", "#b"]
    assert "<a " not in pages.articles(READING).markup


def test_actors_and_stances_of_more_than_one_article_are_shown_together():
    assert pages.shared_actors(two_articles()).text.splitlines()[2] == "Ida Berg | person | – | 2 | 4"
    lines = pages.shared_stances(two_articles()).text.splitlines()[2:]
    assert lines == ["Ida Berg | ▲ for 3, ▼ against 1 | tram plan | 2", "Cash$Co & Sons | ▼ against 2 | tram plan | 2"]
    assert "none has the same name" in pages.shared_actors(READING).text
    assert "nobody takes one" in pages.shared_stances(READING).text


def test_the_network_is_told_in_words():
    figure = pages.network_figure(READING).text
    assert "Network of 3 names. Ida Berg for tram plan (2 times), Cash$Co & Sons against tram plan." in figure


def test_a_chart_of_ones_own_takes_the_inks_of_its_page_and_its_title_is_told(monkeypatch):
    import IPython
    import matplotlib as mpl
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.core.pylabtools import select_figure_formats
    from matplotlib.figure import Figure

    shell = InteractiveShell()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    with mpl.rc_context():
        pages.follow_theme()
        select_figure_formats(shell, {"png"})  # as a notebook does when it draws for the first time
        ax = Figure().add_subplot()
        ax.set_title("Mine & yours", loc="left")
        shown, _ = shell.display_formatter.format(ax.figure)
        bare, _ = shell.display_formatter.format(Figure())
    svg = unquote(re.search('src="data:image/svg.xml,([^"]*)', shown["text/html"])[1])
    assert 'alt="Mine &amp; yours"' in shown["text/html"] and "prefers-color-scheme" in svg
    assert "var(--ink)" in svg and "text/html" not in bare

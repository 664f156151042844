"""Articles compared: the known answers of the demonstration corpus."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import analyse_many, charts, cli, comparison, pages, read_corpus
from analysis.reading import Reading
from analysis.report.comparison import render_comparison
from analysis.tables.plain import rows

DATA = Path(__file__).resolve().parents[1] / "data"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading.concat(analyse_many(read_corpus(DATA / "corpus", metadata=DATA / "corpus.csv")))


@pytest.fixture(scope="module")
def found(reading):
    return comparison.compare(reading)


def actor(found, article_id: str, name: str) -> str:
    (row,) = found.links[(found.links.article_id == article_id) & (found.links.name == name)].itertuples()
    return row.actor


def test_every_story_has_a_day_and_an_outlet(reading):
    with (DATA / "corpus.csv").open(encoding="utf-8") as file:
        known = {row["article_id"] for row in csv.DictReader(file)}
    assert known == {path.stem for path in (DATA / "corpus").glob("*.txt")} == set(reading.articles.article_id)
    assert reading.articles.outlet.nunique() == 3 and not reading.articles.published.isna().any()


def test_the_codebook_of_the_corpus_makes_countries_of_its_invented_ones():
    articles = [one for one in read_corpus(DATA / "corpus", metadata=DATA / "corpus.csv") if one.article_id == "mw-2"]
    (reading,) = analyse_many(articles, codebook=DATA / "corpus.yaml")
    kinds = dict(zip(reading.entities.name, reading.entities.kind, strict=True))
    assert kinds["Kestria"] == kinds["Norvia"] == "country" and kinds["Solheim"] == "place"


def test_the_wire_copies_are_found_and_nothing_else(found):
    assert [(row.article_id, row.copy_of, row.sort) for row in rows(found.copies)] == [
        ("nh-1", "mw-1", "shortened"),
        ("nh-3", "mw-3", "extended"),
    ]


def test_one_person_under_two_names_is_one_and_two_of_one_surname_are_two(found):
    names = {actor(found, *who) for who in (("mw-1", "Pyotr Zelenin"), ("kp-1", "Petr Zelenin"), ("kp-4", "Zelenin"))}
    assert names == {"Pyotr Zelenin"}
    assert actor(found, "kp-2", "Elin Marek") == "Elin Marek" and actor(found, "kp-2", "Tomas Marek") == "Tomas Marek"


def test_a_surname_alone_is_linked_by_the_company_it_keeps_or_kept_apart_and_listed(found):
    assert actor(found, "nh-4", "Marek") == "Elin Marek"  # with Aldana, Brandt and Lindvik, as she is
    (unsure,) = rows(found.links[found.links.how == "ambiguous"])
    assert (unsure.article_id, unsure.actor, unsure.perhaps) == ("mw-5", "Marek (mw-5)", "Elin Marek; Tomas Marek")


def test_an_issue_in_other_words_is_the_same_issue(found):
    assert actor(found, "kp-3", "fishing deal") == actor(found, "mw-3", "fishing agreement") == "fishing agreement"


def test_a_corrected_linking_table_is_kept_to(reading, found, tmp_path):
    path = tmp_path / "links.csv"
    comparison.write_links(found.links, path)
    again = comparison.link(reading, path)
    assert again.equals(found.links)
    path.write_text(path.read_text(encoding="utf-8").replace("Marek (mw-5)", "Tomas Marek"), encoding="utf-8")
    corrected = comparison.compare(reading, links=path)
    assert actor(corrected, "mw-5", "Marek") == "Tomas Marek"
    (row,) = rows(corrected.links[corrected.links.article_id.eq("mw-5") & corrected.links.name.eq("Marek")])
    assert (row.how, row.perhaps) == ("corrected", None)
    assert not (corrected.links.how == "ambiguous").any()


def test_an_actor_that_was_renamed_takes_new_articles_along_and_stale_rows_are_told(reading, found, tmp_path):
    path, said = tmp_path / "links.csv", []
    old = found.links[~found.links.article_id.isin(["mw-4"])]
    comparison.write_links(old.assign(actor=old.actor.str.replace("Elin Marek", "Minister Marek")), path)
    path.write_text(path.read_text(encoding="utf-8") + "gone,e1,Somebody,person,,,Somebody,name,\n", encoding="utf-8")
    again = comparison.compare(reading, links=path, say=said.append)
    assert actor(again, "mw-4", "Elin Marek") == actor(again, "mw-1", "Elin Marek") == "Minister Marek"
    assert said == [f"{path}: passed over, since they fit no entity that was read: 1 row"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "article_id,name\nmw-1,Dalen\n",
            "a linking table has a column 'entity_id'; the columns are: article_id, name",
        ),
        ("article_id,entity_id,name,actor\na,e1,X,Y\na,e1,X,Z\n", "line 3: a e1 stands there twice, as two actors"),
    ],
)
def test_what_is_no_linking_table_is_refused(reading, tmp_path, text, words):
    path = tmp_path / "links.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=words):
        comparison.link(reading, path)


SOURCES = {  # outlet and source: direct, indirect, sort
    ("Kestria Post", "Viktor Dalen"): (4, 2, "government"),
    ("Kestria Post", "Tomas Marek"): (3, 0, "associations and churches"),
    ("Kestria Post", "Ingrid Solano"): (0, 1, "international organizations"),
    ("Kestria Post", "Elin Marek"): (1, 0, "government"),
    ("Meridian Wire", "Elin Marek"): (3, 0, "government"),
    ("Meridian Wire", "Pyotr Zelenin"): (1, 0, "armed forces and police"),
    ("Norvia Herald", "Olga Brandt"): (2, 3, "business"),
    ("Norvia Herald", "Ruth Aldana"): (1, 2, "government"),
}


def test_who_is_quoted_by_which_outlet_how_often(found):
    made = {(row.outlet, row.source): row for row in rows(comparison.sources_by_outlet(found))}
    told = {key: (made[key].direct, made[key].indirect, made[key].sort) for key in SOURCES}
    assert told == SOURCES


def test_what_was_copied_counts_once_and_what_the_copy_adds_counts_too(found):
    made = {(row.outlet, row.source) for row in rows(comparison.sources_by_outlet(found))}
    assert ("Norvia Herald", "Pyotr Zelenin") not in made  # only in the copy of the wire
    added = [row.content for row in found.quotations if row.article_id == "nh-3"]
    assert added == ["the fishing agreement a good start"]
    assert ("nh-3", "mw-3") not in {(row.article_id, row.holder) for row in found.stances}
    assert {row.holder for row in found.stances if row.article_id == "nh-3"} == {"Ruth Aldana", "Olga Brandt"}


def test_stances_over_time_turn_with_the_president_and_few_articles_leave_the_interval_wide(found):
    series = comparison.stances_over_time(found)
    dalen = series[(series.holder == "Viktor Dalen") & (series.target == "fishing agreement")]
    whole = {row.period: row for row in rows(dalen[dalen.outlet == "all outlets"])}
    assert {day: (row.articles, row.balance) for day, row in whole.items()} == {
        "2021-03-29": (2, -1.0),
        "2021-04-05": (4, 1.0),
    }
    assert whole["2021-04-05"].low > 0 > whole["2021-03-29"].high - 0.4
    one = dalen[(dalen.outlet == "Kestria Post") & (dalen.period == "2021-04-05")]
    assert one.low.item() < 0 < one.high.item()
    days = {"2021-03-30", "2021-03-31", "2021-04-06", "2021-04-08", "2021-04-09", "2021-04-10"}
    assert set(comparison.stances_over_time(found, every="day").period) >= days
    with pytest.raises(ValueError, match="every 'hour': there are day, week, month, year"):
        comparison.stances_over_time(found, every="hour")


def test_the_network_by_month_is_signed(found):
    months = comparison.networks_by_month(found)
    assert list(months) == ["2021-03", "2021-04"]
    tie = "Viktor Dalen", "fishing agreement"
    assert [months[month].edges[tie]["balance"] for month in months] == [-1, 1]
    assert months["2021-04"].edges["Tomas Marek", "fishing agreement"]["oppose"] == 1


TREATED = {
    ("Pyotr Zelenin", "kp-1"): "shortened",  # "We warned these boats twice"
    ("Elin Marek", "kp-1"): "altered",  # an act of piracy
    ("Elin Marek", "kp-2"): "dropped",  # every day in that prison
    ("Viktor Dalen", "kp-2"): "whole",  # there will be a trial
    ("Ingrid Solano", "kp-3"): "retold",  # both countries can win
    ("Viktor Dalen", "kp-4"): "altered",  # changed my mind
    ("Elin Marek", "nh-2"): "whole",
}


def test_who_dropped_or_altered_a_quotation(found):
    made = comparison.repeated_quotations(found)
    assert {
        (row.actor, row.article_id): row.treatment for row in rows(made) if (row.actor, row.article_id) in TREATED
    } == TREATED
    for row in rows(made[made.quotation_id.notna()]):
        own = found.reading.quotations[found.reading.quotations.article_id == row.article_id]
        assert row.content in set(own[own.quotation_id == row.quotation_id].content)


def test_what_changed_between_two_articles(found):
    copied = rows(comparison.changes(found, "mw-1", "nh-1"))
    assert {(row.what, row.change, row.name) for row in copied} == {
        ("actor", "gone", "Olga Brandt"),
        ("quotation", "gone", "Olga Brandt"),
    }
    later = {(row.what, row.change, row.name): row for row in rows(comparison.changes(found, "mw-3", "mw-4"))}
    turned = later["stance", "turned", "Viktor Dalen → fishing agreement"]
    assert (turned.before, turned.after) == ("against", "for")
    assert ("actor", "new", "Tomas Marek") in later and ("quotation", "gone", "Ruth Aldana") in later
    altered = [row for row in rows(comparison.changes(found, "mw-1", "kp-1")) if row.change == "altered"]
    assert [row.name for row in altered] == ["Pyotr Zelenin", "Elin Marek"]
    assert comparison.text_in_common(found, "mw-1", "nh-1") == 1
    with pytest.raises(ValueError, match="no article 'zz'; there are: kp-1"):
        comparison.changes(found, "zz", "mw-1")


def test_the_same_articles_give_the_same_bytes_whatever_the_order_of_sets(reading, found, tmp_path):
    reading.save(tmp_path / "tables")
    code = (
        "import sys; from analysis import comparison, Reading;"
        "comparison.save_comparison(comparison.compare(Reading.load(sys.argv[1])), sys.argv[2])"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"  # that of this process is another
    command = [sys.executable, "-c", code, tmp_path / "tables", tmp_path / "other"]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
    comparison.save_comparison(found, tmp_path / "mine")
    files = sorted(path.name for path in (tmp_path / "other").iterdir())
    assert len(files) == 8 and files == sorted(path.name for path in (tmp_path / "mine").iterdir())
    assert all((tmp_path / "other" / name).read_bytes() == (tmp_path / "mine" / name).read_bytes() for name in files)


def test_one_article_alone_cannot_be_compared(reading):
    tables = {name: table[table.article_id == "mw-1"] for name, table in reading.tables().items()}
    with pytest.raises(ValueError, match="two are needed at least, there is 1"):
        comparison.compare(Reading(**tables))


def test_the_pages_say_what_was_found(found):
    assert "Copies among them: 2" in pages.compared.overview(found).text
    assert "Pyotr Zelenin | person | Admiral | Petr Zelenin, Zelenin | 4" in pages.compared.actors(found).text
    assert "Marek (mw-5) | Elin Marek; Tomas Marek" in pages.compared.unsure(found).text
    assert "Three Norvian boats seized in Torva Strait | Norvia Herald | shortened" in pages.compared.copies(found).text
    assert "Viktor Dalen | Kestria Post | government | 4 | 4 | 0 | 2" in pages.compared.sources(found).text
    assert "Meridian Wire, government: 8" in pages.compared.source_figure(found).text
    first, *_ = pages.compared.stance_pages(found)
    assert first == "Viktor Dalen → fishing agreement"
    assert list(pages.compared.month_pages(found)) == ["March 2021", "April 2021"]


def test_the_first_screen_of_a_comparison_tells_who_turned_and_whose_words_were_changed(found):
    known, who, sides, sure, words = pages.compared.story(found).text.split("\n\n")
    assert known == "22 March 2021 – 10 April 2021 · 3 outlets · 2 copies of others"
    assert (
        who.splitlines()[1]
        == "Viktor Dalen President11 of 13 articles: Kestria Post 4, Meridian Wire 4, Norvia Herald 3"
    )
    turned = "▼ against in 2, from 29 March 2021▲ for in 4, from 5 April 2021"
    assert sides.splitlines()[1] == f"Viktor Dalen on fishing agreement{turned}"
    assert "Compared here, copies counted once: 40 quotations and 22 stances." in sure
    assert (
        "of piracy, and Norvia" in words
        and "altered by Kestria Post, whole in Meridian Wire and Norvia Herald" in words
    )
    assert "dropped by Kestria Post" in words


def test_the_pages_of_wordings_show_what_is_missing_and_what_stands_instead(found):
    said = pages.compared.quotation_pages(found)
    page = said['Elin Marek: "This is an act of piracy, and Norvia will not accept it,"']
    assert "act, <del>of piracy,</del> and" in page.markup
    changed = pages.compared.change_pages(found)["Meridian Wire, 6 April / Kestria Post, 8 April"]
    assert "<ins>opinion,&quot;</ins>" in changed.markup


def run_command() -> None:
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert not end.value.code


@pytest.mark.notebook
def test_the_command_writes_the_page_its_tables_and_once_the_linking_table(
    reading, pooled, tmp_path, monkeypatch, capsys
):
    """The same tables give the same page; a linking table that is there is kept to and left as it is."""
    reading.save(tmp_path / "tables")
    out, links = tmp_path / "out" / "affair.html", tmp_path / "out" / "affair-links.csv"
    monkeypatch.setattr(sys, "argv", ["readout", "compare", str(tmp_path / "tables"), "--out", str(out), "--quiet"])
    run_command()
    first, table = out.read_bytes(), links.read_bytes()
    assert first.count(b"11 of 13 articles: ") == 1
    assert b"13 articles compared" in first and b"Marek (mw-5)" in first
    assert f"1 name that may mean several; who is who stands in {links}" in capsys.readouterr().err
    run_command()
    assert out.read_bytes() == first and links.read_bytes() == table
    links.write_bytes(table.replace(b"Marek (mw-5)", b"Elin Marek"))
    run_command()
    assert b"Marek (mw-5)" not in out.read_bytes()
    assert f"linked as in {links}" in capsys.readouterr().err
    beside = tmp_path / "out" / "affair-notebooks"
    assert sorted(path.name for path in beside.iterdir()) == ["05-compare-articles.ipynb", "comparison", "tables"]
    assert sorted(path.name for path in out.parent.iterdir()) == ["affair-links.csv", "affair-notebooks", "affair.html"]


@pytest.mark.parametrize("name", ["folder", "compared.txt"])
def test_a_comparison_is_written_to_a_file_of_html(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(ValueError, match="a comparison is a file of HTML, such as"):
        render_comparison([DATA / "corpus"], tmp_path / name)


def test_charts_of_a_comparison_draw_every_outlet_and_say_where_there_is_nothing(found):
    sources = comparison.sources_by_outlet(found)
    ax = charts.sorts_by_outlet(sources)
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert [label for label in labels if label in set(sources.outlet)] == [
        "Meridian Wire",
        "Kestria Post",
        "Norvia Herald",
    ]
    widths = sum(bar.get_width() for bar in ax.patches)
    assert widths == sources.quotations.sum()
    series = comparison.stances_over_time(found)
    pair = series[(series.holder == "Viktor Dalen") & (series.target == "fishing agreement")]
    drawn = charts.stance_series(pair[pair.outlet != "all outlets"])
    points = [line.get_xydata()[0] for line in drawn.lines if line.get_marker() not in ("None", "", None)]
    assert len({tuple(point) for point in points}) == 5  # none upon another
    assert [text.get_text() for text in charts.stance_series(series.head(0)).texts] == ["No stance was found."]
    assert [text.get_text() for text in charts.sorts_by_outlet(sources.head(0)).texts] == ["Nobody is quoted."]

"""Corrections: kept in a file, found again by their words, applied whole or not at all, taken back one by one."""

from dataclasses import replace

import pytest
from made_reading import READING, RECORDS, TEXT, span

from analysis import analyse, cli, pages, read_article
from analysis import corrections as mend
from analysis.corrections.anchors import anchor_of, place_of
from analysis.reading import Reading
from analysis.records import Span
from analysis.tables import SCHEMAS, check


@pytest.fixture
def file(tmp_path):
    return tmp_path / "tram.corrections.yaml"


def after(*entries):
    """The made reading with some corrections; every table keeps to its schema, every row to its words."""
    found = READING.corrected([replace(entry, correction_id=f"c{n}") for n, entry in enumerate(entries, 1)])
    for name, table in found.tables().items():
        check(name, table)
    for row in found.mentions.itertuples():
        assert TEXT[row.start : row.end] == row.text
    known = set(found.entities.entity_id)
    assert set(found.mentions.entity_id.dropna()) <= known
    assert set(found.stances.holder_id) | set(found.stances.target_id) <= known
    assert {key for keys in found.quotations.source_ids for key in keys} <= known
    return found


def names(reading):
    return reading.entities.set_index("entity_id").name.to_dict()


def test_two_actors_that_are_one_become_one_with_all_that_is_theirs():
    found = after(mend.merge(READING, "e2", into="e1"))
    assert names(found) == {"e1": "Ida Berg", "e3": "Oslo", "e4": "tram plan"}
    assert found.entities.n_mentions[0] == 4
    assert set(found.stances.holder) == {"Ida Berg"} and list(found.events.actor) == ["Ida Berg", "Ida Berg"]
    assert found.stances.said_by_id.isna().sum() == 2, "e1 tells what was e2's"


def test_who_is_merged_into_his_target_takes_no_side_any_more():
    found = after(mend.merge(READING, "e1", into="e4"))
    assert list(found.stances.stance_id) == ["s3"]
    assert found.quotations.source[0] == "tram plan"


def test_a_mention_of_somebody_else_takes_its_quotation_along():
    found = after(mend.split(READING, ["m4"], name="the deputy", kind="person"))
    assert names(found)["e5"] == "the deputy" and names(found)["e1"] == "Ida Berg"
    assert (found.quotations.source_id[0], found.quotations.source[0]) == ("e5", "the deputy")
    assert found.stances.set_index("stance_id").holder.to_dict() == {
        "s1": "Ida Berg",
        "s2": "the deputy",
        "s3": "Cash$Co & Sons",
    }


def test_a_name_a_kind_and_a_role_are_set_everywhere():
    changed = [mend.rename(READING, "e2", "Cash & Sons"), mend.set_kind(READING, "e2", "group")]
    found = after(*changed, mend.set_role(READING, "e1", "Lord Mayor"))
    row = found.entities.set_index("entity_id").loc["e2"]
    assert (row["name"], row.kind, row.confidence, row["rule"]) == ("Cash & Sons", "group", 1.0, "corrected")
    assert found.stances.holder[2] == "Cash & Sons" and found.events.actor[1] == "Cash & Sons"
    assert found.entities.role[0] == "Lord Mayor"
    assert found.entities["rule"][3] == "find_issues", "others stay as they were"


def test_who_is_none_goes_and_who_was_overlooked_comes():
    new = mend.add_entity(READING, [span("Monday")], name="Monday Club", kind="organization")
    found = after(mend.drop(READING, "e2"), new)
    assert names(found) == {"e1": "Ida Berg", "e3": "Oslo", "e4": "tram plan", "e5": "Monday Club"}
    assert list(found.stances.stance_id) == ["s1", "s2"]
    assert found.events.actor.tolist() == ["Ida Berg", "Cash$Co & Sons"], "by its words, though it is nobody"
    mention = found.mentions[found.mentions.entity_id == "e5"].iloc[0]
    assert (mention.mention_id, mention.form, mention.paragraph) == ("m8", "name", 1)
    assert list(found.mentions.start) == sorted(found.mentions.start)


def test_quotations_go_come_and_change_hands():
    where = [span("rejected it")]
    found = after(mend.drop(READING, "q1"), mend.add_quotation(READING, where, source=span("Cash$Co & Sons", 1)))
    assert list(found.quotations.quotation_id) == ["q2"] and found.quotations.content[0] == "rejected it"
    assert (found.quotations.source[0], found.quotations.kind[0]) == ("Cash$Co & Sons", "indirect")
    assert found.stances.quotation_id.isna().all()
    handed = after(mend.set_source(READING, "q1", span("Cash$Co & Sons")))
    assert handed.quotations.source_ids[0] == ["e2"]
    assert handed.stances.holder[1] == "Cash$Co & Sons", "who takes a side in these words is who says them"
    nobody = after(mend.set_source(READING, "q1", None))
    assert nobody.quotations[["source_id", "source", "source_start"]].isna().all(axis=None)


def test_bounds_may_be_parted():
    pieces = [span("The tram"), span("will come.")]
    found = after(mend.set_bounds(READING, "q1", pieces))
    assert found.quotations.content[0] == "The tram … will come."
    assert (found.quotations.content_start[0], found.quotations.content_end[0]) == (pieces[0][0], pieces[1][1])


def test_stances_go_come_and_turn():
    found = after(mend.drop(READING, "s1"), mend.turn(READING, "s3", "support"))
    assert list(found.stances.stance_id) == ["s2", "s3"]
    assert (found.stances.polarity[1], found.stances.score[1]) == ("support", 1.0)
    more = after(mend.add_stance(READING, "e2", "e1", "oppose", span("She told Cash$Co & Sons")))
    row = more.stances.set_index("stance_id").loc["s4"]
    assert (row.holder, row.target, row.score, row.basis) == ("Cash$Co & Sons", "Ida Berg", -1.0, "action")
    spoken = after(
        mend.add_stance(READING, "e1", "e3", "support", span("The tram <script>alert(1)</script> will come"))
    )
    row = spoken.stances.set_index("stance_id").loc["s4"]
    assert (row.basis, row.quotation_id) == ("quotation", "q1")


def test_what_is_right_already_is_needless():
    found = after(mend.turn(READING, "s3", "oppose"), mend.set_kind(READING, "e1", "person"))
    assert list(found.corrections.outcome) == ["needless", "needless"]
    assert found.entities.equals(READING.entities) and found.stances.equals(READING.stances)


def test_words_are_found_again_where_they_moved_to():
    anchor = anchor_of(TEXT, span("Cash$Co & Sons", 1))
    later = f"Updated.\n\n{TEXT}".replace("\n\n", "\n \n")
    place = place_of(anchor, later)
    assert later[slice(*place)] == "Cash$Co & Sons" and place.start > anchor.start
    assert later[place.end :].startswith(" rejected")


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("Cash$Co & Sons rejected it in 2019.", ""),
        TEXT.replace("Cash$Co & Sons rejected it in 2019.", "The unions praised Cash$Co & Sons for it last year."),
        TEXT.replace("rejected it in 2019", "welcomed it, then rejected it"),
    ],
)
def test_words_in_other_company_are_not_taken_for_them(text):
    assert place_of(anchor_of(TEXT, span("Cash$Co & Sons", 1)), text) is None


def test_of_the_same_words_in_the_same_company_those_in_the_same_place_are_meant():
    line = "Nobody knows yet what the council will say to that. "
    text = line * 5
    second = anchor_of(text, Span(len(line) * 2 + 7, len(line) * 2 + 12))
    assert place_of(second, text) == Span(second.start, second.end)
    assert place_of(second, f"Well. {text}") is None


def test_what_no_longer_fits_is_told_and_changes_nothing():
    entry = replace(mend.turn(READING, "s3", "support"), correction_id="c7", who="Ann", why="irony")
    text = TEXT.replace("rejected it in 2019", "did something else")
    other = Reading.of([replace(RECORDS, article=replace(RECORDS.article, text=text), stances=())])
    found = other.corrected([entry])
    row = found.corrections.iloc[0]
    assert (row.outcome, row.who, row.why, row.quote) == (
        "unfit",
        "Ann",
        "irony",
        "Cash$Co & Sons rejected it in 2019.",
    )
    problem = found.problems.iloc[-1]
    assert problem.stage == "corrections" and "c7 (turn in stances" in problem.message
    assert found.entities.equals(other.entities)


def test_a_correction_is_written_read_and_taken_back(file):
    reading = mend.add(
        READING, mend.rename(READING, "e2", 'Cash: "Co" <b>'), file, who="Ann", why="= its name", when="2020-05-01"
    )
    reading = mend.add(reading, mend.drop(reading, "q1"), file, who="Bob")
    reading = mend.add(reading, mend.turn(reading, "s3", "neutral"), file)
    assert list(reading.corrections.correction_id) == ["c1", "c2", "c3"]
    first = reading.corrections.iloc[0]
    assert (first.who, first["when"], first.why, first.value) == ("Ann", "2020-05-01", "= its name", 'Cash: "Co" <b>')
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- id: c2", "# Bob was not sure\n- id: c2"), encoding="utf-8")
    reading = mend.undo(reading, "c2", file)
    assert list(reading.quotations.quotation_id) == ["q1"]
    assert reading.stances.polarity[2] == "neutral" and reading.stances.holder[2] == 'Cash: "Co" <b>'
    assert "# Bob was not sure" in file.read_text(encoding="utf-8")
    assert [one.correction_id for one in mend.read_corrections(file)] == ["c1", "c3"]
    with pytest.raises(ValueError, match="no correction 'c2'; there are: c1, c3"):
        mend.undo(reading, "c2", file)
    for number in ("c1", "c3"):
        reading = mend.undo(reading, number, file)
    for name in SCHEMAS:
        assert reading.tables()[name].equals(READING.tables()[name]), name


def test_a_correction_that_fits_nothing_is_not_written(file):
    with pytest.raises(ValueError, match="is 'person' already"):
        mend.add(READING, mend.set_kind(READING, "e1", "person"), file)
    with pytest.raises(ValueError, match="there is no 'q9' among the quotations of 'tram'"):
        mend.drop(READING, "q9")
    assert not file.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("action: rename", "line 5: action 'bounds' is none of entities: merge, split"),
        ("kind: troll", "line 7: kind 'troll' is none of person, organization"),
        ("start: here", "line 9: start 'here' is not a whole number"),
        ("nam: X", "line 4: 'nam' is no key of the file; there are id, article"),
    ],
)
def test_faults_of_a_file_name_their_line_and_what_is_accepted(file, wrong, told):
    entry = [
        "- id: c1",
        "  table: entities",
        "  action: rename",
        "  name: X",
        "  at:",
        "  - start: 4",
        "    end: 6",
        "    quote: x",
    ]
    lines = {
        "action: rename": ["# A", "# B", "# C", "# D", *(line.replace("rename", "bounds") for line in entry)],
        "kind: troll": ["# A", "# B", *entry[:4], "  kind: troll", *entry[4:]],
        "start: here": ["# A", "# B", "# C", *(line.replace("start: 4", "start: here") for line in entry)],
        "nam: X": [line.replace("name:", "nam:") for line in entry],
    }[wrong]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        mend.read_corrections(file)


@pytest.mark.parametrize("text", ["[" * 5000, "a: &a [*a]", "- {", "\x00", "just words", "- id: c1\n  id: c2"])
def test_a_file_of_anything_else_is_one_clear_error(file, text):
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"tram\.corrections\.yaml") as caught:
        mend.read_corrections(file)
    assert len(str(caught.value)) < 2000


def test_an_article_has_the_corrections_beside_it(tmp_path, file):
    mend.add(READING, mend.rename(READING, "e1", "Ida M. Berg"), file)
    article = replace(RECORDS.article, source=str(tmp_path / "tram.txt"))
    far = replace(article, article_id="city/tram")
    other = replace(article, article_id="bus", source=str(tmp_path / "bus.txt"))
    near, same, none = mend.with_corrections([article, far, other])
    assert len(near.corrections) == len(same.corrections) == 1 and not none.corrections
    found = Reading.of([replace(RECORDS, article=near)])
    assert found.entities.name[0] == "Ida M. Berg" and found.uncorrected.entities.name[0] == "Ida Berg"
    assert mend.undo(found, "c1").entities.name[0] == "Ida Berg"


def test_a_bad_file_beside_an_article_costs_it_a_problem(tmp_path, file):
    file.write_text("- id: c1\n  table: tables\n", encoding="utf-8")
    (found,) = mend.with_corrections([replace(RECORDS.article, source=str(tmp_path / "tram.txt"))])
    assert "line 2: table 'tables' is none of entities" in found.problems[0].message
    assert str(tmp_path) not in found.problems[0].message
    with pytest.raises(ValueError, match="is none of entities"):
        next(mend.with_corrections([RECORDS.article], file))


def test_tables_that_were_saved_with_corrections_are_not_corrected_twice(tmp_path, file):
    mend.add(READING, mend.rename(READING, "e1", "Ida M. Berg"), file)
    mend.apply(READING, file).save(tmp_path / "tables")
    loaded = mend.apply(Reading.load(tmp_path / "tables"), file)
    assert list(loaded.corrections.outcome) == ["applied"] and not len(loaded.problems[1:])
    again = mend.add(loaded, mend.turn(loaded, "s3", "support"), file)
    assert list(again.corrections.outcome) == ["applied", "applied"]


def test_readers_are_told_what_was_mended_and_it_shows_as_text():
    wrong = replace(mend.rename(READING, "e2", "<b>Cash</b>"), who="<i>Ann</i>", why="<script>alert(1)</script>")
    gone = replace(mend.turn(READING, "s3", "support"), correction_id="c9", at=(anchor_of("gone" * 9, Span(0, 36)),))
    found = READING.corrected([wrong, gone])
    page = pages.corrections(found)
    assert "<script>" not in page.markup and "<i>" not in page.markup and "&lt;script&gt;" in page.markup
    assert "c9 | turn in stances" in page.text and "fits nothing any more: the words “gonegone" in page.text
    assert "1 correction applied, 1 that fit nothing any more" in pages.article_facts(found).text
    assert "none were made" in pages.corrections(READING).text
    assert "Corrected" not in pages.article_facts(READING).text


def test_tables_of_a_folder_are_corrected_by_what_lies_beside_and_by_a_codebook(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    story = "Bridge to close\n\nThe Quay Trust wants the bridge closed, Ada Obi said on Monday. Obi is happy.\n"
    for name in ("one.txt", "b/two.txt"):
        (folder / name).write_text(story, encoding="utf-8")
    reading = analyse(read_article(folder / "b" / "two.txt", published="2020-01-15"))
    (trust,) = reading.entities.entity_id[reading.entities.name == "Quay Trust"]
    mend.add(reading, mend.rename(reading, trust, "Trust of the Quay"), who="Ann")
    (tmp_path / "study.yaml").write_text(
        "study: Bridges\nactors: [{name: Ada B. Obi, kind: person, aliases: [Ada Obi, Obi]}]\n", encoding="utf-8"
    )
    asked = ["--codebook", str(tmp_path / "study.yaml"), "--published", "2020-01-15", "--quiet"]
    monkeypatch.setattr("sys.argv", ["readout", "tables", str(folder), "--out", str(tmp_path / "out"), *asked])
    with pytest.raises(SystemExit, match="0"):
        cli.main()
    assert "passed over" not in capsys.readouterr().err
    found = Reading.load(tmp_path / "out")
    names = {*zip(found.entities.article_id, found.entities.name, strict=True)}
    assert names >= {
        ("b/two", "Trust of the Quay"),
        ("b/two", "Ada B. Obi"),
        ("one", "Quay Trust"),
        ("one", "Ada B. Obi"),
    }
    assert found.corrections[["article_id", "who", "outcome"]].values.tolist() == [["b/two", "Ann", "applied"]]
    assert found.articles.codebook.str.startswith("Bridges (").all()

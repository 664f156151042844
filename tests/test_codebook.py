"""Codebooks: checked by line, applied to names, actors, issues and words, the same whoever reads, and absent unfelt."""

from dataclasses import replace

import pytest

from analysis.article import read_text
from analysis.codebook import as_codebook, read_codebook
from analysis.corpus import read_all
from analysis.lexicon import adding, rows, words
from analysis.readers import read_parse
from analysis.readers.quotations.cues import cue_of
from analysis.reading import analyse
from analysis.tables import frames

BOOK = """\
study: Harbour dispute
actors:
  - name: Port Users' Alliance
    kind: organization
    aliases: [Dockfront, the quay people]
    role: lobby
    country: Norway
  - name: Maja Lind
    kind: person
    aliases: [The Admiral]
issues:
  - name: dredging
    wordings: [deepening of the channel, digging out the fairway]
cues:
  - word: fanfare
    pos: verb
    frames: [that, quote]
    sort: speech
stances:
  - word: fanfare
    pos: verb
    slot: dobj
    side: for
    strength: 0.9
leave_out:
  names: [Newsdesk]
  issues: [the harbour plan]
"""
STORY = """Harbour row grows

Dockfront wants the ferries back, Maja Lind told Newsdesk on Monday. The Admiral said the quay people were right.

Mayor Anna Moe backed the deepening of the channel. Moe fanfared that the work would start soon.
"""


@pytest.fixture
def book(tmp_path):
    file = tmp_path / "study.yaml"
    file.write_text(BOOK, encoding="utf-8")
    return read_codebook(file)


@pytest.fixture
def read(parsed, book):
    def call(text, own=True, **parts):
        article, parse = parsed(text, **parts)
        return read_parse(replace(article, codebook=book) if own else article, parse)

    return call


def entities(reading):
    return {entity.name: entity for entity in reading.cast.entities}


def said_of(reading, name):
    key = entities(reading)[name].entity_id
    return [mention.text for mention in reading.cast.mentions if mention.entity_id == key]


def test_an_actor_is_one_under_all_its_names(read):
    found = read(STORY.partition("\n\n")[2])
    lobby, admiral = entities(found)["Port Users' Alliance"], entities(found)["Maja Lind"]
    assert (lobby.kind, lobby.role, lobby.country, lobby.rule, lobby.shown) == (
        *("organization", "lobby", "Norway", "codebook", True),
    )
    assert said_of(found, "Port Users' Alliance") == ["Dockfront", "the quay people"]
    assert {"Maja Lind", "The Admiral"} <= set(said_of(found, "Maja Lind"))
    speakers = {key for sources in found.sources for key in sources}
    assert admiral.entity_id in speakers
    plain = read(STORY.partition("\n\n")[2], own=False)
    assert "Port Users' Alliance" not in entities(plain) and "Dockfront" in entities(plain)


def test_every_mention_says_what_stands_in_the_text(read):
    found = read(STORY.partition("\n\n")[2])
    known = {entity.entity_id for entity in found.cast.entities}
    assert len(known) == len(found.cast.entities)
    for mention in found.cast.mentions:
        assert found.article.text[mention.start : mention.end] == mention.text
        assert mention.entity_id is None or mention.entity_id in known
    assert [m.start for m in found.cast.mentions] == sorted(m.start for m in found.cast.mentions)
    spans = [(m.start, m.end) for m in found.cast.mentions]
    assert len(set(spans)) == len(spans)


def test_a_longer_name_keeps_its_words(read):
    found = read("The Dockfront Sailing School closed, Carl Ek said. Dockfront is angry, Carl Ek said.")
    assert said_of(found, "Dockfront Sailing School") == ["Dockfront Sailing School"]


def test_an_issue_has_its_wordings_and_its_stances(read):
    found = read(STORY.partition("\n\n")[2] + "\n\nDigging out the fairway is costly, and nobody is for dredging.")
    issue = entities(found)["dredging"]
    assert (issue.kind, issue.shown) == ("issue", True)
    assert said_of(found, "dredging") == ["deepening of the channel", "Digging out the fairway", "dredging"]
    moe = entities(found)["Anna Moe"].entity_id
    assert any(s.holder_id == moe and s.target_id == issue.entity_id and s.score > 0 for s in found.stances)


def test_what_is_left_out_is_nowhere(read):
    text = (
        "Newsdesk called the harbour plan mad. Anna Moe attacked the harbour plan. The harbour plan is dead, he said."
    )
    assert set(entities(read(text, own=False))) >= {"Newsdesk", "harbour plan"}
    assert not set(entities(read(text))) & {"Newsdesk", "harbour plan"}


def test_own_words_are_known_only_where_the_codebook_is(read, parsed, book):
    text = "Moe fanfared that the work would start soon."
    assert not read(text, own=False).quotations
    (said,) = read(text).quotations
    assert (said.cue_sort, said.rule) == ("speech", "that")
    assert not read(text, own=False).quotations, "the next article is read without"
    _, parse = parsed(text)
    (verb,) = [token for token in parse.tokens if token.text == "fanfared"]
    assert cue_of(verb) is None
    with adding(book.words):
        assert cue_of(verb).sort == "speech" and "fanfare" in words("cues", "lemma")
    assert "fanfare" not in words("cues", "lemma")


def test_listed_words_can_be_replaced_and_left_out(tmp_path):
    file = tmp_path / "study.yaml"
    file.write_text(
        "study: s\ncues:\n- {word: say, pos: verb, frames: [that], sort: thought}\nleave_out: {cues: [claim]}\n",
        "utf-8",
    )
    own = read_codebook(file).words
    with adding(own):
        assert [row["sort"] for row in rows("cues") if (row["lemma"], row["pos"]) == ("say", "verb")] == ["thought"]
        assert "claim" not in words("cues", "lemma")
    assert "claim" in words("cues", "lemma")


def test_a_corpus_is_read_by_it_whoever_reads(tmp_path, book):
    articles = [read_text(STORY, article_id=f"a{n}", published="2020-03-04") for n in range(3)]
    alone = frames(read_all(articles, codebook=book))
    several = frames(read_all(articles, codebook=book, workers=2))
    for name, table in alone.items():
        assert table.equals(several[name]), name
    assert set(alone["articles"].codebook) == {str(book)}
    assert str(book).startswith("Harbour dispute (") and len(book.fingerprint) == 8


def test_without_a_codebook_all_is_as_it_was(parsed):
    article, parse = parsed(STORY.partition("\n\n")[2])
    empty = as_codebook(None)
    assert empty is None
    plain = read_parse(article, parse)
    nothing = read_parse(replace(article, codebook=replace(_empty())), parse)
    assert replace(nothing, article=article) == plain
    assert analyse(read_text(STORY)).articles.codebook.isna().all()


def _empty():
    from analysis.codebook import Codebook

    return Codebook(study="nothing asked")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("kind: person", "kind: persn"),
            "line 9: kind 'persn' is none of person, organization, country, group, place",
        ),
        (("aliases: [The", "alias: [The"), "line 10: 'alias' is no key of actors; there are name, kind, aliases"),
        (("sort: speech", "sort: talk"), "line 18: sort 'talk' is none of appearance, desire"),
        (("frames: [that, quote]", "frames: [that, quotes]"), "line 17: frames 'quotes' is none of about, against"),
        (("side: for", "side: 1"), "line 23: side '1' is none of for, against, neutral"),
        (("strength: 0.9", "strength: 9"), "line 24: strength '9' is not between 0.05 and 1"),
        (("study: Harbour dispute", "title: x"), "line 1: 'title' is no key of the file; there are study, actors"),
        (("[The Admiral]", "[Dockfront]"), "line 8: 'Dockfront' is also \"Port Users' Alliance\", in line 3"),
        (("aliases: [The Admiral]", "aliases: The Admiral"), "line 10: aliases must be a list"),
        (("name: Maja Lind", "name: '...'"), "line 8: '...' has neither letter nor figure"),
        (("  - name: Maja", " - name: Maja"), "line 8: "),
    ],
)
def test_faults_name_line_and_choice(tmp_path, change, told):
    file = tmp_path / "study.yaml"
    file.write_text(BOOK.replace(*change), encoding="utf-8")
    with pytest.raises(ValueError) as caught:
        read_codebook(file)
    assert f"study.yaml, {told}" in str(caught.value)


def test_no_file_is_said(tmp_path):
    with pytest.raises(ValueError, match=r"none\.yaml: there is no such codebook"):
        read_codebook(tmp_path / "none.yaml")


def test_the_fingerprint_is_of_what_it_says_not_how(tmp_path, book):
    file = tmp_path / "again.yaml"
    file.write_text(f"# a note\n{BOOK}", encoding="utf-8")
    assert read_codebook(file) == book and read_codebook(file).fingerprint == book.fingerprint
    file.write_text(BOOK.replace("0.9", "0.8"), encoding="utf-8")
    assert read_codebook(file).fingerprint != book.fingerprint

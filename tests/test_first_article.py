"""What a careful reader finds in the article that is shipped. The rules behind it are tested on other sentences."""

import re
from datetime import date
from pathlib import Path

import pytest

import analysis
from analysis import read_article
from analysis.model import parse
from analysis.readers import read_parse
from analysis.records import ArticleReading, Entity
from analysis.tables import frames

PATH = Path(__file__).resolve().parents[1] / "data" / "articles" / "libya-ceasefire.txt"


@pytest.fixture(scope="module")
def record() -> ArticleReading:
    article = read_article(PATH, published=date(2020, 1, 15))
    return read_parse(article, parse(article))


@pytest.fixture(scope="module")
def cast(record) -> dict[str, Entity]:
    return {entity.name: entity for entity in record.cast.entities}


@pytest.fixture(scope="module")
def pairs(record) -> set[tuple[str, str, str, str | None]]:
    names = {entity.entity_id: entity.name for entity in record.cast.entities} | {None: None}
    return {(names[s.holder_id], s.polarity, names[s.target_id], names[s.said_by_id]) for s in record.stances}


def mentions(record: ArticleReading, entity: Entity, form: str) -> set[str]:
    return {m.text for m in record.cast.mentions if m.entity_id == entity.entity_id and m.form == form}


def test_facts(record):
    facts = frames([record])["articles"].iloc[0]
    assert facts.headline == "'Too early' to say Libya ceasefire collapsed: Turkey"
    assert (facts.dateline_place, facts.agency, facts.reading_minutes, facts.n_paragraphs) == ("Ankara", "AFP", 2, 14)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Turkey", "country"),
        ("Libya", "country"),
        ("Khalifa Haftar", "person"),
        ("Haftar's forces", "group"),
        ("Government of National Accord", "organization"),
        ("Turkish soldiers", "group"),
        ("Russia", "country"),
        ("Germany", "country"),
        ("United Nations", "organization"),
        ("United States", "country"),
        ("Hulusi Akar", "person"),
        ("Mevlut Cavusoglu", "person"),
        ("Recep Tayyip Erdogan", "person"),
        ("Donald Trump", "person"),
        ("Fayez al-Sarraj", "person"),
        ("David Satterfield", "person"),
        ("Ankara", "place"),
        ("Tripoli", "place"),
        ("Moscow", "place"),
        ("Berlin", "place"),
        ("Istanbul", "place"),
    ],
)
def test_everybody_is_there_once(cast, name, kind):
    assert cast[name].kind == kind


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Khalifa Haftar", "strongman"),
        ("Hulusi Akar", "Turkish Defence Minister"),
        ("Mevlut Cavusoglu", "Turkish Foreign Minister"),
        ("Recep Tayyip Erdogan", "President"),
        ("Donald Trump", "US counterpart"),
        ("Fayez al-Sarraj", "GNA chief"),
        ("David Satterfield", "US Ambassador to Ankara"),
    ],
)
def test_roles(cast, name, role):
    assert cast[name].role == role


def test_other_names_nominals_and_pronouns(record, cast):
    assert "Ankara" in mentions(record, cast["Turkey"], "name")
    assert "the Turkish presidency" in mentions(record, cast["Turkey"], "nominal")
    accord = cast["Government of National Accord"]
    assert {"GNA", "Tripoli"} <= mentions(record, accord, "name")
    assert any(words.startswith("the UN-recognised government") for words in mentions(record, accord, "nominal"))
    assert "the minister" in mentions(record, cast["Mevlut Cavusoglu"], "nominal")
    assert "He" in mentions(record, cast["Khalifa Haftar"], "pronoun")
    assert mentions(record, cast["Ankara"], "name") == {"Ankara"}


def test_issues(cast):
    issues = {alias for entity in cast.values() if entity.kind == "issue" for alias in (entity.name, *entity.aliases)}
    assert any("ceasefire" in name for name in issues) and any("truce" in name for name in issues)
    assert {"peace", "political solution", "military solution"} <= issues


@pytest.mark.parametrize(
    ("source", "kind", "content"),
    [
        ("Turkey", "mixed", "'Too early' to say Libya ceasefire collapsed"),
        ("Turkey", "indirect", "it was still confident the ceasefire in Libya would hold"),
        ("Hulusi Akar", "direct", '"It is still too early to say that the ceasefire has fallen apart,"'),
        ("Hulusi Akar", "direct", '"The work related to this continues."'),
        ("Hulusi Akar", "mixed", 'Turkey supported "a ceasefire, peace, a political solution"'),
        ("Turkey", "indirect", "they are providing training and advice"),
        ("Hulusi Akar", "indirect", "the numbers changed according to Tripoli's needs"),
        ("Mevlut Cavusoglu", "mixed", 'Haftar "doesn\'t want peace" despite international efforts'),
        ("Mevlut Cavusoglu", "direct", '"He wants a military solution rather than a political process."'),
        ("Turkey", "indirect", "President Recep Tayyip Erdogan and US counterpart Donald Trump discussed"),
    ],
)
def test_who_said_what(record, source, kind, content):
    rows = frames([record])["quotations"]
    found = rows[(rows.source == source) & (rows.kind == kind) & rows.content.str.contains(content, regex=False)]
    assert len(found) == 1
    assert found.iloc[0].status == "said"


def test_what_was_not_said_is_kept_as_such(record):
    rows = frames([record])["quotations"]
    kept = {(row.source, row.content) for row in rows[rows.status == "not_said"].itertuples()}
    assert ("Hulusi Akar", "how many Turkish soldiers were in Libya") in kept


@pytest.mark.parametrize(
    ("holder", "polarity", "target", "said_by"),
    [
        ("Turkey", "support", "Government of National Accord", None),
        ("Turkey", "support", "peace", "Hulusi Akar"),
        ("Turkey", "support", "political solution", "Hulusi Akar"),
        ("Haftar's forces", "oppose", "Government of National Accord", None),
        ("Mevlut Cavusoglu", "oppose", "Khalifa Haftar", None),
        ("Khalifa Haftar", "oppose", "peace", "Mevlut Cavusoglu"),
        ("Khalifa Haftar", "oppose", "political process", "Mevlut Cavusoglu"),
        ("Khalifa Haftar", "support", "military solution", "Mevlut Cavusoglu"),
        ("United Nations", "support", "Government of National Accord", None),
        ("Recep Tayyip Erdogan", "neutral", "Donald Trump", "Turkey"),
        ("Donald Trump", "neutral", "Recep Tayyip Erdogan", "Turkey"),
        ("Fayez al-Sarraj", "neutral", "David Satterfield", None),
        ("David Satterfield", "neutral", "Fayez al-Sarraj", None),
    ],
)
def test_who_stands_where(pairs, holder, polarity, target, said_by):
    assert (holder, polarity, target, said_by) in pairs


@pytest.mark.parametrize(
    ("holder", "polarity"), [("Turkey", "support"), ("Russia", "support"), ("Khalifa Haftar", "oppose")]
)
def test_who_is_for_or_against_the_ceasefire(pairs, holder, polarity):
    assert any(h == holder and p == polarity and "ceasefire" in t for h, p, t, _ in pairs)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Wednesday", "2020-01-15"),
        ("came into force Sunday", "2020-01-12"),
        ("due in Berlin on Sunday", "2020-01-19"),
        ("since April", "2019-04"),
        ("come a day after", "2020-01-14"),
    ],
)
def test_when(record, words, value):
    end = record.article.text.index(words) + len(words)
    assert [found.value for found in record.dates if found.end == end] == [value]


@pytest.mark.parametrize("table", ["entities", "roles", "quotations", "stances", "dates", "events"])
def test_every_row_says_which_rule_made_it(record, table):
    package = Path(analysis.__file__).parent
    code = "".join(
        file.read_text(encoding="utf-8") for suffix in ("py", "csv") for file in package.rglob(f"*.{suffix}")
    )
    rules = frames([record])[table].rule.unique()
    assert len(rules) and all(re.search(rf"\b{rule.replace('_', '[-_ ]')}\b", code) for rule in rules)

"""Actors of several articles linked by hand-made tables; texts and quotations found to be alike."""

from datetime import date

import pytest

from analysis import comparison
from analysis.comparison.series import interval
from analysis.comparison.shingles import candidates, words_of
from analysis.pages.compared.wordings import compared
from analysis.reading import Reading
from analysis.records import Article, ArticleReading, Cast, Entity, Mention, Span


def person(name: str, role: str | None = None, country: str | None = None) -> Entity:
    return Entity(entity_id="", name=name, kind="person", aliases=(name,), role=role, country=country, rule="made")


def firm(name: str, *aliases: str, country: str | None = None) -> Entity:
    return Entity(
        entity_id="", name=name, kind="organization", aliases=(name, *aliases), country=country, rule="made"
    )  # fmt: skip


def told(article_id: str, *entities: Entity) -> ArticleReading:
    """An article that names each entity once."""
    text, cast, mentions = "", [], []
    for n, entity in enumerate(entities, 1):
        key, start = f"e{n}", len(text)
        cast.append(Entity(**{**{name: getattr(entity, name) for name in entity.__slots__}, "entity_id": key}))
        text += f"{entity.name} "
        mentions.append(Mention(start=start, end=len(text) - 1, text=entity.name, form="name", entity_id=key))
    article = Article(article_id=article_id, text=text, published=date(2020, 3, 4))
    return ArticleReading(article=article, cast=Cast(entities=tuple(cast), mentions=tuple(mentions)))


def linked(*articles: ArticleReading) -> dict[tuple[str, str], tuple[str, str]]:
    """Actor and reason by article and name."""
    links = comparison.link(Reading.of(articles))
    return {(row.article_id, row.name): (row.actor, row.how) for row in links.itertuples()}


COUNCIL = firm("Lake Council")


def test_namesakes_of_two_countries_are_two():
    found = linked(
        told("a", person("Ida Berg", "senator", "Norway")), told("b", person("Ida Berg", "senator", "Chile"))
    )
    assert found["a", "Ida Berg"] != found["b", "Ida Berg"]
    assert {how for _, how in found.values()} == {"ambiguous"}


def test_namesakes_with_other_roles_and_no_company_are_two_but_with_company_one():
    goalkeeper, minister = person("Ida Berg", "goalkeeper"), person("Ida Berg", "finance minister")
    apart = linked(told("a", goalkeeper), told("b", minister))
    assert apart["a", "Ida Berg"][0] != apart["b", "Ida Berg"][0]
    together = linked(told("a", goalkeeper, COUNCIL), told("b", minister, COUNCIL))
    assert together["a", "Ida Berg"][0] == together["b", "Ida Berg"][0]


def test_spellings_are_one_only_where_role_and_company_agree_and_no_article_has_both():
    chief, other = person("Mustafa Karadeniz", "mayor"), person("Mustapha Karadeniz", "mayor")
    one = linked(told("a", chief, COUNCIL), told("b", other, COUNCIL))
    assert one["a", "Mustafa Karadeniz"][0] == one["b", "Mustapha Karadeniz"][0]
    strangers = linked(told("a", chief), told("b", other, COUNCIL))
    assert strangers["a", "Mustafa Karadeniz"][0] != strangers["b", "Mustapha Karadeniz"][0]
    both = linked(told("a", chief, other, COUNCIL), told("b", other, COUNCIL))
    assert both["a", "Mustafa Karadeniz"][0] != both["b", "Mustapha Karadeniz"][0]


def test_names_that_only_look_alike_are_listed_and_not_linked():
    found = linked(told("a", person("Tom Larsen", "judge"), COUNCIL), told("b", person("Tim Larsen", "judge"), COUNCIL))
    assert found == {
        ("a", "Tom Larsen"): ("Tom Larsen", "ambiguous"),
        ("b", "Tim Larsen"): ("Tim Larsen", "ambiguous"),
        ("a", "Lake Council"): ("Lake Council", "name"),
        ("b", "Lake Council"): ("Lake Council", "name"),
    }


def test_a_surname_is_linked_by_role_where_several_bear_it():
    found = linked(
        told("a", person("Ida Berg", "mayor"), COUNCIL),
        told("b", person("Olav Berg", "judge"), COUNCIL),
        told("c", person("Berg", "judge"), COUNCIL),
    )
    assert found["c", "Berg"] == ("Olav Berg", "short form")


def test_a_surname_of_nobody_in_its_company_is_left_alone():
    found = linked(told("a", person("Ida Berg", "mayor"), COUNCIL), told("b", person("Berg", "singer")))
    assert found["b", "Berg"] == ("Berg (b)", "ambiguous")


def test_an_acronym_of_two_organizations_is_kept_apart_and_of_one_linked():
    lakes, security = firm("Northern Sea Council", "NSC"), firm("National Ski Club", "NSC")
    assert linked(told("a", lakes), told("b", firm("NSC")))["b", "NSC"] == ("Northern Sea Council", "short form")
    assert linked(told("a", lakes), told("c", security), told("b", firm("NSC")))["b", "NSC"][1] == "ambiguous"


def test_ministries_of_two_countries_are_two():
    mine, theirs = firm("Defence Ministry", country="Norway"), firm("Defence Ministry", country="Chile")
    found = linked(told("a", mine), told("b", theirs))
    assert {actor for actor, _ in found.values()} == {"Defence Ministry (Norway)", "Defence Ministry (Chile)"}


def test_text_that_a_spreadsheet_would_run_comes_back_from_a_linking_table(tmp_path):
    reading = Reading.of([told("a", person("=SUM Berg")), told("b", COUNCIL)])
    links = comparison.link(reading)
    comparison.write_links(links, tmp_path / "links.csv")
    assert "'=SUM Berg" in (tmp_path / "links.csv").read_text(encoding="utf-8")
    assert comparison.link(reading, tmp_path / "links.csv").equals(links)


def test_what_all_share_ties_no_more_pairs_than_twice_their_number():
    pairs = candidates({n: ["the same", f"own {n}"] for n in range(3000)})
    assert len(pairs) < 6000
    assert {0, 2999} <= {n for pair in pairs for n in pair}


def test_articles_of_the_same_words_are_copies_and_of_the_same_subject_are_not():
    story = "The council of the lake met on Monday and voted for the bridge that the town has wanted for years. "
    other = "On Monday the town got its bridge: after years of waiting the council of the lake voted. The mayor wept."
    texts = {"a": story * 2, "b": story * 2 + "A band played.", "c": other, "d": "Too short to tell."}
    read = [
        ArticleReading(article=Article(article_id=key, text=text, paragraphs=(Span(0, len(text)),), published=day))
        for (key, text), day in zip(texts.items(), (date(2020, 3, 5), date(2020, 3, 4), None, None), strict=True)
    ]
    (found,) = comparison.copies(Reading.of(read)).itertuples()
    assert (found.article_id, found.copy_of, found.sort) == ("a", "b", "shortened")


@pytest.mark.parametrize(("share", "number", "low", "high"), [(1, 1, 0.2065, 1), (0.5, 10, 0.2366, 0.7634)])
def test_the_interval_is_wilsons(share, number, low, high):
    assert interval(share, number) == pytest.approx((low, high), abs=1e-3)


def test_changed_words_are_marked_and_nothing_of_a_text_becomes_markup():
    assert compared("We will <b>never</b> yield.", "We will always yield!") == (
        "We will <del>&lt;b&gt;never&lt;/b&gt;</del> <ins>always</ins> yield!"
    )


def test_words_are_compared_without_case_marks_and_apostrophes():
    assert words_of("“We won’t,” SHE said.") == words_of('"We won\'t", she said') == ["we", "wont", "she", "said"]

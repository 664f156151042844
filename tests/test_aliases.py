"""Which names are one actor's, what it is called, and in what its role is one."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading, Entity

Reading = Callable[..., ArticleReading]


def _entity(read: ArticleReading, alias: str) -> Entity:
    found = [entity for entity in read.cast.entities if alias in entity.aliases]
    assert found, f"{alias} is nobody: {[entity.name for entity in read.cast.entities]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Mevlut Cavusoglu spoke. Later Çavuşoğlu left the room.", "Mevlut Cavusoglu", "Çavuşoğlu"),
        ("Joseph Mills came. Joe Mills said nothing.", "Joseph Mills", "Joe Mills"),
        ("Angela Merkel spoke. Merkel left.", "Angela Merkel", "Merkel"),
        ("The Party of New Democracy (PND) won. The PND was glad.", "Party of New Democracy", "PND"),
        (
            "The Defence Ministry denied it. The Ministry of Defence was silent.",
            "Defence Ministry",
            "Ministry of Defence",
        ),
        ("Britain and France signed. The United Kingdom was first.", "Britain", "United Kingdom"),
        ("Acme Corp. fell. Shares of Acme rose later, and Acme said it was glad.", "Acme Corp.", "Acme"),
        ("They met in Houston, Texas. Houston was hot.", "Houston, Texas", "Houston"),
        ("Breitbart reported it. He works for Breitbart News.", "Breitbart", "Breitbart News"),
        ("TheBlaze said it was wrong. Editors of The Blaze agreed.", "TheBlaze", "Blaze"),
        ("The Justice Dept. was silent. The Justice Department met.", "Justice Dept", "Justice Department"),
        ("They met at the Stonewall Inn. Thousands came to Stonewall.", "Stonewall Inn", "Stonewall"),
        ("Fayez al-Sarraj signed. Serraj said he was pleased.", "Fayez al-Sarraj", "Serraj"),
        ("Muammar Gaddafi fell. Kadhafi had ruled for decades.", "Muammar Gaddafi", "Kadhafi"),
        ("Bob Menendez voted no. Robert Menendez is a senator.", "Bob Menendez", "Robert Menendez"),
        ("John F. Mills came. John Mills said nothing.", "John F. Mills", "John Mills"),
        ("Swaziland held a vote. Later Eswatini counted it.", "Swaziland", "Eswatini"),
        ("Macedonia joined the talks. North Macedonia later left them.", "Macedonia", "North Macedonia"),
        ("Burma voted in May. Myanmar has a new parliament.", "Burma", "Myanmar"),
        ("The Labour Party lost. Labour said it would go on.", "Labour Party", "Labour"),
        ("A Quarbeck University poll was out. Quarbeck asked 900 voters.", "Quarbeck University", "Quarbeck"),
        ("J.B. Telby Co said sales rose. Shares of Telby fell, and the Telby stores closed.", "J.B. Telby Co", "Telby"),
        ("Nordic Bank and Trust Co failed. Nordic Bank had debts.", "Nordic Bank and Trust Co", "Nordic Bank"),
        ("The New York Times reported it. The Times had seen letters.", "New York Times", "Times"),
        ("The Nordic Council met. Council members left the Nordic Council early.", "Nordic Council", "Nordic Council"),
        ("Placer Pacific Ltd grew. Placer has mines, and Placer hired workers.", "Placer Pacific Ltd", "Placer"),
        ("Nato and the EU met. NATO agreed.", "Nato", "NATO"),
        ("The Commerce Department denied it. Officials at Commerce left.", "Commerce Department", "Commerce"),
        ("Fans wrote about #TomBarnes all night. Tom Barnes did not answer.", "TomBarnes", "Tom Barnes"),
        ("Gary Holmes lost. “I told [Gary] Holmes so,” she said.", "Gary Holmes", "[Gary] Holmes"),
        ("Leila Ben Youssef spoke. Ben Youssef left early.", "Leila Ben Youssef", "Ben Youssef"),
        ("Marine Le Pen spoke in Paris. Le Pen left early, and Le Pen smiled.", "Marine Le Pen", "Le Pen"),
    ],
)
def test_one_actor(reading: Reading, text: str, one: str, other: str) -> None:
    read = reading(text)
    assert _entity(read, one) is _entity(read, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Bill Clinton spoke. Hillary Clinton left.", "Bill Clinton", "Hillary Clinton"),
        ("The New York Times reported it from New York.", "New York Times", "New York"),
        ("France met Germany.", "France", "Germany"),
        (
            "The White House spoke. The White House Situation Room was full.",
            "White House",
            "White House Situation Room",
        ),
        ("Hassan Karimi spoke. Hussein Rahmani left. Karimi smiled.", "Hassan Karimi", "Hussein Rahmani"),
        ("George H. W. Bush came. George W. Bush came later.", "George H. W. Bush", "George W. Bush"),
        ("Robert Hale spoke. Robert Hale Jr. left.", "Robert Hale", "Robert Hale Jr."),
        ("The White House agreed. The House voted in Ohio on Monday.", "White House", "House"),
        ("Friends of Acme Corp. met. Acme Corp. grew.", "Friends of Acme Corp.", "Acme Corp."),
    ],
)
def test_two_actors(reading: Reading, text: str, one: str, other: str) -> None:
    read = reading(text)
    assert _entity(read, one) is not _entity(read, other)


def test_mr_and_mrs_are_told_apart(reading: Reading) -> None:
    read = reading("Bill Hale and Susan Hale came. Mr. Hale was calm. Mrs. Hale spoke. Mr. Hale listened.")
    mentions = [mention for mention in read.cast.mentions if mention.text == "Hale"]
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    assert [names[mention.entity_id or ""] for mention in mentions] == ["Bill Hale", "Susan Hale", "Bill Hale"]


def test_a_family_is_a_group_of_its_own(reading: Reading) -> None:
    entity = _entity(reading("Bill Clinton was in Ohio. Chelsea Clinton left. The Clintons met."), "Clintons")
    assert (entity.kind, entity.aliases) == ("group", ("Clintons",))


def test_of_two_with_one_surname_the_last_named_is_meant(reading: Reading) -> None:
    text = "Robert Hale spoke first. Hale was calm. Then Susan Hale rose. Hale was angry."
    read = reading(text)
    mentions = [mention for mention in read.cast.mentions if mention.text == "Hale"]
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    assert [names[mention.entity_id or ""] for mention in mentions] == ["Robert Hale", "Susan Hale"]


def test_a_surname_is_whose_it_has_been_called(reading: Reading) -> None:
    read = reading("Susan Hale came with her son, Robert. Hale was calm. Later Robert Hale spoke. Hale was tired.")
    mentions = [mention for mention in read.cast.mentions if mention.text == "Hale"]
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    assert [names[mention.entity_id or ""] for mention in mentions] == ["Susan Hale", "Robert Hale"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Madrid insisted that the deal would hold.", "country"),
        ("They met in Madrid on Friday.", "place"),
        ("The ambassador to Madrid left.", "place"),
        ("Rome and Madrid disagree about the treaty.", "country"),
        ("Madrid is silent about the treaty.", "country"),
        ("Madrid lies on a river.", "place"),
        ("Madrid's decision surprised everybody.", "country"),
    ],
)
def test_a_capital_that_acts_is_the_country(reading: Reading, text: str, kind: str) -> None:
    assert _entity(reading(text), "Madrid").kind == kind


def test_a_company_s_initials_leave_out_what_it_is(reading: Reading) -> None:
    read = reading("Nordic Steel Works Inc. made an offer. NSW said on Monday that it was fair.")
    assert [entity.name for entity in read.cast.entities if entity.kind == "organization"] == [
        "Nordic Steel Works Inc."
    ]


@pytest.mark.parametrize(
    ("text", "name", "role", "of"),
    [
        ("Jane Doe, the head of the World Bank, resigned.", "Jane Doe", "head of the World Bank", "World Bank"),
        ("Angela Merkel is the chancellor of Germany.", "Angela Merkel", "chancellor of Germany", "Germany"),
        ("France agreed. French President Emmanuel Macron left.", "Emmanuel Macron", "French President", "France"),
        ("IMF chief Kristalina Georgieva spoke.", "Kristalina Georgieva", "IMF chief", "International Monetary Fund"),
        ("The mayor, Tom Brown, spoke.", "Tom Brown", "mayor", None),
        ("The Green Party lost. The party leader, Ann Hall, quit.", "Ann Hall", "party leader", "Green Party"),
        ("Bill Hale came with his brother, Tom Brown.", "Tom Brown", "brother", None),
        ("Jane Doe, a fellow at the far-left Hale Forum, quit.", "Jane Doe", "fellow at the far-left Hale Forum", None),
        ("Jane Doe, head of the city's garden office, quit.", "Jane Doe", "head of the city's garden office", None),
        ("Jane Doe, head of the office which closed, quit.", "Jane Doe", "head of the office", None),
        ("Jane Doe, the first mayor of Oslo, quit.", "Jane Doe", "first mayor of Oslo", None),
        (
            "The House Ways and Means Committee met. House Ways and Means Committee Chairman Tom Brown spoke.",
            "Tom Brown",
            "House Ways and Means Committee Chairman",
            "House Ways and Means Committee",
        ),
        ("It was a defeat President Tom Brown feared.", "Tom Brown", "President", None),
        ("The country's President Tom Brown left.", "Tom Brown", "country's President", None),
        ("Polls show that voters support President Tom Brown.", "Tom Brown", "President", None),
        (
            "Jane Doe, president and chief executive of Acme, quit.",
            "Jane Doe",
            "president and chief executive of Acme",
            "Acme",
        ),
        ("Jane Doe, the party's 2008 nominee, quit.", "Jane Doe", "party's 2008 nominee", None),
        ("The Green Party lost. Doe spokeswoman Ann Hall quit. Jane Doe left.", "Ann Hall", "Doe spokeswoman", None),
        ("The editor-in-chief, Bo Lind, resigned.", "Bo Lind", "editor-in-chief", None),
        ("The mayor's son-in-law, Ole Holm, spoke.", "Ole Holm", "mayor's son-in-law", None),
    ],
)
def test_roles(reading: Reading, text: str, name: str, role: str, of: str | None) -> None:
    read = reading(text)
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    found = [
        (names[row.entity_id], row.role, names[row.of_id] if row.of_id else None)
        for row in read.cast.roles
        if read.article.text[row.start : row.end] == row.role
    ]
    assert (name, role, of) in found


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear that Jane Doe is the perfect mayor.",
        "Jane Doe would be a good mayor.",
        "Jane Doe, the only mayor to sign, left.",
        "Jane Doe, the first mayor who signed it, left.",
        "They want to make sure that Jane Doe is our next mayor.",
        "Jane Doe, formerly a banker, left.",
        "Jane Doe, the person who signed it, left.",
        "Jane Doe was a Catholic.",
    ],
)
def test_what_somebody_need_not_be_is_no_role(reading: Reading, text: str) -> None:
    assert reading(text).cast.roles == ()


def test_a_president_somebody_would_be_is_no_president(reading: Reading) -> None:
    read = reading("Maria Clinton won on Tuesday. Voters fear that a President Clinton could raise taxes.")
    assert read.cast.roles == () and [entity.role for entity in read.cast.entities] == [None]


def test_a_verb_is_no_role(reading: Reading) -> None:
    assert reading("The vote led her to count Hale out. Robert Hale left.").cast.roles == ()


def test_a_form_of_address_is_no_role(reading: Reading) -> None:
    assert reading("Mr. Tom Brown spoke.").cast.roles == ()


def test_ids_follow_the_text_and_every_role_is_somebodys(reading: Reading) -> None:
    read = reading(
        "Turkish President Recep Tayyip Erdogan met Angela Merkel. Erdogan left for Rome with NATO officials."
    )
    ids = [entity.entity_id for entity in read.cast.entities]
    assert ids[:2] == ["e1", "e2"]
    assert all(role.entity_id in ids and role.of_id in (None, *ids) for role in read.cast.roles)


def test_a_surname_of_two_sexes_is_whose_the_article_mostly_is(reading: Reading) -> None:
    read = reading("Mr. Hale spoke in May. Mr. Hale left. Later Hale came back. Susan Hale, the first lady, stayed.")
    by_start = {mention.start: mention.entity_id for mention in read.cast.mentions}
    starts = [n for n in range(len(read.article.text)) if read.article.text.startswith("Hale", n)]
    mister, susan = by_start[starts[0]], _entity(read, "Susan Hale").entity_id
    assert [by_start.get(start) for start in starts[:3]] == [mister] * 3
    assert mister != susan


def test_a_title_tells_which_of_two_is_meant(reading: Reading) -> None:
    text = "Vice President Joe Holm spoke. His son Beau Holm left. Beau Holm was calm. Vice President Holm agreed."
    read = reading(text)
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    last = [mention for mention in read.cast.mentions if mention.text == "Holm"][-1]
    assert names[last.entity_id or ""] == "Joe Holm"


def test_whom_nobody_has_named_yet_is_not_meant(reading: Reading) -> None:
    filler = "The talks went on for hours in a crowded room, and nobody could say how they would end. " * 5
    text = f"Anna Holm spoke. {filler}Holm left. {filler}Jan Holm came. Jan Holm sat down. Jan Holm slept."
    read = reading(text)
    names = {entity.entity_id: entity.name for entity in read.cast.entities}
    (bare,) = [mention for mention in read.cast.mentions if mention.text == "Holm"]
    assert names[bare.entity_id or ""] == "Anna Holm"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("New Jersey Gov. Paula Greene spoke on Monday.", "Paula Greene", None),
        ("Indian Finance Minister Rahul Bose resigned.", "Rahul Bose", "India"),
    ],
)
def test_a_role_tells_a_country(reading: Reading, text: str, name: str, country: str | None) -> None:
    assert _entity(reading(text), name).country == country


@pytest.mark.parametrize(
    ("text", "alias", "name"),
    [
        ("STAVANGER, Norway — Talks began in STAVANGER on Monday.", "STAVANGER", "Stavanger, Norway"),
        (
            "The U.S. Interstate Commerce Commission met. The ICC said no.",
            "ICC",
            "U.S. Interstate Commerce Commission",
        ),
        ("The Democratic National Convention opened. The DNC closed.", "DNC", "Democratic National Convention"),
        ("Republicans cheered in Oslo. The REPUBLICANS left.", "REPUBLICANS", "Republican Party"),
        ("The Huffington Post said so. HuffPost denied it.", "HuffPost", "Huffington Post"),
        ("They wept in Washington. They met in Washington D.C. on Monday.", "Washington D.C.", "Washington"),
        ("An editor told POLITICO so. POLITICO reported it.", "POLITICO", "Politico"),
    ],
)
def test_what_an_actor_is_called(reading: Reading, text: str, alias: str, name: str) -> None:
    assert _entity(reading(text), alias).name == name


def test_a_law_is_no_organization(reading: Reading) -> None:
    read = reading("Senators opposed the Harbour Safety Act. The Harbour Safety Act failed. They backed it again.")
    assert "organization" not in {entity.kind for entity in read.cast.entities if "Act" in entity.name}


def test_a_name_in_an_editors_brackets_is_written_without_them(reading: Reading) -> None:
    read = reading("“I would ask [Gary] Holmes about it,” she said.")
    assert "Gary Holmes" in [entity.name for entity in read.cast.entities]


def test_who_is_only_in_an_organizations_name_is_not_meant(reading: Reading) -> None:
    found = reading("Anna Holt ran. The Clara Holt Foundation was rich. Mrs. Holt won. Clara Holt left.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    assert [names[m.entity_id] for m in found.cast.mentions if m.text == "Holt"] == ["Anna Holt"]


def test_whom_the_article_is_about_is_meant_by_a_form_of_address(reading: Reading) -> None:
    text = "Anna Holt ran. Mrs. Holt spoke. Mrs. Holt sang. Mrs. Holt won. Her aunt Clara Holt left. Mrs. Holt smiled."
    found = reading(text)
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    bare = [names[m.entity_id] for m in found.cast.mentions if m.text == "Holt" and m.form == "name"]
    assert set(bare) == {"Anna Holt"}


def test_conservatives_are_a_party_but_not_in_america(reading: Reading) -> None:
    for text, kind in [
        ("Conservatives won in Britain. David Cameron was glad.", "organization"),
        ("Republicans in Congress quarrelled. Conservatives won in Ohio.", "group"),
    ]:
        cast = reading(text).cast
        keys = {mention.text: mention.entity_id for mention in cast.mentions}
        kinds = {entity.entity_id: entity.kind for entity in cast.entities}
        assert kinds.get(keys.get("Conservatives"), "group") == kind


def test_of_two_with_a_surname_the_form_of_address_means_the_one_whose_first_name_fits(reading: Reading) -> None:
    found = reading("Singer Carla Moon left actor Devon Moon. Ms Moon said he was cold. Mr Moon said she was dull.")
    ids = {mention.text: mention.entity_id for mention in found.cast.mentions}
    spoken = [key for keys in found.sources for key in keys]
    assert spoken == [ids["Carla Moon"], ids["Devon Moon"]]


def test_a_full_name_in_capitals_is_fuller_than_a_surname(reading: Reading) -> None:
    found = reading("Councillor Mott spoke.\n\nGLENDA MOTT: I am here.\n\nRAFE COLLIER: So am I.")
    assert [entity.name for entity in found.cast.entities] == ["Glenda Mott", "Rafe Collier"]


def test_a_relative_just_mentioned_is_not_meant(reading: Reading) -> None:
    found = reading("Piet Blok won the race. He hugged his son Jan Blok. Blok said he was glad. Blok left.")
    ids = {mention.text: mention.entity_id for mention in found.cast.mentions}
    assert ids["Blok"] == ids["Piet Blok"] != ids["Jan Blok"]

"""People by what is known of them: sentence -> whom the noun means."""

from collections.abc import Callable

import pytest

from analysis.records import ArticleReading

BEARERS = [
    ("Sen. Paul Weber (D-Ohio) met Sen. Tom Brandt (R-Texas). The Ohio senator left early.", "Paul Weber"),
    ("Sen. Paul Weber (D-Ohio) met Sen. Tom Brandt (R-Texas). The Texas Republican left early.", "Tom Brandt"),
    ("Sen. Paul Weber, D-Ohio, spoke to Sen. Tom Brandt of Texas. The senator from Texas nodded.", "Tom Brandt"),
    ("President Ann Holm met Vice President Tom Brandt. Brandt left. The president stayed.", "Ann Holm"),
    ("President Ann Holm met Vice President Tom Brandt. Holm left. The vice president stayed.", "Tom Brandt"),
    ("President Ann Holm met Peruvian President Luis Rojas. Rojas left. The president stayed.", "Ann Holm"),
    (
        "Democratic nominee Ann Holm is ahead of Republican nominee Tom Brandt. The GOP candidate is angry.",
        "Tom Brandt",
    ),
    ("Maria Keller lost in May. The 54-year-old blamed the rain.", "Maria Keller"),
    ("Maria Keller lost in May. The Ohio native blamed the rain.", "Maria Keller"),
    ("Luc Petit came fourth. The former Ohio governor gave no reasons.", "Luc Petit"),
    ("Luc Petit has left the team. The goalkeeper refused to speak.", "Luc Petit"),
    ("President Ann Holm met Tom Brandt. The two-term president was calm.", "Ann Holm"),
    ("Sen. Tom Brandt of Texas met Ann Holm. The first-term senator from Texas was calm.", "Tom Brandt"),
    ("President Ann Holm met Tom Brandt. The president, a lawyer by trade, was calm.", "Ann Holm"),
    ("Police held a local businessman, Tom Brandt, on Monday. The businessman was calm.", "Tom Brandt"),
    ("It was a race between President Ann Holm and Tom Brandt, the Labor candidate.", "Tom Brandt"),
    ("Ann Holm (D-Ohio) met Tom Brandt (R-Texas). The Democratic front-runner said nothing.", "Ann Holm"),
    ("Luc Petit won. Ann Holm left. The Holm administration is over. Critics say the president failed.", "Ann Holm"),
    ("Foreign Minister Ann Holm met Finance Minister Tom Brandt. The foreign minister was calm.", "Ann Holm"),
    ('Luc Petit, a sculptor, shut his shop. "I am broke," the sculptor said.', "Luc Petit"),
    ('Luc Petit was fined on Monday. "I am sorry," the father of three told the jury.', "Luc Petit"),
    ('Luc Petit has left the team. "I am done," the goalkeeper told reporters.', "Luc Petit"),
    ("Luc Petit has left the team. The Frenchman said he was tired.", "Luc Petit"),
    (
        "Mayor Ann Holm spoke first. Council member Tom Brandt spoke, and spoke again. The mayor left.",
        "Ann Holm",
    ),
]


@pytest.mark.parametrize(("text", "name"), BEARERS)
def test_whom_role_place_and_party_fit(reading: Callable[..., ArticleReading], text: str, name: str) -> None:
    assert _designated(reading(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "Luc Petit met Ann Holm on Monday. The goalkeeper refused.",
        "Tom Brandt left on Monday. The actress refused.",
        "Luc Petit was fined on Monday. The judge refused to speak.",
        "Luc Petit met Ann Holm on Monday. The Frenchman said he was tired.",
        'Luc Petit met a sculptor. Rain fell on Petit. "I am broke," the sculptor said.',
        'Ann Holm was fined on Monday. "It was theft," the judge said.',
        'Ann Holm was fined on Monday. "It was her," the witness said.',
        'Ann Holm was fined on Monday. "It was her," the woman said.',
        'Ann Holm was fined on Monday. "It was her," the father said.',
        'Tom Brandt left on Monday. "I am done," the actress said.',
        "President Ann Holm left. The next president will be poorer.",
        "Sen. Paul Weber (D-Ohio) left. The Utah senator who won in May was calm.",
        "Sen. Paul Weber (D-Ohio) left. The Utah senator was calm.",
        "Foreign Minister Ann Holm left. The finance minister was calm.",
        "Ann Holm met the mayor.",
        "Prime Minister Ann Holm left. The former prime minister was angry.",
        "It was told by Joe Moore and Ann Holm, the Democratic candidate stated.",
    ],
)
def test_whom_nothing_fits_is_nobody_named(reading: Callable[..., ArticleReading], text: str) -> None:
    assert _designated(reading(text)) is None


def _designated(read: ArticleReading) -> str | None:
    """The named person whom the last nominal for a person means."""
    named = {mention.entity_id for mention in read.cast.mentions if mention.form == "name"}
    names = {entity.entity_id: entity.name for entity in read.cast.entities if entity.kind == "person"}
    keys = [m.entity_id for m in read.cast.mentions if m.form == "nominal" and m.entity_id in named & set(names)]
    return names[keys[-1]] if keys else None

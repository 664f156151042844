"""Openings of paragraphs -> place, day, agency; and openings that are no datelines."""

from datetime import date

import pytest

from analysis.article import read_text
from analysis.article.days import iso_day, read_day
from analysis.article.layout.datelines import find_dateline

PUBLISHED = date(2020, 3, 5)
BODY = "The ferry company said on Monday that it would cut its fares."


def read(opening, body=BODY, **options):
    text = f"{opening}{body}"
    found = find_dateline(text, 0, len(text), PUBLISHED, **options)
    if found is None:
        return None
    dateline, start = found
    assert text[start:] == body
    assert dateline.start == 0 and text[: dateline.end] == opening[: dateline.end]
    return dateline.place, dateline.date, dateline.agency


@pytest.mark.parametrize(
    ("opening", "place", "day", "agency"),
    [
        ("WASHINGTON (AP) — ", "WASHINGTON", None, "AP"),
        ("WASHINGTON (AP) -- ", "WASHINGTON", None, "AP"),
        ("Washington (AFP) – ", "Washington", None, "AFP"),
        ("Washington (AFP) - ", "Washington", None, "AFP"),
        ("WASHINGTON, March 3 (Reuters) - ", "WASHINGTON", "2020-03-03", "Reuters"),
        ("LONDON, March 3 (Reuter) - ", "LONDON", "2020-03-03", "Reuters"),
        ("London, 3 March (Reuters) — ", "London", "2020-03-03", "Reuters"),
        ("LONDON (Reuters), March 3 - ", "LONDON", "2020-03-03", "Reuters"),
        ("LONDON - March 3 - ", "LONDON", "2020-03-03", None),
        ("LONDON, Dec. 30 (AP) — ", "LONDON", "2019-12-30", "AP"),
        ("NEW YORK, March 3 - ", "NEW YORK", "2020-03-03", None),
        ("ST. LOUIS, Feb. 27 (UPI) — ", "ST. LOUIS", "2020-02-27", "UPI"),
        ("SAN FRANCISCO, Calif., Jan. 5 /PRNewswire/ -- ", "SAN FRANCISCO, Calif.", "2020-01-05", "PRNewswire"),
        ("BOISE, Idaho, Jan. 5, 2019 /PRNewswire/ -- ", "BOISE, Idaho", "2019-01-05", "PRNewswire"),
        ("BOISE, Idaho--(BUSINESS WIRE)--", "BOISE, Idaho", None, "Business Wire"),
        ("TORONTO, March 2, 2020 (GLOBE NEWSWIRE) -- ", "TORONTO", "2020-03-02", "GlobeNewswire"),
        ("BEIJING, Xinhua: ", "BEIJING", None, "Xinhua"),
        ("BEIJING, March 3 (Xinhua) -- ", "BEIJING", "2020-03-03", "Xinhua"),
        ("MOSCOW. March 3 (Interfax) - ", "MOSCOW", "2020-03-03", "Interfax"),
        ("MOSCOW, March 3. /TASS/. ", "MOSCOW", "2020-03-03", "TASS"),
        ("SEOUL, March 3 (Yonhap) -- ", "SEOUL", "2020-03-03", "Yonhap"),
        ("TOKYO, March 3, Kyodo - ", "TOKYO", "2020-03-03", "Kyodo"),
        ("New Delhi, Mar 3 (PTI) ", "New Delhi", "2020-03-03", "PTI"),
        ("Mumbai (Maharashtra) [India], March 3 (ANI): ", "Mumbai (Maharashtra) [India]", "2020-03-03", "ANI"),
        ("New Delhi: ", "New Delhi", None, None),
        ("ISLAMABAD: ", "ISLAMABAD", None, None),
        ("ISLAMABAD (APP): ", "ISLAMABAD", None, "APP"),
        ("Beirut, Lebanon: ", "Beirut, Lebanon", None, None),
        ("Beirut, Lebanon – ", "Beirut, Lebanon", None, None),
        ("[Nairobi] ", "Nairobi", None, None),
        ("[NAIROBI] ", "NAIROBI", None, None),
        ("[Nairobi, Kenya] ", "Nairobi, Kenya", None, None),
        ("(Nairobi) – ", "Nairobi", None, None),
        ("Kabul – ", "Kabul", None, None),
        ("KABUL, Afghanistan — ", "KABUL, Afghanistan", None, None),
        ("KABUL, Tuesday (Reuters) - ", "KABUL", "2020-03-03", "Reuters"),
        ("PARIS/LONDON — ", "PARIS/LONDON", None, None),
        ("LONDON/PARIS/BERLIN, March 3 (Reuters) - ", "LONDON/PARIS/BERLIN", "2020-03-03", "Reuters"),
        ("OSLO /AFP/ -- ", "OSLO", None, "AFP"),
        ("OSLO, The Associated Press — ", "OSLO", None, "AP"),
        ("OSLO. March 3 (Interfax) - ", "OSLO", "2020-03-03", "Interfax"),
        ("CALGARY, Alberta. March 3 (Interfax) - ", "CALGARY, Alberta", "2020-03-03", "Interfax"),
        ("EXCELSIOR, Minn. March 3 (UPI) - ", "EXCELSIOR, Minn.", "2020-03-03", "UPI"),
        ("'S-HERTOGENBOSCH, Netherlands (AP) — ", "'S-HERTOGENBOSCH, Netherlands", None, "AP"),
        ("’s-Hertogenbosch, Netherlands (AP) — ", "’s-Hertogenbosch, Netherlands", None, "AP"),
        ("TEXARKANA, Ark.-Texas — ", "TEXARKANA, Ark.-Texas", None, None),
        ("U.N. HEADQUARTERS — ", "U.N. HEADQUARTERS", None, None),
        ("ABOARD AIR FORCE ONE (AP) — ", "ABOARD AIR FORCE ONE", None, "AP"),
        ("ON THE TURKEY-SYRIA BORDER — ", "ON THE TURKEY-SYRIA BORDER", None, None),
        ("OFF THE COAST OF LIBYA (AP) — ", "OFF THE COAST OF LIBYA", None, "AP"),
        ("NEAR MOSUL, Iraq — ", "NEAR MOSUL, Iraq", None, None),
        ("NEAR MOSUL — ", "NEAR MOSUL", None, None),
        ("(BPT) - ", None, None, "Brandpoint"),
        ("LONDON -", "LONDON", None, None),
        (
            "GENEVA/BEIRUT, March 3 (Thomson Reuters Foundation) - ",
            "GENEVA/BEIRUT",
            "2020-03-03",
            "Thomson Reuters Foundation",
        ),
        ("PARIS and LONDON — ", "PARIS and LONDON", None, None),
        ("Washington CNN — ", "Washington", None, "CNN"),
        ("Wilmington, Delaware CNN — ", "Wilmington, Delaware", None, "CNN"),
        ("Washington (CNN) ", "Washington", None, "CNN"),
        ("(CNN) — ", None, None, "CNN"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("March 3 (Reuters) - ", None, "2020-03-03", "Reuters"),
        ("AMES, Iowa — ", "AMES, Iowa", None, None),
        ("ZEEBRUGGE — ", "ZEEBRUGGE", None, None),
        ("UNITED NATIONS — ", "UNITED NATIONS", None, None),
        ("RIO DE JANEIRO (AP) _ ", "RIO DE JANEIRO", None, "AP"),
        ("SÃO PAULO — ", "SÃO PAULO", None, None),
        ("Rio de Janeiro, 3 March 2020 (AFP) - ", "Rio de Janeiro", "2020-03-03", "AFP"),
        ("COEUR D'ALENE, Idaho, March 3 - ", "COEUR D'ALENE, Idaho", "2020-03-03", None),
        ("WINSTON-SALEM, N.C. (AP) — ", "WINSTON-SALEM, N.C.", None, "AP"),
        ("WASHINGTON, D.C. – ", "WASHINGTON, D.C.", None, None),
        ("RAMALLAH, March 3, 2020 (WAFA) – ", "RAMALLAH", "2020-03-03", "WAFA"),
        ("BRUSSELS | ", "BRUSSELS", None, None),
        ("WASHINGTON ― ", "WASHINGTON", None, None),
        ("NAIROBI (The EastAfrican) – ", "NAIROBI", None, "The EastAfrican"),
        ("Chennai, Mar 3: ", "Chennai", "2020-03-03", None),
        ("MEXICO CITY, Mar 3 (EFE).- ", "MEXICO CITY", "2020-03-03", "EFE"),
        ("KYIV. March 3. KAZINFORM – ", "KYIV", "2020-03-03", "Kazinform"),
        ("ANKARA — Anadolu Agency — ", "ANKARA", None, "Anadolu"),
        ("GENEVA (3 March 2020) – ", "GENEVA", "2020-03-03", None),
        ("BOSTON—", "BOSTON", None, None),
        ("AFP, Ankara — ", "Ankara", None, "AFP"),
        ("WASHINGTON (Associated Press) — ", "WASHINGTON", None, "AP"),
        ("WASHINGTON, MARCH 3 (AP) -", "WASHINGTON", "2020-03-03", "AP"),
        ("SANTA ANA, Calif., March 3 - ", "SANTA ANA, Calif.", "2020-03-03", None),
    ],
)
def test_datelines_of_every_form(opening, place, day, agency):
    assert read(opening) == (place, day, agency)


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("Ankara (AFP)", "Ankara", "AFP"),
        ("ANKARA (AFP) —", "ANKARA", "AFP"),
        ("LONDON, March 3 (Reuters) -", "LONDON", "Reuters"),
        ("WASHINGTON —", "WASHINGTON", None),
        ("LONDON, March 3", "LONDON", None),
        ("GAZA CITY, Gaza Strip (AP)", "GAZA CITY, Gaza Strip", "AP"),
    ],
)
def test_datelines_that_stand_alone_on_a_line(line, place, agency):
    assert read(line, body="")[::2] == (place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE — The minister will resign.",
        "BREAKING: The minister will resign.",
        "WATCH: The minister resigns.",
        "UPDATE, 5 p.m. — The minister has resigned.",
        "OPINION: The minister should resign.",
        "NATO — The alliance meets on Monday.",
        "Jackson — who resigned — is away.",
        "JACKSON — who resigned — is away.",
        "Paris — with its cafes — is lovely in spring.",
        "The minister: Nobody knows her.",
        "London is calling: Nobody answers.",
        "WASHINGTON is a city of lobbyists.",
        "Washington, D.C. is a city of lobbyists.",
        "March 3 was a cold day.",
        "March 3 — The day it rained.",
        "Tuesday — The day it rained.",
        "Nov. 8: The day it rained.",
        "Libya: What comes next?",
        "Sen. Jane Doe (D-Calif.) — The senator has a plan.",
        "JANE DOE (D-Calif.) — The senator has a plan.",
        "Donald Duck (AP)",
        "On Monday, March 3 - a cold day - the minister resigned.",
        "The Associated Press — Nobody was hurt.",
        "ADVERTISEMENT",
        "LONDON",
        "[Applause] Thank you.",
        "(Updates with quote)",
        "2 min",
        "",
        "—",
        "...",
        "A - B - C",
        "ON THE RECORD — The minister will resign.",
        "OFF THE RECORD — The minister will resign.",
        "NEAR MISS — Two planes came close.",
        "ON TAP — Beer flows again.",
        "INSIDE THE BELTWAY — Nobody sleeps.",
        "IN THE NEWS — The minister resigned.",
    ],
)
def test_no_dateline_is_invented(text):
    assert find_dateline(text, 0, len(text), PUBLISHED) is None


def test_a_name_alone_above_the_story_does_not_hide_its_dateline():
    article = read_text(f"Fares to fall\n\nJane Doe\n\nISLEVIK — {BODY}\n\n{BODY}", published="2020-03-03")
    assert article.dateline.place == "ISLEVIK"


def test_further_down_a_place_alone_is_no_dateline():
    assert read("London — ", plain=False) is None
    assert read("ZEEBRUGGE — ", plain=False) is None
    assert read("LONDON: ", plain=False) is None
    assert read("LONDON — ", plain=False) == ("LONDON", None, None)
    assert read("LONDON (AP) — ", plain=False) == ("LONDON", None, "AP")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("March 3", "2020-03-03"),
        ("Mar. 3rd", "2020-03-03"),
        ("Dec 31", "2019-12-31"),
        ("3 March 2018", "2018-03-03"),
        ("2018-03-03", "2018-03-03"),
        ("Thursday", "2020-03-05"),
        ("Friday", "2020-02-28"),
        ("30/04/2019", "2019-04-30"),
        ("03/04/2019", None),
        ("Feb. 30", None),
        ("soon", None),
    ],
)
def test_days_in_words(words, day):
    assert iso_day(words, PUBLISHED) == day


def test_a_day_without_a_year_stays_open_where_nothing_says_which():
    assert iso_day("March 3", None) is None
    assert iso_day("Tuesday", None) is None


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("2020-01-15T22:10:00Z", date(2020, 1, 15)),
        ("15 January 2020, 10:00", date(2020, 1, 15)),
        (date(2020, 1, 15), date(2020, 1, 15)),
        ("Mittwoch, 15. Jänner 2020 10:12", date(2020, 1, 15)),
        ("lundi 2 mars 2020", date(2020, 3, 2)),
        ("1er déc. 2019", date(2019, 12, 1)),
        ("3 de marzo de 2020 martes", date(2020, 3, 3)),
        ("terça-feira, 3 de março de 2020", date(2020, 3, 3)),
        ("tirsdag den 3. marts 2020", date(2020, 3, 3)),
        ("dinsdag 3 maart 2020", date(2020, 3, 3)),
        ("31. Februar 2020", None),
        ("3 foos 2020", None),
        ("January 15", None),
        ("", None),
        (None, None),
    ],
)
def test_days_from_fields(field, day):
    assert read_day(field) == day

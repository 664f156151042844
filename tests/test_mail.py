"""Mail -> the story in it, under the head of who sent it first."""

from datetime import date
from email.message import EmailMessage

import pytest

from analysis.article.formats.mail import read_mail

HEADLINE = "Ferry fares to fall"
STORY = [
    "The ferry company said on Monday that it would cut its fares by a third for the people of the island.",
    "The islanders have asked for “lower fares” for more than ten years, and they were not heard until this week.",
    "“It is a good day for everybody who lives here,” the mayor told reporters at the harbour on Tuesday morning.",
]
TEXT = "\n\n".join(STORY)
MARKUP = f"<html><body><h1>{HEADLINE}</h1>{''.join(f'<p>{words}</p>' for words in STORY)}</body></html>"
POST = "Island Post <news@islandpost.example>"


def mail(text=None, *, html=None, subject=HEADLINE, sender=POST, sent="Fri, 06 Mar 2020 10:00:00 +0100") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = sender, subject, sent
    if text is not None:
        message.set_content(text)
    if html is not None:
        (message.add_alternative if text is not None else message.set_content)(html, subtype="html")
    return bytes(message)


def paragraphs(data: bytes) -> list[str]:
    return [words.strip() for words in read_mail(data).text.split("\n\n") if words.strip()]


def test_the_html_part_is_read_where_the_plain_one_is_a_stub():
    stub = "To read this, open it in a program that shows HTML.\n\nhttps://islandpost.example/n/1\n"
    assert paragraphs(mail(stub, html=MARKUP)) == STORY
    assert paragraphs(mail(TEXT, html="<p>See the text.</p>")) == STORY


FORWARDED = {
    "gmail": "---------- Forwarded message ---------\nFrom: {0}\nDate: Tue, 3 Mar 2020 at 08:00\nSubject: {1}",
    "apple": "Begin forwarded message:\n\nFrom: {0}\nSubject: {1}\nDate: 3 March 2020 at 08:00:12 CET\nTo: d@e.example",
    "outlook": "_________________\nFrom: {0}\nSent: Tuesday, March 3, 2020 8:00 AM\nTo: Desk\nSubject: {1}",
    "original": "-----Original Message-----\nFrom: {0}\nSent: 03 March 2020 08:00\nTo: Desk\nSubject: {1}",
    "thunderbird": "-------- Forwarded Message --------\nSubject: \t{1}\nDate: \tTue, 3 Mar 2020 08:00\nFrom: \t{0}",
    "german": "-------- Weitergeleitete Nachricht --------\nBetreff: {1}\nDatum: Tue, 3 Mar 2020 08:00\nVon: {0}",
    "outlook in German": "_________________\nVon: {0}\nGesendet: Dienstag, 3. März 2020 08:00\nAn: Ann\nBetreff: {1}",
    "apple in French": "Début du message transféré :\n\nDe: {0}\nObjet: {1}\nDate: 3 mars 2020 à 08:00\nÀ: Ann",
    "danish": "---------- Videresendt meddelelse ---------\nFra: {0}\nSendt: 3. marts 2020 08:00\nTil: Ann\nEmne: {1}",
    "spanish": "________________\nDe: {0}\nEnviado el: martes, 3 de marzo de 2020 8:00\nPara: Ann\nAsunto: {1}",
    "italian": "---------- Messaggio inoltrato ---------\nDa: {0}\nInviato: 3 marzo 2020 08:00\nA: Ann\nOggetto: {1}",
}


@pytest.mark.parametrize("program", FORWARDED)
def test_a_forwarded_story_has_the_head_of_who_sent_it_first(program):
    head = FORWARDED[program].format(POST, HEADLINE)
    sent = mail(
        f"Hi all, see below.\n\n{head}\n\n\n{TEXT}\n", subject=f"Fwd: {HEADLINE}", sender="Per Moe <per@x.example>"
    )
    draft = read_mail(sent)
    assert paragraphs(sent) == STORY
    assert (draft.headline, draft.outlet, draft.published) == (HEADLINE, "Island Post", date(2020, 3, 3))


@pytest.mark.parametrize("prefix", ["VS", "I", "ENC", "TR"])
def test_a_subject_s_prefix_in_another_language_tells_of_a_forward(prefix):
    sent = mail(f"Fra: {POST}\nSendt: 3. marts 2020\nEmne: {HEADLINE}\n\n{TEXT}\n", subject=f"{prefix}: {HEADLINE}")
    assert (paragraphs(sent), read_mail(sent).headline) == (STORY, HEADLINE)
    assert read_mail(sent).published == date(2020, 3, 3)


def test_a_story_that_is_quoted_or_handed_on_twice_is_its_own():
    inner = FORWARDED["gmail"].format(POST, HEADLINE)
    outer = FORWARDED["gmail"].format("Ann <ann@x.example>", f"Fwd: {HEADLINE}")
    twice = mail(
        f"{outer}\n\nworth a read\n\n{inner}\n\n{TEXT}\n", subject=f"Fwd: {HEADLINE}", sender="Per <p@x.example>"
    )
    assert (paragraphs(twice), read_mail(twice).outlet) == (STORY, "Island Post")
    quoted = "\n".join(f"> {line}" for line in f"{inner}\n\n{TEXT}".split("\n"))
    assert paragraphs(mail(f"FYI\n\n{quoted}\n", subject=f"Fwd: {HEADLINE}")) == STORY


def test_a_story_in_a_message_that_is_attached_is_read():
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = POST, HEADLINE, "Tue, 03 Mar 2020 08:00:00 +0100"
    inner.set_content(TEXT)
    outer["From"], outer["Subject"] = "Per <per@x.example>", f"Fwd: {HEADLINE}"
    outer.set_content("as attached")
    outer.add_attachment(inner)
    draft = read_mail(bytes(outer))
    assert (draft.outlet, draft.published) == ("Island Post", date(2020, 3, 3))
    assert draft.text.strip() == TEXT


def test_what_stands_below_the_line_that_cancels_a_mail_is_no_part_of_its_story():
    rows = "".join(f"<tr><td>{words}</td></tr>" for words in STORY)
    foot = "<tr><td><a href='u'>Unsubscribe</a></td></tr><tr><td>Island Papers, Market Street 1, Islandia</td></tr>"
    assert paragraphs(mail(html=f"<html><body><table>{rows}{foot}</table></body></html>")) == STORY
    top = "<tr><td><a href='v'>View this mail in your browser</a></td></tr>"
    assert paragraphs(mail(html=f"<html><body><table>{top}{rows}</table></body></html>")) == STORY


def test_what_lawyers_put_below_a_mail_is_no_part_of_its_story():
    notice = "This email and any attachments are confidential and intended solely for the addressee."
    assert paragraphs(mail(f"{TEXT}\n\n{notice}\n\nPlease think before you print.\n")) == STORY
    told = "This message was confidential, the mayor said."
    assert paragraphs(mail(f"{told}\n\n{TEXT}\n")) == [told, *STORY]


def test_what_somebody_answers_to_is_no_forward():
    answer = f"I agree.\n\nFrom: {POST}\nDate: 3 March 2020\nSubject: {HEADLINE}\n\n{TEXT}\n"
    draft = read_mail(mail(answer, subject=f"Re: {HEADLINE}", sender="The Desk <desk@x.example>"))
    assert (draft.outlet, draft.published) == ("The Desk", date(2020, 3, 6))
    assert draft.text.startswith("I agree.")


def test_who_signs_a_story_in_the_html_part_signs_it():
    signed = MARKUP.replace("</h1>", "</h1><p>By Jane Doe</p>")
    assert read_mail(mail("See it in a browser.", html=signed)).byline == "Jane Doe"


def test_a_persons_mail_comes_from_the_house_and_is_signed():
    draft = read_mail(
        mail(f"{TEXT}\n\n-- \nKari Lund\nDesk editor\n", sender="Kari Lund <kari.lund@islandpost.example>")
    )
    assert (draft.byline, draft.outlet) == ("Kari Lund", "islandpost.example")
    assert "Desk editor" not in draft.text
    assert read_mail(mail(TEXT, sender="Kari Lund <kari@gmail.com>")).outlet == "Kari Lund"


@pytest.mark.parametrize(
    ("label", "encoding", "guessed"),
    [
        ("", "utf-8", False),
        ("; charset=us-ascii", "utf-8", True),
        ("; charset=unknown-8bit", "utf-8", False),
        ("; charset=iso-8859-1", "cp1252", False),
        ("; charset=utf-8", "cp1252", True),
        ("", "cp1252", True),
    ],
)
def test_an_encoding_that_is_missing_or_wrong(label, encoding, guessed):
    head = f"From: {POST}\r\nSubject: x\r\nContent-Type: text/plain{label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    draft = read_mail(head.encode() + TEXT.encode(encoding))
    assert draft.text == TEXT
    assert bool(draft.doubts) is guessed


def test_a_subject_in_bare_bytes_is_read():
    for encoding in ("utf-8", "cp1252"):
        assert read_mail("Subject: “No” to fares\r\n\r\n".encode(encoding) + TEXT.encode()).headline == "“No” to fares"


LEADS = [(f"Ferry number {n} to leave the harbour at dawn", f"{STORY[n % 3]}") for n in range(5)]


@pytest.mark.parametrize(
    "alert",
    [
        mail("\n\n".join(f"{head}\n{words}\n<https://search.example/{n}>" for n, (head, words) in enumerate(LEADS))),
        mail(html="".join(f'<h2><a href="https://x.example/{h}">{h}</a></h2><p>{words}</p>' for h, words in LEADS)),
    ],
)
def test_a_mail_that_only_leads_to_stories_is_refused(alert):
    with pytest.raises(ValueError, match="leads to stories elsewhere"):
        read_mail(alert)


def test_a_story_with_links_below_it_is_none_of_those():
    assert (
        paragraphs(mail(TEXT + "".join(f"\n\nMore:\n{h}\nhttps://x.example/{n}" for n, (h, _) in enumerate(LEADS))))[:3]
        == STORY
    )


@pytest.mark.parametrize(
    "data",
    [
        b"From: " + b"(" * 50_000 + b" a@b.example\r\nSubject: x\r\n\r\n" + TEXT.encode(),
        b"Content-Type: message/rfc822\r\n\r\n" * 3_000 + b"Subject: x\r\n\r\nwords",
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3_000)),
    ],
    ids=["head", "messages", "parts"],
)
def test_a_mail_that_is_nested_deeply_is_one_line(data):
    with pytest.raises(ValueError, match="nested too deeply"):
        read_mail(data)

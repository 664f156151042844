"""One table of sentences, asked of quotations, stances, events and dates alike: all say the same of each predicate."""

from collections.abc import Callable

import pytest

from analysis.grammar.factuality import factuality
from analysis.records import ArticleReading

Read = Callable[..., ArticleReading]
STATUS = {"factual": "said", "denied": "not_said"}  # all else is hypothetical
BLAME = ("attack", "criti", "condemn", "denounc", "oppos", "reject", "blam")
BACK, AHEAD = "2020-01-10", "2020-01-17"  # the Friday before and after publication

# what is expected of the word | the word | the day that Friday stands for, `-` where no date is in the sentence
TABLE = """
factual | attacked | back | Norway attacked Finland on Friday.
factual | praised | back | Anna Weber praised Peter Hall on Friday.
factual | condemned | back | Anna Weber met the press and condemned Peter Hall on Friday.
factual | criticised | back | Sweden was calm, but Norway criticised Finland on Friday.
factual | denounced | back | Carl Gray not only denounced Norway on Friday but also left the hall.
factual | criticise | back | Maria Ortiz did not hesitate to criticise Peter Hall on Friday.
factual | condemn | back | Norway did not fail to condemn Finland on Friday.
factual | praise | back | Norway did not just praise Finland on Friday, it sent money.
factual | said | - | Norway has no doubt said that Finland lied.
factual | criticise | back | Norway had no choice but to criticise Finland on Friday.
factual | criticise | back | Norway did not criticise Finland until Friday.
factual | condemn | back | Not until Friday did Norway condemn Finland.
factual | rejected | back | The strike went on until Norway rejected the treaty on Friday.
factual | attacked | back | Norway, not Sweden, attacked Finland on Friday.
factual | condemned | back | Norway condemned Finland on Friday, not Sweden.
factual | say | - | Why did the mayor say that Finland lied?
factual | criticising | - | Peter Hall could not help criticising Maria Ortiz.
factual | said | - | Norway said that Finland had attacked Sweden.
factual | deny | - | Norway cannot deny that Finland lied.
factual | says | - | There is no doubt that Norway says that Finland lied.
factual | say | - | Norway was not the first to say that Finland lied.
factual | attacked | back | In that case Norway attacked Finland on Friday.
factual | criticise | - | Sweden used to criticise Finland.
factual | condemned | back | Nobody left, and Anna Weber condemned Peter Hall on Friday.
factual | criticising | back | Peter Hall won voters by criticising Norway on Friday.
factual | attacked | - | It is a fact that Norway attacked Finland.
denied | attack | back | Norway did not attack Finland on Friday.
denied | praise | back | Anna Weber didn't praise Peter Hall on Friday.
denied | criticised | back | Carl Gray never criticised Anna Weber on Friday.
denied | condemned | back | Norway has not condemned Finland on Friday.
denied | supports | - | Peter Hall no longer supports Anna Weber.
denied | says | - | The minister no longer says that Finland lied.
denied | supports | - | Norway hardly supports Finland.
denied | supports | - | Maria Ortiz scarcely supports Peter Hall.
denied | condemned | back | Neither Norway nor Sweden condemned Finland on Friday.
denied | said | - | Neither Norway nor Sweden said that Finland lied.
denied | criticised | back | No minister criticised Norway on Friday.
denied | attacked | back | Nobody in Oslo attacked Finland on Friday.
denied | condemned | back | None of the ministers condemned Finland on Friday.
denied | said | - | No one said that Finland lied.
denied | criticise | back | Sweden did not leave, nor did it criticise Finland on Friday.
denied | praise | back | Nor did the mayor praise Peter Hall on Friday.
denied | opposes | - | Norway neither supports nor opposes Finland.
denied | saying | - | Norway denied saying that Finland lied.
denied | said | - | Norway denied that Sweden said that Finland lied.
denied | criticising | - | Anna Weber denied criticising Peter Hall.
denied | say | - | Norway has yet to say that Finland lied.
denied | endorse | - | Anna Weber has yet to endorse Peter Hall.
denied | say | - | Norway is unlikely to say that Finland lied.
denied | criticise | - | Sweden is unlikely to criticise Finland.
denied | condemned | - | It is unlikely that Norway condemned Finland.
denied | say | - | The minister declined to say whether Finland lied.
denied | say | - | Maria Ortiz refused to say that Peter Hall lied.
denied | say | - | Norway failed to say that Finland lied.
denied | condemn | - | Norway failed to condemn Finland.
denied | criticising | - | Carl Gray left without criticising Anna Weber.
denied | criticising | - | Norway stopped short of criticising Finland.
denied | attack | - | Norway left rather than attack Finland.
denied | attacking | - | Sweden discouraged Norway from attacking Finland.
denied | attacking | - | Norway praised Sweden instead of attacking Finland.
denied | say | - | Norway was unable to say that Finland lied.
denied | say | - | Norway did not want to say that Finland lied.
denied | said | - | Anna Weber does not think that Norway said that Finland lied.
denied | criticise | ahead | Norway will not criticise Finland on Friday.
denied | condemn | - | The ministers have no plan to condemn Finland.
denied | say | - | Sweden would not say that Finland lied.
supposed | attacks | ahead | If Maria Ortiz attacks Peter Hall on Friday, he will leave.
supposed | attacks | ahead | Unless Norway attacks Finland on Friday, Sweden will stay calm.
supposed | attacks | ahead | In case Maria Ortiz attacks Peter Hall on Friday, he will leave.
supposed | attacks | ahead | Provided that Maria Ortiz attacks Peter Hall on Friday, he will leave.
supposed | attacks | ahead | Assuming Norway attacks Finland on Friday, Sweden will stay calm.
supposed | attacked | back | Had Maria Ortiz attacked Peter Hall on Friday, he would have left.
supposed | blame | ahead | Should the ministers blame Finland on Friday, Sweden will leave.
supposed | criticise | ahead | Were Norway to criticise Finland on Friday, Sweden would leave.
supposed | condemns | - | Sweden will stay on condition that Norway condemns Finland.
supposed | praised | back | Anna Weber would have praised Peter Hall on Friday.
supposed | says | - | If Norway says that Finland lied, Sweden will leave.
supposed | blames | - | If Norway leaves and Sweden blames Finland, Oslo will act.
supposed | criticised | - | Norway wishes that it had criticised Finland.
supposed | criticising | - | Peter Hall could win voters by criticising Norway.
supposed | backing | - | Norway might hold talks before backing Finland.
open | attacked | - | The claim that Norway attacked Finland is wrong.
open | attacked | - | Sweden spoke of the risk that Norway attacked Finland.
open | criticise | back | Did Anna Weber criticise Peter Hall on Friday?
open | condemned | back | Has Anna Weber condemned Peter Hall on Friday?
open | say | - | Did Norway say that Finland lied?
open | criticised | back | Sweden asked whether Norway had criticised Finland on Friday.
open | attacked | - | It is not clear whether Norway attacked Finland.
open | attacked | - | Norway did not say that Sweden had attacked Finland.
open | condemned | - | Carl Gray is not sure that Norway condemned Finland.
supposed | supports | - | Anna Weber asked if Norway supports Finland.
wished | condemn | - | Sweden urged Norway to condemn Finland.
wished | condemn | - | Sweden demanded that Norway condemn Finland.
wished | say | - | Carl Gray hopes to say that Finland lied.
obliged | condemn | ahead | Norway should condemn Finland on Friday.
obliged | say | - | Norway must say that Finland lied.
possible | criticise | ahead | Anna Weber may criticise Peter Hall on Friday.
possible | say | - | Norway might say that Finland lied.
possible | say | - | The minister would come and say that Finland lied.
to come | criticise | ahead | Norway will criticise Finland on Friday.
to come | say | - | Norway will say that Finland lied.
to come | condemn | ahead | Sweden is going to condemn Finland on Friday.
to come | say | - | Norway is expected to say that Finland lied.
to come | criticise | ahead | Sweden is due to criticise Finland on Friday.
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in TABLE.strip().splitlines()]
each = pytest.mark.parametrize(("label", "word", "friday", "text"), ROWS, ids=[row[-1] for row in ROWS])


def text_of(found: ArticleReading, spans: list) -> str:
    return " ".join(found.article.text[start:end] for start, end in spans)


def test_the_table_is_long_enough() -> None:
    assert len(ROWS) >= 80 and len(set(ROWS)) == len(ROWS)


@each
def test_the_predicate(label: str, word: str, friday: str, text: str, parsed: Callable) -> None:
    (told,) = (factuality(token) for token in parsed(text)[1].tokens if token.text == word)
    held = {
        name
        for name in ("denied", "supposed", "open", "wished", "obliged", "possible", "to_come")
        if getattr(told, name)
    }
    assert held == set() if label == "factual" else label.replace(" ", "_") in held
    assert label == "denied" or "denied" not in held


@each
def test_quotations(label: str, word: str, friday: str, text: str, reading: Read) -> None:
    found = reading(text)
    rows = [row for row in found.quotations if row.cue and text_of(found, [row.cue]).split()[-1] == word]
    assert {row.status for row in rows} <= {STATUS.get(label, "hypothetical")}
    assert rows or word not in ("said", "say", "says", "saying")


@each
def test_stances(label: str, word: str, friday: str, text: str, reading: Read) -> None:
    found = reading(text)
    shown = {row.polarity for row in found.stances if row.confidence >= 0.45 and text_of(found, [row.cue]) == word}
    polarity = "oppose" if word.startswith(BLAME) else "support"
    if word in ("said", "say", "says", "saying", "deny"):
        assert label == "factual" or not shown
    elif label == "factual":
        assert shown == {polarity}
    elif label in ("supposed", "open"):
        assert not shown
    else:
        assert polarity not in shown if label == "denied" else shown <= {polarity}


@each
def test_events(label: str, word: str, friday: str, text: str, reading: Read) -> None:
    found = reading(text)
    told = [event for event in found.events if word in text_of(found, event.action).split()]
    if label in ("denied", "supposed", "open", "wished", "obliged", "possible") or friday == "-":
        assert not told
    else:
        assert told and all(event.to_come == (friday == "ahead") for event in told)


@each
def test_dates(label: str, word: str, friday: str, text: str, reading: Read) -> None:
    days = [date.value for date in reading(text).dates]
    assert days == {"back": [BACK], "ahead": [AHEAD], "-": []}[friday]

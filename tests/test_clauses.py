"""Who does it, to whom, whose it is: one table of sentences, which all readers build on."""

from collections.abc import Callable

import pytest

from analysis.grammar.clauses import agent, conjuncts, objects, predicate, resolved, subject, subject_of_noun
from analysis.grammar.phrases import first_word, head_of, phrase
from analysis.grammar.tokens import Parse, Token
from analysis.records import Article, ArticleReading

Parsed = Callable[..., tuple[Article, Parse]]
Read = Callable[..., ArticleReading]


def word(parse: Parse, text: str) -> Token:
    """The last token of that text."""
    return next(token for token in reversed(parse.tokens) if token.text == text)


def name(token: Token | None) -> str | None:
    """What a subject is called, relative pronouns by what they stand for."""
    return resolved(token).text if token is not None else None


AGENTS = [
    ("Norway attacked Sweden.", "attacked", "Norway", "Sweden"),
    ("On Friday, Norway attacked Sweden.", "attacked", "Norway", "Sweden"),
    # passives
    ("Norway was attacked by Sweden.", "attacked", "Sweden", "Norway"),
    ("Norway was attacked on Friday.", "attacked", None, "Norway"),
    ("Norway was attacked by Friday.", "attacked", None, "Norway"),
    ("Norway has been criticised by Sweden.", "criticised", "Sweden", "Norway"),
    # passive and coordination
    ("Norway was criticised by Sweden and condemned Finland.", "criticised", "Sweden", "Norway"),
    ("Norway was criticised by Sweden and condemned Finland.", "condemned", "Norway", "Finland"),
    ("Norway was praised by Sweden and attacked Finland.", "attacked", "Norway", "Finland"),
    ("Norway was criticised and condemned by Sweden.", "criticised", "Sweden", "Norway"),
    ("Norway was criticised and condemned by Sweden.", "condemned", "Sweden", "Norway"),
    ("Norway left the pact and was criticised by Sweden.", "criticised", "Sweden", "Norway"),
    # control by the object
    ("Smith urged Jones to attack Sweden.", "attack", "Jones", "Sweden"),
    ("Smith told lawmakers to support the bill.", "support", "lawmakers", "bill"),
    ("Jones was urged by Smith to attack Sweden.", "attack", "Jones", "Sweden"),
    ("Smith accused Jones of attacking Sweden.", "attacking", "Jones", "Sweden"),
    ("Jones was blamed for attacking Sweden.", "attacking", "Jones", "Sweden"),
    ("Smith forced Norway to leave the pact.", "leave", "Norway", "pact"),
    # control by the subject
    ("Smith wants to attack Sweden.", "attack", "Smith", "Sweden"),
    ("Smith used his speech to attack Sweden.", "attack", "Smith", "Sweden"),
    ("Smith spent a week attacking Sweden.", "attacking", "Smith", "Sweden"),
    ("Smith promised Jones to support the bill.", "support", "Smith", "bill"),
    # raising
    ("Smith is expected to attack Sweden.", "attack", "Smith", "Sweden"),
    ("Smith seems to support the bill.", "support", "Smith", "bill"),
    ("Smith is ready to support the bill.", "support", "Smith", "bill"),
    ("It is important to support the bill.", "support", None, "bill"),
    # relatives
    ("The mayor, who attacked Sweden, left.", "attacked", "mayor", "Sweden"),
    ("The mayor, who attacked Sweden and praised Norway, left on Friday.", "praised", "mayor", "Norway"),
    ("The pact that Norway signed failed.", "signed", "Norway", "pact"),
    # reduced relatives and participles
    ("The mayor attacked by Sweden left.", "attacked", "Sweden", "mayor"),
    ("The soldiers attacking Sweden left.", "attacking", "soldiers", "Sweden"),
    ("Having attacked Sweden, Smith left the pact.", "attacked", "Smith", "Sweden"),
    ("Smith left the pact, criticising Sweden.", "criticising", "Smith", "Sweden"),
    ("Smith released a statement criticising Sweden.", "criticising", "Smith", "Sweden"),
    ("Smith emailed supporters praising Sweden.", "praising", "Smith", "Sweden"),
    ("Smith thanked Jones for supporting the bill.", "supporting", "Jones", "bill"),
    ("Smith used the pact for attacking Sweden.", "attacking", "Smith", "Sweden"),
    # gerunds
    ("Smith was elected after attacking Sweden.", "attacking", "Smith", "Sweden"),
    ("Smith ended up supporting the bill.", "supporting", "Smith", "bill"),
    # coordination of verbs
    ("Smith met Jones and attacked Sweden.", "attacked", "Smith", "Sweden"),
    ("Norway praised the pact on Friday and Finland attacked Sweden.", "attacked", "Finland", "Sweden"),
    # nouns that verbs hang on
    ("Smith's plan to attack Sweden failed.", "attack", "Smith", "Sweden"),
    ("Smith made an attempt to attack Sweden.", "attack", "Smith", "Sweden"),
    # inverted and misplaced
    ("“We are ready,” said Smith.", "said", "Smith", None),
    ("The bridge, built in 1920, was closed.", "closed", None, "bridge"),
]


@pytest.mark.parametrize(("text", "verb", "doer", "done_to"), AGENTS)
def test_who_does_it_and_to_whom(text: str, verb: str, doer: str | None, done_to: str | None, parsed: Parsed) -> None:
    token = word(parsed(text)[1], verb)
    assert name(agent(token)) == doer
    assert [found.text for found in objects(token)][:1] == ([done_to] if done_to else [])


@pytest.mark.parametrize(
    ("text", "verb", "undergoer"),
    [
        ("Norway was attacked by Sweden.", "attacked", "Norway"),
        ("The pact signed by Norway failed.", "signed", "pact"),
        ("There were talks in Oslo.", "were", "talks"),
    ],
)
def test_the_subject_of_a_passive_undergoes_it(text: str, verb: str, undergoer: str, parsed: Parsed) -> None:
    assert name(subject(word(parsed(text)[1], verb))) == undergoer


@pytest.mark.parametrize(
    ("text", "noun", "owner"),
    [
        ("Smith's attack on Sweden failed.", "attack", "Smith"),
        ("The attack by Smith failed.", "attack", "Smith"),
        ("Criticism from Smith grew.", "Criticism", "Smith"),
        ("There is fear among voters.", "fear", "voters"),
        ("Smith made a promise.", "promise", "Smith"),
        ("Smith made one of the claims.", "claims", "Smith"),
        ("Smith is a supporter of Sweden.", "supporter", "Smith"),
        ("Norway is at war with Sweden.", "war", "Norway"),
        ("Smith, a critic of Sweden, left.", "critic", "Smith"),
    ],
)
def test_whose_a_noun_is(text: str, noun: str, owner: str, parsed: Parsed) -> None:
    assert name(subject_of_noun(word(parsed(text)[1], noun))) == owner


def test_conjuncts_are_all_that_are_coordinated(parsed: Parsed) -> None:
    _, parse = parsed("Norway, Sweden and Finland attacked Denmark.")
    assert [token.text for token in conjuncts(subject(word(parse, "attacked")))] == ["Norway", "Sweden", "Finland"]


def test_an_object_is_the_subject_of_what_it_is_made_to_do(parsed: Parsed) -> None:
    _, parse = parsed("Norway forced Sweden to change its law.")
    assert predicate(word(parse, "Norway")).text == "forced" and predicate(word(parse, "Sweden")).text == "change"


def test_a_noun_phrase_ends_before_the_clauses_on_it(parsed: Parsed) -> None:
    _, parse = parsed("The old mayor, who left on Friday, praised Sweden.")
    tokens = phrase(word(parse, "mayor"))
    assert [token.text for token in tokens] == ["The", "old", "mayor"]
    assert first_word(word(parse, "mayor")).text == "The" and head_of(tokens).text == "mayor"


@pytest.mark.parametrize("verb", ["condemned", "attacked"])
def test_readers_agree_on_who_goes_on_behind_a_passive(verb: str, reading: Read) -> None:
    found = reading(f"Norway was criticised by Sweden on Monday and {verb} Finland on Tuesday.")
    names = {entity.entity_id: entity.name for entity in found.cast.entities}
    against = {(names[one.holder_id], names[one.target_id]) for one in found.stances if one.polarity == "oppose"}
    assert against == {("Sweden", "Norway"), ("Norway", "Finland")}
    (event,) = [one for one in found.events if verb in found.article.text[slice(*one.action[0])]][-1:]
    assert [names[key] for key in event.actors] == ["Norway"]
    sources = [found.article.text[slice(*one.source)] for one in found.quotations if one.source and one.cue]
    assert "Sweden" not in sources[1:]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway said in a statement that it was glad.", "that it was glad"),
        ("Maria Ortiz said in an interview that the plan had failed.", "that the plan had failed"),
    ],
)
def test_what_is_said_is_whole(reading, text: str, content: str) -> None:
    found = reading(text)
    (row,) = found.quotations
    assert found.article.text[slice(*row.content[0])] == content

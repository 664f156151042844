"""Names of things, which are nobody and nowhere: events, prizes, works, vehicles, products."""

from collections import Counter

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.people import is_first_name
from analysis.readers.names.runs import QUOTES, Run, run_text
from analysis.readers.names.titles import role_before, role_nouns


def is_thing(members: list[Token], label: str) -> bool:
    """Whether a noun in a name says that it names a thing: `World Cup`, `Space Shuttle`, `Hurricane Dora`."""
    if label == "PERSON" and is_first_name(members[0].text):
        return False
    before_of = next((n for n, token in enumerate(members) if token.tag == "IN"), len(members))
    plain = [token for token in members[:before_of] if not token.text[0].isdigit()]
    head = plain[-1] if plain else members[-1]
    if len(members) > 1 and members[0].lower in words("storm_words") and not _is_body(members[-1]):
        return True
    named = label not in ("ORG", "GPE", "FAC") and not _is_body(members[-1])
    if named and len(members) > 1 and members[0].lower in words("thing_nouns"):
        return True
    return any(token.lower in words("thing_heads") for token in (head, *(members[:2] if named else ())))


def is_called_thing(tokens: list[Token], first: int) -> bool:
    """Whether the noun right before a name says what thing it is: the film `Easy Rider`."""
    before = tokens[first - 1] if first > 0 else None
    return before is not None and before.tag in ("NN", "NNP") and before.lower in words("thing_nouns")


def is_called_body(tokens: list[Token], run: Run) -> bool:
    """Whether the noun right before a name says what body it is (the daily `Haaretz`); full names of persons aside."""
    before = tokens[run.first - 1] if run.first > 0 else None
    if before is None or before.tag not in ("NN", "JJ") or before.lower not in words("body_nouns"):
        return False
    return " " not in run_text(tokens, run) or not is_first_name(tokens[run.first].text)


def is_quoted(tokens: list[Token], run: Run) -> bool:
    """Whether a name of several words stands in quotation marks of its own, as works do; persons and places aside."""
    if run.first == 0 or run.last == run.first or run.label in ("PERSON", "GPE", "NORP"):
        return False
    after = [token.text for token in tokens[run.last + 1 : run.last + 3]]
    closed = after[:1] and (after[0] in QUOTES or (after[0] in (",", ".") and after[-1] in QUOTES))
    return bool(closed) and tokens[run.first - 1].text in QUOTES


def is_direction(tokens: list[Token], run: Run) -> bool:
    """Whether words in capitals fill a bracket, as what a transcript says goes on: (`BEGIN VIDEO CLIP`)."""
    members = run.of(tokens)
    if run.first == 0 or len(members) < 2 or not all(token.text.isupper() for token in members):
        return False
    after = "".join(token.text for token in tokens[run.last + 1 : run.last + 3])
    return tokens[run.first - 1].text in ("(", "[") and after.lstrip(".")[:1] in (")", "]")


def _is_body(last: Token) -> bool:
    return last.lower in words("organization_heads") or last.lower in words("place_heads")


def used_as_things(tokens: list[Token], runs: list[Run]) -> frozenset[str]:
    """Forms that stand before a common noun half of the time (`Polaroid camera`), and act or bear a title nowhere.

    Not among them are full names of persons, adjectives of nation or belief, and those before nouns for people
    and their doings (`Clinton campaign`).
    """
    shown: Counter[str] = Counter()
    modifying: Counter[str] = Counter()
    acting: set[str] = set()
    for run in runs:
        text = run_text(tokens, run)
        if run.label == "NORP" or (run.last > run.first and is_first_name(tokens[run.first].text)):
            continue
        shown[text] += 1
        modifying[text] += _before_common_noun(tokens[run.last])
        if _acts(tokens, run) or role_before(tokens, run.first):
            acting.add(text)
    return frozenset(text for text, count in modifying.items() if 2 * count >= shown[text] and text not in acting)


def _before_common_noun(token: Token) -> bool:
    head = token.head
    if token.dep not in ("compound", "nmod") or head.tag not in ("NN", "NNS") or head.i < token.i:
        return False
    return not any(head.lower in nouns for nouns in (words("group_nouns"), role_nouns(), words("personal_heads")))


def _acts(tokens: list[Token], run: Run) -> bool:
    """Whether a name is the subject of a verb of speech, or `who` follows."""
    head = tokens[run.last]
    if head.dep == "nsubj" and head.head.lemma in words("cues", "lemma", sort="speech"):
        return True
    return any(token.lower in ("who", "whose") for token in tokens[run.last + 1 : run.last + 3])

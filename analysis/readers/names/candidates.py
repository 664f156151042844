"""Which runs of tokens may be names: what the model labels and the capitals it missed, mended and joined."""

import re

from analysis.gazetteer import country_of, full_names, is_city, is_city_alone, is_state
from analysis.grammar.tokens import PROPER, Parse, Sentence, Token
from analysis.lexicon import words
from analysis.readers.names.boundaries import BEHIND, OFFICES, cut, trimmed
from analysis.readers.names.runs import BRACKETS, CAMEL, QUOTES, Run, taken_by, text_of
from analysis.readers.names.titles import without_office

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
CHAMBERS = ("House", "Senate")
INITIALS = re.compile(r"(?:[A-Z]\.)+")


def find_candidates(parse: Parse) -> list[Run]:
    """Runs in text order, without overlaps; times, amounts and page furniture are left out."""
    runs: list[Run] = []
    for sentence in parse.sentences:
        for run in _in_sentence(parse.tokens, sentence):
            if runs and _is_cut(runs[-1], run):
                labels = (run.label, runs[-1].label)
                label = "PERSON" if "PERSON" in labels else labels[1] or labels[0]
                runs[-1] = runs[-1]._replace(last=run.last, label=label)
            else:
                runs.append(run)
    return runs


def _is_cut(left: Run, right: Run) -> bool:
    """Whether the parser ended a sentence inside a person's name."""
    if right.first != left.last + 1 or right.initial.sent == left.final.sent:
        return False
    proper = left.final.tag == right.initial.tag == "NNP"
    person = {left.label, right.label} <= {"", "PERSON"} or _one_person(left, right) or _are_unknown(left, right)
    return proper and person and (left.final.text[-1].isalpha() or INITIALS.fullmatch(left.final.text) is not None)


def _in_sentence(tokens: list[Token], sentence: Sentence) -> list[Run]:
    """Runs of one sentence: what the model labels and what it missed, cut, trimmed and joined."""
    found = _mended(_labelled(tokens, sentence))
    taken = taken_by(found) | {token.i for token in sentence.tokens if token.ent and token.ent not in LABELS}
    found.extend(_mended(_capitalised(tokens, sentence, taken)))
    return [without_office(run) for run in _joined(sorted(found))]


def _mended(runs: list[Run]) -> list[Run]:
    return [whole for run in runs for part in cut(run) if (whole := trimmed(part))]


def _labelled(tokens: list[Token], sentence: Sentence) -> list[Run]:
    """What the model labels."""
    runs: list[Run] = []
    for token in sentence.tokens:
        if token.ent not in LABELS:
            continue
        if token.ent_iob == "B" or not runs or runs[-1].last != token.i - 1:
            runs.append(Run(token.i, token.i, token.ent, tokens))
        else:
            runs[-1] = runs[-1]._replace(last=token.i)
    return runs


def _capitalised(tokens: list[Token], sentence: Sentence, taken: set[int]) -> list[Run]:
    """Proper nouns the model left alone; none in a sentence mostly in capitals, where these show nothing."""
    runs: list[Run] = []
    for token in sentence.tokens:
        proper = token.text[0].isupper() and (token.tag in PROPER or is_city_alone(token.text))
        proper = proper or CAMEL.fullmatch(token.text)
        if runs and _is_second_syllable(tokens, token, runs[-1]):
            runs[-1] = runs[-1]._replace(last=token.i)
            continue
        if not proper or token.i in taken or _is_time(token) or token.text in BEHIND:
            continue
        if runs and runs[-1].last == token.i - 1:
            runs[-1] = runs[-1]._replace(last=token.i)
        else:
            runs.append(Run(token.i, token.i, "", tokens))
    count = len(sentence.tokens)
    shouted = count > 1 and sum(one.text.isupper() and len(one.text) > 1 for one in sentence.tokens) > count / 2
    return [] if shouted else runs


def _is_time(token: Token) -> bool:
    """`Jan.`, `Sunday`; not `Jan` before a surname."""
    named = len(token.text) == len("Jan") and token.lex.first_name and token.dep == "compound"
    return token.lower.strip(".") in words("time_words") and not (named and token.head.tag == "NNP")


def _is_second_syllable(tokens: list[Token], token: Token, run: Run) -> bool:
    """`Kim Soo-hyun`: the rest of a given name in small letters behind a hyphen."""
    hyphened = run.first < run.last == token.i - 2 and tokens[token.i - 1].text == "-"
    return hyphened and token.tag == "NNP" and token.text.islower() and run.final.end == token.start - 1


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that touch are one name where the words between belong to names: `Ministry` `of` `Defence`."""
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before and (_one_person(before, run) or _one_name(before, run)):
            label = before.label if before.label not in ("GPE", "NORP", "") else run.label or "ORG"
            joined[-1] = before._replace(last=run.last, label=label)
        else:
            joined.append(run)
    return joined


def _one_person(left: Run, right: Run) -> bool:
    """A particle, or a first name that the model left out, with what follows; a nickname in quotation marks."""
    first, between = left.initial, [token.text for token in left.tokens[left.last + 1 : right.first]]
    if not between and left.label == "PERSON" and (left.final.lex.particle or _is_given_before(left, right)):
        return True  # Ursula von der Leyen
    named = left.label == "PERSON" or (left.first == left.last and (first.lex.first_name or first.lex.particle))
    if between and named and right.label in ("PERSON", "") and words("name_particles").issuperset(between):
        return True  # Siti Nurhaliza binti Osman, Cornelia van der Aalst, Van der Aalst
    if not between and _is_role_and_name(left, right):
        return True
    unknown = left.label in ("GPE", "") and not first.lex.role and _are_unknown(left, right)
    unknown = unknown or (first.lex.first_name and left.first == left.last and right.initial.lex.particle)
    if not between and unknown and right.label == "PERSON":  # Mehwish Baloch, Cornelia van Aalst
        return True
    alone = left.first == left.last and (first.lex.first_name or INITIALS.fullmatch(first.text))
    if not alone:
        return False
    if not between:
        named = right.label == "PERSON" or (first.lex.first_name and _may_be_surname(right))
        bound = first.head is right.final and not (is_city(left.text) or right.initial.lex.role)
        bound = bound and (left.label in ("PERSON", "GPE") or _may_be_surname(left))
        bound = bound or (len(first.text) == 2 and first.text[1] == ".")  # R. Krishnan
        return named and (left.label == "" or bound)
    if not {left.label, right.label} <= {"", "PERSON"}:
        return False
    if len(between) == 1:
        return between[0] in BRACKETS
    return len(between) == 3 and between[0] in QUOTES and between[2] in QUOTES


def _is_role_and_name(left: Run, right: Run) -> bool:
    """`Chef Hugo` before `Lenz`: a role and a given name that the model parted from a surname."""
    *roles, given = left.members
    named = given.tag == "NNP" and given.head in right.members and not (given.lex.role or given.lex.country)
    parted = (left.label, right.label) == ("", "PERSON") or (left.label == "PERSON" and _may_be_surname(right))
    return bool(roles) and parted and named and all(token.lex.role for token in roles)


def _is_given_before(left: Run, right: Run) -> bool:
    """`Mayor Wilber Quispe Mamani`: a given name behind a title, and two surnames that the model left alone."""
    titled = left.first > 0 and left.tokens[left.first - 1].lex.title
    if not titled or left.first < left.last or right.label or len(right.members) > 2:
        return False
    known = any(t.tag != "NNP" or t.lex.organization_head or t.lex.place_head or t.lex.country for t in right.members)
    return left.final.head is right.final and not known and right.text not in full_names()


def _are_unknown(left: Run, right: Run) -> bool:
    """Whether both runs are one word that names no town, country or organization known: `Mehwish` `Baloch`."""
    return all(_may_be_surname(run) and not is_city(run.text) for run in (left, right))


def _may_be_surname(run: Run) -> bool:
    """Whether one word that the model holds for an organization or a place is none known: Ana `Reyes`."""
    word = run.initial
    known = run.text in full_names() or run.text.isupper() or is_state(run.text) or word.lex.country
    heads = word.lex.organization_head or word.lex.place_head or word.lex.title
    return run.first == run.last and word.tag == "NNP" and not known and not heads


def _one_name(left: Run, right: Run) -> bool:
    """Whether two runs are one name: a known organization's, or of organizations that a preposition links."""
    if text_of(left.tokens[left.first : right.last + 1]) in full_names():
        return True
    first, between = left.initial, left.tokens[left.last + 1 : right.first]
    if not between and CAMEL.fullmatch(left.final.text):  # iTunes Store
        return True
    if not between:
        both = left.label == "" or right.label == ""
        called = left.label == "PERSON" and not first.lex.first_name and left.opens  # Imagine Brad Thor
        same = left.label == right.label and left.label in ("ORG", "PERSON") and not called
        return (both and "PERSON" not in (left.label, right.label) and right.label != "NORP") or same
    shown = [token.lower for token in between]
    if shown == ["-"] and between[0].end == right.initial.start:
        return not (country_of(left.text) and country_of(right.text))
    if left.initial.text in CHAMBERS and right.final.lower in OFFICES:  # House Oversight and Reform Committee
        return shown[-1] == "and" and all(token.tag in PROPER for token in between[:-1])
    if shown in (["and"], ["&"]) and right.label != "PERSON":  # Telby Bank and Trust Co, Orr & Sons Ltd, Orr and Co
        *others, ending = (token.lower.rstrip(".") for token in right.members)
        return ending in words("firm_endings") and {*others} <= words("organization_heads") | {"sons"}
    if shown in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        linked = left.label in ("ORG", "", "FAC") and right.label in ("ORG", "", "GPE")
        return linked and left.final.lex.organization_head
    return shown == ["at"] and left.initial.lower == "university" and right.label in ("GPE", "")

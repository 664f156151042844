"""Runs of tokens that are one name: what stands between belongs to names, or one is part of the other."""

import re

from analysis.gazetteer import country_of
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.names.edges import OFFICES
from analysis.readers.names.initials import full_names
from analysis.readers.names.people import has_elided_article, is_first_name
from analysis.readers.names.runs import EDITED, PROPER, QUOTES, Run, run_text, text_of

CHAMBERS = frozenset({"House", "Senate"})
INITIALS = re.compile(r"(?:[A-Z]\.)+")


def join(tokens: list[Token], runs: list[Run]) -> list[Run]:
    """Runs that touch are one name where the words between belong to names: `Ministry` `of` `Defence`."""
    heads = words("organization_heads")
    joined: list[Run] = []
    for run in runs:
        before = joined[-1] if joined else None
        if before and _one_name(tokens, before, run, heads):
            label = before.label if before.label not in ("GPE", "NORP", "") else run.label or "ORG"
            joined[-1] = Run(before.first, run.last, label)
        else:
            joined.append(run)
    return joined


def _one_person(tokens: list[Token], left: Run, right: Run) -> bool:
    """A particle and what follows, a first name that the model left out, a nickname in quotation marks."""
    between = [token.text for token in tokens[left.last + 1 : right.first]]
    if not between and left.label == "PERSON" and tokens[left.last].text in words("name_particles"):
        return True
    particle = tokens[right.first].lower in words("name_particles") and right.last > right.first
    if not between and particle and right.label == "PERSON" and tokens[left.last].tag == "NNP":
        return left.label in ("", "PERSON")  # Prince Alwaleed bin Talal
    inside = [token.text for token in tokens[left.first : left.last + 1]]
    if left.label == "PERSON" and len(between) == 1 and between[0] in QUOTES and QUOTES & set(inside):
        return right.label in ("", "PERSON")  # George "Jay" Keyworth, cut at the second mark
    alone = left.first == left.last and (is_first_name(inside[0]) or INITIALS.fullmatch(inside[0]) is not None)
    if not alone or left.label not in ("", "PERSON") or right.label not in ("", "PERSON"):
        return False
    if not between:
        behind = has_elided_article(tokens[right.first])  # Norah O’Donnell
        return (left.label == "" and right.label == "PERSON" and tokens[left.first].tag in PROPER) or behind
    if len(between) == 1 and between[0] in EDITED:
        return is_first_name(inside[0]) and tokens[right.first].text[0].isupper()
    quoted = len(between) == 3 and between[0] in QUOTES and between[2] in QUOTES
    return quoted and between[1][0].isupper()


def _one_committee(tokens: list[Token], left: Run, right: Run) -> bool:
    """A chamber, what its committee is for, `and` what else: `House` Oversight and `Government Reform Committee`."""
    if tokens[left.first].text not in CHAMBERS or tokens[right.last].lower not in OFFICES:
        return False
    fields = [token for token in tokens[left.first + 1 : right.first] if token.text not in (",", "&", "and")]
    linked = tokens[right.first - 1].lower in ("and", "&")
    return linked and bool(fields) and all(token.tag in PROPER for token in fields)


def _one_name(tokens: list[Token], left: Run, right: Run, heads: frozenset[str]) -> bool:
    """Whether two runs are one name: a person's, a known body's, or bodies that a preposition or `&` links."""
    between = tokens[left.last + 1 : right.first]
    if _one_person(tokens, left, right) or _one_committee(tokens, left, right):
        return True
    if text_of(tokens[left.first : right.last + 1]) in full_names():
        return True
    if not between:
        both = left.label == "" or right.label == ""
        same = left.label == right.label and left.label in ("ORG", "PERSON")
        return (both and "PERSON" not in (left.label, right.label) and right.label != "NORP") or same
    shown = [token.lower for token in between]
    if shown == ["-"] and between[0].end == tokens[right.first].start:
        return not all(country_of(run_text(tokens, run)) for run in (left, right))
    if shown in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        head = tokens[left.last].lower
        return left.label in ("ORG", "", "FAC") and head in heads and right.label in ("ORG", "", "GPE")
    if shown in (["and"], ["&"]) and right.label in ("ORG", "") and left.label != "GPE":
        return tokens[right.first].lower.rstrip(".") in words("partner_words")  # Henry Holt and Company
    if shown == ["at"] and tokens[left.first].lower == "university":
        return right.label in ("GPE", "")
    return False

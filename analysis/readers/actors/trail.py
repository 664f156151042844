"""What is known when a pronoun is read: the phrases before it, whom it cannot be, what was found so far."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.grammar.tokens import Token
from analysis.readers.actors.antecedents import Candidate
from analysis.readers.actors.phrases import SUBJECTS

GENDERS = {"he": "m", "she": "f"}
SURE = 0.7


@dataclass
class Trail:
    """What is known so far: the phrases of each sentence, whom a token cannot be, and what was found.

    `sources` has the pronoun that is source of a quoted token's words, `known` counts mentions, `genders` holds what
    he and she have told where the phrase was ahead of all others by SURE; `lead` is how far the last one was. `unnamed`
    has the pronouns of each noun for somebody without a name, by its number, `several` those of each collective.
    """

    phrases: list[list[Candidate]]
    barred: dict[int, set[str]]
    sources: dict[int, Token]
    quoted: frozenset[int] = frozenset()
    known: Counter[str] = field(default_factory=Counter)
    genders: dict[str, str] = field(default_factory=dict)
    lead: float = 0.0
    unnamed: dict[int, list[Token]] = field(default_factory=dict)
    several: dict[str, list[Token]] = field(default_factory=dict)

    def note(self, found: Candidate, token: Token, form: str) -> None:
        """Count a mention; keep the gender that a form tells of an entity, and pronouns of what is no entity."""
        self.known[found.key] += bool(found.key)
        if found.kind == "several":
            self.several.setdefault(found.key, []).append(token)
        elif not found.key and found.kind in ("person", "collective"):
            self.unnamed.setdefault(found.origin.i, []).append(token)
        sure = self.lead >= SURE and found.token.dep in SUBJECTS
        if form in GENDERS and (sure or not found.key):
            self.genders.setdefault(found.bearer, GENDERS[form])

    def turn_of(self, token: Token) -> tuple[int, bool, int]:
        """When a pronoun is due: one in quoted words behind the one that says them (`"I think he will," she said`)."""
        source = self.sources.get(token.i, token)
        return max(source.i, token.i), source.i > token.i, token.i

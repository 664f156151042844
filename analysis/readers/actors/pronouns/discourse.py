"""What is known of a text before a pronoun: its phrases, who is quoted, whom the pronouns before it mean."""

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field

from analysis.grammar.tokens import SUBJECTS, Token
from analysis.lexicon import pairs
from analysis.readers.actors.antecedents import Candidate
from analysis.readers.actors.scene import Scene
from analysis.readers.quotations.marks import overlapping
from analysis.records import Quotation

FORM_OF = pairs("pronouns", "word", "of")
SPEAKING = frozenset({"i", "we", "you"})
GENDERS = {"he": "m", "she": "f"}
SURE = 0.8  # chance from which a pronoun tells somebody's gender
LIKELY = 0.5  # chance from which a pronoun is a mention


@dataclass
class Discourse:
    """What is known so far: the phrases of each sentence, whom a token cannot be, and what was found.

    `sources` has the pronoun that is source of a quoted token's words, `known` counts mentions, `genders` holds what
    he and she have told where that was sure. `chances` is how likely each pronoun is what it was taken for, with all
    those that it goes back to. `unnamed` has the pronouns of each noun for somebody without a name, by its number,
    `several` those of each collective; `told` says for each sentence how many up to it are not all somebody's words.
    """

    phrases: list[list[Candidate]]
    barred: dict[int, set[str]] = field(default_factory=dict)
    sources: dict[int, Token] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    told: list[int] = field(default_factory=list)
    known: Counter[str] = field(default_factory=Counter)
    genders: dict[str, str] = field(default_factory=dict)
    chances: dict[int, float] = field(default_factory=dict)
    unnamed: dict[int, list[Token]] = field(default_factory=dict)
    several: dict[str, list[Token]] = field(default_factory=dict)

    def take(self, token: Token, found: Candidate, chance: float) -> None:
        """Take a pronoun for a phrase: it is a phrase for those behind it, and counts as a mention.

        Where it is sure, it tells a gender; where it is likely, pronouns of what is no entity are kept.
        """
        form = FORM_OF[token.lower]
        self.chances[token.i] = chance * self.chances.get(found.token.i, 1.0)
        self.phrases[token.sent].append(found._replace(token=token))
        self.known[found.key] += bool(found.key)
        if self.is_likely(token) and found.kind == "several":
            self.several.setdefault(found.key, []).append(token)
        elif self.is_likely(token) and not found.key and found.kind in ("person", "collective"):
            self.unnamed.setdefault(found.origin.i, []).append(token)
        sure = self.chances[token.i] >= SURE and found.token.dep in SUBJECTS
        if form in GENDERS and (sure or not found.key):
            self.genders.setdefault(found.bearer, GENDERS[form])

    def is_likely(self, pronoun: Token) -> bool:
        """Whether a pronoun is likely enough what it was taken for to be a mention of it."""
        return self.chances[pronoun.i] >= LIKELY

    def back(self, token: Token, sentence: int) -> int:
        """How many sentences back one is; outside quotations those that are quoted do not count."""
        apart = token.sent - sentence
        return apart if token.i in self.quoted else min(apart, self.told[token.sent] - self.told[sentence])

    def turn_of(self, token: Token) -> tuple[int, bool, int]:
        """When a pronoun is due: one in quoted words behind the one that says them (`"I think he will," she said`)."""
        source = self.sources.get(token.i, token)
        return max(source.i, token.i), source.i > token.i, token.i

    def note_quotation(self, scene: Scene, said: Quotation) -> None:
        """Whom pronouns in and before a quotation cannot be.

        Who says words is none whom they name (`"Smith won," she said`) nor whom they call he (`"He lied," Smith said`).
        """
        source = scene.parse.within(said.source)
        own = [token.i for token in own_words(scene, said)]
        self.quoted.update(own)
        if len(source) == 1 and source[0].pos == "PRON":
            self.sources.update(dict.fromkeys(own, source[0]))
        if said.kind == "direct":
            inside = (scene.at.get(token.i, "") for token in scene.parse.within(*said.content))
            self.barred.update({token.i: named for named in [set(inside) - {""}] for token in source})
        if source:
            sources = {scene.at.get(token.i) or f"noun {token.i}" for token in tops_of(source)}
            self.barred.update(dict.fromkeys(own, sources))


def free_pronouns(scene: Scene, forms: Container[str]) -> list[Token]:
    """Pronouns of these forms that are no mention yet."""
    pronouns = (token for token in scene.parse.tokens if token.pos in ("PRON", "DET") and token.i not in scene.at)
    return [token for token in pronouns if FORM_OF.get(token.lower) in forms]


def tops_of(source: list[Token]) -> list[Token]:
    """The head of a source, and what stands in apposition to it: in `a Smith adviser, Ann Lane`, not Smith."""
    return [token for token in source if token.head not in source or token.head is token or token.dep == "appos"]


def own_words(scene: Scene, said: Quotation) -> list[Token]:
    """The tokens that are the source's own words: of `he said he was "glad to see her"` only those in the marks."""
    inside = scene.parse.within(*said.content)
    return [token for token in inside if said.kind == "direct" or overlapping(scene.quotes, token.start, token.end)]

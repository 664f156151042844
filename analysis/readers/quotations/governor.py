"""A verb that is a cue, and what hangs on it."""

from dataclasses import dataclass

from analysis.grammar.tokens import Sentence, Token
from analysis.readers.quotations.boundaries import content_of
from analysis.readers.quotations.candidates import Candidate
from analysis.readers.quotations.cues import Cue


@dataclass(slots=True)
class Governor:
    """A verb that is a cue, whose subject is known, in its sentence."""

    token: Token
    cue: Cue
    sentence: Sentence
    subject: Token | None = None

    def candidate(self, rule: str, *content: Token) -> Candidate:
        """A candidate whose content is what depends on the tokens given."""
        tokens = [t for head in content for t in content_of(head)]
        return self.of_tokens(rule, tokens)

    def of_tokens(self, rule: str, tokens: list[Token]) -> Candidate:
        """A candidate whose content is exactly these tokens."""
        return Candidate(self.token, tokens, rule, self.cue.sort, [self.subject] if self.subject is not None else [])

    def child(self, *deps: str, behind: bool = True) -> Token | None:
        """The first child in one of these relations, behind the verb or anywhere."""
        for child in self.token.children:
            if child.dep in deps and (child.i > self.token.i or not behind):
                return child
        return None


def has_auxiliary(token: Token) -> bool:
    """Whether a verb has one."""
    return any(child.dep in ("aux", "auxpass") for child in token.children)

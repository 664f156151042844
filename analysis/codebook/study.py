"""What a codebook holds: plain, immutable, to be sent to other processes."""

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from analysis.lexicon import OwnWords


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody whom a study asks for, by all the names it has in its articles."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All its names, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases)))


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What one can be for or against, by all its wordings."""

    name: str
    wordings: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All its wordings, each once."""
        return tuple(dict.fromkeys((self.name, *self.wordings)))


def bare(form: str) -> str:
    """Words for comparison: in small letters, without `the` before them."""
    return " ".join(form.casefold().split()).removeprefix("the ")


@dataclass(frozen=True, kw_only=True)
class Codebook:
    """A study: who and what it asks for, the words it adds to the lists, the names and issues it leaves out."""

    study: str
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    no_names: tuple[str, ...] = ()  # as `bare` has them
    no_issues: tuple[str, ...] = ()
    words: OwnWords = field(default_factory=OwnWords)

    @cached_property
    def fingerprint(self) -> str:
        """Eight characters that are others as soon as anything is other in the codebook."""
        whole = (self.study, self.actors, self.issues, self.no_names, self.no_issues, self.words.key)
        return sha256(repr(whole).encode()).hexdigest()[:8]

    def __str__(self) -> str:
        return f"{self.study} ({self.fingerprint})"


NOTHING = Codebook(study="")

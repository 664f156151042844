"""Pronouns to the actors they stand for; one that could be several is left unresolved.

`discourse` keeps what is known of a text so far; `chances` weighs the phrases that a pronoun may go back to, by what
was learned on pronouns of the open gold set; `resolving` finds these phrases, gives a mention where one is likely
enough, and says whom I, we and you are.
"""

from analysis.readers.actors.pronouns.resolving import add_spoken_of, resolve_pronouns, resolve_speech

__all__ = ["add_spoken_of", "resolve_pronouns", "resolve_speech"]

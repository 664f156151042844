"""What is known of a candidate before its sentence is read: how holder, target and cue hang together, and who tells it.

A feature is a number; `rule=deeds` and the like are 1 where they hold, and those not named are 0.
"""

from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.features import Features, holds
from analysis.readers.stances.frames import clause_of
from analysis.readers.stances.pairs import Candidate, Told

POS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
STRONG, WEAK = 0.85, 0.3  # strengths from which on a stance word is strong, and up to which it is weak
FACTS = ("denied", "unreal", "wished", "possible", "obliged", "to_come", "former")
CROSSED = (*FACTS, "quoted", "own_words", "others_words", "cue_in_others_words")
APART = 6.0  # dependencies between two words beyond which it makes no difference how many there are


class Evidence:
    """What an article tells of its candidates; `told` are its tokens' innermost quotations."""

    def __init__(self, scene: Scene, told: Told) -> None:
        self.scene, self.told = scene, told
        self.named = {mention.entity_id for mention in scene.mentions if mention.form == "name"}

    def of(self, one: Candidate) -> Features:
        """The features of a candidate."""
        known = self._known(one)
        return known | (_of_word(known, one) if one.sign else _of_tone(known, one))

    def _known(self, one: Candidate) -> Features:
        holder, target, cue, fact = one.holder_token, one.target_token, one.cue, clause_of(one.cue)
        return {
            "holder steps": _steps(cue, holder),
            "target steps": _steps(cue, target),
            **holds(rule=one.found_by, cue_tag=cue.tag),
            **holds(holder_as=holder.dep, target_as=target.dep, target_under=target.head.dep),
            **holds(in_between=holder.i < cue.i < target.i, behind=target.i < cue.i < holder.i),
            **holds(saying=cue.lemma in words("cues", "lemma", sort="speech")),
            **holds(avowed=cue.lemma in words("avowals", "lemma", pos=POS.get(cue.pos, ""))),
            **holds(holder_pronoun=holder.pos == "PRON", target_pronoun=target.pos == "PRON"),
            **holds(holder=self._side(one.holder), holder_named=one.holder in self.named),
            **holds(target=self._side(one.target), target_named=one.target in self.named),
            **holds(elsewhere=holder.sent != target.sent),
            **_telling(self.told, one),
            **holds(**{name: getattr(fact, name) for name in FACTS}),
        }

    def _side(self, key: str) -> str:
        kind = self.scene.entities[key].kind
        return kind if kind in ("issue", "person") else "body"


def _of_word(known: Features, one: Candidate) -> Features:
    """How sure the word is that gives the sign, and what the other features mean for it."""
    band = "strong" if one.strength >= STRONG else "weak" if one.strength <= WEAK else "middling"
    crossed = {f"strength {name}": one.strength for name in filter(known.get, CROSSED)}
    return {"strength": one.strength, band: 1.0} | holds(against=one.sign < 0) | crossed


def _of_tone(known: Features, one: Candidate) -> Features:
    """The tone of the words where none gives the sign, and what the other features mean for the rule."""
    tones = {"near": float(one.near), "around": float(one.around)}
    crossed = {f"{one.found_by} {name}": 1.0 for name in filter(known.get, CROSSED)}
    signs = {f"{one.found_by} {name}{'+' if tone > 0 else '-'}": 1.0 for name, tone in tones.items() if tone}
    return tones | crossed | signs


def _telling(told: Told, one: Candidate) -> Features:
    """In whose words target and cue stand."""
    quotation, by = told.get(one.target_token.i, (None, ()))
    cue_quotation, cue_by = told.get(one.cue.i, (None, ()))
    return holds(
        quoted=quotation is not None,
        own_words=one.holder in by,
        others_words=bool(by) and one.holder not in by,
        cue_quoted=cue_quotation is not None,
        cue_in_others_words=bool(cue_by) and one.holder not in cue_by,
    )


def _steps(one: Token, other: Token) -> float:
    """How many dependencies lie between two words."""
    above = {word.i: n for n, word in enumerate((one, *one.ancestors()))}
    found = (n + above[word.i] for n, word in enumerate((other, *other.ancestors())) if word.i in above)
    return min(next(found, APART), APART)

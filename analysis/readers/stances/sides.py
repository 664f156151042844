"""Groups that are spoken of once, and that stand for or against somebody: `federal prosecutors accused Holm`."""

from analysis.grammar.phrases import first_word, is_definite, modifiers_of
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.arguments import EVENTS, holders_of, objects
from analysis.readers.stances.deeds import given
from analysis.readers.stances.frames import frames_of
from analysis.readers.stances.pairs import SOME, is_part

TELLING = 0.6  # how sure a stance word is whose holder is a group
PARTS = frozenset({"group", "coalition", "number", "majority", "handful", "percent", "%", "third", "quarter", "half"})
NONE = frozenset({"no", "any", "these", "those", "only", "both"})
LONGEST = 7  # words of a group's name


def add_sides(scene: Scene) -> None:
    """A group for each phrase that tells which people hold a stance, with its words as its name: `federal prosecutors`,
    `46 percent of likely voters`. No bare noun (`prosecutors`), nobody's (`her critics`), none that a clause tells."""
    for word in scene.parse.tokens:
        slots = [slot for slot, frame in frames_of(word).items() if frame.sign and frame.strength >= TELLING]
        if not slots:
            continue
        acting = holders_of(word) if any(slot != "poss" and objects(word, slot) for slot in slots) else []
        for holder in (*acting, *(given(word)[0] if word.pos == "NOUN" else ())):
            last = _last(scene, holder)
            new = holder.i not in scene.at or (holder is last and is_part(holder))
            if last is not None and new and not frames_of(holder):
                _add(scene, holder, last)


def _last(scene: Scene, noun: Token) -> Token | None:
    """The last word of a phrase for several people, None where it is none."""
    if _is_told_apart(noun) or noun.has(words=NONE):
        return None
    of = next((prep for prep in noun.those("prep") if prep.lower == "of"), None)
    people = of.child("pobj") if of is not None and (noun.lemma in PARTS or noun.ent == "PERCENT") else None
    if people is not None:
        plain = people.tag in ("NNS", "NNPS") and not _is_told_apart(people) and not people.has(words=NONE)
        last = next((word for word in people.rights if word.i == people.i + 1 and word.tag == "JJ"), people)
        return last if plain and (_act_together(people) or people.i in scene.at) else None
    some = noun.has("det", words=SOME) and noun.tag == "NNPS"
    sorts = some or set(modifiers_of(noun)) - words("ordering_words")
    return noun if sorts and _act_together(noun) and not is_definite(noun) else None


def _is_told_apart(noun: Token) -> bool:
    """`voters who left`, `her critics`; not `the courts, which have ruled`."""
    return noun.has("poss") or any(clause.subtree()[0].i == noun.i + 1 for clause in noun.those("acl", "relcl"))


def _are_people(noun: Token) -> bool:
    """`activists`, `the police`; not `the campaign`, `the judge`."""
    several = noun.tag == "NNS" and noun.lemma in words("person_nouns")
    return several or (noun.lower in words("group_nouns") and noun.lemma not in EVENTS)


def _act_together(noun: Token) -> bool:
    """People, organizations or who is named together: `environmental groups`, `moderate Democrats`."""
    known = _are_people(noun) or noun.lemma in words("generic_nouns")
    return noun.tag == "NNPS" or (noun.tag == "NNS" and known)


def _add(scene: Scene, holder: Token, last: Token) -> None:
    first = first_word(holder)
    if first.lower in ("a", "an", "the"):
        first = scene.parse.tokens[first.i + 1]
    text = " ".join(scene.article.text[first.start : last.end].split())
    text = text if first.pos == "PROPN" or first.ent == "NORP" else text[0].lower() + text[1:]
    if len(text.split()) <= LONGEST:
        key = scene.add_entity(text, "group", "add_sides", confidence=0.6)
        scene.add_mention(first, holder, "nominal", key)

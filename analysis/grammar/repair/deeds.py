"""Who does what, when and to whom: subjects, objects and clauses hung on the verb that is theirs."""

from analysis.grammar.clauses import is_finite
from analysis.grammar.phrases import first_word, is_aged
from analysis.grammar.tokens import HELPERS, NOMINAL, SUBJECTS, TIMES, VERBAL, WITH_EXPLETIVE, Token, hang, root
from analysis.lexicon import cached, rows

MEASURES = TIMES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}
BETWEEN = frozenset({"ADV", "PUNCT"})


def aged_subject(old: Token, _: list[Token]) -> None:
    """`the 27-year-old said`: somebody by age is the subject of the verb that the parser has described by it."""
    verb = old.head
    if old.dep != "amod" or not is_aged(old) or verb.pos != "VERB" or verb.has(*WITH_EXPLETIVE) or old.i > verb.i:
        return
    for article in [child for child in verb.those("det") if child.i < old.i]:
        hang(article, old, "det")
    old.dep = "nsubj"


def described_by_deed(verb: Token, tokens: list[Token]) -> None:
    """`Ann Holm praised director Jan Weber`: a verb with its subject is the main verb, no part of its object, and the
    subject no part of the object's name."""
    if verb.dep not in ("amod", "compound") or verb.tag != "VBD":
        return
    noun, before = verb.head, tokens[verb.i - 1]
    while noun.dep == "compound":
        noun = noun.head
    named = before.ent == "PERSON" and before.dep == "compound" and before.head is noun
    if noun.dep != "ROOT" or noun.i < verb.i or not (named or verb.has("nsubj")):
        return
    if named:
        hang(before, verb, "nsubj")
    root(verb)
    hang(noun, verb, "dobj")
    for phrase in [child for child in noun.rights if child.dep == "prep" and child.lower in ("for", "over", "as")]:
        hang(phrase, verb, "prep")


def parted_subjects(verb: Token, _: list[Token]) -> None:
    """`Holm praised Berg and Lind left`: behind a verb that no clause can follow the first of two subjects is its
    object."""
    above, first = verb.head, verb.child("nsubj", "nsubjpass", behind=False) if verb.dep == "ccomp" else None
    if first is None or above.lemma not in _of_things() or first_word(first).i != above.i + 1:
        return
    link = first.child("cc", behind=True)
    second = first.child("conj") or next((one for one in verb.those(first.dep) if one is not first), None)
    if link is None or second is None or second.i > verb.i:
        return
    hang(second, verb, first.dep)
    hang(first, above, "dobj")
    hang(link, above, "cc")
    verb.dep = "conj"


@cached
def _of_things() -> frozenset[str]:
    """Verbs that only a noun can follow: `praise`, `endorse`."""
    frames = ((row["lemma"], row["frames"].split()) for row in rows("cues") if row["pos"] == "verb")
    return frozenset(lemma for lemma, those in frames if those and not {"that", "quote", "to"} & set(those))


def clause_of_deed(verb: Token, _: list[Token]) -> None:
    """`slammed Weber after he left`: a clause with a subject of its own tells when or why of the deed, not of whom it
    was done to."""
    whom = verb.head
    if verb.dep == "advcl" and whom.dep == "dobj" and whom.i < verb.i and verb.has("mark") and verb.has(*SUBJECTS):
        for mark in [mark for mark in whom.those("punct") if mark.i > verb.i]:
            hang(mark, whom.head, "punct")
        hang(verb, whom.head, "advcl")


def agent_of_deed(by: Token, _: list[Token]) -> None:
    """`was accused of lying by Ann Holm`: somebody behind `by` does what was done, not what it was done for."""
    verb, someone = by.head.head.head, by.child("pobj") if by.lower == "by" and by.head.dep == "pcomp" else None
    if someone is not None and someone.ent == "PERSON" and verb.has("nsubjpass") and not verb.has("agent"):
        hang(by, verb, "agent")


def deed_of_named(verb: Token, tokens: list[Token]) -> None:
    """`Berg recalled a video of Ann Holm calling for help`: the deed is hers who is named right before it."""
    name = tokens[max(verb.i - 1, 0)]
    named = name.ent == "PERSON" and name.dep == "pobj" and name.head.lower == "of"
    if named and verb.dep in ("advcl", "acl") and verb.tag == "VBG" and verb.head is not name:
        hang(verb, name, "acl")


def part_from_date(noun: Token, tokens: list[Token]) -> None:
    """`Norway left on Friday and Finland followed`: a noun coordinated with a date right before a finite verb that has
    no subject is its subject."""
    day = noun.head
    if noun.dep != "conj" or day.ent not in TIMES or noun.ent in MEASURES or noun.pos not in NOMINAL:
        return
    verb = _verb_behind(noun, tokens)
    if verb is None:
        return
    verb.dep = "conj" if verb.dep == "advcl" else verb.dep
    for word in day.those("cc"):
        hang(word, verb.head, "cc")
    hang(noun, verb, "nsubjpass" if verb.has("auxpass") else "nsubj")


def _verb_behind(noun: Token, tokens: list[Token]) -> Token | None:
    """The finite verb without a subject that follows a noun phrase, its auxiliaries and adverbs between them."""
    last = noun.subtree()[-1].i
    verb = next((token for token in tokens[last + 1 :] if token.pos not in BETWEEN), None)
    while verb is not None and verb.dep in (*HELPERS, "neg"):
        verb = verb.head
    if verb is None or verb.pos not in VERBAL or verb.has(*WITH_EXPLETIVE):
        return None
    return verb if is_finite(verb) else None

"""The parser's trees mended, once, for all readers: what it gets wrong in the news again and again."""

from analysis.grammar.clauses import is_finite
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.phrases import first_word, is_aged
from analysis.grammar.saying import (
    clause_of_document,
    clause_of_remark,
    clause_told,
    date_of_telling,
    next_saying,
    read_out,
    relative_saying,
    said_around,
    subject_of_said,
    when_it_will_be,
)
from analysis.grammar.tokens import FINITE, HELPERS, NOMINAL, SUBJECTS, TIMES, VERBAL, WITH_EXPLETIVE, Token, hang, root
from analysis.lexicon import cached, rows, words

MEASURES = TIMES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}
CALLED = frozenset({"called", "named"})
BETWEEN = frozenset({"ADV", "PUNCT"})


def mend(tokens: list[Token]) -> None:
    """Hang words where they belong; each rule mends one kind of mistake, described with it, and nothing else."""
    for rule in RULES:
        for token in tokens:
            rule(token, tokens)


def _lone_word(word: Token, tokens: list[Token]) -> None:
    """`Paul | Weber's forces left`, `Refunds | are due`, `Sources | close to Weber say`: the first word, which the
    parser held for a sentence."""
    after = tokens[word.i + 1] if word.i + 1 < len(tokens) else word
    if word.dep != "ROOT" or word.children or after is word or after.sent != word.sent or word.pos not in NOMINAL:
        return
    if word.tag == after.tag == "NNP":
        hang(word, after.head if after.dep == "compound" else after, "compound")
    elif after.pos in VERBAL:
        hang(word, after, "nsubj")
    elif after.pos == "ADJ" and after.dep == "advcl":
        hang(word, after.head, "nsubj")
        hang(after, word, "amod")


def _on_helper(word: Token, _: list[Token]) -> None:
    """`The bank, Holm said, was closed`: what hangs on a helping verb is the main verb's."""
    helper, verb = word.head, word.head.head
    if helper.dep in HELPERS and word.dep in ("nsubj", "nsubjpass", "parataxis") and not verb.has(word.dep):
        hang(word, verb, "nsubjpass" if helper.dep == "auxpass" and word.dep == "nsubj" else word.dep)


def _lost_verb(verb: Token, tokens: list[Token]) -> None:
    """`The ship sails in June.`: where no verb is, what the tagger has for a plural behind its noun is the verb."""
    noun = tokens[verb.i - 1]
    whole = verb.tag == "NNS" and verb.dep == "ROOT" and noun.head is verb and noun.dep == "compound"
    if not whole or not verb.text.islower() or verb.lemma not in _verbs() or not verb.has("punct", words={"."}):
        return
    above = [child for child in verb.lefts if child.i < noun.i]
    named = noun.tag == "NNP" or any(child.dep in ("det", "poss") for child in (*above, *noun.lefts))
    inside = [token for child in verb.children for token in child.subtree() if token.i < verb.i]
    if not named or any(token.tag in FINITE for token in inside):
        return
    verb.tag, verb.pos = "VBZ", "VERB"
    for child in [child for child in above if child.dep in ("det", "poss", "compound", "amod", "nmod")]:
        hang(child, noun, child.dep)
    noun.dep = "nsubj"
    for clause in [child for child in verb.rights if child.dep in ("acl", "relcl") and child.has(*SUBJECTS)]:
        clause.dep = "ccomp"


@cached
def _verbs() -> frozenset[str]:
    """Verbs of saying, and of what keeps to a timetable."""
    return verbs_of("speech") | words("time_words", sort="timetable") | {"smile", "nod", "shrug"}


def _role(word: Token, tokens: list[Token]) -> None:
    """`"Is it?" auctioneer Ann Holm joked`: a role that the tagger holds for a verb over what its bearer does."""
    name = tokens[min(word.i + 1, len(tokens) - 1)]
    while name.dep == "compound" and name.head.i == name.i + 1:
        name = name.head
    verb = name.head
    if word.pos not in VERBAL or not (word.lex.role and word.text.islower()) or name.i == word.i:
        return
    over = verb.head is word and verb.dep == "ccomp" and is_finite(verb) and name.ent == "PERSON"
    if name.dep != "nsubj" or not (over or (word.head is verb and word.dep == "dobj")):
        return
    word.tag, word.pos = "NN", "NOUN"
    for child in [child for child in word.children if over and child is not verb]:
        hang(child, verb, child.dep)
    if over and word.dep == "ROOT":
        root(verb)
    elif over:
        hang(verb, word.head, word.dep)
    hang(word, name, "compound")


def _prefix(mark: Token, tokens: list[Token]) -> None:
    """`the re-election of Holm`: what stands before a hyphen is part of the word behind it, the phrase's head."""
    before, word = tokens[mark.i - 1], tokens[min(mark.i + 1, len(tokens) - 1)]
    one = before.end == mark.start and mark.end == word.start and before.head is mark.head is word.head
    if mark.text != "-" or not one or not before.dep == mark.dep == word.dep or word.dep in ("amod", "compound"):
        return
    for child in list(before.children):
        hang(child, word, child.dep)
    hang(before, word, "compound")
    hang(mark, word, "punct")


def _quoted_word(word: Token, tokens: list[Token]) -> None:
    """`"No," Berg said`, `"Why should we?" Berg asked`: what stands in marks is what is said, and neither denies the
    verb behind them nor helps it."""
    between = [token.tag for token in tokens[word.i + 1 : word.head.i]] if word.i < word.head.i else []
    apart = word.dep in (*HELPERS, "neg", "dobj", "intj") or (word.dep == "nsubj" and len(word.head.those("nsubj")) > 1)
    if apart and "''" in between and "``" not in between:
        word.dep = "ccomp"


def _holder_of_post(name: Token, tokens: list[Token]) -> None:
    """`the mayor of Oslo, Ann Holm,`: the name is the mayor's, not the town's."""
    of, named = name.head.head, name.dep == "appos" and name.ent == "PERSON" != name.head.ent
    post = of.head if named and name.head.dep == "pobj" and (of.lower, of.dep) == ("of", "prep") else None
    if post is not None and post.lex.role and tokens[name.subtree()[0].i - 1].text == ",":
        hang(name, post, "appos")


def _called(name: Token, _: list[Token]) -> None:
    """`a baker called Ann Holm said`: the name is in apposition to what its bearer is."""
    verb = name.head
    if (
        name.dep == "oprd"
        and name.ent == "PERSON"
        and verb.dep == "acl"
        and verb.lower in CALLED
        and verb.head.lex.role
    ):
        hang(name, verb.head, "appos")


def _aged_subject(old: Token, _: list[Token]) -> None:
    """`the 27-year-old said`: somebody by age is the subject of the verb that the parser has described by it."""
    verb = old.head
    if old.dep != "amod" or not is_aged(old) or verb.pos != "VERB" or verb.has(*WITH_EXPLETIVE) or old.i > verb.i:
        return
    for article in [child for child in verb.those("det") if child.i < old.i]:
        hang(article, old, "det")
    old.dep = "nsubj"


def _described_by_deed(verb: Token, tokens: list[Token]) -> None:
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


def _clause_of_deed(verb: Token, _: list[Token]) -> None:
    """`slammed Weber after he left`: a clause with a subject of its own tells when or why of the deed, not of whom it
    was done to."""
    whom = verb.head
    if verb.dep == "advcl" and whom.dep == "dobj" and whom.i < verb.i and verb.has("mark") and verb.has(*SUBJECTS):
        for mark in [mark for mark in whom.those("punct") if mark.i > verb.i]:
            hang(mark, whom.head, "punct")
        hang(verb, whom.head, "advcl")


def _parted_subjects(verb: Token, _: list[Token]) -> None:
    """`Holm praised Berg and Lind left`: behind a verb that no clause can follow the first of two subjects is its
    object."""
    above, first = verb.head, verb.child("nsubj", "nsubjpass", behind=False)
    if verb.dep != "ccomp" or first is None or above.lemma not in _of_things() or first_word(first).i != above.i + 1:
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


def _agent_of_deed(by: Token, _: list[Token]) -> None:
    """`was accused of lying by Ann Holm`: somebody behind `by` does what was done, not what it was done for."""
    lying, verb, someone = by.head, by.head.head.head, by.child("pobj")
    named = by.lower == "by" and lying.dep == "pcomp" and someone is not None and someone.ent == "PERSON"
    if named and verb.has("nsubjpass") and not verb.has("agent"):
        hang(by, verb, "agent")


def _listed_name(name: Token, tokens: list[Token]) -> None:
    """`Ann Holm, Bo Lind and Cy Dahl said`: the second of three names is no apposition, but listed with the one before
    it, wherever that stands (`backed Ann Holm, Bo Lind and Cy Dahl`)."""
    alike = any(c.tag == "NNP" and c.ent == name.ent for c in name.those("conj")) and name.has("cc")
    if name.dep != "appos" or name.tag != "NNP" or not name.ent or not alike:
        return
    before = reversed(tokens[name.head.i : name.subtree()[0].i])
    first = next((one for one in before if one.tag == "NNP" and one.ent == name.ent and one.dep != "compound"), None)
    if first is not None:
        hang(name, first, "conj")


def _joined_name(name: Token, tokens: list[Token]) -> None:
    """`Holm and Senator Bo Lind left`, `Mayor Ann Holm and Senator Bo Lind left`: the first is coordinated with the
    second, no part of his name; the title between is his."""
    lefts = [left for left in name.lefts if name.ent == "PERSON" and left.dep in ("nmod", "compound")]
    for first in (word for left in lefts for word in left.subtree() if word.tag == "NNP" and word.has("cc")):
        title, left = first.child("conj", behind=True), next(one for one in lefts if first in one.subtree())
        if title is None or not title.lex.role or first.lex.role or not first.i < title.i < name.i or name.head is name:
            continue
        above, dep = name.head, name.dep
        hang(title, name, "compound")
        hang(first, above, dep)
        if left is not first:
            hang(left, first, "compound")
        hang(name, first, "conj")
        return


def _deed_of_named(verb: Token, tokens: list[Token]) -> None:
    """`Berg recalled a video of Ann Holm calling for help`: the deed is hers who is named right before it."""
    name = tokens[max(verb.i - 1, 0)]
    named = name.ent == "PERSON" and name.dep == "pobj" and name.head.lower == "of"
    if named and verb.dep in ("advcl", "acl") and verb.tag == "VBG" and verb.head is not name:
        hang(verb, name, "acl")


def _part_from_date(noun: Token, tokens: list[Token]) -> None:
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


RULES = (
    _lone_word,
    _on_helper,
    _lost_verb,
    _role,
    _prefix,
    _quoted_word,
    _holder_of_post,
    _called,
    read_out,
    said_around,
    relative_saying,
    _described_by_deed,
    _parted_subjects,
    _clause_of_deed,
    _agent_of_deed,
    _aged_subject,
    _listed_name,
    _joined_name,
    _deed_of_named,
    _part_from_date,
    date_of_telling,
    subject_of_said,
    when_it_will_be,
    clause_of_document,
    clause_of_remark,
    clause_told,
    next_saying,
)

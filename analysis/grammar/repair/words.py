"""Words that the tagger or the parser takes for what they are not: a sentence, a verb, a helper, a part of another."""

from analysis.grammar.clauses import is_finite
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.tokens import FINITE, HELPERS, NOMINAL, SUBJECTS, VERBAL, Token, hang, root
from analysis.lexicon import cached, words

APART = HELPERS | {"neg", "dobj", "intj"}


def lone_word(word: Token, tokens: list[Token]) -> None:
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


def on_helper(word: Token, _: list[Token]) -> None:
    """`The bank, Holm said, was closed`: what hangs on a helping verb is the main verb's."""
    helper, verb = word.head, word.head.head
    if helper.dep in HELPERS and word.dep in ("nsubj", "nsubjpass", "parataxis") and not verb.has(word.dep):
        hang(word, verb, "nsubjpass" if helper.dep == "auxpass" and word.dep == "nsubj" else word.dep)


def lost_verb(verb: Token, tokens: list[Token]) -> None:
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


def role(word: Token, tokens: list[Token]) -> None:
    """`"Is it?" auctioneer Ann Holm joked`: a role that the tagger holds for a verb over what its bearer does."""
    if word.pos not in VERBAL or not (word.lex.role and word.text.islower()):
        return
    name = tokens[min(word.i + 1, len(tokens) - 1)]
    while name.dep == "compound" and name.head.i == name.i + 1:
        name = name.head
    verb = name.head
    over = verb.head is word and verb.dep == "ccomp" and is_finite(verb) and name.ent == "PERSON"
    if name is word or name.dep != "nsubj" or not (over or (word.head is verb and word.dep == "dobj")):
        return
    word.tag, word.pos = "NN", "NOUN"
    for child in [child for child in word.children if over and child is not verb]:
        hang(child, verb, child.dep)
    if over and word.dep == "ROOT":
        root(verb)
    elif over:
        hang(verb, word.head, word.dep)
    hang(word, name, "compound")


def prefix(mark: Token, tokens: list[Token]) -> None:
    """`the re-election of Holm`: what stands before a hyphen is part of the word behind it, the phrase's head."""
    if mark.text != "-":
        return
    before, word = tokens[mark.i - 1], tokens[min(mark.i + 1, len(tokens) - 1)]
    one = before.end == mark.start and mark.end == word.start and before.head is mark.head is word.head
    if not one or not before.dep == mark.dep == word.dep or word.dep in ("amod", "compound"):
        return
    for child in list(before.children):
        hang(child, word, child.dep)
    hang(before, word, "compound")
    hang(mark, word, "punct")


def quoted_word(word: Token, tokens: list[Token]) -> None:
    """`"No," Berg said`, `"Why should we?" Berg asked`: what stands in marks is what is said, and neither denies the
    verb behind them nor helps it."""
    apart = word.dep in APART or (word.dep == "nsubj" and len(word.head.those("nsubj")) > 1)
    between = [token.tag for token in tokens[word.i + 1 : word.head.i]] if apart else []
    if "''" in between and "``" not in between:
        word.dep = "ccomp"

"""Verbs of saying: who says it, what is said, and where it goes on."""

from analysis.grammar.clauses import is_finite, is_saying, own_subject, verb_over
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.tokens import COMMAS, FINITE, HELPERS, NOMINAL, RELATIVES, SUBJECTS, TIMES, Token, hang, root
from analysis.lexicon import cached, rows, words

CARRYING = frozenset({"in", "on", "at", "through", "via", "during"})  # `said in a statement`
CLOSING = frozenset({"''", '"', "”"})


def said_around(verb: Token, tokens: list[Token]) -> None:
    """`The plan, Ann Holm told voters, had failed`, `The plan, said Ann Holm, had failed`: what is told about stands
    before who tells it, who is no apposition to it, its verb behind."""
    if not is_saying(verb):
        return
    told = verb.head if verb.dep == "parataxis" and verb.i < verb.head.i else verb.child("ccomp", "conj", behind=True)
    if told is None or not is_finite(told) or verb.has("cc") or told.has(*SUBJECTS, "mark"):
        return
    own = _subject_and_teller(verb, tokens)
    if len(own) != 2 or own[0].i > verb.i or tokens[min(own[1].subtree()[0].i, verb.i) - 1].text != ",":
        return
    hang(own[1], verb, "nsubj")
    hang(own[0], told, "nsubjpass" if told.has("auxpass") else "nsubj")
    if verb.dep == "ROOT":
        root(told)
        hang(verb, told, "parataxis")


def _subject_and_teller(verb: Token, tokens: list[Token]) -> list[Token]:
    """The nouns around an inserted verb of saying, however the parser has them; the first of `Prices, Ann Holm told
    us, are up` it may hold for a sentence."""
    own = [noun for noun in verb.those("nsubj", "dep") if noun.pos in NOMINAL]
    closed = tokens[min(verb.i + 1, len(tokens) - 1)].text == ","
    inserted = own[0].those("appos") if closed and len(own) == 1 else []
    own += [sayer for sayer in inserted if sayer.subtree()[-1].i == verb.i - 1]
    at = own[0].subtree()[0].i - 1 if len(own) == 1 and own[0].i < verb.i else 0
    if at > 0 and tokens[at].text == "," and tokens[at - 1].sent == verb.sent:
        left = [up for up in (tokens[at - 1], *tokens[at - 1].ancestors()) if up.dep == "ROOT" and up.pos in NOMINAL]
        own = [*left, *own]
    return own


def relative_saying(noun: Token, tokens: list[Token]) -> None:
    """`a tax which grocer Ann Holm said would hurt shops`, `a man who police said was armed`: who says it is not what
    the relative clause is built on, and what is said has no subject but the pronoun."""
    which = next((child for child in noun.lefts if child.tag in RELATIVES), None) if noun.dep == "relcl" else None
    if which is None or noun.pos not in NOMINAL:
        return
    about, verb = noun.head, tokens[min(noun.subtree()[-1].i + 1, len(tokens) - 1)]
    told = verb.child("ccomp", behind=True) if verb.tag in FINITE and is_saying(verb) else None
    if told is None or told.has(*SUBJECTS):
        return
    main = verb.those("ccomp")[-1] if about.head is verb else verb.head
    if main in (told, verb):
        return
    if about.head is verb:
        root(main)
        hang(about, main, "nsubjpass" if main.has("auxpass") else "nsubj")
    sayer = noun.child("dobj", behind=True) or noun
    hang(verb, about, "relcl")
    hang(sayer, verb, "nsubj")
    hang(which, told, "nsubjpass" if told.has("auxpass") else "nsubj")
    if sayer is not noun:
        hang(noun, sayer, "compound")


def date_of_telling(verb: Token, _: list[Token]) -> None:
    """`said on Monday it would sign`: a date before the subject of what is said is that of the saying."""
    said, first = verb.head, verb.children[0] if verb.children else None
    found = own_subject(verb) if verb.dep == "ccomp" and first is not None else None
    if found is None or not said.i < first.i < found.i:
        return
    day = first.child("pobj") if first.dep == "prep" else first
    if day is None or day.ent not in TIMES or any(said.i < child.i < first.i for child in said.children):
        return
    hang(first, said, first.dep)


def subject_of_said(noun: Token, tokens: list[Token]) -> None:
    """`praised Holm for saying voters were right`: what is said is no noun, but the clause that the noun is subject
    of."""
    saying = noun.head
    if noun.dep != "dobj" or saying.dep != "pcomp" or not is_saying(saying):
        return
    verb = tokens[min(noun.subtree()[-1].i + 1, len(tokens) - 1)]
    above = verb.dep == "ccomp" and any(one is verb.head for one in saying.ancestors())
    if above and is_finite(verb) and not verb.has(*SUBJECTS, "mark"):
        hang(noun, verb, "nsubjpass" if verb.has("auxpass") else "nsubj")
        hang(verb, saying, "ccomp")


def when_it_will_be(verb: Token, _: list[Token]) -> None:
    """`has not said when trains will run`: with `will` the clause is what is said, not when."""
    said = verb.head
    asking = verb.dep == "advcl" and said.i < verb.i and verb.has("advmod", words={"when", "where", "how", "why"})
    coming = asking and verb.has("aux", words={"will", "would"})
    if coming and is_saying(said) and not said.has("ccomp", "dobj", "xcomp"):
        verb.dep = "ccomp"


def read_out(word: Token, tokens: list[Token]) -> None:
    """`A note pinned to the gate read: "…"`: before a quotation `read` is the verb, whose subject is the note."""
    if word.lower != "read":
        return
    if word.tag == "VBN" and word.has("nsubj") and not word.has(*HELPERS):
        word.tag = "VBD"
    marks = [token.tag for token in tokens[word.i + 1 : word.i + 3]]
    gate, top = word.child("compound", behind=False), next((up for up in word.ancestors() if up.dep == "ROOT"), word)
    if word.tag != "NN" or "``" not in marks or top.i > word.i or top.pos not in NOMINAL:
        return
    word.tag, word.pos, word.lemma = "VBD", "VERB", "read"
    if gate is not None and top is not word:
        for child in [child for child in word.lefts if child is not gate]:
            hang(child, gate, child.dep)
        hang(gate, word.head, word.dep)
        for child in [child for child in top.rights if child.i > word.i]:
            hang(child, word, child.dep)
        root(word)
        hang(top, word, "nsubj")


def clause_of_document(verb: Token, _: list[Token]) -> None:
    """`said in a statement that it would close`: the clause is what is said, not what statement it is."""
    noun = verb.head
    into = noun.head
    if verb.dep not in ("acl", "relcl") or noun.dep != "pobj" or into.dep != "prep" or into.lower not in CARRYING:
        return
    said = into.head
    if is_saying(said) and not said.has("ccomp", "dobj") and verb.has("mark", words={"that"}):
        hang(verb, said, "ccomp")


def clause_of_remark(verb: Token, tokens: list[Token]) -> None:
    """`attacked Weber over his remark that …`, `disputed the claim by Weber that …`: the clause is what the remark
    says; in `said in a remark that …` it is what is said."""
    above, marks = verb.head, verb.those("mark") if verb.dep in ("ccomp", "advcl") else []
    that = marks[0] if marks and marks[0].lower == "that" else None
    noun = tokens[that.i - 1] if that is not None and that.i else None
    by = noun.head if noun is not None and noun.dep == "pobj" and noun.head.lower == "by" else None
    noun = tokens[by.i - 1] if by is not None else noun
    if noun is None or noun.lemma not in _nouns_of_saying() or all(one is not above for one in noun.ancestors()):
        return
    owned = noun.dep == "pobj" and noun.has("poss") and noun.head.head is above and above.has("dobj")
    if owned or noun.dep == "dobj":
        hang(verb, noun, "acl")
        if by is not None:
            hang(by, noun, "prep")


def clause_told(verb: Token, _: list[Token]) -> None:
    """`told the council that more would follow`: the clause is what the council is told, not which council it is."""
    that, hearer = verb.children[0] if verb.children else verb, verb.head
    telling = verb.head if verb.dep == "ccomp" else verb.head.head
    if that.tag != "WDT" or that.dep not in ("dobj", "pobj") or telling.lemma not in _verbs_of_telling():
        return
    firm = hearer.ent == "ORG" or hearer.lemma in words("organization_nouns")
    if verb.dep == "relcl" and firm and hearer.dep == "dobj" and verb.has(*SUBJECTS):
        hang(verb, telling, "ccomp")
    if verb.dep == "ccomp":
        that.dep = "mark"


@cached
def _verbs_of_telling() -> frozenset[str]:
    """Verbs of saying that have a hearer and a clause: `tell`, `warn`."""
    found = (row for row in rows("cues") if row["pos"] == "verb" and row["sort"] == "speech")
    return frozenset(row["lemma"] for row in found if {"that", "np-to"} <= set(row["frames"].split()))


@cached
def _nouns_of_saying() -> frozenset[str]:
    """Nouns of saying that have a clause: `claim`, `remark`."""
    found = (row for row in rows("cues") if row["pos"] == "noun" and row["sort"] == "speech")
    return frozenset(row["lemma"] for row in found if "that" in row["frames"].split())


def next_saying(verb: Token, tokens: list[Token]) -> None:
    """`said X and criticized Y`, `said X, adding Y`: a second verb of saying without a subject of its own goes on with
    the first, not with the content that it is hung on."""
    if verb.dep not in ("conj", "advcl", "acl") or not is_saying(verb) or verb.has("nsubj", "nsubjpass", "mark"):
        return
    governor = None
    if verb.dep == "conj" or (verb.tag == "VBG" and tokens[verb.subtree()[0].i - 1].dep == "cc"):
        governor = _saying_right_before(verb, tokens) or _coordinated(verb)
        for word in [child for child in verb.head.those("cc") if governor is not None and child.i < verb.i][-1:]:
            hang(word, governor, "cc")
    elif verb.tag == "VBG" and _is_behind_comma(verb, tokens) and not _is_parenthetical(verb.head, tokens):
        governor = verb_over(verb.head) if verb.dep == "acl" else _over_content(verb)
    if governor is not None:
        hang(verb, governor, "conj" if verb.dep == "conj" or tokens[verb.i - 1].dep == "cc" else "advcl")


def _over_content(verb: Token) -> Token | None:
    """The verb over the content that a verb stands in: the nearest of saying, else the last."""
    tops = [above for above in verb.ancestors() if above.dep in ("ccomp", "acl") and above.head.i < above.i]
    found = [verb_over(top.head) for top in tops]
    return next((one for one in found if one and is_saying(one)), found[-1] if found else None)


def _saying_right_before(verb: Token, tokens: list[Token]) -> Token | None:
    """`X met Y, the palace said, but offered no details`: the verb of saying behind a content goes on."""
    for before in reversed(tokens[: verb.i]):
        if before.dep == "parataxis":
            return before if is_saying(before) and before.tag == verb.tag else None
        if before.pos not in ("CCONJ", "ADV", "PUNCT"):
            return None
    return None


def _coordinated(verb: Token) -> Token | None:
    """The verb that a second one really goes on with, by its form: past with past, participle with participle."""
    if verb.tag == "VBG" != verb.head.tag:
        return next((above for above in verb.ancestors() if above.tag == "VBG"), None)
    governor = _over_content(verb)
    fears = governor is not None and governor.lemma in verbs_of("feeling")  # `fear that X and warn that Y`
    if governor is None or verb.tag not in FINITE or not (is_saying(governor) or fears):
        return None
    helpers = (child.tag for child in verb.head.those(*HELPERS) if child.tag in FINITE)
    same = verb.tag == governor.tag and (verb.tag == "VBD" or verb.tag != next(helpers, verb.head.tag))
    return governor if same else None


def _is_parenthetical(verb: Token, tokens: list[Token]) -> bool:
    """`"…," Smith added, saying …`: whether a verb of saying with its subject stands behind what it says."""
    own = verb.child("nsubj", behind=False)
    return own is not None and is_saying(verb) and _is_behind_comma(own.subtree()[0], tokens)


def _is_behind_comma(token: Token, tokens: list[Token]) -> bool:
    at = token.i - 1
    while tokens[at].tag in CLOSING and tokens[at].sent == token.sent:
        at -= 1
    return at >= 0 and tokens[at].text in COMMAS

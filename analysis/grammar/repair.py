"""The parser's trees mended, once, for all readers: what it gets wrong in the news again and again."""

from analysis.grammar.clauses import is_finite, is_saying, own_subject, verb_over
from analysis.grammar.lexemes import verbs_of
from analysis.grammar.phrases import is_aged
from analysis.grammar.tokens import COMMAS, FINITE, HELPERS, NOMINAL, TIMES, VERBAL, WITH_EXPLETIVE, Token
from analysis.lexicon import cached, rows

MEASURES = TIMES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}
CONTENTS = frozenset({"ccomp", "xcomp", "acl"})
BETWEEN = frozenset({"ADV", "PUNCT"})
CARRYING = frozenset({"in", "on", "at", "through", "via", "during"})  # `said in a statement`
CLOSING = frozenset({"''", '"', "”"})


def mend(tokens: list[Token]) -> None:
    """Hang words where they belong; each rule mends one kind of mistake, described with it, and nothing else."""
    for rule in (
        _lone_word,
        _described_by_deed,
        _aged_teller,
        _aged_subject,
        _listed_name,
        _inserted_saying,
        _subject_behind_participle,
        _deed_of_named,
        _part_from_date,
        _date_of_telling,
        _clause_of_document,
        _clause_of_remark,
        _next_saying,
    ):
        for token in tokens:
            rule(token, tokens)


def _hang(token: Token, head: Token, dep: str) -> None:
    """Move a token below another head."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)


def _lone_word(word: Token, tokens: list[Token]) -> None:
    """`Paul | Weber's forces left`, `Refunds | are due`: the first word, that the parser held for a sentence."""
    after = tokens[word.i + 1] if word.i + 1 < len(tokens) else word
    if word.dep != "ROOT" or word.children or after is word or after.sent != word.sent or word.pos not in NOMINAL:
        return
    if word.tag == after.tag == "NNP":
        _hang(word, after.head if after.dep == "compound" else after, "compound")
    elif after.pos in VERBAL:
        verb = after.head if after.dep in HELPERS else after
        if not verb.has(*WITH_EXPLETIVE):
            _hang(word, verb, "nsubjpass" if verb.has("auxpass") else "nsubj")


def _aged_subject(old: Token, _: list[Token]) -> None:
    """`the 27-year-old said`: somebody by age is the subject of the verb that the parser has described by it."""
    verb = old.head
    if old.dep != "amod" or not is_aged(old) or verb.pos != "VERB" or verb.has(*WITH_EXPLETIVE) or old.i > verb.i:
        return
    for article in [child for child in verb.those("det") if child.i < old.i]:
        _hang(article, old, "det")
    old.dep = "nsubj"


def _described_by_deed(verb: Token, _: list[Token]) -> None:
    """`Ann Holm praised director Jan Weber`: a verb with its subject is the main verb, no adjective to its object."""
    if verb.dep != "amod" or verb.tag != "VBD" or not verb.has("nsubj"):
        return
    noun = verb.head
    while noun.dep == "compound":
        noun = noun.head
    if noun.dep != "ROOT" or noun.i < verb.i:
        return
    _root(verb)
    _hang(noun, verb, "dobj")
    for phrase in [child for child in noun.rights if child.dep == "prep" and child.lower in ("for", "over")]:
        _hang(phrase, verb, "prep")


def _aged_teller(old: Token, tokens: list[Token]) -> None:
    """`"…," the 27-year-old told reporters`: what the parser takes for reporters described by what they are told."""
    told, whom = tokens[min(old.i + 1, len(tokens) - 1)], old.head
    if not is_aged(old) or whom.pos != "NOUN" or told.head is not whom or told.tag != "VBN" or not is_saying(told):
        return
    above, dep = whom.head, whom.dep
    for word in [child for child in whom.children if child.dep == "det" and child.i < old.i]:
        _hang(word, old, "det")
    if above.dep == "ROOT":
        _root(told)
    else:
        _hang(told, above, dep)
    _hang(old, told, "nsubj")
    _hang(whom, told, "dobj")
    if above is not whom and above.dep == "ROOT":
        _hang(above, told, "ccomp")
    told.tag = "VBD"


def _root(token: Token) -> None:
    """Make a token the root of its sentence."""
    token.head.children.remove(token)
    token.head, token.dep = token, "ROOT"


def _listed_name(name: Token, _: list[Token]) -> None:
    """`Ann Holm, Bo Lind and Cy Dahl said`: the second of three names is no apposition to the first."""
    listed = name.dep == "appos" and name.tag == name.head.tag == "NNP" and name.ent == name.head.ent != ""
    if listed and any(c.tag == "NNP" and c.ent == name.ent for c in name.those("conj")) and name.has("cc"):
        name.dep = "conj"


def _inserted_saying(verb: Token, tokens: list[Token]) -> None:
    """`Rates, the treasurer added, must rise`: who says it is no apposition to what the words around it are about; in
    `Holm, the treasurer, added` it is."""
    about = verb.child("nsubj", behind=False)
    sayer = about.child("appos", behind=True) if about is not None else None
    if about is None or sayer is None or verb.dep != "parataxis" or not is_saying(verb):
        return
    if sayer.subtree()[-1].i == verb.i - 1 and tokens[verb.i + 1].text == ",":
        _hang(sayer, verb, "nsubj")
        _hang(about, verb.head, "nsubj")


def _subject_behind_participle(verb: Token, tokens: list[Token]) -> None:
    """`Throwing its weight to Holm, Ann Berg, the mayor, warned that …`: the subject is not the participle but the name
    that the parser has listed with the last one in its phrase."""
    said = verb.head
    if verb.dep != "csubj" or verb.tag != "VBG" or not is_saying(said):
        return
    listed = [t for t in verb.subtree() if t.dep in ("conj", "appos") and t.ent == "PERSON" and not t.head.has("cc")]
    name = next((t for t in listed if tokens[t.subtree()[0].i - 1].text == ","), None)
    if name is not None and all(t.pos == "PUNCT" for t in tokens[name.subtree()[-1].i + 1 : said.i]):
        _hang(name, said, "nsubj")
        verb.dep = "advcl"


def _deed_of_named(verb: Token, tokens: list[Token]) -> None:
    """`Berg recalled a video of Ann Holm calling for help`: the deed is hers who is named right before it."""
    name = tokens[max(verb.i - 1, 0)]
    named = name.ent == "PERSON" and name.dep == "pobj" and name.head.lower == "of"
    if named and verb.dep in ("advcl", "acl") and verb.tag == "VBG" and verb.head is not name:
        _hang(verb, name, "acl")


def _part_from_date(noun: Token, tokens: list[Token]) -> None:
    """`Norway left on Friday and Finland followed`: a noun coordinated with a date right before a finite verb that has
    no subject is its subject."""
    day = noun.head
    if noun.dep != "conj" or day.ent not in TIMES or noun.ent in MEASURES or noun.pos not in NOMINAL:
        return
    verb = _verb_behind(noun, tokens)
    if verb is None or verb is day or not any(above is verb.head for above in day.ancestors()):
        return
    verb.dep = "conj" if verb.dep == "advcl" else verb.dep
    for word in [child for child in day.those("cc") if child.i < noun.i]:
        _hang(word, verb.head, "cc")
    _hang(noun, verb, "nsubjpass" if verb.has("auxpass") else "nsubj")


def _verb_behind(noun: Token, tokens: list[Token]) -> Token | None:
    """The finite verb without a subject that follows a noun phrase, its auxiliaries and adverbs between them."""
    last = noun.subtree()[-1].i
    verb = next((token for token in tokens[last + 1 :] if token.pos not in BETWEEN), None)
    while verb is not None and verb.dep in (*HELPERS, "neg"):
        verb = verb.head
    if verb is None or verb.pos not in VERBAL or verb.has(*WITH_EXPLETIVE):
        return None
    return verb if is_finite(verb) else None


def _date_of_telling(verb: Token, _: list[Token]) -> None:
    """`said on Monday it would sign`: a date before the subject of what is said is that of the saying."""
    said, found = verb.head, own_subject(verb)
    first = verb.children[0] if verb.children else None
    if verb.dep != "ccomp" or found is None or first is None or not said.i < first.i < found.i:
        return
    day = first.child("pobj") if first.dep == "prep" else first
    if day is None or day.ent not in TIMES or any(said.i < child.i < first.i for child in said.children):
        return
    _hang(first, said, first.dep)


def _clause_of_document(verb: Token, _: list[Token]) -> None:
    """`said in a statement that it would close`: the clause is what is said, not what statement it is."""
    noun = verb.head
    into = noun.head
    if verb.dep != "acl" or noun.dep != "pobj" or into.dep != "prep" or not verb.has("mark", words={"that"}):
        return
    said = into.head
    if is_saying(said) and said.i < into.i and not said.has("ccomp", "dobj") and into.lower in CARRYING:
        _hang(verb, said, "ccomp")


def _clause_of_remark(verb: Token, tokens: list[Token]) -> None:
    """`attacked Weber over his remark that …`, `disputed the claim by Weber that …`: the clause is what the remark
    says; in `said in a remark that …` it is what is said."""
    marks, above = verb.those("mark"), verb.head
    that = marks[0] if verb.dep == "ccomp" and marks and marks[0].lower == "that" else None
    noun = tokens[that.i - 1] if that is not None and that.i else None
    by = noun.head if noun is not None and noun.dep == "pobj" and noun.head.lower == "by" else None
    noun = tokens[by.i - 1] if by is not None else noun
    if noun is None or noun.lemma not in _nouns_of_saying() or all(one is not above for one in noun.ancestors()):
        return
    owned = noun.dep == "pobj" and noun.has("poss") and noun.head.head is above and above.has("dobj")
    if owned or noun.dep == "dobj":
        _hang(verb, noun, "acl")
        if by is not None:
            _hang(by, noun, "prep")


@cached
def _nouns_of_saying() -> frozenset[str]:
    """Nouns of saying that have a clause: `claim`, `remark`."""
    found = (row for row in rows("cues") if row["pos"] == "noun" and row["sort"] == "speech")
    return frozenset(row["lemma"] for row in found if "that" in row["frames"].split())


def _next_saying(verb: Token, tokens: list[Token]) -> None:
    """`said X and criticized Y`, `said X, adding Y`: a second verb of saying without a subject of its own goes on with
    the first, not with the content that it is hung on."""
    if verb.dep not in ("conj", "advcl", "acl") or not is_saying(verb) or verb.has("nsubj", "nsubjpass", "mark"):
        return
    governor = None
    if verb.dep == "conj" or (verb.tag == "VBG" and tokens[verb.subtree()[0].i - 1].dep == "cc"):
        governor = _saying_right_before(verb, tokens) or _coordinated(verb)
        for word in [child for child in verb.head.those("cc") if governor is not None and child.i < verb.i][-1:]:
            _hang(word, governor, "cc")
    elif verb.tag == "VBG" and _is_behind_comma(verb, tokens) and not _is_parenthetical(verb.head, tokens):
        governor = verb_over(verb.head) if verb.dep == "acl" else _over_content(verb)
    if governor is not None:
        _hang(verb, governor, "conj" if verb.dep == "conj" or tokens[verb.i - 1].dep == "cc" else "advcl")


def _over_content(verb: Token) -> Token | None:
    """The verb over the content that a verb stands in: the nearest of saying, else the last."""
    tops = [above for above in verb.ancestors() if above.dep in ("ccomp", "acl") and above.head.i < above.i]
    found = [verb_over(top.head) for top in tops]
    return next((one for one in found if one and is_saying(one)), found[-1] if found else None)


def _saying_right_before(verb: Token, tokens: list[Token]) -> Token | None:
    """`X met Y, the palace said, but offered no details`: the verb of saying behind a content goes on."""
    for before in reversed(tokens[: verb.i]):
        if before.dep == "parataxis" and before.head is verb.head:
            return before if is_saying(before) and before.tag == verb.tag else None
        if before.pos not in ("CCONJ", "ADV", "PUNCT"):
            return None
    return None


def _coordinated(verb: Token) -> Token | None:
    """The verb that a second one really goes on with, by its form: past with past, participle with participle."""
    if verb.tag == "VBG" != verb.head.tag:
        return next((above for above in verb.ancestors() if above.tag == "VBG" and above.pos == "VERB"), None)
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
    while at > 0 and tokens[at].tag in CLOSING and tokens[at].sent == token.sent:
        at -= 1
    return at >= 0 and tokens[at].text in COMMAS and token.i > 0

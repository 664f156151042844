"""The parser's trees mended, once, for all readers: what it gets wrong in the news again and again."""

from analysis.grammar.clauses import is_finite, is_saying, own_subject, subject, verb_over
from analysis.grammar.tokens import (
    COMMAS,
    FINITE,
    HELPERS,
    NOMINAL,
    PERSONS,
    SUBJECTS,
    TIMES,
    VERBAL,
    WITH_EXPLETIVE,
    Token,
)
from analysis.lexicon import words

MEASURES = TIMES | {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}
BETWEEN = frozenset({"ADV", "PUNCT"})
NAMES_LIKE_AUXILIARIES = frozenset({"Will", "May"})
CARRYING = frozenset({"in", "on", "at", "through", "via", "during"})  # `said in a statement`
CLOSING = frozenset({"''", '"', "”"})


def mend(tokens: list[Token]) -> None:
    """Hang words where they belong; each rule mends one kind of mistake, described with it, and nothing else."""
    for rule in (
        _name_like_auxiliary,
        _part_from_date,
        _subject_of_aside,
        _date_of_telling,
        _clause_of_document,
        _rest_of_content,
        _next_saying,
    ):
        for token in tokens:
            rule(token, tokens)


def _hang(token: Token, head: Token, dep: str) -> None:
    """Move a token below another head."""
    token.head.children.remove(token)
    token.head, token.dep = head, dep
    head.children.append(token)
    head.children.sort(key=lambda child: child.i)


def _name_like_auxiliary(name: Token, _: list[Token]) -> None:
    """`May said`, `George Will said`: a name."""
    verb = name.head
    if name.dep != "aux" or name.text not in NAMES_LIKE_AUXILIARIES or verb.tag not in ("VBD", "VBZ", "VBN"):
        return
    own = verb.child(*SUBJECTS)
    if own is None or own.i == name.i - 1:
        name.dep, name.pos, name.tag = "nsubj", "PROPN", "NNP"
        if own is not None:
            _hang(own, name, "compound")


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


def _subject_of_aside(noun: Token, _: list[Token]) -> None:
    """`The bridge, built in 1920, was closed`: the subject of a participle before a finite verb that has none is that
    verb's subject."""
    aside = noun.head
    verb = aside.head
    before = noun.dep in SUBJECTS and aside.dep == "advcl" and noun.i < aside.i < verb.i
    if not before or aside.tag not in ("VBN", "VBG") or aside.has(*HELPERS):
        return
    if is_finite(verb) and not verb.has(*WITH_EXPLETIVE):
        _hang(noun, verb, "nsubjpass" if verb.has("auxpass") else "nsubj")


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


def _rest_of_content(verb: Token, _: list[Token]) -> None:
    """`insists they are here, and will not leave`: a modal behind a cue without one goes on with what is said."""
    said = verb.head
    modal = verb.dep == "conj" and any(child.tag == "MD" for child in verb.those("aux")) and not verb.has(*SUBJECTS)
    if not modal or not is_saying(said) or said.has(*HELPERS) or is_saying(verb):
        return
    content = next((child for child in said.those("ccomp") if said.i < child.i < verb.i), None)
    if content is not None:
        for word in [child for child in said.those("cc") if content.i < child.i < verb.i]:
            _hang(word, content, "cc")
        _hang(verb, content, "conj")


def _next_saying(verb: Token, tokens: list[Token]) -> None:
    """`said X and criticized Y`, `said X, adding Y`: a second verb of saying without a subject of its own goes on with
    the first, not with the content that it is hung on."""
    if verb.dep not in ("conj", "advcl", "acl") or not is_saying(verb):
        return
    own = verb.child("nsubj", "nsubjpass", "mark")
    governor = None
    if own is not None:
        if verb.dep == "conj" and own.lower in PERSONS and _is_second_clause(verb, tokens):
            governor = _saying_above(verb)
            governor = governor if governor is not None and governor.tag == verb.tag else None
    elif verb.dep == "conj":
        governor = _saying_right_before(verb, tokens) or _coordinated(verb)
    elif verb.tag == "VBG" and _is_behind_comma(verb, tokens) and not _is_parenthetical(verb.head, tokens):
        governor = verb_over(verb.head) if verb.dep == "acl" else _clause_above(verb)
    if governor is None:
        return
    before = [child for child in verb.head.those("cc") if child.i < verb.i] if verb.dep == "conj" else []
    for word in before[-1:]:
        _hang(word, governor, "cc")
    _hang(verb, governor, "conj" if verb.dep == "conj" else "advcl")


def _is_second_clause(verb: Token, tokens: list[Token]) -> bool:
    """`…, and he attacked`: whether a comma or a dash and a conjunction stand before a clause."""
    at = verb.subtree()[0].i - 1
    return at > 0 and tokens[at].pos == "CCONJ" and tokens[at - 1].text in COMMAS


def _saying_above(verb: Token) -> Token | None:
    """The verb of saying whose content a verb stands in, before it."""
    for above in verb.ancestors():
        if above.dep in ("ccomp", "xcomp", "acl") and above.head.i < above.i <= verb.i:
            governor = above.head if above.dep != "acl" else verb_over(above.head)
            if governor is not None and is_saying(governor):
                return governor
    return None


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
    governor = _saying_above(verb)
    if governor is None or verb.tag not in FINITE:
        return None
    helpers = (child.tag for child in verb.head.those(*HELPERS) if child.tag in FINITE)
    same = verb.tag == governor.tag and (verb.tag == "VBD" or verb.tag != next(helpers, verb.head.tag))
    return governor if same or _speaks_for_things(verb, governor) else None


def _speaks_for_things(verb: Token, governor: Token) -> bool:
    """`Smith says the goal is peace, but conceded that …`: a goal concedes nothing."""
    thing, speaker = subject(verb), subject(governor)
    if thing is None or speaker is None or thing.pos != "NOUN" or thing.ent:
        return False
    persons = words("person_nouns") | words("group_nouns")
    return thing.lemma not in persons and (speaker.ent == "PERSON" or speaker.lower in PERSONS)


def _clause_above(participle: Token) -> Token | None:
    """The verb over the content that a participle stands in: one of saying if there is any, else the last."""
    governor = None
    for above in participle.ancestors():
        if above.dep in ("ccomp", "acl") and above.head.i < above.i:
            governor = above.head if above.dep == "ccomp" else verb_over(above.head)
            if governor is not None and is_saying(governor):
                return governor
    return governor


def _is_parenthetical(verb: Token, tokens: list[Token]) -> bool:
    """`"…," Smith added, saying …`: whether a verb of saying with its subject stands behind what it says."""
    own = verb.child("nsubj", behind=False)
    return own is not None and is_saying(verb) and _is_behind_comma(own.subtree()[0], tokens)


def _is_behind_comma(token: Token, tokens: list[Token]) -> bool:
    at = token.i - 1
    while at > 0 and tokens[at].tag in CLOSING and tokens[at].sent == token.sent:
        at -= 1
    return at >= 0 and tokens[at].text in COMMAS and token.i > 0

"""Where an indirect content ends: before what the writer adds, and before what the cue's subject does next."""

from collections.abc import Mapping

from analysis.grammar.tokens import FINITE, Sentence, Token
from analysis.lexicon import words
from analysis.readers.quotations.cues import cue_of
from analysis.readers.quotations.sources import subject_of

SAYING = frozenset({"speech", "thought"})
CLOSING = frozenset({"''", '"', "”"})
WRITERS = frozenset({"according", "though", "although"})
PRONOUNS = frozenset({"he", "she", "they"})
COMMAS = frozenset({",", "—", "–", "--", "-"})


def reattached(sentence: Sentence) -> dict[int, Token]:
    """Verbs that belong to a cue, not to the content that the parser hung them on, by token number.

    `said X and criticized Y`, `said X, adding Y`: the second verb is a cue too, has no subject of its own, and is
    joined to the content of the first.
    """
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.pos != "VERB" or token.dep not in ("conj", "advcl", "acl") or not _is_saying(token):
            continue
        subject = next((c for c in token.children if c.dep in ("nsubj", "nsubjpass", "mark")), None)
        if subject is not None:
            if token.dep == "conj" and subject.lower in PRONOUNS and _is_second_clause(token, sentence):
                governor = _cue_above(token)
                if governor is not None and token.tag == governor.tag:
                    moved[token.i] = governor
            continue
        governor = None
        if token.dep == "conj":
            governor = _cue_right_before(token, sentence) or _coordinated(token)
        elif token.tag == "VBG" and _behind_comma(token, sentence) and not _is_parenthetical(token.head, sentence):
            governor = _verb_above(token.head) if token.dep == "acl" else _clause_above(token)
        if governor is not None:
            moved[token.i] = governor
    return moved


def _is_saying(token: Token) -> bool:
    cue = cue_of(token)
    return cue is not None and cue.sort in SAYING


def _cue_above(token: Token) -> Token | None:
    """The cue whose content clause the token stands in, before it."""
    for above in token.ancestors():
        if above.dep in ("ccomp", "xcomp", "acl") and above.head.i < above.i <= token.i:
            governor = above.head if above.dep != "acl" else _verb_above(above.head)
            if governor is not None and _is_saying(governor):
                return governor
    return None


def _is_second_clause(token: Token, sentence: Sentence) -> bool:
    """`…, and he attacked`: whether a comma or a dash and a conjunction stand before a clause."""
    at = min(t.i for t in token.subtree()) - sentence.tokens[0].i - 1
    return at > 0 and sentence.tokens[at].pos == "CCONJ" and sentence.tokens[at - 1].text in COMMAS


def _cue_right_before(token: Token, sentence: Sentence) -> Token | None:
    """`X met Y, the palace said, but offered no details`: the cue behind a content that the next verb goes on with."""
    first = sentence.tokens[0].i
    for before in reversed(sentence.tokens[: token.i - first]):
        if before.dep == "parataxis" and before.head is token.head:
            return before if _is_saying(before) and before.tag == token.tag else None
        if before.pos not in ("CCONJ", "ADV", "PUNCT"):
            return None
    return None


def _coordinated(token: Token) -> Token | None:
    """The verb that a second one really goes on with, by its form: past with past, participle with participle."""
    if token.tag == "VBG" != token.head.tag:
        return next((above for above in token.ancestors() if above.tag == "VBG" and above.pos == "VERB"), None)
    governor = _cue_above(token)
    if governor is None or token.tag not in FINITE:
        return None
    same = token.tag == governor.tag and (token.tag == "VBD" or token.tag != _finite_tag(token.head))
    return governor if same or _speaks_for_things(token, governor) else None


def _finite_tag(verb: Token) -> str:
    return next((c.tag for c in verb.children if c.dep in ("aux", "auxpass") and c.tag in (*FINITE, "MD")), verb.tag)


def _speaks_for_things(token: Token, governor: Token) -> bool:
    """`Smith says the goal is peace, but conceded that …`: a goal concedes nothing."""
    subject, speaker = subject_of(token), subject_of(governor)
    if subject is None or speaker is None or subject.pos != "NOUN" or subject.ent:
        return False
    persons = words("person_nouns") | words("group_nouns")
    return subject.lemma not in persons and (speaker.ent == "PERSON" or speaker.lower in PRONOUNS)


def _verb_above(noun: Token) -> Token | None:
    """The verb that a noun stands with: `denied the notion that …`, `made an attempt to …`."""
    return next((t for t in noun.ancestors() if t.pos in ("VERB", "AUX")), None)


def _clause_above(participle: Token) -> Token | None:
    """The verb over the content clause that a participle stands in: a cue if there is one, else any."""
    governor = None
    for above in participle.ancestors():
        if above.dep in ("ccomp", "acl") and above.head.i < above.i:
            governor = above.head if above.dep == "ccomp" else _verb_above(above.head)
            if governor is not None and _is_saying(governor):
                return governor
    return governor


def _is_parenthetical(verb: Token, sentence: Sentence) -> bool:
    """`"…," Smith added, saying …`: whether a cue with its subject stands behind what it says."""
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    if subject is None or not _is_saying(verb):
        return False
    first = min(subject.subtree(), key=lambda token: token.i)
    return first.i > sentence.tokens[0].i and _behind_comma(first, sentence)


def _behind_comma(token: Token, sentence: Sentence) -> bool:
    at = token.i - sentence.tokens[0].i - 1
    while at > 0 and sentence.tokens[at].tag in CLOSING:
        at -= 1
    return at >= 0 and sentence.tokens[at].text in COMMAS


def content_of(head: Token, moved: Mapping[int, Token]) -> list[Token]:
    """The tokens of a content's head, without what is moved away, and without a relative clause that ends it."""
    tokens, waiting = [], [head]
    while waiting:
        token = waiting.pop()
        tokens.append(token)
        waiting.extend(c for c in token.children if c.i not in moved)
    tokens.sort(key=lambda token: token.i)
    return _without_tail(tokens, head)


def _without_tail(tokens: list[Token], head: Token) -> list[Token]:
    """Cuts `, which …`, `, where …`, `, according to …`, `, though …` from the end."""
    for n in range(len(tokens) - 2, 0, -1):
        token = tokens[n]
        if token.text == "," and tokens[n + 1].tag in ("WDT", "WP", "WRB", "WP$") and token.i > head.i:
            verb = next((t for t in [tokens[n + 1], *tokens[n + 1].ancestors()] if t.dep in ("relcl", "advcl")), None)
            if verb is None or (verb.dep == "advcl" and tokens[n + 1].tag == "WRB"):
                continue
            if max(t.i for t in verb.subtree()) >= tokens[-1].i - 1:
                return tokens[:n]
        if token.text not in COMMAS or token.i < head.i:
            continue
        if tokens[n + 1].lower in WRITERS and (n + 2 == len(tokens) or tokens[n + 2].text != ","):
            return tokens[:n]
        if _is_afterthought(tokens[n + 1 :], head):
            return tokens[:n]
    return tokens


def _is_afterthought(rest: list[Token], head: Token) -> bool:
    """`…, a clear message to them`: a noun phrase in apposition to the whole clause, up to its end."""
    inside = {t.i for t in rest}
    tops = [t for t in rest if t.head.i not in inside and t.dep != "punct"]
    if len(tops) != 1 or tops[0].dep not in ("appos", "npadvmod", "dep") or tops[0].pos != "NOUN":
        return False
    return head.pos in ("VERB", "AUX") and rest[0].pos == "DET"

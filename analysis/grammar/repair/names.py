"""Names hung on whom they name, with whom they are named."""

from analysis.grammar.tokens import Token, hang

CALLED = frozenset({"called", "named"})


def holder_of_post(name: Token, tokens: list[Token]) -> None:
    """`the mayor of Oslo, Ann Holm,`: the name is the mayor's, not the town's."""
    of, named = name.head.head, name.dep == "appos" and name.ent == "PERSON" != name.head.ent
    post = of.head if named and name.head.dep == "pobj" and (of.lower, of.dep) == ("of", "prep") else None
    if post is not None and post.lex.role and tokens[name.subtree()[0].i - 1].text == ",":
        hang(name, post, "appos")


def called(name: Token, _: list[Token]) -> None:
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


def listed_name(name: Token, tokens: list[Token]) -> None:
    """`Ann Holm, Bo Lind and Cy Dahl said`: the second of three names is no apposition, but listed with the one before
    it, wherever that stands (`backed Ann Holm, Bo Lind and Cy Dahl`)."""
    if name.dep != "appos" or name.tag != "NNP" or not name.ent or not name.has("cc"):
        return
    if not any(c.tag == "NNP" and c.ent == name.ent for c in name.those("conj")):
        return
    before = reversed(tokens[name.head.i : name.subtree()[0].i])
    first = next((one for one in before if one.tag == "NNP" and one.ent == name.ent and one.dep != "compound"), None)
    if first is not None:
        hang(name, first, "conj")


def joined_name(name: Token, tokens: list[Token]) -> None:
    """`Holm and Senator Bo Lind left`, `Mayor Ann Holm and Senator Bo Lind left`: the first is coordinated with the
    second, no part of his name; the title between is his."""
    lefts = [left for left in name.lefts if left.dep in ("nmod", "compound")] if name.ent == "PERSON" else []
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

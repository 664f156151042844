"""Where an indirect content ends: before what the writer adds."""

from analysis.grammar.tokens import Token

WRITERS = frozenset({"according", "though", "although"})
COMMAS = frozenset({",", "—", "–", "--", "-"})


def content_of(head: Token) -> list[Token]:
    """The tokens of a content's head, without a relative clause that ends it."""
    return _without_tail(head.subtree(), head)


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

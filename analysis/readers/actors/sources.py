"""The entities behind the source of an attribution."""

from bisect import bisect_left

from analysis.grammar.phrases import head_of
from analysis.grammar.tokens import Parse, Token
from analysis.records import Cast, Mention, Quotation, Role, Span


def source_entities(parse: Parse, cast: Cast, quotations: tuple[Quotation, ...]) -> tuple[tuple[str, ...], ...]:
    """For each attribution the entities that its source names, in text order; none where it is not known.

    A source is whoever its head mentions or whose role it is: `Merkel's spokesman` is not Merkel, `Obama and McConnell`
    are both, `her aide` in `her aide, Jane Doe, said` is Jane Doe.
    """
    starts = [token.start for token in parse.tokens]
    mentions = [mention for mention in cast.mentions if mention.entity_id]
    persons = {entity.entity_id for entity in cast.entities if entity.kind == "person"}
    return tuple(
        _entities(
            parse.tokens[bisect_left(starts, said.source.start) : bisect_left(starts, said.source.end)],
            mentions,
            persons,
            cast.roles,
        )
        if said.source
        else ()
        for said in quotations
    )


def _entities(
    tokens: list[Token], mentions: list[Mention], persons: set[str], roles: tuple[Role, ...]
) -> tuple[str, ...]:
    if not tokens:
        return ()
    source = Span(tokens[0].start, tokens[-1].end)
    nearby = [m for m in mentions if m.start < source.end and m.end > source.start]
    found: list[str | None] = []
    for head in _heads(tokens):
        best = _mention_at(head, nearby) or _named_beside(head, tokens, [m for m in nearby if m.entity_id in persons])
        bearer = next((role.entity_id for role in roles if role.start <= head.start < role.end), None)
        found.append((best.entity_id if best else None) or bearer)
    return tuple(key for key in dict.fromkeys(found) if key)


def _mention_at(token: Token, nearby: list[Mention]) -> Mention | None:
    over = [m for m in nearby if m.start <= token.start and m.end >= token.end]
    return min(over, key=lambda m: (m.end - m.start, m.start), default=None)


def _named_beside(head: Token, tokens: list[Token], nearby: list[Mention]) -> Mention | None:
    """`His former partner at Lenox, Lawrence Cummings,`: the name beside a noun that is nobody's mention."""
    beside = (token for token in tokens if token.dep == "appos" and head in token.ancestors())
    return next((found for child in beside if (found := _mention_at(child, nearby))), None)


def _heads(tokens: list[Token]) -> list[Token]:
    """The head of a noun phrase and those coordinated with it, inside the phrase."""
    inside = {token.i for token in tokens}
    heads = [head_of(tokens)]
    for head in heads:
        heads.extend(child for child in head.children if child.dep == "conj" and child.i in inside)
    return heads

"""The cast while it is being completed: who is mentioned where, and which tokens a mention covers.

How sure an entity is, is the share found right on tuning articles of those that were found in the same way. Right is
one with a name that a reader would keep in the table: its names cut as they should be, of its kind, an actor or a
place, with no one else's names and not parted from another row. One without a name is right if its nominals are
mentions of gold's in their extent, most of them in one chain, of its kind, of which no other entity has more.
"""

from collections import Counter
from collections.abc import Container
from dataclasses import replace
from functools import cache, cached_property

from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Parse, Token
from analysis.lexicon import rows
from analysis.readers.actors.matching import folded, well_known
from analysis.readers.quotations.marks import Quote, find_quotes
from analysis.records import Article, Cast, Entity, Mention, Name

AGAIN, OFTEN = 2, 4  # names that make an entity one that is named again, and often
UNKNOWN = 0.5
NAMED = "group_names"  # rule of entities that names were found of
KINDS = frozenset({"person", "organization", "country", "group", "place", "issue", "work"})
COLLECTIVE_KINDS = frozenset({"organization", "country", "group"})  # kinds of entities that are several people in one


class Scene:
    """A cast that grows: new mentions and entities come in, `cast()` gives the whole in text order."""

    def __init__(self, article: Article, parse: Parse, cast: Cast) -> None:
        self.article, self.parse = article, parse
        self.entities: dict[str, Entity] = {entity.entity_id: entity for entity in cast.entities}
        self._last = max((int(key[1:]) for key in self.entities), default=0)
        self.mentions: list[Mention] = list(cast.mentions)
        self.roles = cast.roles
        self.owned: dict[tuple[str, str], str] = {}  # whom an owner and a noun mean: Weber's forces
        self.at: dict[int, str] = {}
        for mention in sorted(cast.mentions, key=lambda m: m.end - m.start):
            self._cover(mention)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What stands in quotation marks."""
        return find_quotes(self.article)

    def tokens_of(self, start: int, end: int) -> list[Token]:
        """The tokens between two offsets."""
        return self.parse.within((start, end))

    def entity_at(self, token: Token) -> Entity | None:
        """Whom a token is part of a mention of."""
        key = self.at.get(token.i)
        return self.entities[key] if key else None

    def is_person_at(self, token: Token) -> bool:
        """Whether a token is part of a mention of a person."""
        entity = self.entity_at(token)
        return entity is not None and entity.kind == "person"

    def name_around(self, token: Token) -> tuple[Token, Token]:
        """The first and last of the tokens side by side that mention the same entity as a token."""
        tokens, key = self.parse.tokens, self.at.get(token.i)
        first = last = token.i
        while key and first > 0 and self.at.get(first - 1) == key:
            first -= 1
        while key and self.at.get(last + 1) == key:
            last += 1
        return tokens[first], tokens[last]

    def add_mention(self, first: Token, last: Token, form: str, entity_id: str | None) -> None:
        """Mention an entity by the words from first to last."""
        text = self.article.text[first.start : last.end]
        mention = Mention(start=first.start, end=last.end, text=text, form=form, entity_id=entity_id)
        self.mentions.append(mention)
        self._cover(mention)

    def mention(self, token: Token, entity_id: str, form: str = "nominal") -> None:
        """Mention an entity by the phrase up to its head, or by a pronoun."""
        self.add_mention(first_word(token) if form == "nominal" else token, token, form, entity_id)

    def last_mention(self, entity_id: str, before: Token) -> Token | None:
        """The last word of the last mention of an entity before a token."""
        ends = [m.end for m in self.mentions if m.entity_id == entity_id and m.end <= before.start]
        return self.tokens_of(0, max(ends))[-1] if ends else None

    def add_unnamed(self, name: str, kind: str, rule: str, tokens: list[Token]) -> str:
        """A new entity that nominals mention, by their heads."""
        key = self.add_entity(name, kind, rule)
        for token in tokens:
            self.mention(token, key)
        texts = [mention.text.removeprefix("The ").removeprefix("the ") for mention in self.mentions[-len(tokens) :]]
        self.entities[key] = replace(self.entities[key], aliases=tuple(dict.fromkeys(texts)))
        return key

    def add_entity(self, name: str, kind: str, rule: str, country: str | None = None, confidence: float = 1.0) -> str:
        """A new entity's id; `rule` says how it was found, which its confidence may go by."""
        self._last += 1
        key = f"e{self._last}"
        sure = {"country": country, "confidence": confidence, "rule": rule}
        self.entities[key] = Entity(entity_id=key, name=name, kind=kind, aliases=(name,), **sure)
        return key

    def move(self, mention: Mention, entity_id: str) -> None:
        """Give a mention to another entity."""
        at = self.mentions.index(mention)
        self.mentions[at] = replace(mention, entity_id=entity_id)
        for token in self.tokens_of(mention.start, mention.end):
            self.at[token.i] = entity_id

    def remove(self, mention: Mention) -> None:
        """Take a mention back."""
        self.mentions.remove(mention)
        for token in self.tokens_of(mention.start, mention.end):
            self.at.pop(token.i, None)

    def country(self, name: str) -> str:
        """The id of a country's entity, made where it has none."""
        for entity in self.entities.values():
            if entity.kind == "country" and entity.country == name:
                return entity.entity_id
        return self.add_entity(name, "country", "by_its_adjective_or_seat", country=name)

    def cast(self) -> Cast:
        """The cast with all that came in; entities that are only pronouns are left out, aliases are of names."""
        mentions = tuple(sorted(self.mentions, key=lambda m: (m.start, -m.end)))
        forms: dict[str | None, dict[str, None]] = {m.entity_id: {} for m in mentions if m.form != "pronoun"}
        for mention in mentions:
            if mention.form == "name":
                forms[mention.entity_id][mention.text] = None
        kept = [entity for key, entity in self.entities.items() if key in forms]
        entities = tuple(replace(one, aliases=tuple(forms[one.entity_id]) or one.aliases) for one in kept)
        known = tuple(m if m.entity_id in forms else replace(m, entity_id=None) for m in mentions)
        return Cast(entities=entities, mentions=known, roles=self.roles)

    def _cover(self, mention: Mention) -> None:
        """A token inside two mentions belongs to the inner one, which comes first."""
        if mention.entity_id:
            for token in self.tokens_of(mention.start, mention.end):
                self.at.setdefault(token.i, mention.entity_id)


def with_works(article: Article, parse: Parse, cast: Cast, names: tuple[Name, ...]) -> Cast:
    """The cast with what is made and named, once for each name: products, books, films, programmes, and of its issues
    laws and what is called as a work is. What is named inside an actor's or a place's name is none."""
    scene, forms = Scene(article, parse, cast), {folded(name.text) for name in names if name.kind == "work"}
    issues = {key: one for key, one in scene.entities.items() if one.kind == "issue"}
    laws = {key: one for key, one in issues.items() if one.rule == NAMED or folded(one.name) in forms}
    scene.entities.update((key, replace(one, kind="work")) for key, one in laws.items())
    keys: dict[str, str] = {folded(one.name): key for key, one in laws.items()}
    inside = {i for i, key in scene.at.items() if scene.entities[key].kind != "issue"}
    for name in names:
        tokens = scene.tokens_of(name.start, name.end) if name.kind == "work" else []
        if tokens and not all(token.i in inside for token in tokens):
            form, text = folded(name.text), " ".join(name.text.split())
            known = keys.get(form) or keys.get(form.removesuffix("s"))
            keys[form] = known or scene.add_entity(text, "work", NAMED)

            scene.add_mention(tokens[0], tokens[-1], "name", keys[form])
    return with_confidence(scene.cast(), {"work"})


def with_confidence(cast: Cast, kinds: Container[str] = KINDS) -> Cast:
    """The cast with the confidence of its entities of some kinds."""
    names = Counter(mention.entity_id for mention in cast.mentions if mention.form == "name")
    sure = [_confidence(one, names[one.entity_id]) if one.kind in kinds else one.confidence for one in cast.entities]
    pairs = zip(cast.entities, sure, strict=True)
    return replace(cast, entities=tuple(replace(one, confidence=chance) for one, chance in pairs))


def _confidence(entity: Entity, n_names: int) -> float:
    """By kind; by rule for one that no name was found of, else by how often and how fully it is named. Organizations
    that need no introduction are known."""
    often = "once" if n_names < AGAIN else "again" if n_names < OFTEN else "often"
    found = entity.rule if entity.rule != NAMED else often
    if entity.kind == "organization" and n_names and entity.name in well_known():
        found = "known"
    named = "one word" if " " not in entity.name else "full"
    keys = ((entity.kind, found, named), (entity.kind, found, ""), (entity.kind, "", ""))
    return next((_table()[key] for key in keys if key in _table()), UNKNOWN)


@cache
def _table() -> dict[tuple[str, str, str], float]:
    return {(row["kind"], row["found"], row["named"]): float(row["precision"]) for row in rows("entity_precision")}

"""What is known of a row, as features by name: what its confidence is a sum of (`readers/confidence`).

A feature is a number; `rule=that` and the like are 1 where they hold, and those not named are 0. `reader` is the
confidence that the reader itself gave the row, as log-odds.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, log2

from analysis.gazetteer import is_city, is_first_name, is_region, is_state
from analysis.grammar.clauses import PASSIVE, is_finite
from analysis.grammar.phrases import head_of
from analysis.grammar.tokens import FINITE, RELATIVES, SUBJECTS, VERBAL, Parse, Token
from analysis.lexicon import words
from analysis.records import ArticleReading, Cast, Entity, Event, Quotation, Role, Span

Features = dict[str, float]

LABELS = {
    "person": {"PERSON"},
    "organization": {"ORG"},
    "place": {"GPE", "LOC", "FAC"},
    "country": {"GPE"},
    "group": {"NORP"},
    "work": {"WORK_OF_ART", "LAW", "PRODUCT", "EVENT"},
}  # of the model, for names of a kind
MODIFIERS = ("compound", "nmod", "amod")
WHERE = ("in", "at", "near", "from", "to", "across", "outside", "around", "into", "through")
PROPER = ("NNP", "NNPS")
SUREST = 0.99  # of what a reader says of itself, and of what comes out


def features_of(reading: ArticleReading, parse: Parse) -> dict[str, list[Features]]:
    """The features of every row, by table, in the order of the rows."""
    known = _Known(reading, parse)
    return {
        "entities": [known.entity(row) for row in reading.cast.entities],
        "roles": [known.role(row) for row in reading.cast.roles],
        "quotations": [known.quotation(*pair) for pair in zip(reading.quotations, reading.sources, strict=True)],
        "events": [known.event(row) for row in reading.events],
    }


def is_nobody(words: Iterable[Token]) -> bool:
    """Whether words name or describe no one by themselves: `who`, `they`, `one of them`, `some`; not `some critics`."""
    return not any(word.tag.startswith("NN") and word.pos != "PRON" for word in words)


def deed_of(told: Sequence[Token]) -> Token:
    """The word that an action is built on; what is said before its verb comes last among its words."""
    return head_of([word for word in told if word.i >= told[0].i])


def log_odds(chance: float) -> float:
    """The logarithm of the odds, kept within bounds."""
    chance = min(max(chance, 1 - SUREST), SUREST)
    return log(chance / (1 - chance))


def holds(**values: object) -> Features:
    """`rule="that"` is the feature `rule=that`; True is the bare name, and what is empty or False has none."""
    return {
        name if value is True else f"{name}={value}": 1.0
        for name, value in values.items()
        if value not in ("", None, False)
    }


def words_of(parse: Parse) -> Parse:
    """A parse without white space."""
    return Parse([token for token in parse.tokens if token.pos != "SPACE"], parse.sentences)


def inside(cast: Cast, *, roles: bool) -> set[Span]:
    """Names that stand in others' names (`Oslo` in `Bank of Oslo`), with `roles` also those in roles."""
    spans = [(one.start, one.end, one.entity_id) for one in cast.mentions if one.form == "name"]
    spans += [(one.start, one.end, "") for one in cast.roles if roles]
    found, last, whose = set(), 0, None
    for start, end, key in sorted(spans, key=lambda one: (one[0], -one[1])):
        if end > last:
            last, whose = end, key
        elif key != whose:
            found.add(Span(start, end))
    return found


class _Known:
    """What is known of an article when its rows are weighed."""

    def __init__(self, reading: ArticleReading, parse: Parse) -> None:
        self.reading, self.words = reading, words_of(parse)
        self.entities = {entity.entity_id: entity for entity in reading.cast.entities}
        self.mentions = Counter(mention.entity_id for mention in reading.cast.mentions)
        self.names: dict[str | None, list[Span]] = {}
        for mention in reading.cast.mentions:
            if mention.form == "name":
                self.names.setdefault(mention.entity_id, []).append(Span(mention.start, mention.end))
        self.sources = {key for keys in reading.sources for key in keys}
        self.inside = inside(reading.cast, roles=True)
        self.named: dict[tuple[str, str], list[set[str]]] = {}
        for entity in reading.cast.entities:
            words = set(entity.name.lower().split())
            for word in words:
                self.named.setdefault((entity.kind, word), []).append(words)
        self.quoted = [piece for said in reading.quotations if said.kind != "indirect" for piece in said.content]
        self.direct = [piece for said in reading.quotations if said.kind == "direct" for piece in said.content]

    def entity(self, row: Entity) -> Features:
        """Kind, rule, how often it is named and how its names are used, whether an organization says something, and
        what its name is: known as a person's or place's, headed as an organization's, part of another's of its kind."""
        words = row.name.split()
        own, alike = {word.lower() for word in words}, self.named[row.kind, words[0].lower()]
        place = is_city(row.name) or is_region(row.name) or is_state(row.name)
        return {
            "reader": log_odds(row.confidence),
            "mentions": log2(1 + self.mentions[row.entity_id]),
            "aliases": log2(1 + len(row.aliases)),
            **holds(kind=row.kind, rule=row.rule, one_word=len(words) == 1),
            **holds(acts=row.kind == "organization" and row.entity_id in self.sources),
            **holds(headed=row.kind == "organization" and _is_headed(words)),
            **holds(known=is_first_name(words[0]) if row.kind == "person" else row.kind == "place" and place),
            **holds(part=any(own < others for others in alike)),
            **self._used(row, self.names.get(row.entity_id, [])),
        }

    def _used(self, row: Entity, names: list[Span]) -> Features:
        """In how many of its mentions by name an entity is what the model takes it for, stands before a noun (`Acme
        cars`), is where something is, owns something, goes on in other capitals, or is inside another's name or role.
        """
        shares: Counter[str] = Counter()
        for name in names:
            words = self.words.within(name)
            head = head_of(words)
            shares["labelled"] += any(word.ent in LABELS.get(row.kind, ()) for word in words)
            shares["modifies"] += head.dep in MODIFIERS
            shares["located"] += row.kind == "place" and head.dep == "pobj" and head.head.lower in WHERE
            shares["owns"] += head.dep == "poss"
            shares["cut"] += any(word.tag in PROPER and not word.lex.title for word in self._around(words))
            shares["inside"] += name in self.inside
        return {f"{key}={row.kind}": share / len(names) for key, share in shares.items() if share}

    def _around(self, words: list[Token]) -> Iterator[Token]:
        """The words before and behind some, in their sentence; before `of`, that before it: `Church of [Padua]`."""
        tokens, first = self.words.tokens, bisect_left(self.words.starts, words[0].start)
        back = 2 if first > 1 and tokens[first - 1].lower in ("of", "for") else 1
        for other, word in ((first - back, words[0]), (first + len(words), words[-1])):
            if 0 <= other < len(tokens) and tokens[other].sent == word.sent:
                yield tokens[other]

    def role(self, row: Role) -> Features:
        """Rule, whose it is, how long it is, whether it is known in what, and whether it is `wife` or the like."""
        words, kind = self.words.within(Span(row.start, row.end)), self.entities[row.entity_id].kind
        return {
            "words": log2(1 + len(words)),
            **holds(rule=row.rule, kind=kind, of=row.of_id is not None, nobody=is_nobody(words)),
            **holds(kin=_is_kin(words)),
            **holds(verb=any(word.pos == "VERB" for word in words)),
            **holds(quoted=any(start <= row.start and row.end <= end for start, end in self.direct)),
        }

    def quotation(self, row: Quotation, sources: tuple[str, ...]) -> Features:
        """Rule, kind, status, sort and form of the cue, what the source is (or that share of somebody), how long and
        how whole the content is, and whether it is a question."""
        words = self.words.within(*row.content)
        source, cue = self.words.within(row.source), self.words.within(row.cue)
        return {
            "reader": log_odds(row.confidence),
            "words": log2(1 + len(words)),
            **holds(rule=row.rule, kind=row.kind, status=row.status, sort=row.cue_sort or "none"),
            **holds(cue=_form(cue), passive=any(word.has(*PASSIVE) for word in cue), within=row.within is not None),
            **holds(source=self._who(source, sources), joint=len(sources) > 1),
            **holds(pronoun=bool(sources) and is_nobody(source), short=len(words) < 4),
            **holds(denied=any(word.has("neg") for word in cue), share=bool(source) and _is_share(head_of(source))),
            **holds(asks=bool(words) and words[0].tag in RELATIVES),
            **holds(claim=row.kind != "indirect" or any(word.tag in FINITE for word in words)),
        }

    def event(self, row: Event) -> Features:
        """Rule, who acts, whether it is still to come, how long the action and its time are, and of the word that the
        action is built on whether it is a noun or a mere state, has a subject, a mere pronoun, is the
        sentence's verb, and has the date hang on it."""
        told, date = self.words.within(*row.action), self.reading.dates[row.date]
        root, when = deed_of(told), head_of(self.words.within(Span(date.start, date.end)))
        subjects = root.those(*SUBJECTS) if not row.actors else []
        return {
            "words": log2(1 + len(told)),
            **holds(noun=root.pos not in VERBAL, main=root.dep == "ROOT"),
            **holds(state=root.lemma in ("be", "have")),
            **holds(subject=bool(subjects) and not is_nobody(subjects), unnamed=bool(subjects) and is_nobody(subjects)),
            **holds(straight=root in (when.head, when.head.head)),
            **holds(rule=row.rule, to_come=str(row.to_come), period=row.first != row.last),
            **holds(
                actor=self._who(self.words.within(row.actor), row.actors),
                joint=len(row.actors) > 1,
            ),
            **holds(pronoun=bool(row.actors) and is_nobody(self.words.within(row.actor)), parted=len(row.action) > 1),
            **holds(passive=any(word.dep in PASSIVE for word in told), quoted=self._is_quoted(row.action[0])),
            **holds(anchor="day" if (date.anchor or "")[:1].isdigit() else date.anchor or "none"),
        }

    def _is_quoted(self, span: Span) -> bool:
        return any(start <= span[0] and span[1] <= end for start, end in self.quoted)

    def _who(self, words: list[Token], entities: tuple[str, ...]) -> str:
        """Who is behind some words: of a kind, `unnamed person` without a name; a noun of nobody's, a pronoun, none."""
        if entities:
            kind = self.entities[entities[0]].kind
            return kind if kind == "issue" or entities[0] in self.names else f"unnamed {kind}"
        return "none" if not words else "nobody" if is_nobody(words) else "noun"


def _is_share(head: Token) -> bool:
    """`49%`, `two in five`, `40 percent of voters`."""
    return head.tag == "CD" or head.lower in ("%", "percent", "pct")


def _is_headed(name: list[str]) -> bool:
    """Whether a noun says that a name is an organization's and no building's: `Oslo Gazette`, `University of Oslo`."""
    heads = words("organization_heads") - words("place_heads")
    head = name[0] if name[1:2] in (["of"], ["for"]) else name[-1]
    return len(name) > 1 and head.lower().rstrip(".") in heads


def _is_kin(role: list[Token]) -> bool:
    """`wife`, `young son`, `chief rival`, which say little without whose (`Holm's wife`, `Holm ally`)."""
    kin = words("relation_nouns", sort="kin") | words("relation_nouns", sort="counterpart")
    return role[-1].lower in kin and not any(word.tag in ("POS", "IN", "NNP") for word in role)


def _form(cue: list[Token]) -> str:
    """What a cue is: a finite verb, an infinitive, a participle, a noun or adjective, another word, a mark or none."""
    words = [word for word in cue if word.pos != "PUNCT"]
    verbs = [word for word in words if word.pos in VERBAL]
    if not words:
        return "mark" if cue else "none"
    if not verbs:
        return {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(words[-1].pos, "other")
    if any(map(is_finite, verbs)):
        return "finite"
    return "infinitive" if verbs[-1].tag == "VB" else "participle"

"""Several who are named together and then spoken of as one: `Obama and McConnell ... they`, `both`, `the two men`."""

from collections.abc import Iterator
from typing import NamedTuple

from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import words
from analysis.readers.actors.gender import person_nouns
from analysis.readers.actors.phrases import SUBJECTS, is_definite
from analysis.readers.actors.scene import Scene

SORTS = {"person": "person", "organization": "body", "country": "body"}
JOINING = frozenset({"and", "&"})
REACH = 2  # sentences back in which two are looked for whom `both` means


class Together(NamedTuple):
    """Names joined by `and`: `key` joins their entities' ids."""

    key: str
    heads: tuple[Token, ...]

    @property
    def subject(self) -> Token:
        """The token that stands for all in the sentence."""
        return self.heads[-1] if self.heads[0].dep == "ROOT" else self.heads[0]


def named_together(scene: Scene, tokens: list[Token]) -> Iterator[Together]:
    """Coordinations of names of one sort: people, or bodies and countries."""
    near = scene.parse.tokens[tokens[0].i : tokens[-1].i + 2]  # the parser may end a sentence before `and`
    for token in tokens if any(token.lower in JOINING for token in near) else ():
        if token.i not in scene.at or token.dep == "conj":
            continue
        heads = [token]
        for head in heads:
            heads.extend(child for child in head.children if child.dep == "conj" and child.tag.startswith("NN"))
        heads = heads if len(heads) > 1 else _side_by_side(scene, token)
        keys = [scene.at.get(head.i, "") for head in heads]
        sorts = {SORTS.get(scene.entities[key].kind) if key else None for key in keys}
        between = scene.parse.tokens[heads[-2].i + 1 : heads[-1].i] if len(heads) > 1 else []
        joined = any(t.lower in JOINING for t in between)
        if joined and len(set(keys)) > 1 and len(sorts) == 1 and None not in sorts:
            yield Together("+".join(keys), tuple(heads))


def _side_by_side(scene: Scene, token: Token) -> list[Token]:
    """`Obama and McConnell` where the parser has not seen that they belong together."""
    after = scene.parse.tokens[token.i + 1 : token.i + 3]
    if len(after) < 2 or after[0].lower != "and" or scene.at.get(after[1].i) in (None, scene.at[token.i]):
        return [token]
    name = [t for t in scene.parse.tokens[after[1].i : after[1].i + 6] if scene.at.get(t.i) == scene.at[after[1].i]]
    other = next((t for t in name if t.head not in name), after[1])
    return [token, other] if token.dep == "ROOT" and other.dep in SUBJECTS else [token]


def add_collectives(scene: Scene, pronouns: dict[str, list[Token]]) -> None:
    """A group for those named together to whom a pronoun, `both` or `the two men` goes back; else they stay apart.

    `the two men` may also go back to the only two people that the sentences just before name.
    """
    found = [(n, one) for n, s in enumerate(scene.parse.sentences) for one in named_together(scene, s.tokens)]
    again: dict[str, list[Token]] = {}
    last = {one.key: n for n, one in found}
    for token in scene.parse.tokens:
        if token.i in scene.at or not _means_two(token):
            continue
        before = [one for n, one in found if n <= token.sent and one.heads[-1].i < token.i and len(one.heads) == 2]
        if before and token.sent - last[before[-1].key] <= REACH:
            key = before[-1].key
        elif token.tag == "NNS" and (pair := _named_near(scene, token)):
            key = pair
        else:
            continue
        again.setdefault(key, []).append(token)
        last[key] = token.sent
    for key in dict.fromkeys([*pronouns, *again]):
        _add_collective(
            scene, key, [one for _, one in found if one.key == key], pronouns.get(key, []), again.get(key, [])
        )


def _named_near(scene: Scene, token: Token) -> str | None:
    """The two people of the two sentences before, if there are no more."""
    found: dict[str, None] = {}
    for sentence in scene.parse.sentences[max(0, token.sent - 2) : token.sent]:
        keys = (scene.at.get(other.i) for other in sentence.tokens)
        found |= {key: None for key in keys if key and scene.entities[key].kind == "person"}
    return "+".join(found) if len(found) == 2 else None


def _means_two(token: Token) -> bool:
    """`both` alone, `the two`, `the pair`, `the two men`."""
    if token.lower == "both":
        return token.pos == "PRON" and not token.children and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    if token.tag != "NNS":
        return token.lower in words("two_words") and is_definite(token)
    two = any(child.lower == "two" for child in token.children)
    return two and is_definite(token) and token.lemma in person_nouns()


def _add_collective(scene: Scene, parts: str, named: list[Together], pronouns: list[Token], again: list[Token]) -> None:
    """Make a group of its parts, and mention it where they are named together and where they are gone back to."""
    name = " and ".join(scene.entities[part].name for part in parts.split("+"))
    key = scene.add_entity(name, "group", country=None, rule="named together")
    for one in named:
        scene.add_mention(scene.name_around(one.heads[0])[0], scene.name_around(one.heads[-1])[1], "nominal", key)
    for token in again:
        scene.add_mention(first_word(token), token, "pronoun" if token.lower == "both" else "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)

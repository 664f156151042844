"""People without a name: sorts of people who are spoken of again, and single ones whom the text comes back to."""

from dataclasses import replace

from analysis.gazetteer import country_of
from analysis.grammar.phrases import first_word
from analysis.grammar.tokens import Token
from analysis.lexicon import rows, words
from analysis.readers.actors.gender import person_nouns
from analysis.readers.actors.phrases import has_name_beside, is_definite, modifiers_of
from analysis.readers.actors.scene import Scene

NOUNS = frozenset({"NN", "NNS", "NNPS"})
ANYBODY = frozenset({"people", "men", "women"})  # one word, seldom the same people twice


def add_peoples(scene: Scene, groups: dict[str, str]) -> None:
    """Sorts of people who are spoken of more than once: `voters`, `undocumented immigrants`.

    What modifies the noun tells sorts apart where two of them recur; a bare noun is then a sort of its own.
    """
    found: dict[str, dict[str, list[Token]]] = {}
    bodies = words("relation_nouns", sort="body")
    for token in scene.parse.tokens:
        if token.tag not in NOUNS or token.i in scene.at or (token.lower in ANYBODY and not modifiers_of(token)):
            continue
        acting = groups.get(token.lower) in ("people", "group")
        plural = token.tag != "NN" and (acting or token.lemma in person_nouns())
        body = token.tag == "NN" and acting and is_definite(token) and token.lower not in bodies
        if (plural or body) and not _is_owned(token) and not _is_told_apart(token):
            found.setdefault(token.lower, {}).setdefault(" ".join(modifiers_of(token)), []).append(token)
    for sorts in found.values():
        recurring = [sort for sort, tokens in sorts.items() if sort and len(tokens) > 1]
        for sort in recurring if len(recurring) > 1 else ():
            _add_people(scene, sorts.pop(sort))
        _add_people(scene, sorted((token for tokens in sorts.values() for token in tokens), key=lambda t: t.i))


def _add_people(scene: Scene, tokens: list[Token]) -> None:
    """Make a group of a sort of people, named by the one longer form if there is just one."""
    if len(tokens) < 2:
        return
    texts = [scene.article.text[_sort_word(token).start : token.end] for token in tokens]
    longer = {text.lower() for text in texts} - {tokens[0].lower}
    name = next(text for text in texts if text.lower() in longer) if len(longer) == 1 else tokens[0].lower
    name = " ".join(name.split())
    first = _sort_word(tokens[texts.index(name)]) if name in texts else None
    name = name[0].lower() + name[1:] if first and first.pos != "PROPN" else name
    key = scene.add_entity(name, "group", country=None, rule="sort of people")
    for token in tokens:
        scene.add_mention(_sort_word(token), token, "nominal", key)
    scene.entities[key] = replace(scene.entities[key], aliases=tuple(dict.fromkeys(texts)))


def _is_told_apart(token: Token) -> bool:
    """`children born in this country`: a clause behind the noun makes them others than `children`."""
    return any(child.dep in ("acl", "relcl") for child in token.rights)


def _sort_word(token: Token) -> Token:
    """Where the words that tell the sort of people begin: `undocumented` immigrants."""
    sorts = modifiers_of(token)
    return next((child for child in token.lefts if child.lower in sorts), token)


def add_unnamed(scene: Scene, noun: Token, pronouns: list[Token], *, kind: str = "person") -> None:
    """Somebody without a name who is spoken of again: `a gunman ... he ... his`, later `the gunman`."""
    if noun.i in scene.at:
        key = scene.at[noun.i]
    else:
        first = first_word(noun)
        name = " ".join(scene.article.text[first.start : noun.end].split())
        article, _, rest = name.partition(" ")
        kind = "group" if noun.tag == "NNS" and kind == "person" else kind
        name = rest if article.lower() in ("a", "an", "the", "one") and rest else name
        key = scene.add_entity(name, kind, country=None, rule="without a name")
        for token in scene.parse.tokens[noun.i :]:
            if token is noun or (token.lemma == noun.lemma and token.i not in scene.at and _is_again(token, noun)):
                scene.add_mention(first_word(token), token, "nominal", key)
    for token in pronouns:
        scene.add_mention(token, token, "pronoun", key)


def _is_again(token: Token, noun: Token) -> bool:
    """`the gunman` behind `a masked gunman`; not `the gunmen`, `the other gunman`."""
    return token.tag == noun.tag and is_definite(token) and set(modifiers_of(token)) <= set(modifiers_of(noun))


def add_recurring(scene: Scene) -> None:
    """Whom, and where, the text comes back to without a name: `a nurse ... the nurse`, `the clinic ... the clinic`."""
    kinds = {row["word"]: row["kind"] for row in rows("unnamed_nouns")}
    people = person_nouns()
    found: dict[tuple[str, str], list[Token]] = {}
    for token in scene.parse.tokens:
        known = token.pos == "NOUN" and (token.lemma in people or token.lemma in kinds)
        if known and token.i not in scene.at and not _is_owned(token) and not _is_said_of(scene, token):
            found.setdefault((token.lemma, token.tag), []).append(token)
    for (lemma, _), tokens in found.items():
        first = tokens[0]
        if lemma in words("titles") or lemma == "person" or not any(_is_again(token, first) for token in tokens[1:]):
            continue
        if _is_introduced(first) or (lemma in kinds and is_definite(first)):
            add_unnamed(scene, first, [], kind=kinds.get(lemma, "person"))


def _is_said_of(scene: Scene, token: Token) -> bool:
    """`Acme is a bank`, `Acme, a bank`, `a bank, Acme`, `the bank Acme`: said of somebody, nobody new."""
    named = has_name_beside(scene, token) or (token.i + 1 in scene.at and token.dep in ("compound", "nmod"))
    return named or token.dep in ("attr", "appos")


def _is_introduced(token: Token) -> bool:
    """`a nurse`, `two divers`, `divers`; not `the nurse`, `no nurse`, `every nurse`."""
    before = [child for child in token.lefts if child.dep in ("det", "poss", "neg")]
    return all(child.lower in ("a", "an") for child in before) and (bool(before) or token.tag == "NNS")


def _is_owned(token: Token) -> bool:
    return any(child.dep == "poss" or country_of(child.text) for child in token.lefts)

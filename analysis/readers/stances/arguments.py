"""Whose stance a stance word shows, and on whom: the holders and the targets of its slots."""

from analysis.grammar import clauses
from analysis.grammar.clauses import agent, resolved, verb_over
from analysis.grammar.factuality import factuality
from analysis.grammar.phrases import equated
from analysis.grammar.tokens import TIMES, VERBAL, Token
from analysis.lexicon import words
from analysis.readers.actors import Scene
from analysis.readers.stances.frames import Frame, frames_of, is_felt, law_that, turned

FIXED = frozenset({"according", "due", "owing", "thanks", "prior", "next", "close"})  # have a `to` of their own
WOULD = frozenset({"would", "could", "will", "can", "may", "might"})
EVENTS = frozenset({"talk", "talks", "negotiation", "vote", "effort", "meeting", "dialogue", "push", "campaign", "bid"})

Reached = tuple[str, Token, int]


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Tokens and those coordinated with them, or named as among them or along with them: `officials including Smith`,
    not `the reporting of articles, including Smith's`."""
    found = list(tokens)
    for token in found:
        several = _companions(token) if token.pos != "NOUN" or _is_party(token) else []
        found.extend(one for one in (*token.those("conj", "appos"), *several) if one not in found)
    return found


def _companions(token: Token) -> list[Token]:
    """`officials including Smith`, `Smith, along with Jones`, `Smith together with Jones`."""
    links = [prep for prep in token.those("prep") if prep.lower == "including" or prep.has(words={"together"})]
    links += [inner for prep in token.those("prep") if prep.lower == "along" for inner in prep.those("prep")]
    return [one for link in links for one in link.those("pobj")]


def _is_party(noun: Token) -> bool:
    return any(noun.lemma in words(of) for of in ("person_nouns", "group_nouns", "generic_nouns"))


def holders_of(token: Token) -> list[Token]:
    """Whose stance a stance word shows; nobody's where somebody is only asked to: `when asked to condemn it`."""
    if is_felt(token):
        return with_conjuncts([resolved(one) for one in [clauses.subject(token)] if one is not None])
    if token.pos in VERBAL:
        return wishers(token) or ([] if _is_asked(token) else subjects(token))
    if token.pos == "ADJ":
        return subjects(token.head) if token.dep in ("acomp", "oprd", "conj", "xcomp") else [token.head]
    if "poss" in frames_of(token):
        return denoted(token)
    receives = token.head.lemma in words("receiving_verbs") - {"have"}
    taken = token.dep == "dobj" and (receives or "dobj" in frames_of(token.head))
    return [] if taken and clauses.owner(token) is None else subjects_of_noun(token)


def wishers(verb: Token) -> list[Token]:
    """Who wants it done by another: `Smith urged Jones to go`, `Smith demanded that Jones go`."""
    above = verb.head
    form = verb.child("auxpass") or verb  # `demanded that Jones be fired`
    if form.tag not in ("VB", "VBP") or verb.dep not in ("xcomp", "ccomp", "advcl") or above.pos != "VERB":
        return []
    told = verb.has("aux", words=WOULD) and above.lemma != "hope"  # `suggested she would go`
    if above.lemma not in words("wishing_verbs") or told:
        return []
    inner = verb.has("nsubj", "nsubjpass")
    if verb.dep == "advcl" and not verb.has("mark", words={"for"}):
        return []
    asked = any(child.dep in ("dobj", "dative") or child.lower in ("on", "upon") for child in above.children)
    return subjects(above) if inner or asked else []


def _is_asked(verb: Token) -> bool:
    above = verb.head
    wished = verb.dep == "xcomp" and above.lemma in words("wishing_verbs") - {"expect", "tell"}
    return wished and above.tag == "VBN" and (clauses.is_passive(above) or not above.has("aux"))


def denoted(noun: Token) -> list[Token]:
    """Who is called so: `Jones's critic Smith`, `Smith, a critic of Jones`, `Smith is a critic`, `critics`."""
    if noun.dep in ("appos", "compound", "nmod", "amod"):
        return [noun.head]
    if noun.dep == "attr":
        return subjects(noun.head)
    if _is_part(noun):
        return denoted(noun.head.head)
    named = noun.those("appos")
    return with_conjuncts([noun]) if not named else [noun, *named]


def subjects(verb: Token) -> list[Token]:
    """Whoever acts, the phrase heads: also where the subject stands further up, or behind `by`; all on its side of the
    verb, since what parsers list with it beyond is most often an object (`Smith backed Jones, Ann Berg and Lee`)."""
    found = agent(verb)
    if found is None:
        return []
    if (law := law_that(verb)) is not None:
        return backers(law)
    one = _writer(resolved(found))
    return [word for word in with_conjuncts([one]) if (word.i < verb.i) == (one.i < verb.i)]


def backers(law: Token) -> list[Token]:
    """Who wants what a law does: whose it is, or who signs or backs it (`Smith signed a bill that ends it`)."""
    if (whose := clauses.owner(law)) is not None:
        return with_conjuncts([whose])
    frame = frames_of(law.head).get("dobj") if law.dep == "dobj" else None
    return subjects(law.head) if frame is not None and frame.sign > 0 and not turned(law.head) else []


def _writer(noun: Token) -> Token:
    """Whose words a document has: `Smith's tweet`, `the Smith letter`, `an ad by Smith`; else the word itself."""
    if noun.pos != "NOUN" or noun.lemma not in words("source_documents", kind="document"):
        return noun
    named = (child for child in noun.those("compound") if child.ent and child.ent not in TIMES)
    return clauses.owner(noun) or next(named, noun)


def subjects_of_noun(noun: Token) -> list[Token]:
    """Whoever has what a noun names: `Smith's refusal`, `Smith made a promise`, `the decision by Smith`."""
    found = clauses.subject_of_noun(noun)
    return with_conjuncts([resolved(found)]) if found is not None else []


def _is_part(noun: Token) -> bool:
    """`one of the critics`, `a wave of attacks`."""
    return noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.pos in ("NOUN", "NUM", "PRON")


def objects(word: Token, slot: str) -> list[Token]:
    """What fills a slot of a stance word, the phrase heads."""
    slot = slot.partition("/")[0]
    if slot.startswith("+"):
        return objects(word, "dobj") or word.those("oprd")
    if slot == "mutual":
        return []
    if slot == "that":
        return _told(word)
    if slot == "dative":
        found = word.those("dative")
        return with_conjuncts([inner for one in found for inner in (one.those("pobj") if one.pos == "ADP" else [one])])
    if slot == "dobj":
        if "on" in frames_of(word) and _is_laid_on(word):
            return []
        frame = frames_of(word).get("dobj")
        wished = frame is not None and frame.sign and word.lemma in words("wishing_verbs")
        found = [] if wished and word.has("xcomp", "ccomp") else clauses.objects(word)  # `urged the board to go`
        if word.lemma in ("want", "need", "like", "prefer"):
            found += [inner for clause in word.those("ccomp") for inner in clause.those("nsubj")]
        return with_conjuncts(found)
    if slot == "poss":
        return with_conjuncts(word.those("poss", "compound", "nmod"))
    prepositions = word.those("prep", "agent", "prt", "advmod", "dative")
    if word.pos == "NOUN" and word.dep == "dobj" and word.head.pos == "VERB":
        prepositions += [child for child in word.head.those("prep", "dative") if child.i > word.i]
    prepositions += [i for c in prepositions if c.lower not in FIXED for i in c.those("prep")]
    return with_conjuncts([c for p in prepositions if p.lower == slot for c in p.those("pobj")])


def _is_laid_on(verb: Token) -> bool:
    """`blamed the loss on Smith`: not the loss."""
    behind = [word for noun in verb.those("dobj") for word in noun.subtree()] + verb.those("prep")
    return any(on.lower == "on" and on.i > verb.i and verb_over(on) is verb and not _is_timed(on) for on in behind)


def _is_timed(preposition: Token) -> bool:
    return any(noun.ent in TIMES for noun in preposition.those("pobj"))


def _told(word: Token) -> list[Token]:
    """`pleased that Smith spoke`, `fumed that Smith left`: who did it, on which the holder looks well or ill; what was
    done, where that is the holder's own: `pleased that we reached a deal`. Nobody to whom it was done, nor who is
    praised for what he left undone (`glad that Smith did not speak`)."""
    clause = word.child("ccomp")
    if clause is None or clause.pos not in VERBAL or clauses.is_passive(clause):
        return []
    if factuality(clause).denied and frames_of(word)["that"].sign > 0:
        return []
    doers = clauses.subject(clause)
    if doers is not None and doers.pos != "PRON":
        return with_conjuncts([resolved(doers)])
    while clause is not None and not clause.those("dobj"):
        clause = clause.child("xcomp", "acomp")
    return with_conjuncts([one for one in clause.those("dobj") if one.pos != "PRON"]) if clause else []


def reached(scene: Scene, token: Token) -> list[Reached]:
    """The actors and issues a phrase is about, and whether a stance on it is one on them (1) or its reverse (-1).

    Its head, whose thing it is (`Smith's plan`: 1; `Smith's removal`, `critics of Smith`: -1), or what it is for.
    """
    entity = scene.entity_at(token)
    found = [(entity.entity_id, token, 1)] if entity else []
    if entity is not None and entity.kind != "issue":
        return found
    if any(map(scene.entity_at, equated(token) if token.dep == "appos" else token.those("appos"))):
        return found  # `Smith, Norway's minister`: Norway is not meant
    suffered = -1 if token.lemma in words("suffered_nouns") else 1
    frames = frames_of(token) if token.pos == "NOUN" else {}
    owned = frames["poss"].sign if "poss" in frames else suffered
    for child in token.children:
        owner = scene.entity_at(child) if child.dep == "poss" else None
        if owner and owner.kind != "place" and owner != entity:
            found.append((owner.entity_id, child, owned))
        if child.dep == "prep" and child.lower in ("of", "by", "from") and child.lower not in frames:
            way = suffered if child.lower == "of" else 1
            inside = [one for inner in with_conjuncts(child.those("pobj")) for one in reached(scene, inner)]
            kept = [one for one in inside if way < 0 or scene.entities[one[0]].kind not in ("issue", "place")]
            found.extend((key, at, way * turn) for key, at, turn in kept)
    return found + _framed(scene, token, frames) + [(*pair, 1) for pair in _purposes(scene, token)]


def _framed(scene: Scene, noun: Token, frames: dict[str, Frame]) -> list[Reached]:
    """`opposed sanctions on Smith`, `praised a critic of Smith`."""
    return [
        (entity.entity_id, inner, frame.sign)
        for slot, frame in frames.items()
        if frame.sign and slot != "poss"
        for inner in objects(noun, slot)
        if (entity := scene.entity_at(inner)) and entity.kind != "place"
    ]


def _purposes(scene: Scene, token: Token) -> list[tuple[str, Token]]:
    """`talks on a ceasefire`, `talks aimed at finalising a ceasefire`."""
    if token.lemma not in EVENTS:
        return []
    on = [prep for prep in token.those("prep") if prep.lower in ("on", "over", "for", "about")]
    aims = [verb for aim in token.those("acl") for prep in aim.those("prep") for verb in prep.those("pcomp")]
    found = [one for prep in on for one in prep.those("pobj")] + [one for verb in aims for one in verb.those("dobj")]
    pairs = [(scene.entity_at(inner), inner) for inner in found]
    return [(entity.entity_id, inner) for entity, inner in pairs if entity and entity.kind == "issue"]

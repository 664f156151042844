"""Names to names: every form of an actor's name comes to one entity, and of two namesakes the one that is meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from analysis.gazetteer import country_of, is_known_organization, organizations_in_capitals, undotted
from analysis.lexicon import words
from analysis.readers.actors.matching import Form, acronyms, form_of, is_head_alone, is_head_of, same
from analysis.readers.actors.people import forms_of_address, gender_of
from analysis.records import Article, Cast, Entity, Mention, Name, Role

JUST = 300  # characters behind a full name in which a bare surname is its bearer's
LONG = 3  # letters from which a word in capitals is no abbreviation
BRACKETS = str.maketrans("", "", "[]")  # around what an editor put in: [Gary] Johnson
_Key = tuple[str, str, str]  # text, kind and gender, all that a form is made from


@dataclass
class _Group:
    """Forms, and the names of those forms, that are one entity's; those of no other are `sure`."""

    forms: list[Form] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    sure: list[Name] = field(default_factory=list)

    def before(self, name: Name) -> list[Name]:
        """The sure names that stand before another name."""
        return [one for one in self.sure if one.start < name.start]


def group_names(article: Article, names: tuple[Name, ...]) -> Cast:
    """The cast by names alone: entities in the order of first mention, their mentions and the roles beside names."""
    keys = {name: (name.text, name.kind, _gender(article, name)) for name in names}
    forms = _by_their_own_initials(_forms(article, keys))
    groups = _groups(forms.values())
    bearers = [groups[forms[keys[name]]] for name in names]
    _note_sure_names(names, bearers)
    met: list[_Group] = []
    for name, fitting in zip(names, bearers, strict=True):
        group = _nearest(article, fitting, name)
        if not group.names:
            met.append(group)
        group.names.append(name)
    return _cast(article, names, met)


def _forms(article: Article, keys: dict[Name, _Key]) -> dict[_Key, Form]:
    """One form for all names of one text, kind and gender."""
    american, families = _is_american(keys), _families(article, keys)
    return {
        (text, kind, gender): form_of(text, "group" if text in families else kind, american=american, gender=gender)
        for text, kind, gender in keys.values()
    }


def _cast(article: Article, names: tuple[Name, ...], groups: list[_Group]) -> Cast:
    """Entities, mentions and roles of groups in the order of their first names."""
    ids = {name: f"e{n}" for n, group in enumerate(groups, 1) for name in group.names}
    return Cast(
        entities=tuple(_entity(article, group, ids[group.names[0]]) for group in groups),
        mentions=tuple(
            Mention(start=name.start, end=name.end, text=name.text, form="name", entity_id=ids[name]) for name in names
        ),
        roles=tuple(
            Role(entity_id=ids[name], role=_role(article, name), **name.role._asdict(), rule="group_names")
            for name in names
            if name.role
        ),
    )


def _by_their_own_initials(forms: dict[_Key, Form]) -> dict[_Key, Form]:
    """Initials mean what the article spells out (`DNC`, a Democratic National Convention), not what they often mean."""
    spelled = {form.initials: form for form in forms.values() if form.kind == "organization" and len(form.words) > 1}
    meant = {}
    for key, form in forms.items():
        other = spelled.get(form.text.replace(".", "")) if undotted(form.text) in acronyms() else None
        own = other is not None and not any(same(form, known) for known in forms.values() if len(known.words) > 1)
        meant[key] = replace(form, known=None) if own else form
    return meant


def _groups(forms: Iterable[Form]) -> dict[Form, list[_Group]]:
    """The groups of each form, full forms first: a short one joins all that it fits, so that two people of one surname
    stay two."""
    groups: list[_Group] = []
    found: dict[Form, list[_Group]] = {}
    for form in sorted(forms, key=lambda one: (is_head_alone(one), -len(one.words), -len(one.text), not one.gender)):
        fitting = [group for group in groups if any(same(form, other) for other in group.forms)]
        if form.kind == "person" and len(form.words) == 1 and len(fitting) > 1:
            fitting = [group for group in fitting if group.forms[0].words[-1] == form.words[0]] or fitting
            told = [group for group in fitting if any(form.gender == other.gender != "" for other in group.forms)]
            fitting = told or fitting
        elif fitting:
            fitting = fitting[:1]
        elif is_head_alone(form):
            fitting = [group for group in groups if any(is_head_of(form, other) for other in group.forms)]
        if not fitting:
            fitting = [_Group()]
            groups += fitting
        for group in fitting:
            group.forms.append(form)
        found[form] = fitting
    return found


def _gender(article: Article, name: Name) -> str:
    """What a form of address tells, else the first name of a full one; of a bare surname nothing is known."""
    if name.kind != "person":
        return ""
    title = _title_of(article, name)
    if title in forms_of_address():
        return forms_of_address()[title]
    particle = name.text.split()[0].lower() in words("name_particles")  # Ben Youssef
    return gender_of(name.text, ()) if " " in name.text and not particle else ""


def _role(article: Article, name: Name) -> str:
    return article.text[name.role.start : name.role.end] if name.role else ""


def _families(article: Article, keys: dict[Name, _Key]) -> frozenset[str]:
    """Plurals of surnames: `the Clintons`, where somebody of that surname is named in full or as Mr."""
    people = {text for text, kind, gender in keys.values() if kind == "person" and (gender or " " in text)}
    surnames = {text.split()[-1] for text in people}
    many = (name for name in keys if name.text not in surnames and name.text.removesuffix("s") in surnames)
    return frozenset(name.text for name in many if article.text[: name.start].lower().endswith("the "))


def _is_american(names: Iterable[Name]) -> bool:
    """Whether `the Senate` is the American one: no other country is named more often than America."""
    counts = Counter(form.country for name in names if (form := country_of(name.text)))
    counts["United States"] += sum(name.text in words("american_names") for name in names)
    return counts.get("United States", 0) >= max((n for key, n in counts.items() if key != "United States"), default=0)


def _written(name: str, kind: str) -> str:
    """A name with single spaces, and with small letters where people and places stand in capitals: `WASHINGTON`."""
    whole = " ".join(name.split())
    if kind == "organization" and whole in organizations_in_capitals():
        return organizations_in_capitals()[whole]
    if kind not in ("person", "place"):
        return whole
    if len(whole) > LONG and whole.isupper() and "." not in whole:
        return whole.title()
    return " ".join(
        word.title() if len(word) > LONG and word.isupper() and "." not in word else word for word in whole.split()
    )


def _entity(article: Article, group: _Group, entity_id: str) -> Entity:
    """An entity by its fullest form, or by the name that all know it by; of places by the form said most."""
    texts = Counter(name.text.translate(BRACKETS) for name in group.names)
    fullest = max(texts, key=lambda text: (len(text.split()), not text.isupper(), len(text)))
    known = next((form.known for form in group.forms if form.known), None)
    country = next((form.country for form in group.forms if form.country), None)
    kind = Counter(form.kind for form in group.forms).most_common(1)[0][0]
    if kind == "organization":  # State Department, once State Departments
        fullest = max(texts, key=lambda text: (not text.isupper(), len(text.split()), texts[text], len(text)))
        whole = (text for text in texts if is_known_organization(text) and fullest.endswith(text))
        known = known or next(whole, None)
    if kind == "place":
        fullest = max(texts, key=lambda text: (not text.isupper(), texts[text], -len(text)))
    fullest = _written(fullest, kind)
    return Entity(
        entity_id=entity_id,
        name=known or (country if kind == "country" and country else fullest),
        kind=kind,
        aliases=tuple(texts),
        role=next((_role(article, name) for name in group.names if name.role), None),
        country=country,
        rule="group_names",
    )


def _note_sure_names(names: tuple[Name, ...], bearers: Sequence[Sequence[_Group]]) -> None:
    """Names that only one bearer has: full ones, and surnames behind Mr or Mrs where these tell. Who is only part of an
    organization's name (the `Jane Doe` Foundation) has not been spoken of."""
    end = 0
    for name, groups in zip(names, bearers, strict=True):
        if len(groups) == 1 and name.end > end:
            groups[0].sure.append(name)
        end = max(end, name.end)


def _nearest(article: Article, bearers: Sequence[_Group], name: Name) -> _Group:
    """The only bearer of the title beside a name, else who has just been named for sure, else whom most names mean.
    Whom nobody has named yet, or not by that surname (`Tom`, later Tom Blok), is not meant, and neither is a relative
    just mentioned: `his son` Jan Blok."""
    if len(bearers) == 1:
        return bearers[0]
    titled = _titled(article, bearers, name)
    if titled is not None:
        return titled
    named = [one for one in bearers if one.before(name)]
    named = [one for one in named if any(n.text.split()[-1] == name.text for n in one.before(name))] or named
    kin = words("relation_nouns", sort="kin")
    apart = [one for one in named if kin.isdisjoint(_title_of(article, one.before(name)[-1]).split()[-1:])]
    if named:
        last = max(apart or named, key=lambda one: one.before(name)[-1].start)
        if name.start - last.before(name)[-1].end <= JUST:
            return last
    return max(named or bearers, key=lambda one: (len(one.sure), -(one.sure or [name])[0].start))


def _titled(article: Article, bearers: Sequence[_Group], name: Name) -> _Group | None:
    """The only one who bears the title beside a name elsewhere; forms of address tell nobody."""
    title = _title_of(article, name)
    if not title or title in forms_of_address():
        return None
    held = [group for group in bearers if any(_title_of(article, other) == title for other in group.sure)]
    return held[0] if len(held) == 1 else None


def _title_of(article: Article, name: Name) -> str:
    """The role right before a name, lower case and without a full stop at its end; empty where there is none."""
    return _role(article, name).lower().rstrip(".")

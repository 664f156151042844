"""Whether two forms of a name may name one entity: full and short, initials, nicknames, spellings.

Names in another alphabet are compared by their consonants, which romanizations agree on far more than on vowels:
the idea of phonetic keys (Soundex, 1918; Editex) with the letters that romanizations confuse (`transliterations`).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from analysis.gazetteer import country_of, is_city, is_state_code, undotted
from analysis.lexicon import pairs, rows, words

GLUED_ARTICLE = re.compile(r"^The(?=[A-Z])")
DEPARTMENT = re.compile(r"\bDept\b\.?")
SPOKEN = 4  # letters from which initials are often written as a word
PLAIN = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "’": "'", ".": "", "-": " ", "[": "", "]": ""}
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a name; `known` is the full name of what needs no introduction, `gender` what a title tells."""

    text: str
    kind: str
    words: tuple[str, ...]
    initials: str
    country: str | None
    known: str | None
    gender: str = ""


def form_of(text: str, kind: str, *, american: bool, gender: str = "") -> Form:
    """The form of a name; `american` says whether `the Senate` is the American one."""
    state = kind == "place" and is_state_code(text)
    text = DEPARTMENT.sub("Department", text)
    plain = text.title() if text.isupper() and len(text) > SPOKEN else undotted(text)  # `REPUBLICANS` over a paragraph
    known = None if state else known_names().get(text) or known_names().get(plain)
    meant = known is not None and (not known[2] or (known[2] == "us") == american)
    country = country_of(text) if kind != "place" or text not in words("namesake_words", "state") else None
    return Form(
        text=text,
        kind=_kind(text, kind, known, meant=meant),
        words=tuple(folded(text).split()),
        initials=_initials(text),
        country=country.country if country and (country.sort in ("name", "people") or kind == "group") else None,
        known=known[0] if known and meant else acronyms().get(undotted(text)),
        gender=gender,
    )


def _kind(text: str, kind: str, known: tuple[str, str, str] | None, *, meant: bool) -> str:
    """The kind of what is known, if it is meant; else a law's, a group's (Conservatives in general) or the name's."""
    if known and meant:
        return known[1]
    if known and known[2] == "abroad":
        return "group"
    head = text.split(" of ")[0].split()  # `Voting Rights Act of 1965` is no organization
    law = kind == "organization" and len(head) > 1 and head[-1].lower() in words("law_heads")
    return "issue" if law else kind


@cache
def known_names() -> dict[str, tuple[str, str, str]]:
    """Forms that need no introduction to (full name, kind, where it means that)."""
    return {row["form"]: (row["name"], row["kind"], row["where"]) for row in rows("known_names")}


@cache
def acronyms() -> dict[str, str]:
    """Short names of organizations that need no introduction, to their full names; `Nato` as well as `NATO`."""
    found = pairs("known_acronyms", "short", "full")
    spoken = {short.title(): full for short, full in found.items() if len(short) >= SPOKEN and short.isalpha()}
    return spoken | found


@cache
def well_known() -> frozenset[str]:
    """The full names of organizations that need no introduction."""
    known = {name for name, _, _ in known_names().values()} | set(acronyms().values())
    return words("known_organizations") | known


@lru_cache(1 << 12)
def folded(text: str) -> str:
    """A name without case, diacritics, dots, hyphens and a leading `the`, also one that is written with it:
    TheCourier; `Dept` is Department."""
    text = DEPARTMENT.sub("Department", GLUED_ARTICLE.sub("", text)).translate(PLAIN)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().removeprefix("the ").split())


def _initials(name: str) -> str:
    links = words("name_parts", sort="link")
    parts = name.replace("-", " ").split()
    if len(parts) > 2 and parts[0].isupper() and country_of(parts[0]):  # U.S. Interstate Commerce Commission, ICC
        del parts[0]
    return "".join(word[0] for word in parts if word.lower() not in links and word[0].isalnum()).upper()


SIMILAR = 84  # of 100: spellings of one name
ROMANIZED = 65  # of 100: spellings with the same consonants: Gaddafi and Kadhafi, not Hassan and Hussein
VOWELS = frozenset("aeiouh'")


def alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one name."""
    if one == other:
        return True
    if min(len(one), len(other)) < 5:
        return False
    likeness = ratio(one, other)
    return likeness >= SIMILAR or (likeness >= ROMANIZED and len(_key(one)) > 2 and _key(one) == _key(other))


@cache
def _key(word: str) -> str:
    """Its consonants, those that romanizations write in several ways as one, none twice in a row."""
    for row in rows("transliterations"):
        word = word.replace(row["letters"], row["as"])
    kept = [letter for n, letter in enumerate(word) if letter not in VOWELS and letter != word[n - 1 : n]]
    return "".join(kept)


NAME_HEAD_ENDS = re.compile(r",? (?:of|for|in|on|at) ")  # Bank of England, head `Bank`
LINKS = frozenset({"of", "for", "in", "on", "at", "and"})
SPELLING = 92  # of 100: Organisation and Organization


def same(one: Form, other: Form) -> bool:
    """Whether two forms may name one entity, by the forms alone."""
    kinds = {one.kind, other.kind}
    if kinds == {"organization"} and _is_office(one, other):
        return True
    if one.known or other.known:
        mine, theirs = _known_as(one), _known_as(other)
        return mine == theirs or (len(mine) > 1 and ratio(" ".join(mine), " ".join(theirs)) >= SPELLING)
    if one.words == other.words:
        return kinds != {"person", "country"} and _same_sex(one, other)
    if kinds == {"country"}:
        return one.country is not None and one.country == other.country
    if kinds == {"person"}:
        return _same_sex(one, other) and _same_person(one.words, other.words)
    if kinds == {"person", "organization"}:
        return _is_person_taken_for_organization(one, other)
    return _same_organization(one, other) if kinds.isdisjoint({"person", "country"}) else False


def _is_office(one: Form, other: Form) -> bool:
    """Whether one is a department by what it is for: `State`, `Commerce` of the Commerce Department."""
    if 1 not in (len(one.words), len(other.words)):
        return False
    short, full = sorted((_plain(one), _plain(other)), key=len)
    office = len(full) == 2 and full[1] in words("name_parts", sort="office")
    return len(short) == 1 and office and full[0] == short[0] and short[0] in words("office_words")


def _is_person_taken_for_organization(one: Form, other: Form) -> bool:
    """`Çavuşoğlu` behind `Mevlut Cavusoglu`, `#JaneDoe`: the last word of a name, or all of it without spaces. The
    person is named in full, or the organization begins with a first name."""
    short, full = sorted((one, other), key=lambda form: len(form.words))
    if len(short.words) != 1 or len(full.words) < 2 or len(short.words[0]) < 5:
        return False
    person = full.kind == "person" or full.words[0] in words("first_names", "name")
    return short.words[0] == "".join(full.words) or (person and short.words[0] == full.words[-1])


def is_head_alone(form: Form) -> bool:
    """`the Commission`, `the University`: an organization by the one word for what it is."""
    return len(form.words) == 1 and form.kind == "organization" and form.words[0] in words("organization_heads")


def is_head_of(head: Form, full: Form) -> bool:
    """Whether an organization may go by one word of its name: `the Commission` of the European Commission.

    What is known by that word in all of a country (`the House`) is another's only if a state is named in front.
    """
    known = _known_as(full)
    name = NAME_HEAD_ENDS.split(" ".join(known), maxsplit=1)[0].split()
    if full.kind != "organization" or len(known) < 2 or name[-1:] != [head.words[0]]:
        return False
    before = " ".join(NAME_HEAD_ENDS.split(full.text, maxsplit=1)[0].split()[:-1])
    return head.known is None or before.removesuffix(" State") in words("regions")


def _known_as(form: Form) -> tuple[str, ...]:
    return tuple(folded(form.known).split()) if form.known else form.words


def _same_sex(one: Form, other: Form) -> bool:
    return not one.gender or not other.gender or one.gender == other.gender


def _same_person(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one name is a part of the other, or both differ by initials, nicknames and spelling alone."""
    short, full = sorted((mine, theirs), key=len)
    if not short:
        return False
    if len(short) == 1:
        born = full[-2] if len(full) > 2 and full[-1] in words("name_parts", sort="generation") else full[-1]
        return short[0] in (full[-1], full[0], born, "".join(full)) or alike(short[0], full[-1])  # #JaneDoe
    if full[-len(short) :] == short:
        return True
    initials, others = ([word[0] for word in name[1:-1]] for name in (short, full))
    fits = initials in ([], others)  # not George W. and George H. W.
    return fits and alike(short[-1], full[-1]) and _same_first(short, full)


def _same_first(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """First names that are equal, an initial, a nickname, a spelling or one of several given names."""
    first, other = short[0], full[0]
    names = pairs("nicknames", "short", "full")
    initial = first[0] == other[0] and 1 in (len(first), len(other))
    spelled = short[-1] == full[-1] and alike(first, other)
    return initial or spelled or names.get(first, first) == names.get(other, other)


def _same_organization(one: Form, other: Form) -> bool:
    """Whether one name of an organization, group or place is the initials, a spelling or a shortening of the other."""
    short, full = sorted((one, other), key=lambda form: len(form.text))
    whole = "".join(word[0] for word in full.words if word[0].isalpha()).upper()  # Democracy for America, DFA
    firm = full.initials[:-1] if full.words[-1] in words("company_words") and len(full.words) > 3 else ""  # TWA
    forms = (full.initials, whole, firm)
    if 1 < len(short.text) <= 8 and short.text.replace(".", "") in forms and len(full.words) > 1:
        return True
    if "place" in (one.kind, other.kind) and one.kind != other.kind:
        rest = full.words[len(short.words) :]
        firm = full.kind == "organization" and bool(rest) and set(rest) <= words("company_words")
        return firm and full.words[: len(short.words)] == short.words
    a, b = sorted((_plain(one), _plain(other)), key=len)
    if not a or len(a) == len(b):
        return a == b or (len(a) > 1 and len(a[0]) > 3 and ratio(" ".join(a), " ".join(b)) >= SPELLING)
    if len(a) == 1 and one.kind == other.kind == "group":  # Muslims, American Muslims
        return False
    if one.kind == "place":  # Stonewall Inn; not Dallas Airport
        return len(a) == 1 and a[0] == b[0] and " ".join(b[1:]) in words("place_heads") and not is_city(a[0])
    return _shortened(a, b)


def _shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """`Acme` of `Acme Corp.`, `Labour` of `Labour Party`, `Nordic Bank` of `Nordic Bank of Trade`, `Times`, `Telby` of
    `Telby University` and of `J.B. Telby Co`."""
    rest = full[len(short) :]
    if full[: len(short)] == short:
        is_head = rest[-1] in words("organization_heads")
        if set(rest) <= words("company_words") or (rest[0] in ("and", "&") and rest[-1] in words("firm_endings")):
            return True
        if len(short) == 1 and ((len(rest) == 1 and not is_head) or rest[-1] in words("firm_endings")):
            return len(short[0]) > 4  # Northrop Grumman, Placer Pacific Ltd
        of_it = rest[0] in ("of", "for") or (len(rest) == 1 and rest[0] in words("organization_heads"))
        return rest in (("party",), ("news",), ("university",)) or (len(short) > 1 and of_it)
    if full[1:2] == short and set(full[2:]) <= words("company_words"):
        return len(full[0]) == 2 and not country_of(full[0].upper())
    if full[-len(short) :] != short or full[-len(short) - 1] in LINKS:  # Friends of Acme Corp
        return False
    return len(short) > 1


def _plain(form: Form) -> tuple[str, ...]:
    """A place without the region behind the comma or `State of`; `Ministry of Defence` as `Defence Ministry`."""
    if form.kind == "place":
        before = " ".join(form.words).split(",")[0].split()
        of_area = len(before) > 2 and before[1] == "of"
        return tuple(before[2:] if of_area else before)
    if len(form.words) > 2 and form.words[0] in words("name_parts", sort="office"):
        return (*(word for word in form.words[2:] if word != "the"), form.words[0])
    return form.words

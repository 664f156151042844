"""Corrections of actors, places and issues: whoever is mentioned, quoted, takes a side or acts follows."""

from bisect import bisect_right

from analysis.corrections.sheet import SURE, NeedlessError, Row, Sheet, UnfitError, brief, meets, span_of
from analysis.records import Correction, Span

PRONOUNS = frozenset(
    {*("i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "hers", "it", "its")}
    | {"they", "them", "their", "theirs", "who", "whom", "whose", "himself", "herself", "itself", "themselves"}
)


def merge(sheet: Sheet, entry: Correction) -> None:
    """Two that are one: the first goes into the second, with all that is its."""
    one, other = sheet.entity_at(entry.at[0]), sheet.entity_at(entry.to[0])
    if one is other:
        raise NeedlessError(f"{one['name']!r} is one already")
    follow(sheet, one["entity_id"], other["entity_id"])
    other |= SURE | {name: other[name] or one[name] for name in ("role", "country")}
    other["aliases"] = list(dict.fromkeys([*other["aliases"], *one["aliases"]]))
    sheet.keep("entities", lambda row: row is not one)


def split(sheet: Sheet, entry: Correction) -> None:
    """Mentions of one that are of somebody else: they become an actor of their own, who says and does what they do."""
    _, spans = sheet.entity_at(entry.at[0]), sheet.places(entry.at)
    moved = [sheet.mention(span) for span in spans]
    if not all(moved):
        raise UnfitError(f"the words {brief(entry.at[moved.index(None)].quote)} mention nobody known")
    if len({row["entity_id"] for row in moved}) == 1 and sheet.entity(moved[0]["entity_id"])["name"] == entry.name:
        rest = [
            row for row in sheet.tables["mentions"] if row["entity_id"] == moved[0]["entity_id"] and row not in moved
        ]
        if not rest:
            raise NeedlessError(f"{entry.name!r} is an actor of its own already")
    new = _new(sheet, entry)
    olds = dict.fromkeys(row["entity_id"] for row in moved)
    for row in moved:
        _move(sheet, row, new["entity_id"])
    tidy(sheet)
    for row in [one for one in sheet.tables["entities"] if one["entity_id"] in olds]:
        _without(row, forms_of(sheet, row["entity_id"]))


def _without(row: Row, forms: list[str]) -> None:
    """What an actor is called once some mentions have gone to another."""
    row["aliases"] = forms or row["aliases"]
    row["name"] = row["name"] if row["name"] in row["aliases"] else max(row["aliases"], key=len)


def forms_of(sheet: Sheet, key: str) -> list[str]:
    """The names by which the article mentions an entity, each once; else its other words."""
    own = [row for row in sheet.tables["mentions"] if row["entity_id"] == key]
    form = "name" if any(row["form"] == "name" for row in own) else "nominal"
    return list(dict.fromkeys(row["text"] for row in own if row["form"] == form))


def add(sheet: Sheet, entry: Correction) -> None:
    """Somebody or something that was overlooked, by its mentions."""
    spans = sheet.places(entry.at)
    known = [row for span in spans if (row := sheet.mention(span))]
    if len(known) == len(spans) and {sheet.entity(row["entity_id"])["name"] for row in known} == {entry.name}:
        raise NeedlessError(f"{entry.name!r} is known already")
    new = _new(sheet, entry)
    for span in spans:
        row = next((one for one in sheet.tables["mentions"] if span_of(one, "") == span), None)
        if row is None:
            _mention(sheet, span, new["entity_id"])
        elif row["entity_id"] is None:
            row["entity_id"] = new["entity_id"]
        else:
            _move(sheet, row, new["entity_id"])
    tidy(sheet)


def drop(sheet: Sheet, entry: Correction) -> None:
    """What is no actor, place or issue: it goes, with its mentions, roles and stances; what it says keeps its words."""
    follow(sheet, sheet.entity_at(entry.at[0])["entity_id"], None)


def change(sheet: Sheet, entry: Correction) -> None:
    """Another name, kind or role."""
    row, column = sheet.entity_at(entry.at[0]), {"rename": "name"}.get(entry.action, entry.action)
    value = getattr(entry, column) or None
    if row[column] == value:
        raise NeedlessError(f"its {column} is {value!r} already")
    row |= SURE | {column: value}


def follow(sheet: Sheet, old: str, new: str | None) -> None:
    """All that was one entity's becomes another's; with None what can't be nobody's goes."""
    if new is None:
        for table, column in (("entities", "entity_id"), ("mentions", "entity_id"), ("roles", "entity_id")):
            sheet.keep(table, lambda row, column=column: row[column] != old)
        sheet.keep("stances", lambda row: old not in (row["holder_id"], row["target_id"]))
    single = {"mentions": ("entity_id",), "roles": ("entity_id", "of_id"), "quotations": ("source_id",)}
    single |= {"stances": ("holder_id", "target_id", "said_by_id")}
    for table, columns in single.items():
        for row in sheet.tables[table]:
            row |= {column: new for column in columns if row[column] == old}
    for table, column in (("quotations", "source_ids"), ("events", "actor_ids")):
        for row in sheet.tables[table]:
            _replace(row, column, old, new)
    tidy(sheet)


def _replace(row: Row, column: str, old: str, new: str | None) -> None:
    """One entity for another in a list, each once."""
    if old in row[column]:
        row[column] = list(dict.fromkeys(key for key in (new if one == old else one for one in row[column]) if key))
        if column == "source_ids":
            row["source_id"] = row[column][0] if row[column] else None


def _new(sheet: Sheet, entry: Correction) -> Row:
    row = {"name": entry.name, "kind": entry.kind, "aliases": [], "role": entry.role, "country": None, "n_mentions": 0}
    return sheet.add("entities", {"entity_id": "", **row, **SURE})


def _mention(sheet: Sheet, span: Span, key: str) -> None:
    words = sheet.text[span.start : span.end]
    form = "pronoun" if words.lower() in PRONOUNS else "name" if any(map(str.isupper, words)) else "nominal"
    numbers = {name: _number(span.start, sheet.article[f"{name}_spans"]) for name in ("paragraph", "sentence")}
    sheet.add(
        "mentions", {"mention_id": "", "entity_id": key, **sheet.span("", span), "text": words, "form": form, **numbers}
    )


def _number(offset: int, spans: list[list[int]]) -> int:
    n = bisect_right([start for start, _ in spans], offset)
    return n if n and offset < spans[n - 1][1] else 0


def _move(sheet: Sheet, mention: Row, new: str) -> None:
    """A mention becomes another's, and with it what is said, held and done by these words."""
    old, at = mention["entity_id"], span_of(mention, "")
    mention["entity_id"] = new
    for row in sheet.tables["quotations"]:
        if old in row["source_ids"] and meets(span_of(row, "source_"), at):
            _replace(row, "source_ids", old, new)
            follow_source(sheet, row["quotation_id"], old, new)
    for row in sheet.tables["stances"]:
        row |= {
            f"{end}_id": new
            for end in ("holder", "target")
            if row[f"{end}_id"] == old and meets(span_of(row, f"{end}_"), at)
        }
    for row in sheet.tables["events"]:
        if meets(span_of(row, "actor_"), at):
            _replace(row, "actor_ids", old, new)
    for row in sheet.tables["roles"]:
        if row["entity_id"] == old and _nearest(sheet, row, {old, new}) is mention:
            row["entity_id"] = new


def _nearest(sheet: Sheet, role: Row, keys: set[str]) -> Row | None:
    """The mention that a role stands beside."""
    own = [row for row in sheet.tables["mentions"] if row["entity_id"] in keys]
    return min(own, key=lambda row: max(row["start"] - role["end"], role["start"] - row["end"]), default=None)


def follow_source(sheet: Sheet, quotation: str, old: str, new: str | None) -> None:
    """Who takes a side in words that turn out to be another's is that other one."""
    for row in sheet.tables["stances"]:
        if row["quotation_id"] != quotation:
            continue
        if row["said_by_id"] == old:
            row["said_by_id"] = new
        elif row["holder_id"] == old and row["basis"] == "quotation" and new is not None:
            row["holder_id"] = new


def tidy(sheet: Sheet) -> None:
    """Entities without a mention go, nobody takes a side on himself, and of a side taken twice the surer row stays."""
    counts: dict[str | None, int] = {}
    for row in sheet.tables["mentions"]:
        counts[row["entity_id"]] = counts.get(row["entity_id"], 0) + 1
    for row in [one for one in sheet.tables["entities"] if one["entity_id"] not in counts and one["n_mentions"]]:
        sheet.keep("entities", lambda one, row=row: one is not row)
        follow(sheet, row["entity_id"], None)
    for row in sheet.tables["entities"]:
        row["n_mentions"] = counts.get(row["entity_id"], 0)
    for row in sheet.tables["roles"]:
        row["of_id"] = None if row["of_id"] == row["entity_id"] else row["of_id"]
    best: dict[tuple, Row] = {}
    for row in sheet.tables["stances"]:
        key = (row["holder_id"], row["target_id"], row["polarity"], row["evidence_start"], row["evidence_end"])
        best[key] = max(best.get(key, row), row, key=lambda one: one["confidence"])
    sheet.keep("stances", lambda row: row["holder_id"] != row["target_id"] and any(row is one for one in best.values()))

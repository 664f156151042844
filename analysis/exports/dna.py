"""Databases of Discourse Network Analyzer 3 (`.dna`, SQLite), whose interface imports no statements.

Texts have line feeds alone, as its text panel has them, and positions count UTF-16 code units, as Java does. Its
columns for names and titles hold 190 characters; longer ones are cut. It asks for the password of its coder, Admin, on
opening: `readout`.
"""

import base64
import hashlib
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from analysis.console import counted
from analysis.exports.annotations.places import placed
from analysis.exports.formats import Made
from analysis.exports.statements import statements
from analysis.tables.plain import rows

if TYPE_CHECKING:
    from analysis.reading import Reading

VERSION = "3.0"
PASSWORD = "readout"
LONGEST = 190
ROUNDS, SALT = 100_000, 16  # of the digest that its password check is made of
COLORS = "Red INTEGER NOT NULL DEFAULT 0, Green INTEGER NOT NULL DEFAULT 0, Blue INTEGER NOT NULL DEFAULT 0"
KEY = "ID INTEGER NOT NULL PRIMARY KEY"
RIGHTS = (
    *("AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements"),
    *("DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations"),
    *("ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements"),
)
ALLOWED = ", ".join(f"Permission{right} INTEGER NOT NULL DEFAULT 1" for right in RIGHTS)
VARIABLES = ("person", "organization", "concept", "agreement")
ATTRIBUTES = ("Type", "Alias", "Notes")


def _to(column: str, table: str, *, null: bool = False) -> str:
    return f"{column} INTEGER{'' if null else ' NOT NULL'} REFERENCES {table}(ID) ON DELETE CASCADE"


def _short(*columns: str) -> str:
    return ", ".join(f"{column} TEXT NOT NULL DEFAULT '' CHECK (LENGTH({column}) < 191)" for column in columns)


def _value(kind: str) -> str:
    ties = f"{_to('StatementId', 'STATEMENTS')}, {_to('VariableId', 'VARIABLES')}"
    return f"{KEY}, {ties}, {kind}, UNIQUE (StatementId, VariableId)"


SCHEMA = {
    "SETTINGS": "Property TEXT PRIMARY KEY, Value TEXT NOT NULL DEFAULT ''",
    "CODERS": f"{KEY}, Name TEXT NOT NULL UNIQUE, {COLORS}, Refresh INTEGER NOT NULL DEFAULT 0, "
    "FontSize INTEGER NOT NULL DEFAULT 14, Password TEXT NOT NULL, PopupWidth INTEGER DEFAULT 300, "
    "ColorByCoder INTEGER NOT NULL DEFAULT 0, PopupDecoration INTEGER NOT NULL DEFAULT 0, "
    f"PopupAutoComplete INTEGER NOT NULL DEFAULT 1, {ALLOWED}",
    "CODERRELATIONS": f"{KEY}, {_to('Coder', 'CODERS')}, {_to('OtherCoder', 'CODERS')}, "
    "viewStatements INTEGER NOT NULL DEFAULT 1, editStatements INTEGER NOT NULL DEFAULT 1, "
    "viewDocuments INTEGER NOT NULL DEFAULT 1, editDocuments INTEGER NOT NULL DEFAULT 1",
    "DOCUMENTS": f"{KEY}, {_short('Title')}, Text TEXT NOT NULL, {_to('Coder', 'CODERS', null=True)}, "
    f"{_short('Author', 'Source', 'Section')}, Notes TEXT NOT NULL DEFAULT '', {_short('Type')}, Date INTEGER NOT NULL",
    "STATEMENTTYPES": f"{KEY}, Label TEXT NOT NULL, {COLORS}",
    "VARIABLES": f"{KEY}, Variable TEXT NOT NULL, DataType TEXT NOT NULL DEFAULT 'short text', "
    f"{_to('StatementTypeId', 'STATEMENTTYPES', null=True)}, UNIQUE (Variable, StatementTypeId)",
    "VARIABLELINKS": f"{KEY}, {_to('SourceVariableId', 'VARIABLES')}, {_to('TargetVariableId', 'VARIABLES')}",
    "REGEXES": f"Label TEXT PRIMARY KEY, {COLORS}",
    "STATEMENTS": f"{KEY}, {_to('StatementTypeId', 'STATEMENTTYPES', null=True)}, {_to('DocumentId', 'DOCUMENTS')}, "
    f"Start INTEGER NOT NULL, Stop INTEGER NOT NULL, {_to('Coder', 'CODERS', null=True)}, CHECK (Start < Stop)",
    "ENTITIES": f"{KEY}, {_to('VariableId', 'VARIABLES')}, {_short('Value')}, {COLORS}, "
    "ChildOf INTEGER REFERENCES ENTITIES(ID), UNIQUE (VariableId, Value)",
    "DATABOOLEAN": _value("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _value("Value INTEGER NOT NULL DEFAULT 0"),
    "DATASHORTTEXT": _value(_to("Entity", "ENTITIES")),
    "DATALONGTEXT": _value("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": f"{KEY}, {_to('VariableId', 'VARIABLES')}, AttributeVariable TEXT NOT NULL, "
    "UNIQUE (VariableId, AttributeVariable)",
    "ATTRIBUTEVALUES": f"{KEY}, {_to('EntityId', 'ENTITIES')}, {_to('AttributeVariableId', 'ATTRIBUTEVARIABLES')}, "
    f"{_short('AttributeValue')}, UNIQUE (EntityId, AttributeVariableId)",
}


def database(reading: "Reading") -> Made:
    """A database of all articles, and of the stances for and against that are shown as statements."""
    found = statements(reading)
    with sqlite3.connect(":memory:") as base:
        for name, columns in SCHEMA.items():
            base.execute(f"CREATE TABLE {name} ({columns})")
        _settings(base)
        documents = _documents(base, reading)
        _statements(base, found, documents, _kinds(reading))
    base.commit()
    data = base.serialize()
    base.close()
    return Made(data, f"{counted(len(documents), 'article')}, {counted(len(found), 'statement')}")


def _settings(base: sqlite3.Connection) -> None:
    _add(base, "SETTINGS", ("version", VERSION))
    base.execute("INSERT INTO CODERS (ID, Name, Red, Password) VALUES (1, 'Admin', 255, ?)", (_digest(PASSWORD),))
    _add(base, "STATEMENTTYPES", (1, "DNA Statement", 239, 208, 51))
    for number, name in enumerate(VARIABLES, 1):
        _add(base, "VARIABLES", (number, name, "boolean" if name == "agreement" else "short text", 1))
    pairs = [(number, name) for number in (1, 2, 3) for name in ATTRIBUTES]
    for number, (variable, name) in enumerate(pairs, 1):
        _add(base, "ATTRIBUTEVARIABLES", (number, variable, name))


def _documents(base: sqlite3.Connection, reading: "Reading") -> dict[str, tuple[int, Any]]:
    """The articles; and of each its number, and the place of each of its characters."""
    found = {}
    for number, row in enumerate(rows(reading.articles), 1):
        text, places = placed(row.text, lf=True, utf16=True)
        facts = (_cut(row.headline or row.article_id), text, 1, _cut(row.byline), _cut(row.outlet or row.agency), "")
        notes = row.article_id if row.published else f"{row.article_id}; its publication day is not known"
        _add(base, "DOCUMENTS", (number, *facts, notes, "", _seconds(row.published)))
        found[row.article_id] = (number, places)
    return found


def _statements(
    base: sqlite3.Connection, found: list[dict[str, Any]], documents: dict[str, tuple[int, Any]], kinds: dict[str, str]
) -> None:
    entities = _entities(base, found, kinds)
    number = 0
    for row in found:
        document, places = documents[row["document_id"]]
        start, stop = places[row["start_position"]], places[row["stop_position"]]
        _add(base, "STATEMENTS", (row["statement_id"], 1, document, start, stop, 1))
        for variable, name in enumerate(VARIABLES[:3], 1):
            number += 1
            entity = entities[variable, _cut(row[name])]
            _add(base, "DATASHORTTEXT", (number, row["statement_id"], variable, entity))
        _add(base, "DATABOOLEAN", (row["statement_id"], row["statement_id"], 4, row["agreement"]))


def _entities(
    base: sqlite3.Connection, found: list[dict[str, Any]], kinds: dict[str, str]
) -> dict[tuple[int, str], int]:
    """A number for each value of each variable, the empty one first; their attributes say of what kind they are."""
    empty = [(variable, "") for variable in (1, 2, 3)]
    named = [(n, _cut(row[name])) for row in found for n, name in enumerate(VARIABLES[:3], 1)]
    numbers = {pair: number for number, pair in enumerate(dict.fromkeys([*empty, *named]), 1)}
    held = 0
    for (variable, value), number in numbers.items():
        base.execute("INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (?, ?, ?)", (number, variable, value))
        for place, name in enumerate(ATTRIBUTES, 1):
            held += 1
            told = kinds.get(value, "") if name == "Type" else ""
            _add(base, "ATTRIBUTEVALUES", (held, number, 3 * (variable - 1) + place, told))
    return numbers


def _kinds(reading: "Reading") -> dict[str, str]:
    return {_cut(row.name): row.kind for row in rows(reading.entities)}


def _add(base: sqlite3.Connection, table: str, values: tuple[Any, ...]) -> None:
    base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def _cut(value: str | None) -> str:
    value = value or ""
    return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"


def _seconds(day: str | None) -> int:
    return int(datetime.fromisoformat(day or "1970-01-01").replace(tzinfo=UTC).timestamp())


def _digest(password: str) -> str:
    """Salt and SHA-256 digest as Jasypt's strong password encryptor has them; the salt is fixed, the word is public."""
    salt = hashlib.sha256(b"salt").digest()[:SALT]
    digest = salt + password.encode()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode()

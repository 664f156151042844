"""What can be wrong with a row, which fields that asks for, and the correction that is made of them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from analysis import corrections as mend
from analysis.reading import Reading
from analysis.records import Correction, Span

Given = Mapping[str, Any]  # what stands in the fields; `spans`, by field, where words were selected in the text


class Mending(NamedTuple):
    """What can be wrong: how it is called, which fields it asks for, how a correction is made of them; `new` if a row
    is missing."""

    label: str
    fields: tuple[str, ...]
    make: Callable[[Reading, str, Given], Correction]
    new: bool = False


def _others(reading: Reading, key: str, given: Given) -> Correction:
    return mend.split(reading, given["mentions"], name=given["name"], kind=given["kind"], article=given["article"])


def _missing(reading: Reading, key: str, given: Given) -> Correction:
    where = _find(reading, given, "words")
    name = given["name"].strip() or " ".join(given["words"].split())
    return mend.add_entity(reading, where, name=name, kind=given["kind"], article=given["article"])


def _source(reading: Reading, key: str, given: Given) -> Correction:
    said = bool(given["source"].strip())
    return mend.set_source(reading, key, _find(reading, given, "source")[0] if said else None, article=given["article"])


def _quotation(reading: Reading, key: str, given: Given) -> Correction:
    where = _find(reading, given, "words")
    near = {**given, "near": where[0].start}
    source = _find(reading, near, "source")[0] if given["source"].strip() else None
    return mend.add_quotation(reading, where, source=source, article=given["article"])


def _stance(reading: Reading, key: str, given: Given) -> Correction:
    where = _find(reading, given, "words")[0]
    return mend.add_stance(reading, given["holder"], given["target"], given["side"], where, article=given["article"])


def _find(reading: Reading, given: Given, field: str) -> tuple[Span, ...]:
    """The characters of a field's words: those selected, if it still says so, else where they stand nearest."""
    text = mend.text_of(reading, given["article"])[1]
    span = given["spans"].get(field)
    if span and text[slice(*span)].split() == given[field].split():
        return (Span(*span),)
    return mend.find_words(text, given[field], given["near"])


def _drop(reading: Reading, key: str, given: Given) -> Correction:
    return mend.drop(reading, key, article=given["article"])


def _merge(reading: Reading, key: str, given: Given) -> Correction:
    return mend.merge(reading, key, into=given["other"], article=given["article"])


def _rename(reading: Reading, key: str, given: Given) -> Correction:
    return mend.rename(reading, key, given["name"], article=given["article"])


def _kind(reading: Reading, key: str, given: Given) -> Correction:
    return mend.set_kind(reading, key, given["kind"], article=given["article"])


def _role(reading: Reading, key: str, given: Given) -> Correction:
    return mend.set_role(reading, key, given["role"], article=given["article"])


def _bounds(reading: Reading, key: str, given: Given) -> Correction:
    return mend.set_bounds(reading, key, _find(reading, given, "words"), article=given["article"])


def _turn(reading: Reading, key: str, given: Given) -> Correction:
    return mend.turn(reading, key, given["side"], article=given["article"])


MENDINGS = {
    "entities": (
        Mending("is the same as …", ("other",), _merge),
        Mending("some mentions are of somebody else", ("mentions", "name", "kind"), _others),
        Mending("has another name", ("name",), _rename),
        Mending("is of another kind", ("kind",), _kind),
        Mending("has another role", ("role",), _role),
        Mending("does not belong here", (), _drop),
        Mending("another one is missing", ("words", "name", "kind"), _missing, new=True),
    ),
    "quotations": (
        Mending("somebody else says it, or nobody", ("source",), _source),
        Mending("begins or ends elsewhere", ("words",), _bounds),
        Mending("is no quotation", (), _drop),
        Mending("another one is missing", ("words", "source"), _quotation, new=True),
    ),
    "stances": (
        Mending("takes another side", ("side",), _turn),
        Mending("is no stance", (), _drop),
        Mending("another one is missing", ("holder", "target", "side", "words"), _stance, new=True),
    ),
}

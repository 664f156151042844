"""A codebook's file, read and checked: what is wrong is said with its line and with what may stand there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.codebook.study import Actor, Codebook, Issue, bare
from analysis.codebook.yaml_files import LINE, NUMBER, Key, read_yaml
from analysis.lexicon import OwnWords, rows

KINDS = ("person", "organization", "country", "group", "place")
SIDES = {"for": "1", "against": "-1", "neutral": "0"}
LEFT_OUT = ("names", "issues", "cues", "stances")
SURE = 0.8  # how sure an own stance word is, unless it says so


def as_codebook(given: "Codebook | str | Path | None") -> Codebook | None:
    """A codebook as it is given: read, or the file of one."""
    return given if given is None or isinstance(given, Codebook) else read_codebook(given)


def read_codebook(file: str | Path) -> Codebook:
    """The codebook in a YAML file.

    Raises ValueError that names file and line of each fault, what was found and what may stand there, also where there
    is no such file.
    """
    file = Path(file)
    if not file.is_file():
        raise ValueError(f"{file}: there is no such codebook")
    found = read_yaml(file, _form())
    faults = list(_faults(found))
    if faults:
        raise ValueError("; ".join(f"{file}, line {line}: {fault}" for line, fault in faults[:5]))
    out = {name: tuple(map(bare, found["leave_out"].get(name, ()))) for name in ("names", "issues")}
    return Codebook(
        study=found["study"],
        actors=tuple(_actor(block) for block in found["actors"]),
        issues=tuple(Issue(name=block["name"], wordings=tuple(block["wordings"])) for block in found["issues"]),
        no_names=out["names"],
        no_issues=out["issues"],
        words=_words(found),
    )


def _form() -> Key:
    """What a codebook may hold; the codes of cues and stance words are those of the word lists."""
    text, needed, several = Key(), Key(needed=True), Key(many=True)
    codes = {
        "frames": {frame for row in rows("cues") for frame in row["frames"].split()},
        "sort": {row["sort"] for row in rows("cues")},
        "slot": {row["slot"] for row in rows("stance_frames")},
    }
    one_of = {name: Key(needed=True, values=tuple(sorted(known))) for name, known in codes.items()}
    kind, strength = Key(needed=True, values=KINDS), Key(NUMBER, between=(0.05, 1))
    actor = {"name": needed, "kind": kind, "aliases": several, "role": text, "country": text}
    cue = {"word": needed, "pos": Key(needed=True, values=("verb", "noun", "adj"))}
    cue |= {"frames": one_of["frames"]._replace(many=True), "sort": one_of["sort"]}
    stance = {"word": needed, "pos": Key(needed=True, values=("verb", "noun", "adjective", "hyphen"))}
    stance |= {"slot": one_of["slot"], "side": Key(needed=True, values=tuple(SIDES)), "strength": strength}
    stance |= {"of": Key(values=("issue", "actor"))}
    blocks = {"actors": actor, "issues": {"name": needed, "wordings": several}, "cues": cue, "stances": stance}
    whole = {"study": needed, **{name: Key(keys, many=True) for name, keys in blocks.items()}}
    return Key(whole | {"leave_out": Key(dict.fromkeys(LEFT_OUT, several))})


def _faults(found: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """Names that stand for two, and names that are none."""
    for table, wordings in (("actors", "aliases"), ("issues", "wordings")):
        known: dict[str, dict[str, Any]] = {}
        for block in found[table]:
            for form in dict.fromkeys([block["name"], *block[wordings]]):
                if not any(map(str.isalnum, form)):
                    yield block[LINE], f"{form!r} has neither letter nor figure"
                other = known.setdefault(_plain(form), block)
                if other is not block:
                    yield (
                        block[LINE],
                        f"{form!r} is also {other['name']!r}, in line {other[LINE]}: which is meant?",
                    )


def _plain(form: str) -> str:
    return " ".join(form.casefold().split())


def _actor(block: dict[str, Any]) -> Actor:
    values = {name: block[name] or None for name in ("role", "country")}
    return Actor(name=block["name"], kind=block["kind"], aliases=tuple(block["aliases"]), **values)


def _words(found: dict[str, Any]) -> OwnWords:
    cues = [
        {"lemma": one["word"], "pos": one["pos"], "frames": " ".join(one["frames"]), "sort": one["sort"]}
        for one in found["cues"]
    ]
    frames = [
        {
            **{"lemma": one["word"], "pos": one["pos"], "slot": one["slot"], "sign": SIDES[one["side"]]},
            **{"strength": str(one["strength"] or SURE), "of": one["of"] or ""},
        }
        for one in found["stances"]
    ]
    out = found["leave_out"]
    return OwnWords.of(
        {"cues": cues, "stance_frames": frames},
        without={"cues": out.get("cues", ()), "stance_frames": out.get("stances", ())},
    )

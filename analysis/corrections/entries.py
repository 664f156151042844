"""What a correction is: which words, what of them is wrong, who says so, when and why."""

from dataclasses import dataclass

from analysis.records import Span

REACH = 40  # characters of context kept on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a text that can be found again when offsets move: by themselves and by what stands before and behind,
    whose white space is folded."""

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that a reader mends in one article.

    `table` and `action` say what is done (`ACTIONS`). `at` are the words of the row: the content of a quotation, the
    evidence of a stance, mentions of an actor. `to` are the words it goes to: new bounds, a mention of the actor that
    it is merged into. `source`, `cue`, `holder` and `target` are words too; the rest is what the row is to say.
    """

    correction_id: str
    article_id: str
    table: str
    action: str
    at: tuple[Anchor, ...]
    to: tuple[Anchor, ...] = ()
    source: Anchor | None = None
    cue: Anchor | None = None
    holder: Anchor | None = None
    target: Anchor | None = None
    name: str | None = None
    kind: str | None = None
    role: str | None = None
    polarity: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: `applied`, `needless` (the reader's own row says so already) or `unfit`.

    `spans` is where its words stand now; `problem` says why it did not fit.
    """

    correction: Correction
    outcome: str
    spans: tuple[Span, ...] = ()
    problem: str | None = None


APPLIED, NEEDLESS, UNFIT = OUTCOMES = ("applied", "needless", "unfit")
# By table: the actions, and what each needs beside the words of the row.
ACTIONS: dict[str, dict[str, tuple[str, ...]]] = {
    "entities": {
        "merge": ("to",),
        "split": ("name", "kind"),
        "rename": ("name",),
        "kind": ("kind",),
        "role": ("role",),
        "add": ("name", "kind"),
        "drop": (),
    },
    "quotations": {"drop": (), "add": (), "source": (), "bounds": ("to",)},
    "stances": {
        "drop": ("holder", "target"),
        "add": ("holder", "target", "polarity"),
        "turn": ("holder", "target", "polarity"),
    },
}


def value_of(entry: Correction) -> str | None:
    """What the row is to say, in words; None where it goes."""
    if entry.action == "drop":
        return None
    if entry.table == "stances":
        return f"{entry.holder.quote if entry.holder else ''} → {entry.target.quote if entry.target else ''}: " + str(
            entry.polarity
        )
    if entry.table == "quotations" and entry.action in ("add", "source"):
        return entry.source.quote if entry.source else None
    if entry.to:
        return " … ".join(anchor.quote for anchor in entry.to)
    named = entry.name, entry.kind, entry.role
    return ", ".join(filter(None, named)) or None

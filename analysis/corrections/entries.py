"""What a correction is: which words, what of them is wrong, who says so, when and why."""

from dataclasses import dataclass

from analysis.records import Correction, Span

REACH = 40  # characters of context kept on each side


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

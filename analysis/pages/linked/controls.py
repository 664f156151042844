"""What the explorer is steered by: a word, a line of confidence, kinds of rows. They stand hidden until script runs."""

from analysis.pages.blocks import html
from analysis.pages.linked.choice import KINDS
from analysis.pages.linked.rows import View

LABELS = {
    "person": "persons",
    "organization": "organizations",
    "country": "countries",
    "group": "groups",
    "place": "places",
    "issue": "issues",
    "thought": "thoughts",
    "support": "▲ for",
    "oppose": "▼ against",
    "neutral": "◆ neutral",
    "date": "dates",
}


def controls(view: View, summary: str) -> str:
    """The controls, and the line that says what is chosen."""
    groups = "".join(_group(view, title, kinds) for title, kinds in KINDS.items())
    return (
        '<div class="controls"><div class="steer">'
        '<label class="word">Word <input type="search" autocomplete="off" spellcheck="false" data-word></label>'
        '<label class="least">At least <input type="range" min="0" max="100" step="5" data-least> '
        "<output data-told></output></label>"
        '<button type="button" data-measured title="The line measured for each table">as measured</button>'
        f'</div><div class="kinds">{groups}</div></div>'
        f'<p class="choice"><span role="status" data-summary>{html(summary)}</span> '
        '<button type="button" data-clear hidden>Show all</button></p>'
    )


def _group(view: View, title: str, kinds: tuple[str, ...]) -> str:
    boxes = "".join(
        f'<label class="kind {kind}"><input type="checkbox" value="{kind}"'
        f"{' checked' if kind in view.state.kinds else ''}>{LABELS.get(kind, kind)}</label>"
        for kind in kinds
    )
    return f"<fieldset><legend>{title}</legend>{boxes}</fieldset>"

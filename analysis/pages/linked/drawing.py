"""The signed network as SVG whose names and ties can be chosen; it stands as `charts.signed_network` draws it."""

import json
from collections.abc import Sequence
from typing import Any

from analysis.charts import layout
from analysis.charts.base import NAME, plain
from analysis.charts.layout import Place, Tie, arranged, grouped, names_in, ordered
from analysis.charts.network import width_of
from analysis.charts.signs import sign_of
from analysis.pages.blocks import html
from analysis.pages.linked.panels import ON
from analysis.pages.linked.rows import View

INCH = 82  # units an inch
MOST = 60  # names
MEASURES = ("ROW", "LOWEST", "HALF", "LABEL", "APART", "BESIDE")  # what the script places by


def network_panel(view: View) -> str:
    """Names on an ellipse and ties between them. Those that no visible stance touches have no place yet."""
    found = view.linked.stances
    visible = [row for row in found if row.stance_id in view.visible]
    order = ordered([*visible, *found], MOST)
    drawn = arranged(visible, order)
    ties = {(tie.holder, tie.target, tie.polarity): tie for tie in drawn.ties}
    places = {place.key: place for place in drawn.places}
    groups = {pair: rows for pair, rows in grouped(found).items() if {*pair[:2]} <= {*order}}
    if not groups:
        return '<p class="hint">No stance was found.</p>'
    lines = "".join(_tie(view, pair[2], rows, ties.get(pair)) for pair, rows in groups.items())
    signs = "".join(_sign(view, pair[2], rows, ties.get(pair)) for pair, rows in groups.items())
    names = names_in(found)
    dots = "".join(_name(view, key, names[key], places.get(key)) for key in order)
    kept = set(order)
    left = [row.stance_id for row in found if not kept.issuperset((row.holder_id, row.target_id))]
    more = f"<p class=hint {view.rows(*left)}>Some names have room in the matrix only.</p>" if left else ""
    width, height = drawn.width * INCH, drawn.height * INCH
    return (
        f'<svg class="network" viewBox="{-width / 2:.1f} {-height / 2:.1f} {width:.1f} {height:.1f}" role="group" '
        f'aria-label="Who stands where: network" data-measures="{_measures()}">{lines}{signs}{dots}</svg>'
        f'{more}<p class="hint none">No stance is sure enough.</p>'
    )


def _measures() -> str:
    """The measures of the layout in units, for the script that places names anew."""
    found: dict[str, Any] = {name.lower(): getattr(layout, name) * INCH for name in MEASURES}
    found |= {"head": [side * INCH for side in layout.HEAD], "pull": layout.PULL, "along": layout.ALONG}
    return html(json.dumps(found))


def _point(point: tuple[float, float]) -> str:
    return f"{point[0] * INCH:.1f} {-point[1] * INCH:.1f}"


def _tie(view: View, polarity: str, rows: Sequence[Any], tie: Tie | None) -> str:
    keys = [row.stance_id for row in rows]
    line = head = ""
    if tie:
        width = width_of(len(view.confidences(keys)))
        line = f' d="M{_point(tie.start)}Q{_point(tie.bend)} {_point(tie.end)}" stroke-width="{width:.1f}"'
        head = f' d="M{"L".join(map(_point, tie.head))}Z"'
    return f'<g class="tie {polarity}" {view.rows(*keys)}><path{line}/><path class="head"{head}/></g>'


def _sign(view: View, polarity: str, rows: Sequence[Any], tie: Tie | None) -> str:
    keys = [row.stance_id for row in rows]
    label = f"{rows[0].holder} {ON[polarity]} {rows[0].target}"
    return (
        f'<g class="sign {polarity}" {view.rows(*keys)}{_moved(tie and tie.at)}><title>{html(label)}</title>'
        f'<circle r="9"/><text data-tally="{polarity}">{sign_of(polarity, view.confidences(keys))}</text></g>'
    )


def _name(view: View, key: str, name: str, place: Place | None) -> str:
    keys = [row.stance_id for row in view.linked.stances if key in (row.holder_id, row.target_id)]
    side = "left" if place and place.side < 0 else "right"
    return (
        f'<g class="name {side}" {view.rows(*keys)} data-pick="actor" data-value="{key}"'
        f"{_moved(place and place.point)}><title>{html(name)}</title>"
        f'<circle r="4.5"/><text>{html(plain(name, NAME))}</text></g>'
    )


def _moved(point: tuple[float, float] | None) -> str:
    return f' transform="translate({_point(point)})"' if point else ""

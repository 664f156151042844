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
    lines = "".join(_tie(view, pair, rows, ties.get(pair)) for pair, rows in groups.items())
    signs = "".join(_sign(view, pair, rows, ties.get(pair)) for pair, rows in groups.items())
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


def _tie(view: View, pair: Sequence[str], rows: Sequence[Any], tie: Tie | None) -> str:
    holder, target, polarity = pair
    line = f"M{_point(tie.start)}Q{_point(tie.bend)} {_point(tie.end)}" if tie else ""
    head = f"M{'L'.join(map(_point, tie.head))}Z" if tie else ""
    width = width_of(len(view.confidences(row.stance_id for row in rows)))
    return (
        f'<g class="tie {polarity}" {view.rows(*(row.stance_id for row in rows))} data-from="{holder}" '
        f'data-to="{target}"><path d="{line}" stroke-width="{width:.1f}"/><path class="head" d="{head}"/></g>'
    )


def _sign(view: View, pair: Sequence[str], rows: Sequence[Any], tie: Tie | None) -> str:
    keys = [row.stance_id for row in rows]
    holder, target, polarity = pair
    label = f"{rows[0].holder} {ON[polarity]} {rows[0].target}"
    sign = sign_of(polarity, view.confidences(keys))
    return (
        f'<g class="sign {polarity}" role="button" tabindex="-1" {view.rows(*keys)} '
        f'data-pick="pair" data-value="{html(f"{holder}>{target}")}"{_moved(tie and tie.at)}>'
        f'<title>{html(label)}</title><circle r="9"/>'
        f'<text data-tally="{polarity}" {view.rows(*keys)}>{sign}</text></g>'
    )


def _name(view: View, key: str, name: str, place: Place | None) -> str:
    keys = [row.stance_id for row in view.linked.stances if key in (row.holder_id, row.target_id)]
    side = "left" if place and place.side < 0 else "right"
    return (
        f'<g class="name {side}" role="button" tabindex="-1" {view.rows(*keys)} '
        f'data-pick="actor" data-value="{key}"{_moved(place and place.point)}><title>{html(name)}</title>'
        f'<circle r="4.5"/><text>{html(plain(name, NAME))}</text></g>'
    )


def _moved(point: tuple[float, float] | None) -> str:
    return f' transform="translate({_point(point)})"' if point else ""

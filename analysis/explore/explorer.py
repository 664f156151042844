"""The explorer as a widget: what is chosen in the browser is data in Python, and the other way round."""

from collections.abc import Mapping, Sequence
from typing import Any

from anywidget import AnyWidget
from traitlets import Bunch, Dict, Float, Instance, List, Unicode, observe, validate

from analysis.pages.blocks import LAB_SHEETS, templates
from analysis.pages.linked import ALL, checked, chosen, explorer, known_kinds
from analysis.reading import Reading


class Explorer(AnyWidget):
    """One article in one view; choose an actor, a pair, a quotation, a day or a word, and everything else follows.

    To read, set and observe: `selection` (what `pages.explorer` takes, in ids: {"actor": "e1"}), `least` (from which
    confidence on rows are shown; None for as measured), `kinds` (of rows shown), `reading` (with another article
    nothing is chosen), `span` (the characters last selected in the text, [start, end], or []). `chosen` are the rows of
    the choice as a Reading. Raises ValueError for a choice, a kind or a line that there is not.
    """

    _esm = templates("explorer-network.js", "explorer.js", "explorer-widget.js")
    _css = templates(*LAB_SHEETS)
    reading = Instance(Reading)
    page = Unicode().tag(sync=True)
    selection = Dict().tag(sync=True)
    least = Float(None, allow_none=True).tag(sync=True)
    kinds = List(Unicode(), ALL).tag(sync=True)
    span = List().tag(sync=True)

    def __init__(
        self,
        reading: Reading,
        selection: Mapping[str, Any] | None = None,
        *,
        least: float | None = None,
        kinds: Sequence[str] = ALL,
    ) -> None:
        super().__init__(reading=reading, page=_page(reading))
        self.kinds, self.least, self.selection = list(kinds), least, dict(selection or {})

    @property
    def chosen(self) -> Reading:
        """The rows that belong to the choice; where nothing is chosen all that are shown."""
        return chosen(self.reading, self.selection, least=self.least, kinds=self.kinds)

    @validate("selection")
    def _known(self, proposal: Bunch) -> dict[str, Any]:
        return checked(self.reading, proposal.value)

    @validate("least")
    def _a_share(self, proposal: Bunch) -> float | None:
        if proposal.value is not None and not 0 <= proposal.value <= 1:
            raise ValueError(f"{proposal.value} is no share: least is from 0 to 1, or None for as measured")
        return proposal.value

    @validate("kinds")
    def _known_kinds(self, proposal: Bunch) -> list[str]:
        return list(known_kinds(proposal.value))

    @observe("reading")
    def _show(self, change: Bunch) -> None:
        if change.old is None or not isinstance(change.old, Reading):
            return
        with self.hold_sync():
            self.selection, self.span, self.page = {}, [], _page(self.reading)

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The widget, and for whoever shows none the page as it stands."""
        data, metadata = super()._repr_mimebundle_(**options)
        page = explorer(self.reading, self.selection, least=self.least, kinds=self.kinds)
        return page._repr_mimebundle_() | data | {"text/plain": page.text}, metadata


def _page(reading: Reading) -> str:
    return f'<div class="readout">{explorer(reading).markup}</div>'

"""What a widget that works on the kernel alone shows where there is none."""

from typing import Any

from analysis.pages.blocks import html


class NeedsKernel:
    """Beside the widget one line that says what it is for, for pages made of a notebook: nothing dead looks alive."""

    alone = ""

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        words = f"{self.alone} That works in JupyterLab, not on this page."
        data = super()._repr_mimebundle_(**options)  # type: ignore[misc]
        return {"text/html": f"<p><em>{html(words)}</em></p>"} | data | {"text/plain": words}

"""Who reports a stance: the attribution that a word stands in."""

from analysis.readers.actors.scene import Scene
from analysis.records import Quotation


def reported(
    scene: Scene, quotations: tuple[Quotation, ...], sources: tuple[tuple[str, ...], ...]
) -> dict[int, tuple[int, str | None]]:
    """Tokens to the innermost attribution they stand in: its index, and the entity that is its source."""
    found: dict[int, tuple[int, str | None]] = {}
    widest_first = sorted(
        range(len(quotations)), key=lambda n: -sum(end - start for start, end in quotations[n].content)
    )
    for n in widest_first:
        speaker = sources[n][0] if sources[n] else None
        for start, end in quotations[n].content:
            found.update((token.i, (n, speaker)) for token in scene.tokens_of(start, end))
    return found

"""Who reports a stance: the attribution that a word stands in."""

from analysis.coreference.scene import Scene
from analysis.records import Attribution


def reported(
    scene: Scene, attributions: tuple[Attribution, ...], sources: tuple[tuple[str, ...], ...]
) -> dict[int, tuple[int, str | None]]:
    """Tokens to the innermost attribution they stand in: its index, and the entity that is its source."""
    found: dict[int, tuple[int, str | None]] = {}
    widest_first = sorted(
        range(len(attributions)), key=lambda n: -sum(end - start for start, end in attributions[n].content)
    )
    for n in widest_first:
        speaker = sources[n][0] if sources[n] else None
        for start, end in attributions[n].content:
            found.update((token.i, (n, speaker)) for token in scene.tokens_of(start, end))
    return found

"""Krippendorff's alpha of two readers' values."""

from collections.abc import Sequence


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha (nominal) of two readers' values; None where there are not two values to tell apart."""
    import krippendorff

    values = sorted({value for pair in pairs for value in pair})
    if len(values) < 2:
        return None
    numbers = [[values.index(value) for value in reader] for reader in zip(*pairs, strict=True)]
    return float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))

"""Counts in words."""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and what it counts: `1 article`, `1,200 articles`, `0 entities`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"

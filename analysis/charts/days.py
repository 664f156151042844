"""Days, periods and what is done in them as people write it."""

from datetime import date, timedelta

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
PARTS = {
    (1, 3): "first quarter of {}",
    (4, 3): "second quarter of {}",
    (7, 3): "third quarter of {}",
    (10, 3): "fourth quarter of {}",
    (3, 3): "spring {}",
    (6, 3): "summer {}",
    (9, 3): "autumn {}",
    (12, 3): "winter {}",
    (1, 6): "first half of {}",
    (7, 6): "second half of {}",
    (1, 12): "{}",
}


def told(action: str, *, opens: bool = False) -> str:
    """An action's pieces as one phrase, without a quotation mark whose fellow stands outside it."""
    words = action.replace(" … ", " ")
    if words.count('"') % 2:
        words = words.replace('"', "", 1)
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return words[:1].upper() + words[1:] if opens else words


def in_words(day: str) -> str:
    """A day, month or year as it is written: `2020-01-15` is `15 January 2020`."""
    year, *rest = day.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest and 1 <= int(rest[0]) <= 12 else ""
    return " ".join(filter(None, [str(int(rest[1])) if len(rest) > 1 else "", month, year]))


def period_in_words(first: str, last: str) -> str:
    """A day, weekend, week, month, season or year by its first and last day."""
    start, end = date.fromisoformat(first), date.fromisoformat(last) + timedelta(1)
    length = (end - start).days
    if length <= 1:
        return in_words(first)
    if length in (2, 7):
        return f"{'weekend' if length == 2 else 'week'} of {in_words(first)}"
    months = (end.year - start.year) * 12 + end.month - start.month
    if months == 1:
        return in_words(first[:7])
    return PARTS.get((start.month, months), f"{in_words(first)} – {in_words(last)}").format(start.year)

"""The reading order of the boxes of a page: columns one after the other, from the left."""

from collections.abc import Callable
from typing import Any

WIDE, WIDER = 1.2, 4.0  # times the height of letters, of a space in a justified line
NEAR = 2.0  # ... of the distance of two lines
GUTTER = 4.0  # points between two columns
TOUCHING = 1.0  # points that a box may stand within the one above it


def rejoined(boxes: list[list[Any]]) -> list[list[Any]]:
    """Boxes in which the pieces of a justified line are one line again: those on one height, with a space between them
    that a line right above or below runs across, as none does between columns.
    """
    lines = sorted((line for box in boxes for line in box), key=lambda line: (round(line.low), line.left))
    whole: dict[Any, Any] = {}
    last = None
    for line in lines:
        if last is not None and _is_one(last, line, lines):
            first = next(piece for piece in whole if whole[piece] is last)
            del whole[first]
            line = last._replace(text=f"{last.text} {line.text}", right=line.right)
            whole[first] = line
        else:
            whole[line] = line
        last = line
    return [kept for box in boxes if (kept := [whole[line] for line in box if line in whole])]


def _is_one(before: Any, line: Any, lines: list[Any]) -> bool:
    """Whether two pieces on one height are one line; where lines on both sides run across, the space may be wider."""
    space = line.left - before.right
    if abs(before.low - line.low) > 1 or abs(before.size - line.size) > 1 or not 0 < space < WIDER * line.size:
        return False
    near = (other for other in lines if 1 < abs(other.low - line.low) < NEAR * line.size)
    across = {
        other.low > line.low
        for other in near
        if other.left < before.right - line.size and other.right > line.left + line.size
    }
    return len(across) > 1 or (len(across) == 1 and space < WIDE * line.size)


def in_reading_order(boxes: list[list[Any]]) -> list[list[Any]]:
    """Boxes of lines as they are read: what spans the page first, columns below it from left to right.

    A page is cut between columns where a gutter runs through it; else its upper part is taken, as far as one does, or
    its first row alone.
    """
    if len(boxes) < 2:
        return boxes
    columns = _cut(boxes, _across)
    if len(columns) > 1:
        return [box for column in columns for box in in_reading_order(column)]
    rows = _cut(boxes, _down)
    if len(rows) < 2:
        return sorted(boxes, key=lambda box: (_down(box)[0], _across(box)))
    first = next((n for n in range(len(rows) - 1, 1, -1) if len(_cut(_flat(rows[:n]), _across)) > 1), 1)
    return in_reading_order(_flat(rows[:first])) + in_reading_order(_flat(rows[first:]))


def _flat(rows: list[list[list[Any]]]) -> list[list[Any]]:
    return [box for row in rows for box in row]


def _across(box: list[Any]) -> tuple[float, float]:
    return min(line.left for line in box), max(line.right for line in box) + GUTTER


def _down(box: list[Any]) -> tuple[float, float]:
    return -max(line.high for line in box), -min(line.low for line in box) - TOUCHING


def _cut(boxes: list[list[Any]], extent: Callable[[list[Any]], tuple[float, float]]) -> list[list[list[Any]]]:
    """Boxes in groups between which nothing stands, along one side of the page."""
    groups: list[list[list[Any]]] = []
    end = float("-inf")
    for box in sorted(boxes, key=extent):
        start, stop = extent(box)
        if start >= end:
            groups.append([])
        groups[-1].append(box)
        end = max(end, stop)
    return groups

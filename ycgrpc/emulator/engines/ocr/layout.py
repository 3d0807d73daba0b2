"""Blocks from loose lines, for engines that find lines alone."""

from __future__ import annotations

from collections.abc import Iterable

from ycgrpc.emulator.engines.ocr.reading import Block, Box, Line, around

# In line heights: lines of one paragraph or sign stand closer together than this.
LARGEST_GAP = 1.2
# Lines of one block may touch or overlap a little, because detectors draw their boxes generously.
LARGEST_OVERLAP = 0.5


def blocks_of(lines: Iterable[Line]) -> tuple[Block, ...]:
    """The lines grouped into blocks, both from top to bottom."""
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: _extent(line.box)[1]):
        near = [column for column in columns if _follows(line.box, column[-1].box)]
        if near:
            max(near, key=lambda column: _extent(column[-1].box)[3]).append(line)
        else:
            columns.append([line])
    return tuple(Block(tuple(column)) for column in columns)


def _follows(box: Box, above: Box) -> bool:
    left, top, right, bottom = _extent(box)
    above_left, above_top, above_right, above_bottom = _extent(above)
    height = min(bottom - top, above_bottom - above_top)
    gap = top - above_bottom
    beneath = -LARGEST_OVERLAP * height <= gap <= LARGEST_GAP * height
    return beneath and min(right, above_right) > max(left, above_left)


def _extent(box: Box) -> tuple[float, float, float, float]:
    (left, top), _, (right, bottom), _ = around([box])
    return left, top, right, bottom

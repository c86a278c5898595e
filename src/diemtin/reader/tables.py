"""Tables of data: told from tables that lay out a page, taken whole or not at all, read as lines of cells."""

from __future__ import annotations

from diemtin.reader.tree import Page

LONGEST_CELL = 200
"""Letters of a unit that no table of data has: above it, the table lays out text."""
MEAN_CELL = 50


def find_tables(page: Page, start: int, end: int) -> list[range]:
    """The units of each table of data within a range of units: two rows or more of two short cells or more."""
    boxes, units = page.boxes, page.units
    found: list[range] = []
    for place, box in enumerate(boxes):
        if box.tag != "table" or box.start < start or box.end > end or box.end - box.start < 4:
            continue
        if found and box.start < found[-1].stop:
            continue  # a table in a table of data
        lengths = [unit.length for unit in units[box.start : box.end]]
        if max(lengths) > LONGEST_CELL or sum(lengths) > MEAN_CELL * len(lengths):
            continue
        rows = [row for row in boxes[place + 1 : box.last] if row.tag == "tr"]
        if sum(row.end - row.start >= 2 for row in rows) >= 2:
            found.append(range(box.start, box.end))
    return found


def table_text(page: Page, table: range) -> str:
    """Its rows as lines, cells parted by tabs."""
    boxes, units = page.boxes, page.units
    lines: list[str] = []
    row = -1
    for place in table:
        at = units[place].box
        while at > 0 and boxes[at].tag not in ("tr", "table", "caption"):
            at = boxes[at].parent
        if lines and at == row and boxes[at].tag == "tr":
            lines[-1] += f"\t{units[place].text}"
        else:
            lines.append(units[place].text)
        row = at
    return "\n".join(lines)

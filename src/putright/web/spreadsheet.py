"""How is a list written as a file that a spreadsheet opens, whatever stands in it, without keeping the whole of it?

A cell that begins like a formula would be worked out, and could send what stands beside it elsewhere: such a cell is
given an apostrophe, by which a spreadsheet itself marks what is only text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

# By this a spreadsheet knows that the letters are UTF-8.
MARK = "\ufeff"
TYPE = "text/csv; charset=utf-8"
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

Cell = str | int | date | None


def file_of(head: Iterable[str], chunks: Iterable[Iterable[Iterable[Cell]]]) -> Iterator[bytes]:
    """Give the file piece by piece: the head, then each chunk of rows as it comes."""
    yield (MARK + _lines([tuple(head)])).encode()
    for rows in chunks:
        yield _lines(rows).encode()


def _lines(rows: Iterable[Iterable[Cell]]) -> str:
    text = StringIO()
    csv.writer(text).writerows([cell_of(cell) for cell in row] for row in rows)
    return text.getvalue()


def cell_of(cell: Cell) -> str:
    """Return what is written in a cell: a number or a day as such, words as words.

    >>> [cell_of(cell) for cell in ("=1+1", "Pat Example", -2, None, date(2026, 4, 2), " @SUM(A1)")]
    ["'=1+1", 'Pat Example', '-2', '', '2026-04-02', "' @SUM(A1)"]
    """
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(LIKE_A_FORMULA) or cell[:1] in LIKE_A_FORMULA else cell

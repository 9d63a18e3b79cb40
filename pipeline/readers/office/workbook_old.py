"""Read an Excel workbook of 2003 or before (.xls): the visible sheets, as they show their values.

Contract: formulas are not computed (the value saved with them counts), macros and links are never
followed; hidden sheets are left out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

from pipeline.readers.office import sheets
from pipeline.readers.office.number_formats import shown
from pipeline.readers.office.workbook import ADVICE
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import RefusedError, Source, told_as_refusal

_MEDIA = "application/vnd.ms-excel"


def render(source: Source) -> Rendering:
    """Return the workbook as a page.

    Raises:
        RefusedError: it is damaged or encrypted.
    """
    with told_as_refusal(source, _damage(), "this is no Excel workbook", ADVICE, "not_excel"):
        book = _open(source)
        page = Rendering(_MEDIA)
        found = [_sheet(sheet, book) for sheet in book.sheets() if sheet.visibility == 0]
    sheets.write(found, page, source.path)
    return page


def _open(source: Source) -> Any:
    import xlrd  # noqa: PLC0415 - only for such workbooks

    try:
        return xlrd.open_workbook(
            file_contents=source.data, formatting_info=True, logfile=_Silence()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            message = "this is an encrypted file"
            raise RefusedError(source.path, message, ADVICE, "encrypted") from error
        raise


class _Silence:
    """Takes what the library prints about odd files."""

    def write(self, _: str) -> None:
        """Do nothing."""


def _damage() -> tuple[type[Exception], ...]:
    """Return what the library raises over a damaged file."""
    from xlrd import XLRDError  # noqa: PLC0415 - only for such workbooks
    from xlrd.compdoc import CompDocError  # noqa: PLC0415

    careless = (ValueError, TypeError, LookupError, AttributeError, AssertionError, OSError)
    return (XLRDError, CompDocError, struct.error, NotImplementedError, OverflowError, *careless)


def _sheet(sheet: Any, book: Any) -> sheets.Sheet:
    sizes = {
        (first_row, first): (last - first, last_row - first_row)
        for first_row, last_row, first, last in sheet.merged_cells
    }
    rows = []
    for number in range(sheet.nrows):
        cells = list(_cells(sheet.row(number), number, sizes, book))
        if any(cell.text.strip() for cell in cells):
            rows.append(sheets.SheetRow(number + 1, cells))
    return sheets.Sheet(sheet.name, rows)


def _cells(
    row: Any, number: int, sizes: dict[tuple[int, int], tuple[int, int]], book: Any
) -> Iterator[sheets.SheetCell]:
    for column, cell in enumerate(row):
        size = sizes.get((number, column), (1, 1))
        text = _text(cell, book)
        if text.strip() or size != (1, 1):
            yield sheets.SheetCell(column, text, *size)


def _text(cell: Any, book: Any) -> str:
    """Return the text of a cell; errors such as #N/A are none."""
    import xlrd  # noqa: PLC0415 - only for such workbooks

    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
        return ""
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value), "")
    number_format = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    form = number_format.format_str if number_format else ""
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), form)
        except (xlrd.xldate.XLDateError, OverflowError):
            return shown(cell.value, "")
    return shown(cell.value, form)

"""Read an Excel workbook (.xlsx, .xlsm): the visible sheets, as they show their values.

Contract: formulas are not computed (the value saved with them counts), macros and links are never
followed; hidden sheets are left out.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from pipeline.readers.office import sheets
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import Source, refuse_large, told_as_refusal

_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What helps where a workbook cannot be read.
ADVICE = "save it again as .xlsx, or each sheet as .csv (CSV UTF-8)"


def render(source: Source) -> Rendering:
    """Return the workbook as a page.

    Raises:
        RefusedError: it is no workbook, is encrypted, or is too large.
    """
    with told_as_refusal(source, _damage(), "this is no Excel workbook", ADVICE, "not_excel"):
        book = _open(source)
        page = Rendering(_MEDIA, str(book.properties.title or ""))
        found = [_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheets.write(found, page, source.path)
    return page


def _open(source: Source) -> Any:
    import warnings  # noqa: PLC0415 - only for workbooks

    import openpyxl  # noqa: PLC0415

    refuse_large(source)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that hold no text
        return openpyxl.load_workbook(BytesIO(source.data), data_only=True)


def _damage() -> tuple[type[Exception], ...]:
    """Return what the libraries raise over a damaged file."""
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - only for workbooks
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    damage = (zipfile.BadZipFile, zlib.error, InvalidFileException, XMLSyntaxError, EOFError)
    careless = (ValueError, TypeError, LookupError, AttributeError, OSError, NotImplementedError)
    return (*damage, *careless)


def _sheet(sheet: Any) -> sheets.Sheet:
    sizes = {
        (area.min_row, area.min_col): (
            area.max_col - area.min_col + 1,
            area.max_row - area.min_row + 1,
        )
        for area in sheet.merged_cells.ranges
    }
    rows: dict[int, list[sheets.SheetCell]] = {}
    for cell in _cells(sheet):
        text = shown(cell.value, cell.number_format)
        size = sizes.get((cell.row, cell.column), (1, 1))
        if text.strip() or size != (1, 1):
            rows.setdefault(cell.row, []).append(sheets.SheetCell(cell.column - 1, text, *size))
    filled = (sheets.SheetRow(number, cells) for number, cells in rows.items())
    return sheets.Sheet(
        sheet.title, [row for row in filled if any(cell.text.strip() for cell in row.cells)]
    )


def _cells(sheet: Any) -> Iterator[Any]:
    """Yield the cells the file holds, by row; walking the whole sheet would make empty ones."""
    for place in sorted(sheet._cells):
        cell = sheet._cells[place]
        if hasattr(cell, "number_format"):  # the rest of a merged cell has none
            yield cell


def shown(value: object, number_format: str) -> str:
    """Return a value as the sheet shows it, as far as it changes what is told.

    >>> shown(0.35, "0%"), shown(12.0, "General"), shown(0.1 + 0.2, "General")
    ('35%', '12', '0.3')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        if "%" in number_format:
            return f"{_plain(value, 100)}%"
        return _plain(value, 1)
    return str(value)


def _plain(value: float, factor: int) -> str:
    """Return a number times ``factor`` without the noise of its binary form."""
    number = Decimal(f"{value:.15g}") * factor
    return f"{number.normalize():f}"

"""Read an Excel workbook (.xlsx, .xlsm): the visible sheets, as they show their values.

Contract: formulas are not computed (the value saved with them counts), macros and links are never
followed; hidden sheets, rows and columns are left out.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.readers.canonical import Note
from pipeline.readers.office import sheets
from pipeline.readers.office.number_formats import shown
from pipeline.readers.rendering import Rendering
from pipeline.readers.source import MAX_COLUMNS, Source, refuse_large, told_as_refusal

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
        found = [_sheet(sheet, page) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        _note_formulas(source.data, page)
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


# A cell with a formula whose value was not saved.
_EMPTY_FORMULA = re.compile(
    rb"<c\b(?=[^>]*\br=\"(?P<cell>[A-Z]+\d+)\")[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*"
    rb"(?:<v\s*/>|<v></v>)?\s*</c>"
)


def _note_formulas(data: bytes, page: Rendering) -> None:
    """Note formulas without a value: programs that write workbooks do not compute."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                cells = _EMPTY_FORMULA.finditer(archive.read(name))
                found += [match["cell"].decode() for match in cells]
    if found:
        listed = ", ".join(found[:10]) + (" ..." if len(found) > 10 else "")
        page.notes.append(
            Note(
                "formula_without_value",
                f"{len(found)} formulas have no saved value, so their cells are empty: {listed}",
                "open the workbook in a spreadsheet program and save it again",
                place=found[0],
            )
        )


def _note_hidden(sheet: Any, rows: set[int], columns: set[int], page: Rendering) -> None:
    """Note rows and columns that the sheet does not show."""
    listed = [f"row {row}" for row in sorted(rows)]
    listed += [f"column {sheets.reference(column - 1, 0)[:-1]}" for column in sorted(columns)]
    if listed:
        more = f" and {len(listed) - 10} more" if len(listed) > 10 else ""
        page.notes.append(
            Note(
                "hidden_cells",
                f"hidden parts of the sheet are left out: {', '.join(listed[:10])}{more}",
                "show them and save the workbook if they belong to it",
                place=f"sheet {sheet.title}",
                level="info",
            )
        )


def _hidden_columns(sheet: Any) -> set[int]:
    return {
        column
        for size in sheet.column_dimensions.values()
        if size.hidden and size.min and size.max
        for column in range(size.min, min(size.max, MAX_COLUMNS) + 1)
    }


def _sheet(sheet: Any, page: Rendering) -> sheets.Sheet:
    hidden = _hidden_columns(sheet)
    left_out: tuple[set[int], set[int]] = set(), set()
    dark = {row for row, size in sheet.row_dimensions.items() if size.hidden}
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
        is_merged = size != (1, 1)
        if text.strip() and not is_merged and cell.row in dark:
            left_out[0].add(cell.row)
            continue
        if text.strip() and not is_merged and cell.column in hidden:
            left_out[1].add(cell.column)
            continue
        if text.strip() or size != (1, 1):
            rows.setdefault(cell.row, []).append(sheets.SheetCell(cell.column - 1, text, *size))
    _note_hidden(sheet, *left_out, page)
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

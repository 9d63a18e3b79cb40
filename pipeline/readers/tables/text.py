"""Read a table whose text was taken from a PDF: tabs between cells, rows broken over pages.

Contract: lines in, `Written` out.  A row begins where a line starts with the next number; anything
else goes on with the row before it.  Every clean character is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language import columns, views
from pipeline.readers import cues, marks, prose
from pipeline.readers.canonical import Atom
from pipeline.readers.clean import Clean
from pipeline.readers.lines import Line, mark_page_furniture, split_lines
from pipeline.readers.source import MAX_COLUMNS, too_many_columns
from pipeline.readers.tables import delimited, headers, labels, quoted_cells
from pipeline.readers.tables.cells import Drop, Part, unquoted
from pipeline.readers.tables.grid import Written, write_table
from pipeline.readers.tables.plan import TAGS, cell_texts, make_plan, plain_number
from pipeline.readers.tables.row import GridRow
from pipeline.readers.wraps import find_wrap

_SENTENCE = re.compile("[。！？；，]")


@dataclass(slots=True)
class _Table:
    """A table while its lines are read."""

    rows: list[GridRow] = field(default_factory=list)
    width: int = 0
    number: int = 0
    number_column: int | None = None
    header: list[str] = field(default_factory=list)


def read(clean: Clean, written: Written, place: str) -> None:
    """Read clean text that holds one or more tables, and prose around them.

    Raises:
        RefusedError: a row has more columns than any table.
    """
    lines = quoted_cells.join(split_lines(clean.text))
    for number, line in enumerate(lines, 1):
        if line.text.count("\t") >= MAX_COLUMNS:
            raise too_many_columns(f"{place}: line {number}")
    if labels.has_labels([cell_texts(line) for line in lines if "\t" in line.text]):
        delimited.read(clean, written, "tsv", place)
        return
    read_lines(written, lines)


def read_lines(written: Written, lines: Sequence[Line]) -> None:
    """Read lines that hold one or more tables, and prose around them."""
    mark_page_furniture(lines)
    reader = _Reader(written, lines)
    for index, line in enumerate(lines):
        reader.take(index, line, is_last=index + 1 == len(lines))
    reader.finish()


class _Reader:
    """Takes lines one by one; holds the table and the prose lines that wait to be written."""

    def __init__(self, written: Written, lines: Sequence[Line]) -> None:
        self.clean = written.draft.clean
        self.plan = make_plan(lines)
        self.written = written
        self.around = find_wrap(lines)
        self.table = _Table()
        self.outside: list[Line] = []
        self.waiting: list[Drop] = []
        self.is_new_page, self.gap_lines = False, 0

    def take(self, index: int, line: Line, *, is_last: bool) -> None:
        """Take the next line."""
        end = line.end if is_last else line.end + 1
        if line.page_mark and self.table.rows:
            self.is_new_page = True
            self.waiting.append(Drop(line.start, end, line.page_mark))
        elif line.is_blank and self.table.rows:
            self.gap_lines += 1
            self.waiting.append(Drop(line.start, end, "blank_line"))
        elif index in self.plan.headers:
            self._take_header(index, line, end)
        elif index in self.plan.broken and self.table.rows:
            self._continue(line, end, line.text.split("\t"), is_broken=True)
        elif "\t" in line.text.strip("\t ") or (self.table.rows and "\t" in line.text):
            self._take_cells(line, end)
        elif self.table.rows and not self._ends_table(index, line):
            self._continue(line, end, [line.text])
        else:
            self._take_outside(line)

    def finish(self) -> None:
        """Write what is left."""
        self._close_table()
        self._write_outside()

    def _take_cells(self, line: Line, end: int) -> None:
        texts = cell_texts(line)
        if not self.table.rows:
            self._write_outside()
            self._open(texts)
            self._add_row(line, end, texts)
        elif self._is_set_in(texts):
            self._continue(line, end, line.text.split("\t"), in_last=True)
        elif self._starts_row(texts) or not self._goes_on(texts):
            self._add_row(line, end, texts)
        else:
            self._continue(line, end, line.text.split("\t"))

    def _take_header(self, index: int, line: Line, end: int) -> None:
        texts = cell_texts(line)
        name = views.key("\t".join(texts))
        if self.table.rows and name in self.table.header and index not in self.plan.restarts:
            self.is_new_page = True
            self.waiting.append(Drop(line.start, end, "repeated_table_header"))
            return
        if index not in self.plan.lower or not self.table.rows:
            self._close_table()
            self._write_outside()
            self._open(texts)
        self.table.header.append(name)
        roles = columns.column_roles(texts, [])
        if "number" in roles:
            self.table.number_column = roles.index("number")
        self._add_row(line, end, texts, is_header=True)

    def _open(self, texts: Sequence[str]) -> None:
        self.table = _Table(width=len(texts))
        if marks.number_value(plain_number(texts[0])) is not None:
            self.table.number_column = 0

    def _starts_row(self, texts: Sequence[str]) -> bool:
        """Tell whether a line with tabs begins a row rather than going on with the last one."""
        table = self.table
        is_full = len(texts) >= table.width
        if table.number_column is None:
            n_filled = sum(bool(text) for text in texts)
            return is_full and (bool(texts[0]) or (n_filled > 1 and not self.is_new_page))
        if table.number_column >= len(texts):
            return False
        value = marks.number_value(plain_number(texts[table.number_column]))
        if value is not None:
            return value == table.number + 1 or len(texts) * 2 > table.width
        if not is_full or texts[table.number_column]:
            return is_full and bool(texts[table.number_column])
        rest = [text for i, text in enumerate(texts) if i != table.number_column]
        if not all(rest[:-1]) or not rest[-1]:
            return False
        return not self.is_new_page or self._is_row_ended()

    def _is_set_in(self, texts: Sequence[str]) -> bool:
        """Tell whether a line is a point of the content above, set in by too few tabs."""
        *before, said = texts
        is_short = 1 < len(texts) < self.table.width and not self.table.rows[-1].is_header
        return is_short and not any(before) and marks.is_point(said)

    def _goes_on(self, texts: Sequence[str]) -> bool:
        """Tell whether cells can go on with those above: a page broke the row, or those end there.

        Where the last cell above was told already, it is a row that lacks its number.
        """
        if self.is_new_page:
            return True
        cells = self.table.rows[-1].cells
        last = max(len(cells), self.table.width) - 1
        first = min(next((i for i, text in enumerate(texts) if text), last), last)
        return not any(part.start < part.end for cell in cells[first + 1 :] for part in cell)

    def _is_row_ended(self) -> bool:
        part = next((cell[-1] for cell in reversed(self.table.rows[-1].cells) if cell), None)
        if part is None:
            return True
        text = TAGS.sub("", self.clean.text[part.start : part.end])
        return marks.is_ended(text) or not any(map(str.isalnum, text))

    def _add_row(
        self, line: Line, end: int, texts: Sequence[str], *, is_header: bool = False
    ) -> None:
        table = self.table
        row = GridRow([], is_header=is_header)
        row.before = self._flush(has_row=bool(table.rows))
        start = line.start
        for index, text in enumerate(line.text.split("\t")):
            if index:
                row.separators.append([Atom("copied", start - 1, start, "\t", "copy")])
            row.cells.append([Part(start, start + len(text))])
            start += len(text) + 1
        row.after = self._line_end(line.end, end)
        table.rows.append(row)
        if not is_header and table.number_column is not None:
            value = marks.number_value(plain_number("".join(texts[table.number_column :][:1])))
            table.number = value if value is not None else table.number + 1

    def _flush(self, *, has_row: bool) -> list[Atom]:
        """Return the page furniture before a row as dropped atoms."""
        waiting = self.waiting if has_row else []
        atoms = [Atom("dropped", d.start, d.end, "", d.rule) for d in waiting]
        self.waiting, self.is_new_page, self.gap_lines = [], False, 0
        return atoms

    def _line_end(self, start: int, end: int) -> list[Atom]:
        return [Atom("copied", start, end, "\n", "copy")] if start < end else []

    def _continue(
        self,
        line: Line,
        end: int,
        texts: Sequence[str],
        *,
        in_last: bool = False,
        is_broken: bool = False,
    ) -> None:
        """Join a line to the row before it: to the last cell, or cell by cell.

        Where a line end broke a cell, the line begins with the rest of that one.
        """
        row = self.table.rows[-1]
        glue = "break" if is_broken else "page" if self.is_new_page else "line"
        drops = [
            Drop(a.start, a.end, "line_break" if a.op == "copied" else a.rule) for a in row.after
        ]
        drops += self.waiting
        offset = line.start
        last = max(len(row.cells), self.table.width) - 1
        first = len(row.cells) - 1 if is_broken else 0
        for index, text in enumerate(texts):
            if text.strip():
                is_each = is_broken or (len(texts) > 1 and not in_last)
                column = min(first + index, last) if is_each else last
                is_item = marks.leading_item(text) is not None or marks.bullet_end(text) > 0
                own = "break" if is_item else glue
                self._append(row, column, Part(offset, offset + len(text), own, tuple(drops)))
                drops = []
            elif text:
                drops.append(Drop(offset, offset + len(text), "white_space"))
            offset += len(text) + 1
            if index + 1 < len(texts):
                drops.append(Drop(offset - 1, offset, "continuation"))
        row.after = [Atom("dropped", d.start, d.end, "", d.rule) for d in drops]
        row.after += self._line_end(line.end, end)
        self.waiting, self.is_new_page, self.gap_lines = [], False, 0

    def _append(self, row: GridRow, column: int, part: Part) -> None:
        while len(row.cells) <= column:
            row.separators.append([Atom("inserted", 0, 0, "\t", "cell")])
            row.cells.append([])
        row.cells[column].append(part)

    def _ends_table(self, index: int, line: Line) -> bool:
        """Tell whether a line without tabs stands after the table: a note, or prose after a gap.

        Only a table with a header or with numbers tells where its rows end.  Below the last row
        prose begins after a gap, or where a sentence stands below cells that hold none.
        """
        if self.gap_lines > 0 and not self.table.header and self.table.number_column is None:
            return True
        if index in self.plan.titles:
            return True
        is_after = headers.is_note(line.text) or cues.is_boilerplate(line.text)
        if is_after and (self.gap_lines > 0 or self._is_row_ended()):
            return True
        if index < self.plan.last or self.is_new_page:
            return False
        if self._says_last():
            return self.gap_lines > 0 and self._is_row_ended()
        return self.gap_lines > 0 or marks.is_ended(line.text)

    def _says_last(self) -> bool:
        """Tell whether a full row holds sentences in its last cell, as the other rows do."""
        rows = [row for row in self.table.rows if not row.is_header]
        if not rows or len(rows[-1].cells) < self.table.width:
            return True
        last = [part for row in rows for cell in row.cells[-1:] for part in cell]
        return any(_SENTENCE.search(self.clean.text, part.start, part.end) for part in last)

    def _take_outside(self, line: Line) -> None:
        self._close_table()
        self.outside.append(line)

    def _close_table(self) -> None:
        rows = self.table.rows
        if not rows:
            return
        rows[-1].after += self._flush(has_row=True)
        for row in rows:
            row.cells = [unquoted(self.clean.text, cell) for cell in row.cells]
        write_table(self.written, rows)
        self.table = _Table()

    def _write_outside(self) -> None:
        if self.outside:
            prose.write_lines(self.written, self.outside, self.around)
            self.outside = []

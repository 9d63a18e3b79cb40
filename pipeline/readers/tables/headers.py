"""Names of columns from one or more header rows, and rows that are titles or notes of a table.

Contract: pure, on the texts of cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import columns, views

_NOTE = views.pattern(
    r"\s*(?:(?:備?註|附註|附記|附注|說明|資料(?:來源|時間|日期)|製表|單位|填表|更新日期|source|notes?)"
    r"\s*(?:[:0-9一二三(]|\Z)|以上資料|本表|※|\*)",
    re.IGNORECASE,
)
_LONGEST = 30


def column_names(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return one name for each column; a group name above stands before the names under it.

    >>> column_names([["序號", "對方", "", "內容"], ["", "城市", "國家", ""]])
    ['序號', '對方 城市', '對方 國家', '內容']
    """
    width = max(map(len, rows), default=0)
    names = [""] * width
    for index, row in enumerate(rows):
        above = ""
        below = rows[index + 1] if index + 1 < len(rows) else ()
        for column in range(width):
            text = row[column] if column < len(row) else ""
            above = text or above
            is_under = column < len(below) and bool(below[column])
            if not text and not (is_under and above):
                above = ""
                continue
            own = text or above
            if own not in names[column].split(" "):
                names[column] = f"{names[column]} {own}".strip()
            if not is_under:
                above = ""
    return names


def is_second_header(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether a row right below a header row names the same columns, part by part.

    >>> is_second_header(["序號", "對方", "", "內容"], ["", "城市", "國家", ""])
    True
    >>> is_second_header(["序號", "城市", "內容"], ["1", "臺北", "好"])
    False
    """
    filled = [text for text in second if text]
    if not filled or not _are_short(second) or len(second) > len(first):
        return False
    is_repeated = [views.key(text) for text in first] == [views.key(text) for text in second]
    if is_repeated:
        return False
    if columns.is_header_row(second):
        return True
    under_blank = sum(bool(b) and not a for a, b in zip(first, second, strict=False))
    known = sum(columns.column_role(text, ()) != "other" for text in filled)
    return under_blank > 0 and not second[0] and known * 2 >= len(filled)


def is_group_row(first: Sequence[str], header: Sequence[str]) -> bool:
    """Tell whether a row right above the header names groups of columns: few short words."""
    filled = [text for text in first if text]
    is_wide = len(filled) >= 2 and len(filled) < sum(bool(text) for text in header)
    return is_wide and len(first) == len(header) and _are_short(first)


def _are_short(row: Sequence[str]) -> bool:
    return all(
        len(text) <= _LONGEST and "。" not in text and not any(map(str.isdigit, text))
        for text in row
    )


def is_note(text: str) -> bool:
    """Tell whether a line or a lone cell under a table is a note to it.

    >>> is_note("註：依發言順序。"), is_note("資料來源：秘書處"), is_note("註冊會員三千人")
    (True, True, False)
    """
    return _NOTE.match(views.fold(text)) is not None

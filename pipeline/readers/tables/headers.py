"""Names of columns from one or more header rows, and rows that are titles or notes of a table.

Contract: pure, on the texts of cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import columns, views
from pipeline.language.column_words import word_role

_NOTE = views.pattern(
    r"\s*(?:(?:備?註|附註|附記|附注|說明|資料(?:來源|時間|日期)|製表|單位|填表|更新日期|source|notes?)"
    r"\s*(?:[:0-9一二三(]|\Z)|[總合共小]計\s*(?:[:共0-9]|\Z)|以上資料|本表|※|\*)",
    re.IGNORECASE,
)
_LONGEST = 30
_WHO, _OF_PERSON = ("representative", "person"), ("person", "title")
# A number that fills a cell: 350,000, 93.2%, -4.5, NT$1,200,
# with what refers to a note: 128.4*, 85（註2）.
_FIGURE = views.pattern(
    r"(?:[A-Z]{0,3}[$€£¥])?[-+±]?\d[\d,]*(?:\.\d+)? ?%? ?(?:[*†#]{1,2}|\(註 ?\d?\))?"
)
# Where a figure is missing.
_NO_FIGURE = re.compile(r"[-－─—–…]+|n\.?/?a\.?", re.IGNORECASE)
# A year or another period that names a column.
PERIOD = re.compile(
    r"(?:民國|民国|西元)?\d{2,4}\s*年度?|(?:19|20)\d{2}|\d{1,2}月|第?[1-4]季|Q[1-4]"
)
# 滿意度: what a column measures.
_MEASURE = views.pattern(r".+(?:[度數率量額值費次比]|經費|預算|人口|面積)|.+\)")
_SAMPLED = 40


def column_names(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return one name for each column; a group name above stands before the names under it.

    >>> column_names([["序號", "對方", "", "內容"], ["", "城市", "國家", ""]])
    ['序號', '對方 城市', '對方 國家', '內容']
    >>> column_names([["首長", ""], ["姓名", "職稱"]])
    ['姓名', '職稱']
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
            is_whose = word_role(views.key(names[column])) in _WHO
            if is_whose and word_role(views.key(own)) in _OF_PERSON:
                names[column] = ""  # 首長 over 姓名 and 職稱 says nothing more
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
    >>> is_second_header(["", "經費", ""], ["城市", "2020", "2021"])
    True
    """
    filled = [text for text in second if text]
    if not filled or not _are_short(second) or len(second) > len(first):
        return False
    is_repeated = [views.key(text) for text in first] == [views.key(text) for text in second]
    if is_repeated:
        return False
    if columns.is_header_row(second, is_first=False):
        return True
    under_blank = sum(bool(b) and not a for a, b in zip(first, second, strict=False))
    periods = [text for text in filled if PERIOD.fullmatch(text)]
    words = [text for text in filled if text not in periods]
    known = sum(columns.column_role(text, ()) != "other" for text in words)
    is_below = not second[0] or (bool(periods) and not first[0])
    return under_blank > 0 and is_below and known > 0 and known * 2 >= len(words)


def is_group_row(first: Sequence[str], header: Sequence[str]) -> bool:
    """Tell whether a row right above the header names groups of columns: few short words."""
    filled = [text for text in first if text]
    is_wide = len(filled) >= 2 and len(filled) < sum(bool(text) for text in header)
    return is_wide and len(first) == len(header) and _are_short(first)


def _are_short(row: Sequence[str]) -> bool:
    return all(
        PERIOD.fullmatch(text)
        or (len(text) <= _LONGEST and "。" not in text and not any(map(str.isdigit, text)))
        for text in row
    )


def names_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first of some rows names columns of numbers below it: words, or years.

    Two columns may be a card, with a name and what it stands for in every row, unless the second
    is named by a period or a measure.

    >>> names_numbers([["指標", "113年", "114年"], ["路燈", "25", "30"], ["準點率", "88.1", "93"]])
    True
    >>> names_numbers([["路燈", "25", "30"], ["準點率", "88.1", "93.2"], ["漏水率", "20", "19"]])
    False
    """
    first, *below = ([views.fold(text).strip() for text in row] for row in rows[:_SAMPLED])
    below = [row for row in below if sum(map(bool, row)) > 1]
    is_told = any(PERIOD.fullmatch(name) or _MEASURE.fullmatch(name) for name in first[1:])
    n_least = 2 if is_told else 3
    if len(below) < 2 or sum(map(bool, first)) < n_least or not _are_names(first):
        return False
    for column, name in enumerate(first):
        told = [row[column] for row in below if column < len(row) and row[column]]
        filled = [text for text in told if not _NO_FIGURE.fullmatch(text)]
        if name and column and len(filled) > 1 and all(map(_FIGURE.fullmatch, filled)):
            return True
    return False


def _are_names(row: Sequence[str]) -> bool:
    """Tell whether cells may name columns: short, and no numbers but years among them."""
    return all(
        len(text) <= _LONGEST
        and "。" not in text
        and (PERIOD.fullmatch(text) is not None or not _FIGURE.fullmatch(text))
        for text in row
    )


def is_note(text: str) -> bool:
    """Tell whether a line or a lone cell under a table is a note to it, or what it comes to.

    >>> is_note("註：依發言順序。"), is_note("總計：9人"), is_note("註冊會員三千人")
    (True, True, False)
    """
    return _NOTE.match(views.fold(text)) is not None

"""Find the signs by which mail programs mark each line of a text that is answered or passed on.

Contract: pure; offsets are those of the text handed in; the signs are to be dropped, their lines
stay.
"""

from __future__ import annotations

import re

# Two lines or more in a row: > 市長蔣萬安表示，
_STRETCH = re.compile(r"(?:^>[^\r\n]*(?:\r?\n|\Z)){2,}", re.MULTILINE)
_SIGNS = re.compile(r"^>(?: ?>)* ?", re.MULTILINE)


def find(text: str) -> list[tuple[int, int]]:
    r"""Return where the signs stand before quoted lines.

    >>> find("王先生寫道：\n> 高峰會登場\n> 三十國與會\n")
    [(7, 9), (15, 17)]
    >>> find("> 首頁 > 新聞\n內文\n")
    []
    """
    return [
        sign.span()
        for stretch in _STRETCH.finditer(text)
        for sign in _SIGNS.finditer(text, *stretch.span())
    ]

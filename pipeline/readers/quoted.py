"""Find the signs by which mail programs and Markdown mark each line of a text that is quoted.

Contract: pure; offsets are those of the text handed in; the signs are to be dropped, their lines
stay.  A sign right before an amount means "more than" and is text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

_SIGN = re.compile(r"(?P<signs>>(?:[ \t]?>)*)(?P<gap>[ \t]*)")
# What a sign may mean more than: 65歲, 5,000萬元, NT$50, 半數, 五成; no date, time or list number.
_AMOUNT = re.compile(
    r"(?![0-9]{1,4}(?:年|[-/.][0-9]{1,2}[-/.])[0-9]{0,2}(?:月|[0-9])"
    r"|[0-9]{1,2}(?:[:：][0-9]{2}|月[0-9]{1,2}日|[)）、]|\.(?![0-9])))"
    r"(?:(?:NT|US|HK)?[$＄]|新?[臺台][幣币]|[€¥£])?[ ]?[+−-]?[ ]?\.?[0-9０-９]"
    r"|[過过]?半|[一二兩两三四五六七八九十百千]+(?:[成倍萬万億亿]|分之)"
)
_STRETCH = 3


def find(text: str) -> list[tuple[int, int]]:
    r"""Return where the signs stand before quoted lines.

    >>> find("王先生寫道：\n> 高峰會登場\n> 三十國與會\n")
    [(7, 9), (15, 17)]
    >>> find("> 市長說好。\n內文\n")
    [(0, 2)]
    >>> find("> 65歲：30%\n> 75歲：20%\n\n> 50 家廠商\n")
    []
    """
    if ">" not in text:
        return []
    lines = text.split("\n")
    starts = itertools.accumulate((len(line) + 1 for line in lines), initial=0)
    ends = sign_ends(lines)
    return [(start, start + end) for start, end in zip(starts, ends, strict=False) if end]


def sign_ends(lines: Sequence[str]) -> list[int]:
    """Return for each line where the signs before it end, 0 if it is not quoted.

    Of lines in a row that open with a sign, most must not go on with an amount; fewer than three
    are quoted where a space follows the sign.

    >>> sign_ends(["> 高峰會", ">", "> 三十國與會", "", ">65歲", "", ">多"])
    [2, 1, 2, 0, 0, 0, 0]
    """
    ends: list[int] = []
    for is_signed, group in itertools.groupby(lines, lambda line: line.startswith(">")):
        stretch = list(group)
        ends += _ends_in(stretch) if is_signed else [0] * len(stretch)
    return ends


def _ends_in(stretch: Sequence[str]) -> Iterator[int]:
    found = [sign for line in stretch if (sign := _SIGN.match(line))]
    are_amounts = [
        sign["signs"] == ">" and _AMOUNT.match(line, sign.end()) is not None
        for sign, line in zip(found, stretch, strict=True)
    ]
    are_empty = [not line[sign.end() :].strip() for sign, line in zip(found, stretch, strict=True)]
    n_amounts = sum(are_amounts)
    n_texts = len(stretch) - n_amounts - sum(are_empty)
    for sign, is_amount in zip(found, are_amounts, strict=True):
        is_quoted = n_texts > n_amounts and (len(stretch) >= _STRETCH or sign["gap"])
        yield sign.end() if is_quoted and not is_amount else 0

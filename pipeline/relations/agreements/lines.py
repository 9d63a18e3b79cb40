"""A line of a document that may be a record, and what it is made of.

Contract: a line is cut and its fields are read only as far as anybody asks: most lines are prose,
which the first field shows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.records import Again
from pipeline.relations.agreements.fields import Field, Fields

# A longer line is no record.
_LONGEST = 400
# A longer line of several sentences is prose, unless it has a number.
_SHORT = 120
# What a record tells of.
TOLD = frozenset(("place", "kind"))
# Lines of one record: 城市：…, 文件：…, 年份：….
_LABEL = views.pattern(
    "(?:締約|簽約|簽署|締結|合作|交流|對方)?(?:城市|夥伴|對象|對方|國家|國別|文件|類別|類型|關係|性質|種類|名稱|協議|協定)[^:]{0,2}:"
)
# 彙整單位：城市交流協會, 資料截止日：: who made a list, and when.
MAKER = views.pattern(
    r"[\s(]*(?:主辦|承辦|協辦|彙整|製表|編製|編印|整理|發布|提供|資料|聯絡|洽詢|截止|更新)[^:/\n]{0,6}[:/]"
)
_COLUMNS = re.compile(r"[\s|｜/、,]+")


class Line:
    """A line, folded.

    Args:
        text, start, end: the line without white space at its end.
        has_word: whether a word for an agreement stands in it.
        reader: reads its fields, if it may be a record.
    """

    def __init__(self, text: str, start: int, end: int, has_word: bool, reader: Fields) -> None:
        self.text, self.start, self.end = text, start, end
        self.has_word = has_word
        self.reader = reader

    @cached_property
    def spans(self) -> Again[tuple[int, int]]:
        """Where its fields stand, nothing for prose."""
        return Again(_cut(self.text, self.start, self.end, self.reader))

    @cached_property
    def fields(self) -> Again[Field]:
        """What the line is made of."""
        read = self.reader.read
        return Again(read(*span) for span in self.spans)

    @property
    def first(self) -> Field | None:
        """The field it begins with."""
        return next(iter(self.fields), None)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles of its fields."""
        return frozenset(field.role for field in self.fields)

    def is_made_of(self, roles: frozenset[str]) -> bool:
        """Whether all its fields have one of the roles; it is read as far as that is true."""
        return all(field.role in roles for field in self.fields)

    def names_kind(self, words: Sequence[int]) -> bool:
        """Whether a field names what was agreed by one of the words at these positions."""
        return any(
            self.reader.read(low, high).kinds
            for low, high in self.spans
            if has_word(words, low, high)
        )


def _cut(text: str, start: int, end: int, reader: Fields) -> Iterator[tuple[int, int]]:
    """Yield the spans of the fields of a line.

    It holds no line: else an iterator that is not read to its end and its line would hold each
    other, and with them the document, until Python looks for garbage.
    """
    is_prose = len(text) > _SHORT and "。" in text[:-1] and not text[:1].isdigit()
    if is_prose or len(text) > _LONGEST:
        return
    spans = reader.spans(start, end)
    first = next(spans, None)
    if first and _LABEL.fullmatch(text, first[0] - start, first[1] - start + 1):
        first = next(spans, first)  # 文件：姊妹市協定
    if first:
        yield first
        yield from spans


def has_word(words: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the words at these positions, in order, begins in ``start..end``."""
    return bisect_left(words, start) < bisect_left(words, end)


def is_header(text: str) -> bool:
    """Whether a line is made of the names of columns: 序號 城市 國家 結好時間."""
    first = _COLUMNS.split(text, maxsplit=1)[0]
    if first and column_role(first, ()) == "other":
        return False
    names = [name for name in _COLUMNS.split(text.strip()) if name]
    return len(names) > 1 and all(column_role(name, ()) != "other" for name in names)


def told_next(near: Sequence[Line]) -> Line | None:
    """Return the first of the lines behind one that names a partner or a kind."""
    return next((n for n in near if n.first is None or not n.roles.isdisjoint(TOLD)), None)

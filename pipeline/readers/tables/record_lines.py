"""Read the lines of records: which of them are labelled (城市：臺北市), numbered, or rules.

Contract: pure; offsets of fields count the characters of `Item.text`, whose parts a paragraph has.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.language import column_words, columns, views
from pipeline.readers import marks
from pipeline.readers.clean import Clean
from pipeline.readers.lines import is_rule
from pipeline.readers.paragraphs import Paragraph

# A label: a word, two characters set apart (城　市), or some English words.
_WORD = (
    r"(?:[\u3400-\u9fff][ \u3000]{1,4}[\u3400-\u9fff](?![\u3400-\u9fff])"
    r"|[\u3400-\u9fff][\u3400-\u9fff（）()/／與与或和及、]{1,11}\d{0,2}"
    r"|序|[A-Za-z]+(?:[ /&][A-Za-z]+){0,3})"
)
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_NUMBER = rf"[(（【\[]?(?P<number>{_COUNT})(?:[)）】\]][.．、]?|[.．、])[ \t\u3000]*"
_COLON = r"[ \t\u3000]*[：:](?!//)"
_FIELD = re.compile(
    rf"(?:(?:\A|(?<=\n))[ \t\u3000]*(?:{_NUMBER})?[●○◆◇■□▪▸►▶▷▲△▼•◎★※‧・·．⬥✓✔➤➢*\-–]*+"
    rf"[ \t\u3000]*+\**+"
    rf"(?:[【\[［〔《](?P<framed>{_WORD})[】\]］〕》]\**[ \t\u3000]*[：:]?"
    rf"|(?P<plain>{_WORD})\**{_COLON})"
    rf"|(?<=[ \t\u3000；;｜|／/])(?:(?P<inner>{_WORD}){_COLON}"
    rf"|[【\[［〔](?P<set>{_WORD})[】\]］〕][：:]?))[ \t\u3000*]*"
)
_LONE_NUMBER = re.compile(
    rf"\s*(?:(?:no\.?|item|speaker)\s*)?[(（【\[#第]*\s*(?P<number>{_COUNT})\s*"
    r"[)）】\]位場场則则筆笔項项]{0,2}\s*[.．、:：]?\s*",
    re.IGNORECASE,
)
_HEAD_NUMBER = re.compile(rf"\s*{_NUMBER}(?=\S)")
_LONGEST_HEAD = 40


class Field(NamedTuple):
    """A label and its value in a line: where the label begins, and where the value does and ends.

    ``number`` are the offsets of a number printed before the label.
    """

    key: str
    label: str
    role: str
    start: int
    value: int
    end: int
    number: tuple[int, int] | None = None


@dataclass(slots=True)
class Item:
    """A paragraph as a line of records.

    Attributes:
        paragraph: the paragraph.
        text: the text of its parts, a line end where one begins a new line.
        bounds: where each part begins in ``text``.
        kind: ``blank``, ``rule``, ``mark`` (page furniture), ``number``, ``fields`` or ``text``.
        fields: what is labelled.
        number: offsets of the number of a ``number`` line or of a heading.
    """

    paragraph: Paragraph
    text: str
    bounds: list[int]
    kind: str = "text"
    fields: list[Field] = field(default_factory=list)
    number: tuple[int, int] | None = None

    @property
    def is_apart(self) -> bool:
        """Whether nothing is said in it."""
        return self.kind in ("blank", "rule", "mark")

    @property
    def may_head(self) -> bool:
        """Whether it may be the heading of a record: short, and no sentence."""
        plain = self.text.strip()
        is_titled = plain[:1] == "【" and plain[-1:] in "？?！!"  # a talk may ask
        is_short = len(plain) <= _LONGEST_HEAD and (is_titled or not marks.is_ended(plain))
        return self.kind == "text" and is_short and marks.CLOCK.match(plain) is None


def make_items(clean: Clean, found: Sequence[Paragraph]) -> list[Item]:
    """Return paragraphs as lines of records; labels that are no known words must come back."""
    items = [_item(clean, paragraph) for paragraph in found]
    keys = Counter(key for item in items for key in {own.key for own in item.fields})
    for item in items:
        item.fields = _known(item, keys)
        if item.fields:
            item.kind = "fields"
    return items


def opens(line: str) -> bool:
    """Tell whether a line opens with a label that names a column: 講者：林采穎.

    >>> opens("　講者：林采穎"), opens("他說：好")
    (True, False)
    """
    found = _FIELD.match(line[:40])
    return found is not None and next(_fields(line[:40])).role != "other"


def _item(clean: Clean, paragraph: Paragraph) -> Item:
    text, bounds = "", []
    for part in paragraph.parts:
        if text and part.glue in ("break", "line", "page"):
            text += "\n"
        elif text and part.glue == "fold":
            text += " "
        elif part.glue == "label" and text[-1:] not in ("：", ":"):
            text += "："
        bounds.append(len(text))
        text += clean.text[part.start : part.end]
    item = Item(paragraph, text, bounds)
    if paragraph.page_mark:
        item.kind = "mark"
    elif not text.strip():
        item.kind = "blank"
    elif is_rule(text):
        item.kind = "rule"
    elif lone := _LONE_NUMBER.fullmatch(text):
        item.kind, item.number = "number", lone.span("number")
    else:
        item.fields = list(_fields(text))
        head = _HEAD_NUMBER.match(text)
        item.number = head.span("number") if head else None
    return item


def _fields(text: str) -> Iterator[Field]:
    if not any(sign in text for sign in "：:】]］〕》"):
        return
    matches = list(_FIELD.finditer(text))
    starts = [*map(_label_start, matches), len(text)]
    for match, (start, end) in zip(matches, itertools.pairwise(starts), strict=True):
        printed = (
            match["framed"] or match["plain"] or match["set"] or text[start : match.end("inner")]
        )
        label = "".join(printed.split()) if printed >= "\u3400" else printed
        label = label.rstrip("0123456789")
        number = match.span("number") if match["number"] else None
        role = (
            columns.column_role(label, ())
            if label == "序" or column_words.is_label(label)
            else "other"
        )
        yield Field(views.key(label), label, role, start, match.end(), end, number)


def _label_start(match: re.Match[str]) -> int:
    """Return where a label begins: behind the stroke that ends a value, 吉岡亨／|內容：."""
    inner: str = match["inner"] or ""
    if not inner or column_words.is_label(inner):
        return match.start()
    return match.start() + max(map(inner.rfind, "/／")) + 1


def _known(item: Item, keys: Counter[str]) -> list[Field]:
    """Return the fields whose label is known, or opens the line and comes back."""
    kept: list[Field] = []
    for own in item.fields:
        is_known = own.role != "other" or (own.start == 0 and keys[own.key] >= 2)
        if not is_known and kept:
            kept[-1] = kept[-1]._replace(end=own.end)
        elif not is_known and own.start == 0:
            return []
        elif is_known:
            kept.append(own)
    return kept

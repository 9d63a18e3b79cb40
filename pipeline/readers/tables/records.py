"""Find records told in labelled lines, and write them as the rows of a table.

城市：臺北市 / 講者：林采穎 / 重點：… once for each speaker is a table set on lines of its own.

Contract: a label names the column of the value behind it and is left out of the text, as are rules
between records; everything else stays, in order.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import columns, views
from pipeline.readers import cues, marks
from pipeline.readers.tables import headers
from pipeline.readers.tables.record_lines import Field, Item

_PLACES = frozenset(("city", "country", "organization", "representative"))
NAMING = _PLACES | {"number", "person", "title"}
_SAYING = frozenset(("content", "topic", "remark", "initiative"))
# Labels of motions, and of those who lead a panel of several.
_OTHERS = frozenset(
    views.key(word)
    for word in (
        *("案由", "決議", "決定", "裁示", "辦法", "擬辦", "提案人", "連署人"),
        *("主持人", "主席", "司儀", "引言人", "與談人", "moderator", "panelists"),
    )
)
_LONGEST_NAME, _LONGEST_CLOSE = 80, 20
_TRIED, _OTHER_BLOCKS = 3, 3


@dataclass(slots=True)
class Entry:
    """One record: its first line, the line after its last, and its heading (-1 if none)."""

    first: int
    end: int
    head: int = -1


@dataclass(slots=True)
class Area:
    """Records among lines: first line, line after the last, and the records."""

    first: int
    end: int
    entries: list[Entry] = field(default_factory=list)


def find_records(items: Sequence[Item]) -> list[Area]:
    """Return the stretches of records among lines, in order."""
    found: list[Area] = []
    at = 0
    while (area := _next(items, at)) is not None:
        found.append(area)
        at = area.end
    return found


def _next(items: Sequence[Item], at: int) -> Area | None:
    """Return the first stretch of records from a line on."""
    counts = Counter(item.fields[0].key for item in items[at:] if item.fields)
    leading = _leading(items, at)
    tried: set[str] = set()
    for index in range(at, len(items)):
        if not items[index].fields:
            continue
        own = items[index].fields[0]
        leads = own.key == leading
        if own.key in tried or counts[own.key] < 2 or not (leads or own.role in NAMING):
            continue
        tried.add(own.key)
        area = _area(items, at, index, own.key, leads=leads)
        if area is not None:
            return area
        if len(tried) == _TRIED:
            return None
    return None


def _leading(items: Sequence[Item], at: int) -> str:
    """Return the label that opens each block between blank lines, empty if none does.

    Whatever it names, the records begin with it: 獎項：… 城市：… 代表：….
    """
    blocks = [
        after
        for before, after in itertools.pairwise(items[at:])
        if before.is_apart and after.fields
    ]
    counts = Counter(block.fields[0].key for block in blocks)
    key, n_blocks = max(counts.items(), key=lambda told: told[1], default=("", 0))
    n_opened = sum(_opens_with(item, key) for item in items[at:])
    n_lines = sum(bool(item.fields) for item in items[at:])
    # A line above the records and notes below may be labelled too.
    is_one = n_blocks > 1 and n_opened <= n_blocks + 1 and len(blocks) <= n_blocks + _OTHER_BLOCKS
    return key if is_one and n_lines >= 3 * n_opened else ""


def _area(items: Sequence[Item], low: int, first: int, key: str, *, leads: bool) -> Area | None:
    """Return the records that begin with a label, if they are records.

    With ``leads`` nothing else begins one.
    """
    starts = [i for i in range(first, len(items)) if _opens_with(items[i], key)]
    if not leads:
        starts = _with_above(items, low, list(_starts(items, first, key)), key)
    heads = [_head(items, low, start) for start in starts]
    if sum(head >= 0 for head in heads) * 3 < 2 * len(starts):
        heads = _close_heads(items, low, starts) or heads
    stop = len(items)
    last = next((i for i, head in enumerate(heads) if i and head >= 0), len(starts))
    if last > 1 and sum(head >= 0 for head in heads) * 3 < 2 * len(starts):
        # Those that are few head a part of the records, each part a table of its own.
        stop = heads[last] if last < len(starts) else stop
        starts, heads = starts[:last], [-1] * last
    opens = [start if head < 0 else head for start, head in zip(starts, heads, strict=True)]
    entries = [
        Entry(start, end, head)
        for start, end, head in zip(opens, [*opens[1:], stop], heads, strict=True)
    ]
    entries[-1].end = _last_end(items, entries)
    good = 0
    for entry in entries:
        if not _is_record(items, entry):
            break
        good += 1
    entries = entries[:good]
    if len(entries) < 2 or not _tell(items, entries):
        return None
    entries[-1].end = min(entries[-1].end, _last_end(items, entries))
    return Area(entries[0].first, entries[-1].end, entries)


def _opens_with(item: Item, key: str) -> bool:
    return bool(item.fields) and item.fields[0].key == key


def _starts(items: Sequence[Item], first: int, key: str) -> Iterator[int]:
    """Yield the lines where records begin: at the label, or at another one in its place.

    Another label is in its place where it names somebody after something was said by somebody
    named before (序, 主題, 城市 is one record), and is not one of those that stand further down.
    """
    inner = {
        own.key
        for before, item in itertools.pairwise(items[first:])
        for own in item.fields
        if before.fields and before.fields[0].key == key
    }
    has_said = has_named = False
    for index in range(first, len(items)):
        fields = items[index].fields
        if not fields:
            is_text = items[index].kind == "text"
            has_said = has_said or (is_text and marks.is_ended(items[index].text))
            continue
        is_other = fields[0].role in _PLACES and fields[0].key not in inner
        if fields[0].key == key or (has_said and has_named and is_other):
            yield index
            has_said = has_named = False
        has_said = has_said or any(own.role in _SAYING for own in fields)
        has_named = has_named or any(own.role in NAMING - {"number"} for own in fields)


def _with_above(items: Sequence[Item], low: int, starts: list[int], key: str) -> list[int]:
    """Return where records begin with the label that stands right above their own: 項目："""
    own = [start for start in starts if _opens_with(items[start], key)]
    above = [items[start - 1].fields if start > low else [] for start in own]
    keys = {fields[0].key if fields else "" for fields in above}
    is_one = len(keys) == 1 and "" not in keys
    return [start - (is_one and _opens_with(items[start], key)) for start in starts]


def _head(items: Sequence[Item], low: int, start: int) -> int:
    """Return the line right above a record that is its number or heading, -1 if none is."""
    above = next((i for i in range(start - 1, low - 1, -1) if not items[i].is_apart), -1)
    if above < 0 or start - above > 3:
        return -1
    item = items[above]
    if item.kind == "number":
        return above
    is_heading = item.number is not None or item.paragraph.kind == "heading"
    is_apart = is_heading or above == low or items[above - 1].is_apart
    return above if item.may_head and is_apart and start - above <= 2 else -1


def _last_end(items: Sequence[Item], entries: Sequence[Entry]) -> int:
    """Return where the last record ends: at a note, a rule, or where the others have no text."""
    *others, last = entries
    has_gaps = any(_goes_on_after_gap(items, entry) for entry in others)
    known = {own.key for entry in others for _, own in _fields(items, entry)}
    has_stars = any(items[i].text[:1] == "*" for entry in others for i in _within(entry))
    is_gap, end = False, last.first
    for index in range(last.first, last.end):
        item = items[index]
        if item.kind in ("blank", "mark"):
            is_gap = is_gap or item.kind == "blank"
            continue
        has_begun = index > max(last.first, last.head)
        if has_begun and item.kind == "rule":
            break
        if has_begun and item.kind != "fields":
            opens = marks.leading_item(item.text) or item.text.lstrip()[:1] in "★☆◆◇■□▍"
            is_part = is_gap and item.may_head and bool(opens)
            is_point = has_stars and item.text[:1] == "*"  # no note, where others have such points
            if is_part or (not is_point and _ends_records(item, is_gap and not has_gaps)):
                break
        if has_begun and item.kind == "fields" and item.fields[0].key not in known:
            own = item.fields[0]
            if headers.is_note(item.text) or (is_gap and own.role not in NAMING | _SAYING):
                break
        is_gap, end = False, index + 1
    return end


def _close_heads(items: Sequence[Item], low: int, starts: Sequence[int]) -> list[int]:
    """Return the lines right above records where each has a short one, apart or not, else none.

    It follows what is said in the record before: no sentence, as its last line is.
    """
    above = [start - 1 for start in starts]
    are_heads = len(above) > 1 and all(
        at >= low
        and items[at].may_head
        and len(items[at].text.strip()) <= _LONGEST_CLOSE
        and (at == low or items[at - 1].kind != "text" or marks.is_ended(items[at - 1].text))
        for at in above
    )
    return above if are_heads else []


def _within(entry: Entry) -> range:
    return range(max(entry.first, entry.head) + 1, entry.end)


def _ends_records(item: Item, is_after_gap: bool) -> bool:
    text = item.text
    is_frame = headers.is_note(text) or cues.is_boilerplate(text) or cues.is_entry(text)
    return is_after_gap or is_frame


def _goes_on_after_gap(items: Sequence[Item], entry: Entry) -> bool:
    """Tell whether unlabelled text stands in a record after a blank line."""
    own = items[entry.first : entry.end]
    return any(
        item.kind == "text" and before.kind == "blank" and index > max(0, entry.head - entry.first)
        for index, (before, item) in enumerate(itertools.pairwise(own), 1)
    )


def _is_record(items: Sequence[Item], entry: Entry) -> bool:
    """Tell whether names are short and the labels are none of a motion or of a panel."""
    fields = list(_fields(items, entry))
    if not fields or any(own.key in _OTHERS for _, own in fields):
        return False
    texts = [item.text for item in items[entry.first : entry.end] if item.kind == "text"]
    if any(map(marks.CLOCK.match, texts)):
        return False  # a programme
    has_text = bool(texts)
    if len(fields) + has_text < 2 or len({o.key for _, o in fields if o.role == "person"}) > 1:
        return False
    for item, own in fields:
        value = item.text[own.value : own.end].strip()
        is_name = own.role in NAMING and own.role != "number"
        if is_name and (len(value) > _LONGEST_NAME or value.endswith(("。", "！", "？", "!", "?"))):
            return False
    return True


def _fields(items: Sequence[Item], entry: Entry) -> Iterator[tuple[Item, Field]]:
    for item in items[entry.first : entry.end]:
        for own in item.fields:
            yield item, own


def _tell(items: Sequence[Item], entries: Sequence[Entry]) -> bool:
    """Tell whether most records name a place or an office, and say something."""
    n_placed = n_saying = 0
    for entry in entries:
        roles = {own.role for _, own in _fields(items, entry)}
        has_head = entry.head >= 0 and items[entry.head].kind == "text"
        has_title = any(
            own.role == "title" or columns.has_title(item.text[own.value : own.end])
            for item, own in _fields(items, entry)
            if own.role in ("person", "title")
        )
        is_person = bool(roles & {"person", "title"}) and (has_title or has_head)
        n_placed += bool(roles & _PLACES) or is_person
        has_text = any(
            item.kind == "text" and marks.is_ended(item.text)
            for item in items[entry.first : entry.end]
        )
        is_told = bool(roles & _SAYING) or has_text or len(roles) >= 4
        n_saying += is_told and len(roles - {"number"}) + has_head + has_text >= 2
    return n_placed * 3 >= 2 * len(entries) and n_saying * 3 >= 2 * len(entries)

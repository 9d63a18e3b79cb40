"""Find names that head the entries of a list, each on a line of its own above what it is.

Contract: one pass over the pieces of a page; `find_entries` is told the names that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.language import views
from pipeline.language.columns import is_award
from pipeline.recognizers.initiatives.labels import may_name
from pipeline.recognizers.initiatives.latin import is_name
from pipeline.recognizers.initiatives.scene import Found, Scene, spaceless

# A line that is a name, and perhaps how far it is or whose (執行中, 交通局), or an aside.
_LINE = re.compile(
    r"(?P<name>[^,。;:!?、「」《》()|\t\n]{3,40}?)"
    r"(?:(?:\s+|\s*[-|/]\s*)(?P<rest>[^\s,。;:!?()]{2,16})|\s*\((?P<aside>[^()\n]{1,40})\))?\s*"
)
_QUOTED = re.compile("[「《][^」》\n]{2,24}[」》]")
_WHOLE = re.compile(r"「([^「」,。;:!?\n]{3,24})」\s*")
_NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")
_LETTER = re.compile(r"[A-Za-z](?=-?\d)")
# The heading of a list says that it is of things done.
_OF_MEASURES = views.pattern(
    "計[畫劃]|專案|方案|措施|亮點|應用|服務|系統|平[台臺]|政策|案例|作品|項目|獎"
)
_LEAST, _LONGEST, _LONGEST_HEADING = 3, 64, 24
# One head in so many must be a name that other words told, unless the heading or states tell it.
_SHARE, _LEAST_KNOWN = 3, 2
# A head of fewer signs may be what every list speaks of: 經費需求, 數位治理.
_LONG = 5
_LATIN_TAIL = re.compile(r"[\u4e00-\u9fff]([A-Z][a-z]+)$")
_TAIL = re.compile(r"\s?[A-Za-z0-9.+]+")


@dataclass(slots=True)
class _Item:
    """A list item: the span of its name (empty: none, or in quotes) and the names known in it."""

    start: int
    end: int
    is_head: bool
    has_state: bool = False
    is_quoted: bool = False
    names: list[Found] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """Spans of items, without marks, whose marks have one shape; the line above the first."""

    shape: str
    first: str
    heading: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def find_entries(scene: Scene, named: Sequence[Found]) -> list[Found]:
    """Return the heads of entries whose list is one of names: (三)銀光守門員, and below what it is.

    A list is one of names if all heads are awards, or most have the form of a name, and a third of
    them are names by other words, or one is and the heading above (重點計畫成效) or the heads
    (規劃中) tell so.
    """
    return [
        found
        for one in _lists(scene)
        if len(one.spans) >= _LEAST and _has_short_items(one)
        for found in _judged(scene, one.heading, [_item(scene, *s, named) for s in one.spans])
    ]


def _has_short_items(one: _List) -> bool:
    """Whether enough items are no longer than a head with what may follow it."""
    return sum(end - start <= _LONGEST for start, end in one.spans) * 5 >= len(one.spans) * 4


def _lists(scene: Scene) -> Iterator[_List]:
    """Yield the lists of a page; one within another ends where the outer one goes on."""
    view = scene.view
    stack: list[_List] = []
    line = ""
    for piece in scene.page.pieces:
        start = scene.without_mark(piece.start, piece.end)
        if start > piece.start:
            mark = view[piece.start : start].strip()
            shape = _LETTER.sub("A", _NUMBER.sub(_digit, mark))
            while any(one.shape == shape for one in stack[:-1]):
                yield stack.pop()
            if stack and stack[-1].shape == shape and mark == stack[-1].first != shape:
                yield stack.pop()  # the numbers begin anew
            if not stack or stack[-1].shape != shape:
                stack.append(_List(shape, mark, line))
            stack[-1].spans.append((start, piece.end))
        if piece.end - start <= _LONGEST_HEADING:
            line = view[start : piece.end]
    yield from stack


def _digit(number: re.Match[str]) -> str:
    return "0" if number[0].isascii() else "十"


def _item(scene: Scene, start: int, end: int, named: Sequence[Found]) -> _Item:
    """Return an item; a head with quotation marks is one whose name is known already."""
    owner = scene.starts.get(start)
    if owner is not None and scene.view.startswith(":", owner.end):
        start = owner.end + 1  # 工務局：人孔蓋會說話
    if whole := _WHOLE.fullmatch(scene.view, start, end):
        names = scene.claims_within(*whole.span(1), named)
        span = (start, start) if names else whole.span(1)
        return _Item(*span, True, is_quoted=True, names=names)
    line = _LINE.fullmatch(scene.view, start, end)
    if line is None:
        quoted = _QUOTED.match(scene.view, start, end)
        names = scene.claims_within(start, quoted.end(), named) if quoted else []
        return _Item(start, start, bool(names), names=names)
    told = line["rest"] or line["aside"] or ""
    has_state = bool(told) and scene.lexicon.status_pattern.search(told) is not None
    whose = scene.starts.get(line.start("rest")) if line["rest"] else None
    is_apart = (
        has_state or not line["rest"] or (whose is not None and whose.end == line.end("rest"))
    )
    stop = line.end("name") if is_apart else end
    names = scene.claims_within(start, stop, named)
    return _Item(start, stop, True, has_state, names=names)


def _judged(scene: Scene, heading: str, items: Sequence[_Item]) -> Iterator[Found]:
    """Yield the heads of a list that are names and are not known yet."""
    heads = [item for item in items if item.is_head]
    if len(heads) < _LEAST or len(heads) * 5 < len(items) * 4:
        return
    is_headed = _OF_MEASURES.search(heading) is not None
    is_of_awards = all(is_award(scene.view[item.start : item.end]) for item in heads)
    is_told = is_headed or sum(item.has_state for item in heads) * 2 >= len(heads)
    known = sum(bool(item.names) or (is_headed and _is_marked(scene, item)) for item in heads)
    if not is_of_awards and known < (1 if is_told else max(_LEAST_KNOWN, len(heads) / _SHARE)):
        return
    free = [item for item in heads if _is_free(scene, item)]
    formed = sum(bool(item.names) for item in heads if item not in free)
    formed += sum(is_of_awards or _is_formed(scene, item) for item in free)
    if formed * 3 < len(heads) * 2:
        return
    for item in free:
        headed = scene.lexicon.head_of(scene.view, item.start, item.end)
        kind = item.names[0].kind if item.names else headed[1].kind if headed else "other"
        yield Found(item.start, item.end, kind, "entry", 0.7)


def _is_marked(scene: Scene, item: _Item) -> bool:
    """Whether a head is a quotation, Rain City Strategy, or ends in a Latin name: 新北好行Plus."""
    text = scene.view[item.start : item.end]
    is_latin = " " in text and text.istitle() and is_name(scene, item.start, item.end)
    tail = _LATIN_TAIL.search(text)
    if tail is not None and is_name(scene, item.start + tail.start(1), item.end):
        is_latin = may_name(scene, item.start, item.end)
    return item.is_quoted or is_latin


def _is_formed(scene: Scene, item: _Item) -> bool:
    """Whether a head has the form of a name: in words, not too short and no task (…布建)."""
    if item.names or item.is_quoted:
        return True
    is_task = scene.lexicon.verb_words.ending(scene.view, item.end, item.start) > 1
    return not is_task and len(spaceless(scene.view[item.start : item.end])) >= _LONG


def _is_free(scene: Scene, item: _Item) -> bool:
    """Whether a head may be a name and holds none, or one that lacks its end: 新北好行|Plus."""
    if item.start == item.end or not may_name(scene, item.start, item.end):
        return False
    if not item.names:
        return True
    first = item.names[0]
    return first.start == item.start and bool(_TAIL.fullmatch(scene.view, first.end, item.end))

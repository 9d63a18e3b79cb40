"""Find names that head the items of a list whose other items are headed by names.

Contract: one pass over the pieces of a page; `find_labels` is told the names that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.language import views
from pipeline.language.columns import is_award
from pipeline.recognizers.initiatives.scene import Found, Scene, spaceless
from pipeline.recognizers.page import Piece
from pipeline.records import record

_SIGN = r"[^,。;:!?、「」《》()|\n\u2013\u2014\u2500]"
_LABEL = re.compile(rf"((?!\s){_SIGN}{{4,14}}?)\s?(?::(?!\d)|[\u2014\u2500]{{1,2}}|\s[\u2013-]\s)")
_QUOTED = re.compile("[「《][^」》\n]{2,24}[」》]")
# 執行成效, 經費來源: what is told of a thing, not a thing.
_ASPECT = views.pattern(
    "(?:成效|成果|情形|情況|狀況|方向|效益|目標|期程|進度|經費|預算|來源|對象|單位|機關|內容|時間|日期|地點|人數|次數|人次|金額|比例|比率|數量"
    "|方式|方法|步驟|流程|原則|重點|問題|困難|建議|說明|背景|緣起|依據|分工|條件|資格|特色|亮點|優點|缺點|理由|原因|影響|措施|作為|策略|面向|領域|部分|方面|議題|結論"
    "|紀錄|名稱|名單|電話|地址|費用|人員|窗口|率|額|[局處科課室組]|長|者|人|化)$"
)
# 三大亮點計畫, 系列便民措施懶人包: what the list below it names.
_LEAD = views.pattern(
    r"(?:系列|[一二三四五六七八九十\d]{1,2}[大項]|重點|主要|亮點|創新|數位|便民|惠民)[^,。;:\n]{0,6}(?:措施|服務|計畫|計劃|方案|專案|應用|工具|平台|App)"
    r"(?:一覽表?|懶人包|如下|包括|介紹|說明|總覽|清單|簡介)?[:。]?$"
)
_WITH = views.fold("與和跟同")
_LEAST_NAMED = 2
# One label in so many must be a name that other words told.
_SHARE = 3


@record
class _Item:
    """The label of a list item, and whether it holds a name already."""

    start: int
    end: int
    is_named: bool


def find_labels(scene: Scene, named: Sequence[Found]) -> Iterator[Found]:
    """Yield the labels that stand where other items of their list have a name: 三、跳島e票：…"""
    texts = {scene.view[found.start : found.end] for found in named}
    for is_led, items in _lists(scene, {found.start for found in named}):
        known = sum(item.is_named for item in items)
        told = known >= _LEAST_NAMED and known * _SHARE >= len(items)
        # A line that announces measures may announce fields: 三大重點計畫：1. 校園安全：…
        if not told and is_led:
            told = any(i.is_named or scene.view[i.start : i.end] in texts for i in items)
        told = told or all(is_award(scene.view[item.start : item.end]) for item in items)
        if len(items) < _LEAST_NAMED or not told:
            continue
        for item in items:
            if not item.is_named and may_name(scene, item.start, item.end):
                yield Found(item.start, item.end, "other", "label", 0.7)


def _lists(scene: Scene, starts: set[int]) -> Iterator[tuple[bool, list[_Item]]]:
    """Yield the labels of items that follow each other, and whether the line before names them.

    A line that is no item ends a list.
    """
    items: list[_Item] = []
    block = -1
    lead: Piece | None = None
    for piece in scene.page.pieces:
        begin = scene.without_mark(piece.start, piece.end)
        if begin == piece.start and piece.kind != "list_item":
            if items and piece.block != block:
                yield _leads(scene, lead), items
                items = []
            if piece.block != block:
                lead = piece
            continue
        block = piece.block
        label = _LABEL.match(scene.view, begin, piece.end)
        if label is not None:
            items.append(_Item(begin, label.end(1), begin in starts))
        elif _QUOTED.match(scene.view, begin, piece.end):
            items.append(_Item(begin, begin, begin + 1 in starts))
    yield _leads(scene, lead), items


def _leads(scene: Scene, piece: Piece | None) -> bool:
    """Whether a line tells that the items behind it are what was done."""
    return piece is not None and _LEAD.search(scene.view, piece.start, piece.end) is not None


def may_name(scene: Scene, start: int, end: int) -> bool:
    """Whether a label may name a thing: no place, body or person, deed, or aspect of a thing."""
    view, lexicon = scene.view, scene.lexicon
    label = view[start:end]
    if scene.is_taken(start, end) or end in scene.ends:
        return False
    if len(spaceless(label)) < 4 or lexicon.general.fullmatch(label):
        return False
    if view[start] in _WITH and scene.has_city(start + 1, end):
        return False  # 與釜山締結姊妹市滿十年
    return lexicon.verb_words.starting(view, start) < 2 and not _ASPECT.search(label)

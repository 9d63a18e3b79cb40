"""What stands around a quotation that tells whether it names an initiative.

Contract: pure look-ups in the piece of a page.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.recognizers.initiatives.scene import Scene
from pipeline.recognizers.page import Piece

# Such a series is no event where it is not called one: 合辦「會診在部落」.
_CALLED_EVENT = views.pattern(
    "(?:論壇|展覽?|會|之夜|座談|會議|市集|慶典|遊行|繞境|派對|馬拉松|[一-鿿]{1,2}節|祭|營|賽|典禮|講座|[週周月日]|工作坊|嘉年華|路跑|沙龍)$"
)
# 最有感的應該是「…」: how people take to a thing
_LIKED = views.pattern(
    r"(?:有感|受歡迎|歡迎|好用|實用|滿意|驕傲|得意|自豪|熱門|知名|有名|成功|有代表性|叫好|亮眼)的[^,。;「」]{0,8}(?:是|就是|莫過於|要算|當屬|首推)[「《\"\s]*$"
)
_BROUGHT = views.pattern(
    "(?:帶來|端出|祭出|獻上|秀出|合作|提議|引進|訂|做|設|裝|辦|開|蓋|首創|自創|主推|趕|試|捐贈|贈送|搞|弄|架|搭|拼|編|孵"
    "|畫|繪|串|匯|織|湊|組|(?<![主首類再力])推)(?:了|的|出|過|起|成)?(?:一[個座間套項款張條支種臺台])?$"
)
_BROUGHT_ENDS = last_signs(_BROUGHT.pattern)
_JOINTLY = tuple(
    map(
        views.fold, ("合辦", "合作辦理", "共同辦理", "輪流辦理", "輪流舉辦", "共同舉辦", "合作舉辦")
    )
)
_NAMING = frozenset(("other", "initiative"))
# 第一箭「居家安心箱」, 第二項「…」: one of several things done
_NTH = views.pattern(
    "(?:第[一二三四五六七八九十\\d]{1,2}[箭招支彈張棒步項部件套]|其[一二三四五](?:是|為)?|首[箭招張]"
    "|(?:[第另其]|還有|有)一[件項個套款](?:則|就|叫)?(?:是|叫做?|名為)|第[一二三四五六]個(?:則|就)?(?:是|叫))(?:是|為|就是)?,?\\s*$"
)
_GLOSS = re.compile(r"\s*\([^()]*\)\s*$")
# 城市森林策略2012-2032 is a strategy, 數位轉型計畫至2025年 a plan.
_YEARS = re.compile(r"[\s至到]?\d{4}(?:\s?[-\u2013\u2014~至到]\s?(?:20)?\d{2})?年?$")
_LABEL = 24
# 首獎：韓國大田市「…」, （二）公園共融獎　嘉義市「…」
_WON = views.pattern(
    "(?:獎|佳作|優選|優勝|入選|入圍|[冠亞季]軍|第[一二三四五六\\d]名)\\s?(?:得主)?(?:\\s*[:|\uff5c–—-]|\\s|由)\\s*(?![,。;])[^,。;:「」]{0,8}$"
)
# 「釜山」計畫
_NAMED_NOUN = views.pattern(r"[」》\"]\s?(?:計畫|計劃|專案|方案|平台|系統|App|APP)")
_CALLS_FOR = views.pattern(
    "(?:[得獲參入]獎|參賽|入選|入圍|申報|推薦|示範|亮點|旗艦|特色|創新|代表性?|年度)?的?"
    "(?:項目|專案|方案|計畫|計劃|作品|案例|提案|案|平台|系統|服務|措施|作為|[作做]法|政策|亮點)"
    "(?:名稱|名)? ?"
)
_OURS = views.pattern("[本我該][市縣]|[本市縣]府")


def is_label(scene: Scene, low: int, left: int) -> bool:
    """Whether a label that calls for the name of a thing stands before: 獲獎項目:「…」."""
    end = left - 1
    return scene.view[end:left] == ":" and _CALLS_FOR.fullmatch(scene.view, low, end) is not None


def is_brought(view: str, start: int, end: int) -> bool:
    """Whether ``view[start:end]`` ends in a verb of everyday speech that brings something new."""
    return view[end - 1 : end] in _BROUGHT_ENDS and _BROUGHT.search(view, start, end) is not None


def is_joint(scene: Scene, low: int, left: int, span: tuple[int, int]) -> bool:
    """Whether what is held together is no event by its name: 合辦「托育媽媽地圖」."""
    held = scene.view[low:left].endswith(_JOINTLY)
    return held and _CALLED_EVENT.search(scene.view, *span) is None


def is_joined(scene: Scene, verb: str, span: tuple[int, int]) -> bool:
    """Whether one takes part in what is no event by its name: 參加「給河一封信」."""
    return verb.startswith("参加") and _CALLED_EVENT.search(scene.view, *span) is None


def is_liked(scene: Scene, low: int, left: int) -> bool:
    """Whether the clause before a quotation says that people take to it: 最有感的是「…」."""
    return _LIKED.search(scene.view, low, left) is not None


def is_counted(scene: Scene, low: int, left: int) -> bool:
    """Whether an ordinal of things done stands right before a quotation: 第一箭「…」."""
    return _NTH.search(scene.view, low, left) is not None


def is_owned(scene: Scene, left: int) -> bool:
    """Whether a quotation is that of a place or body right before it: 大阪的「…」."""
    if scene.view[left - 1 : left] != "的":
        return False
    owner = scene.ends.get(left - 1)
    return owner is not None and owner.label in {"CITY", "ORGANIZATION"}


def stands_beside_owner(scene: Scene, low: int, left: int) -> bool:
    """Whether a body, a city that won or a word for one's own stands before: 社會局「…」."""
    owner = scene.ends.get(left)
    if owner is not None and owner.label == "ORGANIZATION":
        return True
    if owner is not None and owner.label == "CITY":
        # what was won may head the line as a label that is no part of the piece
        return _WON.search(scene.view, max(0, owner.start - _LABEL), owner.start) is not None
    return _OURS.fullmatch(scene.view, max(low, left - 2), left) is not None


def fills_cell(piece: Piece | None, left: int, right: int) -> bool:
    """Whether a quotation is all that a cell holds, as in a column of projects, not of words."""
    if piece is None or piece.kind != "cell" or piece.column_role not in _NAMING:
        return False
    return left <= piece.start and right >= piece.end


def names_kind(scene: Scene, low: int, left: int) -> bool:
    """Whether the noun before a quotation tells what it names: 減廢平台「…」."""
    headed = scene.lexicon.head_of(scene.view, low, left)
    if headed is None or len(headed[0]) < 2:
        return False
    return headed[1].mode in {"name", "used", "cue"} or headed[1].kind in {
        "service",
        "app",
        "system",
    }


def begins_with_city(scene: Scene, start: int, end: int) -> bool:
    """Whether a quotation begins with the city it is of, and names no other: 「台北好厝邊」."""
    place = scene.starts.get(start)
    if place is None or place.label != "CITY" or place.end + 2 >= end:
        return False
    return not scene.has_city(place.end, end)


def is_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a quotation is the name of a city or country and no more: 簿子把「仙台」寫錯.

    「釜山」計畫 is a name: the noun behind the quotation outranks the place.
    """
    place = scene.starts.get(start)
    if place is None or place.label == "ORGANIZATION" or place.end < end:
        return False
    return _NAMED_NOUN.match(scene.view, end) is None


def is_headed(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a quotation ends in a noun that names initiatives (計畫), not events."""
    headed = scene.lexicon.head_of(scene.view, *span)
    return headed is not None and (headed[1].mode == "name" or headed[1].kind == "alliance")


def ends_sentence(scene: Scene, piece: Piece | None, right: int, high: int) -> bool:
    """Whether nothing follows a quotation in prose, so that it is somebody's words."""
    if piece is None or scene.is_listed(piece) or piece.column_role:
        return False
    return right >= high or scene.view[right] in "。!?"


def without_gloss(view: str, start: int, end: int) -> int:
    """Return the end of a quoted name before a gloss in brackets: 漏水偵探（Leak Detective）."""
    if view[start:end].rstrip()[-1:] != ")":
        return end
    gloss = _GLOSS.search(view, start + 1, end)
    return gloss.start() if gloss else end


def without_years(view: str, start: int, end: int) -> int:
    """Return the end of a quoted name before the years it is for, if something is left."""
    years = _YEARS.search(view, start + 1, end)
    return years.start() if years else end

"""The state of reading a body's name leftwards, and what may stand before what was read.

Contract: pure look-ups on folded text inside one piece.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.language import views
from pipeline.language.foreign_names import is_sound
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.page import Page

LONGEST_PLACE = 7
ADMIN = frozenset(views.fold("市縣州省郡區鎮鄉邦道府"))
# No name of a place ends in these: 經費由|市教育局列支, 報|省財政廳備案.
_NO_PLACE_ENDS = frozenset(views.fold("由與及暨讓給把被請跟將經據報交邀派"))
FOREIGN = 3
_LETTERHEAD = 4
_OF_NATION = views.pattern("國家(?!級)")
_LEAST_OF_NATION = 2
# 拉美|城市創新中心: a part of the world is a place, too.
_OF_WORLD = views.pattern(
    "(?:拉丁?美洲?|[東西南北中]歐|中東歐|歐洲|[東西南中]亞|東[南北]亞|[亞非美]洲|[北南中]美洲?|[東西南北]非|亞太|歐亞|加勒比海?"
    "|波羅的海|地中海|南太平洋|阿拉伯)(?!(?:各國|國家|地區|城市)?(?:公司|企業))"
)
NATIONAL = tuple(
    views.fold(word)
    for word in ("國立", "市立", "縣立", "省立", "部立", "私立", "公立", "財團法人", "社團法人")
)
# What people do, too: 古特雷斯|組織志工.
_DEEDS = frozenset(map(views.fold, ("組織", "電力", "本部")))
_HEADED = views.pattern(" ?(?:副?(?:代理)?(?:所長|主任))")


@dataclass(slots=True)
class Scan:
    """State of one leftward reading."""

    page: Page
    low: int
    bodies: Bodies
    head_start: int
    head_end: int
    position: int
    unknown: int = 0
    stems: int = 0
    placed: bool = False


# 議員林志雄|代表|市議會, but 學生代表聯合會, 人民代表大會, 勞工代表委員會
_FOR, _OF_DELEGATES = "代表", frozenset(views.fold("大會聯團處部制"))
_OF_GROUP, _GROUPS = frozenset(views.fold("委協")), frozenset(views.fold("生工者民師年女東方"))
_DEPUTY = views.pattern("副|代理|代")


def acts_for(view: str, position: int) -> bool:
    """Whether somebody acts for the body that begins at the position."""
    at, first = position - len(_FOR), view[position : position + 1]
    if at < 0 or not view.startswith(_FOR, at) or first in _OF_DELEGATES:
        return False
    return first not in _OF_GROUP or view[at - 1 : at] not in _GROUPS


def is_led(scan: Scan) -> bool:
    """Whether the head's own title follows: 局局長, 局　局長, 局副局長, 局代理局長."""
    view, end = scan.page.view, scan.head_end
    head = view[scan.head_start : end]
    end += view[end : end + 1] == " "
    rank = _DEPUTY.match(view, end)
    return view.startswith(head + "长", rank.end() if rank else end)


def is_opened(scan: Scan, start: int) -> bool:
    """Whether a name may begin at a position: no character of a word stands before it."""
    view = scan.page.view
    opened = start <= scan.low or not is_han(view[start - 1])
    return opened or scan.bodies.strong.ending(view, start, scan.low) > 0


def is_passed(scan: Scan, start: int) -> bool:
    """Whether what ends before a position ends no name: 由|市教育局, 环保局和|市教育局."""
    view, before = scan.page.view, start - 1
    if before < scan.low:
        return False
    joined = view[before] == "和" and scan.bodies.ends_with_head(view, before, scan.low)
    return joined or view[before] in _NO_PLACE_ENDS


def foreign_start(scan: Scan, end: int, least: int) -> int:
    """Return where a foreign name of ``least`` signs begins, else ``end``: 聖奧古斯丁|國立大學."""
    view, low, strong = scan.page.view, end, scan.bodies.strong
    while low > scan.low and is_sound(view[low - 1]) and end - low < LONGEST_PLACE:
        if end - low >= least and strong.ending(view, low, scan.low) > 1:
            break  # 參加|奧塞美術館
        low -= 1
    low -= low > scan.low and view[low - 1] == "圣"
    return low if is_opened(scan, low) and end - low >= least else end


def _is_foreign(scan: Scan) -> bool:
    """Whether what was read begins with a foreign name: 卡雷爾|音樂廳."""
    first = scan.page.view[scan.position : scan.head_start][:FOREIGN]
    return len(first) == FOREIGN and all(map(is_sound, first))


def _is_line(scan: Scan) -> bool:
    """Whether a name of some length fills its line, as in the head of a letter."""
    view, start, end = scan.page.view, scan.position, scan.head_end
    return (
        start == scan.low
        and scan.head_start - start >= _LETTERHEAD
        and view[start - 1 : start] in ("", "\n")
        and view[end : end + 1] in ("", "\n")
    )


def is_cut_off(scan: Scan, start: int, end: int) -> bool:
    """Whether a short name of a state is the end of another place: 吉|薩省."""
    view = scan.page.view
    if end - start > 2 or view[end - 1] not in "州省" or start <= scan.low:
        return False
    return is_han(view[start - 1]) and not scan.bodies.strong.ending(view, start, scan.low)


def take_foreign(scan: Scan) -> bool:
    """Take a foreign name with signs that else end one: 里加|工業大學, 聖若瑟|大學."""
    view, end, bodies = scan.page.view, scan.position, scan.bodies
    before = view[end - 1]
    if before not in bodies.soft and not bodies.strong.ending(view, end, end - 1):
        return False
    while end < scan.head_start and is_sound(view[end]):
        end += 1
    start = foreign_start(scan, end, 2)
    if start >= scan.position:
        return False
    scan.unknown += scan.position - start
    scan.position = start
    return True


def is_enough(scan: Scan, needs: str) -> bool:
    """Whether what was read can be the proper part of a name with this need."""
    view, named = scan.page.view, scan.head_start - scan.position
    if needs == "stem":
        known = bool(scan.stems) and scan.unknown <= 4
        if view[scan.head_start : scan.head_end] == "组":
            # else any group of people or of things
            return known and (scan.placed or is_led(scan))
        if view[scan.head_start : scan.head_end] == "所" and not scan.placed:
            # 市民|健康|所、: the particle, where no city and no head of it is told.
            return known and _HEADED.match(view, scan.head_end) is not None
        # 富山市|福祉保健|部部長
        return known or (scan.placed and 2 <= scan.unknown <= 6 and is_led(scan))
    if needs == "place":
        head = view[scan.head_start : scan.head_end]
        if _OF_NATION.match(view, scan.position) and named > _LEAST_OF_NATION:
            return True  # 國家|再生能源|實驗室
        if _OF_WORLD.match(view, scan.position, scan.head_start):
            return True
        if head in _DEEDS:
            return scan.placed
        return scan.placed or _is_foreign(scan) or _is_line(scan)
    if needs == "bare":
        return scan.placed or (2 <= named <= 6 and scan.head_end - scan.head_start > 2)
    return scan.placed or named >= 2 or bool(scan.stems)

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
# 水利署|第七|河川分署: a part that has a number.
_NUMBER = views.pattern("第[0-9一二三四五六七八九十]{1,3}$")
_LONGEST_NUMBER = 4
_DIRECTIONS = frozenset(views.fold("東西南北中"))
_COURTS = tuple(map(views.fold, ("法院", "檢察署")))
_ISLAND = tuple(map(views.fold, ("臺灣", "台灣")))
_COUNTIES = frozenset(views.fold("縣市"))
_POSTED = frozenset("驻駐")
_FOREIGN = 3
_LETTERHEAD = 4
_OF_NATION = views.pattern("國家(?!級)")
_LEAST_OF_NATION = 2
# 市人民委員會 is called so by its own city.
_PEOPLES = "人民"
_JOINING = views.pattern("[與和及暨]")
# What may end before a name that begins with 大: 與|大安曼市政府.
_OPENS = frozenset(views.fold("與和及跟由讓請向對在的暨、"))
# Offices here name the country that has them first: 印度|台北協會.
_HERE = tuple(views.fold(word) for word in ("台北", "台灣"))
NATIONAL = tuple(
    views.fold(word)
    for word in ("國立", "市立", "縣立", "省立", "部立", "私立", "公立", "財團法人", "社團法人")
)
# What a name may begin with besides: 全球智慧城市聯盟.
_WORLD = tuple(
    views.fold(word)
    for word in (
        *NATIONAL,
        "皇家",
        "中共",
        "共青團",
        "全球",
        "世界",
        "國際",
        "亞太",
        "亞洲",
        "歐洲",
        "全國",
        "中華民國",
        "中華",
    )
)
_WORLD_ENDS = frozenset(word[-1] for word in _WORLD)


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
_NO_PARTY = frozenset("地东西南北远多")
# What no name begins with: 高興|代表|台達基金會, |市府|智慧城市辦公室.
_NOT_FIRST = tuple(map(views.fold, ("代表", "市府", "縣府", "省府", "州府", "區公所")))


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


def with_rank(scan: Scan) -> int:
    """Return where the name begins with 國立, 財團法人 or a further country before it."""
    view, start = scan.page.view, scan.position
    number = _NUMBER.search(view, max(scan.low, start - _LONGEST_NUMBER), start)
    if number is not None:
        return number.start()
    # 其中|歐洲投資銀行出資一半
    if view[start] == "中" and not scan.placed and view.startswith(_WORLD, start + 1):
        return start + 1
    for word in _WORLD if view[start - 1] in _WORLD_ENDS else ():
        if start - len(word) >= scan.low and view.startswith(word, start - len(word)):
            return start - len(word)
    if (
        view.startswith(NATIONAL, start)
        and (named := _foreign_start(scan, start, _FOREIGN)) < start
    ):
        return named
    if scan.placed and start > scan.low and view[start - 1] in _POSTED:
        return start - 1
    if scan.placed and _is_directed(scan, start):
        return start - 1
    if scan.placed and (sounds := _sounds_before(scan, start)) < start:
        return sounds
    # 波方|數位化辦公室
    is_party = view.startswith("方", start + 1) and view[start] not in _NO_PARTY
    if is_party and not scan.placed and scan.head_start - start > 3:
        return start + 2
    if view.startswith("、", start - 1) and _JOINING.search(view, start, scan.head_start):
        return _with_list(scan, start)
    if view.startswith(_NOT_FIRST, start) and scan.head_start - start > 3:
        return start + 2
    is_ranked = view[start] in ADMIN and not view.startswith(_PEOPLES, start + 1)
    if is_ranked and not scan.placed and scan.head_start - start > 2:
        return start + (scan.bodies.stems.starting(view, start, scan.head_start) == 0)
    if scan.placed and (further := _outer(scan, start)) < start:
        return further
    if scan.page.has_at("COUNTRY", start) or view.startswith(_HERE, start):
        outer = scan.page.place_ending_at(start, scan.low)
        if outer is not None and scan.page.has_at("COUNTRY", outer):
            return outer - (outer > scan.low and view[outer - 1] in _POSTED)
    return start


def _outer(scan: Scan, start: int) -> int:
    """Return where the county or region of a place begins, else the place: 彰化縣|二林鎮公所."""
    page, view = scan.page, scan.page.view
    if page.has_at("COUNTRY", start):  # 昆士蘭|台灣商會
        length = scan.bodies.places.ending(view, start, scan.low)
        return start - length if length > 2 else start
    if view.endswith(_COURTS, scan.head_start, scan.head_end):  # 臺灣|花蓮地方檢察署
        own = next((w for w in _ISLAND if view.endswith(w, scan.low, start)), "")
        return start - len(own)
    outer = None if page.has_at("CITY", start) else page.place_ending_at(start, scan.low)
    return start if outer is None or view[start - 1] not in _COUNTIES else outer


def _is_directed(scan: Scan, start: int) -> bool:
    """Whether a part of a country is named: 東|日本鐵道公司, not 台北|日本協會."""
    view, before = scan.page.view, start - 1
    if before < scan.low or view[before] not in _DIRECTIONS:
        return False
    if scan.page.has_at("CITY", start) or scan.page.place_ending_at(start, scan.low) is not None:
        return False
    is_open = before == scan.low or not is_han(view[before - 1])
    return is_open or scan.bodies.strong.ending(view, before, scan.low) > 0


def _foreign_start(scan: Scan, end: int, least: int) -> int:
    """Return where a foreign name of ``least`` signs begins, else ``end``: 聖奧古斯丁|國立大學."""
    view, low, strong = scan.page.view, end, scan.bodies.strong
    while low > scan.low and is_sound(view[low - 1]) and end - low < LONGEST_PLACE:
        if end - low >= least and strong.ending(view, low, scan.low) > 1:
            break  # 參加|奧塞美術館
        low -= 1
    low -= low > scan.low and view[low - 1] == "圣"
    opened = low == scan.low or not is_han(view[low - 1])
    opened = opened or strong.ending(view, low, scan.low) > 0
    return low if opened and end - low >= least else end


def _is_foreign(scan: Scan) -> bool:
    """Whether what was read begins with a foreign name: 卡雷爾|音樂廳."""
    first = scan.page.view[scan.position : scan.head_start][:_FOREIGN]
    return len(first) == _FOREIGN and all(map(is_sound, first))


def _is_line(scan: Scan) -> bool:
    """Whether a name of some length fills its line, as in the head of a letter."""
    view, start, end = scan.page.view, scan.position, scan.head_end
    return (
        start == scan.low
        and scan.head_start - start >= _LETTERHEAD
        and view[start - 1 : start] in ("", "\n")
        and view[end : end + 1] in ("", "\n")
    )


def _with_list(scan: Scan, start: int) -> int:
    """Return where a list of what an office is for begins: 工業、|創新暨科學部."""
    view = scan.page.view
    while start > scan.low and view[start - 1] == "、":
        length = scan.bodies.stems.ending(view, start - 1, scan.low)
        if not length:
            break
        start -= length + 1
    place = scan.page.place_ending_at(start, scan.low)
    return start if place is None else place


def _sounds_before(scan: Scan, start: int) -> int:
    """Return where the sounds begin that a place is only the end of: 夸祖魯|納塔爾大學."""
    view, low = scan.page.view, start
    if scan.page.place_ending_at(start, scan.low) is not None or not is_sound(view[start]):
        return start
    while low > scan.low and is_sound(view[low - 1]) and start - low < LONGEST_PLACE:
        low -= 1
    opened = low == scan.low or not is_han(view[low - 1])
    opened = opened or scan.bodies.strong.ending(view, low, scan.low) > 0
    is_word = scan.bodies.strong.ending(view, start, low) > 1  # 謝謝|宜蘭大學
    return low if opened and start - low > 1 and not is_word else start


def with_great(page: Page, low: int, start: int, bodies: Bodies) -> int:
    """Return where a name begins with the 大 of its place: 大|安曼市政府, no 擴大|臺北市政府."""
    view, first = page.view, start - 1
    is_great = first >= low and view[first] == "大" and page.has_at("CITY", start)
    opened = first == low or not is_han(view[first - 1]) or view[first - 1] in _OPENS
    opened = opened or bodies.strong.ending(view, max(first, low), low) > 0
    return first if is_great and opened else start


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
    start = _foreign_start(scan, end, 2)
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
        if view[scan.head_start : scan.head_end] == "所" and not scan.placed:
            # 市民|健康|所、: the particle, where no city and no head of it is told.
            return known and _HEADED.match(view, scan.head_end) is not None
        # 富山市|福祉保健|部部長
        return known or (scan.placed and 2 <= scan.unknown <= 6 and is_led(scan))
    if needs == "place":
        head = view[scan.head_start : scan.head_end]
        if _OF_NATION.match(view, scan.position) and named > _LEAST_OF_NATION:
            return True  # 國家|再生能源|實驗室
        if head in _DEEDS:
            return scan.placed
        return scan.placed or _is_foreign(scan) or _is_line(scan)
    if needs == "bare":
        return scan.placed or (2 <= named <= 6 and scan.head_end - scan.head_start > 2)
    return scan.placed or named >= 2 or bool(scan.stems)

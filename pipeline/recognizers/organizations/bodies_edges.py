"""Where the name of a body begins once its parts were read: its rank, place, list or county.

Contract: pure look-ups on folded text inside one piece.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.body_names import PARTIES
from pipeline.language.foreign_names import is_sound
from pipeline.language.lexemes import is_han
from pipeline.language.words import is_ordinary
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.organizations.bodies_scan import (
    ADMIN,
    FOREIGN,
    LONGEST_PLACE,
    NATIONAL,
    Scan,
    foreign_start,
    is_opened,
    is_passed,
)
from pipeline.recognizers.page import Page

# 該|市資料中心, no city of its own
POINTING = frozenset(views.fold("該本各全貴此我每"))
# 水利署|第七|河川分署: a part that has a number.
_NUMBER = views.pattern("第[0-9一二三四五六七八九十]{1,3}$")
_LONGEST_NUMBER = 4
_DIRECTIONS = frozenset(views.fold("東西南北中"))
_COURTS = tuple(map(views.fold, ("法院", "檢察署")))
_FIRMS = tuple(map(views.fold, ("集團", "公司", "港務局")))
# What two cities have together: 宁波|舟山|港集团, no 台南|高雄捷運公司.
_OF_PORTS = frozenset(views.fold("港場"))
_ISLAND = tuple(map(views.fold, ("臺灣", "台灣")))
_COUNTIES = frozenset(views.fold("縣市"))
_PRACTICES = tuple(map(views.fold, ("事務所", "工作室", "辦公室")))
_PARTNERS = frozenset(views.fold("與和及&"))
_OWN = _COUNTIES | frozenset(views.fold("省區州"))
_POSTED = frozenset("驻駐")
# 市民, 市場, 市區, 區域, 省錢, 州際
_NO_RANK = views.pattern(
    "[場區立售值容面占佔郊鎮級內定域塊間別隔割位]|(?<=[省州區])(?:[錢時力事際]|心(?!理))"
    # but 市|民政局, 市|政務中心, 市|道路局, 市|城管局
    "|民(?!政|宗|族)|政(?!務|法|數|研)|道(?!路)|城(?!管|建|鄉)"
)
_MAYOR = views.fold("市長")
# 市人民委員會 is called so by its own city.
_PEOPLES = "人民"
_JOINING = views.pattern("[與和及暨]")
# 首爾特別|市議會, 勝利市|市議會: what ends so is a name.
_NAMED = tuple(map(views.fold, ("特別", "廣域", "直轄", "自治", "市")))
# What may end before a name that begins with 大: 與|大安曼市政府.
_OPENS = frozenset(views.fold("與和及跟由讓請向對在的暨、"))
# Offices here name the country that has them first: 印度|台北協會.
_HERE = tuple(views.fold(word) for word in ("台北", "台灣"))
# What a name may begin with besides: 全球智慧城市聯盟.
_WORLD = tuple(
    views.fold(word)
    for word in (
        *NATIONAL,
        "皇家",
        *PARTIES,
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
_NO_PARTY = frozenset("地东西南北远多")
# What no name begins with: 高興|代表|台達基金會, |市府|智慧城市辦公室, |民間團體|公民監督聯盟.
_NOT_FIRST = views.pattern(
    "代表|[市縣省州]府|區公所|[環民]團|(?:民間|環保|社福|公民|倡議|人權|社運|公益|非營利)?團體(?!獨|行|監督|自律|治理|聯合|權益|服務|旅遊|互助)"
    "|(?:新創|初創|軟體|科技|[外本]地)(?:公司|企業|團隊|業者)(?!治理|發展|服務|自律)"
    "|[\u3400-\u9fff]{0,6}?(?:設備|系統|平台|平臺|開發|供應|營運|承包|電信|代理|經銷|服務|軟體|零售)商(?=..)"
)
_LEAST_PROPER = 2
_COUNCIL = views.fold("議會")
_TO_COUNCIL = frozenset(views.fold("送看經請問待等報由向給到過俟赴須需"))


def with_rank(scan: Scan) -> int:
    """Return where the name begins with 國立, 財團法人 or a further country before it."""
    view, start = scan.page.view, scan.position
    number = _NUMBER.search(view, max(scan.low, start - _LONGEST_NUMBER), start)
    if number is not None:
        return number.start()
    # 其中|歐洲投資銀行出資一半, 其中|台灣, 其|中國移動
    if view.startswith("其中", start - 1) and not scan.page.has_at("COUNTRY", start):
        return start + 1
    if view.startswith("其中", start - 2):
        return start
    for word in _WORLD if view[start - 1] in _WORLD_ENDS else ():
        if start - len(word) >= scan.low and view.startswith(word, start - len(word)):
            return start - len(word)
    if view.startswith(NATIONAL, start) and (named := foreign_start(scan, start, FOREIGN)) < start:
        return named
    if scan.placed and start > scan.low and view[start - 1] in _POSTED:
        return start - 1
    if scan.placed and _is_directed(scan, start):
        return start - 1
    if scan.placed and (sounds := _sounds_before(scan, start)) < start:
        return sounds
    if (partner := _partner_start(scan, start)) < start:
        return partner
    # 波方|數位化辦公室
    is_party = view.startswith("方", start + 1) and view[start] not in _NO_PARTY
    if is_party and not scan.placed and scan.head_start - start > 3:
        return start + 2
    if view.startswith("、", start - 1) and _JOINING.search(view, start, scan.head_start):
        return _with_list(scan, start)
    told = _NOT_FIRST.match(view, start, scan.head_start)
    if told is not None and scan.head_start - told.end() >= _LEAST_PROPER:
        return told.end()
    is_ranked = view[start] in ADMIN and not view.startswith(_PEOPLES, start + 1)
    if is_ranked and not scan.placed and scan.head_start - start > 2:
        if own_start(scan, start + 1) == start:
            return start
        return start + (scan.bodies.stems.starting(view, start, scan.head_start) == 0)
    if scan.placed and (further := _outer(scan, start)) < start:
        return further
    if not scan.placed and (own := own_start(scan, start)) < start:
        return own
    if scan.page.has_at("COUNTRY", start) or view.startswith(_HERE, start):
        outer = scan.page.place_ending_at(start, scan.low)
        if outer is not None and view.startswith("商", start + 1):
            return outer  # 上海|臺商聯誼會
        if outer is not None and scan.page.has_at("COUNTRY", outer):
            return outer - (outer > scan.low and view[outer - 1] in _POSTED)
    return start


def own_start(scan: Scan, end: int) -> int:
    """Return where the 市 or 縣 of the own city begins, else ``end``: 由|市信息中心, no 該|市."""
    first, view = end - 1, scan.page.view
    if first < scan.low or view[first] not in _OWN or view[first - 1] in POINTING:
        return end
    if _NO_RANK.match(view, end) or view.startswith(_MAYOR, end):
        return end  # 縣|市長辦公室
    return first if is_passed(scan, first) or is_opened(scan, first) else end


def _outer(scan: Scan, start: int) -> int:
    """Return where the county or region of a place begins, else the place: 彰化縣|二林鎮公所."""
    page, view = scan.page, scan.page.view
    if page.has_at("COUNTRY", start):  # 昆士蘭|台灣商會
        if view.startswith("商", start + 1):
            return start
        length = scan.bodies.places.ending(view, start, scan.low)
        return start - length if length > 2 else start
    if view.endswith(_FIRMS, scan.head_start, scan.head_end) and page.has_at("CITY", start):
        return _firm_start(scan, start)
    if view.endswith(_COURTS, scan.head_start, scan.head_end):  # 臺灣|花蓮地方檢察署
        own = next((w for w in _ISLAND if view.endswith(w, scan.low, start)), "")
        return start - len(own)
    outer = None if page.has_at("CITY", start) else page.place_ending_at(start, scan.low)
    return start if outer is None or view[start - 1] not in _COUNTIES else outer


def _firm_start(scan: Scan, start: int) -> int:
    """Return where a firm begins that two cities or a stem name: 宁波|舟山港集团, 数字|中山公司."""
    outer = scan.page.place_ending_at(start, scan.low)
    if outer is None:
        outer = start - scan.bodies.stems.ending(scan.page.view, start, scan.low)
        is_joined = outer < start
    else:
        # no 前往台南|高雄捷運公司
        is_joined = scan.page.view[scan.head_start - 1] in _OF_PORTS
    is_country = scan.page.has_at("COUNTRY", outer)
    return outer if is_joined and is_opened(scan, outer) and not is_country else start


def _is_directed(scan: Scan, start: int) -> bool:
    """Whether a part of a country is named: 東|日本鐵道公司, not 台北|日本協會."""
    view, before = scan.page.view, start - 1
    if before < scan.low or view[before] not in _DIRECTIONS:
        return False
    if scan.page.has_at("CITY", start) or scan.page.place_ending_at(start, scan.low) is not None:
        return False
    return is_opened(scan, before)


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
    is_word = scan.bodies.strong.ending(view, start, low) > 1  # 謝謝|宜蘭大學
    return low if is_opened(scan, low) and start - low > 1 and not is_word else start


def _partner_start(scan: Scan, start: int) -> int:
    """Return where a practice begins that two people name: 蘭格與|索倫辦公室."""
    view = scan.page.view
    if not view.endswith(_PRACTICES, scan.head_start, scan.head_end) or scan.placed:
        return start
    if start - 1 <= scan.low or view[start - 1] not in _PARTNERS:
        return start
    first = foreign_start(scan, start - 1, 2)
    return first if first < start - 1 else start


def with_great(page: Page, low: int, start: int, bodies: Bodies) -> int:
    """Return where a name begins with the 大 of its place: 大|安曼市政府, no 擴大|臺北市政府."""
    view, first = page.view, start - 1
    is_great = first >= low and view[first] == "大" and page.has_at("CITY", start)
    opened = first == low or not is_han(view[first - 1]) or view[first - 1] in _OPENS
    opened = opened or bodies.strong.ending(view, max(first, low), low) > 0
    return first if is_great and opened else start


def is_clause(page: Page, first: int, at: int) -> bool:
    """Whether words that name nothing stand before a body of a city: 居民選出|市議會.

    So does a verb before a council: 新竹市簽備忘錄要看|議會, 高雄市締盟案送|議會.
    """
    if page.view.startswith(_COUNCIL, at) and page.view[at - 1] in _TO_COUNCIL and at > first:
        return True
    if page.view[at] != "市" or page.view.endswith(_NAMED, first, at):
        return False
    return is_ordinary(page.words, first, at, least=2)

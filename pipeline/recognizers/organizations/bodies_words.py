"""Words of a body's name that its place, a dictionary or a custom of abbreviating tells.

Contract: pure look-ups on folded text inside one piece.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.words import number_at
from pipeline.recognizers.organizations.bodies_edges import POINTING
from pipeline.recognizers.organizations.bodies_lexicon import Bodies
from pipeline.recognizers.organizations.bodies_scan import ADMIN, LONGEST_PLACE, Scan, is_passed

# 高市|交通局, 竹縣|衛生局: cities and counties of Taiwan as its papers call them.
_SHORT_CITIES = {
    rank: frozenset(views.fold(cities))
    for rank, cities in (
        ("市", "北高桃中南基竹嘉"),
        (views.fold("縣"), "竹苗彰投雲嘉屏宜花東澎金連"),
    )
}
_LASTING = views.pattern(
    "(?:興建|建置|建設|施工|進行|規劃|籌備|籌建|整修|改建|整建|審議|審查|研議|執行|運作|辦理|討論|協調|推動|洽談|調查)$"
)
# What an office does with what it is named after.
_WIDENS = tuple(map(views.fold, ("管理", "事務", "監理", "督導", "執行", "處理", "合作", "交流")))
_WIDE = 2
# Stems that are verbs but right before the last word.
_LAST = frozenset(views.fold("參與 運用 協調").split())
_LONGEST_WHOLE = 4
# 堺|市, but 城|市, 夜|市 and 兩|市 are no names.
_NO_SHORT = frozenset(
    views.fold("該本各全貴此我兩三四五六七八九十多數他外同原某每城都夜股門超店花菜果魚早")
)
# AI|推動辦公室, DX |戰略課: letters that tell what an office is for.
SUBJECT = "(?:AI|A?IoT|ICT|IT|DX|GX|[56]G|ESG|SDGs?|EV|GIS|BIM|MaaS|MICE|PPP|XR|VR|UAV|STEM)"
_ACRONYM = views.pattern(f"(?<![A-Za-z0-9.]){SUBJECT} ?$")
_LONGEST_ACRONYM = 6
_TEAMS = tuple(map(views.fold, ("辦公室", "小組", "委員會", "專案室")))
# What the two characters are drawn from that call an office of a city: 養工處, 運發局, 公運處.
_DRAWN = (
    frozenset(
        views.fold(
            "養公衛新捷停高運客產觀城智數青民社勞教文環農漁水都地財經工商交殯動毒社原婦家人研計政法稅藝體健建住資國綠海航軌路下土林"
        )
    ),
    frozenset(
        views.fold("工運管灘發務產觀旅文教衛環社勞青民都建研財法資稅葬保漁農更燈銷行傳安健福計")
    ),
)
# 第三|消防大隊
_NUMBER = views.pattern("第[0-9一二三四五六七八九十]{1,3}$")
_NUMBERED = tuple(map(views.fold, ("大隊", "分隊", "中隊", "支隊", "分局")))
# 產業|推動|聯盟: what a body does for its cause.
_PURSUED = frozenset(map(views.fold, ("推動", "促進", "改善", "擴大", "協調", "諮詢", "倡議")))
# Heads that are enough in an entry that begins with a city: 橫濱市|溫暖化對策統括|本部.
_ENTERED = tuple(map(views.fold, ("局", "署", "本部")))
_NO_OFFICES = tuple(
    map(
        views.fold,
        (
            *("佈局", "布局", "格局", "變局", "結局", "僵局", "大局", "全局", "當局", "時局"),
            *("破局", "開局", "戰局", "政局", "賽局", "官署", "部署", "連署", "聯署", "簽署"),
        ),
    )
)
_COUNTS = frozenset(views.fold("一二兩三四五六七八九十多數各"))
_CLOSES = frozenset(views.fold("、,。;:)(\n\t與和及"))
_LONGEST_ITEM = 12
_SHORT_HEADS = frozenset(views.fold("局處"))
# Verbs that tell where to end so: 潛入|天衣集團, 搬進|百貨公司.
_WAYS = frozenset(views.fold("進入到向往赴諸給靠回過"))
_VERB = "v"


def is_lasting(view: str, first: int, low: int) -> bool:
    """Whether 中 at ``first`` tells that something goes on, no city: 興建|中|市議會."""
    return view[first] == "中" and _LASTING.search(view, low, first) is not None


def short_city(view: str, end: int, low: int, bodies: Bodies) -> int:
    """Return the length of a short city or county of Taiwan with its rank: 北市, 竹縣, or 0."""
    first = end - 2
    is_short = first >= low and view[first] in _SHORT_CITIES.get(view[end - 1], "")
    opened = first <= low or not is_han(view[first - 1])
    opened = opened or bodies.strong.ending(view, first, low) > 0  # no 惠夜|基市
    opened = opened and not is_lasting(view, first, low)
    return 2 if is_short and opened else 0


def whole_start(scan: Scan) -> int:
    """Return where the word begins that is no boundary before the position, else the position.

    外籍|配偶協會, but 國內|科技協會: there it is cut from another word.
    """
    view, position, bodies = scan.page.view, scan.position, scan.bodies
    for start in range(position - 1, max(scan.low, position - _LONGEST_WHOLE) - 1, -1):
        length = bodies.wholes.starting(view, start, scan.head_start)
        if start + length >= position and bodies.strong.ending(view, start + 1, scan.low) < 2:
            return start
    return position


def stem_length(scan: Scan) -> int:
    """Return the length of the stem at the position: 資訊, or what widens one: 資源|管理."""
    view, end, stems = scan.page.view, scan.position, scan.bodies.stems
    length = stems.ending(view, end, scan.low)
    if length and end < scan.head_start and view[end - length : end] in _LAST:
        return 0  # 公民|參與|處, but 參與|國際城市網絡
    is_office = end < scan.head_start or view.endswith(_TEAMS, end, scan.head_end)
    if not length and is_office and view[end - 2 : end].strip().isascii():
        acronym = _ACRONYM.search(view, max(scan.low, end - _LONGEST_ACRONYM), end)
        return len(acronym[0]) if acronym else 0
    if length or not view.endswith(_WIDENS, scan.low, end):
        return length
    return _WIDE if stems.ending(view, end - _WIDE, scan.low) else 0


def is_abbreviated(scan: Scan) -> bool:
    """Whether an office of a city is called by two characters of its name: 高雄市|養工|處."""
    view, head = scan.page.view, scan.head_start
    if view[head : scan.head_end] not in _SHORT_HEADS or head - 2 <= scan.low:
        return False
    if any(view[head - 2 + i] not in drawn for i, drawn in enumerate(_DRAWN)):
        return False
    is_placed = scan.page.place_ending_at(head - 2, scan.low) is not None
    return is_placed or short_city(view, head - 2, scan.low, scan.bodies) > 0


def is_pursued(scan: Scan, word: str) -> bool:
    """Whether a word before the head tells what the body does for a cause: 產業|推動|聯盟."""
    end = scan.head_start - len(word)
    return word in _PURSUED and scan.bodies.stems.ending(scan.page.view, end, scan.low) > 0


def is_way(scan: Scan) -> bool:
    """Whether a verb ends at the position that tells where to: 踏進|市公所, no 高雄進|出口公會."""
    words, end = scan.page.words, scan.position
    if scan.page.view[end - 1] not in _WAYS or (number := number_at(words, end - 1)) < 0:
        return False
    start, stop, tag = words[number]
    return tag == _VERB and stop == end and start >= scan.low and end - start > 1


def number_start(scan: Scan) -> int:
    """Return where the number of a unit begins, else its head: 第三|消防大隊."""
    view, head = scan.page.view, scan.head_start
    if not view.endswith(_NUMBERED, head, scan.head_end):
        return head
    number = _NUMBER.search(view, max(scan.low, head - 4), head)
    return head if number is None else number.start()


def item_start(scan: Scan) -> int | None:
    """Return where the entry of a list begins whose city and head tell that it is an office."""
    view, end, bodies = scan.page.view, scan.head_end, scan.bodies
    if not view.endswith(_ENTERED, scan.head_start, end):
        return None
    if view[end : end + 1] not in ("", *_CLOSES) or view.endswith(_NO_OFFICES, scan.low, end):
        return None
    at = scan.position = scan.head_start
    while max(scan.low, scan.head_start - _LONGEST_ITEM) < at:
        start = scan.page.place_ending_at(at, scan.low)
        if start is not None:
            opened = start == scan.low or not is_han(view[start - 1])
            opened = opened or bodies.strong.ending(view, start, scan.low) > 0
            return start if opened and scan.head_start - at > 1 else None
        before, scan.position = view[at - 1], at
        at, word = at - 1, whole_start(scan)
        if word <= at:
            at = word
        else:
            ends = before in bodies.soft | _COUNTS or not is_han(before)
            ends = ends or bodies.ends_with_head(view, at + 1, scan.low)
            if ends or bodies.strong.ending(view, at + 1, scan.low):
                return None
    return None


def take_unknown_place(scan: Scan) -> bool:
    """Take 某某州 before a stem although no place is claimed, up to something that ends it."""
    view, start = scan.page.view, scan.position - 1
    if view[start] not in ADMIN or view[start] == "府" or view[start - 1] in POINTING:
        return False
    if is_passed(scan, start):
        return False  # 經費由|市教育局列支
    if scan.bodies.strong.ending(view, start, scan.low) > 1:
        return False  # 感謝|市衛生局
    is_city = view[start] == "市" and view[start - 1] not in _NO_SHORT
    least = 2 if is_city else 3
    edge = None
    while start > scan.low and scan.position - start <= LONGEST_PLACE:
        if scan.page.place_ending_at(start, scan.low) is not None:
            edge = start
            break
        if not is_han(view[start - 1]):
            edge = start if edge is None else edge
            break
        if edge is None and scan.position - start >= least:
            edge = start if scan.bodies.strong.ending(view, start, scan.low) else None
        start -= 1
    edge = scan.low if edge is None and start == scan.low else edge
    if edge is not None and least <= scan.position - edge <= LONGEST_PLACE:
        scan.position, scan.placed = edge, True
    return False

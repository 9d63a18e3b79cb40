"""Names of bodies that hold nothing but the name: schools without their city, firms by their trade.

Contract: looked for where no other rule claims a body; pure look-ups on a page.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.generic import GENERIC
from pipeline.recognizers.organizations.lexicon import OrganizationsLexicon, OrganizationValue
from pipeline.recognizers.organizations.short import TRADE
from pipeline.recognizers.page import Claim, Page, Piece

_LONGEST_FIRM = 12
_LONGEST_TRADER = 9
# 日|商 alone is less a part of the name than 新加坡|商.
_NAMELESS = 2
_KIN = tuple(map(views.fold, ("子公司", "母公司", "旗下", "在台", "台灣分")))
_TRADER = views.pattern("商")
_NATION = views.pattern(
    "(?<![\u3400-\u9fff])(?:日|美|韓|法|德|英|荷|港|陸|新加坡|瑞典|瑞士|丹麥|芬蘭|以色列|挪威|義大利|比利時|西班牙|澳洲|加拿大|泰|印度)商"
    "(?![務業品店家會標場展機城圈人談船賈隊家討])"
    "|(?<=[與和及跟由向、])(?:日|美|韓|法|德|英|荷|港|陸)商(?![務業品店家會標場展機城圈人談船賈隊家討])"
)
_COUNTS = frozenset(views.fold("一二三四五六七八九十百千萬兩幾多數各每家間個種類項此該這那其係"))
# What ends the names of firms although it ends other names before it: 立|原|光電.
_CALLED = frozenset(views.fold("原能和同家領日月時本現"))
_FIRST = frozenset(views.fold("正和同能日月現"))
_BRANCHES = tuple(map(views.fold, ("分公司", "分行", "分店")))
SCHOOLS = frozenset(
    map(
        views.fold,
        ("國小", "國中", "高中", "小學", "中學", "女中", "高工", "高商", "高職", "幼兒園"),
    )
)
# 清水國小|兒童合唱團
TROUPE = views.pattern(
    "[\u3400-\u9fff]{0,4}?(?:合唱團|[國管弦擊]樂團|樂隊|舞蹈團|舞團|鼓隊|[棒籃足排]球隊)"
)
_NO_SCHOOL = views.pattern(
    "[各全該本這那某每兩多幾數一二三四五六七八九十所間座讀念上升就進入到從在與和及或對往公私國市縣區鄉的了"
    "是有級多些位名校學年月日前後]"
)
# 為外|國小商戶
_ABROAD = frozenset(views.fold("外他"))
_SCHOOL_CLOSES = views.pattern("[師學教家操體老孩]|校(?!長)")
# What firms put between their names and their trade.
_WIDER = frozenset(
    views.fold(
        "國際 環球 全球 聯合 先進 精密 生物 奈米 智慧 綠色 永續 雲端 電子 光學 生命 智能"
    ).split()
)
_RULERS = views.pattern("政府")
_WARES = frozenset(views.fold("電子 綠能 無人機 食品 水產 文創 農產 畜產 紡織 鋼鐵").split())
_ANDS = frozenset(views.fold("和"))
# A trade, no firm: 綠電生技|產業.
_GOES_ON = views.pattern("[業界園展島部產城館系學化品類機用法型廠股人員技務報書票支郵鎖隊藥圍]")
# Trades that are also words for what somebody has or does.
_GOODS = frozenset(
    map(
        views.fold,
        (
            *("資訊", "能源", "建設", "軟體", "機械", "物流", "電腦", "金屬", "儲能", "智能"),
            *("數據", "數位", "保全", "影音", "機電", "工業", "設計", "軟件"),
        ),
    )
)
# What somebody does with goods: 先換|數據, 再填|資訊.
_DEEDS = frozenset(views.fold("換改看查存取給發調抓撈填補報先再互共持"))
# 近五年|青禾生技
_SPAN_OF_TIME = views.pattern("[0-9一二三四五六七八九十幾多去今明前本][年月日週天季]$")
_AFTER_FIRM = views.pattern(
    "[,。、;:!?」()/ ]|$|[與和及跟將也則並於從把被由說指承得協贊捐攜都亦已曾擬均皆未簽派投查出自]"
    "|合(?!作(?:備忘|計|協|意|案|宣|方案|平台|專))|的[\u3400-\u9fff]董"
    "|董事|總經|執行長|創辦|總裁|公司|集團|團隊|等|聯手|技術長|工程師|副總|協理|經理|表示|負責|提供|開發|研發|共同|在台|進駐"
)


def find_firms(page: Page, lexicon: OrganizationsLexicon) -> Iterator[tuple[Piece, Claim]]:
    """Yield the firms that are called by two characters and their trade: 鼎安科技."""
    for piece, start, end in page.find(lexicon.sorts.trades):
        trade = start - 2 * (page.view[start - 2 : start] in _WIDER)  # 昇陽|國際|半導體
        first = trade - 2
        if first >= piece.start and _is_firm(page, piece, first, trade, end, lexicon):
            value = OrganizationValue("company", page.view[end - 2 : end])
            yield piece, Claim(first, end, "ORGANIZATION", TRADE, 0.65, value=value)


def find_foreign_firms(page: Page, lexicon: OrganizationsLexicon) -> Iterator[tuple[Piece, Claim]]:
    """Yield the firms whose nation is told with 商: 日商|歐力士, 韓商|現代電梯."""
    strong, view = lexicon.bodies.strong, page.view
    for piece in page.pieces_with(_TRADER):
        for match in _NATION.finditer(view, piece.start, piece.end):
            end = known = _known_end(view, match.end(), piece.end, lexicon)
            while (
                known == match.end()
                and end < piece.end
                and is_han(view[end])
                and end - match.end() < _LONGEST_TRADER
            ):
                is_word = strong.starting(view, end, piece.end) or view.startswith(_KIN, end)
                if is_word or lexicon.titles.starting(view, end, piece.end):
                    break
                end += 1
            closed = end == piece.end or known > match.end() or not is_han(view[end])
            closed = closed or strong.starting(view, end, piece.end) > 0
            closed = closed or view.startswith(_KIN, end)
            closed = closed or lexicon.titles.starting(view, end, piece.end) > 0
            if closed and end - match.end() > 1 and view[match.end() : end] not in GENERIC:
                value = OrganizationValue("company", view[match.end() : end])
                first = match.start() if match.end() - match.start() > _NAMELESS else match.end()
                yield piece, Claim(first, end, "ORGANIZATION", "nation", 0.7, value=value)


def _known_end(view: str, start: int, stop: int, lexicon: OrganizationsLexicon) -> int:
    """Return where the well-known firm ends that begins at a position, else the position."""
    ends = range(min(stop, start + _LONGEST_TRADER), start + 1, -1)
    return next((end for end in ends if view[start:end] in lexicon.facts), start)


def find_city_governments(
    page: Page, taken: list[Claim], lexicon: OrganizationsLexicon
) -> Iterator[Claim]:
    """Yield 迪拜政府 and 威爾斯政府: a city or region that is no country, and 政府."""
    ends = {claim.end for claim in taken}
    value = OrganizationValue("government", "政府")
    for piece in page.pieces_with(_RULERS):
        for match in _RULERS.finditer(page.view, piece.start, piece.end):
            length = lexicon.bodies.places.ending(page.view, match.start(), piece.start)
            start = match.start() - length
            if length > 2 and match.end() not in ends and not page.has_at("COUNTRY", start):
                ends.add(match.end())
                yield Claim(start, match.end(), "ORGANIZATION", "government", 0.8, value=value)
    for city in page.of_label("CITY"):
        end = city.end + 2
        is_government = page.view.startswith("政府", city.end) and end not in ends
        if is_government and not page.has_at("COUNTRY", city.start):
            yield Claim(city.start, end, "ORGANIZATION", "government", 0.8, value=value)


def with_firm(page: Page, piece: Piece, claim: Claim, lexicon: OrganizationsLexicon) -> Claim:
    """Return the claim of a branch with the firm before it: 新加坡商鼎安科技|台北分公司."""
    if not page.view.endswith(_BRANCHES, claim.start, claim.end):
        return claim
    return dataclasses.replace(claim, start=firm_start(page, piece, claim, lexicon))


def school_start(
    page: Page, piece: Piece, start: int, end: int, lexicon: OrganizationsLexicon
) -> int | None:
    """Return where the two characters begin that name a school before its kind: 青溪|國中."""
    view, first = page.view, start - 2
    if first < piece.start or not is_han(view[first]) or not is_han(view[first + 1]):
        return None
    name, sorts = view[first:start], lexicon.sorts
    if name not in sorts.school_names and any(map(_NO_SCHOOL.match, name)):
        return None
    if (
        name in sorts.school_sorts
        or name in GENERIC
        or name[-1] in _ABROAD
        or _SCHOOL_CLOSES.match(view, end, piece.end)
    ):
        return None
    strong = lexicon.bodies.strong
    opened = first == piece.start or not is_han(view[first - 1])
    opened = opened or strong.ending(view, first, piece.start) > 0
    known = name in sorts.school_names or (opened and TROUPE.match(view, end, piece.end))
    is_word = name in lexicon.slots.common or strong.ending(view, start, first) > 0
    return first if known or (opened and not is_word) else None


def _is_firm(
    page: Page, piece: Piece, start: int, trade: int, end: int, lexicon: OrganizationsLexicon
) -> bool:
    """Whether two characters before a trade are no word, and stand like a firm's name."""
    view, proper = page.view, page.view[start : start + 2]
    bodies, names = lexicon.bodies, lexicon.slots.names
    if not all(is_han(c) and c not in _COUNTS for c in proper):
        return False
    if proper[1] in bodies.soft and proper[1] not in _CALLED:
        return False
    if any(bodies.strong.starting(view, at, start + 2) for at in (start, start + 1)):
        return False
    apart = start == piece.start or not is_han(view[start - 1])
    opened = apart or bodies.strong.ending(view, start, piece.start) > 0
    opened = opened or (view[start - 1] in _ANDS and not _is_word(page, start))
    opened = opened or _SPAN_OF_TIME.search(view, max(piece.start, start - 2), start) is not None
    if not opened or (proper[0] in bodies.soft and not (apart and proper[0] in _FIRST)):
        return False
    closed = _AFTER_FIRM.match(view, end) is not None
    is_goods = view[trade:end] in _GOODS
    if not closed or is_goods or trade > start + 2 or proper[0] in bodies.soft:
        # A pair that the dictionary has is a word there: 跨境|數據, 上傳|數據.
        closed = closed or bodies.strong.starting(view, end, piece.end) > 0
        is_goods = is_goods or view[trade:end] in _WARES
        closed = closed or not (is_goods or _GOES_ON.match(view, end, piece.end))
        closed = closed and not _is_word(page, start)
    if not closed or proper in lexicon.sorts.trade_sorts:
        return False
    if is_goods and not _DEEDS.isdisjoint(proper):
        return False
    if proper in lexicon.slots.common or proper in names.scores.model.words or proper in GENERIC:
        return False
    if bodies.stems.ending(view, start + 2, start) or proper in lexicon.kinds:
        return False
    placed = page.place_ending_at(start + 2, start) is not None
    return not placed and proper not in names.edges.words


def _is_word(page: Page, start: int) -> bool:
    """Whether a word of more than one character begins at a position."""
    index = bisect_left(page.words, (start,))
    return index < len(page.words) and page.words[index][:2] > (start, start + 1)


def firm_start(page: Page, piece: Piece, claim: Claim, lexicon: OrganizationsLexicon) -> int:
    """Return where the firm begins whose branch a claim is: 新加坡商|鼎安科技|台北分公司."""
    view, start = page.view, claim.start
    if page.place_ending_at(start, piece.start) is not None or not page.has_at("CITY", start):
        return start
    low = start
    while low > piece.start and is_han(view[low - 1]) and start - low < _LONGEST_FIRM:
        if lexicon.bodies.strong.ending(view, low, piece.start):
            break
        low -= 1
    opened = low == piece.start or not is_han(view[low - 1])
    opened = opened or lexicon.bodies.strong.ending(view, low, piece.start) > 0
    return low if opened and start - low > 2 else start

"""Bodies known by name: 中華電信, 經濟部, and what is a part of one: 成大|都市計劃學系.

Contract: pure look-ups on a page; a name that is part of another word is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.language.words import is_ordinary
from pipeline.recognizers.organizations.bodies_scan import NATIONAL
from pipeline.recognizers.organizations.bodies_words import short_city
from pipeline.recognizers.organizations.heads import LINKED, NOT_AFTER, STATION, is_inside_word
from pipeline.recognizers.organizations.lexicon import (
    GOODS,
    LINES,
    LONGER,
    PART,
    OrganizationsLexicon,
    OrganizationValue,
)
from pipeline.recognizers.page import Claim, Page, Piece

# 日本、韓國: what stands between countries of a list.
_LISTED = frozenset(views.fold("、，,/與和及跟或"))
# 阿里雲智能|集團
_LEGAL = views.pattern("集團|股份有限公司|有限公司|公司")
_OFFICES = tuple(map(views.fold, ("代表處", "代表部", "辦事處", "辦公室", "聯絡處")))
# 德國|聯邦|最高法院
_PREFIXED = (*NATIONAL, views.fold("聯邦"))
_RANKS = frozenset(views.fold("部署局處辦隊"))
# What follows the trade a firm is called after where it is meant, no firm: 泰國航空|業者.
_TRADE_GOES_ON = {
    views.fold(trade): views.pattern(after)
    for trade, after in (
        ("航空", "[城站]|業(?![務績])|工業|產業(?!園)|市場|運輸|交通"),
        (
            "汽車",
            "[城站]|業(?![務績])|展(?![示出開現望])|共享|旅館|工業|產業(?!園)|市場|零件|租賃|貸款",
        ),
        ("客車", "站|業(?![務績])"),
        ("能源", "業(?![務績])|規劃|政策|轉型|產業(?!園)|市場|管理(?![層部處])"),
        ("石化", "[學區]|業(?![務績])|工業|產業(?!園)"),
        ("工業", "[區園化]|發展|技術|產業|用[地電水]"),
        ("重工", "業(?![務績])"),
        ("河谷", "[地口]|平原"),
        ("電建", "[築造]|設(?![立置廠計有])"),
        ("啤酒", "[節花屋]"),
    )
}
# 亞洲大學|生運動會, but 中山大學|生物系
_COLLEGE = views.fold("大學")
_STUDENTS = views.pattern("生(?![物命技醫態化機科活])|運動會")
# 台電|桃園區處, 中油|大林煉油廠, Hitachi| Energy
_PLANT = views.pattern(
    "(?:第[一二三四五六七八九十0-9]{1,2}|[\u3400-\u9fff]{2,3}?)"
    "(?:區營業處|區管理處|區處|營業處|[火核水風]力發電廠|發電廠|煉油廠|給水廠|淨水場"
    # no 台積電將|設廠, 決定|擴廠
    "|(?<![設建擴遷移蓋開關撤停投辦籌增入進離回出到赴去來看在為於復續量])(?P<bare>廠)(?![商區房家辦務長牌址]))"
)
_LATIN_PART = re.compile(
    "(?: (?:Energy|Mobility|Rail|Power|Digital|Solutions|Europe|Asia|Japan|Taiwan|Korea|Research"
    "|Infrastructure|Ventures|Capital|Industries|Networks|Healthcare|Consulting|International"
    "|Motors?|Electric))+(?![A-Za-z0-9])"
)
# 國民黨|立院黨團, 民進黨|團
_OF_PARTY = views.pattern(
    "(?<=黨)(?:團(?![體結隊員])|(?:立院|立法院|[市縣州國]?議會|(?:[\u3400-\u9fff]{2,3}[市縣])?(?:市|縣)?|中央)黨[團部](?!員))"
)
# 最|理想汽車
_GRADES = frozenset(views.fold("最更較很"))
# 城市, 都市, 各市: no 市 of its own city, as in 市金融辦.
_CITIES = frozenset(views.fold("城都各超夜門股"))
_JOINED, _JOINS = views.pattern("·[\u3400-\u9fff]"), views.pattern("[\u3400-\u9fff]·")
# 成大|都市計劃學系, 中大|地理與資源管理學系: a part of the university that is called so.
_DEPARTMENT = views.pattern(
    "(?![學與和及暨、])[^,。、;:()「」 的在由等將於,大是有說\n]{2,12}?"
    "(?:學系|研究所|學院|學程|[學理文法工醫商農管]院|系(?=系|[主副教助講的]|$|[,。、與和及])|[所系](?=教授|副教授|助理教授|[所系][長主]|研究生|博士|碩士))"
)
# 工研院|綠能所
_INSTITUTE = views.pattern(
    "(?:(?![與和及暨跟在於有的])[\u3400-\u9fff]){2,6}所(?<![會場公處診]所)"
    "(?=副?所長|[主組研工與和及的說、,。;:() ]|表示|指出|強調|$)"
)


def find_known(
    page: Page, piece: Piece, start: int, end: int, lexicon: OrganizationsLexicon
) -> Iterator[Claim]:
    """Yield the body whose well-known name stands at ``start..end``, with its part or place."""
    view = page.view
    name = view[start:end]
    fact = lexicon.facts[name]
    # |所羅門|·奎諾, 大衛·|微軟; a dot with nothing before it is a bullet
    low = max(piece.start, start - 2)
    if _JOINED.match(view, end, piece.end) or _JOINS.match(view, low, start):
        return
    if STATION.match(view, end, piece.end):
        return  # 臺大醫院|站
    if LINES.match(view, end, piece.end) and name.endswith(("捷", "铁")):
        return
    city = page.place_ending_at(start + 2, piece.start)
    if city is not None and city < start:
        return  # 臺|北市大|地處
    if len(name) > 2 and _goes_on(view, start, end, piece, lexicon):
        return
    is_school = fact.kind == "university" and name.endswith("大")
    department = _DEPARTMENT.match(view, end, piece.end) if is_school else None
    if fact.kind == "research":
        department = _INSTITUTE.match(view, end, piece.end)
    # 台灣|大學生; 成大|學生
    longer = LONGER.match(view, end, piece.end) or (not is_school and view[end : end + 1] == "学")
    if name.endswith("大") and not department and longer:
        return
    is_short = len(name) == 2 and fact.kind != "international"
    is_word = fact.is_word and not department and not lexicon.titles.starting(view, end, piece.end)
    is_word = is_word and _plant(page, end, piece) is None
    if is_short and is_inside_word(view, start, end, piece, lexicon, is_word):
        return
    end = department.end() if department else end
    if fact.kind == "company":
        is_latin = name.isascii()
        if not is_latin and GOODS.match(view, end, piece.end):
            return
        part = (_LATIN_PART if is_latin else PART).match(view, end, piece.end)
        part = part or (None if is_latin else _plant(page, end, piece))
        end = part.end() if part else end
        legal = _LEGAL.match(view, end, piece.end) if part else None
        end = legal.end() if legal else end
        end = end if part else _in_country(page, piece, start, end, lexicon)
    group = _OF_PARTY.match(view, end, piece.end)
    end = group.end() if group else end
    rank = next((r for r in _PREFIXED if view.endswith(r, piece.start, start)), "")
    start -= len(rank)
    if fact.kind in ("agency", "ministry", "association"):
        first = page.place_ending_at(start, piece.start)
        # 北市|交工處
        short = short_city(view, start, piece.start, lexicon.bodies)
        start = start - short if first is None else first
    value = OrganizationValue(fact.kind, name, fact.country_code)
    yield Claim(start, end, "ORGANIZATION", "known", 0.9, value=value)


def _plant(page: Page, start: int, piece: Piece) -> re.Match[str] | None:
    """Return the works of a firm whose name ends at ``start``, called after no common word."""
    plant = _PLANT.match(page.view, start, piece.end)
    if plant is None or plant["bare"] is None:
        return plant
    last = plant.start("bare")
    is_placed = page.place_ending_at(last, start) is not None
    return plant if is_placed or not is_ordinary(page.words, start, last) else None


def _in_country(
    page: Page, piece: Piece, start: int, end: int, lexicon: OrganizationsLexicon
) -> int:
    """Return the end of a firm with the country of its branch: NEC|台灣|、, no NEC|日本市場."""
    view = page.view
    if not page.has_at("COUNTRY", end):
        return end
    stop = next(c.end for c in page.of_label("COUNTRY") if c.start == end)
    if view.startswith(_OFFICES, stop):
        return end  # 宏碁|日本代表處 is its office.
    if view[stop : stop + 1] in _LISTED and page.has_at("COUNTRY", stop + 1):
        return end  # 華航|日本、韓國航線
    closed = stop == piece.end or not is_han(view[stop])
    closed = closed or lexicon.bodies.strong.starting(view, stop, piece.end) > 0
    closed = closed or lexicon.titles.starting(view, stop, piece.end) > 0
    legal = _LEGAL.match(view, stop, piece.end)
    return legal.end() if legal else stop if closed else end


def _goes_on(view: str, start: int, end: int, piece: Piece, lexicon: OrganizationsLexicon) -> bool:
    """Whether a name is a part of other words: 數位部|落, 最|理想汽車, 各城|市金融辦."""
    name = view[start:end]
    before = view[start - 1] if start > piece.start else " "
    if before in _GRADES and name[:2] in lexicon.slots.common:
        return True
    if name[0] == "市" and before in _CITIES:
        return True
    if name.endswith(_COLLEGE) and _STUDENTS.match(view, end, piece.end):
        return True
    after = NOT_AFTER.get(name[-1]) if name[-1] in _RANKS else _TRADE_GOES_ON.get(name[-2:])
    after = after or LINKED.get(name.removeprefix("市"))
    return after is not None and after.match(view, end, piece.end) is not None

"""The city a document speaks from: the one a bare 市長, 市府 or 資訊局 belongs to.

Contract: decided from the document's linked CITY mentions alone; None when two cities claim it.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.columns import column_role
from pipeline.linking.docview import DocView
from pipeline.linking.letter import letter_of

# ／高雄報導, 本報蘇州11月2日電
_DATELINE_BEFORE = views.pattern("(?:[/(\\[〔【]|本報|本报|記者.{2,12}/)[ ]?$")
_DATELINE_AFTER = views.pattern(
    "[市縣]?(?:[0-9]{1,2}月|[0-9]{1,2}日|報導|訊[\\])】〕 ]|[ ]?電[ ,(])"
)
_OWN_BODY = views.pattern("[市縣]?(?:特別行政區|特區|人民)?(?:政府|府|議會)(?!駐)")
# A town speaks where the head of the text names its office: 頭份市公所新聞稿.
_TOWN_HALL = views.pattern("[市鎮鄉]?公所")
# Bodies of the special administrative regions bear no city's name at home; some both have.
_OF_BOTH = views.pattern("行政長官|特區政府|律政司")
# A paper bears the name of its city: 深圳特區報訊, 廣州日報訊.
_PAPER = views.pattern(
    "[ \n]*(?P<city>[\u3400-\u9fff]{2,3}?)(?:特區報|日報|晚報|晨報|商報|都市報)訊"
)
# Who is outside a region calls its offices so: 香港特別行政區|行政長官.
_FROM_OUTSIDE = views.pattern("(?:香港|澳門)(?:特別行政區|特區)?(?:政府)?$")
_OF_REGION = {
    views.fold("香港"): views.pattern(
        "香港時間|消防處處長|警務處處長|保安局局長|民政事務專員|政務司司長|(?<!經濟)財政司司長|數字政策|政府資訊科技總監|政府新聞(?:公報|處|網)"
        "|(?:創新科技及工業|創新及科技|商務及經濟發展|運輸及物流|運輸及房屋|民政及青年事務|民政事務|環境及生態|食物及衞生|食物及衛生|醫務衞生|醫務衛生)局"
        "|(?:運輸|機電工程|渠務|路政|水務|屋宇|康樂及文化事務|食物環境衞生|食物環境衛生|土木工程拓展|漁農自然護理"
        "|差餉物業估價|地政總|民政事務總)署"
    ),
    views.fold("澳門"): views.pattern(
        "社會文化司|經濟財政司|運輸工務司|市政署|交通事務局|經濟及科技發展局|行政公職局|海事及水務局|公共建設局"
    ),
}
# 臺中市－波茲南市合作委員會: of two partners the head names its own first.
# Whoever made a text may stand below it: （臺北市國際事務推動小組）
_SIGNATURE = views.pattern(
    r"\n[\s(]*(?:資料來源|製表|提供|整理|單位|發文)?[:/]?\s?[^\n,。:;()]{4,28}(?:府|[處局會組科室]|中心|附件|[編供印製])[)]?"
)
# 與會城市與廣州的關係：, 城市×臺南：關係速查
_TIED_TO = views.pattern("(?:^|\n|[各友盟][城市]|城市|對象|夥伴|代表|來賓)[ ]?[與和跟同×x][ ]?$")
_TIES = views.pattern(
    "[市縣]?(?:政府|府)?[之的:]?[ ]?(?:合作|夥伴|友好|結盟|締約|姊妹市?)?(?:關係|往來|淵源|情形)"
    "(?:速查|一覽|表)?[: ]*(?:\\n|$)"
)
_FIRST_OF_TWO = views.pattern("[市縣]?[-－—與和及暨、·/]$")
_TITLE = 40
_AHEAD = 80
# A mission abroad bears the city it is in.
_MISSION = views.pattern("(?:經濟文化|貿易|經貿|商務|文化)?(?:辦事處|代表處|總領事館|協會)")
# 與哥本哈根市政府: a partner is no home.
_PARTNER = views.pattern("[與和跟同](?:[\u3400-\u9fff]{2,4})?$")
# Where the county's government speaks, a dateline names its seat: 記者…／竹北報導 of 新竹縣.
_OF_COUNTY = views.pattern("縣(?:府|政府)")
_OF_CITY = views.pattern("市(?:府|政府)")
# 赴京都, 與大阪市: a city somebody goes to, or has to do with, from elsewhere.
_GONE_TO = views.pattern("(?:[在於到赴抵訪問往與和跟同向對及至駐]|來自|拜會|參訪|考察)$")
_FROM_HERE = views.pattern("本[府市縣]|我[國市縣]|訪問團|來訪|蒞臨")
# Who speaks of 本府, 縣府 or 市公所 speaks from a city where Chinese is written, if one is named.
_OURS = views.pattern("[本我][府市縣]|(?<![^,。;、」\n ])(?:[市縣]府|[市鎮鄉]公所)")
_OUR_OFFICE = views.pattern("本[府局處]|(?<=[\n\t])本[市縣](?=[\n\t])")
_CHINESE = frozenset({"TW", "CN", "HK", "MO", "SG", "MY"})
_HEAD = 400
_LAND = 8
_LEAST = 3
_SEVERAL, _REPEATED = 3, 3


def home_city(doc: DocView) -> str | None:
    """Return the city_id of the document's home city, or None: found once its cities are linked."""
    if not doc.homes:
        doc.homes.append(_home_city(doc))
    return doc.homes[0]


def _home_city(doc: DocView) -> str | None:
    letter = letter_of(doc)
    if letter is not None:
        return letter.sender
    marks: Counter[str] = Counter()
    home_cells = _home_cells(doc)
    regions = _regions(doc)
    is_county = len(_OF_COUNTY.findall(doc.view)) > len(_OF_CITY.findall(doc.view))
    for mention in doc.of_label("CITY"):
        if mention.entity_id is None or mention.form == "anaphora":
            continue
        if mention.segment_id in home_cells:
            marks[mention.entity_id] += 10
        elif doc.enclosing(mention, "table_row") is None:
            marks[mention.entity_id] += _mark(doc, mention, is_county=is_county)
            if regions and views.fold(mention.text) in regions:
                marks[mention.entity_id] += 8
    if paper := _PAPER.match(doc.view):
        own = (
            m
            for m in doc.of_label("CITY")
            if m.text and doc.view.startswith(paper["city"], m.start)
        )
        marks.update({one.entity_id: 8 for one in own if one.entity_id})
    chinese = {c.city_id for c in doc.cities if c.country_code in _CHINESE}
    for first in doc.of_label("CITY")[:1]:
        # 新竹市長林智堅日前與美國聖荷西市市長…, 【專訪】…？宜蘭市三位主事者談…
        is_whole = "市" in doc.view[first.end - 1 : first.end + 1] or first.text[-1] in "縣县"
        in_title = doc.view.find("\n", 0, first.start) < 0
        if in_title and first.entity_id in chinese and is_whole:
            marks[first.entity_id or ""] += 3
    ranked = sorted(marks.items(), key=lambda item: (-item[1], item[0]))
    local = [(city_id, mark) for city_id, mark in ranked if city_id in chinese]
    if _OURS.search(doc.view) and any(mark >= _LEAST for _, mark in local):
        ranked = local
    elif len(chinese) == 1 and _OUR_OFFICE.search(doc.view):
        return next(iter(chinese))  # 塔林市長來訪；本局試辦空氣盒子，…「台北大數據中心」
    if len(chinese) == 1 and ranked and ranked[0][0] not in chinese and _is_theirs(doc, chinese):
        return next(iter(chinese))
    if not ranked or (ranked[0][1] < _LEAST and not _is_only(doc)):
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] + 2:
        return None
    return ranked[0][0]


def _is_theirs(doc: DocView, chinese: set[str]) -> bool:
    """Whether a text of several cities abroad names the only one that writes Chinese repeatedly.

    A page of 桃園 on its partners 水原, 那慕爾 and 清邁 is one of 桃園.
    """
    cities = [m for m in doc.of_label("CITY") if m.form != "anaphora"]
    told = [m.entity_id for m in cities]
    named = sum(city in chinese for city in told)
    head = doc.enclosing(cities[0], "title", "heading") if cities else None
    is_on_one = head is not None and told[0] not in chinese
    return not is_on_one and len(set(told) - chinese) >= _SEVERAL and named >= _REPEATED


# |福岡市的地鐵通車, 昨天|福岡市…; but 市長說，東京的經驗可貴
_OPENS = views.pattern(
    "(?:^|[。!?\n])[ \u3000]*(?:(?:[昨今前][天日]|日前|近[日來]|[本上]週|[去今]年"
    "|(?:[0-9]{1,4}[年月日]){1,3}),?)?$"
)


def _is_only(doc: DocView) -> bool:
    """Whether the text tells of one city alone, and nobody comes from there or goes there."""
    if len(doc.cities) != 1 or _FROM_HERE.search(doc.view):
        return False
    first = next((one for one in doc.of_label("CITY") if one.form != "anaphora"), None)
    if first is None or doc.enclosing(first, "table_row") is not None:
        return False
    opens = _OPENS.search(doc.view, max(0, first.start - _LAND), first.start) is not None
    opens = opens and _OURS.search(doc.view, 0, first.start) is None
    if doc.cities[0].country_code not in _CHINESE and _OURS.search(doc.view) and not opens:
        return False  # 市府推動…。市長說，東京的經驗可貴; but 福岡市的地鐵通車。市府指出
    lands = doc.kept_in(max(0, first.start - _LAND), first.start, "COUNTRY")
    start = lands[-1].start if lands and lands[-1].end == first.start else first.start
    return _GONE_TO.search(doc.view, max(0, start - _LAND), start) is None


def region_of(doc: DocView) -> str | None:
    """Return the code of the special administrative region whose bodies speak in the head.

    So it is found where the text does not name it: 行政長官李家超…財政司司長陳茂波.
    """
    codes = {views.fold("香港"): "HK", views.fold("澳門"): "MO"}
    found = _regions(doc)
    return codes[next(iter(found))] if len(found) == 1 else None


def _speaks(view: str, bodies: re.Pattern[str]) -> bool:
    """Whether bodies of a region stand in the head, none with the region's name before it."""
    starts = [body.start() for body in bodies.finditer(view, 0, _HEAD)]
    return bool(starts) and not any(
        _FROM_OUTSIDE.search(view, max(0, start - 16), start)
        for start in (*starts, *(body.start() for body in _OF_BOTH.finditer(view, 0, _HEAD)))
    )


def _regions(doc: DocView) -> frozenset[str]:
    """Return the special administrative regions whose bodies speak in the head.

    Where bodies of both do, the one with more of them in the whole document is home.
    """
    named = [name for name, bodies in _OF_REGION.items() if _speaks(doc.view, bodies)]
    if not named and _speaks(doc.view, _OF_BOTH):
        named = [*_OF_REGION]
    bodies = {name: len(_OF_REGION[name].findall(doc.view)) for name in named}
    return frozenset(name for name in named if bodies[name] == max(bodies.values()))


def _mark(doc: DocView, mention: Mention, *, is_county: bool) -> int:
    """Return how much one mention speaks for its city being home.

    Args:
        is_county: a county's government speaks; then no dateline speaks for a city in it.
    """
    view = doc.view
    before = view[max(0, mention.start - 16) : mention.start]
    after = view[mention.end : mention.end + 20]
    mark = 1 + (mention.start < 300)
    if _DATELINE_BEFORE.search(before) and _DATELINE_AFTER.match(after):
        is_seat = is_county and "县" not in view[mention.start : mention.end + 1]
        mark += 0 if is_seat else 8
    if _MISSION.match(after):
        return 0
    if mark < 3 and _PARTNER.search(before):
        mark = 1
    if mention.text.endswith(("市", "縣", "县")):
        after = view[mention.end - 1 : mention.end + 20]
    if _OWN_BODY.match(after) and not _PARTNER.search(before):
        mark += 3 + 3 * (mention.start < _TITLE)
    if mention.start < _TITLE and _TOWN_HALL.match(after):
        mark += 6
    mark += 3 * _is_in_signature(view, mention.start)
    mark += 8 * (_TIES.match(view, mention.end) is not None and _TIED_TO.search(before) is not None)
    second = doc.kept_in(mention.end, mention.end + 8, "CITY") if mention.start < _TITLE else ()
    if second and _FIRST_OF_TWO.fullmatch(view, mention.end, second[0].start):
        mark += 3
    return mark


def _is_in_signature(view: str, position: int) -> bool:
    """Whether a city is named in the last line, and that says who made the document."""
    after = view.find("\n", position)
    if after >= 0 and view[after : after + _AHEAD].strip():
        return False  # not the last line
    line = max(0, view.rfind("\n", 0, position))
    return _SIGNATURE.fullmatch(view, line, len(view.rstrip())) is not None


def _home_cells(doc: DocView) -> frozenset[str]:
    """Return the leaf segments of columns headed 本方, 我方 and their kind."""
    return frozenset(
        segment.segment_id
        for segment in doc.segments
        if segment.header is not None and column_role(segment.header, ()) == "home"
    )

"""Spots: names of countries, regions and well-known cities as they stand in the text.

Contract: spots do not overlap; a spot is where a name stands, not yet a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.places.forms import place_key
from pipeline.places.gazetteer import FREE, LICENSED
from pipeline.places.lexicon import PlacesLexicon
from pipeline.records import record

COUNTRY, REGION, CITY, STOP = "country", "region", "city", "stop"
# Countries that are a city.
CITY_STATES = frozenset({"SG", "HK", "MO"})
# What is done with a city or its people: 接見|金邊市長, 拜會|開羅市政府.
MET = frozenset(
    views.simplify(
        "拜會 會見 接見 會晤 晉見 拜見 晤見 謁見 歡迎 款待 感謝 祝賀 恭喜 參觀 抵達 到達 走進 離開"
        " 考察 途經 行經 代表 率領 支援 聯合 攜手 結合 借鏡 仿效 取經 媲美 超越 勝過 致函 致電 通知"
        " 詢問 洽詢"
    ).split()
)


@record
class Spot:
    """A name in the text: span, kind (country, region, city, stop) and its folded form."""

    start: int
    end: int
    kind: str
    key: str


def find_spots(view: str, start: int, end: int, lexicon: PlacesLexicon) -> Iterator[Spot]:
    """Return the spots of ``view[start:end]`` in order, without words that look like a place."""
    plain = _plain_spots(view, start, end, lexicon)
    may_be_joined = view.find("-", start, end) >= 0 or view.find("·", start, end) >= 0
    joined = list(_joined_spots(view, start, end, lexicon)) if may_be_joined else []
    if not joined:
        return plain
    apart = [s for s in plain if not any(s.start < j.end and j.start < s.end for j in joined)]
    return iter(sorted([*joined, *apart], key=lambda spot: spot.start))


def _plain_spots(view: str, start: int, end: int, lexicon: PlacesLexicon) -> Iterator[Spot]:
    for low, high in lexicon.scan.find(view[start:end]):
        spot = _spot(view, start + low, start + high, lexicon)
        if spot.kind == CITY and spot.key in lexicon.guarded:
            continue
        if not _is_other_word(view, spot, start, end):
            yield spot


def _joined_spots(view: str, start: int, end: int, lexicon: PlacesLexicon) -> Iterator[Spot]:
    """Yield known cities whose parts a dash or dot joins: 克盧日-納波卡, 特拉維夫·雅法.

    Names are kept without such marks.
    """
    for match in _JOINED_PARTS.finditer(view, start, end):
        for low in range(match.start(), match.end(1) - 1):
            if view[low : low + 2] not in lexicon.heads:
                continue
            first = match.end(1) + 2
            for high in range(match.end(), first, -1):
                key = place_key(view[low:high])
                if lexicon.freedom(key) in (FREE, LICENSED) and len(key) > 3:
                    yield Spot(low, high, CITY, key)
                    break
            else:
                continue
            break


_JOINED_PARTS = re.compile(
    r"([\u3400-\u9fff]{2,8})[·-][\u3400-\u9fff]{1,8}(?:[·-][\u3400-\u9fff]{1,8}){0,2}"
)


def _spot(view: str, start: int, end: int, lexicon: PlacesLexicon) -> Spot:
    key = view[start:end]
    if key in lexicon.stopwords:
        return Spot(start, end, STOP, key)
    if key in lexicon.country_names:
        # 日本|國內: the last character belongs to the next word.
        if key[:-1] in lexicon.country_names and _OF_NATION.match(view, end - 1):
            return Spot(start, end - 1, COUNTRY, key[:-1])
        kind = CITY if _is_city_of(view, end, key, lexicon) else COUNTRY
        return Spot(start, end, kind, key)
    if key in lexicon.regions:
        return Spot(start, end, REGION, key)
    return Spot(start, end, CITY, key)


def _is_city_of(view: str, end: int, key: str, lexicon: PlacesLexicon) -> bool:
    """Whether 市 after a country's name makes it the city of that name: 盧森堡市長, 科威特市."""
    code = lexicon.country_names[key]
    if code in CITY_STATES or not _CITY_AFTER.match(view, end):
        return False
    return bool(lexicon.listed_places(key, code) or lexicon.gazetteer.find(key, code))


_CITY_AFTER = views.pattern("市(?!面(?!積)|[場值售況價集井街儈情占佔]|調)")

# 國 may belong to the next word: 育英國小, 其中國際.
_NATION_AHEAD = views.pattern(
    "國(?:際|小(?![鎮說姐孩型企城])|中(?=[、,。;)及與和學校生老教])|民中|民小|宅|道|產|語文|定|庫(?=[署券房存款收支]|$))"
)
_AFTER_MIDDLE = views.pattern("國(?:家|內|人|文|外|語|立|會|軍|歌|旗|術|科|力|土)")
_OF_NATION = views.pattern("國[內家旗籍會防際歌民王土務策]")
_BEFORE_MIDDLE = views.simplify("其集當從空手高初完海心")
# A city's name in the name of a road, a language or a dish.
_ROAD = views.pattern("[東西南北中]?[一二三四五]?(?:路|街|大道)(?![透易程易徑線燈])|[話菜麵劇腔語]")
_ROAD_OR_LANGUAGE = views.pattern("大道(?!理)|[語文](?![化創明物教獻壇人旅件資青])")
# A division named after its city is no city.
_DIVISION = views.pattern("[州省](?![長立])|[州省](?=長|立)")

# A city's name in that of a building or of an office abroad: 仁川機場, 駐印度台北經濟文化中心.
VENUE = views.pattern(
    r"(?:國際)?(?:機場|空港|航空站|[大小]巨蛋|101(?!\d))|(?:火|捷運|高鐵)?車站|(?:捷運|高鐵)站"
)
_OFFICE = views.pattern(
    "(?:經濟|經貿|商務|貿易)(?:文化|貿易)?(?:代表)?(?:中心|辦事處|代表處|辦公室)"
)


# A city's name in that of a newspaper, an exchange or an orchestra.
PAPER = views.pattern(
    "(?:時報|郵報|先驅報|紀事報|論壇報|觀察家報|金屬交易所|證券交易所|證交所|期貨交易所|證券(?!商|業|市)|愛樂|交響樂團)"
)


def _is_other_word(view: str, spot: Spot, start: int, end: int) -> bool:
    if spot.kind == COUNTRY and _ROAD_OR_LANGUAGE.match(view, spot.end, end):
        return True
    if spot.kind == COUNTRY and _is_inside_name(view, spot, start, end):
        return True
    if spot.kind == COUNTRY and spot.key.endswith(views.simplify("國")):
        if _NATION_AHEAD.match(view, spot.end - 1, end):
            return True
        if spot.key == views.simplify("中國") and start < spot.start:
            ahead = _AFTER_MIDDLE.match(view, spot.end - 1, end)
            return view[spot.start - 1] in _BEFORE_MIDDLE and bool(ahead)
    if spot.kind == CITY:
        if view[spot.start - 1 : spot.start] == _SAINT and spot.start > start:
            return True
        if view[spot.start] == "台" and spot.start > start and _STAGE.match(view, spot.start - 1):
            return True
        others = (_ROAD, _DIVISION, VENUE, _OFFICE, PAPER)
        return any(other.match(view, spot.end, end) for other in others)
    return False


def _is_inside_name(view: str, spot: Spot, start: int, end: int) -> bool:
    """Whether a country's name is part of another: 薩利姆·哈|巴西, 愛琴|海地|震."""
    if spot.key == _HAITI and spot.start > start and is_han(view[spot.start - 1]):
        return bool(_OF_LAND.match(view, spot.end, end))
    return len(spot.key) == 2 and bool(
        _DOTTED.search(view[max(start, spot.start - 6) : spot.start])
    )


_HAITI = views.simplify("海地")
_OF_LAND = views.pattern("[震區圖形質層理緣帶標貌]")
_DOTTED = views.pattern(r"·[^\W0-9A-Za-z與和及跟同對訪的在以]{1,4}$")

# 電視台中央, 三台中型巴士: 台 belongs to the word before it.
_STAGE = re.compile(
    views.simplify("[視電舞平]台[中南東北]|[0-9一二兩三四五六七八九十]台[中南東](?!市)")
)

# 聖喬治市 is not 喬治市.
_SAINT = views.simplify("聖")
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_han(character: str) -> bool:
    """Whether a character is Chinese."""
    return bool(_HAN.match(character))

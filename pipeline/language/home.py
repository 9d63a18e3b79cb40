"""Tell where a document is at home: the country of its bare 元, and whether it counts Minguo years.

Contract: decides from the script and from words that a place uses for itself. Traditional text is
Taiwan's and Simplified text mainland China's where nothing else is said.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.views import pattern, scanner

_SAMPLE = 4000
# Words of a place for itself, against those of the place the script stands for.
_HONG_KONG = (
    r"(?P<HK>港元|港幣|港府|本港|全港|HK\$|香港特(?:別行政)?區|立法會|特首|財政司|政務司|行政會議|九龍|新界"
    r"|港島|港鐵|按[年月季](?=[升跌增減上下]|約))"
    r"|(?P<MO>澳門元|澳門幣|葡幣|MOP|澳門特(?:別行政)?區|本澳)"
)
_TRADITIONAL = scanner(_HONG_KONG)
# Taiwan writes otherwise than the mainland whatever the script: 資訊, 數位, 捷運; 信息, 數字, 地鐵.
_SIMPLIFIED = scanner(
    rf"{_HONG_KONG}|(?P<SG>新元|新幣|新加坡元|S\$|組屋|新加坡|建屋局|我國)"
    r"|(?P<TW>民國|新?台幣"
    r"|(?:台[北中南東]|新北|桃園|高雄|基隆|新竹|嘉義|苗栗|彰化|南投|雲林|屏東|宜蘭|花蓮)[市縣]政府"
    r"|行政院|立法院|[市縣](?:府|議會)|[鄉鎮區市]公所|里長|縣市|局處|首長"
    r"|議員|資訊|數位|網路|軟體|硬體|訊息|捷運|公車|計程車|腳踏車|計畫|影片|專案|品質)"
)
_TAIWAN = pattern(r"[臺台](?:灣|北|中(?!心|央|間)|南|東|幣)|新北|桃園|高雄|市府")
_CHINA = pattern(
    "人民幣|中國|全國|全省|我省|我市|我區|我縣|國務院|[省市縣區]委|人民政府|書記|黨[組委員]|台[胞商辦]|兩岸|海峽"
    "|信息|數字[化政經孿中治平]|網絡|軟件|硬件|地鐵|公交|出租車|視頻|街道辦?|質量|項目"
)
# No number of years stands before a month: 113年9月 is a date in any script.
_MINGUO = pattern(
    r"民國[ ]?[0-9一二三四五六七八九十]|(?<![0-9.,])1[0-4][0-9][ ]?年[ ]?[01]?[0-9][ ]?月"
)


def find_home(text: str, view: str | None = None) -> str:
    """Return the ISO code of the place a text is from; ``view`` is its folded form.

    >>> find_home("港府撥款5億元，資助全港600個屋苑"), find_home("本市編列5億元")
    ('HK', 'TW')
    >>> find_home("台北市府推动资讯平台"), find_home("昆山市委会见台湾台北、新竹厂商")
    ('TW', 'CN')
    """
    sample = text[:_SAMPLE]
    view = views.fold(sample) if view is None else view[:_SAMPLE]
    if views.script(sample) == "zh-Hans":
        return _winner(view, _SIMPLIFIED, _CHINA) or "CN"
    return _winner(view, _TRADITIONAL, _TAIWAN) or "TW"


def counts_minguo(text: str, view: str) -> bool:
    """Whether 113年 may be a year of the Republic: in Taiwan's texts, whatever their script.

    >>> counts_minguo("自113年9月起", "自113年9月起"), counts_minguo("有113年历史", "有113年历史")
    (True, False)
    """
    sample = text[:_SAMPLE]
    if views.script(sample) != "zh-Hans":
        return True
    return _MINGUO.search(view, 0, _SAMPLE) is not None or find_home(text, view) == "TW"


def _winner(view: str, rivals: re.Pattern[str], others: re.Pattern[str]) -> str | None:
    """The place named most often, if more often than the others and more than once."""
    named, after = [], 0
    for found in rivals.finditer(view):
        if found.lastgroup and found.start() >= after:
            named.append(found.lastgroup)
            after = found.end(found.lastgroup)
    if len(named) < 2:
        return None
    first = max(rivals.groupindex, key=named.count)
    return first if named.count(first) > max(1, len(others.findall(view))) else None

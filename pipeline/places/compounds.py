"""One-character short forms of countries in compounds: 駐臺, 台美, 訪韓, 美、加、英.

Contract: a short form is found in a compound slot only, never by itself; input is folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views

# Short forms that are safe enough in each slot; 加 以 比 立 are ordinary words as well.
_STATES = "美日韓英法德澳紐印俄荷越泰菲捷波匈義"
_RARE = "加以比立星西意中"

# What 台 begins besides the country: 台北, 台上, 台詞, 台積電, 一台 ...
_NOT_TAIWAN = "(?![北中南東灣上下前面詞風階大電鐵積塑糖鹽啟新西地基幣語灯灣燈])"
_TAIWAN = re.compile(
    views.simplify(
        "(?:駐|訪|赴|旅|抵|返|援|涉|惠|侨|全|(?<![存潛實])在|(?<![未原本近後將向歷])來|(?<![距脫])離"
        "|(?<!面)對)(台)" + _NOT_TAIWAN
    )
)

# After 訪 or 駐 a character that begins another word is no country: 訪美濃, 駐法院, 赴日月潭.
_OTHER_WORDS = views.simplify(
    "(?!美[麗食術好學濃容感化元金景洲女觀崙]|日[月期報新子常照後前間夜式內程益]|韓[式流語]|法[院庭務人規律制官會]"
    "|英[雄文語才]|德[語文行]|印[刷章]|越[來過級野]|泰[山]|捷[運徑]|波[動浪]|星[期光空巴級球座洲]|荷[花包]"
    "|義[務工賣診民]|澳[門]|加[強入工油蓋值倍密碼班速上以減]|以[及後來前便此為外內下上]|比[賽較例對]|立[法委院]"
    "|中[心央小學部正東南美歐亞午華山和壢區等立油]|西[門區部螺岸側藏])"
)
_VISIT = re.compile(
    f"(?:{views.simplify('訪|駐|赴|(?<!之)旅')}){_OTHER_WORDS}"
    f"([{views.simplify(_STATES + _RARE)}])(?![{views.simplify('國洲')}])"
)

_TOGETHER = views.simplify(
    "(?:兩國|三國|四國|雙方|三方|雙邊|多邊|關係|合作|交流|貿易|經貿|友好|友誼|之間|高層|元首|領袖|領導人|外長"
    "|同盟|聯盟|協定|協議|條約|建交|斷交|邦交|外交|等國|混血|戰爭|衝突|會談|峰會|論壇|21世紀|簽署)"
)
_PAIRED = views.simplify("台美日韓英法德澳紐印俄荷越泰菲捷波匈義加星立以")
_PAIR = re.compile(
    # A counted or named 台 before another word (平台日前, 三台美國) is kept out on the left.
    views.simplify(
        "(?<![平舞電月窗陽櫃燈講擂塔站戲看吧本該機多兩一二三四五六七八九十百千萬幾每首數0-9])"
    )
    + f"([{_PAIRED}{views.simplify('中')}]{{2,5}})(?={_TOGETHER})"
)
_ANY = views.simplify("台" + _STATES + _RARE)
_LIST = re.compile(
    rf"(?<![、])(?:(?<![\u3400-\u9fff])|(?<=[{views.simplify('與和及含如括自在訪赴於有為由邀')}]))"
    rf"([{_ANY}](?:、[{_ANY}])+(?:[{views.simplify('與和及')}][{_ANY}](?![\u3400-\u9fff]))?)"
    rf"(?=[{views.simplify('等兩三四五六七八九十各與和及跟之的')},。;)]|$)"
)
_SIDE = re.compile(
    views.simplify(
        r"(?<![\u3400-\u9fff])([美日韓英法德俄印台捷])(?:方(?![面案式向便法程言圓針塊可能才])|籍)"
    )
)


def find_short_forms(view: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions of one-character country names in ``view[start:end]``.

    >>> from pipeline.language.views import fold
    >>> text = fold("駐臺代表訪韓，台美關係；美、加、英等國")
    >>> [text[i] for i in find_short_forms(text, 0, len(text))]
    ['台', '韩', '台', '美', '美', '加', '英']
    """
    found: set[int] = set()
    for simple in (_TAIWAN, _VISIT, _SIDE):
        found.update(match.start(1) for match in simple.finditer(view, start, end))
    for several in (_PAIR, _LIST):
        for match in several.finditer(view, start, end):
            states = [i for i in range(*match.span(1)) if view[i] in _ANY]
            if "台中" in match[1] or "中台" in match[1]:
                continue
            if len({view[i] for i in states}) == len(states) > 1:
                found.update(states)
    yield from sorted(found)

"""How names of places are joined: sister cities, lists, verbs of place.

Contract: as `slots`: pure functions of folded text and positions.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.views import gated, pattern
from pipeline.recognizers.places.slots import SOUNDS, is_sounded

_CITY = views.simplify("市")

_SISTER = gated(
    "(?:的|之)?(?:姊妹市|姐妹市|姊妹城市?|姐妹城市?|友城|友好城市|友誼城市|夥伴城市|締盟城市|姊妹港)[:「]?"
)
_OF = "的之"
# What may stand between a partner and the verb: 去年, 2019年6月, 早已, 於議會通過後.
_MEANWHILE = (
    "(?:共同|正式|也|亦|才|已經?|曾|將|就|即|才|再度?|又|早就?|之間|兩[市地]|雙方|日前|上個?月|本月|今年|去年|前年|明年|後年|[今昨][天日]"
    r"|(?:自|在|於|從)?(?:西元|民國)?\d{2,4}年(?:\d{1,2}月(?:\d{1,2}日)?|[春夏秋冬]天?|底|初)?(?:起|間)?|\d{1,2}月(?:\d{1,2}日|底|初)?|底|初"
    "|於[^,。;]{1,12}?)"
)
_PARTNER = gated(
    r"(?:與|和|跟|同|及|對|由)(?![兩二三四五六七八九十數各多][城市地國方校])([\u3400-\u9fff]{2,10}?)市?"
    rf"(?={_MEANWHILE}{{0,4}}(?:締結|締盟|締約|結為|結成|結盟|結好|換文|[續補重再改洽草]?簽(?:署|訂|定|了|下|約|過|妥|MOU)?|[換續]約|互為|(?:的|之)?(?:合作|交流|姊妹|姐妹)|互訪|合辦|(?:已經?|長期)?合作|成為(?:姊妹|姐妹|友好|友城|夥伴)|是(?:姊妹|姐妹|友城|友好城)|建立(?:姊妹|友好)))"
)


def sister_starts(view: str, start: int, stop: int) -> Iterator[int]:
    """Yield the positions after 姊妹市 and its kind."""
    for match in _SISTER.finditer(view, start, stop):
        yield match.end()


def sister_ends(view: str, start: int, stop: int) -> Iterator[int]:
    """Yield the positions before 的姊妹市 and its kind (也是基督城的姊妹市)."""
    for match in _SISTER.finditer(view, start, stop):
        if view[match.start()] in _OF:
            yield match.start()


# ■ 科爾多瓦，|西班牙（市議員…）: an entry of a list that begins with a city and its country.
_ENTRY_BEGINS = pattern("(?:\\A|\n)[ \t]*(?:[^\\w\\s]{1,3}|[0-9]{1,2}[.、)])?[ \t]*$")
_ENTRY_GOES_ON = pattern("[ \t]*(?:[(:|\n—–-]|$)")
_LONGEST_MARK = 8


def opens_entry(view: str, start: int) -> bool:
    """Whether a place begins a line or an entry of a list."""
    return _ENTRY_BEGINS.search(view, max(0, start - _LONGEST_MARK), start) is not None


def ends_entry(view: str, end: int) -> bool:
    """Whether what follows a place tells of it: a bracket, a colon, a dash or the end of a line."""
    return _ENTRY_GOES_ON.match(view, end) is not None


_SUBJECT_OF_TIE = pattern(f"{_MEANWHILE}{{0,4}}從?(?:就|也|都|便|一直|早)*[是為]$")


def before_tie(view: str, end: int, first: int) -> int:
    """Return where the subject of 是X的姊妹市 ends, given where X begins, or 0."""
    match = _SUBJECT_OF_TIE.search(view, max(first, end - 18), end)
    return match.start() if match else 0


def sister_partners(view: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of names in 與X締結, 與X簽署."""
    for match in _PARTNER.finditer(view, start, stop):
        yield match.span(1)


_JOIN_AFTER = pattern("(?:、|與|和|及|以及|/)(?=[\u3400-\u9fff])")
_JOIN_BEFORE = pattern("(?:以及|[、與和及/])$")
_UP_TO_WITH = pattern(f"{_MEANWHILE}{{1,3}}$")


def before_meanwhile(view: str, end: int, first: int) -> int:
    """Return where the subject of 與X結盟 ends: 全州|去年才與台南成為友好城市."""
    match = _UP_TO_WITH.search(view, max(first, end - 14), end)
    return match.start() if match else end


_CLOSES = pattern(
    r"[市縣]|[、與和及等,。;:)」的/ 都均皆也共則]|$"
    r"|[三四五六七八九十\d]+[市城個座地]|兩[市城地]|以及|各"
)


def sounds_until(view: str, start: int, stop: int) -> int:
    """Return the end of a name that looks transliterated and ends its item, or 0."""
    end = start
    while end < stop and end - start < 8 and view[end] in SOUNDS:
        end += 1
    # 及 and 市 end an item; so does what closes any other.
    return end if end - start >= 3 and closes_item(view, end, stop) else 0


def spelled_until(view: str, start: int, stop: int) -> int:
    """Return the end of the characters that look transliterated; ``start`` where a dot follows."""
    end = start
    while end < min(stop, start + 8) and view[end] in SOUNDS:
        end += 1
    return start if view[end : end + 1] == "·" else end


def is_spelled(name: str) -> bool:
    """Whether a name looks transliterated."""
    return len(name) > 2 and is_sounded(name)


def is_spelled_on(view: str, start: int, end: int, first: int, stop: int) -> bool:
    """Whether a name may be a part of a longer one that is spelled by sound: 塔瓦|雷斯, 基|貝拉."""
    before = start > first and view[start - 1] in SOUNDS
    return before or (end < stop and view[end] in SOUNDS)


def pairs(view: str, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Yield where the first of two cities ends and the second stands: 比較巴統與波季兩港."""
    for match in _PAIR.finditer(view, start, stop):
        yield match.start(1) - 1, *match.span(1)


_PAIR = gated(
    "(?<=[\u3400-\u9fff][與和及、])([\u3400-\u9fff]{2,7}?)市?(?=[兩二](?:市|城|港|地(?!區)|座城|個城|大城))"
)


def joints(view: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield where an item of a list ends and the next begins; the 市 of the first is left out."""
    for match in _JOINT.finditer(view, start + 2, stop):
        end = match.start()
        yield end - (view[end - 1] in _BEFORE_JOINT), end + 1


_JOINT = pattern("[、與和及](?=[\u3400-\u9fff])")
_BEFORE_JOINT = views.simplify("市以")


def joined_after(view: str, end: int, stop: int) -> int:
    """Return where the next item of a list begins, or 0."""
    match = _JOIN_AFTER.match(view, end, stop)
    return match.end() if match else 0


def joined_before(view: str, start: int, first: int) -> int:
    """Return where the list item before ``start`` ends, or 0; its 市 is dropped."""
    match = _JOIN_BEFORE.search(view[max(first, start - 2) : start])
    if match is None:
        return 0
    end = max(first, start - 2) + match.start()
    return end - 1 if end > first and view[end - 1] == _CITY else end


def closes_item(view: str, end: int, stop: int) -> bool:
    """Whether an item of a list ends here."""
    return end >= stop or bool(_CLOSES.match(view, end, stop))


def counts_cities(view: str, end: int, stop: int) -> bool:
    """Whether a list goes on to its end and is said to be of cities: X、Y三個城市, X等城市."""
    return bool(_CITIES.match(view, end, stop))


_CITIES = pattern(
    r"(?:市?[、與和及][\u3400-\u9fff·]{2,8}){0,4}市?(?:等?[兩三四五六七八九十\d]+[個座大]?(?:城|市|縣市)|等(?:各?國?[^,。;、]{0,4}城|地|市))"
)

_PLACE_VERBS = (
    "(?:居住|住|定居|旅居|生活)(?:的|於|在)|[去到來住待](?:過|了)|在(?=[\u3400-\u9fff]{2,6}(?:的(?:一[家間所座個]|街|市中心|港|大學|工廠|公司|總部|辦公室|分部|同事|團隊|經驗)|市區|街頭|工作了?|住了?|讀書|念書|求學|念[完到過]|讀[完到過]|攻讀|進修|任職|服務|實習|轉機|過境|停留|設廠|舉行|舉辦|召開|登場|落幕|落下帷幕|開幕|閉幕|揭幕|開議|簽署|簽約|試辦|試行|上路|碰面|會面|聚首|參加|出席|發表|宣布|達成|結盟|受訪|演講|演說|亮相|展出|成立|發起|[看見試做學]過|[看見]到|推出|度假|長大|出生|駐點|實測))|(?:隔壁|鄰近|附近|鄰居)的?|來自|位於|飛往|前往|抵達|往返|直飛|(?<=[一下首終後末起前])站(?:[是為到在]|設在)|(?:[轉飛遠趕奔]|前)赴|轉[往進飛]|飛抵|移師|重返|返抵|途經|行經|取道|[遷調]往|派駐"
    "|[座坐]落於|落戶|生於|造訪|到訪|走訪|參訪|訪問|移居|搬到|離開|(?:主辦|承辦|東道|舉辦|參展|來訪)城市[:為是]?|總部設?[在於]|落腳|設於|遠在|出身"
    "|任教於|到(?=[\u3400-\u9fff]{2,6}(?:參觀|考察|取經|觀摩|參訪|訪問|出差|開會))"
    "|從(?=[\u3400-\u9fff·]{2,6}(?:出發|飛|返|趕|專程|遠道|搭|回[來國臺]|歸來|學到|帶回|引進))"
    "|赴(?=[\u3400-\u9fff]{2,6}(?:考察|參訪|參觀|訪問|出席|參加|開會|取經|出差|交流|簽約|觀摩|演講|領獎))"
    "|向(?=[\u3400-\u9fff·]{2,6}(?:學習|取經|看齊|請益|借鏡|討教|致意))|以(?=[\u3400-\u9fff·]{2,6}為(?:例|師|榜樣|借鏡|範本))"
    "|借鏡|效法|師法|仿效|取法"
)
_PLACE_VERB = pattern(_PLACE_VERBS)
# Where one may begin, found faster.
_PLACE_SIGN = views.scanner(_PLACE_VERBS)
_CLOSES_PLACE = pattern(
    "[,。;、)」:!?的為與和及等市出飛趕返搭專遠考取參訪開會舉召登主承接簽試推上碰聚念讀求當做作發宣達結受演亮展成攻進任服實轉過停前後時將看見度長生駐學帶引回歸請借討模交領期]|$"
)


def city_nouns(view: str, start: int, stop: int) -> Iterator[tuple[int, bool]]:
    """Yield the positions before what a city has, and whether nobody else has it.

    洛桑|街頭, 里加|的居民, 南特|代表團; a person or a firm may have one of these: 里茲|的做法
    """
    for match in _CITY_NOUN.finditer(view, start, stop):
        yield match.start(), match[1] is not None


_CITY_NOUN = gated(
    "(的?(?:市中心|街頭|街上|居民|市民|老城區?|舊城區?|港區|郊區|地鐵|輕軌|路面電車|市議會|市議員|市政廳|市府|副?市長|市代表)"
    r"|代表團|當地|場次|方面(?=[回表已也希將同並則還稱說])|訊(?=[】\])/])|\(人口|[和與跟同]本[市縣]|等(?:[各幾數多兩三四五六七八九十\d]+個?)?(?:大?城市?|市))"
    "|的?(?:街道|港口|來的)|人口(?=約|近|逾|僅|不[到足]|有|[0-9一二三四五六七八九十兩百千])"
    "|的(?:做法|作法|經驗|案例|模式|人口|代表團|團隊|公車|電車|捷運|港|冬天|夏天|城市)"
)


def place_verbs(view: str, start: int, stop: int) -> Iterator[int]:
    """Yield the positions after a verb that asks for a place: 居住的, 來自, 飛往."""
    for sign in _PLACE_SIGN.finditer(view, start, stop):
        match = _PLACE_VERB.match(view, sign.start(), stop)
        if match:
            yield match.end()


def closes_name(view: str, end: int, stop: int) -> bool:
    """Whether the name of a city may end here in any sentence: 科羅至, 科羅的, 科羅市."""
    return end >= stop or bool(_CLOSES_NAME.match(view, end, stop))


_CLOSES_NAME = pattern(r"[市,。;、)」:!?的與和及等至/ ]|$")


def closes_place(view: str, end: int, stop: int) -> bool:
    """Whether the name of a place may end here."""
    return bool(_CLOSES_PLACE.match(view, end, stop))

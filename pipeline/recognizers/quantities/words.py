"""Tell numbers from words, codes and names that hold a numeral.

Contract: decides from the few characters around; rules of the language, no list of names.
"""

from __future__ import annotations

from pipeline.language.edges import first_signs, last_signs
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities.fractions import Number
from pipeline.recognizers.quantities.units import TOLD_BEFORE, Unit, UnitLexicon

_CLOCK = pattern("(?:上午|下午|中午|晚間|晚上|凌晨|清晨|早上|傍晚|夜間|午後|今晚|明晚)[ ]?$")
_WEEKDAY = pattern("(?:星期|禮拜|週)$")
_EACH_WEEK = pattern("[每0-9一二兩三四五六七八九十]個?(?:週|星期|禮拜)$")
_A_WEEK = frozenset(simplify("次 趟 場 班 堂 回 天 小時").split())
_HOUR = pattern("[0-9一二三四五六七八九十兩][ ]?[時點][ ]?$")
# 惠來路二段
_ROAD = frozenset(simplify("路街道"))
# 第1頁,共2頁
# 改了三版; but 2.0版
_EDITIONS = pattern("(?:改|寫|修|推出|發行|出|做|換|共|有過?)(?:了|過|到)?[ ]?$")
_PAGES = pattern("頁[ ,/]{0,2}共[ ]?$")
_MINUTES = pattern("[ ]?(?:[0-5]?[0-9]|[一二三四五六七八九十]{1,3})[ ]?分(?![之鐘])")
_ARTICLE_CUE = pattern(
    "(?:共|僅|只|只有|各|計|達|剩|滿|至少|最少|超過|不到|約|每|再|抵|另|逾|[就僅仍]有"
    "|每[人戶校里班名位])[ ]?$"
)
# Seldom things that are counted.
_SLIGHT = frozenset(simplify("點 步 句 面 節 大 回 批 格 排 屆 種 樣 班 筆 夜 聲"))
# 年票一張6,000日圓, 一組只要120美元: the price of one; not 一位60歲長者, 一座3億元的球場.
_PRICE = pattern(
    "[只僅]?[要需賣收售]?約?[ ]?([A-Z]{0,3}[$€£¥]|新[臺台]幣|[日港]幣|美金|人民幣)?[ ]?"
    "(?:[0-9][0-9,.]*(?:[至到~-][0-9][0-9,.]*)?|[一二兩三四五六七八九十百千])[一二三四五六七八九十百千萬億]*"
)
_PRICE_ENDS = frozenset(("", *simplify(",。;、!?)\n\t|起左上以不就可還而也整")))
# 每季對帳一次, 每四人有一位: so far before; but 每個人都有一個夢.
_FAR, _EDGES = 12, pattern("[,。;:!?)\n\t|]")
_PER = pattern("每(?:[0-9]{1,4}|[一二兩三四五六七八九十百半]{1,3})?[ ]?(?!次|回|個人|一)")
_NO_COUNT = pattern(
    "(?:其中|任何|這是|那是|是|單|獨|的|說|如|(?<=[打連融渾])成|(?<![增減改設])為)$"
)
_NOT_AFTER = pattern(
    "(?:同|另|(?<!連)任|每|逐|唯|單|統|專|進|萬|不|獨|劃|(?<!整)整|第|某|前|這|那|哪|下|上|首|定|一"
    "|之|(?<!平)均|合|歸|齊|新|頭|最後)$"
)
# 有一天, 那麼一天 tell when.
_SPELLS = frozenset(simplify("天 年 日 週 季"))
_SOME_TIME = pattern("(?:(?<![只僅還仍就都共要])有|那麼)$")
_ADVERB = pattern(
    "(?:萬語|十分(?!鐘|之)|百分|萬分|四處|三度空間|二度就業|二次大戰|一度|一時|一旦|一天到"
    "|一年一度|一般|一樣|三位一體|千分|百科(?!室)|零[件頭]|(?<=[淨歸清])零|百般|萬般|兩造|十足|四面(?!大?(?:螢幕|牆|看板|旗|錦旗|玻璃|鏡|金牌|獎牌|銀牌|銅牌|電子))|四周(?=[圍環皆都景住民居鄰空建農])"
    "|四處|八方"
    "|百年(?:樹|大計|好合)|萬年(?:青|曆)|九層(?:塔|粿)|四季(?:如春|豆|分明)"
    "|一次性|七美|九份|三星|四通|[五七]股(?=[、,及與和等區鄉]|試辦|地區|一帶))"
)
# 新屋、觀音兩區: named one by one.
_LISTED = pattern("[\\u4e00-\\u9fff]、[\\u4e00-\\u9fff]{2,4}$")
# 唯一兩度, 第一百: the 一 belongs to the word before; but 接單一百二十萬件.
MULTIPLIERS = frozenset("十百千万亿")
ONE_IN_WORD = frozenset(simplify("唯同統單專另任逐"))
_ADVERB_SIGNS = first_signs(_ADVERB.pattern)
_WEEKDAY_ENDS = last_signs(_WEEKDAY.pattern)
# 國關處二科
_OFFICES = frozenset(simplify("處局署司部室廳院組"))
_UNIQUE = frozenset("市国校城区县院省州港地")
_NOUNS = frozenset(simplify("國 市 縣 區 城 城市 國家 縣市 行政區 階段 面向 世代 單位").split())
# YouBike 2.0站點: a version of what a Latin name is that of.
_VERSION = pattern("(?<=[A-Za-z] )[0-9][.][0-9]$")
# CI 159 班機: the number of a flight.
_CARRIER = pattern("(?<![A-Za-z])[A-Z]{1,3} $")
_DIGITS = frozenset("一二三四五六七八九十百千万两")
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_INTO = LATIN | frozenset("_#&@")


def is_code(view: str, number: Number) -> bool:
    """Whether letters run into the number, as in CO2 or B2."""
    before = view[number.start - 1 : number.start]
    if (
        before == " "
        and view[number.start - 2 : number.start - 1].isalpha()
        and _CARRIER.search(view, max(0, number.start - 4), number.start)
    ):
        return view[number.end :].lstrip(" ")[:2] in ("班机", "次列", "航班", "次航")
    return number.is_arabic and before in _INTO


# 面臨, 面對, 面積, 面向, 面談, 頭痛 are words of their own.
_AFTER_FACE = frozenset("临臨对對积積向谈談试試痛")


def is_inside(text: str, unit: Unit | None, position: int) -> bool:
    """Whether 里 is 裡 as written: of 九百萬裡 something was spent."""
    return unit is not None and unit.name == "里" and begins_inside(text, position)


def begins_inside(text: str, position: int) -> bool:
    """Whether 裡, or the 里面 and 里头 of Simplified texts, begins: not 12里面臨缺水."""
    return text[position : position + 1] in ("裡", "裏") or (
        text[position : position + 2] in ("里面", "里头", "里頭")
        and text[position + 2 : position + 3] not in _AFTER_FACE
    )


def is_year_in_name(view: str, number: Number, unit: Unit, stop: int, end: int) -> bool:
    """2050 城市碳模型: a year at the head of a name whose first word could be a unit."""
    if number.end - number.start != 4 or not number.is_arabic or number.is_range:
        return False
    follows = "\u4e00" <= view[stop : stop + 1] <= "\u9fff" and stop < end
    return 1950 <= number.low <= 2100 and unit.name in _NOUNS and follows


def is_word(view: str, number: Number, unit: Unit, lexicon: UnitLexicon) -> bool:
    """Whether a Chinese numeral and what follows are a word, an article or an adverb."""
    name = unit.name
    is_plain = unit.dimension == "count" and number.is_arabic and not number.is_grouped
    if is_plain and _VERSION.search(view, max(0, number.start - 2), number.end):
        return True
    if is_code(view, number) or (name in TOLD_BEFORE and _is_told_before(view, number, name)):
        return True
    if number.is_arabic or number.is_range:
        return False
    first = view[number.start]
    if number.is_lone and first == "陆":
        return True
    is_large = first in "百千万亿"
    if number.is_lone or is_large:
        if first in _ADVERB_SIGNS and _ADVERB.match(view, number.start):
            return True
        if number.is_lone and (
            _is_weekday(view, number, name) or _is_idiom(view, number.start, unit, lexicon)
        ):
            return True
    text = view[number.start : number.end]
    if text in ("一", "两", "二") and _is_coordinated(view, number, name):
        return False
    if text in ("两", "二") and name in _UNIQUE:
        return _LISTED.search(view, max(0, number.start - 8), number.start) is None
    low = max(0, number.start - 3)
    if is_large:
        if is_heading(view, number, unit):
            return True
        if not number.is_open:
            return _NOT_AFTER.search(view, max(0, number.start - 1), number.start) is not None and (
                view[number.start - 1] not in "上不每"
            )
    if text != "一":
        return False
    if _NOT_AFTER.search(view, low, number.start) or (
        name in _SPELLS and _SOME_TIME.search(view, low, number.start)
    ):
        return True
    if name == "分" and view[number.end + 1 : number.end + 2] in _DIGITS:
        return False  # 一分四十秒
    if unit.dimension in ("count", "score"):
        return _ARTICLE_CUE.search(view, low, number.start) is None and not _is_alone(
            view, number, name, lexicon
        )
    return False


def _is_alone(view: str, number: Number, name: str, lexicon: UnitLexicon) -> bool:
    """Whether 一 is no article: 捐出一輛， (nothing is counted behind it), 每季一次, 一張300元."""
    stop = number.end + len(name)
    behind = view[stop : stop + 1]
    if name in _SLIGHT:
        return False
    if (
        _is_priced(view, stop, lexicon)
        or _is_share(view, number.start, lexicon)
        or _is_listed(view, number.start, lexicon)
    ):
        return True
    if behind not in _CLAUSE_ENDS:
        return False
    return _NO_COUNT.search(view, max(0, number.start - 2), number.start) is None


def _is_priced(view: str, position: int, lexicon: UnitLexicon) -> bool:
    """Whether a sum of money that no noun follows stands here: 一張|300元,"""
    price = _PRICE.match(view, position)
    if price is None:
        return False
    stop = price.end()
    if price[1] is None:
        unit = lexicon.unit_at(view, stop, len(view))
        if unit is None or unit.dimension != "money":
            return False
        stop += len(unit.name)
    return view[stop : stop + 1].strip() in _PRICE_ENDS


def _is_share(view: str, start: int, lexicon: UnitLexicon) -> bool:
    """Whether a period or a group is told before, of which each has one: 每季…一次, 每戶…一個."""
    at = view.rfind("每", max(0, start - _FAR), start)
    per = _PER.match(view, at, start) if at >= 0 else None
    if per is None or _EDGES.search(view, at, start):
        return False
    return lexicon.unit_at(view, per.end(), start) is not None


def _is_listed(view: str, start: int, lexicon: UnitLexicon) -> bool:
    """Whether the item before it in a list is counted too: 兩台消防車、一輛雲梯車."""
    if view[start - 1 : start] not in _JOINS:
        return False
    item = _ITEM.search(view, max(0, start - _FAR), start)
    return item is not None and lexicon.unit_at(view, item.end("n"), start) is not None


_JOINS = frozenset(simplify("、和與及"))
# The last item of a list, without marks: its number, its unit and a noun.
_ITEM = pattern(
    "(?:^|[^0-9一二三四五六七八九十百千萬第])(?P<n>[0-9]{1,4}|[二兩三四五六七八九十]{1,3})[^0-9、,。;:!?和與及]{2,8}.$"
)
_CLAUSE_ENDS = frozenset(("", *",。;!?)\n"))


def _is_coordinated(view: str, number: Number, name: str) -> bool:
    """Whether divisions are counted side by side: 四區四縣|一市, 一市|三縣."""
    stop = number.end + len(name)
    return name in _DIVISIONS and bool(
        _DIVISION_AHEAD.search(view, max(0, number.start - 4), number.start)
        or _DIVISION_BEHIND.match(view, stop)
    )


_DIVISIONS = frozenset(simplify("區縣市國省州城鎮鄉村里校都港島"))
_DIVISION_AHEAD = pattern("[0-9一二三四五六七八九十兩][區縣市國省州城鎮鄉村里校都港島][、與和及]?$")
_DIVISION_BEHIND = pattern(
    "[、與和及]?[0-9一二三四五六七八九十兩]{1,3}[區縣市國省州城鎮鄉村里校都港島](?![長民政])"
)


def is_heading(view: str, number: Number, unit: Unit) -> bool:
    """Tell whether a number is part of the unit of a column: (千元), 單位:萬人, 新臺幣億元."""
    stop = number.end + len(unit.name)
    if view[stop : stop + 2].strip(" ")[:1] not in (")", "", "\n", "\t", ",", "、", "/", "|"):
        return False
    is_scale = not view[number.start : number.end].strip("十百千萬億兆万亿")
    before = view[max(0, number.start - 5) : number.start]
    return before[-1:] in ("(", ":", "/") or (is_scale and _ALONE.search(before) is not None)


# 新臺幣 before 千元, or nothing but the edge of a cell.
_ALONE = pattern("(?:[(:/|\\t\n][ ]?|^)(?:新?[臺台]幣|人民幣|美金|NT[$])?$")


# No idiom of four signs holds these in its middle, nor ends with these.
_NO_IDIOM = frozenset(simplify("連共在於由從自與和及至到的了是有為內過以後後前"))
_COUNTING = frozenset(simplify("個 位 名 天 年 日 週 歲 項 件 座 元"))


def _is_idiom(view: str, start: int, unit: Unit, lexicon: UnitLexicon) -> bool:
    """五花八門, 三心二意: another digit stands two characters before, and counts nothing."""
    if start < 2 or view[start - 2] not in _DIGITS or not "\u4e00" <= view[start - 1] <= "\u9fff":
        return False
    if view[start - 1] in _NO_IDIOM or len(unit.name) > 1 or unit.name in _COUNTING:
        return False  # 一共|三處, 九成二在|五天內, 二崙|四個部落
    return view[start - 1] not in _DIGITS and lexicon.unit_at(view, start - 1, start) is None


def _is_weekday(view: str, number: Number, unit: str) -> bool:
    """週三, 星期日; but 每週三次, 一週三天."""
    start = number.start
    if unit in _A_WEEK and _EACH_WEEK.search(view, max(0, start - 4), start):
        return False
    return view[start - 1 : start] in _WEEKDAY_ENDS and bool(
        _WEEKDAY.search(view, max(0, start - 2), start)
    )


def _is_told_before(view: str, number: Number, name: str) -> bool:
    """2.0版, 頁 of 第1頁,共2頁, 下午2點, 9時30分: a version, a page, a time of day."""
    start = number.start
    if name == "版":
        return bool(number.low % 1) or not _EDITIONS.search(view, max(0, start - 4), start)
    if name == "页":
        return _PAGES.search(view, max(0, start - 5), start) is not None
    if name == "科":
        return view[start - 1 : start] in _OFFICES
    if name == "段":
        return number.low <= 10 and view[start - 1 : start] in _ROAD
    low = max(0, start - 3)
    if name == "分":
        return _HOUR.search(view, max(0, start - 4), start) is not None
    if _MINUTES.match(view, number.end + len(name)):
        return True
    return _CLOCK.search(view, low, start) is not None

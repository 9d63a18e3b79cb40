"""Tell years from durations and from plain numbers.

Contract: decides from the few characters around a number; no document is consulted but its script.
"""

from __future__ import annotations

from pipeline.language.views import pattern
from pipeline.recognizers.dates.figures import is_short_year
from pipeline.recognizers.dates.values import Point

# Words before a number of years that make it a duration, and words behind it.
# 市長24日表示, 簽約24日: the end of a word, no word of length or closeness.
_LONG = "(?<![市局處部院校會縣鄉鎮區理事首村里所廠社隊團館站組課科署州省院司])長"
_ABOUT = "(?<![簽條合公契解預締履])約"
_NEEDS = "(?<![重主必摘紀概])要"
_LASTS = pattern(
    rf"(?:近|{_ABOUT}|逾|超過|滿|達|長達|歷時|為期|第|每|未來|過去|這|前|了|有|共|歷經|經過"
    r"|效期|期限|任期|再|還|僅|不到|至少|最長|最多|成立|之後|連續|往後|期間|年資"
    r"|壽命|保固|需|花|大約|將近|接近|超|逾期|租期|刑|年僅|享年|約定"
    rf"|{_LONG}|{_NEEDS})[ ]?$"
)
_AGED = pattern(
    r"[ ]?(?:來(?!源|自)|以來|內|歷史|以上|以下|的(?:歷史|時間|時光|經驗|努力|合作"
    r"|發展|友誼|情誼)|間(?!接)|老(?:店|字|友|街|牌|樹)|餘|多|期(?!滿)(?:限|間|的)?|壽命"
    r"|保固|租約|不變|有餘|資歷|經驗|之久|計[畫劃]|期程|時間|如一日)"
)
_DAYS_LONG = pattern(
    rf"(?:逾期|為期|連續|一連|共|近|逾|(?<!表)達|每|歷時|未來|過去|最長|{_LONG}|需|{_NEEDS}"
    rf"|{_ABOUT}|大約|開放|第"
    r"|(?:期限|(?<!展)期|天數|時間)為"
    r"|(?:[改縮延拉減降增升調加][為成至到短長]|縮短|延長|降低)[為成至到]?|保存|保留|隔離)[ ]?$"
)
# 由30日延長為60日
_DAYS_CHANGE = pattern("[ ]?(?:延長|縮短|縮減|縮|減|增|改|降|拉長|壓縮|調)[為成至到]?")
_SINCE = pattern(r"(?:自|於|在|至|從|截至|到|迄|民國|早在|遠自)[ ]?$")
_STARTS = pattern(r"[ ]?(?:起|完工|成立|締結|創立|啟用|通車|開館|升格|設立|落成)")
# 67年簽到現在
_SIGNED = pattern("[ ]?(?:簽|締|結[為成盟]|建交)")
_SPELLED = pattern("[一〇零][〇零一二三四五六七八九]{2}|[一二][〇零0-9一二三四五六七八九]{3}")
_FOUR = pattern(r"(?:1[89]|20|21)[0-9]{2}")

_BARE = pattern(r"(?P<y>(?:19|20)[0-9]{2}|2100)(?![0-9]|[.,:][0-9]|[-/~+][0-9A-Za-z]|[A-Za-z%])")
_IN = pattern(
    r"(?:於|在|自|至|到|從|由|截至|迄|及|今|《|「|\(|和|與|相較|較|比|邁向|迎向|願景"
    r"|目標|前進|前瞻|先於)[ ]?$"
)
_ENGLISH_IN = pattern(
    r"(?<![A-Za-z])(?:in|by|since|from|until|to|before|after|during|between|of|and)[ ]$", 2
)
_ENGLISH_END = pattern(
    r"[ ]?(?:[,.;:)]|$|\n)|[ ](?:and|to|the|with|at|on|in|by|for|is|was|will|as)\b"
)
_SINGLE = pattern(
    r"[ ]?(?:的|年|前(?!往|來|瞻)|後|以前|之前|以後|起|底|達成|達到|實現|完成|淨零"
    r"|碳中和|願景|目標|春|夏|秋|冬|上半|下半|Q[1-4])"
)
# A year at the head of a name: 2021智慧城市…; never a number with its measure word.
_NAME = pattern(
    r"[ ]?(?![個位名件項座條多餘萬億千百元台輛架艘間所處戶張份點站坪度分秒公平億倍只支"
    r"盞格冊組隊場次顆粒筆則篇頁棟層人家種類款瓶包箱桶噸克斤升米吋呎美歐日英港加澳韓新"
    r"臺泰大家月週天小]"
    r"(?!智慧|工智|道)|人(?:次|份|口|以|左|參|報|出)|美[元金]|國(?!際|家)|市(?!長|集"
    r"|政)|年|號|專線|熱線|[ ])[\u4e00-\u9fff]"
)
# What the first cell of a line of figures names, and how long a line is.
_COUNTED = pattern(
    "(?:[數量額率費積值價]|人口|[人場班件]次|預算|收入|支出|歲[入出])(?:\\([^()]{1,6}\\))?$"
)
_LINE = 300
_NOT_ONE = pattern(
    "(?:[每逢至到~、-]|[0-9一二三四五六七八九十兩幾]個|叫做?|名為|稱為|稱作|所謂的?)[ ]?$"
)
_EVERY_DAY = pattern("[ ]?(?:[至到~、-]?[ ]?[一二三四五六日週星禮])")
_SIGNS = "〇零一二三四五六七八九十百廿卅"
_PAUSES = frozenset(",、(")
_NAME_STARTS = "\n。!?【「《(,、;:|\t "


def is_calendar(view: str, point: Point, is_minguo: bool) -> bool:
    """Whether a point is a year or day of the calendar, not a duration (十年, 60年, 為期3日).

    Points that name neither a year nor a day alone pass.
    """
    if point.rule == "day" and point.month is None:
        is_first = view[point.start - 2 : point.start].rstrip(" ")[-1:] in ("由", "从")
        if is_first and _DAYS_CHANGE.match(view, point.end):
            return False
        return _DAYS_LONG.search(view, max(0, point.start - 4), point.start) is None
    if point.rule == "week":
        return view[point.start] in "上下本这" or _is_one_week(view, point)
    if point.rule != "year" or point.year is None:
        return True
    text = view[point.start : point.end]
    written = text.split("年")[0].removesuffix("学").strip()
    if not (written[0].isdecimal() or written[0] in _SIGNS):
        return True
    if is_short_year(written):
        return not _is_span(view, point)
    if point.part in ("decade", "school"):
        return True
    if written.isdecimal() and len(written) == 4:
        if _FOUR.fullmatch(written) is not None:
            return True
        return "1000" <= written < "1800" and not _is_span(view, point)
    if written.isdecimal() and len(written) == 3 and written > "150":
        before = view[point.start - 1 : point.start]
        return before in ",。;\n" and view[point.end : point.end + 1] in _PAUSES
    if not written.isdecimal():
        if point.month is not None and is_minguo and 1921 <= point.year <= 2061:
            return point.day is not None or len(written) > 1
        if "年度" in text and is_minguo:
            return point.year > 1980
        if is_minguo and 1941 <= point.year <= 2061 and _STARTS.match(view, point.end):
            return _LASTS.search(view, max(0, point.start - 4), point.start) is None
        if is_minguo and 2001 <= point.year <= 2061 and _is_since(view, point):
            return True
        full = _SPELLED.fullmatch(written) is not None
        return full and (len(written) == 4 or is_minguo)
    if not is_minguo or len(written) == 4:
        return False
    return _is_minguo(view, point, int(written))


def _is_since(view: str, point: Point) -> bool:
    """Whether something began or was done in a year: 於一百零三年核定, not 於一百年內."""
    since = _SINCE.search(view, max(0, point.start - 3), point.start)
    is_span = _is_span(view, point) or view.startswith(("前", "后"), point.end)
    return since is not None and not is_span


def _is_one_week(view: str, point: Point) -> bool:
    """Whether a weekday without 上 or 下 is one day: not 每週三, 週一至週五, （四）, 叫做星期四."""
    before, after = view[max(0, point.start - 3) : point.start], view[point.end : point.end + 2]
    if before[-1:] in ("(", "「", "《") and after[:1] in (")", "」", "》"):
        return False
    return _NOT_ONE.search(before) is None and _EVERY_DAY.match(after) is None


def _is_minguo(view: str, point: Point, written: int) -> bool:
    """Whether a number of up to three figures before 年 is a year of the Republic."""
    if point.month is not None:
        return 1 <= written <= 150
    low = max(0, point.start - 4)
    if not 30 <= written <= 150:
        return False
    if point.part or "年度" in view[point.start : point.end]:
        return written >= 80
    if _is_span(view, point) or (written == 100 and view[point.end : point.end + 1] == "前"):
        return False
    if written >= 80:
        return True
    if view[point.start - 1 : point.start] in _NAME_STARTS and _SIGNED.match(view, point.end):
        return True
    return bool(_SINCE.search(view, low, point.start) and _STARTS.match(view, point.end))


def _is_span(view: str, point: Point) -> bool:
    """Whether the words around make a number of years a duration."""
    low = max(0, point.start - 4)
    return bool(_LASTS.search(view, low, point.start) or _AGED.match(view, point.end))


def is_between_bars(view: str, start: int, end: int) -> bool:
    """Whether a stretch fills a cell of a line with bars: 指標｜2018｜2022."""
    return view[max(0, start - 2) : start].strip(" ")[-1:] == "|" and (
        view[end : end + 2].strip(" ")[:1] in ("|", "\n", "")
    )


def _is_head(view: str, start: int) -> bool:
    """Whether a line with bars heads others: 指標|2018|2022, not 參觀人次|1950|2030.

    It is the first of its lines, its first cell names nothing that is counted, and its numbers
    are years in order.
    """
    low = max(view.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE)
    high = view.find("\n", start, start + _LINE)
    above = view[max(0, low - _LINE) : max(0, low - 1)].rpartition("\n")[2]
    line = view[low : high if high >= 0 else start + _LINE]
    cells = [cell.strip(" ") for cell in line.split("|")]
    if "|" in above or _COUNTED.search(cells[0] or cells[1]):
        return False
    years = [int(cell) for cell in cells if cell.isdecimal()]
    return sorted({*years}) in (years, years[::-1]) and 1900 <= min(years) <= max(years) <= 2100


def read_bare_year(view: str, start: int, end: int) -> Point | None:
    """Return a year written without 年, if the words around it make it one.

    ``於 2050 達成`` and ``2020 的營業金額`` are years; ``2021智慧城市`` is one in a name.
    """
    found = _BARE.match(view, start, end)
    if found is None:
        return None
    if _ENGLISH_IN.search(view, max(0, start - 9), start) and _ENGLISH_END.match(view, found.end()):
        return Point(start, found.end(), "bare year", int(found["y"]))
    if (
        start > 1
        and view[start - 1] == " "
        and view[start - 2].isascii()
        and view[start - 2].isalpha()
    ):
        return None
    year = int(found["y"])
    if is_between_bars(view, start, found.end()) and _is_head(view, start):
        return Point(start, found.end(), "bare year", year)
    if view[start - 1 : start] == "(" and view[found.end() : found.end() + 1] == ")":
        return Point(start, found.end(), "bare year", year) if start > 1 else None
    before = _IN.search(view, max(0, start - 4), start)
    if _SINGLE.match(view, found.end(), end) and (
        before or view[found.end() : found.end() + 1] in " 的前"
    ):
        return Point(start, found.end(), "bare year", year)
    named = _NAME.match(view, found.end(), end) is not None
    if named and 2000 <= year <= 2060:
        at_head = start == 0 or view[start - 1] in _NAME_STARTS or bool(before)
        return Point(start, found.end(), "title year", year) if at_head else None
    return None

"""Firms and associations no list and no last word tells: what a 執行長 or 理事長 with a name leads.

Contract: reads the page's TITLE claims; the claim covers what stands between the last boundary and
the title, never a place, a department or a word for any firm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.recognizers.organizations.lexicon import OrganizationValue, Slots
from pipeline.recognizers.page import Claim, Page, Piece

# Those who lead a firm or an association as a whole; a 經理 or 總監 may lead a department.
_LEADERS = views.pattern(
    "(?:副|前|代理|共同|聯合|榮譽|名譽|創始|首席|資深)*"
    "(?:創辦人|創始人|首席執行官|首席技術官|首席運營官|執行長|董事長|總經理|行政總裁|總裁|合夥人|負責人|理事長|會長|社長|營運長|技術長|CEO|COO|CTO)$"
)
_HEADS = views.pattern("(?:副|前|代理)*(?:院長|秘書長|總幹事|理事)")
_ACRONYM = re.compile(r"(?<![A-Za-z])(?!E?MBA$)[A-Z]{2,6}[ ]?\Z")
_REGIONAL = views.pattern("(?:副|執行|資深|業務|產品)*(?:主席|總監|經理|負責人|代表|副總裁)")
_EDITORS = views.pattern(
    "(?:特約|資深|駐地|特派)*(?:副?總編輯|副?主編|執行主編|發行人|特派員|採訪主任|撰述委員|主筆|編輯|記者|社長)"
)
# Generic words a proper name may follow: 路燈業者|光寶科技, 新創公司|聚沙.
_GENERIC = views.pattern(
    "(?:業者|廠商|廠|公司|新創|團隊|龍頭|大廠|品牌|供應商|營運商|開發商|服務商|系統商|平台商|經銷商"
    "|代理商|企業|旗下|本土|在地|外商|日商|美商|法商|德商|陸商|港商|台商|臺商|單位|機構|組織|平台"
    "|媒體|知名|國際|全球|國內|國外|當地|上市|老字號|該|本|各|前|的)$"
)
# What ends like this is a part of a firm, or any firm.
_PARTS = views.pattern(
    ".*(?:[區部群處組科室線課局署廳院縣市州省國洲]|事業|業務|計畫|計劃|專案|政策|事務|服務|行銷|研發"
    "|技術|資訊|數位|創新|團隊|公司|集團|大會|論壇|委員會|協會|公會|聯盟|基金會|中心|總部|分部|產品"
    "|品牌|平台|城市|企業|產業|家|位|名|任|屆|兼|暨|營運|財務|公關|人資|法務|採購|生產|製造|活動"
    "|會議|峰會|青年|女性|男性|退休|時候|期間|當時|隨後|對此|此外|另外|接著|接下來|同時|其中"
    "|包括|分別|例如|昨天|今天|昨日|今日|日前|最後|首先|之後|以後|以前|過去|目前|現在|後來|原來)$"
)
# 「星橋數據」|台灣區|總經理
_REGION = views.pattern(
    "(?:台灣|臺灣|亞太|大中華|中國|全球|北亞|東北亞|東南亞|歐洲|日本|香港|新加坡|亞洲|北美"
    "|EMEA|APAC)[ ]?區?$"
)
_IN_REGION = views.pattern("(?:台灣|臺灣|亞太|大中華|中國|全球|北亞|東北亞|東南亞|亞洲|歐洲|北美)")
_QUOTED = re.compile(r"「([^「」]{2,16})」$")
# 《城市切片》|總編輯, 《城市切片》雜誌|總編輯
_PAPER = views.pattern(
    "[「《](?P<name>[^「」《》]{2,16})[」》](?P<kind>(?:雜誌社?|[雙半]?[月季週周年]刊|日報|電子報|通訊|網站)?)\\Z"
)
# 城市月刊｜人物專訪, 港都評論　第12期: the head of a paper's own page.
_MASTHEAD = views.pattern(
    "([\u4e00-\u9fff]{2,8}(?:[雙半]?[月季週周年]刊|期刊|畫刊|雜誌|評論|通訊|快報))"
    "(?:[ \u3000]*[|\uff5c]|[ \u3000]+(?:第 ?[0-9一二三四五六七八九十百○〇]+ ?[卷期]|No\\.|Vol\\.))"
)
_FIRST_PIECES = 2
# 《北方都會報》報導: what only a paper does; a text is 刊登於 one.
_REPORTING = views.pattern(
    "《([^《》\n]{2,16})》(?:[曾也則]|今日|昨日|日前)?(?:報導|報道|刊出|披露|專訪|社論|頭版|刊登(?![於在]))"
)
# 《公益報》, |北霽新報|指出: papers by their last sign, no 年報, no 簡報, no 市民舉報.
_OTHER_REPORTS = (
    "(?<![年月季公簡通會學海快情預警申呈回戰捷喜財彙壁稟填上重匯舉投轉電陳評調估皮速])"
    "(?<!工作匯)(?<!子)報"
)
_REPORTS = "(?:報導|報道|刊出|披露|專訪|社論|頭版|指出|刊登|記者|引述|採訪|訪問)"
_DAY = "(?:今日|昨日|日前|[今昨]天|[本上]週)?"
_NEWS = views.pattern(
    # 接受|日本|《西日晨報》採訪
    f"(?:(?<=[受據訴])|(?<=[受據訴][\u3400-\u9fff]{{2}}))《([\u3400-\u9fff]{{2,8}}{_OTHER_REPORTS})》"
    f"|《([\u3400-\u9fff]{{2,8}}{_OTHER_REPORTS})》(?=(?:[與和及、]《[^《》]{{2,12}}》){{0,3}}"
    f"[曾也則都皆]?(?:{_DAY}{_REPORTS}|說|稱))"
    f"|(?:^|(?<=[,。;:、()據]))(?!據)([\u3400-\u9fff]{{2,6}}{_OTHER_REPORTS})"
    f"(?=[曾也則]?{_DAY}{_REPORTS})"
)
_PAPER_ENDS = frozenset(views.fold("」》誌社刊報訊站"))
_FIRM = "(?:公司|業者|廠商|新創|企業|商號|事務所|供應商|開發商|營運商|系統商|建商)"
# 家叫|「倫敦智城」|的公司, 廠商|「東京綠能」|承攬
_CALLED = views.pattern(
    f"(?:叫做?|名為|名叫|稱為|自稱|號稱)「([^「」]{{2,16}})」的?(?:一[家間])?(?:新創)?{_FIRM}"
    f"|(?:業者|廠商|新創(?:公司)?|供應商|開發商|營運商|系統商|建商)「([^「」,。不會了的我要是]{{2,12}})」(?!等?(?:App|平台|系統|專案|計畫|方案|服務|產品|品牌|模式|[一二三0-9]))"
)
# 「蒙特婁竹科投資|公司」, 「國際交流推動|小組」 are no initiatives.
_FIRMS = frozenset(map(views.fold, ("公司", "有限公司", "股份有限公司", "小組", "委員會", "專班")))
_OPENING = views.pattern(
    "「(?<=[叫做為稱者商創司].)|》(?=[曾也則今昨日報刊披專社頭])"
    "|報(?=[》曾也則今昨日報刊披專社頭指記])"
)
_LETTER = r"[0-9A-Za-zÀ-ʯ&.'’-]"
_LATIN = re.compile(
    rf"(?:^|[^A-Za-z])((?:[A-Z]{_LETTER}*)(?: [A-Z0-9]{_LETTER}*){{0,3}})[ ]?(?:的[ ]?)?$"
)
# 、|智譜|AI
_BEFORE_AI = re.compile("(?:^|[、,。;:])([\u3400-\u9fff]{2,4})$")
_LONGEST = 12
_JOINS = frozenset(views.fold("兼暨及、 "))


def find_led(page: Page, taken: Sequence[Claim], slots: Slots) -> Iterator[Claim]:
    """Yield what the page's leaders lead, where a name follows and no body is claimed."""
    titles = {title.start: title.end for title in page.of_label("TITLE")}
    yield from _edited(page, titles)
    yield from _mastheads(page, taken)
    places = page.of_label("CITY", "COUNTRY")
    stops = frozenset([*titles.values(), *(place.end for place in places)])
    for start, end in titles.items():
        piece = page.piece_at(start)
        if piece is None or not _leads(page.view, piece.start, start, end):
            continue
        if not _is_named(page.view, end, piece, titles, slots):
            continue
        span = _led(page.view, piece.start, start, stops, slots)
        if span is None:
            continue
        if all(claim.end <= span[0] or span[1] <= claim.start for claim in (*taken, *places)):
            value = OrganizationValue("company", page.view[span[0] : span[1]][-2:])
            yield Claim(*span, "ORGANIZATION", "led", 0.7, value=value)


def find_called(page: Page, taken: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the firms and papers in quotes that words around tell: 名為|「東京綠能」|的廠商."""
    for piece in page.pieces_with(_OPENING):
        for called in _CALLED.finditer(page.view, piece.start, piece.end):
            span = called.span(1 if called[1] else 2)
            yield from _called(page.view, span, "company", taken)
        for news in _NEWS.finditer(page.view, piece.start, piece.end):
            yield from _called(page.view, news.span(news.lastindex or 0), "media", taken)
        for paper in _REPORTING.finditer(page.view, piece.start, piece.end):
            yield from _called(page.view, paper.span(1), "media", taken)


def _called(view: str, span: tuple[int, int], kind: str, taken: Sequence[Claim]) -> Iterator[Claim]:
    if all(claim.end <= span[0] or span[1] <= claim.start for claim in taken):
        value = OrganizationValue(kind, view[span[0] : span[1]][-2:])
        yield Claim(*span, "ORGANIZATION", "called", 0.8, value=value)


def _leads(view: str, low: int, start: int, end: int) -> bool:
    """Whether a title is one of a head, or of a region's: ENEL X|亞太區|總監."""
    if _LEADERS.match(view, start, end):
        return True
    # NIA|院長
    if _HEADS.fullmatch(view, start, end) and _ACRONYM.search(view, max(low, start - 9), start):
        return True
    region = _REGION.search(view, max(low, start - 8), start)
    return region is not None and _REGIONAL.fullmatch(view, start, end) is not None


def _edited(page: Page, titles: Mapping[int, int]) -> Iterator[Claim]:
    """Yield the papers in quotes whose editor or reporter follows: 《城市切片》|總編輯."""
    for start, end in titles.items():
        if page.view[start - 1 : start] not in _PAPER_ENDS:
            continue
        quoted = _PAPER.search(page.view, max(0, start - 20), start)
        if quoted and "\n" not in quoted[0] and _EDITORS.fullmatch(page.view, start, end):
            value = OrganizationValue("media", quoted["name"][-2:])
            span = quoted.span() if quoted["kind"] else quoted.span("name")
            yield Claim(*span, "ORGANIZATION", "edited", 0.75, value=value)


def _mastheads(page: Page, taken: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the paper whose name heads the page, with its number or a section behind it."""
    for piece in page.pieces[:_FIRST_PIECES]:
        head = _MASTHEAD.match(page.view, piece.start, piece.end)
        if head is None:
            continue
        start, end = head.span(1)
        if all(claim.end <= start or end <= claim.start for claim in taken):
            value = OrganizationValue("media", head[1][-2:])
            yield Claim(start, end, "ORGANIZATION", "masthead", 0.75, value=value)


def _is_named(view: str, end: int, piece: Piece, titles: Mapping[int, int], slots: Slots) -> bool:
    """Whether a name seems to follow a title, or further titles and then a name."""
    while (further := titles.get(end + (view[end : end + 1] in _JOINS))) is not None:
        end = further
    while end < piece.end and view[end] == " ":
        end += 1
    if "A" <= view[end : end + 1] <= "Z":
        return end < piece.end
    name = slots.names.read(view, end, piece.end)
    return name is not None and name.is_closed


def _led(
    view: str, low: int, end: int, stops: frozenset[int], slots: Slots
) -> tuple[int, int] | None:
    """Return the span of the proper name that ends before a title, or None."""
    if region := _REGION.search(view, max(low, end - 8), end):
        end = region.start()
    while end > low and view[end - 1] == " ":
        end -= 1
    if quoted := _QUOTED.search(view, max(low, end - 20), end):
        before = max(low, quoted.start() - 4)
        return quoted.span(1) if _GENERIC.search(view, before, quoted.start()) else None
    if latin := _LATIN.search(view, max(low, end - 40), end):
        han = _BEFORE_AI.search(view, max(low, latin.start(1) - 6), latin.start(1))
        return (han.start(1), latin.end(1)) if han else latin.span(1)
    if slots.bodies.strong.ending(view, end, low):
        return None  # 議長白克雷|與|首席執行官湯瑪斯
    start = end
    while start > low and is_han(view[start - 1]) and end - start <= _LONGEST:
        if start < end and (
            start in stops
            or slots.bodies.strong.ending(view, start, low)
            or (end - start >= 2 and view[start - 1] in slots.bodies.soft)
            or _GENERIC.search(view, max(low, start - 4), start)
        ):
            break
        start -= 1
    # IDC|亞太區政府洞察|副總裁: of the firm whose region it is.
    firm = _LATIN.search(view, max(low, start - 40), start)
    if firm is not None and _IN_REGION.match(view, start, end):
        return firm.span(1)
    return (start, end) if _is_proper(view, start, end, slots) else None


def _is_proper(view: str, start: int, end: int, slots: Slots) -> bool:
    """Whether the characters may name one firm: no department, no person, no common word."""
    name = view[start:end]
    if not 2 <= len(name) <= _LONGEST or _PARTS.match(name) or name in slots.common:
        return False
    return len(name) > 3 or (len(name) == 3 and name[0] not in slots.names.singles)


def first_quoted(view: str, start: int, end: int, piece: Piece) -> bool:
    """Whether the head ends a quoted phrase: the name of something a city does, not of a body."""
    if not view.startswith("」", end):
        return False
    quote = view.rfind("「", max(piece.start, start - 20), start)
    return quote >= 0 and "」" not in view[quote:start] and view[start:end] not in _FIRMS

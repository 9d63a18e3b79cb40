"""Roles of table columns, from their headers and from what stands in them.

Contract: pure strings in, a role out; the same header and samples always give the same role.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median

from pipeline.language import views
from pipeline.language.column_words import TITLE_END, header_role, is_office, word_role

ROLES = (
    "number",
    "representative",
    "city",
    "country",
    "person",
    "title",
    "organization",
    "content",
    "date",
    "remark",
    "topic",
    "initiative",
    "relation",
    "home",
    "venue",
    "other",
)

# No header tells something.
_IS_TOLD = re.compile("[，。；]")
# 日期：108年6月12日 tells, and names no column.
_FIELD = re.compile(r"[^：:()（）]{1,10}[：:]\s*\S")
# Mayor of Amsterdam is no header.
_OF = re.compile(r"\bof [A-Z]")
_NUMBER = re.compile(r"[(（]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[)）.、]?\Z")
_DATE = re.compile(
    r"(?:民國|中華民國|西元)?\s*\d{1,4}\s*(?:年|[-/]|\.(?=\d+\.))\s*\d{1,2}|\d{1,2}\s*[:：]\s*\d{2}"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*[日号]"
)
_YEAR = re.compile(r"(?:(?:19|20)[0-9]{2}|(?:民國 ?)?[0-9]{2,3}(?=年))(?:年度?)?\Z")
_CITY_END = views.pattern(r"[^\s,。]{1,12}(?:市|縣|郡|特別市|廣域市|(?<!智慧)城|東京都)\Z")
_BODY_END = views.pattern(
    r"(?:[^\s,。]{2}(?:局|處|署|委員會|研究院|研究所|公司|集團|大學|協會|學會|公會|商會|基金會|聯盟|醫院|銀行|議會|公所|辦公室)"
    r"|[^\s,。]{4}中心|政府)\Z"
)
_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]*(?:[\s,]+(?:[a-z]{1,4}\s+)?[A-Z][\w.'’-]*){1,5}\Z")
# What a title adds to a name in a cell, and what is left when it is taken off.
_TITLES = views.pattern(
    r"(?:(?:副|代理|前|候任|第[一二三]副)?(?:市長|縣長|州長|郡守|區長|議長|局長|部長|處長|主任|代表|大使|總監|秘書長"
    r"|議員|執行長|主席|署長|院長|委員|教授|董事長|總經理|科長|司長|博士|女士|先生))(?=\W|\Z)"
    r"|\b(?:(?:deputy|vice|acting|lord|lady)\s+)?(?:mayor|governor|council(?:l?or|man|woman)|commissioner"
    r"|minister|director|ambassador|president|chair(?:man|woman|person)?|secretary|alderman)\b"
    r"|\b(?:mr|mrs|ms|dr|hon|prof|sir|dato)\b\.?|\([^()]{1,20}\)",
    re.IGNORECASE,
)
# A place and who is at its head, before a name.
_PLACED = views.pattern(
    r"(?P<place>[^\s(),、;]{2,12}(?: [^\s(),、;]{2,12})?)(?<!副) ?"
    r"(?:代理|前|候任|第[一二三]|常務|副)*"
    r"(?:[市縣州省郡區鎮鄉]長|議長|市?議員|市?執行長|市?經理)[ ]?(?=[^\W\d_])"
)
ANY_TITLE = views.pattern(
    r"(?:市|縣|郡|州|區|鎮|鄉|里|議|局|處|部|院|署|司|科|課|廳|室|校|會|館|組|社|次|團|站|廠|所|庭|董事|理事|秘書|資訊|執行|營運"
    r"|科技|技術|數位|創新|財務|永續|策略|行政)長|主任|代表|大使|總監|議員|委員|主席|教授|博士|主委|政委|顧問|專員|參事|領事"
    r"|經理|總裁|召集人|發言人|先生|女士|小姐|記者|\b(?:mayor|governor|minister|director|ambassador|president"
    r"|chair(?:man|woman|person)?|secretary|councill?or|mr|mrs|ms|dr|prof)\b",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"(?![^ ]*[市县国府局处部会司州省区] ?)[\u3400-\u9fff]{2,4}(?:[ ·][\u3400-\u9fff]{1,6}){0,3}"
    r"|[^\W\d_\u2e80-\uffff][^\d_\u2e80-\uffff:;!?/]{2,50}"
)
_SAMPLED, _LONGEST_WHO, _LONGEST_NAME = 60, 45, 24
_SHORT, _TWO = 6, re.compile("[/、]")
_AWARD, _LEAST_AWARD = views.fold("獎"), 4
# The most frequent family names: a column of names without a header is told by them.
_FAMILY = (
    "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴"
    "范方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍石蔣古紀姚連馮歐程湯田康姜白汪鄒尤巫鐘黎涂龔嚴韓袁金童陸夏邵錢伍倪"
    "于譚駱熊任甘秦顧毛章史官萬俞雷粘饒闕"
)
_HAN_NAME = views.pattern(rf"[{_FAMILY}][\u3400-\u9fff]{{0,2}}[^\W\d_市縣國府局處部會司州省區長]\Z")
# 林主任委員永翰, 政治大學地政系教授兼系主任: the cell is a person's, not a column's name.
_HELD = views.pattern(
    rf"[{_FAMILY}][\u3400-\u9fff]{{0,4}}(?:長|委員|主任|教授|主委|理事|秘書|專員|議員|顧問|經理|總裁|技正|技士|科員|代表)"
    r"(?![\u3400-\u9fff]?[名單稱位見言介詞欄表項容關構圖片率數費額度量值間])[\u3400-\u9fff]{1,2}\Z"
    r"|.*[^\s或及/與和]{4}(?:[局處科課部署院所廳司市縣議校]長|主任|教授|總監|經理|執行長|理事長|秘書長|研究員|大使)\Z"
)


def column_role(header: str | None, samples: Sequence[str]) -> str:
    """Return the role of a column, ``other`` if neither header nor samples tell.

    Args:
        header: text of the header cell, None or empty where there is none.
        samples: texts of the cells below it.

    >>> [column_role(h, ()) for h in ("編號", "城市首長或代表", "代表姓名", "締結日期", "内容摘要")]
    ['number', 'representative', 'person', 'date', 'content']
    >>> column_role(None, ["臺北市", "大邱市"])
    'city'
    """
    return (_role(header or "", samples) if samples else header_role(header or "")) or "other"


def column_roles(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the role of every column of a table; empty where neither header nor cells tell."""
    n_columns = max([len(headers), *(len(row) for row in rows)], default=0)
    sampled = rows[:_SAMPLED]
    columns = [[row[i] for row in sampled if i < len(row)] for i in range(n_columns)]
    return [_role(headers[i] if i < len(headers) else "", columns[i]) for i in range(n_columns)]


def _role(header: str, samples: Sequence[str]) -> str:
    role = header_role(header)
    if not role:
        role = _of_samples(samples)
        if role in ("", "content", "title") and _NAMES_PEOPLE.search(views.key(header)):
            role = _of_people(samples) or role
        return "" if role == "number" and header.strip() else role
    if role == "representative" and _are_names(samples):
        return "person"
    if role == "person" and _most(samples, _comes_from):
        return "representative"
    if role == "organization" and _most(samples, _is_city):
        return "city"
    if role == "topic" and _PROGRAMMES.fullmatch(views.key(header)) and _are_programmes(samples):
        return "initiative"
    if role == "remark" and header.isascii() and _of_samples(samples) == "content":
        return "content"  # Remarks are notes, or what somebody said
    return role


# A column of programmes, unless it tells of them or of fields: 智慧交通、智慧醫療.
_PROGRAMMES = views.pattern("計[畫劃]|各[市縣]計[畫劃]")
_MARKS = re.compile("[，。；：、,;:]")


def _are_programmes(samples: Sequence[str]) -> bool:
    """Tell whether cells hold names of programmes: short, and no list or clause."""
    filled = [sample for sample in samples[:_SAMPLED] if sample.strip()]
    return bool(filled) and all(len(s) <= _LONGEST_NAME and not _MARKS.search(s) for s in filled)


# A header that ends like this is about people, whatever they do: 獲表揚者, 窗口人員.
_NAMES_PEOPLE = views.pattern("(?:[者人員师]|姓名)\\Z")


def _of_people(samples: Sequence[str]) -> str:
    """Return what people's cells hold: names alone, or places and offices too."""
    filled = [sample for sample in samples[:_SAMPLED] if sample.strip()]
    if not filled or median(map(len, filled)) > _LONGEST_WHO or any("。" in s for s in filled):
        return ""
    return "person" if _are_names(filled) else "representative"


def _comes_from(sample: str) -> bool:
    """Tell whether a cell names a place before office and name: 約旦/安曼 副市長 Eng. Rania."""
    placed = _PLACED.match(views.fold(sample).strip())
    return placed is not None and not is_name(placed["place"].strip())


def _is_city(sample: str) -> bool:
    folded = views.fold(sample)
    return _CITY_END.match(folded) is not None and _BODY_END.search(folded) is None


def _most(samples: Sequence[str], test: Callable[[str], bool]) -> bool:
    filled = [sample.strip() for sample in samples[:_SAMPLED] if sample.strip()]
    return bool(filled) and sum(map(test, filled)) * 2 > len(filled)


def is_header_row(cells: Sequence[str], is_first: bool = True) -> bool:
    """Tell whether the cells of a row are headers: short, and at least half of them known words.

    Years name columns in the first row of a table only; below, 代表 | 1950 | 2010 counts them.

    >>> is_header_row(["編號", "城市首長或代表", "內容摘要"])
    True
    >>> is_header_row(["1", "臺北市 市長 柯文哲", "智慧城市"])
    False
    >>> is_header_row(["日期：3月20日", "地點：市府大樓", "紀錄：張文成"])
    False
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if (
        len(filled) < 2
        or are_fields(filled)
        or any(_IS_TOLD.search(cell) or len(cell) > 30 for cell in filled)
    ):
        return False
    if is_first and _names_years(filled):
        return True
    known = [cell for cell in filled if header_role(cell) and not _OF.search(cell)]
    # 主持人 alone may be what a cell says of somebody.
    told = sum(bool(word_role(views.key(cell))) and not has_title(cell) for cell in filled)
    data = (_NUMBER, _DATE) if told > 1 else (_NUMBER, _DATE, _HELD)
    is_data = any(one.match(views.fold(cell)) for cell in filled for one in data)
    # 職稱 | 市長 | 市長 tells of each place beside the next who came.
    is_data |= sum(is_office(cell) for cell in filled) > 1
    return len(known) >= max(2, len(filled) / 2) and not is_data and not _is_of_roster(filled)


def are_fields(cells: Sequence[str]) -> bool:
    """Tell whether most cells of a row are labels with their values: 日期：3月20日."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return 2 * sum(_FIELD.match(cell) is not None for cell in filled) > len(filled)


def _names_years(cells: Sequence[str]) -> bool:
    """Tell whether cells are what is counted and the years of it: 項目 | 2021年 | 2022年."""
    first, *years = cells
    if len(years) < 2 or _YEAR.match(first) or not all(map(_YEAR.match, years)):
        return False
    return bool(header_role(first)) or all("年" in year for year in years)


def _is_of_roster(cells: Sequence[str]) -> bool:
    """Tell whether a body, an office and a name stand in a row: 客委會 | 主任委員 | 林采穎."""
    folded = [views.fold(cell) for cell in cells]
    named = any(is_name(cell) and not header_role(cell) for cell in cells)
    held = any(TITLE_END.search(cell) for cell in folded)
    return named and held and any(map(_BODY_END.search, folded))


def has_title(text: str) -> bool:
    """Tell whether a title such as 市長 or director stands in a text."""
    return ANY_TITLE.search(views.fold(text)) is not None


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name: 王小明, Maria Lopez.

    >>> is_name("王小明"), is_name("Maria Lopez"), is_name("智慧城市")
    (True, True, False)
    """
    return bool(_LATIN_NAME.match(text) or _HAN_NAME.match(views.fold(text)))


# 特優獎, 銀獎, 第三名獎: a rank, which every award has.
_RANK = views.pattern(
    "(?:[金銀銅首貳參特優佳]|[一二三四]等|第[一二三四]名|入圍|佳作|評審|嘉許|評審團)獎"
)


def is_award(text: str) -> bool:
    """Tell whether a text is the name of an award, and no rank.

    >>> is_award("出行無阻獎"), is_award("特優獎")
    (True, False)
    """
    name = views.fold(text).strip()
    if not _LEAST_AWARD <= len(name) <= _LONGEST_NAME or name[-1] != _AWARD:
        return False
    return not (_RANK.fullmatch(name) or _MARKS.search(text))


def _are_names(samples: Sequence[str]) -> bool:
    """Tell whether cells hold names and titles alone, or two beside a stroke, and no place."""
    filled = [_TITLES.sub(" ", views.fold(s)) for s in samples[:_SAMPLED] if re.search(r"\w", s)]
    named = sum(all(_BARE_NAME.fullmatch(one.strip()) for one in _TWO.split(s)) for s in filled)
    return bool(filled) and named * 10 >= 7 * len(filled)


def _of_samples(samples: Sequence[str]) -> str:
    """Return the role most cells agree with, empty if none; a long name with title is not said."""
    filled = [sample.strip() for sample in samples[:_SAMPLED] if sample.strip()]
    if not filled:
        return ""
    size = median(len(sample) for sample in filled)
    is_told = size > 16 and sum("，" in s or s[-1] == "。" for s in filled) * 2 > len(filled)
    is_told = is_told or sum(len(s) > _SHORT and s[-1] == "。" for s in filled) * 2 > len(filled)
    named = sum(len(s) <= 80 and _has_title_inside(s) is not None for s in filled)
    if is_told or (size > 30 and named * 10 < 7 * len(filled)):
        return "content"
    for role, test in (
        ("number", _NUMBER.match),
        ("date", _DATE.match),
        ("title", lambda s: TITLE_END.search(views.fold(s)) if len(s) <= 24 else None),
        ("city", lambda s: _CITY_END.match(views.fold(s))),
        ("organization", lambda s: _BODY_END.search(views.fold(s)) if len(s) <= 24 else None),
        ("person", lambda s: is_name(s) or None),
        ("representative", _has_title_inside),
        ("initiative", lambda s: is_award(s) or None),
    ):
        if sum(test(sample) is not None for sample in filled) * 10 >= 7 * len(filled):
            return role
    return ""


def _has_title_inside(sample: str) -> re.Match[str] | None:
    """Find a title among the words of a cell, before its last one."""
    words = views.fold(sample).split()
    return next((match for word in words[:-1] if (match := TITLE_END.search(word))), None)

"""Roles of table columns, from their headers and from what stands in them.

Contract: pure strings in, a role out; the same header and samples always give the same role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from statistics import median

from pipeline.language import views

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
    "other",
)

# Chinese headers are head-final: the word that ends last decides (代表姓名 is a name), and of words
# that end together the longest (城市首長 before 首長).
_WORDS = {
    "number": "編號 序號 項次 號次 次序 序 號 場次編號 排序 流水號 代碼 列號 順序 次"
    " no number id index #",
    "representative": "首長 首長或代表 代表 出席代表 與會代表 城市代表 發言者 發言單位 首長代表"
    " 與會者 出席者 貴賓 來賓 嘉賓 參加者 與會首長 出席首長"
    " representative representatives delegate mayor guest",
    "city": "城市 縣市 市別 縣市別 都市 姊妹市 友市 友城 城市名稱 市名 締結城市"
    " partner counterpart city cities municipality town",
    "country": "國家 國別 國名 國籍 國家名稱 country nation state",
    "person": "姓名 講者 發言人 講者姓名 主講 主講人 主講者 與談人 主持人 演講者 簽署人 簽約人"
    " 本市市長 我方市長 對方市長 時任市長 當時市長 本縣縣長 簽署市長"
    " 引言人 演講人 講話人 發表人 報告人 致詞人 致詞者 致辭人"
    " 聯絡人 人員 人名 代表人 負責人 受訪者 受訪人 講師 講員"
    " 提案人 提問人 提問者 質詢人 議員 委員 立委 聯絡窗口 承辦人 召集人 團長 領隊 紀錄人"
    " name person speaker speakers presenter moderator panelist panelists signatory",
    "title": "職稱 職銜 頭銜 職務 職位 官銜 身分 現職 官職 稱謂 title position post designation",
    "organization": "單位 機關 機構 組織 公司 企業 部門 局處 團體 學校 承辦 主辦 協辦 廠商 業者"
    " 大學 醫院 協會 公會 基金會 供應商 隸屬 所屬"
    " organization organisation affiliation agency institution company department",
    "content": "內容 摘要 內容摘要 紀要 重點 要點 大意 發言 談話 致詞 說明 報告事項 紀錄 概要 全文"
    " 記要 情形 現況 進度 成果 描述 敘述 詳情 經過 回應 答復 意見 建議 做法 作法 措施 亮點 成效"
    " 撮要 經驗分享 要旨 大要 摘錄 主張 金句 心得 觀點 論點 看法 立場 訴求 講話 說法 紀實 記實 摘述"
    " 述要 簡述 簡介 作為 主旨 發言摘要 結論"
    " content summary abstract statement speech text description details highlights message"
    " outcome points takeaways",
    "date": "日期 時間 時段 年月 年度 年份 日 起訖 期間 時程 締結日 簽署日 簽約日"
    " 締結年 締盟年 結盟年 簽署年 簽約年 date time year day",
    "remark": "備註 附註 附記 備考 註 註記 補充 補充說明 備註說明"
    " remark remarks note notes comment comments",
    "initiative": "專案 專案名稱 計畫名稱 計劃名稱 方案 方案名稱 代表計畫 亮點計畫 旗艦計畫"
    " 代表專案 亮點專案 推動計畫 智慧計畫 政策名稱 措施名稱 服務名稱 系統名稱 平台名稱 應用名稱"
    " 獎項 獎項名稱 獎別 得獎計畫 獲獎計畫 入圍計畫 參賽計畫 得獎專案 獲獎專案 得獎作品 獲獎作品"
    " 入選計畫 示範計畫 倡議 倡議名稱 計畫名 方案名 專案名 案名 案例名稱 提案名稱 亮點方案 旗艦方案"
    " 代表方案 行動方案 應用方案 解決方案 作品名稱 產品名稱 initiative programme program",
    "topic": "主題 議題 題目 講題 議程 案由 標題 專題 項目 計畫 合作項目 領域 合作領域"
    " 場次 topic subject agenda theme project session",
    "relation": "關係 類型 類別 種類 性質 關係類型 合作類型 方式 協議 型態 狀態"
    " 文件類別 文件性質 文件種類 簽署文件 合作文件 合作文書 文書"
    " relation relationship type kind status",
    "home": "本方 我方 臺方 台方 中方 本市 我國城市 國內城市 我方城市 本國城市 我方縣市 本方城市"
    " 締約機關 簽約機關 締結機關 簽署機關 我方機關 我方單位"
    " 我國地方政府 國內地方政府 地方政府 我國縣市 國內縣市 臺灣縣市 臺灣城市 our side home",
    "other": "地點 會場 場地 地址 洲別 區域 網址 網站 電話 傳真 語言 語文 人數 金額 經費 面積 人口"
    " venue place location region continent website url phone language population budget",
}
_BY_WORD = {
    views.key(word): role for role, words in _WORDS.items() for word in words.split() if word
}
_LONGEST_WORD = max(map(len, _BY_WORD))
_LAST_SIGNS = frozenset(word[-1] for word in _BY_WORD)
_LATIN = re.compile(r"[a-z#]+")
# These name a column only where nothing else stands in its header.
_WHOLE = {
    views.key(word): "representative" for word in ("市長", "縣長", "州長", "mayors", "governor")
}
_BRACKETS = re.compile(r"[(\[【《].*?[)\]】》]")

# Mayor of Amsterdam is no header.
_OF = re.compile(r"\bof [A-Z]")
_NUMBER = re.compile(r"[(（]?(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})[)）.、]?\Z")
_DATE = re.compile(
    r"(?:民國|中華民國|西元)?\s*\d{1,4}\s*(?:年|[-/]|\.(?=\d+\.))\s*\d{1,2}|\d{1,2}\s*[:：]\s*\d{2}"
)
_TITLE_END = views.pattern(
    r"(?:市長|縣長|州長|首長|議長|局長|部長|處長|主任|代表|大使|總監|秘書長|議員|執行長|主席|署長|院長|委員|教授"
    r"|董事長|總經理|科長|司長|mayor|director|minister|chair(?:man|person)?|president|manager)\Z",
    re.IGNORECASE,
)
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
_ANY_TITLE = views.pattern(
    r"(?:市|縣|州|區|鎮|鄉|里|議|局|處|部|院|署|司|科|課|廳|室|校|會|館|組|社|次|團|站|廠|所|庭|董事|理事|秘書|資訊|執行|營運"
    r"|科技|技術|數位|創新|財務|永續|策略|行政)長|主任|代表|大使|總監|議員|委員|主席|教授|博士|主委|政委|顧問|專員|參事|領事"
    r"|經理|總裁|召集人|發言人|先生|女士|小姐|記者|\b(?:mayor|governor|minister|director|ambassador|president"
    r"|chair(?:man|woman|person)?|secretary|councill?or|mr|mrs|ms|dr|prof)\b",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(
    r"(?![^ ]*[市县国府局处部会司州省区] ?)[\u3400-\u9fff]{2,4}(?:[ ·][\u3400-\u9fff]{1,6}){0,3}"
    r"|[^\W\d_\u2e80-\uffff][^\d_\u2e80-\uffff:;!?/]{2,50}"
)
_SAMPLED, _SHORT_LABEL = 60, 5
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
    return _role(header or "", samples) or "other"


def column_roles(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the role of every column of a table; empty where neither header nor cells tell."""
    n_columns = max([len(headers), *(len(row) for row in rows)], default=0)
    sampled = rows[:_SAMPLED]
    columns = [[row[i] for row in sampled if i < len(row)] for i in range(n_columns)]
    return [_role(headers[i] if i < len(headers) else "", columns[i]) for i in range(n_columns)]


def _role(header: str, samples: Sequence[str]) -> str:
    role = _of_header(header)
    if not role:
        role = _of_samples(samples)
        return "" if role == "number" and header.strip() else role
    if role == "representative" and _are_names(samples):
        return "person"
    return role


def is_header_row(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row are headers: short, and at least half of them known words.

    >>> is_header_row(["編號", "城市首長或代表", "內容摘要"])
    True
    >>> is_header_row(["1", "臺北市 市長 柯文哲", "智慧城市"])
    False
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > 30 or "。" in cell for cell in filled):
        return False
    known = [cell for cell in filled if _of_header(cell) and not _OF.search(cell)]
    # 主持人 alone may be what a cell says of somebody.
    told = sum(views.key(cell) in _BY_WORD and not has_title(cell) for cell in filled)
    data = (_NUMBER, _DATE) if told > 1 else (_NUMBER, _DATE, _HELD)
    is_data = any(one.match(views.fold(cell)) for cell in filled for one in data)
    # 職稱 | 市長 | 市長 tells of each place beside the next who came.
    is_data |= sum(views.key(cell) in _WHOLE for cell in filled) > 1
    return len(known) >= max(2, len(filled) / 2) and not is_data


@lru_cache(1 << 12)
def _of_header(header: str) -> str:
    """Return the role a header names, empty if none of its words is known."""
    plain = views.key(_BRACKETS.sub("", views.fold(header))).strip(".:-_")
    if not plain:
        plain = views.key(header).strip(".:-_()[]")
    latin = _LATIN.findall(header.casefold())
    if plain.isascii():
        return next((_BY_WORD[word] for word in reversed(latin) if word in _BY_WORD), "")
    if plain in _BY_WORD or plain in _WHOLE:
        return _BY_WORD.get(plain) or _WHOLE[plain]
    for end in range(len(plain), 0, -1):
        if plain[end - 1] not in _LAST_SIGNS:
            continue
        for start in range(max(0, end - _LONGEST_WORD), end):
            role = _BY_WORD.get(plain[start:end])
            is_whole = end - start == len(plain)
            if role and (is_whole or (end - start >= 2 and not plain[start:end].isascii())):
                return role
    return ""


def is_label(text: str) -> bool:
    """Tell whether words printed before a colon name a column and nothing else.

    >>> is_label("發言重點摘要"), is_label("出席代表姓名及職稱"), is_label("城市對談")
    (True, True, False)
    """
    plain = views.key(_BRACKETS.sub("", views.fold(text)) or text)
    is_known = any(plain[start:] in _BY_WORD for start in range(max(0, len(plain) - 1)))
    if not is_known and not (plain.isascii() and _of_header(text)):
        return False
    if len(plain) <= _SHORT_LABEL or plain.isascii():
        return plain in _BY_WORD or _TITLE_END.search(views.fold(text)) is None
    at = n_other = 0
    while at < len(plain):
        ends = range(len(plain), at + 1, -1)
        end = next((end for end in ends if plain[at:end] in _BY_WORD), 0)
        n_other += 0 if end else plain[at] not in views.fold("與和及或暨之的")
        at = end or at + 1
    return n_other <= 1


def names_data(label: str) -> bool:
    """Tell whether a label is the name of a column of data, which nobody bears: 編號, 城市, 內容.

    >>> names_data("城市"), names_data("代表"), names_data("主持人")
    (True, False, False)
    """
    role = _BY_WORD.get(views.key(label))
    return role is not None and role not in ("representative", "person", "organization")


def has_title(text: str) -> bool:
    """Tell whether a title such as 市長 or director stands in a text."""
    return _ANY_TITLE.search(views.fold(text)) is not None


def is_name(text: str) -> bool:
    """Tell whether a text has the shape of a person's name: 王小明, Maria Lopez.

    >>> is_name("王小明"), is_name("Maria Lopez"), is_name("智慧城市")
    (True, True, False)
    """
    return bool(_LATIN_NAME.match(text) or _HAN_NAME.match(views.fold(text)))


def _are_names(samples: Sequence[str]) -> bool:
    """Tell whether cells hold no more than names and titles, so that no place is among them."""
    filled = [views.fold(s).strip() for s in samples[:_SAMPLED] if re.search(r"\w", s)]
    named = sum(_BARE_NAME.fullmatch(_TITLES.sub(" ", s).strip()) is not None for s in filled)
    return bool(filled) and named * 10 >= 7 * len(filled)


def _of_samples(samples: Sequence[str]) -> str:
    """Return the role most cells agree with, empty if none; a long name with title is not said."""
    filled = [sample.strip() for sample in samples[:_SAMPLED] if sample.strip()]
    if not filled:
        return ""
    size = median(len(sample) for sample in filled)
    is_told = size > 16 and sum("，" in s or s[-1] == "。" for s in filled) * 2 > len(filled)
    named = sum(len(s) <= 80 and _has_title_inside(s) is not None for s in filled)
    if is_told or (size > 30 and named * 10 < 7 * len(filled)):
        return "content"
    for role, test in (
        ("number", _NUMBER.match),
        ("date", _DATE.match),
        ("title", lambda s: _TITLE_END.search(views.fold(s)) if len(s) <= 24 else None),
        ("city", lambda s: _CITY_END.match(views.fold(s))),
        ("organization", lambda s: _BODY_END.search(views.fold(s)) if len(s) <= 24 else None),
        ("person", lambda s: is_name(s) or None),
        ("representative", _has_title_inside),
    ):
        if sum(test(sample) is not None for sample in filled) * 10 >= 7 * len(filled):
            return role
    return ""


def _has_title_inside(sample: str) -> re.Match[str] | None:
    """Find a title among the words of a cell, before its last one."""
    words = views.fold(sample).split()
    return next((match for word in words[:-1] if (match := _TITLE_END.search(word))), None)

"""What the words of a column's header tell: known words, and heads behind what people do.

Contract: pure strings in, a role or a truth value out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.language import views

# Chinese headers are head-final: the word that ends last decides (代表姓名 is a name), and of words
# that end together the longest (城市首長 before 首長).
_WORDS = {
    "number": "編號 序號 項次 號次 次序 序 號 場次編號 排序 流水號 代碼 列號 順序 次"
    " no number id index #",
    "representative": "首長 首長或代表 代表 出席代表 與會代表 城市代表 發言單位 首長代表"
    " 貴賓 來賓 嘉賓 與會首長 出席首長"
    " representative delegate mayor governor guest participant attendee who",
    "city": "城市 縣市 市別 縣市別 都市 友市 友城 城市名稱 市名 締結城市"
    " partner counterpart city municipality town",
    "country": "國家 國別 國名 國籍 國家名稱 country nation state",
    "person": "姓名 名字 全名 大名 講者 發言人 講者姓名 主講 主講人"
    " 本市市長 我方市長 對方市長 時任市長 當時市長 本縣縣長 簽署市長"
    " 聯絡人 人員 人名 代表人 負責人 講師 講員 窗口 承辦窗口 業務窗口"
    " 團員 成員 隊員 議員 委員 立委 聯絡窗口 承辦人 召集人 團長 領隊"
    " name person speaker presenter moderator panelist panellist signatory lecturer interviewee",
    "title": "職稱 職銜 頭銜 職務 職位 官銜 身分 現職 官職 稱謂 title position post designation"
    " role occupation",
    "organization": "單位 機關 機構 組織 公司 企業 部門 局處 團體 學校 承辦 主辦 協辦 廠商 業者"
    " 大學 醫院 協會 公會 基金會 供應商 隸屬 所屬"
    " 雙方 簽約雙方 簽署雙方 締約雙方 合作雙方 當事方 簽約方 締約方 簽署方"
    " organization organisation affiliation agency institution company department",
    "content": "內容 摘要 內容摘要 紀要 重點 要點 大意 發言 談話 致詞 說明 報告事項 紀錄 概要 全文"
    " 記要 情形 現況 進度 成果 描述 敘述 詳情 經過 回應 答復 意見 建議 做法 作法 措施 亮點 成效"
    " 撮要 經驗分享 要旨 大要 摘錄 主張 金句 心得 觀點 論點 看法 立場 訴求 講話 說法 紀實 記實 摘述"
    " 述要 簡述 簡介 作為 主旨 發言摘要 結論 的話 長說 員說 席說 長談 員談"
    " content summary abstract statement speech text description detail highlight message"
    " outcome point takeaway quote intervention synopsis gist minutes",
    "date": "日期 時間 時段 年月 年度 年份 日 起訖 期間 時程 date time year day",
    "remark": "備註 附註 附記 備考 註 註記 補充 補充說明 備註說明 其他 其它 remark note comment",
    "initiative": "專案 專案名稱 計畫名稱 計劃名稱 方案 方案名稱 代表計畫 亮點計畫 旗艦計畫"
    " 代表專案 亮點專案 推動計畫 智慧計畫 政策名稱 措施名稱 服務名稱 系統名稱 平台名稱 應用名稱"
    " 獎項 獎項名稱 獎別 作品 示範計畫 倡議 倡議名稱 計畫名 方案名 專案名 案名 案例名稱 提案名稱"
    " 亮點方案 旗艦方案 代表方案 行動方案 應用方案 解決方案 作品名稱 產品名稱"
    " initiative programme program",
    "topic": "主題 議題 題目 講題 議程 案由 標題 專題 項目 計畫 合作項目 領域 合作領域"
    " 場次 場別 分場 組別 topic subject agenda theme project session",
    "relation": "關係 類型 類別 種類 性質 關係類型 合作類型 方式 協議 型態 狀態"
    " 文件類別 文件性質 文件種類 簽署文件 合作文件 合作文書 文書"
    " 文件 文件名稱 協議名稱 協議書 協定名稱"
    " relation relationship type kind status",
    "home": "本方 我方 臺方 台方 中方 本市 我國城市 國內城市 我方城市 本國城市 我方縣市 本方城市"
    " 締約機關 簽約機關 締結機關 簽署機關 我方機關 我方單位"
    " 我國地方政府 國內地方政府 地方政府 我國縣市 國內縣市 臺灣縣市 臺灣城市 our side home",
    "venue": "地點 會場 場地 地址 venue location",
    "other": "洲別 區域 網址 網站 電話 傳真 語言 語文 人數 金額 經費 面積 人口"
    " place region continent website url phone language population budget",
}
_BY_WORD = {
    views.key(word): role for role, words in _WORDS.items() for word in words.split() if word
}
# What people do at a meeting or with a paper, and whose side is meant: before one of the heads it
# makes the name of a column that no list has to hold: 對方簽訂人, 引言者, 生效日, 參訪城市.
_DEEDS = (
    "致詞 致辭 演講 演說 講話 講述 談話 對談 座談 分享 報告 簡報 主講 主持 與談"
    " 引言 發表 提案 提問 詢問 質詢 回應 答覆 答詢 回答 發問 受訪 採訪 陳述 說明"
    " 紀錄 記錄 整理 翻譯 口譯 簽署 簽訂 簽約 簽字 簽名 締結 締約 締盟 結盟 結好"
    " 建交 換約 續約 生效 到期 屆滿 起始 開始 結束 終止 失效 公布 發布 舉辦 舉行"
    " 召開 填表 製表 更新 對方 我方 本方 他方 雙方 甲方 乙方 外方 來訪 訪問 參訪"
    " 到訪 拜會 接待 交流 合作 夥伴 姊妹 姐妹 友好 兄弟 對象 所在 所屬 來源 邦交"
    " 會員 受獎 得獎 獲獎 入選 引薦 代表"
)
# What was sent in for an award and chosen: 獲獎項目, 參賽作品, 入圍提案.
_CHOSEN = views.pattern(
    "(?:[得獲參受]獎|[入當]選|入圍|參[賽選加]|報名|優勝|推薦|提名|徵選)的?(?:項目|計[畫劃]|專案|方案|作品|案例|提案|案|服務|系統)\\Z"
)
_CHOSEN_ENDS = frozenset(views.key("目畫劃案品例務統"))
# A column about our own side.
_OURS = re.compile(
    r"\s*(?:我方|本方|本市|本府|本縣|本县|本所|本鄉|本鎮|本乡|本镇|我國|我国|本國|本国"
    r"|(?:歷任|历任|當時|当时)?(?:經手|经手)"
    r"|(?:後續|后续)(?:辦理|追蹤|處理|办理|追踪|处理)|待辦|待办|應辦|应办|管考|列管)"
)
_COMING = "出席 與會 參加 參與 列席 發言 受邀 應邀 與席"
_HEADS = {
    **dict.fromkeys("者人員", "person"),
    **dict.fromkeys("日年月", "date"),
    **dict.fromkeys("市城縣", "city"),
    "國": "country",
    "地": "other",
}
_DEED, _COME = ("|".join(views.key(word) for word in words.split()) for words in (_DEEDS, _COMING))
_WHO = frozenset(("person", "representative"))
_HELD_AT = frozenset(("city", "country", "home", "organization", "title"))
_PLACES = frozenset(("city", "country"))
# What stands between the words of a header, and the brackets around some.
_BETWEEN = views.pattern(
    r"(?<=[\u3400-\u9fff])[與和及暨或 ](?=[\u3400-\u9fff])|[\n、,;/|&+()·-]| and "
)
_JOINED = views.pattern("[與及和暨或、,/&+]\\Z")
_COMPOSED = re.compile(
    rf"(?:{_DEED}|(?P<came>{_COME}))+[之的]?(?P<head>[{views.key(''.join(_HEADS))}])\Z"
)
_ROLE_OF_HEAD = {views.key(head): role for head, role in _HEADS.items()}
_LONGEST_WORD = max(map(len, _BY_WORD))
_LAST_SIGNS = frozenset(word[-1] for word in _BY_WORD) | frozenset(_ROLE_OF_HEAD)
_LATIN = re.compile(r"[a-z#]+")
# Headers as one speaks: 誰講的, 簽的日子, 從哪裡來, 他說了什麼, 現在怎樣.
_SPOKEN = views.pattern(
    "(?:(?P<person>誰[說講談簽來]的|[簽講說談來]的人|哪位)"
    "|(?P<date>[簽講來辦去]的(?:日子|時間)|什麼時候|何時)"
    "|(?P<city>從?哪[裡裏]來的?|哪[個座]城市?)"
    "|(?P<content>[說講談]了?些?什麼|怎樣|怎麼[樣做說]))\\Z"
)
# These name a column only where nothing else stands in its header.
_WHOLE = {views.key(word): "representative" for word in ("市長", "縣長", "州長")}
# Number of cities counts them.
_COUNTS = frozenset(("number", "no"))
_SHORT_LABEL, _MOST_WORDS = 5, 3
TITLE_END = views.pattern(
    r"(?:市長|縣長|州長|首長|議長|局長|部長|處長|主任|代表|大使|總監|秘書長|議員|執行長|主席|署長|院長|委員|教授"
    r"|董事長|總經理|科長|司長|mayor|director|minister|chair(?:man|person)?|president|manager)\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[【《].*?[)\]】》]")


def word_role(plain: str) -> str:
    """Return the role that a whole word names (a `views.key`), empty if it is not known.

    >>> [word_role(views.key(word)) for word in ("對方簽訂人", "與會者", "摘要", "消費者")]
    ['person', 'representative', 'content', '']
    """
    known = _BY_WORD.get(plain)
    if known is not None:
        return known
    last = plain[-1:]
    if last in _CHOSEN_ENDS and _CHOSEN.match(plain):
        return "initiative"
    if last not in _ROLE_OF_HEAD:
        return ""
    made = _COMPOSED.match(plain)
    if made is None:
        return ""
    role = _ROLE_OF_HEAD[last]
    return "representative" if made["came"] and role == "person" else role


@lru_cache(1 << 12)
def header_role(header: str) -> str:
    """Return the role a header names, empty if none of its words is known.

    >>> [header_role(h) for h in ("Ｃity", "Date of signing", "Name of city", "开幕致词者")]
    ['city', 'date', 'city', 'person']
    >>> [header_role(h) for h in ("誰講的", "簽的日子", "從哪裡來", "他說了什麼")]
    ['person', 'date', 'city', 'content']
    """
    folded = views.fold(header)
    plain = views.key(_BRACKETS.sub("", folded)).strip(".:-_")
    if not plain:
        plain = views.key(header).strip(".:-_()[]")
    words = _BETWEEN.split(folded)
    roles = {header_role(word) for word in words} if len(words) > 1 else set()
    if roles & _WHO and roles & _HELD_AT:
        return "representative"  # 國家/城市 職稱 姓名, Name (City); a title alone names titles
    if roles >= _PLACES:
        return "city"  # 城市/國家, 國家（城市）
    if plain.isascii():
        return _english_role(_LATIN.findall(folded.casefold()))
    if role := word_role(plain) or _WHOLE.get(plain, ""):
        return role
    if (spoken := _SPOKEN.search(plain)) is not None:
        return spoken.lastgroup or ""
    for end in range(len(plain), 0, -1):
        if plain[end - 1] not in _LAST_SIGNS:
            continue
        for start in range(max(0, end - _LONGEST_WORD), end - 1):
            role = "" if plain[start:end].isascii() else word_role(plain[start:end])
            if role == "title" and _names_who(plain[:start]):
                return "representative"
            if role:
                return role
    return ""


def _names_who(before: str) -> bool:
    """Tell whether 職稱 stands behind who holds it: 發言人與職稱, 姓名/職稱."""
    joined = _JOINED.search(before)
    return joined is not None and header_role(before[: joined.start()]) in _WHO


def _english_role(words: list[str]) -> str:
    """Return the role the last known word names; ``Date of signing`` is a date, no signing."""
    if "of" in words[1:-1] and words[0] not in ("name", "names"):
        at = words.index("of", 1)
        if words[at - 1] in _COUNTS:
            return "other"
        words = words[at + 1 :] if words[at - 1] == "point" else words[:at]
    for word in reversed(words):
        forms = (word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y")
        n_forms = 3 + word.endswith("ies")
        role = next((_BY_WORD[form] for form in forms[:n_forms] if form in _BY_WORD), "")
        if role:
            return role
    return ""


@lru_cache(1 << 12)
def is_label(text: str) -> bool:
    """Tell whether words printed before a colon name a column and nothing else.

    >>> is_label("發言重點摘要"), is_label("出席代表姓名及職稱"), is_label("城市對談")
    (True, True, False)
    """
    plain = views.key(_BRACKETS.sub("", views.fold(text)) or text)
    is_known = any(word_role(plain[start:]) for start in range(max(0, len(plain) - 1)))
    if not is_known and not (plain.isascii() and header_role(text)):
        return False
    if plain.isascii() and len(text.split()) > _MOST_WORDS and " of " not in text:
        return False  # once a railway town
    if len(plain) <= _SHORT_LABEL or plain.isascii():
        return bool(word_role(plain)) or TITLE_END.search(views.fold(text)) is None
    at = n_other = 0
    while at < len(plain):
        ends = range(len(plain), at + 1, -1)
        end = next((end for end in ends if word_role(plain[at:end])), 0)
        n_other += 0 if end else plain[at] not in views.fold("與和及或暨之的")
        at = end or at + 1
    return n_other <= 1


def names_data(label: str) -> bool:
    """Tell whether a label is the name of a column of data, which nobody bears: 編號, 城市, 內容.

    >>> names_data("城市"), names_data("代表"), names_data("主持人")
    (True, False, False)
    """
    role = word_role(views.key(label))
    return bool(role) and role not in ("representative", "person", "organization")


def is_office(cell: str) -> bool:
    """Tell whether a cell is no more than 市長 and the like, which may be a header or data."""
    return views.key(cell) in _WHOLE


def is_ours(header: str) -> bool:
    """Tell whether a column is about our own side.

    What is to be done after a meeting, we do.

    >>> is_ours("本府承辦單位"), is_ours("後續辦理"), is_ours("對方聯絡人")
    (True, True, False)
    """
    return _OURS.match(header) is not None

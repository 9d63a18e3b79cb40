"""Cues that tell boilerplate and by-lines from what an article says.

Contract: looks at one line; knows habits of Chinese news and government sites, no single site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.language import column_words, columns, views

# Words that only a site's frame uses; one is enough in a line that is not long.
_FRAME = views.pattern(
    r"copyright|all rights? reserved|版權(?:所有|聲明)|著作權(?:所有|聲明)|轉載|"
    r"(?<!日)本(?:站|網站)|服務條款|使用條款|"
    r"隱私權?(?:政策|聲明|保護|條款)|最佳(?:顯示|瀏覽|解析)|瀏覽器|點閱(?:數|次數|率)|瀏覽(?:數|人次|次數|人數)|"
    r"(?:回|返回)(?:上一?頁|首頁|列表)|上一(?:則|篇)|下一(?:則|篇)|分享(?:到|至)|友善列印|列印本頁|"
    r"免責聲明|網站(?:地圖|導覽)|更新(?:日期|時間)|上版日期|點擊(?:數|次數)|無障礙(?=網|標章|瀏覽|a|\s|[|]|$)|意見信箱|訂閱電子報|"
    r"責任編輯|責編|延伸閱讀|相關新聞|icp備|公網安備|©",
    re.IGNORECASE,
)
# What a site offers around an article; a line of the first kind, or of several, is its frame.
_OFFER = (
    r"跳[到至過](?:主要|主|中央)?內容(?:區塊?)?|[移前]至主要?內容(?:區塊?)?|網站導覽|(?:回|返回)首頁|"
    r"字[級型](?:大小|設定)?|(?:友善)?列印(?:本頁)?|轉寄(?:友人)?|雙語詞彙|[市縣區首]長信箱|民意信箱|"
    r"常見問[答題]|(?:兒童|行動|手機|電腦)版|(?:熱門|站內|進階|全站)(?:搜尋|關鍵字|查詢)|回列表|複製(?:連結|網址)|"
    r"(?:展開|收合|主要?|快速)選單|會員(?:登入|中心|專區)|訂閱(?:rss|電子報)|加入(?:最愛|書籤)|"
    r"(?:更新|維護)(?:日期|時間)\s*:[\d/.:\s年月日-]*[\d日]"
)
_ALSO_OFFERED = (
    r"首頁|分享|收藏|更多|登入|登出|註冊|搜尋|english|en|中文(?:版)?|繁體(?:中文)?|简体(?:中文)?|日本語|rss|"
    r"facebook|line|twitter|youtube|instagram|a[+-]|[小中大a]|特大|關於我們|聯絡我們|最新消息"
)
_PART = r"[\s|/·:>]*"
_OFFERS = views.pattern(
    rf"{_PART}(?:(?:{_OFFER}|{_ALSO_OFFERED})(?![a-z0-9\u4e00-\u9fff]){_PART})+", re.IGNORECASE
)
_OFFERED = views.pattern(_OFFER, re.IGNORECASE)
# Where in a site a page lies: 首頁 > 市政新聞 > 內容.
_TRAIL = views.pattern(
    r"\s*(?:(?:您|你)?(?:目前|現在)?(?:的|所在)?位置\s*[:]?\s*)?(?:首頁|home)\s*(?:[>›»」|/→:]|\s-\s)",
    re.IGNORECASE,
)
TITLE_LABEL = re.compile(r"\s*(?:新聞)?(?:標題|标题|主旨)[：:]\s*(?=\S)")
_LETTERHEAD = views.pattern(
    r"(?:新聞稿|新聞資料|新聞發布|全球資訊網|官方網站|入口網站?|電子報)\s*\Z"
)
# Labels of a contact or imprint line; they must open the line.
_LABEL = views.pattern(
    r"[\s·◎●■◆*▲※【\[]*(?:發布(?:單位|機關|日期|時間)|發佈(?:單位|機關|日期|時間)|發稿(?:單位|日期)|"
    r"(?:新聞|業務|媒體)?聯絡(?:人|電話|方式|窗口)|聯繫(?:人|電話|方式)|承辦(?:人|單位)|電話|傳真|地址|"
    r"電子(?:郵件|信箱)|e-?mail|tel|fax|網址|資料來源|來源|點閱|瀏覽|分類|標籤|關鍵字|附件(?:下載)?|"
    r"上稿(?:日期|時間|單位)|提供單位|撰稿|攝影|編輯)[\]】]?\s*[:|]",
    re.IGNORECASE,
)
# Whom to ask, by name: 聯絡人：智慧科技處 科員 湯予安 電話…; no 聯絡人：黃小姐.
_CONTACT = views.pattern(
    r"[^\w]*(?:[\u4e00-\u9fff]{0,4})(?:(?:聯絡|聯繫|承辦)(?:人員?|窗口)|業務主管)[\]】]?\s*[:|]\s*"
)
_NUMBERS = views.pattern(r"電話|傳真|分機|手機|轉|e-?mail|電子|tel|[(]?[+0-9#]", re.IGNORECASE)
_RANK = "[科股課組處室]長|[科課專組職]員|辦事員|主任|秘書|技[正士佐]|助理|經理|幹事"
_RANKED = views.pattern(rf"(?:{_RANK})$")
_NAMED = views.pattern(
    rf"(?:^|\s|(?P<rank>{_RANK})\s*)(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?:\s*副?(?:{_RANK}))?$"
)
# Of another alphabet: Agnieszka Kułak，國際合作處專員
_LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u017d][^\W\d_\u2e80-\uffff]+[ .-]+){1,3}"
    r"[A-Z\u00c0-\u017d][^\W\d_\u2e80-\uffff]+(?![\w@.])"
)
_ISSUER = views.pattern(r"[\s·◎●■◆*▲※【\[]*(?:發布|發佈|發稿)(?:單位|機關)[\]】]?\s*[:|]")
# Labels of the heading block of minutes; 主席 and 主持人 may be speakers as well.
_ENTRY = views.pattern(
    r"(?:服務|辦公|上班|受理|開放)時間|(?:會議)?(?:日期|時間|地點|出席|列席|請假|缺席|記錄|紀錄|案由|議題|題目|主題|議程|備註|註|說明|附件|名稱)"
    r"|(?:出席?[(]?列?[)]?席?|列席|與會|參加|請假|缺席)(?:及列席)?(?:者|人|人員|人士|單位|機關|委員|議員|官員|首長|主管|代表|貴賓|來賓"
    r"|名單|情形|單位及人員)|主席|主持人?|來源|整理|(?:附帶)?決議|決定|結論|單位|"
    r"(?:討論|選舉|臨時)(?:事項|動議)|散會(?:時間)?|擬辦|辦法|連署人|提案人"
    r"|(?:案由|[提議]案|(?:報告|討論)案)[一二三四五六七八九十0-9]*|(?:提案|提報|報告|[紀記]錄)單位|"
    r"(?:圖|圖片|照片|相片|影片)說明?|圖說|校對|校稿|逐字稿|編按|編者按|"
    r"參考|例如|問題\d*|摘要|重點|標題|關鍵字|[^,]{0,4}網址|屆別|會次|速記|"
    # Heads of mails.
    r"(?:寄|收|發)件(?:者|人|日期)|主旨|(?:密件)?副本|傳送時間|from|to|cc|bcc|subject|sent|date|reply-to",
    re.IGNORECASE,
)
_COLON = re.compile("[:：﹕]")
# The number of an entry of minutes: 壹、時間.
_MARK = views.pattern(
    r"\s*(?:[壹貳叁參肆伍陸柒捌玖拾一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.]\s*"
)
_SAYS = views.pattern(r"表示|指出|說|強調|認為|宣布|提到")
_SHARE = re.compile(
    r"(?:facebook|line|twitter|top|plurk|print|x|share|[▲↑|｜/·‧\s])+\Z", re.IGNORECASE
)
_WORD = re.compile(r"\w")
_SENTENCE = re.compile("[。！？!?]")
_DATE = r"(?:(?:中華)?民國\s*)?\d{2,4}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}\s*日?"
_DATELINE = views.pattern(
    r"\s*(?:"
    r"[〔\[【(][^〕\]】)]{0,60}(?:報導|报道|電|訊|新聞處|新聞稿|記者|綜合外電)[^〕\]】)]{0,20}[〕\]】)]"
    r"|(?:文[/]|記者)[^。,]{1,40}(?:報導|電|訊|攝影)"
    r"|(?:日期|時間|發布日期)\s*[:][^。]{4,40}"
    r")?[^。,;:]{0,40}?(?:" + _DATE + r")?\s*(?:星期[一二三四五六日]|\([一二三四五六日]\))?\s*\Z"
)
_BYLINE = views.pattern(r"記者(?!會|問)|報導|電\s*[\])〕】]|訊\s*[\])〕】]|新聞處|日期\s*:")
_DAY = re.compile(_DATE)


_BY = r"(?:發布|發佈|發稿)(?:單位|機關)\s*[:|]\s*[\u4e00-\u9fff]{2,20}\s*"
_PUBLISHED = views.pattern(
    rf"[\s·◎●■◆*▲※【\[]*(?:{_BY}[|,]?\s*)?(?:發布|發佈|發稿|上稿|新聞)(?:日期|時間)[\]】]?\s*[:|]?\s*(?:西元\s*)?"
    + _DATE
    + r"\s*(?:星期[一二三四五六日]|\([一二三四五六日]\))?\s*(?:[0-2]?\d:[0-5]\d(?::[0-5]\d)?)?\s*"
    rf"(?:{_BY})?"
)
# What a page says of an article beside its day: 點閱：3,412　類別：市政　友善列印.
_BESIDE = views.pattern(
    r"[|/\s]*(?:[\u4e00-\u9fff]{2,6}\s*:[^。;!?]{1,60}|(?:友善|網頁)?列印[^。:]{0,20}|轉寄[^。:]{0,20}|分享[^。]{0,20})?"
)


def publication_end(line: str) -> int:
    """Return where the day of publication ends in a line that tells it, or 0.

    Labels of the page may stand behind it, and nothing else.

    >>> publication_end("發布日期：2024/03/21　點閱：315"), publication_end("發布單位：行政處")
    (16, 0)
    """
    if len(line) > 120:
        return 0
    view = views.fold(line)
    found = _PUBLISHED.match(view)
    return found.end() if found and _BESIDE.fullmatch(view, found.end()) else 0


@lru_cache(1 << 9)
def is_boilerplate(line: str) -> bool:
    """Tell whether a line belongs to the site around the article.

    >>> is_boilerplate("發布單位：行政處　聯絡人：王小姐")
    True
    >>> is_boilerplate("臺北市長柯文哲表示，網站與電話都要更新。")
    False
    """
    view = views.fold(line).strip()
    if not view:
        return False
    is_labelled = len(view) <= 200 and (":" in view or "|" in view)
    if is_labelled and _LABEL.match(view) and view.count("。") <= 1:
        return not names_contact(line)
    if len(view) <= 120 and _TRAIL.match(view) and "。" not in view:
        return True
    if len(view) <= 40 and _SHARE.match(view):
        return True
    if len(view) <= 120 and _OFFERS.fullmatch(view) and (_OFFERED.search(view) or " " in view):
        return True
    n_frames = len(_FRAME.findall(view[:2000]))
    if n_frames >= 3 and len(view) <= 200 * n_frames:
        return True
    is_short = len(view) <= 60 or (view[0] in "·◎©" and len(view) <= 400)
    return n_frames > 0 and is_short and not (view.endswith("。") and _SAYS.search(view))


def names_contact(line: str) -> bool:
    """Tell whether a line gives the full name of whom to ask: what it says is text, no frame.

    >>> names_contact("新聞聯絡人：智慧科技處 科員 湯予安 電話：05-2254321")
    True
    >>> names_contact("聯絡人：林玠鋒 組長（06-2991111）")
    True
    >>> names_contact("聯絡人：國際事務科　黃小姐　電話：06-2991111")
    False
    """
    view = views.fold(line)
    label = _CONTACT.match(view)
    if label is None:
        return False
    number = _NUMBERS.search(view, label.end())
    told = view[label.end() : number.start() if number else len(view)].strip(" \t\u3000,;")
    if _LATIN_NAME.match(told):
        return True
    named = _NAMED.search(told)
    if named is None or not (named["rank"] or len(named["name"]) > 2):
        return False
    name = named["name"]
    return columns.is_name(name) and not (columns.has_title(name) or _RANKED.search(name))


def names_issuer(line: str) -> bool:
    """Tell whether a line names the body that speaks: 發布機關：臺北市政府秘書處."""
    return _ISSUER.match(views.fold(line)) is not None


def is_mark(line: str) -> bool:
    """Tell whether a line holds nothing but signs: :::, ＊　＊　＊.

    >>> is_mark("＊　＊　＊"), is_mark("※ 附件")
    (True, False)
    """
    return _WORD.search(line) is None


def is_letterhead(line: str) -> bool:
    """Tell whether a line above a title only names the house and what it sends.

    >>> is_letterhead("屏東縣政府　新聞稿"), is_letterhead("市府推動新聞稿自動化計畫上路")
    (True, False)
    """
    view = views.fold(line).strip()
    return len(view) <= 40 and _LETTERHEAD.search(view) is not None


def names_title(line: str) -> bool:
    """Tell whether a line says of itself that it is the title: 標題：高峰會登場."""
    return TITLE_LABEL.match(line) is not None


@lru_cache(1 << 9)
def is_entry(line: str) -> bool:
    """Tell whether a line is an entry of a heading block, such as who was present.

    >>> is_entry("出席：議長江明赫"), is_entry("古議員采蘋：裝了幾格？")
    (True, False)
    """
    head = line[:40]
    if not _COLON.search(head):
        return False
    label = views.fold(head).partition(":")[0]
    label = _MARK.sub("", label).strip()
    return _ENTRY.fullmatch(label) is not None or column_words.names_data(label)


def footer_start(lines: Sequence[str]) -> int:
    """Return the line at which the foot of a site begins, or the number of lines.

    It begins with boilerplate, and no line from there on says anything.

    >>> footer_start(["市長致詞。", "聯絡人：王小姐", "分機 1234", ""])
    1
    >>> footer_start(["聯絡人：王小姐", "開幕典禮", "市長致詞。"])
    3
    """
    start = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].strip()
        if is_boilerplate(line):
            start = index
        elif len(line) > 80 or _SENTENCE.search(line):
            break
    return start


def is_dateline(line: str) -> bool:
    """Tell whether a line only names who reports, or where and when.

    >>> is_dateline("〔記者高雄明／高雄報導〕2025-04-17")
    True
    >>> is_dateline("友城會議在蘇州舉行")
    False
    """
    view = views.fold(line).strip()
    if not view or len(view) > 100 or view.endswith(("。", "!", "?")):
        return False
    return bool(_DATELINE.match(view)) and bool(_BYLINE.search(view) or _DAY.search(view))

"""Find names in Latin letters that stand without quotation marks: iHanoi, Brisbane Metro, LifeSG.

Contract: a run of Latin words is a name if a verb that introduces something, a possessor or a word
of naming stands before it, a noun such as 平台 behind it, or another such name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.recognizers.initiatives.quotations import is_brought
from pipeline.recognizers.initiatives.scene import LATIN_LETTERS, Found, Scene
from pipeline.recognizers.page import Piece

_NUMBER = r"\d{2,4}(?:[\u2013-]\d{2,4})?|\d(?= [A-Z])|[1-9]\.0(?!\d)"
_GOES_ON = rf"(?:[{LATIN_LETTERS}0-9'&+-]|\.(?=[A-Za-z0-9]))*"
_WORD = f"[{LATIN_LETTERS}]{_GOES_ON}"
_RUN = re.compile(
    rf"[{LATIN_LETTERS}](?<![{LATIN_LETTERS}0-9@/._#-].){_GOES_ON}"
    rf"(?: (?:{_WORD}|{_NUMBER})(?![.%\d]))*"
)
# 우리동네지킴이, Кавун Онлайн: other letters than Latin ones, which write names alone.
_OTHER_LETTERS = "\u0370-\u03ff\u0400-\u052f\u0e00-\u0e7f\u10d0-\u10ff\uac00-\ud7a3"
_OTHER_RUN = re.compile(f"[{_OTHER_LETTERS}]{{3,}}(?: [{_OTHER_LETTERS}0-9]+)*")
_ANY_RUN = re.compile(f"{_RUN.pattern}|{_OTHER_RUN.pattern}")
_CAMEL = re.compile("[a-z][A-Z]|[A-Za-z][0-9]|[A-Z]-[A-Za-z]|^[a-z]-[A-Z]|[a-z]&[A-Z]")
_SHORTEST = 4
_FLIGHT = re.compile(r"[A-Z0-9]{2} ?\d{2,4}")
# A body, place or person, not something a city does.
OTHER = re.compile(
    r"(?<!-)\b(?:(?:Street|Road|Avenue|River|Bay|Island|Lake|Park|Bridge|Square)$|University|College|Institute|School|Hospital|Museum|Airport|Station|Hotel|Group|Corp|Inc"
    r"|Ltd|LLC|GmbH|Bank|Council|Association|Foundation|Committee|Ministry|Department|Office|Mayor"
    r"|Minister|Governor|President|Director|Chairman|Union|Party"
    r"|Court|Press|News|Times|Magazine|Journal|Report|Summit|Forum|Conference|Congress|Expo|Award"
    r"|Agency|Authority|City of|Republic|Company|Commission|Society|County|District of|Province)\b"
)
# City Intelligence Hub: words that are general alone name a thing of this sort together.
_SORT = re.compile(
    r"(?:[A-Z][\w'&-]* ){2,5}(?:Hub|Labs?|Cent(?:re|er)|Platform|Program(?:me)?|Project|Initiative"
    r"|Network|Alliance|Dashboard|Passport|Pass|Card|Corridor|Sandbox|Accelerator|Challenge|Strategy|Plan)"
)
# Know Your Street: what people are to do is no street.
_TO_PEOPLE = re.compile(r"\b(?:Your|My|Our)\b")
_NAMED = views.pattern(
    r"\s?[」》\"*]?\s?(?:\([^()\n]{2,20}\)\s?)?[^,。;:!?、的是「」\s]{0,4}?(?:應用程式|App|APP|平台|系統|計畫|計劃|專案|方案|聊天機器人|網站|小程序"
    r"|超級應用|應用(?=[整提讓已可將的,。])|程式(?!碼|設計|語言)|公共自行車|入口網|機器人|小幫手|基地|加速器|儲值卡|市民卡|單一窗口|儀表板|監測網|感測網|通行證|交通卡|倡議|項目|行動方案|品牌"
    r"|帳本|帳戶|廣播|市集|熱點圖|地圖|警報|職訓券|票券|通知簡訊)"
)
# 語音警報 *Amanzi Ayeza*, 瘧疾熱點圖Surat Arogya Map: what it is stands before the name.
_IS_A = views.pattern(
    r"(?:警報|地圖|熱點圖|平台|系統|計畫|計劃|專案|方案|程式|機器人|網站|入口網|儀表板|資料庫|[票折]券|[市學]民卡|課程)[*\s]{0,2}$"
)
# STM卡, GIRA公共自行車, JAKI超級應用: letters that name one thing for its users.
_SERVICE = views.pattern(
    r"卡(?![片車通拉])|超級應用|應用程式|小程序|(?:公共|共享)(?:自行車|單車|機車)|單車共享|自行車系統|聊天機器人|纜車|渡輪"
)
_CARD = views.pattern("卡(?![片車通拉])")
_POSSESSED = views.pattern(
    r"(?:他們|我們|她們|該市|該國|當地|市府|本市|本府|自家|其|的)的?\s?$|的\s?$"
)
_DOES = views.pattern(
    r"\s?(?:上的|裡的|已|自\d|自從|開放|讓|整合|提供|可以?|將|上線|啟用|服務|每[天日月年]|是一|則是|目前|累計"
    r"|串聯|涵蓋)"
)
# What a system does with things or people: X把230台車放上地圖, X推播用戶, X在橋下裝水尺
_WORKS = views.pattern(
    r"\s?\*?\s?(?:把|在[^,。;:「」]{1,10}?[裝埋設鋪架種擺放](?=[\d一二三四五六七八九十百千滿置設了])|不用(?=[上下連裝])"
    r"|[早晚夜][間上]?開放|有(?=[\d,]{1,7}[戶人家名位])|推播|每[年季週次](?!有)|匯集|蒐集|收錄|自動(?!化|退)|顯示|標示|支援|上架|覆蓋|連結|累積|通報"
    r"|(?:規定|限制|收購|招募|補助|徵收|發放|種下|種了)(?=[^,。;\d]{0,3}[\d一二三四五六七八九十百千兩]))"
)
_MEANS = views.pattern(r"(?:以|透過|藉由|經由|靠|使用|運用|利用|用|下載|登入|打開)$")
# What turns into something, brings or mentions it (把老街變成 George Street Living Lab).
_TOLD = views.pattern(
    r"(?:有了|變成|變身|成了|叫|講|講到|聊到|帶了|帶來|提及|提到|搬來|引進)(?:了|的)?$"
)
# 一個叫Lumipallo的系統: called so, and a thing.
_CALLED = views.pattern(r"(?:叫|叫做|叫作|名叫|名為|稱為|取名|暱稱)\s?$")
_THING = views.pattern(
    r"\s?的[^,。;:!?「」的]{0,6}?(?:系統|平台|程式|App|APP|計畫|計劃|專案|方案|服務|工具|機器人|網站|地圖|制度|措施|儀表板|卡|活動|課程)"
)
_SERIES = views.pattern(r"\s?(?:、|與|和|及|以及|跟|,\s?)\s?")
_LOOK_BACK = 8
# A long word of theirs before what it is (我們的 Navigône 電動渡輪).
_LONG = 6
_THEIRS = views.pattern(r"(?:他們|我們|她們|該市|市府|本市)的?\s?$")
_NOUN = re.compile(r" ?[\u4e00-\u9fff]{2}")


def find_latin(scene: Scene) -> Iterator[Found]:
    """Yield names in Latin letters."""
    last_end, last_named = -1, False
    for match in _ANY_RUN.finditer(scene.view):
        start, end = match.span()
        piece = scene.piece_around(start) if is_name(scene, start, end) else None
        if piece is None:
            last_end = -1
            continue
        beside = last_end >= 0 and _SERIES.fullmatch(scene.view, last_end, start) is not None
        named = _is_introduced(scene, piece, start, end) or (beside and last_named)
        if named:
            card = _CARD.match(scene.view, end)
            yield Found(start, card.end() if card else end, "programme", "latin", 0.7)
        last_end, last_named = end, named


def is_name(scene: Scene, start: int, end: int) -> bool:
    """Whether a run looks like a proper name and is nothing else."""
    text = scene.view[start:end]
    if _OTHER_RUN.match(text):
        return not scene.is_taken(start, end)
    general = scene.lexicon.latin
    is_short = len(text) < _SHORTEST and not text.isupper()
    if is_short or text == text.lower() or text.casefold() in general:
        return False
    words = text.split(" ")
    if _SORT.fullmatch(text) and not OTHER.search(text):
        return not scene.is_taken(start, end)
    if len(words) > 2 and _TO_PEOPLE.search(text):
        return not scene.is_taken(start, end)
    if _FLIGHT.fullmatch(text):
        return False
    if words[0].casefold() in general and (len(words) > 2 or not words[-1].isdigit()):
        return False
    is_acronym = len(words) == 1 and text.isupper() and len(text) <= 5
    if is_acronym and (len(text) < 3 or not _SERVICE.match(scene.view, end)):
        return False
    if all(word.casefold() in general or word.isdigit() for word in words):
        return False
    claim = scene.ends.get(end)
    if (claim is not None and claim.start <= start) or OTHER.search(text):
        return False
    return not scene.is_taken(start, end)


def _is_introduced(scene: Scene, piece: Piece, start: int, end: int) -> bool:
    """Whether the words around a run say that it names something done."""
    view, lexicon, low = scene.view, scene.lexicon, piece.start
    if _NAMED.match(view, end):
        return True
    low = scene.without_mark(low, start)
    left = start - (len(view[low:start]) - len(view[low:start].rstrip()))
    text = scene.view[start:end]
    is_special = " " in text or (_CAMEL.search(text) or _OTHER_RUN.match(text)) is not None
    owner = scene.ends.get(left - 1) if view[left - 1] == ":" else None
    if owner is not None and owner.label == "CITY" and is_special and _NOUN.match(view, end):
        return True  # 蘇瓦市：Reef Watch珊瑚影像辨識
    left -= left - low > 1 and view[left - 1] == "*"
    if left <= low or view[left - 1] in ",。;:!?」":
        is_topic = left > low and view[left - 1] == ":" and scene.is_listed(piece)
        works = is_special and _WORKS.match(view, end) is not None
        return is_topic or works or _DOES.match(view, end) is not None
    if is_special and (_MEANS.search(view, low, left) or _TOLD.search(view, low, left)):
        return True
    if is_special and _IS_A.search(view, max(low, left - _LOOK_BACK), left):
        return True
    if _CALLED.search(view, max(low, left - _LOOK_BACK), left) and _THING.match(view, end):
        return True
    if is_brought(view, max(low, left - _LOOK_BACK), left) and view[left - 1] in "了出过起成":
        return True  # 設了Bantay作業中心
    verb = _verb_before(scene, low, left)
    if verb in {"create", "introduce"}:
        return True
    if lexicon.cues.before(view, left) >= 2:
        return is_special
    theirs = _THEIRS.search(view, max(low, left - _LOOK_BACK), left)
    if theirs and len(text) >= _LONG and _NOUN.match(view, end):
        return True
    possessed = _POSSESSED.search(view, max(low, left - _LOOK_BACK), left)
    return possessed is not None and (is_special or _CARD.match(view, end) is not None)


def _verb_before(scene: Scene, low: int, left: int) -> str:
    """Return the role of the verb that ends at ``left``, but for 了 and 出, else nothing."""
    view = scene.view
    for end in (left, left - 1):
        for size in range(min(4, end - low), 0, -1):
            verb = scene.lexicon.verbs.get(view[end - size : end])
            if verb is not None:
                return verb.role
        if view[left - 1] not in "了出":
            break
    return ""

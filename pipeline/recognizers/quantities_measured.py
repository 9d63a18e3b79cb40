"""Find what a quantity counts or measures: one stretch of the text beside the number.

Contract: the stretch lies in the clause of the number and never reaches into another number; it is
found by the closed classes of the language (verbs of change, particles), not by a dictionary.
"""

from __future__ import annotations

import re

from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities_verbs import ADVERBS, VERBS, first_verb, last_verb

Span = tuple[int, int]
# Stands for each character of a date or URL in the view this module reads.
MASK = "\x1f"

# A clause ends here; a stretch of text never crosses it.
_EDGE = re.compile(rf"[{MASK},。;:!?…()\[\]「」《》【】<>\n\t|/]|(?<![A-Za-z])[ ](?![A-Za-z])")
_EDGE_SIGN = re.compile(rf"[{MASK},。;:!?()\[\]【】<>\n\t|《「、/…]")
_DIGIT = re.compile(
    "(?<![A-Za-z])[0-9]"
    "|[一二三四五六七八九十两百千]+(?:[个位名座项种家大场次件条年人所组队支台辆套栋间处]|分之)"
    "|数[十百千万]|百分之"
)
_LONGEST = 28

# What cannot be part of the noun that is counted: function words and the verbs of reports.
_STOP = pattern(
    "中(?=有|先|,|排名|名列|排行|位居|排第|第)|使用|參加|出席|參與|與會|派員|持有|受惠|加入|完成|投入|採用|報名(?!資料|表|費|系統|人|網|截)|到場|到訪|前往"
    "|進行|辦理|舉辦|舉行|試驗|部署|分享|發言|通過|簽署|締結|推出|可|將|已"
    "|(?<![機議社協學工商集展酒年宴委公聯])會(?!議|員|展|場|館|計|談)|都(?!市|會|心"
    "|更)|皆|均(?!勻|衡)|也|就(?!業|學|醫|讀|近)|正(?!式)|須|應(?!用|變|急|對)"
    "|在(?!地|職|校|線|臺|台)"
    "|於(?!是)|被|由|從(?!業|事)|自(?!駕|行車|動|然|主|治|助|造|學|備|來水|給)|為(?!主)"
    "|是(?!否)|(?<![公私國市自])有(?!機|線|限|聲|效)|以(?!色列|太|及|來)|並|且|而(?!且)|但|若"
    "|如(?!廁)|受|獲(?!獎)|需(?!求)|(?<![摘需重主必首紀綱提])要(?!素|點|件|求)"
    "|能(?!源|量|力|見|耗|效)"
    "|增加|減少|下降|上升|成長(?!率)|提高|提升|縮短|降低|降至|增至|達(?!人)|共同"
    "|(?<!公)共(?!享|融|乘|同|識)|合計|總計|(?<![合條公簽節解契預誓])約|超過|逾|包括|包含"
    "|涵蓋|分布|來自|位於|設置|建置|提供|安裝|裝設|啟用|上線|營運|開放"
    "|服務(?=[^\\u4e00-\\u9fff]|全|超|逾)|供|讓|給(?!付|水)|把|對(?!話|象)"
    "|(?<![方面意導趨去轉志傾])向(?!量)|等(?!級|候|待)|齊聚|共襄|響應|支持|表示|指出"
    "|認為|獲得|成為|組成|構成|運作|施打|接種|前來|進駐|落戶|誕生|產生|受訓|結業"
    "|畢業|到(?!場)|(?<![未將原歷])來(?!源|客|賓)|每|吧|嗎|呢|了"
)
_LEAD = pattern("[ ]?(?:的|之(?!間|內|久)|多的)[ ]?")
_NOT_NOUN = pattern(
    "[ ]?(?:以上|以下|以內|之內|左右|內(?!容|湖|政)|外|前|後|來|間(?!接)|起|底|至|到"
    "|、|和|與|及|或|時|中(?!心|學|小|央|國|低|文|型)|又|不|未(?!來)|才|再|仍|還|只"
    "|僅|所(?!有)|卻|則|之間|之久|期間|時間|不等|整|降|減(?!碳|災)|增(?!量)|升(?!降"
    "|級)|縮|擴|拉高|拉低|壓低|壓到|推升|調[高低升降]|[躍飆攀]升|[跌漲翻衝掉滑]|成長|就(?!業|學|醫|讀|診|地))"
)
# Percentages take the whole clause; only a copula before it is dropped.
_COPULA = pattern("[ ]?(?:是|為|屬於?|的)")
# Before 的 these tell of what sort a noun is: 60項創新的服務.
_QUALITY = pattern(
    "(?:[^市縣鄉鎮區村里國家校]性|創新|智慧|重要|主要|不同|新|高薪|在地|老舊|優質|永續|數位|可行|全新|跨國"
    "|傳統|最[^,]{1,3}|[大小高低長短多少好快強]|專屬|完整|具體|成功|國際|以上|以下|左右|等|級|型|式|色|化"
    "|現有|既有|原有|新建|相關|實際|潛在|真正|獨特|珍貴|年輕|友善|安全|便利|免費|公開)$"
)
# Words between the thing measured and its number, dropped from the right.
_TAILS = frozenset(
    simplify(
        "約 大約 近 將近 逾 超過 突破 不到 至少 最多 高達 多達 達 達到 達成 共 "
        "共計 總計 合計 計 有 為 是 僅 只 只有 已 已經 將 可 由 從 自 至 到 "
        "在 於 了 的 再 各 每 就 也 更 則 便 即 又 還 另 另有 增 增為 減 "
        "減為 增加 減少 降低 下降 上升 成長 提高 提升 縮短 延長 擴充 擴大 擴增 "
        "下滑 攀升 節省 省下 縮減 成為 增至 降至 減至 升至 提高到 增長 上漲 來到 "
        "累計 累積 目前 大幅 逐年 平均 平均每 相當於 等於 佔 佔了 占 占了 裝 裝設 "
        "設 設置 建 建置 完成 提供 投入 安裝 建立 推動 推出 舉辦 辦理 吸引 服務 "
        "超出 未滿 低於 高於 小於 大於 少於 多於 控制 分 分為 鋪設 涵蓋 包括 包含 "
        "整合 串接 串聯 串起 接入 支撐 擁有 具備 採購 購置 購入 興建 新增 增設 "
        "開設 編列 為期 歷時 長達 邁入 邁入第 滿 所需 需 需要 過去 未來 獲 有效 "
        "預計 預定 預估 估計 不超過 不逾 不 最高 最低 最長 最短 左右 不足 接近 "
        "一度 破 約合 加起來 其中 歷年 合共 平均一件 每人 每戶 每件 足足 整整 原本 "
        "仍是 仍有 至今 如今 即可 竟 竟然 高到 低到 壓到 壓低 拉高 推升 每日 每晚 "
        "每次 調 調為 調整 調整為 翻 躍升 躍升為 發 發出 標了 標出 收到 接到 追回 "
        "上線 裝了 設了 蓋了 簽了 把 以 用 讓 使 給 向 對 與 和 及 並 而 且 "
        "但 同比 環比 超 "
    ).split()
) | frozenset(" ,:±")
_COMPARING = pattern(
    "(?:相較於?.{0,6}|相比.{0,6}|較.{0,6}|(?<![占佔對債別能])比(?!例|率|重).{0,6})$"
)
# 再增加, 為期, 上線: what is told of a number without a noun.
_DEED = pattern(
    "(?P<deed>[\\u4e00-\\u9fff]{2})(?:了|滿|至|到|近|約|逾|達|超過"
    "|將近|已|有|共|才|僅|足足|整整|長達|[ ])*$"
)
_IDLE = pattern(
    "目前|其中|約合|足足|整整|不到|只有|現在|如今|至今|已經|大約|將近|超過|歷年|每[年月日天週人]|[^,]?多"
)
_HEAD = pattern(
    "(?:的|並且?|而且?|且|但|其中|目前|另外?|亦|也|更|則|對(?!話|象|方)|如何|讓"
    "|使得?(?!用|命)|將|把|以及|及|和(?!平)|與(?!會)|已|在|於|為|因此|此外|同時|今年|去年"
    "|預計|其|該|了|時(?!速|間|段|薪|程|代)|又|佔(?!地|比|用)|占(?!地|比|用)|是"
    "|前(?!期|瞻|往|後)|再|就|都|以|由|從|後|來|起|內|這|那|[ ])+"
)
_SAYS = pattern(
    "[^,]{0,6}?(?:坦言|直言|表示|指出|透露|強調|宣布|認為|提到|補充|估計|預估|發現|說明|說(?!服|明書))[,:]?"
)
# 每公里成本仍是一般公車的2.3倍: the thing compared with is not what is measured.
_COMPARED = pattern("(?:仍|只|僅|大約|約)?(?:是|為|只有|僅有|僅|相當於)[^,。;:是為0-9]{1,16}的$")
_EVERY = pattern("每(?:年|日|月|週|天|季|人|名|小時|分鐘)$")
_ADJECTIVES = frozenset("深宽高长重厚")
_PERSONS = frozenset("位名人")
_SELF = frozenset(
    simplify("國 市 縣 區 校 省 州 村 鄉 鎮 里 院 城 縣市 鄉鎮 城市 國家 行政區").split()
)


def find_measured(
    view: str, number: Span, unit: Span, dimension: str, clause: int, end: int
) -> Span | None:
    """Return the stretch that says what is counted or measured, or None.

    Args:
        view: folded text.
        number: span of the whole quantity.
        unit: span of its unit (may be empty).
        dimension: its dimension.
        clause: the clause cannot begin before this (end of the date or quantity before it).
        end: end of the piece.
    """
    after = noun_after(view, number[1], end, is_ratio=dimension == "ratio")
    if dimension in ("ratio", "multiple") and view[number[0] - 1 : number[0]] == "的":
        compared = _COMPARED.search(view, max(clause, number[0] - _LONGEST), number[0])
        if compared:
            return noun_before(view, compared.start(), clause)
    if dimension == "ratio":
        return after or noun_before(view, number[0], clause)
    attached = _LEAD.match(view, number[1]) is None
    if dimension in ("count", "score"):
        if after and attached:
            return after
        name = view[unit[0] : unit[1]]
        persons = _deed_after(view, number[1], end) if name in _PERSONS else None
        itself = unit if name in _SELF else None
        return persons or itself or noun_before(view, number[0], clause) or after or _itself(unit)
    if after and attached and dimension != "time":
        return after
    return noun_before(view, number[0], clause) or after


def _itself(unit: Span) -> Span | None:
    """A unit of two and more characters says itself what it counts: 人次, 縣市."""
    return unit if unit[1] - unit[0] > 1 else None


def _reach(view: str, start: int, end: int) -> int:
    """Return where the clause that begins at ``start`` ends."""
    limit = min(end, start + _LONGEST)
    found = _EDGE.search(view, start, limit)
    stop = found.start() if found else limit
    number = _DIGIT.search(view, start, stop)
    if number is None:
        return stop
    listed = view.rfind("、", start, number.start())
    if listed >= 0:
        return listed
    stop = number.start()
    return stop - 2 if view[stop - 2 : stop] in ("与上", "和上", "及上") else stop


def noun_after(view: str, start: int, end: int, *, is_ratio: bool = False) -> Span | None:
    """Return the noun that follows ``start``, or None; a ratio takes the whole clause."""
    lead = (_COPULA if is_ratio else _LEAD).match(view, start, end)
    low = lead.end() if lead else start
    if view[low : low + 1] == " ":
        low += 1
    if _NOT_NOUN.match(view, low, end):
        return None
    stop = _reach(view, low, end)
    found = _STOP.search(view, low, stop)
    whole = is_ratio and not (lead and view[lead.end() - 1] in "的之")
    if found and (not whole or found.start() == low):
        stop = found.start()
    if whole:
        found = ADVERBS.search(view, low + 2, stop)
        return _trimmed(view, low, found.start() if found else stop)
    return _trimmed(view, low, _end_of_noun(view, low, first_verb(view, low, stop)))


def _end_of_noun(view: str, start: int, stop: int) -> int:
    """里 of 28個里的採購規則: what is counted stands before 的, unless that is an adjective."""
    of = view.find("的", start + 1, stop)
    return stop if of < 0 or _QUALITY.search(view, start, of) else of


def _deed_after(view: str, start: int, end: int) -> Span | None:
    """264位報名參加: persons counted by what they do."""
    if _NOT_NOUN.match(view, start, end) or view[start : start + 1] == "的":
        return None
    stop = _reach(view, start, end)
    return _trimmed(view, start, stop) if stop - start <= 8 else None


def noun_before(view: str, stop: int, clause: int) -> Span | None:
    """Return the noun of the clause that ends at ``stop``, or None."""
    low = max(clause, stop - _LONGEST)
    while True:
        edge = _edge(view, low, stop)
        span = _stretch(view, edge, stop)
        if span or edge <= low or view[edge - 1] != MASK:
            return span
        stop = edge
        while stop > low and view[stop - 1] == MASK:
            stop -= 1


def _edge(view: str, low: int, stop: int) -> int:
    """Where the clause that ends at ``stop`` begins."""
    edge = low
    for found in _EDGE_SIGN.finditer(view, low, stop):
        edge = found.end()
    return edge


def _stretch(view: str, edge: int, stop: int) -> Span | None:
    high = _drop_tail(view, edge, stop)
    closing = max(view.rfind(mark, edge, high) for mark in "」》")
    if closing >= 0:
        start = _drop_head(view, closing + 1, high)
        if high - start >= 2:
            return _noun(view, start, high)
        return _trimmed(view, edge, closing)
    return _object(view, _drop_head(view, edge, high), high)


def _object(view: str, start: int, stop: int) -> Span | None:
    """總額 of 市府已向行政院提出總額: behind the last verb, or else the whole stretch."""
    found = _SAYS.match(view, start, stop)
    if found:
        start = _drop_head(view, found.end(), stop)
    low = last_verb(view, start, stop)
    low = _drop_head(view, low, stop) if low > start else start
    return _noun(view, low, stop) if stop - low > 1 else _noun(view, start, stop)


def _noun(view: str, start: int, stop: int) -> Span | None:
    """A stretch before the number has two characters, but for adjectives such as 深 200 公尺."""
    span = _trimmed(view, start, stop)
    return span if span and (span[1] - span[0] > 1 or view[span[0]] in _ADJECTIVES) else None


def _drop_head(view: str, start: int, stop: int) -> int:
    head = _HEAD.match(view, start, stop)
    return head.end() if head else start


def _drop_tail(view: str, start: int, stop: int) -> int:
    while stop > start:
        low = max(start, stop - 9)
        at = _tail(view, low, stop)
        if at == stop and stop - 2 >= start and view[stop - 2 : stop] in VERBS:
            at = stop - 2
        if at == stop and "每" in view[low:stop]:
            every = _EVERY.search(view, low, stop)
            at = every.start() if every and every.start() > start else stop
        if at == stop:
            break
        stop = at
    return stop


def _tail(view: str, low: int, stop: int) -> int:
    """Return where the words between a noun and its number begin, ``stop`` if there are none."""
    at = next(
        (stop - size for size in (4, 3, 2, 1) if view[max(low, stop - size) : stop] in _TAILS), stop
    )
    text = view[low:stop]
    if "比" in text or "较" in text:
        found = _COMPARING.search(view, low, stop)
        return min(at, found.start()) if found else at
    return max(at, low)


def told_before(view: str, stop: int, clause: int, *, is_time: bool) -> Span | None:
    """What a number without noun in its clause is about, or None.

    A time tells how long something is done (上線 of 上線八個月); else the clause before says it.
    """
    deed = _deed_before(view, stop, clause)
    return (
        deed or _noun_of_clause(view, stop, clause)
        if is_time
        else (_noun_of_clause(view, stop, clause) or deed)
    )


def _noun_of_clause(view: str, stop: int, clause: int) -> Span | None:
    edge = _edge(view, max(clause, stop - _LONGEST), stop)
    return noun_before(view, edge - 1, clause) if view[edge - 1 : edge] == "," else None


def _deed_before(view: str, stop: int, clause: int) -> Span | None:
    found = _DEED.search(view, max(clause, stop - 9), stop)
    if found is None or _IDLE.fullmatch(found["deed"]):
        return None
    return _trimmed(view, found.start("deed"), found.end("deed"))


def _trimmed(view: str, start: int, stop: int) -> Span | None:
    while start < stop and view[start] == " ":
        start += 1
    while start < stop and view[stop - 1] in " 的了、和与及":
        stop -= 1
    return (
        (start, stop)
        if stop - start >= 2 or (stop > start and "\u4e00" <= view[start] <= "\u9fff")
        else None
    )

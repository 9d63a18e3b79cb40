"""Find what is done beside a number: 停擺 of 停擺9個月, 編列 of 編列5億.

Contract: like `measured`, one stretch of the clause of the number, or None.
"""

from __future__ import annotations

from pipeline.language.edges import first_signs, last_signs
from pipeline.language.views import pattern
from pipeline.recognizers.quantities.clauses import EDGES, Span, clause_end, trimmed

# Behind a time: 三年內, 72小時後, 兩年來.
WITHIN = pattern(
    "[ ]?(?:之內|以內|內(?!容|湖|政)|裡(?!長)|裏|之間|期間|之?後(?!續)|以?來(?!源|自)|下來"
    "|間(?!接)|[之以]?前(?!往|來|瞻|端|鋒|進))"
)
# Between a number and its predicate.
_LIGHT = pattern(
    "(?:[ ]|即可|就(?!業|學|醫)能?|便(?!利|民)|即(?!時)|才能?|僅|只|已經?|可以?|將|能(?!源|力"
    "|量)|不斷|陸續|全數|共(?!同|享|用))*"
)
_LONGEST = 12
# Between a predicate and the next number: 下載數突破百萬.
_REACHING = pattern(
    "(?:突破|超過|超|逾|近|約|(?<![抵到直送傳轉表])達到?|共計?|有|高達|多達|已|逾|累計|至|到|為|的)*$"
)
# Verbs whose number tells how much is given, gained or done; the actor stands before them.
_ACTS = pattern(
    "(?:投入|編列|編|花費|斥資|耗資|出資|集資|撥款|撥付|撥補|補助|補貼|捐助|捐贈|捐出|募得"
    "|募集|募款|自籌|籌得|籌措|支出|動支"
    "|預留|撥出|拿出|砸下|支應|挹注|(?<!總)投資|貸款|罰|開罰|省下|節省|省|服務|收容|招募|招收|培訓|培育|訓練"
    "|輔導|協助|聘用|錄取|報名|參加|參訓|受訓"
    "|使用|下載|註冊|延長|延後|停擺|停工|停駛|停電|停水|封閉|關閉|休館|駐點|進駐|上線|試辦"
    "|試營運|試行|展出|展延|開放"
    "|等候|等待|誤點|隔離|走路|步行|開車|騎車|延誤|遲到|停留|外銷|出口|輸出|走訪|走遍|跑遍"
    "|派員|外派|派遣|視訊|申請|施打|接種|載客|接待"
    "|到訪|來訪|造訪|收治|看診"
    "|湧入|湧進|擠進|入場|入園|搭乘|發送|發放|發出|送出|賣出|售出|賣掉|開出|收到|接到|接獲"
    "|暫停|中斷|拖延|閒置|荒廢|爭論|討論|研究|準備|籌備|規劃|協商|談判|追蹤|測試|經營|任職|合作|交流|奔走|推動|續約|連任|延任"
    "|提撥|核撥|贊助|資助|[追收討找救贖]回|召開|舉行|演練|巡查|巡檢|稽查|檢測|抽查|抽檢|試飛|飛行|出勤"
    "|受理|處理|通報|檢舉|舉發|拍錯|摔了|掉了|拿下|獲得|拿到"
    ")了?$|[\\u4e00-\\u9fff][了掉過滿]$"
)
_BETWEEN = pattern(
    "(?:了|約|近|逾|達|超過|將近|大約|共|共計|合計|整整|足足|高達|多達|至少|最多|不到|滿|[ ])*$"
)
_IDLE = pattern(
    "[為到除佔占少多過極達有不]了$|罷了$|為了$|除了$|[超通不經透勝剛已未期屆布充圓豐飽約]滿$|[超通不經透勝剛]過$|(?:增加|減少|提高|降低|成長|縮短|下降"
    "|上升|多出)了$"
)


# What these begin and end with.
WITHIN_SIGNS = first_signs(WITHIN.pattern)
_LIGHT_SIGNS = first_signs(_LIGHT.pattern)
_REACHING_ENDS = last_signs(_REACHING.pattern)
_BETWEEN_ENDS = last_signs(_BETWEEN.pattern)
_ACTS_ENDS = last_signs(_ACTS.pattern)


def deed_after(view: str, start: int, end: int) -> Span | None:
    """Return the predicate that begins at ``start``, without light adverbs, or None."""
    sign = view[start : start + 1]
    if sign == "的" or sign in EDGES:
        return None
    low = start
    if sign in _LIGHT_SIGNS and (light := _LIGHT.match(view, start, end)):
        low = light.end()
    stop = clause_end(view, low, end)
    done = view.find("了", low + 1, min(stop, low + 4))
    if done > 0:
        return low, done
    if view[stop : stop + 1] in ("「", "《") and stop > low:
        closing = view.find("」" if view[stop] == "「" else "》", stop, min(end, stop + _LONGEST))
        stop = closing + 1 if closing > 0 else stop
        return trimmed(view, low, stop)
    if stop - low > _LONGEST:
        return None
    if stop > low and view[stop - 1] in _REACHING_ENDS:
        reach = _REACHING.search(view, low, stop)
        stop = reach.start() if reach else stop
    return trimmed(view, low, stop) if stop - low > 1 else None


def spends(view: str, act: Span) -> bool:
    """Whether a verb only says that time or money goes into what is told behind it."""
    return _SPENDS.fullmatch(view, *act) is not None


_SPENDS = pattern("(?:花|用|耗|歷經|經過|歷時)了?|花費|耗費|花掉|用掉")


def act_before(view: str, stop: int, clause: int) -> Span | None:
    """Return the verb of giving, gaining or doing that ends before the number, or None."""
    low = max(clause, stop - 12)
    found = _act(view, low, stop)
    if found or low >= stop or view[stop - 1] not in _BETWEEN_ENDS:
        return found
    between = _BETWEEN.search(view, low, stop)
    return _act(view, low, between.start()) if between and between.start() < stop else None


def _act(view: str, low: int, high: int) -> Span | None:
    if high <= low or view[high - 1] not in _ACTS_ENDS:
        return None
    low = max(low, high - 4)
    found = _ACTS.search(view, low, high)
    return found.span() if found and not _IDLE.search(view, low, high) else None

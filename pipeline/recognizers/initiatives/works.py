"""What is quoted because it is a work, a session, an event or a place: no initiative.

Contract: pure look-ups of the words right before and behind a quotation.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.recognizers.initiatives.scene import Scene

# A book, film, song or exhibition: 新書《…》; a session: 分組討論一「…」; what is sung or slept in.
_BEFORE = views.pattern(
    r"(?:電影|紀錄片|短片|影集|連續劇|小說|新書|專書|著作|繪本|詩集|歌曲|專輯|樂曲|畫作|油畫|雕塑|舞劇|音樂劇|舞台劇|歌劇|話劇|特展"
    r"|攝影展|畫展|個展|暢銷書|回憶錄|單曲|主題曲|講題|題為"
    r"|(?:分組討論|場次|子題|分論壇|專題討論|專題演講|圓桌論壇|平行論壇|主題論壇)[一二三四五六七八九十0-9A-F]{0,2}:?"
    r"|(?:下榻|入住|合唱|演唱|演奏|獻唱|朗誦|首映|上演|公演)了?"
    r"|把[^,。;「」]{0,6}(?:做法|作法|現象|情形|情況|心態|習慣|行為|這段路)(?:叫做|叫作|稱為|稱作|稱之為))$"
)
_ENDS = last_signs(_BEFORE.pattern)
_BEHIND = views.pattern(
    r"\s?(?:一書|這本書|一文|專書|特展|個展|攝影展|畫展|音樂會|演唱會|論壇|座談|國?際?研討會|書展|影展"
    r"|建案|豪宅|酒店|飯店|餐廳(?!計|獎|評|認|揭|制)|門口|對面|附近|一帶|[二兩三四]字|一詞|這句)"
)
_BEGINS = frozenset(views.fold("一這專特個攝畫音演論座國研書影門對附二兩三四建豪酒飯餐 "))
# 「…」、「…」與「…」三場次: what a conference is divided into
_SESSIONS = views.pattern(
    r"\s?(?:等)?[一二兩三四五六七八九十\d]{0,2}(?:大|個|場|組)?(?:(?:平行|分組|主題)場次|子題|分會場|分論壇|單元討論|小組討論"
    r"|(?P<any>場次))"
)
# A programme is counted in 場次, too: 「…」5場次說明會.
_LISTED = views.pattern("」[、與和及暨]*「")
# 不搞「一窩蜂」, 拒絕「大水漫灌」: manners that are shunned
_SHUNS = views.pattern(
    "(?:(?:不會?|不再|不能|不要|不可|不得|別|反對|防止|杜絕|避免)(?:再)?(?:搞|玩|耍|走|淪為|流於)|拒絕|避免|杜絕|切忌)$"
)
_SHUN_ENDS = last_signs(_SHUNS.pattern)
# 議員批評市府「…」: blame for a body
_BLAMES = views.pattern(
    "(?:批評|質疑|抨擊|指責|痛批|怒批|狠批|砲轟|譏諷?|嘲諷|笑|罵|指控|酸)(?:了|過)?(?:[^,。;:「」\\s]{0,6}(?:政府|市府|縣府|[局處署]))$"
)
# 批評市府「公車進校園」成效, 「青年券」太少: then it is the programme that is blamed.
_PROGRAMME = views.pattern(
    r"[」》\"\s]*的?(?:政策|計[畫劃]|方案|措施|專案|平[台臺]|系統|服務|補助|津貼|制度|活動|成[效果]|績效"
    r"|進度|經費|預算|執行|推動|規[劃畫]|選址|設計|上路|停擺|延宕)"
    r"|(?<=[券卡碼網區站獎][」》\"])\s*[^,。;!?、\s]"
)
_BLAMED = frozenset(views.fold("府局處署"))
# 在「市政大樓」舉行: where something takes place.
_AT, _HELD = (
    frozenset(views.fold("在於假")),
    views.pattern(
        r"\s?(?:舉行|舉辦|召開|登場|集合|開幕|閉幕|簽署|簽約|會面|用餐|餐敘|設宴|宴請|聚餐|合影|落幕)"
    ),
)
# 「…計畫」特展: what is shown, told or held is still that of a plan.
_PLAN = views.pattern(r"(?:計畫|計劃|專案|方案)[」》』\"\s]*$")
# 推出「…」附近站牌查詢: what is launched is none of these.
_LAUNCHED = views.pattern("(?:推動|推出|啟動|開辦|上線|建置|啟用)了?$")
_THINGS = views.pattern(r"\s?(?:計畫|計劃|專案|方案|平台|系統|App|APP|服務|行動|(?:系列)?活動)")


def is_other_thing(scene: Scene, low: int, left: int, right: int) -> bool:
    """Whether the words around a quotation tell of a work, a session, an event or a place.

    Args:
        scene: the page.
        low: where the piece begins.
        left: where the words before the quotation end.
        right: where those behind it begin.
    """
    view = scene.view
    if _PLAN.search(view, max(left, right - 6), right):
        return False
    if _is_divided_or_blamed(view, low, left, right):
        return True
    if left > low and view[left - 1] in _AT and _HELD.match(view, right):
        return True
    behind = _BEHIND.match(view, right) if view[right : right + 1] in _BEGINS else None
    if behind and not _THINGS.match(view, behind.end()):
        return _LAUNCHED.search(view, max(low, left - 4), left) is None
    told = left > low and view[left - 1] in _ENDS
    if not told or not _BEFORE.search(view, max(low, left - 24), left):
        return False
    return _THINGS.match(view, right) is None


def _is_divided_or_blamed(view: str, low: int, left: int, right: int) -> bool:
    """Whether a quotation is a session, or what is shunned or blamed."""
    if sessions := _SESSIONS.match(view, right):
        return not sessions["any"] or _LISTED.search(view, left, right) is not None
    if left <= low:
        return False
    near = max(low, left - 16)
    sign = view[left - 1]
    return bool(
        (sign in _SHUN_ENDS and _SHUNS.search(view, near, left))
        or (
            sign in _BLAMED
            and _BLAMES.search(view, near, left)
            and not _PROGRAMME.match(view, right)
        )
    )

"""Words that tell that a clause, though it holds a verb of doing, tells no act of a city.

Contract: each group is one class of such words, with the reason it is one; `tells_no_act`,
`tells_state` and `is_object` put them together for the rules on measures without a name.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.edges import opening

# Agreements are rows of their own table.
_AGREEMENTS = r"備忘錄|[姊姐]妹市|友好城市|締結|協[議定]|簽署|簽訂|MOU|[不未]續|屆滿"
# Who asks does nothing yet.
_QUESTIONS = r"如何|是否|什麼|怎麼|為何"
# What is not done, is denied, was called off.
_NEGATIONS = (
    r"沒有|未能|[並尚均]未|不[應能宜得]|無法|無(?:此|後續|其他|相關)|否認|澄清|[請切]?勿(?!忘)"
    r"|(?:未達|不支[援持]|會自[動己行])(?![^,。;]*的)|(?:因|遭|受).{1,8}(?:停擺|取消|延[後期宕])"
)
# Aims are not yet acts: 重點為建置….
_AIMS = (
    r"(?:方向|重點|目標|主軸|核心|願景|原則|理念)(?:為|是|包括|包含)"
    r"|為(?:核心|主|目標|願景|重點|主軸)"
)
# How a meeting runs: its sessions, courtesies, meals and seats.
_MEETINGS = (
    r"[開閉]幕|落幕|圓滿|登場|高峰會|論壇|會議室|儀式|典禮|致[詞辭意謝]|感謝|合影|茶敘|午餐|餐盒|[晚午]宴"
    r"|報名|截止|限額|名額|請假|缺席|口譯|入場|門票|代表共同"
)
# The text speaks of itself: who wrote it, whom to ask, what was corrected.
_PAPERS = r"記者|報導|發布單位|聯絡人|點閱|書面(?:意見|資料|說明|[回答]覆)|以上版本|版本為準"
# What happens whenever something else does, or of itself: 偵測到異常即派車.
_WHENEVER = (
    r"的話$|時(?:往往|總是|卻|才)"
    r"|到[^,。;]{2,8}[即就便](?![時將業學醫診近地讀養職任位利民當宜捷道])"
)
# How long it has been done: 推動城市外交已有多年.
_LASTING = r"多年$|年(?:了|之久)$|行之有年"
# A sum of what came of it: 三年累計60萬人次.
_SUMS = r"累計[^,。;]{0,3}[\d一二兩三四五六七八九十百]"
# What tells no act where the verb stands, at an end of the clause, but does within a noun:
# 參訪農場, 開放提問, 活動取消, and yet 農場參訪活動, 提問箱, 取消紙本的申請.
_AT_EDGES = r"取消|延[後期宕]|停擺|考察|參訪|拜會|提問|發問|旁聽|便當|晚餐"
_LEADING = views.pattern(
    rf"(?:已|將|均|皆|並|都|因故|臨時|宣布|決定|全面|全數)*(?:{_AT_EDGES}|無[需須])(?![箱團活])"
)
_TRAILING = rf"(?:{_AT_EDGES})(?:(?:舉行|辦理|實施|上路|推出)?$)"
_NO_ACT = opening(
    "|".join(
        (
            *(_AGREEMENTS, _QUESTIONS, _NEGATIONS, _AIMS, _MEETINGS),
            *(_PAPERS, _WHENEVER, _LASTING, _SUMS, _TRAILING),
        )
    )
)

_UNITS = (
    r"個月|年|載|天|日|週|周|小時|分鐘|秒|個百分點|%|成(?!立)|倍|分之"
    r"|[萬億]*(?:[\u4e00-\u9fff]{0,3}?(?:元|圓|鎊|幣)|[\u4e00-\u9fff]{0,2}(?:盧比|銖|盾|[披比]索"
    r"|令吉|瑞郎|法郎|克朗|盧布|里拉|雷亞爾|迪拉姆|里亞爾))"
)
# Behind a verb: what counts or dates the act alone: 上線八個月, 補助60%.
_COUNT = (
    r"(?:了|滿|屆滿|近|約|逾|超過|僅|只|才|達|前|首|新?[臺台]幣|美金|人民幣|港幣|日幣)*"
    rf"\s*[\d.,一二兩三四五六七八九十百千半數幾萬億兆]+(?:多|餘)?\s*(?:{_UNITS})(?!的)"
    r"|百分之|(?:至|到|為|成)\s*[\d一二三四五六七八九十]"
)
# Behind a verb: what the act costs or since when it lasts: 建置費, 上線以來.
_COSTS = r"(?:經|規)?費(?!用減)|成本|預算|經費|人口"
_SPANS = r"首[週日月年批季]|半年|頭一年|以來|至今"
_FIGURE = views.pattern(rf"{_COUNT}|{_COSTS}|{_SPANS}")

# In a list item: figures, limits and comparisons tell how things are.
_STATE = views.pattern(
    r"平均|累計|百分點|誤差|總分|[上下]限|始得|每[千百萬]|較.{0,8}[年期]"
    r"|(?:僅|需|為|約|餘)\s?[\d一二三四五六七八九十]"
    # 已有多年, 尚在招標, 已涵蓋: as things stand
    r"|已(?:有|達|涵蓋|逾|經)|[尚仍還]在|照常|仍將"
    # who was there: 32名參加
    r"|(?:參[加與]|出席|列席|與會)$"
)
# A photograph's credit.
_CREDIT = r"\s*(?:圖|照片|攝影|資料)\s?[//].*"
# A price: 每人約新臺幣300元.
_PRICE = r"每[人戶件案位名](?:約|最[高低多少])?(?:新[臺台]幣)?\s?\d[^,。;提供補助給]*"
# A time and a verb that tell nothing of what: 8月中旬公布.
_WHEN = (
    r"(?:改|預定|預計|擬)?(?:於|自)?[\d\s年第季月日底初前中上下旬起半度]+(?:已|將|正式)?"
    r"(?:公布|上線|辦理|啟用|完成|開放|招標|動工|實施|上路|核定|截止|結案)"
)
_BARE = views.pattern(rf"{_CREDIT}|{_PRICE}|{_WHEN}")

# The verb has no object: a particle, preposition or conjunction follows.
_PARTICLES = r"[了過著的是在於及、和與或:」%變得]"
# The verb is the first part of a noun: 承辦人員, 設計者, 執行長, 換裝計畫, 監測網….
_NOUNS = (
    r"[率力者案官款面]|量(?![子化產測身販])|成?功[率效能]|比[率例重]|[上下]限|[期款金](?=[\d為自至的占、]|$)"
    r"|長(?![照期者輩途程])|人(?=兼|[\u3400-\u9fff]{2,3}$)|團隊|人員|委員|單位|總監|總裁"
    r"|計[畫劃]|工程|作業|網(?!路|站|頁|購|格)|過程|方式|情形|情況|經驗|成果|能力|期間|說明|預算"
)
# A time follows: 推動後, 建置今年….
_TIMES = r"[中後前時]|會[上中後前時場議]|本[屆次]|今年|去年"
# A number with its measure and no noun: 修復8座, 追蹤7案.
_MEASURE = r"[約逾近共]?\s?[\d.,]+[萬千]?(?:餘|多)?\s?[\u4e00-\u9fff]$"
_NO_OBJECT = views.pattern(f"{_PARTICLES}|{_NOUNS}|{_TIMES}|{_MEASURE}")


def tells_no_act(view: str, start: int, end: int) -> bool:
    """Whether a clause holds a word of those that tell no act."""
    leads = _LEADING.match(view, start, end) is not None
    return leads or _NO_ACT.search(view, start, end) is not None


def tells_state(view: str, start: int, end: int) -> bool:
    """Whether a clause of a list item tells a figure, a state, a price or a day alone."""
    is_bare = _BARE.fullmatch(view, start, end) is not None
    return is_bare or _STATE.search(view, start, end) is not None


def counts(view: str, start: int, end: int) -> bool:
    """Whether what follows a verb only counts, dates or prices the act: 補助|60%."""
    return _FIGURE.match(view, start, end) is not None


def is_object(view: str, start: int, end: int) -> bool:
    """Whether what follows a verb may be its object."""
    return _NO_OBJECT.match(view, start, end) is None and not counts(view, start, end)

"""What the words around a number say of it: bounds, closeness, direction, sort of sum.

Contract: looks a fixed number of characters back and forth, inside the given ends.
"""

from __future__ import annotations

from pipeline.language.edges import opening
from pipeline.language.views import pattern, simplify
from pipeline.recognizers.quantities.fractions import Number

_REACH = 9
_BEFORE = opening(
    r"(?:(?P<gt>超過|超|逾|超出|高於|大於|多於|突破|破|勝過|高過|(?<![a-z/\x22])>|衝破|高逾)"
    r"|(?P<ge>至少|最少|(?:不得|不可|不應|不宜|不能)(?:少|低|小)於|不少於|不低於|起碼|不下|少說|≥|>=|高達|多達)"
    r"|(?P<le>至多|最多|(?:不得|不可|不應|不宜|不能)(?:超過|逾|[高多大]於)|不超過|不逾|不多於|不高於"
    r"|最高|上限|上限為|≤|<=|頂多|(?<![時年期權界有無局極])限)"
    r"|(?P<lt>不到|未滿|不足|低於|少於|小於|未達|不及|(?<![a-z/\x22])<|未逾)"
    r"|(?P<near>約|大約|近|將近|接近|幾乎|估計|大概|差不多|約為|約略|幾近|趨近|左右))"
    r"(?:了|有|為|達|到|約)?[ ]?$"
)
_AFTER = pattern(
    r"[ ]?(?:\(含\))?(?:(?P<ge>或?以上|\+(?![0-9])|起跳|起(?=[,。;、)\n]|$))"
    r"|(?P<le>或?以下|以內|之內"
    r"|內(?![部容外政閣需])|為限)"
    r"|(?P<near>左右|上下(?!班|學|樓|課|車|游)|許(?![多可諾久])|(?:不|未)等|出頭|多(?=[,。、;:!?)的\n]|$)))"
)
_UP = (
    "增加|增長|增|升高|調高|調升|上調|成長|上升|提高|提升|升|上漲|漲|擴充|擴大|擴增|擴建|攀升"
    "|躍升|多出"
    "|新增|增設|成長率|年增|月增|增幅|漲幅|增添|加碼|拉高|延長|增為|倍增"
)
_DOWN = (
    "減少|減|調降|調低|下調|回落|降低|降|下降|縮短|縮減|下滑|衰退|節省|省下|節約|節能|減碳"
    "|減量|(?<![至最不])少|縮小"
    "|跌|下跌|削減|減輕|下修|減幅|降幅|年減|月減|減為|縮|壓低|砍"
)
_TO = (
    "(?<![高多])達|達到|達成|突破|累計|累積|來到|邁向|邁入"
    "|(?<![收接看受找感提遇想不報實簽未])到(?!率|場|訪|校|課|職)|至|衝到|來到"
)
_CHANGE = opening(
    rf"(?:(?P<decrease>{_DOWN})|(?P<increase>{_UP})|(?P<reaches>{_TO}))"
    r"(?:了|至|到|為|成|近|約|逾|達|超過|將近|幅度?|率|不到|至少|[ ]|大約|有|共)*$"
)
# The last signs of what may stand before a number, and the first of what may stand behind it.
_BEFORE_SIGNS = frozenset(
    simplify("過超逾出於破勝高>衝少下說≥=達多限為≤到滿足及<約近乎計概略右了有 ")
)
_AFTER_SIGNS = frozenset(simplify(" (或以+起之內為左上許不未出多"))
CHANGE_SIGNS = frozenset(
    simplify("了至到為成近約逾達過幅度率少 大有共破計積來向入")
    + "".join(word[-1] for word in simplify(f"{_UP}|{_DOWN}").split("|"))
)
_SIGNS = {"gt": ">", "ge": ">=", "le": "<=", "lt": "<"}
_MONEY = pattern(
    "經費|預算|金額|費用|成本|罰款|罰鍰|補助|補貼|投資|營收|營業額|收入|支出|造價"
    "|價格|多少錢|款項|基金|產值|薪|花費|花了|斥資|耗資|編列|捐款|募款|獎金|貸款"
    "|紓困金|租金|售價|決算|編了|撥款|缺口|少了|差了|籌措|自籌|市值|稅收|債務|商機|資金|業績"
    "|投入|額度|委外|追加|標案|得標|決標|標價|開價|報價|喊價|決算|總價|房價|定價|月薪|時薪|年薪|津貼"
)
# 罰六百五十萬, 編一千五百萬
_GIVEN = pattern("[編罰賠撥捐](?:了|給|出)?$")
# Money is told without 元: 花了八百萬, 一筆90萬, 一年要兩千萬, 編的「數據治理計畫」兩千萬.
_THEN = (
    "(?:這|那|了|給|出|掉|下|足|就|是|要|只|才|還|大概|大約|約|將近|近|逾|超過|不到|不只|至少"
    "|最多|上看|好幾|快|[ ])*$"
)
_PAID = pattern(
    "(?:[編罰賠撥捐花砸省付欠繳籌募賺燒掏]|虧損?|虧空|標到|自掏腰包|出[資錢]|開[口價]|喊價|報價|索價|叫價|成交價?"
    "|補助|補貼|贊助|資助|獎勵|罰款|賠償|[一這那每兩另首]筆"
    "|(?:[一每整]年|[一每]個?月"
    "|[一每][臺套座組支戶件棟場案具盞公]里?)[就還光大約也只才至少平均 ]*[要得花])" + _THEN
)
_EARMARKED = pattern(
    r"[編撥](?:列|了|的|給)[^,。;:!?\n0-9]{0,24}[」》畫劃案款費](?:就|是|共|約|近|[ ])*$"
)
_MYRIADS = frozenset("万亿兆")
_PAID_REACH, _EARMARKED_REACH = 12, 32
_PEOPLE = pattern(
    "人口|用戶|會員|人數|居民|民眾|市民|旅客|遊客|訪客|人潮|人次|下載|註冊|粉絲|受惠"
    "|學生|參與者|觀眾|讀者"
)
_PERSON = (
    "(?:人口|人次|用戶|使用者|會員|人數|居民|民眾|市民|縣民|國民|旅客|遊客|觀光客|訪客|粉絲|學生|學童"
    "|師生|觀眾|讀者|長者|勞工|移工|員工|志工|學員|選民|參與者|參觀者|受惠者|騎士|車主|追蹤者"
    "|月活躍|網友|好友|乘客|病患|患者|住戶)"
    "(?!卡|證|端|資料|餐|票|宿舍|中心|團|服務|權)"
)
# Between the persons and their number: nothing that would be counted instead of them.
_OF_PEOPLE = pattern(
    rf"{_PERSON}(?:總數|數|總人數)?(?:(?!密度|比例|比率|滿意|所得|收入|平均|件|次|下載|投入|預算)"
    r"(?:[^,。;:!?()「」、\n0-9]|[0-9]{1,4}[年月日])){0,8}$"
)
_PEOPLE_NEXT = pattern(rf"[ ]?的?(?:註冊|活躍|在校|外籍|在地|常住|城市|國際)?{_PERSON}")
_WARM = pattern("溫|攝氏|零下|氣象|熱")
# 兩度 is twice, but not in 氣溫上升兩度.
_WARMTH = pattern("(?:[氣水體低高室均]溫|溫度|攝氏|零下)[^,。;兩]{0,8}$")
_WARMTH_BESIDE = pattern("(?:[氣水體均]溫|溫度|攝氏|零下)[ ]?$")
# 低溫特報兩度發布: a verb behind it tells that it happened twice.
_HAPPENED = pattern("[ ]?(?:獲|延[長期後]|發[布生出]|搬|受[到邀]|[造到出參]訪|簽|入[選圍]|榮|遭)")
# 溫泉業者用水五十度, 熱泵每日省電二十度
_USED = pattern("(?:用電|省電|發電|節電|售電|耗電|用水|省水|節水)[^,。;]{0,4}$")
_POWER = pattern("電|能源|發|度數|太陽能|光電|kWh")
_LOOK_BACK = 48
# Numbers in Chinese signs up to this are of times, and no weather is hotter or colder.
_TWICE, _HOTTEST = 10, 60


# How the true number relates to the one written: one of ``contract.mentions.COMPARATORS``, whether
# only approximately, and where the text goes on behind 以上, 左右 and their kind.
Bounds = tuple[str, bool, int]


def read_bounds(view: str, start: int, stop: int, first: int, end: int) -> Bounds:
    """Return what the words before ``start`` (not before ``first``) and after ``stop`` say."""
    low = start - _REACH
    low = max(low, first)
    told = ""
    if low < start and view[start - 1] in _BEFORE_SIGNS:
        before = _BEFORE.search(view, low, start)
        told = (before and before.lastgroup) or ""
    is_near = told == "near"
    if view[stop : stop + 1] in _AFTER_SIGNS and (after := _AFTER.match(view, stop, end)):
        is_near = is_near or after.lastgroup == "near"
        if told not in _SIGNS:
            told = after.lastgroup or ""
        stop = after.end()
    return _SIGNS.get(told, "="), is_near, stop


def read_change(view: str, start: int, first: int) -> str:
    """Return the direction the words before ``start`` tell: a value of the ``change`` column."""
    low = start - _REACH
    low = max(low, first)
    if low >= start or view[start - 1] not in CHANGE_SIGNS:
        return "none"
    found = _CHANGE.search(view, low, start)
    return (found.lastgroup or "none") if found else "none"


def after_bounds(view: str, stop: int, end: int) -> int:
    """Return where the text goes on behind 以上, 左右 and their kind."""
    if view[stop : stop + 1] not in _AFTER_SIGNS:
        return stop
    found = _AFTER.match(view, stop, end)
    return found.end() if found else stop


def sort_of_sum(view: str, start: int, stop: int) -> str:
    """Return ``money``, ``people`` or empty: what a large number without unit is a number of.

    The nearest telling word of the last few dozen characters decides, across sentences: the
    question 經費多少？ gives its sense to the answer.
    """
    low = max(0, start - _LOOK_BACK)
    if _MONEY.match(view, stop) or _GIVEN.search(view, max(0, start - 3), start):
        return "money"
    if _PEOPLE_NEXT.match(view, stop):
        return "people"
    if view[stop - 1] in _MYRIADS and (
        _PAID.search(view, max(0, start - _PAID_REACH), start)
        or _EARMARKED.search(view, max(0, start - _EARMARKED_REACH), start)
    ):
        return "money"
    money = max((found.start() for found in _MONEY.finditer(view, low, start)), default=-1)
    people = max((found.start() for found in _PEOPLE.finditer(view, low, start)), default=-1)
    if money < 0 and people < 0:
        return ""
    return "money" if money > people else "people"


def counts_people(view: str, start: int, stop: int) -> bool:
    """Return whether a bare sum counts persons that its own clause names (用戶突破兩千萬)."""
    if _PEOPLE_NEXT.match(view, stop):
        return True
    return _OF_PEOPLE.search(view, max(0, start - 16), start) is not None


def sort_of_degree(view: str, number: Number, stop: int) -> str:
    """Return the dimension of 度: temperature, energy, or count (兩度 is twice)."""
    is_lone = number.is_lone or (not number.is_arabic and number.high <= _TWICE)
    is_mild = -_HOTTEST <= number.high <= _HOTTEST
    low = max(0, number.start - 16)
    if is_lone:
        if _HAPPENED.match(view, stop) and not _WARMTH_BESIDE.search(view, low, number.start):
            return "count"
        is_warm = _WARMTH.search(view, low, number.start) is not None
    else:
        is_warm = is_mild and _WARM.search(view, low, number.start) is not None
        is_warm = is_warm and _USED.search(view, low, number.start) is None
    if is_warm:
        return "temperature"
    if _POWER.search(view, low, min(len(view), stop + 8)):
        return "energy"
    return "count" if is_lone else "temperature" if is_mild and number.is_arabic else "energy"

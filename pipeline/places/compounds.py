"""One-character short forms of countries in compounds: 駐臺, 台美, 訪韓, 德商, 美、加、英.

Contract: a short form is found in a compound slot only, never by itself; input is folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.language import views
from pipeline.language.views import pattern

# Short forms that are safe enough in each slot; 加 以 比 立 are ordinary words as well.
_STATES = "台美日韓英法德澳紐印俄荷越泰菲捷波匈義"
_RARE = "加以比立星西意中"
# Further ones, in a row with others.
_OTHERS = "馬緬柬寮烏墨葡丹芬挪奧智秘帛沙朝盧瑞"

# Characters that make another word with a short form after them: 平台, 今日, 完美, 其中, 樞紐.
_MADE_WITH = {
    "台": "平舞電視月窗陽櫃燈講擂塔站戲看吧本該機多兩一二三四五六七八九十百千萬幾每首數"
    "砲灶亭鏡天神吊轉0-9",
    "日": "今昨明每平假生節近即次翌隔某本夏冬春秋烈落末數連往工休同該週周元首半幾兩整吉昔竟聯早晚"
    "旭旬一二三四五六七八九十0-9",
    "美": "完優甚精唯善讚健審華壯甜鮮柔肥南北中亞秀幽媲真溫愛",
    "中": "台其當集從空手高國初完海心命看擊市台新途期年月意郎閃正之在"
    "程議動間會掌術眼社課場家校院一二三",
    "英": "育群精雄蔡蒲秀淑",
    "法": "方辦合司立修非無憲佛作用看說做語想依違執刑民手書技療算稅護訂新母祖本該此惡",
    "德": "道品美公功路缺厚巴孔阿威",
    "加": "增更參添附追外倍施疊亞新",
    "印": "列影腳打封刻蓋油水烙手",
    "以": "可所得用難足予給藉何是賴據",
    "紐": "樞按",
    "立": "成建設創獨對中國公私市縣省自樹訂確站起矗",
    "星": "明衛火行新流恆之童歌球土木金水雙七四零",
    "波": "電超聲光音微風奔北寧",
    "義": "主正信定講名道奧仁忠情",
    "捷": "便快敏迅",
    "越": "超跨穿優卓翻",
    "馬": "司羅巴斑駱人",
    "俄": "蘇",
    "意": "在同願注任滿民大得善故惡決誠寓用心本旨創生介語示天主中失",
    "土": "國本領黏泥",
}
_GLUED_BEFORE = pattern("|".join(f"[{ahead}]{one}" for one, ahead in _MADE_WITH.items()))
# What a short form begins besides: 台北, 台積電, 訪|美濃, 駐|法院, 赴|日月潭; 國, 洲: names.
_GLUED_AFTER = pattern(
    "台[北中南東灣上下前面詞風階大電鐵積塑糖鹽啟新西地基幣語灯燈]|美學(?![人生者子])|美[麗食術好濃容感化元金景女觀崙語編工術]"
    "|日[月期報新子常照後前間夜式內程益語文]|韓[式流語文]|法[院庭務人規律制官會令案條語文]|英[雄文語才呎吋里寸]|德[語文行]"
    "|印[刷章表製證象]|越[來過級野]|泰山|捷[運徑足克]|波[動浪段]|星[期光空巴級球座]|荷[花包重]|義[務工賣診民]|澳門"
    "|加[強入工油蓋值倍密碼班速上以減拿大分總]|以[及後來前便此為外內下上]|比[賽較例對率]|立[法委院]"
    "|中[心央小學部正東南美歐亞午華山和壢區等立油文英不期程]|西[門區部螺岸側藏]|馬[上路力來祖公拉英尼里達紹爾雅]"
    "|烏[日來龍拉干]|丹麥|奧[運地斯]|智[慧能庫利]|沙[烏特地]|朝[向鮮]|[^台][國洲]"
)

# Each begins with the short form itself, which is found fastest, and looks back.
_TAIWAN = pattern(
    "(台)(?:(?<=[駐訪赴旅抵返援涉惠侨全留].)|(?<=(?<![存潛實])在.)|(?<=(?<![未原本近後將向歷])來.)"
    "|(?<=(?<![距脫])離.)|(?<=(?<!面)對.)|(?<=(?<![好校親朋戰網男女之師])友.))"
)
_VISIT = pattern(
    f"([{_STATES}{_RARE}])(?:(?<=[訪駐赴輸銷親抗援].)|(?<=(?<!之)旅.)|(?<=(?<![保停挽遺居滯拘收慰])留.)"
    "|(?<=(?<![距脫分偏支])離.)(?=[返回赴,。;)]|前)"
    "|(?<=(?<![存潛實])在.)(?=的|台|華|僑|留學|工作|就學|就讀|任教|期間|設廠|設點)"
    "|(?<=(?<![絕面相針])對.)(?=出口|貿易|外交|關係|投資|政策|談判|輸出))"
)
# What is said of countries together; folded where it stands in a pattern of its own.
TOGETHER = views.simplify(
    "(?:[兩三四五六七八]國|雙方|三方|雙邊|多邊|關係|合作|交流|貿易|經貿|友好|友誼|之間|高層|元首|領袖|領導人|外長"
    "|同盟|聯盟|協定|協議|條約|建交|斷交|邦交|外交|等(?:國|地|先進|各國)|兩地|三地|城市|混血|戰爭|衝突|會談|峰會|論壇|21世紀|簽署|企業|業者|產業|學者|專家"
    "|團隊|市場|官員|科技|雙城|遊客|旅客|大廠|廠商|供應鏈|對話|夥伴)"
)
_PAIR = pattern(f"([{_STATES}{_RARE}{_OTHERS}]{{2,5}})(?={TOGETHER})")
# Rows so common that nothing needs to follow; use has fixed their order.
_FROZEN = (
    "美日印澳 中港台 美日台 美台日 台美日 台日韓 日韓台 美日韓 中日韓 英法德 美英澳 星馬泰"
    " 新馬泰 台美 美台 台日 日台 台韓 台英 台法 台德 台捷 台波 台澳 台紐 台印 台泰 台越 台菲"
    " 台荷 台俄 台烏 台帛 美日 日美 美韓 韓美 日韓 韓日 美中 中美 中日 中韓 韓中 中俄 俄中 中印"
    " 美俄 俄烏 烏俄 英美 美英 英法 法英 德法 英德 美加 加美 美墨 紐澳 澳紐 星馬 美以 以美 美越"
    " 美印 印美 印巴 以巴 日俄 日印 日澳 美澳 美菲 日英 美法 美德"
)
_ROW = pattern(f"({'|'.join(_FROZEN.split())})")
_ANY = _STATES + _RARE + _OTHERS
_LIST = pattern(
    rf"(?=[{_ANY}]、)(?<!、)([{_ANY}](?:、[{_ANY}])+(?:[與和及][{_ANY}](?![\u3400-\u9fff]))?)"
    rf"(?=[等兩三四五六七八九十各與和及跟之的,。;)]|代表(?!性)|{TOGETHER}|$)"
)
# Who or what comes from a country: 日商, 美籍, 韓方.
_SIDE = pattern(
    "([美日韓英法德俄印台捷荷越泰菲澳加中]|[葡西丹](?=屬)|(?<![共])比(?=屬))(?:方(?![面案式向便法程言圓針塊可能才位])|籍|僑|裔"
    "|屬(?![於性下意])|(?<!中)商(?![品談討場圈業店量議標務數機城模用展請洽周管學]))"
)
# The short forms known without their country on the page.
COUNTRIES = frozenset(views.simplify(_ANY))


def find_short_forms(view: str, start: int, end: int) -> Iterator[int]:
    """Yield the positions of one-character country names in ``view[start:end]``.

    >>> from pipeline.language.views import fold
    >>> text = fold("駐臺代表訪韓，台美關係；美、加、英等國與日商")
    >>> [text[i] for i in find_short_forms(text, 0, len(text))]
    ['台', '韩', '台', '美', '美', '加', '英', '日']
    """
    if COUNTRIES.isdisjoint(view[start:end]):
        return
    found: set[int] = set()
    for one in (_TAIWAN, _VISIT, _SIDE, _PAIR, _ROW):
        for match in one.finditer(view, start, end):
            first, last = match.start(1), match.end(1) - 1
            glued = one is not _SIDE and _GLUED_AFTER.match(view, last, end)
            if not glued and not _GLUED_BEFORE.match(view, max(first - 1, start), end):
                found.update(_of_row(view, first, last + 1))
    for match in _LIST.finditer(view, start, end):
        if not _GLUED_BEFORE.match(view, max(match.start() - 1, start), end):
            found.update(_of_row(view, *match.span(1)))
    yield from sorted(found)


def _of_row(view: str, start: int, end: int) -> list[int]:
    """Return the positions of the countries of a row, none if one stands there twice."""
    if end - start > 1 and _CITY_OF_TAIWAN.search(view, start, end):
        return []
    states = [position for position in range(start, end) if view[position] in COUNTRIES]
    return states if len({view[position] for position in states}) == len(states) else []


_CITY_OF_TAIWAN = re.compile("台中|中台")

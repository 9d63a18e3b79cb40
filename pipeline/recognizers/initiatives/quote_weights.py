"""Weigh what stands around and inside quotation marks: is it the name of an initiative?

Contract: a quotation is weighed by cues (``config/quote_cues.csv``), verbs, its head noun, its form
and its place in the clause; quotations joined by marks or 與 share what is around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import views
from pipeline.language.edges import last_signs
from pipeline.recognizers.initiatives.quotations import (
    begins_with_city,
    ends_sentence,
    fills_cell,
    is_brought,
    is_counted,
    is_headed,
    is_joined,
    is_joint,
    is_label,
    is_liked,
    is_owned,
    is_place,
    names_kind,
    stands_beside_owner,
    without_gloss,
    without_years,
)
from pipeline.recognizers.initiatives.scene import LATIN_LETTERS, Scene, spaceless
from pipeline.recognizers.initiatives.works import is_other_thing

_CLAUSE_MARK = re.compile(r"[,。;:!?]")
_CLAUSE_START = re.compile(r"[,。;:!?\n」》][^,。;:!?\n」》]*$")
_LETTERS = re.compile(r"[^\W\d_]")
_SIGNS = r"A-Za-z0-9\u00c0-\u02af\u1e00-\u1eff'.&-"
_KANA = r"\u3040-\u30ff"
_WORD = re.compile(f"[{_KANA}{_SIGNS}](?:(?<=[{_KANA}])[{_KANA}]*|(?<=[{_SIGNS}])[{_SIGNS}]*)")
_LATIN = re.compile(
    rf"[A-Z\u00c0-\u00de][{LATIN_LETTERS}'’-]*[a-z\u00df-\u02af\u1e00-\u1eff][{LATIN_LETTERS}'’-]*"
    r"(?:!?[ ,@&+-]{1,2}(?:(?:for|of|the|to|in|on|and|de|del|della|da|do|dos|das|di|du|des|la|le|el"
    r"|los|y|e|und|der|für|van|voor|à|con|para|sur|pour|na|w) ){0,2}"
    r"[A-Z0-9\u00c0-\u00de](?:[A-Za-z0-9\u00c0-\u02af'-]|\.\d)*){0,4}!?"
)
# SENBOKU New Design, Tap2Eat
_CAPITALS = re.compile(r"[A-Z]{3,}[A-Z0-9]*(?: [A-Z][a-z]+){1,4}|[A-Z][a-z]+[0-9][A-Z][a-z]+")
# Kana, hangul, Thai or Arabic letters: a name as its own city writes it.
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u02af\u1e00-\u1eff\u3400-\u9fff]{2}")
# Its name twice: 城市數位孿生Connected Urban Twins.
_DOUBLE = re.compile("[\u3400-\u9fff] ?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+$")
# A nickname stands between the parts of a name: Robert "Bobby" Jones; but App「Mi Salud」，.
_NICKNAME = re.compile('(?<![Aa]pp)(?<!APP)(?<=[A-Za-z\u00c0-\u02af])[.]? ?[「"]{1,2}$')
_AGREEMENT = views.pattern(
    r"(?:備忘錄|協議書?|協定|合約|契約|聲明|意向書|條約|議定書|公約|MOU|LOI)(?:\(.*\))?$"
)
# 「…協會」, 「海研號」: a body or a ship, but for 「深海牧場一號」, 「水情燈號」
_BODY_OR_SHIP = views.pattern(
    r"(?:協會|商會|總會|基金會|公司|(?<!同)(?<!一.一)(?:學會|公會|工會)"
    r"|(?P<may>(?<![一二兩三四五六七八九十\d零燈叫編掛代型信暗符口記帳番門取票])號))$"
)
# 推出行動圖書車「小藍號」, 推動「一區一公會」
_CITY_RUNS = views.pattern(
    "(?:(?:推出|推動|啟用|試辦|開行)了?[^,。;「」]{0,8}|[^機火馬]車|巴士|專線)$"
)
_RUNS = views.pattern("[^,。;「」]{0,6}(?:上路|啟用|啟航)")
_LAW = views.pattern("(?<![辦做作方手書療])法$")
_DECLARATION = views.pattern(r"(?:宣言|公報|聲明書?|憲章|公約|倡議書)$")
_ISSUED = views.pattern("發表|發布|公布|簽署|簽訂|通過|宣讀|連署|共同|聯合")
_SIGNED_BY = views.pattern("由[^。;「」]{0,60}?(?:具名|簽署|發表|連署|通過)")
_TOPIC = views.pattern(
    r"(?:[^,。;!?「」]{0,4}(?:大|個|項|等))?(?:原則|精神|理念|價值|主軸|目標(?![\d民今明])|願景|面向|策略|主題|議題"
    r"|口號|標語|方向|領域|關鍵|元素|概念|挑戰|趨勢|關鍵字|字眼|名言|核心|觀念)"
    r"|(?:這|那)(?:個|一)[^,。;「」]{0,3}(?:問題|疑問|難題|提問)|的(?:結論|共識|說法|想法|看法|想像|精神|心態)|是一?種"
    # is what people say, or belongs to a firm or a work of its own
    r"|是[^,。;「」]{0,10}(?:口號|標語|名言|格言|座右銘|心聲|玩笑|笑話|口頭禪|諺語|俗語|順口溜)"
    r"|的[^,。;「」]{0,4}(?:公司|廠商|業者|企業|餐廳|民宿|電影|小說|歌|樂團|網友|傳聞)"
)
_EVENT = views.pattern(
    r"(?:舉辦|舉行|主辦|合辦|召開|協辦|出席|參加|登場|慶祝)(?:了|首屆|年度|首場|第.{1,3}屆)?[「《\"\s]*$"
)
_HEADED = views.pattern(
    r"[^,。;:!?、的「」]{0,6}(?:機[械器]人|路燈|票價|活動|補貼|津貼|手環|熱線|專線|巴士|公車|列車|車隊|廊道|走廊|園區|基地|實驗室"
    "|資料庫|儀表板|看板|感測器|感知器|無人機|專區|課|學堂|認證|標章|軟體|軟件|工具|路線|地圖|護照|帳戶|基金|條例|系統|平台|計畫|計劃|專案|方案|制度|服務|工程|App|APP|機制|網站|行動|點數|課程)"
)
# 「…」並非政府項目, 「…」是手機上的掛號服務: what it is or is not.
_OF_KIND = views.pattern(
    r"(?:就|也|則)?(?:是|為|並非|並不是|不是)[^,。;「」]{0,12}(?:項目|計畫|計劃|專案|方案|服務|系統|平台|App|APP|程式|措施)(?=[,。;]|$)"
)
# 把「…」從3條線擴到168條, 「…」這個走路集點
_GROWS = views.pattern(
    r"的?(?:英文|英語|日文|外文|外語|多語|雙語|族語|網頁|手機|行動|線上|試用|測試|精簡|兒童|長者|銀髮|無障礙|桌面|平板|App|[2-9]\.0)版|"
    r"從[^,。;「」]{1,16}(?:擴|增|加|推|調|提|改|搬|升)|(?:擴大?|推廣|延伸|延長|升級|複製|移植|普及|搬)(?:到|至|及|為)"
    # 把「…」的經驗帶回去
    r"|的?(?:成功|推動|寶貴|辦理|試辦|先進|相關)?經驗"
    # 參加「…」滿8點可換
    r"|集?滿[\d一二三四五六七八九十]{1,3}[點站章次個枚關]"
    r"|(?:展台|展位|展區|攤位|站點|據點)|一?[\d,.]{1,7}[萬千]?[組套台盞輛支座具格處站所班](?![\u4e00-\u9fff])"
    r"|[這該](?:個|項|套|款|支)(?!詞|字|概念|問題|理念|想法|口號|說法|名|關鍵|觀念|主題|議題|數字|標|動作|比喻|原則|目標|精神)[^,。;「」的]{2,8}"
)
# A time before a quotation opens the clause like a mark.
_TIME = views.pattern(
    "(?:期間|時期|年來|至今|以來|[之以]?後|如今|現在|目前|今年|去年|明年|前年|當時|近年|近期|日前|同時|此外|另外|其中"
    r"|[\d一二三四五六七八九十][\s]?[年月日季])(?:底|初|起|間)?$"
)
_TIME_ENDS = last_signs(_TIME.pattern)
# From here on weights speak for a name.
ENOUGH = 2
# No weight inside a quotation outweighs a work, a session or a place.
_NONE = -12
_VERB_REACH = 14
# No word that ends at a quotation begins further before it.
_REACH = 30
_BY = views.pattern('(?:依|依據|按|按照|根據|照)(?:了|著)?[「《"\\s]*$')


_SLOGAN = views.pattern("不[是要會能]|都是|[也才還只]是|終於")


def weigh_around(scene: Scene, chain: Sequence[tuple[int, int]], is_firm: bool) -> int:
    """Return the weight of what stands before and behind a series of quotations.

    A firm name among them is named after 依 and 按照 as well, which else stand before statutes.
    """
    view, cues = scene.view, scene.lexicon.cues
    opening, closing = chain[0][0] - 1, chain[-1][1] + 1
    piece = scene.piece_around(opening)
    low = scene.without_mark(piece.start, piece.end) if piece else opening
    high = piece.end if piece else closing
    left = len(view[low:opening].rstrip()) + low
    left = scene.quantities.get(left, left)
    right = closing + len(view[closing:high]) - len(view[closing:high].lstrip())
    if is_other_thing(scene, low, left, right):
        return _NONE
    goes_on = right < high and view[right] not in ",。;:、!?)」》"
    weight = _behind(scene, right, high)
    near = max(low, left - _REACH)
    if is_liked(scene, near, left) or is_counted(scene, near, left):
        return weight + 2
    held = _EVENT.search(view, near, left) if weight < ENOUGH else None
    is_held = held and not is_joined(scene, held[0], chain[-1])
    if is_held and not is_headed(scene, chain[-1]) and not is_joint(scene, low, left, chain[-1]):
        return -3
    before = cues.before(view, left)
    before = 1 if before < 0 and is_firm and _BY.search(view, near, left) else before
    if before < 0 and weight >= ENOUGH and view[left - 1] in "把将":
        before = 0  # 把「…」的補助加到5,000元
    if is_owned(scene, left):
        return weight * (weight > 0) + before * (before > 0) + ENOUGH
    speech = cues.before(view, left, "say")
    if speech and not goes_on:
        return weight + speech
    if left > low and view[left - 1] == ":" and cues.before(view, left - 1, "say"):
        return weight - 4
    if before < 0:
        return weight + before
    if speech:
        return weight + 1
    if names_kind(scene, low, left):
        return weight + 2 + goes_on
    if is_label(scene, low, left):
        return weight + 4
    if fills_cell(piece, left, right):
        return weight + 2
    if stands_beside_owner(scene, low, left):
        return weight + 2
    is_topic = piece is not None and view[right : right + 1] == ":" and scene.is_listed(piece)
    if left == low and is_topic:
        return weight + 2
    is_time = view[left - 1] in _TIME_ENDS and _TIME.search(view, near, left)
    if left in scene.ends or view[left - 1] in ":)\n、-─━|" or is_time:
        return weight + 1 + (goes_on or is_topic) + max(before, 0)
    if piece is None or left == low or view[left - 1] in ",。;!?":
        is_speech = len(chain) == 1 and not goes_on and ends_sentence(scene, piece, right, high)
        return weight - 2 if is_speech else weight + 1 + (goes_on or is_topic)
    told = _verb_weight(scene, low, left)
    return weight + before + max(told, int(before >= 0 and goes_on))


def _behind(scene: Scene, right: int, high: int) -> int:
    """Return the weight of what follows a series of quotations."""
    view = scene.view
    weight = scene.lexicon.cues.after(view, right)
    if right >= high:
        return weight
    if (not weight and _HEADED.match(view, right)) or _OF_KIND.match(view, right, high):
        weight = 3
    if _GROWS.match(view, right):
        weight = max(weight, 3)
    if _TOPIC.match(view, right) or view[right] == "?":
        weight -= 3
    return weight


def _verb_weight(scene: Scene, low: int, end: int) -> int:
    """Return 2 if the clause before ``end`` introduces something, 1 if it uses or does it."""
    start = max(low, end - _VERB_REACH)
    opened = _CLAUSE_START.search(scene.view, start, end)
    if is_brought(scene.view, start, end):
        return 2
    lexicon = scene.lexicon
    verbs = scene.verbs_in(opened.start() if opened else start, end)
    if not verbs:
        return 0
    role = lexicon.verbs[scene.view[slice(*verbs[-1])]].role
    return {"create": 2, "introduce": 2, "use": 1, "act": 1}[role]


def weigh_inside(scene: Scene, start: int, end: int) -> tuple[int | None, str]:
    """Return the weight of a quotation itself (None if it cannot be a name) and its kind."""
    closing = end
    end = without_gloss(scene.view, start, end)
    content = scene.view[start:end].strip()
    # A word in Latin letters or kana takes as much room in a name as three characters.
    length = len(spaceless(_WORD.sub("www", content)))
    is_latin = (_LATIN.fullmatch(content) or _CAPITALS.fullmatch(content)) is not None
    if is_latin and _NICKNAME.search(scene.view, max(0, start - 6), start):
        return None, "other"
    is_code = content.isascii() and " " not in content  # DATA:ROOM:FREIBURG
    has_clauses = _CLAUSE_MARK.search(content) and not is_latin and not is_code
    if has_clauses or not _LETTERS.search(content) or length < 2:
        return None, "other"
    is_other = scene.is_ruled_out(start, end) or is_place(scene, start, end)
    if _AGREEMENT.search(content) or is_other:
        return None, "other"
    called = _BODY_OR_SHIP.search(content)
    if called and not _HEADED.match(scene.view, closing + 1):
        runs = _CITY_RUNS.search(scene.view, max(0, start - 16), start - 1)
        if not (called["may"] and (runs or _RUNS.match(scene.view, closing + 1))):
            return None, "other"
    if scene.view[start - 1] == "《" and _LAW.search(content):
        return None, "other"
    if _DECLARATION.search(content) and _is_declared(scene, start, closing):
        return None, "other"
    # Chinese text quotes words of another script mostly as names.
    is_foreign = is_latin or bool(_FOREIGN.search(content) or _DOUBLE.search(content))
    if is_foreign and content.casefold() in scene.lexicon.latin:
        is_foreign = False
    # 推出「不要塑膠」計畫: what a slogan begins with weighs nothing where it names one
    is_slogan = _SLOGAN.match(content) and _HEADED.match(scene.view, closing + 1)
    weight = scene.lexicon.cues.within(" " + content if is_slogan else content) + 2 * is_foreign
    weight += 2 * begins_with_city(scene, start, end)
    headed = scene.lexicon.head_of(scene.view, start, without_years(scene.view, start, end))
    kind = "other"
    if headed and len(headed[0]) < length:
        text, head = headed
        kind = head.kind
        is_firm = head.mode not in {"quoted", "placed"} and len(text) > 1
        weight += 3 if is_firm else 1 + (len(text) > 1)
    elif headed and not is_foreign:
        weight -= 3
    elif length > 12:
        weight -= 2
    if length > 24:
        weight -= 3
    if length == 2:
        weight -= 2
    return weight, _kind_behind(scene, closing + 1) or kind if kind == "other" else kind


def _is_declared(scene: Scene, start: int, closing: int) -> bool:
    """Whether a declaration is a document that parties issue, not something a city does."""
    before = scene.view[max(0, start - _VERB_REACH) : start]
    if scene.view[closing] == "》" or _ISSUED.search(before) is not None:
        return True
    return _SIGNED_BY.match(scene.view, closing + 1) is not None


def _kind_behind(scene: Scene, position: int) -> str:
    """Return the kind of the head noun right behind a quotation, or nothing."""
    head = scene.lexicon.head_at(scene.view, position)
    return head.kind if head else ""

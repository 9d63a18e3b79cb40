"""Whether an initiative belongs to no single city: several do it together, or others than cities.

Contract: pure look-ups around a mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.surroundings import Surroundings

_JOINT = views.pattern(
    r"共同|雙方|兩市|兩縣|兩縣市|雙城|兩地|三方|三市|四市|攜手|聯合|聯手|合[辦製開設]|共辦|[合共][組推建]|合作(?=[「《\"]|推動|辦理|推出|開發|$)"
)
_WITH_THEM = views.pattern(
    "[跟與和同](?:他們|她們|對方|彼此)[^,。;「」]{0,4}(?:一起|共同|合作|聯手|攜手)"
)
# Several cities are the subject, whichever they are (兩縣將試辦, 各城宜成立).
_ALL_OF_THEM = views.pattern(
    r"(?<![^,。;:」\n、])(?:此外|同時|未來|今後)?,?(?:雙方|[兩三四五六七八九十數各多](?:座)?(?:市|縣|城|縣市|城市|港市|地|國|港|方)|三方|與會城市|成員城市|會員城市)(?:政府|首長|市長|[^,。;的]{1,6}(?:[局處所館校會院]|單位|部門|業者|團體))?"
    r"(?:並|也|亦|另|還|將|已|再|更|則|都|敲定|均|皆|同意|決定|正|擬|宜|應|共同|預計|計畫|合|於|自|從|每年|未來|每|可|各(?=[派出自由籌認]|負擔)|聯手|攜手|議定|商定|約定|共(?![用享有]))[^。;「」《》]*[「《\"\s]*$"
)
_WORLD = views.pattern(
    r"(?<![與和跟同])(?:歐盟|歐洲聯盟|聯合國(?:(?!合作|共同|聯手|攜手)[^,。;「]){0,10}|世界銀行|世銀|亞洲開發銀行|亞銀|世界衛生組織|世衛|東協|亞太經合會|APEC|非洲聯盟|歐洲委員會|歐盟委員會|執委會)(?:的|推動的|資助的|補助的|提供的)?[「《\"\s]*$"
)
_BY_OTHERS = views.pattern(
    r"[,。;](?:該|這|此|本)(?:程式|系統|平台|應用|應用程式|計畫|服務|工具|App|APP|款|套|項)?[^,。;]{0,4}?(?:完全|全)?(?:是?由)"
    r"(?P<who>[^,。;]{1,12}?)(?:自行|自主|自力|自發|獨立|自己)(?:開發|研發|設計|發起|營運|建置|撰寫|出資|籌資)"
)
# 廣州正與澳門研究「…」: what two cities have not yet agreed on is of neither.
_TALKED_OF = views.pattern(
    "[與和跟同](?![時步樣])[^,。;「」與和跟同]{2,12}?(?:目前|刻)?(?:正|現)?(?:一起|在)?"
    '(?:研[究議擬商]|商[議討]|洽[談商]|[磋協]商|籌[備劃])(?:中)?(?:的)?[「《"\\s]*$'
)
# 貝拉與達沃主導的「…」
_LED = views.pattern(
    '[市縣]?(?:政府|市府|縣府)?(?:主導|發起|提出|提案|提議|倡議|推動|推出|開辦|辦理|負責)(?:的|之)?[「《"\\s]*'
)
# 三項共同計畫分別是：其一，由…牽頭的「…」
_COMMON = views.pattern("共同(?:計畫|行動|專案|方案|倡議|項目)(?:分別|包括|包含|如下|[是為:])")
# 兩市「一本書兩個港」, 兩地合組「…」: those who do it stand right before the name.
_THEIRS_TOGETHER = views.pattern(
    r"(?:雙方|[兩三四五六七八九十](?:座)?(?:市|縣|城|縣市|城市|港|地|國|方))(?:政府)?(?:的|之|(?:共同|合力|攜手|聯手|聯合|[合共])[^,。;的之「」《]{1,4}(?:的|之)?)?[「《\"\s]*$"
)
# 甲市與乙市共同培訓志工，名為「…」
_NAMED = views.pattern('(?:並|也)?(?:名為|取名為?|命名為|定名為|稱為|名叫|叫做?)[「《"\\s]*')
# 由雙方各負擔一半
_SPLIT = views.pattern(
    r"[^。;]{0,24}?由?(?:雙方|[兩三四五](?:市|縣|城|地|國)|(?<=[由,」])[三四五]方|各城)(?:政府)?"
    r"(?:各|共同|平均|均攤|分攤|對半|一起|合力|的?[^,。;「」]{0,6}(?:輪流|輪番|交替))"
)
# 雙港影像駐村, 三城慧鏈
_OF_SEVERAL = views.pattern("[雙兩二三四五六七八九十](?:城|港|市(?!民|場|府)|都(?!市)|縣市|港市)")
# 設立「…」，由會員城市每半年提交一則
_BY_MEMBERS = views.pattern(
    r"[^。;]{0,24}?由(?:各|全體|所有)?(?:會員|成員|參與|與會|加盟|締約|參加|各)(?:的)?(?:城市|縣市|市|國|港市|都市)"
)
# 加入該中心的「…」: that of a body which is no city hall.
_OF_THE_BODY = views.pattern(
    r"(?:該|這家|這個|此)(?:研究)?(?:中心|校|會|院|所|公司|企業|協會|學會|基金會|機構|組織|團體|聯盟|團隊|行|社)(?:的|之|推出的|發起的|主持的|主導的)[「《\"\s]*$"
)
_PUBLIC = views.pattern("市府|縣府|本府|本局|我們|市政府|縣政府|局|處|政府")
_JOINS = views.pattern('(?:參加|加入|參與|加盟)了?(?:國際)?(?:的)?[「《"\\s]*$')
_LEAGUES = tuple(views.fold(word) for word in ("聯盟", "網絡", "網路"))
# 「…」並非政府項目
_NOT_OFFICIAL = views.pattern(
    r"[」》\"\s]*(?:並非|並不是|不是)[^,。;]{0,4}?(?:政府|市府|縣府|公部門|官方|公家)"
)
# 另設「…獎」, 文化局頒發「…獎」: who founds an award gives it; who wins one does not.
_HALLS = views.pattern("[市縣]府")
_FOUNDS = views.pattern(
    '(?:(?:市府|縣府|[^,。;國署部]{2}[局處])(?:[今每去]年|昨|也|則|並)?(?:頒[發贈出授]|舉辦|辦理|評選)|設|設立|設置|創設|創立|開辦|提出|推出|成立|催生)(?:了|出)?[「《"\\s]*$'
)
# 獲氣象局頒發: of those who win one only the own hall is told (獲市府頒發).
_WINS = views.pattern("獲|接受")
# 由兩座城市各出一半經費，共同立項。目前在做的有三個：
_STOCK = views.pattern(
    r"(?:雙方|[兩三四五](?:座)?(?:城市|縣市|市|城|地|國|港))[^。\n]{0,30}(?:共同|合[辦作]|共辦|一起|各出|聯手|攜手)[^。\n]*"
    r"[。,;](?:(?![本該]市|[市縣]府(?![與和跟及]))[^。「《\n]){0,14}(?:有|共|計|為|是)[兩二三四五六七八][個項件樁大](?:[^,。:;]{0,6})[,。:;]"
)
_ALLIANCE = "联盟"
_CALLED_ALLIANCE = views.pattern("[」》]聯盟")
# 護溪志工聯盟: its members are no cities.
_OF_PEOPLE = views.pattern("志工|義工|里民|鄰里|居民|家長|巡守")
_FIRMS = r"(?:廠商|企業|業者|店家|商家|超商|飯店|學校|醫院|社區|大學|公司|\d+[餘多]?[家間])"
_OF_FIRMS = views.pattern(f"[^。]{{0,16}}{_FIRMS}")
_WITH_FIRMS = views.pattern(f'[與和跟及邀找][^,。;「」]{{0,8}}{_FIRMS}[^,。;「」]{{0,8}}[「《"]?$')
_CLOSING = '」》" '
_AND = views.pattern(r"(?:市|縣)?(?:政府|市府|縣府)?[與和跟及、][\u3400-\u9fff]{0,4}")
_BEHIND = 60
_PAIR = 2


def is_shared(around: Surroundings, mention: Mention, low: int, places: Sequence[Mention]) -> bool:
    """Whether the clause from ``low``, which names ``places``, gives a mention several owners."""
    doc = around.doc
    if doc.view[low - 1 : low] == "," and _NAMED.fullmatch(doc.view, low, mention.start):
        low, _ = around.clause(max(low - 2, 0), max(low - 1, 0))
        places = doc.kept_in(low, mention.start, "CITY", "COUNTRY", "ORGANIZATION")
    cities = {place.entity_id for place in places if place.label == "CITY"}
    named = any(place.label == "CITY" and place.form != "anaphora" for place in places)
    if is_joint(doc.view[low : mention.start]) and (
        len(cities) > 1
        or around.is_register
        or (not cities and _is_of_pair(around, mention, low))
        or len(_homes_of_people(around, low, mention.start)) > 1
    ):
        return True
    if _WITH_THEM.search(doc.view, low, mention.start):
        return True
    if len(cities) > 1 and _is_of_both(around, mention, low):
        return True
    first, high = around.sentence(mention.start)
    if _COMMON.search(doc.view, first, mention.start):
        return True
    if _THEIRS_TOGETHER.search(doc.view, max(first, mention.start - 12), mention.start):
        return True
    if any(
        sign.match(doc.view, mention.end, min(high, mention.end + _BEHIND))
        for sign in (_SPLIT, _BY_MEMBERS)
    ):
        return True
    if not named and _ALL_OF_THEM.search(doc.view, first, mention.start):
        return True
    return not named and _is_in_stock(around, mention, first)


def _is_in_stock(around: Surroundings, mention: Mention, first: int) -> bool:
    """Whether the paragraph counted up before what cities do together, with no city behind it."""
    doc = around.doc
    top = doc.view.rfind("\n", 0, first) + 1
    stock = _STOCK.search(doc.view, top, mention.start)
    cities = doc.kept_in(stock.end(), mention.start, "CITY") if stock is not None else ()
    return stock is not None and all(city.form == "anaphora" for city in cities)


def _is_of_both(around: Surroundings, mention: Mention, low: int) -> bool:
    """Whether two cities of the clause from ``low`` lead it or only talk of it."""
    doc = around.doc
    if _TALKED_OF.search(doc.view, low, mention.start):
        return True
    one, other = doc.kept_in(low, mention.start, "CITY")[-_PAIR:]
    is_pair = _AND.fullmatch(doc.view, one.end, other.start) is not None
    return is_pair and _LED.fullmatch(doc.view, other.end, mention.start) is not None


def _is_of_pair(around: Surroundings, mention: Mention, low: int) -> bool:
    """Whether the last two cities of the sentence are a pair (大阪市與堺市宣布，將共同試行…)."""
    first, _ = around.sentence(mention.start)
    cities = [c for c in around.doc.kept_in(first, low, "CITY") if c.form != "anaphora"]
    return any(
        one.entity_id != other.entity_id
        and _AND.fullmatch(around.doc.view, one.end, other.start) is not None
        for one, other in pairwise(cities[-_PAIR:])
    )


def _homes_of_people(around: Surroundings, start: int, end: int) -> set[str]:
    """Return the cities of the people in ``start..end`` (江市長與朴市長共同為「…」揭牌)."""
    people = around.doc.kept_in(start, end, "PERSON")
    homes = (around.voices.of_person(person.entity_id).city_id for person in people)
    return {home for home in homes if home is not None}


def is_of_several(name: str) -> bool:
    """Whether a folded name tells that several cities share it (三城慧链)."""
    return _OF_SEVERAL.match(name) is not None


def is_given(around: Surroundings, mention: Mention, lexicon: InitiativeLexicon) -> bool:
    """Whether an award is one that others give: not one just founded, nor 「…有獎」App."""
    view, behind = around.doc.view, mention.end
    while behind < len(view) and view[behind] in _CLOSING:
        behind += 1
    head = lexicon.head_at(view, behind)
    if head is not None and head.kind != "award":
        return False
    low, _ = around.clause(mention.start, mention.end)
    founds = _FOUNDS.search(view, low, mention.start)
    if founds is None:
        return True
    wins = _WINS.search(view, low, founds.end())
    return wins is not None and not _HALLS.search(view, wins.end(), founds.end())


def is_joint(before: str) -> bool:
    """Whether the words before a mention tell that something is done together."""
    return _JOINT.search(before) is not None


def is_of_others(around: Surroundings, mention: Mention) -> bool:
    """Whether the union of states gives it, or neighbours or firms made it (由部落自行開發).

    A league that one joins is not one's own: 參加「亞洲城市韌性網絡」.
    """
    doc = around.doc
    low, _ = around.clause(mention.start, mention.end)
    is_league = doc.view.startswith(_LEAGUES, mention.end - 2)
    if is_league and _JOINS.search(doc.view, low, mention.start):
        return True
    if _WORLD.search(doc.view, low, mention.start):
        return True
    if _OF_THE_BODY.search(doc.view, low, mention.start):
        return True
    if _NOT_OFFICIAL.match(doc.view, mention.end):
        return True
    _, high = around.sentence(mention.start)
    made = _BY_OTHERS.search(doc.view, mention.end, min(high, mention.end + _BEHIND))
    if made is None or _PUBLIC.search(made["who"]):
        return False
    return not doc.kept_in(mention.end, made.end(), "CITY", "COUNTRY", "INITIATIVE")


def is_of_members(around: Surroundings, mention: Mention) -> bool:
    """Whether an alliance is that of its members: no firms or neighbours with one host."""
    name = around.doc.view[mention.start : mention.end]
    is_alliance = name.endswith(_ALLIANCE) and len(name) > len(_ALLIANCE)
    is_alliance = is_alliance or _CALLED_ALLIANCE.match(around.doc.view, mention.end) is not None
    return is_alliance and not _OF_PEOPLE.search(name) and not _is_of_firms(around, mention)


def _is_of_firms(around: Surroundings, mention: Mention) -> bool:
    """Whether the members of an alliance are told to be firms or schools, so that it has a host."""
    low, _ = around.clause(mention.start, mention.end)
    view = around.doc.view
    if len({city.entity_id for city in around.doc.kept_in(low, mention.start, "CITY")}) > 1:
        return False  # 甲市與乙市及20家醫院
    after = _OF_FIRMS.match(view, mention.end)
    return bool(after or _WITH_FIRMS.search(view, low, mention.start))

"""The one city that made an initiative with others, or for which others made it.

Contract: pure look-ups in the clause before a mention.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.initiatives.owner import Owner, of_actor, of_place
from pipeline.relations.surroundings import Surroundings

_JOINED = views.pattern(r"[與和跟及、]\s*$")
# 第二區介紹橫濱與企業合作的「…」: only shown here.
_SHOWN = views.pattern("(?:介紹|看到|展示|展出|分享|參觀|觀摩|體驗|是|有|包括|包含|還有)了?$")
_WITH = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:[^,。;與和跟]{2,4}[局處會])?(?:[^,。;與和跟及、「」]{0,10}(?:[年月日天季]|起|間|底|初|也|亦|已|並|則|正|曾|另))?[與和跟同及][^,。;]{2,24}(?:合作|共同|聯合|攜手|一起)[^,。;「《]{0,4}的?[「《\"\s]*$"
)
# Made by somebody for a city, or with it: 為順化設計的, 與河內市合作的.
_MADE_FOR = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:量身)?(?:設計|打造|開發|建置|訂做|製作|研發)的?[「《\"\s]*"
)
_OURS = views.pattern("[我本][市府縣局]|市府|縣府|我們")
_FOR = views.pattern("[為替幫]$")
# 希市「…」, 希方的「…」
_SHORT_CITY = views.pattern(
    r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[市方城](?:的|之|則|也|有|推|辦|已?推出|推動)?[「《\"\s]*$"
)
_WITH_IT = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府)?(?:一起|共同|攜手)?(?:合作|合辦|推動|試辦)的[「《\"\s]*"
)

# 石垣市研發之「…」, 濱松市設計的教案「…」
_MADE_BY = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府|公所|[^,。;的之與和「」]{2,6}[局處會])?(?:[於在自]?\d{4}年起?|去年|今年)?"
    r"(?:(?:[為因替依]|針對|利用|透過|結合)[^,。;的之與和跟及、「」]{1,12}?[而所]?)?(?:自行|自主|首先|率先|最早)?"
    "(?:研發|開發|設計|首創|獨創|自創|創辦|推動|推出|推行|發行|主導|打造|啟用|實施|施行|試辦|試行|營運|經營|主辦|開辦|建置|建立|發起|提出|辦|做|推)"
    r"(?:的|之)(?:[^,。;:的之與和跟及、「」]{1,8}(?=[「《\"]))?[「《\"\s]*"
)
# 基金會在祕魯執行的「…」; what a body only tries or uses may be its city's.
_MADE_BY_BODY = views.pattern(
    r"(?:在[^,。;的之與和跟及、「」]{1,8}?)?(?:自行|自主|首先|率先|正)?(?:執行|推薦|承作|製作|研發|開發|設計|首創|獨創|創辦|主導|主辦|發起|提出)的"
    r"(?:[^,。;:的之與和跟及、「」]{1,8}(?=[「《\"]))?[「《\"\s]*"
)
# A city where firms or offices do it: 在臺北市南機場國宅試辦「…」
_SITE = views.pattern(
    r"(?:市|縣)?[^,。;:的之與和跟及「」]{0,20}(?:試辦|試做|試行|試點|推動|推出|推行|建置|設置|設立|啟用|打造|測試|實施|展開|布建|落地|上線|登場|上路)(?:了|的|為|成)?(?:一[套個項座])?[「《\"\s]*"
)
_AT = views.pattern("[在於]$")
# What tells behind a name who does it: 「…」平台（雲林縣主辦）, 「…」由大津市政府營運
_OPENED = views.pattern(
    r"[」》\"\s]*(?:\([A-Za-z][^()]{0,40}\))?[^,。;:()「」《》的]{0,6}(?:\(由?|,?[係是乃]?由)"
)
_HOSTS = views.pattern(
    r"(?:市|縣)?(?:政府|市府|縣府|公所|[^,。;:()的之與和跟及、「」]{2,8}[局處])?(?:自行|獨力|負責|統籌|擔任|所|主要)?"
    "(?:主辦|主責|主導|主政|承辦|統籌|負責(?=[營維管開建辦執主承統推提]|[,。;)])|發起|營運|經營|主持|提案|提出|管理|建置|開發|研發|設計|推動|辦理|創辦|首創)"
)
_CLOSED = views.pattern(r"(?:市|縣)?(?:政府|市府|縣府)?\)")
_BARE = views.pattern(r"[」》\"\s]*(?:\([A-Za-z][^()]{0,40}\))?\s*\(")
_NAME_REACH = 24
_OF_STATE = frozenset({"ministry", "agency"})
# 縣府在竹北市試辦「…」: it is the county's.
_COUNTY_HALLS = tuple(map(views.fold, ("縣府", "縣政府")))
# A subject stands so near the head of its clause.
_LEAD = 4


def hosted_by(around: Surroundings, mention: Mention) -> Owner | None:
    """Return the one city told right behind a name to do it: 「…」平台（雲林縣主辦）."""
    doc = around.doc
    opened = _OPENED.match(doc.view, mention.end)
    if opened is None:
        return None
    cities = doc.kept_in(opened.end(), opened.end() + _NAME_REACH, "CITY")
    lands = doc.kept_in(opened.end(), opened.end() + 1 + _NAME_REACH, "COUNTRY")
    first = lands[0].end if lands and lands[0].start == opened.end() else opened.end()
    city = next((c for c in cities if c.start == first and c.form != "anaphora"), None)
    if city is None:
        return _of_ministry(around, opened.end())
    # Behind another word, or a name that has its place, a city alone is where it was: …展（臺北市）
    is_bare = _BARE.fullmatch(opened[0]) is not None
    is_bare = is_bare and not doc.kept_in(mention.start, mention.end, "CITY", "COUNTRY")
    is_bracket = is_bare and _CLOSED.match(doc.view, city.end)
    is_host = is_bracket or _HOSTS.match(doc.view, city.end)
    return of_place(around.voices, city, 9) if is_host else None


def _of_ministry(around: Surroundings, position: int) -> Owner | None:
    """Return the state whose office is told at ``position`` to do it: 由交通部航港局開發."""
    doc = around.doc
    for office in doc.kept_in(position, position + _NAME_REACH, "ORGANIZATION"):
        owner = of_place(around.voices, office, 9)
        body = around.voices.body(office.entity_id)
        is_of_state = body is not None and body.kind in _OF_STATE and owner.city_id is None
        is_maker = office.start == position and _HOSTS.match(doc.view, office.end)
        if is_of_state and is_maker and owner.country_code is not None:
            return Owner(9, "country", None, owner.country_code)
    return None


def made_by(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city or body that made it, told right before the name (石垣市研發之「…」)."""
    doc = around.doc
    makers = doc.kept_in(low, mention.start, "CITY", "ORGANIZATION")
    maker = max(makers, key=lambda place: (place.end, -place.start), default=None)
    if maker is None or maker.form == "anaphora":
        return None
    lands = doc.kept_in(max(low, maker.start - 8), maker.start, "COUNTRY")
    first = lands[-1].start if lands and lands[-1].end == maker.start else maker.start
    made = _MADE_BY if maker.label == "CITY" else _MADE_BY_BODY
    if _JOINED.search(doc.view, low, first) or not made.fullmatch(
        doc.view, maker.end, mention.start
    ):
        return None
    return of_actor(around.voices, maker, 8)


def of_site(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city where a firm or an office does it (在臺北市南機場國宅試辦「…」)."""
    doc = around.doc
    cities = [c for c in doc.kept_in(low, mention.start, "CITY") if c.form != "anaphora"]
    if not cities or len({city.entity_id for city in cities}) > 1:
        return None
    city = cities[-1]
    is_there = _AT.search(doc.view, low, city.start) is not None
    if not is_there or not _SITE.fullmatch(doc.view, city.end, mention.start):
        return None
    return of_place(around.voices, city, 6)


def of_county_at(around: Surroundings, low: int, places: Sequence[Mention]) -> Owner | None:
    """Return the county whose hall opens the clause and acts in a city: 縣府在竹北市開辦「…」."""
    doc = around.doc
    sites = [place for place in places if place.label == "CITY"]
    if not sites or not _AT.search(doc.view, low, sites[-1].start):
        return None
    halls = doc.kept_in(low, sites[-1].start, "ORGANIZATION")
    if not halls or halls[0].start - low > _LEAD:
        return None
    is_county = views.fold(halls[0].text).endswith(_COUNTY_HALLS)
    return of_place(around.voices, halls[0], 6) if is_county else None


def of_partner(
    around: Surroundings, mention: Mention, low: int, places: Sequence[Mention]
) -> Owner | None:
    """Return the city that made it with others (花蓮縣與東華大學合作的「…」)."""
    city = next(place for place in places if place.label == "CITY")
    view = around.doc.view
    opens = city.start - low <= _LEAD or _SHOWN.search(view, low, city.start)
    if not opens or not _WITH.match(view, city.end, mention.start):
        return None
    return of_place(around.voices, city, 7)


def of_short_city(around: Surroundings, mention: Mention, low: int) -> Owner | None:
    """Return the city of the line that its first sign and 市 are short for: 希市「…」."""
    doc = around.doc
    short = _SHORT_CITY.search(doc.view, low, mention.start)
    if short is None or doc.kept_in(short.start(), mention.start, "CITY", "ORGANIZATION"):
        return None
    line, _ = around.line(mention.start)
    named = [
        city
        for city in doc.kept_in(line, short.start(), "CITY")
        if city.form != "anaphora" and views.fold(city.text).startswith(short[1])
    ]
    is_one = len({city.entity_id for city in named}) == 1
    return of_place(around.voices, named[0], 7) if is_one else None


def made_for(
    around: Surroundings, mention: Mention, low: int, places: Sequence[Mention]
) -> Owner | None:
    """Return the one city for or with which somebody else made it (為順化設計的「…」)."""
    cities = [place for place in places if place.label == "CITY"]
    if len(cities) != 1 or cities[0].form == "anaphora":
        return None
    view, city = around.doc.view, cities[0]
    lands = around.doc.kept_in(max(low, city.start - 8), city.start, "COUNTRY")
    first = lands[-1].start if lands and lands[-1].end == city.start else city.start
    is_for = _FOR.search(view, low, first) and _MADE_FOR.fullmatch(view, city.end, mention.start)
    is_with = _JOINED.search(view, low, first) and _WITH_IT.fullmatch(view, city.end, mention.start)
    subjects = any(place.end < first and place.label == "ORGANIZATION" for place in places)
    own = around.voices.of_statement(around.statement(mention)).city_id or around.home
    if is_with and not subjects and own not in (None, city.entity_id):
        # 與清奈市合辦的「…」 is a joint one, but 我市與清奈市合辦的 is told as one's own.
        if _OURS.search(view, low, first):
            return Owner(7, "city", own, around.voices.country_of(own))
        return Owner(8)
    return of_place(around.voices, city, 7) if is_for or (is_with and subjects) else None

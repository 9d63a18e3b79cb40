"""The places around the name of a body: inside it, right before it, in its row of a table.

Contract: pure look-ups on resolved CITY and COUNTRY mentions.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.language.column_words import is_ours
from pipeline.language.columns import column_role
from pipeline.linking.docview import DocView
from pipeline.linking.home import home_city, region_of
from pipeline.linking.sections import WITH, WITHIN_COUNTRY, sections_of
from pipeline.linking.topics import topic_city
from pipeline.recognizers.organizations.implied import RULE
from pipeline.recognizers.places.cell_words import is_host, is_own

PARLIAMENTS = ("國會", "国会", "國民議會", "国民议会", "參議院", "参议院", "眾議院", "众议院")
_PROVINCE = views.pattern("[^市縣]{1,8}[省州邦](?:人民)?政府|[^市縣]{2,6}署[^市縣]{0,6}分署$")
_OF_EVENT = views.pattern(
    "(?:論壇|大會|峰會|年會|聯盟|雙年展|博覽會|影展|競賽)(?:秘書|籌備|執行)處$"
)
# Columns that tell of whom a row is.
_PLACE_COLUMNS = frozenset(("city", "representative"))
# Columns of the offices that have to see to something: 主辦機關, 權責單位.
_SEES_TO_IT = views.pattern("(?:主[辦責]|協辦|承辦|權責|列管|負責)(?:單位|機關|局處|機構)?\\Z")
# 包括|新北市副市長…、
_OPENS_LIST = views.pattern("[ ]?(?:包括|包含|計有|以及|及|與|和|由|[\u3400-\u9fff]{1,4}的)?")
# An entry of a list ends a clause so far back at most.
_LONGEST_LIST = 300
_LISTS, _CLAUSE_ENDS = tuple("、及和與与暨"), ",。;:!?「」()\n"
# Regions that are one city: their offices are the city's.
REGIONS = frozenset({"HK", "MO"})
# Where a bare office is one of home whatever else is named.
CHINESE = frozenset({"TW", "CN", "HK", "MO"})
# Who belongs to a delegation, and where one is told of.
_MEMBERS = views.pattern("團員|隨團(?!隊)|隨行|同行(?=的|者|人員|有|包括)|成員(?=有|包括|包含|為)")
_COMES_ALONG = views.pattern("[^,。;]{2,12}(?:等人)?(?:同行|隨行|隨團)")
_DELEGATION = views.pattern("率[團隊領]|(?:代表|訪問|考察|參訪|訪)團|一行")
_OF_TIME = ("前", "原")
_VISIT = views.pattern("訪問|拜會|拜訪|參訪|造訪|來訪|訪(?=[\u3400-\u9fff])|抵達|前往")
_RECEIVES = views.pattern("[^。;!?]{2,24}?(?:接待|接機|迎接|接見|歡迎|宴請)")
# Districts that bear their own name: an office of theirs is none of a city abroad.
OWN_NAME = views.pattern("[^市縣]{2,4}(?:新區|開發區|高新區|自貿區|試驗區|特區|合作區|示範區)")
_MINISTER = views.pattern("(?:部長|次長|大臣|總統|總理)[^、,。;]{2,14}[、及和與]$")
_ENTRY, _BRACKET = 24, 12
# 出國報告, 赴首爾參加…論壇: who receives is elsewhere.
_JOURNEY = views.pattern(
    "(?P<title>出國|出訪|出席國際|訪問團報告)|(?P<who>各國|外賓|來賓|代表)?(?:赴|前往)(?P<where>[^。;\n]{1,12})(?:參加|出席|考察|訪問|參訪)"
)
_HEAD = 400


def is_of_more(doc: DocView, mention: Mention) -> bool:
    """Whether a body is of a province, state or nation, or of an event: 論壇|秘書處.

    廣東省政府, 維多利亞州政府, 國會.
    """
    text = mention.text
    if _OF_EVENT.search(doc.view, max(0, mention.start - 3), mention.end):
        return True
    if text.endswith(PARLIAMENTS) or (mention.rule == RULE and text.endswith("政府")):
        return True
    return _PROVINCE.match(views.fold(text)) is not None


def is_city_department(doc: DocView, mention: Mention) -> bool:
    """Whether a name that ends like a ministry's begins with a city: 久留米市健康福祉部."""
    return any(city.text[-1] in "市縣县" for city in doc.opening(mention, "CITY"))


def city_of_region(doc: DocView, country_code: str | None) -> str | None:
    """Return the city that a special administrative region is, if the document names it."""
    if country_code not in REGIONS:
        return None
    return next((c.city_id for c in doc.cities if c.country_code == country_code), None)


def adjacent_places(doc: DocView, start: int) -> list[Mention]:
    """Return the places that end at ``start`` but for blanks."""
    low = start
    while low > 0 and start - low < 3 and doc.text[low - 1] in " \u3000/":
        low -= 1
    low -= doc.view[low - 1 : low] in _OF_TIME  # 紐約市|前|規劃局長
    if doc.view[low - 1 : low] == ")":  # 羅薩里奧市（阿根廷）|國際關係局
        opened = doc.view.rfind("(", max(0, low - _BRACKET), low)
        lands = doc.kept_in(opened + 1, low - 1, "COUNTRY") if opened >= 0 else ()
        if lands and (lands[0].start, lands[0].end) == (opened + 1, low - 1):
            low = opened
    near = doc.kept_in(max(0, low - 40), low, "CITY", "COUNTRY")
    return [mention for mention in reversed(near) if mention.end == low and mention.entity_id]


def is_own_row(doc: DocView, row: Segment) -> bool:
    """Whether a row is of the city that the document speaks from: 本市 in the column of cities.

    The host of the meeting (地主城市) is, too, unless the document tells of a journey to it.
    """
    return _has_place(doc, row, is_own) or (_has_place(doc, row, is_host) and not _is_away(doc))


def is_row_of_host(doc: DocView, row: Segment) -> bool:
    """Whether a row is of the host of those who write: nothing tells which city that is."""
    return _has_place(doc, row, is_host) and _is_away(doc)


def _has_place(doc: DocView, row: Segment, fits: Callable[[str, int, int], bool]) -> bool:
    """Whether a cell of places of a row holds a word that fits."""
    return any(
        fits(doc.view, cell.start, cell.end)
        for cell in doc.children(row)
        if column_role(cell.header or "", ()) in _PLACE_COLUMNS
    )


def _is_away(doc: DocView) -> bool:
    """Whether the head of a document tells of a journey to somewhere else than home."""
    title = doc.view.find("\n", 0, _HEAD)
    for told in _JOURNEY.finditer(doc.view, 0, _HEAD):
        if told["title"]:
            if told.start() < title:
                return True
            continue
        places = doc.kept_in(*told.span("where"), "CITY", "COUNTRY")
        if places and not told["who"] and places[0].entity_id != home_city(doc):
            return True
    return False


def row_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the table row around a mention.

    That is home in a column of our own side (本府承辦單位) and in a row of our own, else the one in
    its first cell of places, which may stand behind the mention; where no such cell names one, home
    of whoever has to see to it (主辦機關), else the first city before it.
    """
    row = doc.enclosing(mention, "table_row")
    if row is None:
        return None
    own = doc.enclosing(mention, "cell")
    if own is not None and is_ours(own.header or "") and (home := home_city(doc)) is not None:
        return home
    for cell in doc.children(row):
        if column_role(cell.header or "", ()) in _PLACE_COLUMNS:
            placed = doc.kept_in(cell.start, cell.end, "CITY")
            if placed:
                return placed[0].entity_id
    sees_to_it = any(_sees_to_it(doc, cell, mention) for cell in doc.children(row))
    if sees_to_it or is_own_row(doc, row):
        return home_city(doc)
    cities = doc.kept_in(row.start, mention.start, "CITY")
    return cities[0].entity_id if cities else None


def _sees_to_it(doc: DocView, cell: Segment, mention: Mention) -> bool:
    """Whether a cell tells that a body has to see to what its row is about."""
    is_told = _SEES_TO_IT.match(views.fold(cell.header or "")) is not None
    return is_told and doc.view.find(views.fold(mention.text), cell.start, cell.end) >= 0


def listed_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the entry before an office in its list of people that names one.

    …，高雄市副市長林欽榮、|經濟發展局|局長廖泰翔: the office is one of 高雄.
    """
    start = mention.start - 1
    if doc.view[start : start + 1] not in _LISTS or mention.rule == RULE:
        return None
    floor = max(0, start - _LONGEST_LIST)
    low = max(floor - 1, *(doc.view.rfind(mark, floor, start) for mark in _CLAUSE_ENDS)) + 1
    people = doc.kept_in(low, start, "PERSON")
    if not people or people[-1].end != start:
        return None
    while start > low:
        end, start = start, max(low, *(doc.view.rfind(m, low, start) + 1 for m in _LISTS))
        begun = _OPENS_LIST.match(doc.view, start) if start == low else None
        first = begun.end() if begun is not None else start
        places = doc.kept_in(start, end, "CITY", "COUNTRY")
        if places:
            if len(places) > 1 and places[0].start == first and places[0].end == places[1].start:
                first, places = places[1].start, places[1:]  # 以色列|特拉維夫市長顧問
            is_city = places[0].label == "CITY" and places[0].start == first
            return places[0].entity_id if is_city else None
        start -= start > low
    return None


def city_around(doc: DocView, mention: Mention) -> str | None:
    """Return the city that the row, list or delegation of a local office tells."""
    told = row_city(doc, mention) or listed_city(doc, mention)
    told = told or delegation_city(doc, mention) or host_city(doc, mention)
    return told or local_topic(doc, mention)


def local_topic(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the turn, paragraph or part around an office, if they write Chinese there.

    雲林走得更遠。|建設處|處長許宏博…: the office is one of 雲林, whoever else the text tells of.
    """
    city_id = topic_city(doc, mention)
    is_told = country_of(doc, city_id) in CHINESE
    return city_id if is_told else headed_city(doc, mention)


def headed_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city that heads the part around an office, if people there write Chinese."""
    city_id = sections_of(doc).city_at(mention.start)
    return city_id if country_of(doc, city_id) in CHINESE else None


def in_region(doc: DocView, told: str | None, *, is_of_both: bool) -> str | None:
    """Return the region whose offices speak, for an office that nothing places, or None.

    Args:
        doc: the document.
        told: the country told, or None.
        is_of_both: whether both regions have a body of the name, so that either was told: 立法會.
    """
    return region_of(doc) if told is None or (is_of_both and told in REGIONS) else None


def delegation_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city of the delegation among whose members an office is named.

    札幌市代表團參訪臺北市政府，團員有|數位戰略推進局|局長…: the office is one of 札幌.
    """
    leaf = doc.segment(mention.segment_id)
    outer = next(doc.ancestors(leaf), leaf)
    members = [m.end() for m in _MEMBERS.finditer(doc.view, leaf.start, mention.start)]
    if _COMES_ALONG.match(doc.view, mention.end, leaf.end):
        members.append(mention.start)
    if not members:
        return None
    for low in (leaf.start, min(outer.start, leaf.start)):
        team = _DELEGATION.search(doc.view, low, members[-1])
        cities = doc.kept_in(low, team.start(), "CITY") if team is not None else ()
        named = [city.entity_id for city in cities if city.form != "anaphora"]
        if named:
            return named[-1]
    return None


def host_city(doc: DocView, mention: Mention) -> str | None:
    """Return the city a delegation came to, of an office that receives it.

    普吉市長率團訪基隆市，市長謝國樑、|產業發展處|長接待: the office is one of 基隆.
    """
    leaf = doc.segment(mention.segment_id)
    if _RECEIVES.match(doc.view, mention.end, leaf.end) is None:
        return None
    visit = list(_VISIT.finditer(doc.view, leaf.start, mention.start))
    after = visit[-1].end() if visit else mention.start
    cities = doc.kept_in(after, mention.start, "CITY")
    first = next((city for city in cities if city.form != "anaphora"), None)
    return first.entity_id if first is not None and first.start - after < 4 else None


def state_beside(doc: DocView, mention: Mention) -> str | None:
    """Return the country whose minister the entry before an office in a list is.

    印尼總統接見住房部長巴蘇基、|新首都管理局|局長: the office is one of the state.
    """
    if doc.view[mention.start - 1 : mention.start] not in _LISTS:
        return None
    leaf = doc.segment(mention.segment_id)
    if _MINISTER.search(doc.view, max(leaf.start, mention.start - _ENTRY), mention.start) is None:
        return None
    countries = doc.kept_in(leaf.start, mention.start, "COUNTRY")
    return countries[0].entity_id if countries else None


def city_in_sentence(doc: DocView, mention: Mention) -> str | None:
    """Return the nearest city before a mention in its own sentence, not one that is a partner.

    台中將與韓國仁川締結姊妹市，市府澄清: the city hall is that of 台中.
    """
    leaf = doc.segment(mention.segment_id)
    for other in reversed(doc.kept_in(leaf.start, mention.start, "CITY")):
        is_region = country_of(doc, other.entity_id) in REGIONS and doc.view[mention.start] == "市"
        if other.form != "anaphora" and not _is_partner(doc, leaf.start, other) and not is_region:
            return other.entity_id
    return None


def _is_partner(doc: DocView, low: int, city: Mention) -> bool:
    countries = doc.kept_in(low, city.start, "COUNTRY")
    start, last = city.start, countries[-1] if countries else city
    if last.end == start or WITHIN_COUNTRY.fullmatch(doc.view, last.end, start):
        start = last.start  # 與|日本|宮城縣|仙台市
    return doc.view[start - 1 : start] in WITH and start > low


def country_of(doc: DocView, city_id: str | None) -> str | None:
    """Return the country of one of the document's cities."""
    return next((c.country_code for c in doc.cities if c.city_id == city_id), None)

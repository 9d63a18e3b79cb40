"""The city a local title without a place is held in: one that the text speaks of and that fits.

Contract: pure look-ups on resolved mentions; a Japanese is no mayor of a city of Taiwan, a
foreigner none of the city a document speaks for, somebody with a Chinese name none of Braga.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView
from pipeline.linking.organization_places import is_own_row, is_row_of_host
from pipeline.linking.people_groups import Written
from pipeline.linking.topics import arrived_city, topic_city
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.titles.finder import ReadTitle
from pipeline.recognizers.titles.unlisted import UNLISTED
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.foreigners import ROMANIZED, is_foreign, is_japanese, may_be_japanese
from pipeline.relations.roles.held import Held
from pipeline.relations.roles.offices import Home, is_behind_body
from pipeline.relations.roles.origins import of_land

# Where people have names in Chinese characters, Chinese ones or such as look Chinese.
_CHINESE = frozenset({"TW", "CN", "HK", "MO", "SG", "MY", "KR", "KP", "VN"})
GREATER_CHINA = frozenset({"TW", "CN", "HK", "MO"})
_SHORTEST_NAME = 2

# Held in counties alone: 縣長 is nobody in 高雄市.
_OF_COUNTY = tuple(map(views.fold, ("縣長", "縣議員", "縣議長", "縣府")))
# 自高雄小港機場入境: where a venue is, nobody holds an office for.
_VENUE = views.pattern(
    "[\u3400-\u9fff]{0,4}(?:機場|車站|火車站|高鐵站|航空站|轉機|會議中心|展覽館|世貿|飯店|酒店|賓館)"
)
# Titles of Taiwan, also borne by people with indigenous names: 拉罕．武茂鄉長.
_OF_TAIWAN = frozenset(map(views.fold, ("鄉長", "鎮長", "里長", "村長", "縣長", "縣議員", "立委")))

_REGIONS = frozenset({"HK", "MO"})  # without mayors
_CITY_TITLE = views.pattern("[市縣]長$|^[市省]委")
_OF_TOWNSHIP = tuple(map(views.fold, ("鄉長", "鎮長", "鄉民代表", "鎮民代表")))
_AT = tuple(views.fold("在於到赴抵訪"))
# 臺中市|與韓國|大田市締結姊妹市，: what joins a partner to the subject.
_JOINED = views.pattern("(?:政府|市府|縣府)?[與和跟同及][^與和跟同及,。;]{0,6}$")
# 哈倫緊鄰|阿姆斯特丹, 爾文夾在達拉斯與|沃斯堡中間: what tells where another one lies
_LANDMARK = views.pattern(
    "(?:緊鄰|鄰近|毗鄰|比鄰|靠近|遠離|[相距]?離|距|夾在|介於|(?:夾在|介於)[^,。;]{1,10}[與和及])(?:首都|大城)?$"
)
_FARTHEST_MARK = 16
_CLAUSE = re.compile("[,;。]")
_NEAR = 10
_WELCOMES = "接見|接待|迎接|接機|歡迎|設宴|宴請|會見|親迎"
# 水原市長率團來訪，副市長葉以安|親自接見: who receives guests is of home.
_RECEIVES = views.pattern(
    "(?:(?:親自|今[日天]|昨[日天]|也|則|特地|率|[於在到赴]|代表|[及與和]|等)[^,。;]{0,20}?)?"
    f"(?:{_WELCOMES})"
)
# 轉往蔚山。副市長姜南道|親自導覽|太和江: who shows travellers around is of where they are.
SHOWS = views.pattern(
    "(?:親自|也|則|特地|全程|率[^,。;]{1,8}|[於在到赴][^,。;]{1,12}|偕[^,。;]{1,8}){0,2}"
    f"(?:{_WELCOMES}|導覽|解說|作東|帶[領著團隊]|陪同|陪著)"
)
_OF_WHOLE_CITY = frozenset(map(views.fold, ("市長", "縣長")))
# Offices no city of Taiwan has: 縣知事, 州長, 區廳長.
_ABROAD = tuple(
    map(
        views.fold,
        (
            *("知事", "郡長", "郡守", "州長", "府尹", "區廳長"),
            *("首席部長", "州務大臣", "行政議員"),
        ),
    )
)
# Titles of city offices: without an office named they belong to the home city, too.
_LOCAL_HEADS = frozenset(
    views.fold(title)
    for title in (
        *("局長", "處長", "科長", "課長", "主委", "主任委員", "主任秘書", "區長", "發言人"),
        *("市民代表", "鄉民代表", "鎮民代表", "紀錄", "記錄", "承辦人", "承辦", "致詞人"),
        *("聯絡人", "聯繫人", "連絡人", "市長夫人", "縣長夫人"),
        # Ranks of the civil service.
        *("專門委員", "簡任技正", "技正", "技士", "技佐", "股長", "科員", "課員", "辦事員"),
        *("簡任秘書", "總工程司", "副總工程司", "正工程司", "幫工程司", "專員", "視察"),
        *("約僱人員", "約聘人員", "職員", "市職員"),
    )
)
# 紀錄：|科員, 承辦人：|課員: who keeps the papers is of the office they are of.
_PAPERS = views.pattern("(?:[紀記]錄|承辦|製表|填表|聯[絡繫])(?:人員?|者)?[ ]?:[ ]?$")
_LONGEST_LABEL = 8
_ACADEMIC = frozenset(
    map(views.fold, ("教授", "副教授", "助理教授", "講師", "學生", "研究生", "博士生", "研究員"))
)
# Titles of a representative office: 代表, 大使.
MISSION_HEADS = frozenset(map(views.fold, ("代表", "大使", "公使", "組長", "參事", "領事")))


def is_local(read: ReadTitle, near: Neighbours, start: int) -> bool:
    """Whether the title is one of a city, council or city office, or nobody knows of what."""
    head = views.fold(read.head)
    if read.scope in ("city", "council") or head in _LOCAL_HEADS:
        return True
    title = near.starting(start, "TITLE")
    is_unlisted = title is not None and title.rule == UNLISTED
    is_clerk = _PAPERS.search(near.doc.view, max(0, start - _LONGEST_LABEL), start) is not None
    if head in _ACADEMIC:
        return False  # 城鄉所|教授
    return (
        is_unlisted or is_clerk or (head not in MISSION_HEADS and is_behind_body(near.doc, start))
    )


def local_city(
    near: Neighbours, written: Written, held: Held, home: Home, lexicon: PeopleLexicon
) -> str | None:
    """Return the city of a local title, or None.

    The nearest fitting city before it in its sentence (a foreigner's: its paragraph), the one
    that heads its section, the home city, and for a Chinese name the fitting city the document
    names most.
    """
    if held.rule.startswith("before") and _is_of_unknown(near, held, lexicon):
        return None
    row = near.doc.enclosing(written.mention, "table_row")
    if row is not None and is_row_of_host(near.doc, row):
        return None
    told = of_land(near, min(held.start, written.mention.start))
    fits = told or fitting(near, written, held.title, lexicon)
    low = _reach(near, written.mention, is_wide=is_foreign(near, written, lexicon))
    may_be_home = home.city_id is not None and fits(home.city_id)
    if may_be_home and _is_ours(near, written.mention):
        return home.city_id
    if SHOWS.match(near.doc.view, written.mention.end):
        arrived = arrived_city(near.doc, written.mention)
        if arrived is not None and fits(arrived):
            return arrived
    is_host = _RECEIVES.match(near.doc.view, written.mention.end) is not None
    if may_be_home and (is_host or views.fold(held.title).endswith(_OF_TOWNSHIP)):
        return home.city_id
    for city in reversed(near.doc.kept_in(low, held.start, "CITY")):
        if city.form == "anaphora" or _VENUE.match(near.doc.view, city.end):
            continue
        if _LANDMARK.search(near.doc.view, max(0, city.start - _FARTHEST_MARK), city.start):
            continue
        # …在台北登場，縣長偕同|秘書長: where something is, not whose it is.
        if may_be_home and near.doc.view[city.start - 1 : city.start] in _AT:
            continue
        if may_be_home and _is_partner(near, city, held.start, home.city_id):
            continue
        if fits(city.entity_id):
            return city.entity_id
    topic = topic_city(near.doc, written.mention)
    if topic is not None and near.countries.get(topic) in GREATER_CHINA and fits(topic):
        return topic
    headed = near.sections.city_at(held.start, fits)
    if headed is not None and near.doc.enclosing(written.mention, "table_row") is None:
        return headed
    if home.city_id is not None:
        if fits(home.city_id):
            return home.city_id
        is_known = is_japanese(views.fold(written.name), lexicon)
        if is_known or not is_foreign(near, written, lexicon):
            return _most_named(near, fits)
    return None


def _is_ours(near: Neighbours, mention: Mention) -> bool:
    """Whether the column or the row of a table is our own side's: 我方代表, 本市 | 局長 X."""
    row = near.doc.enclosing(mention, "table_row")
    return row is not None and (near.is_on_our_side(mention) or is_own_row(near.doc, row))


def _is_partner(near: Neighbours, city: Mention, start: int, home: str | None) -> bool:
    """Whether the subject before is home: 臺中市與韓國大田市結盟，|市長盧秀燕 is of 臺中."""
    view = near.doc.view
    joined = _JOINED.search(view, max(0, city.start - _NEAR), city.start)
    if joined is None or not _CLAUSE.search(view, city.end, start):
        return False
    subject = near.ending(joined.start(), "CITY")
    return subject is not None and subject.entity_id == home


def _is_of_unknown(near: Neighbours, held: Held, lexicon: PeopleLexicon) -> bool:
    """Whether a place nobody knows stands right before a mayor's title: 石獅|市長朱啟平."""
    view, start = near.doc.view, held.start
    before = view[max(0, start - 2) : start]
    if views.fold(held.title) not in _OF_WHOLE_CITY or len(before) < 2:
        return False
    if not all(map(is_han, before)) or near.ending(start, "PERSON", "TITLE"):
        return False
    han = lexicon.han
    return not (before in han.common or han.edges.is_open_at(view, start, 0))


def _reach(near: Neighbours, mention: Mention, *, is_wide: bool) -> int:
    leaf = near.doc.segment(mention.segment_id)
    outer = next(near.doc.ancestors(leaf), None) if is_wide else None
    if outer is None or outer.kind == "table_row":
        return leaf.start
    return min(leaf.start, outer.start)


def fitting(
    near: Neighbours, written: Written, title: str, lexicon: PeopleLexicon
) -> Callable[[str | None], bool]:
    """Return whether a city may be the one of somebody with this name."""
    view = views.fold(written.name)
    is_taiwanese = views.fold(title).endswith(tuple(_OF_TAIWAN))
    is_of_city = _CITY_TITLE.search(views.fold(title)) is not None
    is_abroad = views.fold(title).endswith(_ABROAD)
    is_of_county = views.fold(title).endswith(_OF_COUNTY)
    is_of_japan = is_japanese(view, lexicon)
    is_guest = is_foreign(near, written, lexicon) and not is_taiwanese

    def fits(city_id: str | None) -> bool:
        country = near.countries.get(city_id or "")
        if country is None:
            return True
        if is_of_county and city_id not in near.counties and country != "JP":
            return False
        if (is_abroad and country == "TW") or (is_of_city and country in _REGIONS):
            return False
        if is_of_japan:
            return country == "JP"
        if is_guest:
            return country not in GREATER_CHINA or bool(ROMANIZED.search(written.name))
        # 范副市長: no Japanese is called so by one sign.
        is_near = country in _CHINESE or (len(view) < _SHORTEST_NAME and country != "JP")
        return is_near or (country == "JP" and may_be_japanese(view, lexicon))

    return fits


def _most_named(near: Neighbours, fits: Callable[[str | None], bool]) -> str | None:
    """Return the fitting city that the document names most, None if two are named as often."""
    named = Counter(m.entity_id for m in near.doc.of_label("CITY") if fits(m.entity_id))
    best = named.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


# 對方城市：波蘭羅茲, or 葡萄牙波多市速覽, in the head of a sheet about one partner
_PARTNER_FIELD = views.pattern(
    "(?:^|\n)[ ]*(?:對方|外方|締[盟約]|結盟|合作|姊妹|友好|夥伴)(?:城市|市)(?:名稱)?[ ]?:"
    "[^\n]*|\\A[^\n,。]{2,30}市?(?:速覽|簡介|概況|小?檔案|資料卡|背景資料|城市介紹)(?=[^\n]{0,6}\n)"
)
_SHEET_HEAD = 600


def partner_of_sheet(doc: DocView) -> str | None:
    """Return the city that a sheet is about, by its title or a field for the other side."""
    fields = _PARTNER_FIELD.finditer(doc.view, 0, _SHEET_HEAD)
    told = {one.entity_id for field in fields for one in doc.kept_in(*field.span(), "CITY")}
    return next(iter(told)) if len(told) == 1 else None


def partner_in_row(near: Neighbours, mention: Mention) -> str | None:
    """Return the last city of a row's columns of cities: 甲方 is us, 乙方 are they."""
    row = near.doc.enclosing(mention, "table_row")
    cities = near.in_cells(row, ("city",), "CITY", theirs=True) if row is not None else []
    return cities[-1].entity_id if cities else None

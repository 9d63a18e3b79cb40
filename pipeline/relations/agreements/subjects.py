"""Cities and bodies that act in a sentence without standing beside their partner.

Contract: pure look-ups: 甲大學校長在市長見證下，與乙大學簽署 tells of both universities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import views
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.tokens import CITY, OTHER_PARTY, TRIGGERS, WE

# A body opens a clause, and the sentence goes on behind a comma without naming anybody else.
_ACTING = re.compile(f"(?:^|[,;:])({OTHER_PARTY})([^{CITY}{OTHER_PARTY}。;:]{{1,30}},)$")
# 與甲、乙分別簽署: with each of them
EACH = views.pattern("分別|各自|個別|各別|先後|陸續|相繼")
_EACH_OF = re.compile(
    f"(?P<b>(?:{CITY}[{views.simplify('、與和及')}])+{CITY})"
    f"(?:{EACH.pattern})[{views.simplify('也已都')}]?$"
)
# It only tells of others, or helps them.
_NOT_ACTING = views.pattern(
    "表示|[說稱]|指出|透露|宣布|認為|公布|強調|提醒|說明|補助|協助|支持|媒合|安排|邀|主辦|陪同|牽線|居中|推薦|下,"
)
# 在市長見證下
_WITNESSED = views.pattern("在[^,]{0,8}見證[之]?下,$")
# 兩市商會簽署: the bodies sign.
_OF_BODIES = views.pattern(
    f"{WE}的?[^,。;、簽將在就於與和針透由{CITY}]{{0,6}}?(?:商[工業]?會|會議所|[協公工農漁學]會|大學|高中|學校|企業|業者|公司|團體|醫院|銀行|機構|單位)"
    "(?:(?!見證|交流|往來|合作|代表|[互並共同])[^,。;]){0,10}簽"
)
# 聯貸合約, 維修協議: what is bought is no tie.
_OF_TRADE = views.pattern(
    "(?:貸款?|維[修護]|採購|承攬|工程|統包|買賣|租[賃借]|供[應電水]|保險|勞務|委[託外]|營運|代言|建[置造]|設計|顧問|銷售|購[買電]|車輛|授權)(?:合約|契約|協議)"
)
# 簽署防災協定: no bare paper
_OF_TOPIC = views.pattern(
    "(?:簽署|簽訂|簽定|簽下|簽有|締結|訂有|簽了|簽)(?:了|有|一[份項紙])?[「《]?(?!該|此|這|上述|前述|新)[\u3400-\u9fff]{2,10}$"
)
# 與三個以上的對象簽署: with nobody who is named
_MANY = views.pattern(
    f"[與和跟][^,。;、{CITY}{OTHER_PARTY}{WE}]{{0,8}}(?:對象|城市|縣市|國家|單位|機構|夥伴|企業|公司|大學|學校)"
    "[^,。;]{0,4}簽"
)
_JOINS = views.pattern("[與和跟同]")
# 甲、乙與丙簽署: the last of a list stands beside its partner.
_LISTED = views.pattern("、|,?以及|,?還有")
# 此行走訪甲、乙與丙: those somebody goes to are no subjects.
_IN_LIST = re.compile(f"[^,;:。、\ue000-\uf8ff](?:{CITY}、)+$")
_NOT_SUBJECT = views.pattern("[與和跟同及]|的")
_REACH, _TRADE_REACH = 32, 4


def each_before(text: str, end: int) -> re.Match[str] | None:
    """Return who each agree with one told next: 甲、乙相繼|與丙."""
    return _EACH_OF.search(text, 0, end)


def acting_body(text: str, position: int) -> int | None:
    """Return where the body stands that signs what a skeleton tells from ``position`` on.

    >>> acting_body(OTHER_PARTY + views.fold("隨後赴東京，") + "与" + CITY, 7)
    0
    >>> acting_body(OTHER_PARTY + views.fold("表示，") + "与" + CITY, 4) is None
    True
    """
    low = max(0, position - _REACH)
    found = _ACTING.search(text, low, position)
    if found is None or _NOT_ACTING.search(_WITNESSED.sub("", found[2])):
        return None
    return found.start(1)


def is_of_others(text: str, match: re.Match[str]) -> bool:
    """Whether those whom a match names only look on, or sign with others who are not named.

    Bodies of two cities sign in its clause, or only the sort or number of the partners is told.
    """
    low, high = match.span()
    low = max(text.rfind(",", 0, low), text.rfind(";", 0, low)) + 1
    if _OF_BODIES.search(text, low, high):
        return True
    # 與丙市和合作單位簽署 names one of them.
    many = _MANY.search(text, match.end("b"), match.start("t"))
    return many is not None and text[many.start() - 1] not in (CITY, OTHER_PARTY)


def joined_to(skeleton: Skeleton, position: int) -> Party | None:
    """Return the party right before the 與 at a position."""
    before = skeleton.parties.get(position - 1, ())
    return before[0] if before and _JOINS.match(skeleton.text, position) else None


def is_bare_pact(text: str, position: int) -> bool:
    """Whether a paper is named by no topic, so that it is one told before: 重新簽署協議."""
    return text[position] == TRIGGERS["pact"] and not _OF_TOPIC.search(text, 0, position)


def is_bought(
    view: str, skeleton: Skeleton, match: re.Match[str], groups: Sequence[Sequence[Party]]
) -> bool:
    """Whether a paper is a contract with a supplier: what two cities named sign is none."""
    low, high = match.span("b")
    if low < high and all(party.city_id for group in groups for party in group):
        return False
    at = match.start("t")
    return is_of_trade(view, max(0, skeleton.starts[at] - _TRADE_REACH), skeleton.ends[at])


def is_of_trade(view: str, low: int, high: int) -> bool:
    """Whether a paper named in ``low..high`` is one that suppliers sign: 採購合約."""
    return _OF_TRADE.search(view, low, high) is not None


def subjects_before(skeleton: Skeleton, position: int) -> list[Party]:
    """Return the cities that open the sentence as subjects before ``position``."""
    text = skeleton.text
    found: list[Party] = []
    for index in range(position):
        if text[index] != CITY or _LISTED.match(text, index + 1):
            continue
        opens = index == 0 or text[index - 1] in ",;:、与和及跟" or (index < 4 and not found)
        is_listed = not found and _IN_LIST.search(text, 0, index) is not None
        if (
            opens
            and not is_listed
            and not (index and _NOT_SUBJECT.match(text[index - 1]) and not found)
        ):
            found.extend(skeleton.parties.get(index, ()))
    return found

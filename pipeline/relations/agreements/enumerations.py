"""Partners that a sentence lists by areas or numbers: 姊妹市計有：一、美洲：…；二、….

Contract: from a word for an agreement up to the end of its sentence there is nothing but such a
list; lists without areas and numbers are read by the patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.agreements.referents import Referents, as_party
from pipeline.relations.agreements.rows import Agreed, Party, distinct
from pipeline.relations.agreements.standing import StatusWords

# 姊妹市計有, 合作備忘錄的夥伴, 締盟城市者：
_HEAD = views.pattern(
    r"(?:城市|關係|協[議定]書?|夥伴|對象|者|的){0,3}[,:]?(?:目前|現有|迄今|分布|共|已)?(?:計有|共有|包括|包含|分別為|分別是|如下|有|為)?(?:\d{1,2}[個座])?[,:]?\s*"
)
_NUMBER = r"(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.]\s*)"
_AREA = views.pattern(
    "(?:東南|東北|南|中|西)?亞洲?|[東西南北中]?歐洲?|[南北中]美洲?|中南美洲?|美洲|非洲|大洋洲|紐澳|國內|海外|\ue000"
)
_LABEL = views.simplify(
    rf"(?:{_NUMBER}?(?:(?:{_AREA.pattern})(?:地區|國家|部分|方面)?(?:有|則有|為|是|計有|的|:)?\s*)|{_NUMBER})"
)
_JOIN = "(?:[、,;与和及跟\\s]|以及|还有)"
# One of the list whom nobody knows.
_UNKNOWN = r"[\u3400-\u9fff·]{2,8}(?=[、,;])"
# What may stand between two partners of a list; the region one lies in may stand before it.
_BETWEEN = re.compile(
    rf"市?(?:{_JOIN}{{0,3}}{_LABEL}?{_UNKNOWN})*{_JOIN}{{0,3}}(?P<label>{_LABEL})?(?:[\u3400-\u9fff]{{1,6}}[州省县府道邦郡])?"
)
_BRACKETS = re.compile(r"\([^()\n]{1,24}\)")
_END = views.pattern(r"市?(?:等[^,。;\n]{0,12})?\s*(?:[。!\n]|$)")
_MARK = re.compile(r"[。!?\n]")
# A city right before the word owns the list: 臺北市現有姊妹市.
_OWNED = views.pattern("(?:市?政府)?[的之]?(?:目前|現有|國際|海外|正式|締結|簽署|簽有|已){0,3}")
# 尚未締結姊妹市的對象, 非姊妹市: a list of those that are none.
_NONE = views.pattern(
    "(?:未|沒有?|無|不是|並非|不曾|未曾)(?:正式|實際|再)?(?:與[^,。;:]{1,5})?(?:締結|締盟|結盟|[結成]為|簽[署訂有約]?|建立|有)?[過的之]{0,2}$"
    "|非(?:正式)?$"
)
# 中斷往來的姊妹市, 洽談中的協議
_END_OF = "(?:中斷|[終中]止|停止|斷絕|解除|失效|屆滿|到期)"
_ENDED = views.pattern(_END_OF)
# 往來未中斷的姊妹市, 到期將續約的協議
_GOES_ON = views.pattern(f"(?:[未沒不]|未曾|不曾|沒有){_END_OF}|{_END_OF}[^,。;]{{0,3}}續")
_AHEAD = views.pattern("[擬待將]簽|[洽商研][談簽議擬][中的之]")
_OWNED_REACH, _PAIR, _LONGEST = 16, 2, 50


def read_enumerations(
    referents: Referents,
    words: Sequence[re.Match[str]],
    kinds: Mapping[str, str],
    statuses: StatusWords,
) -> Iterator[Agreed]:
    """Yield the ties of all lists of partners by areas or numbers.

    Args:
        referents: whom the words of the document stand for.
        words: the words for agreements in the document, in their order.
        kinds: what each names.
        statuses: cues of standing.
    """
    doc = referents.around.doc
    for word in words:
        head = _HEAD.match(doc.view, word.end())
        low = head.end() if head else word.end()
        if low >= len(doc.view) or not doc.kept_in(low, low + _OWNED_REACH, "CITY"):
            continue
        mark = _MARK.search(doc.view, low)
        end = mark.end() if mark else len(doc.view)
        partners = _partners(referents, low, end)
        own = _owner(referents, word.start())
        if own is None or own.city_id in {city.entity_id for city in partners}:
            continue  # one of the list is not whose list it is
        kind, status = kinds[word[0]], _standing(referents, word, statuses)
        for group in distinct([(own, party) for city in partners if (party := as_party(city))]):
            yield Agreed(kind, status, group, None, None, word.start(), end, "list-areas", 0.8)


def _standing(referents: Referents, word: re.Match[str], statuses: StatusWords) -> str:
    """Return how all of a list stands, told by the words before what it lists."""
    low, _ = referents.around.sentence(word.start())
    before = word.string[max(low, word.start() - _OWNED_REACH) : word.start()]
    before = _GOES_ON.sub("", before)
    if _NONE.search(before):
        return "denied"
    if _AHEAD.search(before):
        return "planned"
    told = "expired" if _ENDED.search(before) else statuses.find(before)
    return told or "in_force"


def _partners(referents: Referents, low: int, end: int) -> list[Mention]:
    """Return the cities a list is made of, nobody if other words stand in it."""
    doc = referents.around.doc
    lands = {land.start: land.end for land in doc.kept_in(low, end, "COUNTRY")}
    found: list[Mention] = []
    has_label = False
    for city in doc.kept_in(low, end, "CITY"):
        if city.start < low or city.form == "anaphora":
            continue
        between = _between(doc.view, low, city.start, lands)
        told = _BETWEEN.fullmatch(between) if len(between) <= _LONGEST else None
        if told is None or city.entity_id is None:
            return []
        has_label = has_label or told["label"] is not None
        found.append(city)
        low = city.end
    rest = _BRACKETS.sub("", doc.view[low:end])
    is_list = has_label and len(found) >= _PAIR and _END.fullmatch(rest) is not None
    return found if is_list else []


def _between(view: str, low: int, high: int, lands: Mapping[int, int]) -> str:
    """Return what stands between two cities: countries as one sign, brackets left out."""
    parts: list[str] = []
    at = low
    for start, stop in sorted(lands.items()):
        if low <= start and stop <= high:
            parts.extend((view[at:start], "\ue000"))
            at = stop
    return _BRACKETS.sub("", "".join((*parts, view[at:high])))


def _owner(referents: Referents, position: int) -> Party | None:
    """Return whose partners are listed: the city right before the word, else who speaks."""
    doc = referents.around.doc
    for city in doc.kept_in(max(0, position - _OWNED_REACH), position, "CITY"):
        if city.form != "anaphora" and _OWNED.fullmatch(doc.view, city.end, position):
            return as_party(city)
    own = referents.oneself(position)
    return own if own and own.city_id else Party(referents.host, None, None)

"""What stands at each position of a sentence: a party, a place, a day, or nothing that counts.

Contract: pure look-ups on the mentions of a document; where several start, they are one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.referents import Referents, as_party
from pipeline.relations.agreements.rows import Party
from pipeline.relations.agreements.short_bodies import short_bodies
from pipeline.relations.agreements.tokens import CITY, DATE, OTHER_PARTY, PERSON, WE

_SEVERAL = frozenset("二两双三四五六七八九十各")
_REGION = re.compile(r"[\u3400-\u9fff]{1,6}(?:县|州|省|府|道|邦)[\s/]*的?|[\s/]*的?")
# 臺北市政府 is the city.
SUFFIX = views.pattern(r"(?:市政府|縣政府|市府|縣府|市議會|縣議會|政府|議會)")
# A place before such a body is part of a name that is not known: 東京都中小企業振興公社.
_UNKNOWN_BODY = views.pattern(
    "[^與和跟同及、,。的簽在將於為是已由推了辦\ue000-\ue0ff]{0,12}?(?:公社|公司|集團|協會|學會|公會|商會|工會|聯盟|基金會"
    "|大學|學院|醫院|研究所|研究院|實驗室|銀行|財團|會社|財閥|企業|航空|電信|電力|港務局|學區|博物館|美術館|圖書館|動物園)"
)
# The city of a fair is no party: 柏林旅展期間, 漢諾威工業展上
_EVENT_OF = views.pattern(
    r"[^,。;:的之與和跟及、於在將今昨明已市縣\ue000-\ue0ff]{0,6}(?:展覽會?|博覽會|[車影旅書商工藝航漫]展|業展|世博會?|世界大會|電影節)"
    "(?:期間|會?場|時|上|中|[,])"
)
# A country acts where its name ends or a verb follows: 台灣微軟 is none.
_ACTS = views.pattern("[^\u3400-\u9fff]|[與和跟同及簽將已於在的是並也亦兩雙三締結訂發共]|政府|$")
# 以美國居多 tells of the others.
_MOSTLY = views.pattern("(?:的?城市)?(?:居多|最多|為多|為主|為大宗|佔多數|占多數)")
_AT_COUNTRY = views.pattern("[抵訪來赴返在全駐旅赴遊]")
# A city by its first character, where a party may stand.
_SHORT_NAME = views.pattern(
    "(?:^|(?<=[,。;:、\\s又與和跟另]))([\u3400-\u9fff][市縣])(?=[與和跟同也亦並已將於是的]|去年|今年|早)"
)
_JOINS = views.pattern("[與和跟同及、]")
# 與石川縣, 和佩斯州: a region, a town or a village that no gazetteer knows is a partner of its own.
_UNKNOWN_PLACE = views.pattern(
    "(?![本該貴我各兩雙鄰外他全同一二三四五六七八九十]|地方|中央|政府|學府|管道|渠道|通道|頻道|鐵道|軌道|農村|漁村|山村|鄉村|同鄉|城鄉|城鎮|鄉鎮|偏鄉)[\u3400-\u9fff]{1,4}?[縣州省府道郡町村鄉鎮]"
    "(?=知事|政府|議會|公所|首長|[長與和跟及、,。;的簽締結均皆都有於在早就也則是已將續同共互之等]|[\\d\ue000-\uf8ff]|$)"
)
# 新北市新店區的友好城市 is none of the city.
_DISTRICT = views.pattern(
    "(?<=市)(?!(?:工業|商業|科[學技](?:工業)?園|產業園|軟體園|自由?貿易?|加工出口|風景|行政|特|專|都會|港|園|校|社|院|市|郊)區|[城鄉市][鄉鎮])"
    "[\u3400-\u9fff]{1,3}(?:(?<![特校專灣])(?<!(?<!桃)園)(?<!(?<!新)社)區|[鄉鎮])(?:公所)?[的之與和跟及同簽締結]"
)
_SIDE = views.pattern("([甲乙丙丁戊己])(?:方|(?=、[甲乙丙丁戊己])|(?=[雙三四五各]方))")
_LABELS = frozenset({"CITY", "COUNTRY", "ORGANIZATION", "DATE", "PERSON", "TITLE", "EVENT"})


class Mark(NamedTuple):
    """What stands at a position: token (empty to leave out), end and parties (None: not one)."""

    token: str
    end: int
    parties: list[Party] | None
    is_country: bool = False


def marks_of(doc: DocView, referents: Referents, start: int, end: int) -> dict[int, Mark]:
    """Return the marks of the mentions of a sentence by their start."""
    marks: dict[int, Mark] = {}
    last = start
    for mention in doc.kept_in(start, end):
        known = marks.get(mention.start)
        if mention.label not in _LABELS or (mention.start < last and known is None):
            continue
        if mention.label == "TITLE" and (body := _bearer(doc, mention)) is not None:
            marks[body.end] = Mark("", mention.end, None)
            continue
        mark = _mark(doc, referents, mention, end)
        marks[mention.start] = mark if known is None else _merged(known, mark)
        last = max(last, marks[mention.start].end)
    _add_short_names(doc, referents, marks, start, end)
    for low, high, body in short_bodies(doc, start, end):
        marks.setdefault(low, _mark(doc, referents, body, end)._replace(end=high))
    _add_unknown_places(doc, marks, start, end)
    _add_sides(doc, referents, marks, start, end)
    _join_countries(doc, marks)
    _join_bodies(marks)
    return marks


def _add_short_names(
    doc: DocView, referents: Referents, marks: dict[int, Mark], start: int, end: int
) -> None:
    """Mark 溫市, 德市: a city named before by its first character."""
    for found in _SHORT_NAME.finditer(doc.view, start, end):
        if any(mark_start <= found.start(1) < marks[mark_start].end for mark_start in marks):
            continue
        party = referents.short_name(found[1][0], found.start(1))
        if party is not None:
            marks[found.start(1)] = Mark(CITY, found.end(1), [party])


def _add_unknown_places(doc: DocView, marks: dict[int, Mark], start: int, end: int) -> None:
    """Mark regions and towns nobody knows, unless a city follows that lies in them."""
    spots = {joined.end() for joined in _JOINS.finditer(doc.view, start, end)}
    spots.update(mark.end for mark in marks.values() if mark.is_country)
    for low in sorted(spots):
        found = _UNKNOWN_PLACE.match(doc.view, low, end)
        if found is None or any(here < found.end() and low < marks[here].end for here in marks):
            continue
        following = marks.get(found.end() + (doc.view[found.end() : found.end() + 1] == "的"))
        if following is None or following.token != CITY:
            marks[low] = Mark(CITY, found.end(), [])


def _add_sides(
    doc: DocView, referents: Referents, marks: dict[int, Mark], start: int, end: int
) -> None:
    """Mark 甲方, and 甲 of 甲、乙雙方, in a document that says whom they stand for."""
    for side in _SIDE.finditer(doc.view, start, end) if referents.sides else ():
        party = referents.sides.get(side[1])
        if party is not None:
            marks.setdefault(side.start(), Mark(CITY, side.end(), [party]))


def _bearer(doc: DocView, title: Mention) -> Mention | None:
    """Return the body or city that a title begins with and stands for: 甲大學|校長."""
    named = doc.kept_in(title.start, title.end - 1, "ORGANIZATION", "CITY")
    return next((named for named in named if named.start == title.start), None)


def _merged(known: Mark, mark: Mark) -> Mark:
    """Join two mentions of one start: cities of 兩市, or a city and the body named after it."""
    end = max(known.end, mark.end)
    if known.parties is None or mark.parties is None:
        return known._replace(end=end)
    if known.token == mark.token != OTHER_PARTY and known.end == mark.end:
        return known._replace(parties=[*known.parties, *mark.parties])
    if mark.token == CITY and known.token == OTHER_PARTY and known.end <= mark.end:
        return Mark(CITY, end, mark.parties)
    return known._replace(end=end)


def _mark(doc: DocView, referents: Referents, mention: Mention, end: int) -> Mark:
    label, high = mention.label, mention.end
    if label in {"TITLE", "EVENT"}:
        return Mark("", high, None)
    if label == "DATE":
        return Mark(DATE, high, None)
    if label == "PERSON":
        party = referents.person(mention)
        return Mark(PERSON, high, [party] if party else [])
    if label == "ORGANIZATION" and mention.text[0] in "兩两雙双":
        return Mark(WE, high, None)  # 兩市議會
    if label == "ORGANIZATION":
        party = referents.body(mention)
        is_city = party is not None and party.city_id is not None
        return Mark(CITY if is_city else OTHER_PARTY, high, [party] if party else [])
    party = as_party(mention)
    if label == "COUNTRY":
        # 抵台, 駐日: where something happens, not who does it.
        is_place = _AT_COUNTRY.search(doc.view, max(0, mention.start - 1), mention.start)
        if _MOSTLY.match(doc.view, high, end):
            return Mark("", high, None)
        acts = None if is_place else _ACTS.match(doc.view, high, end)
        return Mark(OTHER_PARTY, high, [party] if acts and party else [], is_country=True)
    several = mention.form == "anaphora" and doc.view[mention.start] in _SEVERAL
    if several:
        return Mark(WE, high, [party] if party else [])
    if _EVENT_OF.match(doc.view, high, end):
        return Mark("", high, None)
    if _DISTRICT.match(doc.view, high, end):
        return Mark(CITY, high, [])
    suffix = SUFFIX.match(doc.view, high, end)
    unknown = None if suffix else _UNKNOWN_BODY.match(doc.view, high, end)
    if unknown and not doc.kept_in(high, unknown.end()):
        return Mark(OTHER_PARTY, unknown.end(), [])
    return Mark(CITY, suffix.end() if suffix else high, [party] if party else [])


def _join_bodies(marks: dict[int, Mark]) -> None:
    """Let a place right before a body be where the body is: 宁波|舟山港集团, 新加坡|国家发展部."""
    for here, following in pairwise([*sorted(marks), -1]):
        after = marks.get(following)
        is_body = after is not None and after.token == OTHER_PARTY and not after.is_country
        if is_body and marks[here].token == CITY and marks[here].end == following:
            marks[here] = Mark("", following, None)


def _join_countries(doc: DocView, marks: dict[int, Mark]) -> None:
    """Let a country before a city (日本島根縣松江市) be part of the city's mark."""
    if not any(mark.is_country for mark in marks.values()):
        return
    for here, following in pairwise([*sorted(marks), -1]):
        mark, after = marks[here], marks.get(following)
        if not mark.is_country:
            continue
        leads = after is not None and after.token == CITY
        if leads and _REGION.fullmatch(doc.view, mark.end, following):
            marks[here] = Mark("", following, None)
        elif not mark.parties:
            marks[here] = Mark("", mark.end, None)

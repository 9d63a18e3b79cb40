"""Sentences of a report that go on with somebody or something else than who spoke.

Contract: a sentence that begins with another person, a body that acts, or cities that sign
something is the report's again.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.opening import Opening
from pipeline.relations.statements.speaker_phrases import phrase_start

# Cities that sign something, whoever spoke before; a text that was signed as a subject.
_SIGN = views.pattern(
    "[^。;!?「」]{0,24}?(?:簽署|簽訂|簽定|續簽|簽了|簽下|簽有|締結|締約|締有|締盟|結盟|換文|換約|續約|發表《|發表「|簽約|結為|結成|結有|互為"
    "|[無是為](?:任何)?(?:姊妹|姐妹|友好|締約|締盟|結盟|夥伴)|沒有(?:任何)?(?:姊妹|姐妹|友好|締約|締盟|結盟|正式))"
)
# 甲市|與, 甲市|並在5月9日與, 甲市|另與
_AND = views.pattern(
    "(?:市|縣)?(?:[與和跟及、]|(?:另外?|並|也|亦|則|還|又|同時|同日|隨後)[^。,;!?「」]{0,14}?[與和跟同])"
)
_DAY = views.pattern("[^。,;!?「」]{1,12}[日午天],")
_OTHER_BODY = views.pattern("(?:等[^,。;、]{0,6})?(?:則|也|亦|今日|昨日|並[在於與和])")


def names_another(near: Neighbours, start: int, end: int, opening: Opening) -> bool:
    """Whether a sentence begins with a person other than the speaker, office and all."""
    doc = near.doc
    stop = doc.view.find(",", start, end)
    people = doc.kept_in(start, min(stop if stop >= 0 else end, start + 60), "PERSON")
    if not people or people[0].entity_id == opening.speaker.person_id:
        return False
    first = phrase_start(near, people[0])
    return first <= start and doc.view[people[0].end : people[0].end + 1] not in "的、"


def acts(near: Neighbours, start: int, end: int, opening: Opening) -> bool:
    """Whether a sentence tells of two cities that sign something, or of another body."""
    day = _DAY.match(near.doc.view, start, end)
    first = near.starting(day.end() if day else start, "ORGANIZATION", "CITY")
    if first is None or first.end > end:
        return False
    if first.label == "ORGANIZATION":
        is_other = first.entity_id != opening.speaker.organization_id and first.form == "name"
        last = first
        while near.doc.view.startswith("、", last.end):  # 工研院、清大等單位則
            another = near.starting(last.end + 1, "ORGANIZATION")
            if another is None:
                break
            last = another
        return is_other and _OTHER_BODY.match(near.doc.view, last.end, end) is not None
    joined = _AND.match(near.doc.view, first.end, end)
    second = _city_at(near, joined.end()) if joined else None
    if second is None:
        return False
    if opening.speaker.city_id not in (None, first.entity_id, second.entity_id):
        return True
    return _SIGN.match(near.doc.view, second.end, end) is not None


def _city_at(near: Neighbours, position: int) -> Mention | None:
    """Return the city that begins at a position, its country before it or not."""
    country = near.starting(position, "COUNTRY")
    city = near.starting(position, "CITY")
    return city or (near.starting(country.end, "CITY") if country is not None else None)


def is_at_home(near: Neighbours, opening: Opening, start: int) -> bool:
    """Whether a sentence begins with the speaker's city: 「…」市長自嘲。|漢諾威換了管線。"""
    city = near.starting(start, "CITY")
    is_own = city is not None and city.entity_id == opening.speaker.city_id
    return city is not None and is_own and not _AND.match(near.doc.view, city.end)

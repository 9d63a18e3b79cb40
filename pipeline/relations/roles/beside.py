"""What an office is of that stands apart: before its field, before who sends, on the line above.

Contract: pure look-ups; None where a city does not open its clause.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.people.lexicon import PeopleLexicon
from pipeline.recognizers.people.signatures import SIGNATURE
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.roles.offices import office_before, office_inside

# What an office is for, between the city and the title, to its end: 高齡政策, 智慧城市計畫.
_FIELD = re.compile("(?:(?![与和跟及邀请派由的听会见访拜向对为是在])[\u3400-\u9fff]){2,10}\\Z")
_LONGEST_FIELD = 12
# What an office of somebody may begin behind.
_OPENS = re.compile("[。!?;,、」\n \u3000(由请与和及]\\Z|来自\\Z")
# A gap between columns, and the end of a line.
_APART = re.compile("(?: {2,}|[ ]?[\u3000\t][ \u3000]*)")
# A part of the body may stand before the end: 臺灣大學|地理系.
_ENDS = views.pattern(
    "(?:[\u3400-\u9fff]{1,10}(?:系|所|學院|中心|[處科組部室]))?[ \u3000]*(?:\n|\\Z)"
)
# 那霸市|由企畫部部長, 波多市|則改由, 釜山|方面派
_SENDS = views.pattern("(?:方面)?[則也並另]?[改仍]?[由派]\\Z")
_LONGEST_SENDING = 5
_AIDE = views.pattern("(?:特助|助理|秘書長?|顧問|幕僚長?|副手|發言人|機要|隨員|特使|代表|主任)$")
_LONGEST_BRACKET = 60
# 郡長Anyang的|經濟|顧問
_OF_CHIEF = re.compile("的[\u3400-\u9fff]{0,6}\\Z")
# 市長|因公出國，改由|特別助理
_ABSENT = views.pattern(
    "(?:因(?!為)[^,。;]{1,16}|請假|[未不][克便能][^,。;]{0,8}|無法[^,。;]{0,8}|缺席)"
    ",(?:則|遂|故)?(?:改?[由派請]|委[由請])?[ ]?\\Z"
)
_LONGEST_ABSENCE = 40


def city_beside(near: Neighbours, start: int) -> str | None:
    """Return the city before a title at ``start``, its field between: 曼徹斯特高齡政策|主任."""
    view = near.doc.view
    field = _FIELD.search(view, max(0, start - _LONGEST_FIELD), start)
    while field is not None:
        found = _opening_city(near, field.start())
        if found is not None:
            return found[0]
        if (sender := sending_city(near, field.start())) is not None:
            return sender
        field = _FIELD.search(view, field.start() + 1, start)
    return None


def set_behind(near: Neighbours, start: int, person: Mention) -> Mention | None:
    """Return the body or city set apart behind a name that ends a line: 市長　王惠美　彰化市.

    The line begins with the title, at ``start``.
    """
    text = near.doc.text
    low = text.rfind("\n", 0, start) + 1
    gap = _APART.match(text, person.end)
    if gap is None or text[low:start].strip():
        return None
    country = near.starting(gap.end(), "COUNTRY")
    found = near.starting(country.end if country else gap.end(), "ORGANIZATION", "CITY")
    return found if found is not None and _ENDS.match(near.doc.view, found.end) else None


def sending_city(near: Neighbours, start: int) -> str | None:
    """Return the city that sends whose office begins at ``start``: 那霸市由|企畫部部長."""
    sends = _SENDS.search(near.doc.view, max(0, start - _LONGEST_SENDING), start)
    found = _opening_city(near, sends.start()) if sends else None
    return found[0] if found else None


def office_apart(
    near: Neighbours, mention: Mention, title: Mention, lexicon: PeopleLexicon
) -> Mention | None:
    """Return the body above who signs, or the office of the one whose aide a title is."""
    return _body_above(near, mention, title) or _office_of_chief(near, title, lexicon)


def _body_above(near: Neighbours, signed: Mention, title: Mention) -> Mention | None:
    """Return the body on the line above the title of whoever signs."""
    view = near.doc.view
    if signed.rule != SIGNATURE or not view.startswith("\n", title.start - 1):
        return None
    return near.ending(len(view[: title.start].rstrip("\n \u3000")), "ORGANIZATION")


def _office_of_chief(near: Neighbours, title: Mention, lexicon: PeopleLexicon) -> Mention | None:
    """Return the office of the one whose aide a title is: 檀香山市長Rick Berg的|特助."""
    view = near.doc.view
    of = _OF_CHIEF.search(view, max(0, title.start - _LONGEST_FIELD), title.start)
    if of is None or not _AIDE.search(views.fold(title.text)):
        return None
    end = of.start()
    if view.startswith(")", end - 1):
        end = max(view.rfind("(", max(0, end - _LONGEST_BRACKET), end), 0)
    return _office_of(near, end, lexicon)


def office_of_absent(near: Neighbours, start: int, lexicon: PeopleLexicon) -> Mention | None:
    """Return the office of whoever somebody stands in for: 里昂市長因公出國，|執行長Anne.

    The title of who does begins at ``start``.
    """
    absent = _ABSENT.search(near.doc.view, max(0, start - _LONGEST_ABSENCE), start)
    return _office_of(near, absent.start(), lexicon) if absent else None


def _office_of(near: Neighbours, end: int, lexicon: PeopleLexicon) -> Mention | None:
    """Return the office of the title or titled person that ends at ``end``."""
    chief = near.ending(end, "TITLE", "PERSON")
    if chief is not None and chief.label == "PERSON":
        chief = near.ending(chief.start, "TITLE") or chief
    if chief is None:
        return None
    return office_inside(near.doc, chief) or office_before(near, chief.start, lexicon)


def _opening_city(near: Neighbours, end: int) -> tuple[str | None] | None:
    """Return the city that ends at ``end`` (None if it opens no clause); None without a city."""
    city = near.ending(end, "CITY")
    if city is None or city.form == "anaphora" or city.end != end:
        return None
    before = near.ending(city.start, "COUNTRY")
    first = before.start if before is not None else city.start
    opens = first == 0 or _OPENS.search(near.doc.view, max(0, first - 2), first) is not None
    return (city.entity_id if opens else None,)

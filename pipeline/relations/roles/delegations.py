"""The city of who is named on a line that belongs to a city: members of its delegation, its entry.

Contract: pure look-ups; the heading of members is one of `Sections`: 【乙】紐西蘭　旺加雷市　7名.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.linking.sections import MEMBERS
from pipeline.relations.neighbours import Neighbours

# ● |清邁市|　市長 Assanee, （4）|三蘭港|／市執行秘書 Juma: what stands before the city of an entry.
_MARK = re.compile(
    r"[ \t]*(?:[(\[]?[0-9A-Z一二三四五六七八九十]{1,3}[)\].、:]|[^\w\s\"'()「」]{1,2})?[ \t]*"
)
# Behind it, a bracket between: 歐羅拉市（科羅拉多州）|　|經濟發展主任.
_GAP = re.compile(r"[市县]?(?:[ ]?\([^()\n]{1,20}\))?(?:[ ]{1,4}|[ \t]*[/|\t:-][ \t]*)")
# What ends the label of who speaks below the line of a city: 副書記Trần Ngọc My|：.
_ENDS = re.compile(r"(?:[ ]?\([^()\n]{1,40}\))?[ ]{0,3}(?:[:\n]|\Z)")
_SPEAKER = ("PERSON", "TITLE", "ORGANIZATION")


def city_of_line(near: Neighbours, start: int, end: int) -> str | None:
    """Return the city of the delegation whose members the line around ``start`` tells.

    That is the city it begins with, too, or the one that alone makes up the line above a label.

    Args:
        near: mentions by position.
        start: where the title or name begins.
        end: where the name ends.
    """
    view = near.doc.view
    line = view.rfind("\n", 0, start) + 1
    if MEMBERS.match(view, line, start) is not None:
        return near.sections.city_at(start)
    city = _first_of_line(near, line, start)
    return city or (_line_above(near, line, start) if _ENDS.match(view, end) else None)


def _first_of_line(near: Neighbours, line: int, start: int) -> str | None:
    """Return the city that a line begins with, set apart from those it names."""
    city = _first_city(near, line, start)
    if city is None or city.end > start or not _GAP.match(near.doc.view, city.end):
        return None
    return city.entity_id


def _line_above(near: Neighbours, line: int, start: int) -> str | None:
    """Return the city that is all a line tells above the one that begins with a title."""
    view = near.doc.view
    if near.doc.kept_in(line, start, *_SPEAKER) or line == 0:
        return None
    above = view.rfind("\n", 0, line - 1) + 1
    city = _first_city(near, above, line)
    is_all = city is not None and not view[city.end : line].strip("市縣 /:]】\n")
    return city.entity_id if city is not None and is_all else None


def _first_city(near: Neighbours, low: int, high: int) -> Mention | None:
    """Return the city that a line begins with, behind its mark and the country of the city."""
    mark = _MARK.match(near.doc.view, low, high)
    at = mark.end() if mark else low
    country = near.starting(at, "COUNTRY")
    return near.starting(country.end if country else at, "CITY")

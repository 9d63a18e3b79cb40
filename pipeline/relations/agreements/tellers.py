"""The city that a line tells of, where nothing tells which the document is from.

Contract: pure look-ups on the cities named in a line and before it; None where none fits.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.surroundings import Surroundings

# What stands before a city that is somebody's partner: 與, 和日本, 與沖繩縣.
_PARTNER = views.pattern(
    "[與和跟同及](?![會意])(?:[\u3400-\u9fff]{2,6}[縣州省府道郡]|[\u3400-\u9fff]{2,4}國?)?$"
)
# 名古屋：…, ● 高雄——…: a line about one of several cities.
_OPENS = re.compile(r"\n[^\w\n]{0,6}$")
_IS_TOLD = re.compile(r"[^\w\n]{0,2}[:|—– \t]")
_MARK = re.compile(r"[^\w\n]{0,6}")

# 根據|新竹市|政府資料，|該市…
_BY = views.pattern("(?:根據|依據|依照|按照|[據依按])$")
_ITS_PAPERS = views.pattern("(?:政府|府|議會)?[^,。;!?]{2,12},")


def told_of(around: Surroundings, position: int) -> str | None:
    """Return the city a paragraph tells of: the first it names, else the last named before it.

    What other lines of a list tell of, each of its own city, counts for none but them.
    """
    doc = around.doc
    low, _ = around.line(position)
    for city in (*doc.kept_in(low, position, "CITY"), *doc.before(low, "CITY")):
        if city.entity_id is None or city.form == "anaphora" or is_joined(around, city):
            continue
        if city.start >= low or not _is_entry(doc.view, city):
            return city.entity_id
    return None


def own_of(around: Surroundings, position: int) -> str | None:
    """Return the first city at home that the line up to a position names: 屏東…，縣府與德班…."""
    country, (low, _) = around.home_country, around.line(position)
    for city in around.doc.kept_in(low, position, "CITY") if country else ():
        if city.form != "anaphora" and around.voices.country_of(city.entity_id) == country:
            return city.entity_id
    return None


def section_of(around: Surroundings, position: int) -> str | None:
    """Return the city whose part of the document a line is in that does not begin with one."""
    low, _ = around.line(position)
    mark = _MARK.match(around.doc.view, low)
    low = mark.end() if mark else low
    is_entry = any(city.start == low for city in around.doc.kept_in(low, low + 1, "CITY"))
    return None if is_entry else around.sections.city_at(position)


def is_joined(around: Surroundings, city: Mention) -> bool:
    """Whether 與 stands before a city: it is somebody's partner."""
    view = around.doc.view
    return _PARTNER.search(view, max(0, city.start - 12), city.start) is not None


def is_source(around: Surroundings, city: Mention, position: int) -> bool:
    """Whether a sentence tells of a city what its own papers say: 根據|新竹市|政府資料，該市…."""
    view = around.doc.view
    if city.entity_id is None or _BY.search(view, max(0, city.start - 3), city.start) is None:
        return False
    return _ITS_PAPERS.fullmatch(view, city.end, position) is not None


def _is_entry(view: str, city: Mention) -> bool:
    """Whether a line is made of what is told of a city."""
    opens = _OPENS.search(view, max(0, city.start - 7), city.start)
    return opens is not None and _IS_TOLD.match(view, city.end) is not None

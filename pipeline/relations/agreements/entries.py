"""The city that heads an entry: （三）日本‧浦安市, and below it what was signed when.

Contract: looks at the few lines before a position.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.relations.surroundings import Surroundings

# A longer line is prose; an entry has few lines.
_LONGEST = 44
_MOST_LINES = 4
# What stands before the city that a line is made of: a mark, and its country.
_MARK = views.pattern(
    r"[\s(【\[]*(?:[一二三四五六七八九十\d]{1,3}|[甲乙丙丁戊己庚辛]|[■◆●▪#*-])[)、.】\]]*\s*"
)
_BETWEEN = views.pattern(r"[\s·,-]*(?:[\u3400-\u9fff]{1,4}[縣州省府道郡])?")
# 公主港市（Puerto Princesa）　原報6名，…
_BEHIND = views.pattern(
    r"市?(?:\s*\([^()\n]{1,30}\))?\s*(?:[原共計報實]{0,2}\d{1,3}\s?[名人位][^\n]*)?"
)


def head_city(around: Surroundings, position: int) -> str | None:
    """Return the city of the numbered line over an entry, which names nothing else, or None."""
    doc = around.doc
    low, _ = around.line(position)
    for _ in range(_MOST_LINES):
        if low <= 0:
            return None
        low, high = around.line(low - 1)
        mark = _MARK.match(doc.view, low, high)
        if mark is None or high - low > _LONGEST:
            continue
        cities = doc.kept_in(mark.end(), high, "CITY")
        lands = doc.kept_in(mark.end(), high, "COUNTRY")
        start = mark.end()
        if lands and lands[0].start == start:
            between = _BETWEEN.match(doc.view, lands[0].end, high)
            start = between.end() if between else lands[0].end
        is_head = len(cities) == 1 and cities[0].start == start
        if not is_head or not _BEHIND.fullmatch(doc.view, cities[0].end, high):
            return None
        return cities[0].entity_id
    return None

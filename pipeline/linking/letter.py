"""Who writes a letter to whom: 本市 and 貴市 in letters and official notes between cities.

Contract: pure look-ups on the linked CITY mentions; None unless both ends are told and differ.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.linking.docview import DocView

# Only who writes to somebody calls them so.
_TO_YOU = views.pattern("貴(?:我|[市縣府城郡方]|雙方)|閣下")
# 釜山市長 朴亨埈 閣下鈞鑒, 市長…女士：
_ADDRESSED = views.pattern(
    r"(?:閣下|[鈞道惠勛勳台大尊雅賜]鑒|先生|女士|市長|議長|縣長|主席)(?:\([^()]*\))?\s*[:,]?\s*$"
)
_TO = views.pattern(
    r"\s*(?:尊?敬愛?的|親愛的|(?:此致|謹致|致|敬致|受文者|收件[人者]|收文者|受信人|正本|To)\s*[:/]?\s*)",
)
# The salutation of a letter may stand alone, and who gets it on the next line: 此致⏎釜山市長.
_ALONE = views.pattern(r"\s*(?:此致|謹致|敬致|致)\s*[:]?\s*")
_SIGNED = views.pattern(
    r"(?:敬|謹|拜|手|親|頓)\s?[上啟呈書復覆具首邀筆]|謹\s?此|鞠躬|拜復|敬拜|(?<=[長席任])\s?啟\s*$"
)
_FROM = views.pattern(r"\s*(?:寄件[人者]|發件人|發文(?:機關|者|單位)|發信人|自|From)\s*[:/]\s*")
# A line that ends with an office and a name or a body, as below a letter.
_LONGEST = 40
# How far the head and the foot of a letter reach.
_HEAD, _FOOT = 160, 400


class Letter(NamedTuple):
    """The city that writes, and the city that is written to."""

    sender: str
    addressee: str


def letter_of(doc: DocView) -> Letter | None:
    """Return who writes to whom in a document that is a letter, or None."""
    if _TO_YOU.search(doc.view) is None:
        return None
    addressee = sender = last = None
    for city, line in _lines(doc):
        if city.entity_id is None:
            continue
        start, end = line
        if _is_addressed(doc.view, start, end):
            addressee = addressee or city.entity_id
        elif _FROM.match(doc.view, start, end) or _SIGNED.search(doc.view, city.end, end):
            sender = city.entity_id
        elif city.start >= len(doc.view) - _FOOT and end - start <= _LONGEST:
            last = city.entity_id if _opens(doc.view, start, city.start) else last
    sender = sender or last
    if sender is None or addressee is None or sender == addressee:
        return None
    return Letter(sender, addressee)


def _lines(doc: DocView) -> list[tuple[Mention, tuple[int, int]]]:
    """Return the first city of each line, a county before it left out, and the line."""
    found: list[tuple[Mention, tuple[int, int]]] = []
    for city in doc.of_label("CITY"):
        if city.form == "anaphora":
            continue
        if found and city.start < found[-1][1][1]:
            if city.start == found[-1][0].end:
                found[-1] = (city, found[-1][1])  # 澎湖縣|馬公市
            continue
        start = doc.view.rfind("\n", 0, city.start) + 1
        end = doc.view.find("\n", city.end)
        found.append((city, (start, len(doc.view) if end < 0 else end)))
    return found


def _is_addressed(view: str, start: int, end: int) -> bool:
    """Whether a line names who gets a letter."""
    if _TO.match(view, start, end):
        return end - start <= 2 * _LONGEST
    above = view.rfind("\n", 0, max(0, start - 1)) + 1
    if start and _ALONE.fullmatch(view, above, start - 1):
        return True
    is_head = start <= _HEAD and end - start <= 2 * _LONGEST
    return is_head and _ADDRESSED.search(view, start, end) is not None


def _opens(view: str, start: int, position: int) -> bool:
    """Whether only white space or a country stands before a position in its line."""
    return position - start <= _LONGEST and not re.search("[,。;:]", view[start:position])

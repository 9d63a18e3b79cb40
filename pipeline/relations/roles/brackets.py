"""Brackets between a title and what it is held for: IMDA in 資通訊媒體發展局（IMDA）局長.

Contract: pure look-ups on kept mentions; positions are code points.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.language.lexemes import is_han
from pipeline.linking.docview import DocView

OFFICES = ("ORGANIZATION", "CITY", "COUNTRY")
# 特羅姆瑟|的代表（|能源顧問, 基多|講者（|水務局長: whom a bracket calls by another title.
_OPENED = views.pattern(
    "(?:的|派出的|方面的)?(?:代表|講者|與談人|窗口|聯絡人|聯繫人|主賓|貴賓|來賓|官員|主管)[ ]?[(]"
    "[\u3400-\u9fff]{0,6}\\Z"
)
_LONGEST_OPENED = 16


def before_opened(doc: DocView, position: int) -> int | None:
    """Return where the word begins that a bracket calls by the title at ``position``, or None."""
    opened = _OPENED.search(doc.view, max(0, position - _LONGEST_OPENED), position)
    return opened.start() if opened else None


def before_bracket(doc: DocView, position: int) -> int:
    """Return where a bracket that only explains the office before it begins.

    Letters, a place or a body: 資通訊媒體發展局（IMDA）|局長, 卑爾根市（挪威）|資訊長,
    Port of Oakland（奧克蘭港務局）|局長.
    """
    end = position - (doc.view[max(0, position - 1) : position] == " ")
    if end == 0 or doc.view[end - 1] != ")":
        return position
    start = doc.view.rfind("(", max(0, end - 40), end)
    if start < 0:
        return position
    if not any(map(is_han, doc.view[start:end])):
        return start
    inside = doc.kept_in(start + 1, end - 1, *OFFICES)
    is_filled = any(m.start == start + 1 for m in inside) and any(m.end == end - 1 for m in inside)
    return start if is_filled else position


def behind_bracket(doc: DocView, start: int, end: int) -> int:
    """Return where a bracket ends that explains an office: 檳城州（馬來西亞）|規劃|總監."""
    close = doc.view.find(")", start, end) + 1 if doc.view.startswith("(", start) else 0
    return close if close and before_bracket(doc, close) == start else start

"""The body that publishes a document, as a line of its masthead or its own words tell.

Contract: pure look-ups on linked mentions.
"""

from __future__ import annotations

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

_MASTHEAD = 200
# What a masthead says beside the name of the body: 新聞稿, 2019.10.23, Good Cities Alliance.
_BESIDE_NAME = views.pattern(
    "(?:新聞稿?|資料|聲明稿?|會訊|電子報|週報|月刊|季刊|通訊|快訊|發布|發佈|發稿|單位|機構|機關|日期|公告|稿|中文版"
    "|即時|轉載|第[0-9]+[期號]|民國|[年月日號期]|[0-9A-Za-zÀ-ʯ]|[^\\w\n。])*+"
)
_ISSUERS = frozenset(
    ("foundation", "association", "alliance", "company", "international", "research", "other")
)
_OURS = views.pattern("本(?:會|基金會|協會|學會|公會|聯盟|公司|集團|社|中心|院|網絡)的?$")


def issuer(near: Neighbours) -> Mention | None:
    """Return the body whose name fills a line of the masthead: 財團法人…基金會　2019.10.23."""
    doc = near.doc
    for one in doc.kept_in(0, _MASTHEAD, "ORGANIZATION"):
        body = near.bodies.get(one.entity_id or "")
        if body is None or body.kind not in _ISSUERS or one.form == "anaphora":
            continue
        low = doc.view.rfind("\n", 0, one.start) + 1
        high = doc.view.find("\n", one.end)
        high = high if high >= 0 else len(doc.view)
        is_alone = _BESIDE_NAME.fullmatch(doc.view, low, one.start)
        if is_alone and _BESIDE_NAME.fullmatch(doc.view, one.end, high):
            return one
    return None


def is_ours(view: str, start: int) -> bool:
    """Whether the body of whoever writes stands before a title: 本會|董事長.

    >>> is_ours(views.fold("本會董事長"), 2)
    True
    """
    return _OURS.search(view, max(0, start - 6), start) is not None

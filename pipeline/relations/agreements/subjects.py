"""Bodies that act in a sentence without standing beside their partner.

Contract: pure strings: 甲大學校長在市長見證下，與乙大學簽署 tells of both universities.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.relations.agreements.tokens import CITY, OTHER_PARTY

# A body opens a clause, and the sentence goes on behind a comma without naming anybody else.
_ACTING = re.compile(f"(?:^|[,;:])({OTHER_PARTY})([^{CITY}{OTHER_PARTY}。;:]{{1,30}},)$")
# It only tells of others, or helps them.
_NOT_ACTING = views.pattern(
    "表示|[說稱]|指出|透露|宣布|認為|公布|強調|提醒|說明|補助|協助|支持|媒合|安排|邀|主辦|陪同|牽線|居中|推薦|下,"
)
# 在市長見證下
_WITNESSED = views.pattern("在[^,]{0,8}見證[之]?下,$")
_REACH = 32


def acting_body(text: str, position: int) -> int | None:
    """Return where the body stands that signs what a skeleton tells from ``position`` on.

    >>> acting_body(OTHER_PARTY + views.fold("隨後赴東京，") + "与" + CITY, 7)
    0
    >>> acting_body(OTHER_PARTY + views.fold("表示，") + "与" + CITY, 4) is None
    True
    """
    low = max(0, position - _REACH)
    found = _ACTING.search(text, low, position)
    if found is None or _NOT_ACTING.search(_WITNESSED.sub("", found[2])):
        return None
    return found.start(1)

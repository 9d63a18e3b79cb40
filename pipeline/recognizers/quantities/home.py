"""Tell which country's money a bare 元 of a document is.

Contract: decides from the script and from words that a place uses for itself; Taiwan's and
mainland China's money are what the scripts mean where nothing else is said.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.language.views import pattern, scanner

_SAMPLE = 4000
# Words of a place for itself, by its money, against those of the place the script stands for.
_TRADITIONAL = scanner(
    r"(?P<HKD>港元|港幣|港府|本港|全港|HK\$|香港特(?:別行政)?區|立法會|特首|財政司|政務司|行政會議|九龍|新界"
    r"|港島|港鐵|按[年月季](?=[升跌增減上下]|約))"
    r"|(?P<MOP>澳門元|澳門幣|葡幣|MOP|澳門特(?:別行政)?區|本澳)",
    "港本全H香立特財政行九新按澳葡M",
)
_SIMPLIFIED = scanner(r"(?P<SGD>新元|新幣|新加坡元|S\$|組屋|新加坡|建屋局|我國)", "新S組建我")
_TAIWAN = pattern(r"[臺台](?:灣|北|中(?!心|央|間)|南|東|幣)|新北|桃園|高雄|市府")
_CHINA = pattern("人民幣|中國|全國|全省|我省|我市|我區|國務院|省委|市委")


def find_home(text: str, view: str | None = None) -> str:
    """Return the ISO code of the money of the place a text is from; ``view`` is its folded form.

    >>> find_home("港府撥款5億元，資助全港600個屋苑"), find_home("本市編列5億元")
    ('HKD', 'TWD')
    """
    sample = text[:_SAMPLE]
    view = views.fold(sample) if view is None else view[:_SAMPLE]
    if views.script(sample) == "zh-Hans":
        return _winner(view, _SIMPLIFIED, _CHINA) or "CNY"
    return _winner(view, _TRADITIONAL, _TAIWAN) or "TWD"


def _winner(view: str, rivals: re.Pattern[str], others: re.Pattern[str]) -> str | None:
    """The currency whose place is named more often than the others', and more than once."""
    named, after = [], 0
    for found in rivals.finditer(view):
        if found.lastgroup and found.start() >= after:
            named.append(found.lastgroup)
            after = found.end(found.lastgroup)
    if len(named) < 2:
        return None
    most = max(1, len(others.findall(view)))
    return next((code for code in rivals.groupindex if named.count(code) > most), None)

"""Tell labels of fields that come back in every entry from those of speakers.

Contract: pure strings in, a truth value out.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence

from pipeline.language import views

# No turns: what stands below a picture (圖1：縣長周春米與來賓合影。), what was done on a day,
# fields (主辦：資訊局) and what became of something (辦理情形：已完成。).
NO_SPEAKER = views.pattern(
    "[(]?(?:附?[圖表]|照片|圖片|附件|步驟|影片)(?:說明?|示)?[ ]?[一二三四五六七八九十0-9]{0,3}[)]?"
    "|第[一二三四五六七八九十0-9]{1,3}(?:[天日站場期]|階段)|Day[ ]?[0-9]{1,2}"
    "|(?:共同)?[主協承合]辦(?:單位|機關|局處)?|(?:主責|指導|贊助|執行)(?:單位|機關|局處)?|期程|經費"
    "|[^ ]{0,8}(?:情形|情況|狀況|現況|近況|進度|進展|成果|成效|緣由|依據)"
    "|(?:管考|列管|改善|處理)建議|附帶(?:決議|裁示)|(?:採訪|編輯|訪談)?(?:後記|側記|手記)|編者?[按註]|會議(?:結論|決議|共識)",
    re.IGNORECASE,
)

# The entry of a programme: 9:40–10:40「把河還給城市」.
_SPAN = re.compile(r"\s*\d{1,2}[:：]\d{2}\s*[-–—~～至]")


def are_fields(labels: Sequence[str], names_someone: Callable[[str], bool], least: int = 3) -> bool:
    """Tell whether labels come back in one order and hardly any of them names somebody.

    Two who talk take turns in one order, too.

    Args:
        labels: the labels of lines, in order.
        names_someone: tells whether a label holds a title or the name of a person.
        least: how many labels must come back.

    >>> are_fields(["金獎", "評語", "領獎人", "銀獎", "評語", "領獎人"], lambda label: False, 2)
    True
    >>> are_fields(["城市", "看什麼", "記下"] * 3, lambda label: False)
    True
    >>> are_fields(["阿嬤", "小寶", "店家", "小寶", "阿嬤", "小寶"], lambda label: False)
    False
    """
    counts = Counter(labels)
    back = [label for label in labels if counts[label] > 1]
    places = {label: place for place, label in enumerate(dict.fromkeys(back))}
    if len(places) < least or len(back) * 2 < len(labels):
        return False
    if sum(map(names_someone, counts)) * 3 > len(counts):
        return False
    n_entries = 1 + sum(places[after] <= places[one] for one, after in itertools.pairwise(back))
    return n_entries >= 2 and len(back) * 10 >= 8 * n_entries * len(places)


def below_entries(lines: Sequence[str], labels: Sequence[str | None]) -> list[str]:
    """Return the lines without labelled ones above the first words: 受訪者：縣長王大明.

    Args:
        lines: the lines of a text.
        labels: the label of each, None where a line has none; those of entries stand once.

    >>> below_entries(["訪談紀錄", "受訪者：縣長王大明", "王：早。"], [None, "受訪者", "王"])
    ['訪談紀錄', '王：早。']
    """
    counts = Counter(labels)
    told = list(zip(lines, labels, strict=True))
    above = itertools.takewhile(lambda one: not is_said(one[0]) and _is_once(one[1], counts), told)
    n_above = sum(1 for _ in above)
    return [line for at, (line, label) in enumerate(told) if at >= n_above or not label]


def _is_once(label: str | None, counts: Counter[str | None]) -> bool:
    return label is None or counts[label] == 1


def is_said(line: str) -> bool:
    """Tell whether a line ends like something said, no name and no 9:40–10:40「把河還給城市」."""
    return not _SPAN.match(line) and line.rstrip()[-1:] in set("。！？!?…」.，；：）")

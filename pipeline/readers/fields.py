"""Tell labels of fields that come back in every entry from those of speakers.

Contract: pure strings in, a truth value out.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence


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

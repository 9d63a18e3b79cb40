"""Family names in Chinese characters by their spellings in Latin letters: Nguyễn is 阮, Kim 金.

Contract: pure; accents, hyphens and case do not count; a spelling may stand for several names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from pipeline.language import views
from pipeline.language.memo import Memo

Rows = Sequence[Mapping[str, str]]

_WORD = re.compile(r"[a-z]+")


class SurnameReadings:
    """Chinese, Korean and Vietnamese family names by spelling.

    >>> rows = [{"surname": "阮", "readings": "Nguyen"}, {"surname": "許", "readings": "Hsu Xu"}]
    >>> readings = SurnameReadings(rows)
    >>> readings.of("Nguyễn Thị Hồng Gấm"), readings.of("Tina Hsu"), readings.of("Anne Hidalgo")
    (('阮',), ('许',), ())
    """

    __slots__ = ("_read", "_surnames")

    def __init__(self, rows: Rows) -> None:
        spelled: dict[str, dict[str, None]] = {}
        for row in rows:
            for reading in row["readings"].casefold().split():
                spelled.setdefault(reading, {})[views.fold(row["surname"])] = None
        self._surnames = {reading: tuple(surnames) for reading, surnames in spelled.items()}
        self._read = Memo(self._spelled)

    def of(self, name: str) -> tuple[str, ...]:
        """Return the folded family names that the first or last word of a Latin name may spell."""
        return self._read[name]

    def _spelled(self, name: str) -> tuple[str, ...]:
        plain = unicodedata.normalize("NFKD", name.casefold()).replace("đ", "d")
        bare = "".join(c for c in plain if not unicodedata.combining(c))
        words = _WORD.findall(bare)
        found = (one for word in (words[:1] + words[-1:]) for one in self._surnames.get(word, ()))
        return tuple(dict.fromkeys(found))

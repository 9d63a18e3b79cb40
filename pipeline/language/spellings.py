"""Words that Taiwan writes in two ways, of which Simplified texts know the second only.

Contract: pure; both ways have the same length.  Names of one meaning in other regions (軟體, 软件)
are lines of lexicons, not spellings.
"""

from __future__ import annotations

import re

_SIMPLIFIED = (
    *(("计画", "计划"), ("规画", "规划"), ("企画", "企划"), ("策画", "策划"), ("筹画", "筹划")),
)
# The first way and the second, each in both scripts.
_PAIRS = (
    *(("計畫", "計劃"), ("規畫", "規劃"), ("企畫", "企劃"), ("策畫", "策劃"), ("籌畫", "籌劃")),
    *_SIMPLIFIED,
    *(("回覆", "回復"), ("答覆", "答復"), ("函覆", "函復"), ("覆函", "復函"), ("瞭解", "了解")),
)
_FOLDED = (
    *_SIMPLIFIED,
    *(("回覆", "回复"), ("答覆", "答复"), ("函覆", "函复"), ("覆函", "复函"), ("瞭解", "了解")),
)
_SECOND = dict(_FOLDED)
_FIRST = re.compile("|".join(_SECOND))


def spellings(word: str) -> list[str]:
    """Return a word of a lexicon and how else it may be written.

    >>> spellings("計畫主持人"), spellings("市長")
    (['計畫主持人', '計劃主持人'], ['市長'])
    """
    other = word
    for first, second in _PAIRS:
        other = other.replace(first, second)
    return [word] if other == word else [word, other]


def one_spelling(view: str) -> str:
    """Return folded text with each such word in its second way, for comparing only.

    It cuts no words, so it also changes signs that meet at an edge of two words (設計 and 畫廊);
    texts that differ elsewhere still differ.

    >>> one_spelling("前瞻基础建设计画")
    '前瞻基础建设计划'
    >>> one_spelling("设计画廊")
    '设计划廊'
    """
    return _FIRST.sub(lambda found: _SECOND[found[0]], view)


def matching_both_spellings(source: str) -> str:
    """Return the source of a pattern for folded text in which such words match in both ways.

    >>> matching_both_spellings("(?:计画|方案)于")
    '(?:计[画划]|方案)于'
    """
    for first, second in _FOLDED:
        if first in source:
            pairs = zip(first, second, strict=True)
            source = source.replace(first, "".join(a if a == b else f"[{a}{b}]" for a, b in pairs))
    return source

"""Find the speakers of a transcript whose names stand alone on the line above their words.

Contract: pure and linear; such names come back, and a sentence stands below each of them.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from pipeline.language import views
from pipeline.readers import marks

# Maybe behind a bullet, a few words without any mark; a bracket may tell the office.
_LONE = re.compile(
    r"[ \t\u3000*]*(?P<mark>[●○◆◇■□▪▸►▶▷▲△▼◎★☆·•–—-]?)[ \t\u3000]*"
    r"(?P<name>[^\s\d●○◆◇■□▪▸►▶▷▲△▼◎★☆:：,，。;；！？!?、「」『』《》〈〉【】()（）|｜=*/-]"
    r"[^:：,，。;；！？!?、「」『』《》〈〉【】()（）|｜=*\n/]{0,29})"
    r"(?:[（(][^（:：()）\n]{1,40}[)）])?[ \t\u3000*]*"
)
# Who speaks from the floor.
_FLOOR = views.pattern(
    "(?:現場|線上|台下)?(?:聽眾|觀眾|民眾|網友|學生|與會者|提問者?|來賓|里民|居民|記者|媒體|讀者|主持人?)"
    "(?:提問|發問)?[甲乙丙丁ABCDEabcde一二三四0-9]?"
)
# 得獎感言：, 職稱：, what an entry of a list tells; nobody begins to speak so.
_LABELLED = re.compile(r"[ \t\u3000]*[^\s:：，。；、？！「」（）()]{2,8}[:：]")
_LEAST_TURNS = 5


def lone_name(line: str) -> str:
    """Return the words of a line that holds no more than a name may; empty if it holds more.

    >>> lone_name("■ 鄒機要"), lone_name("Gwen Pritchard（線上）"), lone_name("時間：下午二時")
    ('鄒機要', 'Gwen Pritchard', '')
    """
    found = _LONE.fullmatch(line) if len(line) <= 80 else None
    return found["name"].strip() if found else ""


def find_lone_names(lines: Sequence[str], names_someone: Callable[[str], bool]) -> frozenset[str]:
    """Return the names that stand alone above what is said; none where no two of them come back.

    Nor where labels tell about those named: a list of who won, or takes part.

    Args:
        lines: the lines of a text that are not blank.
        names_someone: tells whether a label holds a title or the name of a person.

    >>> said = "葉蓁 先問您。 余教授 好。 葉蓁 為何？ 余教授 不知道。 聽眾 買嗎？"
    >>> sorted(find_lone_names(said.split(), lambda name: name != "聽眾"))
    ['余教授', '聽眾', '葉蓁']
    """
    places = dict(_candidates(lines))
    found = list(places.values())
    counts = Counter(name for _, name in found)
    back = {name for name, count in counts.items() if count > 1}
    named = sum(map(names_someone, back))
    if len(found) < _LEAST_TURNS or len(back) < 2 or named * 3 < len(back) * 2:
        return frozenset()
    first = next(index for index, (_, name) in places.items() if name in back)
    n_labelled = sum(_LABELLED.match(line) is not None for line in lines[first:])
    if n_labelled * 2 >= len(found):
        return frozenset()
    theirs = {mark for mark, name in found if name in back}
    others = {
        name
        for mark, name in found
        if mark in theirs and (names_someone(name) or _FLOOR.fullmatch(views.fold(name)))
    }
    return frozenset(back | others)


def _candidates(lines: Sequence[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield place, bullet and words of the lines that may name who says the sentence below."""
    for index, (line, below) in enumerate(itertools.pairwise(lines)):
        found = _LONE.fullmatch(line) if len(line) <= 80 and marks.is_ended(below) else None
        if found and not marks.is_ended(line):
            yield index, (found["mark"], found["name"].strip())

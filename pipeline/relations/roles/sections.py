"""The cities that head the sections of a newsletter, and the body that publishes a document.

Contract: pure look-ups on linked mentions, built once per document; a text counts as one of
sections where two of its headings or more begin with different cities.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

_LINE = re.compile(r"[^\n]+")
# 【1】, 一、, 貳、, 第一站：, (三), ◆: what stands before a heading.
_MARK = views.pattern(
    "[ \t]*(?:[\\[(【〔]?第?(?:[0-9]{1,2}|[一二三四五六七八九十壹貳叁參肆伍陸柒捌玖拾]{1,3})[站場]?"
    "[\\])】〕]?[、.:)]?"
    "|[^\\w\\s「」()]{1,3})?[ \t]*(?:來自)?"
)
# 10月15日（星期二）　基秦拿, 第三天：林茲, 3/24 上午 大阪: a day and what parts it from the city.
_DAY = views.pattern(
    "(?:第[0-9一二三四五六七八九十]{1,3}[天日]|[Dd](?:ay)?[ ]?[0-9]{1,2}(?![0-9]))"
)
_BEHIND_DAY = views.pattern(
    "[ \t]*(?:\\([一二三四五六日天]\\)|\\(?(?:星期|週|禮拜)[一二三四五六日天]\\)?)?[ \t]*"
    "(?:[上下中]午|晚[上間]?)?[ \t:,、|/·—-]*(?:抵達?|前?往|赴|至|訪問?)?[ ]*"
)
# 巴塞隆納：讓屋頂上班, 福岡市的雨水地圖, 溫哥華與臺中——
_BEHIND_CITY = views.pattern(
    "[市縣]?(?:政府|府)?[ ]*(?:[:|,(/、—–·\\])】〕-]|的|與|和|及|篇|專訊|來信|$)"
)
_LONGEST_HEADING = 40
_LONGEST_SECTION = 600
_MASTHEAD = 200
_LEAST_SECTIONS = 2
_SPEAKER = ("PERSON", "TITLE", "CITY")
# What a masthead says beside the name of the body: 新聞稿, 2019.10.23, Good Cities Alliance.
_BESIDE_NAME = views.pattern(
    "(?:新聞稿?|資料|聲明稿?|會訊|電子報|週報|月刊|季刊|通訊|快訊|發布|發佈|發稿|單位|機構|機關|日期|公告|稿|中文版"
    "|即時|轉載|第[0-9]+[期號]|民國|[年月日號期]|[0-9A-Za-zÀ-ɏ]|[^\\w\n。])*+"
)
_ISSUERS = frozenset(
    ("foundation", "association", "alliance", "company", "international", "research", "other")
)
_OURS = views.pattern("本(?:會|基金會|協會|學會|公會|聯盟|公司|集團|社|中心|院|網絡)的?$")


class Sections:
    """Where the sections of a document begin, and the cities their headings begin with."""

    def __init__(self, near: Neighbours) -> None:
        """Read the headings of a document."""
        lines = [line for line in _LINE.finditer(near.doc.view) if line[0].strip()]
        heads: list[tuple[int, tuple[str, ...]]] = []
        for line, following in pairwise([*lines, None]):
            if line is None:
                continue
            if _names_speaker(near, line):
                continue  # 福岡市, and on the line below it: 市長 高島宗一郎
            is_above = following is not None and (
                not _is_heading(following[0]) or _names_speaker(near, following)
            )
            if _is_heading(line[0]) and is_above:
                heads.append((line.start(), _cities(near, line)))
            elif not _is_heading(line[0]) and (cities := _cities(near, line, is_marked=True)):
                heads += [(line.start(), cities), (line.end(), ())]
        different = {cities[0] for _, cities in heads if cities}
        self._heads = heads if len(different) >= _LEAST_SECTIONS else []
        self._starts = [start for start, _ in self._heads]

    def city_at(self, position: int, fits: Callable[[str | None], bool]) -> str | None:
        """Return the one fitting city of the heading above ``position``, or None."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position - self._starts[index] > _LONGEST_SECTION:
            return None
        found = {city for city in self._heads[index][1] if fits(city)}
        return next(iter(found)) if len(found) == 1 else None


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and line.rstrip()[-1] not in "。;,」"


def _names_speaker(near: Neighbours, line: re.Match[str]) -> bool:
    """Whether a short line names a person with a title, and no city."""
    if not _is_heading(line[0]):
        return False
    labels = {m.label for m in near.doc.kept_in(line.start(), line.end(), *_SPEAKER)}
    return labels == {"PERSON", "TITLE"}


def _cities(near: Neighbours, line: re.Match[str], *, is_marked: bool = False) -> tuple[str, ...]:
    """Return the cities that begin a heading: 溫哥華 and 臺中 of 溫哥華與臺中：兩座港灣.

    With ``is_marked`` a number or bullet must stand before them.
    """
    mark = _MARK.match(near.doc.view, line.start(), line.end())
    at = _behind_days(near, line.start(), line.end())
    if at == line.start() and mark:
        at = _behind_days(near, mark.end(), line.end())
    if is_marked and at == line.start():
        return ()
    named = near.doc.kept_in(at, line.end(), "CITY", "COUNTRY")
    found: list[str] = []
    for one in named:
        if one.start > at + 1:
            break
        at = one.end
        if one.label == "CITY" and one.entity_id and one.form != "anaphora":
            if _BEHIND_CITY.match(near.doc.view, at, line.end()) is None:
                break
            found.append(one.entity_id)
    return tuple(found)


def _behind_days(near: Neighbours, at: int, end: int) -> int:
    """Return where a heading goes on behind the days it begins with: Day 1　3月12日　|哥本哈根."""
    view = near.doc.view
    while True:
        counted = _DAY.match(view, at, end)
        days = [counted.end()] if counted else []
        days += [one.end for one in near.doc.kept_in(at, end, "DATE") if one.start == at]
        behind = _BEHIND_DAY.match(view, max(days), end) if days else None
        if behind is None:
            return at
        at = behind.end()


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

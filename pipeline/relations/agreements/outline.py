"""Heads over lines of a list: what they say holds for the lines below, until a head of their sort.

Contract: heads with one sort of mark (一、 or ■) are of one level; a new one ends the last of its
level and all below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.language import views
from pipeline.relations.agreements.heads import MARK
from pipeline.relations.agreements.rows import Party

_MARK = views.pattern(MARK)
_SORTS = (
    (re.compile("[0-9]+"), "1"),
    (views.pattern("[一二三四五六七八九十]+"), "一"),
    (views.pattern("[壹貳參肆伍陸柒捌玖拾]+"), "壹"),
    (views.pattern("[甲乙丙丁戊己庚辛]"), "甲"),
    (re.compile("[①-⑳]"), "①"),
    (re.compile(r"\s+"), ""),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A line over others: the kind, standing or partner it tells, and whose list it heads."""

    text: str
    kind: str | None = None
    status: str | None = None
    partners: tuple[Party, ...] = ()
    owner: str | None = None


@dataclass(slots=True)
class Outline:
    """The heads that hold at a line, the outermost first."""

    heads: list[Head] = field(default_factory=list)

    @property
    def kind(self) -> str | None:
        """What was agreed with all below."""
        return next((head.kind for head in reversed(self.heads) if head.kind), None)

    @property
    def owner(self) -> str | None:
        """Whose agreements the head of their kind says they are."""
        return next((head.owner for head in reversed(self.heads) if head.kind), None)

    @property
    def status(self) -> str | None:
        """How all below stand."""
        return next((head.status for head in reversed(self.heads) if head.status), None)

    @property
    def partners(self) -> tuple[Party, ...]:
        """Whom the papers below were agreed with."""
        return next((head.partners for head in reversed(self.heads) if head.partners), ())

    def put(self, head: Head) -> None:
        """Add a head below those that are above its level."""
        self.leave(head.text)
        self.heads.append(head)

    def leave(self, text: str, *, is_prose: bool = False) -> None:
        """End the heads that a line which is no record ends: all, if it is prose."""
        if not self.heads:
            return
        sort = _sort(text)
        levels = [_sort(head.text) for head in self.heads]
        if is_prose:
            self.heads.clear()
        elif sort in levels:
            del self.heads[levels.index(sort) :]


def _sort(text: str) -> str:
    mark = _MARK.match(text)
    sort = mark[0] if mark else ""
    for pattern, plain in _SORTS:
        sort = pattern.sub(plain, sort)
    return sort

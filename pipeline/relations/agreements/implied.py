"""Signings that do not say what was signed: 最早的姊妹市是…。跟康培爾市，1970年代就簽了.

Contract: what was signed is what the lines right before speak of last; nothing where they speak of
no agreement, or where the sentence names one itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pipeline.language import views
from pipeline.relations.agreements.skeleton import Skeleton

# The verb or a number ends its clause: 簽了, 簽了一份; what else stands behind is what was signed
# (簽了約, 簽了賀卡).
_SIGNED = views.pattern(
    "簽(?:[過好成妥下]?了|[的過好成妥下]|(?<=[剛才就已年月]簽)|(?:[過下]?了|[過下])[一兩二三][份紙項])(?=[。,;!?])"
)
# How far back what was signed may be named: a question and the first words of its answer.
_REACH = 160


class Implied(NamedTuple):
    """What a sentence signs without naming it.

    Attributes:
        start, end: the sentence.
        position: where the name of what was signed would stand.
        token: the character that stands for it in a skeleton.
    """

    start: int
    end: int
    position: int
    token: str


def find_implied(
    view: str,
    triggers: re.Pattern[str],
    roles: Mapping[str, str],
    sentence: Callable[[int], tuple[int, int]],
) -> Iterator[Implied]:
    """Yield the sentences that sign what the lines before name, in order.

    Args:
        view: the folded text.
        triggers: finds a word for what was agreed.
        roles: the character of each such word.
        sentence: returns the span of the sentence around a position.
    """
    seen = 0
    for signed in _SIGNED.finditer(view):
        if signed.start() < seen:
            continue
        start, seen = sentence(signed.start())
        if triggers.search(view, start, seen):
            continue
        named = [*triggers.finditer(view, max(0, start - _REACH), start)]
        if named:
            yield Implied(start, seen, signed.end(), roles[named[-1][0]])


def put_implied(skeleton: Skeleton, implied: Implied) -> None:
    """Put what is signed into the skeleton of its sentence, where its name would stand."""
    here = next((i for i, at in enumerate(skeleton.starts) if at >= implied.position), None)
    here = len(skeleton.starts) if here is None else here
    skeleton.text = skeleton.text[:here] + implied.token + skeleton.text[here:]
    skeleton.starts.insert(here, implied.position)
    skeleton.ends.insert(here, implied.position)
    for named in (skeleton.parties, skeleton.venues):
        moved = {at + (at >= here): parties for at, parties in named.items()}
        named.clear()
        named.update(moved)

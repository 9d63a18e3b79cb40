"""A trained model of where names without quotation marks begin and end.

Contract: a span of the tokens of a clause (``clauses``) weighs what its two ends, its tokens, its
length and the kinds of its ends weigh; one that weighs more than the bar is a name.  Weights
(``config/unmarked_model.csv``) are integers, hundredths of a logarithm of odds against no name in
the clause, so a verdict is the same on every machine.  ``python -m bench.unmarked`` trains them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

from pipeline.language import views
from pipeline.recognizers.initiatives.clauses import Clause, read_clauses
from pipeline.recognizers.initiatives.scene import Found, Scene
from pipeline.recognizers.initiatives.span_weights import SpanWeights

# Longer names are none.
LONGEST = 14
# Two things, or a name and what it is: 手機App或網站.
_APART = re.compile("[-\u2010-\u2015\u2500]{2}|\\s\\s|或")
# 智慧紅綠燈, 共享單車: a sort of thing
_SORTS = views.pattern(
    "(?:智慧|智能|數位|雲端|共享|電動|自駕|無人|無障礙|綠能|太陽能|低碳|循環|永續|友善)[\u3400-\u9fff]{1,4}"
)
# What a span weighs at least to be a name, and its begin to be looked at.
BAR, _PROMISING, _WHOLE = 30, -350, 400
# What each quoted name of the page adds to the bar; who quotes so many leaves none without marks.
_EACH, _MANY = 250, 3
# Modes of heads that a name in Chinese does not end before.
_ENDING = frozenset({"name", "used"})
_JOINT = re.compile("以及|及|[和与跟]")
_BETWEEN = "、和与及跟"
# What Latin names weigh more, twice before 的: many are of bodies.
_LATIN = 250


def with_unmarked(
    scene: Scene,
    named: Sequence[Found],
    ordinary: Sequence[tuple[int, int]],
    bare: Sequence[Found],
) -> list[Found]:
    """Return the names the model finds, and of ``named`` what is apart from them.

    Of the names that are found only those of ``bare`` give way.

    Who quotes the names of initiatives leaves few without marks: the more are quoted, the higher is
    the bar.  A page whose words are not cut has nothing the model could be asked about.
    """
    quoted = {scene.view[f.start : f.end] for f in named if f.rule == "quoted"}
    if not scene.page.words or len(quoted) >= _MANY:
        return list(named)
    soft = set(bare)
    spans = [*((f.start, f.end) for f in named if f not in soft), *ordinary]
    blocked = {at for start, end in spans for at in range(start, end)}
    ruled = {found.start: found.end for found in bare}
    firsts, lasts = {f.start for f in named}, {f.end for f in named}
    spans_found = _spans(scene, bare, BAR + _EACH * len(quoted))
    trained = [
        Found(start, end, _kind(scene, start, end), "trained", 0.7)
        for span in spans_found
        for start, end in _parts(scene, *span)
        if not _is_told(scene, start, end, ruled.get(start, -1))
        and blocked.isdisjoint(range(start, end))
        and not _SORTS.fullmatch(scene.view, start, end)
        and not _is_general(scene, start, end)
        and not scene.is_taken(start, end)
        and not _APART.search(scene.view, start, end)
        and _is_apart(scene, start, end, firsts, lasts)
    ]
    covered = {at for found in trained for at in range(found.start, found.end)}
    return [*trained, *(f for f in named if covered.isdisjoint(range(f.start, f.end)))]


def _parts(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a span with the head behind it (風城孿生|平台), or its two names (甲系統和乙平台).

    A Latin name does without: Omeya|平台.
    """
    view, heads = scene.view, scene.lexicon.heads
    head = None if view[end - 1].isascii() else scene.lexicon.bare_heads.match(view, end)
    if head is not None and heads[head[0]].mode in _ENDING:
        end = head.end()
    gap = scene.page.text.find("\u3000", start, end)
    end = gap if gap >= 0 else end  # Porto.Cidadão 卡|　市民一卡通用
    city = scene.ends.get(start)
    if city is not None and city.label == "CITY" and view[start].isdigit():
        start = city.start  # 哥本哈根|2035氣候計畫
    for joint in _JOINT.finditer(view, start, end):
        headed = scene.lexicon.head_of(view, start, joint.start())
        if headed is not None and headed[1].mode in _ENDING:
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _is_told(scene: Scene, start: int, end: int, ruled: int) -> bool:
    """Whether a rule tells this name, or with its head noun: 智慧里辦系統; not Bubong Berde計畫."""
    return ruled == end or (ruled > end and not scene.view[start].isascii())


def _is_apart(scene: Scene, start: int, end: int, firsts: Set[int], lasts: Set[int]) -> bool:
    """Whether no name stands so near that this tells what it is: 數字繳費平台NairobiPay."""
    before = (
        not lasts.isdisjoint(range(start - 2, start + 1)) and scene.view[start - 1] not in _BETWEEN
    )
    behind = not firsts.isdisjoint(range(end, end + 3)) and scene.view[end] not in _BETWEEN
    return not before and not behind


def _is_general(scene: Scene, start: int, end: int) -> bool:
    """Whether only general words stand here, or behind 的: 公車專用道, 良好的溝通平台."""
    if scene.lexicon.municipal.fullmatch(scene.view, start, end):
        return True
    headed = scene.lexicon.head_of(scene.view, start, end)
    low = end - len(headed[0]) if headed else start
    start = scene.view.rfind("的", start, low) + 1 or start
    return low > start and scene.lexicon.municipal.fullmatch(scene.view, start, low) is not None


def _kind(scene: Scene, start: int, end: int) -> str:
    headed = scene.lexicon.head_of(scene.view, start, end)
    return headed[1].kind if headed else "programme"


def _spans(scene: Scene, bare: Sequence[Found], bar: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of a page that weigh more than the bar, the heavier first in each clause."""
    for clause in read_clauses(scene, bare):
        taken: list[tuple[int, int]] = []
        found = _weighed(clause, scene.lexicon.unmarked, bar)
        for _, first, last in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
            if all(last < low or first > high for low, high in taken):
                taken.append((first, last))
                yield clause.starts[first], clause.ends[last]


def _weighed(clause: Clause, weights: SpanWeights, bar: int) -> Iterator[tuple[int, int, int]]:
    """Yield weight, first and last token of the spans above the bar."""
    size = len(clause.starts)
    opened = [(i, weights.sum(clause.begin(i))) for i in range(size)]
    opened = [(i, weight) for i, weight in opened if weight > _PROMISING]
    if not opened:
        return
    closed = [weights.sum(clause.stop(i)) for i in range(size)]
    within = [0, *accumulate(weights.sum(clause.token(i)) for i in range(size))]
    for first, weight in opened:
        base = weight - within[first]
        for last in range(first, min(size, first + LONGEST)):
            total = base + within[last + 1] + closed[last]
            if total > bar - _WHOLE:
                total += weights.sum(clause.whole(first, last))
                is_latin = clause.signs[first + 3].isascii() and clause.signs[last + 3].isascii()
                extra = _LATIN * (2 if clause.signs[last + 4] == "的" else 1) if is_latin else 0
                if total > bar + extra:
                    yield total, first, last

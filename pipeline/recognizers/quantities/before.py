"""Find the noun that stands before a number in its clause: 總額 of 市府已向行政院提出總額.

Contract: like `measured`, one stretch of the clause of the number, or None.
"""

from __future__ import annotations

from pipeline.recognizers.quantities import nouns as words
from pipeline.recognizers.quantities.clauses import (
    EDGES_BEFORE,
    LONGEST,
    MASK,
    Span,
    clause_start,
    trimmed,
)
from pipeline.recognizers.quantities.verbs import VERBS, last_verb

# 人才, 天才
_ABLE = frozenset(("人", "天", "英", "奇", "高", ""))
_PASSED = frozenset((MASK, ")"))
# Nothing is left of the clause between one of these and a number.
_CLOSED = EDGES_BEFORE - _PASSED
# A noun of more signs is cut down to its head.
_LONG = 9


def noun_before(view: str, stop: int, clause: int) -> Span | None:
    """Return the noun of the clause that ends at ``stop``, or None."""
    low = stop - LONGEST if stop - LONGEST > clause else clause
    if view[stop - 1 : stop] in _CLOSED:
        return None
    while True:
        edge = clause_start(view, low, stop)
        span = _stretch(view, edge, stop)
        if span or edge <= low or view[edge - 1] not in _PASSED:
            return span
        stop = edge
        if view[edge - 1] == ")":
            # 停車位稅(Parking Levy)十年
            stop = max(view.rfind("(", low, edge), low)
        while stop > low and view[stop - 1] == MASK:
            stop -= 1


def _stretch(view: str, edge: int, stop: int) -> Span | None:
    near = stop - 9 if stop - 9 > edge else edge
    if view.find("占", near, stop) >= 0 and (share := words.SHARE_OF.search(view, near, stop)):
        stop = share.start()
    high = _drop_tail(view, edge, stop)
    if view.find("」", edge, high) >= 0 or view.find("》", edge, high) >= 0:
        closing = max(view.rfind("」", edge, high), view.rfind("》", edge, high))
        start = _drop_head(view, closing + 1, high)
        if high - start >= 2:
            return _object(view, start, high)
        return trimmed(view, edge, closing)
    if view[edge : edge + 1] in words.HEAD_SIGNS:
        edge = _drop_head(view, edge, high)
    return _object(view, edge, high)


def _object(view: str, start: int, stop: int) -> Span | None:
    """總額 of 市府已向行政院提出總額: behind the last verb, or else the whole stretch."""
    if stop - start < 2 or words.TELLING.search(view, start, stop) is None:
        return _noun(view, start, stop)
    source = words.SOURCE.match(view, start, stop)
    if source:
        return _noun(view, start, source.end())
    found = words.SAYS.search(view, start, stop)
    if found and found.start() - start <= words.SAYS_WITHIN:
        start = _drop_head(view, found.end(1), stop)
    found = words.PIVOT.search(view, start, stop)
    while found:
        after = found.end(1)
        start = after if after < stop - 1 else start
        found = words.PIVOT.search(view, after, stop)
    low = last_verb(view, start, stop)
    low = _drop_head(view, low, stop) if low > start else start
    found = words.MAKES.search(view, low, stop)
    while found:
        after = found.end(1)
        low = after if stop - after > 1 else low
        found = words.MAKES.search(view, after, stop)
    return _noun(view, low, stop) if stop - low > 1 else _noun(view, start, stop)


def _noun(view: str, start: int, stop: int) -> Span | None:
    """A stretch before the number has two characters, but for adjectives such as 深 200 公尺."""
    span = trimmed(view, start, stop)
    if span is None:
        return None
    if span[1] - span[0] > _LONG:
        # 該市與上海的|姊妹市關係: the head of a long noun.
        of = view.rfind("的", span[0], span[1] - 4)
        span = (of + 1, span[1]) if of >= 0 else span
    first = view[span[0]]
    if first in words.IDLE_NOUN_SIGNS and words.IDLE_NOUN.fullmatch(view, *span):
        return None
    return span if span[1] - span[0] > 1 or first in words.ADJECTIVES else None


def _drop_head(view: str, start: int, stop: int) -> int:
    if view[start : start + 1] not in words.HEAD_SIGNS:
        return start
    head = words.HEAD.match(view, start, stop)
    return head.end() if head else start


def _drop_tail(view: str, start: int, stop: int) -> int:
    """Return where the words between a noun and its number begin."""
    while stop > start:
        low = stop - 9 if stop - 9 > start else start
        text = view[low:stop]
        last, at = text[-1], stop
        for size in _SIZES.get(last, ()):
            word = text[-size:]
            if word in _TAIL_WORDS:
                at = stop - len(word)
                break
        is_noun = (last == "用" and text[-2:-1] in words.USES) or text.endswith("所得")
        if is_noun and at == stop - 1:
            at = stop
        if last == "才" and text[-2:-1] not in _ABLE:
            at = stop - 1  # 人口|才四萬
        elif "比" in text or "较" in text:
            found = words.COMPARING.search(view, low, stop)
            at = min(at, found.start()) if found else at
        if at == stop and "每" in text:
            every = words.EVERY.search(view, low, stop)
            at = every.start() if every and every.start() > start else stop
        if at == stop:
            break
        stop = at
    return stop


_TAIL_WORDS = words.TAILS | VERBS
_SIZES = {
    last: tuple(sorted({len(word) for word in _TAIL_WORDS if word[-1] == last}, reverse=True))
    for last in {word[-1] for word in _TAIL_WORDS}
}

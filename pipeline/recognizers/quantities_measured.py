"""Find what a quantity counts or measures: one stretch of the text beside the number.

Contract: the stretch lies in the clause of the number and never reaches into another number; it is
found by the closed classes of the language (verbs of change, particles), not by a dictionary.
"""

from __future__ import annotations

import re

from pipeline.recognizers import quantities_nouns as words
from pipeline.recognizers.quantities_verbs import ADVERBS, VERBS, first_verb, last_verb

Span = tuple[int, int]
# Stands for each character of a date or URL in the view this module reads.
MASK = "\x1f"

# A clause ends here; a stretch of text never crosses it.
_EDGE = re.compile(rf"[{MASK},。;:!?…()\[\]「」《》【】<>\n\t|/]|(?<![A-Za-z])[ ](?![A-Za-z])")
_LAST_EDGE = re.compile(rf".*[{MASK},。;:!?()\[\]【】<>\n\t|《「、/…]", re.DOTALL)
_DIGIT = re.compile(
    "(?<![A-Za-z])[0-9]"
    "|[一二三四五六七八九十两百千]+(?:[个位名座项种家大场次件条年人所组队支台辆套栋间处]|分之)"
    "|数[十百千万]|百分之"
)
_LONGEST = 28


def find_measured(
    view: str, number: Span, unit: Span, dimension: str, clause: int, end: int
) -> Span | None:
    """Return the stretch that says what is counted or measured, or None.

    Args:
        view: folded text.
        number: span of the whole quantity.
        unit: span of its unit (may be empty).
        dimension: its dimension.
        clause: the clause cannot begin before this (end of the date or quantity before it).
        end: end of the piece.
    """
    after = noun_after(view, number[1], end, is_ratio=dimension == "ratio")
    if dimension in ("ratio", "multiple") and view[number[0] - 1 : number[0]] == "的":
        compared = words.COMPARED.search(view, max(clause, number[0] - _LONGEST), number[0])
        if compared:
            return noun_before(view, compared.start(), clause)
    if dimension == "ratio":
        return after or noun_before(view, number[0], clause)
    attached = words.LEAD.match(view, number[1]) is None
    if dimension in ("count", "score"):
        if after and attached:
            return after
        name = view[unit[0] : unit[1]]
        persons = _deed_after(view, number[1], end) if name in words.PERSONS else None
        itself = unit if name in words.SELF else None
        return persons or itself or noun_before(view, number[0], clause) or after or _itself(unit)
    if after and attached and dimension != "time":
        return after
    return noun_before(view, number[0], clause) or after


def _itself(unit: Span) -> Span | None:
    """A unit of two and more characters says itself what it counts: 人次, 縣市."""
    return unit if unit[1] - unit[0] > 1 else None


def _reach(view: str, start: int, end: int) -> int:
    """Return where the clause that begins at ``start`` ends."""
    limit = min(end, start + _LONGEST)
    found = _EDGE.search(view, start, limit)
    stop = found.start() if found else limit
    number = _DIGIT.search(view, start, stop)
    if number is None:
        return stop
    listed = view.rfind("、", start, number.start())
    if listed >= 0:
        return listed
    stop = number.start()
    return stop - 2 if view[stop - 2 : stop] in ("与上", "和上", "及上") else stop


def noun_after(view: str, start: int, end: int, *, is_ratio: bool = False) -> Span | None:
    """Return the noun that follows ``start``, or None; a ratio takes the whole clause."""
    lead = (words.COPULA if is_ratio else words.LEAD).match(view, start, end)
    low = lead.end() if lead else start
    if view[low : low + 1] == " ":
        low += 1
    if words.NOT_NOUN.match(view, low, end):
        return None
    stop = _reach(view, low, end)
    found = words.STOP.search(view, low, stop)
    whole = is_ratio and not (lead and view[lead.end() - 1] in "的之")
    if found and (not whole or found.start() == low):
        stop = found.start()
    if whole:
        found = ADVERBS.search(view, low + 2, stop)
        return _trimmed(view, low, found.start() if found else stop)
    return _trimmed(view, low, _end_of_noun(view, low, first_verb(view, low, stop)))


def _end_of_noun(view: str, start: int, stop: int) -> int:
    """里 of 28個里的採購規則: what is counted stands before 的, unless that is an adjective."""
    of = view.find("的", start + 1, stop)
    return stop if of < 0 or words.QUALITY.search(view, start, of) else of


def _deed_after(view: str, start: int, end: int) -> Span | None:
    """264位報名參加: persons counted by what they do."""
    if words.NOT_NOUN.match(view, start, end) or view[start : start + 1] == "的":
        return None
    stop = _reach(view, start, end)
    return _trimmed(view, start, stop) if stop - start <= 8 else None


def noun_before(view: str, stop: int, clause: int) -> Span | None:
    """Return the noun of the clause that ends at ``stop``, or None."""
    low = max(clause, stop - _LONGEST)
    while True:
        edge = _edge(view, low, stop)
        span = _stretch(view, edge, stop)
        if span or edge <= low or view[edge - 1] != MASK:
            return span
        stop = edge
        while stop > low and view[stop - 1] == MASK:
            stop -= 1


def _edge(view: str, low: int, stop: int) -> int:
    """Where the clause that ends at ``stop`` begins."""
    found = _LAST_EDGE.match(view, low, stop)
    return found.end() if found else low


def _stretch(view: str, edge: int, stop: int) -> Span | None:
    high = _drop_tail(view, edge, stop)
    closing = max(view.rfind("」", edge, high), view.rfind("》", edge, high))
    if closing >= 0:
        start = _drop_head(view, closing + 1, high)
        if high - start >= 2:
            return _noun(view, start, high)
        return _trimmed(view, edge, closing)
    return _object(view, _drop_head(view, edge, high), high)


def _object(view: str, start: int, stop: int) -> Span | None:
    """總額 of 市府已向行政院提出總額: behind the last verb, or else the whole stretch."""
    found = words.SAYS.match(view, start, stop)
    if found:
        start = _drop_head(view, found.end(), stop)
    low = last_verb(view, start, stop)
    low = _drop_head(view, low, stop) if low > start else start
    return _noun(view, low, stop) if stop - low > 1 else _noun(view, start, stop)


def _noun(view: str, start: int, stop: int) -> Span | None:
    """A stretch before the number has two characters, but for adjectives such as 深 200 公尺."""
    span = _trimmed(view, start, stop)
    return span if span and (span[1] - span[0] > 1 or view[span[0]] in words.ADJECTIVES) else None


def _drop_head(view: str, start: int, stop: int) -> int:
    head = words.HEAD.match(view, start, stop)
    return head.end() if head else start


def _drop_tail(view: str, start: int, stop: int) -> int:
    while stop > start:
        low = max(start, stop - 9)
        at = _tail(view, low, stop)
        if at == stop and stop - 2 >= start and view[stop - 2 : stop] in VERBS:
            at = stop - 2
        if at == stop and "每" in view[low:stop]:
            every = words.EVERY.search(view, low, stop)
            at = every.start() if every and every.start() > start else stop
        if at == stop:
            break
        stop = at
    return stop


def _tail(view: str, low: int, stop: int) -> int:
    """Return where the words between a noun and its number begin, ``stop`` if there are none."""
    text = view[low:stop]
    for size in (4, 3, 2, 1):
        if text[-size:] in words.TAILS:
            at = stop - size
            break
    else:
        at = stop
    if "比" in text or "较" in text:
        found = words.COMPARING.search(view, low, stop)
        return min(at, found.start()) if found else at
    return max(at, low)


def told_before(view: str, stop: int, clause: int, *, is_time: bool) -> Span | None:
    """What a number without noun in its clause is about, or None.

    A time tells how long something is done (上線 of 上線八個月); else the clause before says it.
    """
    deed = _deed_before(view, stop, clause)
    return (
        deed or _noun_of_clause(view, stop, clause)
        if is_time
        else (_noun_of_clause(view, stop, clause) or deed)
    )


def _noun_of_clause(view: str, stop: int, clause: int) -> Span | None:
    edge = _edge(view, max(clause, stop - _LONGEST), stop)
    return noun_before(view, edge - 1, clause) if view[edge - 1 : edge] == "," else None


def _deed_before(view: str, stop: int, clause: int) -> Span | None:
    found = words.DEED.search(view, max(clause, stop - 9), stop)
    if found is None or words.IDLE.fullmatch(found["deed"]):
        return None
    return _trimmed(view, found.start("deed"), found.end("deed"))


def _trimmed(view: str, start: int, stop: int) -> Span | None:
    while start < stop and view[start] == " ":
        start += 1
    while start < stop and view[stop - 1] in " 的了、和与及":
        stop -= 1
    return (
        (start, stop)
        if stop - start >= 2 or (stop > start and "\u4e00" <= view[start] <= "\u9fff")
        else None
    )

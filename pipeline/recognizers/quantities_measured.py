"""Find what a quantity counts or measures: one stretch of the text beside the number.

Contract: the stretch lies in the clause of the number and never reaches into another number; it is
found by the closed classes of the language (verbs of change, particles), not by a dictionary.
"""

from __future__ import annotations

from pipeline.recognizers import quantities_nouns as words
from pipeline.recognizers.quantities_clauses import (
    LONGEST,
    MASK,
    Span,
    clause_end,
    clause_start,
    trimmed,
)
from pipeline.recognizers.quantities_deeds import WITHIN, act_before, deed_after
from pipeline.recognizers.quantities_verbs import (
    ADVERBS,
    VERBS,
    first_verb,
    last_verb,
    starts_with_verb,
)


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
    if dimension == "time" and view[unit[0] : unit[1]] != "岁":
        return _of_time(view, number, clause, end)
    if number[0] > clause and view[number[0] - 1] in words.FROM_ENDS:
        source = words.FROM.search(view, max(clause, number[0] - 12), number[0])
        if source:
            return noun_before(view, source.start(), clause)
    after = noun_after(view, number[1], end, is_ratio=dimension == "ratio")
    if dimension in ("ratio", "multiple") and view[number[0] - 1 : number[0]] == "的":
        compared = words.COMPARED.search(view, max(clause, number[0] - LONGEST), number[0])
        if compared:
            return noun_before(view, compared.start(), clause)
    if dimension == "ratio":
        before = after or noun_before(view, number[0], clause)
        if before or words.CHANGES.match(view, number[1], end):
            return before
        return deed_after(view, number[1], end)
    attached = words.LEAD.match(view, number[1]) is None
    if dimension in ("count", "score"):
        name = view[unit[0] : unit[1]]
        members = _members(view, number[0], clause) if name in words.SELF else None
        if members or (after and attached):
            return members or after
        persons = _deed_after(view, number[1], end) if name in words.PERSONS else None
        itself = (_whose(view, number[0], clause) or unit) if name in words.SELF else None
        act = act_before(view, number[0], clause) if name in words.DOERS or itself else None
        before = None if persons or act or itself else noun_before(view, number[0], clause)
        deed = None if persons or act or before else _deed(view, number[1], end)
        return persons or act or deed or itself or before or after or _itself(unit)
    if after and attached:
        return after
    act = act_before(view, number[0], clause) if dimension == "money" else None
    if act and words.OF_MONEY.search(view, max(clause, act[0] - 6), act[0]):
        return noun_before(view, act[0], clause) or act
    before = None if act else noun_before(view, number[0], clause) or after
    return before or _deed(view, number[1], end) or act


def _deed(view: str, stop: int, end: int) -> Span | None:
    """What is said to be done right behind the number, but for a change of it."""
    low = stop + (view[stop : stop + 1] == " ")
    if words.CHANGES.match(view, low, end) or not starts_with_verb(view, low, end):
        return None
    return deed_after(view, low, end)


def _of_time(view: str, number: Span, clause: int, end: int) -> Span | None:
    """How long something is (its noun stands before) or is done (its verb stands beside)."""
    start, stop = number
    before = noun_before(view, start, clause)
    if before and words.OF_TIME.search(view, before[0], before[1]):
        return before
    if view[stop : stop + 1] == "的" or words.CHANGES.match(view, stop, end):
        return noun_after(view, stop, end) or before
    within = WITHIN.match(view, stop, end)
    act = act_before(view, start, clause)
    return act or deed_after(view, within.end() if within else stop, end) or before


def _members(view: str, stop: int, clause: int) -> Span | None:
    """臺北、杜林、利維夫 of 臺北、杜林、利維夫三市: the members that are counted."""
    found = words.MEMBERS.search(view, max(clause, stop - LONGEST), stop)
    return found.span("all") if found else None


def _whose(view: str, stop: int, clause: int) -> Span | None:
    """灣區 of 灣區三城: the short noun that a clause begins with."""
    edge = clause_start(view, max(clause, stop - 6), stop)
    found = noun_before(view, stop, clause)
    is_whole = found == (edge, stop) and 1 < stop - edge < 5
    return found if is_whole and edge > clause else None


def _itself(unit: Span) -> Span | None:
    """A unit of two and more characters says itself what it counts: 人次, 縣市."""
    return unit if unit[1] - unit[0] > 1 else None


def noun_after(view: str, start: int, end: int, *, is_ratio: bool = False) -> Span | None:
    """Return the noun that follows ``start``, or None; a ratio takes the whole clause."""
    lead = (words.COPULA if is_ratio else words.LEAD).match(view, start, end)
    low = lead.end() if lead else start
    if view[low : low + 1] == " ":
        low += 1
    if words.NOT_NOUN.match(view, low, end):
        return None
    if lead and lead.end() > start and view[low : low + 1] in ("「", "《"):
        return _quoted(view, low, end)
    stop = clause_end(view, low, end)
    if not is_ratio and starts_with_verb(view, low, stop):
        return None
    found = words.STOP.search(view, low, stop)
    while found and view[found.end() : found.end() + 1] in ("者", "率"):
        found = words.STOP.search(view, found.end(), stop)
    whole = is_ratio and not (lead and view[lead.end() - 1] in "的之")
    if found and (not whole or found.start() == low):
        stop = found.start()
    if whole:
        found = ADVERBS.search(view, low + 2, stop)
        return trimmed(view, low, found.start() if found else stop)
    return trimmed(view, low, _end_of_noun(view, low, first_verb(view, low, stop)))


def _quoted(view: str, start: int, end: int) -> Span | None:
    """The name between the quotation marks that open at ``start``: 為期兩天的「論壇」."""
    stop = view.find("」" if view[start] == "「" else "》", start, min(end, start + 2 * LONGEST))
    return trimmed(view, start + 1, stop) if stop > 0 else None


def _end_of_noun(view: str, start: int, stop: int) -> int:
    """里 of 28個里的採購規則: what is counted stands before 的, unless that is an adjective."""
    of = view.find("的", start + 1, stop)
    return stop if of < 0 or words.QUALITY.search(view, start, of) else of


def _deed_after(view: str, start: int, end: int) -> Span | None:
    """264位報名參加: persons counted by what they do."""
    if words.NOT_NOUN.match(view, start, end) or view[start : start + 1] == "的":
        return None
    stop = clause_end(view, start, end)
    return trimmed(view, start, stop) if stop - start <= 8 else None


def noun_before(view: str, stop: int, clause: int) -> Span | None:
    """Return the noun of the clause that ends at ``stop``, or None."""
    low = max(clause, stop - LONGEST)
    while True:
        edge = clause_start(view, low, stop)
        span = _stretch(view, edge, stop)
        if span or edge <= low or view[edge - 1] != MASK:
            return span
        stop = edge
        while stop > low and view[stop - 1] == MASK:
            stop -= 1


def _stretch(view: str, edge: int, stop: int) -> Span | None:
    share = words.SHARE_OF.search(view, max(edge, stop - 9), stop)
    high = _drop_tail(view, edge, share.start() if share else stop)
    closing = max(view.rfind("」", edge, high), view.rfind("》", edge, high))
    if closing >= 0:
        start = _drop_head(view, closing + 1, high)
        if high - start >= 2:
            return _noun(view, start, high)
        return trimmed(view, edge, closing)
    return _object(view, _drop_head(view, edge, high), high)


def _object(view: str, start: int, stop: int) -> Span | None:
    """總額 of 市府已向行政院提出總額: behind the last verb, or else the whole stretch."""
    found = words.SAYS.match(view, start, stop)
    if found:
        start = _drop_head(view, found.end(), stop)
    for pivot in words.PIVOT.finditer(view, start, stop):
        start = pivot.end() if pivot.end() < stop - 1 else start
    low = last_verb(view, start, stop)
    low = _drop_head(view, low, stop) if low > start else start
    for made in words.MAKES.finditer(view, low, stop):
        low = made.end() if stop - made.end() > 1 else low
    return _noun(view, low, stop) if stop - low > 1 else _noun(view, start, stop)


def _noun(view: str, start: int, stop: int) -> Span | None:
    """A stretch before the number has two characters, but for adjectives such as 深 200 公尺."""
    span = trimmed(view, start, stop)
    if span and words.IDLE_NOUN.fullmatch(view, *span):
        return None
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


def told_by_sum(view: str, stop: int, clause: int) -> Span | None:
    """裝設水壓計，共1,150具: the sum of what the clause before ends with."""
    found = words.SUM.search(view, max(clause, stop - 9), stop)
    return noun_before(view, found.start(), clause) if found else None


def told_before(view: str, stop: int, clause: int, *, is_time: bool) -> Span | None:
    """What a number without noun in its clause is about, or None.

    A time tells how long something is done (上線 of 上線八個月); else the clause before says it.
    """
    if view[stop - 1 : stop] == ":" and clause < stop - 1:
        return noun_before(view, stop - 1, clause)
    deed = _deed_before(view, stop, clause)
    return (
        deed or _noun_of_clause(view, stop, clause)
        if is_time
        else (_noun_of_clause(view, stop, clause) or deed)
    )


def _noun_of_clause(view: str, stop: int, clause: int) -> Span | None:
    edge = clause_start(view, max(clause, stop - LONGEST), stop)
    return noun_before(view, edge - 1, clause) if view[edge - 1 : edge] == "," else None


def _deed_before(view: str, stop: int, clause: int) -> Span | None:
    found = words.DEED.search(view, max(clause, stop - 9), stop)
    if found is None or words.IDLE.fullmatch(found["deed"]):
        return None
    return trimmed(view, found.start("deed"), found.end("deed"))

"""Find what a number measures whose own clause does not say it: the clause before tells.

Contract: like `measured`, one stretch of the text before the number, or None.
"""

from __future__ import annotations

from pipeline.recognizers.quantities import nouns as words
from pipeline.recognizers.quantities.before import noun_before
from pipeline.recognizers.quantities.clauses import LONGEST, Span, clause_start, trimmed


def told_by_sum(view: str, stop: int, clause: int) -> Span | None:
    """裝設水壓計，共1,150具; 清運車（共512輛）: the sum of what the clause before ends with."""
    low = stop - 9 if stop - 9 > clause else clause
    is_sum = view.find(",", low, stop) >= 0 or view.find("(", low, stop) >= 0
    found = words.SUM.search(view, low, stop) if is_sum else None
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
    if found is None or found["deed"][1] == "的" or words.IDLE.fullmatch(found["deed"]):
        return None
    low = found.start("deed")
    low += view[low] == "们"  # 我們|種了
    return trimmed(view, low, found.end("deed"))

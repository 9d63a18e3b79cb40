"""Find the noun that stands behind a number: 城市 of 38個城市回復出席.

Contract: like `measured`, one stretch of the clause of the number, or None.
"""

from __future__ import annotations

from pipeline.recognizers.quantities import nouns as words
from pipeline.recognizers.quantities.clauses import EDGES, LONGEST, Span, clause_end, trimmed
from pipeline.recognizers.quantities.verbs import ADVERBS, ANY_VERB, first_verb, starts_with_verb


def noun_after(view: str, start: int, end: int, *, is_ratio: bool = False) -> Span | None:
    """Return the noun that follows ``start``, or None; a ratio takes the whole clause."""
    low, lead = start, ""
    if view[start : start + 1] in (words.COPULA_SIGNS if is_ratio else words.LEAD_SIGNS):
        found = (words.COPULA if is_ratio else words.LEAD).match(view, start, end)
        if found:
            low = found.end()
            lead = view[low - 1]
    sign = view[low : low + 1]
    if sign == " ":
        low += 1
        sign = view[low : low + 1]
    if lead and sign in ("「", "《"):
        return quoted(view, low, end)
    if sign in EDGES or (sign in words.NOT_NOUN_SIGNS and words.NOT_NOUN.match(view, low, end)):
        return None
    stop = clause_end(view, low, end)
    if view[stop : stop + 1] == ":" and view[start] == " ":
        return None  # 5,600支 經費:
    has_verb = ANY_VERB.search(view, low, stop + 1) is not None
    if stop == low or (has_verb and not is_ratio and starts_with_verb(view, low, stop)):
        return None
    found = words.STOP.search(view, low, stop)
    while found and view[found.end(1) : found.end(1) + 1] in words.NOUN_ENDS:
        found = words.STOP.search(view, found.end(1), stop)
    whole = is_ratio and lead not in ("的", "之")
    if found and (not whole or found.start() == low):
        stop = found.start()
    if whole:
        found = ADVERBS.search(view, low + 2, stop)
        return trimmed(view, low, found.start() if found else stop)
    if has_verb:
        stop = first_verb(view, low, stop)
    return trimmed(view, low, _end_of_noun(view, low, stop))


def quoted(view: str, start: int, end: int) -> Span | None:
    """The name between the quotation marks that open at ``start``: 為期兩天的「論壇」."""
    stop = view.find("」" if view[start] == "「" else "》", start, min(end, start + 2 * LONGEST))
    return trimmed(view, start + 1, stop) if stop > 0 else None


def _end_of_noun(view: str, start: int, stop: int) -> int:
    """里 of 28個里的採購規則: what is counted stands before 的, unless that is an adjective."""
    of = view.find("的", start + 1, stop)
    if of < 0:
        found = words.OF_NOUN.search(view, start + 2, stop)
        of = found.start() if found else of
    return stop if of < 0 or words.QUALITY.search(view, start, of) else of


def leads(view: str, stop: int) -> bool:
    """Whether 的 or its kind stands behind the number."""
    return view[stop : stop + 1] in words.LEAD_SIGNS and words.LEAD.match(view, stop) is not None

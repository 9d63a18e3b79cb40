"""Find what a quantity counts or measures: one stretch of the text beside the number.

Contract: the stretch lies in the clause of the number and never reaches into another number; it is
found by the closed classes of the language (verbs of change, particles), not by a dictionary.
"""

from __future__ import annotations

from pipeline.recognizers.quantities import nouns as words
from pipeline.recognizers.quantities.after import leads, noun_after, quoted
from pipeline.recognizers.quantities.before import noun_before
from pipeline.recognizers.quantities.clauses import (
    EDGES,
    LONGEST,
    Span,
    clause_end,
    clause_start,
    trimmed,
)
from pipeline.recognizers.quantities.deeds import (
    WITHIN,
    WITHIN_SIGNS,
    act_before,
    deed_after,
    spends,
)
from pipeline.recognizers.quantities.verbs import (
    starts_with_verb,
)

_YEARS_OLD = "岁"


def is_change(view: str, span: Span) -> bool:
    """Whether a stretch only tells that something grew or shrank."""
    return words.CHANGE.fullmatch(view, *span) is not None


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
    if number[0] > clause and view[number[0] - 1] in words.FROM_ENDS:
        source = words.FROM.search(view, max(clause, number[0] - 12), number[0])
        if source and words.TOWARDS.search(view, number[1], min(end, number[1] + 20)):
            return noun_before(view, source.start(), clause)
    if dimension == "time" and view[unit[0] : unit[1]] != _YEARS_OLD:
        return _of_time(view, number, clause, end)
    if dimension in ("count", "score"):
        return _of_count(view, number, unit, clause, end)
    is_spent = dimension == "money" and words.SPENT_ON.match(view, number[1], end)
    after = None if is_spent else noun_after(view, number[1], end, is_ratio=dimension == "ratio")
    if dimension in ("ratio", "multiple") and view[number[0] - 1 : number[0]] in words.OF:
        compared = words.COMPARED.search(view, max(clause, number[0] - LONGEST), number[0])
        if compared:
            of = trimmed(view, *compared.span("of"))
            before = noun_before(view, compared.start(), clause)
            return of if before and words.GOAL.search(view, *before) else before or of
    if dimension == "ratio":
        is_done = after and after[0] == number[1] and starts_with_verb(view, *after)
        before = noun_before(view, number[0], clause) if is_done or not after else None
        return (
            before
            or after
            or (None if _changes(view, number[1], end) else deed_after(view, number[1], end))
        )
    if after and not leads(view, number[1]):
        return after
    act = act_before(view, number[0], clause) if dimension == "money" else None
    if act and words.OF_MONEY.search(view, max(clause, act[0] - 6), act[0]):
        return noun_before(view, act[0], clause) or act
    is_means = view[number[0] - 1] in "以用"
    means_to = deed_after(view, number[1], end) if is_means and not is_spent else None
    if means_to and view[means_to[0]] != "为":
        return means_to  # 以50萬元|建立名冊, but 總經費以50萬元為限
    before = None
    if not (act or (is_means and is_spent)):
        before = noun_before(view, number[0], clause) or after
    if before is None and view[unit[0] : unit[1]] == _YEARS_OLD:
        return deed_after(view, number[1], end)  # 16歲即|有投票權
    if before is None and is_spent:
        return deed_after(view, number[1], end) or _spent_on(view, number[1], end) or act
    return before or _deed(view, number[1], end) or act


def _spent_on(view: str, stop: int, end: int) -> Span | None:
    """What the verb behind a sum of money is done to: 推動|智慧電網聯合示範計畫."""
    verb = words.SPENT_ON.match(view, stop, end)
    return noun_after(view, verb.end(), end) if verb else None


def _of_count(view: str, number: Span, unit: Span, clause: int, end: int) -> Span | None:
    """What is counted: the noun behind, what persons do, the unit itself, the noun before."""
    start, stop = number
    name = view[unit[0] : unit[1]]
    if name not in _PECULIAR:
        return _of_things(view, start, stop, clause, end)
    if name in words.WHOLE:
        return unit
    is_self = name in words.SELF
    members = _members(view, start, clause) if is_self else None
    if members:
        return members
    if name in words.TURNS and view[start - 1 : start] == "分" and start > clause:
        return deed_after(view, stop, end) or noun_before(view, start - 1, clause)
    done = None if name in words.DOERS else _done(view, stop, end)
    if done:
        return done
    doers = _doers(view, start, clause) if name == "人" else None
    after = None if doers else noun_after(view, stop, end)
    if after and name in words.OF_PERSONS:
        after = after[0], _end_of_persons(view, *after)
    if after is None and view[stop : stop + 1] in ("「", "《"):
        return quoted(view, stop, end)
    if after and not leads(view, stop):
        return after
    doers = _doers(view, start, clause) if name in words.PERSONS else None
    if doers:
        return doers  # 長者|1,950人使用遠距門診
    persons = _deed_after(view, stop, end) if name in words.PERSONS else None
    if persons:
        return persons
    itself = (_whose(view, start, clause) or unit) if is_self else None
    act = act_before(view, start, clause) if itself or name in words.DOERS else None
    if act:
        return act
    before = None if itself else noun_before(view, start, clause)
    deed = None if before else _deed(view, stop, end)
    return deed or itself or before or after


def _of_things(view: str, start: int, stop: int, clause: int, end: int) -> Span | None:
    """What a measure word such as 個 or 座 counts: the noun behind, or else the one before."""
    done = _done(view, stop, end)
    if done:
        return done
    after, sign = noun_after(view, stop, end), view[stop : stop + 1]
    if after is None and sign in ("「", "《"):
        return quoted(view, stop, end)
    if after and not (sign in words.LEAD_SIGNS and leads(view, stop)):
        return after
    return noun_before(view, start, clause) or _deed(view, stop, end) or after


# Units that say themselves what they count, or count persons, turns and what is done.
_PECULIAR = words.WHOLE | words.SELF | words.TURNS | words.DOERS | words.PERSONS


def _done(view: str, stop: int, end: int) -> Span | None:
    """公車 of 87輛停駛的公車: what is counted stands behind what is told of it."""
    if view.find("的", stop + 2, min(stop + LONGEST, end)) < 0:
        return None
    is_told = view[stop : stop + 1] in words.TOLD_SIGNS and words.TOLD.match(view, stop, end)
    if not is_told and not starts_with_verb(view, stop, end):
        return None
    limit = clause_end(view, stop, end)
    of = view.find("的", stop + 2, limit)
    return noun_after(view, of + 1, end) if of > 0 else None


def _doers(view: str, start: int, clause: int) -> Span | None:
    """The persons named right before their number: 居民|320人搬離."""
    found = noun_before(view, start, clause)
    is_near = found and start - found[1] < 3 and words.DOER.search(view, *found)
    return found if is_near else None


def _end_of_persons(view: str, start: int, stop: int) -> int:
    """志工 of 300名志工讀水尺: the noun that 名 and 位 count ends as words for persons do."""
    if view[stop - 1] in words.PERSON_ENDS:
        return stop
    last = words.PERSON_NOUN.match(view, start, stop)
    return last.end() if last else stop


def _changes(view: str, stop: int, end: int) -> bool:
    """Whether a change of the number is told behind it."""
    sign = view[stop : stop + 1]
    return sign in words.CHANGES_SIGNS and words.CHANGES.match(view, stop, end) is not None


def _deed(view: str, stop: int, end: int) -> Span | None:
    """What is said to be done right behind the number, but for a change of it."""
    low = stop + (view[stop : stop + 1] == " ")
    if (
        view[low : low + 1] in EDGES
        or _changes(view, low, end)
        or not starts_with_verb(view, low, end)
    ):
        return None
    return deed_after(view, low, end)


def _of_time(view: str, number: Span, clause: int, end: int) -> Span | None:
    """How long something is (its noun stands before) or is done (its verb stands beside)."""
    start, stop = number
    before = noun_before(view, start, clause)
    if (
        before
        and view[before[1] - 1] in words.OF_TIME_ENDS
        and words.OF_TIME.search(view, before[0], before[1])
    ):
        return before
    if view[stop : stop + 1] == "的" or _changes(view, stop, end):
        return noun_after(view, stop, end) or before
    act = act_before(view, start, clause)
    if act:
        only_spends = spends(view, act)
        goes_into = deed_after(view, stop, end) if only_spends else None
        # 當了二十年|姊妹市, but 上線14個月
        noun = noun_after(view, stop, end) if view[act[1] - 1] == "了" else None
        spender = noun_before(view, act[0], clause) if only_spends else None
        return goes_into or noun or spender or act
    if view[start - 1 : start] == "每" and words.ONCE.match(view, stop, end):
        return before or noun_before(view, start - 1, clause)
    within = WITHIN.match(view, stop, end) if view[stop : stop + 1] in WITHIN_SIGNS else None
    deed = deed_after(view, within.end() if within else stop, end)
    return before if before and deed and is_change(view, deed) else deed or before


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


def itself(unit: Span) -> Span | None:
    """A unit of two and more characters says itself what it counts: 人次, 縣市."""
    return unit if unit[1] - unit[0] > 1 else None


def _deed_after(view: str, start: int, end: int) -> Span | None:
    """264位報名參加: persons counted by what they do."""
    sign = view[start : start + 1]
    if sign in EDGES or sign in words.OF:
        return None
    if words.NOT_NOUN.match(view, start, end) and not words.COMES.match(view, start, end):
        return None
    light = words.LIGHT.match(view, start, end)
    start = light.end() if light else start
    stop = clause_end(view, start, end)
    return trimmed(view, start, stop) if 1 < stop - start <= 8 else None

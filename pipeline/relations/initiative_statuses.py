"""How far an initiative is, by the words and dates around its name.

Contract: a service that runs is ``ongoing`` however long since it was launched; ``done`` is what
was completed or has ended; a date after the day of publication makes a launch ``planned``.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.initiative_lexicon import InitiativeLexicon
from pipeline.relations.surroundings import Surroundings

_REACH = 24
_BEHIND = 2
# A wish counts behind a name only right behind it (「…」是我的期望).
_WISH_REACH = 8
_SHALL = views.fold("將")
_AFTER_SHALL = frozenset(
    views.fold("於在會再有由與以成達從進是續陸開擴全共逐持正分繼率另可能優首為更")
)
_PART = views.pattern(
    r"\s?(?:近|約|逾|了|超過)?\s?(?:[\d.]+|[一二三四五六七八九十百]+)\s?(?:成|%|分之|公里|座|處|盞|個|項|件|戶|公頃)|首期|第一"
)
_LAUNCH = views.pattern(
    r"\s?(?:底|初|中旬)?(?:前|起|才)?[^,。;]{0,10}?(?:起|上路|上線|啟用|啟動|試辦|試行|開辦|登場|商轉|上架|開跑|開放|推出|受理"
    r"|實施|施行|發行|啟航|動工|開工|開張|營運)"
)


def find_status(
    around: Surroundings, mention: Mention, lexicon: InitiativeLexicon
) -> tuple[str, str]:
    """Return the status told by the cue nearest to a mention, and the rule that read it.

    The clause decides, then the clause behind it; without a cue an initiative is ongoing.
    """
    headed = lexicon.head_of(around.doc.view, mention.start, mention.end)
    if headed and headed[1].kind == "award":
        return "done", "award"
    low, high = around.clause(mention.start, mention.end)
    if _is_launched_later(around, low, high):
        return "planned", "date"
    status = _nearest(around.doc.view, mention, low, high, lexicon)
    is_described = mention.rule.startswith("described")
    if status is None and is_described:
        inside = lexicon.status_pattern.search(around.doc.view, mention.start, mention.end)
        status = lexicon.statuses[inside[0]] if inside else None
    if status is None and not is_described:
        _, end = around.sentence(mention.start)
        if _is_launched_later(around, high, min(end, high + _REACH)):
            return "planned", "date"
        status = _first(around.doc.view, high, min(end, high + _REACH), lexicon)
    return (status, "cue") if status else ("ongoing", "default")


def _nearest(
    view: str, mention: Mention, low: int, high: int, lexicon: InitiativeLexicon
) -> str | None:
    """Return the status of the nearest cue of a clause, one before the name first."""
    best: tuple[int, str] | None = None
    for start, end, far in ((low, mention.start, 0), (mention.end, high, _BEHIND)):
        for match in lexicon.status_pattern.finditer(view, start, end):
            status = lexicon.statuses[match[0]]
            behind = match.start() - mention.end
            distance = behind + far if far else mention.start - match.end()
            if not _holds(view, match, lexicon) or distance > _REACH:
                continue
            if far and status == "proposed" and behind > _WISH_REACH:
                continue
            if best is None or distance < best[0]:
                best = distance, status
    return best[1] if best else None


def _first(view: str, start: int, end: int, lexicon: InitiativeLexicon) -> str | None:
    """Return the status of the first cue that is no wish."""
    for match in lexicon.status_pattern.finditer(view, start, end):
        status = lexicon.statuses[match[0]]
        if status != "proposed" and _holds(view, match, lexicon):
            return status
    return None


def _holds(view: str, match: re.Match[str], lexicon: InitiativeLexicon) -> bool:
    """Whether a cue tells what it seems to: 將 before a noun and 完成六成 do not."""
    if match[0] == _SHALL:
        return _is_future(view, match.end(), lexicon)
    return lexicon.statuses[match[0]] != "done" or _PART.match(view, match.end()) is None


def _is_future(view: str, position: int, lexicon: InitiativeLexicon) -> bool:
    """Whether 將 before ``position`` tells the future; before a noun it only moves the object."""
    return view[position : position + 1] in _AFTER_SHALL or (
        lexicon.verb_pattern.match(view, position) is not None
    )


def _is_launched_later(around: Surroundings, low: int, high: int) -> bool:
    """Whether a day after the document's own is given for the launch."""
    doc = around.doc
    published = doc.document.published_on
    if published is None:
        return False
    for mention in doc.kept_in(low, high, "DATE"):
        row = doc.dates.get(mention.mention_id)
        if row is None or row.start_date is None or row.start_date <= published:
            continue
        if _LAUNCH.match(doc.view, mention.end, max(high, mention.end)):
            return True
    return False

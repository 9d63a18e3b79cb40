"""Days to come around the name of an initiative: what begins then is planned.

Contract: pure look-ups in the clause of a mention and the one before; without a day of publication
nothing is to come.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives import ends
from pipeline.relations.surroundings import Surroundings

_LAUNCH = views.pattern(
    r"\s?(?:底|初|中旬)?(?:前|起|才)?[^,。;]{0,10}?(?:起|上路|上線|啟用|啟動|試辦|試行|開辦|登場|商轉|上架|開跑|開放|推出|受理"
    r"|實施|施行|發行|啟航|動工|開工|開張|營運)"
)
# 今年十月起，…: nothing but a day before the comma.
_ONLY_DATED = views.pattern(
    r"(?:從|自|在|於|等到|預計|今年|最快|大約|約|而|而且|另外|此外)*"
    r"(?:起|開始|以後|之後|後|左右|前後|底|初|,)*"
)
_SINCE = views.pattern("已|曾|了")
# 今年9月互設「…」: what stands between a day and the verb.
_LONGEST = 14
_BETWEEN = views.pattern(
    "(?:起|底|初|中旬|前|間)?(?:將|在|於|由|可|起)?(?:兩市|兩地|雙方|各自|分別|共同|合作|攜手|聯合|輪流|聯手)*[互合共試開正首]?(?:式|度|次)?"
)
# 各城宜在2026年前成立「…」 is a proposal.
_OUGHT = views.pattern("宜|應[該於在當]|建議|希望|盼|呼籲")
_TOGETHER = views.pattern("[互合共試續][設辦建推營]$")


def is_dated_later(around: Surroundings, low: int, start: int) -> bool:
    """Whether the clause before is but a day to come: 今年十月起，…會有「…」."""
    doc = around.doc
    if doc.view[low - 1 : low] != ",":
        return False
    first, _ = around.clause(max(low - 2, 0), max(low - 1, 0))
    dates = doc.kept_in(first, low, "DATE")
    if not dates or not _ONLY_DATED.fullmatch(doc.view, dates[-1].end, low):
        return False
    is_lead = _ONLY_DATED.fullmatch(doc.view, first, dates[0].start) is not None
    return is_lead and ends.is_to_come(doc, first, low) and not _SINCE.search(doc.view, low, start)


def is_launched_later(around: Surroundings, low: int, high: int) -> bool:
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


def is_set_for_later(
    around: Surroundings, low: int, start: int, lexicon: InitiativeLexicon
) -> bool:
    """Whether a day to come and one verb lead to the name: 雙方同意今年9月互設「…」."""
    doc = around.doc
    dates = doc.kept_in(low, start, "DATE")
    if not dates or start - dates[-1].end > _LONGEST:
        return False
    if _OUGHT.search(doc.view, low, dates[0].start):
        return False
    before = doc.view[dates[-1].end : start].rstrip('「《" ')
    verbs = (*lexicon.verb_pattern.finditer(before), *_TOGETHER.finditer(before))
    verb = next((v for v in verbs if v.end() == len(before)), None)
    # 預定2027年完成「…」: that work goes on.
    if verb is None or verb[0].startswith("完") or ends.is_tool(doc, low, start):
        return False
    if not _BETWEEN.fullmatch(before, 0, verb.start()):
        return False
    return ends.is_to_come(doc, low, dates[0].end) and ends.is_to_come(doc, low, start)

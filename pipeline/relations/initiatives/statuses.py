"""How far an initiative is, by the words and dates around its name.

Contract: a service that runs is ``ongoing`` however long since it was launched; ``done`` is what
was completed or has ended; a date after the day of publication makes a launch ``planned``.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives import ends
from pipeline.relations.initiatives.carried import announced, is_weak
from pipeline.relations.initiatives.cues import GROWTH, read_cue
from pipeline.relations.initiatives.dated import (
    is_dated_later,
    is_launched_later,
    is_set_for_later,
)
from pipeline.relations.initiatives.frames import find_frame
from pipeline.relations.surroundings import Surroundings

_REACH = 24
_BEHIND = 2
# A wish counts behind a name only right behind it (「…」是我的期望).
_WISH_REACH = 8
# What has no marks is read this far to either side.
_LONGEST = 300
# How far behind a name the end of a service is told.
_END_REACH = 90
# How far behind a name 該計畫, 方案 may tell its end.
_LATER = 160
# Approval still to come makes a plan a proposal.
_PENDING = views.pattern(
    r"列[為入][^,。;]{0,6}(?:研議|研究|評估)|(?:仍|尚|還|有|須|需|只)(?:待|在|處於|停留在)[^,。;]{0,6}?(?:審議|審查|核定|評估|通過|定案|研議|構想|草擬|提案|討論|拍板|規劃階段|紙上)"
    r"|(?:提案|構想|研議|評估|概念)階段|(?:如果|若|倘若|假如|只要)(?:[^,。;]{0,8}?)(?:過關|通過|獲准|核定|同意)|尚未(?:定案|拍板|核定)"
)
# What is in use is no plan, whatever is told of it next: 「…」已納入24處, 擬於會議示範
_RUNS = views.pattern(
    r"[」》\"\s]*(?:計畫|計劃|專案)?的?(?:推動|執行|辦理|推行|實施|上路)?(?:成果|成效|經驗|績效)|[」》\"\s]*(?:目前|現在|至今|迄今|如今)?已(?!規劃|規畫|編列|核定|提出|提案|報|排|送|列入|爭取|預定|決定|同意|通過|完成|達成|結|停|關)"
)
# 「…」，核定990萬元: what money was granted for is to come.
_GRANTED = views.pattern(
    r"[」》\"][^,。;]{0,6},(?:[^,。;]{0,10},)?核定(?:經費|預算|金額)?[^,。;]{0,4}\d"
)
# What is enlarged is there (編列一億元擴充「…」); a thing that is made into it is not.
_ENLARGED = views.pattern(
    r"(?:擴充|擴大|擴增|擴建|擴展|升級|優化|精進|延續|續辦|維運|汰換|改版)[「《\"\s]*$"
)
# 將投入三億元建設「…」，目前一期已經封頂
_STANDS_PARTLY = views.pattern(
    r"[」》\"]?[^,。;]{0,6},(?:目前|其中|現在?|如今)*(?:第?[一二三]期|首期|首批|前期|第一階段)"
    r"[^,。;]{0,16}?(?:已|動工|開工|完工|封頂|啟用|落成)"
)
# 「…」行動計畫下的首個…將於明年啟用: a part of what runs
_PARTS = views.pattern(r"[」》\"\s]*[^,。;「」]{0,6}?(?:之下|項下|框架下|旗下|下)的")
# 「…」用戶已突破22萬: people use it.
_USED = views.pattern(
    r"[^,。;]{0,12}?(?:用戶|使用者|會員|下載|註冊|人次|人數|件數)[^,。;]{0,6}?(?:已|突破|達|逾|超過|累計)"
)
# What is put off is still to come: 惟最終投資決定延至2023年.
_PUT_OFF = views.pattern(
    r"[^。;]{0,40}?(?:投資|決定|動工|開工|上線|上路|啟用|招標|決標|發包|試辦|推出|開辦)[^,。;]{0,6}?(?:延|推遲|展延|順延|延後|延宕)(?:至|到)"
    r"|[^,。;曾]{0,12}?(?:延期|順延|推遲|暫緩|擱置|卡關|流標)(?:實施|辦理|推動|上路|執行|試辦|開辦)?(?=[,。;]|$)"
)
_STOP = re.compile("[。;!?\n]")
# Its second phase or place tells that the first one runs; a failure told of is over.
_PHASE = views.pattern(
    r"[」》\"\s]*(?:計畫|計劃|專案|方案)?的?(?:(?:第?[二三四五六]|2|II)(?:期|階段|代)"
    r"|第(?:[二三四五六七八九十\d]{1,3})(?:[處站座間家所批輛版屆年季區條臺台棟班梯波輪場]))"
)
# 「…」第一期已完工: the whole is still built.
_FIRST_PART = views.pattern(
    r"[」》\"\s]*(?:計畫|計劃|專案|方案|工程)?的?(?:第?(?:一|1)(?:期|階段)|首期|首批|前期)"
)
_FAILED = views.pattern(r"[」》\"\s]*的?(?:慘痛|失敗)的?(?:經驗|案例|教訓|故事|經歷|實例|個案)")
_NOUN = views.pattern(r"[」》\"\s]+(?:計畫|計劃)")
# Entries are still taken for a prize.
_ENTRIES = views.pattern(r"[^。;]{0,16}?(?:徵件|收件|徵選|徵求|徵集|投件|報名|開放申請|受理)")


def find_status(
    around: Surroundings, mention: Mention, lexicon: InitiativeLexicon
) -> tuple[str, str]:
    """Return the status told by the cue nearest to a mention, and the rule that read it.

    The clause decides, then the clause behind it, then what heads the list or column; without a
    sign an initiative is ongoing.
    """
    view = around.doc.view
    headed = lexicon.head_of(view, mention.start, mention.end)
    if headed and headed[1].kind == "award":
        return _of_prize(view, mention.end)
    low, high = around.clause(mention.start, mention.end)
    low, high = max(low, mention.start - _LONGEST), min(high, mention.end + _LONGEST)
    is_there = any(sign.match(view, mention.end, high) for sign in (_PHASE, GROWTH, _USED))
    if not is_there and (
        is_launched_later(around, low, high) or is_dated_later(around, low, mention.start)
    ):
        return "planned", "date"
    status = _nearest(around, mention, low, high, lexicon)
    if status == "ongoing" and not is_there and is_weak(around, mention, low):
        status = announced(around, mention, low, lexicon) or status
    is_set = not is_there and is_set_for_later(around, low, mention.start, lexicon)
    if is_set and status in (None, "ongoing"):
        status = "planned"
    if mention.rule.startswith("described"):
        return _of_described(view, mention, status, lexicon)
    doc = around.doc
    if _is_in_use(around, mention, low, high, status):
        status = "ongoing"
    end = _reach_of(around, mention, high)
    is_there = is_there or ends.is_seen(doc, low, mention.start)
    is_open = status in (None, "planned")
    if is_open and _is_pending(around, mention, low, end, status):
        return "proposed", "pending"
    if is_open and ends.is_draft(doc, mention.end):
        return "planned", "draft"
    if status is None and _PHASE.match(view, mention.end):
        return "ongoing", "cue"
    later = min(end, high + _END_REACH)
    if status is None and not is_there and is_launched_later(around, high, later):
        return "planned", "date"
    over = _over(around, mention, low, end, status)
    if over is not None:
        return "done", over
    if status is None and _GRANTED.match(view, mention.end):
        return "planned", "cue"
    if is_open and _PUT_OFF.match(view, mention.end, end):
        return "planned", "cue"
    runs = is_there or _RUNS.match(view, mention.end, high) is not None
    if status is None and (runs or ends.was_launched(doc, low, mention.start)):
        return "ongoing", "cue"
    status = status or _first(around, high, min(end, high + _REACH), lexicon)
    status = status or announced(around, mention, low, lexicon)
    if status is not None:
        return status, "cue"
    framed = find_frame(around, mention)
    return (framed, "frame") if framed else ("ongoing", "default")


def _is_in_use(
    around: Surroundings, mention: Mention, low: int, high: int, status: str | None
) -> bool:
    """Whether what is planned is only more of what is there, or what is done only a first part."""
    view = around.doc.view
    if status == "done":
        return _FIRST_PART.match(view, mention.end) is not None
    return status == "planned" and (
        GROWTH.match(view, mention.end, high) is not None
        or _PHASE.match(view, mention.end) is not None
        or _PARTS.match(view, mention.end, high) is not None
        or ends.is_tool(around.doc, low, mention.start)
        or _ENLARGED.search(view, low, mention.start) is not None
        or _STANDS_PARTLY.match(view, mention.end, mention.end + _LONGEST) is not None
    )


def _over(
    around: Surroundings, mention: Mention, low: int, end: int, status: str | None
) -> str | None:
    """Return the rule that tells that something failed, was given up, completed or is bygone."""
    doc = around.doc
    if _FAILED.match(doc.view, mention.end) or ends.is_dropped(doc, low, mention):
        return "end"
    if status not in (None, "ongoing"):
        return None
    if _has_ended(around, mention, end) or ends.is_replaced(doc, mention.end):
        return "end"
    if ends.is_completed(doc, mention.end, end):
        return "completed"
    is_bygone = status is None and ends.is_bygone(doc, low, mention.start, end)
    return "bygone" if is_bygone else None


def _is_pending(
    around: Surroundings, mention: Mention, low: int, end: int, status: str | None
) -> bool:
    """Whether the sentence, or a later one of the line, tells that it waits for a decision."""
    doc = around.doc
    first, _ = around.sentence(mention.start)
    if status == "planned" and ends.is_supposed(doc, first, mention.start):
        return True
    if status is None and ends.is_promised(doc, first, low, mention.start):
        return True
    if _PENDING.search(doc.view, mention.end, end) or ends.waits(doc, mention.end, end):
        return True
    _, last = around.line(mention.start)
    return ends.waits_later(doc, mention.end, min(last, mention.end + _LATER))


def _of_prize(view: str, end: int) -> tuple[str, str]:
    """Return that a prize was won, unless entries are still taken."""
    is_open = _ENTRIES.match(view, end, end + _REACH) is not None
    return ("ongoing", "cue") if is_open else ("done", "award")


def _of_described(
    view: str, mention: Mention, status: str | None, lexicon: InitiativeLexicon
) -> tuple[str, str]:
    """Return the status of a measure: of the cue near it, else of one inside."""
    if status is None:
        inside = lexicon.status_pattern.search(view, mention.start, mention.end)
        status = lexicon.statuses[inside[0]] if inside else None
    return (status, "cue") if status else ("ongoing", "default")


def _nearest(
    around: Surroundings, mention: Mention, low: int, high: int, lexicon: InitiativeLexicon
) -> str | None:
    """Return the status of the nearest cue of a clause, one before the name first."""
    view = around.doc.view
    best: tuple[int, str] | None = None
    wished = False
    # 「…」計畫於老城取消車位: the noun a name stands before is no verb of planning.
    noun = _NOUN.match(view, mention.end, high)
    behind_noun = noun.end() if noun else mention.end
    for start, end, far in ((low, mention.start, 0), (behind_noun, high, _BEHIND)):
        for match in lexicon.status_pattern.finditer(view, start, end):
            behind = match.start() - mention.end
            distance = behind + far if far else mention.start - match.end()
            status = read_cue(around, match, start, end, bool(far), lexicon)
            if status is None or distance > _REACH:
                continue
            if far and status == "proposed" and behind > _WISH_REACH:
                continue
            wished = wished or (status == "proposed" and not far)
            if status == "planned" and far and ends.is_under_way(around.doc, low, mention.start):
                status = "ongoing"  # 展開「…」，預計兩年內…
            if best is None or distance < best[0]:
                best = distance, status
    # A wish governs the plan that it wishes for (希望未來能有「…」).
    return "proposed" if best and best[1] == "planned" and wished else best[1] if best else None


def _first(around: Surroundings, start: int, end: int, lexicon: InitiativeLexicon) -> str | None:
    """Return the status of the first cue that is no wish."""
    for match in lexicon.status_pattern.finditer(around.doc.view, start, end):
        status = read_cue(around, match, start, end, True, lexicon)
        if status is not None and status != "proposed":
            return status
    return None


def _reach_of(around: Surroundings, mention: Mention, high: int) -> int:
    """Return how far what follows still tells of a mention: to 。 or ; or the next name."""
    _, end = around.sentence(mention.start)
    end = min(end, mention.end + _LONGEST)
    mark = _STOP.search(around.doc.view, high, max(end, high))
    end = mark.start() if mark else max(end, high)
    for other in around.doc.kept_in(high, end, "INITIATIVE"):
        if not other.rule.startswith("described"):
            # 甲…，縣府還要推出「乙」: the clause of the next name tells of that one
            return max(high, around.clause(other.start, other.end)[0])
    return end


def _has_ended(around: Surroundings, mention: Mention, end: int) -> bool:
    """Whether the sentence goes on to tell that the service was given up."""
    doc = around.doc
    end = min(end, mention.end + _END_REACH)
    position = ends.end_of(doc, mention.end, end)
    if position is None:
        _, last = around.line(mention.start)
        position = ends.end_told_later(doc, end, min(last, mention.end + _LATER))
    if position is None:
        return False
    others = doc.kept_in(mention.end, position, "INITIATIVE", "EVENT")
    return all(other.rule.startswith("described") for other in others)

"""How an agreement stands, from the words around it.

Contract: cues come from ``config/agreement_words.csv``; denial and doubt also count when the next
sentences say them, since questions are answered there.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.relations.agreements import asserted
from pipeline.relations.agreements.skeleton import Skeleton
from pipeline.relations.agreements.standing import StatusWords
from pipeline.relations.agreements.talk import (
    before_rumours,
    behind_answer,
    decision_behind,
    has_day_behind,
    is_asked,
    is_awaited,
    is_doubted,
    is_hearsay,
    is_not_talked_of,
    is_talk,
    is_to_be_signed,
    remark_behind,
    replied,
    signing_clause,
    told_behind,
    unless_is,
    without_orders,
)
from pipeline.relations.agreements.tokens import CITY, DATE, TRIGGERS
from pipeline.relations.agreements.underway import is_on_its_way
from pipeline.relations.surroundings import Surroundings

# What a paper is about is no standing: 簽署都市規劃備忘錄, 一份地震模擬演練備忘錄.
_SUBJECT = re.compile(
    views.simplify("([續補]?簽[署訂定了過下有妥成]|[續補]簽|發表|通過|[的之份項「《])")
    + f"(?:(?!的)[\u3400-\u9fffA-Za-z]){{2,16}}(?=[{''.join(TRIGGERS.values())}])"
)
# 計劃今年6月與
_SET_FOR = views.pattern("(?:計[畫劃]|打算|準備|安排)[於在]?\ue003")
# 簽了一份備忘錄，今年要簽第二份
_DONE = views.pattern("(?<![沒未將要會])簽[了過妥下](?:的|一[份項紙])?$")
# 雖無姊妹市關係, 簽署備忘錄的可能性.
_NONE_BEFORE = views.pattern(
    r"(?:雖無|並無|尚無|沒有|沒|未有|不是|並非|無(?=任何|正式|相關|合作|友好|其他|類似|[簽締訂與和此姊協備]|$)|(?<![尚還])未(?![來成]))[^,。;與和跟]{0,6}$"
)
# 尚未締約: no tie yet, unless one is on its way.
_NOT_YET = views.pattern("(?:[尚還仍]未|還沒有?)[^,。;與和跟]{0,4}$")
# 姊妹市釜山預計明年來訪 tells of a visit; 姊妹市釜山去年解除關係 of the tie.
_APPOSED = re.compile(f"[、的]?[{CITY}、{views.simplify('與和及跟')}]+")
_ABOUT_TIE = views.pattern("締|盟約|結盟|關係|續約|續簽|姊妹|姐妹|[終中]止|斷絕|解除")
# 因疫情取消互訪，但仍簽署備忘錄
_BUT = views.pattern(
    "^.*,(?:但是?|惟|不過|然而)(?!未|並?沒|尚|還|不)|^.*雖[^,雖]*,(?=[^,。;未不沒無]{0,14}[仍還])"
)
_OF_SAME = views.pattern(
    r"\s*(?:不過|但|然而|惟)?,?(?:該|此|這|上述|前述)[項份個]?[^。;!?\n,]{0,8}"
    "(?:備忘錄|協議|協定|關係|盟約|合約|約|MOU)[^。;!?\n]{2,60}"
)
# 備忘錄（108年簽訂，已屆期）
_ASIDE = re.compile(r"[」》\s]*\([^()\n]{2,30}\)")
# 連一封意向書都沒有
_NONE_AFTER = views.pattern("[都也皆均](?:還)?(?:沒有?|無|未簽)")
# 姊妹市，與丙市則沒有任何協議, 與丙市則沒有。
_NONE_OF_OTHER = re.compile(
    views.simplify("[並尚還也目前]{0,3}(?:沒有?|無|未)")
    + f"(?:[^,。;]{{0,8}}[{''.join(TRIGGERS.values())}]|[,。;]|$)"
)
# 尚未與甲市簽署任何備忘錄; 無法承諾與甲市簽署備忘錄, but not 不敢保證去年簽署的備忘錄有成效.
_NOT_ANY = views.pattern(
    "(?:未|沒有?|無)曾?[與和跟同]任何[^,。;]{0,14}$"
    "|(?:未|沒有?|無)[^,。;]{0,24}(?:任何|一紙|半紙)(?:形式的?|的)?[^,。;]{0,4}$"
    "|[不無][能敢法](?:保證|承諾)[^,。;]{0,16}[簽締結][署訂定下約為成結]?+(?![的了過])[^,。;]{0,6}$"
)
# 民國114年（預定）
_PENCILLED = views.pattern(
    r"(?<=[年月日號季初中底旬市縣府天週」》])\((?:預[定計訂]|暫[定訂]|擬定?|規[劃畫]中?|洽談中?|籌備中?|未定)\)(?!的)[^,。;]{0,8}?(?:簽(?![^,。;]{0,2}[了過])|締|換|$)"
)
# 備忘錄仍在逐字磋商
_STILL_TALKED = views.pattern(
    "(?:草案|草稿|文本|(?:文字|條文)(?![^。;]*簽))[^,。;不未沒]{0,6}(?:待|定稿|談妥|談定|敲定|就緒|備妥|審|擬|送|會辦|磋商|協商|討論)|案[^,。;]{0,4}(?:沒有?|未)(?:送|過|通過|[列排]入|審|成案|定案)|[^,。;]{0,2}(?:在談|在等|[停卡]留?在)|[^,。;]{0,4}(?:仍|尚|還|正|目前)[^,。;未沒不]{0,6}(?:磋商|協商|洽談|商談|研商|斟酌|研擬|擬定|推敲|審閱|來回修改)(?!過)"
)
# 並非中止 tells that there is one.
_NOT_ENDED = views.pattern(
    "(?:並非|不是|並未|從未|未曾|絕非|沒有)(?:已?經)?(?:終止|中止|中斷|失效|解除|廢止|停止)"
)
# 與臺中沒有簽約，與上海是姊妹市: what is told before is of another partner.
_OTHER_BEFORE = views.pattern(
    f"(?:[沒未無不][^,;]{{0,6}}[與和跟]{CITY}[^,;]{{0,12}}|[與和跟]{CITY}[^,;]{{0,6}}[沒未無不][^,;]{{0,8}}),[而但惟則]?$"
)
_BREAK = re.compile("[;。!?]")
# How far before a clause its speaker may stand.
_OFFICE = 8
# Where the part of a sentence about another agreement ends, and where one begins.
_ZONE_MARK = re.compile(f"[;{''.join(TRIGGERS.values())}]")
_NEXT = re.compile(f"[{''.join(TRIGGERS.values()).replace(TRIGGERS['appeal'], '')}]")
_RELATIVE = views.pattern("明|後|下|[今本]?[年月][底內]")
# 而與伯明罕市無任何約定 tells of another partner.
_WITH_OTHERS = views.pattern(
    "(?<=,)(?:[而但惟則也亦]|至於|然而|同時|並且?|另外?|原[訂定本]?|本來|\ue003|今[天日年])*[與和跟]"
)
# 如果議會順利通過，將締結姊妹市 is planned.
_SUBJECT_TO = views.pattern(
    "(?:如果|如|若|倘若?|待|俟|等|只要|假如)[^,。;與和跟]{0,12}"
    "(?:通過|同意|核定|核准|核可|批准|審議|審查|點頭|完成程序)[^,。;]{0,6},"
)
_FIRM = views.pattern(
    "(?:可望|預計|預定|將於|將在|訂於|定於|排定|擬於)[^,。;]{0,24}$|\ue003[^,。;不未沒]{0,12}簽[署訂定][^,。;]{0,14}$"
)
_SUPPOSED = views.pattern(
    "如果|若|假如|倘|要是|一旦|是否|會否|能否|可否|聽說|傳|謠|建議|主張|提議|呼籲|哪天|會不會|有沒有|要不要|希望|盼"
)
_FULFILLED = views.pattern(
    "(?:最後|最終|終於|隨後|後來|日前)[^;。不未沒]{0,24}(?:簽|締結|發表|通過)"
)


def find_status(
    around: Surroundings,
    skeleton: Skeleton,
    match: re.Match[str],
    kind: str,
    words: StatusWords,
    sentence_end: int,
) -> str | None:
    """Return the standing told by cues, or None if there is none."""
    trigger = match.start("t")
    text = skeleton.text
    low = _zone_start(text, match.start())
    behind = _BREAK.search(text, max(trigger, match.end() - 1))
    high = behind.start() if behind else len(text)
    other = _OTHER_BEFORE.search(text, low, match.start())
    low = match.start() if other and text[match.start()] in "与和跟" else low
    low = trigger if asserted.is_only_unvisited(text, low, trigger) else low
    before = _told(around, skeleton, low, max(trigger, match.end()))
    before = behind_answer(_SUBJECT_TO.sub("", _BUT.sub("", _SUBJECT.sub(r"\1", before))))
    end = match.end() + len(_before_next(text[match.end() : high]))
    end = _before_others(skeleton, match, end)
    after, is_tie = _told(around, skeleton, match.end(), end), kind == "sister_city"
    if is_tie and _APPOSED.fullmatch(text, trigger + 1, match.end()):
        after = after if _ABOUT_TIE.search(after) else ""
        before = before if _ABOUT_TIE.search(before) else ""
    behind_it = told_behind(around.doc.view, sentence_end)
    if is_talk(after, behind_it):
        return "imagined"
    after = _NOT_ENDED.sub("", before_rumours(after))
    first_clause = after.partition(",")[0]
    if words.made.search(first_clause) and not is_doubted(first_clause):
        after = first_clause
    if (is_tie and _NOT_YET.search(text, low, trigger)) or asserted.is_refused(text, low, trigger):
        is_coming = words.pending.search(after) or words.find(after, "planned")
        return "planned" if is_coming else "denied"
    is_other = trigger + 1 < match.end() and _NONE_OF_OTHER.match(text, match.end())
    if is_other or _is_none(text, low, trigger) or _NONE_AFTER.match(after):
        return "denied"
    if is_tie and asserted.lasts(after):
        return None
    if is_tie:
        after = asserted.behind_tie(text[low : match.end()], after)
    status = _told_around(before, after, words)
    is_done = status is None and _DONE.search(text, low, trigger) is not None
    if status in (None, "imagined") and not is_done:
        status = _to_be_signed(around, skeleton, match, (low, end), after, words) or status
    if status in ("planned", "imagined") and _FULFILLED.search(after):
        return None
    has_day = status == "imagined" and has_day_behind(behind_it)
    written = around.doc.view[max(0, skeleton.starts[low] - _OFFICE) : skeleton.starts[trigger]]
    if has_day or is_on_its_way(status, before, text[trigger] + after, written):
        status = "planned"
    if is_asked(text, trigger) or (status == "imagined" and is_doubted(text)):
        answer = around.answer_at(skeleton.starts[trigger])
        told = words.answered(answer) if answer else replied(behind_it, words)
        return unless_is(told, text[low:trigger], answer or behind_it)
    span = (skeleton.starts[low], skeleton.ends[trigger])
    status = _told_beside(around, span, sentence_end, status, words)
    is_new = status is None and is_tie and asserted.is_new(before + after)
    return "signed" if is_new else status


def _to_be_signed(
    around: Surroundings,
    skeleton: Skeleton,
    match: re.Match[str],
    zone: tuple[int, int],
    after: str,
    words: StatusWords,
) -> str | None:
    """Return whether the words behind let it be signed later, unless they name other partners."""
    low, end = zone
    others = skeleton.named(match.end(), end) - skeleton.named(low, match.end())
    is_own = {party.city_id for party in others} <= {None, around.home}
    return words.find(signing_clause(after), "planned", "imagined") if is_own else None


def _told_around(before: str, after: str, words: StatusWords) -> str | None:
    """Return the standing told by the words before and behind an agreement."""
    status = words.find(after, "expired", "denied") or words.find(before)
    if status == "expired" and words.lasting(after) == "renewed":
        status = "renewed"  # 協定去年到期，昨天續簽
    is_rumour = status in (None, "planned") and is_hearsay(before, after)
    if is_rumour or is_not_talked_of(after, status):
        status = "imagined"
    is_firm = _FIRM.search(before) and not _SUPPOSED.search(before)
    if (status == "imagined" and is_firm) or (status is None and _SET_FOR.search(before)):
        status = "planned"  # 有意仿效，雙方可望於3月簽訂
    is_ahead = words.pending.search(after) or is_awaited(after)
    if status in (None, "planned") and is_ahead:
        status = "planned"
    status = status or words.find(after, "renewed")
    return status or ("planned" if _STILL_TALKED.match(after) else None)


def _is_none(text: str, low: int, trigger: int) -> bool:
    """Whether the words before it say that there is no such agreement."""
    return any(none.search(text, low, trigger) for none in (_NOT_ANY, _NONE_BEFORE))


def _told_beside(
    around: Surroundings,
    span: tuple[int, int],
    sentence_end: int,
    status: str | None,
    words: StatusWords,
) -> str | None:
    """Return what brackets around a paper tell, else ``status`` or the next sentence.

    與筑波市締約案。決議：筑波市已婉拒 is denied.
    """
    if status is None and _PENCILLED.search(around.doc.view, *span):
        return "planned"
    aside = _ASIDE.match(around.doc.view, span[1])
    if aside is not None:
        status = words.lasting(aside[0]) or status
    remark = ""
    if status is None:
        remark = remark_behind(told_behind(around.doc.view, sentence_end))
        remark = remark or decision_behind(around.doc.view, sentence_end)
    if remark:
        said = without_orders(remark)
        told = words.lasting(said) or words.find(said, "denied")
        told = "denied" if words.voids(said) else told
        return told or ("planned" if is_to_be_signed(remark) else None)
    same = _OF_SAME.match(around.doc.view, sentence_end)
    return words.lasting(same[0]) if status is None and same is not None else status


def _before_others(skeleton: Skeleton, match: re.Match[str], end: int) -> int:
    """Return where what is told behind an agreement turns to a partner that is none of its own."""
    for joined in _WITH_OTHERS.finditer(skeleton.text, match.end(), end):
        partners = skeleton.parties.get(joined.end())
        if partners and not skeleton.named(0, match.end()).issuperset(partners):
            return joined.start()
    return end


def _zone_start(text: str, position: int) -> int:
    """Return where the part of the sentence about this agreement begins."""
    return max((mark.end() for mark in _ZONE_MARK.finditer(text, 0, position)), default=0)


def _before_next(text: str) -> str:
    """Return ``text`` without the clause that tells of the next agreement, and what follows."""
    following = _NEXT.search(text)
    return text[: max(text.rfind(",", 0, following.start()), 0)] if following else text


def _told(around: Surroundings, skeleton: Skeleton, low: int, high: int) -> str:
    """Return a part of a skeleton with the words of its relative dates (明年, 下月)."""
    first, *others = skeleton.text[low:high].split(DATE)
    parts, at = [first], low + len(first)
    for other in others:
        told = around.doc.view[skeleton.starts[at] : skeleton.ends[at]]
        parts.append(DATE + (told if _RELATIVE.match(told) else "") + other)
        at += 1 + len(other)
    return "".join(parts)

"""Cues of how an agreement stands: ended, renewed, denied, wished, planned.

Contract: cues come from ``config/agreement_words.csv``; pure strings in, a standing or nothing out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import any_of
from pipeline.relations.agreements.tokens import TRIGGERS

# In order of precedence.
_STATUSES = ("expired", "denied", "imagined", "planned", "renewed", "affirmed")
# The standings that the last word of either decides.
_LASTING = frozenset(("expired", "renewed"))
# 從未間斷 denies an end.
_NO_CUE = views.pattern("[^,。;]{0,2}(?:間斷|中斷|停止|停過|改變|缺席|忘)")
# 報請|公鑒, 報請|備查: told, and not asked for.
_FOR_NOTE = views.simplify("(?!公鑒|備查|鑒察)")
# Words that hold a cue by accident: 引以為傲, 若干, 虛擬, 陸續簽署, 簽訂於, 主要與, 商會與.
_NO_WORD = views.pattern(
    "以為[傲榮戒鑑恥繼]|[引難賴]以為|若(?:干|松|非)|[宛恍]若|將(?:近|棋|軍|領|士)|[麻名大主]將|[虛模比]擬|擬[真人]"
    "|[陸連持接後手]續[簽訂締]|[陸連持接繼賡後手]續[辦期]|[參發擴推開進]展期|展期間"
    "|[還仍]沒有?簽|[簽制締]訂[於在]|[決固鎖設規約簽議]定[於在]|[主重需必]要[與和跟是]|[商協學議員大公工金社聯進總]會[與和跟在簽]"
    "|有意[義思味涵象趣境]|歡迎(?:[晚午酒茶詞會儀歌光蒞]|(?:遠道|專程)?(?:而來的|來自(?=[^,。;簽]{0,12}(?:,|代表團|訪[團賓問]|貴賓))))|交換簽|希望[小工之城]|流傳[成至百千後於]|意願[書調]|思想[與和跟]|[夢理幻][想][與和跟]|烏龍[茶麵球]|無意[見間識中]|未獲[答回][復覆應音]|有機會[社計]"
)
# 正洽談續約 tells of a renewal to come.
_RENEWAL_TO_COME = views.pattern(
    "(?:談|屆時|[原預][訂定]|[本原]擬|原本|本來|預計|計[畫劃]|允諾|會(?![後中上議談場面])|得|可|若|如|再|研議|有意|擬|將|討論|商談|評估|考慮|正在?|希望|盼|協商|準備|尚未|再行|是否|未|無意|[暫並尚]無|不願|拒絕|不擬|不打算|不再|無法|未能|未獲|沒有?)[^,。;]{0,6}$"
    "|(?:[不毋無][用必需須庸]|(?<!避)免)(?:再|重新?|辦理)?$"
)
# 續約「還沒談到」, 續約與否
_RENEWAL_OPEN = views.pattern(
    "[^,。;與和跟]{0,6}(?:行動|計[畫劃]|租[約賃]|[工勞]|保險)|[「『]?(?:還|尚|仍|也)?(?:沒|未|不|待|在談|無)|與否|(?:之|一|的)?事(?:宜|項)?|問題|談判|案"
    # 續了三年的租約: what was renewed is a paper, or was told before (備忘錄又續了三年).
    f"|(?<=續了)(?![^,。;]{{0,16}}(?:[{''.join(TRIGGERS.values())}]|備忘錄|協議|協定|盟約|$)"
    "|[^,。;的]{0,6}[,。;)])"
)
_SIGNED_BEFORE = views.pattern(
    "(?:上個?月|上週|上周|去年|前年|昨天|昨日|已經?|早就|剛剛?|年初|日前|[0-9][月年])[^,。;?!不沒未要會將]{0,8}簽"
    "|簽(?:好|完|妥|過|了)|[0-9]年[^,。;?!不沒未要會將]{0,6}[結締]的?[盟好為]"
)
_TO_SIGN = views.pattern(
    "(?:預計|預定|將|下個?[月週周]|明年|年底|明天|後天|近期)[^,。;?!不沒未]{0,14}簽"
)
# 屆滿五週年 tells of an age, 將於2026年到期 of an end to come.
# 已解除|列管, 凍結|票價, 取消|紙本作業: what is lifted, frozen or given up is no tie.
_LIFTED = views.pattern(
    "(?:(?<=解除|凍結|中止|終止|斷絕|撤銷)(?!(?:\ue002|雙方|兩[市地城]|彼此)[^,。;]{0,8}(?:關係|往來|[盟合]約|合作|協[議定]|備忘錄|姊妹)"
    f"|[之的]?(?:關係|往來|交往|交流|姊妹|姐妹|友好|夥伴|結盟|盟約|合[作約]|協[議定]|契約|備忘錄|締結)|[與和跟同][^,。;]{{0,20}}[{''.join(TRIGGERS.values())}])"
    "|(?<=取消|拒絕)(?![簽續再締結本此該這原與和跟了的]|合作|儀式|典禮|行程|計[畫劃]|航班|出席|來訪|互訪|訪問|協[議定]|備忘錄))[\u3400-\u9fff0-9\ue002]"
    # 因防疫取消，改到明年
    "|(?<=取消)[^。;!?]{0,8}(?:改[到至期於在]|延[到至後期]|順延|另[訂擇約]|擇期)"
)
# How far before a cue its sign may stand.
_REACH = 24
# Between the end of a term and what is to be decided on: 屆滿後續約案.
_JOINS = frozenset(views.fold(word) for word in ("", "後", "的", "之", "後之", "後的"))
_AGE = views.pattern(
    r"\s?(?:近|逾|約|將近)?\s?[一二三四五六七八九十百\d]+\s?(?:週年|周年|年|載|個月)"
)
_TO_COME = views.pattern(
    r"(?:將|預計|預定|是否|會否|會不會|要不要|有無|可能|明年|明[日天]|後天|下[月週個]|(?<![去前上])年底|(?<!上)月底|至|即將)[^,。;]{0,14}$"
)
# 期滿自動展延, 屆滿後得續約: a clause of the paper, no renewal yet.
_IN_TERM = views.pattern("(?:期滿|屆滿|滿期|到期|屆期)[^,。;已]{0,4}$")
_BY_ITSELF = views.pattern("[^,。;已]{0,4}(?:自動|得|可)[^,。;]{0,4}(?:展|延|續)")
_LEADING = r"[\s,:]*(?:目前|暫時|現在|現階段|當然|坦白說|報告[^,。]{0,6})?[\s,]*(?:還|並|都|也)?"
_NO = views.pattern(_LEADING + "(?:沒有|沒|無|不會|不是|不|否|言之過早|還早|未)")
# 沒有。我們談的是備忘錄: a no that is a sentence of its own.
_PLAIN_NO = views.pattern(
    r"[\s,:]*(?:報告[^,。]{0,6}[,。])?(?:目前|現在|現階段)?[並絕]?(?:沒有?|無|不會|不是|否|不)(?:真的|的|啦|啊|喔)?"
    "(?:這[個項回件一]?(?:規[劃畫]|計[畫劃]|打算|安排|回?事|想法)|此事)?[。!]"
)
# A letter of intent for a tie is no tie yet.
INTENT = views.pattern("意向|意願|(?i:loi|letter)")
_YES = views.pattern(_LEADING + "(?:對|是的?[,。!]|是$|會|沒錯|當然|確實|有|要)")


def plainly(status: str | None, kind: str, word: str) -> str:
    """Return how an agreement stands of which ``status`` is told, or nothing.

    >>> plainly(None, "sister_city", "姊妹市"), plainly(None, "sister_city", "姊妹市意向書")
    ('in_force', 'planned')
    """
    if kind != "sister_city":
        return status or "signed"
    if status in (None, "signed") and INTENT.search(word):
        return "planned"
    return status or "in_force"


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Patterns of the cues of each standing, in order of precedence, and of any of them."""

    cues: Sequence[tuple[str, re.Pattern[str]]]
    any_cue: re.Pattern[str]
    renewal: re.Pattern[str]
    expiry: frozenset[str]
    pending: re.Pattern[str]
    void: re.Pattern[str]
    made: re.Pattern[str]

    @classmethod
    def of(cls, roles: Mapping[str, Sequence[str]]) -> StatusWords:
        """Compile the cues of the standings."""
        return cls(
            [(status, re.compile(any_of(roles[status]))) for status in _STATUSES],
            re.compile(any_of(word for status in _STATUSES for word in roles[status])),
            re.compile(any_of([*roles["expired"], *roles["renewed"]])),
            frozenset(roles["expired"]),
            re.compile(any_of(roles["pending"]) + _FOR_NOTE),
            re.compile(any_of(roles["void"])),
            re.compile(any_of(roles["confirmed"])),
        )

    def find(self, text: str, *statuses: str) -> str | None:
        """Return the first standing with a cue in ``text``: of ``statuses``, else of all."""
        if self.any_cue.search(text) is None:
            return None
        text = _NO_WORD.sub("#", text)
        wanted = statuses or _STATUSES[:-1]
        lasting = None if _LASTING.isdisjoint(wanted) else self._lasting(text)
        for status, cue in self.cues:
            if status not in wanted:
                continue
            if status in _LASTING:
                if lasting == status:
                    return status
            elif any(_is_cue(text, found) for found in cue.finditer(text)):
                return status
        return None

    def lasting(self, text: str) -> str | None:
        """Return ``expired`` or ``renewed``, whichever the text tells last, or None.

        >>> words = StatusWords.of({
        ...     "expired": ["届满", "不续约"], "renewed": ["续约"], "denied": [], "imagined": [],
        ...     "planned": [], "affirmed": [], "pending": [], "void": [], "confirmed": [],
        ... })
        >>> [words.lasting(t) for t in ("届满后续约", "双方不续约", "届满五周年", "将于明年届满")]
        ['renewed', 'expired', None, None]
        """
        return self._lasting(_NO_WORD.sub("#", text)) if self.renewal.search(text) else None

    def _lasting(self, text: str) -> str | None:
        """Return what ``lasting`` does, of a text without the words that hold no cue."""
        told, last = None, -1
        for found in self.renewal.finditer(text):
            if _LIFTED.match(text, found.end()):
                continue
            low = max(0, found.start() - _REACH)
            if found[0] not in self.expiry:
                is_open = _RENEWAL_OPEN.match(text, found.end()) is not None
                is_open = is_open or _is_term(text, found)
                if not is_open and not _RENEWAL_TO_COME.search(text, low, found.start()):
                    told = "renewed"
                elif is_open and text[last : found.start()] in _JOINS and last >= 0:
                    told = None  # 期滿續約案: whether it ends is open
            elif _BY_ITSELF.match(text, found.end()) is not None:
                continue
            elif not _AGE.match(text, found.end()) and not _TO_COME.search(
                text, low, found.start()
            ):
                told, last = "expired", found.end()
        return told

    def voids(self, text: str) -> bool:
        """Whether a remark says that there is no such agreement."""
        return self.void.search(text) is not None

    def denies(self, text: str) -> bool:
        """Whether an answer begins with a no: 沒有，那是…"""
        return _NO.match(text) is not None

    def answered(self, text: str) -> str:
        """Return what an answer makes of the agreement asked about."""
        if _PLAIN_NO.match(text):
            return "denied"
        if lasting := self.lasting(text):
            return lasting
        if _TO_SIGN.search(text):
            return "planned"
        if self.find(text, "denied"):
            return "denied"
        if self.made.search(text) or _SIGNED_BEFORE.search(text):
            return "signed"
        if self.find(text, "affirmed"):
            return "planned"
        if _NO.match(text):
            return "denied"
        is_coming = _YES.match(text) or self.pending.search(text) or self.find(text, "planned")
        return "planned" if is_coming else "imagined"


def _is_cue(text: str, found: re.Match[str]) -> bool:
    """Whether what stands around a cue leaves it one: 有沒有簽 denies nothing."""
    if text[found.start() - 1 : found.start()] == "有" and found[0].startswith("没有"):
        return False
    return not (_NO_CUE.match(text, found.end()) or _LIFTED.match(text, found.end()))


def _is_term(text: str, found: re.Match[str]) -> bool:
    """Whether a paper says of itself that it goes on by itself: 期滿自動展延."""
    before = text[max(0, found.start() - _REACH) : found.start()]
    is_own = found[0].startswith(views.simplify("自動")) or before[-1:] in ("得", "可", "动")
    return is_own and _IN_TERM.search(before) is not None

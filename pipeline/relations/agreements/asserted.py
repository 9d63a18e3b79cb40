"""Ties that a sentence tells as they are, so that what it denies behind them is something else.

Contract: pure strings, parts of skeletons: 甲市自87年起便是姊妹市，這次未能成行 denies no tie.
"""

from __future__ import annotations

from pipeline.language import views

# 1998年締結姊妹城市, 便是姊妹市, 是1979年結的姊妹市
_ASSERTED = views.pattern(
    "(?:\ue003|[早本]?已經?|早就)[^,。;不未沒無擬將要想]{0,6}(?:締結?|結[為成的了過]|簽[署訂]|建立|換文)"
    "|(?:[便就都均皆同互也亦乃即仍]|一直|早已)[是為]|[^不否非][是為]\ue003[^,。;]{0,3}[結締]"
)
_TO_COME = views.pattern(
    "[原預][訂定計本]|[擬將盼]|計[畫劃]|可望|希望|有意|打算|[訂定排]於|外[傳界]"
)
# 姊妹市關係始於1982年
_BEGAN = views.pattern("[^,。;]{0,4}(?:始於|起於|締結於|建立於|成立於|追溯)")
# Clauses that deny, and those that tell of the tie itself, or of what is true.
_DENIES = views.pattern("[不未沒無否]")
_ON_TIE = views.pattern(
    "不是|並非|告吹|破局|作罷|否決|締|盟|關係|續約|續簽|姊妹|姐妹|友城|友好|[終中]止|斷|解除|取消|往來|來往|聯繫|誤|事實|屬實|此事|回事|謠|烏龍"
)
# What is not meant to be, or not now, is something new.
_NOT_NOW = views.pattern(
    "打算|[無有]意|計[畫劃]|規[畫劃]|安排|考慮|[不未]擬|新的|今[年天日]|這次|此次|本次|此行|這趟|目前|現階段"
)
# 尚未出訪的姊妹市, 沒有邀請姊妹市釜山: what is not done is no tie.
_NOT_VISITED = views.pattern(
    "(?:[未沒無](?:曾|有|能|法)?|不曾)(?:再|曾|實際)?(?:出訪|來訪|到訪|回訪|互訪|拜訪|造訪|訪問|參訪|走訪|去過|到過|來過|成行|赴|派|邀|往來|聯[繫絡]|互動|交流|見面|出席|參加|參與|回[覆信應]|接待|更新)[^,。;與和跟]{0,5}$"
)
# 慶祝締結姊妹市45週年
_SINCE = views.pattern(
    "[邁屆即將入滿的第\\s]{0,4}[\\d一二三四五六七八九十]{1,4}(?:週年|周年|年|載)(?!後|內|期|的?協)"
)
# 盼與高雄的友好城市關係再進一步: there is one.
_GOES_FURTHER = views.pattern(
    "(?:的?(?:關係|情誼|友誼|夥伴關係))?[能可]?(?:再|更|持續|繼續|延續|維持|深化|加深|穩固|歷久|長存|升溫|加溫)"
)
# 未與甲市簽署, 無法與甲市締結; not 未來與, 不得不與, 未與甲市討論就簽署, 未與姊妹市交流.
_NOT_WITH = views.pattern(
    "(?:未(?!來)[^,。;與和跟同]{0,3}|(?<![得無莫])不[會再擬願想能肯]?|無[法意緣]|沒(?:有|能)?)"
    "[與和跟同](?![^,。;]{0,8}(?:商[量討議談]|討論|[協磋洽]商|溝通|報告|說明))[^,。;即就便卻而仍後已續任]{0,24}(?:簽|締|結|換文|建立|有)[^,。;即就便卻而仍後已續任]{0,14}$"
)
_MARK = ","
_MADE = views.pattern("簽|換文|互換|締結書|盟約|揭牌|交換")
_NOW = views.pattern(
    "\ue003|今[天日]?|昨[天日]?|日前|會[中後]|會議期間|論壇期間|現場|當場|隨後|席間|正式|完成|共同"
)
_LONG_SINCE = views.pattern(
    "以來|迄今|至今|早在|早就|多年|餘年|週年|周年|老姊妹|老朋友|已|曾|來往|[年起]來|第\\s?\\d+年|年頭"
)


def behind_tie(told: str, after: str) -> str:
    """Return what is told behind a tie without clauses that deny something else.

    Nothing is left out unless ``told``, the words that name the tie, or the first ones behind it
    state that there is one.

    >>> behind_tie(views.fold("便是本縣的姊妹市"), views.fold("，這次未能成行，只寄來賀函"))
    ',只寄来贺函'
    """
    is_stated = _ASSERTED.search(told) and not _TO_COME.search(told)
    if not (is_stated or _BEGAN.match(after)):
        return after
    first, *others = after.split(_MARK)
    return _MARK.join([first, *(said for said in others if not _denies_else(said))])


def _denies_else(said: str) -> bool:
    """Whether a clause denies something else than the tie."""
    is_on_tie = _ON_TIE.search(said) and not _NOT_NOW.search(said)
    return not is_on_tie and _DENIES.search(said) is not None


def is_only_unvisited(text: str, low: int, tie: int) -> bool:
    """Whether ``low..tie``, the words before a tie, deny a visit or a contact and no tie."""
    return _NOT_VISITED.search(text, low, tie) is not None


def lasts(after: str) -> bool:
    """Whether the words behind a tie tell of its age, or of what it is to become."""
    return (_GOES_FURTHER.match(after) or _SINCE.match(after)) is not None


def is_refused(text: str, low: int, agreed: int) -> bool:
    """Whether ``low..agreed`` says that somebody did not, or will not, agree with another."""
    return _NOT_WITH.search(text, low, agreed) is not None


def is_new(text: str) -> bool:
    """Whether a sister tie is being made (今日換文), not merely mentioned."""
    return (
        _MADE.search(text) is not None
        and _NOW.search(text) is not None
        and _LONG_SINCE.search(text) is None
    )

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
_MARK = ","


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

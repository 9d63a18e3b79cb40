"""Wishes and refusals that are a plan: with a day, before a council, or only put off.

Contract: pure strings, parts of skeletons.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.relations.agreements.talk import is_proposed_on

# A wish on its way: 已報請市議會審議, 順利的話明年上半年可以簽約.
_IN_PROCESS = views.pattern(
    "[於在訂定擬]\ue003[^,。;不未沒]{0,10}(?:簽|締|換文)|已[經]?(?:報請|提報|呈報|送|函送|排入)|(?:審批|審議|審查)中|(?:年|月|季|可以|即可|就能|便可)(?:[上下]半年|內)?[^,。;不未沒]{0,4}簽[約署訂]"
)
# A wish with a day is a plan: 希望12月線上簽字, 盼今秋升格姊妹市.
_WISHED_ON = views.pattern(
    "(?:希望|盼|期盼|期待|爭取|力拚|拚)[^,。;]{0,10}(?:\ue003|[0-9]{1,2}月|[今明]年|[今明][春夏秋冬]|[春夏秋冬][天季]|年底|年內)"
    "[^,。;不未沒]{0,20}(?:簽|締|結為|結盟|升格|換文|轉為|變成|成為|[\ue010-\ue017])"
)
_POSTPONED = views.pattern(
    "延[至到後]|順延|改[至到於在期]|改[\ue003]|改約|改訂|改[以採用]|補簽|另訂|擇期|下次再"
)
_WAS_SET = views.pattern("原[訂定本]|本來|本[訂定]")
_THIS_TIME = views.pattern(
    "(?:本次|這次|此次|今天|今日|當天|暫|先)[^,。;]{0,2}[不未沒][^,。;]{0,2}簽"
)
# 全案將送市議會審議
_BEFORE_COUNCIL = views.pattern(
    "[尚仍還]有?待[^,。;]{0,8}(?:點頭|首肯|同意|追認)|(?:[已將]|最快\ue003)(?:[^,。;]{0,3}(?:送|提報|報請|提請|函送)[^,。;]{0,14}(?:審議|審查|議會|[\ue000-\uf8ff])|進入審議)"
)
# 提議簽署…, 已回函同意，時間訂在今年十月
_AGREED_TO = views.pattern(
    "草案(?:已|附|刻|送|正|經)|已[^,。;不未沒]{0,4}(?:回函|回信|函覆|回覆|口頭)?同意|(?:時間|日期|儀式)[^,。;]{0,2}(?:[訂定][於在]|暫[訂定])"
    "|[仍尚還正]在[^,。;未沒不]{0,6}(?:磋商|協商|洽談|商談|研商|談判)"
)
_SUPPOSED_TO = views.pattern("如果|若|假如|倘|要是|一旦|是否|聽說|傳|謠|建議|主張|提議|呼籲")


def is_on_its_way(status: str | None, before: str, after: str, written: str) -> bool:
    """Whether a wish has a day or is being decided on, or a signing is only put off.

    ``written`` is what stands before it with the offices, which skeletons leave out.
    """
    if status == "denied":
        is_put_off = _POSTPONED.search(before + after) is not None
        was_set = _WAS_SET.search(before) is not None
        return is_put_off and (was_set or _THIS_TIME.search(after) is not None)
    if status == "imagined" and (_AGREED_TO.search(after) or _BEFORE_COUNCIL.search(after)):
        return True
    if status != "imagined" or is_proposed_on(before + after, written):
        return status == "imagined"
    if _SUPPOSED_TO.search(before):
        return False
    return bool(_IN_PROCESS.search(after) or _WISHED_ON.search(before + after))

"""What is only said of an agreement: rumours, questions, and what answers them.

Contract: pure strings (skeletons and folded text) in, truth values or a standing out.
"""

from __future__ import annotations

from pipeline.language import views
from pipeline.relations.agreements.standing import StatusWords

_LOOK_AHEAD = 60
# 案由二：…, （三）…: what is told behind is of another matter.
_POINT = views.pattern(
    r"(?:^|\n)\s*(?:案由|提案|第[一二三四五六七八九十\d]+案|[((]?[一二三四五六七八九十\d]{1,3}[)、.])"
)
# What is written behind an item: 辦理情形：…, the next cells of its row.
_REMARK = views.pattern(
    r"\s*(?:(?:辦理|處理|執行)?(?:情形|進度|結果|現況|狀態)|[裁決審]\s?[示議定查](?:意見|結果)?|決議|結論|後續|備註)[^:。,]{0,4}:|\t"
)
# 案由一：…簽署意向書案。 說明：一、… 決議：照案通過。
_CASE = views.pattern(r"\s*(?:案由|提案|討論案)[一二三四五六七八九十\d]{0,3}[ ]?:")
_NEXT_CASE = views.pattern(
    r"\n\s*(?:案由|提案|討論案|報告案|第[一二三四五六七八九十\d]+案|[壹貳參叁肆伍陸柒捌玖拾]、|臨時動議|散會)"
)
_DECISION = views.pattern(r"\n\s*(?:主席)?(?:決議|決定|裁示|裁決|結論)(?:事項)?[ ]?:([^\n]*)")
_CASE_REACH = 800
_ORDERS = views.pattern(r"(?:^|[,。;])\s*(?:另|並?請)[^,。;]*")
# 照案通過, 訂10月8日簽署
_PASSED = views.pattern(
    "^[^。;\n不未]{0,14}(?:通過|同意|照辦|辦理)|[訂定擬改待][^,。;\n]{0,14}(?:簽|換文|締)|延期|延後|改期"
)
_POSSIBLY = views.pattern(
    "[之的]?(?:可能|機會|可行性|意願|構想|想法|提議|建議|念頭|期待|願望)"
    # 結為姊妹市，是我的心願
    "|,?[這也更仍]?(?:一直|始終)?[是為][^,。;]{0,8}(?:心願|願望|夢想|理想|宿願|夙願)"
)
# 結盟的傳言, 簽約一說: only talked about, unless it turns out to be so
_TALKED_OF = views.pattern(
    "[之的一等]?(?:傳言|傳聞|謠言|謠傳|流言|風聲|臆測|揣測|猜測|說法|假消息|一說|之說|烏龍)(?!屬實|不假|是真|為真|成真|獲證實|已獲證實|得到證實)"
)
# 有網友說, 外面說, 外界傳說: others tell of it, and what they tell follows. Those who only hear,
# read or trust (透過社群媒體宣傳, 在臉書上講, 民眾說明會, 民眾相信自來水安全) tell nothing of it.
_TELLERS = (
    "外[面頭界間]|坊間|網(?:[友民]|路上?|上)|鄉民|民眾|有人|旁人|街坊|報[紙上]|媒體|社群|臉書|群組"
    "|部落格"
)
# 地方電台稱本市將與…: what a medium says is to come is no more than talk; what it reports is told.
_MEDIA = "(?:電[台視]台?|廣播|[週周]刊|雜誌){1,2}"
_GUESS = "謠?傳[說言聞]?|猜測?|以為|相信"
# What others only hand on is talk where it is to come: no photograph of a signing is.
_IS_TO_COME = "(?=[,:]?[^,。;已昨]{0,12}(?:[將要擬]|會(?!議)|可能|有意|打算|考慮))"
_TELL = f"{_GUESS}|[說講謂]|[聲宣]?稱|寫[道著]?|(?:轉[貼傳發]的?|瘋傳){_IS_TO_COME}"
_HEARSAY = views.pattern(
    "(?:(?:^|[,;:。])(?:[連但而卻也更又還都\ue003]|很多|許多|部分|有些|若干|至於|對於|針對|關於|不少|一些|[此先之日]前|近[日來]|最近|當地|地方)*|[有聽據])"
    f"(?:(?:(?:{_TELLERS})(?:[都也全又還正已就在曾便裡裏上間盛瘋熱]|有人|紛紛|一直|到處|私下){{0,4}}){{1,2}}(?:{_TELL})"
    f"|{_MEDIA}(?:{_GUESS}|(?:{_TELL}){_IS_TO_COME}))"
    "(?=[,:\ue000-\ue00b要會將想已早快可能]|市[府長]|縣[府長]|政府|[我兩雙本][們市縣地城方])"
)
_CONFIRMED = views.pattern("(?<!未)(?<!未獲)(?<![法待])證實|確實(?![沒無未不並])|屬實|確有其事")
# What the next sentence says of such talk: 沒有這回事, 純屬誤會. 媒體誤傳金額, 寫錯日期 and
# 此行純屬民間交流 say nothing of it.
_NONE = "沒有?這回?事|[並絕查]無(?:此事|其事|這回事)|無此事|不是真的|子虛烏有"
_TALE = "[這此該那項則]|上述|以上|前述|網路|外界|媒體|消息|說法|傳[聞言說]|報導|貼文|事"
_UNTRUE = (
    "與事實不符|(?:[看弄搞寫聽]錯了?(?:新聞|消息|報導)?|是錯的)(?=[。!」]|$)|(?:不|並非)是?事實|烏龍一場|純屬(?:[誤虛謠訛猜臆揣捏杜烏]|玩笑|傳[聞言])"
    "|[是係屬為](?:網路|外界|媒體)?[誤訛謠]傳"
)
_NO_SUCH = views.pattern(
    f"[^。!?\n]{{0,12}}?(?:{_NONE})"
    f"|(?:[^。!?\n]{{0,12}}?[,:「])?\\s*(?:{_TALE}){{0,4}}(?:[全都皆均實只乃純]|完全|根本|其實){{0,2}}(?:{_UNTRUE})"
)
_ASKED = views.pattern(
    "是否|能否|可否|會不會|要不要|有沒有|聽說|傳出|據傳|何時|外傳|外界|是不是|傳聞|風聲|願不願"
)
# Who answers, at the start of the next line.
_NEXT_TURN = views.pattern(
    r"[\s」』]*(?:(?<=\n)[^\S\n]*[^\s,。:;!?][^,。:;!?\n]{0,19}|[答A]"
    r"|(?<=[」』])[^\s,。:;!?「」]{1,12}(?:答|答[稱道]|回答|回應|回覆|表示|澄清|[回]?說)):\s*「?"
)
# What is told behind belongs to another matter.
_RUMOUR = views.pattern("至於|外傳|盛傳|網傳|傳言|坊間|外界|另有媒體|有媒體")
# 還沒談到簽字，目前確定的只有兩件: what follows is certain.
_SETTLED = views.pattern("^.*(?:目前|已經?|唯一|真正)[已經]{0,2}(?:確定|敲定|談定|定案)的")
# 擬於114年上半年簽約: a wish with a day is more than talk.
_ON_A_DAY = views.pattern(
    "(?:[擬將定訂]|預計|預定|可望|最快)[於在]?\ue003[^,。;不未沒]{0,6}(?:簽|締|換文|結盟)"
)
# 建議簽署備忘錄。|如蒙同意，擬於明年五月在港邊簽署: the next sentence gives the wish a day.
_DAY_BEHIND = views.pattern(
    "\\s*(?:(?:如|若|倘)(?:果)?[^,。;!?\n]{0,12}(?:同意|首肯|允諾|應允|認可|點頭|答應|贊同),?)?(?:(?!另|議[會員]|國會)[^,。;!?\n不未沒]){0,8}?"
    "(?:擬|訂|預定|預計|可否|[請可將就定])[於在]?(?:[今明後]年|下個?月|[0-9一二三四五六七八九十]{1,3}月)"
    "(?:(?!(?<!參)與(?!會)|和(?![平諧睦])|跟(?!進)|(?<![共會大協陪贊])同(?![意時步仁安])|審[查議]|另)[^,。;!?\n不未沒]){0,24}(?:簽|締|換文)(?!約案|[^,。;!?\n]{0,4}(?:其[他它]|案))"
)
# 待雙方議會同意後簽署, or a clause of its own: 等議會點頭, 要看議會, but not 等市民同意使用照片.
_AWAITS = views.pattern(
    "(?:待|俟|等)[^,。;]{2,16}(?:後|即|再|才|始|便)[^,。;不未]{0,4}(?:簽|換文|締)"
    "|(?:(?:待|俟|等)[^,。;不未]{1,14}(?:表決|點頭|首肯|通過|同意)"
    "|(?:要看|[須需還]經)[^,。;]{0,4}(?:\ue000|議會)(?:審議|通過|同意)?"
    "|[仍尚還]在(?:改稿|修改|審稿|校稿)中?)(?=[,。;]|$)"
    "|(?<![簽制締議])[訂定][於在]?\ue003[^,。;不未沒]{0,4}(?:簽|換文|締|結盟)"
)
# 對於…的傳聞，市府澄清：兩市早就是姊妹市: what is answered is no part of what was rumoured.
_ANSWERED = views.pattern(
    "^.*[^\\s,:;](?:澄清|回應|回覆|答覆|回答|解釋|反駁|駁斥|闢謠|更正)[^,。;:]{0,8}:"
    "|^.*[追詢]?問(?:[及到起]|有沒有)[^,。;:]{0,16},[^,。;:]{0,8}(?:表示|回應|說|坦言|透露|指出|回答|答)[^,。;:]{0,4}[,:]?"
)
# 建議明年更新為備忘錄, 建議先簽，訂10月25日視訊簽署: a proposal with a day is a plan, unless others
# than the city make it.
_OF_OTHERS = views.pattern(
    "聽說|謠|[據外盛網]傳|傳[說聞言出]|(?:議員|委員|學者|專家|教授|代表|業者|團體|公會|里長|民眾|網友)[^,。;]{0,6}建議"
)
_PROPOSED_ON = views.pattern(
    "建議[^,。;]{0,6}(?:\ue003|[今明]年|[上下]半年)[^,。;不未沒]{0,16}(?:簽|締|換文|升格|更新|改為|換成)"
    "|(?<![簽制締議])[訂定][於在]?\ue003[^,。;不未沒]{0,10}(?:簽|締|換文)"
)
# 結論與建議：本市已與… is no proposal
_HEADED = views.pattern("^[^,。;:]{0,6}(?:建議|提案)(?:事項)?:(?=[^。;]*(?:已|業經|日前|簽[了過]))")
# 至於與乙市結盟，議會尚未討論
_NOT_TALKED = views.pattern(
    ",[^,。;]{0,8}(?:尚未|還沒有?|從未|未曾)(?:正式|實質|開始)?(?:討論|談到|談過|觸及|研究|評估)"
)
_SIGNS = views.pattern("(?<!續)簽|締結|換文")
_TAKEN = views.pattern("如何|怎麼|怎樣|什麼|為何|多少|幾|哪")


def told_behind(view: str, end: int) -> str:
    """Return what folded text tells right behind a sentence, up to the next point of a list."""
    end -= view[end - 1 : end] == "\t"  # the mark of a cell
    ahead = view[end : end + _LOOK_AHEAD]
    point = _POINT.search(ahead)
    return ahead[: point.start()] if point else ahead


def remark_behind(ahead: str) -> str:
    """Return the remark behind a case or an item: 決議：…, 辦理情形：…, or the cells of its row."""
    remark = _REMARK.match(ahead)
    line = ahead[remark.end() :].partition("\n") if remark else ("",)
    return line[0]


def decision_behind(view: str, end: int) -> str:
    """Return what is decided on the case whose line holds ``end``, explanations left out.

    >>> decision_behind(views.fold("案由：與里昂締盟案。\\n說明：如附件。\\n決議：緩議。"), 10)
    '缓议。'
    """
    line = view.rfind("\n", 0, end - 1) + 1
    if not _CASE.match(view, line):
        return ""
    following = _NEXT_CASE.search(view, end - 1, end + _CASE_REACH)
    stop = following.start() if following else end + _CASE_REACH
    found = _DECISION.search(view, end - 1, stop)
    return found[1] if found else ""


def without_orders(remark: str) -> str:
    """Return a remark without what somebody is to do: 通過，請資訊處續辦, 備查，另撤回第三點."""
    return _ORDERS.sub("", remark)


def is_awaited(after: str) -> bool:
    """Whether what is told behind a paper has it signed after something else, or on a day."""
    return _AWAITS.search(after) is not None


def is_to_be_signed(remark: str) -> bool:
    """Whether a remark lets a paper pass that is still to be signed."""
    return _PASSED.search(remark) is not None


def has_day_behind(ahead: str) -> bool:
    """Whether the next sentence gives the day of a signing: 如蒙同意，擬於明年五月簽署."""
    return _DAY_BEHIND.match(ahead) is not None


def is_talk(after: str, ahead: str) -> bool:
    """Whether an agreement is only talked of, by the words behind it or the next sentence."""
    is_named = _POSSIBLY.match(after) and not _ON_A_DAY.search(after)
    is_named = is_named or _TALKED_OF.match(after) is not None
    return bool(is_named or _NO_SUCH.match(ahead))


def is_hearsay(before: str, after: str) -> bool:
    """Whether only others than those who agree tell of it: 有網友說, 外面說."""
    return _HEARSAY.search(before) is not None and not _CONFIRMED.search(after)


def behind_answer(before: str) -> str:
    """Return what of the words before an agreement stands behind an answer, or what is settled."""
    return _ANSWERED.sub("", _SETTLED.sub("", _HEADED.sub("", before)))


def is_proposed_on(text: str, written: str) -> bool:
    """Whether a proposal names the day: 建議明年更新為備忘錄, and who made it, as ``written``."""
    return _PROPOSED_ON.search(text) is not None and not _OF_OTHERS.search(written)


def is_not_talked_of(after: str, status: str | None) -> bool:
    """Whether nothing tells how an agreement stands but that nobody has spoken of it yet."""
    return status is None and _NOT_TALKED.match(after) is not None


def is_doubted(text: str) -> bool:
    """Whether a sentence asks for an answer."""
    return _ASKED.search(text) is not None


def before_rumours(after: str) -> str:
    """Return what stands before another matter: 至於外傳…"""
    rumour = _RUMOUR.search(after)
    return after[: rumour.start()] if rumour else after


# 波士頓和台北|是|姊妹市嗎, |有|備忘錄嗎; a question of what will be holds 會, 要 or 想.
_IS = views.pattern("(?<![會要想])(?:是|為|算|有)[^,。;會要想將]{0,6}$")
_TO_COME = views.pattern("將|會|明年|預計|打算|希望|規劃|準備|下個?月|再簽|要簽")
_ANSWER = 40


def replied(ahead: str, words: StatusWords) -> str:
    """Return what the words behind a question or a doubt make of it: those of the next speaker."""
    turn = _NEXT_TURN.match(ahead)
    if turn is not None:
        return words.answered(ahead[turn.end() :].partition("\n")[0])
    told = words.find(ahead, "denied", "affirmed")
    told = "affirmed" if told is None and words.pending.search(ahead) else told
    return {"denied": "denied", "affirmed": "planned"}.get(told or "", "imagined")


def is_asked(text: str, trigger: int) -> bool:
    """Whether a question asks if there is an agreement, not how it goes (執行成效如何?)."""
    if "?" not in text[trigger:]:
        return False
    return is_doubted(text) or _TAKEN.search(text, trigger) is None


def signing_clause(text: str) -> str:
    """Return ``text`` up to the end of the clause that tells of the signing, else nothing."""
    signing = _SIGNS.search(text)
    if signing is None:
        return ""
    end = text.find(",", signing.end())
    return text[:end] if end >= 0 else text


def unless_is(told: str, before: str, answer: str) -> str | None:
    """Return the standing of what is asked about, None if it is there: 是姊妹市吧？對."""
    is_so = _IS.search(before) is not None and _TO_COME.search(answer[:_ANSWER]) is None
    return None if is_so and told == "planned" else told

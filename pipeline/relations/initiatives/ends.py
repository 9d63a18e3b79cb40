"""How a sentence goes on behind an initiative: that it was completed, or waits for a decision.

Contract: pure look-ups of one mention; a date that is past makes what was to be completed done.
"""

from __future__ import annotations

from pipeline.contract import Date, Mention
from pipeline.language import views
from pipeline.linking.docview import DocView

# A work as a whole is completed: 全部裝妥, 已經驗收, 9月底完工.
_WHOLE = views.gated(
    r"(?:(?:全部|全數|全面|悉數|均已|皆已|都已|已全|已經|業已|已於|已在|終於|才)[^,。;]{0,12}?"
    r"(?:完工|竣工|落成|完成|驗收|裝妥|裝好|裝設完畢|更換完畢|換裝完畢|改裝完畢|建置完畢|結案|通車|啟用完畢|接上|建好|蓋好)"
    r"|(?:[於在]|(?<=[,。」]))[^,。;]{0,10}[年月日底](?:如期|順利|已)?完成(?=[,。;]|$)"
    r"|(?<![前內])(?:完工|完竣|執行完畢|辦理完畢|辦畢|竣工|落成|裝妥|裝好|全數啟用|全部啟用|全面完成|驗收完畢|驗收通過|全部完工))"
)
_NOT_YET = views.pattern(
    r"將|預計|預定|[訂定][在於]|可望|計畫|計劃|規劃|尚未|未能|未$|不$|才能|才會|之前|底前|年前|月前|日前|內$|若|如果|待|等|期|階段|首批|第一批|[一二三]成|%|百分之|部分|目標|承諾|[明後]年|下個?[月季]|每[年月季]"
    # 要在六月底完成 is a deadline, 由管委會於六月底完成 none; 問卷於六月底完成 a step.
    # 施工會, 工作人員會, 同學會 are what will be, no bodies
    "|(?:[要應需須得]|(?<![管黨]委)(?<!(?<!會)議)(?<!協)(?<!(?<!同)學)(?<!(?<!辦)公)(?<!(?<![施員完])工)(?<!(?<=[總市縣工])商)"
    "(?<!(?<![小果])農)(?<!漁)(?<!基金)(?<!委員)(?<![董理監]事)(?<!大)會)[於在]|(?:設計|招標|發包|環評|測試|評估|選址|採購|審查|調查|簽約|徵選|問卷|培訓)(?:案|作業|工作|圖)?[也已]?[於在]"
)
# 年底完工，屆時沿岸八所小學…: what will be then.
_THEN = views.pattern(r"[^,。;]{0,4}[,;]?屆時")
_AFTER = frozenset(map(views.fold, "後之"))
# 「…」一案決議再議
_AGAIN = views.pattern(
    r"[」》\"]?(?:計畫|計劃|方案)?(?:一?案)?[^。;「」]{0,12}?(?<![不一])[再緩]議(?=[,。;:)]|$)"
)
# It waits for somebody to decide or to pay.
_WAITS = views.gated(
    r"(?:要|得|必須|須|需)?(?:先)?過[^,。;]{0,6}議會|議會那一關|(?:要|須|需|送|待|經)(?:送|經|由)?[市縣]?議會(?:審議|審查|通過|同意|點頭|三讀)|(?:還|尚|仍)?(?:沒有?|未有|尚無|無)(?:錢|經費|撥款|預算|(?:動工|開工|推動|上路)?的?(?:日期|時間表|期程|時程))"
    r"|(?:還沒有?|尚未|仍未|還未)(?:獲得?|經過?|通過|得到|送進|送交|排入|過)[^,。;]{0,4}?(?:議會|國會|立法院|市議會|審議|審查|核定|三讀|核准|同意|通過)"
    r"|才會?(?:編|有)預算|(?:正在|仍在|尚在|還在|正)(?:評估|研議|審議|審查|磋商|討論)|可行性(?:研究|評估)|概念驗證"
)
_ENDED = views.gated(
    r"收攤|停辦|停用|停播|停發|停售|停駛(?=[,。;]|$)|停止(?:營運|服務|運作|發售|發行|受理|供應|使用)|解散(?=[,。;]|$)|廢除|下架|落幕|告終|終止|退場|廢止|裁撤|走入歷史|畫下句點|功成身退|熄燈|下線|搬進倉庫|關閉|收掉|喊停|叫停|未再續辦|不再續辦|未續辦|未再辦理"
    r"|關掉?了(?=[,。;]|$)|關站|歇業|停運|撤除|停掉|喊卡|腰斬|不辦了|停了(?=[,。;]|$)|拆了(?=[,。;]|$)|拆掉了?(?=[,。;]|$)|收了(?=[,。;]|$)|無疾而終"
    r"|(?:計畫|計劃|專案|方案|試辦|試點|項目)(?:也|則)?已?[經於在]?[^,。;「」]{0,8}(?:結束|期滿|終了)"
    r"|(?:不再|沒有?|未再?|未能)續(?:約|簽|辦|推)|已經?結案(?=[,。;]|$)|(?<=[,」])(?:[去前]年|今年\d{1,2}月|[於在]\d{4}年)[^,。;「」]{0,4}(?:結束|期滿|終止)(?=後?[,。;]|$)"
    r"|(?:已[經於在]?|(?<=[,後」])(?=[於在](?:[去前]年|上個?[月季])))(?:[於在][^,。;「」]{1,8}|[\d一二三四五六七八九十年月日底初今去前]{1,8})?(?:結束|期滿|終了|走完)(?=後?[,。;]|$)"
)
# 「…」的說明會已於去年結束: what is over is only a part.
_PART = views.pattern(
    "[」》\\s]*的[^,。;的]{0,6}(?:說明會|公聽會|座談會|講座|報名|招標|徵選|徵件|收件|投票|票選|問卷|培訓)"
)
# 退場機制, 停辦者: the word is part of a noun.
_NOUN = views.pattern("(?:機制|條款|條件|辦法|標準|規定|期程|日期|時間|率|者|學校|商家)")
# It paused only: 停辦一次, 停駛兩年後恢復.
_PAUSED = views.pattern(
    r"了?(?:[一兩二三四五六七八九十\d]+(?:次|屆)|(?:(?![未沒不無])[^。;]){0,14}?(?:恢復|復辦|重辦|重啟|復駛|重新|再度))"
)
# ，後來由「…」取代, 已併入新的平台, 現已改為新系統: something else is there instead.
_REPLACED = views.pattern(
    r"[」》\"]?(?:計畫|計劃|專案|方案|平台|系統)?[^。;「」《》]{0,20}?(?:(?:被|由|遭)[「《\"]?[^,。;「」]{1,16}[」》\"]?(?:計畫|平台|系統|所)*(?:取代|代替|替代|接替)"
    r"|(?:已經?|業經?|後來|[去前]年|年)(?:整)?併入(?!學|了?統計)|(?:[現業]已|如今|後來|目前已)(?:改為|改成|改用|由)[^,。;「」]{0,4}[「《\"]?[^,。;「」]{1,14}?(?:系統|平台|計畫|計劃|方案|制度|取代))"
)
_STILL_HERE = views.pattern("將|預計|預定|擬|明年|希望|可望|若|建議|應")
# What makes the end of a service a mere possibility.
_IF = views.pattern(
    r"一$|若|如果|假如|一旦|萬一|將|即將|等到|除非|不會|未|沒有|不$|別|那天|(?<![天月年週任後])就$|自動|暫時|夜間"
)
# 方案2022年底喊停, 不過，他坦言該平台因使用率不佳已喊停: told later of the same thing.
_IT = views.pattern(
    r"(?:^|[。;」\n])(?:該|這個?|此)?(?:計畫|計劃|專案|方案|平台|系統|服務|試辦|試點|項目|App|APP)[^,。;「」]{0,14}$"
    r"|[,。;」](?:[^,。;「」]{0,6}(?:說|坦言|指出|表示|承認|坦承))?(?:該|這個?|此)(?:計畫|計劃|專案|方案|平台|系統|服務|試辦|項目|程式|App|APP)[^。;「」]{0,24}$"
)
# 這個基金還沒有通過議會, 該案尚待審議: a later sentence tells that it waits.
_STILL = views.pattern(
    r"[。;!?」\n](?:不過|但是?|只是|惟|目前|可惜)?,?(?:該|這個?|這項|這套|這筆|此|本)(?:計畫|計劃|專案|方案|案|項目|基金|條例|制度|政策|系統|平台|預算|構想|提案|措施|草案)"
    r"[^,。;「」]{0,8}?(?:還|尚|仍)(?:沒有?|未|待|須|需|在)[^,。;「」]{0,6}?(?:通過|核定|核准|過關|審議|審查|定案|拍板|同意|撥款|議會|研議|評估)"
)
# 展開「…」: what has begun.
_BEGUN = views.pattern(r"(?:展開|啟動|進行|執行|試辦|試行|開辦|開始)了?[「《\"\s]*$")
_COMES = views.pattern(r"將|預計|預定|擬|規劃|計畫|計劃|準備|打算|明年|下|希望|可望|即將|會$|要$")
_SUPPOSED = views.pattern(r"(?:^|[,。;:、「])(?:若|如果|倘若|倘|假如|假使|只要|一旦|要是)")
# Behind the name: only a draft.
_DRAFT = views.pattern(r"」?\s?(?:自治)?(?:條例|法案|規範|計畫|計劃|合作)?(?:草案|初稿)")
# 當年推「…」: a tale of what was, if it goes on with how it faded, and not with today.
_ONCE = views.pattern(
    r"(?:當時|當年(?!度)|當初|那時候?|那年|那一年|早年|曾經|曾(?=[推辦試設做有以將把]|用(?![心力功]))|(?<![每省用存])一度(?!電))[^,。;」/】]{0,16}$"
)
_TRIED = views.pattern(r"[做試辦推]過[^,。;的]{0,6}$")
_FADED = views.pattern(
    r"後來|結果|最後|最終|卻|只[有剩用]|沒|無人|乏人|不到|不了|失敗|虧|荒廢|閒置|撤|就[^,。;]{0,6}(?:光|垮|散|壞|倒|了)"
)
_TODAY = views.pattern(
    "至今|迄今|沿用|如今|現(?!場|象|實|金|代)|仍|還在|持續|今年|明年|目前|現有|擴[大及充]"
)
# Before the name: it is where or by what something else is done.
_TOOL = views.pattern(r"(?:在|於|至|到|上傳|上|透過|利用|使用|經由|下載|連上|登入)[「《\"\s]*$")
# 參觀「…」: what can be seen is there.
_SEEN = views.pattern(
    r"(?:參觀|參訪|考察|觀摩|體驗|見習|走訪|試乘|搭乘|取經)[^,。;「」]{0,8}[「《\"\s]*$"
)
# 取消「…」, 廢除「…」
_DROPPED = views.pattern(r"(?:取消|放棄|廢除|中止|撤銷|裁撤|解散|停發|停售)了?[「《\"\s]*$")
_NOT_DROPPED = views.pattern(r"[不沒未反免]|若|如果|要求|建議|主張|可能|考慮")
# 取消「…」的押金: something of it only.
_ITSELF = views.pattern(
    r"[」》\"\s]*(?:計畫|計劃|方案|專案|項目|制度|活動|服務)?(?=[,。;:、!?)\n]|$)"
)
# 去年啟動「…」
_LAUNCHED = views.pattern(
    r"(?:啟動|推出|上線|啟用|實施|開辦|發行|推行|首創|成立|展開)了?[「《\"\s]*$"
)
_LAST = views.pattern(r"[去前]年|年前|上個?[月週季]|上周")
_THEN_DOES = views.pattern(r"[^,。;「」]{0,6}?(?:就|才|便)(?:能|會|可|要)?")


def end_of(doc: DocView, start: int, end: int) -> int | None:
    """Return where ``start..end`` tells that a service was given up, or None."""
    found = _ENDED.search(doc.view, start, end)
    if found is None or _NOUN.match(doc.view, found.end()):
        return None
    if is_to_come(doc, found.start(), found.end()):
        return None
    if has_paused(doc.view, found.end()) or _PART.match(doc.view, start, found.start()):
        return None
    # 兩年就關了 is over, 就停辦 may be.
    before = found.start() - (found[0].endswith("了") and doc.view[found.start() - 1] == "就")
    if _IF.search(doc.view, max(start, before - 6), before):
        return None
    return found.start()


def has_paused(view: str, position: int) -> bool:
    """Whether what a word of ending tells of is taken up again behind it: 停辦一次, ...恢復."""
    return _PAUSED.match(view, position) is not None


def is_replaced(doc: DocView, end: int) -> bool:
    """Whether it is told behind a name that something else took its place: …，後來由乙取代."""
    found = _REPLACED.match(doc.view, end)
    return found is not None and _STILL_HERE.search(doc.view, end, found.end()) is None


def end_told_later(doc: DocView, start: int, end: int) -> int | None:
    """Return where a later sentence tells the end of 該計畫 or 方案, or None."""
    found = end_of(doc, start, end)
    if found is None or not _IT.search(doc.view, start, found):
        return None
    return found


def is_under_way(doc: DocView, low: int, start: int) -> bool:
    """Whether a verb right before a name tells that it has begun: 展開「…」."""
    begun = _BEGUN.search(doc.view, low, start)
    return begun is not None and not _COMES.search(doc.view, low, begun.start())


def is_bygone(doc: DocView, low: int, start: int, last: int) -> bool:
    """Whether ``low..start`` tells of a name as of the past, and nothing to ``last`` of today."""
    once = _TRIED.search(doc.view, low, start)
    if once is None and _FADED.search(doc.view, start, last):
        once = _ONCE.search(doc.view, low, start)
    return once is not None and _TODAY.search(doc.view, once.start(), last) is None


def is_completed(doc: DocView, start: int, end: int) -> bool:
    """Whether ``start..end`` tells that a work was completed as a whole."""
    for found in _WHOLE.finditer(doc.view, start, end):
        clause = max(doc.view.rfind(mark, start, found.start()) + 1 for mark in ",;。")
        clause = max(clause, start)
        before = doc.view[clause : found.end()]
        if doc.view[found.end() : found.end() + 1] in _AFTER:
            continue
        if _THEN.match(doc.view, found.end()) or is_to_come(doc, clause, found.end()):
            continue
        if not _NOT_YET.search(before):
            return True
    return False


def waits(doc: DocView, start: int, end: int) -> bool:
    """Whether ``start..end`` tells that somebody has still to decide or to pay."""
    again = _AGAIN.match(doc.view, start)
    return again is not None or _WAITS.search(doc.view, start, end) is not None


def waits_later(doc: DocView, start: int, end: int) -> bool:
    """Whether a later sentence of ``start..end`` tells that 這個計畫 still waits."""
    return _STILL.search(doc.view, start, end) is not None


def is_supposed(doc: DocView, start: int, end: int) -> bool:
    """Whether what is told in ``start..end`` hangs on a condition: 若…核准，擬設…."""
    return _SUPPOSED.search(doc.view[start:end]) is not None


def is_promised(doc: DocView, first: int, low: int, start: int) -> bool:
    """Whether a clause tells what follows if a condition holds: 若預算通過，就推動「…」."""
    return is_supposed(doc, first, low) and _THEN_DOES.match(doc.view, low, start) is not None


def is_seen(doc: DocView, low: int, start: int) -> bool:
    """Whether somebody visits or tries what is named, so that it is there."""
    seen = _SEEN.search(doc.view, low, start)
    return seen is not None and not _COMES.search(doc.view, seen.end(), start)


def is_dropped(doc: DocView, low: int, mention: Mention) -> bool:
    """Whether a verb right before a name tells that it was given up: 取消「…」."""
    dropped = _DROPPED.search(doc.view, low, mention.start)
    if dropped is None or not _ITSELF.match(doc.view, mention.end):
        return False
    before = doc.view[low : dropped.start()]
    return not (_COMES.search(before) or _NOT_DROPPED.search(before))


def was_launched(doc: DocView, low: int, start: int) -> bool:
    """Whether a name was launched in the past, whatever is planned with it: 去年啟動「…」."""
    launched = _LAUNCHED.search(doc.view, low, start)
    if launched is None:
        return False
    is_last = _LAST.search(doc.view, low, launched.start()) is not None
    return is_last or is_past(doc, low, launched.start())


def is_draft(doc: DocView, end: int) -> bool:
    """Whether a name is that of a draft: 「不沉的訊號」條例草案."""
    return _DRAFT.match(doc.view, end) is not None


def is_tool(doc: DocView, low: int, start: int) -> bool:
    """Whether something else is done in or by what is named: 回放在「浙里辦」上線."""
    return _TOOL.search(doc.view, low, start) is not None


def is_to_come(doc: DocView, start: int, end: int) -> bool:
    """Whether the last date in ``start..end`` begins after the day of publication."""
    published = doc.document.published_on
    days = [row.start_date for row in _dates(doc, start, end) if row.start_date is not None]
    return published is not None and bool(days) and days[-1] > published


def is_past(doc: DocView, start: int, end: int) -> bool:
    """Whether the last date in ``start..end`` lies before the day of publication."""
    published = doc.document.published_on
    days = [row.end_date for row in _dates(doc, start, end) if row.end_date is not None]
    return published is not None and bool(days) and days[-1] <= published


def _dates(doc: DocView, start: int, end: int) -> list[Date]:
    rows = (doc.dates.get(mention.mention_id) for mention in doc.kept_in(start, end, "DATE"))
    return [row for row in rows if row is not None]

"""What one word of time or state tells where it stands: 將 before a noun tells no future.

Contract: pure look-ups in the clause of the word.
"""

from __future__ import annotations

import re

from pipeline.language import views
from pipeline.recognizers.initiatives.lexicon import InitiativeLexicon
from pipeline.relations.initiatives import ends
from pipeline.relations.surroundings import Surroundings

_SHALL = views.fold("將")
# 原訂的「…」僅完成六成: it had been planned
_ONCE = frozenset(map(views.fold, ("原訂", "原定", "原擬")))
# 行程規劃 is a service.
_PLAN, _ROUTE = (
    views.fold("規劃"),
    views.pattern("行程|路線|路徑|旅程|旅運|空間|都市|財務|理財|生涯"),
)
# 「…」可望讓渡輪…: what it is hoped to bring about.
_HOPED, _EFFECTS = views.fold("可望"), frozenset(views.fold("讓使令把將降減省縮"))
# 模擬 is no 擬, and 已結束的「…」 tells of the next name.
_MEAN, _ALIKE = views.fold("擬"), frozenset(views.fold("模虛比"))
_OF_NEXT = views.pattern(r"的?\s*[「《\"]")
_AFTERWARDS = views.fold("後")
_AFTER_SHALL = frozenset(
    views.fold("於在會再有由與以成達從進是續陸開擴全共逐持正分繼率另可能優首為更攜聯")
)
# 將撥出三百萬元, 將斥資興建
_PAYS = views.pattern(
    "(?:撥出|撥款|撥付|提撥|斥資|耗資|出資|籌措|募集|募款|招募|徵收|增聘)(?![案的項])"
)
_PART = views.pattern(
    r"了?\s?(?:近|約|逾|超過|百分之)?\s?(?:[\d.,]+|[一二三四五六七八九十百千]+)\s?(?:成|%|分之|\w)|首期|第一|率|[^,。;]{1,10}\d"
)
# A work that is to be completed goes on; so does what is only enlarged.
_COMPLETION = views.pattern(
    r"(?![^,。;]{0,16}?完成[^,。;]{0,6}後[^,。;]{0,4}(?:啟用|上線|上路|開放|推出))[^,。;]{0,16}?(?:完工|完成|竣工|落成|建成|通車|達成|完竣|收尾|驗收|屆滿|到期|結束|檢討|檢視|盤點|剩下|剩餘|其餘)"
)
GROWTH = views.pattern(
    r"[^,。;]{0,16}?(?:擴大|擴及|涵蓋|覆蓋|擴充|擴增|擴展|推廣|增加|增設|增至|加裝|裝設|新增|加入|納入|延伸|延長|續辦|升級|汰換|更換|倍增|提高|再|普及|增為|擴至|推及|邁[入向]第|進入第"
    r"|(?:推出|開放|上線|提供|支援)[^,。;]{0,6}?(?:介面|版本|版(?![圖權])|功能|語))"
)
_SOON = views.pattern(
    r"(?:布|臨|襲|始|束|學|季|期|度)前$|(?:今年|明年|後年|(?<![去前])年底|月底|年內|底前|[日月年]前|可|能|會|一|那天)[^,。;]{0,4}$"
)
# A time told by an end (戰爭結束那天).
_WHEN = views.pattern("那天|那一天|之日|之前|前夕|以前")
# Somebody else plans by what a service gives: 供各里排定巡山次序.
_FOR_OTHERS = views.pattern(r"(?:並|也|可|能|以|,)*(?:供|讓|給|使|方便|協助|幫助)[^,。;]{0,16}$")
_PLANNING = frozenset(
    map(views.fold, ("排定", "排入", "規劃", "籌備", "籌劃", "準備", "打算", "預定", "招標"))
)
# 目標訂在, 固定在: no day of a launch.
_SET = frozenset(map(views.fold, ("訂在", "訂於", "定在", "定於")))
_SET_OTHERWISE = views.pattern(
    r"[鎖固設限穩指約議決法]$|(?:目標|上限|下限|門檻|票價|價格|費用|標準|期限)[^,。;]{0,4}$"
)
# 目前只有構想, 目前尚未動工: what follows tells how far it is.
_NOW = frozenset(map(views.fold, ("目前", "正", "正在", "仍在")))
_NOT_RUNNING = views.pattern(
    r"[^,。;]{0,3}?(?:只有|僅有|只是|僅為|僅止於|尚未|仍未|還未|還沒|尚無|沒有|尚待|仍待|還在|仍在|尚在|停留在)"
)
# 擬比照首爾辦理「…」, 將於明春試營運「…」: the verb is what is to be done.
_TRIAL = ("試營運", "試辦", "試行")
_VERBS = frozenset(
    map(
        views.fold,
        ("辦理", "執行", "使用", "推廣", "運用", "採用", "實施", *_TRIAL),
    )
)
_SHALL_DO = views.pattern(
    "(?:自|從|於)?[明後]年(?:度|初|底|起|\\d{1,2}月)*[^,。;「」持繼陸擴續]{0,6}$|(?:將(?:(?:共同|合力|攜手|聯手|一起|分別|各自|率先|正式)*|[於在自][^,。;「」]{1,8})|(?:(?<![模虛比])擬|預計|預定|準備|打算)[^,。;「」持繼陸擴續]{0,8})$"
)
# 暫緩辦理, 未再辦理
_NOT_YET = views.pattern("(?:暫緩|暫停|停止|延後|延期|尚未|仍未|未再?|不再|無法)$")
# 建議辦理「…」
_WISHES = views.pattern("(?:建議|希望|盼望?|呼籲|主張|提議)[^,。;「」持繼陸擴續加]{0,6}$")
# 正與澳門研究「…」; but what people use is only spoken of.
_WEIGHED = views.pattern(r"(?:與|和|跟)[^,。;「]{1,10}?(?:研究|研議|評估|商議|磋商)[「《\"]")
_IN_USE = views.pattern(
    r"[^。;]{0,60}?(?:下載|用戶|使用者|會員|註冊|人次|滿意度|成效|成果|績效|操作|續約|改版|擴大)"
)
# 盼引進臺南的「…」, 建議參考「…」: what is wished for is there, at somebody else's.
_TAKES_OVER = views.pattern(
    "[^,。;「」]{0,6}?(?:(?:引進|引入|導入|學習|考察|體驗|加入|認識|看到|看看|複製|移植)[^,。;「」]{0,12}[的之]"
    '|(?:參考|參照|借鏡|仿效|取經|參觀|參訪|了解|比照)(?:[^,。;「」]{0,12}[的之])?)[「《"\\s]*$'
)
# 「…」應加快腳步, 希望「…」持續辦理
_GOES_FASTER = views.pattern(
    "該?(?:要|再|更|能|可以)*(?:加快|加速|加強|加碼|擴大|持續|繼續|延續|改善|檢討|檢視|落實|普及|推廣)"
)
_NAME_GOES_ON = views.pattern(
    "[^,。;「」]{1,30}[」》](?:的?(?:經驗|作法|做法|模式)|" + _GOES_FASTER.pattern + ")"
)
# but 建議設置「…」改善空氣, 研議「…」加強服務: what it would be for.
_WEIGHS = frozenset(map(views.fold, ("研議", "評估", "研擬", "考慮", "研究")))
_TO_MAKE = views.pattern(
    "(?<![持繼擴]續)(?<!擴大)(?:[設建創][置立]|[增新開]設|[興新闢]建|[新開]闢|成立|打造|推[出動]|[開試]辦|導入|引進)"
    '[^,。;「」]{0,6}[「《"\\s]*$'
)
# 年底前要進駐九處社宅; not 年底前要求, nor what is due each year or was due.
_DUE = frozenset(map(views.fold, ("年底前要", "年底要", "月底前要")))
_REGULARLY = views.pattern(r"(?:每|去|往|歷)年?個?$")
# 年底要結算的「…」: a duty of those who use it; but 年底要上線的「…」.
_DUTY = views.pattern(
    r"求|(?!上線|上路|啟用|開放|推出|開工|動工|完工|落成|試辦|開辦|成立|建置|興建|設立|啟動|發行|導入)"
    r"[^,。;「]{1,12}的[「《\"]"
)
# 「…」原訂三年豎立四百支，至今只有七十支: it began, if late.
_SO_FAR = views.pattern(
    r"[^。;]{0,30}?(?:至今|迄今|目前|現|如今|實際)[^。;,]{0,4}?(?:只|僅|才|不到|完成)"
)
# Calls on people to use what there is.
_CALL = views.pattern(
    r"[^,。;]{0,10}?(?:下載|使用|加入|善用|利用|多用|申辦|參加|響應|支持|報名|登入|搭乘)"
)
# What somebody is to talk about is no plan (講者將以「…」為例), nor is a forecast (未來七日預報).
_TOLD = views.pattern(
    r"[^,。;]{0,4}?(?:介紹|分享|說明|報告|簡報|剖析|分析|解析|探討|暢談|導覽|參訪)|以[^。;]{0,40}?為(?:例|題|主題|案例)"
    r"|[\d一二三四五六七八九十兩]{1,3}個?(?:日|天|週|周|小時|分鐘|月)[^,。;]{0,8}?(?:預報|預測|預警)"
)
_NEXT = frozenset(map(views.fold, ("下一步", "下個階段", "下一階段", "下階段")))
# What is done is only a step (完成測試), or the cue a part of another word (結訓者, 退場機制).
_STEP = views.pattern(
    r"(?:測試|試運轉|試營運|試車|試乘|設計|規劃|規畫|招標|發包|決標|環評|評估|調查|選址|徵選|審查|可行性|採購|簽約|修法|立法)"
    r"|(?:機制|條款|條件|辦法|標準|期程|日期|時間|者|學員|生(?!活|產|態)|人數|人員|典禮|率)"
)
# 設計已完成，預計十月動工
_STEP_DONE = views.pattern(
    "(?:設計|規劃|規畫|招標|發包|環評|測試|可行性評估|選址|採購|審查|調查|簽約|徵選)(?:案|作業|工作|圖)?(?:也|均|皆|都|業|已|剛)*$"
)
# 將採購案…公告: 將 moves what is called by a verb and a noun.
_VERB_NOUN = re.compile("[案费员者物品率量表单书据址点]")
# 會在零下三十度的時候派車: what it does whenever that happens.
_WHENEVER = views.pattern("[^,。;]{0,16}?(?:時(?![程間限段期])|的時候|每[天日週月年次當])")
_WOULD = frozenset(map(views.fold, ("會在", "會把")))
_GOAL = views.pattern(
    r"[^,。;]{0,6}?(?:可令|可使|可讓|可省|可減|可抵|可望|能省|每年|降至|降到|減少|節省|服務|籌得|募得|嘉惠|惠及|受惠|吸引|創造|帶動|帶來|培訓|培育|突破)"
)


def read_cue(
    around: Surroundings,
    match: re.Match[str],
    start: int,
    end: int,
    is_behind: bool,
    lexicon: InitiativeLexicon,
) -> str | None:
    """Return what a cue tells where it stands, or None if it tells nothing of the whole.

    將 before a noun only moves the object; 完成六成 is not done, and what is to be completed or
    enlarged goes on.
    """
    view = around.doc.view
    status = lexicon.statuses[match[0]]
    ahead = match.end()
    if (match[0] == _MEAN and view[match.start() - 1 : match.start()] in _ALIKE) or (
        is_behind and _OF_NEXT.match(view, ahead)
    ):
        return None
    if match[0] == _PLAN and _ROUTE.search(view, max(0, match.start() - 2), match.start()):
        return None
    if match[0] in _ONCE and (view[ahead : ahead + 1] == "的" or _SO_FAR.match(view, ahead)):
        return None
    if match[0] in _DUE and (
        _DUTY.match(view, ahead) or _REGULARLY.search(view, start, match.start())
    ):
        return None
    if match[0] in _NOW and _NOT_RUNNING.match(view, ahead, end):
        return None
    if match[0] in _VERBS and not is_behind and _SHALL_DO.search(view, start, match.start()):
        return "planned"
    if match[0] in _VERBS and _NOT_YET.search(view, start, match.start()):
        return None
    if match[0] in _VERBS and not is_behind and _WISHES.search(view, start, match.start()):
        return "proposed"
    if match[0] in _NOW and _WEIGHED.match(view, ahead, end) and not _IN_USE.match(view, end):
        return "proposed"
    if match[0] == _SHALL and not _is_future(view, ahead, lexicon):
        return None
    if status == "proposed":
        is_there = _GOES_FASTER if is_behind else _TAKES_OVER
        goes_on = not is_behind and _NAME_GOES_ON.match(view, end) is not None
        if match[0] in _WEIGHS or _TO_MAKE.search(view, ahead, end):
            goes_on = False
        if goes_on or is_there.match(view, ahead, end):
            return None
        return "ongoing" if _CALL.match(view, ahead, end) else status
    if status == "done":
        return _read_end(around, match, start, end, lexicon)
    if status == "planned":
        return _read_plan(view, match, start, end, is_behind)
    return status


def _read_end(
    around: Surroundings, match: re.Match[str], start: int, end: int, lexicon: InitiativeLexicon
) -> str | None:
    """Return what a word of completion or ending tells."""
    view, ahead = around.doc.view, match.end()
    planned = any(
        lexicon.statuses[other[0]] == "planned"
        for other in lexicon.status_pattern.finditer(view, start, match.start())
    )
    if view[ahead : ahead + 1] == _AFTERWARDS or ends.has_paused(view, ahead):
        return None
    if _STEP_DONE.search(view, start, match.start()):
        return None
    if _WHEN.match(view, ahead, end) or _STEP.match(view, ahead, end):
        return None
    is_soon = _SOON.search(view, start, match.start()) is not None
    is_soon = is_soon and not ends.is_past(around.doc, start, match.start())
    is_soon = is_soon or ends.is_to_come(around.doc, start, match.start())
    return "ongoing" if planned or is_soon or _PART.match(view, ahead, end) else "done"


def _read_plan(
    view: str, match: re.Match[str], start: int, end: int, is_behind: bool
) -> str | None:
    """Return what a word of planning tells."""
    ahead = match.end()
    clause = max(start, view.rfind(",", start, match.start()) + 1)
    is_set_otherwise = match[0] in _SET and _SET_OTHERWISE.search(view, clause, match.start())
    if is_set_otherwise or _TOLD.match(view, ahead):
        return None
    if is_behind and match[0] in _PLANNING and _FOR_OTHERS.search(view, clause, match.start()):
        return None
    if _COMPLETION.match(view, ahead, end) or (is_behind and GROWTH.match(view, ahead, end)):
        return "ongoing"
    if is_behind and match[0] in _WOULD and _WHENEVER.match(view, ahead, end):
        return None
    is_goal = _GOAL.match(view, ahead, end) or (
        match[0] == _HOPED and view[ahead : ahead + 1] in _EFFECTS
    )
    return None if is_behind and (match[0] in _NEXT or is_goal) else "planned"


def _is_future(view: str, position: int, lexicon: InitiativeLexicon) -> bool:
    """Whether 將 before ``position`` tells the future; before a noun it only moves the object."""
    verb = lexicon.verb_pattern.match(view, position)
    if verb is not None and _VERB_NOUN.match(view, verb.end()):
        return False
    is_paid = _PAYS.match(view, position) is not None
    return is_paid or verb is not None or view[position : position + 1] in _AFTER_SHALL

"""Verbs of saying, and which of them belongs to a person or body.

Contract: a verb belongs to the clause of its speaker; where nothing is said in the end, none does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.language.lexemes import one_of
from pipeline.language.patterns import Gated
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.bystanders import bystander_pattern, opens
from pipeline.relations.statements.speaker_phrases import is_addressed

_FARTHEST = 40
# Behind a gap another entry of the line begins: 議員：張民雄　　答覆單位：交通處.
_STOP = re.compile(
    r"[。;!?\n]|[ \u3000\t]{2}(?=[^。,;:!?「」\n]{1,12}:)"
    r"|[ \u3000\t](?=[^。,;:!?「」\s]{0,8}(?:单位|人员?|机关|局处|时间|日期|地点):)"
)
# What may stand before a verb of one character in its clause: nothing, adverbs, 幽默地, 笑着.
_ADVERBS = re.compile(
    "(?:则|也|亦|并|就|还|又|再|续|曾|更|只|仅|都|却|同时|继续|直接|接着|随后|其后|最后|首先|这么|这样|如此|对此|忍不住"
    "|一再|多次|[^,、]{0,8}[地着著])*+"
)
_GLOSS = re.compile("\\A[ ]?[(][^()]*[)]")
_PAUSES = frozenset(",:「")
_NOT = frozenset("未不没将")
_HAS_NOT = frozenset(("未有", "没有", "未曾", "不曾"))
# Who does not think so says what else: 不認為數量是問題.
_OPINION = views.pattern(
    "認為|否認|相信|同意|贊成|諱言|希望|擔心|覺得|排除|建議|主張|滿意|看好|認同"
)
_UNWILLING = frozenset("愿肯便")
# Who speaks for a body without a name: 外交部|一名不願具名的官員, 大學|的學者; not 市府|邀請的學者.
_ONE_OF = (
    "的?(?:有關|相關|(?:[一某數多][位名]|有[位名])(?:[^。,;:!?「」、的]{1,8}的)?"
    "|(?:要求匿名|匿名|不願[^。,;:!?「」、的]{2,6}|資深|內部)的)?"
)
_STAFF = views.pattern(
    f"{_ONE_OF}(?:負責人|發言人|官員|高層|主管|人士|承辦人員?|承辦人|工作人員|幕僚|代表|團隊|人員|窗口|職員|幹部)"
    f"|(?:(?<=[學大院校])|(?<=究所|研所|中心|高中|協會|學會|金會)){_ONE_OF}(?:學者|研究員|教師|志工)"
)
# A paper of a body says something, not the body: 市府|白皮書指出; not 觀光課|報告，….
_PAPER = views.pattern(
    "(?!報告,)的?(?:新聞稿|新聞資料|報告書?|年報|公報|公告|白皮書|資料|數據|調查|研究|官網|官方網站|網站|網頁|簡介|函文|(?<=的)來函|紀錄|計畫書|說明書)"
)
# Where and when a body says something: 觀光課|在今年一月的回信裡表示.
_SETTING = views.pattern(
    "(?:[則也亦並另]|[今昨][天日]|[上下]午|日前|隨後|稍後|事後|會後){0,2}(?:(?:召開|舉[行辦]|開|辦理?)[^。,;:!?「」、]{0,6}(?:記者|說明|簡報|報告|公聽|發表)會,?|[在於][^。,;:!?「」]{1,16}(?:[上中裡內時後]|來信|來函)"
    "|(?:以|用|透過|經由)[^。,;:!?「」]{0,8}?(?:信函?|電郵|郵件|簡訊|電話|傳真|公文|公告|聲明|新聞稿|臉書|社群|粉絲專頁|書面)[上中]?)"
)
# Nothing is said, or by somebody else: 原訂發言，因颱風取消; 請假，由代表代讀.
_UNSAID = views.pattern("原[訂定本]|未克|不克|未能|無法|無緣|因故|由(?![於此衷])[^,]{2,24}$")
# 環保局|要求業者說明: somebody else shall.
_SHALL = views.pattern("(?:要求|請|促|責成|邀|讓|(?<![司命法指條])令)[^,。;後並且]{1,8}$")
# Who is with somebody, or hears somebody, does not speak: 市長|陪同下, 聽志工示範.
_BESIDE = views.pattern(
    "(?:陪同|陪伴|引導|引領|帶領|率領|見證|主持|協助|邀請|號召|導覽|推動|支持|安排)之?下|聽取?(?![說來起得到完過了])[^。,;!?「」後時]{2,6}$"
)
# 指着, 指定, 称呼: no words of saying.
_OTHER_WORDS = re.compile(
    "指[着著定派望名引认标数挥导向甲南]|称[呼号职]|道[路]|讲[座师堂台桌义稿者]|问[题卷世候答]|答[案应]|谈[判妥成定]|言[语论]"
    "|盼望|赞助|叹为|说[法服]|报告[所书案内中]"
)
# 對談, 會談, 洽談: held with somebody, told by nobody. 簡稱「盧」, 俗稱: a name is told.
_PART_OF = {"谈": frozenset("对会座洽商面访晤约"), "称": frozenset("简俗昵号通统并旧古合下")}
# A city is said to say something with these; with others it does something.
_OF_CITY = views.pattern(
    "表示|指出|強調|說明|回應|回覆|認為|澄清|否認|證實|坦言|透露|重申|補充|宣布|說|稱"
)
_AT_ONCE = views.pattern(
    "[市縣]?(?:政府|方面)?(?:[則也亦並還又已均都]|[今昨][天日]|(?:上|本|這)?(?:週|周|星期|禮拜)[一二三四五六日天]|(?:[0-9]{1,2}月)?[0-9]{1,2}日|日前|隨後|正式|共同|聯合|一致|雙雙|同時)*"
)
# Behind 雅加達則, 芬蘭方面也 and the like with these, too.
_OF_CITY_TOO = views.pattern("分享|介紹|提到|提及|坦承|建議|主張|呼籲|提醒|表達|期盼|希望")
_TURNS_TO = re.compile("(?:方面)?(?:代表)?[则也亦]|方面|代表")
# 致词后与代表合影, 报告中, 宣布开幕: told, not said.
_AFTERWARDS = views.pattern(
    "(?:致詞|致辭|發言|演講|簡報|報告|分享|質詢|答覆|介紹|說明)(?:時|中|前|後|之?後|完|畢|結束|者|人|稿)"
    "|(?:致詞|致辭|發言|演講|簡報|報告|分享|主講|開講|專題演講|受訪)[。;!?)]"
    "|(?<=[並且])(?:致詞|致辭|講話|發言),|(?<=[依照按據如])(?:說明|報告|建議|指示|裁示|決議)"
    "|發表(?:會|記者會|典禮)|(?:(?<=[辦理開行加次席場])(?:說明|報告|簡報)會|(?:說明|報告|簡報)會(?:[。,;!?、」)上中]|後(?!續)))|(?:代讀|宣讀|朗讀)(?:[了其]|談話|致詞|演講|書面|發言|講)?[稿信函詞][。;!?]"
    "|宣[布佈](?:會議)?(?:開幕|閉幕|開會|散會|休息|啟用典禮|論壇開始)"
)
_NOUN = re.compile("纪录|记录|报告|会议|稿|全文|书面|影片|单|内容|重点|摘要|要点|纪要|顺序|时间")
# Whoever is called so in the next sentences is the person named last; papers of offices say 渠.
_HE = "(?:[他她]|渠(?![道务等水们沟]))"
_PRONOUN = f"(?:{_HE}|[这该]位[^。,;!?:「]{{1,12}}?)"
# 談的是塞車與溫泉, 給的答案是:, 的看法是
_WHAT_IS_SAID = views.pattern(
    "(?:[談講說問答]|關[注心切]|(?:最|想要?|急著|努力)?(?:解決|處理|在意|在乎|重視|看重|擔心|煩惱|頭痛|苦惱|好奇|驕傲|自豪|期待"
    "|想談|想說|想分享)|(?<!為)帶來|端出|搬出|拿出|分享|主打|聚焦|著眼|強調)(?:的[^。,;:!?「」]{0,4}|給[^。,;:!?「」]{1,4}聽的[^。,;:!?「」]{0,4})是"
    "|的(?:講法|說法|看法|想法|答案|回答|回應|答覆|建議|結論|理由|心得|體會|感想|觀點|主張|訊息|忠告|評語|評價|提醒|結語)[^。,;!?「」]{0,8}?[是為:]"
    "|的(?:看法|想法|意見|觀點|見解|立場|說法|經驗|故事|做法|作法|例子|情況|處境|難題)[^。,;!?「」]{0,4}?(?:不同|不一樣|不太一樣|相反|相近|相左|一致|類似|兩樣|分歧)"
    "|把(?:鏡頭|話題|焦點|重點|重心|目光|問題)[^。,;:!?「」]{0,6}?(?:帶到|帶回|拉到|拉回|轉到|轉向|放在|擺在|移到|指向|聚焦)"
).pattern
# Speakers the report does not name, and what it calls them.
_NAMELESS = "(?:[一某][位名]|有[一]?[位名]|不少|多位|多名|数位|许多)"
_CALLED = (
    "(?:大会(?!报告|发言|致[词辞]|演讲|简报|主讲)|[组筹执]委会|评审团|(?:有|另有|也有|现场|在场|与会|参展|在野|部分|当地)[^。,;!?:「」]{0,6}?(?:[者商客友]|民众|市民|居民|人士|议员|专家|家长|学生|店家|[里村乡镇邻]长|民代|委员|官员|摊商|司机|住户|房东|学者|教师|老师)"
    "|(?:主办|承办|协办|校|院|馆|警|官|业|资|会|港|店|局|署|处|部|园|厂|台|对|双|日|韩|美|德|法|荷|英|越|中)方(?:[^。,;!?:「」、的]{0,4}(?:人员|代表|团队|主管|窗口|官员|[议国]会|[市政]府|承办人))?|[^。,;!?:「」、的]{0,4}单位"
    "|[他她]的(?:幕僚|发言人|新闻官|办公室|秘书|助理|团队|副手)"
    "|(?:(?!(?<!申)请|要求|邀|促|让)[^。,;!?:「」、的]){0,8}(?:代表|人士|业者|民众|市民|居民|村民|专家|学者|与会者|参会者|志工|店家|家长|网友|团体|组织|党团|发言人|办公室)"
    "|[^。,;!?:「」]{0,10}?(?:有关|相关)(?:负责人|官员|人士|主管)|知情人士|发言人|承办人员?)"
)
# A body told before, pointed back at: 該局另指出, 市公所並提醒, 公司強調, 本署需要澄清.
_HEADS = "局|處|部|會|所|署|院|校|館|廠|社|司|公司|協會|學會|基金會|集團|中心|機構|單位|隊"
_AGAIN = views.simplify(
    rf"(?<![^。,;!?\n\t」 ])(?:該(?P<head>{_HEADS}|室|課|科|組|團|園)"
    "|(?P<same>[鄉鎮市區]?公所|公司|協會|學會|基金會|集團)"
    f"|(?P<own>本(?:{_HEADS}|府|縣府|市府|公所))(?:必須|需要|須|要|有必要|謹此?|特此|再次)?)"
    "(?:[則也亦並就還又另再]|隨後|同時|另外|今日?|昨日?|對此|進一步|[(][^()]{1,12}[)]){0,3}"
)
# 公司說明會下週舉行, 公司報告書已上網, 大會宣布的名單: nobody speaks.
_PAPERS = (
    "(?<=说明|报告|发表|简报)(?:会(?!员|议)|书)"
    "|(?<=说明)(?:单(?!位|价)|表(?![示演现达]))|(?<=建议)书|的(?!是)"
)
_WHO_ASKS = views.pattern(
    "(?:(?P<topic>至於|對於)|針對|面對|就)?(?:會[中後上]|席間|現場|台下|隨後|也|另|更)?有?(?:在場|在地|外國|在野)?"
    "(?:媒體|記者|外界|與會者|聽眾|觀眾|民眾|網友|[市縣]?議員|立委|立法委員|業者|學者|家長|人)"
    "|(?:不過|但是?|然而|而|惟|另外?|此外|對此|當)?(?:會[中後上]|席間|現場|台下|也|另|更)?(?:[一某][位名]|有)[^。,;:!?「」]{1,12}?"
).pattern
_TO_ASK = views.pattern("問及|詢問|詢及|問到|追問|提問|質疑|反問|問起|問").pattern
# 市代表|則以影片發言, 承辦人|私下透露
_BETWEEN = (
    "(?:[则也亦并就还却均已曾仍]|随后|事后|对此|今日?|昨日?|[(][^()]{1,12}[)]){0,2}"
    "(?:私下|当场|受访时|(?P<means>会[中后上]|现场|[以透用在][^。,;:!?「」的]{1,12}?))?"
)
# A pause follows what is said with means, at a place: 學者用數據說明趨勢的論文 says nothing.
_AFTER_MEANS = "(?(means)(?=[,:「]))"


# 公司則稱, 公司稱，: stated; not 稱為.
_STATES = (
    "|(?<=[则也亦仍])称(?![为作之号])|(?<![之名人职简全俗昵号通统代并别旧古合公美爱])称(?=[,:「])"
    "|(?<=方面|代表|官员|单位|人士)称(?![为作之号])|(?<=[署局处部会府院司又亦则也人员位])指(?=[,:])"
)
# 稱「亞洲新灣區」為未來門戶: what something is called, told by nobody.
_NAMING = re.compile("「[^「」]{1,24}」[为是作]")
# 他沒有回答: nothing is said.
_SAID = "(?<!没有)(?<!未有)(?<!不愿)(?<!不肯)(?<!未曾)"
# 「…，」他指着屏幕，「…」: who stands between two quotes speaks both.
_SPLIT = "(?P<between>[,:](?=[ ]?「))"


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Verbs of saying: any of them after a person, the strong ones after a body, too."""

    verbs: re.Pattern[str]
    strong: Gated
    carried: re.Pattern[str]
    resumed: re.Pattern[str]
    nameless: re.Pattern[str]
    again: Gated
    of_two: Gated
    asks: Gated
    answers: Gated
    bystanders: re.Pattern[str]


def build_speech_lexicon(tables: Mapping[str, Sequence[Mapping[str, str]]]) -> SpeechLexicon:
    """Build from the rows of speech_verbs.csv."""
    rows = tables["speech_verbs"]
    strong = one_of(row["verb"] for row in rows if row["is_weak"] != "1") + _STATES
    weak = one_of(row["verb"] for row in rows if row["is_weak"] == "1" and len(row["verb"]) > 1)
    return SpeechLexicon(
        re.compile(f"{one_of(row['verb'] for row in rows)}|{_WHAT_IS_SAID}"),
        Gated(strong),
        re.compile(
            rf"(?<=[。,;!?」]){_PRONOUN}"
            rf"(?:[^。;!?「」]{{0,16}}?{_SAID}(?P<verb>{strong}|:(?=[ ]?「))"
            rf"|[^。,;:!?「」]{{0,4}}?(?P<weak>{weak}))"
            r"|(?<=[。,;!?」])[在依照][他她](?P<sees>看来|眼[里中]|的看法|的观察)"
            rf"|(?<=[。,;!?」])据[他她其](?P<tells>{strong}|了解|所知)"
            rf"|(?<=」)[他她][^。;!?「」]{{0,24}}?{_SPLIT}"
        ),
        re.compile(
            rf"[ \u3000]*(?:[-·•.*●■◆▪◎※][ \u3000]?|[^。;!?「」:他她]{{2,30}}\?)*+"
            rf"(?P<he>(?:「[^「」]{{4,120}}」,?|[^。;!?「」:]{{2,24}},)?据?{_HE})"
            rf"(?:[^。;!?「」]{{0,16}}?|[^。,;!?「」]{{17,44}}?)(?P<verb>{strong})"
        ),
        re.compile(
            rf"{opens('。,;!?─-')}(?![对至针面][于对])"
            rf"(?:据?{_NAMELESS}[^。,;!?:「」]{{1,24}}?|{_CALLED}{_BETWEEN})"
            rf"(?P<verb>(?>{strong}|公[布佈](?=,)))(?![。;!?好定]|{_PAPERS}|{_NOUN.pattern})"
            rf"{_AFTER_MEANS}"
        ),
        Gated(rf"{_AGAIN}(?P<verb>(?>{strong}))(?![。;!?好定]|{_PAPERS}|{_NOUN.pattern})"),
        Gated(rf"(?P<which>前者|后者)[^。,;:!?「」]{{0,8}}?(?P<verb>{strong}|{weak})"),
        Gated(
            rf"{opens('。,;!?')}(?:{_WHO_ASKS})[^。,;:!?「」]{{0,10}}?(?P<verb>{_TO_ASK})"
            rf"(?![。;!?者卷题])"
        ),
        Gated(rf"[他她][^。,;!?「」]{{0,8}}?{_SAID}(?P<verb>{strong}|:(?=[ ]?「))"),
        bystander_pattern(strong),
    )


def speaks_for_body(near: Neighbours, mention: Mention) -> bool:
    """Whether somebody without a name follows who speaks for a body: 數據局有關負責人."""
    staff = _STAFF.match(near.doc.view, mention.end)
    return mention.label == "ORGANIZATION" and staff is not None and staff.end() > mention.end


def find_verb(
    near: Neighbours, mention: Mention, end: int, verbs: re.Pattern[str] | Gated
) -> re.Match[str] | None:
    """Return the verb of saying of a mention's own clause, or None.

    Another person, or for a body anything but a few words, between them takes the verb away.
    """
    doc = near.doc
    if mention.label == "ORGANIZATION" and _PAPER.match(doc.view, mention.end, end):
        return None
    first, far = _reach(doc.view, mention, end)
    limit = min(end, first + far + 6)
    stop = _STOP.search(doc.view, first, limit)
    limit = stop.start() if stop else limit
    denied = first
    for match in verbs.finditer(doc.view, first, limit):
        if match.start() > first + far:
            return None
        is_unwilling = doc.view[match.start() - 1] in _UNWILLING
        if match.start() < denied or (is_unwilling and doc.view[match.start() - 2] in _NOT):
            continue
        clause = max(mention.end, doc.view.rfind(",", mention.end, match.start()) + 1)
        is_denied = doc.view[match.start() - 2 : match.start()] in _HAS_NOT
        if is_denied and (denied := doc.view.find(",", match.end(), limit)) >= 0:
            continue  # 沒有談數據，只|提出請求
        is_denied |= doc.view[match.start() - 1] in _NOT and not _OPINION.match(match[0])
        is_unsaid = _UNSAID.search(doc.view, clause, match.start()) is not None
        if is_denied or is_unsaid or _BESIDE.search(doc.view, mention.end, match.start()):
            return None
        if mention.label == "ORGANIZATION" and _says_nothing(doc.view, mention, match):
            return None
        is_naming = match[0].endswith("称") and _NAMING.match(doc.view, match.end())
        if is_naming or _AFTERWARDS.match(doc.view, match.start()):
            continue
        if mention.label in ("CITY", "COUNTRY"):
            turns = _TURNS_TO.match(doc.view, mention.end, match.start())
            if not _OF_CITY.fullmatch(match[0]) and not (
                turns and _OF_CITY_TOO.fullmatch(match[0])
            ):
                return None
            if match[0] == "宣布" and not _AT_ONCE.fullmatch(doc.view, mention.end, match.start()):
                return None  # 在台南|會展中心宣布
        between = doc.kept_in(mention.end, match.start(), "PERSON")
        title = near.starting(clause, "TITLE")
        clause = title.end if title is not None and title.end <= match.start() else clause
        if len(match[0]) == 1 and not _is_alone(doc.view, clause, match):
            continue
        is_noun = _NOUN.match(doc.view, match.end()) or doc.view[match.start() - 1] == "总"
        if mention.label != "PERSON" and is_noun:
            continue
        named = (m for m in between if doc.view[m.start - 1 : m.start] != "(")
        others = [m for m in named if not is_addressed(near, m)]
        inside = doc.kept_in(mention.end, match.end() + 1)
        if others or any(m.start <= match.start() and match.end() <= m.end for m in inside):
            return None
        return match
    return None


def _says_nothing(view: str, body: Mention, verb: re.Match[str]) -> bool:
    """Whether a sentence holds no more than a body and its verb, or somebody else shall speak.

    秘書處也這麼覺得。, 交通局請業者說明
    """
    is_bare = view[verb.end() : verb.end() + 1] == "。"
    is_bare = is_bare and view[body.start - 1 : body.start] in ("。", "\n", "")
    return is_bare or _SHALL.search(view, body.end, verb.start()) is not None


def _reach(view: str, mention: Mention, end: int) -> tuple[int, int]:
    """Return from where on a verb is looked for, and how far: behind 發言人, 在會上 of a body."""
    if mention.label == "PERSON":
        return mention.end, _FARTHEST
    staff = _STAFF.match(view, mention.end, end)
    first = staff.end() if staff else mention.end
    setting = _SETTING.match(view, first, end) if mention.label == "ORGANIZATION" else None
    far = 12 if staff or mention.label == "TITLE" else 4
    return setting.end() if setting else first, far


def _is_alone(view: str, clause: int, verb: re.Match[str]) -> bool:
    """Whether a verb of one character is a word: it opens its clause or a pause follows."""
    is_part = view[verb.start() - 1] in _PART_OF.get(verb[0], "")
    if is_part or _OTHER_WORDS.match(view, verb.start()):
        return False
    before = _GLOSS.sub("", view[clause : verb.start()]).strip()
    is_first = _ADVERBS.fullmatch(before) is not None or before.endswith((")", "方面", "代表"))
    return is_first or view[verb.end() : verb.end() + 1] in _PAUSES

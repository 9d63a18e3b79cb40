"""Where the words that name a speaker begin, and whether a sentence begins with them.

Contract: pure look-ups on folded text and mentions.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours

# What may stand between a quote and the office of its speaker: 首次來台的.
_UP_TO_NAME = re.compile("[,]?[ ]?(?:[-—–─]{1,2}[ ]?)?(?:[^。,;!?:「」\n、]{1,20}的)?")
# The same behind a whole sentence: 「…。」領頭的資工系|學生
_AFTER_SENTENCE = re.compile("[^。,;!?:「」\n、]{0,24}")
# Behind a quote that opens a paragraph: 訪談一開始，
_LEAD_CLAUSE = re.compile("[^。;!?:「」\n,]{1,16},[^。;!?:「」\n,、]{0,8}")
# What may open a sentence before its subject: 那天下午, 不過, 首場對談由, 來自丹麥的.
_LEAD = views.pattern(
    "[ ]?(?:[^。;!?「」:\n]{1,24},)?"
    "(?:而|但|不過|然而|倒是|只是|至於|其中|接著|隨後|最後|首先|會後|會中|席間|同樣|連|就連)?"
    "(?:[^。;!?「」:、,\n]{0,10}由)?(?:來自|[^。;!?「」:、,\n]{1,16}的)?"
)
# Whom these stand before is spoken to; behind these and before 的, spoken about.
_TO = tuple(map(views.fold, ("向", "就", "對", "告訴", "答覆", "回覆", "答復", "回復")))
# Whom somebody asks does not speak yet: 許處長追問|蘇主任.
_ASKED = tuple(
    map(views.fold, ("追問", "詢問", "反問", "再問", "又問", "先問", "質問", "請教", "問起"))
)
# 記者問|游市長，任內做得完嗎？
_IS_ASKED = views.pattern(
    "(?:記者|媒體|主持人|議員|委員|民眾|市民|聽眾|觀眾|學生|學員|同學|居民|家長|有人|朋友|代表)"
    "(?:[^。,;:!?「」、]{0,4}[再又也先就])?問到?$"
)
# Whom these stand before is met: 拜會|東京都知事小池知子，說明….
_MET = tuple(
    map(
        views.fold,
        ("拜會", "拜訪", "會見", "接見", "會晤", "接待", "晤見", "迎接", "款待", "宴請", "面見"),
    )
)
# 她邀請|黃市長明年訪美，並期盼…: whom somebody told of before turns to.
_TURNED_TO = views.pattern(
    "[他她也並更又還](?:也|並|更|還|再度?|當場|誠摯|特別|熱情|當面)*"
    "(?:邀請?|請|歡迎|感謝|謝謝|希望|期盼|盼|恭喜|建議|推崇|稱讚|鼓勵|提醒|勉勵)$"
)
# Whom one talks with: 和|市長王大明談語言保存; not 談到, which both do.
_WITH = tuple(map(views.fold, ("和", "與", "跟", "同")))
_TALKS = views.pattern(
    "[^。,;:!?「」、]{0,12}?(?:談(?![到及起的妥成定判])|聊(?![到起])|討論|交換意見)"
)
_NOT_TO = tuple(map(views.fold, ("一向", "方向", "成就", "針對", "絕對", "反對", "面對")))
_ABOUT = tuple(map(views.fold, ("針對", "對於", "關於", "回應", "面對", "呼應")))
_TOPIC = views.pattern("[ ]?(?:至於|對於|針對|有關|關於|面對|外界|坊間|外傳|網傳|媒體)")
_SCENE = views.pattern(
    "[ ]?[^。;!?:「」\n,、他她]{1,14}(?:上|中|時|前|後|裡|裏|間|際|下|末|尾|會|旁|邊|天|晚|日|午),"
)
_TO_YOU = views.pattern(",(?:我|您|你|請|這)")
_JOINTS = tuple("、与和跟及")
# What tells that all of those named before speak: 皆表示, 異口同聲地說.
_TOGETHER = views.pattern(
    "(?:[市縣院局處]長|等?[兩二三四五六][人位])?(?:隨後|也|不約而同|當場)?"
    "(?:皆|[都均](?!是)|一致|同聲|異口同聲)"
)
_SENTENCE_ENDS = "。!?」\n "
# 主持人（|資策會副執行長蕭博仁）總結
_PART_BEFORE = re.compile("(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,6}[ ]?[(]$")
_LONGEST_PART = 10


def phrase_start(near: Neighbours, mention: Mention) -> int:
    """Return where the speaker's affiliation begins."""
    starts = [
        role.start
        for role in near.held.get(mention.entity_id or "", ())
        if role.start <= mention.start < role.end
    ]
    start = min(starts, default=mention.start)
    passed = []
    while start not in near.led:
        before = near.ending(start, "ORGANIZATION", "CITY", "COUNTRY", "TITLE")
        if before is None or before.start >= start or "\n" in near.doc.text[before.end : start]:
            near.led[start] = start
        else:
            passed.append(start)
            start = before.start
    near.led.update(dict.fromkeys(passed, near.led[start]))
    start = near.led[start]
    part = _PART_BEFORE.search(near.doc.view, max(0, start - _LONGEST_PART), start)
    return part.start() if part and near.doc.view.startswith(")", mention.end) else start


def is_addressed(near: Neighbours, mention: Mention) -> bool:
    """Whether somebody is spoken to, met or spoken about: 向|王大明致謝, 拜會|小池知子，說明."""
    view, first = near.doc.view, phrase_start(near, mention)
    before = view[max(0, first - 2) : first]
    if mention.form == "short" and _TO_YOU.match(view, mention.end):
        return True  # 趙局長，|我手上這份報告
    if before.endswith((*_MET, *_ASKED)) or (
        before.endswith("问") and near.ending(first - 1, "PERSON") is not None
    ):
        return True
    if _TURNED_TO.search(view, max(0, first - 10), first):
        return True
    if before.endswith(("问", "问到")) and _IS_ASKED.search(view, max(0, first - 12), first):
        return True
    if before.endswith(_WITH) and _TALKS.match(view, mention.end):
        return near.ending(first - 1, "PERSON") is None
    if before.endswith(_TO):
        return not before.endswith(_NOT_TO)
    title = near.starting(mention.end, "TITLE")
    end = title.end if title is not None else mention.end
    return before.endswith(_ABOUT) and view[end : end + 1] == "的"


def is_led_to(view: str, position: int, low: int) -> bool:
    """Whether all before in the sentence is a scene or what it is about.

    至於網傳…，|主辦方回應; 回程的高鐵上，|一位志工說
    """
    start = max(low, *(view.rfind(mark, low, position) + 1 for mark in "。!?;\n"))
    is_scene = _SCENE.fullmatch(view, start, position) is not None
    return is_scene or (start < position and _TOPIC.match(view, start, position) is not None)


def topic_before(view: str, position: int, low: int) -> int:
    """Return where the sentence begins that tells a rumour before whoever denies it.

    >>> topic_before("前。外传将停电,市府否认。", 8, 0)
    2
    >>> topic_before("前。公车照开,市府否认。", 7, 0)
    7
    """
    start = max(low, *(view.rfind(mark, low, position) + 1 for mark in "。!?;\n"))
    return start if _TOPIC.match(view, start, position) else position


def opens_sentence(view: str, first: int, low: int) -> bool:
    """Whether what begins at ``first`` is the subject a sentence opens with, a lead before it.

    >>> opens_sentence("前。不过副市长王大明", 4, 0), opens_sentence("他拜访了副市长", 4, 0)
    (True, False)
    """
    if first <= low or view[first - 1] in _SENTENCE_ENDS:
        return True
    begin = max(low, *(view.rfind(mark, low, first) + 1 for mark in "。!?」\n;"))
    return _LEAD.fullmatch(view, begin, first) is not None


def quote_before(view: str, start: int, low: int) -> int:
    """Return where a sentence begins that is a quote right before its speaker.

    >>> quote_before("前。「不求第一,」市长说", 9, 0)
    2
    >>> quote_before("「不求第一。」首次来台的市长说", 12, 0)
    0
    """
    close = view.rfind("」", low, start)
    opened = view.rfind("「", low, close) if close >= 0 else -1
    if opened == low and _LEAD_CLAUSE.fullmatch(view, close + 1, start):
        return opened
    if close < 0:
        return start
    is_sentence = view[close - 1] in "。!?," and _AFTER_SENTENCE.fullmatch(view, close + 1, start)
    if not is_sentence and not _UP_TO_NAME.fullmatch(view, close + 1, start):
        return start
    is_first = opened == low or (opened > low and view[opened - 1] in "。!?\n」 )")
    return opened if is_first else start


def first_of_several(near: Neighbours, mention: Mention) -> Mention:
    """Return the first of several who speak together: |高雄與熊本共同表示, |甲市長與乙市長皆說."""
    is_person = mention.label == "PERSON"
    if is_person and not _TOGETHER.match(near.doc.view, mention.end):
        return mention
    if mention.label not in ("CITY", "ORGANIZATION", "PERSON"):
        return mention
    first = phrase_start(near, mention)
    while near.doc.view[first - 1 : first] in _JOINTS:
        before = near.ending(first - 1, mention.label)
        if before is None:
            break
        mention, first = before, phrase_start(near, before)
    return mention


def is_second(near: Neighbours, mention: Mention) -> bool:
    """Whether a person stands behind another one and 與: 王市長與|林局長."""
    first = phrase_start(near, mention)
    is_joined = near.doc.view[first - 1 : first] in _JOINTS
    return is_joined and near.ending(first - 1, "PERSON") is not None


def is_pointed_at(near: Neighbours, mention: Mention) -> bool:
    """Whether an office is that of somebody told before: 該|市長並補充."""
    return near.doc.view.endswith("该", 0, mention.start)

"""Where a person takes the word without a verb of saying: labels, colons, quotes, 他 behind.

Contract: each reader returns where the words begin behind a mention, None if they do not.
"""

from __future__ import annotations

import re

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.programmes import names_topic
from pipeline.relations.statements.speaker_phrases import opens_sentence, phrase_start, quote_before
from pipeline.relations.statements.speech_verbs import SpeechLexicon

# Behind a name, a colon and a quote are enough: 笑着摇手:「...」.
_COLON = re.compile("[^。;!?\n「」,:]{0,12}:[ ]?「")
# Behind a name that opens a sentence, a colon: 接过话头:...
_TAKES_WORD = re.compile("[^。;!?\n「」,:、]{0,12}:(?=[ ]?[^\\s「])")
# Or a colon and a quote at the end of the sentence: 在站台边看了二十分钟,只问了一句:「...」
_FAR_QUOTE = re.compile("[^。;!?\n「」:]{0,48}:[ ]?「(?P<said>[^「」]{6,})")
_ONE_SENTENCE = re.compile("[。!?,]")
_LISTS = views.pattern(
    "[紀記]錄|出席|列席|主席|口譯|翻譯|來賓|貴賓|講者|主講|與談|主持|演講人|受訪|中文名|英文名|如下|分別|包括|包含|名單|時間|地點|電話|主題|題目|名稱|口號|為:|是:|有:|[(/]"
)
# Behind a name that opens a paragraph, a colon is enough; in a list a dash is, too.
_LABEL = re.compile("[ ]?(?:\\([^()\n]{0,60}\\)|先生|女士|小姐|博士|医师|教授)?[ ]?:(?=[ ]?\\S)")
_MARK = "(?::|[─―]{1,2}|--| - |-(?=「)|[ ]?[|｜])(?=[ ]?\\S)"
_DASHED = re.compile(f"[ ]?(?:\\([^()\n]{{0,60}}\\)|先生|女士|小姐|博士|医师|教授)?[ ]?{_MARK}")
# In a list the office may stand between: ·Ms. Lomidze, former Minister, Georgia:...
_OFFICE_LABEL = re.compile(f", ?[^。;!?:「」\n─―]{{3,90}}?{_MARK}")
# 在環境局長看來, 照縣長看，
_SEES_IT = re.compile("[^。,;!?:「」\n]{0,6}?(?P<verb>看来|眼里|眼中|看(?=,))")
_IN_HIS_EYES = tuple("在照依")
# 根據|市長王大明|的說法，, 套句|市長王大明|的話，
_ACCORDING = views.pattern(
    "(?:根據|依據|依照?|按照?|據|套句|套用|引用|引述|借用|用|照|誠如|正如|如同)$"
)
_HIS_WORDS = views.pattern(
    "的(?P<verb>(?:[說講看]法|話|觀察|觀點|估計|估算|推估|形容|比喻|分析|回憶|轉述|經驗)(?:來說|說)?)[,:]"
)
# 拜會|處長孫曉雅|。她指出
_HE_SAYS = re.compile("[^。!?]{0,16}。[他她渠]")
_ENDS = ("。", "!", "?", "」", ")", ".")
_BEFORE_LABEL = re.compile("[^。;!?,:\n「」]{0,30}")
_CARRIED = 120
# A quote before its speaker has so many characters at least.
_QUOTE_LEAST = 8


def takes_word(
    near: Neighbours, mention: Mention, block: Segment, lexicon: SpeechLexicon
) -> tuple[str | None, int] | None:
    """Return the verb (None beside a quote or colon) and where it ends, or None."""
    view, end = near.doc.view, block.end
    quote = _COLON.match(view, mention.end, end)
    if quote is not None and not near.doc.kept_in(mention.end, quote.end(), "PERSON"):
        return None, view.rindex(":", mention.end, quote.end())
    seen = _SEES_IT.match(view, mention.end, end)
    if seen is not None and view.startswith(_IN_HIS_EYES, phrase_start(near, mention) - 1):
        return near.doc.text[seen.start("verb") : seen.end()], seen.end()
    told = _HIS_WORDS.match(view, _with_title(near, mention), end)
    first = phrase_start(near, mention)
    if told is not None and _ACCORDING.search(view, max(0, first - 2), first):
        return near.doc.text[told.start("verb") : told.end("verb")], told.end("verb")
    colon = _word_taken(near, mention, block) or _far_quote(near, mention, block)
    if colon is not None:
        return None, colon
    verb = _carried(near, mention, end, lexicon)
    if verb is not None:
        first, last = verb.span(next(name for name, said in verb.groupdict().items() if said))
        is_colon = near.doc.view[first] == ":"
        return (None, first) if is_colon else (near.doc.text[first:last], last)
    return _after_quote(near, mention, block)


def _with_title(near: Neighbours, mention: Mention) -> int:
    title = near.starting(mention.end, "TITLE")
    return title.end if title is not None else mention.end


def label_end(near: Neighbours, mention: Mention, block: Segment) -> int | None:
    """Return the mark behind a name that opens a paragraph with its office: 局長王小明：..."""
    view = near.doc.view
    if block.kind not in ("paragraph", "list_item") or mention.start - block.start > 48:
        return None
    title = near.starting(mention.end, "TITLE")
    is_item = block.kind == "list_item"
    end = title.end if title else mention.end
    label = (_DASHED if is_item else _LABEL).match(view, end, block.end)
    if label is None and is_item:
        label = _OFFICE_LABEL.match(view, mention.end, block.end)
    if label is None or not view[block.start : block.end].rstrip().endswith(_ENDS):
        return None
    first = phrase_start(near, mention)
    is_first = _BEFORE_LABEL.fullmatch(view, block.start, first) is not None
    return label.end() - 1 if is_first else None


def _word_taken(near: Neighbours, mention: Mention, block: Segment) -> int | None:
    """Return the colon behind a person who opens a sentence and takes the word."""
    view = near.doc.view
    if block.kind not in ("paragraph", "list_item"):
        return None
    taken = _TAKES_WORD.match(view, mention.end, block.end)
    first = phrase_start(near, mention)
    if taken is None or not opens_sentence(view, first, block.start):
        return None
    if names_topic(near, mention.end, block):
        return None
    if _LISTS.search(view, mention.end, taken.end()):
        return None
    return None if near.doc.kept_in(mention.end, taken.end(), "PERSON") else taken.end() - 1


def _far_quote(near: Neighbours, mention: Mention, block: Segment) -> int | None:
    """Return the colon before a quote that the sentence of a person leads up to."""
    view = near.doc.view
    quote = _FAR_QUOTE.match(view, mention.end, block.end)
    if quote is None or not _ONE_SENTENCE.search(quote["said"]):
        return None
    colon = view.rindex(":", mention.end, quote.start("said"))
    clause = max(mention.end, view.rfind(",", mention.end, colon))
    is_list = _LISTS.search(view, clause, colon + 1) or "、" in view[clause:colon]
    is_other = near.doc.kept_in(mention.end, colon, "PERSON")
    first = phrase_start(near, mention)
    return None if is_list or is_other or not opens_sentence(view, first, block.start) else colon


def _after_quote(near: Neighbours, mention: Mention, block: Segment) -> tuple[None, int] | None:
    """Return the end of a name that a whole quote stands before: 「...。」局長王小明..."""
    view = near.doc.view
    start = phrase_start(near, mention)
    opened = quote_before(view, start, block.start)
    close = view.rfind("」", opened, start)
    if close - opened < _QUOTE_LEAST or view[close - 1] not in "。!?,":
        return None
    return None, mention.end


def _carried(
    near: Neighbours, mention: Mention, end: int, lexicon: SpeechLexicon
) -> re.Match[str] | None:
    """Return what 他, 她 or 這位… says of whom only this person can be meant."""
    doc = near.doc
    limit = min(end, mention.end + _CARRIED)
    others = doc.kept_in(mention.end, limit, "PERSON")
    limit = min([limit, *(m.start for m in others if m.entity_id != mention.entity_id)])
    return lexicon.carried.search(doc.view, mention.end, limit)


def is_carried(near: Neighbours, mention: Mention, end: int, block: Segment) -> bool:
    """Whether 他 of the next sentence is whom this one alone names: 拜會處長孫曉雅。|她指出，…."""
    view = near.doc.view
    if mention.label != "PERSON" or _HE_SAYS.match(view, mention.end, end) is None:
        return False
    low = max(block.start, *(view.rfind(mark, block.start, mention.start) + 1 for mark in "。!?"))
    return not near.doc.kept_in(low, mention.start, "PERSON", "TITLE")[:-1]

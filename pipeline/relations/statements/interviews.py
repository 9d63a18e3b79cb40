"""Interviews that print no labels: questions as lines of their own or in bold, answers below.

Contract: read only where the head tells whom the interview is with and at least three questions
are answered; the interviewee speaks each answer, the one by-line's writer each question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.speakers import Speaker, speaker_of, statement

INTERVIEW = views.pattern(
    "專訪|訪談|採訪|訪問|對談|答客問|問答|有問必答|快問快答"
    "|[三四五六七八九十]問|一席[談話]|Q ?& ?A|[對與]話"
)
# A question that opens a block: the whole of it, or its first sentence.
_QUESTION = re.compile("[\\s#*「【▍■◆●◎Q.\\d—─-]{0,6}[^。!?;\n「」]{3,60}\\?[」】*]*[ \t]*")
# ──您說很羨慕，聽來有點奇怪。 A dash marks each question, whatever ends it.
_DASHED = re.compile("\\s*[─—―]{1,3}[ \u3000]*[^─—―\n]{3,120}\\s*")
_SENTENCE = re.compile("[。!?]")
# Boxes and notes behind the last answer.
_NOTE = views.pattern(
    "\\s*(?:【[^】]*】|[(][^()\n]*[)]?\\s*\\Z|[*＊=─—-]{3,}|[^。,:\n]{0,12}(?:小檔案|檔案|簡介|專線|專頁|延伸閱讀|整理|編輯|攝影|撰文))"
)
# Who was asked, told as an entry above or below the interview: （受訪者：基隆市國際科科長鄧文儀）
# Not （採訪者：…）, who asks.
_ASKED = views.pattern(
    "(?:受(?:訪問?|採訪)(?:者|人|對象|來賓)?|(?:訪談|採訪|專訪)(?:對象|來賓)|(?:答[覆復詢]|回答|回[覆復])(?:人|者))"
    "[ \u3000]*[:為是]"
)
# The lead of an interview may open with a question, too.
_LEAD = views.pattern(f"以下[是為]|{INTERVIEW.pattern}")
# Where an interview is surely one, who is asked may stand in a line above.
_SURELY = views.pattern(
    "專訪|訪談|對談|答客問|問答|快問快答|[三四五六七八九十]問|一席[談話]|Q ?& ?A"
)
# Who makes a text or leads an event is not who is asked: 攝影／X, 主持人X; but 專訪|總編輯X is.
_MAKER = views.pattern(
    "(?P<part>攝影|總?編輯|主編|編審|主持人?|引言人?|司儀|記者|撰文|撰稿|整理|設計|繪圖|插畫|翻譯|口譯|圖|文)"
    "[ \u3000]?(?:[/:|·][ \u3000]?)?$"
)
_ASKED_PART = views.pattern("(?:專訪|訪談|採訪|訪問|對談)[^。,;\n]{0,12}$")
_LONGEST_PART = 8
_LEAST = 3
# Who stands by: 同船的還有科長X, 陪同：X, 由局長X陪同, X在座.
_BESIDE_BEFORE = views.pattern(
    "(?:同[船車機行座席桌坐場在](?:者|人員)?[的]?(?:還|另|也)?(?:有|是|为)"
    "|(?:陪同|作陪|在場|在座|列席|隨行|(?:一|身)旁|旁邊)(?:者|人員?|人士)?(?:的?(?:還|另|也)?[有是为]|[的:]))"
    "[^。,;:\n]{0,16}$"
)
_BESIDE_BEHIND = views.pattern(
    "(?:先生|女士|等人?|也|則|都|都?坐?在)?(?:陪同|作陪|陪訪|在[座場旁側]|一旁|旁邊|列席|隨行|同[行車船座席]|擔任(?:翻譯|口譯))"
)
_WITH = re.compile("[与和跟同及、][^。,;:、\n]{0,16}$")
_REACH = 28
# Questions that nobody is asked in person: of a regulation, a quiz, a survey.
_NO_INTERVIEW = views.pattern(
    "問答[集輯]|常見問[題答]|F\\.?A\\.?Q|懶人包|有獎徵答|測驗|搶答|謎|題庫|問卷|民調|滿意度"
    "|(?:意見|民意|抽樣|電話)調查|調查結果"
    "|(?:條例|辦法|規[則定]|要點|須知|法規?|補助|申請|新制)[^。,\n]{0,4}"
    "(?:問答|Q ?& ?A|[一二三四五六七八九十]問)"
)
# 本刊總編輯|鄭海音在船上訪問她
_HOUSE = views.pattern("本[刊報網台社](?:特[派約]|文字|採訪)?(?:記者)?[ \u3000]?")
_ASKS_WHOM = views.pattern("專訪|採訪|訪問|訪談|對談|提問")
_NO_WRITER = views.pattern("[者人][^者人]{0,3}$")
# 文／陸以喬, 採訪．撰文／杜雨桐, 採訪整理：曾雅婷, 本刊記者王大明; not 攝影／周台生
_BYLINE = views.pattern(
    "(?<![\u3400-\u9fff])(?:"
    "(?:採訪|撰文|文字?|撰稿|訪談|提問|訪問|(?:質詢|提問|發問)(?:議員|委員|代表)|(?:質詢|提問|發問|採訪|訪談|訪問)[人者])"
    "(?:[ \u3000.·、&和與及/]{0,2}(?:整理|撰文|採訪|報導|撰稿|文字|攝影))*[ \u3000]?[/:|· \u3000]"
    "|(?:本[刊報網台社]|特[派約]|文字|採訪)?記者[/:|· \u3000]?)[ \u3000]?"
)


def find_interviewee(near: Neighbours, end: int) -> Mention | None:
    """Return the one person whom an entry or lines before ``end`` say an interview is with.

    An entry behind the interview counts where the lines before it tell nobody.
    """
    doc = near.doc
    if (asked := _asked_in_entry(near, 0, end)) is not None:
        return asked
    if _asks_nobody(near, end):
        return None
    writer = find_interviewer(near, end)
    own = writer.entity_id if writer else None
    lines = [line for line in doc.of_kind("title", "heading", "paragraph") if line.start < end]
    for line in lines:
        told = INTERVIEW.search(doc.view, line.start, line.end)
        if told is None or _is_visit(near, told.end(), line.end):
            continue
        start = line.start if line.kind != "paragraph" else told.end()
        is_wide = _SURELY.search(doc.view, line.start, line.end) is not None
        lows = (start, line.start, lines[0].start) if is_wide else (start, line.start)
        for low in dict.fromkeys(lows):
            named = doc.kept_in(low, line.end, "PERSON")
            others = {
                m.entity_id: m
                for m in named
                if m.entity_id != own and not _made(doc, m) and not _is_beside(doc, m)
            }
            if len(others) == 1:
                return next(iter(others.values()))
    return _asked_in_entry(near, end, len(doc.view)) or _told_of(near, end, own)


def _asks_nobody(near: Neighbours, end: int) -> bool:
    """Whether a line of the head tells that nobody in person is asked: 共享運具問答集."""
    doc = near.doc
    heads = [line for line in doc.of_kind("title", "heading", "paragraph") if line.start < end]
    return any(
        _NO_INTERVIEW.search(doc.view, line.start, line.end) is not None
        for line in heads
        if (line.kind != "paragraph" or line is heads[0])
        and not _ASKS_WHOM.search(doc.view, line.start, line.end)
    )


def _told_of(near: Neighbours, end: int, own: str | None) -> Mention | None:
    """Return the one person the lines before the first question tell of, but for their makers.

    Where they name several, the one who does not stand by, with an office, alone in the title.
    """
    doc = near.doc
    named = [m for m in doc.kept_in(0, end, "PERSON") if m.entity_id != own and not _made(doc, m)]
    beside = {m.entity_id for m in named if _is_beside(doc, m)}
    found: dict[str | None, Mention] = {}
    for mention in named:
        if mention.entity_id not in beside:
            found.setdefault(mention.entity_id, mention)
    if len(found) > 1:
        found = {
            p: m for p, m in found.items() if any(r.start < end for r in near.held.get(p or "", ()))
        }
    if len(found) > 1:
        heads = doc.of_kind("title")
        found = {
            p: m for p, m in found.items() if any(h.start <= m.start < h.end for h in heads)
        } or {p: m for p, m in found.items() if not _stands(doc, m, _WITH)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_beside(doc: DocView, mention: Mention) -> bool:
    """Whether somebody only stands by: 同船的還有科長X, 由局長X陪同."""
    is_behind = _BESIDE_BEHIND.match(doc.view, mention.end) is not None
    return is_behind or _stands(doc, mention, _BESIDE_BEFORE)


def _stands(doc: DocView, mention: Mention, before: re.Pattern[str]) -> bool:
    low = max(doc.view.rfind("\n", 0, mention.start) + 1, mention.start - _REACH)
    return before.search(doc.view[low : mention.start]) is not None


def _asked_in_entry(near: Neighbours, low: int, high: int) -> Mention | None:
    """Return the one person an entry between two positions says was asked: 受訪者：X."""
    doc = near.doc
    for entry in _ASKED.finditer(doc.view, low, high):
        stop = doc.view.find("\n", entry.end())
        stop = stop if stop >= 0 else len(doc.view)
        named = doc.kept_in(entry.end(), stop, "PERSON")
        if _SENTENCE.search(doc.view, entry.end(), stop):
            continue
        if len({m.entity_id for m in named}) == 1:
            return named[0]
    return None


def _is_visit(near: Neighbours, position: int, end: int) -> bool:
    """Whether a place is visited, and nobody of it asked: 市長訪問|東京."""
    return near.starting(position, "CITY", "COUNTRY") is not None and not near.doc.kept_in(
        position, end, "PERSON"
    )


def _made(doc: DocView, mention: Mention) -> bool:
    """Whether somebody is named for the part in making a text or event: 攝影／周台生."""
    low = max(doc.view.rfind("\n", 0, mention.start) + 1, mention.start - _LONGEST_PART)
    part = _MAKER.search(doc.view, low, mention.start)
    if part is None:
        return False
    line = max(doc.view.rfind("\n", 0, mention.start) + 1, low - _LONGEST_PART)
    is_marked = doc.view[part.end("part") : mention.start].strip() != ""
    return is_marked or _ASKED_PART.search(doc.view, line, part.start()) is None


def find_interviewer(near: Neighbours, end: int) -> Mention | None:
    """Return the one person whom a by-line before ``end`` names as writer or interviewer.

    Else who asks in the name of the paper: 本刊總編輯鄭海音在船上訪問她.
    """
    doc = near.doc
    for line in _BYLINE.finditer(doc.view, 0, end):
        stop = doc.view.find("\n", line.end())
        named = doc.kept_in(line.end(), stop if stop >= 0 else end, "PERSON")
        # 採訪者：桃園市教育局科員葉思妤; but 訪問　基隆市長 may tell who is visited.
        is_told = _NO_WRITER.search(line[0]) is not None
        labels = ("TITLE", "CITY", "ORGANIZATION") if is_told else ("TITLE",)
        first = _behind(near, line.end(), *labels)
        if named and not doc.view[first : named[0].start].strip():
            joined = doc.view[named[0].end : named[0].end + 1] in ("、", "&", "与", "和")
            return None if joined and len(named) > 1 else named[0]
    for house in _HOUSE.finditer(doc.view, 0, end):
        person = near.starting(_behind(near, house.end(), "TITLE"), "PERSON")
        closed = _SENTENCE.search(doc.view, person.end, end) if person else None
        if person and _ASKS_WHOM.search(doc.view, person.end, closed.start() if closed else end):
            return person
    return None


def _behind(near: Neighbours, position: int, *labels: str) -> int:
    """Return where the places, bodies and offices end that stand at a position."""
    while (one := near.starting(position, *labels)) is not None and one.end > position:
        position = one.end
    return position


def find_answers(near: Neighbours, blocks: Sequence[Segment]) -> list[Statement]:
    """Return what the interviewee answers, in order; nothing where turns have labels."""
    if near.doc.of_kind("turn") or len(blocks) < _LEAST:
        return []
    dashed = [
        (index, block.end)
        for index, block in enumerate(blocks)
        if _DASHED.fullmatch(near.doc.view, block.start, block.end)
    ]
    asked = [(index, end) for index, block in enumerate(blocks) if (end := _asked(near, block))]
    # Dashes stand before pull-quotes, too, and then no question has one.
    are_marked = 2 * len({*dict(dashed)} & {*dict(asked)}) >= len(asked) > 0
    asked = dashed if len(dashed) >= _LEAST and are_marked else asked
    if len(asked) < _LEAST:
        return []
    person = find_interviewee(near, blocks[min(asked[0][0] + 1, len(blocks) - 1)].start)
    if person is None:
        return []
    found = list(_answers(near, blocks, asked, person))
    return found if len(found) >= 2 * _LEAST else []


def _asked(near: Neighbours, block: Segment) -> int:
    """Return where the question ends that a block opens with; 0 if it opens with none."""
    question = _QUESTION.match(near.doc.view, block.start, block.end)
    is_lead = _LEAD.search(near.doc.view, block.start, block.end) is not None
    return question.end() if question and not is_lead else 0


def _answers(
    near: Neighbours,
    blocks: Sequence[Segment],
    asked: Sequence[tuple[int, int]],
    person: Mention,
) -> Iterator[Statement]:
    doc = near.doc
    nexts = [index for index, _ in asked[1:]] + [len(blocks)]
    speaker = speaker_of(near, person.entity_id, person.start)
    writer = find_interviewer(near, blocks[asked[0][0]].start)
    asker = speaker_of(near, writer.entity_id, writer.start) if writer else Speaker()
    for (index, start), following in zip(asked, nexts, strict=True):
        end = blocks[index].end
        for block in blocks[index + 1 : following]:
            view = doc.view[block.start : block.end]
            if _NOTE.match(view) or not _SENTENCE.search(view):
                break
            end = block.end
        first, last = trimmed(doc.text, start, end)
        if not _SENTENCE.search(doc.view, first, last):
            continue
        segment_id = blocks[index].segment_id
        question = _said(near, "question", segment_id, blocks[index].start, start, asker)
        yield question
        answer = _said(near, "answer", segment_id, first, last, speaker)
        yield replace(answer, reply_to=question.statement_id)


def _said(
    near: Neighbours, kind: str, segment_id: str, start: int, end: int, speaker: Speaker
) -> Statement:
    start, end = trimmed(near.doc.text, start, end)
    return statement(near.doc, kind, segment_id, start, end, speaker, rule="interview", score=0.8)

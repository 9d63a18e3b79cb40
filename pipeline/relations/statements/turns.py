"""Statements of transcripts: every turn, as question, answer or plain turn.

Contract: a turn's words begin behind its label; an answer points at the last question of another
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.between_turns import find_between
from pipeline.relations.statements.headed import PART_NUMBER, find_chair
from pipeline.relations.statements.interpreters import Interpreters
from pipeline.relations.statements.labels import ANSWERING, ASKING, Labels
from pipeline.relations.statements.legends import (
    Form,
    first_person,
    is_roster,
    read_legend,
    words_of,
)
from pipeline.relations.statements.offices import speaker_of_office
from pipeline.relations.statements.speakers import Speaker, speaker_for, speaker_of, statement

_QUESTION = views.pattern(r"[?]|嗎[。」]?\s*$|請(?:問|教)|為什麼|怎麼|多少[。]?\s*$")
# Labels that tell by themselves who asks and who answers: Q1, 記者問, 市長答.
_ASKS = views.pattern(f"[Qq]\\d{{0,2}}|[^ ,:]{{0,8}}?(?:{ASKING}|提問[者人])")
_ANSWERS = views.pattern(f"[Aa]\\d{{0,2}}|[^ ,:]{{0,12}}?(?:{ANSWERING})")
_CHAIR = views.pattern("主席|主持人|司儀|議長|召集人")
_MINUTES_CHAIR = frozenset(("主席", views.fold("召集人")))
# 許雅婷(主持人、清華大學教授)
_PARTS = re.compile("[()、,/ ]+")
# 主席|裁示, 叁、主席|致詞
_CHAIR_SAYS = views.pattern(
    "(?<=[席人長])(?:開場|開幕|閉幕)?(?:致詞|致辭|裁示|指示|結語|結論|總結|講話|發言|報告|提示)(?:事項)?\\Z"
    f"|\\A{PART_NUMBER}"
)
_CHAIR_LINE = views.pattern(
    f"\n\\s*(?:{PART_NUMBER})?(?:主席|主持人|召集人)(?:結論|裁示|指示|結語|總結)[ \u3000]*:"
)
# 市長|答復, 連議員瑞珊|再質詢
_DOES = views.pattern(f"(?<=.{{2}})再?(?:{ANSWERING}|{ASKING}|答詢|回應|質詢|說明|補充)\\Z")
# A line of contacts is no turn: 訂閱專線：0800-211-556.
_CONTACT = views.pattern(
    r"[^:]{0,10}(?:專線|電話|傳真|分機|信箱|網址|網站|地址|劃撥|定價|[Ee]-?mail)\Z"
)
# Notes of those who wrote the transcript down.
_WRITTEN = views.pattern(
    r"\n\s*[(【]?(?:整理|紀錄|記錄|撰稿|編輯|洽詢|聯絡人|聯絡電話|新聞聯絡|資料來源|本紀錄|附註|備註|圖說|校對|編者?[按註]|(?:採訪|訪談|編輯)?(?:後記|側記|手記))[^。\n]{0,6}[:：/]"
    rf"|\n\s*(?:{PART_NUMBER})?(?:散會|出席|列席|與會|附件|臨時動議)(?:者|人員|單位|時間)?\s*:"
    rf"|\n\s*(?:{PART_NUMBER})?"
    r"(?:(?:案由|提案|議案|報告案|討論案)[一二三四五六七八九十\d]{0,3}|說明|決議|決定|辦法|擬辦"
    r"|(?:會議|綜合)?(?:結論|共識)(?:[及與和]?建議|事項)?|(?:後續|待辦|列管|追蹤)(?:辦理)?事項"
    r"|發言(?:摘要|紀要)|(?:提案|報告)單位|(?:討論|報告|確認|提案)事項|主席(?:結論|裁示|指示|總結|結語)|臨時動議|附帶決議)"
    r"[ \u3000]*(?::|\n|\Z)"
    r"|\n\s*(?:[^\w\s()「」….。!?][ \u3000]*){2,}(?=\n|\Z)"
    r"|\n\s*\([^()\n]{0,24}(?:休息|散會|結束|完畢|\d[時點]\d*分?|\d:\d\d)[^()\n]{0,12}\)"
    r"|\n[^。!?\n]{0,30}(?:專線|劃撥|訂閱|傳真|分機|電子信箱|官方?網站)[^。!?\n]*(?:\n|\Z)"
)
# A box below the last words of all: 〔小辭典〕, 【小檔案】.
_BOX = re.compile(r"\n\s*[\[〔【][^\n]{2}")
_BOX_LABEL = re.compile(r"[\[〔【][^\[\]〔〕【】]+[\]〕】].")
# A note or the next time on lines of their own behind the last words: (全場笑), [00:12:03].
_ASIDE = re.compile(r"(?:\n\s*(?:\([^()\n]{1,120}\)|[\[【]?\d{1,2}:\d{2}(?::\d{2})?[\]】]?)\s*)+\Z")
# 主席致詞：略。
_OMITTED = re.compile("[(]?(?:从?略|无)[)]?。?")
# 歡迎收聽，我是|方念華
_I_AM = views.pattern("我是|我叫")
_FIRST_WORDS = 80


def find_turns(near: Neighbours) -> Iterator[Statement]:
    """Yield a statement for each turn, in order."""
    doc = near.doc
    asked: tuple[Statement, str] | None = None
    before = ""
    chairs, nobodys = dict[str, Mention](), set[str]()
    named, interpreters = Labels(near), Interpreters(near)
    asked_in: Segment | None = None
    turns = doc.of_kind("turn")
    chair = find_chair(near) if turns else None
    legend, form = read_legend(near, turns), Form(near)
    yield from (between := find_between(near, turns))
    ends = {question.segment_id: question.start for question in between}
    for turn in turns[legend.size :]:
        words = words_of(near, turn)
        limit, is_last = ends.get(turn.segment_id, turn.end), turn is turns[-1]
        start, end = trimmed(doc.text, words, _said_until(doc.view, words, limit, is_last))
        if start >= end or _OMITTED.fullmatch(doc.view, start, end):
            continue
        label = views.fold(turn.label or doc.view[turn.start : words].strip().rstrip(":").strip())
        if _CONTACT.match(label) or form.takes(label, start, end):
            continue
        spoken = _CHAIR_SAYS.sub("", label)
        person = first_person(near, turn.start, words) or chairs.get(label)
        if person is None and (_BOX_LABEL.match(label) or is_roster(near, start, end)):
            continue
        if spoken in _MINUTES_CHAIR or (spoken != label and _CHAIR.fullmatch(spoken)):
            person = person or chair
        person = person or legend.people.get(label) or form.asker(label, turn.start)
        person = person or _labelled(named, spoken, asked_in) or _introduced(near, start, end)
        _keep_parts(chairs, label, person, nobodys)
        person = interpreters.principal(label, person, start, end, asked_in) or person
        asked_in = turn
        speaker = _speaker(near, person, turn.start, words)
        if person is None and form.answers(label):
            speaker = speaker if speaker != Speaker() else Speaker(city_id=near.home)
        name = speaker.person_id or label
        is_chair = _CHAIR.match(label) is not None
        asks = not is_chair and _asks(label, doc.view, start, end)
        answers = asked is not None and not is_chair and asked[1] not in (name, "")
        answers = answers and before in (name, asked[1] if asked else "")
        kind = "question" if asks else "answer" if answers else "turn"
        made = statement(
            doc,
            kind,
            turn.segment_id,
            start,
            end,
            speaker,
            rule="turn",
            score=0.95 if person else 0.7,
            reply_to=asked[0].statement_id if asked and kind == "answer" else None,
        )
        if asks:
            asked = (made, name)
        if not is_chair:
            before = name
        yield made
        if chair is not None:
            yield from _chair_below(near, chair, turn, end)


def _labelled(named: Labels, label: str, before: Segment | None) -> Mention | None:
    """Return whom a label means, alone or without what it says they do: 市長|答復."""
    return named.person(label, before) or named.person(_DOES.sub("", label), before)


def _asks(label: str, view: str, start: int, end: int) -> bool:
    """Whether a turn is a question, by its label or else by what is said."""
    if _ASKS.fullmatch(label):
        return True
    return not _ANSWERS.fullmatch(label) and _QUESTION.search(view, start, end) is not None


def _keep_parts(
    chairs: dict[str, Mention], label: str, person: Mention | None, nobodys: set[str]
) -> None:
    """Keep what a label tells of later ones: 許雅婷, 主持人 of 許雅婷(主持人、教授).

    A label that stood for nobody before goes on so: 答, then 答(處長王大明).
    """
    if person is None:
        nobodys.update(() if _CHAIR.match(label) else (label,))
        return
    whole = label.split("(", maxsplit=1)[0]
    if whole not in nobodys:
        chairs.setdefault(whole, person)
    for part in _PARTS.split(label.replace(views.fold(person.text), "")):
        if _CHAIR.fullmatch(part):
            chairs.setdefault(part, person)


def _chair_below(
    near: Neighbours, chair: Mention, turn: Segment, start: int
) -> Iterator[Statement]:
    """Yield what the chair says on a line below the last words of a turn: 玖、主席結論：…."""
    for says in _CHAIR_LINE.finditer(near.doc.view, start, turn.end):
        line = near.doc.view.find("\n", says.end(), turn.end)
        begin, end = trimmed(near.doc.text, says.end(), turn.end if line < 0 else line)
        if end > begin:
            speaker = speaker_of(near, chair.entity_id, chair.start)
            yield statement(
                near.doc, "turn", turn.segment_id, begin, end, speaker, rule="turn", score=0.85
            )


def _said_until(view: str, start: int, end: int, is_last: bool) -> int:
    """Return where the words of a turn end, without notes of those who wrote them down."""
    for note in (_WRITTEN.search(view, start, end), _BOX.search(view, start, end)):
        if note is not None and (is_last or note.re is _WRITTEN):
            end = min(end, note.start())
    aside = _ASIDE.search(view, start, end)
    return aside.start() if aside and aside.start() > start else end


def _speaker(near: Neighbours, person: Mention | None, start: int, end: int) -> Speaker:
    """Return who speaks; without a name the city or office that the label names."""
    if person is None:
        return speaker_of_office(near, start, end)
    speaker = speaker_of(near, person.entity_id, person.start)
    cities = near.doc.kept_in(start, end, "CITY")
    if cities and speaker == Speaker(person.entity_id):
        return replace(speaker_for(near, cities[0]), person_id=person.entity_id)
    return speaker


def _introduced(near: Neighbours, start: int, end: int) -> Mention | None:
    """Return the name the first words of a turn tell: 主持人：歡迎收聽，我是|方念華。"""
    for said in _I_AM.finditer(near.doc.view, start, min(end, start + _FIRST_WORDS)):
        title = near.starting(said.end(), "TITLE")
        person = near.starting(title.end if title else said.end(), "PERSON")
        if person is not None and person.form == "name":
            return person
    return None

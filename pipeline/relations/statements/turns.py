"""Statements of transcripts: every turn, as question, answer or plain turn.

Contract: a turn's words begin behind its label; an answer points at the last question of another
speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from pipeline.contract import Mention, Segment, Statement
from pipeline.language import columns, views
from pipeline.language.lexemes import is_han
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.headed import PART_NUMBER, find_chair
from pipeline.relations.statements.interviews import find_interviewee, find_interviewer
from pipeline.relations.statements.legends import (
    Form,
    first_person,
    is_roster,
    read_legend,
    words_of,
)
from pipeline.relations.statements.offices import speaker_of_office
from pipeline.relations.statements.speakers import Speaker, speaker_of, statement

_QUESTION = views.pattern(r"[?]|嗎[。」]?\s*$|請(?:問|教)|為什麼|怎麼|多少[。]?\s*$")
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
_ASKS = views.pattern("(?:記者|本刊|本報|編輯|編)?問?|採訪者|[Qq]\\d{0,2}")
_ANSWERS = views.pattern(r"(?:答|答案|受訪者|受訪人|[Aa]\d{0,2})\Z")
# A line of contacts is no turn: 訂閱專線：0800-211-556.
_CONTACT = views.pattern(
    r"[^:]{0,10}(?:專線|電話|傳真|分機|信箱|網址|網站|地址|劃撥|定價|[Ee]-?mail)\Z"
)
# Notes of those who wrote the transcript down.
_WRITTEN = views.pattern(
    r"\n\s*[(【]?(?:整理|紀錄|記錄|撰稿|編輯|洽詢|聯絡人|聯絡電話|新聞聯絡|資料來源|本紀錄|附註|備註|圖說|校對)[^。\n]{0,6}[:：/]"
    rf"|\n\s*(?:{PART_NUMBER})?(?:散會|出席|列席|與會|附件|臨時動議)(?:者|人員|單位|時間)?\s*:"
    rf"|\n\s*(?:{PART_NUMBER})?"
    r"(?:(?:案由|提案|議案|報告案|討論案)[一二三四五六七八九十\d]{0,3}|說明|決議|決定|辦法|擬辦"
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
_NOTE = re.compile(r"[(][^()\n]{4,80}[)](?=\s*\Z)")
# 主計處|曾處長
_OFFICE = views.pattern("[^ ]{1,12}?[局處部會所署院室科課組府]")
# 主席致詞：略。
_OMITTED = re.compile("[(]?(?:从?略|无)[)]?。?")
_BETWEEN = re.compile("[ /\u3000]+")
_BRACKET = re.compile("[(][^()]*[)]")
# 主持人 is told as 主持：吳思霈.
_ONE_WHO = re.compile("[人者]\\Z")
_FOUND_WITHIN = 40
# 歡迎收聽，我是|方念華
_I_AM = views.pattern("我是|我叫")
_FIRST_WORDS = 80
_LONGEST_FAMILY = 4


def find_turns(near: Neighbours) -> Iterator[Statement]:
    """Yield a statement for each turn, in order."""
    doc = near.doc
    asked: tuple[Statement, str] | None = None
    before = ""
    chairs: dict[str, Mention] = {}
    named = _Named(near)
    turns = doc.of_kind("turn")
    chair = find_chair(near) if turns else None
    legend, form = read_legend(near, turns), Form(near)
    for turn in turns[legend.size :]:
        words = words_of(near, turn)
        is_last = turn is turns[-1]
        start, end = trimmed(doc.text, words, _said_until(doc.view, words, turn.end, is_last))
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
        person = person or named.person(spoken) or _introduced(near, start, end)
        if person is not None:
            chairs.setdefault(label.split("(")[0], person)
            for part in _PARTS.split(label.replace(views.fold(person.text), "")):
                if _CHAIR.fullmatch(part):
                    chairs.setdefault(part, person)
        speaker = _speaker(near, person, turn.start, words)
        if person is None and form.answers(label):
            speaker = Speaker(city_id=near.home)
        name = speaker.person_id or label
        is_chair = _CHAIR.match(label) is not None
        asks = _QUESTION.search(doc.view, start, end) is not None and not is_chair
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
    if person is not None:
        return speaker_of(near, person.entity_id, person.start)
    return speaker_of_office(near, start, end)


def _introduced(near: Neighbours, start: int, end: int) -> Mention | None:
    """Return the name the first words of a turn tell: 主持人：歡迎收聽，我是|方念華。"""
    for said in _I_AM.finditer(near.doc.view, start, min(end, start + _FIRST_WORDS)):
        title = near.starting(said.end(), "TITLE")
        person = near.starting(title.end if title else said.end(), "PERSON")
        if person is not None and person.form == "name":
            return person
    return None


class _Named:
    """People whom labels without a name mean, as the lines above the first turn tell."""

    def __init__(self, near: Neighbours) -> None:
        self._near, self._doc = near, near.doc
        turns = near.doc.of_kind("turn")
        self._end = turns[0].start if turns else 0
        self._people = near.doc.kept_in(0, self._end, "PERSON")
        self._names: dict[str, Mention] = {}
        for mention in near.doc.of_label("PERSON"):
            self._names.setdefault(near.doc.view[mention.start : mention.end], mention)
        self._found: dict[str, Mention | None] = {}

    @cached_property
    def _asked(self) -> Mention | None:
        return find_interviewee(self._near, self._end)

    def person(self, label: str) -> Mention | None:
        """Return whom a label means: 主席, 市長 or a part of a name; None if that is not told."""
        if label not in self._found:
            plain = _BRACKET.sub("", label).strip()
            found = (
                self._called(plain)
                or self._shortened(label)
                or self._interviewee(plain)
                or self._interviewer(plain)
                or self._after(plain)
                or self._at_foot(plain)
            )
            self._found[label] = found
        return self._found[label]

    def _called(self, label: str) -> Mention | None:
        """Return the person whose name, told anywhere, is the label or all of it but a title."""
        if label in self._names:
            return self._names[label]
        words = [word for word in _BETWEEN.split(label) if word]
        named = [self._names[word] for word in words[:1] + words[-1:] if word in self._names]
        if named and (columns.has_title(label) or "/" in label):
            return named[0]
        behind = _OFFICE.match(label)
        return self._of_family(label) or (
            self._of_family(label[behind.end() :]) if behind else None
        )

    def _of_family(self, label: str) -> Mention | None:
        """Return the one person whose family name a label begins with, a title behind it."""
        for length in (3, 2, 1):
            family, rest = label[:length], label[length:]
            if not rest or not all(map(is_han, label)) or len(rest) > 6:
                continue
            found = {
                m.entity_id: m
                for name, m in self._names.items()
                if name.startswith(family) and len(name) > length and is_han(name[-1])
            }
            if len(found) == 1 and (length > 1 or columns.has_title(rest)):
                return next(iter(found.values()))
        return None

    def _shortened(self, label: str) -> Mention | None:
        """Return whose name alone begins or ends with the label: 答（連）, 柯, 佩珊, 長谷川."""
        bracket = _BRACKET.search(label)
        short = bracket[0][1:-1].strip() if bracket else label
        if not short or len(short) > _LONGEST_FAMILY or not all(map(is_han, short)):
            return None
        found = {
            m.entity_id: m
            for name, m in self._names.items()
            if len(name) > len(short)
            and (name.startswith(short) or (len(short) == 2 and name.endswith(short)))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _after(self, label: str) -> Mention | None:
        """Return the person beside or behind the label in the line where it first stands."""
        view = self._doc.view
        parts = (label, _ONE_WHO.sub("", label))
        found = (view.find(part, 0, self._end) for part in parts if len(part) > 1)
        at = next((place for place in found if place >= 0), -1)
        if at < 0:
            return None
        line = view.find("\n", at, self._end)
        limit = min(at + len(label) + _FOUND_WITHIN, self._end if line < 0 else line)
        return next((m for m in self._people if at <= m.end and m.start < limit), None)

    def _at_foot(self, label: str) -> Mention | None:
        """Return who bears a part by a note in brackets below: （會議紀錄，主席：張市長秉森）."""
        view = self._doc.view
        note = _NOTE.match(view, max(self._end, view.rfind("\n(") + 1))
        at = note[0].find(label) if note and label else -1
        if note is None or at < 0:
            return None
        lead = note.start() + at + len(label) + 1
        is_entry = view[lead - 1 : lead] in (":", "为", "是")
        return first_person(self._near, lead, note.end()) if is_entry else None

    def _interviewer(self, label: str) -> Mention | None:
        """Return the writer of the by-line for 問, Q or the name of the magazine."""
        is_paper = len(label) > 1 and f"《{label}" in self._doc.view[: self._end]
        if not (_ASKS.fullmatch(label) or is_paper):
            return None
        return find_interviewer(self._near, self._end)

    def _interviewee(self, label: str) -> Mention | None:
        """Return whom an interview is with: the one person told where the head speaks of it."""
        if not _ANSWERS.match(label):
            return None
        return self._asked

"""What the first lines of a transcript or a written answer tell of the labels of the others.

Contract: letters of a legend (A:主持人　B:屏東縣長潘孟安); entries of a form that name who asks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.contract import Mention, Segment
from pipeline.language import views
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.speaker_phrases import phrase_start

# A:主持人　B:屏東縣長潘孟安: letters for those who speak below.
_CODE = re.compile("[A-Z甲乙丙丁]")
_CODES = re.compile(r"[\s、,;]([A-Z甲乙丙丁])[ ]?[:=]")
_NO_LEGEND = re.compile("[。!?]")
_LONGEST_LEGEND = 120
# A form of written questions: who asks and who answers are entries of their own.
_WHO_ASKS = views.pattern("(?:質詢|提問|詢問|發問|提案)(?:議員|委員|代表|人|者)(?:姓名)?|議員姓名?")
_ASKER = re.compile(rf"(?:^|\n)[ \u3000]*(?:{_WHO_ASKS.pattern})[ \u3000]*:")
_WHO_ANSWERS = views.pattern("(?:答[覆復]|回[覆復]|主辦|權責|承辦|業務)(?:機關|單位|局處|人員?)")
_ASKED = views.pattern("(?:質詢|提問|詢問|問題)(?:事項|內容|要旨|主旨|摘要)?")
_ANSWERED = views.pattern("(?:答[覆復]?|回[覆復]|回應)(?:內容|事項|情形|說明|摘要)?")
_LONGEST_ENTRY = 30
# Names side by side, no words: 引導人:王大明(大學教授)、霍思穎
_SENTENCE = re.compile("[。!?…]|,[^A-Za-z ]")


def words_of(near: Neighbours, turn: Segment) -> int:
    """Return where the words of a turn begin: behind the colon of its label."""
    children = near.doc.children(turn)
    if len(children) > 1 and children[0].kind == "heading":
        return children[0].end
    colon = near.doc.view.find(":", turn.start, min(turn.end, turn.start + 60))
    return turn.start if colon < 0 else colon + 1


class Legend(NamedTuple):
    """Whom the letters of the first turns mean, and how many turns tell only that."""

    people: dict[str, Mention]
    size: int


def read_legend(near: Neighbours, turns: Sequence[Segment]) -> Legend:
    """Return what the first turns tell of the letters of the others: A:主持人　B:縣長潘孟安."""
    view, people = near.doc.view, dict[str, Mention]()
    for size, turn in enumerate(turns):
        words = words_of(near, turn)
        label = view[turn.start : words].strip(" :\n")
        is_told = _CODE.fullmatch(label) and turn.end - words < _LONGEST_LEGEND
        found = near.doc.kept_in(words, turn.end, "PERSON", "TITLE")
        if not is_told or not found or _NO_LEGEND.search(view, words, turn.end):
            return Legend(people, size if people else 0)
        marks = [*_CODES.finditer(view, words, turn.end)]
        starts = [words, *(mark.end() for mark in marks)]
        for code, low, high in zip(
            [label, *(mark[1] for mark in marks)], starts, [*starts[1:], turn.end], strict=True
        ):
            person = first_person(near, low, high)
            if person is not None:
                people[code] = person
    return Legend(people, 0)


class Form:
    """Who asks and who answers by the entries of a form: 質詢議員：謝議員宛真.

    Args:
        near: the document.
    """

    def __init__(self, near: Neighbours) -> None:
        self._near = near
        self._entries = [entry.end() for entry in _ASKER.finditer(near.doc.view)]

    def takes(self, label: str, start: int, end: int) -> bool:
        """Whether a line is such an entry, not something said."""
        if not _WHO_ASKS.fullmatch(label) and not _WHO_ANSWERS.fullmatch(label):
            return False
        is_said = _NO_LEGEND.search(self._near.doc.view, start, end) is not None
        return not is_said and end - start <= _LONGEST_ENTRY

    def asker(self, label: str, position: int) -> Mention | None:
        """Return who asks what stands behind a label: 質詢事項."""
        if not _ASKED.fullmatch(label):
            return None
        index = bisect_left(self._entries, position) - 1
        if index < 0:
            return None
        view, entry = self._near.doc.view, self._entries[index]
        line = view.find("\n", entry)
        return first_person(self._near, entry, line if line >= 0 else len(view))

    def answers(self, label: str) -> bool:
        """Whether the city answers behind a label: 答覆內容."""
        return _ANSWERED.fullmatch(label) is not None


def is_roster(near: Neighbours, start: int, end: int) -> bool:
    """Whether what stands behind a label only names somebody: 與談人:處長蕭廷宇、市長王大明."""
    if _SENTENCE.search(near.doc.view, start, end):
        return False
    named = near.doc.kept_in(start, end, "PERSON")[:1]
    return any(m.form == "name" and phrase_start(near, m) <= start for m in named)


def first_person(near: Neighbours, start: int, end: int) -> Mention | None:
    """Return the first person named between two positions, or None."""
    found = near.doc.kept_in(start, end, "PERSON")
    return found[0] if found else None

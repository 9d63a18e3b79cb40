"""Statements of turned tables: each cell is said by whom its column's header names.

Contract: a table is turned if the headers of most of its speaking columns name somebody and
nothing else; the question of a row is of who is told above the table to have asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.contract import Segment, Statement
from pipeline.language import views
from pipeline.recognizers.places.cell_words import is_host, is_own
from pipeline.relations.neighbours import Neighbours, trimmed
from pipeline.relations.statements.said_columns import says
from pipeline.relations.statements.speakers import Speaker, speaker_named, speaker_of, statement

_LABELS = ("CITY", "COUNTRY", "ORGANIZATION", "PERSON")
_COVERED = (*_LABELS, "TITLE")
# What a header may tell besides who speaks: 的回答, 怎麼說, 女士, 沖繩縣.
_BESIDES = views.pattern(
    "的?(?:看法|觀點|說法|意見|立場|主張|回[答應覆]|答[案覆]|發言|談話|經驗|做法|怎麼[說看做]|代表|女士|先生|教授|博士)"
    "|^[\u3400-\u9fff]{2,3}[縣省州府道]$"
)
_LEFT = 2
# What only those say who speak; what heads the questions or the answers.
_VOICE = views.pattern("我|貴[市府縣]|您|希望|認為|建議|表示|歡迎|感謝|願意?|[?]")
_ASKS = views.pattern("題|問|議|回|答|說|看法|觀點|意見|立場|主張|發言|談|話|代表|^本[市縣府]|我方")
# Who puts the questions, told this far above the table.
_ASKER = views.pattern("主持|提問|發問|出題|問")
_ABOVE, _NEAR = 400, 40


@dataclass(frozen=True, slots=True)
class Sides:
    """Who speaks in each column of a turned table, and who asks what its rows are about."""

    speakers: Mapping[int, Speaker]
    asker: str | None


def find(near: Neighbours) -> dict[int, Sides]:
    """Return who speaks in each turned table, by its number."""
    if not near.turned:
        return {}
    found = {}
    voiced = _voiced(near)
    for table in near.doc.of_kind("table"):
        number = table.table or 0
        speakers = {
            column: speaker
            for column in near.turned.get(number, ())
            if (speaker := _speaker(near, (number, column))) is not None
        }
        if not any(one.person_id for one in speakers.values()) and number not in voiced:
            continue
        if len(speakers) > 1 and 2 * len(speakers) > len(near.turned[number]):
            found[number] = Sides(speakers, _asker(near, table, speakers.values()))
    return found


def _voiced(near: Neighbours) -> set[int]:
    """Return the tables that ask something or whose cells speak; others compare cities."""
    return {
        cell.table or 0
        for cell in near.doc.of_kind("cell")
        if _VOICE.search(views.fold(cell.text))
        or (cell.row is None and _ASKS.search(views.fold(cell.text)))
    }


def _speaker(near: Neighbours, place: tuple[int, int]) -> Speaker | None:
    """Return who speaks in a column, None if its headers hold more than names."""
    cells = near.above.get(place, [])
    below = [
        one
        for cell in near.below.get(place, ())
        for one in near.doc.kept_in(cell.start, cell.end, "PERSON")
    ]
    view = near.doc.view
    spans = [trimmed(near.doc.text, cell.start, cell.end) for cell in cells]
    if near.home is not None and any(is_own(view, *s) or is_host(view, *s) for s in spans):
        who = below[0].entity_id if below else None
        return Speaker(who, near.home, None, near.countries.get(near.home))
    named = [
        one
        for cell in cells
        if _names_only(near, cell)
        for one in near.doc.kept_in(cell.start, cell.end, *_LABELS)
    ]
    return speaker_named(near, cells[0], [*named, *below]) if named else None


def _names_only(near: Neighbours, cell: Segment) -> bool:
    """Whether nothing but places, people and their offices stands in a header."""
    covered = {
        at
        for one in near.doc.kept_in(cell.start, cell.end, *_COVERED)
        for at in range(one.start, one.end)
    }
    view = near.doc.view
    rest = "".join(view[at] for at in range(cell.start, cell.end) if at not in covered)
    return sum(map(str.isalnum, _BESIDES.sub("", "".join(rest.split())))) <= _LEFT


def said(near: Neighbours, row: Segment, sides: Sides) -> Iterator[Statement]:
    """Yield what each speaker of a turned table says in a row, and the question of who asks."""
    if (row.table or 0, row.row or 0) in near.told_of:
        return
    cells = [cell for _, cell in near.cells(row)]
    reply_to = None
    asked = [cell for cell in cells if (cell.column or 0) < min(sides.speakers)]
    if sides.asker is not None and asked and asked[-1].text.strip()[-1] in "？?":
        asker = speaker_of(near, sides.asker, row.start)
        question = _statement(near, "question", row, asked[-1], asker)
        reply_to = question.statement_id
        yield question
    for cell in cells:
        speaker = sides.speakers.get(cell.column or 0)
        if speaker is not None and says(near, cell):
            yield _statement(near, "answer", row, cell, speaker, reply_to)


def _asker(near: Neighbours, table: Segment, speakers: Iterable[Speaker]) -> str | None:
    """Return the one person told above a table to put the questions, none of those who answer."""
    low = max(0, table.start - _ABOVE)
    people = near.doc.kept_in(low, table.start, "PERSON")
    answering = {speaker.person_id for speaker in speakers}
    asking = {
        one.entity_id
        for one in people
        if one.entity_id not in answering
        and _ASKER.search(near.doc.view, max(low, one.start - _NEAR), one.end + _NEAR)
    }
    return asking.pop() if len(asking) == 1 else None


def _statement(
    near: Neighbours,
    kind: str,
    row: Segment,
    cell: Segment,
    speaker: Speaker,
    reply_to: str | None = None,
) -> Statement:
    span = trimmed(near.doc.text, cell.start, cell.end)
    told = near.doc, kind, row.segment_id, *span, speaker
    return statement(*told, rule="turned_table", score=0.9, reply_to=reply_to)

"""From the fields of a line to the records it holds: partners and what was agreed with them.

Contract: partners and kinds that stand together belong together, whichever comes first; a line of
clauses gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.language import views
from pipeline.linking.docview import DocView
from pipeline.relations.agreements.fields import Field
from pipeline.relations.agreements.outline import Outline
from pipeline.relations.agreements.rows import Party

_OPENS = frozenset(("place", "country", "body", "kind", "date", "label"))
_CLAUSE = views.pattern(
    "簽|換文|發表|結盟|締結|希望|見證|參與|主持|表示|指出|說|將於|舉行|儀式|[都均皆則也亦就][是為]"
)
_LONG = 20
# The first field may be an area or a subject before such a mark: 亞洲｜日本｜酒田市.
_STRONG = re.compile(r"\s*[|/\t:]")
_BRIEF = 12
_SHORTEST_TOPIC = 2
_PLACE = views.pattern("[\u3400-\u9fff·]{1,10}[市縣州郡町村府道省區鎮]")
_NAME = views.pattern("[\u3400-\u9fff·]{2,8}")
_NONE = frozenset(views.fold(word) for word in ("無", "尚無", "暫無", "沒有"))


# Lines without any mark of a record may be sentences.
_PLAIN = re.compile(r"[^|/:;()\t\d -][^|/:;()\t]*")
# 與札幌市（北海道首府）結為姊妹市，是我的心願。
_SENTENCE = views.pattern(r"\s*[與和跟同][^|/:;\t\n]+。")


class Group(NamedTuple):
    """A record: partners, one kind, the standing of its heads, subject, and span.

    Attributes:
        told_to: where what tells of it ends; a remark may follow.
        places: where its partners are named.
        has_unknown: whether the line names a place nobody knows.
        owner: the city whose agreements the head over it lists, None if it does not tell.
    """

    parties: tuple[Party, ...]
    kind: str
    status: str | None
    topic: str | None
    start: int
    end: int
    told_to: int
    places: tuple[Field, ...] = ()
    has_unknown: bool = False
    owner: str | None = None


class _Run(NamedTuple):
    """Partners and kinds that stand together."""

    places: list[Field]
    kinds: list[Field]
    start: int

    @property
    def parties(self) -> tuple[Party, ...]:
        return tuple(party for field in self.places for party in field.parties)


def grouped(
    doc: DocView, span: tuple[int, int], fields: Sequence[Field], outline: Outline
) -> list[Group]:
    """Return the records of a line below the heads of ``outline``."""
    told = _told(doc.view, fields, outline)
    is_sentence = _SENTENCE.fullmatch(doc.view, *span) is not None
    if not told or is_sentence or (_PLAIN.fullmatch(doc.view, *span) and _is_told_of(doc, fields)):
        return []
    runs = _runs(told)
    is_told = any(field.kinds for field in fields)
    if is_told and not any(run.kinds for run in runs):
        return []  # 共同發表《宣言》: a clause tells it, and no head
    over = outline.kind
    has_unknown = any(_is_unknown_place(doc.view, field) for field in fields)
    # What stands before the first partner or kind is told of it: 2025（暫定） 大分市：姊妹市.
    start = span[0] if fields[0].role == "date" else fields[0].start
    starts = [start, *(run.start for run in runs[1:])]
    found: list[Group] = []
    for run, start, end in zip(runs, starts, [*starts[1:], span[1]], strict=True):
        parties = run.parties or outline.partners
        told_of: dict[str, Field | None] = {k: field for field in run.kinds for k in field.kinds}
        if not told_of and over:
            told_of[over] = None
        found.extend(
            Group(
                parties,
                kind,
                outline.status,
                _topic(doc, field),
                start,
                end,
                told[-1].end,
                tuple(run.places),
                has_unknown,
                outline.owner,
            )
            for kind, field in told_of.items()
        )
    return [group for group in found if group.parties]


def _topic(doc: DocView, field: Field | None) -> str | None:
    """Return the subject before the name of a paper: 觀光 in 觀光合作備忘錄."""
    if field is None or field.topic_end - field.start < _SHORTEST_TOPIC:
        return None
    return doc.text[field.start : field.topic_end].strip("「《〈『之的 ") or None


def _told(view: str, fields: Sequence[Field], outline: Outline) -> list[Field]:
    """Return the fields that tell of partners and kinds, nothing for a line of clauses."""
    if not fields:
        return []
    first = fields[0]
    if first.role == "other" and _is_announcing(view, first) and _is_list(fields):
        fields = fields[1:]  # 本市與下列城市有正式關係：成田市（日本，姊妹市，2016）；…
        first = fields[0]
    if any(view[f.start : f.end] in _NONE for f in fields) and not any(f.kinds for f in fields):
        return []
    is_subject = first.end - first.start <= _BRIEF and _STRONG.match(view, first.end)
    if first.role not in _OPENS and not (is_subject and not _is_clause(view, first)):
        return []
    if len(fields) == 1 and first.parties and first.kinds:
        return []  # 臺南市姊妹市 is a title
    roles = {"place"}
    if not any(field.role == "place" for field in fields):
        bodies = any(field.role == "body" for field in fields)
        roles = {"body" if bodies else "country"}
        unknown = any(_is_unknown_place(view, field) for field in fields)
        unknown = unknown or (outline.kind is not None and is_behind_land(view, fields))
        if not bodies and (unknown or _has_unknown_city(view, fields)):
            return []
    told: list[Field] = []
    has_party = has_kind = False
    for field in fields:
        if field.role == "other" and _is_clause(view, field):
            if view[field.start - 1] == "、" and told and told[-1].end == field.start - 1:
                return []  # 由甲、乙、丙三市共同簽署: a sentence goes on in its list
            break
        if field.role in roles or field.kinds:
            told.append(field)
            has_party = has_party or field.role in roles
            has_kind = has_kind or bool(field.kinds)
    is_whole = (has_party or outline.partners) and (has_kind or (outline.kind and has_party))
    return told if is_whole else []


def may_open(view: str, first: Field) -> bool:
    """Whether a line that begins with this field may be a record: most are sentences."""
    is_brief = first.end - first.start <= _BRIEF and _STRONG.match(view, first.end) is not None
    return first.role in _OPENS or is_brief or _is_announcing(view, first)


def _is_announcing(view: str, field: Field) -> bool:
    return view.startswith(":", field.end)


def _is_list(fields: Sequence[Field]) -> bool:
    """Whether there are several partners, each with what was agreed."""
    places = sum(field.role == "place" for field in fields)
    return places > 1 and sum(bool(field.kinds) for field in fields) >= places


def _is_told_of(doc: DocView, fields: Sequence[Field]) -> bool:
    """Whether words are told of a city, as in a sentence: 大邱這些."""
    others = (field for field in fields if field.role == "other")
    return any(doc.kept_in(field.start, field.end, "CITY") for field in others)


def _is_unknown_place(view: str, field: Field) -> bool:
    is_place = _PLACE.fullmatch(view, field.start, field.end) is not None
    return field.role == "other" and is_place


def _has_unknown_city(view: str, fields: Sequence[Field]) -> bool:
    """Whether a name nobody knows stands behind a country, before what was agreed: 德國：班貝格."""
    return any(
        land.role == "country"
        and name.role == "other"
        and kind.kinds
        and _NAME.fullmatch(view, name.start, name.end)
        for land, name, kind in zip(fields, fields[1:], fields[2:], strict=False)
    )


def is_behind_land(view: str, fields: Sequence[Field]) -> bool:
    """Whether a line is made of a country and a name nobody knows: 日本：伊勢原."""
    roles = [field.role for field in fields]
    is_name = roles == ["country", "other"] and _NAME.fullmatch(view, *fields[1][:2]) is not None
    return is_name and view[fields[1].start : fields[1].end] not in _NONE


def _is_clause(view: str, field: Field) -> bool:
    is_long = field.end - field.start > _LONG
    return is_long or _CLAUSE.search(view, field.start, field.end) is not None


def _runs(told: Sequence[Field]) -> list[_Run]:
    """Return the runs of partners and kinds, each beginning with what the line begins with."""
    leads_with_kind = told[0].role == "kind"
    runs: list[_Run] = []
    for field in told:
        run = runs[-1] if runs else None
        if field.role == "kind":
            is_new = run is None or (leads_with_kind and bool(run.places))
        else:
            is_new = run is None or (not leads_with_kind and bool(run.kinds))
        if run is None or is_new:
            run = _Run([], [], field.start)
            runs.append(run)
        if field.role != "kind":
            run.places.append(field)
        if field.kinds:
            run.kinds.append(field)
    return runs

"""Which kinds of agreement a row of a register tells, and by which cell.

Contract: the relation decides, then the name of a document, the head over the row, the title of
the register; a row may tell several (姊妹市；觀光備忘錄), and columns may be headed by kinds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.contract import Segment
from pipeline.language import views
from pipeline.relations.agreements.heads import MEETING, headed_kind, is_in_cell, kinds_told
from pipeline.relations.agreements.legend import kind_of_sign
from pipeline.relations.agreements.standing import StatusWords
from pipeline.relations.surroundings import Surroundings

Cells = Mapping[str, Sequence[Segment]]

_REGISTER = views.pattern(
    "一覽|名冊|清冊|清單|列表|名錄|名單|表$|彙整|現況|概況|情形|資料|統計|附件|附表"
)
# What may stand behind the name of a document in its cell.
_PAPER = views.fold(" \t\n)」》書件本份")
# The first words of a remark, if they stand apart.
_LEAD = re.compile(r"\s*([^;:,。、()\n]{2,16})(?=[;:,。、(\n]|\s*$)")
_EMPTY = frozenset(("", *"─-—–/×✕✖✗✘xX無无否"))
_NONE = tuple(views.fold(word) for word in ("無", "尚無", "沒有", "none", "None"))
_FILE_KINDS = {
    "mou": "mou",
    "memorand": "mou",
    "sister": "sister_city",
    "friendship": "sister_city",
}
# Between several relations in one cell.
_AND = views.pattern(r"[、;,/+\n]|及|與|和|暨")
# Between what a cell tells of one city and of another: 無任何協定；2006年與卑爾根簽的備忘錄
_PIECE = re.compile(r"[;。\n]")
# 與本市無任何協議, 尚未締結姊妹市: what stands before the word for what there is not.
_NOT_ANY = views.pattern(
    "(?:[並尚還]?[無未]|沒有?)(?:任何|正式|其他|再|曾)?(?:簽[署訂]?|締結|建立)?(?:任何|正式|其他)?[^,。;、\\d年簽締結續]{0,5}$"
)
_BRACKETED = re.compile(r"\([^()]*\)")
# A cell that says when, or that, a column's kind was agreed: 1966, 民國57年, 2018(觀光), ✓ 2021
_MARKED = views.pattern(
    r"(?:[✓✔√☑○●◎VvYy有是]\s?\(?)?(?:民國)?\s?\d[^,。;]{0,20}|[✓✔√☑○●◎VvYy有是]"
)


class Told(NamedTuple):
    """A kind, and the cell of a column of its own that dates it or names the partners.

    ``remark`` is the cell under any header that ends with its name.
    """

    kind: str
    cell: Segment | None = None
    has_partners: bool = False
    remark: Segment | None = None


@dataclass(frozen=True, slots=True)
class Kinds:
    """Reads the kinds of the rows of a document.

    Args:
        around: the document.
        pattern, kinds: find a word for an agreement, and what it names.
        statuses: cues of standing.
        legend: kinds that signs stand for.
        home: the city whose ties are told, or None.
    """

    around: Surroundings
    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    statuses: StatusWords
    legend: Mapping[str, str]
    home: str | None = None

    def titled(self) -> str | None:
        """Return the kind that the title of a register names (國際合作備忘錄一覽), or its file."""
        document = self.around.doc.document
        stem = PurePosixPath(document.source_path).stem
        for name in (document.title, stem):
            title = views.fold(name or "")
            if not title or MEETING.search(title):
                continue
            found = self.pattern.search(title)
            if found and (_REGISTER.search(title) or document.kind == "register"):
                return self.kinds[found[0]]
        if document.kind != "register":
            return None
        return next((kind for word, kind in _FILE_KINDS.items() if word in stem.casefold()), None)

    def headed(self) -> dict[str, str | None]:
        """Return for each row the kind named by the head over it: a line, or a row of one cell."""
        doc = self.around.doc
        found: dict[str, str | None] = {}
        kind: str | None = None
        for segment in doc.of_kind("title", "heading", "paragraph", "table_row"):
            is_row = segment.kind == "table_row"
            if segment.kind == "paragraph" and is_in_cell(doc, segment):
                continue
            filled = [c for c in doc.children(segment) if c.text.strip()] if is_row else [segment]
            named = None
            if len(filled) == 1:
                text = doc.view[filled[0].start : filled[0].end].strip()
                named = headed_kind(text, self.pattern, self.kinds)
            kind = named if named or segment.kind in ("title", "heading") else kind
            if is_row:
                found[segment.segment_id] = kind
        return found

    def of_row(self, cells: Cells, over: str | None) -> list[Told]:
        """Return the kinds a row tells; ``over`` is that of its head or of the register's title."""
        columns = self._of_columns(cells)
        if columns is not None:
            return columns
        relations = self._relations(cells)
        named = any(self._of_relation(cell) for cell in relations)
        partners = [] if named else self._of_partners(cells)
        if partners:
            return partners
        is_other = False
        for cell in relations:
            told = self._of_relation(cell)
            if told:
                return [Told(kind) for kind in told]
            text = self.around.doc.view[cell.start : cell.end].strip(" \t\n()")
            if text.startswith(_NONE) or (text and text in _EMPTY):
                return []
            is_day = cell in cells.get("date", ())
            is_other = is_other or not (is_day or text in _EMPTY or self.statuses.find(text))
        if is_other and not over:
            return []
        ending = None if is_other else self._ending(cells)
        if ending is not None:
            return [ending]
        kind = None if is_other else self._named(cells)
        if kind is None and (not is_other or self._is_valid(cells)):
            kind = over
        return [Told(kind)] if kind else []

    def _relations(self, cells: Cells) -> list[Segment]:
        """Return the cells of relations, and of days that name what was agreed."""
        found = list(cells.get("relation", ()))
        for cell in cells.get("date", ()):
            header = views.fold(cell.header or "")
            if self.pattern.search(header) or self._of_relation(cell):
                found.append(cell)
        return found

    def _of_columns(self, cells: Cells) -> list[Told] | None:
        """Return the kinds of columns headed 姊妹市, 備忘錄 that hold dates or ticks."""
        found = []
        is_wide = False
        for cell in (cell for group in cells.values() for cell in group):
            kind = headed_kind(views.fold(cell.header or ""), self.pattern, self.kinds)
            text = self.around.doc.view[cell.start : cell.end].strip()
            if kind is None or not (text in _EMPTY or _MARKED.fullmatch(text)):
                continue
            is_wide = is_wide or text != ""
            if text not in _EMPTY:
                found.append(Told(kind, cell))
        return found if is_wide else None

    def _of_partners(self, cells: Cells) -> list[Told]:
        """Return the columns headed 姊妹市 that list those of the city of the row."""
        found, has_own = [], False
        for cell in cells.get("city", ()):
            kind = headed_kind(views.fold(cell.header or ""), self.pattern, self.kinds)
            if self.around.doc.kept_in(cell.start, cell.end, "CITY"):
                has_own = has_own or kind is None
                found.extend([Told(kind, cell, has_partners=True)] if kind else [])
        return found if has_own else []

    def _of_relation(self, cell: Segment) -> list[str]:
        """Return the kinds of a cell of relations, each once."""
        view = self._of_home(cell)
        sign = kind_of_sign(view.strip(), self.legend)
        if sign is not None:
            return [sign]
        for text in (_BRACKETED.sub("", view), view):
            pieces = [kinds_told(piece, self.pattern, self.kinds) for piece in _AND.split(text)]
            found = list(dict.fromkeys(piece[-1] for piece in pieces if piece))
            if found:
                return found
        return []

    def _of_home(self, cell: Segment) -> str:
        """Return what a cell tells, but for the ties there are not and those with a third city."""
        doc = self.around.doc
        view = doc.view[cell.start : cell.end]
        if self.home is None or cell.header is None:
            return view
        told, low = [], cell.start
        for mark in (*_PIECE.finditer(doc.view, cell.start, cell.end), None):
            end = mark.start() if mark else cell.end
            named = doc.kept_in(low, end, "CITY")
            if not named or any(city.entity_id == self.home for city in named):
                words = self.pattern.finditer(doc.view, low, end)
                none = [word for word in words if _NOT_ANY.search(doc.view, low, word.start())]
                told.append(doc.view[none[-1].end() if none else low : end])
            low = mark.end() if mark else end
        return ";".join(told)

    def _ending(self, cells: Cells) -> Told | None:
        """Return the kind of the document that a cell ends with."""
        for cell in (*cells.get("topic", ()), *cells.get("other", ())):
            text = _BRACKETED.sub("", self.around.doc.view[cell.start : cell.end])
            words = list(self.pattern.finditer(text))
            if words and not text[words[-1].end() :].strip(_PAPER):
                kind = kinds_told(text, self.pattern, self.kinds)[-1]
                return Told(kind, remark=cell if cell in cells.get("other", ()) else None)
        return None

    def _named(self, cells: Cells) -> str | None:
        """Return the kind that a header or a remark names."""
        view = self.around.doc.view
        if "content" in cells and "date" not in cells:
            return None
        remarks = [
            view[c.start : c.end] for role in ("remark", "content") for c in cells.get(role, ())
        ]
        for remark in remarks:
            lead = _LEAD.match(remark)  # 友好交流協定；每年互換節目
            words = list(self.pattern.finditer(lead[1])) if lead else []
            if lead and words and words[-1].end() == len(lead[1]):
                return kinds_told(lead[1], self.pattern, self.kinds)[-1]
        told = [kind for remark in remarks for kind in kinds_told(remark, self.pattern, self.kinds)]
        if told and self.around.is_register and cells.get("relation"):
            return told[0]
        headers = [views.fold(cell.header or "") for cell in cells.get("city", ())]
        told = [kind for header in headers for kind in kinds_told(header, self.pattern, self.kinds)]
        return told[-1] if told else None

    def _is_valid(self, cells: Cells) -> bool:
        """Whether the relation tells only a standing (有效), so that the title's kind holds."""
        text = self.around.doc.view
        told = [text[c.start : c.end].strip().casefold() for c in cells.get("relation", ())]
        return any(word in {"有效", "生效", "active", "valid", "效期内", "生效中"} for word in told)

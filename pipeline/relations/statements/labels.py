"""Whom the labels of turns mean that hold no whole name: 主席, 市長, 林局長, 連, 答, Q.

Contract: reads the lines above the first turn and the roles of the document; None where they do
not tell it.
"""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.contract import Mention, Segment
from pipeline.language import columns, views
from pipeline.language.foreign_names import is_sound
from pipeline.language.lexemes import is_han
from pipeline.language.seats import seat
from pipeline.relations.neighbours import Neighbours
from pipeline.relations.statements.interviews import find_interviewee, find_interviewer
from pipeline.relations.statements.legends import first_person
from pipeline.relations.statements.speakers import is_civic

# Words at the end of a label that tell who asks and who answers; 顧問, 訪問 and 學問 are none.
ASKING = "(?<![顧訪學慰答])[提詢追發]?問"
ANSWERING = "回?答|答[覆復問]|回[覆復]"
_ASKS = views.pattern("(?:記者|本刊|本報|編輯|編)?問?|(?:採訪|訪問|訪談|提問)[者人]|[Qq]\\d{0,2}")
_ANSWERS = views.pattern(rf"(?:{ANSWERING}|答案|受訪者|受訪人|[Aa]\d{{0,2}})\Z")
_NOTE = re.compile(r"[(][^()\n]{4,80}[)](?=\s*\Z)")
# 主計處|曾處長
_OFFICE = views.pattern("[^ ]{1,12}?[局處部會所署院室科課組府]")
_BETWEEN = re.compile("[ /\u3000]+")
_BRACKET = re.compile("[(][^()]*[)]")
# 主持人 is told as 主持：吳思霈.
_ONE_WHO = re.compile("[人者]\\Z")
_FOUND_WITHIN = 40
_LONGEST_FAMILY = 4
_SHORTEST_WORD = 2
# What letters for a part one plays, and no name: the host of an event.
_NO_INITIALS = frozenset(("MC", "PR", "QA", "HR", "AI", "QQ", "IT", "TV"))
# 王大明(以下簡稱W), A=林局長: keys of short labels.
_SHORT_FOR = views.simplify("[(](?:以下|下文?)?(?:簡稱|略稱|稱|作)[為作]?[「『]?{}[」』]?[)]")
_STANDS_FOR = r"(?<![^\s:;,、(（「]){}[」』]?[ ]?=[ ]?"
# （以下 W 為副縣長翁嘉佑，S 為 Sheena Drever）
_IS = r"(?<![^\s:;,、(「下中]){}[」』]?[ ]?(?:=|为|是|即|指|代表)[ ]?"
_KEY_ENDS = re.compile(r"[;\n=]")
_LATIN = re.compile("[A-Z][^ .-]*")
_LONGEST_KEY = 4
# As much of a place is told again.
_PLACE_SIGNS = 2


class Labels:
    """People whom labels without a name mean, as the lines above the first turn tell.

    Args:
        near: the document, with its roles.
    """

    def __init__(self, near: Neighbours) -> None:
        self._near, self._doc = near, near.doc
        turns = near.doc.of_kind("turn")
        self._end = turns[0].start if turns else 0
        self._people = near.doc.kept_in(0, self._end, "PERSON")
        self._names: dict[str, Mention] = {}
        self._whole: dict[str, Mention] = {}
        for mention in near.doc.of_label("PERSON"):
            name = near.doc.view[mention.start : mention.end]
            self._names.setdefault(name, mention)
            if mention.form == "name":
                self._whole.setdefault(name, mention)
        self._found: dict[str, Mention | None] = {}

    @cached_property
    def _asked(self) -> Mention | None:
        return find_interviewee(self._near, self._end)

    def person(self, label: str, before: Segment | None = None) -> Mention | None:
        """Return whom a label means: 主席, 市長 or a part of a name; None if that is not told.

        Args:
            label: the label of a turn.
            before: the turn before, which may call up who speaks.
        """
        if label not in self._found:
            plain = _BRACKET.sub("", label).strip()
            found = (
                self._called(plain)
                or self._shortened(label)
                or self._word_of(plain)
                or self._keyed(plain)
                or self._seated(plain)
                or self._holder(plain)
                or self._interviewee(plain)
                or self._interviewer(plain)
                or self._after(plain)
                or self._at_foot(plain)
            )
            self._found[label] = found
        return self._found[label] or self._called_up(label, before)

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
            for name, m in self._whole.items()
            if len(name) > len(short)
            and (name.startswith(short) or (len(short) == 2 and name.endswith(short)))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _word_of(self, label: str) -> Mention | None:
        """Return whose name alone has the label as a word: Ng or NG of Ng Wei Jie."""
        word = label.casefold()
        is_word = len(label) >= _SHORTEST_WORD and label.replace("-", "").isalpha()
        if not is_word or any(map(is_han, label)):
            return None
        found = {
            m.entity_id: m for name, m in self._whole.items() if word in name.casefold().split()
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _keyed(self, label: str) -> Mention | None:
        """Return whom a key gives a short label to: A＝林局長, 王大明（以下簡稱W）; or initials."""
        if not 0 < len(label) <= _LONGEST_KEY or not label.isalnum():
            return None
        view, key = self._doc.view, re.escape(label)
        for told in re.finditer(_SHORT_FOR.format(key), view):
            line = view.rfind("\n", 0, told.start()) + 1
            before = self._doc.kept_in(
                max(line, told.start() - _FOUND_WITHIN), told.start(), "PERSON"
            )
            if before:
                return before[-1]
        keys = [*re.finditer(_STANDS_FOR.format(key), view)]
        keys += re.finditer(_IS.format(key), view[: self._end]) if label.isascii() else ()
        for told in keys:
            person = first_person(self._near, told.end(), told.end() + _FOUND_WITHIN)
            stop = _KEY_ENDS.search(view, told.end())
            if person is not None and (stop is None or person.end <= stop.start()):
                return person
        return self._of_initials(label)

    def _seated(self, label: str) -> Mention | None:
        """Return who alone is told above to hold an office of the city of a label: 台南席."""
        city = self._cities.get(seat(label) or label)
        if city is None:
            return None
        found: dict[str | None, Mention] = {}
        civic = set[str | None]()
        for mention in self._people:
            for role in self._near.held.get(mention.entity_id or "", ()):
                if role.city_id == city and role.start < self._end:
                    found.setdefault(mention.entity_id, mention)
                    civic.update((mention.entity_id,) if is_civic(role) else ())
        # A professor of a university there may ask the questions.
        theirs = [found[person] for person in found if person in civic or not civic]
        return theirs[0] if len(theirs) == 1 else None

    @cached_property
    def _cities(self) -> dict[str, str | None]:
        """By their names as printed the cities the document tells of."""
        view = self._doc.view
        return {view[m.start : m.end]: m.entity_id for m in self._doc.of_label("CITY")}

    def _of_initials(self, label: str) -> Mention | None:
        """Return who alone of those named above has these initials: SW of Saskia de Wit."""
        if (
            len(label) < _SHORTEST_WORD
            or label in _NO_INITIALS
            or not (label.isascii() and label.isupper())
        ):
            return None
        found = {
            m.entity_id: m
            for m in self._people
            if label == "".join(w[0] for w in _LATIN.findall(self._doc.view[m.start : m.end]))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _holder(self, label: str) -> Mention | None:
        """Return who alone bears the office a label is, a place before it or not: 萬象副市長."""
        view = self._doc.view
        found: dict[str | None, Mention] = {}
        for at in range(len(label)):
            place = label[:at][:_PLACE_SIGNS]
            for mention, low in self._bearers.get(label[at:], ()):
                if view.find(place, low, mention.start) >= 0:
                    found.setdefault(mention.entity_id, mention)
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _bearers(self) -> dict[str, list[tuple[Mention, int]]]:
        """By their titles the people above the first turn, with where their entries begin."""
        view = self._doc.view
        found: dict[str, list[tuple[Mention, int]]] = {}
        for mention in self._people:
            roles = self._near.held.get(mention.entity_id or "", ())
            titles = {views.fold(role.title) for role in roles if role.start < self._end}
            if titles:
                low = max(view.rfind(mark, 0, mention.start) for mark in ";、\n") + 1
                for title in titles:
                    found.setdefault(title, []).append((mention, low))
        return found

    def _called_up(self, label: str, before: Segment | None) -> Mention | None:
        """Return whom the turn before calls up by another spelling: Фаррух Назаров, then 法鲁赫."""
        is_foreign = len(label) > 1 and all(is_sound(sign) or sign == "·" for sign in label[1:])
        if before is None or not is_foreign or label in self._names:
            return None
        named = self._doc.kept_in(before.start, before.end, "PERSON")
        last = named[-1] if named else None
        return last if last and last.form == "name" and not is_han(last.text[0]) else None

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
        found_at = next((m for m in self._people if at <= m.end and m.start < limit), None)
        # 副市長習永安、創新長 Ximena Robledo: the next entry tells of another.
        is_next = found_at and view.find("、", at + len(label), found_at.start) >= 0
        return None if is_next else found_at

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
        """Return whom an interview is with, for 答 or the office: 市長."""
        asked = self._asked
        held = self._near.held.get(asked.entity_id or "", ()) if asked else ()
        is_office = any(views.fold(role.title) == label for role in held)
        return asked if is_office or _ANSWERS.match(label) else None

"""Build canonical text together with its source map.

Contract: law 7. Every character of the decoded source is in exactly one run; every character of
the text comes from a copied, replaced or inserted run.  `Builder.finish` checks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.readers.clean import UNFOLDED, Clean, plain_spaces


class Atom(NamedTuple):
    """One step of building: clean ``start..end`` became ``text`` by ``rule``."""

    op: str
    start: int
    end: int
    text: str
    rule: str


class Run(NamedTuple):
    """One run of the source map; offsets are None where the contract says null."""

    op: str
    start: int | None
    end: int | None
    source_start: int | None
    source_end: int | None
    rule: str


@dataclass(slots=True)
class Block:
    """A structural segment; ``parent`` is an index into the list of blocks."""

    kind: str
    start: int
    end: int = 0
    parent: int | None = None
    label: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    header: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something doubtful a reader met, at ``start..end`` of the canonical text."""

    code: str
    message: str
    advice: str
    start: int | None = None
    end: int | None = None
    place: str | None = None
    level: str = "warning"


@dataclass(slots=True)
class Draft:
    """Canonical text under construction, as atoms over clean text."""

    clean: Clean
    atoms: list[Atom] = field(default_factory=list)
    length: int = 0

    def copy(self, start: int, end: int) -> None:
        """Take clean ``start..end`` as it is."""
        if start < end:
            self._add(Atom("copied", start, end, self.clean.text[start:end], "copy"))

    def drop(self, start: int, end: int, rule: str) -> None:
        """Leave clean ``start..end`` out."""
        if start < end:
            self._add(Atom("dropped", start, end, "", rule))

    def replace(self, start: int, end: int, text: str, rule: str) -> None:
        """Put ``text`` for clean ``start..end``."""
        self._add(Atom("replaced", start, end, text, rule))

    def insert(self, text: str, rule: str) -> None:
        """Put ``text`` where the source has nothing."""
        self._add(Atom("inserted", 0, 0, text, rule))

    def extend(self, atoms: Iterable[Atom]) -> None:
        """Append finished steps."""
        for atom in atoms:
            self._add(atom)

    def _add(self, atom: Atom) -> None:
        if atom.op == "dropped" and atom.start == atom.end:
            return
        if atom.op == "copied":
            self.atoms += _with_plain_spaces(atom)
        else:
            self.atoms.append(atom._replace(text=plain_spaces(atom.text)))
        self.length += len(atom.text)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(atom.text for atom in self.atoms)

    def with_breaks(self, offsets: Iterable[int], rule: str) -> Draft:
        """Return a draft in which a new line begins at each offset (ascending) of the text.

        Spaces before the offset become the line end; without any, a line end is inserted.
        """
        result = Draft(self.clean)
        waiting = list(offsets)[::-1]
        position = 0
        for atom in self.atoms:
            end = position + len(atom.text)
            while atom.text and waiting and waiting[-1] <= position:
                if waiting.pop() == position and not _ends_line(result):
                    _break_before(result, rule)
            low = atom.start
            while atom.op == "copied" and waiting and waiting[-1] < end:
                cut = atom.start + waiting.pop() - position
                _line_break(result, low, cut, rule)
                low = cut
            if low == atom.start:
                result._add(atom)
            else:
                result.copy(low, atom.end)
            position = end
        return result

    def with_joins(self, glues: Mapping[int, str]) -> Draft:
        """Return a draft in which the line ends at some offsets of the text became their glue."""
        result = Draft(self.clean)
        waiting = sorted(glues, reverse=True)
        position = 0
        for atom in self.atoms:
            end = position + len(atom.text)
            low = atom.start
            while atom.text and waiting and waiting[-1] < end:
                at = waiting.pop()
                cut = atom.start + at - position if atom.op == "copied" else low
                result.copy(low, cut)
                low = cut + 1 if atom.op == "copied" else atom.end
                _join(result, cut, low, glues[at])
            if low == atom.start and not (atom.text and end - 1 in glues):
                result._add(atom)
            elif atom.op == "copied":
                result.copy(low, atom.end)
            position = end
        return result

    def finish(self) -> tuple[str, list[Run]]:
        """Return the text and its source map; ValueError if the account does not add up."""
        used = sorted(
            (a.start, a.end) for a in self.atoms if a.op != "inserted" and a.end > a.start
        )
        position = 0
        for start, end in used:
            if start != position:
                raise ValueError(f"clean characters {position}..{start} have no single run")
            position = end
        if position != len(self.clean.text):
            raise ValueError(f"clean characters from {position} have no run")
        return self.text, list(_merged(_runs(self.clean, self.atoms)))


def _with_plain_spaces(atom: Atom) -> Iterator[Atom]:
    """Split a copied atom at spaces that look like a plain one, which become one."""
    low = 0
    while (at := atom.text.find(UNFOLDED, low)) >= 0:
        if low < at:
            yield _piece(atom, low, at)
        start = atom.start + at
        yield Atom("replaced", start, start + 1, " ", "space")
        low = at + 1
    if low == 0:
        yield atom
    elif low < len(atom.text):
        yield _piece(atom, low, len(atom.text))


def _piece(atom: Atom, low: int, high: int) -> Atom:
    return Atom("copied", atom.start + low, atom.start + high, atom.text[low:high], atom.rule)


def _join(result: Draft, start: int, end: int, glue: str) -> None:
    """Put what joins two lines for the line end ``start..end``, which is empty if inserted."""
    if not glue:
        result.drop(start, end, "line_wrap")
    elif start < end:
        result.replace(start, end, glue, "line_join")
    else:
        result.insert(glue, "line_join")


def _line_break(result: Draft, start: int, end: int, rule: str) -> None:
    """Copy clean ``start..end``, its last spaces made one line end."""
    head = result.clean.text[start:end]
    kept = len(head.rstrip(" \t\u3000\u00a0"))
    result.copy(start, start + kept)
    if head[:kept].endswith("\n"):
        result.copy(start + kept, end)
    elif kept < len(head):
        result.replace(start + kept, end, "\n", rule)
    else:
        result.insert("\n", rule)


def _ends_line(result: Draft) -> bool:
    for atom in reversed(result.atoms):
        if atom.text:
            return atom.text.endswith("\n")
    return True


def _break_before(result: Draft, rule: str) -> None:
    """End the line after what was added last, using its spaces if it has any."""
    for index in range(len(result.atoms) - 1, -1, -1):
        atom = result.atoms[index]
        if not atom.text:
            continue
        if atom.op == "copied" and atom.text[-1] in " \t\u3000\u00a0":
            tail = result.atoms[index + 1 :]
            del result.atoms[index:]
            result.length -= len(atom.text)
            _line_break(result, atom.start, atom.end, rule)
            result.atoms.extend(tail)
            return
        break
    result.insert("\n", rule)


def _runs(clean: Clean, atoms: Iterable[Atom]) -> Iterator[Run]:
    at = 0
    for atom in atoms:
        end = at + len(atom.text)
        if atom.op == "inserted":
            yield Run("inserted", at, end, None, None, atom.rule)
        elif atom.op == "copied":
            yield from _copied(clean, atom, at)
        else:
            low, high = clean.source_start(atom.start), clean.source_start(atom.end)
            if atom.op == "dropped":
                yield Run("dropped", None, None, low, high, atom.rule)
            else:
                yield Run("replaced", at, end, low, high, atom.rule)
        at = end


def _copied(clean: Clean, atom: Atom, at: int) -> Iterator[Run]:
    """Split a copied atom at the edits of the clean view."""
    low, high = clean.source_start(atom.start), clean.source_start(atom.end)
    for edit in clean.edits_in(atom.start, atom.end):
        if low < edit.start:
            yield Run("copied", at, at + edit.start - low, low, edit.start, "copy")
            at += edit.start - low
        if edit.text:
            yield Run("replaced", at, at + 1, edit.start, edit.end, edit.rule)
            at += 1
        else:
            yield Run("dropped", None, None, edit.start, edit.end, edit.rule)
        low = edit.end
    if low < high:
        yield Run("copied", at, at + high - low, low, high, "copy")


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours of the same kind that touch in the source and in the text."""
    last: Run | None = None
    for run in runs:
        if (
            last is not None
            and last.op == run.op
            and run.op in ("copied", "dropped")
            and (last.rule, last.end, last.source_end) == (run.rule, run.start, run.source_start)
        ):
            last = Run(last.op, last.start, run.end, last.source_start, run.source_end, last.rule)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last

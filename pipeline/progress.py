"""What a run says: reasons, a progress bar on a terminal, and the summary at the end.

Contract: lines go to the given function; the bar goes to standard error, and only to a terminal.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pipeline.planning.plan import Plan

Say = Callable[[str], None]
_FEW = 10
_WIDTH = 30


def printable(line: str) -> str:
    r"""Return a line as a terminal may show it: control and bidi characters as escapes.

    >>> printable("raw/a\x1b[31m.txt")
    'raw/a\\x1b[31m.txt'
    """
    if line.isprintable():
        return line
    return "".join(
        c if c.isprintable() or c in "\u3000\u00a0" else c.encode("unicode_escape").decode()
        for c in line
    )


def tell(line: str) -> None:
    """Print a line of the report; names of files cannot play tricks on the terminal."""
    print(printable(line))


def say_plan(plan: Plan, say: Say, *, explain: bool) -> None:
    """Say what is done and why, document by document while they are few."""
    for note in plan.notes:
        say(note)
    lines = [*_lines(plan)]
    if explain or len(lines) <= _FEW:
        for name, reason in lines:
            say(f"{name}: {reason}")
        return
    for reason, count in Counter(_class(reason) for _, reason in lines).most_common():
        say(f"{count:,} documents: {reason}")
    say("(--explain lists them)")


def _lines(plan: Plan) -> list[tuple[str, str]]:
    reasons = dict(plan.reasons)
    for name, old in plan.renamed.items():
        more = f"; {reasons[name]}" if name in reasons else ""
        reasons[name] = f"renamed from {old}{more}"
    reasons.update(plan.removed)
    return sorted(reasons.items())


def _class(reason: str) -> str:
    return reason.partition(" from ")[0] if reason.startswith("renamed") else reason


def count(number: int, noun: str) -> str:
    """Return number and noun, as ``1 document`` or ``2,000 documents``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


class Bar:
    """A progress bar on standard error, silent unless that is a terminal.

    Args:
        total: number of documents.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self._is_shown = total > 0 and sys.stderr.isatty()
        self.advance(0)

    def advance(self, count: int) -> None:
        """Count documents as done."""
        self.done += count
        if self._is_shown:
            filled = _WIDTH * self.done // self.total
            bar = "#" * filled + "." * (_WIDTH - filled)
            sys.stderr.write(f"\r[{bar}] {self.done:,} of {self.total:,} documents")
            sys.stderr.flush()

    def close(self) -> None:
        """Erase the bar."""
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def say_rows(counts: Mapping[str, int], say: Say) -> None:
    """Say how many rows each table has."""
    width = max(len(name) for name in counts)
    for name, count in counts.items():
        say(f"  {name:<{width}} {count:>9,}")


def say_diagnostics(found: Sequence[tuple[str, str]], say: Say) -> None:
    """Say how many diagnostics of each level there are, and the first of them.

    Args:
        found: (level, line) of each.
    """
    levels = Counter(level for level, _ in found)
    if not levels:
        say("no diagnostics")
        return
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = sorted(levels, key=lambda level: order[level])
    say("diagnostics: " + ", ".join(f"{levels[level]:,} {level}" for level in ranked))
    shown = sorted((f for f in found if f[0] != "info"), key=lambda f: (order[f[0]], f[1]))
    for level, line in shown[:_FEW]:
        say(f"  {level}: {line}")
    if len(shown) > _FEW:
        say(f"  and {len(shown) - _FEW:,} more in the table diagnostics")

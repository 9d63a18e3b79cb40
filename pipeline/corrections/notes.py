"""What is told of corrections, as rows of `diagnostics`.

Contract: a line that fits nothing is a warning that says what stands there now; one that was
applied is an info with the old and the new value.
"""

from __future__ import annotations

from typing import Any

from pipeline.contract import Diagnostic, Document
from pipeline.corrections.entries import Correction
from pipeline.ids import make_id
from pipeline.planning.versions import OVERRIDES


def note_unmatched(entry: Correction, document: Document | None, reason: str) -> Diagnostic:
    """Return the warning of a line that changed nothing."""
    where = f" at {entry.start}" if entry.start is not None else ""
    expected = f"expected {entry.text!r}{where}" if entry.text else "expected the document"
    message = f"{entry.table}.{entry.column} is not corrected: {expected}; {reason}"
    advice = "bring the line up to date or delete it"
    return _note(entry, document, "warning", "override_unmatched", message, advice)


def note_applied(entry: Correction, document: Document | None, old: Any, new: Any) -> Diagnostic:
    """Return the note of a line that was applied, or that was right already."""
    reason = f": {entry.reason}" if entry.reason else ""
    if old == new:
        message = f"{entry.table}.{entry.column} of {entry.text!r} is {new!r} already{reason}"
        return _note(entry, document, "info", "override_not_needed", message, "delete the line")
    message = f"{entry.table}.{entry.column} of {entry.text!r} is {new!r} by hand, was {old!r}"
    return _note(entry, document, "info", "overridden", message + reason, "")


def note_missing(entry: Correction, nearest: str) -> Diagnostic:
    """Return the warning of a line whose document is not there."""
    more = f", but there is {nearest!r}" if nearest else ""
    message = f"{entry.table}.{entry.column} is not corrected: no document {entry.document_id!r}"
    return _note(
        entry, None, "warning", "override_unmatched", message + more, "correct or delete the line"
    )


def _note(
    entry: Correction, document: Document | None, level: str, code: str, message: str, advice: str
) -> Diagnostic:
    has_span = document is not None and entry.start is not None
    end = (entry.start or 0) + len(entry.text)
    is_inside = has_span and document is not None and end <= document.n_chars
    return Diagnostic(
        diagnostic_id=make_id("diagnostic", OVERRIDES, entry.line, entry.document_id, message),
        source_path=document.source_path if document else None,
        document_id=document.document_id if document else None,
        stage="overrides",
        level=level,
        code=code,
        start=entry.start if is_inside else None,
        end=end if is_inside else None,
        place=f"config/{OVERRIDES}:{entry.line}",
        message=message,
        advice=advice or None,
    )

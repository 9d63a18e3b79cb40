"""A file left out or doubtful, before it is a row of `diagnostics`.

Contract: `as_row` gives the same row, with the same id, wherever it is called.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from pipeline.contract import Diagnostic
from pipeline.ids import make_id


@dataclass(frozen=True, slots=True)
class Problem:
    """Something noticed outside the stages.

    Attributes:
        path: the file, below the raw folder.
        level: ``error`` when the file gives no document, else ``warning``.
        code: class of the problem.
        message: what was found and what was expected.
        advice: what to do.
        stage: who noticed it.
    """

    path: str
    level: str
    code: str
    message: str
    advice: str
    stage: str = "plan"

    def at(self, path: str) -> Problem:
        """Return the same problem of another file."""
        return dataclasses.replace(self, path=path)

    def as_row(self) -> Diagnostic:
        """Return the row of `diagnostics`."""
        # An undecodable file name must not break the table that reports it.
        path = self.path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return Diagnostic(
            diagnostic_id=make_id("diagnostic", self.path, self.stage, self.code, self.message),
            source_path=path,
            document_id=None,
            stage=self.stage,
            level=self.level,
            code=self.code,
            start=None,
            end=None,
            place=path,
            message=self.message,
            advice=self.advice or None,
        )

"""Errors a user can act on: each names the place, what was expected and what to do.

Contract: every error here survives pickling, so that a worker process can raise it.
"""

from __future__ import annotations


class SummitError(Exception):
    """Base of all errors shown as one line, without a traceback.

    Args:
        place: where it happened, such as ``raw/2024.csv:12`` or ``config/pipeline.toml: workers``.
        message: what was found and what was expected.
        advice: what the user can do about it.
    """

    exit_code = 1

    def __init__(self, place: str, message: str, advice: str = "") -> None:
        super().__init__(place, message, advice)
        self.place = place
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" + (f" ({self.advice})" if self.advice else "")


class UsageError(SummitError):
    """A command line or a call that cannot be understood."""

    exit_code = 2


class ConfigError(SummitError):
    """A setting or a lexicon line that is missing, misspelt or of the wrong type."""


class InputError(SummitError):
    """A source file that cannot be read; the run goes on with the others."""


class ContractError(SummitError):
    """A table that breaks its schema or one of the laws; nothing is published."""


class OutputError(SummitError):
    """An output folder that cannot be written, or holds no tables yet."""

"""Read one numeral, and numbers in a text.

Contract: `parse` takes any string and never raises; None means it is not one numeral.
"""

from __future__ import annotations

from pipeline.language.numerals import parse

__all__ = ["parse"]

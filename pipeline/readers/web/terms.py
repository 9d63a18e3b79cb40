"""Tell the terms of a definition list (dt) that name the value behind them (dd).

Contract: a term is such a name if it is short and no sentence: 城市 before 臺北市, no question.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readers import marks
from pipeline.readers.web.text import WebText
from pipeline.readers.web.tokens import Token

_LONGEST = 20
# What may open a value without ending the line of its name.
_WRAPS = ("dd", "div", "p")


@dataclass(slots=True)
class Term:
    """Follows the tags of definition lists; ``is_open`` while the text is that of a term."""

    is_open: bool = False

    def ends(self, token: Token, text: WebText) -> bool:
        """Tell whether a tag ends a term that names what follows it."""
        if token.name not in ("dt", "dd"):
            return False
        is_end = self.is_open and token.kind == ("close" if token.name == "dt" else "open")
        self.is_open = token.name == "dt" and token.kind == "open"
        said = text.plain.strip() if is_end else ""
        return 0 < len(said) <= _LONGEST and "\n" not in said and not marks.is_ended(said)

    def awaits(self, token: Token, text: WebText) -> bool:
        """Tell whether a tag only opens the value of the name before it."""
        return token.kind == "open" and token.name in _WRAPS and text.is_label

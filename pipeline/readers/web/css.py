"""Read elements that only look like a table as one: those that CSS or ARIA make rows and cells.

Contract: gives every token back in order, some under the name of the part of a table they stand
for; linear in the tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.readers.web.elements import VOID
from pipeline.readers.web.tokens import Token, attributes

_SIGNS = re.compile(
    r"display\s*:\s*table|\brole\s*=\s*[\"']?(?:table|grid|row)\b"
    r"|\bclass\s*=\s*[\"'](?:[^\"']*\s)?(?:tr|td|table-?row)[\"'\s]",
    re.IGNORECASE,
)
_DISPLAY = re.compile(r"display\s*:\s*table(-row-group|-header-group|-row|-cell)?(?![-\w])", re.I)
_STYLES = {
    "": "table",
    "-row-group": "tbody",
    "-header-group": "thead",
    "-row": "tr",
    "-cell": "td",
}
_ROLES = {
    **{"table": "table", "grid": "table", "rowgroup": "tbody", "row": "tr"},
    **{"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "td"},
}
_CLASSES = {
    **{"tr": "tr", "td": "td", "th": "th"},
    **{f"{word}{mark}row": "tr" for word in ("table", "tbl", "tb") for mark in ("-", "_")},
    **{f"{word}{mark}cell": "td" for word in ("table", "tbl", "tb") for mark in ("-", "_")},
    **dict.fromkeys(("table", "tbl", "datatable", "data-table"), "table"),
}
_OWN = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "html", "body"))


def as_tables(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with the elements that stand for parts of tables called so."""
    if not any(t.kind == "open" and _SIGNS.search(t.attributes) for t in tokens):
        return tokens
    opened: dict[str, list[str]] = {}
    found = []
    for token in tokens:
        name = token.name
        if token.kind == "open" and name not in VOID:
            part = "" if name in _OWN else _part(token)
            opened.setdefault(name, []).append(part or name)
            found.append(token._replace(name=part or name))
        elif token.kind == "close" and opened.get(name):
            found.append(token._replace(name=opened[name].pop()))
        else:
            found.append(token)
    return found


def _part(token: Token) -> str:
    """Return the part of a table an element stands for, empty if none."""
    if len(token.attributes) < 4:
        return ""
    own = attributes(token)
    display = _DISPLAY.search(own.get("style", ""))
    if display is not None:
        return _STYLES[(display[1] or "").lower()]
    by_class = (_CLASSES.get(word.lower(), "") for word in own.get("class", "").split())
    return _ROLES.get(own.get("role", "").lower(), "") or next(filter(None, by_class), "")

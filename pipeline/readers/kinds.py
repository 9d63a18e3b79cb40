"""Tell what sort of document was read.

Contract: a kind and a certainty 0..1 from the structure found and a few words; never an error.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.language import views
from pipeline.readers import marks
from pipeline.readers.canonical import Block

_NEWS = views.pattern(
    r"記者|報導|本報|新聞|發布|表示|指出|強調|說明|出席|舉行|登場|開幕|簽署|致詞|電\)|聯絡人|媒體"
)


def find_kind(
    text: str, blocks: Sequence[Block], roles: Sequence[Sequence[str]]
) -> tuple[str, float]:
    """Return the kind of a document and how certain it is.

    Args:
        text: canonical text.
        blocks: the blocks found.
        roles: column roles of each table.
    """
    turns = [block for block in blocks if block.kind == "turn"]
    cells = [block for block in blocks if block.kind == "cell" and block.row is not None]
    said = sum(block.end - block.start for block in turns)
    if len(turns) >= 2 and said * 3 >= len(text):
        return "transcript", 0.95 if len(turns) >= 4 else 0.8
    in_tables = sum(block.end - block.start for block in blocks if block.kind == "table")
    if cells and in_tables * 2 >= len(text.strip()):
        return _table_kind(text, cells, roles)
    lines = [line for line in text.split("\n") if line.strip()]
    clocks = sum(marks.CLOCK.match(line) is not None for line in lines)
    if clocks >= 3 and clocks * 3 >= len(lines):
        return "agenda", 0.8
    return _prose_kind(text, blocks)


def _table_kind(
    text: str, cells: Sequence[Block], roles: Sequence[Sequence[str]]
) -> tuple[str, float]:
    found = {role for table in roles for role in table}
    clocks = sum(marks.CLOCK.match(text[cell.start : cell.end]) is not None for cell in cells)
    if clocks >= 2 and "date" in found:
        return "agenda", 0.9
    named = found & {"representative", "city", "country", "person", "organization"}
    if "content" in found and named and not found & {"relation", "home"}:
        return "summary_table", 0.95 if "representative" in found else 0.85
    if len(named) >= 2 or found & {"relation", "home"}:
        return "register", 0.9 if found & {"relation", "home"} else 0.7
    return "other", 0.4


def _prose_kind(text: str, blocks: Sequence[Block]) -> tuple[str, float]:
    sentences = text.count("。")
    has_paragraph = any(
        b.kind in ("paragraph", "list_item") and b.end - b.start >= 16 for b in blocks
    )
    cues = len({match.group() for match in _NEWS.finditer(views.fold(text[:20_000]))})
    if has_paragraph and sentences and cues >= 2:
        return "press_release", min(0.95, 0.5 + 0.08 * cues)
    return ("press_release", 0.4) if has_paragraph and cues else ("other", 0.5)

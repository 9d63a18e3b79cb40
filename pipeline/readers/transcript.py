"""Read a transcript: turns of speakers, each opened by a name and a colon.

Contract: a turn block's label is the speaker as printed; its first child is a ``heading`` that
holds the label and the colon, the others are the paragraphs of what is said.  What stands before
the first turn stays prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.readers import cues, prose
from pipeline.readers.canonical import Block
from pipeline.readers.clean import Clean
from pipeline.readers.grid import Written, line_blocks
from pipeline.readers.lines import mark_page_furniture, split_lines
from pipeline.readers.prose import Paragraph, draft_paragraph

# A label: up to 24 characters without sentence marks; a bracket may say which office.
_TURN = re.compile(
    r"[ \t\u3000]*(?P<label>[^\s\d：:，,。；;！？!?「」『』《》〈〉【】〔〕\[\]/（(]"
    r"[^：:，,。；;！？!?「」『』《》\n]{0,29}?)"
    r"[ \t\u3000]*[：:](?!//)"
)
_MANY = 3


def speaker(line: str) -> re.Match[str] | None:
    """Return the match of a speaker label that opens ``line``, None if there is none.

    >>> speaker("主席（江議長明赫）：現在開會。")["label"]
    '主席（江議長明赫）'
    >>> speaker("日期：111年5月11日") is None
    True
    """
    match = _TURN.match(line[:80])
    if match is None:
        return None
    label = match["label"].strip()
    plain = re.sub(r"[（(][^（()）]*[)）]", "", label).strip()
    is_chair = plain in ("主席", "主持", "主持人")
    if not plain or len(plain) > 20 or (cues.is_entry(plain + "：") and not is_chair):
        return None
    if "http" in plain or cues.is_boilerplate(plain + "："):
        return None
    is_latin = plain.isascii()
    return match if is_latin or len(plain.split()) <= 3 else None


def is_transcript(text: str) -> bool:
    """Tell whether most of what is said stands in turns, and speakers come back.

    >>> is_transcript("主席：開會。\\n王議員：裝了幾格？\\n李局長：三格。\\n王議員：謝謝。")
    True
    """
    labels: Counter[str] = Counter()
    n_lines = n_said = n_before = n_characters = 0
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = speaker(line)
        n_lines += 1
        n_characters += len(line)
        if match is not None:
            labels[match["label"].strip()] += 1
        if labels:
            n_said += len(line)
        else:
            n_before += 1
    n_turns = sum(labels.values())
    if n_turns < _MANY or n_turns * 4 < n_lines - n_before or n_said * 2 < n_characters:
        return False
    return max(labels.values()) >= 2 or n_turns * 2 >= n_lines


def read(clean: Clean, written: Written) -> None:
    """Read clean text as a transcript."""
    lines = split_lines(clean.text)
    mark_page_furniture(lines)
    found = prose.paragraphs(clean, lines, speaker)
    first = _first_turn(found)
    prose.write_paragraphs(written, found[:first])
    turn: int | None = None
    for paragraph in found[first:]:
        turn = _write(written, paragraph, turn)


def _first_turn(found: Sequence[Paragraph]) -> int:
    """Return the first paragraph that is a turn and not a line of the heading block.

    A label with a bare name behind it (主席：江明赫) belongs to the heading block.
    """
    for index, paragraph in enumerate(found):
        match = speaker(paragraph.text)
        if match is None:
            continue
        said = paragraph.text[match.end() :].strip()
        is_entry = 0 < len(said) <= 12 and not said.endswith(("。", "！", "？", "!", "?", "…"))
        if not is_entry:
            return index
    return next((i for i, p in enumerate(found) if speaker(p.text)), len(found))


def _write(written: Written, paragraph: Paragraph, turn: int | None) -> int | None:
    """Append a paragraph; return the index of the turn it belongs to."""
    draft, blocks = written.draft, written.blocks
    end = min(paragraph.end + 1, len(draft.clean.text))
    if paragraph.page_mark:
        draft.drop(paragraph.parts[0].start, end, paragraph.page_mark)
        return turn
    start = draft.length
    made = draft_paragraph(draft.clean, paragraph)
    text = made.text
    draft.extend(made.atoms)
    draft.copy(paragraph.end, end)
    match = speaker(text)
    said = 0
    if match is not None:
        turn, said = len(blocks), match.end()
        blocks.append(Block("turn", start, label=match["label"].strip()))
        blocks.append(Block("heading", start, start + said, turn))
    elif cues.is_boilerplate(text):
        blocks.append(Block("boilerplate", start, start + len(text)))
        return turn
    if turn is not None and text.strip():
        blocks[turn].end = start + len(text)
    blocks.extend(line_blocks(text[said:], start + said, turn, Block("turn", 0)))
    return turn

"""Read a transcript: turns of speakers, each opened by a name and a colon.

Contract: a turn block's label is the speaker as printed; its first child is a ``heading`` that
holds the label and the colon, the others are the paragraphs of what is said.  What stands before
the first turn stays prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.language import views
from pipeline.readers import cues, prose
from pipeline.readers.canonical import Block
from pipeline.readers.lines import Line
from pipeline.readers.paragraphs import Paragraph, join_wrapped, paragraphs
from pipeline.readers.prose import write_paragraph
from pipeline.readers.speakers import (
    ROLES,
    Label,
    answers,
    asks,
    names_someone,
    plain_name,
    speaker,
)
from pipeline.readers.styles import Style, find_style, with_questions
from pipeline.readers.tables import record_lines, record_rows, records
from pipeline.readers.tables.grid import Written, line_blocks
from pipeline.readers.wraps import Wrap

_QUESTION = re.compile(r"\s*[^：:\n]{0,12}?(?:問|问|答|[QqAa]\d{0,2})[：:]")
_HEADING = re.compile(
    r"\s*(?:【[^】]{2,16}】|[〈《][^〉》]{2,24}[〉》]|[◆◇■□▍▎●○★☆▲▼◎]\s*[^。！？：:]{2,20})\s*"
)
# A note behind the last words: 每人三分鐘。（按鈴）
_ASIDE = re.compile(r"(?<=[。！？])[（(][^（）()]{1,20}[)）]\s*\Z")
# The report goes on behind the last words: 採訪結束時，…; X在旁邊聽了苦笑，他說….
_REPORT = views.pattern(
    r"\s*(?:[^\s。,:「」我]{0,6}(?:採訪|訪談|訪問|專訪|對談)(?:結束|完畢|尾聲|告一段落|進入尾聲|到此)"
    r"|[^\s。,:「」我你您]{2,10}在(?:一旁|旁邊|旁)(?!的)[^。:「」,]{0,6}"
    r"(?:聽|笑|補充|插話|接話|點頭|搖頭|開口))"
)
_PAIR = 2
_SAID = ("。", "！", "？", "!", "?", "…", "」", ".")


@dataclass(frozen=True, slots=True)
class _Turns:
    """The turns of one transcript: how they are written, and the speakers who come back.

    Where a blank line stands above their turns, a line without one opens no other: 教訓是：... is
    then said by whoever speaks.
    """

    style: Style
    regulars: frozenset[str]
    are_apart: bool

    def label(self, text: str, above: str) -> Label | None:
        """Return the speaker whose turn a line opens.

        Args:
            text: the line.
            above: the line above, maybe blank; a label or heading above is as good as a gap.
        """
        label = self.style.speaker(text)
        is_one = (
            label is None
            or not self.are_apart
            or not above.rstrip().endswith((*_SAID, "）"))
            or plain_name(label.name) in self.regulars
        )
        return label if is_one else None


def _find_turns(found: Sequence[Paragraph]) -> _Turns | None:
    """Tell how the turns of a text are written; None if it is no transcript."""
    texts = [paragraph.text for paragraph in found]
    style = find_style("\n".join(texts))
    if style is None:
        return None
    style = with_questions(style, texts)
    names = [plain_name(label.name) if (label := style.speaker(t)) else "" for t in texts]
    counts = Counter(filter(None, names))
    regulars = frozenset(name for name, count in counts.items() if count > 1)
    gaps = [
        not above.strip()
        for name, above in zip(names, ["", *texts], strict=False)
        if name in regulars
    ]
    are_apart = sum(gaps) >= 3 and sum(gaps) * 10 >= 9 * len(gaps)
    return _Turns(style, regulars, are_apart)


def write_lines(written: Written, lines: Sequence[Line], around: Wrap | None = None) -> None:
    """Append lines: a transcript, or prose, or prose with questions and answers in it.

    Args:
        written: what was written so far.
        lines: the lines.
        around: how the whole document wraps its lines.
    """
    write_wrapped(written, paragraphs(lines), around)


def write_wrapped(written: Written, found: Sequence[Paragraph], around: Wrap | None = None) -> None:
    """Append the lines of paragraphs, as ``write_lines`` does."""
    turns = _find_turns(found)

    def opens(text: str) -> object:
        # Only a line right below another is ever joined.
        speaks = turns.label(text, "。") if turns else _QUESTION.match(text)
        return speaks or record_lines.opens(text)

    _write(written, join_wrapped(found, opens, around), turns)


def write_paragraphs(written: Written, found: Sequence[Paragraph]) -> None:
    """Append paragraphs: a transcript, or prose, or prose with questions and answers in it."""
    _write(written, found, _find_turns(found))


def write_speech(written: Written, found: Sequence[Paragraph]) -> None:
    """Append paragraphs that are all spoken: turns where they name speakers, though none ends."""
    labels = {i: label.name for i, p in enumerate(found) if (label := speaker(p.text)) is not None}
    if len(labels) < _PAIR or sum(map(names_someone, labels.values())) * 3 < len(labels) * 2:
        write_paragraphs(written, found)
        return
    first = min(labels)
    prose.write_paragraphs(written, found[:first])
    _write_turns(written, found[first:], _Turns(Style(), frozenset(), are_apart=False))


def _write(written: Written, found: Sequence[Paragraph], turns: _Turns | None) -> None:
    """Append paragraphs; stretches of records among them as tables."""
    items = record_lines.make_items(written.draft.clean, found)
    areas = records.find_records(items)
    if not areas:
        _write_between(written, found, turns)
        return
    at = 0
    for area in areas:
        write_paragraphs(written, found[at : area.first])
        record_rows.write(written, items, area)
        at = area.end
    write_paragraphs(written, found[at:])


def _write_between(written: Written, found: Sequence[Paragraph], turns: _Turns | None) -> None:
    if turns is None:
        _write_mixed(written, found)
        return
    first = _first_turn(found, turns.style)
    prose.write_paragraphs(written, found[:first])
    _write_turns(written, found[first:], turns)


def _first_turn(found: Sequence[Paragraph], style: Style) -> int:
    """Return the first paragraph that is a turn and not a line of the heading block.

    A label with a bare name behind it (主席：江明赫) belongs to the heading block, and so does a
    part (主持人：某大學教授 歐蕙心) with no sentence behind it, a label right above another, and
    one that opens a list of names (與談人：).
    """
    filled = [index for index, paragraph in enumerate(found) if not paragraph.is_blank]
    labels = Counter(label.name for p in found if (label := style.speaker(p.text)) is not None)
    first = len(found)
    for place, index in enumerate(filled):
        label = style.speaker(found[index].text)
        if label is None:
            continue
        first = min(first, index)
        if style.is_alone or style.lone:
            return index
        said = _ASIDE.sub("", found[index].text[label.end :]).strip()
        if not said:
            below = (filled[at] for at in range(place + 1, len(filled)))
            is_entry = not _is_said_below(found, below, style)
        else:
            is_part = ROLES.fullmatch(views.fold(plain_name(label.name))) is not None
            is_once = labels[label.name] == 1
            longest = 120 if is_part or is_once else 12
            is_entry = len(said) <= longest and not said.endswith(_SAID)
        if not is_entry:
            return index
    return first


def _is_said_below(found: Sequence[Paragraph], below: Iterable[int], style: Style) -> bool:
    """Tell whether a sentence stands below a label before the next one does."""
    for index in below:
        if style.speaker(found[index].text) is not None:
            return False
        if found[index].text.rstrip().endswith(_SAID):
            return True
    return False


def _write_mixed(written: Written, found: Sequence[Paragraph]) -> None:
    """Append prose; from the first question to the last answer, if there are any, as turns."""
    style = with_questions(Style(), [p.text for p in found])
    labels = [style.speaker(p.text) for p in found]
    asked = [i for i, p in enumerate(found) if asks(labels[i]) or p.text in style.asked]
    answered = [i for i, label in enumerate(labels) if answers(label)]
    if not asked or not answered:
        prose.write_paragraphs(written, found)
        return
    first, last = asked[0], max(asked[-1], answered[-1])
    prose.write_paragraphs(written, found[:first])
    _write_turns(written, found[first : last + 1], _Turns(style, frozenset(), are_apart=False))
    prose.write_paragraphs(written, found[last + 1 :])


def _write_turns(written: Written, found: Sequence[Paragraph], turns: _Turns) -> None:
    turn: int | None = None
    above = ""
    end = len(found)
    while end and turns.style.speaker(found[end - 1].text) is None:
        end -= 1
    foot = end + prose.foot_start(written, found[end:])
    foot = next((at for at in range(end, foot) if _REPORT.match(views.fold(found[at].text))), foot)
    for paragraph in found[:foot]:
        turn = _write_turn(written, paragraph, turn, partial(turns.label, above=above))
        above = "" if paragraph.page_mark else paragraph.text
    prose.write_paragraphs(written, found[foot:])


def _write_turn(
    written: Written,
    paragraph: Paragraph,
    turn: int | None,
    speaks: Callable[[str], Label | None],
) -> int | None:
    """Append a paragraph; return the index of the turn it belongs to."""
    draft, blocks = written.draft, written.blocks
    start = draft.length
    text = write_paragraph(draft, paragraph)
    if paragraph.page_mark:
        return turn
    label = speaks(text)
    said = 0
    if label is not None:
        turn, said = len(blocks), label.end
        blocks.append(Block("turn", start, label=label.name))
        blocks.append(Block("heading", start, start + said, turn))
    elif turn is not None and _HEADING.fullmatch(text):
        turn = None  # a new part, in which nobody speaks yet
    elif cues.is_boilerplate(text):
        blocks.append(Block("boilerplate", start, start + len(text)))
        return turn
    if turn is not None and text.strip():
        blocks[turn].end = start + len(text)
    blocks.extend(line_blocks(text[said:], start + said, turn, Block("turn", 0)))
    return turn

"""Read a transcript: turns of speakers, each opened by a name and a colon.

Contract: a turn block's label is the speaker as printed; its first child is a ``heading`` that
holds the label and the colon, the others are the paragraphs of what is said.  What stands before
the first turn stays prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.language import views
from pipeline.readers import cues, marks, prose
from pipeline.readers.canonical import Block
from pipeline.readers.clean import Clean
from pipeline.readers.grid import Written, line_blocks
from pipeline.readers.lines import mark_page_furniture, split_lines
from pipeline.readers.prose import Paragraph, write_paragraph

# A label: up to 48 characters without sentence marks; a bracket may say which office.  A time code
# and marks of bold type may stand around it.
_TURN = re.compile(
    r"[ \t\u3000*]*(?:[\[(（【]\d{1,2}:\d{2}(?::\d{2})?[\])）】]\s*|\d{1,2}:\d{2}:\d{2}\s+)?\**"
    r"[【〔\[]?(?P<label>[^\s\d：:，,。；;！？!?「」『』《》〈〉【】〔〕\[\]/（(*]"
    r"[^：:，,。；;！？!?「」『』《》【】〔〕\[\]\n*]{0,47}?)"
    r"[】〕\]]?\**[ \t\u3000]*[：:](?!//)\**"
)
_ROLES = views.pattern(
    r"(?:主|共同主)?(?:主持|主席|司儀)人?|(?:主講|與談|引言|演講|致詞|致辭|報告|發表|評論|回應|講評)(?:人|者|貴賓)"
    r"|講者|講師|貴賓|來賓|moderators?|speakers?|panel(?:l?ists?)?|hosts?|chair",
    re.IGNORECASE,
)
_ASKS = views.pattern(
    r"(?:(?:記者|媒體|民眾|觀眾|學生|與會者|本報|現場|議員)?(?:提?問題?|提問者?)|q|question)"
    r"[一二三四五六七八九十\d]{0,3}",
    re.IGNORECASE,
)
_ANSWERS = views.pattern(
    r"[^\s,:]{0,8}(?:回?答|答覆|回應|回覆)|(?:a|answer)[一二三四五六七八九十\d]{0,3}", re.IGNORECASE
)
_QUESTION = re.compile(r"\s*[^：:\n]{0,12}?(?:問|问|答|[QqAa]\d{0,2})[：:]")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_MANY = 3


def speaker(line: str) -> re.Match[str] | None:
    """Return the match of a speaker label that opens ``line``, None if there is none.

    >>> speaker("主席（江議長明赫）：現在開會。")["label"]
    '主席（江議長明赫）'
    >>> speaker("日期：111年5月11日") is None
    True
    """
    match = _TURN.match(line[:120])
    if match is None:
        return None
    plain = _plain(match)
    if not plain or (cues.is_entry(plain + "：") and not _ROLES.fullmatch(views.fold(plain))):
        return None
    if "http" in plain or cues.is_boilerplate(plain + "："):
        return None
    if marks.width(plain) > len(plain):
        return match if len(plain) <= 20 and len(plain.split()) <= 3 else None
    return match if len(plain.split()) <= 6 else None


def _plain(match: re.Match[str]) -> str:
    return _BRACKET.sub("", match["label"]).strip()


def asks(line: str) -> bool:
    """Tell whether a line opens with the label of a question: 問, 記者問, 提問一, Q2."""
    return _has_label(line, _ASKS)


def answers(line: str) -> bool:
    """Tell whether a line opens with the label of an answer: 答, 市長答, A2."""
    return _has_label(line, _ANSWERS)


def _has_label(line: str, labels: re.Pattern[str]) -> bool:
    match = speaker(line)
    return match is not None and labels.fullmatch(views.fold(_plain(match))) is not None


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
    write_turns(written, prose.paragraphs(clean, lines, speaker))


def read_mixed(clean: Clean, written: Written) -> None:
    """Read clean text as prose, or as prose with questions and answers in it."""
    lines = split_lines(clean.text)
    mark_page_furniture(lines)
    write_mixed(written, prose.paragraphs(clean, lines, _QUESTION.match))


def write_turns(written: Written, found: Sequence[Paragraph]) -> None:
    """Append the paragraphs of a transcript: what stands before the first turn as prose."""
    first = _first_turn(found)
    prose.write_paragraphs(written, found[:first])
    turn: int | None = None
    for paragraph in found[first:]:
        turn = _write(written, paragraph, turn)


def _first_turn(found: Sequence[Paragraph]) -> int:
    """Return the first paragraph that is a turn and not a line of the heading block.

    A label with a bare name behind it (主席：江明赫) belongs to the heading block, and so does a
    part (主持人：某大學教授 歐蕙心) with no sentence behind it.
    """
    for index, paragraph in enumerate(found):
        match = speaker(paragraph.text)
        if match is None:
            continue
        said = paragraph.text[match.end() :].strip()
        is_part = _ROLES.fullmatch(views.fold(_plain(match))) is not None
        is_entry = 0 < len(said) <= (120 if is_part else 12) and not said.endswith(_SAID)
        if not is_entry:
            return index
    return next((i for i, p in enumerate(found) if speaker(p.text)), len(found))


_SAID = ("。", "！", "？", "!", "?", "…", "」", ".")


def write_mixed(written: Written, found: Sequence[Paragraph]) -> None:
    """Append prose; from the first question to the last answer, if there are any, as turns."""
    asked = [i for i, p in enumerate(found) if asks(p.text)]
    answered = [i for i, p in enumerate(found) if answers(p.text)]
    if not asked or not answered:
        prose.write_paragraphs(written, found)
        return
    first, last = asked[0], max(asked[-1], answered[-1])
    prose.write_paragraphs(written, found[:first])
    turn: int | None = None
    for paragraph in found[first : last + 1]:
        turn = _write(written, paragraph, turn)
    prose.write_paragraphs(written, found[last + 1 :])


def _write(written: Written, paragraph: Paragraph, turn: int | None) -> int | None:
    """Append a paragraph; return the index of the turn it belongs to."""
    draft, blocks = written.draft, written.blocks
    start = draft.length
    text = write_paragraph(draft, paragraph)
    if paragraph.page_mark:
        return turn
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

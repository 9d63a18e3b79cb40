"""Where paragraphs end on the page of a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.contract import Segment
from pipeline.readers.pdf.lines import Line, paragraphs
from tests.readers import laws
from tests.readers.office import write_pdf

SIZE, WIDE = 12.0, 30
FULL = "臺中市長盧秀燕表示今年起在全市裝設六百座感測器並把資料公開給市民查詢"[:WIDE]
MIXED = FULL[:-1] + "5"


def joined(rows: Sequence[str], gaps: Sequence[float], left: float = 60.0) -> list[str]:
    """Return the paragraphs of lines of 12 points, with so many points above each."""
    lines, top = [], 80.0
    for text, gap in zip(rows, gaps, strict=True):
        top += gap
        plain = text.lstrip("\u3000")
        x0 = left + SIZE * (len(text) - len(plain))
        lines.append(Line(1, plain, x0, left + SIZE * len(text), top, top + SIZE, SIZE, edge=False))
        top += SIZE
    return ["".join(line.text for line in block) for block in paragraphs(lines)]


def test_where_most_paragraphs_are_one_line_a_wider_gap_still_parts_them() -> None:
    rows = [FULL, "並逐年檢討。", *["主席：好。"] * 3, FULL[:-1] + "。", FULL, FULL, FULL, "完。"]
    gaps = [0.0, 6, *[16] * 4, 16, 6, 6, 6]
    assert joined(rows, gaps)[-2:] == [FULL[:-1] + "。", FULL * 3 + "完。"]


def test_in_justified_text_a_line_two_characters_short_ends_its_paragraph() -> None:
    rows = [MIXED, MIXED, FULL[:-2], *[MIXED] * 8, FULL[:-2], "記者王大明報導"]
    gaps = [6.0] * len(rows)
    assert joined(rows, gaps) == [MIXED * 2 + FULL[:-2], MIXED * 8 + FULL[:-2], "記者王大明報導"]


def test_where_all_lines_are_of_han_characters_a_shorter_one_may_go_on() -> None:
    rows = [FULL, FULL, FULL[:-2], *[FULL] * 6]
    assert len(joined(rows, [6.0] * len(rows))) == 1


def test_a_number_within_a_sentence_opens_no_point() -> None:
    rows = ["一、" + FULL[2:], "二、" + FULL[2:], FULL, "九十七、一百號公車。", "三、" + FULL[2:]]
    rows += [FULL] * 4
    assert joined(rows, [6.0] * len(rows))[1] == "二、" + FULL[2:] + FULL + "九十七、一百號公車。"


def test_a_speaker_of_several_words_or_with_an_office_in_brackets_opens_a_paragraph() -> None:
    rows = [
        FULL[:-1] + "。",
        "提問二（獨立記者）：簽了嗎？",
        FULL[:-1] + "。",
        "Ethan Goh 經理：沒有。",
    ]
    assert len(joined(rows, [6.0] * 4)) == 4


def test_a_closing_and_a_signature_beside_it_are_lines_not_a_table() -> None:
    closing = [
        (60.0, 100.0, "此致　敬請"),
        (60.0, 118.0, "道安"),
        (260.0, 136.0, "嘉義市政府秘書長　沈寬宏　敬上"),
        (260.0, 154.0, "110年4月8日"),
    ]
    segments = laws.read(write_pdf([(closing, [])]), "a.pdf")[Segment]
    assert not [segment for segment in segments if segment.kind == "table"]
    assert any("沈寬宏" in s.text and "秘書長" in s.text for s in segments)

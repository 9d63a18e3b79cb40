"""Where paragraphs end on the page of a PDF."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.contract import Document, Segment
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


@pytest.mark.parametrize(
    "rows",
    [
        [
            "對象｜類別｜年份｜狀態與說明，以本府新聞稿及雙方簽署文件所載為準",
            "大邱市｜姊妹市｜2010｜有效",
        ],
        ["預算約三分之一用於教育其餘用於路燈與感測器的汰換並逐年檢討一次", "▍他們怎麼做"],
        ["英國卡地夫市議會副領袖與荷蘭阿爾梅勒市氣候事務主任共同主持本日會", "10:50–11:50 專題二"],
    ],
)
def test_rows_bullets_and_times_begin_lines_below_a_full_one(rows: list[str]) -> None:
    assert joined([rows[0][:WIDE], rows[1]], [0.0, 6.0]) == [rows[0][:WIDE], rows[1]]


def test_a_wide_blank_between_words_parts_no_columns() -> None:
    lines = [
        (60.0, 100.0, "茲訂於九月十七日　假市府大禮堂　舉行"),
        (60.0, 118.0, "城市座談及圓桌會　請準時入場並　就座"),
        (60.0, 136.0, "會後有簡單的餐敘　請攜帶名片及　公文"),
    ]
    segments = laws.read(write_pdf([(lines, [])]), "a.pdf")[Segment]
    assert not [segment for segment in segments if segment.kind == "table"]


def test_a_sign_on_the_line_between_two_cells_is_in_one_of_them() -> None:
    lines = [
        (60.0, 100.0, "日期：2026年9月17日　地點：市府大禮堂三樓會議室　語言：中英同步"),
        (60.0, 118.0, "口譯，免費入場"),
        (60.0, 136.0, "10:20　開幕致詞與大會介紹等　　　副市長連江遠"),
        (60.0, 154.0, "10:40　專題演講與各城分享等　　　副市長蒲念慈"),
    ]
    (document,) = laws.read(write_pdf([(lines, [])]), "a.pdf")[Document]
    assert document.text.count("大") == 2

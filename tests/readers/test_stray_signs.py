from __future__ import annotations

import pytest

from pipeline.contract import Document
from pipeline.readers import markup
from tests.readers import laws

BODY = "臺北市長蔣萬安在會中表示，今年共有三十個國家的城市首長參加。"


def text_of(source: str, name: str) -> str:
    tables = laws.read(source, name)
    laws.check(tables, source)
    return tables[Document][0].text.rstrip("\n")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "amounts",
    [
        ">65歲：滿意度30%\n>75歲：滿意度20%",
        "> 5000萬元案件12件\n> 1億元案件3件",
        "> 50 家廠商",
        ">50家廠商\n>60家廠商\n>70家廠商\n其他",
        "> NT$5,000 案件\n> .5 度\n> -5度",
        "> 半數同意\n> 五成反對",
        ">多數",
    ],
)
def test_a_sign_of_more_than_stays(amounts: str, name: str) -> None:
    assert text_of(f"{BODY}\n\n{amounts}\n", name) == f"{BODY}\n\n{amounts}"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "quoted",
    [
        "> 市長說好。",
        ">市長說好。\n>局長說好。\n>\n>主席說好。",
        "> 市長說好。\n> 2025年4月17日會談。\n> 三十國與會。\n> 09:00 報到。",
        "> ## 重點\n> > 市長說好。",
    ],
)
def test_a_sign_of_a_quotation_is_left_out(quoted: str, name: str) -> None:
    assert ">" not in text_of(f"{BODY}\n\n{quoted}\n", name)


def test_an_amount_among_quoted_lines_keeps_its_sign() -> None:
    source = f"{BODY}\n\n> 調查結果如下。\n> 市民滿意。\n> 65歲：滿意度30%\n"
    assert text_of(source, "a.txt").endswith("調查結果如下。\n市民滿意。\n> 65歲：滿意度30%")


@pytest.mark.parametrize(
    "line",
    [
        "得獎者為王**、陳**兩人。",
        "議員王**表示同意，陳**表示反對。",
        "評等「A**，與B**」。",
        "評等A**（見附件）。",
        "備註**：標示**者為試辦。",
        "2**3 與 4**5 相等。",
        "甲** 乙** 丙",
        "** 表示試辦 **",
    ],
)
def test_marks_without_a_pair_stay(line: str) -> None:
    assert text_of(f"{BODY}\n\n{line}\n", "a.txt") == f"{BODY}\n\n{line}"
    assert markup.without_bold(line) == line


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("我們沒有門牌。*Malae Map* 由村落標點。", "我們沒有門牌。Malae Map 由村落標點。"),
        ("_重點_ 是「*修路*」。", "重點 是「修路」。"),
        ("臺中*、高雄*為姊妹市；2*3*4，A_b_c。", "臺中*、高雄*為姊妹市；2*3*4，A_b_c。"),
    ],
)
def test_pairs_of_single_marks_are_stress(line: str, plain: str) -> None:
    assert text_of(f"{BODY}\n\n{line}\n", "a.md") == f"{BODY}\n\n{plain}"


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("**主席：**開會。", "主席：開會。"),
        ("今年的**重點**是修路。", "今年的重點是修路。"),
        ("經費**五億元**，分**三年**。", "經費五億元，分三年。"),
        ("**2023**年，**「智慧」城市**登場。", "2023年，「智慧」城市登場。"),
    ],
)
def test_pairs_of_marks_are_bold_type(line: str, plain: str) -> None:
    assert text_of(f"{BODY}\n\n{line}\n", "a.md") == f"{BODY}\n\n{plain}"
    assert markup.without_bold(line) == plain

"""Where a table begins and ends among lines: rosters, text columns, and prose right below them."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment, Tables
from tests.readers import laws
from tests.readers.test_tables import rows_of

PROSE = "副市長接待時說，港邊浴場一年有二十萬人次下水，水質每小時公布一次。"


def read(source: str) -> Tables:
    tables = laws.read(source)
    laws.check(tables, source)
    return tables


@pytest.mark.parametrize(
    "below",
    [f"二、行程紀要\n{PROSE}", f"行程紀要\n{PROSE}", PROSE],
    ids=["part", "heading", "prose"],
)
@pytest.mark.parametrize("gap", ["\u3000\u3000", "    ", "\t"], ids=["wide", "narrow", "tab"])
def test_a_roster_ends_where_prose_begins(gap: str, below: str) -> None:
    rows = [
        ["序號", "姓名", "職稱", "備註"],
        ["1", "林孟樺", "副市長", "領隊"],
        ["2", "許家綺", "局長　", "主管"],
        ["3", "戴志明", "局長　", "漁港"],
    ]
    source = "參訪人員\n" + "\n".join(gap.join(row) for row in rows) + f"\n\n{below}\n"
    tables = read(source)
    assert [row[1] for row in rows_of(tables)] == ["林孟樺", "許家綺", "戴志明"]
    assert tables[Document][0].text.endswith(f"{below}\n")


@pytest.mark.parametrize("gap", ["", "\n"], ids=["right below", "after a gap"])
def test_a_sentence_below_cells_that_hold_none_is_no_row(gap: str) -> None:
    table = "獎項\t城市\t團隊\t獎金\n金獎\t高雄市\t林芷瑄\t10萬元\n銀獎\t臺東縣\t陳冠宇\t6萬元\n"
    tables = read(f"得獎名單\n{table}{gap}召集人表示，今年收到四十二件作品。\n")
    assert [row[3] for row in rows_of(tables)] == ["10萬元", "6萬元"]


def test_a_cell_goes_on_behind_a_page_break_within_a_sentence() -> None:
    first = "1\t高雄市\t輕軌成圓之後，\n\n人潮多了兩成。\n"
    table = f"編號\t城市\t發言內容\n{first}2\t臺東縣\t部落的基地台先修。\n"
    assert rows_of(read(table))[0][2] == "輕軌成圓之後，人潮多了兩成。"


def test_a_roster_without_a_header_has_none() -> None:
    first = "農業發展委員會　主任委員　阮慕貞"
    lines = f"{first}\n交通局　　　　　局長　　　卓文凱\n秘書處　　　　　處長　　　溫明道\n"
    tables = read(f"出席人員：\n{lines}")
    assert rows_of(tables) == []
    assert lines in tables[Document][0].text


@pytest.mark.parametrize("gap", ["\u3000\u3000", "    "], ids=["wide", "narrow"])
def test_lines_in_columns_without_a_header_are_rows(gap: str) -> None:
    rows = [
        ["釜山", "副市長李成權", "貨櫃碼頭半夜也有人，我們蓋了一間澡堂。"],
        ["橫濱", "副局長中野裕", "客船一年只來四十趟，其餘的日子練滑板。"],
        ["高雄", "副市長林欽榮", "舊倉庫拆一半留一半，留下的比較賺錢。"],
    ]
    source = "現場談話\n\n" + "\n".join(gap.join(row) for row in rows) + "\n\n會後合影。\n"
    assert rows_of(read(source)) == rows


@pytest.mark.parametrize(
    "lines",
    [
        ["09:00　　市長李成權　　致歡迎詞。", "09:10　　副市長林欽榮　　談舊倉庫的再生。"] * 2,
        ["釜山　　橫濱　　高雄三市都來了。", "臺南　　臺中　　基隆三市都沒有來。"] * 2,
    ],
    ids=["programme", "nobody"],
)
def test_other_lines_in_columns_stay_lines(lines: list[str]) -> None:
    assert rows_of(read("會議\n\n" + "\n".join(lines) + "\n")) == []


def test_a_column_for_each_city_may_leave_the_corner_and_the_word_city_out() -> None:
    table = (
        "項目\t溫哥華\t里昂\n代表\t副市長 Amy Chow\t副市長 Luc Bernard\n人口\t66萬\t52萬\n"
        "談話內容\t木造高樓蓋到十八層。\t堤岸把停車場拿掉。\n"
    )
    tables = read(table)
    assert next(row.header for row in tables[Segment] if row.header) == "城市"
    assert [row[0] for row in rows_of(tables)] == ["溫哥華", "里昂"]


@pytest.mark.parametrize(
    "heads", ["優點\t缺點", "現況\t目標", "草案\t定案", "甲案\t乙案"], ids=lambda heads: heads[:2]
)
def test_what_is_compared_is_no_place(heads: str) -> None:
    table = f"項目\t{heads}\n負責人\t王小明\t李大華\n說明\t省電又環保。\t成本較高。\n"
    assert "城市" not in [row.header for row in read(table)[Segment]]


def test_one_that_looks_like_a_place_tells_of_the_others() -> None:
    table = "項目\t溫哥華\t臺中市\n講者\t張家銘\t李大華\n重點\t木造高樓。\t綠帶。\n"
    assert [row[0] for row in rows_of(read(table))] == ["溫哥華", "臺中市"]


def test_the_signs_of_a_name_of_a_column_may_stand_apart() -> None:
    lines = [
        "團　員　　　　職　　稱　　　　　　服務單位",
        "楊文科　　　　縣長　　　　　　　　新竹縣政府",
        "邱世昌　　　　處長　　　　　　　　新竹縣政府教育處",
        "山田 健一　　 翻譯",
    ]
    assert rows_of(read("考察團名單\n" + "\n".join(lines) + "\n")) == [
        ["楊文科", "縣長", "新竹縣政府"],
        ["邱世昌", "處長", "新竹縣政府教育處"],
        ["山田 健一", "翻譯"],
    ]

"""Records told in labelled lines are rows of a table, whatever the labels and marks look like."""

from __future__ import annotations

import pytest

from pipeline.contract import Document, Segment, Tables
from tests.readers import laws

HEAD = "2024 城市論壇發言摘要\n時間：113年5月7日　地點：臺北南港展覽館\n\n"
FOOT = "\n備註：本表未經發言人核閱。\n"
OSAKA = ("日本大阪市", "副市長", "高橋健一", "大阪整合7家業者，尖峰壅塞下降8.5%。")
PRAGUE = ("捷克布拉格", "市長", "Jan Novák", "布拉格裝設310台感測器。")


def rows_of(tables: Tables) -> list[dict[str, str]]:
    """Return each row as cells by their header."""
    rows: dict[tuple[int | None, int], dict[str, str]] = {}
    for cell in tables[Segment]:
        if cell.kind == "cell" and cell.row is not None:
            key = (cell.table, cell.row)
            rows.setdefault(key, {})[cell.header or ""] = cell.text.strip()
    return list(rows.values())


def read(lines: str, name: str = "a.txt") -> list[dict[str, str]]:
    tables = laws.read(lines, name)
    laws.check(tables, lines)
    return rows_of(tables)


def records(form: str) -> str:
    """Write two records; the form names number, city, title, speaker and content."""
    return "".join(
        form.format(n=number, h=han, c=city, t=title, s=speaker, k=content)
        for number, han, (city, title, speaker, content) in ((1, "一", OSAKA), (2, "二", PRAGUE))
    )


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("城市：{c}\n職稱：{t}\n講者：{s}\n重點：{k}\n\n", id="一欄一行"),
        pytest.param("城市：{c}\n職稱：{t}\n講者：{s}\n重點：{k}\n", id="沒有空行"),
        pytest.param("【{n}】\n城市：{c}\n職稱：{t}\n講者：{s}\n重點：{k}\n\n", id="編號獨立一行"),
        pytest.param("{n}. 城市：{c}\n   職稱：{t}\n   講者：{s}\n   重點：{k}\n", id="編號在前"),
        pytest.param("【城市】{c}\n【職稱】{t}\n【講者】{s}\n【重點】{k}\n\n", id="括號標籤"),
        pytest.param("◎城市：{c}\n◎職稱：{t}\n◎講者：{s}\n◎重點：{k}\n\n", id="項目符號"),
        pytest.param("城　市：{c}\n職　稱：{t}\n講　者：{s}\n重　點：{k}\n\n", id="分散對齊"),
        pytest.param("城市：{c}　職稱：{t}　講者：{s}\n重點：{k}\n\n", id="一行數欄"),
        pytest.param("城市：{c}；職稱：{t}；講者：{s}；重點：{k}\n", id="全在一行"),
        pytest.param("城市：\t{c}\n職稱：\t{t}\n講者：\t{s}\n重點：\t{k}\n\n", id="定位字元"),
        pytest.param("城市：{c}\n職稱：{t}\n講者：{s}\n重點：{k}\n----------\n", id="橫線隔開"),
        pytest.param("城市：{c}\n職稱：{t}\n講者：{s}\n重點：\n　　{k}\n\n", id="內容另起一行"),
        pytest.param(
            "序：{n}\n場次：1A\n城市：{c}\n職稱：{t}\n講者：{s}\n重點：{k}\n", id="編號與主題在前"
        ),
    ],
)
def test_labelled_lines_are_rows(form: str) -> None:
    rows = read(HEAD + records(form) + FOOT)
    assert [[row[name] for name in ("城市", "職稱", "講者", "重點")] for row in rows] == [
        list(OSAKA),
        list(PRAGUE),
    ]


def test_bold_labels_of_a_list_below_headings_of_places() -> None:
    rows = read(records("## {c}\n\n- **職稱**：{t}\n- **講者**：{s}\n- **重點**：{k}\n\n"), "a.md")
    assert [list(row.values()) for row in rows] == [list(OSAKA), list(PRAGUE)]


def test_a_label_on_its_own_line_is_no_page_header() -> None:
    form = "### {n}. {c}\n\n**講者**：{t}{s}\n\n**發言重點**：\n\n* {k}\n* 市府還會再增加。\n\n"
    rows = read(records(form), "a.md")
    assert [row["發言重點"] for row in rows] == [
        f"* {OSAKA[3]}\n* 市府還會再增加。",
        f"* {PRAGUE[3]}\n* 市府還會再增加。",
    ]


def test_places_right_above_records_that_nothing_parts() -> None:
    rows = read(HEAD + records("{c}\n講者：{t}{s}\n重點：\n• {k}\n") + FOOT)
    assert [list(row.values()) for row in rows] == [
        ["日本大阪市", "副市長高橋健一", f"• {OSAKA[3]}"],
        ["捷克布拉格", "市長Jan Novák", f"• {PRAGUE[3]}"],
    ]


def test_simplified_and_english_labels() -> None:
    simplified = read(records("城市：{c}\n发言人：{s}\n职务：{t}\n发言内容：{k}\n\n"))
    assert [row["发言内容"] for row in simplified] == [OSAKA[3], PRAGUE[3]]
    english = read(records("City: {c}\nSpeaker: {s}\nTitle: {t}\nSummary: {k}\n\n"))
    assert [row["Speaker"] for row in english] == ["高橋健一", "Jan Novák"]


def test_heading_with_number_is_the_place() -> None:
    tables = laws.read(HEAD + records("{h}、{c}\n代表：{t} {s}\n發言重點：{k}\n\n") + FOOT)
    rows = [row for row in tables[Segment] if row.kind == "table_row"]
    assert [row.label for row in rows] == ["一", "二"]
    assert [row.text.split("\t")[1] for row in rows] == ["日本大阪市", "捷克布拉格"]
    assert tables[Document][0].kind == "summary_table"


def test_what_stands_in_the_place_of_the_city_begins_a_record() -> None:
    office = "單位：經濟部\n講者：組長 古佳珊\n重點：補助四年90億元。\n"
    rows = read(records("城市：{c}\n講者：{s}\n重點：{k}\n") + office)
    assert [row.get("城市") for row in rows] == ["日本大阪市", "捷克布拉格", None]
    assert rows[2] == {"單位": "經濟部", "講者": "組長 古佳珊", "重點": "補助四年90億元。"}


def test_paragraphs_and_bullets_belong_to_the_content() -> None:
    form = "城市：{c}\n講者：{s}\n重點：\n．{k}\n．第二點。\n\n"
    rows = read(HEAD + records(form) + "\n" + FOOT)
    assert [row["重點"] for row in rows] == [
        f"．{content}\n．第二點。" for content in (OSAKA[3], PRAGUE[3])
    ]


def test_parts_of_a_programme_are_tables_of_their_own() -> None:
    form = "城市：{c}\n講者：{s}\n重點：{k}\n\n"
    source = "第一場\n\n" + records(form) + "第二場\n\n" + records(form)
    tables = laws.read(source)
    laws.check(tables, source)
    assert len(rows_of(tables)) == 4
    assert [row.table for row in tables[Segment] if row.kind == "table"] == [1, 2]


def test_records_of_a_web_page() -> None:
    form = "<p><b>城市：</b>{c}</p><p><b>講者：</b>{s}</p><p><b>重點：</b>{k}</p>"
    rows = read(f"<html><body><h1>摘要</h1>{records(form)}</body></html>", "a.html")
    assert [list(row.values()) for row in rows] == [
        [city, speaker, content] for city, _, speaker, content in (OSAKA, PRAGUE)
    ]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(
            "主持人：歡迎大家。\n王代表：謝謝主席。\n主持人：請李代表。\n李代表：臺北市很好。\n",
            id="逐字稿",
        ),
        pytest.param(
            "提案單位：民政局\n案由：購車案。\n說明：車輛老舊。\n\n"
            "提案單位：財政局\n案由：購屋案。\n說明：房屋老舊。\n",
            id="議案",
        ),
        pytest.param(
            "主持人：教授 盛懷安\n與談人：韓國全州市 副市長 尹海媛\n簡介：會說話的橋。\n\n"
            "主持人：院長 卓映彤\n與談人：印度浦那市 專員 李大華\n簡介：資料選擇加入率。\n",
            id="議程場次",
        ),
        pytest.param("城市：臺北市\n講者：市長\n重點：智慧城市。\n", id="只有一筆"),
        pytest.param("問：市長怎麼看？\n答：很好。\n問：之後呢？\n答：繼續。\n", id="問答"),
    ],
)
def test_other_labels_make_no_rows(source: str) -> None:
    assert read(source) == []


@pytest.mark.parametrize(
    "form",
    [
        "重點：{k}\n國別：某國\n城市：{c}\n講者：{s}\n職稱：{t}\n\n",
        "獎項：第{h}獎\n城市：{c}\n代表：{t} {s}\n評語：{k}\n\n",
        "日期：3月{n}日\n城市：{c}\n講者：{s}\n重點：{k}\n\n",
        "順序：{n}\n講者與職稱：{s}（{c}{t}）\n重點：{k}\n\n",
    ],
)
def test_blocks_between_blank_lines_are_records_whatever_they_open_with(form: str) -> None:
    lines = f"{HEAD}{records(form)}"
    rows = read(lines)
    assert len(rows) == 2
    assert [any(OSAKA[-1] in cell for cell in row.values()) for row in rows] == [True, False]
    assert [any("Jan Novák" in cell for cell in row.values()) for row in rows] == [False, True]


def test_an_english_sentence_before_a_colon_is_no_label() -> None:
    form = "城市：{c}\n講者：{s}\n重點：This once was a railway town：{k}\n\n"
    assert [set(row) for row in read(records(form))] == [{"城市", "講者", "重點"}] * 2


@pytest.mark.parametrize("stroke", ["／", "/", "｜"])
def test_a_stroke_right_behind_a_name_ends_it(stroke: str) -> None:
    form = f"城市：{{c}}{stroke}講者：{{t}} {{s}}{stroke}內容：{{k}}\n"
    assert [row["講者"] for row in read(records(form))] == ["副市長 高橋健一", "市長 Jan Novák"]


def test_a_sentence_below_a_name_is_no_part_of_the_name() -> None:
    told = "".join(
        f"{number}、{prize}\n得獎城市：{city}\n得獎項目：{name}\n"
        f"{city}的學生替獨居長者送飯，每週三次，兩年下來送了九千份。\n\n"
        for number, prize, city, name in (
            ("一", "鄰里獎", "日本大阪市", "Gohan Bin"),
            ("二", "樂齡獎", "捷克布拉格", "銀髮食堂"),
            ("三", "共好獎", "韓國大邱市", "골목 밥상"),
        )
    )
    assert [row["得獎項目"] for row in read(told)] == ["Gohan Bin", "銀髮食堂", "골목 밥상"]

"""Files as people send them: structure, kind and rows are what a reader would expect."""

from __future__ import annotations

import pytest

from pipeline.contract import Diagnostic, Document, Segment, Tables
from tests.readers import laws

BUS = "推動智慧交通計畫，在五十個路口設置智慧號誌，並降低百分之十五的行車時間。"
AIR = "市府與民間企業合作，建置空氣品質監測站三百座，資料全部公開。"
WEB = "以數位平台整合市民服務，每年服務人次達二十萬人次。"
HELLO = "各位來賓大家好，今天邀請到兩位市長。"
THANKS = "謝謝兩位市長的分享。"


def _rows(tables: Tables) -> list[list[str]]:
    rows: dict[tuple[int, int], list[str]] = {}
    for s in tables[Segment]:
        if s.kind == "cell" and s.row and s.table:
            rows.setdefault((s.table, s.row), []).append(s.text.strip())
    return list(rows.values())


def _turns(tables: Tables) -> list[tuple[str | None, str]]:
    said: list[tuple[str | None, str]] = []
    for turn in tables[Segment]:
        if turn.kind == "turn":
            inside = [s for s in tables[Segment] if s.parent_id == turn.segment_id]
            said.append((turn.label, "".join(s.text.strip() for s in inside[1:])))
    return said


TURNS = [("主持人", HELLO), ("高島市長", BUS), ("權市長", AIR), ("主持人", THANKS)]


def _written(form: str, between: str = "\n") -> str:
    """The turns in a form with the speaker, what is said, and a number of several kinds."""
    return between.join(
        form.format(name=name, said=said, i=i, n=i + 1, han="一二三四"[i], a=said[:9], b=said[9:])
        for i, (name, said) in enumerate(TURNS)
    )


TRANSCRIPTS = {
    "時間在方括號": _written("[00:0{i}:05] {name}：{said}"),
    "時間不加括號": _written("0{i}:05 {name}：{said}"),
    "姓名與時間一行": _written("{name}　00:0{i}\n{said}", "\n\n"),
    "時間與姓名一行": _written("[00:0{i}:00] {name}\n{said}"),
    "阿拉伯數字編號": _written("{n}. {name}：{said}"),
    "中文編號": _written("{han}、{name}：{said}"),
    "項目符號": _written("● {name}：{said}"),
    "粗體": _written("**{name}：** {said}", "\n\n"),
    "冒號後換行": _written("{name}：\n{said}", "\n\n"),
    "字幕": _written(
        "{n}\n00:0{i}:00,000 --> 00:0{i}:09,500\n{name}：{a}\n\n"
        "{n}\n00:0{i}:09,500 --> 00:0{i}:20,000\n{b}\n",
    ),
    "網路字幕": "WEBVTT\n\n" + _written("0{i}:00.000 --> 0{i}:09.500\n{name}：{said}\n"),
}


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_transcript_in_every_style(name: str) -> None:
    text = TRANSCRIPTS[name]
    tables = laws.read(text)
    laws.check(tables, text)
    assert _turns(tables) == TURNS
    assert tables[Document][0].kind == "transcript"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Q：預算多少？\nA：三億元。\nQ：何時完工？\nA：明年六月。\n", ["Q", "A", "Q", "A"]),
        ("Q1: 預算多少？\nA1: 三億元。\n\nQ2: 何時？\nA2: 明年。\n", ["Q1", "A1", "Q2", "A2"]),
        (
            "問：\n預算多少？\n答：\n三億元。\n問：\n何時？\n答：\n明年。\n",
            ["問", "答", "問", "答"],
        ),
    ],
    ids=["全形", "半形編號", "換行"],
)
def test_questions_and_answers(text: str, labels: list[str]) -> None:
    assert [label for label, _ in _turns(laws.read(text))] == labels


@pytest.mark.parametrize(
    "text",
    [
        f"施政重點\n\n一、智慧交通：{BUS}\n二、智慧環境：{AIR}\n三、智慧政府：{WEB}\n",
        f"1. 智慧交通：{BUS}\n2. 智慧環境：{AIR}\n3. 智慧政府：{WEB}\n",
        f"● 交通：{BUS}\n● 環境：{AIR}\n● 政府：{WEB}\n",
        f"編號：1\n城市：福岡市\n首長：高島宗一郎\n內容：{BUS}\n\n編號：2\n城市：大邱市\n首長：權泳臻\n"
        f"內容：{AIR}\n",
        f"寄件者: 王 <a@b.tw>\n收件者: c@d.tw\n主旨: 新聞稿\n日期: 2023年3月28日\n\n{BUS}\n",
        "議程\n09:00 報到\n09:30 開幕：市長\n10:00 專題：智慧交通\n11:00 專題：智慧環境\n",
    ],
    ids=["中文編號的項目", "編號的項目", "項目符號", "表單", "郵件", "議程"],
)
def test_labels_that_name_nobody_are_no_turns(text: str) -> None:
    tables = laws.read(text)
    laws.check(tables, text)
    assert _turns(tables) == []


ROWS = [["1", "日本福岡市", "高島宗一郎", BUS], ["2", "韓國大邱市", "權泳臻", AIR]]
_HEAD = ["編號", "城市", "首長", "內容"]


def _lines(sign: str, first: str = "", last: str = "") -> str:
    return "".join(first + sign.join(row) + last + "\n" for row in [_HEAD, *ROWS])


TABLES = {
    "分號.csv": _lines(";"),
    "全形逗號.csv": _lines("，")
    .replace(BUS, BUS.replace("，", "、"))
    .replace(AIR, AIR.replace("，", "、")),
    "直線.txt": _lines("|"),
    "sep.csv": "sep=;\n" + _lines(";"),
    "全形空白.txt": _lines("　　"),
    "半形空白.txt": _lines("    "),
    "markdown.md": _lines(" | ", "| ", " |").replace("\n", "\n|:--|:-:|---|---|\n", 1),
    "無外框.md": _lines(" | ").replace("\n", "\n--- | --- | --- | ---\n", 1),
    "加號.txt": "+--+--+\n"
    + _lines(" | ", "| ", " |").replace("\n", "\n+==+==+\n", 1)
    + "+--+--+\n",
    "方框.txt": "┌─┬─┐\n" + _lines("│", "│", "│").replace("\n", "\n├─┼─┤\n") + "└─┴─┘\n",
    "引號.tsv": _lines('"\t"', '"', '"'),
    "空白列.csv": "\n\n" + _lines(",").replace("\n", "\n,,,\n").replace(BUS, f'"{BUS}"'),
    "標題.csv": "2022 首長高峰會,,,\n日期：111年3月24日,,,\n" + _lines(",") + "製表：資訊局,,,\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_table_in_every_drawing(name: str) -> None:
    text = TABLES[name]
    tables = laws.read(text, name)
    laws.check(tables, text)
    swapped = [[cell.replace("，", "、") for cell in row] for row in ROWS]
    assert _rows(tables) == (swapped if name == "全形逗號.csv" else ROWS)
    headers = {s.column: s.header for s in tables[Segment] if s.kind == "cell" and s.row == 1}
    assert list(headers.values()) == _HEAD
    assert tables[Document][0].kind == "summary_table"
    assert tables[Diagnostic] == []


def test_table_within_prose_keeps_the_prose() -> None:
    text = f"# 高峰會\n\n{WEB}\n\n{TABLES['markdown.md']}\n以上為發言摘要。\n"
    tables = laws.read(text, "a.md")
    laws.check(tables, text)
    roots = [(s.kind, s.text.strip()) for s in tables[Segment] if s.parent_id is None]
    assert [kind for kind, _ in roots] == ["title", "paragraph", "table", "paragraph"]
    assert (roots[0][1], roots[3][1]) == ("高峰會", "以上為發言摘要。")
    assert _rows(tables) == ROWS


def test_two_tables_with_titles_in_one_file() -> None:
    text = f"高峰會第一場\n{_lines(',')}\n高峰會第二場\n{_lines(',')}".replace(BUS, f'"{BUS}"')
    tables = laws.read(text, "a.csv")
    laws.check(tables, text)
    roots = [(s.kind, s.text.strip()[:6]) for s in tables[Segment] if s.parent_id is None]
    assert roots[0] == ("title", "高峰會第一場")
    assert roots[2] == ("heading", "高峰會第二場")
    assert _rows(tables) == [*ROWS, *ROWS]
    assert tables[Diagnostic] == []


def test_header_repeated_on_a_new_page_is_one_table() -> None:
    text = "編號,城市,內容\n1,臺北,好\n編號,城市,內容\n2,大邱,好\n"
    tables = laws.read(text, "a.csv")
    assert {s.table for s in tables[Segment] if s.kind == "table"} == {1}
    assert len(_rows(tables)) == 2


def test_row_that_only_goes_on_with_the_content_joins_the_row_above() -> None:
    text = f"編號,城市,內容\n1,臺北,{WEB}\n,,{AIR}\n2,大邱,{BUS}\n".replace("，", "、")
    tables = laws.read(text, "a.csv")
    laws.check(tables, text)
    rows = _rows(tables)
    assert [row[:2] for row in rows] == [["1", "臺北"], ["2", "大邱"]]
    assert rows[0][2] == f"{WEB}\n{AIR}".replace("，", "、")


@pytest.mark.parametrize(
    "header",
    [
        "次序,參與城市,出席人員,談話重點",
        "No.,City,Mayor,Key Points",
        "序号,城市,市长,发言内容",
        "項次,友市,代表姓名,致詞摘要",
    ],
)
def test_headers_in_other_words(header: str) -> None:
    text = header + "\n1,福岡市,高島宗一郎,推動智慧公車。\n2,大邱市,權泳臻,推動空品監測。\n"
    tables = laws.read(text, "a.csv")
    assert tables[Document][0].kind == "summary_table"
    assert len(_rows(tables)) == 2
    assert tables[Diagnostic] == []


def test_table_without_header_is_told_and_still_a_summary() -> None:
    text = "".join(",".join(row).replace("，", "；") + "\n" for row in ROWS)
    tables = laws.read(text, "a.csv")
    assert tables[Document][0].kind == "summary_table"
    assert "missing_header" in [row.code for row in tables[Diagnostic]]
    assert [row[0] for row in _rows(tables)] == ["1", "2"]


def test_markdown_headings_lists_and_bold() -> None:
    items = f"- 臺北市：{BUS}\n- 大邱市：{AIR}\n\n1. 第一點。\n2. 第二點。"
    text = f"# 高峰會\n\n## 重點\n\n{items}\n\n**市長**說好。\n"
    tables = laws.read(text, "a.md")
    laws.check(tables, text)
    roots = [s for s in tables[Segment] if s.parent_id is None]
    assert [s.kind for s in roots] == ["title", "heading", *["list_item"] * 4, "paragraph"]
    assert roots[-1].text.strip() == "市長說好。"


def test_spreadsheet_saved_as_a_page() -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in [_HEAD, *ROWS])
    text = f"<html xmlns:x='urn:x'><body><table><tr><td colspan=4>高峰會</td></tr>{cells}</table>"
    tables = laws.read(text, "a.xls")
    laws.check(tables, text)
    assert tables[Document][0].media_type == "text/html"
    assert _rows(tables) == ROWS


def test_invisible_characters_between_letters_are_no_part_of_names() -> None:
    text = (
        "臺\u200b北\u200d市長\ufeff柯文\u2060哲\u200e表\u00ad示，葛\U000e0100飾區也參加👨\u200d👩。"
    )
    tables = laws.read(text)
    laws.check(tables, text)
    assert tables[Document][0].text == "臺北市長柯文哲表示，葛飾區也參加👨\u200d👩。"


def test_mixed_line_ends_are_line_ends() -> None:
    tables = laws.read(f"高峰會登場\r\n\r\n{BUS}\r\r{AIR}\n{WEB}\x0b{BUS}\u2028{AIR}")
    roots = [s.text.strip() for s in tables[Segment] if s.parent_id is None]
    assert roots == ["高峰會登場", BUS, AIR, WEB, BUS, AIR]


def test_labels_set_apart_by_tabs_are_no_table() -> None:
    text = f"會議紀錄\n\n時間：\t111年3月24日\n地點：\t市政大樓\n\n{BUS}\n\n{AIR}\n"
    tables = laws.read(text)
    laws.check(tables, text)
    assert not [s for s in tables[Segment] if s.kind == "table"]
    assert [s.text.strip() for s in tables[Segment] if s.kind == "paragraph"][-2:] == [BUS, AIR]


def test_prose_after_a_table_without_header_and_numbers_is_prose() -> None:
    text = f"臺北市\t柯文哲\n福岡市\t高島宗一郎\n大邱市\t權泳臻\n\n{BUS}\n"
    tables = laws.read(text)
    laws.check(tables, text)
    assert _rows(tables)[-1] == ["大邱市", "權泳臻"]
    assert [s.text.strip() for s in tables[Segment] if s.kind == "paragraph"] == [BUS]


def test_years_may_name_columns() -> None:
    tables = laws.read("城市,2021年,2022年\n臺北市,12,13\n福岡市,8,9\n", "a.csv")
    headers = [s.header for s in tables[Segment] if s.kind == "cell" and s.row == 1]
    assert headers == ["城市", "2021年", "2022年"]


def test_labelled_title() -> None:
    (document,) = laws.read(f"數位發展部新聞稿\n標題：高峰會登場\n日期：112/07/19\n\n{BUS}\n")[
        Document
    ]
    assert document.title == "高峰會登場"


def test_head_and_foot_of_a_site_by_class() -> None:
    page = f"""<body><div class="header"><div>某市政府</div></div><div class="content"><p>{BUS}</p>
    </div><div id="footer">地址：某路</div></body>"""
    assert laws.read(page, "a.html")[Document][0].text.strip() == BUS

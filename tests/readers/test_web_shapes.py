"""What pages use instead of a plain table: definition lists, styled elements, frames, ``pre``."""

from __future__ import annotations

import html

import pytest

from pipeline.contract import Document, Segment
from pipeline.readers.source import Source
from pipeline.stages import ingest
from tests.growth import is_linear
from tests.readers import laws
from tests.readers.test_records import rows_of

HEADER = ("編號", "城市", "講者", "重點")
ROWS = [
    ("1", "日本大阪市", "副市長 高橋健一", "大阪整合7家業者，尖峰壅塞下降8.5%。"),
    ("2", "捷克布拉格", "市長 Jan Novák", "布拉格裝設310台感測器。"),
]


def read(body: str) -> list[dict[str, str]]:
    page = f"<html><body><h1>2024 城市論壇發言摘要</h1>{body}</body></html>"
    tables = laws.read(page, "a.html")
    laws.check(tables, page)
    return rows_of(tables)


def styled(table: str, row: str, cell: str) -> str:
    cells = [
        "".join(f"<div {cell}>{html.escape(text)}</div>" for text in own) for own in (HEADER, *ROWS)
    ]
    return f"<div {table}>" + "".join(f"<div {row}>{own}</div>\n" for own in cells) + "</div>"


def table(rows: list[tuple[str, ...]]) -> str:
    return "<table>" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    ) + "</table>"  # fmt: skip


def pre(delimiter: str) -> str:
    return "<pre>\n" + "\n".join(delimiter.join(row) for row in (HEADER, *ROWS)) + "\n</pre>"


def terms(opens: str = "<dt>", between: str = "</dt>\n<dd>", ends: str = "</dd>\n") -> str:
    return "".join(
        "<dl>" + "".join(f"{opens}{n}{between}{v}{ends}" for n, v in zip(HEADER, r, strict=True))
        + "</dl>" for r in ROWS
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            styled(*(f'style="display: table{part}"' for part in ("", "-row", "-cell"))), id="CSS"
        ),
        pytest.param(styled('role="table"', 'role="row"', 'role="cell"'), id="ARIA"),
        pytest.param(styled('class="tbl"', 'class="tr odd"', 'class="td"'), id="class"),
        pytest.param(f"<table><tr><td>{table([HEADER, *ROWS])}</td></tr></table>", id="in a frame"),
        pytest.param(pre("\t"), id="tabs in pre"),
        pytest.param(pre(" | "), id="bars in pre"),
        pytest.param(pre("  "), id="gaps in pre"),
    ],
)
def test_whatever_looks_like_a_table_is_one(body: str) -> None:
    assert [tuple(row.values()) for row in read(body)] == ROWS


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(terms(), id="dl"),
        pytest.param(terms(between="<dd>", ends=""), id="without end tags"),
        pytest.param(terms(between="：</dt><dd>"), id="with colons"),
        pytest.param(terms(between="</dt><dd><p>", ends="</p></dd>"), id="paragraphs"),
        pytest.param(terms("<div><dt>", ends="</dd></div>"), id="grouped"),
        pytest.param(terms().replace("編號", "序"), id="序"),
    ],
)
def test_terms_name_what_is_behind_them(body: str) -> None:
    rows = read(body)
    assert [(row["城市"], row["講者"], row["重點"]) for row in rows] == [row[1:] for row in ROWS]


def test_a_question_is_no_name() -> None:
    page = "<dl><dt>什麼是城市通？</dt><dd>一張卡。</dd></dl>"
    (document,) = laws.read(page, "a.html")[Document]
    assert document.text == "什麼是城市通？\n一張卡。\n"


def test_a_small_table_in_a_cell_leaves_the_rows_whole() -> None:
    inner = table([("站牌", "200座"), ("路口", "36個")])
    rows = read(table([HEADER, (*ROWS[0][:3], ROWS[0][3] + inner), ROWS[1]]))
    assert [row["城市"] for row in rows] == ["日本大阪市", "捷克布拉格"]
    assert rows[0]["重點"].split("\n") == [ROWS[0][3], "站牌", "200座", "路口", "36個"]


def test_prose_in_pre_is_read_as_text() -> None:
    said = "臺中市政府今日宣布，將與日本名古屋市簽署合作備忘錄，共同推動智慧交通與淨零轉型。" * 3
    lines = "\n".join(said[at : at + 30] for at in range(0, len(said), 30))
    segments = laws.read(f"<pre>{lines}\n\n市長陳美惠表示歡迎。</pre>", "a.html")[Segment]
    paragraphs = [s.text.strip() for s in segments if s.kind == "paragraph"]
    assert paragraphs == [said, "市長陳美惠表示歡迎。"]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("<table><tr><td>", id="nested tables"),
        pytest.param("<pre>\na\nb\nc\nd</pre>", id="pre"),
        pytest.param("<dl><dt>城市<dd>", id="terms"),
        pytest.param('<div style="display:table-row">', id="styled rows"),
    ],
)
def test_pages_are_read_in_linear_time(unit: str) -> None:
    def work(count: int) -> None:
        ingest.run([Source("a.html", ("<p>臺北市</p>" + unit * count).encode())])

    assert is_linear(work, 1_000)


@pytest.mark.parametrize(
    ("outer", "row", "cell"), [("div", "div", "div"), ("ul", "li", "span"), ("section", "div", "p")]
)
def test_even_rows_of_any_elements_below_names_are_a_table(outer: str, row: str, cell: str) -> None:
    rows = [
        f"<{row} class='r'>"
        + "".join(f"<{cell}><b>{html.escape(text)}</b></{cell}>\n" for text in own)
        + f"</{row}>\n"
        for own in (HEADER, *ROWS)
    ]
    found = read(f"<div><{outer}>{''.join(rows)}</{outer}></div><p>會後合影。</p>")
    assert [tuple(own.values()) for own in found] == ROWS


def test_a_menu_of_even_rows_is_no_table() -> None:
    item = "<li><a>市政新聞</a><a>市長專區</a></li>"
    assert read(f"<div><ul>{item * 4}</ul></div><p>會後合影。</p>") == []


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        *((name, True) for name in ("newsletter", "social-policy", "tag-message", "menu-notice")),
        *((name, False) for name in ("cookie-notice", "gdpr_banner", "newsletter-signup")),
    ],
)
def test_frames_of_a_page_are_told_from_its_text(name: str, is_read: bool) -> None:
    page = f'<html><body><div class="{name}"><p>新竹市推動長照。</p></div><p>會後合影。</p></body>'
    (document,) = laws.read(page, "a.html")[Document]
    assert ("新竹市" in document.text) == is_read


def test_rows_of_rows_are_looked_at_in_linear_time() -> None:
    def work(depth: int) -> None:
        row = "<div><p>一</p><p>二</p></div>"
        ends = f"</div></div>{row}{row}</div>"
        page = "<div><div><p>三</p><div>" * depth + "城市" + ends * depth
        ingest.run([Source("a.html", page.encode())])

    assert is_linear(work, 500)


def test_elements_without_end_are_read_in_time() -> None:
    assert is_linear(lambda size: laws.read("<div><p>城市" * size, "a.html"), 300)

"""Forms around a text, data before it, and what a file calls itself."""

from __future__ import annotations

import pytest

from pipeline.contract import Diagnostic, Document, Segment
from tests.readers import laws
from tests.readers.test_records import rows_of

SAID = "臺中市政府今日舉辦論壇，共有12個國家、30個城市參加，市長盧秀燕表示將投入3億元推動智慧水網。"
HEADLINE = "臺中智慧城市論壇登場"


def form(*rows: tuple[str, ...]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>\n" for row in rows)
    return f"<html><body><table>{body}</table><h2>{HEADLINE}</h2><p>{SAID}</p></body></html>"


def test_a_form_above_a_release_reads_as_its_lines_would() -> None:
    page = form(
        ("發布單位", "秘書處", "發布日期", "114年9月18日"), ("聯絡人", "王小明", "電話", "")
    )
    tables = laws.read(page, "a.html")
    laws.check(tables, page)
    (document,) = tables[Document]
    assert document.text.splitlines()[:4] == [
        *("發布單位：秘書處", "發布日期：114年9月18日", "聯絡人：王小明", "電話："),
    ]
    assert (document.title, str(document.published_on)) == (HEADLINE, "2025-09-18")
    assert not any(segment.kind == "table" for segment in tables[Segment])


def test_a_form_that_holds_the_release_is_its_title_and_paragraphs() -> None:
    page = "<table><tr><td>新聞標題</td><td>論壇登場</td></tr>" + (
        f"<tr><td>發稿日期</td><td>2025/9/18</td></tr><tr><td>內容</td><td><p>{SAID}</p>"
        f"<p>{SAID[:20]}。</p></td></tr></table>"
    )
    tables = laws.read(page, "a.html")
    laws.check(tables, page)
    (document,) = tables[Document]
    assert (document.title, str(document.published_on)) == ("論壇登場", "2025-09-18")
    kinds = [(s.kind, s.text.strip()) for s in tables[Segment] if s.kind == "paragraph"]
    assert kinds == [("paragraph", SAID), ("paragraph", f"{SAID[:20]}。")]


@pytest.mark.parametrize(
    "rows",
    [
        (("時間", "地點", "主席", "紀錄"), ("上午9時", "市府", "林副市長", "王小明")),
        (("單位", "電話"), ("資訊局", "2720-8889"), ("交通局", "2725-6888")),
    ],
)
def test_a_table_with_names_above_stays_one(rows: tuple[tuple[str, ...], ...]) -> None:
    tables = laws.read(form(*rows), "a.html")
    assert [tuple(row.values()) for row in rows_of(tables)] == list(rows[1:])


def test_data_before_a_text_tell_the_body_that_wrote_it() -> None:
    source = (
        f'---\ntitle: {HEADLINE}\nauthor: "新北市政府秘書處"\ndate: 2025-09-18\n---\n\n{SAID}\n'
    )
    tables = laws.read(source, "a.md")
    laws.check(tables, source)
    (document,) = tables[Document]
    assert document.text.split("\n")[:2] == [HEADLINE, "新北市政府秘書處"]
    (other,) = laws.read(source.replace("新北市政府秘書處", "王小明"), "a.md")[Document]
    assert "王小明" not in other.text


@pytest.mark.parametrize(
    ("head", "first"),
    [
        (f'---\ntitle: "{HEADLINE}"\ndate: 2025/9/18\ntags: [a, b]\n---\n\n', HEADLINE),
        (f"---\r\ndate: 2025-09-18\r\ntitle: {HEADLINE}\r\n---\r\n# {HEADLINE}\r\n", HEADLINE),
        ("+++\ndate = 2025-09-18\ndraft = false\n+++\n", SAID),
        ("---\ndate: 2025-09-18\nsource: 新北市政府\n---\n", SAID),
        (
            f"---\nauthor: 新北市政府\ntitle: {HEADLINE}\ndate: 2025-09-18\n---\n# {HEADLINE}\n",
            HEADLINE,
        ),
    ],
)
def test_data_before_a_text_tell_its_title_and_day(head: str, first: str) -> None:
    source = head + SAID + "\n"
    tables = laws.read(source, "a.md")
    laws.check(tables, source)
    (document,) = tables[Document]
    assert document.text.split("\n")[0] == first
    assert str(document.published_on) == "2025-09-18"
    assert document.text.count(HEADLINE) == (first == HEADLINE)


def test_rules_around_lines_of_text_are_no_data() -> None:
    source = f"---\n時間：9月18日\n地點：市府\n---\n{SAID}\n"
    assert "時間：9月18日" in laws.read(source, "a.md")[Document][0].text


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("臺中市政府", HEADLINE),
        (f"{HEADLINE}-臺中市政府全球資訊網", HEADLINE),
        ("Microsoft Word - 新聞稿.docx", HEADLINE),
        ("論壇手冊", HEADLINE),
    ],
)
def test_a_page_without_a_first_heading_is_called_by_its_main_one(given: str, title: str) -> None:
    page = f"<html><head><title>{given}</title></head><body><h3>{HEADLINE}</h3><p>{SAID}</p></body>"
    assert laws.read(page, "a.html")[Document][0].title == title


def test_a_note_in_the_last_row_stands_below_the_table() -> None:
    body = "<tr><td>編號<td>城市<td>重點<tr><td>1<td>大阪市<td>好。<tr><td>2<td>安曼市<td>好。"
    page = f"<table>{body}<tr><td colspan=3>註：依發言順序。</table>"
    tables = laws.read(page, "a.html")
    laws.check(tables, page)
    assert [row["編號"] for row in rows_of(tables)] == ["1", "2"]
    assert tables[Document][0].text.endswith("\n註：依發言順序。\n")
    assert not tables[Diagnostic]

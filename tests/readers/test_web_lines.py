"""A page reads like its text: lines that end with ``br``, wrapped lines, blank ones, references."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest

from pipeline.contract import Document, Segment
from tests.readers import laws

_SAID = "市府今年在八個路口裝設感測器，把等紅燈的時間縮短了兩成，明年起擴大到全市一百二十個路口。"
RELEASE = f"""基隆市政府新聞稿
港口城市論壇在基隆登場
發布日期：2023年5月4日

開放港區資料
{_SAID}

推動步行城市
{_SAID}"""
INTERVIEW = """老港口的新工作
文／林采穎

問：感測器裝在哪裡？
答：裝在八個路口，等紅燈的時間縮短兩成。

問：錢從哪裡來？
答：中央補助六成，其餘由市府負擔。"""
RECORDS = """論壇發言摘要

【第一場】港口
講者：林采穎
重點：把等紅燈的時間縮短兩成。

【第二場】山城
講者：周以安
重點：全市裝設四十個雨量站。"""
DRAWN = """論壇發言摘要

編號 | 城市 | 講者 | 重點
1 | 日本大阪市 | 副市長 高橋健一 | 尖峰壅塞下降8.5%。
2 | 捷克布拉格 | 市長 Jan Novák | 裝設310台感測器。"""


def by_br(text: str) -> str:
    return f"<div>{'<br>'.join(map(html.escape, text.split(chr(10))))}</div>"


def by_spans(text: str) -> str:
    lines = [f"<span>{html.escape(line)}</span>" for line in text.split("\n")]
    return f"<div class='content'><p>{'<br />'.join(lines)}</p></div>"


def by_references(text: str) -> str:
    lines = ["".join(f"&#{ord(sign)};" for sign in line) for line in text.split("\n")]
    return f"<p>{'<br>'.join(lines)}</p>"


def by_paragraphs(text: str) -> str:
    lines = [f"<p>{html.escape(line) or '&nbsp;'}</p>" for line in text.split("\n")]
    return "\n".join(lines)


def told(text: str, name: str) -> list[tuple[str, str | None, str | None, str]]:
    tables = laws.read(text, name)
    laws.check(tables, text)
    found = [
        (s.kind, s.label, s.header, re.sub("\n+", "\n", s.text.strip())) for s in tables[Segment]
    ]
    return [own for own in found if own[-1]]


def page(body: str) -> str:
    return f"<html><head><title>x</title></head><body>{body}</body></html>"


@pytest.mark.parametrize("text", [RELEASE, INTERVIEW, RECORDS, DRAWN])
@pytest.mark.parametrize("write", [by_br, by_spans, by_references, by_paragraphs])
def test_a_page_reads_like_its_text(text: str, write: Callable[[str], str]) -> None:
    assert told(page(write(text)), "a.html") == told(text, "a.txt")


def test_lines_wrapped_by_br_are_joined() -> None:
    said = _SAID * 3
    lines = [said[at : at + 30] for at in range(0, len(said), 30)]
    body = f"<p>{'<br>'.join(lines)}<br><br>　　市長林采穎表示歡迎。</p>"
    segments = laws.read(page(body), "a.html")[Segment]
    assert [s.text.strip() for s in segments if s.kind == "paragraph"] == [
        said,
        "市長林采穎表示歡迎。",
    ]


def test_the_ends_of_paragraphs_are_no_wrapped_lines() -> None:
    said = _SAID * 3
    body = "".join(f"<p>{said[at : at + 30]}</p>" for at in range(0, len(said), 30))
    (document,) = laws.read(page(body), "a.html")[Document]
    assert document.text.split() == [said[at : at + 30] for at in range(0, len(said), 30)]


def test_lines_of_an_element_are_all_of_its_kind() -> None:
    body = f"<h1>港口城市論壇<br>在基隆登場</h1><p>{_SAID}</p><ul><li>感測器<br>八個路口</li></ul>"
    found = told(page(body), "a.html")
    assert [
        (kind, text) for kind, _, _, text in found if kind not in ("sentence", "paragraph")
    ] == [
        ("title", "港口城市論壇"),
        ("heading", "在基隆登場"),
        ("list_item", "感測器"),
        ("list_item", "八個路口"),
    ]


def test_references_are_the_characters_they_stand_for() -> None:
    body = (
        "<p>&emsp;&emsp;主席&#12288;林采穎&#65306;&ldquo;智慧&#8203;城市&rdquo;，R&amp;D。&nbsp</p>"
    )
    (document,) = laws.read(page(body), "a.html")[Document]
    assert document.text == "主席　林采穎：“智慧城市”，R&D。\n"


def test_references_of_signs_of_markup_open_no_element() -> None:
    (document,) = laws.read(page("<p>用 &lt;b&gt; 標示。</p>"), "a.html")[Document]
    assert document.text == "用 <b> 標示。\n"


def kinds(body: str) -> list[tuple[str, str]]:
    return [(kind, text) for kind, _, _, text in told(page(body), "a.html") if kind != "sentence"]


@pytest.mark.parametrize("site", ["<h1>基隆市政府全球資訊網</h1>", "<p>基隆市政府新聞稿</p>"])
@pytest.mark.parametrize("name", ["h2", "h3"])
def test_the_first_heading_is_the_title_where_no_other_line_is(site: str, name: str) -> None:
    body = f"{site}<{name}>港口城市論壇在基隆登場</{name}><p>林采穎／基隆</p><p>{_SAID}</p>"
    first, second, *_ = kinds(body)
    assert first[0] == "heading"
    assert second == ("title", "港口城市論壇在基隆登場")


def test_a_heading_before_the_title_of_the_page_is_none() -> None:
    body = f"<h3>市政新聞</h3><h1>港口城市論壇在基隆登場</h1><h3>開放資料</h3><p>{_SAID}</p>"
    assert [kind for kind, _ in kinds(body)] == ["heading", "title", "heading", "paragraph"]


def test_paragraphs_set_like_headings_are_paragraphs() -> None:
    body = f"<h1>港口城市論壇</h1><h3>{_SAID}</h3><h3>推動步行城市</h3><h3>{_SAID}</h3>"
    assert [kind for kind, _ in kinds(body)] == ["title", "paragraph", "heading", "paragraph"]


MARKDOWN = """# 港口城市論壇

**時間：** 2023年5月4日
**出席：** 林采穎、周以安

> **主席：** 現在開會，請教育局報告。
>
> **林局長：** 今年在八個路口裝設感測器。
>
> **主席：** 謝謝，散會。
"""


def test_marks_of_markdown_are_no_part_of_a_line() -> None:
    plain = MARKDOWN.replace("# ", "").replace("**", "").replace("> ", "").replace(">", "")
    assert told(MARKDOWN, "a.md") == told(plain, "a.txt")


@pytest.mark.parametrize("space", ["\u00a0", "&nbsp;", "&#160;", "\u2009"])
def test_a_space_that_does_not_break_is_a_space(space: str) -> None:
    said = "市長 Jan Novák 表示，布拉格裝設 310 台感測器。"
    body = f"<p>{space * 4}{said.replace(' ', space)}</p>"
    source = page(body)
    tables = laws.read(source, "a.html")
    laws.check(tables, source)
    assert tables[Document][0].text == f"{said}\n"


def test_a_space_that_does_not_break_is_a_space_in_plain_text() -> None:
    source = "主席\u00a0林采穎：現在開會。\n周\u00a0局長：好。\n主席\u00a0林采穎：謝謝。\n"
    assert told(source, "a.txt") == told(source.replace("\u00a0", " "), "a.txt")

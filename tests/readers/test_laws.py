from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.contract import Diagnostic, Document
from pipeline.readers.encoding import decode
from tests.readers import laws, strategies

NAMES = st.sampled_from(["a.txt", "a.csv", "a.tsv", "a.html", "a.md", "a.srt", "a.xls"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.anything, NAMES)
def test_any_text_keeps_offsets_and_account(text: str, name: str) -> None:
    laws.check(laws.read(text, name), text)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.anything, NAMES, ENCODINGS)
def test_any_encoding_keeps_account(text: str, name: str, encoding: str) -> None:
    data = text.encode(encoding)
    tables = laws.read(data, name)
    if tables[Document]:
        decoded = decode(data, name)
        assert tables[Document][0].encoding == decoded.encoding
        laws.check(tables, decoded.text)


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300), NAMES)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    tables = laws.read(data, name)
    assert bool(tables[Document]) != any(row.level == "error" for row in tables[Diagnostic])


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.pages)
def test_any_page_keeps_offsets_and_account(page: str) -> None:
    laws.check(laws.read(page, "a.html"), page)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.drawings)
def test_any_drawing_and_subtitle_keeps_offsets_and_account(text: str) -> None:
    laws.check(laws.read(text), text)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(strategies.paragraphs, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_line_ends_do_not_change_text(paragraphs: list[str], line_end: str) -> None:
    plain = laws.read("\n".join(paragraphs))
    other = laws.read(line_end.join(paragraphs))
    assert plain[Document][0].text == other[Document][0].text
    laws.check(other, line_end.join(paragraphs))


SIZE = 5_000_000
SENTENCE = "臺北市長柯文哲表示，今年會議有100城市參加，推動智慧城市計畫。"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE * (SIZE // 3 // len(SENTENCE)), id="句子"),
        pytest.param("臺" * (SIZE // 3), id="無標點"),
        pytest.param("市長" * (SIZE // 6), id="全是職稱"),
        pytest.param("臺北，" * (SIZE // 9), id="只有逗號"),
        pytest.param("<p " * (SIZE // 3), id="未關閉標籤"),
        pytest.param("https://a.b/" * (SIZE // 12), id="網址相連"),
        pytest.param(" " * SIZE, id="空白"),
        pytest.param("（" * (SIZE // 3), id="括號"),
    ],
)
def test_five_megabytes_in_one_line_under_ten_seconds(text: str) -> None:
    start = time.process_time()
    tables = laws.read("高峰會順利結束。\n" + text)
    assert time.process_time() - start < 10
    (document,) = tables[Document]
    assert document.text.startswith("高峰會順利結束。\n")
    if "。" not in text and not text.isspace():
        (note,) = tables[Diagnostic]
        assert (note.code, note.level) == ("endless_text", "warning")
        assert note.place == "a.txt: line 2"
        assert "characters without a sentence mark are left out" in note.message

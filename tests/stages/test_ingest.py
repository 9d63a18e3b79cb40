from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.contract import Diagnostic, Document, Segment, SourceMap, Tables
from pipeline.readers.source import Source
from pipeline.stages import ingest, segment
from tests.readers import laws, strategies

KINDS = (Document, SourceMap, Segment, Diagnostic)


def test_document_row_describes_the_file() -> None:
    (document,) = laws.read("臺北市長表示，會議順利。", "2021/新聞.txt")[Document]
    assert document.document_id == document.source_path == "2021/新聞.txt"
    assert (document.encoding, document.media_type, document.language) == (
        *("utf-8", "text/plain", "zh-Hant"),
    )
    assert len(document.source_sha256) == 64


def test_document_id_comes_from_the_source() -> None:
    source = Source("raw/x.txt", "好。".encode(), document_id="placeholder")
    tables = ingest.run([source])
    assert {row.document_id for row in tables[Segment]} == {"placeholder"}
    assert tables[Document][0].source_path == "raw/x.txt"


def test_meta_overrides() -> None:
    text = "2023-03-28\n臺北市長表示，會議順利。"
    (document,) = laws.read(text, kind="agenda", title="議程", published_on=date(2021, 3, 25))[
        Document
    ]
    assert (document.kind, document.kind_score, document.title) == ("agenda", 1.0, "議程")
    assert document.published_on == date(2021, 3, 25)


@pytest.mark.parametrize(
    ("key", "value"), [("kind", "新聞"), ("published_on", "三月")], ids=["種類", "日期"]
)
def test_bad_meta_is_noted(key: str, value: str) -> None:
    tables = laws.read("臺北市長表示，會議順利。", **{key: value})
    (row,) = tables[Diagnostic]
    assert (row.code, row.level) == ("bad_meta", "warning")
    assert value in row.message and row.advice and key in (row.place or "")


@pytest.mark.parametrize(
    ("key", "value", "message", "advice"),
    [
        ("title", 2021, "title 2021 is not a text, so it is not used", 'write it as title = "..."'),
        ("url", ["x"], "url ['x'] is not a text, so it is not used", 'write it as url = "..."'),
        ("titel", "高峰會", "titel is not known", "did you mean title?"),
        ("作者", "王", "作者 is not known", "use one of title, source"),
    ],
)
def test_wrong_type_and_unknown_key_of_meta_are_noted(
    key: str, value: object, message: str, advice: str
) -> None:
    tables = laws.read("臺北市長表示，會議順利。", **{key: value})
    (row,) = tables[Diagnostic]
    assert (row.code, row.level, row.message) == ("bad_meta", "warning", message)
    assert (row.advice or "").startswith(advice)
    assert row.place == f"a.txt: .meta.toml: {key}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("〔記者甲／高雄報導〕2025-04-17\n\n高雄市長說，好。", "2025-04-17", id="西元"),
        pytest.param("某市政府　民國111年3月24日\n\n市長說，好。", "2022-03-24", id="民國"),
        pytest.param("日期：中華民國111年5月11日\n\n市長說，好。", "2022-05-11", id="中華民國"),
        pytest.param(
            "2023對話會\n\n本报苏州11月2日电（记者 甲）市长说，好。", "2023-11-02", id="電頭"
        ),
        pytest.param(
            "2022 首長會議（9/21）紀要\n\n編號\t城市\t內容\n1\t臺北\t好。\n",
            "2022-09-21",
            id="頁首",
        ),
        pytest.param("市長說，好。\n\n發布日期：2021/03/25\n", "2021-03-25", id="頁尾"),
        pytest.param(
            "議會速記錄\n\n時　　間：中華民國一一○年十月二十六日（星期二）\n\n王市長說，好。\n",
            "2021-10-26",
            id="國字年月日",
        ),
        pytest.param(
            "新聞公報\n\n局長今日表示，計劃順利，並感謝各界支持。\n\n完\n"
            "2022年11月24日（星期四）\n香港時間18時45分\n\n即日新聞　｜　列印版\n",
            "2022-11-24",
            id="文末獨立一行",
        ),
        pytest.param(
            "市長論壇閉幕\n\n（新加坡讯 2025年8月6日）市长说，论坛很成功，明年再办。\n",
            "2025-08-06",
            id="電頭括號",
        ),
        pytest.param("市長論壇\n20240320\n\n市長說，論壇很成功。\n", "2024-03-20", id="八位數"),
        pytest.param(
            "Smart City Forum\nMarch 20, 2024\n\n市長說，論壇很成功。\n", "2024-03-20", id="英文"
        ),
        pytest.param("市長論壇\n3/4/2024\n\n市長說，論壇很成功。\n", None, id="月日先後不明則不猜"),
        pytest.param(
            "臺北市長說，2020年1月2日曾簽約，今年再簽，請市民多多支持。", None, id="內文的日期不算"
        ),
        pytest.param("編號,城市,締結日期\n1,臺北,1998/05/17\n", None, id="儲存格的日期不算"),
    ],
)
def test_published_on(text: str, day: str | None) -> None:
    name = "a.csv" if text.startswith("編號,") else "a.txt"
    (document,) = laws.read(text, name)[Document]
    assert document.published_on == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"  \n\xef\xbb\xbf", "empty_file"),
        (b"%PDF-1.4", "bad_pdf"),
    ],
    ids=["空檔", "只有空白", "PDF"],
)
def test_bad_file_gives_one_diagnostic_and_others_go_on(data: bytes, code: str) -> None:
    tables = ingest.run([Source("壞.txt", data), Source("好.txt", "好。".encode())])
    assert [row.document_id for row in tables[Document]] == ["好.txt"]
    (row,) = tables[Diagnostic]
    assert (row.code, row.level, row.source_path, row.document_id) == (
        code,
        "error",
        "壞.txt",
        None,
    )
    assert row.message and row.advice


def as_rows(tables: Tables) -> list[list[object]]:
    return [list(tables[kind]) for kind in KINDS]


@settings(deadline=None, max_examples=40)
@given(st.lists(strategies.anything, max_size=3), st.lists(strategies.anything, max_size=3))
def test_shards(first: list[str], second: list[str]) -> None:
    def run(sources: list[Source]) -> Tables:
        tables = ingest.run(sources)
        tables[Segment] = segment.run(tables)[Segment]
        return tables

    one = [Source(f"甲{i}.txt", text.encode()) for i, text in enumerate(first)]
    two = [Source(f"乙{i}.csv", text.encode()) for i, text in enumerate(second)]
    apart = run(one)
    apart.extend(run(two))
    assert as_rows(run(one + two)) == as_rows(apart)

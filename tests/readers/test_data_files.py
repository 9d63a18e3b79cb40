"""Data of web sites: records as tables, texts under their names as articles."""

from __future__ import annotations

import json

import pytest

from pipeline.contract import Diagnostic, Document, Segment
from pipeline.readers.source import Source
from pipeline.stages import ingest
from tests.readers import laws
from tests.readers.test_records import rows_of

NAMES = ("編號", "城市", "講者", "重點")
ROWS = [
    ("1", "大阪市", "高橋健一", "整合七家業者，尖峰壅塞下降8.5%。"),
    ("2", "安曼市", "林采穎", "裝設310台感測器。\n明年再設百台。"),
]
RECORDS = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
SAID = "臺中市政府今日舉辦論壇，共有12個國家參加。"


def read(value: object, name: str = "a.json") -> list[dict[str, str]]:
    data = value if isinstance(value, str) else json.dumps(value)
    return rows_of(laws.read(data, name))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (RECORDS, "a.json"),
        ({"success": True, "result": {"total": 2, "records": RECORDS}}, "a.json"),
        ("\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS), "a.jsonl"),
    ],
)
def test_records_are_the_rows_of_a_table(value: object, name: str) -> None:
    assert [tuple(row.values()) for row in read(value, name)] == ROWS


def test_a_text_under_its_name_is_an_article() -> None:
    value = {"標題": "論壇登場", "發布日期": "2025-09-18", "內容": f"<p>{SAID}</p><p>{SAID}</p>"}
    tables = laws.read(json.dumps(value), "a.json")
    (document,) = tables[Document]
    assert (document.title, str(document.published_on)) == ("論壇登場", "2025-09-18")
    assert [s.text.strip() for s in tables[Segment] if s.kind == "paragraph"] == [SAID, SAID]


def test_articles_stand_one_below_the_other() -> None:
    value = [{"title": f"第{n}則", "content": f"{SAID}\n{SAID}"} for n in range(2)]
    text = laws.read(json.dumps(value), "a.json")[Document][0].text
    assert text.splitlines() == ["第0則", SAID, SAID, "第1則", SAID, SAID]


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ({"活動日期": "2024-07-20", "發布日期": "2024-07-11"}, "2024-07-11"),
        ({"updated": "2024-07-30", "date": "2024-07-12"}, "2024-07-12"),
        ({"date": "2024-07-30", "publishedAt": "2024-07-13T08:00"}, "2024-07-13"),
        ({"截止日期": "2024-07-31", "發布時間": "2024-07-14 09:00"}, "2024-07-14"),
    ],
)
def test_the_day_of_publication_is_told_by_its_name(record: dict[str, str], day: str) -> None:
    (document,) = laws.read(json.dumps({**record, "內容": SAID}), "a.json")[Document]
    assert str(document.published_on) == day


def test_nothing_said_is_lost() -> None:
    deep: object = "淨零"
    for _ in range(30):
        deep = {"其他": deep}
    value = {"population": 480000, "area": 12.5, "更多": deep, "碼": 10**4200, "說": SAID}
    text = laws.read(json.dumps(value), "a.json")[Document][0].text
    assert all(said in text for said in ("480000", "12.5", "淨零", "1" + "0" * 4200, SAID))
    more = laws.read('{"說": "' + SAID + '", "碼": ' + "7" * 5000 + "}", "a.json")
    assert "7" * 5000 in more[Document][0].text


def test_half_a_sign_is_replaced_and_told() -> None:
    tables = laws.read('{"說": "台中\\ud83c市' + SAID + '"}', "a.json")
    assert "台中\N{REPLACEMENT CHARACTER}市" in tables[Document][0].text
    assert [note.code for note in tables[Diagnostic]] == ["broken_bytes"]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ('{"a": 1,\n "b": }', "bad_json", "a.json: line 2, column 7"),
        ("[" * 9000, "bad_json", "a.json"),
        ("[null, {}, []]", "empty_file", "a.json"),
    ],
)
def test_what_is_no_data_is_refused_with_the_place(data: str, code: str, place: str) -> None:
    tables = ingest.run([Source("a.json", data.encode())])
    (note,) = tables[Diagnostic]
    assert (note.code, note.place) == (code, place)

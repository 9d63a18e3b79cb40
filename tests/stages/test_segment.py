from __future__ import annotations

import copy
import itertools
from datetime import date

from pipeline.contract import Document, Segment
from pipeline.language.sentences import sentence_starts
from pipeline.language.views import fold
from pipeline.readers.source import Source
from pipeline.recognizers.dates.finder import find_dates
from pipeline.recognizers.page import Page
from pipeline.stages import ingest, segment
from pipeline.stages.pieces import datelines, pieces
from tests.readers import laws

TABLE = (
    "2023 首長會議（3/28）摘要\n\n編號\t城市首長或代表\t內容摘要\n"
    "1\t美國伊利市 市長 Mr. Joseph V. Schember\t目標有二。包含： 1. 開會。 2. 公文。\n"
    "2\t臺北市 市長 柯文哲\t推動智慧城市。成效良好。\n"
)


def test_input_is_not_changed() -> None:
    tables = ingest.run([Source("a.txt", TABLE.encode())])
    before = copy.deepcopy(tables[Segment])
    segment.run(tables)
    assert tables[Segment] == before


def test_sentences_lie_in_blocks() -> None:
    tables = laws.read(TABLE)
    by_id = {row.segment_id: row for row in tables[Segment]}
    found = [
        (by_id[row.parent_id or ""].kind, row.text.strip())
        for row in tables[Segment]
        if row.kind == "sentence" and row.row
    ]
    assert found == [
        ("paragraph", "目標有二。"),
        ("paragraph", "包含："),
        ("list_item", "1. 開會。"),
        ("list_item", "2. 公文。"),
        ("cell", "推動智慧城市。"),
        ("cell", "成效良好。"),
    ]


def test_short_cell_is_a_leaf() -> None:
    tables = laws.read(TABLE)
    parents = {row.parent_id for row in tables[Segment]}
    leaves = [row.text.strip() for row in tables[Segment] if row.segment_id not in parents]
    assert "美國伊利市 市長 Mr. Joseph V. Schember" in leaves


def test_pieces_know_role_and_place() -> None:
    tables = laws.read(TABLE)
    (document,) = tables[Document]
    found = pieces(document, tables[Segment])
    shown = [(p.column_role, p.row, document.text[p.start : p.end]) for p in found]
    assert shown[0] == ("", 0, "2023 首長會議（3/28）摘要")
    assert shown[1] == ("number", 1, "1")
    assert shown[2] == ("representative", 1, "美國伊利市 市長 Mr. Joseph V. Schember")
    assert shown[-1] == ("content", 2, "成效良好。")
    assert found[-1].block == found[-2].block != found[-3].block


def test_pieces_leave_out_frame_and_header() -> None:
    tables = laws.read(TABLE + "\n註：依發言順序。\n版權所有 © 2023\n")
    (document,) = tables[Document]
    texts = [document.text[p.start : p.end] for p in pieces(document, tables[Segment])]
    assert "版權所有 © 2023" not in texts
    assert "編號" not in texts


def test_the_day_of_publication_is_read_above_the_body_only() -> None:
    text = (
        "首長會議閉幕\n來源：海港晚報　2021-05-06\n\n兩市簽署備忘錄。會議明年再辦。\n\n"
        "更新日期：2021-05-06　瀏覽人次：873\n"
    )
    tables = laws.read(text)
    (document,) = tables[Document]
    assert document.published_on == date(2021, 5, 6)
    lines = datelines(document, tables[Segment])
    assert [text[p.start : p.end].strip() for p in lines] == ["來源：海港晚報　2021-05-06"]
    page = Page(text, fold(text), [], document.published_on, datelines=lines)
    assert [text[claim.start : claim.end] for claim in find_dates(page)] == ["2021-05-06"]


def test_sentence_ends() -> None:
    text = "見 https://a.b/?v=1 說明。他問：「好嗎？」大家說好！（完）下一句，\n接續。"
    starts = [*sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(starts)] == [
        "見 https://a.b/?v=1 說明。",
        "他問：「好嗎？」",
        "大家說好！",
        "（完）下一句，\n接續。",
    ]

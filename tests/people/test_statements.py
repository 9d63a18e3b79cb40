"""Who said what: tables, turns, prose."""

from __future__ import annotations

from tests.people.documents import Reader, said

CITIES = {"臺北": "tpe TW", "大邱": "dae KR", "基隆市": "kee TW", "卑爾根市": "ber NO"}


def test_a_table_row_says_its_content_cell(read: Reader) -> None:
    doc = read.document(
        "編號\t城市首長或代表\t內容摘要\n"
        "1\t臺北 市長 柯文哲\t推動智慧城市，並擴大服務。\n"
        "2\t加拿大駐台北貿易辦事處 代表 Mr. Jordan Reeves\t雙方合作將越來越深。\n",
        CITIES,
        {"加拿大": "CA"},
    )
    first, second = doc.statements
    assert (first.kind, first.text, first.city_id) == (
        "table_row",
        "推動智慧城市，並擴大服務。",
        "tpe",
    )
    assert (second.city_id, second.country_code) == (None, "CA")
    assert second.organization_id == doc.organizations[0].organization_id
    assert second.text == "雙方合作將越來越深。"


def test_beside_a_home_column_the_other_side_speaks(read: Reader) -> None:
    doc = read.document(
        "編號,本方,國家,城市,代表職稱,代表姓名,備註\n"
        "1,基隆市,挪威,卑爾根市,市長,Annika Røed-Larsen,同為雨港，交流學生。\n",
        CITIES,
        {"挪威": "NO"},
        "a.csv",
    )
    (row,) = doc.statements
    assert (row.city_id, row.text) == ("ber", "同為雨港，交流學生。")
    assert row == said(doc, "Annika Røed-Larsen")[0]


def test_a_speech_ends_before_the_next_speaker(read: Reader) -> None:
    doc = read.document(
        "臺北市長柯文哲表示，疫情趨緩。政府將轉型。大邱市長徐羅溫則說明，將投入經費；"
        "資訊局局長呂新科指出，系統已上線。",
        CITIES,
    )
    assert [s.text for s in doc.statements] == [
        "臺北市長柯文哲表示，疫情趨緩。政府將轉型。",
        "大邱市長徐羅溫則說明，將投入經費",
        "資訊局局長呂新科指出，系統已上線。",
    ]
    assert [s.verb for s in doc.statements] == ["表示", "說明", "指出"]
    assert [s.city_id for s in doc.statements][:2] == ["tpe", "dae"]


def test_quoted_speech_is_direct(read: Reader) -> None:
    doc = read.document("邱沐陽回答：「目前沒有安排。」市長柯文哲笑說「很好」。")
    assert [s.kind for s in doc.statements] == ["direct", "direct"]


def test_turns_are_questions_and_answers(read: Reader) -> None:
    doc = read.document(
        "出席：議長江明赫、議員古采蘋　列席：局長詹宗翰\n\n"
        "主席（江議長明赫）：現在開會。\n\n"
        "古議員采蘋：裝了幾格？\n\n"
        "詹局長宗翰：到四月底是三千格。\n\n"
        "主席：散會。\n"
    )
    turns = doc.statements
    assert [turn.kind for turn in turns] == ["turn", "question", "answer", "turn"]
    assert turns[2].reply_to == turns[1].statement_id
    assert turns[2].text == "到四月底是三千格。"
    assert turns[0].person_id == turns[3].person_id is not None


def test_mentions_know_the_innermost_statement(read: Reader) -> None:
    doc = read.document("臺北市長柯文哲表示，大邱很好。", CITIES)
    (statement,) = doc.statements
    inside = {m.text: m.statement_id for m in doc.mentions}
    assert inside["大邱"] == statement.statement_id
    assert inside["柯文哲"] == statement.statement_id

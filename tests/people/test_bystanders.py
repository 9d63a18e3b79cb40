"""People whom a report calls by what they are, and who say something or do not."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person

CITIES = {"嘉義市": "cyi TW", "光州市": "kwj KR"}
TOLD = "嘉義市週記\n\n市府去年種了三百棵樹。\n\n{}\n"


@pytest.mark.parametrize(
    "text",
    [
        "同行的結構工程師補充，橋墩比圖上寬。",
        "主持人總結，走路比開會有用。",
        "有市民投訴，人行道停滿機車。",
        "老師傅感嘆，現在沒有人想學。",
        "學界普遍認為，補貼只能救急。",
        "承包商解釋，缺工拖慢了進度。",
        "網友留言，「等了十年」。",
        "有住戶當場嗆聲，先管好攤販。",
        "合作社代表轉告，文件還沒簽。",
        "商圈理事長強調，客人沒有變少。",
        "新住民姊妹分享，她們看得懂公文了。",
        "帶隊老師笑稱，學生的日文比他好。",
        "當地住戶抱怨，車燈太亮。",
        "划船教練說，退潮最好練。",
    ],
)
def test_somebody_called_by_what_they_are_speaks(read: Reader, text: str) -> None:
    (found,) = read.document(TOLD.format(text), CITIES).statements
    assert (found.text, found.person_id, found.city_id) == (text, None, None)


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("議員說，罰太輕。", ["cyi"]),
        ("光州市議員說，歡迎來訪。議員也說，合作會更多。", ["kwj", None]),
    ],
)
def test_a_councillor_of_elsewhere_is_not_ours(
    read: Reader, text: str, cities: list[str | None]
) -> None:
    found = read.document(TOLD.format(text), CITIES).statements
    assert [one.city_id for one in found] == cities


def test_the_city_told_of_somebody_is_spoken_for(read: Reader) -> None:
    (found,) = read.document(TOLD.format("光州市訪問團的團長說，泡菜夠了。"), CITIES).statements
    assert (found.person_id, found.city_id) == (None, "kwj")


@pytest.mark.parametrize(
    "text",
    [
        "導覽員解說，遊客拍照。",
        "學員聽取醫師說明，記滿三頁。",
        "教師代表提出的建議，已納入計畫。",
        "經議員質疑，路口加裝了反光鏡。",
        "里長協助宣導，家家發了傳單。",
        "聊天機器人說起，花了六萬。",
    ],
)
def test_what_somebody_does_is_not_said(read: Reader, text: str) -> None:
    assert read.document(TOLD.format(text), CITIES).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "嘉義市長王大明與光州市長金民宇皆表示，港口要深。",
        "嘉義市長王大明、光州市長金民宇都強調，港口要深。",
        "嘉義市長王大明和光州市長金民宇異口同聲地說，港口要深。",
        "嘉義市長王大明及光州市長金民宇一致認為，港口要深。",
    ],
)
def test_the_first_of_several_who_say_the_same_speaks(read: Reader, text: str) -> None:
    doc = read.document(TOLD.format(text), {"嘉義": "cyi TW", "光州": "kwj KR"})
    (found,) = doc.statements
    assert (found.text, found.person_id) == (text, person(doc, "王大明").person_id)


@pytest.mark.parametrize(
    "text",
    [
        "嘉義市長王大明：「路要平。學生反映，天橋太暗。我們會換燈。」",
        "嘉義市長王大明：「路要平。店家說，客人變少。我們會補助。」",
        "嘉義市長王大明表示，路要平。專家估計，車流會增加三成。未來將加開公車。",
        "嘉義市長王大明強調，路要平。居民擔心，工程太久。她說，明年完工。",
    ],
)
def test_a_speaker_tells_what_people_think(read: Reader, text: str) -> None:
    (found,) = read.document(TOLD.format(text), {"嘉義": "cyi TW"}).statements
    assert (found.text, found.city_id) == (text.removeprefix("嘉義市長王大明："), "cyi")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("旅客反映，班距太長。", "市府將推動加密計畫。"),
        ("居民期待，公園早日完工。", "光州市明年也會種樹。"),
        ("店家抱怨，工期太長。", "明年起，夜間才施工。"),
        ("市民說，公車太慢。", "市府將增班。"),
        ("學者警告，海平面會上升。港口首當其衝。", "為此，碼頭將加高。"),
    ],
)
def test_what_the_report_tells_next_is_not_said_by_them(read: Reader, said: str, told: str) -> None:
    (found,) = read.document(TOLD.format(said + told), CITIES).statements
    assert (found.text, found.person_id, found.city_id) == (said, None, None)


def test_somebody_without_a_name_goes_on(read: Reader) -> None:
    text = "店家抱怨，工期太長。他們還說，客人不來。"
    (found,) = read.document(TOLD.format(text), CITIES).statements
    assert found.text == text


def test_a_name_in_marks_is_no_quote(read: Reader) -> None:
    (found,) = read.document(TOLD.format("住戶期待，「光廊」早日完工。"), CITIES).statements
    assert found.kind == "reported"


def test_who_says_nothing_has_no_row(read: Reader) -> None:
    doc = read.document(TOLD.format("里長反映，王大明議員表示，水溝不通。"), CITIES)
    assert [one.text for one in doc.statements] == ["王大明議員表示，水溝不通。"]
    assert read.document(TOLD.format("專家系統分析，路面要重鋪。"), CITIES).statements == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("•有里民抱怨，燈太亮。", "有里民抱怨，燈太亮。"),
        ("．在場的移工說，希望有越南文。", "在場的移工說，希望有越南文。"),
        ("一、有民眾質疑，經費從哪裡來？", "有民眾質疑，經費從哪裡來？"),
        ("（二）一位店家說，生意變好。", "一位店家說，生意變好。"),
        ("據一位不願曝光的里幹事說，平板還鎖著。", "據一位不願曝光的里幹事說，平板還鎖著。"),
        (
            "當地環團「博多之森」則批評，樹砍了兩百棵。",
            "當地環團「博多之森」則批評，樹砍了兩百棵。",
        ),
        ("車站旁的咖啡館老闆卻說，生意比以前好。", "車站旁的咖啡館老闆卻說，生意比以前好。"),
    ],
)
def test_somebody_speaks_behind_the_mark_of_an_item(read: Reader, line: str, words: str) -> None:
    doc = read.document(f"市政一週要聞\n市立圖書館整修工程決標。\n{line}\n")
    assert [(s.person_id, s.text) for s in doc.statements] == [(None, words)]


def test_an_office_that_has_somebody_explain_says_nothing(read: Reader) -> None:
    assert read.document("市政要聞\n交通局請業者說明收費方式。\n").statements == []


def test_the_mayor_speaks_again_behind_people_who_spoke(read: Reader) -> None:
    text = (
        "嘉義市長王大明表示，路要平。店家指出，停車太貴。學生認為，單車道不足。王大明回應，會檢討。"
    )
    doc = read.document(TOLD.format(text), {"嘉義": "cyi TW"})
    mayor = person(doc, "王大明").person_id
    assert [one.person_id for one in doc.statements] == [mayor, None, None, mayor]


@pytest.mark.parametrize(
    "text",
    [
        "光州市辦說明會。",
        "光州市舉辦說明會，市民踴躍。",
        "光州市政府說明會中發放資料。",
        "光州市加開簡報會。",
    ],
)
def test_a_meeting_says_nothing(read: Reader, text: str) -> None:
    assert read.document(TOLD.format(text), CITIES).statements == []


@pytest.mark.parametrize("text", ["光州市說明，會後將公布。", "光州市說明會持續種樹。"])
def test_what_shall_be_is_said(read: Reader, text: str) -> None:
    assert [one.text for one in read.document(TOLD.format(text), CITIES).statements] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("市長王大明說，工程明年完工。", "附近居民擔心，噪音影響睡眠。"),
        ("市長王大明指出，路燈省電三成。", "學者估計，十年可回本。"),
    ],
)
def test_what_people_think_at_the_end_is_theirs(read: Reader, first: str, second: str) -> None:
    found = read.document(TOLD.format(first + second), CITIES).statements
    assert [s.text for s in found] == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "專家指出，目前氣溫已上升1.1度。未來十年是關鍵。2030年前必須減碳。",
        "學者表示，本次調查涵蓋五百戶。這項結果顯示長者需要陪伴。",
        "業者表示，今年訂單成長。目前產能滿載，明年將擴廠。",
    ],
)
def test_what_they_say_goes_on(read: Reader, text: str) -> None:
    (found,) = read.document(TOLD.format(text), CITIES).statements
    assert found.text == text


@pytest.mark.parametrize(
    "text", ["里民卡說明，七月上路。", "社團評鑑指出，三校優等。", "學生活動中心說明，五月整修。"]
)
def test_things_called_after_people_say_nothing(read: Reader, text: str) -> None:
    assert read.document(TOLD.format(text), CITIES).statements == []

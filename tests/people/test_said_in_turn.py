"""Who speaks next in a paragraph: those asked, several together, offices pointed at, bodies."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader

CITIES = {"臺南市": "tnn TW", "熊本": "kmj JP", "里加": "rix LV", "臺南": "tnn TW"}


def _said(read: Reader, text: str) -> list[tuple[str, str | None, str]]:
    doc = read.document(f"臺南市新聞稿\n\n{text}\n", CITIES)
    names = {person.person_id: person.name for person in doc.people}
    return [(names.get(s.person_id or "", ""), s.city_id, s.text) for s in doc.statements]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("副市長葉欣怡追問維修由誰負責，", "他答說由廠商負責。"),
        ("副市長葉欣怡詢問冬天怎麼辦，", "他搖搖頭說冬天有電車。"),
        ("記者追問維修由誰負責，", "他答說由廠商負責。"),
    ],
)
def test_he_answers_who_spoke_before_somebody_asks(read: Reader, asked: str, answered: str) -> None:
    text = f"熊本市長池田俊介介紹電車。{asked}{answered}"
    assert [name for name, *_ in _said(read, text)][-1] == "池田俊介"
    assert _said(read, text)[-1][2] == answered


def test_he_answers_whom_a_question_names(read: Reader) -> None:
    text = "臺南市副市長葉欣怡問熊本市長池田俊介，颱風天怎麼辦？他答說，用手機通知。"
    assert _said(read, text) == [
        ("葉欣怡", "tnn", "臺南市副市長葉欣怡問熊本市長池田俊介，颱風天怎麼辦？"),
        ("池田俊介", "kmj", "他答說，用手機通知。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "熊本與臺南共同表示，明年合辦半導體營。",
        "熊本、里加與臺南一致指出，資料應該公開。",
        "熊本和里加均否認，強調只談過園藝。",
    ],
)
def test_the_first_of_several_cities_speaks(read: Reader, text: str) -> None:
    assert _said(read, text) == [("", "kmj", text)]


@pytest.mark.parametrize(
    ("office", "name"),
    [("該市長並補充，", "池田俊介"), ("部長則說，", "郭智輝"), ("市長另強調，", "池田俊介")],
)
def test_an_office_pointed_at_is_that_of_who_was_named(
    read: Reader, office: str, name: str
) -> None:
    text = f"經濟部長郭智輝與熊本市長池田俊介視察。專家林宜君表示可行。{office}工期三年。"
    assert _said(read, text)[-1][::2] == (name, f"{office}工期三年。")


@pytest.mark.parametrize(
    "text",
    [
        "消防局在五月的來信中說，願意提供水位計。",
        "消防局透過臉書表示，願意提供水位計。",
        "本局必須說明，費率沒有調整。",
        "本局需要澄清，費率沒有調整。",
    ],
)
def test_bodies_and_people_without_a_name_speak(read: Reader, text: str) -> None:
    said = _said(read, f"副市長葉欣怡認為收費過高。\n\n{text}")
    assert (said[-1][0], said[-1][2]) == ("", text)
    in_one = _said(read, f"副市長葉欣怡認為收費過高。{text}")
    assert [name for name, *_ in in_one] == ["葉欣怡", ""]


@pytest.mark.parametrize(
    "tells",
    ["的故事完全不同。", "的做法正好相反。", "把鏡頭帶到老人公寓。", "把話題拉回預算。"],
)
def test_a_sentence_that_turns_to_somebody_opens_what_he_tells(read: Reader, tells: str) -> None:
    text = f"熊本市長池田俊介{tells}第一年只有十二戶搬進來。"
    assert _said(read, text) == [("池田俊介", "kmj", text)]


def test_nobody_alone_tells_what_two_talk_about(read: Reader) -> None:
    text = "里加顧問林宜君與熊本市長池田俊介談的都是老人。池田俊介說，電車免費。"
    assert _said(read, text) == [("池田俊介", "kmj", "池田俊介說，電車免費。")]


def test_what_the_city_does_goes_on_with_a_quote_before_its_speaker(read: Reader) -> None:
    first = "「我們只有大海。」熊本市長池田俊介一開口就引來笑聲。熊本每年清出廢網十公噸。"
    assert _said(read, first) == [("池田俊介", "kmj", first)]
    behind = "熊本市長池田俊介說：「我們只有大海。」熊本與臺南今年簽約。"
    assert _said(read, behind)[0][2] == "熊本市長池田俊介說：「我們只有大海。」"


@pytest.mark.parametrize("scene", ["回程的高鐵上，", "散場前，", "座談會後，"])
def test_a_scene_may_stand_before_somebody_without_a_name(read: Reader, scene: str) -> None:
    text = f"副市長葉欣怡認為收費過高。{scene}一位里長說，最想學的是時間表。"
    assert _said(read, text)[-1] == ("", None, "一位里長說，最想學的是時間表。")


@pytest.mark.parametrize(
    ("asks", "answers", "city_id"),
    [
        ("葉副市長就保固期提出疑問", "廠商代表回應保固三年。", None),
        ("葉副市長再問能否跨年度", "主辦單位說可以。", None),
        ("葉副市長詢問熊本的經費", "對方人員說明由國庫負擔。", "kmj"),
        ("葉副市長詢問熊本的契約", "對方法務人員說明由國庫負擔。", "kmj"),
    ],
)
def test_somebody_without_a_name_answers_behind_a_question(
    read: Reader, asks: str, answers: str, city_id: str | None
) -> None:
    text = f"臺南市副市長葉欣怡出席。\n\n{asks}，{answers}"
    assert _said(read, text)[-2:] == [("葉欣怡", "tnn", asks), ("", city_id, answers)]


@pytest.mark.parametrize("topic", ["對於外界質疑選址太偏，", "至於媒體追問時程，"])
def test_a_question_told_as_the_topic_of_an_answer_is_none(read: Reader, topic: str) -> None:
    said = _said(read, f"臺南市副市長葉欣怡表示，明年動工。{topic}葉副市長回應，來得及。")
    assert {name for name, *_ in said} == {"葉欣怡"}


def test_a_body_that_only_agrees_says_nothing(read: Reader) -> None:
    assert _said(read, "參觀行程到此結束。秘書處也這麼覺得。本會明年再辦。") == []


@pytest.mark.parametrize(
    "turns", ["邀請黃市長明年訪美，並期盼", "也歡迎黃市長來訪，更希望", "請黃市長多關照，並強調"]
)
def test_whom_a_speaker_turns_to_does_not_speak(read: Reader, turns: str) -> None:
    text = f"臺南市長黃偉哲接見來賓。市長Jeni Arndt指出，人口約17萬人。她{turns}兩市常來往。"
    doc = read.document(text, {"臺南": "tnn TW"})
    (said,) = doc.statements
    assert said.text.endswith("兩市常來往。")
    assert said.text.startswith("市長Jeni Arndt")

"""Letters and columns signed at the foot, and signed quotes."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person

CITIES = {
    "臺中市": "txg TW",
    "全州市": "jeo KR",
    "全州": "jeo KR",
    "苗栗": "mia TW",
    "波爾圖市": "opo PT",
}
BODY = (
    "感謝您今年五月率團訪問本市，廚師們至今仍談起您包水餃的手藝。\n"
    "我已請文化局規劃明年的料理節，屆時盼您再度光臨。"
)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("致 苗栗市長 徐偉倫 先生", "全州市長 Park Ji-hoon 敬上"),
        ("苗栗市長徐偉倫閣下鈞鑒：", "全州市長 Park Ji-hoon　謹啟\n2024年6月3日"),
        ("敬愛的徐市長：", "Park Ji-hoon\n全州市長\n附件：行程表一份"),
    ],
)
def test_a_letter_is_the_words_of_whoever_signs_it(read: Reader, head: str, foot: str) -> None:
    doc = read.document(f"{head}\n{BODY}\n{foot}\n", CITIES)
    (letter,) = doc.statements
    assert (letter.rule, letter.text) == ("letter", BODY)
    assert letter.person_id == person(doc, "Park Ji-hoon").person_id


def test_so_is_a_letter_to_the_editor(read: Reader) -> None:
    body = "我每天推著輪椅上的母親，在巷口等公車。聰明的車到不了我們家門口。"
    doc = read.document(f"讀者投書\n{body}\n（作者為臺中市居民邱于珊）\n", CITIES)
    assert [(s.text, s.person_id) for s in doc.statements] == [
        (body, person(doc, "邱于珊").person_id)
    ]


def test_a_letter_that_reports_what_others_said_holds_their_statements(read: Reader) -> None:
    text = (
        "敬愛的各位同仁：\n我上週到了全州市，有話想告訴你們。\n"
        "市長Kim Seong-ho說，料理節明年改在五月。\n臺中市副市長賴育誠　敬上\n"
    )
    doc = read.document(text, CITIES)
    assert [(s.person_id, s.rule) for s in doc.statements] == [
        (person(doc, "Kim Seong-ho").person_id, "speech")
    ]


def test_what_others_say_is_a_part_of_a_letter_whose_writer_says_i(read: Reader) -> None:
    text = (
        "苗栗市長\n徐偉倫 閣下\n\n我每天想起您家的茶，您問的事我查過了。\n\n"
        "市長Kim Seong-ho說，料理節明年改在五月，我不同意。\n\n臺中市副市長　賴育誠　敬上\n"
        "2024年6月3日\n\n又：內人問您的膝蓋好些了沒。\n"
    )
    (letter,) = read.document(text, CITIES).statements
    assert letter.text.startswith("我每天想起") and letter.text.endswith("好些了沒。")


@pytest.mark.parametrize(
    "text",
    [
        # Not told in the first person, and no signature.
        "敬啟者：\n停水日期為6月3日，範圍為北屯區。\n臺中市副市長賴育誠\n",
        "敬愛的市民：\n我們明天停水，請您先儲水。謝謝您的配合。\n自來水公司\n",
        # No salutation.
        "我們明天停水，請您先儲水，謝謝我們的里長。\n臺中市副市長賴育誠\n",
    ],
)
def test_notices_are_no_letters(read: Reader, text: str) -> None:
    assert [s for s in read.document(text, CITIES).statements if s.rule == "letter"] == []


def test_a_quote_is_signed_by_a_name_and_office_or_a_sort_of_people(read: Reader) -> None:
    text = (
        "與會者語錄\n「我們把路邊停車格還給樹。」——Mateus Oliveira，波爾圖市副市長\n"
        "「我阿公還是不會用，都是我叫車。」——國中學生\n「道可道，非常道。」——《道德經》\n"
    )
    doc = read.document(text, CITIES)
    assert [(s.person_id, s.city_id, s.text) for s in doc.statements] == [
        (person(doc, "Mateus Oliveira").person_id, "opo", "「我們把路邊停車格還給樹。」"),
        (None, None, "「我阿公還是不會用，都是我叫車。」"),
    ]


def test_letters_of_a_column_are_signed_each_below(read: Reader) -> None:
    text = (
        "讀者來函\n貴刊說公園全面無菸，可是我每天都聞到。請記者來看看。\n——北屯區一位晨跑者\n"
        "我也想謝謝公車司機。\n——臺中市副市長賴育誠\n老港口，如何聽見自己的心跳？\n"
        "——專訪波爾圖市副市長Mateus Oliveira\n"
    )
    doc = read.document(text, CITIES)
    assert [(s.person_id, s.text) for s in doc.statements] == [
        (None, "貴刊說公園全面無菸，可是我每天都聞到。請記者來看看。"),
        (person(doc, "賴育誠").person_id, "我也想謝謝公車司機。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "敬老卡擴大使用範圍\n本府已編列三億元，本市長者可用。\n社會局說，長者可用於計程車。"
        "本府將持續努力。\n發稿人：社會局科長王大明\n",
        "公開信促減碳\n環團今天發表公開信，我們要求本市減碳。環保局回應，本府已有目標。\n"
        "文／王大明\n",
        "敬請期待 燈節登場\n本市燈節將於下週登場，本府已備妥接駁車。\n觀光局表示，"
        "本府將加開捷運。\n（記者王大明／臺中報導）\n",
    ],
)
def test_news_that_opens_like_a_letter_is_none(read: Reader, text: str) -> None:
    assert [s.rule for s in read.document(text, CITIES).statements] == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "出席貴賓名單如下。\n- 臺中市副市長賴育誠\n- 全州市長 Park Ji-hoon\n",
        "本次活動圓滿落幕。\n－臺中市副市長賴育誠（中）與來賓合影\n",
        "市府將持續推動智慧城市。\n——臺中市副市長賴育誠的一天\n",
        "本市推出三項措施。\n──照顧長者與青年\n",
        "參加對象如下。\n- 里長\n- 社區志工\n",
    ],
)
def test_captions_lists_and_subtitles_sign_nothing(read: Reader, text: str) -> None:
    assert read.document(text, CITIES).statements == []


def test_letters_that_go_back_and_forth_are_told_apart(read: Reader) -> None:
    answer = "貴市的廚師讓我想念，我已請文化局規劃明年的料理節，屆時請您再來。"
    text = (
        f"往來函件\n\n【來函】\n苗栗市長徐偉倫閣下：\n{BODY}\n全州市長 Park Ji-hoon 敬上\n\n"
        f"【復函】\nPark市長大鑒：\n{answer}\n苗栗市長　徐偉倫\n\n（小組抄存　經辦：侯乃文）\n"
    )
    doc = read.document(text, CITIES)
    writers = [person(doc, name).person_id for name in ("Park Ji-hoon", "徐偉倫")]
    assert [(s.text, s.person_id) for s in doc.statements] == [
        (BODY, writers[0]),
        (answer, writers[1]),
    ]


@pytest.mark.parametrize(("foot", "n"), [("新聞科科長 林美玲 敬上", 1), ("新聞聯絡人 林美玲", 0)])
def test_an_office_of_news_may_sign_a_letter(read: Reader, foot: str, n: int) -> None:
    doc = read.document(
        "王大明先生：\n\n您好，我看到貴刊的報導，覺得公車票價太高，我每天搭車都要花很多錢。"
        f"我想補充一點，請您轉告市府。\n\n{foot}\n",
        {},
    )
    assert len(doc.statements) == n


def test_heads_of_mail_may_only_part_one_letter(read: Reader) -> None:
    text = (
        "敬愛的市民朋友：\n\n《回信》\n我收到許多來信，我非常感動，也謝謝您的支持。\n〈致函〉\n"
        "我今年也寫信給中央，爭取更多的經費。\n\n苗栗市長 徐偉倫 敬上\n"
    )
    doc = read.document(text, CITIES)
    assert [s.person_id for s in doc.statements] == [person(doc, "徐偉倫").person_id]


def test_the_answer_to_a_letter_is_all_that_its_writer_says(read: Reader) -> None:
    text = (
        "《來信》\n市長您好：\n我家前面路不平，請您改善。\n市民 李小華\n\n《回信》\n李小姐您好：\n"
        "{}\n苗栗市長 徐偉倫 敬上\n"
    )
    long = "路已鋪平，我已請本市工務局於上週完成，謝謝您的來信與支持，本府將持續努力。"
    assert [s.text for s in read.document(text.format(long), CITIES).statements] == [long]
    assert not read.document(text.format("路已鋪平。"), CITIES).statements

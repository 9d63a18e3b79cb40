"""Whose words a report tells: of those who are only there, of others, of nobody named."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {
    **{"高雄市": "khh TW", "高雄": "khh TW", "里斯本": "lis PT", "首爾": "sel KR"},
    **{"布里斯本": "bne AU", "布拉提斯拉瓦": "bts SK", "蒙特維多": "mvd UY", "紐倫堡": "nue DE"},
}
COUNTRIES = {"德國": "DE"}


def _said(read: Reader, text: str) -> list[tuple[str | None, str]]:
    """Return speaker and words of each statement of a paragraph."""
    doc = read.document(f"紀要\n\n{text}\n", CITIES, COUNTRIES)
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON" and m.form == "name"}
    return [(names.get(s.person_id), s.text) for s in doc.statements]


@pytest.mark.parametrize(
    "text",
    [
        "訪團在高雄市長陳其邁陪同下走進車站，聽志工用手機示範語音導覽。",
        "訪團由高雄市長陳其邁引導下參觀港區，志工介紹船舶。",
        "兩校在高雄市長陳其邁見證下簽約，會後宣布擴大合作。",
        "高雄市長陳其邁聆聽學生簡報成果。",
    ],
)
def test_who_is_only_there_does_not_speak(read: Reader, text: str) -> None:
    assert _said(read, text) == []


def test_who_has_heard_somebody_speaks_behind_it(read: Reader) -> None:
    text = "高雄市長陳其邁聽取簡報後表示，明年再加一條路線。"
    assert [name for name, _ in _said(read, text)] == ["陳其邁"]


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("市府秘書處轉述", "世界衛生組織顧問林大文的書面意見指出，疫苗不夠。"),
        ("發言人王小明轉述", "高雄市長陳其邁的話說，路燈不會停。"),
    ],
)
def test_words_told_by_another_are_of_whose_they_are(read: Reader, lead: str, words: str) -> None:
    (found,) = _said(read, lead + words)
    assert found[0] in ("林大文", "陳其邁")


def test_a_message_read_by_another_is_of_who_wrote_it(read: Reader) -> None:
    text = "新聞局局長王小明代為宣讀高雄市長陳其邁的賀電，盼兩地早日通航。"
    assert [name for name, _ in _said(read, text)] == ["陳其邁"]


def test_who_passes_on_a_greeting_speaks(read: Reader) -> None:
    text = "發言人王小明轉達高雄市長陳其邁的問候，並邀各城明年再來。"
    assert [name for name, _ in _said(read, text)] == ["王小明"]


@pytest.mark.parametrize(
    "words",
    [
        "主辦單位坦言要看邊境何時開放。",
        "主辦單位已澄清並無此約。",
        "主辦方則回應，仍在評估。",
    ],
)
def test_somebody_unnamed_answers_what_the_clause_before_is_about(read: Reader, words: str) -> None:
    assert _said(read, f"明年的會議能否如期，{words}") == [(None, words)]


@pytest.mark.parametrize(
    "lead", ["不過有聽眾問", "但有議員追問", "有里長抱怨", "然而一位里長質疑", "另有記者問"]
)
def test_a_question_may_open_with_a_conjunction(read: Reader, lead: str) -> None:
    text = f"高雄市長陳其邁說，公車免費。{lead}補貼是否拖垮財政，陳其邁不諱言每年要花14億元。"
    assert [name for name, _ in _said(read, text)] == ["陳其邁", None, "陳其邁"]


@pytest.mark.parametrize(
    "text",
    [
        "里斯本市長Ana Vega的看法不太一樣。在她看來，缺的不是感測器，而是信任。",
        "里斯本市長Ana Vega的觀點恰恰相反，港口應該先開放資料。",
        "里斯本市長Ana Vega最後上台。在她眼中，港口是城市的客廳。",
    ],
)
def test_what_somebody_thinks_otherwise_is_said(read: Reader, text: str) -> None:
    ((name, words),) = _said(read, text)
    assert (name, words[-5:]) == ("Ana Vega", text[-5:])


@pytest.mark.parametrize(
    "told",
    [
        "首爾並在5月9日與布里斯本續簽友好城市備忘錄，再延5年。",
        "布拉提斯拉瓦另與蒙特維多簽署遠距教育合作備忘錄，為期2年。",
        "高雄與里斯本則沒有任何締約關係，靠民間往來維繫。",
        "高雄與里斯本並無姊妹市關係。",
        "另查高雄與德國紐倫堡締有姊妹市。",
        "首爾則與布里斯本結盟。",
        "兩人隨後參觀港區。",
        "一行人並搭船遊港。",
    ],
)
def test_what_two_cities_have_signed_is_not_said(read: Reader, told: str) -> None:
    words = "高雄市副市長陳其邁說，疫情緩和再談。"
    assert _said(read, words + told) == [("陳其邁", words)]


@pytest.mark.parametrize(
    "words",
    [
        "至於結盟的傳言，她的幕僚回覆本刊：「從未討論。」",
        "她的辦公室補充，合約下月公開。",
        "她的發言人事後澄清，並未簽約。",
    ],
)
def test_the_staff_of_who_spoke_speaks_for_the_same_city(read: Reader, words: str) -> None:
    text = f"紀要\n\n里斯本市長Ana Vega表示，下一步是電子支付。{words}\n"
    doc = read.document(text, CITIES)
    assert [(s.person_id is None, s.city_id) for s in doc.statements] == [
        (False, "lis"),
        (True, "lis"),
    ]


def test_a_body_that_opens_a_sentence_speaks_behind_its_mayor(read: Reader) -> None:
    text = "高雄市政府新聞稿\n\n市長陳其邁說，現在談名分太早。市府表示，訪團9日將離境。\n"
    assert [s.text for s in read.document(text, CITIES).statements] == [
        "市長陳其邁說，現在談名分太早。",
        "市府表示，訪團9日將離境。",
    ]


@pytest.mark.parametrize("head", ["編者的話｜", "秘書長專欄　", "【卷首語】"])
def test_a_column_is_said_by_who_is_named_at_its_head(read: Reader, head: str) -> None:
    words = "本期只有三行，卻吵了一個下午。我們的答案是該公布。"
    text = f"會訊\n\n{head}秘書長 Nadia Bensalem\n{words}\n\n里斯本：屋頂上班\n市議會通過預算。\n"
    doc = read.document(text, CITIES)
    assert [s.text for s in doc.statements] == [words]


@pytest.mark.parametrize(
    "lead",
    ["根據里斯本市長Ana Vega的說法，", "套句里斯本市長Ana Vega的話，", "依Ana Vega市長的觀察，"],
)
def test_words_told_according_to_somebody_are_said(read: Reader, lead: str) -> None:
    text = f"{lead}該市去年減碳一成。"
    assert [name for name, _ in _said(read, text)] == ["Ana Vega"]


@pytest.mark.parametrize("paper", ["新聞稿", "的白皮書", "官網資料"])
def test_the_papers_of_a_body_say_nothing(read: Reader, paper: str) -> None:
    assert _said(read, f"高雄市政府{paper}指出，今年新增三條路線。") == []


@pytest.mark.parametrize("lead", ["外傳高雄將與里斯本結盟", "網傳路燈將全數關閉", "至於停辦的傳聞"])
def test_a_bare_denial_is_one_of_the_rumour_told_before(read: Reader, lead: str) -> None:
    text = f"{lead}，高雄市觀光局否認。"
    assert _said(read, text) == [(None, text)]


def test_a_name_fills_what_stands_between_city_and_office(read: Reader) -> None:
    doc = read.document(
        "紀錄\n\n先請高雄市史哲副市長，再請日本加賀市宮元陸市長。\n",
        {"高雄市": "khh TW", "加賀市": "kag JP"},
    )
    assert {one.name for one in doc.people} == {"史哲", "宮元陸"}


def test_a_city_hall_is_not_that_of_the_partner_before_it(read: Reader) -> None:
    doc = read.document(
        "新聞稿\n\n外傳臺中市將與韓國仁川市締結姊妹市，市府新聞局澄清並無此事。\n",
        {"臺中市": "txg TW", "仁川市": "icn KR"},
        {"韓國": "KR"},
    )
    assert {s.city_id for s in doc.statements if "澄清" in s.text} == {"txg"}


LEGEND = (
    "逐字稿\n\nA：主持人　B：屏東縣長潘孟安　C：研考處處長鄞鳳蘭\n\n"
    "A：歡迎來到節目。\n\nB：大家好。\n\nC：我補充一下。\n\nA：謝謝。\n"
)


def test_letters_stand_for_those_the_first_line_tells(read: Reader) -> None:
    doc = read.document(LEGEND, {})
    names = {one.person_id: one.name for one in doc.people}
    found = [(names.get(s.person_id or ""), s.text) for s in doc.statements]
    assert found == [
        (None, "歡迎來到節目。"),
        ("潘孟安", "大家好。"),
        ("鄞鳳蘭", "我補充一下。"),
        (None, "謝謝。"),
    ]


def test_a_host_who_tells_the_name_is_called_so_in_all_turns(read: Reader) -> None:
    text = (
        "主持人：歡迎收聽，我是方念華。\n\n來賓：大家好。\n\n主持人：先談交通。\n\n來賓：好的。\n"
    )
    doc = read.document(f"逐字稿\n\n{text}", {})
    assert [s.text for s in said(doc, "方念華")] == ["歡迎收聽，我是方念華。", "先談交通。"]


@pytest.mark.parametrize(
    "text", ["我是高雄人。", "我是覺得很好。", "我是方法派。", "我是全職媽媽。"]
)
def test_who_tells_what_they_are_tells_no_name(read: Reader, text: str) -> None:
    assert read.kept(f"大家好，{text}", "PERSON", ["高雄"]) == []


def test_another_word_for_the_office_means_its_holder(read: Reader) -> None:
    doc = read.document("紀要\n\n行政長官李家超出席峰會。\n\n特首提到，會發展河套區。\n", {})
    assert [s.text for s in said(doc, "李家超")] == ["特首提到，會發展河套區。"]


def test_a_clock_or_a_part_may_stand_before_the_name_of_a_turn(read: Reader) -> None:
    text = (
        "00:12:05 陳鳳馨：有沒有時間表？\n\n00:12:11 陳其邁：有。\n\n"
        "00:12:30 陳鳳馨：何時？\n\n00:13:02 來賓 詹宏志：我插一句。\n"
    )
    doc = read.document(f"逐字稿\n\n{text}", {})
    names = {one.person_id: one.name for one in doc.people}
    found = [names.get(s.person_id or "") for s in doc.statements]
    assert found == ["陳鳳馨", "陳其邁", "陳鳳馨", "詹宏志"]


def test_who_is_spoken_to_does_not_speak(read: Reader) -> None:
    text = "質詢\n\n局長趙式隆上台。\n\n趙局長，我手上這份報告說明，費用多了兩成。\n"
    assert read.document(text, {}).statements == []


def test_a_bare_question_in_between_does_not_end_who_is_meant(read: Reader) -> None:
    text = (
        "專訪\n\n市長吳世勳笑說，三年後再來。\n\n有意參選總統嗎？\n\n他才說：「我現在是市長。」\n"
    )
    doc = read.document(text, {})
    assert [s.text for s in said(doc, "吳世勳")][-1] == "他才說：「我現在是市長。」"


def test_a_press_conference_is_not_what_is_said(read: Reader) -> None:
    text = "紀要\n\n縣長張麗善主持智慧農業成果發表記者會，農業處長魏勝德與會。\n"
    assert read.document(text, {}).statements == []


@pytest.mark.parametrize("asks", ["記者問", "會後媒體問", "有學生問"])
def test_whom_somebody_asks_does_not_ask(read: Reader, asks: str) -> None:
    said = "高雄市副市長陳其邁說，車道已經接通。"
    question = f"{asks}陳其邁，任內做得完嗎？"
    silent = f"{said}{question}他沒有回答，只把車牽走。"
    assert _said(read, silent) == [("陳其邁", said), (None, question)]
    answer = "他說，中央會補助一半。"
    told = [("陳其邁", said), (None, question), ("陳其邁", answer)]
    assert _said(read, f"{said}{question}{answer}") == told


def test_whose_words_another_one_reads_out_speaks_behind_them(read: Reader) -> None:
    words = "Almeida在稿中說，里斯本願意簽約。"
    text = f"里斯本副市長Joana Almeida臨時請假，由該市代表代讀談話稿。{words}"
    assert _said(read, text) == [("Joana Almeida", words)]


def test_who_does_not_talk_of_one_thing_asks_for_another(read: Reader) -> None:
    text = "里斯本副市長Joana Almeida沒有講數據，只放了一段影片，隨後提出請求，希望派人來學。"
    assert _said(read, text) == [("Joana Almeida", text)]


def test_a_city_announces_on_a_day(read: Reader) -> None:
    text = "首爾週二宣布，三年內發放九萬件背心。"
    assert _said(read, text) == [(None, text)]


def test_what_the_same_city_hall_does_next_is_told(read: Reader) -> None:
    said = "高雄市政府強調，簽約只是延期。"
    assert _said(read, f"{said}同一市府上週公布步道二期，全長14公里。") == [(None, said)]

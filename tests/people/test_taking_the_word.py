"""People who take the word without a verb of saying, and whom minutes and interviews mean."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {"高雄市": "khh TW", "里斯本": "lis PT", "雅加達": "jkt ID", "赫爾辛基": "hel FI"}


@pytest.mark.parametrize(
    "text",
    [
        "高雄市副市長陳其邁打頭陣。他回顧疫情期間遠距診療的過程。",
        "高雄市副市長陳其邁接棒，談的是登革熱：稽查員每週收到名單。",
        "高雄市副市長陳其邁凌晨四點連線，說港區裝了水位計。",
        "高雄市副市長陳其邁站在月台看了二十分鐘，只問了一句：「為什麼不讓腳踏車也上車？」",
        "高雄市副市長陳其邁給的答案很短：「先救命，再救數據。」",
        "高雄市副市長陳其邁則不認為數量是問題。",
        "高雄市副市長陳其邁幽默地說，學的其實是排班。",
        "高雄市副市長陳其邁關注的是高溫：導航替行人挑選樹蔭最多的路。",
        "高雄市副市長陳其邁想解決的是空屋，三年媒合兩百件。",
        "高雄市副市長陳其邁打趣說：「這次是請客人出考卷。」陳副市長指出，四十三組團隊已經進駐。",
    ],
)
def test_somebody_takes_the_word(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert [s.text for s in said(doc, "陳其邁")] == [text]


def test_somebody_sees_it_so(read: Reader) -> None:
    doc = read.document("紀要\n\n在高雄市副市長陳其邁看來，碳預算不是會計。\n", CITIES)
    assert [s.text for s in said(doc, "陳其邁")] == ["高雄市副市長陳其邁看來，碳預算不是會計。"]


@pytest.mark.parametrize(
    "text",
    [
        "高雄市副市長陳其邁致詞後與各國代表合影。",
        "高雄市副市長陳其邁另以影片致意。",
        "高雄市副市長陳其邁宣布開幕。",
        "高雄市副市長陳其邁啟用新系統，三項合作包括：資料、人員、研發。",
    ],
)
def test_nothing_is_said(read: Reader, text: str) -> None:
    assert read.document(f"紀要\n\n{text}\n", CITIES).statements == []


def test_the_former_and_the_latter(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n高雄市副市長陳其邁與里斯本副市長Joana Almeida同台，前者介紹港區的感測網；"
        "後者則分享公開停車資料的經驗。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "Joana Almeida")] == ["後者則分享公開停車資料的經驗。"]
    (former,) = said(doc, "陳其邁")
    assert former.text.endswith("前者介紹港區的感測網")


def test_a_paragraph_may_quote_first_whom_the_last_one_named(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n高雄市副市長陳其邁指出，去年啟動三次警報。\n\n「熱是沉默的殺手。」他說。\n", CITIES
    )
    assert [s.text for s in said(doc, "陳其邁")][1:] == ["「熱是沉默的殺手。」他說。"]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("雅加達則分享通報淹水的做法。", "jkt"),
        ("赫爾辛基代表表示，所有演算法都已登錄。", "hel"),
        ("里斯本也介紹了開放資料。", "lis"),
    ],
)
def test_a_city_takes_its_turn(read: Reader, text: str, city: str) -> None:
    before = "高雄市副市長陳其邁表示，捷運已經通車。"
    doc = read.document(f"紀要\n\n{before}{text}\n", CITIES)
    assert [s.text for s in doc.statements if s.city_id == city] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "市民代表則表示，希望保留人工窗口。",
        "業內人士認為，定價仍是難題。",
        "對方回應，尚無時間表。",
    ],
)
def test_somebody_whom_only_a_word_describes_speaks(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert [(s.text, s.person_id) for s in doc.statements] == [(text, None)]


def test_an_interview_may_print_its_questions_alone(read: Reader) -> None:
    doc = read.document(
        "專訪高雄市副市長陳其邁\n\n城市外交怎麼走？以下是摘要。\n\n"
        "為什麼城市要有自己的外交？\n\n因為城市面對的問題比國家更像彼此。\n\n"
        "最大的挫折是什麼？\n\n疫情。很多備忘錄簽了就放著。\n\n人見不到面。\n\n"
        "下一步呢？\n\n把合作交給局處。\n\n【小檔案】陳其邁，醫師。\n",
        CITIES,
    )
    assert [s.text for s in doc.statements if s.kind == "question"] == [
        "為什麼城市要有自己的外交？",
        "最大的挫折是什麼？",
        "下一步呢？",
    ]
    assert [s.text for s in said(doc, "陳其邁")] == [
        "因為城市面對的問題比國家更像彼此。",
        "疫情。很多備忘錄簽了就放著。\n\n人見不到面。",
        "把合作交給局處。",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "市長致詞全文\n\n高雄市副市長陳其邁　2025年3月18日\n\n大家早安。",
        "港灣大會開幕致詞\n\n各位貴賓，大家好。我是高雄市副市長陳其邁。",
        "新聞公報\n\n以下是高雄市副市長陳其邁今日出席「港灣大會」的致辭全文：\n\n林主席、各位來賓：\n\n早安。",
    ],
)
def test_a_speech_tells_its_speaker_below_the_title(read: Reader, head: str) -> None:
    doc = read.document(f"{head}\n\n我們記得那場地震。我希望各位下載。\n\n我也謝謝各位。\n", CITIES)
    (speech,) = said(doc, "陳其邁")
    assert speech.text.endswith("我也謝謝各位。")


def test_a_time_above_each_speaker_is_no_turn(read: Reader) -> None:
    doc = read.document(
        "座談會逐字稿\n主持：何明珠（《城市誌》總編輯）\n與談：陳其邁（高雄市副市長）\n\n"
        "(00:00:12)\n何明珠：歡迎。高雄為什麼要做數位孿生？\n\n"
        "(00:01:03)\n陳其邁：圖紙上看不出問題。\n\n(00:05:10)\n主持人：謝謝。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "陳其邁")] == ["圖紙上看不出問題。"]
    assert [s.text for s in said(doc, "何明珠")][1:] == ["謝謝。"]


def test_minutes_mean_the_chair_and_the_offices_they_listed(read: Reader) -> None:
    doc = read.document(
        "會議紀錄\n主席：副市長李四川\n出席：交通局局長謝銘鴻、主計處處長曾玉梅\n\n"
        "主席致詞：各位同仁早，請把握時間。\n交通局謝局長：第一期已完成。\n"
        "主計處曾處長：經費足夠。\n主席裁示：個資盤點列管。\n散會：下午四時\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "李四川")] == [
        "各位同仁早，請把握時間。",
        "個資盤點列管。",
    ]
    assert [s.text for s in said(doc, "曾玉梅")] == ["經費足夠。"]


def test_the_chair_decides_in_a_list_and_within_a_paragraph(read: Reader) -> None:
    doc = read.document(
        "籌備會議紀錄\n\n參、主席：副市長李四川\n\n"
        "肆、臨時動議：許委員立恩建議洽簽備忘錄。主席裁示：現階段不宜。\n\n"
        "伍、主席裁示：\n一、運費先行詢價。\n二、住宿提早保留。\n\n陸、散會：下午四時\n",
        CITIES,
    )
    texts = [s.text for s in said(doc, "李四川")]
    assert "主席裁示：現階段不宜。" in texts
    assert "一、運費先行詢價。\n二、住宿提早保留。" in texts


def test_the_writer_of_the_by_line_asks(read: Reader) -> None:
    doc = read.document(
        "《城事月刊》專訪高雄市副市長陳其邁\n採訪／整理　林雅婷　攝影　石守南\n\n"
        "城事：為什麼從同意書開始？\n\n陳其邁：資料是市民的。\n\n"
        "城事：現在呢？\n\n陳其邁：有兩萬九千人登錄。\n\n城事：有沒有失敗過？\n\n陳其邁：當然。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "林雅婷")] == [
        "為什麼從同意書開始？",
        "現在呢？",
        "有沒有失敗過？",
    ]


def test_a_question_asked_in_between_is_said_by_somebody_else(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n高雄市副市長陳其邁說，憑證明年上路。有議員質疑系統不安全，他直言沒有這回事。\n",
        CITIES,
    )
    assert [s.text for s in doc.statements] == [
        "高雄市副市長陳其邁說，憑證明年上路。",
        "有議員質疑系統不安全",
        "他直言沒有這回事。",
    ]


def test_an_office_without_a_name_is_its_only_holder(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n高雄市副市長陳其邁視察港區。\n\n副市長當場允諾，年底前上網。\n", CITIES
    )
    assert [s.text for s in said(doc, "陳其邁")] == ["副市長當場允諾，年底前上網。"]


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ("論壇共有十七國參加。", "「老城不是負擔。」高雄市副市長陳其邁開場時這麼說。"),
        ("他認為，感測器只是工具。", ""),
    ],
)
def test_a_quote_before_its_speaker_ends_with_the_sentence(
    read: Reader, after: str, text: str
) -> None:
    whole = f"「老城不是負擔。」高雄市副市長陳其邁開場時這麼說。{after}"
    doc = read.document(f"紀要\n\n{whole}\n", CITIES)
    assert [s.text for s in said(doc, "陳其邁")] == [text or whole]


def test_minutes_tell_at_the_head_of_a_part_who_reports(read: Reader) -> None:
    doc = read.document(
        "考察報告會議紀錄\n\n壹、時　　間：2019年11月12日\n貳、主　　席：陳其邁議員\n"
        "參、主席報告：\n\n　　本團一行九人走訪四個城市，經費較預算節餘。\n\n肆、分項報告：\n\n"
        "一、里斯本（柳承恩議員報告）\n（一）9月30日拜會市府，該市臨櫃申辦只需12分鐘。\n"
        "（二）建議社會局比照辦理。\n\n伍、決議：\n一、准予備查。\n",
        CITIES,
    )
    (opened,) = said(doc, "陳其邁")
    assert opened.text == "本團一行九人走訪四個城市，經費較預算節餘。"
    (reported,) = said(doc, "柳承恩")
    assert reported.text.startswith("（一）9月30日")
    assert reported.text.endswith("（二）建議社會局比照辦理。")


def test_the_words_of_minutes_end_at_the_next_item_and_the_chair_concludes(read: Reader) -> None:
    doc = read.document(
        "會報紀錄\n\n主席：副市長陳其邁\n出席：教授林采穎、局長桑立群\n\n案由一：月票推動情形，報請公鑒。\n說明：\n"
        "桑局長立群：首月售出十八萬張。\n林教授采穎：建議每週公布進度。\n主席裁示：同意備查。\n\n"
        "案由二：簽訂備忘錄，提請討論。\n說明：草案共六條。\n林教授采穎：贊成，但請勿獨家。\n"
        "決議：照案通過。\n\n玖、主席結論：城市外交不是蓋章比賽。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "陳其邁")] == ["同意備查。", "城市外交不是蓋章比賽。"]
    assert [s.text for s in said(doc, "林采穎")][-1] == "贊成，但請勿獨家。"


def test_a_list_of_partners_with_notes_says_nothing(read: Reader) -> None:
    doc = read.document(
        "城市\t締結年\t附註\n里斯本市\t1979\t交換學生累計410名\n赫爾辛基市\t1996\t已逾10年無交流\n",
        CITIES,
    )
    assert doc.statements == []


def test_numbered_labels_of_minutes_speak_for_themselves(read: Reader) -> None:
    doc = read.document(
        "雙邊工作會議會議紀錄\n\n一、主席：陳秘書長其邁\n二、出席：里斯本駐臺參事Bertrand Kieffer\n"
        "三、主席致詞：\n"
        "（一）陳秘書長其邁：列管案共十九案，已解除十一案。\n四、報告事項：\n"
        "（一）交通處報告「通勤微循環」辦理情形：\n　　自9月2日試辦，載客率提升到四成三。\n"
        "（二）Kieffer參事報告：\n　　該系統原始碼已公開，可直接取用。\n"
        "五、討論：\n　　Kieffer參事：巴黎方面樂見地方先行，本協會無經費補助。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "陳其邁")] == ["列管案共十九案，已解除十一案。"]
    assert [s.text for s in said(doc, "Bertrand Kieffer")] == [
        "該系統原始碼已公開，可直接取用。",
        "巴黎方面樂見地方先行，本協會無經費補助。",
    ]
    assert "自9月2日試辦，載客率提升到四成三。" in [s.text for s in doc.statements]
    assert len(doc.people) == 2

"""Who speaks: carried over by pronouns, before and behind quotes, by labels, in whole speeches."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {
    "臺南": "tnn TW",
    "高雄市": "khh TW",
    "曼徹斯特": "man GB",
    "里斯本": "lis PT",
    "嘉義市": "cyi TW",
    "新北市": "ntp TW",
}

ONE = {
    "臺南市長黃偉哲以線上方式參與。他說，屋頂農場一年收成三噸。": "黃偉哲",
    "由臺南市長黃偉哲擔綱。這位資深市長指出，農業要轉型。": "黃偉哲",
    "臺南市長黃偉哲笑著搖手：「我得先問議會。」": "黃偉哲",
    "「我們不追求第一，」臺南市長黃偉哲說，「只追求被需要。」": "黃偉哲",
    "「城市不是比賽。」臺南市長黃偉哲開場就說。": "黃偉哲",
    "臺南市長黃偉哲以敬老卡為例，說明數位落差。": "黃偉哲",
    "臺南市長黃偉哲半開玩笑說，預算比較小。": "黃偉哲",
}


@pytest.mark.parametrize(("text", "name"), ONE.items())
def test_the_whole_paragraph_is_said_by_one(read: Reader, text: str, name: str) -> None:
    doc = read.document(f"論壇紀要\n\n{text}\n", CITIES)
    (statement,) = said(doc, name)
    assert statement.text == text.removeprefix("由")


@pytest.mark.parametrize(
    "text",
    [
        "局長黃景茂未回應。",
        "市長黃偉哲視察工地，他的秘書陪同。工地已完成八成。",
        "里長黃偉哲指著白板。",
    ],
)
def test_nothing_is_said(read: Reader, text: str) -> None:
    assert read.document(f"論壇紀要\n\n{text}\n", CITIES).statements == []


@pytest.mark.parametrize("he", ["她", "渠"])
@pytest.mark.parametrize("gloss", ["", "（Sandra Oudkirk）"])
def test_whom_a_delegation_meets_is_who_says_what_follows(
    read: Reader, he: str, gloss: str
) -> None:
    doc = read.document(f"報告\n\n拜會處長孫曉雅{gloss}。{he}指出，合作密切。\n")
    assert [s.text for s in said(doc, "孫曉雅")] == [f"{he}指出，合作密切。"]


def test_an_editors_note_is_not_said(read: Reader) -> None:
    doc = read.document("紀要\n\n市長黃偉哲補充，系統已更新。（編按：五月停用）\n", CITIES)
    assert [s.text for s in doc.statements] == ["市長黃偉哲補充，系統已更新。"]


@pytest.mark.parametrize(
    "behind", ["（編輯：溫景行）1011114", "根據高雄市政府資料，該市最近一次在2007年締結姊妹市。"]
)
def test_what_the_paper_adds_is_not_said(read: Reader, behind: str) -> None:
    doc = read.document(f"紀要\n\n市長黃偉哲澄清，沒有這回事。{behind}\n", CITIES)
    assert [s.text for s in doc.statements] == ["市長黃偉哲澄清，沒有這回事。"]


def test_a_question_in_between_begins_a_new_statement(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n署長柏青雲說明，補助分三期。媒體關心是否開放外商，柏青雲回應，可以共同提案。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "柏青雲")] == [
        "署長柏青雲說明，補助分三期。",
        "柏青雲回應，可以共同提案。",
    ]


def test_a_whole_speech_is_one_statement_whomever_it_quotes(read: Reader) -> None:
    doc = read.document(
        "嘉義市市長戴嵐昕開幕致詞（全文）\n2022年10月13日，音樂廳\n\n"
        "各位市長、各位朋友，大家早安！\n\n"
        "本人想起一間里辦公室。里長廖金水說：「誰家幾點吃藥，都寫在這。」那就是最早的資料庫。\n\n"
        "我希望沒有人再說智慧兩個字。祝大會順利！\n\n"
        "（致詞稿由新聞科整理）\n",
        CITIES,
    )
    (speech,) = said(doc, "戴嵐昕")
    assert (speech.city_id, speech.text[:4], speech.text[-6:]) == (
        "cyi",
        "各位市長",
        "祝大會順利！",
    )
    assert doc.statements == [speech]


def test_labels_mean_the_people_named_above_the_first_turn(read: Reader) -> None:
    doc = read.document(
        "總預算質詢紀錄\n主持人：召集人羅嘉玲議員\n列席：市長盧定國\n\n"
        "召集人：時間到，請就座。\n\n盧市長定國：占百分之一點三。\n\n召集人：散會。\n\n"
        "整理：市政府研考會\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "羅嘉玲")] == ["時間到，請就座。", "散會。"]


def test_answers_of_an_interview_are_of_the_one_its_title_names(read: Reader) -> None:
    doc = read.document(
        "專訪新北市副市長范姜雅筑\n\nQ：紙從哪裡來？\n\nA：是把表格丟掉。\n\nQ：長輩會用嗎？\n\nA：不會用。\n",
        CITIES,
    )
    assert [(s.kind, s.city_id) for s in said(doc, "范姜雅筑")] == [
        ("answer", "ntp"),
        ("answer", "ntp"),
    ]


def test_answers_are_of_the_one_whom_the_head_says_it_spoke_with(read: Reader) -> None:
    doc = read.document(
        "《城市》月刊　專訪\n\n把表格丟掉\n——專訪新北市副市長范姜雅筑\n\n文／林采潔\n\n"
        "問：紙從哪裡來？\n答：是把表格丟掉，里長都說好。\n\n問：長輩會用嗎？\n答：不會用的人有志工教。\n\n"
        "訂閱專線：0800-211-556\n",
        CITIES,
    )
    assert len(said(doc, "范姜雅筑")) == 2
    assert not any("0800" in s.text for s in doc.statements)


def test_answers_without_a_name_stay_without_one_where_others_name_whoever_answers(
    read: Reader,
) -> None:
    doc = read.document(
        "新北市政府　常見問答\n\n"
        "問：為什麼延期？\n答：全國升到三級警戒，只好順延。\n\n問：高知有什麼可以學？\n"
        "答（消防局局長范姜雅筑）：自動開鎖的避難大樓。\n\n問：花了多少錢？\n答：一百八十萬元。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "范姜雅筑")] == ["自動開鎖的避難大樓。"]
    assert [s.city_id for s in doc.statements if s.kind == "answer"] == ["ntp"] * 3


def test_a_label_may_be_a_family_name_or_an_office_told_behind_the_name(read: Reader) -> None:
    doc = read.document(
        "審查會議紀錄\n主席：張廖晏慈召集人\n貴賓：市長長谷川郁子\n\n"
        "召集人：開會，請市長說明。\n\n長谷川：對，我們先問市民。\n\n召集人：散會。\n",
        CITIES,
    )
    assert len(said(doc, "張廖晏慈")) == 2
    assert [s.text for s in said(doc, "長谷川郁子")] == ["對，我們先問市民。"]


@pytest.mark.parametrize("frame", ["【{}】{}", "〈{}〉{}", "{}｜{}", "**{}**：{}"])
def test_speakers_in_brackets_or_before_a_bar(read: Reader, frame: str) -> None:
    turns = [
        ("黃偉哲市長", "農業要轉型，補助三百戶。"),
        ("林文傑議員", "經費多少？何時完成？"),
        ("黃偉哲市長", "三億元，明年完成。"),
        ("林文傑議員", "謝謝市長的說明。"),
    ]
    doc = read.document("實錄\n\n" + "\n\n".join(frame.format(*turn) for turn in turns), CITIES)
    assert [s.text for s in said(doc, "黃偉哲")] == [turns[0][1], turns[2][1]]


def test_a_listener_described_in_brackets_asks(read: Reader) -> None:
    doc = read.document(
        "逐字稿\n\n黃偉哲市長：已經夠忙了。\n\n聽眾（女士，未報姓名）：跟哪家買的？\n\n黃偉哲市長：不方便說。\n",
        CITIES,
    )
    assert [(s.kind, s.person_id is None) for s in doc.statements] == [
        ("turn", False),
        ("question", True),
        ("answer", False),
    ]


def test_a_table_without_header_knows_its_people(read: Reader) -> None:
    doc = read.document(
        "1,臺南,市長,黃偉哲,沙崙智慧綠能科學城引進企業進駐，帶動就業機會與產業發展的效益很大。\n"
        "2,高雄市,副市長,林欽榮,以無人機巡檢港區設施，節省人力與時間成本，並且提升港區的安全。\n"
        "3,嘉義市,市長,戴嵐昕,厝邊照護網走進全市八十四里，替長輩建立用藥提醒，減少急診的次數。\n",
        CITIES,
        name="a.csv",
    )
    rows = [s for s in doc.statements if s.kind == "table_row"]
    assert [row.city_id for row in rows] == ["tnn", "khh", "cyi"]
    assert rows == [said(doc, name)[0] for name in ("黃偉哲", "林欽榮", "戴嵐昕")]


def test_a_list_of_labelled_words_in_a_report_is_no_transcript(read: Reader) -> None:
    doc = read.document(
        "論壇紀要\n\n臺南市政府昨日舉辦論壇，各局處說明成果，現場來賓超過三百人，氣氛熱烈，會後還有參訪。\n\n"
        "一、農業局局長黃偉哲：溫室已有三千坪，今年還要擴大。\n"
        "二、消防局局長李四川：無人機有十二架。\n"
        "三、衛生局陳美惠局長：門診每週兩次。\n\n"
        "各項成果都放在網站上供民眾查閱，明年四月再辦一次，歡迎有興趣的朋友報名參加，名額有限，額滿為止。\n",
        CITIES,
    )
    assert [(s.kind, s.text) for s in doc.statements] == [
        ("reported", "溫室已有三千坪，今年還要擴大。"),
        ("reported", "無人機有十二架。"),
        ("reported", "門診每週兩次。"),
    ]


def test_a_paragraph_may_go_on_with_the_speaker_of_the_one_before(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n臺南市長黃偉哲說，農業要轉型。\n\n談到觀光，他也強調，古蹟要有數位導覽。\n", CITIES
    )
    assert [s.text for s in said(doc, "黃偉哲")] == [
        "臺南市長黃偉哲說，農業要轉型。",
        "談到觀光，他也強調，古蹟要有數位導覽。",
    ]


@pytest.mark.parametrize(
    "after",
    [
        "會中並頒發獎項。",
        "與會來賓會後參觀園區。",
        "曼徹斯特市長Andy Burnham沒有出席。",
        "活動由三家公司贊助。",
    ],
)
def test_what_happened_next_is_not_said(read: Reader, after: str) -> None:
    doc = read.document(f"紀要\n\n臺南市長黃偉哲表示，農業要轉型。市府會協助。{after}\n", CITIES)
    assert [s.text for s in doc.statements] == ["臺南市長黃偉哲表示，農業要轉型。市府會協助。"]


def test_somebody_without_a_name_speaks(read: Reader) -> None:
    doc = read.document("紀要\n\n展場人潮不斷。一位來自里斯本的採購主管抱怨，電價太高。\n", CITIES)
    (statement,) = doc.statements
    assert (statement.text, statement.person_id) == (
        "一位來自里斯本的採購主管抱怨，電價太高。",
        None,
    )
    assert statement.city_id == "lis"


def test_a_quote_belongs_to_the_name_behind_it(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n「我們缺的是會看鏡頭的人。」首次來訪的里斯本市長Carlos Moedas一句話逗樂全場。\n",
        CITIES,
    )
    (statement,) = said(doc, "Carlos Moedas")
    assert statement.text.startswith("「我們缺")


def test_lines_that_name_speakers_head_their_words(read: Reader) -> None:
    doc = read.document(
        "圓桌會議發言摘記\n\n"
        "◎ 臺南市副市長 趙卿惠\n臺南今年完成車牌辨識，週轉率提高一成五。\n\n"
        "◎ 里斯本市 技術長 Jim Loter\n里斯本有九百個資料集。\n隱私審查是第一步。\n\n"
        "◎ 茶敘\n",
        CITIES,
    )
    assert [s.text for s in doc.statements] == [
        "臺南今年完成車牌辨識，週轉率提高一成五。",
        "里斯本有九百個資料集。\n隱私審查是第一步。",
    ]
    assert said(doc, "Jim Loter")[0].city_id == "lis"


def test_the_conclusion_below_the_last_turn_is_nobodys(read: Reader) -> None:
    doc = read.document(
        "會議紀錄\n一、主持人：趙副市長卿惠\n二、會談內容：\n（一）趙副市長：本市試辦智慧路燈。\n"
        "（二）里斯本羅培茲處長：里斯本有九百個資料集。\n"
        "三、結論：\n（一）兩市成立工作小組。\n四、散會：上午11時。\n",
        CITIES,
    )
    assert [s.text for s in doc.statements][-1] == "里斯本有九百個資料集。"


def test_minutes_tell_what_the_chair_says(read: Reader) -> None:
    doc = read.document(
        "臺南市智慧城市會議紀錄\n"
        "壹、時間：111年3月8日上午10時\n"
        "貳、地點：市政中心10樓\n"
        "參、主席：趙副市長卿惠\n"
        "肆、主席致詞：\n"
        "各局處要重視資料共享，今年預算增加兩成。\n"
        "伍、散會：上午11時。\n",
        CITIES,
    )
    (statement,) = doc.statements
    assert statement.text == "各局處要重視資料共享，今年預算增加兩成。"
    assert statement.person_id is not None


def test_a_programme_is_no_transcript(read: Reader) -> None:
    doc = read.document(
        "年會議程\n\n09:00 開幕\n主持人：成功大學 教授 盛懷安\n講者：里斯本市 技術長 Jim Loter\n"
        "與談人：臺南市 副市長 趙卿惠\n\n10:40 平行場次\n主持人：資策會 副執行長 卓映彤\n"
        "講者：曼徹斯特市 市長 Andy Burnham\n與談人：新北市 局長 汪品叡\n",
        CITIES,
    )
    assert doc.statements == []


def test_the_speaker_of_a_speech_may_stand_in_an_entry(read: Reader) -> None:
    doc = read.document(
        "臺南市政府致詞稿\n場合：開幕式\n致詞人：副市長趙卿惠\n\n"
        "各位朋友大家早安，我先替市長道謝。\n\n里斯本市長Carlos Moedas說：「你們知道何時該關機。」"
        "我把這句話貼在門口。\n\n最後，我祝各位平安。\n",
        CITIES,
    )
    (speech,) = doc.statements
    assert speech.text.startswith("各位朋友") and speech.text.endswith("平安。")


@pytest.mark.parametrize(
    "text",
    [
        "高雄市的路不同：五區合資成立公司，自籌經費。市長陳其邁笑稱「沒等」。",
        "高雄市的路不同：五區合資成立公司，自籌輕軌經費，市長陳其邁笑稱「沒等」。",
        "外界關心是否將與里斯本市簽訂科學園區協議，市長陳其邁笑稱「沒等」。",
    ],
)
def test_what_stands_before_the_speaker_is_not_said(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    (statement,) = said(doc, "陳其邁")
    assert statement.text == "市長陳其邁笑稱「沒等」。"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("臺南市長黃偉哲接過話頭：這套系統全部開源。", "黃偉哲"),
        ("本案原則同意。黃偉哲市長：謝謝各位，請儘速辦理。", "黃偉哲"),
        ("「請帶一次失敗的經驗來，」──臺南市長　黃偉哲", "黃偉哲"),
    ],
)
def test_a_colon_or_a_dash_gives_the_word(read: Reader, text: str, name: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert len(said(doc, name)) == 1


def test_a_body_speaks_through_its_staff(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n市長黃偉哲表示，農業要轉型。交通局有關負責人不願多談，只說合約到三月底。\n", CITIES
    )
    assert [s.text for s in doc.statements] == [
        "市長黃偉哲表示，農業要轉型。",
        "交通局有關負責人不願多談，只說合約到三月底。",
    ]
    assert doc.statements[1].person_id is None


def test_minutes_tell_who_reports(read: Reader) -> None:
    doc = read.document(
        "臺南市會議紀錄\n壹、主席：趙副市長卿惠\n"
        "貳、出席者：農業局 游局長士緯、里斯本市 技術長 Jim Loter\n"
        "參、報告事項\n　一、農業局（游局長）：\n"
        "　　（一）列管九項，已結案六項。\n　　（二）浮標二十具。\n"
        "　二、里斯本市（Loter技術長）：\n　　（一）開放資料四十七組。\n　　（二）已請中央協助。\n"
        "肆、散會：上午11時。\n",
        CITIES,
    )
    assert [s.text[:9] for s in doc.statements] == ["（一）列管九項，已", "（一）開放資料四十"]


def test_records_name_the_speaker_first(read: Reader) -> None:
    doc = read.document(
        "序號：1\n城市：高雄市\n代表：市長 陳其邁\n發言：高雄要在2030年減碳三成，已完成一成五。\n\n"
        "序號：2\n城市：里斯本市\n代表：市長 Carlos Moedas\n"
        "發言：氫能計畫今年動工，投資兩億歐元。\n",
        CITIES,
    )
    assert [s.text[:4] for s in doc.statements] == ["高雄要在", "氫能計畫"]
    assert len({s.person_id for s in doc.statements} - {None}) == 2


def test_the_office_may_stand_between_a_listed_name_and_its_colon(read: Reader) -> None:
    doc = read.document(
        "座談手冊\n\n座談一：水岸給誰住\n"
        "・Mr. Carlos Moedas, Mayor, City of Lisbon：里斯本的共乘船班把通勤時間砍半，票價很低。\n"
        "・Ms. Lucy Powell, Councillor for Housing：曼徹斯特將分享都市分身，預計明年上線。\n",
        CITIES,
    )
    assert len(said(doc, "Carlos Moedas")) == len(said(doc, "Lucy Powell")) == 1


@pytest.mark.parametrize(
    ("text", "name", "stretch"),
    [
        (
            "局長孫東今日就葛珮帆議員的提問作書面答覆：計劃已完成。",
            "孫東",
            "局長孫東今日就葛珮帆議員的提問作書面答覆：計劃已完成。",
        ),
        (
            "市長黃偉哲向里長林阿明道歉，表示路燈年底前修好。",
            "黃偉哲",
            "市長黃偉哲向里長林阿明道歉，表示路燈年底前修好。",
        ),
    ],
)
def test_whom_somebody_speaks_to_does_not_speak(
    read: Reader, text: str, name: str, stretch: str
) -> None:
    doc = read.document(f"論壇紀要\n\n{text}\n", CITIES)
    assert [(s.text, s.person_id) for s in doc.statements] == [
        (stretch, said(doc, name)[0].person_id)
    ]


def test_a_body_that_is_asked_to_explain_has_said_nothing(read: Reader) -> None:
    text = "論壇紀要\n\n請臺南市政府說明個資如何保護。\n"
    assert read.document(text, CITIES).statements == []


def test_whoever_asks_and_he_who_answers_with_a_quote(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n市長黃偉哲說，鐵軌先修。有鄉長詢問何時通車，他擺擺手：「先把枕木鋪好。」\n", CITIES
    )
    assert [(s.text, s.person_id is None) for s in doc.statements] == [
        ("市長黃偉哲說，鐵軌先修。", False),
        ("有鄉長詢問何時通車", True),
        ("他擺擺手：「先把枕木鋪好。」", False),
    ]


def test_a_latin_name_a_title_and_a_short_verb(read: Reader) -> None:
    doc = read.document(
        "紀要\n\n曼徹斯特市長Bev Craig、里斯本市長Joao Melo來訪。Craig市長則說河要變乾淨。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "Bev Craig")] == ["Craig市長則說河要變乾淨。"]


def test_a_quote_opens_a_paragraph_and_a_clause_leads_to_its_speaker(read: Reader) -> None:
    text = "「我們只是保管數據。」訪談一開始，里斯本市長梅洛（Joao Melo）就這樣說。"
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert [s.text for s in doc.statements] == [text]


def test_heads_with_the_title_inside_the_name_have_their_words_below(read: Reader) -> None:
    doc = read.document(
        "發言摘要\n\n1. 陳市長其邁\n高雄將以人工智慧治理交通。\n\n2. 盧議員崑福\n個資要保護。\n"
    )
    assert [s.text for s in doc.statements] == ["高雄將以人工智慧治理交通。", "個資要保護。"]


def test_a_line_that_announces_what_is_said_says_nothing(read: Reader) -> None:
    text = "論壇紀要\n\n各城市代表發言重點如下。\n"
    assert read.document(text, CITIES).statements == []


def test_somebody_is_told_by_where_she_lives(read: Reader) -> None:
    doc = read.document("紀要\n\n住在西區的林阿水說，寧可要這個聲音。\n", CITIES)
    assert [s.text for s in said(doc, "林阿水")] == ["林阿水說，寧可要這個聲音。"]


def test_minutes_that_announce_a_remark_have_its_words_below(read: Reader) -> None:
    doc = read.document(
        "新北市政府智慧城市諮詢委員會議 紀錄\n日期：114年2月11日\n主席：朱副市長惕之\n"
        "一、林委員之浩發言：\n建議開放垃圾車位置。\n"
        "二、陳委員怡君發言：\n個資保護應先於創新。\n"
    )
    assert [s.text for s in doc.statements] == ["建議開放垃圾車位置。", "個資保護應先於創新。"]
    assert [s.text for s in said(doc, "林之浩")] == ["建議開放垃圾車位置。"]


def test_a_city_and_an_office_stand_for_who_is_told_to_hold_it(read: Reader) -> None:
    doc = read.document(
        "對談逐字稿\n主持人：龔以恩\n與談人：里斯本市長 Rui Costa、曼徹斯特市長 Jane Poole\n\n"
        "龔以恩：請兩位市長說明。\n\n里斯本市長：我們先修路。\n\n曼徹斯特市長：我們先修法。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "Rui Costa")] == ["我們先修路。"]
    assert [s.text for s in said(doc, "Jane Poole")] == ["我們先修法。"]


def test_an_office_alone_means_its_last_holder_in_the_paragraph(read: Reader) -> None:
    doc = read.document(
        "國際簡訊\n\n里斯本副市長 Rui Costa 來訪。副市長說，舊廠房要變成電池園區。\n\n"
        "曼徹斯特副市長 Jane Poole 昨日抵達。副市長說，圖書館將開到午夜。\n",
        CITIES,
    )
    assert [s.text[-9:] for s in said(doc, "Rui Costa")] == ["房要變成電池園區。"]
    assert [s.text[-9:] for s in said(doc, "Jane Poole")] == ["圖書館將開到午夜。"]

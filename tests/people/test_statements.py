"""Who said what: tables, turns, prose."""

from __future__ import annotations

import pytest

from pipeline.linking.docview import DocView
from tests.growth import is_linear
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


@pytest.mark.parametrize("last", ["後續", "合作情形"])
def test_what_is_agreed_with_home_does_not_make_the_speaker_one_of_home(
    read: Reader, last: str
) -> None:
    doc = read.document(
        f"序,代表,摘要,{last}\n"
        "1,Kari Moen（挪威卑爾根市副市長）,雨下得多，管子就要粗。,與基隆市交換資料\n"
        "2,佐藤健二（日本）,夜景要關掉一半。,基隆市派員考察\n",
        CITIES,
        {"挪威": "NO", "日本": "JP"},
        "a.csv",
    )
    assert [(s.city_id, s.country_code) for s in doc.statements] == [("ber", "NO"), (None, "JP")]


def test_a_brief_cell_is_not_what_a_row_says(read: Reader) -> None:
    doc = read.document(
        "序號\t國家\t城市\t代表\t現況\t備註\n"
        "1\t挪威\t卑爾根市\t市長 Annika Røed-Larsen\t有效\t兩市的市民卡已開放五千名會員。\n"
        "2\t挪威\t卑爾根市\t市長 Annika Røed-Larsen\t失效\t期滿後對方未回覆續約函。\n",
        CITIES,
        {"挪威": "NO"},
    )
    assert [row.text for row in doc.statements] == [
        "兩市的市民卡已開放五千名會員。",
        "期滿後對方未回覆續約函。",
    ]


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


def test_a_turn_is_of_the_person_its_label_names_anywhere(read: Reader) -> None:
    doc = read.document(
        "臺北市議會紀錄\n主席：副議長林允中\n出席官員：交通局局長呂維\n出席議員：方柔、郭國揚\n\n"
        "主席：繼續開會，請方柔議員質詢。\n"
        "方柔：停車場什麼時候開放？\n"
        "呂維：明年七月完工後開放。\n"
        "方柔：謝謝局長。\n"
        "主席：休息15分鐘。\n"
        "（下午4時12分休息）　紀錄：陳彥\n",
        CITIES,
    )
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON"}
    spoken = [(names.get(s.person_id or ""), s.text) for s in doc.statements]
    assert spoken[1:] == [
        ("方柔", "停車場什麼時候開放？"),
        ("呂維", "明年七月完工後開放。"),
        ("方柔", "謝謝局長。"),
        ("林允中", "休息15分鐘。"),
    ]


TRANSCRIPTS = (
    "【林副市長】歡迎來到臺北。\n"
    "【高虹安】我們有八千盞路燈。\n"
    "【Maria Lopez】請注意隱私。\n"
    "【林副市長】謝謝。\n",
    "00:01 主持人 各位好。\n"
    "00:35 高虹安 我們有八千盞路燈。\n"
    "01:20 主持人 謝謝。\n"
    "01:45 高虹安 不客氣。\n",
    "Q1：怎麼開始的？\nA1：2009年從節能做起。\nQ2：有多少路燈？\nA2：我們有八千盞路燈。\n",
    "主持人（00:01）：各位好。\n高虹安（00:35）：我們有八千盞路燈。\n主持人（01:20）：謝謝。\n",
    "問：怎麼開始的？\n答（市長高虹安）：從節能做起。\n問：多少路燈？\n答（高）：我們有八千盞路燈。\n",
    "主持人：各位好。\n法蘭克福市副市長兼財政長Dr. Bastian von Werthern-Köhler：謝謝。\n"
    "主持人：請說。\n高虹安：我們有八千盞路燈。\n\n（全場鼓掌）\n",
    "《鏡傳媒》記者：有多少路燈？\n高虹安：我們有八千盞路燈。\n《鏡傳媒》記者：謝謝。\n",
)


@pytest.mark.parametrize("text", TRANSCRIPTS)
def test_labels_of_turns_are_written_in_many_ways(read: Reader, text: str) -> None:
    doc = read.document(text, CITIES)
    texts = [s.text for s in doc.statements]
    assert "我們有八千盞路燈。" in texts
    assert len(texts) == text.replace("\n\n（全場鼓掌）", "").count("\n")


def test_a_far_longer_column_is_what_is_told(read: Reader) -> None:
    doc = read.document(
        "城市,講者,主題,分享紀要與回應\n"
        "臺北,市長 柯文哲,智慧政府,我們開放了兩百八十個場域讓新創公司來試，明年還要完成路燈更新。\n"
        "大邱,市長 權泳臻,醫療,去年有五百家公司加入，今年預計再增加兩成，歡迎臺灣的夥伴。\n",
        CITIES,
        name="a.csv",
    )
    assert [s.text[:6] for s in doc.statements] == ["我們開放了兩", "去年有五百家"]


def test_a_part_in_a_column_of_speakers_is_the_person_it_was_told_of(read: Reader) -> None:
    doc = read.document(
        "時間,講者,內容\n"
        "00:01,林采穎（主持人）,大家午安，歡迎參加對談。\n"
        "00:02,張維志,謝謝教授，我先報告三件事。\n"
        "00:03,主持人,時間到了，謝謝大家。\n"
        "00:04,觀眾,請問兩位，明年還會舉辦嗎？\n",
        CITIES,
        name="a.csv",
    )
    first, second, third, *rest = doc.statements
    assert first.person_id == third.person_id != second.person_id
    assert all(statement.person_id is None for statement in rest)


def test_a_transcript_may_mix_its_labels(read: Reader) -> None:
    doc = read.document(
        "對談逐字稿\n與談人：高雄市副市長林敬堯、橫濱市副市長歐陽美帆\n\n"
        "【主持人】各位午安，歡迎回來。\n"
        "【林副市長】謝謝，我講三件事。\n"
        "主持人：時間到。下一位。\n"
        "歐陽理事：大家好，請多包涵。\n"
        "A（林副市長）：不會，做不完您來罵我。\n"
        "主持人：散會！\n\n"
        "【對談之外】\n現場還有書展。\n",
        {"高雄市": "khh TW", "橫濱市": "yok JP"},
    )
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON"}
    spoken = [(names.get(s.person_id or "", "")[:2], s.text) for s in doc.statements]
    assert [name for name, _ in spoken] == ["", "林副", "", "歐陽", "林副", ""]
    assert spoken[-1][1] == "散會！"


@pytest.mark.parametrize("clock", ["10:00", "一○：○○"])
def test_a_line_of_an_agenda_that_announces_an_address_says_nothing(
    read: Reader, clock: str
) -> None:
    doc = read.document(f"研討會議程\n\n{clock}　縣長游思源致歡迎詞\n", {"宜蘭": "yil TW"})
    assert doc.statements == []


@pytest.mark.parametrize(
    ("text", "n_said"),
    [
        ("縣長游思源到場祝賀。", 0),
        ("縣長游思源感謝志工的付出。", 1),
        ("「辛苦了！」縣長游思源感謝。", 1),
    ],
)
def test_who_only_greets_says_nothing(read: Reader, text: str, n_said: int) -> None:
    doc = read.document(f"紀要\n\n{text}\n", {"宜蘭": "yil TW"})
    assert len(doc.statements) == n_said


def test_a_sentence_quoted_before_its_speaker_opens_what_he_says(read: Reader) -> None:
    text = "「測站太遠了，那裡一個都沒有。」領頭的資工系學生倪可晴說。"
    doc = read.document(f"場外\n\n{text}\n", {"宜蘭": "yil TW"})
    assert [one.text for one in doc.statements] == [text]


def _told(doc: DocView) -> list[tuple[str, str]]:
    """The speaker (empty if unnamed) and text of each statement."""
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON"}
    return [(names.get(s.person_id or "", ""), s.text) for s in doc.statements]


def test_a_greeting_opens_a_speech_that_no_title_announces(read: Reader) -> None:
    words = "各位媒體朋友大家早安，我是新竹縣縣長楊士弘。\n\n我要感謝各位。我們會努力。"
    assert _told(read.document(f"{words}\n", {"新竹縣": "hsq TW"})) == [("楊士弘", words)]
    report = "市長賴冠宇施政報告\n\n議長、各位議員：\n\n我就任滿一年。我要講三件事，請各位指教。"
    assert _told(read.document(f"{report}\n", {"宜蘭": "yil TW"}))[0][1].startswith("議長、")


def test_what_the_host_says_is_no_part_of_the_speech_below_a_head_of_its_own(
    read: Reader,
) -> None:
    host = "各位晚安，我是主持人林佩蓉。今天的講者修了二十年的橋，讓我們歡迎他。"
    words = "大家好。\n\n我修橋修了二十年。\n\n我要謝謝各位，我們明年再見。"
    text = f"港城之夜\n講者：新竹縣縣長楊士弘\n\n【主持人引言】\n{host}\n\n【演講全文】\n{words}\n"
    doc = read.document(text, {"新竹縣": "hsq TW"})
    assert _told(doc) == [("林佩蓉", host), ("楊士弘", words)]


def test_a_speech_below_a_head_ends_at_the_next_head_with_whatever_mark(read: Reader) -> None:
    words = "大家好，我是宜蘭市長林佩蓉。我修橋修了二十年。我要謝謝各位。"
    text = f"港城之夜\n\n■ 演講全文\n\n{words}\n\n◆ 現場介紹\n\n攤位在二樓。歡迎參觀。\n"
    assert _told(read.document(text, {"宜蘭": "yil TW"})) == [("林佩蓉", words)]


def test_two_speeches_in_a_document_are_not_one(read: Reader) -> None:
    one = "我是宜蘭市長林佩蓉。我很高興。我相信資料。"
    two = "我是新竹縣縣長楊士弘。我要謝謝大家。我明年再來。"
    text = f"港城之夜\n\n■ 開幕致詞\n\n{one}\n\n■ 閉幕演講\n\n{two}\n"
    told = _told(read.document(text, {"宜蘭": "yil TW", "新竹縣": "hsq TW"}))
    assert not any(one in said and two in said for _, said in told)


def test_the_entry_of_who_speaks_decides_whoever_else_the_head_names(read: Reader) -> None:
    words = "各位市長，大家早安。\n\n我是山上人。陳建宏市長昨晚說：「水好。」我同意。我們再見。"
    head = "水的城市\n——紀念林大川先生講壇　專題演講\n講者：宜蘭市長　林佩蓉\n"
    doc = read.document(f"{head}\n{words}\n", {"宜蘭": "yil TW"})
    assert _told(doc) == [("林佩蓉", words)]


def test_a_press_release_that_hails_the_reader_is_no_speech(read: Reader) -> None:
    text = "各位市民好消息！宜蘭市長林佩蓉今天宣布，我們的公車降價，請各位多搭。"
    [(name, said)] = _told(read.document(f"新聞稿\n\n{text}\n", {"宜蘭": "yil TW"}))
    assert (name, said[:4]) == ("林佩蓉", "宜蘭市長")


def test_a_body_told_before_speaks_again(read: Reader) -> None:
    text = "宜蘭縣環保局公布資料。該局表示，將增設測站。局長陳冠宇說，錢夠。該局另指出，站址已定。"
    said = _told(read.document(f"新聞稿\n\n{text}\n", {"宜蘭縣": "yil TW"}))
    assert [words[:3] for _, words in said] == ["該局表", "局長陳", "該局另"]


@pytest.mark.parametrize(
    ("sentence", "speaks"),
    [
        ("公司說明會改到週五。", False),
        ("公司報告書月底上網。", False),
        ("公司說明內容會寄給股東。", False),
        ("公司說明，明年擴廠。", True),
        ("公司表示會擴廠。", True),
    ],
)
def test_the_briefing_of_a_company_told_before_says_nothing(
    read: Reader, sentence: str, speaks: bool
) -> None:
    text = f"新聞稿\n\n台積電昨天公布財報。{sentence}\n"
    assert _told(read.document(text)) == ([("", sentence)] if speaks else [])


def test_whoever_is_met_does_not_speak(read: Reader) -> None:
    text = "宜蘭縣長林佩蓉拜會橫濱市副市長齋藤健一，說明宜蘭的公車政策。"
    cities = {"宜蘭縣": "yil TW", "橫濱": "yok JP"}
    assert "齋藤健一" not in dict(_told(read.document(f"新聞稿\n\n{text}\n", cities)))


def test_an_entry_below_an_interview_tells_who_answers(read: Reader) -> None:
    doc = read.document(
        "城市外交\n\n問：姊妹市有幾個？\n答：七個。\n問：會再增加嗎？\n答：會，不急。\n"
        "（受訪者：宜蘭縣政府科長鄧文儀）\n",
        {"宜蘭縣": "yil TW"},
    )
    assert [name for name, _ in _told(doc)] == ["", "鄧文儀", "", "鄧文儀"]


@pytest.mark.parametrize("entry", ["採訪者", "訪談人", "訪問者"])
def test_an_entry_that_tells_who_asked_names_nobody_who_answers(read: Reader, entry: str) -> None:
    doc = read.document(
        "老街再生\n\n問：店家願意搬嗎？\n答：多半願意。\n問：何時動工？\n答：明年春天。\n"
        f"（{entry}：臺灣大學教授鄧文儀）\n",
        {"宜蘭縣": "yil TW"},
    )
    answers = [s for s in doc.statements if s.kind == "answer"]
    assert [s.person_id for s in answers] == [None, None]


def test_a_label_is_the_same_with_its_bracket_and_without(read: Reader) -> None:
    doc = read.document(
        "座談\n\n〔陳冠宇（宜蘭縣副縣長）〕\n先談停車。\n〔林佩蓉（宜蘭縣交通處長）〕\n預算不夠。\n"
        "〔陳冠宇〕\n錢可以談。\n",
        {"宜蘭縣": "yil TW"},
    )
    assert [name for name, _ in _told(doc)] == ["陳冠宇", "林佩蓉", "陳冠宇"]


def test_entries_of_a_form_tell_who_asks_and_who_answers(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣議會書面質詢\n\n質詢議員：謝宛真\n質詢事項：公車為何減班？\n"
        "答覆內容：缺駕駛，明年補足。\n答覆機關：秘書處\n",
        {"宜蘭縣": "yil TW"},
    )
    told = _told(doc)
    assert [words for _, words in told] == ["公車為何減班？", "缺駕駛，明年補足。"]
    assert "宛真" in told[0][0] and not told[1][0]


def test_a_note_below_minutes_tells_who_the_chair_is(read: Reader) -> None:
    doc = read.document(
        "主席：下一案，請教育局說明。\n教育局黃副局長：草案已送法制局。\n主席：什麼時候簽？\n"
        "教育局黃副局長：十月。\n（宜蘭縣政府會報紀錄，主席：張副縣長秉森）\n",
        {"宜蘭縣": "yil TW"},
    )
    chairs = {s.person_id for s in doc.statements[::2]}
    assert len(chairs) == 1 and None not in chairs


def test_a_body_without_a_name_speaks_between_others(read: Reader) -> None:
    text = "宜蘭縣長林佩蓉說，河面乾淨了。環保團體則質疑，雨後仍有污水。"
    doc = read.document(f"新聞稿\n\n{text}\n", {"宜蘭縣": "yil TW"})
    assert [words[:4] for _, words in _told(doc)] == ["縣長林佩", "環保團體"]


def test_a_list_that_a_speaker_announces_is_what_he_says(read: Reader) -> None:
    text = (
        "宜蘭縣長林佩蓉裁示：\n1. 轉運中心明年三月啟用。\n2. 交通處每週回報。\n專家表示，時程太趕。"
    )
    told = _told(read.document(f"新聞稿\n\n{text}\n", {"宜蘭縣": "yil TW"}))
    assert [(name, words[:2]) for name, words in told] == [("林佩蓉", "1."), ("", "專家")]


@pytest.mark.parametrize("marks", ["-", "…", "1,"])
def test_a_cell_of_marks_takes_time_that_grows_with_it_only(read: Reader, marks: str) -> None:
    def rows(size: int) -> None:
        cell = marks * (size // len(marks))
        read.document(f"編號\t城市\t內容\t其他\n1\t臺北\t修橋。\t{cell}未定案\n", CITIES)

    assert is_linear(rows, 800)


def test_a_line_of_many_names_takes_time_that_grows_with_it_only(read: Reader) -> None:
    def lines(size: int) -> None:
        read.document("名單\n\n" + ("米、" * size + "到齊。\n\n") * 5)

    assert is_linear(lines, 20)


def test_a_greeting_may_hail_many_before_everybody(read: Reader) -> None:
    hailed = "主席、副主席、局長、處長、科長、校長、里長、各位鄉親，大家好。"
    words = f"{hailed}我是宜蘭縣縣長林佩蓉。\n\n我謝謝各位。我們明年再聚。"
    assert _told(read.document(f"{words}\n", {"宜蘭縣": "yil TW"})) == [("林佩蓉", words)]


@pytest.mark.parametrize(
    "note",
    [
        "編按：林佩蓉市長上週以英語發表演講，現場約四百人聆聽。她是該市首位女市長。",
        "譯者按：林佩蓉市長上週應邀演講，市長楊士弘到場聆聽。",
    ],
)
@pytest.mark.parametrize(
    "title",
    [
        "【大會演講全文】橋與人\n——宜蘭市市長林佩蓉（Lin Pei-jung）在新竹縣演說的中譯",
        "橋與人\n宜蘭市市長林佩蓉在新竹縣的談話",
        "宜蘭市市長林佩蓉演講全文",
    ],
)
def test_a_speech_begins_below_the_note_of_the_editor(read: Reader, title: str, note: str) -> None:
    words = "親愛的楊縣長、各位同行：\n\n我修橋修了二十年。\n\n有人問我錢從哪裡來，我說借的。"
    text = f"{title}\n\n{note}\n\n{words}\n"
    assert _told(read.document(text, {"宜蘭市": "yil TW"})) == [("林佩蓉", words)]

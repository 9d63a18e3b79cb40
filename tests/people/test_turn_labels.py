"""Labels of turns that tell a name beside a body, a place or an office, in any order."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {"高雄市": "khh TW"}
TRANSCRIPT = "座談會逐字稿\n\n主持人：各位好。\n\n{}：格式要統一。\n\n主持人：謝謝。\n"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("智慧城市聯盟 林志雄", "林志雄"),
        ("台灣數位協會　游書婷", "游書婷"),
        ("開放資料社群 許哲維", "許哲維"),
        ("林志雄（智慧城市聯盟）", "林志雄"),
        ("許哲維／開放資料社群", "許哲維"),
        ("台灣數位協會・游書婷", "游書婷"),
        ("智慧城市聯盟-林志強", "林志強"),
        ("智慧城市聯盟葉佩珊", "葉佩珊"),
        ("【台灣數位協會】江承翰", "江承翰"),
        ("高雄市羅文彬", "羅文彬"),
        ("芬蘭商會 Anna Virtanen", "Anna Virtanen"),
        ("Anna Virtanen（芬蘭商會）", "Anna Virtanen"),
        ("微軟 David", "David"),
    ],
)
def test_the_name_beside_a_body_or_place_speaks(read: Reader, label: str, name: str) -> None:
    doc = read.document(TRANSCRIPT.format(label), CITIES)
    assert [statement.text for statement in said(doc, name)] == ["格式要統一。"]


def test_a_dotted_name_is_whole_whoever_else_speaks(read: Reader) -> None:
    doc = read.document(
        "實錄\n\n安娜·科瓦爾斯卡：格式要統一。\n\n林采穎：謝謝。\n\n德維·拉赫馬瓦蒂：是的。\n"
    )
    assert {one.name for one in doc.people} == {"安娜·科瓦爾斯卡", "林采穎", "德維·拉赫馬瓦蒂"}


@pytest.mark.parametrize("label", ["主持人　海峽衛視　林采穎", "主持人／天下雜誌　林采穎"])
def test_a_label_tells_what_the_speaker_does_for_whom(read: Reader, label: str) -> None:
    doc = read.document(f"實錄\n\n{label}：大家好。\n\n王大明：你好。\n\n林采穎：謝謝。\n")
    ((role, body),) = zip(doc.roles, doc.organizations, strict=True)
    assert (role.title, role.organization_id) == ("主持人", body.organization_id)


@pytest.mark.parametrize(
    "label",
    ["開放資料 格式", "高雄市 輕軌", "智慧城市聯盟 秘書處", "第一場 數位治理", "微軟「David」"],
)
def test_no_other_words_are_names(read: Reader, label: str) -> None:
    assert read.document(TRANSCRIPT.format(label), CITIES).people == []


def test_lines_that_end_in_a_colon_in_a_release_name_nobody(read: Reader) -> None:
    text = (
        "高雄市新聞稿\n\n市府今天公布三個地點。\n\n高雄市 金獅湖：\n裝設感測器二十支。\n\n"
        "微軟 Azure：\n雲端已上線。\n"
    )
    assert read.document(text, CITIES).people == []


def _said_by(read: Reader, text: str) -> list[tuple[str, str | None, str]]:
    doc = read.document(text, {"屏東縣": "ptc TW", "波多市": "opo PT"})
    names = {person.person_id: person.name for person in doc.people}
    return [(names.get(s.person_id or "", ""), s.city_id, s.text) for s in doc.statements]


def test_a_part_in_brackets_behind_a_name_is_a_label_later(read: Reader) -> None:
    text = (
        "海邊的城市座談\n\n許雅婷（主持人、大學教授）：三位好。\n\n"
        "陳志強（屏東縣漁業處處長）：港口十五個能用。\n\n主持人：那其他的呢？\n\n陳志強：淤了。\n"
    )
    assert [name for name, _, _ in _said_by(read, text)] == ["許雅婷", "陳志強"] * 2


def test_the_chair_of_minutes_is_whom_the_head_calls_host(read: Reader) -> None:
    text = (
        "屏東縣政府數位治理會議紀錄\n\n主持人：副縣長王雅惠\n\n壹、主席致詞：請長話短說。\n\n"
        "計畫處：今年提出十二項計畫。\n\n劉委員宗翰：寬頻還是很慢。\n\n主席裁示：下次提出數據。\n"
    )
    found = _said_by(read, text)
    assert found[0] == ("王雅惠", "ptc", "請長話短說。")
    assert found[1] == ("", "ptc", "今年提出十二項計畫。")
    assert found[-1] == ("王雅惠", "ptc", "下次提出數據。")


@pytest.mark.parametrize(
    "below",
    [
        "〔小辭典〕行動支付：用手機付錢。",
        "【波多小檔案】人口二十三萬。",
        "――――\n速記：速記公司",
        "＊　＊　＊\n本刊每月出版。",
    ],
)
def test_what_stands_below_the_last_words_is_not_said(read: Reader, below: str) -> None:
    text = "專訪陳志強處長\n\n問：錢夠嗎？\n\n陳志強：夠了。\n\n問：人呢？\n\n陳志強：不夠。\n\n"
    assert _said_by(read, f"{text}{below}\n")[-1] == ("陳志強", None, "不夠。")


def test_a_pause_within_a_turn_ends_nothing(read: Reader) -> None:
    text = "海港座談\n\n主持人：請說。\n\n陳志強：很好。\n……\n明年再設三百個。\n\n主持人：謝謝。\n"
    assert "明年再設三百個。" in _said_by(read, text)[1][2]


@pytest.mark.parametrize(
    "names",
    ["處長陳志強、教授許雅婷", "許雅婷（大學教授）", "Ana Ribeiro（波多市議員）、陳志強（處長）"],
)
def test_a_label_before_names_says_nothing(read: Reader, names: str) -> None:
    text = f"座談紀錄\n\n引導人：{names}\n\n主持人：各位好。\n\n陳志強：大家好。\n"
    assert [words for _, _, words in _said_by(read, text)] == ["各位好。", "大家好。"]


def test_entries_of_a_written_answer_tell_who_asks_and_who_answers(read: Reader) -> None:
    doc = read.document(
        "市政總質詢書面答覆\n質詢議員：林志雄　　答覆單位：交通局\n\n"
        "Q1：公車為何減班？\nA1：缺駕駛，明年補足。\n\n"
        "Q2：經費多少？\nA2：一年八百萬元。\n\n答覆人：局長 許哲維\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "林志雄")] == ["公車為何減班？", "經費多少？"]
    assert [s.text for s in said(doc, "許哲維")] == ["缺駕駛，明年補足。", "一年八百萬元。"]
    assert len(doc.statements) == 4


def test_questions_without_a_label_between_turns_are_asked_by_the_writer(read: Reader) -> None:
    doc = read.document(
        "港邊月刊專訪\n\n採訪／陳冠宇\n\n一、為什麼修舊船？\n\n"
        "高雄市副市長林佩蓉：新船太貴。\n\n二、錢從哪裡來？\n\n"
        "林佩蓉：一半自籌。\n\n三、颱風來了怎麼辦？\n\n林佩蓉：拖進內港。\n",
        CITIES,
    )
    assert [s.text for s in said(doc, "林佩蓉")] == ["新船太貴。", "一半自籌。", "拖進內港。"]
    asked = [s.text for s in said(doc, "陳冠宇")]
    assert asked == ["一、為什麼修舊船？", "二、錢從哪裡來？", "三、颱風來了怎麼辦？"]


def test_a_guest_who_ends_with_a_question_asks_it_in_the_own_turn(read: Reader) -> None:
    doc = read.document(
        "座談會逐字稿\n\n主持人：各位好。\n\n林志雄：格式要統一。\n\n誰來做？\n\n"
        "許哲維：大家一起做。\n\n林志雄：很好。\n\n主持人：謝謝。\n",
        CITIES,
    )
    assert [s.text[-4:] for s in said(doc, "林志雄")] == ["誰來做？", "很好。"]


def test_speakers_of_a_panel_who_end_with_questions_ask_them_themselves(read: Reader) -> None:
    doc = read.document(
        "座談會逐字稿\n\n林志雄：路太窄。\n\n可是拆得掉嗎？\n\n許哲維：老屋值得留。\n\n"
        "人又在哪裡？\n\n林志雄：先補助。\n\n補助就夠嗎？\n\n許哲維：至少有人回來。\n",
        CITIES,
    )
    assert [s.text[-5:] for s in said(doc, "林志雄")] == ["拆得掉嗎？", "助就夠嗎？"]
    assert len(doc.statements) == 4


def test_a_name_of_two_words_is_the_speaker_rather_than_a_word_before_the_body(
    read: Reader,
) -> None:
    doc = read.document(TRANSCRIPT.format("答（Ghent 環境局 Anna De Smet 局長）"))
    assert "Ghent" not in {person.name for person in doc.people}
    assert "Anna De Smet" in {person.name for person in doc.people}


def test_a_part_of_a_university_is_no_name_behind_a_label(read: Reader) -> None:
    doc = read.document("（提問人：成功大學都計系學生 朱庭萱）")
    assert [person.name for person in doc.people] == ["朱庭萱"]


def test_a_label_may_be_a_word_of_a_latin_name(read: Reader) -> None:
    doc = read.document(
        "對談者：\n梁佩芬（新竹縣產業發展處處長）\nNg Wei Jie（怡保市市議員）\n"
        "梁：中午要排隊，所以我們做了訂位系統。\nNg：怡保的茶室不收訂位。\n梁：那是最好的辨識。\n",
        {"新竹縣": "hsq TW", "怡保市": "ipo MY", "怡保": "ipo MY"},
    )
    names = {p.person_id: p.name for p in doc.people}
    assert [names.get(s.person_id) for s in doc.statements] == ["梁佩芬", "Ng Wei Jie", "梁佩芬"]


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("與談：A＝屏東縣漁業處處長梁佩芬；B＝波多市副市長Rui Costa Lima", "A", "B"),
        ("屏東縣漁業處處長梁佩芬（以下簡稱梁）×波多市副市長Rui Costa Lima（下稱「R」）", "梁", "R"),
        ("港口座談：屏東縣漁業處處長梁佩芬、波多市副市長 Rui Costa Lima", "梁", "RCL"),
        ("（以下 L 為屏東縣漁業處處長梁佩芬，R 為波多市副市長Rui Costa Lima）", "L", "R"),
    ],
)
def test_a_key_tells_whom_short_labels_mean(
    read: Reader, line: str, first: str, second: str
) -> None:
    text = (
        f"{line}\n\n{first}：港口一天進出一百艘船，路卻太窄，怎麼辦？\n{second}：先把老屋留下來，再談拓寬的事。\n"
        f"{first}：業者肯配合嗎？\n{second}：一開始不肯，後來看到帳單就肯了。\n"
    )
    assert [name for name, _, _ in _said_by(read, text)] == ["梁佩芬", "Rui Costa Lima"] * 2


def test_letters_without_a_key_stand_for_nobody(read: Reader) -> None:
    text = (
        "座談：屏東縣梁佩芬、波多市 Rui Costa Lima\n\nB：港口進出一百艘船，路卻太窄，怎麼辦？\n"
        "C：先把老屋留下來，再談拓寬的事。\nB：業者肯配合嗎？\nC：看到帳單就肯了。\n"
    )
    assert {name for name, _, _ in _said_by(read, text)} == {""}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Айгерим Сулейменова", "Сулейменова"),
        ("박선우", "박선우"),
        ("สมชาย ศรีสุข", "สมชาย"),
    ],
)
def test_names_in_letters_of_their_own(read: Reader, name: str, label: str) -> None:
    text = f"對談逐字稿\n主持：教授龔霈雯\n與談：高雄市局長 {name}、工程師許哲維\n\n"
    text += f"主持人：請。\n\n{label}：格式要統一。\n\n主持人：謝謝。\n"
    doc = read.document(text, CITIES)
    assert [one.text for one in said(doc, name)] == ["格式要統一。"]
    assert next(one for one in doc.people if one.name == name).name_latin is None


@pytest.mark.parametrize("text", ["我們推出「Дуу」計畫。", "局長王小明說꿈이很大。"])
def test_other_words_in_letters_of_their_own_are_no_names(read: Reader, text: str) -> None:
    names = {one.name for one in read.document(f"新聞\n\n{text}\n", CITIES).people}
    assert names <= {"王小明"}


def test_another_spelling_answers_whom_the_turn_before_calls_up(read: Reader) -> None:
    text = "對談實錄\n\n主持人：下面請高雄市局長 Ганбаатар Отгонбаяр 發言。\n\n"
    text += "剛巴特爾：謝謝，水退了。\n\n主持人：好。\n"
    doc = read.document(text, CITIES)
    assert [one.text for one in said(doc, "Ганбаатар Отгонбаяр")] == ["謝謝，水退了。"]


def test_the_next_entry_of_a_list_tells_of_another(read: Reader) -> None:
    text = "在座：副市長習永安、創新長 Ximena Robledo\n\n"
    text += "習永安：公車是粉紅色的？\n\nRobledo：只有一條。\n\n習永安：好。\n"
    assert [one.text for one in said(read.document(text, CITIES), "Ximena Robledo")] == [
        "只有一條。"
    ]


def test_a_name_in_its_own_letters_and_in_chinese_is_one_person(read: Reader) -> None:
    doc = read.document("高雄市首席数据官 Ерлан 叶尔兰·努尔别克说，没有海。\n", CITIES)
    assert [one.name for one in doc.people] == ["叶尔兰·努尔别克"]
    assert [role.title for role in doc.roles] == ["首席数据官"]


@pytest.mark.parametrize("label", ["高雄席", "高雄方", "高雄市代表", "高雄市"])
def test_a_seat_is_held_by_the_official_told_above(read: Reader, label: str) -> None:
    text = "河岸對談\n高雄市立圖書館\n與會：高雄市水利局長林宥辰、荷蘭副市長 Anna Bosma\n\n"
    text += f"主持人：先請。\n\n{label}：步道完工了。\n\n主持人：好。\n"
    doc = read.document(text, CITIES | {"高雄": "khh TW"})
    assert [one.text for one in said(doc, "林宥辰")] == ["步道完工了。"]


def test_the_host_of_an_event_is_nobody_with_these_initials(read: Reader) -> None:
    head = "座談會逐字稿\n出席：Mary Chen、Saskia Wit\n\n主持人：各位好。\n\n"
    turns = "{0}：格式要統一。\n\n主持人：謝謝。\n\n{0}：我也謝謝。\n"
    assert said(read.document(head + turns.format("MC"), CITIES), "Mary Chen") == []
    assert len(said(read.document(head + turns.format("SW"), CITIES), "Saskia Wit")) == 2


@pytest.mark.parametrize("office", ["王顧問", "林法律顧問"])
def test_an_adviser_does_not_ask_by_the_office(read: Reader, office: str) -> None:
    text = f"{office}：路燈已經換好。\n黃市長：感謝協助。\n{office}：下週再來。\n"
    assert [s.kind for s in read.document(text, CITIES).statements] == ["turn"] * 3


def test_the_answers_of_an_office_are_no_questions(read: Reader) -> None:
    text = "記者提問：何時完工？\n市長答問：明年底。\n議員追問：經費呢？\n市長答問：三億元。\n"
    kinds = [s.kind for s in read.document(text, CITIES).statements]
    assert kinds == ["question", "answer"] * 2


def test_a_word_of_a_latin_name_in_capitals_is_a_label(read: Reader) -> None:
    head = "對談者：\nSuvi Rauma-Kallio（數位長）\nNg Wei Jie（市議員）\n\n"
    doc = read.document(head + "SUVI：帳單多少？\n\nNG：兩億。\n", CITIES)
    names = {person.person_id: person.name for person in doc.people}
    assert [names.get(s.person_id) for s in doc.statements] == ["Suvi Rauma-Kallio", "Ng Wei Jie"]

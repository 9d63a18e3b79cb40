"""What is said in reports and records, and what is only told there."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, said

CITIES = {"高雄市": "khh TW", "里斯本": "lis PT", "嘉義市": "cyi TW"}


@pytest.mark.parametrize(
    "told",
    [
        "16日上午，高雄市與里斯本簽署備忘錄，為期三年。",
        "里斯本與嘉義市的協定仍在磋商。",
        "論壇另設二十個攤位。",
        "網路上流傳市長將請辭。",
        "臺灣數位協會、高雄市政府並在場外展示感測器。",
    ],
)
def test_news_behind_a_speech_are_not_said(read: Reader, told: str) -> None:
    doc = read.document(f"紀要\n\n高雄市副市長陳其邁說，捷運已經通車。{told}\n", CITIES)
    assert [s.text for s in doc.statements] == ["高雄市副市長陳其邁說，捷運已經通車。"]


def test_a_body_replies_to_whoever_spoke_in_the_same_sentence(read: Reader) -> None:
    text = "紀要\n\n里斯本市議員Ana Reis主張，船票應該免費，高雄市政府回應，明年再談。\n"
    doc = read.document(text, CITIES)
    assert [s.text[-5:] for s in doc.statements] == ["票應該免費", "明年再談。"]
    assert [s.city_id for s in doc.statements] == ["lis", "khh"]


def test_she_is_the_only_one_whom_the_paragraph_before_names(read: Reader) -> None:
    text = "紀要\n\n今天接待里斯本市副市長Ana Reis一行人。\n\n她說：「我們也有很多移民。」\n"
    (statement,) = said(read.document(text, CITIES), "Ana Reis")
    assert (statement.city_id, statement.kind) == ("lis", "direct")
    two = text.replace("今天接待", "高雄市副市長陳其邁接待")
    assert not read.document(two, CITIES).statements


@pytest.mark.parametrize(
    "text",
    [
        "里長王大明過世已十年。\n\n他的兒子說，父親熱愛臺北。",
        "感謝里長陳美玲。\n\n她們說，里長很好。",
        "塔林市長會見王大明。\n\n他表示，塔林很好。",
        "照片由王大明拍攝。\n\n她指出，風景很美。",
        "里長王大明的作品獲獎。\n\n他兒子說，父親熱愛臺北。",
    ],
)
def test_he_is_not_whoever_the_paragraph_before_names(read: Reader, text: str) -> None:
    assert not read.document(f"紀要\n\n{text}\n").statements


def test_he_is_who_spoke_and_not_who_is_named_since(read: Reader) -> None:
    text = "市長王大明說，公車先做。\n\n前市長朱立倫推動的計畫已完成。\n\n他說，接下來擴大。\n"
    assert not said(read.document(f"紀要\n\n{text}"), "朱立倫")


def test_a_room_that_is_no_body_speaks_for_the_city_of_who_spoke_before(read: Reader) -> None:
    text = "紀要\n\n里斯本市副市長Ana Reis坦承，船壞了。嘉義市沒有派員，該室表示「再等等」。\n"
    doc = read.document(text, CITIES)
    assert [s.city_id for s in doc.statements] == ["lis", "lis"]
    assert doc.statements[1].text == "該室表示「再等等」。"


def test_a_troupe_that_is_no_body_speaks_for_nobody(read: Reader) -> None:
    text = "紀要\n\n里斯本市副市長Ana Reis坦承，船壞了。午後來了一個舞團。該團表示，還想再來。\n"
    doc = read.document(text, CITIES)
    assert [(s.city_id, s.text[:2]) for s in doc.statements] == [("lis", "里斯"), (None, "該團")]


@pytest.mark.parametrize(
    "text",
    [
        "里斯本市副市長Ana Reis、高雄市副市長陳其邁在西碼頭對談，全程錄影。",
        "他帶著學生搭船，和里斯本市副市長Ana Reis談海水淡化。",
        "大會報告書月底上網。",
        "組委會說明會延到週四。",
        "評審團宣布的名次貼在門口。",
        "業者在網站回應客訴的速度變快。",
        "家長會後說明畫法的影片已上架。",
        "高雄市政府補助的學者指出，鹽度偏高。",
    ],
)
def test_who_talks_with_whom_is_told_by_nobody(read: Reader, text: str) -> None:
    assert read.document(f"紀要\n\n{text}\n", CITIES).statements == []


def test_what_something_is_put_down_to_is_said(read: Reader) -> None:
    text = "里斯本市副市長Ana Reis把誤點歸咎於「鐵軌太熱」。"
    assert [s.text for s in read.document(f"紀要\n\n{text}\n", CITIES).statements] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "（照片說明：高雄市副市長陳其邁向外賓解說蝴蝶蘭。攝影／新聞局）",
        "圖說：高雄市副市長陳其邁分享經驗。",
        "【記者陳其邁／高雄報導】高雄市與里斯本發表宣言。",
        "多名講者以視像發言。",
        "高雄市副市長陳其邁未有發言，僅與外賓會晤。",
    ],
)
def test_captions_and_by_lines_say_nothing(read: Reader, text: str) -> None:
    assert read.document(f"紀要\n\n{text}\n", CITIES).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "主辦單位表示，明年擴大舉辦。",
        "有參展商則批評，場地太小。",
        "一位參會者打趣：「火車到了。」",
        "消防局有關負責人透露，系統已驗收。",
        "消防局則稱，系統已驗收。",
        "消防局又指，系統已驗收。",
        "消防局指，系統已驗收。",
        "審計單位則指出，經費沒有交代用途。",
        "里斯本日前宣布，協議延長三年。",
        "大會公布，三天共有四千人入場。",
        "組委會則透露，下屆改在海邊辦。",
        "消防局一名不願具名的官員說，雲梯車太舊。",
        "高雄大學一位匿名的學者提醒，水價會漲。",
        "里斯本市代表透過翻譯說，電車還是要修。",
        "高雄大學志工表示，步道該修。",
        "大會表示會退票。",
    ],
)
def test_somebody_without_a_name_speaks(read: Reader, text: str) -> None:
    (statement,) = read.document(f"紀要\n\n{text}\n", CITIES).statements
    assert (statement.person_id, statement.text) == (None, text)


@pytest.mark.parametrize(
    "text",
    [
        "論壇在里斯本會展中心宣布延期。",
        "高雄市副市長陳其邁出席並致詞，嘉義市派員觀禮。",
        "高雄市政府稱「亞洲新灣區」為未來門戶。",
    ],
)
def test_where_something_is_announced_or_opened_nobody_speaks(read: Reader, text: str) -> None:
    assert read.document(f"紀要\n\n{text}\n", CITIES).statements == []


@pytest.mark.parametrize(
    "text",
    [
        "「我父親是漁夫，」高雄市副市長陳其邁笑了，「他不看氣象。」全場大笑。「但海變了。」",
        "高雄市副市長陳其邁舉起手機：「誰都會用。」現場響起掌聲。「不會用的，打電話也行。」",
        "高雄市副市長陳其邁已在田裡。「機器不騙人，」他指著螢幕，「它說缺水，就是缺水。」",
        "高雄市副市長陳其邁作主題推介。據他介紹，已開放兩千個資料集。",
        "高雄市副市長陳其邁的理由是，海纜最先斷。",
    ],
)
def test_what_one_says_in_pieces_is_one_statement(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert [s.text for s in said(doc, "陳其邁")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "「以前靠天吃飯，現在靠天也靠電。」",
        "他昨晚在市政廳與各國代表合影留念之後向媒體指出，系統已驗收。",
        "據他透露，明年還將開放停車資料。",
    ],
)
def test_the_next_paragraph_goes_on_with_the_speaker(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n高雄市副市長陳其邁說，路燈已換。\n\n{text}\n", CITIES)
    assert [s.text for s in said(doc, "陳其邁")][1:] == [text]


def test_a_body_answers_behind_a_semicolon(read: Reader) -> None:
    text = "高雄市議員陳其邁質疑，補助都給了大農戶；農業局回應，小農申請案占六成。"
    doc = read.document(f"高雄市政府新聞稿\n\n{text}\n", CITIES)
    assert [s.text for s in doc.statements] == text.split("；")


def test_all_of_an_item_is_what_its_name_says_whomever_he_quotes(read: Reader) -> None:
    first = "四十人，里斯本與嘉義市已口頭答應。至於外傳結盟，對方市府表示並無此事。"
    doc = read.document(
        f"紀要\n\n發言摘要：\n1. 陳科長怡君：{first}\n2. 黃處長國城：併入預算。\n", CITIES
    )
    assert [s.text for s in doc.statements] == [first, "併入預算。"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "一、消防局報告（陳其邁局長）：系統已驗收。\n二、交通局報告（林大文局長）：公車已換。",
            "陳其邁",
        ),
        ("1. 高雄市副市長 陳其邁──「路燈計畫」已換裝八千盞。", "陳其邁"),
        ("● 高雄市副市長陳其邁－「路燈要亮。」\n● 嘉義市長黃敏惠｜路燈要暗。", "黃敏惠"),
        ("1. Mr. John Smith, Mayor of Lisbon — Lisbon has 30 stations.", "John Smith"),
    ],
)
def test_items_name_their_speaker_first(read: Reader, text: str, name: str) -> None:
    assert said(read.document(f"紀要\n\n{text}\n", CITIES), name)


def test_a_village_head_does_not_speak_for_the_city(read: Reader) -> None:
    doc = read.document("紀要\n\n高雄市里長陳其邁說，路燈太暗。\n", CITIES)
    (statement,) = said(doc, "陳其邁")
    assert statement.city_id is None


def test_records_of_labelled_lines_are_said_by_their_speakers(read: Reader) -> None:
    doc = read.document(
        "圓桌發言摘要\n\n【1】\n城市：高雄市\n講者：代理市長 陳其邁\n重點：\n"
        "．路燈已換八千盞。\n．明年完工。\n\n"
        "【2】\n城市：里斯本\n講者：市長 Carlos Moedas\n重點：\n．電車將對市民免費。\n\n"
        "----------\n附記：書面資料另寄。\n",
        CITIES,
    )
    assert [(s.city_id, s.text) for s in doc.statements] == [
        ("khh", "．路燈已換八千盞。\n．明年完工。"),
        ("lis", "．電車將對市民免費。"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("高雄市副市長陳其邁說：「我不知道」後離席。", "direct"),
        ("高雄市副市長陳其邁說，「會更好」也承諾加碼補助。", "direct"),
        ("高雄市副市長陳其邁報告：「一碼通」明年上路。", "reported"),
        ("高雄市副市長陳其邁期待，「智慧城市法」早日通過。", "reported"),
        ("高雄市副市長陳其邁說，「亞灣」是高雄的未來。", "reported"),
    ],
)
def test_a_quoted_word_is_a_name_where_the_sentence_goes_on_with_it(
    read: Reader, text: str, kind: str
) -> None:
    (found,) = said(read.document(f"紀要\n\n{text}\n", CITIES), "陳其邁")
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    ["環保局召開說明會指出，空污已改善。", "衛生局上午舉辦說明會，強調接種安全。"],
)
def test_a_body_speaks_where_it_holds_a_meeting(read: Reader, text: str) -> None:
    doc = read.document(f"紀要\n\n{text}\n", CITIES)
    assert [s.text for s in doc.statements] == [text]


@pytest.mark.parametrize(
    "text", ["都發局舉行說明會，現場湧入百人。", "都發局將舉行說明會。民眾可上網報名。"]
)
def test_a_meeting_alone_says_nothing(read: Reader, text: str) -> None:
    assert read.document(f"紀要\n\n{text}\n", CITIES).statements == []

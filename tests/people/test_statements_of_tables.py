"""Which rows of a table say something, and whose words they are; lists and records beside them."""

from __future__ import annotations

import pytest

from pipeline.linking.docview import DocView
from tests.people.documents import Reader

CITIES = {
    "波多市": "opo PT",
    "熊本市": "kmj JP",
    "克拉科夫市": "krk PL",
    "宜蘭縣": "yil TW",
    "東京都": "tyo JP",
}


def told(doc: DocView) -> list[tuple[str, str]]:
    """The speaker (empty if unnamed) and the first characters of each statement."""
    names = {m.entity_id: m.text for m in doc.mentions if m.label == "PERSON"}
    return [(names.get(s.person_id or "", ""), s.text[:6]) for s in doc.statements]


def test_a_question_is_of_who_asks_and_its_answer_of_the_office(read: Reader) -> None:
    doc = read.document(
        "題號\t提問人\t問題\t答覆機關\t答覆\n"
        "1\t議員王立任\t垃圾車為什麼常常不準？\t環境保護局\t山區收訊不良，年底前補天線。\n"
        "2\t里長陳阿滿\t遊具壞了多久才會修？\t養護工程處\t接到通報七天內到場。\n",
        CITIES,
    )
    assert told(doc) == [
        ("王立任", "垃圾車為什麼"),
        ("", "山區收訊不良"),
        ("陳阿滿", "遊具壞了多久"),
        ("", "接到通報七天"),
    ]
    assert [s.kind for s in doc.statements] == ["question", "answer"] * 2
    assert doc.statements[1].reply_to == doc.statements[0].statement_id
    assert all(role.organization_id is None for role in doc.roles)


@pytest.mark.parametrize("unsaid", ["—", "n/a", "未發言", "未派員與會"])
def test_a_cell_in_which_nobody_speaks_is_no_statement(read: Reader, unsaid: str) -> None:
    doc = read.document(
        "城市\t代表\t口頭發言\t書面意見\n"
        "波多市\t林采穎\t纜車只剩七座能動，今年逐一修復。\t盼各城分享檢測鋼索的經驗。\n"
        f"熊本市\t中野裕也\t溫泉蒸氣發電三處，全部自用。\t{unsaid}\n",
        CITIES,
    )
    assert told(doc) == [
        ("林采穎", "纜車只剩七座"),
        ("林采穎", "盼各城分享檢"),
        ("中野裕也", "溫泉蒸氣發電"),
    ]


def test_a_place_told_once_is_that_of_the_rows_below_it(read: Reader) -> None:
    doc = read.document(
        "城市\t代表\t職稱\t發言摘要\n"
        "東京都\t佐藤真由\t副知事\t電梯都有編號，壞了會說。\n"
        "\t石川亮\t建設局長\t人孔蓋先換斜坡上的。\n"
        "熊本市\t中野裕也\t局長\t地下水是我們的水庫。\n",
        CITIES,
    )
    assert [s.city_id for s in doc.statements] == ["tyo", "tyo", "kmj"]


@pytest.mark.parametrize("own", ["本市", "本縣", "本府", "地主城市", "主辦縣市"])
def test_a_row_of_our_own_is_of_the_city_that_speaks(read: Reader, own: str) -> None:
    doc = read.document(
        "宜蘭縣政府 水岸論壇發言摘要\n\n"
        "城市\t代表\t職稱\t發言摘要\n"
        "熊本市\t中野裕也\t局長\t地下水是我們的水庫。\n"
        f"{own}\t林采穎\t縣長\t堤防先換成草坡。\n",
        CITIES,
    )
    assert [s.city_id for s in doc.statements] == ["kmj", "yil"]
    assert [role.city_id for role in doc.roles] == ["kmj", "yil"]


def test_what_two_people_sign_tells_of_none_where_they_are_from(read: Reader) -> None:
    doc = read.document(
        "議程\t主講人\t單位職稱\t摘要\n"
        "致詞\t林采穎\t宜蘭縣長\t歡迎各位到宜蘭縣來，堤防先換成草坡。\n"
        "分享\t中野裕也\t熊本市局長\t地下水是我們的水庫。\n"
        "簽約\t林采穎／中野裕也\t\t宜蘭縣與熊本市簽署協定\n",
        CITIES,
    )
    names = {one.person_id: one.name for one in doc.people}
    held = {(names[role.person_id], role.city_id) for role in doc.roles if role.city_id}
    assert held == {("林采穎", "yil"), ("中野裕也", "kmj")}


@pytest.mark.parametrize("header", ["簽約代表", "簽署人"])
def test_of_two_who_signed_one_is_of_the_partner(read: Reader, header: str) -> None:
    doc = read.document(
        f"宜蘭縣政府 締約一覽\n\n城市\t{header}\t締約日期\n"
        "熊本市\t林采穎／中野裕也\t2006/5/22\n布拉格市\t林佳龍/Zdeněk Novák\t2010/1/3\n",
        {**CITIES, "布拉格市": "prg CZ"},
    )
    names = {one.person_id: one.name for one in doc.people}
    abroad = {(names[role.person_id], role.city_id) for role in doc.roles if role.city_id != "yil"}
    assert {one for one in abroad if one[1]} == {("中野裕也", "kmj"), ("Zdeněk Novák", "prg")}
    assert len(doc.people) == 4


def test_who_goes_to_a_partner_is_not_of_it(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣政府新聞稿\n\n日期\t活動\t對象城市\n3/5\t林縣長訪熊本，慶祝結盟\t熊本市\n"
        "4/1\t熊本市學生來訪\t熊本市\n",
        {**CITIES, "熊本": "kmj JP"},
    )
    assert [role.city_id for role in doc.roles] == ["yil"]


def test_what_is_to_be_done_after_a_meeting_our_offices_do(read: Reader) -> None:
    doc = read.document(
        "城市/國家\t代表\t職稱\t發言摘要\t後續辦理\n"
        "日本熊本市\t中野裕也\t局長\t地下水是我們的水庫。\t請環保局研議。\n"
        "本市\t林采穎\t縣長\t宜蘭縣的堤防先換成草坡。\t無\n",
        CITIES,
    )
    assert [role.city_id for role in doc.roles] == ["kmj", "yil"]
    assert [body.city_id for body in doc.organizations] == ["yil"]


@pytest.mark.parametrize("own", ["本市", "本縣", "我方"])
def test_a_row_of_our_own_needs_nobody_named(read: Reader, own: str) -> None:
    doc = read.document(
        "宜蘭縣政府 水岸論壇發言摘要\n\n"
        "| 城市 | 發言摘要 |\n| --- | --- |\n"
        "| 熊本市 | 地下水是我們的水庫，農田休耕時灌水。 |\n"
        f"| {own} | 推動堤防換成草坡，明年與熊本市合辦展覽。 |\n"
        "| 其他 | 其餘的意見另以書面提出，不再列入。 |\n",
        CITIES,
    )
    assert [s.city_id for s in doc.statements] == ["kmj", "yil"]


@pytest.mark.parametrize(
    ("words", "n_said"),
    [
        (("請各局處加速辦理", "遵照辦理，下月完成"), 2),
        (("颱風期間大家不要外出", "抽水站已全部啟動"), 2),
        (("收到", "將派員前往"), 2),
        (("半島的風", "城市與海"), 0),
        (("邀請函與地圖", "水岸、鐵道與轉型"), 0),
        (("將來的城市", "如何走向淨零"), 0),
    ],
)
def test_a_log_with_times_is_no_programme(
    read: Reader, words: tuple[str, str], n_said: int
) -> None:
    doc = read.document(
        f"當日紀要\n\n14:30 宜蘭縣縣長林佩蓉：{words[0]}\n\n14:40 熊本市局長中野裕也：{words[1]}\n",
        CITIES,
    )
    assert len(doc.statements) == n_said


def test_a_name_and_an_office_on_lines_of_their_own_head_what_is_said(read: Reader) -> None:
    doc = read.document(
        "與談重點\n\n"
        "Maria Kowalska\n克拉科夫市副市長\n禁燒煤，補助換暖氣花了十億。\n\n"
        "中野裕也\n熊本市政策局長\n休耕的田放水進去，企業付錢。\n",
        CITIES,
    )
    assert told(doc) == [("Maria Kowalska", "禁燒煤，補助"), ("中野裕也", "休耕的田放水")]
    assert [s.city_id for s in doc.statements] == ["krk", "kmj"]


def test_a_quote_may_be_signed_on_its_line_or_below(read: Reader) -> None:
    doc = read.document(
        "城市金句\n\n"
        "1、「老房子先修屋頂再談招商。」——熊本市市長 大西一史\n"
        "2、「我們不賣房子，我們租給護士。」（波多市局長 Sofia Marques）\n"
        "「機器人送餐，老人最想聊天。」\n　　—— 宜蘭縣縣長 林佩蓉\n"
        "「老城要留給住的人」——專訪宜蘭縣縣長林佩蓉\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["大西一史", "Sofia Marques", "林佩蓉"]


@pytest.mark.parametrize(
    "topic",
    ["我們的城市，我們的未來", "大家來談淨零", "請聽城市說話", "已知與未知", "會再造的港灣"],
)
def test_a_topic_may_speak_to_its_hearers(read: Reader, topic: str) -> None:
    doc = read.document(f"論壇議程\n\n09:30 宜蘭縣縣長林佩蓉：{topic}\n10:30 休息\n", CITIES)
    assert doc.statements == []


def test_an_abstract_ends_before_the_next_time_of_the_programme(read: Reader) -> None:
    doc = read.document(
        "論壇議程\n\n"
        "09:30-10:10　專題演講：一張地圖\n　講者：熊本市資訊長 中野裕也\n"
        "　摘要：所有開挖的資料放在同一張地圖上。\n"
        "10:10-10:30　茶敘\n"
        "10:30-11:10　專題演講：儀表板\n　講者：波多市局長 Sofia Marques\n"
        "　摘要：市長室的螢幕花了二十億，沒有人看。\n"
        "11:10-12:00　綜合座談\n",
        CITIES,
    )
    assert [s.text for s in doc.statements] == [
        "所有開挖的資料放在同一張地圖上。",
        "市長室的螢幕花了二十億，沒有人看。",
    ]


def test_reports_that_name_who_gives_them_are_not_one_of_all_offices(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣流域平台會議紀錄\n一、時間：109年7月16日\n二、主席：林縣長佩蓉\n三、各單位報告：\n"
        "　（一）水利處蔡科長宗翰：水門改為遠端操作。\n"
        "　（二）臺灣大學李教授鴻源：雨量站只有七座。\n"
        "四、決議：照案通過。\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["蔡科長宗翰", "李教授鴻源"]


def test_entries_of_minutes_are_nobodys_turns(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣永續會議紀錄\n壹、時間：110年4月21日\n貳、主席：林主任委員佩蓉\n參、主席致詞：略。\n"
        "肆、報告事項：\n報告單位：觀光處\n委員意見：\n"
        "（一）李委員明志：電動機車的站點集中在市區。\n（二）黃委員淑貞：要先讓遊客住下來。\n"
        "決定：洽悉，請參考委員意見辦理。\n",
        CITIES,
    )
    assert [words for _, words in told(doc)] == ["電動機車的站", "要先讓遊客住"]


@pytest.mark.parametrize(
    "setting", ["在今年一月的回信裡表示", "在電子郵件中回覆", "於三月來信說明", "在公聽會後指出"]
)
def test_a_body_may_tell_where_it_says_something(read: Reader, setting: str) -> None:
    text = f"縣長林佩蓉說，資料不多。熊本市觀光課{setting}，原件還在。"
    assert [words for _, words in told(read.document(f"新聞稿\n\n{text}\n", CITIES))] == [
        "縣長林佩蓉說",
        "熊本市觀光課",
    ]


def test_who_handled_it_on_our_side_is_of_our_city(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣政府友好城市登記簿\n\n"
        "號\t友方城市\t國別\t我方經手\t近況\n"
        "1\t熊本市\t日本\t縣長林佩蓉\t學生互訪辦過十屆，今年停辦。\n"
        "2\t波多市\t葡萄牙\t前縣長陳冠宇\t農業座談停辦，沒有信件往來。\n",
        CITIES,
    )
    assert {role.city_id for role in doc.roles} == {"yil"}


def test_the_name_and_colon_that_open_a_cell_tell_who_speaks(read: Reader) -> None:
    doc = read.document(
        "城市\t發言摘要\n"
        "波多市\t副市長 Sofia Marques：電車免費給孩子坐，缺席率少了一成。\n"
        "宜蘭縣\t縣長林佩蓉：園區外面的路是縣政府在鋪。\n"
        "熊本市\t菸草工廠改成文化中心：屋頂漏水修了七次。\n",
        CITIES,
    )
    assert told(doc) == [
        ("Sofia Marques", "電車免費給孩"),
        ("林佩蓉", "園區外面的路"),
        ("", "菸草工廠改成"),
    ]
    assert [s.city_id for s in doc.statements] == ["opo", "yil", "kmj"]


def test_below_the_head_of_office_reports_an_office_and_a_colon_are_enough(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣政府縣務會議紀錄\n時間：110年6月2日\n主席：林縣長佩蓉\n壹、各局處報告\n"
        "教育處：遠距平台已有二萬名學生登入。\n衛生局：快篩站設十二處，十五分鐘出結果。\n"
        "貳、縣長裁示\n平板不足的學校三天內補齊。\n參、散會\n",
        CITIES,
    )
    assert told(doc) == [("", "遠距平台已有"), ("", "快篩站設十二"), ("林縣長佩蓉", "平板不足的學")]
    assert all(s.city_id == "yil" for s in doc.statements)


def test_an_office_replies_below_its_numbered_head_without_a_chair(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣審議會委員意見彙整\n一、黃委員麗玲：\n店面租金太高，請減半。\n"
        "二、彭委員揚凱：\n青年戶的比例可以再提高。\n三、建設處回應：\n租金前兩年七折，已改。\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["黃委員麗玲", "彭委員揚凱", ""]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("（一）顏科長己喨", "顏科長己喨"),
        ("建設處 張處長大春", "張處長大春"),
        ("賀處長並說", "賀處長"),
        ("顏科長回覆", "顏科長"),
    ],
)
def test_at_a_colon_two_signs_behind_an_office_are_a_name(
    read: Reader, label: str, name: str
) -> None:
    doc = read.document(f"宜蘭縣會議紀錄\n\n{label}：感測器自己校正。\n", CITIES)
    assert [m.text for m in doc.mentions if m.label == "PERSON"] == [name]


@pytest.mark.parametrize("gap", ["\u3000", "  "])
def test_a_line_of_title_name_and_place_is_of_the_place(read: Reader, gap: str) -> None:
    people = [("市長", "林佩蓉", "熊本市"), ("處長", "陳冠宇", "宜蘭縣政府建設處")]
    lines = "\n".join(gap.join(told) for told in people)
    doc = read.document(f"出席貴賓\n{lines}\n", CITIES)
    assert [role.city_id for role in doc.roles] == ["kmj", "yil"]


def test_a_cell_may_tell_that_nothing_was_said(read: Reader) -> None:
    rows = "".join(
        f"{n}\t熊本市\t市長 大西一史\t{said}\n"
        for n, said in enumerate(
            ["無發言", "—", "（請假）", "未提供書面意見", "無障礙的電梯有編號。"], 1
        )
    )
    doc = read.document(f"編號\t城市\t代表\t發言重點\n{rows}", CITIES)
    assert [s.text for s in doc.statements] == ["無障礙的電梯有編號。"]


@pytest.mark.parametrize(
    ("who", "said", "note"),
    [
        ("市長 大西一史", "（未發言，另送書面資料一冊）", "姊妹市"),
        ("市長 大西一史", "無發言，會後補件（附件二）", "書面稿談地下水的養護，共十二頁"),
        ("（未派員）", "—", "書面稿談地下水的養護，共十二頁"),
    ],
)
def test_a_paper_handed_in_is_not_said(read: Reader, who: str, said: str, note: str) -> None:
    doc = read.document(
        "編號\t城市\t代表\t發言重點\t備註\n"
        f"1\t熊本市\t{who}\t{said}\t{note}\n"
        "2\t宜蘭縣\t縣長 林姿妙\t巷子裡種了三百棵樹。\t無\n",
        CITIES,
    )
    assert [s.text for s in doc.statements] == ["巷子裡種了三百棵樹。"]


def test_a_visitor_speaks_for_the_city_beside_his_name(read: Reader) -> None:
    doc = read.document(
        "縣市\t來訪首長\t會談重點\n宜蘭縣\t克拉科夫市市長 Jan Nowak\t老礦坑可以辦學校的音樂課。\n",
        CITIES,
    )
    assert [s.city_id for s in doc.statements] == ["krk"]


FACT_SHEETS = (
    "三城交流會　與會城市簡介\n\n"
    "■ 熊本市\n・出席者：副市長 中野裕也\n・人口：73 萬人\n・重點計畫：電車每五分鐘一班，新車12輛\n"
    "・副市長的話：「水是向下流的。」\n\n"
    "■ 波多市\n・出席者：市長 Sofia Marques\n・人口：23 萬人\n・重點計畫：老屋補助400戶，共八個月\n"
    "・市長說：「先修屋頂，再談觀光。」\n\n"
    "■ 宜蘭縣\n・出席者：縣長 林佩蓉\n・人口：45 萬人\n・重點計畫：舊城巷道種樹三百棵\n"
)


def test_of_a_fact_sheet_only_the_words_of_somebody_are_said(read: Reader) -> None:
    doc = read.document(FACT_SHEETS, CITIES)
    assert told(doc) == [("中野裕也", "「水是向下流"), ("Sofia Marques", "「先修屋頂，")]
    assert [s.city_id for s in doc.statements] == ["kmj", "opo"]


def test_a_remark_in_one_row_leaves_the_others_their_contents(read: Reader) -> None:
    doc = read.document(
        "城市\t代表\t主要內容\t現場談話\n"
        "熊本市\t副市長 中野裕也\t電車每五分鐘一班。\t\n"
        "波多市\t市長 Sofia Marques\t老屋補助四百戶。\t「先修屋頂。」\n"
        "宜蘭縣\t縣長 林佩蓉\t舊城巷道種樹三百棵。\t\n",
        CITIES,
    )
    assert {who for who, _ in told(doc)} == {"中野裕也", "Sofia Marques", "林佩蓉"}


def test_a_venue_is_not_whom_somebody_speaks_for(read: Reader) -> None:
    doc = read.document(
        "日期,地點,發言人,身分,說了什麼\n"
        "2023/4/2,波多市,林佩蓉,宜蘭縣縣長,觀光客只來三天，垃圾留下三年。\n"
        "2023/4/3,波多市,大西一史,熊本市市長,夜間公車的路線是用手機訊號畫出來的。\n",
        CITIES,
        name="a.csv",
    )
    assert [s.city_id for s in doc.statements] == ["yil", "kmj"]
    assert [role.city_id for role in doc.roles] == ["yil", "kmj"]


def test_a_councillor_of_a_town_is_named_around_his_title(read: Reader) -> None:
    doc = read.document(
        "會議紀錄\n\n主席：開會。\n陳代表冠宇：停車場何時免費？\n黃代表瑞蓮：附議。\n"
    )
    named = [m.text for m in doc.mentions if m.label == "PERSON"]
    assert named == ["陳代表冠宇", "黃代表瑞蓮"]


def test_both_columns_of_two_sessions_are_said(read: Reader) -> None:
    doc = read.document(
        "國家\t城市\t代表\t上午場：防洪\t下午場：觀光\t後續辦理\n"
        "日本\t熊本市\t市長 大西一史\t水位站由20座增為45座，簡訊兩分鐘發出。"
        "\t城內夜遊每晚限600人，票價不漲。\t本市派員考察。\n"
        "臺灣\t宜蘭縣\t縣長 林佩蓉\t抽水站全部換新，共花了八億元。\t（未出席）\t無。\n",
        CITIES,
    )
    assert told(doc) == [
        ("大西一史", "水位站由20"),
        ("大西一史", "城內夜遊每晚"),
        ("林佩蓉", "抽水站全部換"),
    ]


@pytest.mark.parametrize("label", ["摘要", "撮要", "提要"])
def test_what_an_abstract_tells_is_said_by_the_speaker_above(read: Reader, label: str) -> None:
    doc = read.document(
        "城市步行研討會　節目表\n\n"
        "10:00　巷子裡的樹\n講者：林佩蓉，宜蘭縣縣長\n"
        f"{label}：宜蘭舊城的巷子種了三百棵樹，夏天路面溫度低了四度。\n\n"
        "11:00　電車與行人\n講者：大西一史，熊本市市長\n"
        f"{label}：熊本電車路線不長，車站之間走路只要六分鐘。\n",
        CITIES,
    )
    assert told(doc) == [("林佩蓉", "宜蘭舊城的巷"), ("大西一史", "熊本電車路線")]


def test_an_abstract_is_of_the_person_whose_line_stands_above_it(read: Reader) -> None:
    doc = read.document(
        "港城老屋論壇　議程\n\n"
        "09:30–10:00　專題演講\n熊本市副市長 中野裕也\n"
        "摘要：老屋修好了沒人住，所以先找人，再修屋。\n\n"
        "10:00–10:20　茶敘\n\n10:20–11:30　場次一\n主持：宜蘭縣祕書長 王小明\n"
        "摘要：本場談錢從哪裡來。\n"
        "1) 波多市市長 Maria Kowalska\n題目：租金\n摘要：房東簽十年約，市府替他修屋頂。\n"
        "2) 宜蘭縣縣長 林佩蓉\n題目：待定\n",
        CITIES,
    )
    assert told(doc) == [("中野裕也", "老屋修好了沒"), ("Maria Kowalska", "房東簽十年約")]


def test_who_came_along_stands_behind_whoever_speaks_below(read: Reader) -> None:
    doc = read.document(
        "出席名冊及各市宣布事項\n\n"
        "熊本市　市長　大西一史　隨員3人\n宣布明年起電車全面低底盤，首批十二輛。\n\n"
        "宜蘭縣　縣長　林佩蓉　隨員無\n承諾舊城禁車，每週日試行一次。\n",
        CITIES,
    )
    assert told(doc) == [("大西一史", "宣布明年起電"), ("林佩蓉", "承諾舊城禁車")]


def test_points_counted_below_a_name_are_what_that_person_says(read: Reader) -> None:
    doc = read.document(
        "諮詢會議紀錄\n\n"
        "熊本市局長 中野裕也\n一、收費不是原罪。\n二、重點是誰受益。\n\n"
        "波多市局長 Sofia Marques\n兩位講的是同一件事：資料要有人用。\n\n"
        "紀錄：熊本市科員 石川亮\n一、主席致詞：略。\n",
        CITIES,
    )
    assert told(doc) == [("中野裕也", "一、收費不是"), ("Sofia Marques", "兩位講的是同")]
    assert doc.statements[0].text.endswith("誰受益。")


def test_who_says_most_of_a_cell_speaks_where_no_other_cell_names_one(read: Reader) -> None:
    doc = read.document(
        "項次\t行動項目\t主責單位\t辦理情形\n"
        "1\t港邊步道\t工務局\t熊本市副市長中野裕也說明，夜間停工，月底完成。\n"
        "2\t渡輪電動化\t交通局\t已完成兩艘改裝，剩三艘等待明年的經費核定，屆時再邀請中野裕也說明。\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["中野裕也", ""]


AWARDS = (
    "永續城市獎得獎名單\n\n"
    "★ 特優\n計畫名稱：雨水學校\n城市：熊本市\n說明：十二所學校裝設雨撲滿，一年省下四十萬元。\n"
    "評審意見：教授林采穎表示，小學生會看水表。\n\n"
    "★ 優等\n計畫名稱：巷口冰箱\n城市：波多市\n說明：設共享冰箱十五座，每月減少剩食兩公噸。\n"
    "評審意見：局長 Sofia Marques 肯定，鄰居互相照顧。\n\n"
    "計畫名稱：夜間圖書館\n城市：宜蘭縣\n說明：開放到晚上十一點，借書量增加三成五。\n"
    "評審意見：我也想去。\n\n"
    "★ 其他\n頒獎典禮訂於十二月舉行。\n"
)


def test_what_the_jury_says_of_a_project_is_said_not_what_the_project_is(read: Reader) -> None:
    doc = read.document(AWARDS, CITIES)
    assert told(doc) == [
        ("林采穎", "教授林采穎表"),
        ("Sofia Marques", "局長 Sof"),
        ("", "我也想去。"),
    ]
    assert [s.text[-5:] for s in doc.statements] == ["會看水表。", "互相照顧。", "我也想去。"]


@pytest.mark.parametrize("missing", ["n/a", "－", "98*"])
def test_figures_alone_say_nothing(read: Reader, missing: str) -> None:
    doc = read.document(
        "城市\t人口（萬人）\t路燈（盞）\n"
        f"波多市\t23.1\t1,200\n熊本市\t73.8\t{missing}\n宜蘭縣\t45.0\t810\n",
        CITIES,
    )
    assert doc.statements == []


def test_rows_without_a_header_say_their_sentence(read: Reader) -> None:
    doc = read.document(
        "波多市\t副市長 Sofia Marques\t纜車剩七座。\n"
        "熊本市\t局長 中野裕也\t地下水不用錢。\n"
        "宜蘭縣\t縣長 林佩蓉\t園區的路要鋪。\n",
        CITIES,
    )
    assert [words for _, words in told(doc)] == ["纜車剩七座。", "地下水不用錢", "園區的路要鋪"]


@pytest.mark.parametrize("nobody", ["（書面意見）", "書面發言", "因故缺席", "未具名官員", "－"])
def test_what_came_instead_of_somebody_is_no_name(read: Reader, nobody: str) -> None:
    doc = read.document(
        "城市\t發言人\t發言摘要\n"
        f"波多市\t{nobody}\t纜車只剩七座能動。\n熊本市\t局長 中野裕也\t地下水不用錢。\n",
        CITIES,
    )
    assert told(doc) == [("", "纜車只剩七座"), ("中野裕也", "地下水不用錢")]


def test_beside_a_column_of_cities_people_may_stand_before_their_office(read: Reader) -> None:
    doc = read.document(
        "城市\t與會代表\t發言重點\n"
        "宜蘭縣\t王惠珍縣長\t園區的路要鋪。\n熊本市\t市長林佩蓉\t地下水不用錢。\n",
        CITIES,
    )
    assert [m.text for m in doc.mentions if m.label == "PERSON"] == ["王惠珍", "林佩蓉"]


@pytest.mark.parametrize("bullet", ["● ", "• ", "－ ", ""])
@pytest.mark.parametrize("topic", ["", "：一張地圖的十年", "（視訊）：誰來掃雪"])
def test_points_below_a_line_of_a_programme_are_said_by_whom_it_names(
    read: Reader, bullet: str, topic: str
) -> None:
    doc = read.document(
        "論壇議程\n\n0900　報到\n"
        f"0930　專題一　波多市局長 Sofia Marques{topic}\n"
        f"　　　{bullet}纜車剩七座，今年逐一修復。\n"
        f"1010　專題二　熊本市資訊長 中野裕也{topic}\n"
        f"　　　{bullet}溫泉蒸氣發電三處，全部自用。\n"
        "1100　茶敘\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["Sofia Marques", "中野裕也"]
    assert ["纜車" in s.text[:4] or "溫泉" in s.text[:4] for s in doc.statements] == [True] * 2


def test_points_without_full_stops_below_a_place_and_its_mayor(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣（縣長 林佩蓉）\n  - 園區外面的路由縣政府鋪\n  - 明年再鋪三公里\n"
        "波多市（局長 Sofia Marques）\n  - 纜車只剩七座能動，逐一修復\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["林佩蓉", "Sofia Marques"]


def test_people_without_a_name_speak_in_a_column_of_words(read: Reader) -> None:
    doc = read.document(
        "編號,發言人,發言內容\n"
        "1,王永福科長,步道監測器一年要換兩次電池。\n"
        "2,里長們,希望夜間巡守隊也能看到畫面。\n"
        "3,文化局（陳怡君代）,古蹟旁不宜設桿，請改用隱藏式設備。\n",
        {},
        name="a.csv",
    )
    names = {p.person_id: p.name for p in doc.people}
    assert [names.get(s.person_id) for s in doc.statements] == ["王永福", None, "陳怡君"]


@pytest.mark.parametrize(
    ("head", "points"),
    [
        ("講者簡介", ("曾任交通局長十年之久", "臺灣大學土木系博士畢業")),
        ("論壇講者", ("專長為都市計畫與運輸", "畢業於臺灣大學土木系")),
        ("工作分配", ("接待外賓與翻譯等工作", "拍攝照片並製作影片")),
        ("論壇", ("上午十點拜會縣政府大樓", "14:00參觀港口與船廠")),
        ("講者簡介", ("推動社會住宅不遺餘力", "關心治安三十年如一日")),
    ],
)
def test_points_of_a_life_or_a_day_are_not_said(
    read: Reader, head: str, points: tuple[str, str]
) -> None:
    doc = read.document(
        f"{head}\n\n宜蘭縣縣長 林佩蓉\n- {points[0]}\n- {points[1]}\n\n"
        f"波多市局長 Sofia Marques\n- {points[1]}\n- {points[0]}\n",
        CITIES,
    )
    assert doc.statements == []


def test_a_title_heads_no_speech(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣縣長林佩蓉\n縣府今天舉辦花博。現場湧入萬人。\n\n"
        "波多市局長Sofia Marques\n他出席剪綵。活動持續到四月。\n",
        CITIES,
    )
    assert doc.statements == []


@pytest.mark.parametrize(
    ("head", "points"),
    [
        ("論壇摘要", ("協助中小企業轉型，建立平台", "發布淨零白皮書，帶動產業")),
        ("會議日程\n\n開幕式", ("推動智慧交通，減少塞車", "出席人數三千人，創新高")),
        ("講者業務\n\n參、與談摘要", ("主管機關應訂期程並公布", "全民都要參與淨零")),
    ],
)
def test_points_of_policy_are_said(read: Reader, head: str, points: tuple[str, str]) -> None:
    doc = read.document(
        f"{head}\n\n宜蘭縣縣長 林佩蓉\n- {points[0]}\n- {points[1]}\n\n"
        f"波多市局長 Sofia Marques\n- {points[1]}\n- {points[0]}\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["林佩蓉", "Sofia Marques"]


def test_the_first_speaker_may_stand_in_the_title(read: Reader) -> None:
    doc = read.document(
        "宜蘭縣縣長林佩蓉\n\n智慧城市是未來的方向。我們要讓生活更便利。\n\n"
        "波多市局長Sofia Marques\n\n我們把路還給行人。\n",
        CITIES,
    )
    assert [name for name, _ in told(doc)] == ["林佩蓉", "Sofia Marques"]


def test_a_table_that_compares_cities_speaks_only_where_it_asks_or_wishes(read: Reader) -> None:
    body = "人口\t一百八十五萬人，逐年減少。\t一百六十萬人，仍在增加。\n"
    compared = (
        "面向\t熊本市\t宜蘭縣\n" + body + "交通\t以公車為主，沒有捷運。\t地鐵三條，公車為輔。\n"
    )
    assert told(read.document(compared, CITIES)) == []
    asked = compared.replace("地鐵三條，公車為輔。", "我們只有公車，盼能加班。")
    assert len(told(read.document(asked, CITIES))) == 4

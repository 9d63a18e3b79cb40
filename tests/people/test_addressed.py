"""People called by a part of their name and a title, honorific or shortened title."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person, roles


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("副縣長蘇靜軒出席。蘇副指出，路遠。", "蘇靜軒", "蘇副"),
        ("交通局局長林志明報告，林局說經費不足。", "林志明", "林局"),
        ("董事長陳國華出席。陳董笑稱不急。", "陳國華", "陳董"),
        ("主任秘書杜景賢到場。先請地主，杜主秘。", "杜景賢", "杜主秘"),
        ("局长张伟发言。张局表示支持。", "张伟", "张局"),
        ("老闆郭萬錦來了。郭董說得直白。", "郭萬錦", "郭董"),
        ("執行秘書田以勤提問。田秘書這個問題很尖銳。", "田以勤", "田秘書"),
        ("副教授沈嘉穗主持。謝謝沈老師。", "沈嘉穗", "沈老師"),
        ("教授龐世傑提醒我。龐老師不是憤世嫉俗。", "龐世傑", "龐老師"),
        ("董事長陳國華出席。老陳笑稱不急。", "陳國華", "老陳"),
        ("溫佩珊主持：謝謝。副總幹事溫佩珊說。謝謝佩珊。", "溫佩珊", "佩珊"),
        ("前市長長谷部慎吾出席。長谷部先生，您卸任了。", "長谷部慎吾", "長谷部先生"),
        ("前市長 長谷部慎吾出席。長谷部前市長放心。", "長谷部慎吾", "長谷部前市長"),
        ("鄉長比令・達道致詞。比令鄉長建議如下。", "比令・達道", "比令鄉長"),
        ("市長杜阿爾特・菲蓋拉致詞。至於菲蓋拉市長，他沒簽。", "杜阿爾特・菲蓋拉", "菲蓋拉市長"),
        ("市長迪爾德麗・奧康納出席，隨後與奧康納市長簽約。", "迪爾德麗・奧康納", "奧康納市長"),
        (
            "市長卡洛斯・費爾南多・加蘭・帕瓊到場。加蘭市長說好。",
            "卡洛斯・費爾南多・加蘭・帕瓊",
            "加蘭市長",
        ),
        (
            "市長路易斯・科洛西奧・里奧哈斯到場。科洛西奧說好。",
            "路易斯・科洛西奧・里奧哈斯",
            "科洛西奧",
        ),
        ("副市長莉絲・塔姆出席。塔姆說，信任比技術難。", "莉絲・塔姆", "塔姆"),
        (
            "副市長Marijke van der Heuvel出席。謝謝van der Heuvel副市長。",
            "Marijke van der Heuvel",
            "van der Heuvel",
        ),
        ("副主席Nguyễn Thị Gấm到場。由阮副主席換文。", "Nguyễn Thị Gấm", "阮副主席"),
        ("八十一歲的蘇黃阿桃家裡電話響了。阿桃嬤說好。", "蘇黃阿桃", "阿桃嬤"),
        ("副代表邱鎮寰陪同。由邱副代表及友人見證。", "邱鎮寰", "邱副代表"),
    ],
)
def test_a_part_of_the_name_is_the_person(read: Reader, text: str, full: str, short: str) -> None:
    doc = read.document(text)
    assert short in person(doc, full).variants


@pytest.mark.parametrize(
    "text",
    [
        "縣長許大同致詞。許處境艱難。",  # a 縣長 is not called 許處
        "總經理高志遠到場。市府提高總量。",
        "市長林明到場。林科技園區動工。",
        "處長方立文說明。對方處境不同。",
    ],
)
def test_words_that_look_like_a_cut_title_are_nobody(read: Reader, text: str) -> None:
    assert not any(one.form == "short" for one in read.document(text).of_label("PERSON"))


def test_who_acts_for_somebody_is_no_delegate(read: Reader) -> None:
    doc = read.document(
        "副市長史蒂恩·史丁貝克（Stijn Bos）到場。備忘錄由局長李大同和史丁貝克代表簽約。"
    )
    assert {role.title for role in doc.roles} == {"副市長", "局長"}


def test_who_speaks_by_an_interpreter_is_none(read: Reader) -> None:
    doc = read.document("論壇實錄\n\n瑪儂·奧比耶（透過翻譯）：公車免費。\n\n王大明：謝謝。\n")
    assert not doc.roles


def test_a_cut_title_tells_an_office_only_if_nothing_else_does(read: Reader) -> None:
    doc = read.document("老闆郭萬錦來了。郭董說。總裁高志遠到場，高總說明。")
    assert [role.title for role in roles(doc, "高志遠")] == ["總裁"]


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("秀林鄉長王玫瑰表示，路不好走。", "王玫瑰", "秀林鄉公所"),
        ("阿里山鄉鄉長杜力泉表示同意。", "杜力泉", "阿里山鄉公所"),
        ("大安區錦安里里長林文雄說好。", "林文雄", "錦安里辦公處"),
        ("板橋區長陳奇正補充說明。", "陳奇正", "板橋區公所"),
        ("東區區長陳奇正補充說明。", "陳奇正", "東區公所"),
    ],
)
def test_the_head_of_a_township_acts_for_its_office(
    read: Reader, text: str, name: str, body: str
) -> None:
    doc = read.document(text)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    assert [bodies.get(role.organization_id or "") for role in roles(doc, name)] == [body]


def test_two_townships_of_one_county_are_two_bodies(read: Reader) -> None:
    doc = read.document("雲林縣麥寮鄉長許萬得與斗南鎮長林大同到場。", {"雲林縣": "yun TW"})
    assert {one.name for one in doc.organizations} == {"麥寮鄉公所", "斗南鎮公所"}


@pytest.mark.parametrize(
    "text", ["王大明里長說好。", "這位鄉長說好。", "三名里長到場。", "各鄉鄉長說好。"]
)
def test_a_person_or_any_head_names_no_township(read: Reader, text: str) -> None:
    assert not read.document(text).organizations


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("副总干事赛义德·阿勒苏韦迪以“无纸化战略”为例。", "赛义德·阿勒苏韦迪"),
        ("副市长诺阿·本-哈伊姆关注港口。", "诺阿·本-哈伊姆"),
        ("副市长安德鲁·陶菲克因时差以录像致辞。", "安德鲁·陶菲克"),
        ("市長安德烈·克萊因指出，路不好走。", "安德烈·克萊因"),
        ("市長尤哈－佩卡・利波寧於會中指出。", "尤哈－佩卡・利波寧"),
        ("環境局長藤咲まどか介紹計畫。", "藤咲まどか"),
        ("山本たかし市長說。", "山本たかし"),
        ("市長Rehema wa Mollel來了。", "Rehema wa Mollel"),
        ("秘書處處長言紹勳在序言中指出。", "言紹勳"),
        ("市長代理辻井紘平：各位好。", "辻井紘平"),
        ("市長大須賀弘道於板橋換文。", "大須賀弘道"),
        ("议员张伟发言。", "张伟"),
        ("局長甘明哲建請市府檢討。", "甘明哲"),
        ("副市長歐陽菁帶我參觀。", "歐陽菁"),
        ("首席數碼官Hamish O'Dowd表示支持。", "Hamish O'Dowd"),
        ("首席公平官金美羅說明。", "金美羅"),
        ("1. Stefan Obermayr，格拉茲市副市長──百年窗計畫。", "Stefan Obermayr"),
    ],
)
def test_a_name_ends_where_the_next_word_begins(read: Reader, text: str, name: str) -> None:
    assert read.kept(text, "PERSON") == [name]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("{}來訪。\n\n佩卡市長說，海風可靠。", "佩卡市長"),
        ("{}來訪。佩卡聽完之後建議，先修路燈。", "佩卡"),
        ("{}來訪。問到結盟，佩卡搖頭說，沒有談過。", "佩卡"),
        ("專訪{}\n\n問：冷嗎？\n\n佩卡：不冷。\n\n問：貴嗎？\n\n佩卡：不貴。", "佩卡"),
    ],
)
def test_a_dotted_name_is_called_by_its_first_part(read: Reader, text: str, short: str) -> None:
    doc = read.document(text.format("芬蘭拉赫蒂市長佩卡・蒂莫寧"), {"拉赫蒂": "lah FI"})
    found = [m for m in doc.of_label("PERSON") if m.form == "short"]
    assert {m.text for m in found} == {short}
    assert [person.name for person in doc.people] == ["佩卡・蒂莫寧"]


def test_a_malay_name_is_called_by_how_it_ends(read: Reader) -> None:
    text = "怡保市長拿督莫哈末哈菲茲來訪。哈菲茲市長盛讚花市。"
    doc = read.document(text, {"怡保市": "ipo MY"})
    assert [person.name for person in doc.people] == ["莫哈末哈菲茲"]
    assert [m.text for m in doc.of_label("PERSON") if m.form == "short"] == ["哈菲茲市長"]


def test_the_bracket_behind_a_family_name_and_office_tells_the_whole_name(read: Reader) -> None:
    for body in ("智慧城市聯盟", "聯盟"):
        doc = read.document(f"楊主席（{body}名譽會長楊文銳）、各位來賓，大家好。")
        assert [person.name for person in doc.people] == ["楊文銳"]


@pytest.mark.parametrize(
    "text",
    [
        "王處長（副處長王大明）主持會議。",
        "王處長（交通局副處長王大明）主持會議。",
        "王處長（夫人王美惠）到場。",
        "王處長（右三為議員王大同）與民眾合影。",
        "王處長（代理人王文欽）出席。",
    ],
)
def test_who_else_the_bracket_tells_of_is_another(read: Reader, text: str) -> None:
    assert len(read.document(text).people) == 2

"""People as the texts of many countries write them: span, title and whom they act for."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person, roles

SPANS = {
    "Japanese with a blank": ("市長 大野木 千鶴說", ["大野木 千鶴"]),
    "Japanese given name with 由": ("市長岡部真由美仍致意", ["岡部真由美"]),
    "Japanese given name with 之": ("教授高梨雅之提醒", ["高梨雅之"]),
    "Japanese family name no list has": ("市長甲斐沼龍之介、局長", ["甲斐沼龍之介"]),
    "Japanese surname that begins with 久": ("副市長久保田美緒共同簽署", ["久保田美緒"]),
    "dash between foreign parts": ("市長歐妮・哈卡萊寧—尼米說", ["歐妮・哈卡萊寧—尼米"]),
    "dash before a dot": ("市長克爾佩爾－弗羅尼烏斯·加博爾說", ["克爾佩爾－弗羅尼烏斯·加博爾"]),
    "sounds that are words, too": ("市長奧貝斯內爾、局長", ["奧貝斯內爾"]),
    "sounds that are a town, too": ("市長珍妮・巴爾塞吉安說明", ["珍妮・巴爾塞吉安"]),
    "sounds behind a Chinese surname": ("市長楊科維奇、局長", ["楊科維奇"]),
    "Japanese, all signs ordinary": ("市長山中竹春、市長中原八一與會", ["山中竹春", "中原八一"]),
    "Korean minister": ("國土交通部長官元喜龍致詞", ["元喜龍"]),
    "ordinary signs before a verb": ("社會處副處長古今香回憶", ["古今香"]),
    "who lived": ("吳秀梅生於鄉間，自幼好學。", ["吳秀梅"]),
    "head of a line, ordinary signs": ("練不凡　臺北市市長", ["練不凡"]),
    "before a bracket, ordinary signs": ("古今香（臺北市副市長）說", ["古今香"]),
    "letters of the Pacific": ("局長Siosaia 'Ofa Fonua說", ["Siosaia 'Ofa Fonua"]),
    "Azerbaijani schwa": ("市長Vüqar Məmmədzadə說", ["Vüqar Məmmədzadə"]),
    "open vowels of West Africa": ("市長Ɛsi Agbɔ說", ["Ɛsi Agbɔ"]),
    "Korean Park": ("市長Park, Jae-hyun說", ["Park, Jae-hyun"]),
    "Malay pilgrim": ("局長Datuk Hajah Nor Ahmad說", ["Nor Ahmad"]),
    "degrees behind the name": ("Chukwudi Eze, PhD（臺北市副市長）說", ["Chukwudi Eze"]),
    "head of a line": ("蔡米謙　臺北市市長", ["蔡米謙"]),
    "head of a clause": ("Jan Kowalski，臺北市副市長，負責轉型。", ["Jan Kowalski"]),
    "bracket that goes on": ("Joost van Dijk（副市長，主管港務）說", ["Joost van Dijk"]),
    "long transliteration": ("市長薩迪克汗、局長到場", ["薩迪克汗"]),
    "Malay honorifics": ("市长拿督斯里卡马鲁扎曼·马萨勒指出", ["卡马鲁扎曼·马萨勒"]),
    "a Turkish honorific": ("秘書長 Sn. Elif Kaya說", ["Elif Kaya"]),
    "Malay honorific, Chinese name": ("市长拿督斯里黄秀玲则介绍", ["黄秀玲"]),
    "Latin name tells the span": (
        "市長拉惹達倫（Rajendran P. Anthony）說",
        ["拉惹達倫", "Rajendran P. Anthony"],
    ),
    "indigenous, Latin adjacent": (
        "主委谷縱．喀勒芳安Qucung Qalavangan到場",
        ["谷縱．喀勒芳安", "Qucung Qalavangan"],
    ),
    "indigenous elder": ("泰雅族耆老Yukan Nokan以口簧琴回禮", ["Yukan Nokan"]),
    "Latin word with a Chinese name": ("耆老Tuhamuk（林明德）說", ["Tuhamuk", "林明德"]),
    "glottal stop written 7": (
        "顧問Marlene Sxwpe7 Louie-Jules女士",
        ["Marlene Sxwpe7 Louie-Jules"],
    ),
    "Dutch 't": ("副市長Marijke van 't Hof-de Ruiter說", ["Marijke van 't Hof-de Ruiter"]),
    "order behind the name": ("執行長Laura Citron OBE表示", ["Laura Citron"]),
    "English title": ("Deputy Mayor Kate Reilly-Walsh表示", ["Kate Reilly-Walsh"]),
    "title no list has": ("坦佩雷的服務長Kaarina Lehtonen說", ["Kaarina Lehtonen"]),
    "bracket between name and title": (
        "鮑德溫（Helen Baldwin）副代表到場",
        ["鮑德溫", "Helen Baldwin"],
    ),
    "title of the past": ("時任市長的朱立群簽下備忘錄", ["朱立群"]),
    "list before the title": ("李大川、林奕華等2位副市長到場", ["李大川", "林奕華"]),
    "list before a bracket": ("李大川、林奕華（以上副市長）", ["李大川", "林奕華"]),
    "modern characters": ("局長林奕彤、處長曾煜宥說明", ["林奕彤", "曾煜宥"]),
    "Japanese man in 也": ("副市長石川敏也率領團員", ["石川敏也"]),
    "Japanese name that ends in 則": ("市長石渡泰則、局長", ["石渡泰則"]),
    "Japanese family name of one sign": ("執行役員藪重彥說", ["藪重彥"]),
    "given name from the Bible": ("市長顧問羅以撒、局長", ["羅以撒"]),
    "Malay name without a dot": ("市长拿督斯里麦姆娜莫哈末沙立夫说", ["麦姆娜莫哈末沙立夫"]),
    "honoured, signs no list knows": ("市長拿督斯里沙賓沙馬迪東說", ["沙賓沙馬迪東"]),
    "honoured, a verb no list knows": ("市長拿督謝詩堅譜寫「山城之歌」", ["謝詩堅"]),
    "honoured, sounds behind a surname": ("市長拿督安努亞慕沙「好」", ["安努亞慕沙"]),
    "Tamil name without a dot": ("市长拿督拉占德兰、局长", ["拉占德兰"]),
    "initial between parts": ("市長約翰·F·史密斯說", ["約翰·F·史密斯"]),
    "initial before the name": ("副總裁S·拉馬努詹說", ["S·拉馬努詹"]),
    "foreign name before a bracket": ("凱文·蓋伊（臺北市副市長）說", ["凱文·蓋伊"]),
    "son of somebody": ("已故市長林志雄之子林冠宇昨日說", ["林志雄", "林冠宇"]),
    "widow": ("工程師張國棟的遺孀王淑芬到場", ["張國棟", "王淑芬"]),
    "end of a place before the title": ("梭羅前市長吉伯朗說", ["吉伯朗"]),
    "name before 今 and a verb": ("校長吳正己今出席典禮", ["吳正己"]),
    "rare name of two signs": ("區委書記張革、區長李大同", ["張革", "李大同"]),
    "family name no list knows": ("貴賓：副市長　鮮榮生；局長　李大同", ["鮮榮生", "李大同"]),
    "who acts for somebody": ("由蘇副市長映真代表簽署，陳處長改派代表", ["蘇副市長映真"]),
    "district before its chief": ("臺北市那瑪夏區長白樣·伊斯理鍛夫出席", ["白樣·伊斯理鍛夫"]),
    "what a rare name does below": ("課長宜靜芬，也在。宜靜芬聽完直說", ["宜靜芬", "宜靜芬"]),
    "day in Chinese figures": ("總理李強二十日在京會見來賓", ["李強"]),
    "dash without a dot": ("州長桑沃-奧盧說", ["桑沃-奧盧"]),
    "two dotted names": ("市長韋恩·布朗的幕僚長賈茲·辛格到場", ["韋恩·布朗", "賈茲·辛格"]),
    "further office before the name": ("副市長兼財政局長彼得·漢克說", ["彼得·漢克"]),
    "in a picture": ("參議員蓮舫（右三）與市長王大明（左一）", ["蓮舫", "王大明"]),
    "who somebody is": ("陳美玲也是臺北市市長，她說", ["陳美玲"]),
    "French 讓": ("教授讓-保羅·拉蒙德說", ["讓-保羅·拉蒙德"]),
    "Jacob": ("執行長羅伊·雅各布斯、局長彼得·雅各比說", ["羅伊·雅各布斯", "彼得·雅各比"]),
    "apart from its title": ("臺北市　蔣大安　市長", ["蔣大安"]),
    "who is ill": ("市長阿薩夫·萊因哈特因病請假", ["阿薩夫·萊因哈特"]),
    "whose flight is late": ("副市長伊戈尔·科瓦连科因航班延误未到", ["伊戈尔·科瓦连科"]),
    "initials with blanks": ("局長V. K. 梅農說", ["V. K. 梅農"]),
    "who is on a screen": ("市长胡安·席尔瓦视频连线", ["胡安·席尔瓦"]),
    "behind a department": ("屏東大學地理學系林美華教授到場", ["林美華"]),
    "deputy of somebody": ("由他的副手卡米爾·貝斯代讀", ["卡米爾·貝斯"]),
    "own letters before the bracket": ("講者：김도윤（金度潤），釜山", ["金度潤"]),
    "Greek before the bracket": ("講者：Νίκος Δήμου（尼科斯・迪穆）", ["尼科斯・迪穆"]),
    "interpreters by language": (
        "口譯：日語　何亭儀；法語　Luc Moreau",
        ["何亭儀", "Luc Moreau"],
    ),
    "one who tells her name": ("大家好，我叫Karin Lund，住在港邊。", ["Karin Lund"]),
    "one who tells whom she is of": ("我是三原市防災課的山口明美。", ["山口明美"]),
    "below an office that signs": ("市政總署主席\n鄺子謙", ["鄺子謙"]),
    "below an office, with regards": (
        "市長\nMarta Kos\n副市長\n賈思齊　敬啟",
        ["Marta Kos", "賈思齊"],
    ),
}


@pytest.mark.parametrize(("text", "names"), SPANS.values(), ids=SPANS.keys())
def test_a_name_is_whole(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "PERSON", ["臺北市", "坦佩雷"], forms=["name"]) == names


@pytest.mark.parametrize(
    "text",
    [
        "原住民代表熱烈回應",
        "市長宿舍區，將改建",
        "校長遴選案，下月審查。主席輪值制、里長延任案；副市長層峰級。",
        "市長倡永續，市長巡田水。市長發紅包、村長放羊記（上）",
        "校長研習營，今天開辦。研習營說明如下。",
        "翻譯費報價兩萬元，顧問費調高",
        "對方市長到場",
        "某某大學教授到場",
        "謝謝召集人。",
        "學生積極參與",
        "老師高度肯定",
        "法語口譯：市長說好。\n\n法語口譯：是的。",
        "我是住在港邊的居民，我是來問問題的。",
        "由臺北市長與坦佩雷市長簽署",
    ],
)
def test_words_beside_a_title_are_nobody(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", ["臺北市", "坦佩雷"]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [("莫桑比克市長到場", []), ("Emil Berg（莫桑比克籍顧問）到場", ["Emil Berg"])],
)
def test_a_country_holds_nobody(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "PERSON", countries=["莫桑比克"]) == names


def test_cells_that_name_nobody_are_nobody(read: Reader) -> None:
    cells = ["大會秘書處", "全體與會者", "各城市代表", "待確認", "未具名", "王大明局長"]
    rows = "".join(f"{i},第{i}場,{cell}\n" for i, cell in enumerate(cells, 1))
    doc = read.document("序號,場次,講者\n" + rows, name="a.csv")
    assert [one.name for one in doc.people] == ["王大明"]


PARTS = {
    "副市長Petr Hloušek說。Hloušek強調。": ("Petr Hloušek", "Hloušek"),
    "市長再努丁·阿末說。再努丁透露。": ("再努丁·阿末", "再努丁"),
    "副市長久保田美緒說。久保田表示。": ("久保田美緒", "久保田"),
    "代表田衡致詞。田代表並澄清。": ("田衡", "田代表"),
    "召集人羅嘉玲在場。嘉玲召集人：請。": ("羅嘉玲", "嘉玲召集人"),
    "市長拿督莫哈末沙立夫說。沙立夫市長盛讚。": ("莫哈末沙立夫", "沙立夫市長"),
    "局長V. K. 梅農（V. K. Menon）說。": ("V. K. 梅農", "V. K. Menon"),
    "市長Noor Hafizah binti Abdul Rahman說。\nNoor Hafizah：好。": (
        "Noor Hafizah binti Abdul Rahman",
        "Noor Hafizah",
    ),
}


@pytest.mark.parametrize(("text", "forms"), PARTS.items())
def test_a_part_of_a_name_is_the_same_person(
    read: Reader, text: str, forms: tuple[str, str]
) -> None:
    assert set(forms) <= set(person(read.document(text), forms[0]).variants)


CITIES = {"鹿特丹市": "rtm NL", "倫敦": "lon GB", "巴黎": "par FR", "臺北": "tpe TW"}


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        ("鹿特丹市水務總監Pieter van der Waal說", "Pieter van der Waal", "rtm"),
        ("鹿特丹市的水務顧問Pieter van der Waal說", "Pieter van der Waal", "rtm"),
        ("市長Sadiq Khan（倫敦）、Anne Hidalgo（巴黎）到場", "Sadiq Khan", "lon"),
        ("市長Sadiq Khan（倫敦）、Anne Hidalgo（巴黎）到場", "Anne Hidalgo", "par"),
        ("李大川、林奕華（以上臺北副市長）", "李大川", "tpe"),
        ("倫敦市長 ซาดิก ข่าน（Sadiq Khan）到場", "Sadiq Khan", "lon"),
        ("倫敦市長 ซาดิก ข่าน（Sadiq Khan 博士）到場", "Sadiq Khan", "lon"),
        ("談到倫敦的公車。市長Sadiq Khan說，會再努力。", "Sadiq Khan", "lon"),
    ],
)
def test_whom_a_person_acts_for(read: Reader, text: str, name: str, city: str) -> None:
    assert [role.city_id for role in roles(read.document(text, CITIES), name)] == [city]


def test_the_end_of_a_city_is_no_part_of_the_title(read: Reader) -> None:
    text = "鹿特丹市議員Anna Smit說"
    assert read.kept(text, "TITLE", ["鹿特丹市"]) == ["議員"]


def test_a_column_of_representatives_tells_their_title(read: Reader) -> None:
    text = "序,城市,我方承辦,對方代表,說明\n1,倫敦,交通局,Gareth Ollivander-Oakes,每年互訪一次\n"
    (role,) = roles(read.document(text, CITIES, name="a.csv"), "Gareth Ollivander-Oakes")
    assert (role.title, role.city_id, role.organization_id) == ("代表", "lon", None)


@pytest.mark.parametrize("cell", ["英國/倫敦 副市長 Anna Smit", "英國／科沃州 州長 Anna Smit"])
def test_the_place_that_a_cell_begins_with_is_no_name(read: Reader, cell: str) -> None:
    text = f"編號,國家/城市 職稱 姓名,發言摘要\n1,{cell},橋有五百座要修。\n2,無發言,（通訊中斷）\n"
    doc = read.document(text, CITIES, {"英國": "GB"}, name="a.csv")
    assert [one.name for one in doc.people] == ["Anna Smit"]


def test_a_foreigner_in_the_remarks_acts_for_the_partner_of_the_row(read: Reader) -> None:
    text = "案號,我方城市,友市,簽署日期,備註\nM-1,臺北,倫敦,2021/09/14,市長Sadiq Khan率38人來訪\n"
    doc = read.document(text, CITIES, name="a.csv")
    assert [role.city_id for role in roles(doc, "Sadiq Khan")] == ["lon"]


def test_a_label_leaves_the_office_in_the_bracket(read: Reader) -> None:
    doc = read.document("主持人：唐小鳳（臺北前副市長）")
    titles = {role.title: role.status for role in roles(doc, "唐小鳳")}
    assert titles == {"主持人": "current", "前副市長": "former"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("日本指宿市市長打越明司共同簽署。打越明司則說，期待來訪。", ["打越明司", "打越明司"]),
        ("日本指宿市議會議長新宮領隆代表市議會致贈薩摩燒。", ["新宮領隆"]),
        ("日本指宿市副市長鵜飼勝弘、局長親自迎接。", ["鵜飼勝弘"]),
        ("日本團由市長親自迎接，局長說明進度，處長臨時請假，議長邀請來賓。", []),
    ],
)
def test_four_signs_behind_an_office_are_a_name_in_a_text_of_japan(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON", ["指宿市"], ["日本"]) == names


def test_a_city_that_ends_like_an_address_is_nobody(read: Reader) -> None:
    text = "挪威・克里斯蒂安桑市的渡輪改用電力。"
    assert read.kept(text, "PERSON", cities=["克里斯蒂安桑市"], countries=["挪威"]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("執行長努爾·哈桑說", ["努爾·哈桑"]),
        ("林桑負責接待", ["林桑"]),
        ("執行長伊娃·諾瓦克一路相挺", ["伊娃·諾瓦克"]),
    ],
)
def test_an_honorific_of_one_sound_or_an_adverb_ends_no_foreign_name(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON") == names

"""What follows a name or looks like a word of its own: days, adverbs, townships, offices."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

BOUNDS = {
    "嘉義縣長翁章梁今（9）日率團。": "翁章梁",
    "基隆市長謝國樑明(3)日主持。": "謝國樑",
    "哈爾格薩市市長莫吉昨（4）晚抵達。": "莫吉",
    "安曼市長尤瑟夫·沙瓦爾貝昨（4）日致詞。": "尤瑟夫·沙瓦爾貝",
    "里長王志明（52）歲。": "王志明",
    "社會文化司司長柯嵐同日出席。": "柯嵐",
    "江南區廳長鄭順均、": "鄭順均",
    "慈濟大學校長劉怡均。": "劉怡均",
    "觀光處長彭偉族、": "彭偉族",
    "市長王小明均未出席。": "王小明",
    "市議員賴怡均則質疑，": "賴怡均",
    "普吉府尹帕卡蓬、": "帕卡蓬",
    "執行長通猜則認為，": "通猜",
    "開普敦市長希爾路易斯以視訊祝賀。": "希爾路易斯",
    "顧問侯宜秀出席。": "侯宜秀",
    "市長張偉發言。": "張偉",
    "司令陳永康表示，": "陳永康",
    "局長王永和說，": "王永和",
    "教授陳中和接任。": "陳中和",
    "鎮長李民雄出席。": "李民雄",
    "運輸研究所林繼國所長": "林繼國",
    "金澤支社長山西一秀等人。": "山西一秀",
    "局長賴文祥陪外賓走了一圈。": "賴文祥",
    "處長賴文雄搭捷運到場。": "賴文雄",
    "處長江黃玉英走上台。": "江黃玉英",
    "導覽員王俊凱笑說，": "王俊凱",
    "農業局長邱紹農會後宣布，": "邱紹農",
    "金澤副市長近藤哲也因故改期。": "近藤哲也",
    "金澤所長佐藤和也在場。": "佐藤和也",
    "開普敦議員奧馬爾・史都華說話最短。": "奧馬爾・史都華",
    "議員阿里・侯賽因、": "阿里・侯賽因",
    "希拉蕊・卡馬拉－湯普森說，": "希拉蕊・卡馬拉－湯普森",
    "開普敦副市長Jane Park表示，": "Jane Park",
    "副局長利漢文致詞。": "利漢文",
    "數位局范姜局長子晴出席。": "范姜局長子晴",
    "工研院　焦組長復興（請假）": "焦組長復興",
    "感謝郭議員關心。": "郭議員",
    "王正同局長出席。": "王正同",
    "由吳則同處長主持。": "吳則同",
}


@pytest.mark.parametrize(("text", "name"), BOUNDS.items())
def test_the_name_ends_where_the_person_does(read: Reader, text: str, name: str) -> None:
    places = ["嘉義", "基隆", "哈爾格薩", "安曼", "開普敦", "金澤"]
    assert read.kept(text, "PERSON", places) == [name]


@pytest.mark.parametrize("text", ["新莊、板橋、永和三區", "陳情人來自中和、永和", "文山區"])
def test_a_township_is_no_given_name_without_a_family(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", []) == []


def test_no_name_of_a_list_ends_inside_a_place(read: Reader) -> None:
    text = "區廳長鄭順均、韓國水原市第一副市長趙清植到場。"
    assert read.kept(text, "PERSON", ["韓國", "水原"]) == ["鄭順均", "趙清植"]


@pytest.mark.parametrize("title", ["州務大臣", "州務卿"])
def test_an_office_of_state_is_whole_behind_its_state(read: Reader, title: str) -> None:
    doc = read.document(f"佛羅里達{title}伯德與會。", {})
    assert [role.title for role in roles(doc, "伯德")] == [title]


def test_latin_words_before_a_title_are_the_body_of_a_chinese_name(read: Reader) -> None:
    assert read.kept("專訪 GO SMART 秘書長李鎮宇。", "PERSON", []) == ["李鎮宇"]


@pytest.mark.parametrize("word", ["鈞鑒", "台鑒", "勛鑒"])
def test_words_of_letters_are_no_given_names(read: Reader, word: str) -> None:
    text = f"致侯友宜市長\n\n侯市長{word}：\n\n順頌\n時祺\n"
    assert read.kept(text, "PERSON", []) == ["侯友宜", "侯市長"]


INSIDE = {
    "主席：顏副議長莉敏": ["顏副議長莉敏"],
    "主持人：王縣長惠美（林副縣長田富代）": ["王縣長惠美", "林副縣長田富"],
    "由林副縣長田富、王縣長惠美主持": ["林副縣長田富", "王縣長惠美"],
    "衛生局：何副局長雅惠代": ["何副局長雅惠"],
    "敬愛的蔣市長萬安先生：": ["蔣市長萬安"],
    "王縣長上任後，王縣長今天主持會議": ["王縣長", "王縣長"],
    "新民黨主席葉劉淑儀認為": ["葉劉淑儀"],
    "林則徐先生、高則叡處長、王從文處長": ["林則徐", "高則叡", "王從文"],
    "局長王則表示支持": [],
}


@pytest.mark.parametrize(("text", "names"), INSIDE.items())
def test_a_title_inside_a_name_is_around_by_what_follows(
    read: Reader, text: str, names: list[str]
) -> None:
    assert read.kept(text, "PERSON", []) == names


def test_a_name_of_two_signs_is_known_again_before_its_title(read: Reader) -> None:
    text = "曼齊尼市長穆薩來訪。穆薩市長對此印象深刻。"
    assert read.kept(text, "PERSON", ["曼齊尼"]) == ["穆薩", "穆薩"]


@pytest.mark.parametrize("below", ["2024年5月2日", "昨天 10:02", "5小時"])
def test_who_posts_stands_above_the_time(read: Reader, below: str) -> None:
    assert read.kept(f"高虹安\n{below}\n\n今天開會。\n", "PERSON", []) == ["高虹安"]
    assert read.kept("高興事\n\n今天開會。\n", "PERSON", []) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("國際關係主任Allison Lee", "主任"),
        # The department is a body: 台大中文系|主任.
        ("台大中文系主任陳大明", "主任"),
        ("義順集選區議員黃國光", "議員"),
        ("京畿道知事金東淵", "知事"),
        ("逢甲大學李秉乾校長", "校長"),
    ],
)
def test_a_title_begins_behind_the_word_before_it(read: Reader, text: str, title: str) -> None:
    assert read.kept(text, "TITLE", []) == [title]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("美國加州長灘市長賈西亞致詞。", "賈西亞"),
        ("泰國駐台代表那隆（Narong Boonsatheanwong）說，", "那隆"),
        ("市領導余錫權、陶永欣參加。", "余錫權"),
        ("釜山財團代表理事鄭鐘弼在場。", "鄭鐘弼"),
        ("普吉市市長沙羅參訪。", "沙羅"),
    ],
)
def test_the_name_behind_a_title_that_a_place_or_word_hides(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON", ["長灘", "加州", "普吉", "釜山"])[0] == name


@pytest.mark.parametrize("text", ["孟凡利代表市委表示歡迎。", "孟凡利代表市長致意。"])
def test_who_acts_for_others_is_no_delegate(read: Reader, text: str) -> None:
    doc = read.document(text, {})
    assert [one.name for one in doc.people] == ["孟凡利"]
    assert doc.roles == []


def test_a_delegate_stays_one_before_a_name_or_verb(read: Reader) -> None:
    doc = read.document("學生代表王小明說好。林代表說好。", {})
    assert [role.title for role in doc.roles] == ["代表", "代表"]


def test_a_surname_behind_a_unit_is_no_part_of_it(read: Reader) -> None:
    assert read.kept("國立中正大學資管系洪教授新原", "PERSON", []) == ["洪教授新原"]


HIDDEN = {
    "由局長林立生主持會議。": "林立生",
    "市長黃金山表示，": "黃金山",
    "局長許可欣也到場。": "許可欣",
    "處長施政明出席。": "施政明",
}


@pytest.mark.parametrize(("text", "name"), HIDDEN.items())
def test_a_name_that_begins_like_a_word_is_one_behind_an_office(
    read: Reader, text: str, name: str
) -> None:
    assert read.kept(text, "PERSON", []) == [name]


@pytest.mark.parametrize("text", ["局長高齡者照護計畫。", "市長高度肯定。", "局長向民眾致意。"])
def test_a_word_behind_an_office_is_no_name(read: Reader, text: str) -> None:
    assert read.kept(text, "PERSON", []) == []


@pytest.mark.parametrize("place", ["新潟縣長岡市", "長野縣長野市", "長崎縣長崎市", "滋賀縣長濱市"])
def test_a_city_behind_its_prefecture_holds_no_title(read: Reader, place: str) -> None:
    doc = read.document(f"代表團訪問日本{place}。\n", {place[3:]: "ngo JP"})
    assert [m.text for m in doc.mentions if m.label in ("PERSON", "TITLE")] == []

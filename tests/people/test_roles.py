"""Who holds which office, and which mentions are one person."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, person, roles

TAIPEI, DAEGU = {"臺北": "tpe TW"}, {"大邱": "dae KR"}


@pytest.mark.parametrize(
    "text",
    [
        "臺北市長柯文哲表示",
        "臺北 市長 柯文哲",
        "臺北 市長：柯文哲",
        "臺北市長（柯文哲）表示",
        "臺北由柯文哲市長出席",
        "來自臺北的柯文哲市長出席",
        "編號\t城市首長或代表\t內容\n1\t臺北 市長 柯文哲\t推動智慧城市的多項建設與服務。",
        "編號,城市,職稱,姓名,摘要\n1,臺北,市長,柯文哲,推動智慧城市的多項建設與服務。",
    ],
)
def test_a_mayor_acts_for_the_city(read: Reader, text: str) -> None:
    name = "a.csv" if text.startswith("編號,") else "a.txt"
    doc = read.document(text, TAIPEI, name=name)
    (role,) = roles(doc, "柯文哲")
    assert (role.title, role.title_en, role.city_id, role.country_code) == (
        "市長",
        "Mayor",
        "tpe",
        "TW",
    )
    assert doc.text[role.start : role.end] == role.text
    assert "柯文哲" in role.text


def test_a_local_title_belongs_to_the_home_city(read: Reader) -> None:
    text = "〔記者王小明／臺北報導〕臺北今天開會。\n\n市長柯文哲強調，秘書長高雄飛說明。"
    doc = read.document(text, {**TAIPEI, **DAEGU})
    assert [role.city_id for role in roles(doc, "柯文哲")] == ["tpe"]
    assert [role.city_id for role in roles(doc, "高雄飛")] == ["tpe"]
    assert [role.title for role in roles(doc, "王小明")] == ["記者"]


def test_a_dateline_in_the_seat_of_a_county_leaves_the_home_to_the_county(read: Reader) -> None:
    text = (
        "〔記者王小明／竹北報導〕新竹縣政府昨天公布成績，縣府將再加碼。\n\n"
        "不過，縣議員羅美慧質疑，路不好走。"
    )
    doc = read.document(text, {"新竹縣": "hsc TW", "竹北": "zhu TW"})
    assert [role.city_id for role in roles(doc, "羅美慧")] == ["hsc"]


def test_the_city_a_sentence_speaks_of_comes_before_the_home_city(read: Reader) -> None:
    text = "臺北市政府與臺北市議會開會。與臺北締結姊妹市的大邱也出席，市長Kwon, Young-jin說明。"
    doc = read.document(text, {**TAIPEI, **DAEGU})
    assert [role.city_id for role in roles(doc, "Kwon, Young-jin")] == ["dae"]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("資訊局局長呂新科指出", "局長", "資訊局"),
        ("青年局長呂新科指出", "青年局長", "青年局"),
        ("呂新科（資訊局局長）指出", "局長", "資訊局"),
        ("資訊局呂局長新科：好。", "局長", "資訊局"),
        ("荷蘭在臺辦事處副代表呂新科表示", "副代表", "荷蘭在臺辦事處"),
    ],
)
def test_an_official_acts_for_the_office(read: Reader, text: str, title: str, body: str) -> None:
    doc = read.document(text, {}, {"荷蘭": "NL"})
    (role,) = roles(doc, "呂新科")
    names = {one.organization_id: one.name for one in doc.organizations}
    assert (role.title, names[role.organization_id or ""]) == (title, body)


def test_several_titles_are_all_kept(read: Reader) -> None:
    doc = read.document("陳慶餘基金會執行長兼秘書長王小明致詞表示歡迎。")
    assert sorted(role.title for role in roles(doc, "王小明")) == ["執行長", "秘書長"]
    assert len({role.organization_id for role in roles(doc, "王小明")}) == 1


def test_a_list_shares_the_title(read: Reader) -> None:
    doc = read.document("出席：議員古采蘋、歐陽少棠")
    assert [role.title for role in roles(doc, "歐陽少棠")] == ["議員"]


def test_short_references_and_inner_titles_are_the_same_person(read: Reader) -> None:
    doc = read.document(
        "議長江明赫、局長詹宗翰到場。江議長說好，詹局長宗翰也說好。江議長明赫：散會。"
    )
    assert set(person(doc, "江明赫").variants) == {"江明赫", "江議長", "江議長明赫"}
    assert set(person(doc, "詹宗翰").variants) == {"詹宗翰", "詹局長宗翰"}


def test_another_title_is_another_person(read: Reader) -> None:
    doc = read.document("局長賴沛恩說明，賴市長則補充。")
    assert {one.name for one in doc.people} == {"賴沛恩", "賴市長"}


def test_pairs_of_names_are_one_person_with_both(read: Reader) -> None:
    doc = read.document("釜山市長徐羅溫（Seo Ra-on）提到，Seo Ra-on將再訪。")
    one = person(doc, "徐羅溫")
    assert (one.name_zh, one.name_latin, one.n_mentions) == ("徐羅溫", "Seo Ra-on", 3)


def test_the_honorific_is_recorded(read: Reader) -> None:
    doc = read.document("市長 Ms. Val van den Broek 說")
    one = person(doc, "Val van den Broek")
    assert (one.honorific, one.family, one.given) == ("Ms.", "van den Broek", "Val")


def test_former_and_acting_are_told(read: Reader) -> None:
    doc = read.document("前市長郝龍斌與代理市長陳景峻到場")
    assert [role.status for role in doc.roles] == ["former", "acting"]


@pytest.mark.parametrize(
    "text",
    [
        "與談人：大邱（韓國）資訊長 Mary Smith，臺北市長柯文哲",
        "大邱（韓國）規劃總監Mary Smith說明。",
        "大邱（Daegu）資訊長Mary Smith說明。",
    ],
)
def test_a_bracket_that_explains_a_place_does_not_part_it_from_the_title(
    read: Reader, text: str
) -> None:
    doc = read.document(text, {**TAIPEI, **DAEGU}, {"韓國": "KR"})
    assert [role.city_id for role in roles(doc, "Mary Smith")] == ["dae"]


def test_a_body_in_the_column_of_places_is_what_its_delegate_stands_for(read: Reader) -> None:
    text = (
        "編號\t國家城市\t代表\t談話重點\n"
        "1\t大邱\t副市長 Mary Smith\t推動智慧城市的多項建設與服務。\n"
        "2\t環境部\t部長 呂新科\t推動智慧城市的多項建設與服務。\n"
    )
    doc = read.document(text, DAEGU)
    (role,) = roles(doc, "呂新科")
    (body,) = [b for b in doc.organizations if b.organization_id == role.organization_id]
    assert body.name == "環境部"
    assert [role.city_id for role in roles(doc, "Mary Smith")] == ["dae"]


@pytest.mark.parametrize(
    "text",
    [
        "東華大學校長王正明未克出席，由副校長呂新科致詞。",
        "東華大學執行長王正明先致詞，接著副執行長呂新科說明計畫。",
    ],
)
def test_a_deputy_belongs_to_the_body_of_the_head_named_before(read: Reader, text: str) -> None:
    doc = read.document(text)
    (role,) = roles(doc, "呂新科")
    (body,) = [b for b in doc.organizations if b.organization_id == role.organization_id]
    assert body.name == "東華大學"


def test_a_name_and_an_office_with_a_comma_between_fill_a_cell(read: Reader) -> None:
    text = (
        "時間\t主講人\t題目\n"
        "09:00\tMary Smith，大邱資訊局局長\t推動智慧城市的多項建設與服務\n"
        "10:00\t綜合座談\t與談人同上\n"
        "11:00\t臺北市長 柯文哲\t推動智慧城市的多項建設與服務\n"
    )
    doc = read.document(text, {**TAIPEI, **DAEGU})
    assert [p.name for p in doc.people] == ["Mary Smith", "柯文哲"]
    assert "局長" in [role.title for role in roles(doc, "Mary Smith")]


@pytest.mark.parametrize(
    ("text", "name", "title", "body"),
    [
        ("胡哲銘，趨勢科技 資深協理：工控資安", "胡哲銘", "資深協理", "趨勢科技"),
        ("立委吳思瑤質詢指出，經費不足。", "吳思瑤", "立委", "立法院"),
        (
            "今村沙耶香 教授（東北大學災害科學國際研究所）",
            "今村沙耶香",
            "教授",
            "東北大學災害科學國際研究所",
        ),
        ("美國在台協會高雄分處的Ms. Jane Caldwell到場。", "Jane Caldwell", "Ms.", "美國在台協會"),
        ("國立成功大學水利及海洋工程學系教授盛懷安說明。", "盛懷安", "教授", "國立成功大學"),
    ],
)
def test_a_body_apart_from_the_name_is_found(
    read: Reader, text: str, name: str, title: str, body: str
) -> None:
    doc = read.document(text)
    (role,) = roles(doc, name)
    names = {one.organization_id: one.name for one in doc.organizations}
    assert role.title == title
    assert names[role.organization_id or ""].startswith(body)


def test_titles_before_and_behind_a_name_are_both_kept(read: Reader) -> None:
    doc = read.document("副市長兼都發局局長黃一平、資訊局局長孫東教授說明。")
    assert {role.title for role in roles(doc, "黃一平")} == {"副市長", "局長"}
    assert {role.title for role in roles(doc, "孫東")} == {"局長", "教授"}


def test_speakers_tell_in_their_first_words_what_they_are(read: Reader) -> None:
    text = (
        "時間,講者,內容\n00:01,Mr. Wesley Chang 張維志,謝謝教授。我是環境保護局局長，減碳沒有退路。"
    )
    doc = read.document(text, name="a.csv")
    told = {role.title: role.organization_id for role in roles(doc, "張維志")}
    assert told["局長"] is not None


@pytest.mark.parametrize(
    ("name", "city"),
    [("王小明", "tpe"), ("佐佐木真帆", "mor"), ("Jane Doe", None)],
)
def test_the_city_of_a_local_title_fits_the_name(read: Reader, name: str, city: str | None) -> None:
    text = f"臺北市政府新聞稿\n\n臺北市長與盛岡市長會面。\n\n市長{name}隨後致詞。"
    doc = read.document(text, {"臺北": "tpe TW", "盛岡": "mor JP"})
    assert [role.city_id for role in roles(doc, name)] == [city]


def test_a_verb_gives_an_office(read: Reader) -> None:
    doc = read.document("林佳龍曾任臺北市長，過去擔任局長的人很多。", TAIPEI)
    (role,) = roles(doc, "林佳龍")
    assert (role.title, role.city_id) == ("市長", "tpe")
    assert [one.name for one in doc.people] == ["林佳龍"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("主任委員黃建民", "黃主委"),
        ("市議員張清照", "張議座"),
        ("顧問何志明", "何顧問"),
        ("醫師賴育成", "賴醫師"),
        ("局長蕭明治", "蕭局座"),
    ],
)
def test_a_short_title_means_the_one_who_holds_the_long_one(
    read: Reader, full: str, short: str
) -> None:
    doc = read.document(f"紀要\n\n臺北市{full}昨日出席會議。\n\n{short}表示，計畫明年完成。\n")
    people = [m for m in doc.mentions if m.label == "PERSON"]
    assert people[-1].text == short
    assert len({m.entity_id for m in people}) == 1


def test_of_two_places_in_a_list_each_has_its_own_mayor(read: Reader) -> None:
    doc = read.document("臺北第一副市長、大邱市長Markéta Kim與會", {**TAIPEI, **DAEGU})
    assert [role.city_id for role in roles(doc, "Markéta Kim")] == ["dae"]


def test_who_is_posted_abroad_is_of_no_office_named_in_passing(read: Reader) -> None:
    doc = read.document("美國在台協會處長孫曉雅、駐日代表謝長廷出席", countries={"日": "JP"})
    (role,) = roles(doc, "謝長廷")
    assert (role.organization_id, role.country_code) == (None, "TW")


def test_an_office_behind_a_comma_is_held_by_the_name_before(read: Reader) -> None:
    doc = read.document("Ms. Femke Vos（佛斯），臺北市長，透過影片致意。", TAIPEI)
    (role,) = roles(doc, "佛斯")
    assert (role.title, role.city_id) == ("市長", "tpe")


def test_a_life_tells_offices_of_today_and_of_the_past(read: Reader) -> None:
    text = "吳秀梅生於鄉間，歷任臺北市政府工務局局長，現任大邱副市長。"
    doc = read.document(text, {**TAIPEI, **DAEGU})
    found = {(role.title, role.city_id, role.status) for role in roles(doc, "吳秀梅")}
    assert found == {("局長", "tpe", "former"), ("副市長", "dae", "current")}


def test_what_somebody_was_may_be_told_before_the_place(read: Reader) -> None:
    doc = read.document("前臺北市長柯文哲與大邱市長洪準杓出席", {**TAIPEI, **DAEGU})
    assert [role.status for role in roles(doc, "柯文哲")] == ["former"]
    assert [role.status for role in roles(doc, "洪準杓")] == ["current"]


def test_titles_beside_bodies_in_one_column_are_the_speakers(read: Reader) -> None:
    text = (
        "場次,講者,服務單位,摘要\n"
        "1,Eva Nováková,捷克布爾諾市，副市長,布爾諾把七十八組資料集畫成壁畫，讓孩子也讀得懂。\n"
        "2,林佳蓉,英飛凌科技（德國），資深副總裁,新廠投資五十億歐元，每小時可以回收四百噸水。\n"
        "3,傅雅筑,宏遠股份有限公司 資深工程師,四十八所學校完成碳盤查，由學生輪值讀表記錄。\n"
    )
    doc = read.document(text, {"布爾諾市": "brq CZ"}, {"捷克": "CZ"}, name="a.csv")
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [
        (role.title, role.city_id or bodies.get(role.organization_id or ""))
        for name in ("Eva Nováková", "林佳蓉", "傅雅筑")
        for role in roles(doc, name)
    ]
    assert found == [
        ("副市長", "brq"),
        ("資深副總裁", "英飛凌科技"),
        ("資深工程師", "宏遠股份有限公司"),
    ]


@pytest.mark.parametrize(
    ("told", "titles"),
    [
        ("對環保充滿熱情", ["副市長", "處長"]),
        ("與家人同住", ["副市長", "處長"]),
        ("熱愛運動，陪伴學生成長", ["副市長", "處長"]),
        ("與女兒同行", ["副市長"]),
        ("感謝局長", ["副市長"]),
        ("說，新局長人很好", ["副市長"]),
    ],
)
def test_he_is_whoever_was_named_unless_another_is_told(
    read: Reader, told: str, titles: list[str]
) -> None:
    doc = read.document(f"副市長王大明{told}。他去年出任處長。\n", {})
    assert [role.title for role in roles(doc, "王大明")] == titles

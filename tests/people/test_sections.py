"""Newsletters and releases: who belongs to the city of a heading or to the body that publishes."""

from __future__ import annotations

import pytest

from tests.people.documents import Reader, roles

CITIES = {"巴塞隆納": "bcn ES", "阿克拉": "acc GH", "蘇黎世": "zrh CH", "赫爾辛基": "hel FI"}
NEWSLETTER = """全球好城聯盟 Good Cities Alliance
會訊　第37期　2024年6月號（中文版）

編者的話｜秘書長 Nadia Bensalem
聯盟目前有184個會員城市，分布於59國，今年的年會將於10月召開，歡迎各會員報名參加，並請帶來失敗的故事。

【1】巴塞隆納：讓屋頂上班
市議會通過第二期計畫。副市長Oriol Puig說：「屋頂是城市最大的空地。」全案三年內完成。

【2】阿克拉：把垃圾車裝進手機
市長 Hon. Elizabeth Lamptey 表示，下一步是納入電子支付；和蘇黎世結盟的傳言不實。

【3】赫爾辛基：失敗報告
自駕清雪車正式喊停。該市創新長Juhani Ahtisalmi寫道，零下二十度時，光達比人更怕冷。
"""


@pytest.mark.parametrize(
    ("name", "city"),
    [("Oriol Puig", "bcn"), ("Elizabeth Lamptey", "acc"), ("Juhani Ahtisalmi", "hel")],
)
def test_a_title_without_a_place_belongs_to_the_city_of_the_heading(
    read: Reader, name: str, city: str
) -> None:
    (role,) = roles(read.document(NEWSLETTER, CITIES), name)
    assert role.city_id == city


def test_the_secretary_of_a_newsletter_is_of_the_network_that_publishes_it(read: Reader) -> None:
    doc = read.document(NEWSLETTER, CITIES)
    bodies = {one.organization_id: one.name for one in doc.organizations}
    (role,) = roles(doc, "Nadia Bensalem")
    assert bodies[role.organization_id or ""] == "全球好城聯盟"


@pytest.mark.parametrize(
    ("head", "said", "name", "body"),
    [
        (
            "財團法人銀齡未來基金會　2019.10.23",
            "本會董事長喻淑媛先談門鈴。",
            "喻淑媛",
            "財團法人銀齡未來基金會",
        ),
        (
            "財團法人銀齡未來基金會　2019.10.23",
            "執行長官承翰說並無此事。",
            "官承翰",
            "財團法人銀齡未來基金會",
        ),
        ("中华智慧城市联盟\n2023年11月2日", "会长刘海涛致辞。", "刘海涛", "中华智慧城市联盟"),
        ("【國際城市永續協會 新聞稿】", "副秘書長吳靜宜表示很好。", "吳靜宜", "國際城市永續協會"),
    ],
)
def test_leaders_without_a_body_lead_the_one_that_publishes(
    read: Reader, head: str, said: str, name: str, body: str
) -> None:
    doc = read.document(f"{head}\n\n今年的年會昨天舉行，共有四百人參加。\n\n{said}\n")
    bodies = {one.organization_id: one.name for one in doc.organizations}
    assert [bodies.get(role.organization_id or "") for role in roles(doc, name)] == [body]


def test_a_city_that_publishes_is_no_body_of_a_chairman(read: Reader) -> None:
    text = "桃園市政府新聞稿\n\n今年的年會昨天舉行。董事長林大同感謝大家參加。\n"
    doc = read.document(text, {"桃園市": "tao TW"})
    assert [role.organization_id for role in roles(doc, "林大同")] == [None]


def test_a_title_told_in_two_languages_keeps_its_body(read: Reader) -> None:
    doc = read.document("與談：成功大學特聘教授 Distinguished Professor 陳明德致詞。")
    bodies = {one.organization_id: one.name for one in doc.organizations}
    found = [(one.title, bodies.get(one.organization_id or "")) for one in roles(doc, "陳明德")]
    assert ("特聘教授", "成功大學") in found


DIGEST = """城市外交週報　第37期　2018年10月21日

▍臺南
▪ 與日本仙台市的協定屆滿，市府擬辦理續約。

▍桃園
▪ 市民卡在桃園發出120萬張，桃園也要擴大適用。

▍臺北
▪ 資訊局長呂新科20日分享，三年來收到兩百件提案。
"""


def test_a_bare_office_of_a_digest_is_of_the_city_that_heads_its_part(read: Reader) -> None:
    cities = {"臺南": "tnn TW", "仙台市": "sdj JP", "桃園": "tyn TW", "臺北": "tpe TW"}
    doc = read.document(DIGEST, cities, {"日本": "JP"})
    placed = {one.name: one.city_id for one in doc.organizations}
    assert (placed["市府"], placed["資訊局"]) == ("tnn", "tpe")
    (role,) = roles(doc, "呂新科")
    assert role.city_id == "tpe"


def test_a_page_of_partners_is_one_of_the_only_city_that_writes_chinese(read: Reader) -> None:
    cities = {"那慕爾": "qnm BE", "水原": "suw KR", "清邁": "cnx TH", "桃園": "tyn TW"}
    text = (
        "夥伴城市動態\n\n那慕爾市議員Anne Roche表示，水原也來。市長閻大溪回應，先道歉。\n\n"
        "桃園的工廠體檢車巡過六百家。清邁來信。\n\n水原訪團抵達桃園，桃園出借儀器。\n"
    )
    (role,) = roles(read.document(text, cities), "閻大溪")
    assert role.city_id == "tyn"


def test_a_line_that_begins_with_a_city_and_colon_tells_whose_its_people_are(read: Reader) -> None:
    cities = {"首爾": "sel KR", "台北": "tpe TW"}
    text = (
        "會議備忘\n出席　首爾：智慧城市政策官 李元穆、專員 金秀珍\n　　　台北：資訊局局長 呂新科\n"
    )
    doc = read.document(text, cities)
    held = {one.person_id: one.city_id for one in doc.roles}
    names = {one.name: held[one.person_id] for one in doc.people}
    assert names == {"李元穆": "sel", "金秀珍": "sel", "呂新科": "tpe"}

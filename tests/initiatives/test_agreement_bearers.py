"""Who signs: the body or the city of a title before a name, and whoever was told of before."""

from __future__ import annotations

import pytest

from pipeline.resources import Resources
from tests.initiatives.whole import run, told

RECTOR = "里斯本工業大學校長Ana Carvalhal與逢甲大學簽下合作意向書。"
BOTH_TITLED = "神戶市長久元喜造與逢甲大學校長王葳簽署防災合作備忘錄。"
FAR = "論壇後，熊本大學校長小川久雄在市長見證下，與成功大學簽署學術交流備忘錄。"
WITHOUT_NAME = "東京工業大學校長昨日與清華大學簽署半導體備忘錄。"
BUREAU = "橫濱市國際局局長赤岡謙與高雄港務分公司總經理王錦榮簽署港務備忘錄。"
SHORT = "臺灣港灣學會代表抵臺。學會2016年與塔林理工大學簽了三年期合作備忘錄。"
THAT_SCHOOL = "成功大學校長蘇慧貞到訪。該校與東京大學簽有學術合作備忘錄。"
TOLD_BY_A_BODY = "工研院表示，市府與日本鹿兒島市簽署零碳備忘錄。"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (RECTOR, {"里斯本工業大學", "逢甲大學"}),
        (BOTH_TITLED, {"Kobe", "逢甲大學"}),
        (FAR, {"熊本大學", "成功大學"}),
        (WITHOUT_NAME, {"東京工業大學", "清華大學"}),
        (BUREAU, {"Yokohama", "高雄港務分公司"}),
        (SHORT, {"臺灣港灣學會", "塔林理工大學"}),
        (THAT_SCHOOL, {"成功大學", "東京大學"}),
        (TOLD_BY_A_BODY, {"Taichung", "Kagoshima"}),
    ],
)
def test_bearers_of_titles(resources: Resources, text: str, parties: set[str]) -> None:
    found = told(run(resources, "a.txt", f"臺中市政府新聞稿\n\n{text}\n"))
    assert [set(named) for _, _, named in found] == [parties]


def test_what_a_speaker_is_to_sign_with_the_city_told_of_last(resources: Resources) -> None:
    text = (
        "基隆市議會質詢紀錄\n\n張議員：去日本舞鶴市，有什麼成果？\n"
        "林市長：謝謝議員。舞鶴市的港口做得很好。我們已經說好明年5月在基隆簽署郵輪備忘錄。\n"
    )
    found = told(run(resources, "a.txt", text))
    assert found == {("mou", "planned", frozenset({"Keelung", "Maizuru"}))}


def test_days_in_a_series_of_partners(resources: Resources) -> None:
    text = "巴塞隆納市自1994年起與波士頓、2001年起與釜山維持姊妹市關係。\n"
    found = {frozenset({"Barcelona", "Boston"}), frozenset({"Barcelona", "Busan"})}
    assert {pair for _, _, pair in told(run(resources, "a.txt", text))} == found


def test_an_answer_that_there_is_a_paper(resources: Resources) -> None:
    text = (
        "阿威羅市長專訪\n\n問：荷蘭台夫特和阿威羅有什麼正式關係嗎？\n\n"
        "答：有一份2019年6月簽的水利備忘錄，明年6月到期，我們想續。\n"
    )
    found = told(run(resources, "a.txt", text))
    assert {(kind, pair) for kind, _, pair in found} == {("mou", frozenset({"Aveiro", "Delft"}))}


def test_a_tie_told_in_the_next_clause(resources: Resources) -> None:
    text = "清邁市長說，他們跟札幌倒是老朋友，2013年起就是姊妹市，明年想再加一份志工備忘錄。"
    pair = frozenset({"Chiang Mai", "Sapporo"})
    expected = {("sister_city", "in_force", pair), ("mou", "planned", pair)}
    assert told(run(resources, "a.txt", text + "\n")) == expected


def test_years_of_a_tie(resources: Resources) -> None:
    text = "新竹市政府年報\n\n岡山市締盟二十週年（民國九十二年結盟）活動，預定三月在岡山城舉行。\n"
    found = told(run(resources, "a.txt", text))
    assert found == {("sister_city", "in_force", frozenset({"Hsinchu", "Okayama"}))}

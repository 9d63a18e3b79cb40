"""Cells that tell place, office and name of one person, in any order and with any marks."""

from __future__ import annotations

import pytest

from pipeline.config import find_config_dir, read_settings
from pipeline.contract import City, Organization, Person, Role, Statement, Tables
from pipeline.resources import Resources
from tests.initiatives.whole import run


@pytest.fixture(scope="module")
def resources() -> Resources:
    config_dir = find_config_dir()
    return Resources(config_dir, read_settings(config_dir))


def holders(tables: Tables) -> list[tuple[str, str, str]]:
    """The name, title and city of each role, in order of the text."""
    names = {person.person_id: person.name for person in tables[Person]}
    cities = {city.city_id: city.name_en for city in tables[City]}
    found = sorted(tables[Role], key=lambda role: role.start)
    return [(names[r.person_id], r.title, cities.get(r.city_id or "", "")) for r in found]


@pytest.mark.parametrize(
    "cells",
    [
        ("智利/安托法加斯塔 副市長 Lic. Pilar Rojas Vega", "德國/波昂 市長 Katja Brandt-Weber"),
        ("智利．安托法加斯塔市，副市長，Pilar Rojas Vega", "德國．波昂，市長，Katja Brandt-Weber"),
        ("Pilar Rojas Vega 安托法加斯塔（智利） 副市長", "Katja Brandt-Weber 波昂（德國） 市長"),
        ("Pilar Rojas Vega（智利/安托法加斯塔 副市長）", "Katja Brandt-Weber（德國/波昂 市長）"),
        ("安托法加斯塔市，智利 副市長 Pilar Rojas Vega", "波昂，德國 市長 Katja Brandt-Weber"),
    ],
)
def test_place_office_and_name_stand_in_any_order(
    cells: tuple[str, str], resources: Resources
) -> None:
    text = "編號\t國家/城市 職稱 姓名\t發言摘要\n" + "".join(
        f"{i}\t{cell}\t海水淡化廠去年供水兩千萬噸，明年加倍。\n" for i, cell in enumerate(cells, 1)
    )
    tables = run(resources, "a.txt", text)
    assert holders(tables) == [
        ("Pilar Rojas Vega", "副市長", "Antofagasta"),
        ("Katja Brandt-Weber", "市長", "Bonn"),
    ]


@pytest.mark.parametrize(
    ("cell", "name", "city"),
    [
        ("日本/濱松 副市長 石橋岡山", "石橋岡山", "Hamamatsu"),
        ("束草，市長，羅東海", "羅東海", "Sokcho"),
        ("鳳凰城 市議員 溫烏來", "溫烏來", "Phoenix"),
        ("檳島 市長 拉惹古瑪", "拉惹古瑪", "Penang Island"),
    ],
)
def test_what_neither_place_nor_title_covers_is_the_name(
    cell: str, name: str, city: str, resources: Resources
) -> None:
    text = (
        "編號\t城市、職稱、姓名\t發言摘要\n"
        f"1\t{cell}\t先修最舊的三十座橋，五年完成。\n"
        "2\t臺南市 局長 王明輝\t圖書館開到晚上九點，借書增加兩成。\n"
    )
    tables = run(resources, "a.txt", text)
    assert next((who, where) for who, _, where in holders(tables)) == (name, city)


def test_a_list_of_cities_and_a_family_name_alone_name_nobody(resources: Resources) -> None:
    text = (
        "場次\t城市／代表\t結論\n"
        "1\t臺南、達沃、新山、清奈五市 代表\t同意每年輪流開會一次，費用各自負擔。\n"
        "2\t日本熊本市 副市長 Ms. 大西 Haruka\t公車提早四十五分鐘發車，補助票價。\n"
    )
    tables = run(resources, "a.txt", text)
    assert {"清奈五市", "Haruka"}.isdisjoint(person.name for person in tables[Person])


def test_lines_that_begin_with_country_city_office_and_name_are_turns(resources: Resources) -> None:
    text = (
        "會議摘要\n\n"
        "1. 日本/鳥取市 副市長 高濱真砂：沙丘遊客每年一百二十萬人，改收入場費。\n"
        "2. 泰國/孔敬 市長 Thirasak Pongpanich：輕軌由五個市鎮合資，去年開工。\n"
        "3. 巴西/庫里奇巴 規劃研究院院長 路易斯．費爾南多：快捷公車五十年了，還在改。\n"
    )
    tables = run(resources, "a.txt", text)
    names = {person.person_id: person.name for person in tables[Person]}
    said = sorted(tables[Statement], key=lambda one: one.start)
    assert [names[one.person_id or ""] for one in said] == [
        "高濱真砂",
        "Thirasak Pongpanich",
        "路易斯．費爾南多",
    ]


@pytest.mark.parametrize("gap", ["／", "　　　　　　　"])
def test_a_name_may_end_a_line_far_behind_its_office(gap: str, resources: Resources) -> None:
    lines = [
        ("1. 巴拉圭", "亞松森市", "市長", "Óscar Rodríguez"),
        ("2. 日本", "宮崎市", "副市長", "清山知德"),
        ("3. 臺灣", "新竹市", "代理市長", "邱臣遠"),
    ]
    text = "與會貴賓\n" + "".join(gap.join(line) + "\n" for line in lines)
    assert [(name, title) for name, title, _ in holders(run(resources, "a.txt", text))] == [
        ("Óscar Rodríguez", "市長"),
        ("清山知德", "副市長"),
        ("邱臣遠", "代理市長"),
    ]


@pytest.mark.parametrize("name", ["首爾特別市議會", "世宗特別自治市議會", "勝利市市議會"])
def test_a_city_of_its_own_rank_belongs_to_the_name_of_its_council(
    name: str, resources: Resources
) -> None:
    tables = run(resources, "council.txt", f"{name}議員來訪。")
    assert [body.name for body in tables[Organization]] == [name]


def test_the_agency_of_a_city_that_calls_it_its_own_is_one(resources: Resources) -> None:
    tables = run(resources, "own.txt", "環保局今天宣布。市環保局說明，將全面稽查。")
    assert [body.n_mentions for body in tables[Organization]] == [2]


@pytest.mark.parametrize("name", ["健保署南區業務組", "海巡署南部分署"])
def test_the_part_of_an_agency_of_the_state_is_of_no_city(name: str, resources: Resources) -> None:
    tables = run(resources, "part.txt", f"高雄市政府今天宣布合作。{name}說明，將配合辦理。")
    city, part = (
        next(b for b in tables[Organization] if b.name == n) for n in ("高雄市政府", name)
    )
    assert city.city_id is not None
    assert (part.city_id, part.country_code) == (None, "TW")


def test_residents_in_a_column_of_people_are_no_name(resources: Resources) -> None:
    rows = ("在地居民", "社區住戶", "與會來賓甲", "王大明")
    text = "\n".join(["| 姓名 | 內容 |", "|---|---|", *(f"| {row} | 支持。 |" for row in rows)])
    assert [one.name for one in run(resources, "a.md", text)[Person]] == ["王大明"]


def test_words_behind_a_title_in_a_column_of_people_are_no_name(resources: Resources) -> None:
    rows = ("庫塔伊西 | 市長班機延誤", "高雄市 | 副市長臨時請假", "臺北市 | 市長王大明")
    text = "\n".join(["| 城市 | 發言者 |", "|---|---|", *(f"| {row} |" for row in rows)])
    assert [name for name, _, _ in holders(run(resources, "a.txt", text))] == ["王大明"]


def test_the_latin_name_beside_each_tells_cities_of_one_name_apart(resources: Resources) -> None:
    rows = (
        "科隆 Colon\t港口\n科隆 Cologne\t教堂\n聖地牙哥 San Diego\t海灘\n聖地牙哥 Santiago\t首都\n"
    )
    tables = run(resources, "namesakes.tsv", f"城市\t說明\n{rows}")
    assert {city.name_en for city in tables[City]} == {"Colón", "Cologne", "San Diego", "Santiago"}


def test_a_latin_name_in_brackets_behind_an_office_is_its_holders(resources: Resources) -> None:
    said = "本市與布爾諾的馬爾科娃市長（Vendula Marková）簽約。馬爾科娃市長說，很高興。"
    assert holders(run(resources, "a.txt", said)) == [("Vendula Marková", "市長", "Brno")]


@pytest.mark.parametrize(
    "text",
    [
        "哈倫緊鄰阿姆斯特丹，通勤的人很多。副市長Jan de Vries說，公車班次不夠。",
        "哈倫夾在萊頓與阿姆斯特丹中間。副市長Jan de Vries說，公車班次不夠。",
    ],
)
def test_a_city_that_tells_where_another_lies_has_not_its_deputy(
    text: str, resources: Resources
) -> None:
    assert holders(run(resources, "a.txt", text)) == [("Jan de Vries", "副市長", "Haarlem")]

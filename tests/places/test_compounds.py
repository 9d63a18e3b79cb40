"""One character stands for a country in compounds, and for nothing in other words."""

from __future__ import annotations

import pytest

from pipeline.places.lexicon import PlacesLexicon

from .test_find_places import found
from .test_link_places import linked, prose


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("日、韓、星、馬等亞洲國家", ["日", "韓", "星", "馬"]),
        ("邀請日、韓城市與英、美企業", ["日", "韓", "英", "美"]),
        ("紐澳與加拿大，俄烏戰爭持續", ["紐", "澳", "加拿大", "俄", "烏"]),
        # Who comes from a country is its name in one word.
        ("德商西門子與日商日立，韓方表示", ["德商", "日商", "韓方"]),
        ("瑞典隊自付機票，瑞方另出兩人；比方說", ["瑞典", "瑞方"]),
        ("秘魯的秘方、土耳其的土方工程、西班牙走西方", ["秘魯", "土耳其", "西班牙"]),
        ("葡、盧兩國與法、德代表", ["葡", "盧", "法", "德"]),
        ("友臺人士與校友台上合影", ["臺"]),
        ("索羅門、史瓦濟蘭、衣索匹亞", ["索羅門", "史瓦濟蘭", "衣索匹亞"]),
        ("馬拉威來訪，馬國感謝", ["馬拉威", "馬國"]),
        ("赴大陸參訪，大陸城市", ["大陸", "大陸"]),
        ("昨離泰返港，在意的是距離日本很近", ["泰", "日本"]),
        ("美國庫柏蒂諾市與國庫署", ["美國"]),
        ("Tallinn, Estonia 與 Oulu, Finland", ["Estonia", "Finland"]),
    ],
)
def test_short_forms(text: str, countries: list[str], lexicon: PlacesLexicon) -> None:
    assert sorted(found(text, "COUNTRY", lexicon)) == sorted(countries)


@pytest.mark.parametrize(
    "text",
    [
        "其中方案，平台方便，日商討，法商學院，近日商議",
        "完美、日常，中美洲，樞紐，會議中方圓",
        "新大陸、歐洲大陸、多國團隊、愛國東路",
        "University of Georgia 的 Michael Jordan",
    ],
)
def test_no_short_form(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "COUNTRY", lexicon) == []


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("孟加拉首都達卡的局長", ["達卡"]),
        ("以我居住的雪梨為例", ["雪梨"]),
        ("德國不來梅港的研究所", ["不來梅港"]),
        ("越南平陽省新成市", ["新成市"]),
        ("香港特區政府", ["香港"]),
        ("大連與北九州結好四十年", ["大連", "北九州"]),
        ("清邁跟新山去年簽了備忘錄", ["清邁", "新山"]),
        ("會後臺南、尼斯、馬賽發表", ["臺南"]),
        ("臺南、尼斯、塞維亞一同發表", ["臺南", "尼斯", "塞維亞"]),
        ("日本高千穗町的代表", ["高千穗町"]),
        ("桃園機場、臺北車站、臺北小巨蛋", []),
        # a verb of place before a name that is a word or a person's, too
        ("去年在南特看過這套系統", ["南特"]),
        ("市府團隊赴牛津考察", ["牛津"]),
        ("本市要向尼斯學習，以南特為例", ["尼斯", "南特"]),
        ("他剛從海防回來", ["海防"]),
        ("在長堤設置座椅，向林肯學習", []),
        # its Latin name behind it
        ("南特（Nantes）的公車免費", ["南特", "Nantes"]),
        ("厄文市（City of Irving）夾在中間", ["厄文市"]),
        ("平臺名稱為牛津（Nantes）", []),
        ("訪問南特（Nantes）、牛津（Oxford）", ["南特", "Nantes", "牛津", "Oxford"]),
        ("以南特（Nantes）為例", ["南特", "Nantes"]),
        # which a person bears, too
        ("獲獎學生有夏洛特（Charlotte）、奧斯汀（Austin）與麥迪遜（Madison）", []),
        ("喬治（George）校長與保羅（Paul）教練", []),
        ("湯普森（Thompson）表示，維多利亞（Victoria）說", []),
    ],
)
def test_slots_of_cities(text: str, cities: list[str], lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == cities


def test_title_of_a_county_names_the_county(lexicon: PlacesLexicon) -> None:
    assert linked(prose("新竹縣長致詞"), lexicon)["新竹"].name_en == "Hsinchu County"
    assert linked(prose("新竹市長致詞"), lexicon)["新竹"].name_en == "Hsinchu"


@pytest.mark.parametrize("text", ["李新北教授", "與陳彰化處長"])
def test_city_in_a_name_before_a_title(text: str, lexicon: PlacesLexicon) -> None:
    assert found(text, "CITY", lexicon) == []

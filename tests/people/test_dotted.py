"""Foreign names with a dot that stand free: they begin and end where their words do."""

from __future__ import annotations

import pytest

from tests.growth import is_linear
from tests.people.test_bare import Tagging

NAMED = {
    "a verb of two signs behind": ("據了解，古斯塔夫·克林姆創作了主題曲。", ["古斯塔夫·克林姆"]),
    "a word of no sounds behind": ("當天阿里·哈恩促成此案。", ["阿里·哈恩"]),
    "a day before": ("當天葉甫根尼·普魯申科一行人抵達。", ["葉甫根尼·普魯申科"]),
    "a person before": ("他早期的弟子約翰·史坦貝克後來從政。", ["約翰·史坦貝克"]),
    "a year before": ("1893年亨利·莫瓦桑在研究隕石。", ["亨利·莫瓦桑"]),
    "behind a word that ends in a family name": ("主教練阿里·哈恩的助手到場。", ["阿里·哈恩"]),
    "behind an office, before a verb": ("市長莎拉·林德創立了基金。", ["莎拉·林德"]),
    "a first part of one sign": ("法國名帥讓·蒂迦納也到場。", ["讓·蒂迦納"]),
    "a first part that is a country": ("眾人聲援薩爾瓦多·阿連德。", ["薩爾瓦多·阿連德"]),
    "a king": ("當時約翰·卡洛斯一世尚未即位。", ["約翰·卡洛斯一世"]),
    "what lets others do": ("記者會上莎拉·林德讓市民試乘。", ["莎拉·林德"]),
    "three parts": ("原名列夫·達維多維奇·布隆施泰因。", ["列夫·達維多維奇·布隆施泰因"]),
    "a sign that is a word": ("市長巴勃羅·埃切維里亞說明。", ["巴勃羅·埃切維里亞"]),
    "a rare sign before a mark": ("會後瑞欽·巴思缽（中）合影。", ["瑞欽·巴思缽"]),
}


@pytest.fixture(scope="module")
def tagging() -> Tagging:
    """The recognizers with their words."""
    return Tagging()


@pytest.mark.parametrize(("text", "names"), NAMED.values(), ids=NAMED)
def test_dotted_names_end_where_their_words_do(
    tagging: Tagging, text: str, names: list[str]
) -> None:
    """Words beside a dotted name are no part of it, whether the lexicons know them or not."""
    assert [name for name, _ in tagging.people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "信義·大安兩區先辦。",
        "綠色·低碳·共享的城市。",
        "高雄·台南雙城論壇登場。",
        "生活·讀書·新知書店。",
        "他在喬治·華盛頓高中讀書。",
    ],
)
def test_what_is_not_written_by_sound_is_no_person(tagging: Tagging, text: str) -> None:
    """A dot also stands in slogans and between places; what is named for somebody is a thing."""
    assert tagging.people(text) == []


def test_many_dots_are_read_in_linear_time(tagging: Tagging) -> None:
    """A run of dotted parts does not cost more than its length."""
    assert is_linear(lambda size: tagging.people("阿里·" * size), 2_000)

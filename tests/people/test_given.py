"""Latin names that stand in prose with no office beside: a known given name begins them."""

from __future__ import annotations

import csv

import pytest

from pipeline.config import find_config_dir
from tests.people.test_bare import Tagging


@pytest.fixture(scope="module")
def tagging() -> Tagging:
    return Tagging()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("今年的得主是Freja Nielsen，獎金五萬元。", "Freja Nielsen"),
        ("設計這套系統的Hiroshi Nakamura原本是教師。", "Hiroshi Nakamura"),
        ("會場另一頭，Oleksandr Kovalenko正忙著調整感測器。", "Oleksandr Kovalenko"),
        ("奈洛比的Wanjiku wa Mbugua是一家公司的創辦人。", "Wanjiku wa Mbugua"),
        ("評審團成員包括Min-ji Park、陳美玲等五人。", "Min-ji Park"),
        ("Tomas Herrera2016年搬到海牙。", "Tomas Herrera"),
        ("João Pedro Almeida的團隊來自波多。", "João Pedro Almeida"),
        ("講者：飛文杰（Rui Figueiredo），澳門城市大學副教授", "飛文杰"),
    ],
)
def test_a_name_that_begins_with_a_given_name_is_found(
    tagging: Tagging, text: str, name: str
) -> None:
    assert name in [found for found, _ in tagging.people(text)]


@pytest.mark.parametrize(
    "text",
    [
        "市府推動Ada Lovelace計畫，預算五萬元。",
        "代表團參觀Max Planck研究所。",
        "今年引進Emma Chatbot，每天服務三千人。",
        "「Lisa Simpson」是這套系統的暱稱。",
        "會場設在Rosa Parks廣場。",
        "隊伍沿著Karl Marx Allee前進。",
        "市集名為Chợ Hanna Lee，每週開放。",
    ],
)
def test_what_is_named_after_somebody_is_nobody(tagging: Tagging, text: str) -> None:
    assert tagging.people(text) == []


def test_each_given_name_is_listed_once() -> None:
    path = find_config_dir() / "latin_given_names.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = [name for row in csv.DictReader(file) for name in row["names"].split()]
    assert len(names) == len(set(names))

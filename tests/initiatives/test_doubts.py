"""Quotations in doubt: the judge tells names of initiatives from sayings and ordinary words."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.config import find_config_dir
from pipeline.recognizers.initiatives.doubts import build_doubts
from tests.initiatives.documents import names

NAMES = [
    ("基隆市長說，清明連假後上線的「阿嬤按鈴」已有三千戶裝設。", "阿嬤按鈴"),
    ("局長表示，第二項叫「菜籃車巡迴」，每週開進六個部落。", "菜籃車巡迴"),
    ("該市因此推「老屋體溫計」，屋主免費檢測熱損失。", "老屋體溫計"),
    ("青年交流將從「海線青年學堂」做起，明年先送20名學生。", "海線青年學堂"),
    ("市府今年把「燈亮就到」擴大到十二條公車路線。", "燈亮就到"),
    ("议员追问，“雨停地图”去年花了多少钱？", "雨停地图"),
]
WORDS = [
    "他笑說，里民最常問的是「垃圾車幾點來」。",
    "她認為，城市不該只求「快」，而要讓人願意停下來。",
    "會後他以「水到渠成」形容兩市的往來。",
    "這句「先求不傷身體」引來全場笑聲。",
    "部分議員批評這是「為了得獎而做」。",
    "局長強調推動「永續」，讓城市更宜居。",
    "他說這就是所謂的「內捲」，年輕人都累了。",
    "當地人稱那條街是「鐵匠街」。",
    # Two signs may be cut from any words: no list tells them from names.
    *("推動「雙語」教育", "推出「好禮」", "提出「三心」主張"),
    *("推動「北車」改造", "推出「禮讚」專輯"),
    *("市府今年起推行「禁塑」，店家服務照常。", "交通局試辦「右直」，四月起上路。"),
    # Inches are no quotations.
    '市府採購55"螢幕20台、27"螢幕300台。',
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_may_be_made_of_any_words(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", WORDS)
def test_what_people_say_is_no_name(text: str) -> None:
    assert names(text) == []


def test_weights_are_those_of_known_kinds_of_features() -> None:
    path = find_config_dir() / "quote_model.csv"
    with path.open(encoding="utf-8", newline="") as file:
        weights = build_doubts(csv.DictReader(file)).weights
    kinds = {feature.split(" ")[0] for feature in weights}
    assert {"ends", "before", "behind", "weight", ""} <= kinds
    assert kinds <= {
        *("", "long", "script", "spoken", "sign", "series", "often", "bare", "head", "whole"),
        *("inside", "around", "beside", "weight", "has", "ends", "begins", "before", "behind"),
    }
    assert Path(path).stat().st_size < 100_000

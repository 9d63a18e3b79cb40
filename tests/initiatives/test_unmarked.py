"""Names without quotation marks: a trained model finds where they begin and end."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.language.words import Words
from pipeline.recognizers.initiatives.finder import find_initiatives
from tests.initiatives.documents import initiative_lexicon, page_of


@cache
def _words() -> Words:
    return Words(["臺北", "高雄", "釜山"])


def _names(text: str) -> list[str]:
    page = page_of(text)
    page.words = _words().cut(text)
    found = find_initiatives(page, initiative_lexicon())
    return [text[claim.start : claim.end] for claim in found if claim.value.is_named]


NAMES = [
    ("市長林文彥以港邊夜讀為例，說明如何讓碼頭重生。", "港邊夜讀"),
    ("臺北市試辦部落快遞站，每週配送兩次。", "部落快遞站"),
    ("透過巷弄照護網，醫師每週到府看診。", "巷弄照護網"),
    ("她說，一卡遊竹塹上線半年賣出十二萬張。", "一卡遊竹塹"),
    ("衛生局推行藥袋說話，視障者掃碼就能聽用藥說明。", "藥袋說話"),
    ("他介紹零錢公車，每趟只收五元。", "零錢公車"),
    ("环保局的海废侦查队每月出动三次。", "海废侦查队"),
    ("苏州市推出古城听诊器，监测三百栋老建筑。", "古城听诊器"),
    ("科技局說，風城數位孿生平台經議會審議後再議。", "風城數位孿生平台"),
    ("青島市依託海陸通平台打通各部門的資料。", "海陸通平台"),
    ("市府將把Aire Claro擴大到五十二區。", "Aire Claro"),
]
ORDINARY = [
    "市府將持續推動各項計畫。",
    "建置系統的經費由中央補助。",
    "智慧交通系統的發展需要時間。",
    "兩市同意就停車管理系統交換意見。",
    "會議在市政大樓三樓舉行，議員要求說明。",
    "老人家不會用手機怎麼辦？志工協助登記。",
    "港口吞吐量創新高，公車全面換成電動。",
    "市府依都市計畫委託廠商維護系統，居民反映系統當機。",
    "衛生局開辦遠距門診，業者推出優惠方案。",
    "兩市已建立良好的溝通平台。",
    "民眾可透過手機App或網站查詢。",
    "與會者討論氣候變遷調適計畫的撰寫方式。",
    "警方調閱監視器系統。",
    "觀光局推出住宿優惠方案。",
    "市府補助學生參加語言交換計畫。",
    "衛生局推動社區健康促進計畫與服務，成效良好。",
    "本府業於十月完成系統建置，捷運路網將延伸。",
]
# Who quotes the names of programmes leaves few without marks.
QUOTING = "臺北市推出「好厝通」，高雄市推出「海風券」，釜山市啟用「巷口郵差」平台。"


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_may_stand_without_marks(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert _names(text) == []


def test_two_names_that_are_joined_are_two() -> None:
    assert _names("杭州市上線便捷泊車系統和親清在線平台。") == ["便捷泊車系統", "親清在線平台"]


def test_who_quotes_names_leaves_few_without_marks() -> None:
    assert _names(NAMES[2][0] + QUOTING) == ["好厝通", "海風券", "巷口郵差"]


def test_words_that_are_not_cut_are_not_asked_about() -> None:
    assert find_initiatives(page_of(NAMES[0][0]), initiative_lexicon()) == []

"""Bodies whose words, place or custom of abbreviating tell where their names begin."""

from __future__ import annotations

import pytest

from pipeline.language.words import Words
from pipeline.recognizers.page import Page
from tests.people.documents import Reader

CITIES = ["桃園市", "臺南市", "橫濱市", "東京", "武漢市", "布里斯本", "竹北市"]
COUNTRIES = ["日本", "蒙古國", "台灣"]

FOUND = {
    # Two characters of its name call an office of a city.
    "桃園市養工處派員會勘": ["桃園市養工處"],
    "臺南市漁發處表示": ["臺南市漁發處"],
    "竹北市到處都是工地": [],
    # What ends other names is inside a word of these.
    "委託自閉症家庭成長協會辦理": ["自閉症家庭成長協會"],
    "由平等教育協會承辦": ["平等教育協會"],
    "國內科技協會林立": [],
    # The cause of a body, and the unit's number.
    "台灣電動巴士產業推動聯盟成立": ["台灣電動巴士產業推動聯盟"],
    "第二消防大隊趕到": ["第二消防大隊"],
    "中壢第三分局受理": ["中壢第三分局"],
    # An entry of a list is an office whatever it is named after.
    "與會單位：橫濱市花園番番對策局、學校": ["橫濱市花園番番對策局"],
    "高雄的產業佈局、人才政策": [],
    # What a firm or a government has elsewhere.
    "拜會研華日本代表處": ["研華日本代表處"],
    "臺南市政府駐東京辦公室設於銀座": ["臺南市政府駐東京辦公室", "臺南市政府"],
    "蒙古國立大學的教授": ["蒙古國立大學"],
    "皇家布里斯本大學的教授": ["皇家布里斯本大學"],
    "武漢市人大常委會通過條例": ["武漢市人大常委會"],
    "社會發展基金會今天公布": ["社會發展基金會"],
    "民進黨團與國民黨桃園市黨部": ["民進黨團", "國民黨桃園市黨部"],
    # Somebody thanks, and something goes on.
    "感謝市衛生局支援": ["衛生局"],
    "規劃中市議會大樓": [],
    "他在審查委員會議中發言": [],
}


@pytest.mark.parametrize(("text", "names"), FOUND.items())
def test_where_a_body_begins(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", CITIES, COUNTRIES)
    assert sorted(n for n in found if n not in ("市議會", "協會")) == sorted(names)


FIRMS = {
    "近三年沛昕光電投資十億": ["沛昕光電"],
    "記者向立原光電查證": ["立原光電"],
    "與禾暘興業簽約": ["禾暘興業"],
    "委託群曜資訊、學校辦理": ["群曜資訊"],
    # Words that the dictionary has are none of a name.
    "由跨境數據簽發": [],
    "供上傳資訊使用": [],
}


@pytest.mark.parametrize(("text", "names"), FIRMS.items())
def test_two_characters_and_a_trade_are_a_firm(read: Reader, text: str, names: list[str]) -> None:
    page = Page.of(text)
    page.words = Words().cut(text)
    kept = [verdict.claim for verdict in read.judge(page) if verdict.status == "kept"]
    found = [text[c.start : c.end] for c in kept if c.label == "ORGANIZATION" and c.form == "name"]
    assert found == names


LATIN = {
    "由Politecnico di Torino主辦": ["Politecnico di Torino"],
    "TU Wien與Transport for Wales合作": ["TU Wien", "Transport for Wales"],
    "得標廠商為Lumitek S.r.l.，明年完工": ["Lumitek S.r.l."],
    "獲Universidad de los Lagos採用": ["Universidad de los Lagos"],
}


@pytest.mark.parametrize(("text", "names"), LATIN.items())
def test_latin_names_of_other_languages(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION", [], []) == names

"""Bodies whose words, place or custom of abbreviating tell where their names begin."""

from __future__ import annotations

import pytest

from pipeline.language.words import Words
from pipeline.recognizers.page import Page
from tests.people.documents import Reader

CITIES = ["桃園市", "臺南市", "橫濱市", "東京", "武漢市", "布里斯本", "竹北市", "桃園", "臺南"]
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
    # Letters that tell what an office is for are a part of its name.
    "東京都市局 DX 戰略課長說明": ["東京都市局", "DX 戰略課"],
    "桃園市政府AIoT推動小組召集人說明": ["桃園市政府AIoT推動小組", "桃園市政府"],
    "由 5G 辦公室主任說明，APP小組未到": ["5G 辦公室"],
    # The region of an office, the county of a town, the part of a city.
    "日本國土交通省四國地方整備局分享": ["日本國土交通省四國地方整備局"],
    "由武漢市漢陽區廳轉達": ["武漢市漢陽區廳"],
    "與東京東區市政府簽約": ["東京東區市政府"],
    "蘇格蘭政府補助": ["蘇格蘭政府"],
    "國家綠能實驗室完成測試": ["國家綠能實驗室"],
    "台電新營區營業處搶修": ["台電新營區營業處"],
    "社團法人中華奧會說明": ["社團法人中華奧會"],
    # An office of the own city behind what ends no name of a place.
    "經費45萬元由市教育局列支": ["市教育局"],
    "把项目交区民政局办理，并报省财政厅": ["区民政局", "省财政厅"],
    "环保局和市教育局都派人，区城管局支援": ["环保局", "市教育局", "区城管局"],
    "会上，市民政局与市道路局发言": ["市民政局", "市道路局"],
    "該區教育局說，區域大樓未定": ["教育局"],
    "民進武漢市委與桃園市友協": ["民進武漢市委", "桃園市友協"],
    "前駐越南代表石瑞琦與駐東京辦事處處長": ["駐東京辦事處"],
    "由中區社理會接待": ["中區社理會"],
    "請國際事務科協助，由桃園室友協助": ["國際事務科"],
    # A practice is called after two people, no two cities are.
    "蘭格與索倫辦公室策展": ["蘭格與索倫辦公室"],
    "東京和武漢辦公室各十人": ["武漢辦公室"],
    # A part of the world is a place, an association of those who live abroad has theirs.
    "由拉美城市創新中心主辦": ["拉美城市創新中心"],
    "東京台商聯誼會與武漢台商協會": ["東京台商聯誼會", "武漢台商協會"],
    "主持人海洋大學航運管理學系教授": ["海洋大學"],
    "同濟大學建築學院的院長": ["同濟大學建築學院"],
    "東京未來都市推進課的課長": ["東京未來都市推進課"],
    # A city of one sign, the island before a court, a branch behind its firm.
    "由呉市上下水道局說明": ["呉市上下水道局"],
    "移送臺灣桃園地方法院審理": ["臺灣桃園地方法院"],
    "日本觀光公社臺南支社派員": ["日本觀光公社臺南支社"],
    "海洋城市夥伴網絡成立": ["海洋城市夥伴網絡"],
    # Stops and sorts are no bodies.
    "臺大醫院站二號出口": [],
    "有些公司與技術學院": [],
    "公務人員協會議題": [],
    "他想學會游泳": [],
    "醫療院所申報": [],
    "亞洲大學生運動會": [],
    # Classes, towns and tools are no bodies, nor students of a firm; words go on behind a head.
    "東京在職專班與武漢假日專班招生，臺北市專班車": [],
    "臺南市防災應變專班開會": ["臺南市防災應變專班"],
    "東京市政衛視訊會議，美麗島自治會館": [],
    "武漢市僑聯手打造，東京工商聯展": [],
    "鳳凰衛視報導": ["鳳凰衛視"],
    "武漢市僑聯出席": ["武漢市僑聯"],
    "台灣大學生參與志工，使用App管理公司資產": [],
    "休士頓太空中心與甘迺迪太空中心": [],
    "國家太空中心與Acme管理公司": ["國家太空中心", "Acme管理公司"],
    "請市心理衛生中心協助，省心的服務": ["市心理衛生中心"],
    # Somebody thanks, and something goes on.
    "感謝市衛生局支援": ["市衛生局"],
    "由市信息中心與该市资料中心交換": ["市信息中心"],
    "民間團體河川守護聯盟與環團荒野之聲協會抗議": ["河川守護聯盟", "荒野之聲協會"],
    "其中歐亞復興銀行出資三成，其中台灣海洋學會占一席": ["歐亞復興銀行", "台灣海洋學會"],
    "規劃中市議會大樓": [],
    "他在審查委員會議中發言": [],
}


@pytest.mark.parametrize(("text", "names"), FOUND.items())
def test_where_a_body_begins(read: Reader, text: str, names: list[str]) -> None:
    found = read.kept(text, "ORGANIZATION", CITIES, COUNTRIES)
    assert sorted(n for n in found if n not in ("市議會", "協會")) == sorted(names)


def _bodies(read: Reader, text: str) -> list[str]:
    """Return the names of bodies in a text whose words are cut."""
    page = Page.of(text)
    page.words = Words().cut(text)
    kept = [verdict.claim for verdict in read.judge(page) if verdict.status == "kept"]
    return [text[c.start : c.end] for c in kept if c.label == "ORGANIZATION" and c.form == "name"]


FIRMS = {
    "近三年沛昕光電投資十億": ["沛昕光電"],
    "記者向立原光電查證": ["立原光電"],
    "與禾暘興業簽約": ["禾暘興業"],
    "委託群曜資訊、學校辦理": ["群曜資訊"],
    # A word may stand between the name and the trade.
    "與昕霖智慧科技、正霖精密簽約": ["昕霖智慧科技", "正霖精密"],
    "韓商三星競標，日商沛昕光電負責": ["三星", "沛昕光電"],
    # The firm that was told in full is no other one.
    "與沛昕綠能股份有限公司合資，沛昕綠能占三成": ["沛昕綠能股份有限公司"],
    # Words that the dictionary has are none of a name.
    "由跨境數據簽發": [],
    "供上傳資訊使用": [],
}


@pytest.mark.parametrize(("text", "names"), FIRMS.items())
def test_two_characters_and_a_trade_are_a_firm(read: Reader, text: str, names: list[str]) -> None:
    assert _bodies(read, text) == names


LATIN = {
    "由Politecnico di Torino主辦": ["Politecnico di Torino"],
    "TU Wien與Transport for Wales合作": ["TU Wien", "Transport for Wales"],
    "得標廠商為Lumitek S.r.l.，明年完工": ["Lumitek S.r.l."],
    "獲Universidad de los Lagos採用": ["Universidad de los Lagos"],
    "Erasmus University Rotterdam與Port of Antwerp": [
        "Erasmus University Rotterdam",
        "Port of Antwerp",
    ],
    "由Hitachi Energy施工": ["Hitachi Energy"],
}


@pytest.mark.parametrize(("text", "names"), LATIN.items())
def test_latin_names_of_other_languages(read: Reader, text: str, names: list[str]) -> None:
    assert read.kept(text, "ORGANIZATION", [], []) == names


BEGUN = {
    # A verb that tells where to is no part of the name.
    "團隊潛入天衣集團": ["天衣集團"],
    "他把作品搬進衡江大學": ["衡江大學"],
    "高雄進出口公會": ["高雄進出口公會"],
    "臺灣產業推進協會": ["臺灣產業推進協會"],
    # States without their rank name their universities.
    "密歇根大學、新南威爾士大學、艾奧瓦大學與會": ["密歇根大學", "新南威爾士大學", "艾奧瓦大學"],
    "由聯邦最高法院裁定": ["聯邦最高法院"],
    "國泰人壽保險股份有限公司、三星生命保險": ["國泰人壽保險股份有限公司", "三星生命保險"],
    "在東京證券交易所上市": ["東京證券交易所"],
    "參觀這家證券交易所": [],
}


@pytest.mark.parametrize(("text", "names"), BEGUN.items())
def test_where_a_name_begins_and_ends(read: Reader, text: str, names: list[str]) -> None:
    assert _bodies(read, text) == names

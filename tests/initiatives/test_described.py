"""Measures told without a name: readable verbs with their objects."""

from __future__ import annotations

import pytest

from pipeline.recognizers.initiatives.finder import find_initiatives
from pipeline.recognizers.page import Page, Piece
from tests.initiatives.documents import initiative_lexicon, measures

TOLD = {
    "於重要路口實施智慧號誌，降低車禍。": ["實施智慧號誌"],
    "城市亦建置資料中心，保存水情。": ["建置資料中心"],
    "臺北市也興建兩座滯洪池。": ["興建兩座滯洪池"],
    "並成立社區巡守車隊，由志工輪值。": ["成立社區巡守車隊"],
    "政府率先建立一個數位平臺協助企業轉型。": ["建立一個數位平臺協助企業轉型"],
    "苏州市将部署三千个传感器。": ["部署三千个传感器"],
    "市府推出越南語版本的報稅網站。": ["推出越南語版本的報稅網站"],
    "市府導入電子簽章取代書面公文。": ["導入電子簽章取代書面公文"],
    "市府設置無須押金的租借站。": ["設置無須押金的租借站"],
    "市府設置學校便當食材追溯機制。": ["設置學校便當食材追溯機制"],
    "市府建置校園提問箱。": ["建置校園提問箱"],
    "市府建置防止航班延誤與延後發車的系統。": ["建置防止航班延誤與延後發車的系統"],
    "市府設置會自動調光的路燈。": ["設置會自動調光的路燈"],
    "規劃處建置校園提問箱。": ["建置校園提問箱"],
    "市府規劃處理廚餘三百噸。": ["規劃處理廚餘三百噸"],
}

UNTOLD = [
    "這座城市有三百年歷史。",
    "臺北市推出「銀髮好鄰居」。",
    "是否興建第二座機場？",
    "為了打造綠色經濟，需要合作。",
    "市長表示基礎建設很重要。",
    "臺北市與里昂簽署備忘錄。",
    "請以業務交流回應，勿承諾時程。",
    "論壇於市政大樓舉辦。",
    "未能興建輕軌。",
    "「海風通」已推出八個月。",
    "中央補助60%。",
    "建置費約150萬歐元。",
    "25%學生使用學生證付款。",
    "並舉辦開幕典禮。",
    "執行長說明現況。",
    "投資人民幣三十億五千萬元。",
    "首办成功率超过90%。",
    "每案上限美金50萬元。",
    "執行總監葉書宇說明現況。",
    "創辦人兼執行長林以安致意。",
    "補助比率與上限另訂。",
    "採購設備時往往忘了保養費。",
    "改裝車經過學校就會被拍下。",
    "設計圖書館三年累計吸引60萬人次。",
    "且不得逾計畫總經費百分之四十九。",
    "現階段不宜推動地鐵。",
    "推動港灣合作已有多年。",
    "偵測到漏水異常即派員。",
    "追蹤9案。",
    "開放現場提問。",
    "取消辦理市集。",
    "推動輕軌計畫延後。",
    "試辦才幾個月。",
    "沒有達到，籌備處要檢討。",
    "推動小組將檢討進度。",
    "設計美術館五年累計40萬人次。",
]


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_verb_and_object(text: str, expected: list[str]) -> None:
    assert measures(text) == expected


@pytest.mark.parametrize("text", UNTOLD)
def test_no_measure(text: str) -> None:
    assert measures(text) == []


def test_a_list_that_is_too_long_is_cut_behind_its_first_item() -> None:
    text = "臺北市將建置河川水位感測器、路口淹水警示燈、山區土石流偵測站、海岸浪高浮標站等。"
    assert measures(text) == ["建置河川水位感測器"]


def items(*texts: str) -> list[str]:
    """The claims of the items of one list."""
    text = "\n".join(texts)
    pieces = []
    start = 0
    for number, item in enumerate(texts):
        pieces.append(Piece(start, start + len(item), "list_item", "content", 1, 1, number))
        start += len(item) + 1
    page = Page.of(text)
    page.pieces = pieces
    return [text[c.start : c.end] for c in find_initiatives(page, initiative_lexicon())]


def test_every_item_that_tells_an_act_gives_one() -> None:
    assert items(
        "1. 所有櫃檯都改在 ZOOM 上面進行，民眾更方便。",
        "2. 在車廂把手上塗一層銅，可以殺菌。",
        "3. 5G：夜間測試無人公車。",
        "4. 與私部門合作推廣零接觸服務。",
        "5. 「愛通行」結合公車票。",
    ) == [
        "所有櫃檯都改在 ZOOM 上面進行",
        "在車廂把手上塗一層銅",
        "夜間測試無人公車",
        "推廣零接觸服務",
        "愛通行",
    ]


def test_an_item_that_tells_no_act_gives_none() -> None:
    assert items("1. 城市的願景是永續與包容。") == []


def test_cells_of_names_and_places_are_not_read() -> None:
    text = "建置中心主任"
    page = Page(text, text, [Piece(0, len(text), "cell", "title", 1, 1)])
    assert find_initiatives(page, initiative_lexicon()) == []


def test_items_that_report_a_figure_or_a_date_give_none() -> None:
    assert items("1. 平均派遣時間縮短一半。", "2. 每場次限額 120 名。", "3. 感謝里昂協助。") == []


def test_credits_prices_and_bare_dates_tell_no_act() -> None:
    assert (
        items("1. 圖／市政府提供。", "2. 每人38令吉。", "3. 9月中旬公布。", "4. 原訂8名僅2名完成。")
        == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. 換裝計畫尚在招標。",
        "1. 監測網已涵蓋四十個里。",
        "1. 大學生參與的有二十四位參加。",
        "1. 七城代表共同按下啟動鈕。",
        "1. 資料／環保局提供。",
        "1. 每戶新臺幣3,000元。",
    ],
)
def test_a_list_item_of_a_state_or_a_figure_tells_no_act(text: str) -> None:
    assert measures(text) == []

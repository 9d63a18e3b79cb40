"""Titles of office: which are read, how far they reach, what they mean."""

from __future__ import annotations

import pytest

from pipeline.recognizers.page import Claim
from pipeline.recognizers.titles.aligned import align_titles
from pipeline.recognizers.titles.finder import read_title
from tests.people.documents import Reader

FOUND = {
    "臺北市副市長黃珊珊": ["副市長"],
    "代理市長陳景峻與第一副市長吳明機": ["代理市長", "第一副市長"],
    "前市長郝龍斌與候任市長張善政": ["前市長", "候任市長"],
    "執行長兼秘書長王小明": ["執行長", "秘書長"],
    "資訊局局長呂新科": ["局長"],
    "青年局長梅若蘭": ["青年局長"],
    "哥德堡市首席信息官埃米尔·约翰松": ["首席信息官"],
    "亞特蘭大市資訊總監Tye Hayes": ["資訊總監"],
    "荷蘭在臺辦事處副代表Rene Beerepoot": ["副代表"],
    "研考會主任委員林嘉義": ["主任委員"],
    "古采蘋議員發言": ["議員"],
    "請詹宗翰局長會後答覆": ["局長"],
    "市長提到目標": ["市長"],
    "城市長期缺水，首都市長王小明說": ["市長"],
    "第四作戰區副指揮官林志遠": ["副指揮官"],
    "釜山市國際關係大使鄭海成": ["國際關係大使"],
    "高雄市政府消保官何美珍": ["消保官"],
    "感謝市長閣下瑪麗安·羅希": ["市長閣下"],
    "吳佩真（晨光書店店長）": ["店長"],
    "行政院秘書長張文琪主持": ["秘書長"],
    "李大同（臺北市永續長）與王大明（臺北市氣候長）": ["永續長", "氣候長"],
    "李大同（臺北市成長）、王大明（臺北市專長）、林小華（臺北市動員）": [],
    "社區樂團聯盟長期合作，老師長年投入": [],
}


@pytest.mark.parametrize(("text", "titles"), FOUND.items())
def test_titles_are_found_with_their_modifiers(read: Reader, text: str, titles: list[str]) -> None:
    assert read.kept(text, "TITLE", ["臺北市", "首都"]) == titles


@pytest.mark.parametrize(
    "text",
    [
        "市長室涉外團隊",
        "首長高峰會",
        "亞洲市長講壇",
        "市長盃球賽",
        "記者會上",
        "代表團抵達",
        "這代表進步",
        "委員會通過",
        "城市長期規劃",
        "現代表演",
        "主任級人員",
        "有記者問是否結盟",
    ],
)
def test_longer_words_hold_no_title(read: Reader, text: str) -> None:
    assert read.kept(text, "TITLE") == []


def test_a_post_abroad_is_one_title(read: Reader) -> None:
    assert read.kept("駐美代表王小明", "TITLE", countries=["美"]) == ["駐美代表"]


@pytest.mark.parametrize(
    ("text", "english", "status"),
    [
        ("市長", "Mayor", "current"),
        ("副市長", "Deputy Mayor", "current"),
        ("前副市長", "Former Deputy Mayor", "former"),
        ("代理局長", "Acting Director-General", "acting"),
        ("市長權限代行", "Acting Mayor", "current"),
        ("候任市長", "Elect Mayor", "elect"),
        ("首席信息官", "Chief Information Officer", "current"),
        ("小隊輔", None, "current"),
    ],
)
def test_a_title_is_taken_apart(read: Reader, text: str, english: str | None, status: str) -> None:
    title = read_title(text, read.titles)
    assert (title.title_en, title.status) == (english, status)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("太原市長李明", ["市長"]),
        ("小田原市長加藤憲一", ["市長"]),
        ("八代市長佐藤健一", ["市長"]),
        ("神戶前市長矢田立郎", ["前市長"]),
        ("臺北市代市長林佩蓉", ["代市長"]),
    ],
)
def test_the_last_sign_of_a_city_is_no_modifier(read: Reader, text: str, titles: list[str]) -> None:
    places = ["太原", "小田原", "八代", "神戶", "臺北市"]
    assert read.kept(text, "TITLE", places) == titles


# Titles that no lexicon has, and who holds them.
UNLISTED = {
    "高雄市運籌長許芷晴說，港區將設三座充電站。": ("運籌長", "許芷晴"),
    "桃園市政府數據治理主筆官陳冠宇指出，每年省八百萬元。": ("數據治理主筆官", "陳冠宇"),
    "福岡市市民參畫推進員大河內亮說明，": ("市民參畫推進員", "大河內亮"),
    "與會者包括嘉義市城市敘事人蔡明憲等人。": ("城市敘事人", "蔡明憲"),
    "會議由副籌運人高承恩主持，": ("副籌運人", "高承恩"),
    "交通局調度官羅文彬補充，": ("調度官", "羅文彬"),
    "市府青年協力長黃郁婷說，": ("青年協力長", "黃郁婷"),
    "塔爾圖市副策略師蒂娜．拉烏德塞普說，": ("副策略師", "蒂娜．拉烏德塞普"),
    "新北市救護人員王大明說，路很窄。": ("救護人員", "王大明"),
    "臺南市教育人員張貼公告。": (None, None),
    "臺北市年輕人許多認為房價太高。": (None, None),
    "這名志工長年在偏鄉服務。": (None, None),
    "工作人員高喊口號，公務員方便搭車。": (None, None),
}


@pytest.mark.parametrize(("text", "told"), UNLISTED.items())
def test_a_title_nobody_listed_is_told_by_the_name_behind_it(
    read: Reader, text: str, told: tuple[str | None, str | None]
) -> None:
    places = ["高雄市", "桃園市", "福岡市", "嘉義市", "新北市", "臺南市", "臺北市"]
    titles, names = (read.kept(text, label, places) for label in ("TITLE", "PERSON"))
    assert (titles, names) == ([told[0]] if told[0] else [], [told[1]] if told[1] else [])


def test_a_title_told_once_is_one_beside_other_names(read: Reader) -> None:
    text = "里斯本市運籌長杜亞特表示，港口已開放。杜運籌長並說，明年會再來。"
    assert "杜運籌長" in read.kept(text, "PERSON")


def test_a_title_is_not_cut_by_an_initiative_its_first_signs_would_end() -> None:
    said = "臺北市首席數位轉型官"
    title, plan = Claim(3, 10, "TITLE", "chief", 0.8), Claim(0, 9, "INITIATIVE", "placed", 0.8)
    assert len(said) == title.end
    assert align_titles([("titles", title), ("initiatives", plan)]) == [("titles", title)]


def test_a_title_that_begins_inside_an_initiative_begins_behind_it() -> None:
    # 臺北市節水計畫|主持人
    title, plan = Claim(5, 10, "TITLE", "weak", 0.8), Claim(0, 7, "INITIATIVE", "headed", 0.8)
    aligned = dict(align_titles([("titles", title), ("initiatives", plan)]))
    assert (aligned["titles"].start, aligned["titles"].end) == (7, 10)

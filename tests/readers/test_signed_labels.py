"""Labels of speakers that no colon parts from what is said."""

from __future__ import annotations

import pytest

from pipeline.contract import Segment
from tests.readers import laws

HEAD = """河岸對談紀錄
主持人　葉湘齡　成功大學教授
與談人　蔡孟廷　臺南市副市長
　　　　Marijke van Houten　荷蘭奈梅亨市副市長

"""
SAID = (
    ("葉", "先請蔡副市長。"),
    ("蔡", "謝謝葉老師，我們裝了412支水位計。"),
    ("van Houten", "奈梅亨把堤防往後退了350公尺。"),
    ("葉", "還有問題嗎？"),
    ("蔡", "沒有。"),
)


def _labels(text: str) -> list[str | None]:
    return [row.label for row in laws.read(text)[Segment] if row.kind == "turn"]


@pytest.mark.parametrize(
    "form",
    [
        *("{}│　{}", "{}｜{}", "{}／{}", "{} > {}", "{}－－{}", "**{}** {}", "{}　{}"),
        *("〔{}〕{}", "【{}】{}", "〖{}〗{}", "［{}］{}", "[00:12:05] {}｜{}"),
    ],
)
def test_signs_between_speakers_and_what_they_say(form: str) -> None:
    text = HEAD + "\n".join(form.format(*one) for one in SAID) + "\n"
    assert _labels(text) == [name for name, _ in SAID]


@pytest.mark.parametrize(
    "text",
    [
        # Contacts, menus, places and credits.
        "各局處窗口\n單位│姓名│分機\n交通局│陳俊宏│6312\n工務局│林怡君│6405\n交通局│黃淑芬│6518\n",
        "首頁│市政新聞│市長行程\n首頁 > 市政新聞 > 公告\n首頁 > 交通局\n交通局公告：改為收費。\n",
        "製作團隊\n文字│張凱婷\n攝影│李孟儒\n文字│周子安\n攝影│羅以琳\n",
        "首頁 > 市政新聞\n首頁 > 便民服務\n市政新聞 > 今起報名。\n便民服務 > 免手續費。\n"
        "市政新聞 > 停車費調整。\n",
        "燈會展區\n臺南│蘭花燈。\n京都│紙燈。\n臺南│魚燈。\n高雄│船燈。\n",
        "攤位\n王媽媽　滷肉飯。\n陳大哥　蚵仔煎。\n王媽媽　魚丸湯。\n林小姐　愛玉。\n",
        # A list of things, each told in a sentence, comes back to none.
        "展區\n微笑單車 > 全市共有600站。\n公車 > 全面改為電動。\n輕軌 > 明年通車。\n",
        # Two come back, but nobody tells who they are.
        "比較\n白天 > 車流多。\n晚上 > 車流少。\n白天 > 人行道滿。\n晚上 > 人行道空。\n",
    ],
)
def test_signs_of_lists_open_no_turns(text: str) -> None:
    assert _labels(text) == []


def test_a_label_comes_back_without_office_or_name() -> None:
    text = "論壇實況\n［主持人・周以理］錢從哪裡來？\n［財政局局長・柏信宏］從罰單來。\n"
    assert _labels(text + "［周以理］好。\n［柏信宏］是玩笑。\n") == [
        *("主持人・周以理", "財政局局長・柏信宏", "周以理", "柏信宏"),
    ]


def test_who_asks_from_the_floor_is_told_in_brackets() -> None:
    text = "市政論壇現場問答\n【現場提問：一位里長】路燈壞了三個月。\n【邵副縣長】我去看。\n"
    assert len(_labels(text + "【線上提問】有沒有英文版？\n【傅處長】目前沒有。\n")) == 4


def test_duties_of_people_are_not_what_they_say() -> None:
    text = (
        "工作分配：王大明、林美玲\n王大明　負責路燈汰換，三百盞。\n"
        "林美玲　負責公車調度。\n王大明　負責回收站。\n"
    )
    assert _labels(text) == []


def test_who_tells_what_we_did_speaks() -> None:
    text = (
        "臺南市長黃偉哲與高雄市長陳其邁對談\n臺南市－參觀市府後，我們認為公車要先做。\n"
        "高雄市－拜會之後，我們也同意。\n臺南市－獲得補助很重要，我們要爭取。\n"
        "高雄市－負責的單位要先講好，我們再談。\n"
    )
    assert _labels(text) == ["臺南市", "高雄市"] * 2


def test_an_age_or_a_prize_is_told_of_people_whoever_else_speaks_below() -> None:
    text = (
        "街角的人：王大明、李小華\n王大明－68歲，住在萬華，我家隔壁是廟。\n"
        "李小華－45歲，住在板橋，她說生意不好。\n王大明－作品獲獎，我們很高興。\n"
    )
    assert _labels(text) == []

"""Subtitles: what was said, by whom, without counters and times."""

from __future__ import annotations

import re

import pytest

from pipeline.contract import Document, Segment
from tests.readers import laws

SRT = """1
00:00:01,000 --> 00:00:03,000
主持人：歡迎來到慢城論壇

2
00:00:03,100 --> 00:00:06,000
首先請花蓮縣長徐榛蔚

3
00:00:06,500 --> 00:00:09,000
徐榛蔚：花蓮去年有九百萬旅客

4
00:00:09,100 --> 00:00:12,000
我們推出「慢遊護照」
"""
VTT = """WEBVTT
Kind: captions

00:01.000 --> 00:04.200
<v 林明溱>南投有十三個鄉鎮市，

00:04.300 --> 00:08.000
<v 林明溱>茶農都會用手機了。

00:09.000 --> 00:14.000
<v.loud 高橋信次>飯田<i>也</i>有茶園。</v>
"""
ROLLING = """WEBVTT
Kind: captions
Language: zh-TW

00:00:00.160 --> 00:00:02.310 align:start position:0%
屏東<00:00:00.400><c>縣長</c><00:00:00.880><c>周春米</c>

00:00:02.310 --> 00:00:02.320 align:start position:0%
屏東縣長周春米

00:00:02.320 --> 00:00:05.000 align:start position:0%
屏東縣長周春米
說明年<00:00:03.000><c>種樹</c>
"""
STAMPED = "城市對話\n" + "".join(
    f"0:{second:02}\n{said}\n"
    for second, said in enumerate(("各位好", "我是李慧敏", "今天談氣候", "先看高雄", "再看臺南"))
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(
            SRT,
            "主持人：歡迎來到慢城論壇 首先請花蓮縣長徐榛蔚\n"
            "徐榛蔚：花蓮去年有九百萬旅客 我們推出「慢遊護照」\n",
            id="without marks, a space is a pause",
        ),
        pytest.param(
            VTT,
            "林明溱：南投有十三個鄉鎮市，茶農都會用手機了。\n高橋信次：飯田也有茶園。\n",
            id="a voice tag is a label",
        ),
        pytest.param(ROLLING, "屏東縣長周春米 說明年種樹\n", id="lines shown again count once"),
        pytest.param(
            STAMPED,
            "城市對話\n各位好 我是李慧敏 今天談氣候 先看高雄 再看臺南\n",
            id="times of a video site",
        ),
        pytest.param(
            re.sub(r"(0:\d\d)\n", r"\1 ", STAMPED),
            "城市對話\n各位好 我是李慧敏 今天談氣候 先看高雄 再看臺南\n",
            id="times before the words",
        ),
    ],
)
def test_what_is_said(source: str, text: str) -> None:
    tables = laws.read(source)
    assert tables[Document][0].text == text
    laws.check(tables, source)


@pytest.mark.parametrize(
    ("begins", "text"),
    [
        ("44,000", "會改嗎？\n是。\n是。\n"),
        ("43,000", "會改嗎？\n是。\n"),
        ("43,080", "會改嗎？\n是。\n"),
    ],
    ids=["said again", "shown again", "shown again at once"],
)
def test_a_line_shown_again_later_is_said_again(begins: str, text: str) -> None:
    source = (
        "1\n00:00:36,000 --> 00:00:39,000\n會改嗎？\n\n2\n00:00:40,000 --> 00:00:43,000\n是。\n\n"
        f"3\n00:00:{begins} --> 00:00:47,000\n是。\n"
    )
    tables = laws.read(source)
    assert tables[Document][0].text == text
    laws.check(tables, source)


def test_a_programme_is_no_subtitles() -> None:
    programme = "".join(f"{hour}:00 開會{hour}\n" for hour in range(9, 15))
    assert laws.read(programme)[Document][0].text == programme


@pytest.mark.parametrize("source", [SRT, VTT])
def test_cues_are_turns_of_their_speakers(source: str) -> None:
    labels = [row.label for row in laws.read(source)[Segment] if row.kind == "turn"]
    assert labels in (["主持人", "徐榛蔚"], ["林明溱", "高橋信次"])
